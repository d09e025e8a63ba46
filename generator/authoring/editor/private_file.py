"""private.yaml, with what came out of a plan file added to it. Its comments are kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from generator.authoring.editor.places import BOM, Change, EditError, sound_tree
from generator.errors import Position, Problem
from generator.plan.files import read_file
from generator.plan.private import NO_AUTHOR
from generator.plan.yaml_tree import plain_data, read_tree

PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class MovedValue:
    """What was moved: its key, the id of the thing that it belonged to, and where it stood. Never the value."""

    key: str
    owner: str
    position: Position


@dataclass
class Found:
    """The private values of a plan file, by where they go in private.yaml."""

    people: list[Any] = field(default_factory=list)
    notes: dict[str, list[Any]] = field(default_factory=dict)
    authors: dict[str, dict[int, str]] = field(default_factory=dict)
    note_counts: dict[str, int] = field(default_factory=dict)  # how many notes each thing has that has authors
    moved: list[MovedValue] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    taken_down: list[Any] = field(default_factory=list)


def private_bytes(path: Path, found: Found) -> bytes:
    """What private.yaml holds after `found` has come to it."""
    data = read_file(path) if path.exists() else b"schema: 1\n"
    held = plain_data(root) if (root := sound_tree(data, path).root) else None
    document = _round_trip().load(data.removeprefix(BOM).decode("utf-8"))
    if not isinstance(held, dict):
        raise EditError(f"{path}: start the file with 'schema: 1'")
    wanted = _as_lists(held)
    _merge(wanted, found, path, lambda value: value)
    _merge(document, found, path, _as_block)
    out = StringIO()
    _round_trip().dump(document, out)
    text = out.getvalue()
    text += "".join(f"{comment}\n" for comment in found.comments if comment not in text)
    tree = read_tree(text.encode("utf-8"), str(path))
    if tree.problems or tree.root is None or _as_lists(plain_data(tree.root)) != wanted:
        raise EditError(f"{path}: the values could not be added to this file; move them by hand")
    return text.encode("utf-8")


def _round_trip() -> YAML:
    keeper = YAML()
    keeper.preserve_quotes = True
    keeper.width = 1_000_000
    keeper.indent(mapping=2, sequence=4, offset=2)
    return keeper


def _merge(document: Any, found: Found, path: Path, made: Callable[[Any], Any]) -> None:
    """Add `found` to `document`, less what stands there already. `made` makes each new value."""
    if found.people:
        _add_new(document.setdefault(PEOPLE, []), found.people, made)
    if found.taken_down:
        _add_new(document.setdefault("taken_down", []), found.taken_down, made)
    for owner, notes in found.notes.items():
        _add_new(document.setdefault("notes", {}).setdefault(owner, []), notes, made)
    for owner, authors in found.authors.items():
        names = document.setdefault("authors", {}).setdefault(owner, [])
        for place, author in sorted(authors.items()):
            names.extend([NO_AUTHOR] * (place + 1 - len(names)))
            if names[place] not in (NO_AUTHOR, author):
                raise EditError(f"{path}: note {place + 1} of {owner!r} has another author here; take one of them out")
            names[place] = author
        names.extend([NO_AUTHOR] * (found.note_counts.get(owner, 0) - len(names)))


def _add_new(items: Any, more: Sequence[Any], made: Callable[[Any], Any]) -> None:
    known = [_as_texts(item) for item in items]
    for item in more:
        if _as_texts(item) not in known:
            items.append(made(item))
            known.append(_as_texts(item))


def _as_texts(value: Any) -> Any:
    """`value` with every scalar as text and every list as one kind of list, so that two readers' values compare."""
    if isinstance(value, Mapping):
        return {str(key): _as_texts(inner) for key, inner in value.items()}
    return [_as_texts(inner) for inner in value] if isinstance(value, list | tuple) else str(value).strip()


def _as_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_lists(inner) for key, inner in value.items()}
    return [_as_lists(inner) for inner in value] if isinstance(value, list | tuple) else value


def _as_block(value: Any) -> Any:
    """`value` for ruamel: a text of several lines as a block."""
    if isinstance(value, dict):
        return {key: _as_block(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_as_block(inner) for inner in value]
    return LiteralScalarString(value) if "\n" in value else value
