"""What is known of the work once its date has passed.

"Overdue" is said only where the plan shows the work open, and something was published after the date.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from generator.plan.model import Action, Closure, PublicPlan
from generator.plan.vocabulary import Tone
from generator.status.scheme import Thing, declared, tone
from generator.status.times import due, newest, noted_since, published_since

# overdue: something was published after the date, and the plan shows the work open. no-news: nothing was published
# since. not-said: something was published since, and the plan shows neither a rating nor progress.
# open-at-end: not reported as done by the day at which the plan is closed.
Lateness = Literal["", "overdue", "no-news", "not-said", "open-at-end"]
# Tones that tell nothing of how far the work is.
UNKNOWN: tuple[Tone, ...] = ("not-rated", "withheld")


def is_done(plan: PublicPlan, thing: Thing) -> bool:
    """Whether the plan reports `thing` as done: complete by its rating, at 100%, or closed."""
    if tone(declared(plan, thing.status)) == "complete":
        return True
    if isinstance(thing, Action):
        return thing.progress == 100 or is_closed(thing.closures)
    return False


def is_closed(closures: Iterable[Closure]) -> bool:
    """Whether the last of `closures` closed something; of those of one day, the last in the file counts."""
    last = newest(closures)
    return last is not None and not last.reopened


def lateness(plan: PublicPlan, thing: Thing, on: date, *, done: bool) -> Lateness:
    """What is known of `thing` on the day `on`, after its date; "" where none has passed, and where it is done."""
    by = due(plan, thing)
    if by is None or by >= on or done:
        return ""
    if plan.closed:
        return "open-at-end"
    if not (noted_since(thing, by) or published_since(plan, by)):
        return "no-news"
    return "overdue" if _is_known(plan, thing) else "not-said"


def _is_known(plan: PublicPlan, thing: Thing) -> bool:
    """Whether the plan says how far `thing` is: by a rating, or by its progress. A note may say that it is done."""
    progress = thing.progress if isinstance(thing, Action) else None
    return tone(declared(plan, thing.status)) not in UNKNOWN or isinstance(progress, int)
