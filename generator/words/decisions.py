"""What bodies decided on a plan, and what may go wrong."""

from collections.abc import Iterator
from datetime import date

from generator.document.addresses import thing_anchor
from generator.document.blocks import Fact, Line, Link, Section, labelled_lines, sentences
from generator.document.refs import Ref
from generator.plan.field_types import Missing
from generator.plan.model import Decision, Risk
from generator.status import each_thing
from generator.timescale import read
from generator.wording import Words
from generator.words.action_section import field_readings, reading_facts
from generator.words.cells import thing_link
from generator.words.phrases import choice_phrase, dated, filled_facts, numbered
from generator.words.view import PlanView


def decisions_section(view: PlanView) -> Section:
    """What was decided, in order of date; what has none comes last, in the order of the plan."""
    words = view.words
    decisions = sorted(view.plan.decisions, key=_day_of)
    entries = (_decision(view, decision) for decision in decisions)
    opening = words.say("In order of date.")
    if any(_day_of(decision) == date.max for decision in decisions):
        opening = words.say("In order of date. Decisions of which the source does not say the day come last.")
    facts = labelled_lines(field_readings(view, "decisions"))
    return Section("decisions", words.say("What was decided"), (*sentences(opening), *facts, *entries))


def _day_of(decision: Decision) -> date:
    """The day by which it is put in order: its own, or the last day of what is printed."""
    printed = read(decision.date_words).end if decision.date_words else None
    return decision.date or printed or date.max


def _decision(view: PlanView, decision: Decision) -> Section:
    words = view.words
    named = dict(_named_things(view)) if decision.affects else {}
    body = view.body_name(decision.body) if decision.body else words.say("Not stated")
    facts = filled_facts(
        Fact(words.say("When"), (when_line(words, decision.date, decision.date_words),)),
        Fact(words.say("Who decided"), (Line(body),)),
        Fact(words.say("Kind of decision"), (Line(choice_phrase(words, decision.kind)),)),
        Fact(words.say("What it affects"), tuple(named.get(thing, Line(thing)) for thing in decision.affects)),
        *reading_facts(view, decision.readings),
    )
    return Section(thing_anchor("decision", decision.id), decision.text, labelled_lines(facts))


def when_line(words: Words, day: date | None, printed: str | None) -> Line:
    """A day in full and as it is printed where that differs; what is printed alone; or that no day is stated."""
    if day is None:
        return Line(printed or words.say("The source does not say when"))
    if printed == words.day(day):
        printed = None
    text, *notes = dated(words, day, printed)
    return Line(text, tuple(notes))


# What a decision affects


def _named_things(view: PlanView) -> Iterator[tuple[str, Line]]:
    """The id of each thing, and its name with a link to where it stands, and what it is."""
    plan, words = view.plan, view.words
    for thing in each_thing(plan):
        yield thing.id, Line("", link=thing_link(view, thing))
        for measure in () if isinstance(thing.measures, Missing) else thing.measures:
            yield measure.id, Line(measure.text, (words.say("a measure of {thing}", thing=numbered(thing)),))
    for outcome in plan.outcomes:
        for issue in outcome.key_issues:
            yield issue.id, Line("", link=Link(issue.title, Ref("outcome", outcome.id, plan.id, f"i-{issue.id}")))
    for report in plan.reports:
        yield report.id, Line("", (words.say("a report"),), Link(report.what, Ref("report", report.id, plan.id)))
    for risk in plan.risks:
        yield risk.id, Line("", (words.say("a risk"),), Link(risk.name, Ref("risk", risk.id, plan.id)))
    for decision in plan.decisions:
        link = Link(decision.text, Ref("decision", decision.id, plan.id))
        yield decision.id, Line("", (words.say("a decision"),), link)
    for finding in plan.findings:
        link = Link(numbered(finding), Ref("finding", finding.id, plan.id))
        yield finding.id, Line("", (words.say("a finding"),), link)
    for item in plan.evidence:
        yield item.id, Line("", (words.say("evidence"),), Link(item.title, Ref("evidence", item.id, plan.id)))


# Risks


def risks_section(view: PlanView) -> Section:
    """What may go wrong, and what is done about it."""
    words = view.words
    opening = sentences(words.say("What may go wrong with the plan, as its authors say."))
    facts = labelled_lines(field_readings(view, "risks"))
    entries = (_risk(view, risk) for risk in view.plan.risks)
    return Section("risks", words.say("Risks"), (*opening, *facts, *entries))


def _risk(view: PlanView, risk: Risk) -> Section:
    words = view.words
    unstated = words.say("Not stated")
    facts = filled_facts(
        Fact(words.say("How much harm it may do"), (Line(choice_phrase(words, risk.impact)),)),
        Fact(words.say("State"), (Line(choice_phrase(words, risk.state)),)),
        Fact(words.say("What is said of it"), (Line(risk.comment or unstated),)),
        Fact(words.say("What is done about it"), (Line(risk.response or unstated),)),
        Fact(words.say("Who answers for it"), (Line(view.body_name(risk.body) if risk.body else unstated),)),
        Fact(words.say("Since"), (Line(words.day(risk.date)),) if risk.date else ()),
        *reading_facts(view, risk.readings),
    )
    return Section(thing_anchor("risk", risk.id), risk.name, labelled_lines(facts))
