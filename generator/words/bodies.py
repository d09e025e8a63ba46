"""What a plan says of its bodies: what each is, and what it does beside leading actions."""

from collections.abc import Iterator, Mapping

from generator.document.addresses import thing_anchor
from generator.document.blocks import Fact, Line, Link
from generator.document.refs import Ref, here
from generator.plan.model import Body, FormerName
from generator.plan.vocabulary import BodyKind
from generator.status import each_thing
from generator.words.leads import ceased_phrase
from generator.words.phrases import filled_facts, numbered, text_lines
from generator.words.view import PlanView, thing_ref

KINDS: Mapping[BodyKind, str] = {
    "council": "Council, or part of one",
    "nhs": "Health service",
    "police": "Police",
    "third-sector": "Voluntary sector",
    "committee": "Committee",
    "sub-group": "Sub-group",
    "inspectorate": "Inspectorate",
    "partnership": "Partnership",
    "role": "A role",
    "other": "Other",
}


def body_facts(view: PlanView, body: Body) -> tuple[Fact, ...]:
    """What the body is, each line with its label."""
    words = view.words
    return filled_facts(
        Fact(words.say("Short name"), text_lines(body.short_name)),
        Fact(words.say("Kind"), text_lines(words.say(KINDS[body.kind]))),
        Fact(words.say("Belongs to"), (_body_line(view, body.parent),) if body.parent else ()),
        Fact(words.say("Earlier names"), tuple(_former_name(view, name) for name in body.former_names)),
        Fact(words.say("No longer there"), text_lines(ceased_phrase(words, body))),
        Fact(words.say("Followed by"), (_body_line(view, body.succeeded_by),) if body.succeeded_by else ()),
        Fact(words.say("To know"), text_lines(body.note)),
    )


def _body_line(view: PlanView, body: str) -> Line:
    return Line("", link=Link(view.body_name(body), here(thing_anchor("body", body))))


def _former_name(view: PlanView, former: FormerName) -> Line:
    words = view.words
    notes = [words.say("until {day}", day=words.day(former.until))] if former.until else []
    notes += [words.say("printed as “{printed}”", printed=former.until_words)] if former.until_words else []
    return Line(former.name, tuple(notes))


def deeds(view: PlanView, body: Body) -> tuple[Fact, ...]:
    """What the body does beside leading: what it shares, holds, reports and hears."""
    lines = tuple(dict.fromkeys(_deeds(view, {body.id, body.name, body.short_name or body.name})))
    children = tuple(_body_line(view, other.id) for other in view.plan.bodies if other.parent == body.id)
    before = tuple(_body_line(view, other.id) for other in view.plan.bodies if other.succeeded_by == body.id)
    return filled_facts(
        Fact(view.words.say("What else it does"), lines),
        Fact(view.words.say("Bodies that belong to it"), children),
        Fact(view.words.say("Took over from"), before),
    )


def _deeds(view: PlanView, names: set[str]) -> Iterator[Line]:
    """In the order of the plan. A text of the plan may name a body by its id or by its name."""
    plan, words = view.plan, view.words
    if plan.publisher in names:
        yield Line(words.say("Publishes the plan"))
    if names & set(plan.partners):
        yield Line(words.say("Shares the plan"))
    if plan.governance and names & set(plan.governance.reports_to):
        yield Line(words.say("Hears how the plan goes"))
    for evidence in plan.evidence:
        if evidence.held_by in names:
            said = words.say("Holds: {title}", title=evidence.title)
            yield Line("", link=Link(said, Ref("evidence", evidence.id, plan.id)))
    for report in plan.reports:
        if report.sender in names:
            yield Line(words.say("Reports: {what}", what=report.what))
        if report.to in names:
            yield Line(words.say("Is told: {what}", what=report.what))
    yield from _judgements(view, names)


def _judgements(view: PlanView, names: set[str]) -> Iterator[Line]:
    plan, words = view.plan, view.words
    for thing in each_thing(plan):
        if thing.review and any(review.by in names for review in thing.review.reviews):
            yield Line("", link=Link(words.say("Looked at: {thing}", thing=numbered(thing)), thing_ref(view, thing)))
    for risk in plan.risks:
        if risk.body in names:
            yield Line(words.say("Answers for the risk: {risk}", risk=risk.name))
    for decision in plan.decisions:
        if decision.body in names:
            yield Line(words.say("Decided: {decision}", decision=decision.text))
