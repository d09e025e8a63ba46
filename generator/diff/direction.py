"""Which way a value went: a rating, a date, a target, a rhythm, a share of the work done."""

import re
from datetime import date
from decimal import Decimal

from generator.plan.field_types import Missing
from generator.plan.model import Measure, Occurrence, PublicPlan, ReviewRule, Status, StatusScheme, Target, Timescale
from generator.plan.vocabulary import ChangeKind, OccurrenceState
from generator.status import TONE_ORDER, rating_order, reading_of, statuses
from generator.timescale.interval import Interval, read_interval

# States of a report that was due, from the best to the worst.
SETTLED: tuple[OccurrenceState, ...] = ("kept", "late", "missed")
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# How long a unit is on average, in days: enough to tell which of two lengths is the longer.
DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4375"), "year": Decimal("365.25")}
FOREVER = Decimal("Infinity")


def rating(plan: PublicPlan, status: str | Missing | None) -> Status | Missing | str | None:
    """The status of the plan's legend that `status` names; itself where the legend has none."""
    return next((entry for entry in statuses(plan) if entry.id == status), status)


def rating_kind(was: PublicPlan, plan: PublicPlan, old: object, new: object) -> ChangeKind:
    """Better or worse by the order of the plan's own legend; otherwise only that it changed.

    `was` and `plan` are the old and the new plan. Ratings that stand in no legend together are compared by their tones.
    """
    if not isinstance(old, Status) or not isinstance(new, Status):
        return "rating-changed"
    before, after = rating_order(was.status_scheme), rating_order(plan.status_scheme)
    if old.id not in before or new.id not in after:
        return "rating-changed"
    if old.id in after:
        rise = after.index(new.id) - after.index(old.id)
    elif new.id in before:
        rise = before.index(new.id) - before.index(old.id)
    elif old.tone in TONE_ORDER and new.tone in TONE_ORDER:
        rise = TONE_ORDER.index(new.tone) - TONE_ORDER.index(old.tone)
    else:
        rise = 0
    return "rating-better" if rise > 0 else "rating-worse" if rise < 0 else "rating-changed"


def day_of(plan: PublicPlan, timescale: Timescale | None) -> date | None:
    """The last day that a timescale names; None where it is only said how often something is reported."""
    if timescale is None or timescale.role == "reported":
        return None
    return reading_of(plan, timescale).end


def time_kind(old: Timescale, new: Timescale, old_day: date | None, new_day: date | None) -> ChangeKind:
    """How a timescale changed: its date, else its words, else its other fields."""
    if old_day and new_day and old_day != new_day:
        return "date-later" if new_day > old_day else "date-earlier"
    if bool(old_day) != bool(new_day):
        return "date-given" if new_day else "date-removed"
    is_reworded = (old.words, old.read_as, old.event) != (new.words, new.read_as, new.event)
    if is_reworded:
        return "date-reworded" if old_day else "timescale-reworded"
    return "timescale-changed"


def target_kind(measure: Measure | None, old: Target, new: Target) -> ChangeKind:
    """Lower is what asks for less: by the figures and the way that the measure should go, or by being a wish only."""
    if isinstance(new.value, Missing) and not isinstance(old.value, Missing):
        return "target-removed"
    if isinstance(old.value, Missing) and not isinstance(new.value, Missing):
        return "target-added"
    if old.kind != new.kind:
        return "target-lowered" if new.kind == "aspirational" else "target-raised"
    before, after = _figure(old.value), _figure(new.value)
    direction = measure.direction if measure else None
    if before is None or after is None or before == after or direction == "keep":
        return "target-changed"
    asks_for_less = after > before if direction == "down" else after < before
    return "target-lowered" if asks_for_less else "target-raised"


def _figure(value: str | Missing) -> Decimal | None:
    """The one number that stands in `value`."""
    found = NUMBER.findall(value) if isinstance(value, str) else []
    return Decimal(found[0].replace(",", "")) if len(found) == 1 else None


def progress_kind(old: object, new: object) -> ChangeKind:
    """Up or down; otherwise only that it changed."""
    if isinstance(old, int) and isinstance(new, int):
        return "progress-up" if new > old else "progress-down"
    return "progress-changed"


def interval_kind(old: str | None, new: str | None) -> ChangeKind:
    """Whether reviews come more or less often. An interval that is missing or was not read means never."""
    before, after = _length(old), _length(new)
    if before == after:
        return "review-interval-reworded"
    return "review-interval-longer" if after > before else "review-interval-shorter"


def _length(words: str | None) -> Decimal:
    interval: Interval | None = read_interval(words) if words else None
    return interval[0] * DAYS[interval[1]] if interval else FOREVER


def scheme_interval_kind(old: StatusScheme | None, new: StatusScheme | None) -> ChangeKind:
    """The same of the whole legend; only that it changed where the interval is the same."""
    before, after = (scheme.review_every if scheme else None for scheme in (old, new))
    found = interval_kind(before, after)
    return "legend" if found == "review-interval-reworded" else found


def review_kind(old: ReviewRule | None, new: ReviewRule | None, before: str | None, after: str | None) -> ChangeKind:
    """What it means that a rule for reviews comes or goes whole; `before` and `after` are the intervals that count."""
    found = interval_kind(before, after)
    if found == "review-interval-longer":
        return found
    if old is None and new is not None and new.reviews:
        return "review-added"
    if new is None and old is not None and old.reviews:
        return "review-removed"
    return found if found == "review-interval-shorter" else "review-changed"


def is_settled(occurrence: Occurrence) -> bool:
    """Whether the plan states that a report was kept, late or missed."""
    return occurrence.state in SETTLED


def occurrence_kind(old: Occurrence | None, new: Occurrence) -> ChangeKind:
    """Whether a report turns out as missed or late, or as kept; otherwise only that it is there, or changed.

    What was stated before can turn out worse, and never as kept: then it was corrected.
    """
    if old and is_settled(old):
        is_worse = is_settled(new) and SETTLED.index(new.state) > SETTLED.index(old.state)
        return "occurrence-missed" if is_worse else "occurrence-changed"
    if new.state in ("missed", "late"):
        return "occurrence-missed"
    if new.state == "kept":
        return "occurrence-kept"
    return "occurrence-changed" if old else "occurrence-added"
