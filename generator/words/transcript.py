"""Where a plan says how its source was read: found by walking all of it, so that no such place is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from generator.plan.model import Accepted, PublicPlan, Reading, Timescale
from generator.problems import PROBLEMS

PRIVACY_CODES = frozenset(code for code in PROBLEMS if code.startswith("privacy-"))


@dataclass(frozen=True, slots=True)
class Held:
    """One value of the plan, and the fields that lead to it from the top, each with the value that has the field."""

    value: Any
    above: tuple[tuple[Any, str], ...]


def each_held(value: Any, above: tuple[tuple[Any, str], ...] = ()) -> Iterator[Held]:
    """`value` and every value below it that has fields of its own, each before what it holds."""
    yield Held(value, above)
    for field in fields(value):
        held = getattr(value, field.name)
        for item in held if isinstance(held, tuple) else (held,):
            if is_dataclass(item):
                yield from each_held(item, (*above, (value, field.name)))


def readings(plan: PublicPlan) -> Iterator[tuple[Held, Reading]]:
    """Every note on how a value was read, with the value that has the field it speaks of."""
    for held in each_held(plan):
        for reading in getattr(held.value, "readings", ()):
            yield held, reading


def read_times(plan: PublicPlan) -> Iterator[tuple[Held, Timescale]]:
    """Every timescale that does not simply stand as it is printed."""
    for held in each_held(plan):
        if isinstance(held.value, Timescale) and _is_read(held.value):
            yield held, held.value


def _is_read(timescale: Timescale) -> bool:
    other_print = timescale.verbatim is not None and timescale.verbatim != timescale.words
    return bool(timescale.reading != "stated" or timescale.read_as or timescale.note or other_print)


def told_accepted(plan: PublicPlan) -> tuple[Accepted, ...]:
    """What was accepted, for readers to know: nothing that may tell of a person, or would point at where it stands."""
    return tuple(entry for entry in plan.accepted if entry.code not in PRIVACY_CODES)


def has_corrections(plan: PublicPlan) -> bool:
    """Whether anything of the plan was read with care, or accepted though a check found it."""
    return bool(told_accepted(plan)) or any(True for _ in readings(plan)) or any(True for _ in read_times(plan))
