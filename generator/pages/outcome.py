"""The page of one outcome: its actions, each a section."""

from collections.abc import Iterator

from generator.document.addresses import outcome_address, thing_anchor
from generator.document.blocks import Item, Link, Text, Ways, sentences
from generator.document.page import Page
from generator.document.refs import here
from generator.plan.model import Outcome
from generator.status import sub_actions
from generator.words.named_things import title_link
from generator.words.outcome_blocks import action_sections, outcome_blocks, rating_lines
from generator.words.phrases import as_at_phrase, level_words, lower_first, numbered, sentence, short_outcome_title
from generator.words.plan_page import above, as_at_day, on_this_page
from generator.words.ratings import roll_blocks
from generator.words.view import PlanView


def outcome_page(view: PlanView, outcome: Outcome) -> Page:
    """The page of `outcome`."""
    title, full_title = short_outcome_title(view, outcome), outcome.title if outcome.short_title else ""
    summary = _summary(view, outcome)
    blocks = (
        *rating_lines(view, outcome),
        *sentences(full_title, role="lead"),
        *sentences(summary, *as_at_day(view)),
        *roll_blocks(view, outcome),
        *outcome_blocks(view, outcome),
        *on_this_page(
            view, *(Link(numbered(action), here(thing_anchor("action", action.id))) for action in outcome.actions)
        ),
        *action_sections(view, outcome),
        *_neighbours(view, outcome),
    )
    opening = " ".join(filter(None, (sentence(full_title), summary, as_at_phrase(view))))
    return Page("outcome", outcome_address(view.plan.id, outcome.id), title, above(view), opening, blocks)


def _summary(view: PlanView, outcome: Outcome) -> str:
    """How much the outcome holds, in a sentence."""
    if not outcome.actions:
        actions = lower_first(view.plan.words.actions)
        return view.words.say("This part of the plan has no {actions}.", actions=actions)
    below = sub_actions(outcome.actions)
    parts = [level_words(view, "actions", len(outcome.actions))]
    parts += [level_words(view, "sub-actions", len(below))] if below else []
    return view.words.say("This part of the plan has {parts}.", parts=view.words.listing(parts))


def _neighbours(view: PlanView, outcome: Outcome) -> Iterator[Ways]:
    """Links to the outcomes before and after `outcome`, where there are any."""
    words, outcomes = view.words, view.plan.outcomes
    place = outcomes.index(outcome)
    found = ((words.say("Before:"), outcomes[:place][-1:]), (words.say("Next:"), outcomes[place + 1 :][:1]))
    items = tuple(Item((Text(label), title_link(view, other))) for label, near in found for other in near)
    if items:
        yield Ways(words.say("{outcomes} before and after", outcomes=view.plan.words.outcomes), items)
