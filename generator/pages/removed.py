"""The page of an action or outcome that was taken out of the plan: it stays, and says what was last said."""

from dataclasses import replace

from generator.document.blocks import Link, Ways, sentences
from generator.document.page import Page
from generator.words.lineage import ids_over_time
from generator.words.named_things import title_link
from generator.words.plan_page import above
from generator.words.story import story_section
from generator.words.view import PlanView


def removed_page(view: PlanView, place: int, thing: str, page: Page) -> Page:
    """`page` of an outcome or action as the page of what was taken out after the edition at `place`."""
    words, now = view.words, _now(view, thing)
    # Where only the working text follows, no edition says on which day.
    later = view.edition_views[place + 1 :]
    gone = words.say("Taken out of the plan in this draft.")
    if later and later[0].edition:
        gone = words.say("Taken out of the plan on {day}.", day=words.day(later[0].edition.date))
    again = (words.say("It was put in again as a new entry:"), now, ".") if now else ()
    notice = sentences(gone, *again, words.say("It last said:"), role="notice")
    kept = (block for block in page.blocks if not isinstance(block, Ways))
    below = story_section(view, thing) if thing in view.edition_views[place].actions else ()
    return replace(page, crumbs=above(view), blocks=(*notice, *kept, *below))


def _now(view: PlanView, thing: str) -> Link | None:
    """Where a thing that was put in again goes on."""
    last = ids_over_time(view, thing)[-1]
    then = next((then for then in (view, *reversed(view.edition_views)) if last in then.standings), None)
    if last == thing or then is None:
        return None
    outcomes = (outcome for outcome in then.plan.outcomes if outcome.id == last)
    return title_link(then, then.actions[last] if last in then.actions else next(outcomes))
