"""What became of a date that has passed.

"Overdue" is said only where something that was published after the date shows the work open.
"""

from datetime import date
from typing import Literal

from generator.public import Action, PublicPlan, Status
from generator.status.scheme import Thing, declared, tone
from generator.status.times import due, noted_since, published_since

# overdue: something published after the date shows the work open. no-news: nothing was published since.
# not-said: the plan was published since, and does not say. open-at-end: not reported as done when the plan ended.
Lateness = Literal["", "overdue", "no-news", "not-said", "open-at-end"]


def is_done(plan: PublicPlan, thing: Thing) -> bool:
    """Whether the plan reports `thing` as done: complete by its rating, at 100%, or closed."""
    if tone(declared(plan, thing.status)) == "complete":
        return True
    if isinstance(thing, Action):
        is_closed = bool(thing.closures) and not max(thing.closures, key=lambda closure: closure.date).reopened
        return thing.progress == 100 or is_closed
    return False


def lateness(plan: PublicPlan, thing: Thing, on: date, *, done: bool) -> Lateness:
    """What became of the date of `thing` as at the day `on`; "" where none has passed, and where it is done."""
    by = due(plan, thing)
    if by is None or by >= on or done:
        return ""
    if plan.closed:
        return "open-at-end"
    if noted_since(thing, by):
        return "overdue"
    if not published_since(plan, by):
        return "no-news"
    return "overdue" if _is_known(plan, thing) else "not-said"


def _is_known(plan: PublicPlan, thing: Thing) -> bool:
    """Whether the plan says how far `thing` is: by a rating, or by its progress."""
    progress = thing.progress if isinstance(thing, Action) else None
    return isinstance(declared(plan, thing.status), Status) or isinstance(progress, int)
