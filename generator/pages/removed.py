"""The pages of actions and outcomes that were taken out of the plan: they stay, and say what was last said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.document.addresses import action_address, outcome_address, overview_address, plan_page_address
from generator.document.blocks import Gone, Link
from generator.pages.action import ActionPage, action_page
from generator.pages.moved_links import Moved
from generator.pages.outcome import OutcomePage, outcome_page
from generator.pages.story import story
from generator.words.directory import kinds
from generator.words.lineage import ids_over_time
from generator.words.phrases import numbered, short_outcome_title
from generator.words.view import PlanView


def removed_pages(view: PlanView) -> Iterator[ActionPage | OutcomePage]:
    """A page for each outcome and action that an edition has and the plan has no longer."""
    moved = _moved(view)
    seen = set(view.standings)
    for place in range(len(view.edition_views) - 1, -1, -1):
        then = view.edition_views[place]
        day = _day_after(view, place)
        for outcome in then.plan.outcomes:
            if outcome.id not in seen:
                page: OutcomePage = moved.page(outcome_page(then, outcome))
                yield replace(page, gone=_gone(view, day, outcome.id), crumbs=_crumbs(view), neighbours=())
        for action in then.actions.values():
            if action.id not in seen:
                made: ActionPage = moved.page(action_page(then, action))
                gone = _gone(view, day, action.id)
                yield replace(made, gone=gone, crumbs=_crumbs(view), story=story(view, action.id))
        seen |= set(then.standings)


def _day_after(view: PlanView, place: int) -> date | None:
    """The day of the edition after that at `place`; None where only the working text follows."""
    later = view.edition_views[place + 1 :]
    return later[0].edition.date if later and later[0].edition else None


def _gone(view: PlanView, day: date | None, thing: str) -> Gone:
    words, now = view.words, _now(view, thing)
    sentence = words.say("Taken out of the plan in this draft.")
    if day is not None:
        sentence = words.say("Taken out of the plan on {day}.", day=words.day(day))
    again = words.say("It was put in again as a new entry:") if now else ""
    return Gone(sentence, words.say("It last said:"), again, now)


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


def _crumbs(view: PlanView) -> tuple[Link, ...]:
    return (Link(view.menu_title, overview_address(view.plan.id)),)


def _moved(view: PlanView) -> Moved:
    """Where links of those pages lead: every outcome and action that ever was has a page, other pages may be gone."""
    plan = view.plan.id
    every = {name for then in view.edition_views for name in then.standings}
    actions = {name for then in view.edition_views for name in then.actions}
    there = {action_address(plan, name) for name in actions} | {outcome_address(plan, name) for name in every - actions}
    there |= {plan_page_address(plan, kind) for kind in kinds(view)} | {overview_address(plan)}
    return Moved({}, frozenset(there))
