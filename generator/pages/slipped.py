"""Every action whose date ever moved or went: the first date, the date now, how often, how far, and who decided it."""

from generator.document.blocks import Line, sentences
from generator.document.page import Page
from generator.words.cells import thing_link
from generator.words.layout import table
from generator.words.lineage import Moves, moves
from generator.words.plan_page import plan_page
from generator.words.view import PlanView

# In days. From the second on, people count months.
MONTH, COUNTED_IN_MONTHS = 30.4375, 60


def slipped_page(view: PlanView) -> Page:
    """The page of dates that moved."""
    words = view.words
    found = sorted(moves(view), key=lambda item: (not item.is_gone, -item.days))
    title = words.say("Dates that moved")
    opening = words.plural(
        "The date of {count} action moved since it was first published. Dates that were taken away come first.",
        "The dates of {count} actions moved since they were first published. "
        "Dates that were taken away come first, then those that moved furthest.",
        len(found),
    )
    dates = table(
        title,
        found,
        (view.plan.words.action, lambda item: _name(view, item.action)),
        (words.say("First date"), lambda item: words.day(item.dates[0])),
        (words.say("Date now"), lambda item: words.say("No date") if item.is_gone else words.day(item.dates[-1])),
        (words.say("How far, how often"), lambda item: _how_far(view, item)),
        (words.say("Who decided"), lambda item: tuple(map(Line, item.decided_by)) or words.say("Not stated")),
    )
    return plan_page(view, "slipped", title, opening, (*sentences(opening), dates))


def _how_far(view: PlanView, found: Moves) -> Line:
    words, count = view.words, len(found.dates) - 1 + found.is_gone
    far = words.say("Taken away") if found.is_gone else _far(view, found.days)
    return Line(far, (words.plural("moved once", "moved {count} times", count),))


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


def _name(view: PlanView, action: str) -> Line:
    """The action, with a link; one that was taken out keeps its page."""
    then = next(then for then in (view, *reversed(view.edition_views)) if action in then.actions)
    notes = () if then is view else (view.words.say("Taken out of the plan"),)
    return Line("", notes, thing_link(then, then.actions[action]))
