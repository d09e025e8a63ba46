"""Changes to a plan's files in place. What is not meant to change does not, by a byte: comments, layout, line ends.

Bytes are put in or taken out at places that libyaml gives; then the new text is read again, and must hold what the old
one held and the change. Otherwise nothing is written.
"""

import json
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from generator import problems
from generator.errors import PlanError, Position, Problem
from generator.model import (
    Action,
    Body,
    Decision,
    Entry,
    Event,
    Evidence,
    Finding,
    KeyIssue,
    Measure,
    Note,
    Outcome,
    Plan,
    Report,
    Risk,
    Status,
)
from generator.shape import Model
from generator.text import ID_PATTERN
from generator.validation import model_in, singular
from generator.yaml_tree import Tree, plain_data, read_tree

BOM = b"\xef\xbb\xbf"
LONGEST_ID = 40
PREFIXES: dict[type[Model], str] = {
    Outcome: "o",
    Action: "a",
    Measure: "m",
    KeyIssue: "k",
    Finding: "f",
    Evidence: "e",
    Risk: "risk",
    Decision: "d",
    Report: "r",
}
# A body, a status or an event is named by a word of its own, without a prefix where that word can stand alone.
SPARE_PREFIXES: dict[type[Model], str] = {Body: "b", Status: "s", Event: "event"}
COUNTED = (Measure, KeyIssue, Decision, Report)
INTERNAL_KEYS, AUTHOR, PEOPLE = ("internal", "internal_notes"), "author", "people"
PRIVATE_KEYS = frozenset({*INTERNAL_KEYS, AUTHOR, PEOPLE})
# Authors stand in their notes' order, so a note that has none needs a mark.
NO_AUTHOR = "-"
PRIVATE_MODE, COMMON_MODE = 0o600, 0o644


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
        data = path.read_bytes()
    except OSError as error:
        raise PlanError([problems.unreadable(path, error)]) from error
    tree = _sound_tree(data, path)
    text = data.removeprefix(BOM).decode("utf-8")
    root, held = _places(text), plain_data(tree.root) if tree.root else None
    if not isinstance(root, Table) or not isinstance(held, dict):
        raise PlanError([Problem(problems.SCHEMA_FIRST, Position(str(path), 1, 1))])
    return PlanText(path, data.startswith(BOM), text, root, dict(held))


def _sound_tree(data: bytes, path: Path) -> Tree:
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


def _leaves(place: Place) -> Iterator[Leaf]:
    """Every key and text below `place`, in file order."""
    if isinstance(place, Leaf):
        yield place
    elif isinstance(place, Items):
        for item in place.items:
            yield from _leaves(item)
    else:
        for key, value in place.entries:
            yield key
            yield from _leaves(value)


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


def _checked_bytes(plan: PlanText, changes: Sequence[Change], wanted: Mapping[str, Any]) -> bytes:
    """The plan file's bytes after `changes`. Raises EditError unless they hold `wanted`."""
    data = (BOM if plan.has_bom else b"") + changed(plan.text, changes).encode("utf-8")
    tree = read_tree(data, str(plan.path))
    if tree.problems or tree.root is None or plain_data(tree.root) != wanted:
        raise EditError(f"{plan.path}: the file's layout does not let this command change it; make the change by hand")
    return data


def replace_file(path: Path, data: bytes, mode: int = COMMON_MODE) -> None:
    """Put `data` in the place of the file at `path` in one step. Its mode is kept; a new file has `mode`."""
    path = path.resolve()
    known = path.stat() if path.exists() else None
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, known.st_mode & 0o7777 if known else mode)
        if known and hasattr(os, "chown"):
            with suppress(PermissionError):
                os.chown(temporary, known.st_uid, known.st_gid)
        os.replace(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
    _write_name_to_disk(path.parent)


def _write_name_to_disk(folder: Path) -> None:
    """After a power cut the file's name must lead to the new bytes."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# Ids


@dataclass(frozen=True, slots=True)
class GivenId:
    """An id that was given, to what, and where that stands."""

    id: str
    thing: str
    position: Position


def give_ids(path: Path) -> tuple[GivenId, ...]:
    """Give an id to everything in the plan file at `path` that wants one and has none; the file is not touched when
    nothing does.

    No id is used again that stands anywhere in the plan, in its editions or in its private file. Raises PlanError for a
    file that is not sound YAML, and EditError.
    """
    plan = read_text(path)
    giving = _Giving(plan, _taken_ids(plan))
    giving.go_through(plan.root, plan.data, Plan, "")
    if giving.changes:
        replace_file(path, _checked_bytes(plan, giving.changes, plan.data))
    return tuple(giving.given)


def _taken_ids(plan: PlanText) -> set[str]:
    texts = {leaf.text for leaf in _leaves(plan.root)}
    private = plan.path.with_name("private.yaml")
    if private.exists():
        texts |= {leaf.text for leaf in _leaves(_places_of(private))}
    for edition in sorted((plan.path.parent / "editions").glob("*.json")):
        try:
            texts |= set(_strings(json.loads(edition.read_bytes())))
        except (OSError, ValueError) as error:
            raise EditError(f"{edition}: this edition cannot be read, so the ids in it are not known") from error
    return {text for text in texts if ID_PATTERN.fullmatch(text)}


def _places_of(path: Path) -> Place:
    data = path.read_bytes()
    _sound_tree(data, path)
    return _places(data.removeprefix(BOM).decode("utf-8"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


@dataclass
class _Giving:
    """One run over one plan. What it gives also goes into the plan's data, to which the new file is held."""

    plan: PlanText
    taken: set[str]
    changes: list[Change] = field(default_factory=list)
    given: list[GivenId] = field(default_factory=list)

    def go_through(self, table: Table, data: dict[str, Any], kind: type[Model], owner: str) -> None:
        """Give ids to what the entries of `table`, a `kind`, hold. `owner` is the id of the nearest thing with one."""
        for key, value in table.entries:
            inner = _kind_under(kind, key.text)
            if inner is None:
                continue
            if isinstance(value, Table):
                self.go_through(value, data[key.text], inner, owner)
            elif isinstance(value, Items):
                for place, item in enumerate(value.items):
                    if isinstance(item, Table):
                        self.visit(item, data[key.text][place], inner, key.text, place, owner)

    def visit(self, table: Table, data: dict[str, Any], kind: type[Model], key: str, place: int, owner: str) -> None:
        name = table.text_of("id")
        if not name and _wants_id(kind):
            name = data["id"] = self.new_id(kind, table, place, owner)
            self.changes.append(_id_change(self.plan, table, name))
            self.given.append(GivenId(name, singular(key), self.plan.position(table.start)))
        self.go_through(table, data, kind, name or owner)

    def new_id(self, kind: type[Model], table: Table, place: int, owner: str) -> str:
        wanted = id_from(kind, {key.text: table.text_of(key.text) for key, _ in table.entries}, place, owner)
        name, count = wanted, 1
        while name in self.taken:
            count += 1
            name = _cut(wanted, LONGEST_ID - len(f"-{count}")) + f"-{count}"
        self.taken.add(name)
        return name


def _kind_under(kind: type[Model], key: str) -> type[Model] | None:
    """The model of what stands under `key` of a `kind`, where it is one."""
    found = next((entry for name, entry in kind.model_fields.items() if (entry.alias or name) == key), None)
    inner = model_in(found.annotation) if found else None
    return inner if isinstance(inner, type) and issubclass(inner, Model) else None


def _wants_id(kind: type[Model]) -> bool:
    entry = kind.model_fields.get("id")
    return entry is not None and entry.is_required()


def id_from(kind: type[Model], texts: Mapping[str, str], place: int, owner: str) -> str:
    """A readable id for a `kind`: from its number, its title or name, or its place under its `owner`."""
    prefix = PREFIXES.get(kind, "")
    counted = "-".join(part for part in (owner.partition("-")[2] or owner, str(place + 1)) if part)
    named = next((slug for key in ("short_name", "label", "title", "name") if (slug := _slug(texts.get(key, "")))), "")
    words = _slug(texts.get("number", "")) or (counted if kind in COUNTED else named) or counted
    if not prefix and not ID_PATTERN.match(words):
        prefix = SPARE_PREFIXES.get(kind, "x")
    return _cut(f"{prefix}-{words}" if prefix else words, LONGEST_ID)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['`]", "", plain)).strip("-")


def _cut(text: str, length: int) -> str:
    """`text` within `length`, cut between words where that leaves enough of it."""
    if len(text) <= length:
        return text
    at_word = text[: length + 1].rpartition("-")[0]
    return at_word if len(at_word) > length // 2 else text[:length].rstrip("-")


def _id_change(plan: PlanText, table: Table, name: str) -> Change:
    """What puts `id: name` first into `table`, or after an 'id:' that has no value."""
    if empty := next((key for key, _ in table.entries if key.text == "id"), None):
        colon = re.compile(r"\s*:").match(plan.text, empty.end)
        at = colon.end() if colon else empty.end
        return Change(at, at, f" {name}" if colon else f": {name}")
    if not table.entries:
        return Change(table.start + 1, table.start + 1, f"id: {name}")
    at = table.entries[0][0].start
    if table.is_flow:
        return Change(at, at, f"id: {name}, ")
    line_end = plan.line_end(at)
    feed = "\r\n" if plan.text[line_end : line_end + 2] == "\r\n" else "\n"
    return Change(at, at, f"id: {name}{feed}{' ' * (at - plan.line_start(at))}")


# Private values


@dataclass(frozen=True, slots=True)
class MovedValue:
    """What was moved: its key, the id of the thing that it belonged to, and where it stood. Never the value."""

    key: str
    owner: str
    position: Position


@dataclass
class _Found:
    """The private values of a plan file, by where they go in private.yaml."""

    people: list[Any] = field(default_factory=list)
    notes: dict[str, list[Any]] = field(default_factory=dict)
    authors: dict[str, dict[int, str]] = field(default_factory=dict)
    moved: list[MovedValue] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def move_private(path: Path) -> tuple[MovedValue, ...]:
    """Move every private value of the plan file at `path` to the private.yaml beside it.

    private.yaml is written first, so that whatever happens nothing is lost; a value that stands there already is not
    added again. Comments between or behind private values move with them. Raises PlanError, where a thing has no id
    to which its notes could be tied, or a file is not sound YAML, and EditError.
    """
    plan, private = read_text(path), path.with_name("private.yaml")
    found = _Found()
    _find_private(plan, plan.root, plan.data, Plan, _Owner(plan.root.text_of("id"), "plan"), found)
    if found.problems:
        raise PlanError(found.problems)
    if found.moved:
        public = _checked_bytes(plan, found.changes, plan.data)
        replace_file(private, _private_bytes(private, found), PRIVATE_MODE)
        replace_file(path, public)
    return tuple(found.moved)


@dataclass(frozen=True, slots=True)
class _Owner:
    """What private values are tied to: the id and kind of the nearest entry, and the place of the note of it."""

    id: str
    thing: str
    note: int | None = None


def _find_private(
    plan: PlanText, table: Table, data: dict[str, Any], kind: type[Model] | None, owner: _Owner, found: _Found
) -> None:
    """Gather the private values of `table`, and take them out of `data`."""
    for key, value in table.entries:
        if key.text in PRIVATE_KEYS:
            _take(plan, key, value, data.pop(key.text), owner, found)
            continue
        inner = _kind_under(kind, key.text) if kind else None
        for place, (item, held) in enumerate(_tables(value, data[key.text])):
            _find_private(plan, item, held, inner, _owner_of(item, inner, key.text, place, owner), found)
    found.changes += _cuts(plan, table, found)


def _tables(value: Place, data: Any) -> list[tuple[Table, dict[str, Any]]]:
    """The tables that `value` is or holds, whatever else stands in it."""
    if isinstance(value, Table):
        return [(value, data)]
    if isinstance(value, Items):
        return [pair for item, held in zip(value.items, data, strict=True) for pair in _tables(item, held)]
    return []


def _owner_of(table: Table, kind: type[Model] | None, key: str, place: int, owner: _Owner) -> _Owner:
    if kind and issubclass(kind, Entry):
        return _Owner(table.text_of("id"), singular(key))
    return _Owner(owner.id, owner.thing, place if kind is Note else None)


def _take(plan: PlanText, key: Leaf, value: Place, data: Any, owner: _Owner, found: _Found) -> None:
    position = plan.position(key.start)
    is_nothing = isinstance(value, Leaf) and value.is_empty
    if key.text != PEOPLE and not owner.id and not is_nothing:
        wanted = problems.ID_MISSING if owner.thing != "plan" else problems.KEY_MISSING
        found.problems.append(
            Problem(wanted, position, values={"thing": owner.thing, "plan": plan.path.parent.name, "key": "id"})
        )
    elif key.text == AUTHOR and not is_nothing and (owner.note is None or not isinstance(data, str)):
        raise EditError(f"{position}: this author belongs to no note; move it to private.yaml by hand")
    elif key.text == AUTHOR and owner.note is not None and not is_nothing:
        found.authors.setdefault(owner.id, {})[owner.note] = data
    elif key.text == PEOPLE and not is_nothing:
        found.people += _as_list(data, "name")
    elif not is_nothing:
        found.notes.setdefault(owner.id, []).extend(_as_list(data, "text"))
    found.moved.append(MovedValue(key.text, "" if key.text == PEOPLE else owner.id, position))


def _as_list(data: Any, shorthand: str) -> list[Any]:
    """`data` as a list of entries; a plain text is short for an entry with `shorthand`."""
    items = data if isinstance(data, tuple) else (data,)
    return [{shorthand: item} if isinstance(item, str) else item for item in items]


def _cuts(plan: PlanText, table: Table, found: _Found) -> Iterator[Change]:
    """What takes the private entries out of `table`, run by run; their comments go to `found`."""
    for first, last in _runs([key.text in PRIVATE_KEYS for key, _ in table.entries]):
        if first == 0 and last == len(table.entries) - 1:
            place = plan.position(table.entries[0][0].start)
            raise EditError(f"{place}: nothing but private values stands in this entry; take the entry out by hand")
        cut = _flow_cut(table, first, last) if table.is_flow else _block_cut(plan, table, first, last)
        leaves = [leaf for entry in table.entries[first : last + 1] for part in entry for leaf in _leaves(part)]
        found.comments += _comments(plan.text, cut, leaves)
        yield cut


def _runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and last place of each run of true `marks`."""
    for place, mark in enumerate(marks):
        if mark and (place == 0 or not marks[place - 1]):
            last = place
            while last + 1 < len(marks) and marks[last + 1]:
                last += 1
            yield place, last


def _flow_cut(table: Table, first: int, last: int) -> Change:
    if last + 1 < len(table.entries):
        return Change(table.entries[first][0].start, table.entries[last + 1][0].start)
    return Change(table.entries[first - 1][1].end, table.entries[last][1].end)


def _block_cut(plan: PlanText, table: Table, first: int, last: int) -> Change:
    """Whole lines, or for the first entry of a list item what follows its hyphen."""
    text, start = plan.text, table.entries[first][0].start
    line_start, line_end = plan.line_start(start), plan.line_end(_content_end(text, table.entries[last][1]))
    before = text[line_start:start]
    if not before.strip(" "):
        after = text.find("\n", line_end)
        return Change(line_start, len(text) if after < 0 else after + 1)
    if before.strip(" -"):
        raise EditError(f"{plan.position(start)}: this layout is not known; move the value to private.yaml by hand")
    following = table.entries[last + 1][0].start
    if text[line_end:following].strip():  # comments of the next entry stay
        return Change(len(text[:start].rstrip(" ")), line_end)
    return Change(start, following)


def _content_end(text: str, place: Place) -> int:
    """Where the last characters of `place` stand; for libyaml a block of text ends after its empty lines."""
    return max(place.start, len(text[: place.end].rstrip()))


def _comments(text: str, cut: Change, leaves: Sequence[Leaf]) -> list[str]:
    """The comments that `cut` takes out of `text`: whatever follows '#' and is no part of a key or text."""
    gaps, at = [], cut.start
    for leaf in leaves:
        gaps.append(text[at : leaf.start])
        header = re.match(r"[|>][^\s#]*([ ]+#[^\r\n]*)", text[leaf.start : leaf.end])
        gaps.append(header[1] if header else "")
        at = _content_end(text, leaf)
    gaps.append(text[at : cut.end])
    return [found.strip() for gap in gaps for found in re.findall(r"(?:^|(?<=\s))#[^\r\n]*", gap)]


# private.yaml


def _private_bytes(path: Path, found: _Found) -> bytes:
    """What private.yaml holds after `found` has come to it."""
    data = path.read_bytes() if path.exists() else b"schema: 1\n"
    held = plain_data(root) if (root := _sound_tree(data, path).root) else None
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


def _merge(document: Any, found: _Found, path: Path, made: Callable[[Any], Any]) -> None:
    """Add `found` to `document`, less what stands there already. `made` makes each new value."""
    if found.people:
        _add_new(document.setdefault(PEOPLE, []), found.people, made)
    for owner, notes in found.notes.items():
        _add_new(document.setdefault("notes", {}).setdefault(owner, []), notes, made)
    for owner, authors in found.authors.items():
        names = document.setdefault("authors", {}).setdefault(owner, [])
        for place, author in sorted(authors.items()):
            names.extend([NO_AUTHOR] * (place + 1 - len(names)))
            if names[place] not in (NO_AUTHOR, author):
                raise EditError(f"{path}: note {place + 1} of {owner!r} has another author here; take one of them out")
            names[place] = author


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
