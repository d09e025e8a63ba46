"""The page of one outcome: its actions, each a section."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document.addresses import action_anchor, outcome_address, overview_address
from generator.document.blocks import Fact, Gone, Link, Tag
from generator.plan.public import Action, Outcome
from generator.status import sub_actions
from generator.words.action_section import (
    NoteItem,
    Section,
    action_section,
    answer_facts,
    measure_facts,
    note_items,
    reading_facts,
)
from generator.words.details import detail_facts
from generator.words.phrases import as_at_phrase, level_words, lower_first, numbered, sentence, short_outcome_title
from generator.words.ratings import Roll, Rolled, level_tag, rolled_up, rolls
from generator.words.times import timescale_facts
from generator.words.view import PlanView


@dataclass(frozen=True, slots=True)
class Issue:
    """A heading between the outcome and a group of its actions; without a title, the actions that no issue groups."""

    level: int
    anchor: str
    title: str
    text: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The outcome before or after this one."""

    label: str
    link: Link


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """An outcome and its actions."""

    address: str
    title: str
    full_title: str
    crumbs: tuple[Link, ...]
    question: str
    summary: str
    as_at: str
    tag: Tag | None
    rolled: Rolled | None
    status_label: str
    description: str
    rolls: tuple[Roll, ...]
    facts: tuple[Fact, ...]
    notes_label: str
    notes: tuple[NoteItem, ...]
    contents_label: str
    contents: tuple[Link, ...]
    issues: tuple[Issue, ...]
    neighbours_label: str
    neighbours: tuple[Neighbour, ...]
    gone: Gone | None = None
    template: str = "outcome"

    @property
    def opening(self) -> str:
        """The whole title where the heading is short, and how much there is."""
        return " ".join(filter(None, (sentence(self.full_title), self.summary, self.as_at)))


def outcome_page(view: PlanView, outcome: Outcome) -> OutcomePage:
    """The page of `outcome`."""
    plan, words = view.plan, view.words
    return OutcomePage(
        address=outcome_address(plan.id, outcome.id),
        title=short_outcome_title(view, outcome),
        full_title=outcome.title if outcome.short_title else "",
        crumbs=(Link(view.menu_title, overview_address(plan.id)),),
        question=outcome.question or "",
        summary=outcome_summary(view, outcome),
        as_at=as_at_phrase(view),
        tag=level_tag(view, outcome),
        rolled=rolled_up(view, outcome),
        status_label=plan.words.status,
        description=outcome.description or "",
        rolls=rolls(view, outcome),
        facts=outcome_facts(view, outcome),
        notes_label=words.say("Progress"),
        notes=note_items(words, outcome.notes),
        contents_label=words.say("On this page"),
        contents=tuple(Link(numbered(action), None, action_anchor(action.id)) for action in outcome.actions),
        issues=outcome_issues(view, outcome, 2),
        neighbours_label=words.say("{outcomes} before and after", outcomes=plan.words.outcomes),
        neighbours=tuple(_neighbours(view, outcome)),
    )


def outcome_summary(view: PlanView, outcome: Outcome) -> str:
    """How much the outcome holds, in a sentence."""
    if not outcome.actions:
        actions = lower_first(view.plan.words.actions)
        return view.words.say("This part of the plan has no {actions}.", actions=actions)
    below = sub_actions(outcome.actions)
    parts = [level_words(view, "actions", len(outcome.actions))]
    parts += [level_words(view, "sub-actions", len(below))] if below else []
    return view.words.say("This part of the plan has {parts}.", parts=view.words.listing(parts))


def outcome_facts(view: PlanView, outcome: Outcome) -> tuple[Fact, ...]:
    """The labelled lines of an outcome: by when, how we will know, what it answers."""
    timescales = timescale_facts(view, outcome, is_full=True) if outcome.timescales else ()
    return (
        *timescales,
        *measure_facts(view, outcome, is_full=True),
        *answer_facts(view, outcome.answers),
        *detail_facts(view, outcome),
        *reading_facts(view, outcome.readings),
    )


def outcome_issues(view: PlanView, outcome: Outcome, level: int, *, has_links: bool = True) -> tuple[Issue, ...]:
    """The outcome's actions in their groups, headings from `level` on; those that no issue groups come first."""
    by_id = {action.id: action for action in outcome.actions}
    grouped = {action for issue in outcome.key_issues for action in issue.actions}
    loose = [action for action in outcome.actions if action.id not in grouped]

    def sections(actions: list[Action], level: int) -> tuple[Section, ...]:
        return tuple(action_section(view, action, level, has_link=has_links) for action in actions)

    issues = [Issue(level, "", "", "", sections(loose, level))] if loose else []
    for issue in outcome.key_issues:
        actions = [by_id[action] for action in issue.actions if action in by_id]
        anchor = f"i-{issue.id}"
        issues.append(Issue(level, anchor, issue.title, issue.text or "", sections(actions, level + 1)))
    return tuple(issues)


def _neighbours(view: PlanView, outcome: Outcome) -> Iterator[Neighbour]:
    """The outcomes before and after `outcome`, where there are any."""
    words, outcomes = view.words, view.plan.outcomes
    place = outcomes.index(outcome)
    for label, near in ((words.say("Before:"), outcomes[:place][-1:]), (words.say("Next:"), outcomes[place + 1 :][:1])):
        for other in near:
            yield Neighbour(label, Link(short_outcome_title(view, other), outcome_address(view.plan.id, other.id)))
