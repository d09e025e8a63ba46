"""The home page: every plan of the site, and how it stands."""

from dataclasses import dataclass

from generator.document.addresses import HOME, overview_address, plan_anchor
from generator.document.blocks import Link
from generator.document.page import Term
from generator.pages.overview import as_at_beside_answer, plan_sentence
from generator.wording import Words
from generator.words.answer import answer
from generator.words.ratings import Roll, rolls
from generator.words.terms import plan_terms
from generator.words.view import PlanView


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One plan on the home page, and the words of it that a reader may not know."""

    anchor: str
    link: Link
    marks: tuple[str, ...]
    sentence: str
    summary: str
    as_at: str
    answer: str
    rolls: tuple[Roll, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """The plans of the site."""

    title: str
    opening: str
    plans_heading: str
    plans: tuple[PlanCard, ...]
    nothing: str
    address: str = HOME
    crumbs: tuple[Link, ...] = ()
    template: str = "home"


def home_page(words: Words, site_name: str, views: tuple[PlanView, ...]) -> HomePage:
    """The home page of the site with the plans of `views`."""
    return HomePage(
        title=site_name,
        opening=words.say("See what was promised, who leads it, by when, and how far it has come."),
        plans_heading=words.plural("The plan", "The {count} plans", len(views)),
        plans=tuple(_card(view) for view in views),
        nothing=words.say("No plan has been published yet."),
    )


def _card(view: PlanView) -> PlanCard:
    plan = view.plan
    marks = (plan.example.kind,) if plan.example else ()
    closed = (view.words.say("Closed"),) if plan.closed else ()
    return PlanCard(
        anchor=plan_anchor(plan.id),
        link=Link(plan.title, overview_address(plan.id)),
        marks=(*marks, *closed),
        sentence=plan_sentence(view),
        summary=plan.summary or "",
        as_at=as_at_beside_answer(view),
        answer=answer(view),
        rolls=rolls(view),
        terms=plan_terms(plan),
    )
