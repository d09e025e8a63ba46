"""The pages of one edition, at its own address for good: its overview and its outcomes, as on the day of publication.

They are made by the builders of the current pages, from what the edition froze. Then each link is led to where it
belongs: within the edition, or to a page of the current text, if that is still there.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from generator.editions import Edition
from generator.pages.addresses import (
    action_address,
    action_anchor,
    edition_address,
    outcome_address,
    overview_address,
    plan_page_address,
)
from generator.pages.directory import kinds
from generator.pages.editions import edition_title
from generator.pages.outcome import OutcomePage, outcome_page, short_outcome_title
from generator.pages.overview import OverviewPage, overview_page
from generator.pages.parts import Line, Link
from generator.pages.sections import Section
from generator.pages.view import PlanView

OldPage = OverviewPage | OutcomePage


@dataclass(frozen=True, slots=True)
class EditionPage:
    """A page of an edition, and the page of the current text on the same thing."""

    page: OldPage
    now: Link


def edition_pages(view: PlanView, edition: Edition) -> tuple[EditionPage, ...]:
    """Every page of `edition`, its overview first. `view` is that of the current text."""
    then = PlanView(edition.plan, view.words, edition.facts.as_at, frozen=edition.facts)
    moved = _Moved(view, then, edition)
    overview = EditionPage(moved.page(overview_page(then)), _now(view, None))
    outcomes = (
        EditionPage(moved.page(outcome_page(then, outcome)), _now(view, outcome.id)) for outcome in then.plan.outcomes
    )
    return (overview, *outcomes)


def _now(view: PlanView, outcome: str | None) -> Link:
    """The same outcome in the current text; the overview, where there is no such outcome any more."""
    found = next((item for item in view.plan.outcomes if item.id == outcome), None)
    if found:
        return Link(short_outcome_title(view, found), outcome_address(view.plan.id, found.id))
    return Link(view.menu_title, overview_address(view.plan.id))


def edition_menu(view: PlanView, edition: Edition) -> tuple[Link, ...]:
    """The pages of an edition, for its menu, and the ways out of it."""
    words, home = view.words, _home(view, edition)
    then = PlanView(edition.plan, words, edition.facts.as_at, frozen=edition.facts)
    return (
        Link(words.say("Overview"), overview_address(home)),
        *(Link(short_outcome_title(then, item), outcome_address(home, item.id)) for item in then.plan.outcomes),
        Link(words.say("Every edition of this plan"), plan_page_address(view.plan.id, "editions")),
        Link(words.say("The plan as it is now"), overview_address(view.plan.id)),
    )


def edition_plan_title(view: PlanView, edition: Edition) -> str:
    """What the edition's pages are called beside their own titles."""
    day = edition_title(view.words, edition)
    return view.words.say("{plan}, edition of {day}", plan=edition.plan.short_title or edition.plan.title, day=day)


def _home(view: PlanView, edition: Edition) -> str:
    return edition_address(view.plan.id, edition.name).removesuffix("/")


class _Moved:
    """Leads the links of a page of `then`, the edition's plan, to where they belong."""

    def __init__(self, now: PlanView, then: PlanView, edition: Edition) -> None:
        plan, home = now.plan.id, _home(now, edition)
        self.crumbs = (
            Link(now.menu_title, overview_address(plan)),
            Link(now.words.say("Editions"), plan_page_address(plan, "editions")),
        )
        self.title = edition_title(now.words, edition)
        self.home = home
        # Where the pages of the current text stood, and where the same is said in the edition.
        self.places = {overview_address(plan): (overview_address(home), "")}
        for outcome in then.plan.outcomes:
            self.places[outcome_address(plan, outcome.id)] = (outcome_address(home, outcome.id), "")
        for action, place in then.places.items():
            page = outcome_address(home, place.outcome.id)
            self.places[action_address(plan, action)] = (page, action_anchor(action))
        self.still_there = {plan_page_address(plan, kind) for kind in kinds(now)}

    def page(self, page: OldPage) -> OldPage:
        """`page`, at its address within the edition."""
        address, _ = self.places[page.address]
        top = (Link(self.title, overview_address(self.home)),) if isinstance(page, OutcomePage) else ()
        moved: OldPage = _mapped(page, self.moved)
        return replace(moved, address=address, crumbs=(*self.crumbs, *top))

    def moved(self, value: object) -> object:
        """`value`, if it is a link or holds one."""
        if isinstance(value, Section):
            # It leads to the action's own page in the current text, which tells what became of it since.
            return replace(
                value, facts=_mapped(value.facts, self.moved), sub_actions=_mapped(value.sub_actions, self.moved)
            )
        if isinstance(value, Line) and value.link:
            link = self.link(value.link)
            return replace(value, link=link, text=value.text if link else value.link.text)
        return self.link(value) if isinstance(value, Link) else value

    def link(self, link: Link) -> Link | None:
        """Where `link` leads now; None where there is no such page any more."""
        if link.page is None:
            return link
        if link.page in self.places:
            page, anchor = self.places[link.page]
            return Link(link.text, page, link.anchor or anchor)
        # What stood at the anchor may be gone.
        return Link(link.text, link.page) if link.page in self.still_there else None


def _mapped(value: Any, change: Callable[[object], object]) -> Any:
    """`value` with every link below it changed; a link that is gone leaves its place in a list."""
    if isinstance(value, Link | Line | Section):
        return change(value)
    if isinstance(value, tuple):
        found = (_mapped(item, change) for item in value)
        return tuple(item for item in found if item is not None)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _mapped(getattr(value, field.name), change) for field in fields(value)}
        return replace(value, **changed)
    return value
