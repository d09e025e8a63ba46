"""The pages of one edition, at its own address for good: its overview, outcomes and legend, as on its day.

They are made by the builders of the current pages, from what the edition froze. Then each link is led to where it
belongs: within the edition, or to a page of the current text, if that is still there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.document.addresses import (
    action_address,
    action_anchor,
    edition_address,
    outcome_address,
    overview_address,
    plan_page_address,
)
from generator.document.blocks import Link
from generator.document.page import Page
from generator.editions import Edition
from generator.pages.legend import legend_page
from generator.pages.moved_links import Moved
from generator.pages.outcome import outcome_page
from generator.pages.overview import overview_page
from generator.pages.reasons import say_reasons_once
from generator.plan.public import PublicPlan
from generator.wording import Words
from generator.words.directory import kinds, page_label
from generator.words.edition_names import edition_code, edition_title
from generator.words.lineage import ids_over_time
from generator.words.phrases import reasons_of, short_outcome_title
from generator.words.view import PlanView, edition_view

OldPage = Page


@dataclass(frozen=True)
class Now:
    """The plan as it is now, as far as the pages of its editions lead to it.

    `kinds` are those of its pages that there are; `newest` is the name of the edition that is shown, "" for a draft;
    `other_ids` are those that it has for outcomes that an edition has with another id.
    """

    plan: PublicPlan
    words: Words
    kinds: tuple[str, ...]
    newest: str
    other_ids: Mapping[str, str]

    @property
    def view(self) -> PlanView:
        return PlanView(self.plan, self.words, None)


def now_of(view: PlanView) -> Now:
    """What `view` is to its editions."""
    newest = view.edition.name if view.edition else ""
    every = dict.fromkeys(outcome.id for edition in view.history.editions for outcome in edition.plan.outcomes)
    other_ids = {name: ids_over_time(view, name)[-1] for name in every if name not in view.standings}
    return Now(view.plan, view.words, kinds(view), newest, other_ids)


@dataclass(frozen=True, slots=True)
class EditionPage:
    """A page of an edition, and the page of the current text on the same thing."""

    page: OldPage
    now: Link


def edition_pages(now: Now, edition: Edition) -> tuple[EditionPage, ...]:
    """Every page of `edition`, its overview first."""
    then = edition_view(edition, now.words)
    moved, reasons = _moved(now, then, edition), reasons_of(then)
    first = overview_page(then, edition_code(now.words, edition))
    overview = EditionPage(_page(now, edition, moved, say_reasons_once(then, first, reasons)), _same(now, None))
    outcomes = (
        EditionPage(_page(now, edition, moved, page), _same(now, outcome.id))
        for outcome in then.plan.outcomes
        for page in (say_reasons_once(then, outcome_page(then, outcome), reasons),)
    )
    legend = [legend_page(then)] if then.plan.status_scheme else []
    own = Link(page_label(now.view, "legend"), plan_page_address(now.plan.id, "legend"))
    found = own if now.plan.status_scheme else _same(now, None)
    return (overview, *outcomes, *(EditionPage(_page(now, edition, moved, page), found) for page in legend))


def _same(now: Now, outcome: str | None) -> Link:
    """The same outcome in the current text; the overview, where there is no such outcome any more."""
    name = now.other_ids.get(outcome, outcome) if outcome else None
    found = next((item for item in now.plan.outcomes if item.id == name), None)
    if found:
        return Link(short_outcome_title(now.view, found), outcome_address(now.plan.id, found.id))
    return Link(now.view.menu_title, overview_address(now.plan.id))


def edition_menu(now: Now, edition: Edition) -> tuple[Link, ...]:
    """The pages of an edition, for its menu, and the ways out of it."""
    words, home = now.words, _home(now, edition)
    then = edition_view(edition, words)
    return (
        Link(words.say("Overview"), overview_address(home)),
        *(Link(short_outcome_title(then, item), outcome_address(home, item.id)) for item in then.plan.outcomes),
        *([Link(page_label(then, "legend"), plan_page_address(home, "legend"))] if then.plan.status_scheme else []),
        Link(words.say("Every edition of this plan"), plan_page_address(now.plan.id, "editions")),
        Link(words.say("The plan as it is now"), overview_address(now.plan.id)),
    )


def edition_plan_title(words: Words, edition: Edition) -> str:
    """What the edition's pages are called beside their own titles."""
    day = edition_title(words, edition)
    return words.say("{plan}, edition of {day}", plan=edition.plan.short_title or edition.plan.title, day=day)


def _home(now: Now, edition: Edition) -> str:
    return edition_address(now.plan.id, edition.name).removesuffix("/")


def _moved(now: Now, then: PlanView, edition: Edition) -> Moved:
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
    return Moved(places, frozenset(plan_page_address(plan, kind) for kind in now.kinds))


def _page(now: Now, edition: Edition, moved: Moved, page: OldPage) -> OldPage:
    """`page` at its address within the edition."""
    plan, home = now.plan.id, _home(now, edition)
    crumbs = (
        Link(now.view.menu_title, overview_address(plan)),
        Link(now.words.say("Editions"), plan_page_address(plan, "editions")),
    )
    is_top = page.address == overview_address(plan)
    top = () if is_top else (Link(edition_title(now.words, edition), overview_address(home)),)
    address, _ = moved.places[page.address]
    led: OldPage = moved.page(page)
    return replace(led, address=address, crumbs=(*crumbs, *top))
