"""The page of an action or outcome that was taken out of the plan: it stays, and says what was last said."""

from dataclasses import replace
from datetime import date

from generator.document.blocks import Link, Sentences, Ways, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.words.lineage import ids_over_time
from generator.words.phrases import numbered, short_outcome_title
from generator.words.plan_page import above
from generator.words.story import story_section
from generator.words.view import PlanView


def removed_page(view: PlanView, place: int, thing: str, page: Page) -> Page:
    """`page` of an outcome or action as the page of what was taken out after the edition at `place`."""
    then = view.edition_views[place]
    kept = (block for block in page.blocks if not isinstance(block, Ways))
    below = story_section(view, thing) if thing in then.actions else ()
    return replace(page, crumbs=above(view), blocks=(*_gone(view, _day_after(view, place), thing), *kept, *below))


def _day_after(view: PlanView, place: int) -> date | None:
    """The day of the edition after that at `place`; None where only the working text follows."""
    later = view.edition_views[place + 1 :]
    return later[0].edition.date if later and later[0].edition else None


def _gone(view: PlanView, day: date | None, thing: str) -> tuple[Sentences, ...]:
    """That the thing was taken out of the plan, and where it goes on, if it was put in again with another id."""
    words, now = view.words, _now(view, thing)
    sentence = words.say("Taken out of the plan in this draft.")
    if day is not None:
        sentence = words.say("Taken out of the plan on {day}.", day=words.day(day))
    again = (words.say("It was put in again as a new entry:"), now, ".") if now else ()
    return sentences(sentence, *again, words.say("It last said:"), role="notice")


def _now(view: PlanView, thing: str) -> Link | None:
    """Where a thing that was put in again goes on."""
    last = ids_over_time(view, thing)[-1]
    then = next((then for then in (view, *reversed(view.edition_views)) if last in then.standings), None)
    if last == thing or then is None:
        return None
    if last in then.actions:
        return Link(numbered(then.actions[last]), Ref("action", last, view.plan.id))
    outcome = next(outcome for outcome in then.plan.outcomes if outcome.id == last)
    return Link(short_outcome_title(then, outcome), Ref("outcome", last, view.plan.id))
