"""How a plan is watched: who reports to whom, what was decided, what may go wrong, and which plans it belongs with."""

import re
from dataclasses import dataclass

from generator.document.addresses import overview_address, plan_page_address
from generator.document.blocks import Cell, Fact, Line, Link, Row, Table
from generator.document.chapters import Chapter, Shown
from generator.pages.shell import phone_address
from generator.plan.public import Contact, Declaration, Missing, PrintedVersion
from generator.wording import Words
from generator.words.action_section import field_readings, reading_notes
from generator.words.decisions import decisions_chapter, risks_chapter, when_line
from generator.words.directory import page_label
from generator.words.phrases import as_at_phrase, missing_phrase
from generator.words.related import comparisons, plan_relation, related_plan_lines, related_plans
from generator.words.reporting import reports_chapter
from generator.words.view import PlanView

PHONE = re.compile(r"\+?[0-9() -]+")


@dataclass(frozen=True, slots=True)
class GovernancePage:
    """How the plan is watched, in chapters."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    opening: str
    as_at: str
    contents_label: str
    contents: tuple[Link, ...]
    chapters: tuple[Chapter, ...]
    template: str = "governance"


def governance_page(view: PlanView) -> GovernancePage:
    """The page that says how the plan is watched."""
    plan, words = view.plan, view.words
    chapters = governance_chapters(view)
    return GovernancePage(
        address=plan_page_address(plan.id, "governance"),
        title=page_label(view, "governance"),
        crumbs=(Link(view.menu_title, overview_address(plan.id)),),
        opening=_opening(view),
        as_at=as_at_phrase(view),
        contents_label=words.say("On this page"),
        contents=tuple(chapter.link for chapter in chapters) if len(chapters) > 1 else (),
        chapters=chapters,
    )


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
        words.plural("{count} duty to report", "{count} duties to report", len(plan.reports)),
        words.plural("{count} decision", "{count} decisions", len(plan.decisions)),
        words.plural("{count} risk", "{count} risks", len(plan.risks)),
    ]
    sizes = (len(plan.reports), len(plan.decisions), len(plan.risks))
    if not (there := [words_ for words_, size in zip(counts, sizes, strict=True) if size]):
        return sentence
    return words.say("{sentence} Below: {things}.", sentence=sentence, things=words.listing(there))


def governance_chapters(view: PlanView) -> tuple[Chapter, ...]:
    """Every chapter of which there is something to say, in order."""
    plan = view.plan
    chapters = (
        _governance(view),
        reports_chapter(view) if plan.reports else None,
        decisions_chapter(view) if plan.decisions else None,
        risks_chapter(view) if plan.risks else None,
        _events(view) if plan.events else None,
        _related(view),
        _versions(view) if plan.printed_versions else None,
        _declarations(view) if plan.declarations else None,
        _papers(view),
        _contacts(view) if plan.contacts else None,
    )
    return tuple(chapter for chapter in chapters if chapter)


def _governance(view: PlanView) -> Chapter | None:
    words, governance = view.words, view.plan.governance
    if not governance:
        return None
    facts: list[Fact] = []
    if governance.reports_to:
        facts.append(Fact(words.say("Reports to"), tuple(Line(view.body_name(body)) for body in governance.reports_to)))
    every = Line(governance.how_often or words.say("Not stated"))
    facts += [Fact(words.say("How often the plan is looked at"), (every,)), *field_readings(view, "governance")]
    return Chapter("watched", words.say("Who watches the plan"), prose=governance.text or "", facts=tuple(facts))


def _events(view: PlanView) -> Chapter:
    words = view.words
    columns = (words.say("What happened"), words.say("When"))
    rows = tuple(
        Row(((Line(event.name),), (when_line(words, event.date, event.date_words),))) for event in view.plan.events
    )
    heading = words.say("Days that matter to the plan")
    shown = Shown((), Table(words.say("Events, in the order of the plan"), columns, rows))
    return Chapter("events", heading, shown=(shown,), facts=field_readings(view, "events"))


def _related(view: PlanView) -> Chapter | None:
    words = view.words
    groups: dict[str, tuple[Line, ...]] = {}
    for related in related_plans(view):
        label = plan_relation(words, related.how)
        groups[label] = (*groups.get(label, ()), *related_plan_lines(view, related))
    facts = (*(Fact(*group) for group in groups.items()), *field_readings(view, "related_plans"))
    shown = comparisons(view)
    if not facts and not shown:
        return None
    return Chapter("related-plans", words.say("Related plans"), facts=facts, shown=shown)


def _versions(view: PlanView) -> Chapter:
    words = view.words
    columns = (
        words.say("Version as printed"),
        words.say("Date"),
        words.say("State"),
        words.say("Owner"),
        words.say("To be reviewed on"),
    )
    rows = tuple(Row(_version(view, version)) for version in view.plan.printed_versions)
    table = Table(words.say("Versions, as the source lists them"), columns, rows)
    facts = field_readings(view, "printed_versions")
    return Chapter("versions", words.say("Printed versions"), shown=(Shown((), table),), facts=facts)


def _version(view: PlanView, version: PrintedVersion) -> tuple[Cell, ...]:
    words = view.words
    states = {
        "draft": words.say("Draft"),
        "approved": words.say("Approved"),
        "update": words.say("Update"),
        "withdrawn": words.say("Withdrawn"),
    }
    notes = (*((version.note,) if version.note else ()), *reading_notes(view, version.readings))
    return (
        (Line(version.version, notes),),
        (when_line(words, version.date, version.date_words),),
        (Line(states[version.state]),),
        (Line(_stated(words, version.owner)),),
        (Line(_stated(words, version.review_date)),),
    )


def _stated(words: Words, value: str | Missing | None) -> str:
    """A value, or why there is none."""
    return value if isinstance(value, str) else missing_phrase(words, value or Missing(missing="not-stated"))


def _declarations(view: PlanView) -> Chapter:
    words = view.words
    columns = (words.say("What is declared"), words.say("Is the box ticked?"))
    rows = tuple(
        Row(((Line(declaration.text),), (Line(_ticked(words, declaration)),))) for declaration in view.plan.declarations
    )
    table = Table(words.say("Boxes of the source document"), columns, rows)
    facts = field_readings(view, "declarations")
    return Chapter("declarations", words.say("Declarations"), shown=(Shown((), table),), facts=facts)


def _ticked(words: Words, declaration: Declaration) -> str:
    if isinstance(declaration.ticked, Missing):
        return words.say("Cannot be told. {why}", why=missing_phrase(words, declaration.ticked))
    return words.say("Ticked") if declaration.ticked else words.say("Not ticked")


def _papers(view: PlanView) -> Chapter | None:
    words, papers = view.words, view.plan.background_papers
    if not papers:
        return None
    opening = () if papers.papers else (words.say("No paper is listed."),)
    kept = Fact(words.say("How long they are kept"), (Line(papers.kept_for or words.say("Not stated")),))
    facts = (kept, *field_readings(view, "background_papers"))
    return Chapter("papers", words.say("Background papers"), opening, points=papers.papers, facts=facts)


def _contacts(view: PlanView) -> Chapter:
    words = view.words
    facts = tuple(Fact(contact.role, _contact_lines(words, contact)) for contact in view.plan.contacts)
    return Chapter("contacts", words.say("Who to ask"), facts=facts)


def _contact_lines(words: Words, contact: Contact) -> tuple[Line, ...]:
    lines = [Line(contact.email, outside=f"mailto:{contact.email}")] if contact.email else []
    lines += [Line(contact.phone, outside=_call(contact.phone))] if contact.phone else []
    lines += [Line(words.say("Page of {role}", role=contact.role), outside=contact.link)] if contact.link else []
    return tuple(lines) or (Line(words.say("No e-mail, phone or page is stated")),)


def _call(phone: str) -> str:
    """The address by which `phone` is called; none where more than a number stands there."""
    return phone_address(phone) if PHONE.fullmatch(phone) else ""
