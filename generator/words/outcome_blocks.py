"""An outcome in blocks: how it is rated, what is said of it, and its actions in their groups."""

from collections.abc import Iterable

from generator.document.blocks import Block, Fact, Section, Sentences, labelled_lines, sentences
from generator.document.prose import prose_blocks
from generator.plan.model import Action, Outcome
from generator.words.action_section import action_section, answer_facts, measure_facts, note_blocks, reading_facts
from generator.words.details import detail_facts, plain_facts
from generator.words.ratings import level_tag, rolled_line, status_line
from generator.words.times import timescale_facts
from generator.words.view import PlanView


def rating_lines(view: PlanView, outcome: Outcome) -> tuple[Sentences, ...]:
    """The rating of `outcome`, and the worst below it."""
    return (*status_line(view.plan.words.status, level_tag(view, outcome)), *rolled_line(view, outcome))


def outcome_blocks(view: PlanView, outcome: Outcome) -> tuple[Block, ...]:
    """What a page says of `outcome` itself: its question, description, labelled lines and progress."""
    return (
        *sentences(outcome.question or ""),
        *prose_blocks(outcome.description),
        *labelled_lines(_facts(view, outcome)),
        *note_blocks(view.words, outcome.notes),
    )


def _facts(view: PlanView, outcome: Outcome) -> tuple[Fact, ...]:
    """By when, how we will know, and what the outcome answers."""
    timescales = timescale_facts(view, outcome, is_full=True) if outcome.timescales else ()
    return (
        *timescales,
        *measure_facts(view, outcome, is_full=True),
        *answer_facts(view, outcome.answers),
        *plain_facts(view, outcome),
        *detail_facts(view, outcome),
        *reading_facts(view, outcome.readings),
    )


def action_sections(view: PlanView, outcome: Outcome, *, has_links: bool = True) -> tuple[Section, ...]:
    """The outcome's actions in the sections of their issues; those that no issue groups come first."""

    def sections(actions: Iterable[Action]) -> tuple[Section, ...]:
        return tuple(action_section(view, action, has_link=has_links) for action in actions)

    by_id = {action.id: action for action in outcome.actions}
    grouped = {action for issue in outcome.key_issues for action in issue.actions}
    issues = (
        Section(
            f"i-{issue.id}",
            issue.title,
            (*prose_blocks(issue.text), *sections(by_id[action] for action in issue.actions if action in by_id)),
        )
        for issue in outcome.key_issues
    )
    return (*sections(action for action in outcome.actions if action.id not in grouped), *issues)
