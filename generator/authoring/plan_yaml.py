"""plan.yaml as it would be typed for a public plan, such as an edition: to go on from it, or where the file is lost."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from generator.plan.field_types import DescribedField, described_fields
from generator.plan.model import PublicPlan

# What needs no quotation marks, in this program and in other readers of YAML.
PLAIN = re.compile(r"[^\W\d_][\w ,.;()/%'’–-]*[\w.)%]|[^\W\d_]")
WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
# What some readers take for the end of a line, or leave out.
ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
FIRST, LAST = ("schema_version", "id"), ("readings",)


class _Word(str):
    """A day, a whole number, yes or no: it needs no quotation marks."""


def plan_yaml(plan: PublicPlan) -> bytes:
    """`plan.yaml` for `plan`. What it holds by default is left out; read again, it is the same plan."""
    return "".join(f"{line}\n" for line in _lines(_data(plan))).encode()


def _data(value: Any) -> Any:
    """`value` as mappings, lists, texts and words."""
    if is_dataclass(value) and not isinstance(value, type):
        return _mapping(value)
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    if isinstance(value, bool):
        return _Word("yes" if value else "no")
    if isinstance(value, int | date):
        return _Word(value)
    return value


def _mapping(value: Any) -> Any:
    """The keys of plan.yaml for a value of a public type; a plain text where that says all."""
    found: dict[str, Any] = {}
    defaults = {field.name: field.default for field in fields(value)}
    for field in sorted(described_fields(type(value)), key=_rank):
        held = getattr(value, field.name)
        if held is None or (not field.is_required and held == defaults[field.name]):
            continue
        found[field.key] = _data(held)
    alone = found.get(getattr(value, "shorthand", "")) if len(found) == 1 else None
    return alone if isinstance(alone, str) and "\n" not in alone else found


def _rank(field: DescribedField) -> int:
    """Where a key stands among its neighbours: otherwise in the order in which the type declares them."""
    return FIRST.index(field.name) - len(FIRST) if field.name in FIRST else int(field.name in LAST)


def _lines(data: dict[str, Any], indent: str = "") -> Iterator[str]:
    for key, value in data.items():
        yield from _with_head(f"{indent}{key}:", value, indent)


def _with_head(head: str, value: Any, indent: str) -> Iterator[str]:
    """`value` behind `head`, or below it."""
    inner = f"{indent}  "
    if isinstance(value, dict):
        yield head
        yield from _lines(value, inner)
    elif isinstance(value, list) and value:
        yield head
        for item in value:
            yield from _item(item, inner)
    elif isinstance(value, list):
        yield f"{head} []"
    elif _is_block(value):
        yield f"{head} |-"
        yield from (f"{inner}{line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{head} {_scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield from _with_head(f"{indent}-", value, indent)
        return
    for place, line in enumerate(_lines(value, f"{indent}  ")):
        yield line if place else f"{indent}- {line.removeprefix(f'{indent}  ')}"


def _is_block(text: str) -> bool:
    """Whether a text of several lines can stand as it is: nothing in it could be taken for layout."""
    lines = text.split("\n")
    is_layout = any(line != line.strip() or ODD.search(line) or not line.isprintable() for line in lines)
    return len(lines) > 1 and not is_layout and bool(lines[0] and lines[-1])


def _scalar(text: str) -> str:
    if isinstance(text, _Word) or (PLAIN.fullmatch(text) and text.casefold() not in WORDS_OF_YAML):
        return str(text)
    return ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
