"""The home page: every plan of the site, and how it stands."""

from generator.document.addresses import HOME, thing_anchor
from generator.document.blocks import Block, Link, Mark, Section, sentences
from generator.document.page import Page, PagePart
from generator.document.refs import Ref
from generator.wording import Words
from generator.words.answer import answer, as_at_beside_answer
from generator.words.plan_facts import plan_sentence
from generator.words.ratings import roll_blocks
from generator.words.terms import plan_terms
from generator.words.view import PlanView


def home_page(words: Words, site_name: str, views: tuple[PlanView, ...]) -> Page:
    """The home page of the site with the plans of `views`. Two plans may use one word, so each has its own terms."""
    opening = words.say("See what was promised, who leads it, by when, and how far it has come.")
    heading = words.plural("The plan", "The {count} plans", len(views))
    plans: tuple[Block, ...] = (Section("plans", heading, tuple(map(_plan, views))),)
    shown = plans if views else sentences(words.say("No plan has been published yet."))
    parts = tuple(PagePart(thing_anchor("plan", view.plan.id), plan_terms(view.plan)) for view in views)
    return Page("home", HOME, site_name, (), opening, (*sentences(opening, role="lead"), *shown), parts=parts)


def _plan(view: PlanView) -> Section:
    """One plan and how it stands."""
    plan, words = view.plan, view.words
    marks = (*((plan.example.kind,) if plan.example else ()), *((words.say("Closed"),) if plan.closed else ()))
    blocks: tuple[Block, ...] = (
        *sentences(*map(Mark, marks)),
        *sentences(answer(view)),
        *roll_blocks(view),
        *sentences(plan.summary or ""),
        *sentences(plan_sentence(view), as_at_beside_answer(view)),
    )
    return Section(thing_anchor("plan", plan.id), plan.title, blocks, Link(plan.title, Ref("plan", plan=plan.id)))
