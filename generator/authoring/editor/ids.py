"""Ids for whatever in a plan file wants one and has none. An id is permanent, and never used again."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.authoring.editor.files import replace_file
from generator.authoring.editor.places import (
    Change,
    EditError,
    Items,
    PlanText,
    Table,
    checked_bytes,
    kind_under,
    leaves,
    places_of,
    read_text,
)
from generator.errors import Position
from generator.plan.field_types import described_fields
from generator.plan.files import names_in, read_file
from generator.plan.former_ids import PublishedId, former_id
from generator.plan.model import (
    Action,
    Body,
    Decision,
    Event,
    Evidence,
    Finding,
    KeyIssue,
    Measure,
    Outcome,
    PublicPlan,
    Report,
    Risk,
    Status,
)
from generator.plan.validation import singular
from generator.text import ID_PATTERN, slugged

LONGEST_ID = 40
PREFIXES: dict[type[Any], str] = {
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
SPARE_PREFIXES: dict[type[Any], str] = {Body: "b", Status: "s", Event: "event"}
COUNTED = (Measure, KeyIssue, Decision, Report)


@dataclass(frozen=True, slots=True)
class GivenId:
    """An id that was given, to what, and where that stands."""

    id: str
    thing: str
    position: Position


def give_ids(path: Path) -> tuple[GivenId, ...]:
    """Give an id to everything in the plan file at `path` that wants one and has none; the file is not touched when
    nothing does.

    What was published under an id that nothing in the file has now gets that one again. No other id is used that stands
    anywhere in the plan, in its editions or in its private file. Raises PlanError for a
    file that is not sound YAML, and EditError.
    """
    plan = read_text(path)
    giving = _Giving(plan, _taken_ids(plan), _published_things(plan.path.parent))
    giving.go_through(plan.root, plan.data, PublicPlan, "")
    if giving.changes:
        replace_file(path, checked_bytes(plan, giving.changes, plan.data))
    return tuple(giving.given)


def _taken_ids(plan: PlanText) -> set[str]:
    texts = {leaf.text for leaf in leaves(plan.root)}
    private = plan.path.with_name("private.yaml")
    if private.exists():
        texts |= {leaf.text for leaf in leaves(places_of(private))}
    editions = names_in(plan.path.parent / "editions")
    for edition in (path for path in editions if path.suffix == ".json"):
        try:
            texts |= set(_strings(json.loads(read_file(edition))))
        except (OSError, ValueError, RecursionError) as error:
            raise EditError(f"{edition}: this edition cannot be read, so the ids in it are not known") from error
    return {text for text in texts if ID_PATTERN.fullmatch(text)}


def _published_things(folder: Path) -> tuple[PublishedId, ...]:
    """Every outcome and action of the editions in `folder`, by the number and title that it had last."""
    found: dict[str, PublishedId] = {}
    for edition in (path for path in names_in(folder / "editions") if path.suffix == ".json"):
        try:
            held = json.loads(read_file(edition))["plan"]
            found |= {thing.id: thing for thing in _edition_things(held)}
        except (OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
            raise EditError(f"{edition}: this edition cannot be read, so the ids in it are not known") from error
    return tuple(found.values())


def _edition_things(data: dict[str, Any]) -> Iterator[PublishedId]:
    for key in ("outcomes", "actions", "sub_actions"):
        for item in data.get(key, ()):
            yield PublishedId(item["id"], item.get("number", ""), item.get("title", ""))
            yield from _edition_things(item)


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
    published: tuple[PublishedId, ...] = ()
    changes: list[Change] = field(default_factory=list)
    given: list[GivenId] = field(default_factory=list)

    def go_through(self, table: Table, data: dict[str, Any], kind: type[Any], owner: str) -> None:
        """Give ids to what the entries of `table`, a `kind`, hold. `owner` is the id of the nearest thing with one."""
        for key, value in table.entries:
            inner = kind_under(kind, key.text)
            if inner is None:
                continue
            if isinstance(value, Table):
                self.go_through(value, data[key.text], inner, owner)
            elif isinstance(value, Items):
                for place, item in enumerate(value.items):
                    if isinstance(item, Table):
                        self.visit(item, data[key.text][place], inner, key.text, place, owner)

    def visit(self, table: Table, data: dict[str, Any], kind: type[Any], key: str, place: int, owner: str) -> None:
        name = table.text_of("id")
        if not name and _wants_id(kind):
            name = data["id"] = self.new_id(kind, table, place, owner)
            self.changes.append(_id_change(self.plan, table, name))
            self.given.append(GivenId(name, singular(key), self.plan.position(table.start)))
        self.go_through(table, data, kind, name or owner)

    def new_id(self, kind: type[Any], table: Table, place: int, owner: str) -> str:
        own = {key.text: table.text_of(key.text) for key, _ in table.entries}
        present = {leaf.text for leaf in leaves(self.plan.root)} | {given.id for given in self.given}
        if kind in (Outcome, Action) and (
            former := former_id(own.get("number", ""), own.get("title", ""), self.published, present)
        ):
            return former
        wanted = id_from(kind, own, place, owner)
        name, count = wanted, 1
        while name in self.taken:
            count += 1
            name = _cut(wanted, LONGEST_ID - len(f"-{count}")) + f"-{count}"
        self.taken.add(name)
        return name


def _wants_id(kind: type[Any]) -> bool:
    return any(field.name == "id" and field.is_required for field in described_fields(kind))


def id_from(kind: type[Any], texts: Mapping[str, str], place: int, owner: str) -> str:
    """A readable id for a `kind`: from its number, its title or name, or its place under its `owner`."""
    prefix = PREFIXES.get(kind, "")
    counted = "-".join(part for part in (owner.partition("-")[2] or owner, str(place + 1)) if part)
    named = next(
        (slug for key in ("short_name", "label", "title", "name") if (slug := slugged(texts.get(key, "")))), ""
    )
    words = slugged(texts.get("number", "")) or (counted if kind in COUNTED else named) or counted
    if not prefix and not ID_PATTERN.match(words):
        prefix = SPARE_PREFIXES.get(kind, "x")
    return _cut(f"{prefix}-{words}" if prefix else words, LONGEST_ID)


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
