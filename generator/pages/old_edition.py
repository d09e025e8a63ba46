"""The pages of one edition, at its own address for good: its overview, outcomes and legend, as on its day.

They are made by the builders of the current pages, from what the edition froze. Then each link is led to where it
belongs: within the edition, or to a page of the current text, if that is still there.
"""

from dataclasses import dataclass, replace

from generator.editions import Edition
from generator.pages.addresses import (
    action_address,
    action_anchor,
    edition_address,
    outcome_address,
    overview_address,
    plan_page_address,
)
from generator.pages.directory import kinds, page_label
from generator.pages.editions import edition_code, edition_title
from generator.pages.legend import LegendPage, legend_page
from generator.pages.moved_links import Moved
from generator.pages.outcome import OutcomePage, outcome_page, short_outcome_title
from generator.pages.overview import OverviewPage, overview_page
from generator.pages.parts import Link
from generator.pages.view import PlanView, edition_view

OldPage = OverviewPage | OutcomePage | LegendPage


@dataclass(frozen=True, slots=True)
class EditionPage:
    """A page of an edition, and the page of the current text on the same thing."""

    page: OldPage
    now: Link


def edition_pages(view: PlanView, edition: Edition) -> tuple[EditionPage, ...]:
    """Every page of `edition`, its overview first. `view` is that of the current text."""
    then = edition_view(edition, view.words)
    moved = _moved(view, then, edition)
    first = overview_page(then)
    first = replace(first, facts=(*first.facts, *edition_code(view.words, edition)))
    overview = EditionPage(_page(view, edition, moved, first), _now(view, None))
    outcomes = (
        EditionPage(_page(view, edition, moved, outcome_page(then, outcome)), _now(view, outcome.id))
        for outcome in then.plan.outcomes
    )
    legend = [legend_page(then)] if then.plan.status_scheme else []
    now = Link(page_label(view, "legend"), plan_page_address(view.plan.id, "legend"))
    found = now if view.plan.status_scheme else _now(view, None)
    return (overview, *outcomes, *(EditionPage(_page(view, edition, moved, page), found) for page in legend))


def _now(view: PlanView, outcome: str | None) -> Link:
    """The same outcome in the current text; the overview, where there is no such outcome any more."""
    found = next((item for item in view.plan.outcomes if item.id == outcome), None)
    if found:
        return Link(short_outcome_title(view, found), outcome_address(view.plan.id, found.id))
    return Link(view.menu_title, overview_address(view.plan.id))


def edition_menu(view: PlanView, edition: Edition) -> tuple[Link, ...]:
    """The pages of an edition, for its menu, and the ways out of it."""
    words, home = view.words, _home(view, edition)
    then = edition_view(edition, words)
    return (
        Link(words.say("Overview"), overview_address(home)),
        *(Link(short_outcome_title(then, item), outcome_address(home, item.id)) for item in then.plan.outcomes),
        *([Link(page_label(then, "legend"), plan_page_address(home, "legend"))] if then.plan.status_scheme else []),
        Link(words.say("Every edition of this plan"), plan_page_address(view.plan.id, "editions")),
        Link(words.say("The plan as it is now"), overview_address(view.plan.id)),
    )


def edition_plan_title(view: PlanView, edition: Edition) -> str:
    """What the edition's pages are called beside their own titles."""
    day = edition_title(view.words, edition)
    return view.words.say("{plan}, edition of {day}", plan=edition.plan.short_title or edition.plan.title, day=day)


def _home(view: PlanView, edition: Edition) -> str:
    return edition_address(view.plan.id, edition.name).removesuffix("/")


def _moved(now: PlanView, then: PlanView, edition: Edition) -> Moved:
    """Where the links of the edition's pages lead: within it, where it has what they lead to."""
    plan, home = now.plan.id, _home(now, edition)
    places = {overview_address(plan): (overview_address(home), "")}
    for outcome in then.plan.outcomes:
        places[outcome_address(plan, outcome.id)] = (outcome_address(home, outcome.id), "")
    for action, place in then.places.items():
        page = outcome_address(home, place.outcome.id)
        places[action_address(plan, action)] = (page, action_anchor(action))
    if then.plan.status_scheme:
        places[plan_page_address(plan, "legend")] = (plan_page_address(home, "legend"), "")
    return Moved(places, frozenset(plan_page_address(plan, kind) for kind in kinds(now)))


def _page(now: PlanView, edition: Edition, moved: Moved, page: OldPage) -> OldPage:
    """`page` at its address within the edition."""
    plan, home = now.plan.id, _home(now, edition)
    crumbs = (
        Link(now.menu_title, overview_address(plan)),
        Link(now.words.say("Editions"), plan_page_address(plan, "editions")),
    )
    top = (
        (Link(edition_title(now.words, edition), overview_address(home)),) if not isinstance(page, OverviewPage) else ()
    )
    address, _ = moved.places[page.address]
    led: OldPage = moved.page(page)
    return replace(led, address=address, crumbs=(*crumbs, *top))
