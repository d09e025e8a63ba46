"""Every action whose date ever moved or went: the first date, the date now, how often, how far, and who decided it."""

from generator.document.blocks import Cell, Line, Link, Row, Table, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.words.lineage import Moves, moves
from generator.words.phrases import numbered
from generator.words.plan_page import plan_page
from generator.words.view import PlanView

# In days. From the second on, people count months.
MONTH, COUNTED_IN_MONTHS = 30.4375, 60


def slipped_page(view: PlanView) -> Page:
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
    title = words.say("Dates that moved")
    opening = words.plural(
        "The date of {count} action moved since it was first published. Dates that were taken away come first.",
        "The dates of {count} actions moved since they were first published. "
        "Dates that were taken away come first, then those that moved furthest.",
        len(found),
    )
    return plan_page(view, "slipped", title, opening, (*sentences(opening), Table(title, columns, rows)))


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
    return (Line("", notes, Link(numbered(then.actions[action]), Ref("action", action, view.plan.id))),)
