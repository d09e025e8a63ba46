"""The page of one action, at any depth."""

from dataclasses import dataclass

from generator.document.addresses import action_address, action_anchor, outcome_address, overview_address
from generator.document.blocks import Gone, Link, Table
from generator.pages.story import story
from generator.plan.public import Action
from generator.words.action_section import Section, action_section
from generator.words.brief_times import when_phrase
from generator.words.leads import leads_phrase
from generator.words.phrases import as_at_phrase, numbered, short_outcome_title
from generator.words.ratings import level_tag
from generator.words.view import PlanView


@dataclass(frozen=True, slots=True)
class ActionPage:
    """One action: what, who, by when, how far."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    section: Section
    opening: str
    as_at: str
    part_of_label: str
    part_of: tuple[Link, ...]
    story_heading: str
    story: Table | None
    gone: Gone | None = None
    template: str = "action"


def action_page(view: PlanView, action: Action) -> ActionPage:
    """The page of `action`."""
    place = view.places[action.id]
    plan = view.plan
    outcome = Link(short_outcome_title(view, place.outcome), outcome_address(plan.id, place.outcome.id))
    above = tuple(Link(numbered(parent), action_address(plan.id, parent.id)) for parent in place.above)
    label = plan.words.sub_action if place.above else plan.words.action
    short = f"{plan.words.outcome} {place.outcome.number}" if place.outcome.number else place.outcome.title
    crumbs = (
        Link(view.menu_title, overview_address(plan.id)),
        Link(short, outcome_address(plan.id, place.outcome.id)),
        *(Link(parent.number or parent.title, action_address(plan.id, parent.id)) for parent in place.above),
    )
    return ActionPage(
        address=action_address(plan.id, action.id),
        title=view.words.say("{label} {title}", label=label, title=numbered(action)),
        crumbs=crumbs,
        section=action_section(view, action, 1, is_full=True),
        opening=_opening(view, action),
        as_at=as_at_phrase(view),
        part_of_label=view.words.say("Part of"),
        part_of=(Link(outcome.text, outcome.page, action_anchor(action.id)), *above),
        story_heading=view.words.say("Over time"),
        story=story(view, action.id),
    )


def _opening(view: PlanView, action: Action) -> str:
    """How it stands, by when it is due and who leads it, in three short sentences."""
    words, own = view.words, view.plan.words
    tag = level_tag(view, action)
    facts = [(own.status, tag.text)] if tag else []
    facts += [(words.say("By when"), when_phrase(view, action)), (own.lead, leads_phrase(view, action))]
    return " ".join(words.say("{label}: {fact}.", label=label, fact=fact) for label, fact in facts)
