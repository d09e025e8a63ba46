"""The page of one action, at any depth."""

from dataclasses import replace

from generator.document.addresses import action_address, thing_anchor
from generator.document.blocks import Link, points, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.plan.model import Action
from generator.words.action_section import action_blocks, action_section
from generator.words.brief_times import when_phrase
from generator.words.leads import leads_phrase
from generator.words.phrases import numbered, short_outcome_title
from generator.words.plan_page import above, as_at_day
from generator.words.ratings import level_tag
from generator.words.story import story_section
from generator.words.view import PlanView


def action_page(view: PlanView, action: Action) -> Page:
    """The page of `action`."""
    place, plan, words = view.places[action.id], view.plan, view.words
    title, outcome = short_outcome_title(view, place.outcome), Ref("outcome", place.outcome.id, plan.id)
    label = plan.words.sub_action if place.above else plan.words.action
    short = f"{plan.words.outcome} {place.outcome.number}" if place.outcome.number else place.outcome.title
    crumbs = (
        *above(view),
        Link(short, outcome),
        *(Link(parent.number or parent.title, Ref("action", parent.id, plan.id)) for parent in place.above),
    )
    part_of = (
        Link(title, replace(outcome, part=thing_anchor("action", action.id))),
        *(Link(numbered(parent), Ref("action", parent.id, plan.id)) for parent in place.above),
    )
    blocks = (
        *action_blocks(view, action, is_full=True),
        *sentences(words.say("Part of:")),
        *points(*part_of),
        *sentences(*as_at_day(view), role="as-at"),
        *(action_section(view, sub) for sub in action.sub_actions),
        *story_section(view, action.id),
    )
    name = words.say("{label} {title}", label=label, title=numbered(action))
    return Page("action", action_address(plan.id, action.id), name, crumbs, _opening(view, action), blocks)


def _opening(view: PlanView, action: Action) -> str:
    """How it stands, by when it is due and who leads it, in three short sentences."""
    words, own = view.words, view.plan.words
    tag = level_tag(view, action)
    facts = [(own.status, tag.text)] if tag else []
    facts += [(words.say("By when"), when_phrase(view, action)), (own.lead, leads_phrase(view, action))]
    return " ".join(words.say("{label}: {fact}.", label=label, fact=fact) for label, fact in facts)
