"""How a plan is watched: who reports to whom, what was decided, what may go wrong, and which plans it belongs with."""

import re

from generator.document.addresses import phone_address
from generator.document.blocks import Block, Line, Section, labelled_lines, points, sentences
from generator.document.page import Page
from generator.document.prose import prose_blocks
from generator.plan.field_types import Missing
from generator.plan.model import Contact, PrintedVersion
from generator.wording import Words
from generator.words.action_section import field_readings, reading_notes
from generator.words.decisions import decisions_section, risks_section, when_line
from generator.words.directory import page_label
from generator.words.layout import labelled, table
from generator.words.phrases import missing_phrase
from generator.words.plan_page import as_at_day, on_this_page, plan_page
from generator.words.related import comparisons, plan_relation, related_plan_lines, related_plans
from generator.words.reporting import reports_section
from generator.words.view import PlanView

PHONE = re.compile(r"\+?[0-9() -]+")


def governance_page(view: PlanView) -> Page:
    """The page that says how the plan is watched."""
    opening, plan = _opening(view), view.plan
    contacts = labelled_lines(labelled(*((item.role, _contact_lines(view.words, item)) for item in plan.contacts)))
    sections = (
        _governance(view),
        reports_section(view) if plan.reports else None,
        decisions_section(view) if plan.decisions else None,
        risks_section(view) if plan.risks else None,
        _events(view) if plan.events else None,
        _related(view),
        _versions(view) if plan.printed_versions else None,
        _declarations(view) if plan.declarations else None,
        _papers(view),
        Section("contacts", view.words.say("Who to ask"), contacts) if contacts else None,
    )
    parts = tuple(part for part in sections if part)
    blocks: tuple[Block, ...] = (
        *sentences(opening, role="lead"),
        *sentences(*as_at_day(view), role="as-at"),
        *(on_this_page(view, *(part.here for part in parts)) if len(parts) > 1 else ()),
        *parts,
    )
    return plan_page(view, "governance", page_label(view, "governance"), opening, blocks)


def _opening(view: PlanView) -> str:
    """To whom the plan is reported, and how much there is to say of it."""
    plan, words = view.plan, view.words
    bodies = plan.governance.reports_to if plan.governance else ()
    bodies = bodies or tuple(report.to for report in plan.reports if report.to)
    names = words.listing(dict.fromkeys(view.body_name(body) for body in bodies))
    sentence = words.say("The plan does not say to whom it is reported.")
    if names:
        sentence = words.say("This plan is reported to {bodies}.", bodies=names)
    counts = [
        (len(plan.reports), words.plural("{count} duty to report", "{count} duties to report", len(plan.reports))),
        (len(plan.decisions), words.plural("{count} decision", "{count} decisions", len(plan.decisions))),
        (len(plan.risks), words.plural("{count} risk", "{count} risks", len(plan.risks))),
    ]
    things = words.listing(said for count, said in counts if count)
    return words.say("{sentence} Below: {things}.", sentence=sentence, things=things) if things else sentence


def _governance(view: PlanView) -> Section | None:
    words, governance = view.words, view.plan.governance
    if not governance:
        return None
    facts = labelled(
        (words.say("Reports to"), tuple(Line(view.body_name(body)) for body in governance.reports_to)),
        (words.say("How often the plan is looked at"), governance.how_often or words.say("Not stated")),
    )
    lines = labelled_lines((*facts, *field_readings(view, "governance")))
    return Section("watched", words.say("Who watches the plan"), (*prose_blocks(governance.text), *lines))


def _events(view: PlanView) -> Section:
    words = view.words
    events = table(
        words.say("Events, in the order of the plan"),
        view.plan.events,
        (words.say("What happened"), lambda event: event.name),
        (words.say("When"), lambda event: when_line(words, event.date, event.date_words)),
    )
    facts = labelled_lines(field_readings(view, "events"))
    return Section("events", words.say("Days that matter to the plan"), (*facts, events))


def _related(view: PlanView) -> Section | None:
    words = view.words
    groups: dict[str, tuple[Line, ...]] = {}
    for related in related_plans(view):
        label = plan_relation(words, related.how)
        groups[label] = (*groups.get(label, ()), *related_plan_lines(view, related))
    facts = (*labelled(*groups.items()), *field_readings(view, "related_plans"))
    blocks = (*labelled_lines(facts), *comparisons(view))
    return Section("related-plans", words.say("Related plans"), blocks) if blocks else None


def _versions(view: PlanView) -> Section:
    words = view.words
    states = {
        "draft": words.say("Draft"),
        "approved": words.say("Approved"),
        "update": words.say("Update"),
        "withdrawn": words.say("Withdrawn"),
    }

    def name(version: PrintedVersion) -> Line:
        notes = (*((version.note,) if version.note else ()), *reading_notes(view, version.readings))
        return Line(version.version, notes)

    versions = table(
        words.say("Versions, as the source lists them"),
        view.plan.printed_versions,
        (words.say("Version as printed"), name),
        (words.say("Date"), lambda version: when_line(words, version.date, version.date_words)),
        (words.say("State"), lambda version: states[version.state]),
        (words.say("Owner"), lambda version: _stated(words, version.owner)),
        (words.say("To be reviewed on"), lambda version: _stated(words, version.review_date)),
    )
    facts = labelled_lines(field_readings(view, "printed_versions"))
    return Section("versions", words.say("Printed versions"), (*facts, versions))


def _stated(words: Words, value: str | Missing | None) -> str:
    """A value, or why there is none."""
    return value if isinstance(value, str) else missing_phrase(words, value or Missing(missing="not-stated"))


def _declarations(view: PlanView) -> Section:
    words = view.words
    declarations = table(
        words.say("Boxes of the source document"),
        view.plan.declarations,
        (words.say("What is declared"), lambda declaration: declaration.text),
        (words.say("Is the box ticked?"), lambda declaration: _ticked(words, declaration.ticked)),
    )
    facts = labelled_lines(field_readings(view, "declarations"))
    return Section("declarations", words.say("Declarations"), (*facts, declarations))


def _ticked(words: Words, ticked: bool | Missing) -> str:
    if isinstance(ticked, Missing):
        return words.say("Cannot be told. {why}", why=missing_phrase(words, ticked))
    return words.say("Ticked") if ticked else words.say("Not ticked")


def _papers(view: PlanView) -> Section | None:
    words, papers = view.words, view.plan.background_papers
    if not papers:
        return None
    listed = points(*papers.papers) or sentences(words.say("No paper is listed."))
    kept = labelled((words.say("How long they are kept"), papers.kept_for or words.say("Not stated")))
    facts = labelled_lines((*kept, *field_readings(view, "background_papers")))
    return Section("papers", words.say("Background papers"), (*listed, *facts))


def _contact_lines(words: Words, contact: Contact) -> tuple[Line, ...]:
    lines = [Line(contact.email, outside=f"mailto:{contact.email}")] if contact.email else []
    if contact.phone:
        # Where more than a number stands there, it cannot be called.
        is_number = PHONE.fullmatch(contact.phone) is not None
        lines.append(Line(contact.phone, outside=phone_address(contact.phone) if is_number else ""))
    lines += [Line(words.say("Page of {role}", role=contact.role), outside=contact.link)] if contact.link else []
    return tuple(lines) or (Line(words.say("No e-mail, phone or page is stated")),)
