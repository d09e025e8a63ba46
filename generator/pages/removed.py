"""The pages of actions and outcomes that were taken out of the plan: they stay, and say what was last said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.pages.action import ActionPage, action_page
from generator.pages.addresses import action_address, outcome_address, overview_address, plan_page_address
from generator.pages.directory import kinds
from generator.pages.moved_links import Moved
from generator.pages.outcome import OutcomePage, outcome_page
from generator.pages.parts import Link
from generator.pages.story import story
from generator.pages.view import PlanView


def removed_pages(view: PlanView) -> Iterator[ActionPage | OutcomePage]:
    """A page for each outcome and action that an edition has and the plan has no longer."""
    moved = _moved(view)
    seen = set(view.standings)
    for place in range(len(view.edition_views) - 1, -1, -1):
        then = view.edition_views[place]
        gone = _gone(view, _day_after(view, place))
        for outcome in then.plan.outcomes:
            if outcome.id not in seen:
                page: OutcomePage = moved.page(outcome_page(then, outcome))
                yield replace(page, gone=gone, crumbs=_crumbs(view), neighbours=())
        for action in then.actions.values():
            if action.id not in seen:
                made: ActionPage = moved.page(action_page(then, action))
                yield replace(made, gone=gone, crumbs=_crumbs(view), story=story(view, action.id))
        seen |= set(then.standings)


def _day_after(view: PlanView, place: int) -> date | None:
    """The day of the edition after that at `place`; None where only the working text follows."""
    later = view.edition_views[place + 1 :]
    return later[0].edition.date if later and later[0].edition else None


def _gone(view: PlanView, day: date | None) -> str:
    words = view.words
    if day is None:
        return words.say("Taken out of the plan in this draft. It last said:")
    return words.say("Taken out of the plan on {day}. It last said:", day=words.day(day))


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
