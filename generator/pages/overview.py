"""The overview of a plan: what is promised, by whom, by when, and how it stands."""

from dataclasses import dataclass

from generator.pages.addresses import (
    action_address,
    glossary_address,
    legend_address,
    outcome_address,
    outcome_anchor,
    overview_address,
)
from generator.pages.outcome import Roll, as_at_phrase, rolls, short_outcome_title
from generator.pages.parts import Fact, Line, Link, Tag
from generator.pages.phrases import (
    lead_lines,
    level_words,
    lower_first,
    missing_phrase,
    numbered,
    period_phrase,
    thing_tag,
)
from generator.pages.sections import action_tag, reading_facts
from generator.pages.view import PlanView
from generator.public import Action, Contact, Missing, Outcome, RelatedPlan, Timescale
from generator.status import is_rated, readings, sub_actions, timescales
from generator.vocabulary import Level
from generator.wording import Words


@dataclass(frozen=True, slots=True)
class Promise:
    """One action in three lines: what, by when, who."""

    link: Link
    tag: Tag | None
    when: str
    who: str


@dataclass(frozen=True, slots=True)
class OutcomeSummary:
    """One outcome and its actions."""

    anchor: str
    link: Link
    full_title: str
    tag: Tag | None
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
    status_heading: str
    rolls: tuple[Roll, ...]
    legend: Link | None
    when_label: str
    who_label: str
    outcomes_heading: str
    outcomes: tuple[OutcomeSummary, ...]
    about_heading: str
    vision_label: str
    vision: str
    introduction: str
    governance: str
    facts: tuple[Fact, ...]
    glossary: Link | None
    template: str = "overview"


def overview_page(view: PlanView) -> OverviewPage:
    """The overview of the plan."""
    plan, words = view.plan, view.words
    return OverviewPage(
        address=overview_address(plan.id),
        title=plan.title,
        crumbs=(),
        lead=plan_sentence(view),
        summary=plan.summary or "",
        as_at=as_at_phrase(view),
        status_heading=words.say("How it stands"),
        rolls=rolls(view, plan.outcomes),
        legend=Link(words.say("What the ratings mean"), legend_address(plan.id)) if plan.status_scheme else None,
        when_label=words.say("By when"),
        who_label=plan.words.lead,
        outcomes_heading=words.say("What is promised, by whom and by when"),
        outcomes=tuple(_outcome_summary(view, outcome) for outcome in plan.outcomes),
        about_heading=words.say("About this plan"),
        vision_label=words.say("The aim"),
        vision=plan.vision or "",
        introduction=plan.introduction or "",
        governance=(plan.governance.text or "") if plan.governance else "",
        facts=_facts(view),
        glossary=Link(words.say("Words explained"), glossary_address(plan.id)) if plan.glossary else None,
    )


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


def _outcome_summary(view: PlanView, outcome: Outcome) -> OutcomeSummary:
    return OutcomeSummary(
        anchor=outcome_anchor(outcome.id),
        link=Link(short_outcome_title(view, outcome), outcome_address(view.plan.id, outcome.id)),
        full_title=outcome.title if outcome.short_title else "",
        tag=thing_tag(view, outcome) if is_rated(view.plan, "outcomes") else None,
        promises=tuple(_promise(view, action) for action in outcome.actions),
    )


def _promise(view: PlanView, action: Action) -> Promise:
    link = Link(numbered(action), action_address(view.plan.id, action.id))
    return Promise(link, action_tag(view, action), _when(view, action), _who(view, action))


def _when(view: PlanView, action: Action) -> str:
    """By when, briefly; an action without a date of its own has those of its sub-actions."""
    words = view.words
    if times := [_short_time(words, timescale) for timescale in timescales(action)]:
        return words.listing(times)
    missing = action.timescales if isinstance(action.timescales, Missing) else Missing(missing="not-stated")
    below = (timescale for sub in sub_actions((action,)) for timescale in timescales(sub))
    if not (inner := dict.fromkeys(_short_time(words, timescale) for timescale in below)):
        return missing_phrase(words, missing)
    return words.say(
        "{missing}; {sub_actions}: {times}",
        missing=missing_phrase(words, missing),
        sub_actions=lower_first(view.plan.words.sub_actions),
        times=words.listing(inner),
    )


def _short_time(words: Words, timescale: Timescale) -> str:
    reading = readings(timescale)
    if reading.doubt:
        return timescale.words
    times = words.listing(period_phrase(words, part) for part in reading.parts)
    if timescale.read_as:
        return words.say(
            "{meant} ({times}; printed as “{printed}”)", meant=timescale.read_as, times=times, printed=timescale.words
        )
    return words.say("{words} ({times})", words=timescale.words, times=times)


def _who(view: PlanView, action: Action) -> str:
    if isinstance(action.leads, Missing):
        return missing_phrase(view.words, action.leads)
    lines = lead_lines(view, action.leads, says_what_they_cover=False)
    # A semicolon, since a line may hold a list of its own.
    names = "; ".join(dict.fromkeys(line.text for line in lines))
    return names or view.words.say("Not stated")


def _facts(view: PlanView) -> tuple[Fact, ...]:
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
    return (*facts, *_governance(view), *_related(view), *_contacts(view), *reading_facts(view, plan.readings))


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
        facts.append(Fact(words.say("How often it is looked at"), (Line(governance.how_often),)))
    return tuple(facts)


def _related(view: PlanView) -> tuple[Fact, ...]:
    lines = tuple(_related_line(view, related) for related in view.plan.related_plans)
    return (Fact(view.words.say("Related plans"), lines),) if lines else ()


def _related_line(view: PlanView, related: RelatedPlan) -> Line:
    words = view.words
    how = {
        "parent": words.say("Part of"),
        "child": words.say("Has under it"),
        "sibling": words.say("Alongside"),
        "predecessor": words.say("Follows"),
        "successor": words.say("Followed by"),
    }[related.how]
    text = words.say("{how}: {plan}", how=how, plan=related.title)
    return Line(text, (related.note,) if related.note else (), outside=related.link or "")


def _contacts(view: PlanView) -> tuple[Fact, ...]:
    lines = tuple(_contact_line(contact) for contact in view.plan.contacts)
    return (Fact(view.words.say("Contact"), lines),) if lines else ()


def _contact_line(contact: Contact) -> Line:
    notes = tuple(value for value in (contact.email, contact.phone) if value)
    return Line(contact.role, notes, outside=contact.link or "")
