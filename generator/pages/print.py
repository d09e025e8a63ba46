"""The whole plan on one page, for a committee to print."""

from dataclasses import replace

from generator.document.addresses import finding_anchor, outcome_anchor
from generator.document.blocks import Block, Cell, Fact, Line, Row, Section, Table, labelled_lines, points, sentences
from generator.document.chapters import chapter_section
from generator.document.page import Page
from generator.document.prose import prose_blocks
from generator.pages.glossary import explained_terms, glossary_page
from generator.pages.governance import governance_sections
from generator.pages.legend import legend_blocks, legend_title
from generator.plan.public import Finding, Grade, GradeCount, GradeCounts, Missing, Outcome
from generator.words.action_section import finding_name, reading_facts, reading_notes
from generator.words.answer import answer
from generator.words.directory import kinds, page_label
from generator.words.edition_names import code_fact
from generator.words.evidence import evidence_chapter
from generator.words.outcome_blocks import action_sections, outcome_blocks, rating_lines
from generator.words.phrases import missing_phrase, outcome_title
from generator.words.plan_facts import plan_facts, plan_sentence
from generator.words.plan_page import as_at_day, plan_page
from generator.words.ratings import roll_blocks
from generator.words.view import PlanView

# What of a plan is a view of the same things, or says how its source was read: too much for paper.
ON_PAGES_OF_THEIR_OWN = ("who", "measures", "summary", "evidence", "corrections")


def print_page(view: PlanView) -> Page:
    """The whole plan on one page, in the order in which a committee reads it."""
    plan, words = view.plan, view.words
    parts = (*_before(view), *(_outcome(view, outcome) for outcome in plan.outcomes), *_after(view))
    blocks: tuple[Block, ...] = (
        *sentences(words.say("Print this page, or save it as a PDF: Ctrl+P (Command+P on a Mac)."), role="on-screen"),
        *sentences(_left_out(view)),
        *sentences(plan.summary or "", role="lead"),
        *sentences(answer(view), role="answer"),
        *sentences(plan_sentence(view), *as_at_day(view)),
        *sentences(words.say("In this document"), role="label"),
        *points(*(part.here for part in parts)),
        *parts,
    )
    title = words.say("{plan}: the whole plan", plan=plan.title)
    return replace(plan_page(view, "print", title, plan.summary or plan_sentence(view), blocks), glossary="here")


def _before(view: PlanView) -> list[Section]:
    """What a reader needs before the outcomes."""
    plan, words = view.plan, view.words
    counts = roll_blocks(view)
    parts = [Section("how-it-stands", words.say("How it stands"), counts)] if counts else []
    aim = (Fact(words.say("The aim"), (Line(plan.vision),)),) if plan.vision else ()
    code = (code_fact(words, view.edition),) if view.edition else ()
    facts = labelled_lines((*aim, *plan_facts(view), *code))
    parts.append(Section("about", words.say("About this plan"), (*prose_blocks(plan.introduction), *facts)))
    if plan.status_scheme:
        parts.append(Section("legend", legend_title(view), legend_blocks(view)))
    return parts


def _left_out(view: PlanView) -> str:
    """Which pages of the plan are not part of this one; "" where all are."""
    there = kinds(view)
    names = [view.words.say("“{page}”", page=page_label(view, kind)) for kind in ON_PAGES_OF_THEIR_OWN if kind in there]
    if not names:
        return ""
    return view.words.say("It leaves out parts of {pages}.", pages=view.words.listing(names))


def _after(view: PlanView) -> list[Section]:
    """What stands behind the outcomes, and what explains them."""
    plan, words = view.plan, view.words
    parts = []
    if plan.findings:
        findings = tuple(_finding(view, finding) for finding in plan.findings)
        parts.append(Section("findings", words.say("What inspectors found"), findings))
    parts += [chapter_section(evidence_chapter(view))] if plan.evidence else []
    parts += governance_sections(view)
    if plan.glossary:
        parts.append(Section("glossary", glossary_page(view).title, labelled_lines(explained_terms(view))))
    return parts


def _outcome(view: PlanView, outcome: Outcome) -> Section:
    """The outcome with all that stands below it."""
    blocks = (
        *rating_lines(view, outcome),
        *outcome_blocks(view, outcome),
        *action_sections(view, outcome, has_links=False),
    )
    return Section(outcome_anchor(outcome.id), outcome_title(view, outcome), blocks)


# Findings


def _finding(view: PlanView, finding: Finding) -> Section:
    words = view.words
    kind = {
        "recommendation": words.say("Recommendation"),
        "area-for-improvement": words.say("Area for improvement"),
        "grades": words.say("Grades"),
        "counts": words.say("Counts of grades"),
    }[finding.kind]
    facts = [Fact(words.say("Kind"), (Line(kind),))]
    for label, texts in (
        (words.say("Source"), (finding.source,)),
        (words.say("Grades, best first"), (words.listing(finding.scale),)),
        (words.say("How many areas were graded"), (words.number(finding.n) if finding.n is not None else "",)),
        (words.say("Left out"), finding.excluded),
    ):
        lines = tuple(Line(text) for text in texts if text)
        facts += [Fact(label, lines)] if lines else []
    facts += reading_facts(view, finding.readings)
    title = finding_name(finding)
    tables = (*_grades(view, finding, title), *_counts(view, finding, title))
    blocks: tuple[Block, ...] = (*prose_blocks(finding.text), *labelled_lines(tuple(facts)), *tables)
    return Section(finding_anchor(finding.id), title, blocks)


def _grades(view: PlanView, finding: Finding, title: str) -> tuple[Table, ...]:
    words = view.words
    if not finding.grades:
        return ()
    columns = (words.say("What was graded"), words.say("Grade"))
    rows = tuple(Row((_indicator(view, grade), _grade(view, grade))) for grade in finding.grades)
    return (Table(words.say("Grades: {finding}", finding=title), columns, rows),)


def _grade(view: PlanView, grade: Grade) -> Cell:
    value = missing_phrase(view.words, grade.grade) if isinstance(grade.grade, Missing) else grade.grade
    return (Line(value, (grade.area,) if grade.area else ()),)


def _indicator(view: PlanView, graded: Grade | GradeCounts) -> Cell:
    """What was graded, the question that it stands under, and how it was read."""
    notes = [graded.question] if graded.question else []
    notes += [graded.note] if isinstance(graded, GradeCounts) and graded.note else []
    notes += reading_notes(view, graded.readings)
    text = " ".join(part for part in (graded.indicator, graded.title) if part)
    return (Line(text, tuple(notes)),)


def _counts(view: PlanView, finding: Finding, title: str) -> tuple[Table, ...]:
    words = view.words
    if not finding.counts:
        return ()
    grades = tuple(dict.fromkeys(item.grade for counts in finding.counts for item in counts.counts))
    columns = (words.say("What was graded"), *grades)
    rows = []
    for counts in finding.counts:
        by_grade = {item.grade: item for item in counts.counts}
        rows.append(Row((_indicator(view, counts), *(_count(view, by_grade.get(grade)) for grade in grades))))
    return (Table(words.say("How many areas had each grade: {finding}", finding=title), columns, tuple(rows)),)


def _count(view: PlanView, item: GradeCount | None) -> Cell:
    words = view.words
    if item is None:
        return (Line(words.say("Not stated")),)
    count = missing_phrase(words, item.count) if isinstance(item.count, Missing) else words.number(item.count)
    if item.percent is None:
        return (Line(count),)
    if isinstance(item.percent, Missing):
        return (Line(count, (missing_phrase(words, item.percent),)),)
    return (Line(count, (words.say("{percent}%", percent=item.percent),)),)
