"""The pages of actions and outcomes that were taken out of the plan: they stay, and say what was last said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.document.addresses import action_address, outcome_address, overview_address, plan_page_address
from generator.document.blocks import Link, Sentences, Ways, sentences
from generator.document.page import Page
from generator.pages.action import action_page
from generator.pages.moved_links import Moved
from generator.pages.outcome import outcome_page
from generator.words.directory import kinds
from generator.words.lineage import ids_over_time
from generator.words.phrases import numbered, short_outcome_title
from generator.words.plan_page import above
from generator.words.story import story_section
from generator.words.view import PlanView


def removed_pages(view: PlanView) -> Iterator[Page]:
    """A page for each outcome and action that an edition has and the plan has no longer."""
    moved = _moved(view)
    seen = set(view.standings)
    for place in range(len(view.edition_views) - 1, -1, -1):
        then = view.edition_views[place]
        day = _day_after(view, place)
        gone = [(outcome.id, outcome_page(then, outcome)) for outcome in then.plan.outcomes if outcome.id not in seen]
        gone += [(action.id, action_page(then, action)) for action in then.actions.values() if action.id not in seen]
        for thing, page in gone:
            kept = (block for block in moved.page(page).blocks if not isinstance(block, Ways))
            below = story_section(view, thing) if thing in then.actions else ()
            yield replace(page, crumbs=above(view), blocks=(*_gone(view, day, thing), *kept, *below))
        seen |= set(then.standings)


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
        return Link(numbered(then.actions[last]), action_address(view.plan.id, last))
    outcome = next(outcome for outcome in then.plan.outcomes if outcome.id == last)
    return Link(short_outcome_title(then, outcome), outcome_address(view.plan.id, last))


def _moved(view: PlanView) -> Moved:
    """Where links of those pages lead: every outcome and action that ever was has a page, other pages may be gone."""
    plan = view.plan.id
    every = {name for then in view.edition_views for name in then.standings}
    actions = {name for then in view.edition_views for name in then.actions}
    there = {action_address(plan, name) for name in actions} | {outcome_address(plan, name) for name in every - actions}
    there |= {plan_page_address(plan, kind) for kind in kinds(view)} | {overview_address(plan)}
    return Moved({}, frozenset(there))
