"""The days that timescales name: how each is read, by when a thing is due, and which have passed."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from generator.plan.field_types import Missing
from generator.plan.model import Closure, PublicPlan, Review, Timescale
from generator.status.scheme import Thing
from generator.timescale import Reading, read

# What happened on a day.
Dated = TypeVar("Dated", Closure, Review)
# A plan says the same few hundred wordings over and over.
_read = lru_cache(maxsize=4096)(read)


def reading_of(plan: PublicPlan, timescale: Timescale) -> Reading:
    """How a timescale is read: by the words that were meant, counted from its event where its day is known."""
    anchor = next((event.date for event in plan.events if event.id == timescale.event), None)
    return _read(timescale.read_as or timescale.words, anchor)


def timescales(thing: Thing) -> tuple[Timescale, ...]:
    """The timescales of `thing`; none where it is said why there are none."""
    return () if isinstance(thing.timescales, Missing) else thing.timescales


def ends(plan: PublicPlan, thing: Thing) -> tuple[date, ...]:
    """The last days of the periods by which something of `thing` is to be done, as they stand in the plan."""
    found = (reading_of(plan, item).end for item in timescales(thing) if item.role != "reported")
    return tuple(end for end in found if end)


def due(plan: PublicPlan, thing: Thing) -> date | None:
    """The last day on which `thing` is still in time: of its due dates, or, without any, of its targets.

    None where any of them is not known: it cannot be read, counts from a day that is not said, or has no end.
    """
    for role in ("due", "target"):
        readings = [reading_of(plan, item) for item in timescales(thing) if item.role == role]
        if any(_is_open(reading) for reading in readings):
            return None
        if dated := [reading.end for reading in readings if reading.end]:
            return max(dated)
    return None


def known_due(plan: PublicPlan, thing: Thing) -> date | None:
    """By when `thing` is due; where that cannot be told, the last of its days that is known."""
    return due(plan, thing) or max(ends(plan, thing), default=None)


def _is_open(reading: Reading) -> bool:
    """Whether it cannot be told when the time that was read is over, and it is no duty that comes again."""
    return bool(reading.doubt) or _is_unanchored(reading) or any(part.kind == "ongoing" for part in reading.parts)


def has_unread(plan: PublicPlan, thing: Thing) -> bool:
    """Whether a date of `thing` cannot be told: its words are in doubt, or count from a day that is not said."""
    readings = [reading_of(plan, item) for item in timescales(thing) if item.role != "reported"]
    return any(reading.doubt or _is_unanchored(reading) for reading in readings)


def _is_unanchored(reading: Reading) -> bool:
    return any(part.kind == "relative" and not part.end for part in reading.parts)


def newest(things: Iterable[Dated]) -> Dated | None:
    """The last by its day, and of those of one day the last in the file; None of none."""
    ordered = sorted(things, key=lambda thing: thing.date)
    return ordered[-1] if ordered else None


def noted_since(thing: Thing, by: date) -> bool:
    """Whether a note tells of something that was done after the day `by`."""
    return any(note.date and note.date > by and note.kind != "plan" for note in thing.notes)


def published_since(plan: PublicPlan, by: date) -> bool:
    """Whether the plan was published after the day `by`; a closed plan has said all that it will say."""
    return plan.closed is not None or (plan.as_at is not None and plan.as_at > by)
