"""Where a plan says how its source was read: found by walking all of it, so that no such place is forgotten."""

from collections.abc import Iterator

from generator.plan.model import Accepted, PublicPlan, Reading, Timescale
from generator.plan.walk import PlanNode, walk_plan
from generator.problems import PROBLEMS

PRIVACY_CODES = frozenset(code for code in PROBLEMS if code.startswith("privacy-"))


def readings(plan: PublicPlan) -> Iterator[tuple[PlanNode, Reading]]:
    """Every note on how a value was read, with the value that has the field it speaks of."""
    for held in walk_plan(plan):
        for reading in getattr(held.value, "readings", ()):
            yield held, reading


def read_times(plan: PublicPlan) -> Iterator[tuple[PlanNode, Timescale]]:
    """Every timescale that does not simply stand as it is printed."""
    for held in walk_plan(plan):
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
