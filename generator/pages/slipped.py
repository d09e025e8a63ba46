"""Every action whose date ever moved or went: the first date, the date now, how often, how far, and who decided it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.document.addresses import action_address, overview_address, plan_page_address
from generator.document.blocks import Cell, Line, Link, Row, Table
from generator.status import timescales
from generator.timescale import read
from generator.words.lineage import ids_over_time
from generator.words.phrases import numbered
from generator.words.view import PlanView

# In days. From the second on, people count months.
MONTH, COUNTED_IN_MONTHS = 30.4375, 60


@dataclass(frozen=True, slots=True)
class SlippedPage:
    """The actions whose dates moved, those that moved furthest first."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    opening: str
    table: Table
    template: str = "slipped"


@dataclass(frozen=True, slots=True)
class Moves:
    """The dates by which one action was due, from the first that is known to the last; no two in a row are the same.

    `is_gone` says that the last text that has the action gives no date any more.
    """

    action: str
    dates: tuple[date, ...]
    decided_by: tuple[str, ...]
    is_gone: bool = False

    @property
    def days(self) -> int:
        """How many days later the date is now than at first; fewer than none where it is earlier."""
        return (self.dates[-1] - self.dates[0]).days


def has_slipped(view: PlanView) -> bool:
    """Whether a date of any action ever moved."""
    return any(True for _ in moves(view))


def slipped_page(view: PlanView) -> SlippedPage:
    """The page of dates that moved."""
    words, plan = view.words, view.plan
    found = sorted(moves(view), key=lambda item: (not item.is_gone, -item.days))
    columns = (
        plan.words.action,
        words.say("First date"),
        words.say("Date now"),
        words.say("How far, how often"),
        words.say("Who decided"),
    )
    rows = tuple(_row(view, item) for item in found)
    return SlippedPage(
        address=plan_page_address(plan.id, "slipped"),
        title=words.say("Dates that moved"),
        crumbs=(Link(view.menu_title, overview_address(plan.id)),),
        opening=words.plural(
            "The date of {count} action moved since it was first published. Dates that were taken away come first.",
            "The dates of {count} actions moved since they were first published. "
            "Dates that were taken away come first, then those that moved furthest.",
            len(found),
        ),
        table=Table(words.say("Dates that moved"), columns, rows),
    )


def moves(view: PlanView) -> Iterator[Moves]:
    """The actions of any edition whose date moved, in the plan's order, those that were taken out last."""
    every = dict.fromkeys(action for then in (view, *view.steps) for action in then.actions)
    # An entry that was put in again as another one is one with it. Where the old id came back beside the new one, they
    # are two, with a past in common.
    for ids in dict.fromkeys(ids_over_time(view, action) for action in every):
        found = _moves(view, ids)
        if len(found.dates) > 1 or found.is_gone:
            yield found


def _moves(view: PlanView, ids: Sequence[str]) -> Moves:
    """What the texts say of one action's date, and what the first says of earlier ones."""
    having = [(then, name) for then, name in zip(view.steps, ids, strict=True) if name in then.actions]
    published = [then.standings[name].due for then, name in having]
    known = [*_before(*having[0]), *(due for due in published if due)]
    dates = tuple(day for before, day in pairwise((None, *known)) if day is not None and day != before)
    decided = (body for then, name in having for body in _decided_by(then, name))
    is_gone = bool(dates) and published[-1] is None
    return Moves(having[-1][1], dates, tuple(dict.fromkeys(decided)), is_gone)


def _decided_by(then: PlanView, action: str) -> Iterator[str]:
    """The bodies that moved the date, as one edition says."""
    revisions = (item for timescale in timescales(then.actions[action]) for item in timescale.revises)
    return (then.body_name(item.decided_by) for item in revisions if item.decided_by)


def _before(then: PlanView, action: str) -> Iterator[date]:
    """The last days of earlier wordings of the action's date, oldest first."""
    due = then.standings[action].due
    for timescale in timescales(then.actions[action]):
        if due and then.reading(timescale).end == due:
            ends = (read(item.words).end for item in timescale.revises)
            yield from (end for end in ends if end)


def _row(view: PlanView, found: Moves) -> Row:
    words, count = view.words, len(found.dates) - 1 + found.is_gone
    now = words.say("No date") if found.is_gone else words.day(found.dates[-1])
    far = words.say("Taken away") if found.is_gone else _far(view, found.days)
    who = tuple(Line(name) for name in found.decided_by) or (Line(words.say("Not stated")),)
    return Row(
        (
            _name(view, found.action),
            (Line(words.day(found.dates[0])),),
            (Line(now),),
            (Line(far, (words.plural("moved once", "moved {count} times", count),)),),
            who,
        )
    )


def _far(view: PlanView, days: int) -> str:
    words = view.words
    if not days:
        return words.say("Back to the first date")
    months = round(abs(days) / MONTH)
    if abs(days) < COUNTED_IN_MONTHS:
        later = words.plural("{count} day later", "{count} days later", days)
        return later if days > 0 else words.plural("{count} day earlier", "{count} days earlier", -days)
    later = words.plural("{count} month later", "{count} months later", months)
    return later if days > 0 else words.plural("{count} month earlier", "{count} months earlier", months)


def _name(view: PlanView, action: str) -> Cell:
    """The action, with a link; one that was taken out keeps its page."""
    then = next(then for then in (view, *reversed(view.edition_views)) if action in then.actions)
    notes = () if then is view else (view.words.say("Taken out of the plan"),)
    return (Line("", notes, Link(numbered(then.actions[action]), action_address(view.plan.id, action))),)
