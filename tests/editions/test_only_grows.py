"""A type that is frozen in editions only grows: what stands in one is read for good, and written as the same bytes.

`schema-1/fields.json` lists the fields of schema 1 as they are frozen, with their types and what they hold by default.
A field that is added later is not in it, and must be empty by default. A field of the list that is taken away, changes
its type, or is needed where it was not asks for a new number of the schema, with a reader of its own.
"""

import json
from dataclasses import MISSING, fields
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from generator.editions.record import read_record, record_bytes
from generator.plan.field_types import types_within
from generator.plan.model import PublicPlan

ROOT = Path(__file__).parents[2]
FROZEN = Path(__file__).parent / "schema-1" / "fields.json"
EDITIONS = sorted((*ROOT.glob("plans/*/editions/*.json"), *ROOT.glob("tests/editions/**/editions/*.json")))


def model_fields() -> dict[str, dict[str, list[str]]]:
    """Every field of each type of a plan: its type, without what only describes it, and its default."""
    return {
        kind.__name__: {field.name: [_type_name(hints[field.name]), _default(field)] for field in fields(kind)}
        for kind in sorted(types_within(PublicPlan), key=lambda kind: kind.__name__)
        if (hints := get_type_hints(kind))
    }


def _type_name(hint: Any) -> str:
    """The same in every version of Python; that a choice got one more word is no other type."""
    inner = [] if get_origin(hint) is Literal else [_type_name(item) for item in get_args(hint) if item is not Ellipsis]
    if get_origin(hint) in (Union, UnionType):
        return " or ".join(sorted(inner))
    if get_origin(hint) is Literal:
        return "a choice"
    return f"a list of {inner[0]}" if get_origin(hint) is tuple else str(hint.__name__)


def _default(field: Any) -> str:
    return "" if field.default is MISSING else repr(field.default)


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_edition_is_written_as_the_bytes_that_were_read(path):
    data = path.read_bytes()
    assert record_bytes(read_record(data)) == data


def test_there_are_editions_of_every_schema():
    assert len(EDITIONS) > 10
    assert {path.name for path in (ROOT / "tests/editions").glob("schema-*")} == {"schema-1"}


def test_no_frozen_field_goes_or_changes():
    now = model_fields()
    for kind, held in json.loads(FROZEN.read_text("utf-8")).items():
        for name, frozen in held.items():
            assert now[kind].get(name) == frozen, f"{kind}.{name}"


def test_whatever_was_added_is_empty_by_default():
    frozen = json.loads(FROZEN.read_text("utf-8"))
    for kind, held in model_fields().items():
        for name in held.keys() - frozen.get(kind, {}).keys():
            if kind in frozen:
                assert held[name][1] in ("None", "()"), f"{kind}.{name}"
