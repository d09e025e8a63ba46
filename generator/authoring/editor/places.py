"""A plan file's text with the place of each value in it, and changes to it that leave the rest alone by a byte.

Bytes are put in or taken out at places that libyaml gives; then the new text is read again, and must hold what the old
one held and the change. Otherwise nothing is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator import problems
from generator.errors import PlanError, Position, Problem
from generator.plan.field_types import described_fields, type_in
from generator.plan.files import read_file
from generator.plan.yaml_tree import Tree, plain_data, read_tree

BOM = b"\xef\xbb\xbf"


class EditError(Exception):
    """Why a file was left as it is, in words for whoever keeps it."""


# A file's text, with the place of each value in it


@dataclass(frozen=True, slots=True)
class Leaf:
    """One key or text, from `start` up to `end` of the file's characters."""

    start: int
    end: int
    text: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Items:
    start: int
    end: int
    items: "tuple[Place, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with their values. `is_flow` is whether they stand in curly brackets."""

    start: int
    end: int
    entries: "tuple[tuple[Leaf, Place], ...]"
    is_flow: bool

    def text_of(self, key: str) -> str:
        """The text of `key`; "" where there is none."""
        return next((value.text for name, value in self.entries if name.text == key and isinstance(value, Leaf)), "")


Place: TypeAlias = Leaf | Items | Table


@dataclass(frozen=True)
class PlanText:
    """A plan file that can be edited: its text without byte order mark, its places, and what they hold."""

    path: Path
    has_bom: bool
    text: str
    root: Table
    data: dict[str, Any]

    def position(self, at: int) -> Position:
        start = self.line_start(at)
        return Position(str(self.path), self.text.count("\n", 0, start) + 1, at - start + 1)

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line's own characters end, before its line feed."""
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[max(at, end - 1) : end] == "\r" else end


def read_text(path: Path) -> PlanText:
    """The plan file at `path`. Raises PlanError when it is not YAML that this program reads."""
    try:
        data = read_file(path)
    except OSError as error:
        raise PlanError([problems.unreadable(path, error)]) from error
    tree = sound_tree(data, path)
    text = data.removeprefix(BOM).decode("utf-8")
    root, held = _places(text), plain_data(tree.root) if tree.root else None
    if not isinstance(root, Table) or not isinstance(held, dict):
        raise PlanError([Problem(problems.SCHEMA_FIRST, Position(str(path), 1, 1))])
    return PlanText(path, data.startswith(BOM), text, root, dict(held))


def sound_tree(data: bytes, path: Path) -> Tree:
    tree = read_tree(data, str(path))
    if tree.problems:
        raise PlanError(tree.problems)
    return tree


def _places(text: str) -> Place:
    """The places of `text`, which `read_tree` has taken without a problem: so it is one document of bounded depth."""
    events = (
        e for e in yaml.parse(text, Loader=yaml.CBaseLoader) if isinstance(e, yaml.NodeEvent | yaml.CollectionEndEvent)
    )
    return _place(next(events), events)


def _place(event: yaml.Event, events: Iterator[yaml.Event]) -> Place:
    start, end = _index(event.start_mark), _index(event.end_mark)
    if isinstance(event, yaml.ScalarEvent):
        return Leaf(start, end, event.value, not event.style and not event.value)
    inner: list[Place] = []
    while not isinstance(here := next(events), yaml.CollectionEndEvent):
        inner.append(_place(here, events))
    is_flow = bool(getattr(event, "flow_style", False))
    # A block ends for libyaml where the next thing starts, comments and all.
    end = _index(here.end_mark) if is_flow or not inner else inner[-1].end
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(start, end, tuple(inner))
    entries = tuple((key, value) for key, value in zip(inner[::2], inner[1::2], strict=True) if isinstance(key, Leaf))
    return Table(start, end, entries, is_flow)


def _index(mark: Any) -> int:
    return int(mark.index)


def leaves(place: Place) -> Iterator[Leaf]:
    """Every key and text below `place`, in file order."""
    if isinstance(place, Leaf):
        yield place
    elif isinstance(place, Items):
        for item in place.items:
            yield from leaves(item)
    else:
        for key, value in place.entries:
            yield key
            yield from leaves(value)


@dataclass(frozen=True, slots=True)
class Change:
    """The characters from `start` up to `end` give way to `text`."""

    start: int
    end: int
    text: str = ""


def changed(text: str, changes: Sequence[Change]) -> str:
    """`text` after `changes`, which do not overlap."""
    parts, at = [], 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        parts += [text[at : change.start], change.text]
        at = change.end
    return "".join([*parts, text[at:]])


def checked_bytes(plan: PlanText, changes: Sequence[Change], wanted: Mapping[str, Any]) -> bytes:
    """The plan file's bytes after `changes`. Raises EditError unless they hold `wanted`."""
    data = (BOM if plan.has_bom else b"") + changed(plan.text, changes).encode("utf-8")
    tree = read_tree(data, str(plan.path))
    if tree.problems or tree.root is None or plain_data(tree.root) != wanted:
        raise EditError(f"{plan.path}: the file's layout does not let this command change it; make the change by hand")
    return data


def places_of(path: Path) -> Place:
    data = read_file(path)
    sound_tree(data, path)
    return _places(data.removeprefix(BOM).decode("utf-8"))


def kind_under(kind: type[Any], key: str) -> type[Any] | None:
    """The model of what stands under `key` of a `kind`, where it is one."""
    found = next((field for field in described_fields(kind) if field.key == key), None)
    inner = type_in(found.hint) if found else None
    return inner if isinstance(inner, type) else None
