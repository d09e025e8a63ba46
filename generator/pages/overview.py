"""The overview of a plan: what is promised, by whom, by when, and how it stands."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.document.addresses import (
    action_address,
    outcome_address,
    outcome_anchor,
    overview_address,
    plan_page_address,
)
from generator.document.blocks import Fact, Line, Link, Tag
from generator.pages.changes import HistoryEntry, newest_changes
from generator.plan.public import Action, Outcome
from generator.plan.vocabulary import Level
from generator.status import sub_actions
from generator.words.action_section import reading_facts
from generator.words.answer import answers
from generator.words.brief_times import when_phrase
from generator.words.directory import Signpost, signposts
from generator.words.leads import leads_phrase
from generator.words.outlook import Outlook, outlooks
from generator.words.phrases import (
    as_at_phrase,
    level_words,
    numbered,
    of_all,
    ratings_day,
    shared_phrase,
    short_outcome_title,
)
from generator.words.ratings import Roll, Rolled, level_tag, rolled_up, rolls
from generator.words.related import plan_relation, related_plan_line, related_plans
from generator.words.times import lateness_tag
from generator.words.view import PlanView

# What is said of an action below its name.
LINES = {"when": when_phrase, "who": leads_phrase}


@dataclass(frozen=True, slots=True)
class Promise:
    """One action in three lines: what, by when, who."""

    link: Link
    tags: tuple[Tag, ...]
    when: str
    who: str


@dataclass(frozen=True, slots=True)
class OutcomeSummary:
    """One outcome and its actions."""

    anchor: str
    link: Link
    full_title: str
    tag: Tag | None
    rolled: Rolled | None
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """A plan at a glance."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    lead: str
    summary: str
    as_at: str
    answers: tuple[str, ...]
    rolls: tuple[Roll, ...]
    changed: HistoryEntry | None
    ways_heading: str
    ways: tuple[Signpost, ...]
    outlooks_heading: str
    outlooks: tuple[Outlook, ...]
    when_label: str
    who_label: str
    outcomes_heading: str
    shared: tuple[str, ...]
    outcomes: tuple[OutcomeSummary, ...]
    about_heading: str
    vision_label: str
    vision: str
    introduction: str
    facts: tuple[Fact, ...]
    template: str = "overview"

    @property
    def opening(self) -> str:
        """What the plan is about, or else how much it holds."""
        return self.summary or self.lead


def overview_page(view: PlanView, further: tuple[Fact, ...] = ()) -> OverviewPage:
    """The overview of the plan. `further` labelled lines stand below those of the plan."""
    plan, words = view.plan, view.words
    outcomes_heading, shared = words.say("What is promised, by whom and by when"), _shared(view)
    labels = {"when": words.say("By when"), "who": plan.words.lead}
    return OverviewPage(
        address=overview_address(plan.id),
        title=plan.title,
        crumbs=(),
        lead=plan_sentence(view),
        summary=plan.summary or "",
        as_at=as_at_beside_answer(view),
        answers=_answers(view),
        rolls=rolls(view),
        changed=newest_changes(view),
        ways_heading=words.say("Find your way"),
        ways=_ways(view, outcomes_heading),
        outlooks_heading=words.say("What needs attention"),
        outlooks=outlooks(view),
        when_label=labels["when"],
        who_label=labels["who"],
        outcomes_heading=outcomes_heading,
        shared=tuple(of_all(words, labels[name], phrase) for name, phrase in shared.items()),
        outcomes=tuple(_outcome_summary(view, outcome, shared) for outcome in plan.outcomes),
        about_heading=words.say("About this plan"),
        vision_label=words.say("The aim"),
        vision=plan.vision or "",
        introduction=plan.introduction or "",
        facts=(*plan_facts(view), *_belongings(view), *further),
    )


def _answers(view: PlanView) -> tuple[str, ...]:
    """The first sentence, and those that stand as a list below it, which is worth its room from two points on."""
    found = answers(view)
    return found if len(found) > 2 else tuple(filter(None, (" ".join(found),)))


def as_at_beside_answer(view: PlanView) -> str:
    """The days of which the page speaks, less the one that the answer names."""
    closed = view.plan.closed
    if closed and view.plan.as_at in (None, closed.as_at):
        return ""
    return ratings_day(view) if closed else as_at_phrase(view)


def _ways(view: PlanView, outcomes_heading: str) -> tuple[Signpost, ...]:
    """Where to go from here: to the outcomes, further down, and to the plan's other pages. An edition has none."""
    if view.frozen:
        return ()
    if not view.plan.outcomes:
        return signposts(view)
    outcomes = level_words(view, "outcomes", len(view.plan.outcomes))
    here = Signpost(
        Link(outcomes_heading, None, "outcomes"), view.words.say("{outcomes}, on this page", outcomes=outcomes)
    )
    return (here, *signposts(view))


def plan_sentence(view: PlanView) -> str:
    """How much the plan holds, in a sentence."""
    plan = view.plan
    actions = tuple(action for outcome in plan.outcomes for action in outcome.actions)
    sizes: list[tuple[Level, int]] = [
        ("outcomes", len(plan.outcomes)),
        ("actions", len(actions)),
        ("sub-actions", len(sub_actions(actions))),
    ]
    parts = [level_words(view, level, count) for level, count in sizes if count]
    if not parts:
        return view.words.say("{publisher} publishes this plan.", publisher=plan.publisher)
    return view.words.say("The plan has {parts}.", parts=view.words.listing(parts))


def _outcome_summary(view: PlanView, outcome: Outcome, shared: Collection[str]) -> OutcomeSummary:
    return OutcomeSummary(
        anchor=outcome_anchor(outcome.id),
        link=Link(short_outcome_title(view, outcome), outcome_address(view.plan.id, outcome.id)),
        full_title=outcome.title if outcome.short_title else "",
        tag=level_tag(view, outcome),
        rolled=rolled_up(view, outcome),
        promises=tuple(_promise(view, action, shared) for action in outcome.actions),
    )


def _promise(view: PlanView, action: Action, shared: Collection[str]) -> Promise:
    link = Link(numbered(action), action_address(view.plan.id, action.id))
    tags = tuple(tag for tag in (level_tag(view, action), lateness_tag(view, action)) if tag)
    said = {label: "" if label in shared else say(view, action) for label, say in LINES.items()}
    return Promise(link, tags, said["when"], said["who"])


def _shared(view: PlanView) -> Mapping[str, str]:
    """What each action would say again of "when" or "who"."""
    actions = [action for outcome in view.plan.outcomes for action in outcome.actions]
    found = {name: shared_phrase([say(view, action) for action in actions]) for name, say in LINES.items()}
    return {name: phrase for name, phrase in found.items() if phrase}


def plan_facts(view: PlanView) -> tuple[Fact, ...]:
    """Whose plan it is, of what kind, and the time that it covers."""
    plan, words = view.plan, view.words
    facts = [Fact(words.say("Whose plan it is"), (Line(plan.publisher),)), *_kind_and_state(view)]
    if plan.partners:
        facts.append(
            Fact(words.say("Shared with"), tuple(Line(view.bodies[partner].name) for partner in plan.partners))
        )
    if plan.period:
        text = words.say("{start} to {end}", start=words.day(plan.period.start), end=words.day(plan.period.end))
        printed = (words.say("Printed as “{printed}”.", printed=plan.period.words),) if plan.period.words else ()
        facts.append(Fact(words.say("Covers"), (Line(text, printed),)))
    for label, value in (
        (words.say("Date of the source document"), plan.source_date),
        (words.say("Updated every"), plan.update_every),
        (words.say("Responds to"), plan.responds_to),
    ):
        if value:
            facts.append(Fact(label, (Line(value),)))
    return tuple(facts)


def _belongings(view: PlanView) -> tuple[Fact, ...]:
    """Who looks at the plan, what it belongs with, whom to ask, and how its source was read."""
    return (*_governance(view), *_related(view), *_contacts(view), *reading_facts(view, view.plan.readings))


def _kind_and_state(view: PlanView) -> tuple[Fact, ...]:
    words, plan = view.words, view.plan
    kinds = {
        "improvement-plan": words.say("Improvement plan"),
        "action-plan": words.say("Action plan"),
        "inspection-response": words.say("Response to an inspection"),
        "single-agency-plan": words.say("Plan of one agency"),
        "findings-report": words.say("Report of findings"),
    }
    states = {
        "draft": words.say("Draft"),
        "current": words.say("In force"),
        "ended": words.say("Ended"),
        "replaced": words.say("Replaced by another plan"),
    }
    return (
        Fact(words.say("Kind"), (Line(kinds[plan.kind]),)),
        Fact(words.say("State"), (Line(states[plan.state]),)),
    )


def _governance(view: PlanView) -> tuple[Fact, ...]:
    words, governance = view.words, view.plan.governance
    if not governance:
        return ()
    facts = []
    if governance.reports_to:
        facts.append(Fact(words.say("Reports to"), tuple(Line(view.body_name(body)) for body in governance.reports_to)))
    if governance.how_often:
        facts.append(Fact(words.say("How often the plan is looked at"), (Line(governance.how_often),)))
    return tuple(facts)


def _related(view: PlanView) -> tuple[Fact, ...]:
    """The plans that this one belongs with, briefly: the page of how it is watched says more."""
    lines = []
    for related in related_plans(view):
        how = plan_relation(view.words, related.how)
        text = view.words.say("{how}: {plan}", how=how, plan=related.title)
        lines.append(related_plan_line(view, related, text))
    return (Fact(view.words.say("Related plans"), tuple(lines)),) if lines else ()


def _contacts(view: PlanView) -> tuple[Fact, ...]:
    page = plan_page_address(view.plan.id, "governance")
    lines = tuple(Line("", (), Link(contact.role, page, "contacts")) for contact in view.plan.contacts)
    return (Fact(view.words.say("Contact"), lines),) if lines else ()
