"""Private values out of a plan file, which is published, into the private.yaml beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import problems
from generator.authoring.editor.files import replace_file
from generator.authoring.editor.places import (
    Change,
    EditError,
    Items,
    Leaf,
    Place,
    PlanText,
    Table,
    checked_bytes,
    kind_under,
    leaves,
    read_text,
)
from generator.authoring.editor.private_file import PEOPLE, Found, MovedValue, private_bytes
from generator.errors import PlanError, Problem
from generator.plan.model import Entry, Note, PublicPlan
from generator.plan.validation import singular

INTERNAL_KEYS, AUTHOR = ("internal", "internal_notes"), "author"
PRIVATE_KEYS = frozenset({*INTERNAL_KEYS, AUTHOR, PEOPLE})
PRIVATE_MODE = 0o600


def move_private(path: Path) -> tuple[MovedValue, ...]:
    """Move every private value of the plan file at `path` to the private.yaml beside it.

    private.yaml is written first, so that whatever happens nothing is lost; a value that stands there already is not
    added again. Comments between or behind private values move with them. Raises PlanError, where a thing has no id
    to which its notes could be tied, or a file is not sound YAML, and EditError.
    """
    plan, private = read_text(path), path.with_name("private.yaml")
    found = Found()
    _find_private(plan, plan.root, plan.data, PublicPlan, _Owner(plan.root.text_of("id"), "plan"), found)
    if found.problems:
        raise PlanError(found.problems)
    if found.moved:
        public = checked_bytes(plan, found.changes, plan.data)
        replace_file(private, private_bytes(private, found), PRIVATE_MODE)
        replace_file(path, public)
    return tuple(found.moved)


def add_taken_down(private: Path, entry: Mapping[str, str]) -> None:
    """Add `entry` to the words that were taken down in the file `private`, which is made where there is none.

    Raises PlanError, EditError or OSError, and then the file is as it was.
    """
    private.parent.mkdir(parents=True, exist_ok=True)
    replace_file(private, private_bytes(private, Found(taken_down=[dict(entry)])), PRIVATE_MODE)


@dataclass(frozen=True, slots=True)
class _Owner:
    """What private values are tied to: the id and kind of the nearest entry, and the place of the note of it."""

    id: str
    thing: str
    note: int | None = None


def _find_private(
    plan: PlanText, table: Table, data: dict[str, Any], kind: type[Any] | None, owner: _Owner, found: Found
) -> None:
    """Gather the private values of `table`, and take them out of `data`."""
    for key, value in table.entries:
        if key.text in PRIVATE_KEYS:
            _take(plan, key, value, data.pop(key.text), owner, found)
            continue
        inner = kind_under(kind, key.text) if kind else None
        tables = _tables(value, data[key.text])
        if inner is Note:
            found.note_counts[owner.id] = len(tables)
        for place, (item, held) in enumerate(tables):
            _find_private(plan, item, held, inner, _owner_of(item, inner, key.text, place, owner), found)
    found.changes += _cuts(plan, table, found)


def _tables(value: Place, data: Any) -> list[tuple[Table, dict[str, Any]]]:
    """The tables that `value` is or holds, whatever else stands in it."""
    if isinstance(value, Table):
        return [(value, data)]
    if isinstance(value, Items):
        return [pair for item, held in zip(value.items, data, strict=True) for pair in _tables(item, held)]
    return []


def _owner_of(table: Table, kind: type[Any] | None, key: str, place: int, owner: _Owner) -> _Owner:
    if kind and issubclass(kind, Entry):
        return _Owner(table.text_of("id"), singular(key))
    return _Owner(owner.id, owner.thing, place if kind is Note else None)


def _take(plan: PlanText, key: Leaf, value: Place, data: Any, owner: _Owner, found: Found) -> None:
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


def _cuts(plan: PlanText, table: Table, found: Found) -> Iterator[Change]:
    """What takes the private entries out of `table`, run by run; their comments go to `found`."""
    for first, last in _runs([key.text in PRIVATE_KEYS for key, _ in table.entries]):
        if first == 0 and last == len(table.entries) - 1:
            place = plan.position(table.entries[0][0].start)
            raise EditError(f"{place}: nothing but private values stands in this entry; take the entry out by hand")
        cut = _flow_cut(table, first, last) if table.is_flow else _block_cut(plan, table, first, last)
        inside = [leaf for entry in table.entries[first : last + 1] for part in entry for leaf in leaves(part)]
        found.comments += _comments(plan.text, cut, inside)
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


def _comments(text: str, cut: Change, inside: Sequence[Leaf]) -> list[str]:
    """The comments that `cut` takes out of `text`: whatever follows '#' and is no part of a key or text."""
    gaps, at = [], cut.start
    for leaf in inside:
        gaps.append(text[at : leaf.start])
        header = re.match(r"[|>][^\s#]*([ ]+#[^\r\n]*)", text[leaf.start : leaf.end])
        gaps.append(header[1] if header else "")
        at = _content_end(text, leaf)
    gaps.append(text[at : cut.end])
    return [found.strip() for gap in gaps for found in re.findall(r"(?:^|(?<=\s))#[^\r\n]*", gap)]
