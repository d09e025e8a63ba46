"""A new edition of a plan: what refuses it, and the file and the line of the lock that it becomes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator import problems
from generator.editions.entries import Again, Publication, next_file
from generator.editions.lock import Lock, hashes, with_line
from generator.editions.record import SCHEMA, Record, record_bytes
from generator.editions.shelf import Edition, Shelf
from generator.errors import PlanError, Position, Problem
from generator.plan.model import PublicPlan
from generator.status import as_at, facts_of
from generator.text import character_name, either, nearest, sha256_hex, without_unsafe_characters

WITHDRAW_AHEAD = (
    "that day is still to come; was it a mistake, such as that of a wrong clock? Then withdraw it: "
    "plans withdraw {plan} --date {name}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What an officer says of a new edition: its day, in a sentence what is new, and how much it matters.

    `is_correction` says that it mends what was published on the same day; `again`, why it may hold texts where others
    were taken down.
    """

    date: date
    kind: Literal["significant", "minor"]
    note: str
    approved_by: str | None = None
    printed_version: str | None = None
    is_correction: bool = False
    again: Again | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What a command writes: the lock with one line more, and the files of that line by their names."""

    lock: Lock
    files: dict[str, bytes]


def refusals(shelf: Shelf, said: Announcement, today: date, where: Position) -> Iterator[Problem]:
    """Why no edition may be announced so, whatever the plan holds. The problems name `where`."""
    # What a wrong clock dated and was withdrawn bars no day.
    dates = (entry.date for entry in shelf.entries if isinstance(entry, Edition) or entry.date <= today)
    newest = max(dates, default=None)
    if said.date > today:
        yield Problem(problems.PUBLISH_FUTURE, where, values={"day": said.date, "today": today})
    if newest and said.date < newest:
        yield Problem(
            problems.PUBLISH_EARLIER, where, values={"day": said.date, "newest": newest, "do": _do(shelf, today)}
        )
    if newest == said.date and not said.is_correction:
        yield Problem(problems.PUBLISH_TWICE, where, values={"day": said.date})
    if newest != said.date and said.is_correction:
        yield Problem(problems.PUBLISH_CORRECTION, where, values={"day": said.date})
    if said.kind == "significant" and not said.note.strip():
        yield Problem(problems.PUBLISH_NOTE, where)
    for what, text in texts_for_good(said):
        yield from text_problems(what, text, where)


def _do(shelf: Shelf, today: date) -> str:
    """What to do where an edition is dated before the newest one."""
    if ahead := shelf.ahead(today):
        return WITHDRAW_AHEAD.format(plan=ahead[-1].plan.id, name=ahead[-1].name)
    return "give the date of that day or a later one; what was published stays as it was"


def texts_for_good(said: Announcement) -> tuple[tuple[str, str], ...]:
    """The texts of an announcement that the lock holds for good, each with its name."""
    reason = said.again.reason if said.again else ""
    return (("the note", said.note), ("the printed version", said.printed_version or ""), ("the reason", reason))


def text_problems(what: str, text: str, where: Position) -> Iterator[Problem]:
    """Whatever a page could not show of a text that the lock is to hold for good."""
    found = next(
        (character for character in text if character == "\n" or not without_unsafe_characters(character)), None
    )
    if found:
        name = "a line break" if found == "\n" else character_name(found)
        yield Problem(problems.PUBLISH_TEXT, where, values={"what": what, "character": name})


def approving_body(plan: PublicPlan, said: str, where: Position) -> str:
    """The name of the body of `plan` that was `said` to approve it, by its id or a name. Raises PlanError."""
    for body in plan.bodies:
        if said.strip().casefold() in (body.id, body.name.casefold(), (body.short_name or body.id).casefold()):
            return body.name
    known = [body.id for body in plan.bodies]
    meant = nearest(said, known)
    do = f"did you mean {meant!r}?" if meant else f"use {either(known)}" if known else "list it under bodies first"
    raise PlanError([Problem(problems.PUBLISH_BODY, where, values={"value": said, "do": do})])


def as_published(plan: PublicPlan, day: date) -> PublicPlan:
    """`plan` as its edition of `day` holds it.

    A plan that does not say of which day its facts are speaks of the day on which it is published.
    """
    return replace(plan, as_at=plan.as_at or day)


def published(shelf: Shelf, plan: PublicPlan, said: Announcement, salt: str) -> Step:
    """`plan` as the next edition. `salt` is random: 32 hexadecimal digits."""
    frozen = as_published(plan, said.date)
    computed = facts_of(frozen, as_at(frozen, said.date, said.date) or said.date)
    data = record_bytes(Record(SCHEMA, frozen, computed, salt, shelf.lock.head))
    file = next_file(hashes(shelf.lock), said.date)
    entry = Publication(
        kind=said.kind,
        file=file,
        sha256=sha256_hex(data),
        bytes=len(data),
        date=said.date,
        note=said.note.strip(),
        approved_by=said.approved_by,
        printed_version=said.printed_version,
        schema=SCHEMA,
        again=said.again,
    )
    return Step(with_line(shelf.lock, entry), {file: data})
