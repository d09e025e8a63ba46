"""Private values out of a plan file, which is published, into the private.yaml beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import problems
from generator.authoring.ids import PREFIXES
from generator.authoring.yaml_edits import Delete, Edit, EditError, YamlPath, edits_to
from generator.authoring.yaml_text import YamlText
from generator.errors import PlanError, Position, Problem
from generator.plan.field_types import described_fields, type_in, types_within
from generator.plan.model import PublicPlan
from generator.plan.private import NO_AUTHOR, read_private
from generator.plan.validation import singular
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, PlainData, Scalar, plain_data
from generator.plan.yaml_tree import Sequence as SequenceNode

PEOPLE, NOTES = "people", "notes"
INTERNAL_KEYS, AUTHOR = ("internal", "internal_notes"), "author"
PRIVATE_KEYS = frozenset({*INTERNAL_KEYS, AUTHOR, PEOPLE})
# The lists whose entries have notes.
NOTED = frozenset(
    field.key
    for kind in types_within(PublicPlan)
    for field in described_fields(kind)
    if (inner := type_in(field.hint)) and any(own.key == NOTES for own in described_fields(inner))
)
PRIVATE_MODE = 0o600


@dataclass(frozen=True, slots=True)
class MovedValue:
    """What was moved: its key, the id of the thing that it belonged to, and where it stood. Never the value."""

    key: str
    owner: str
    position: Position


@dataclass
class PrivateValues:
    """What comes to private.yaml, by where it goes in it."""

    people: list[Any] = field(default_factory=list)
    notes: dict[str, list[Any]] = field(default_factory=dict)
    authors: dict[str, dict[int, str]] = field(default_factory=dict)
    note_counts: dict[str, int] = field(default_factory=dict)  # how many notes each thing has that has authors
    taken_down: list[Any] = field(default_factory=list)


def move_private(path: Path) -> tuple[MovedValue, ...]:
    """Move every private value of the plan file at `path` to the private.yaml beside it.

    private.yaml is written first, so that whatever happens nothing is lost; a value that stands there already is not
    added again. Comments between or behind private values move with them. Raises PlanError, where a thing has no id
    to which its notes could be tied, or a file is not sound YAML, and EditError.
    """
    plan = YamlText.read(path)
    search = _PrivateSearch(path.parent.name)
    search.go_through(plan.root, (), _Owner(_text_of(plan.root, "id"), "plan"))
    if search.problems:
        raise PlanError(search.problems)
    if search.moved:
        public = plan.edited(search.edits)
        lost = Counter(plan.comments()) - Counter(public.comments())
        private = with_private(path.with_name("private.yaml"), search.values)
        private = private.with_comments(comment for comment in lost if comment not in private.text)
        private.write(PRIVATE_MODE)
        public.write()
    return tuple(search.moved)


def add_taken_down(private: Path, entry: Mapping[str, str]) -> None:
    """Add `entry` to the words that were taken down in the file `private`, which is made where there is none.

    Raises PlanError, EditError or OSError, and then the file is as it was.
    """
    private.parent.mkdir(parents=True, exist_ok=True)
    with_private(private, PrivateValues(taken_down=[dict(entry)])).write(PRIVATE_MODE)


# The plan file


@dataclass(frozen=True, slots=True)
class _Owner:
    """What private values are tied to: the id and kind of the nearest entry, and the place of the note of it."""

    id: str
    thing: str
    note: int | None = None


@dataclass
class _PrivateSearch:
    """One run over one plan: its private values, and the edits that take them out."""

    plan: str
    values: PrivateValues = field(default_factory=PrivateValues)
    edits: list[Edit] = field(default_factory=list)
    moved: list[MovedValue] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def go_through(self, node: MappingNode, path: YamlPath, owner: _Owner) -> None:
        """Gather the private values of `node`, which stands at `path`."""
        if all(key.text in PRIVATE_KEYS for key, _ in node.entries) and node.entries:
            raise EditError(
                f"{node.entries[0][0].position}: nothing but private values stands in this entry; take it out by hand"
            )
        for key, value in node.entries:
            here = (*path, key.text)
            if key.text in PRIVATE_KEYS:
                self.take(key, value, owner)
                self.edits.append(Delete(here))
                continue
            mappings = _mappings(value, here)
            # A list of that name elsewhere is a mistake, and holds notes of nothing.
            are_notes = key.text == NOTES and next((part for part in path[::-1] if isinstance(part, str)), "") in NOTED
            if are_notes:
                self.values.note_counts[owner.id] = len(mappings)
            for place, (inner, inner_path) in enumerate(mappings):
                self.go_through(inner, inner_path, _owner_of(inner, key.text, place if are_notes else None, owner))

    def take(self, key: Scalar, value: Node, owner: _Owner) -> None:
        """Gather one private value."""
        position, data = key.position, plain_data(value)
        self.moved.append(MovedValue(key.text, "" if key.text == PEOPLE else owner.id, position))
        if isinstance(value, Scalar) and value.plain and not value.text:
            return
        if key.text == PEOPLE:
            self.values.people += _as_list(data, "name")
        elif not owner.id:
            wanted = problems.ID_MISSING if owner.thing != "plan" else problems.KEY_MISSING
            self.problems.append(
                Problem(wanted, position, values={"thing": owner.thing, "plan": self.plan, "key": "id"})
            )
        elif key.text != AUTHOR:
            self.values.notes.setdefault(owner.id, []).extend(_as_list(data, "text"))
        elif owner.note is None or not isinstance(data, str):
            raise EditError(f"{position}: this author belongs to no note; move it to private.yaml by hand")
        else:
            self.values.authors.setdefault(owner.id, {})[owner.note] = data


def _mappings(node: Node, path: YamlPath) -> list[tuple[MappingNode, YamlPath]]:
    """The mappings that `node` is or holds, whatever else stands in it, with their paths."""
    if isinstance(node, MappingNode):
        return [(node, path)]
    if isinstance(node, SequenceNode):
        return [found for place, item in enumerate(node.items) for found in _mappings(item, (*path, place))]
    return []


def _owner_of(node: MappingNode, key: str, note: int | None, owner: _Owner) -> _Owner:
    if key in PREFIXES:
        return _Owner(_text_of(node, "id"), singular(key))
    return _Owner(owner.id, owner.thing, note)


def _text_of(node: MappingNode, key: str) -> str:
    return next((value.text for name, value in node.entries if name.text == key and isinstance(value, Scalar)), "")


def _as_list(data: PlainData, shorthand: str) -> list[Any]:
    """`data` as a list of entries; a plain text is short for an entry with `shorthand`."""
    items = data if isinstance(data, tuple) else (data,)
    return [{shorthand: item} if isinstance(item, str) else item for item in items]


# private.yaml


def with_private(path: Path, values: PrivateValues) -> YamlText:
    """private.yaml with `values` in it, less what stands there already; a new one where there is none.

    Raises PlanError where it cannot be read as what it should be, and EditError.
    """
    if broken := read_private(path).problems:
        raise PlanError(broken)
    file = YamlText.read(path) if path.exists() else YamlText.of(b"schema: 1\n", path)
    held = _as_lists(file.held)
    wanted = _as_lists(file.held)
    if values.people:
        _add_new(wanted.setdefault(PEOPLE, []), values.people)
    if values.taken_down:
        _add_new(wanted.setdefault("taken_down", []), values.taken_down)
    for owner, notes in values.notes.items():
        _add_new(wanted.setdefault(NOTES, {}).setdefault(owner, []), notes)
    for owner, authors in values.authors.items():
        names = wanted.setdefault("authors", {}).setdefault(owner, [])
        for place, author in sorted(authors.items()):
            names.extend([NO_AUTHOR] * (place + 1 - len(names)))
            if names[place] not in (NO_AUTHOR, author):
                raise EditError(f"{path}: note {place + 1} of {owner!r} has another author here; take one of them out")
            names[place] = author
        names.extend([NO_AUTHOR] * (values.note_counts.get(owner, 0) - len(names)))
    return file.edited(edits_to(held, wanted))


def _add_new(items: list[Any], more: Sequence[Any]) -> None:
    """Add to `items` those of `more` that are not there. Spaces around a text make no other one of it."""
    known = [_bare(item) for item in items]
    for item in more:
        if _bare(item) not in known:
            items.append(item)
            known.append(_bare(item))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items()}
    return [_bare(inner) for inner in value] if isinstance(value, list | tuple) else value.strip()


def _as_lists(value: Any) -> Any:
    """A copy of `value` with lists that can be added to."""
    if isinstance(value, dict):
        return {key: _as_lists(inner) for key, inner in value.items()}
    return [_as_lists(inner) for inner in value] if isinstance(value, tuple) else value
