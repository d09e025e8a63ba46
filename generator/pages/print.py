"""The whole plan on one page, for a committee to print."""

from dataclasses import dataclass

from generator.document.addresses import finding_anchor, outcome_anchor, overview_address, plan_page_address
from generator.document.blocks import Cell, Fact, Line, Link, Row, Section, Table, Tag
from generator.document.chapters import Chapter, ChapterEntry
from generator.pages.glossary import explained_terms, glossary_page
from generator.pages.governance import governance_sections
from generator.pages.legend import legend_blocks, legend_title
from generator.pages.outcome import Issue, outcome_facts, outcome_issues
from generator.plan.public import Finding, Grade, GradeCount, GradeCounts, Missing, Outcome
from generator.words.action_section import NoteItem, note_items, reading_facts, reading_notes
from generator.words.answer import answer
from generator.words.directory import kinds, page_label
from generator.words.edition_names import code_fact
from generator.words.evidence import evidence_chapter
from generator.words.phrases import as_at_phrase, missing_phrase, outcome_title
from generator.words.plan_facts import plan_facts, plan_sentence
from generator.words.ratings import Roll, Rolled, level_tag, rolled_up, rolls
from generator.words.view import PlanView

# What of a plan is a view of the same things, or says how its source was read: too much for paper.
ON_PAGES_OF_THEIR_OWN = ("who", "measures", "summary", "evidence", "corrections")


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """An outcome with all that stands below it."""

    anchor: str
    title: str
    tag: Tag | None
    rolled: Rolled | None
    question: str
    description: str
    facts: tuple[Fact, ...]
    notes: tuple[NoteItem, ...]
    issues: tuple[Issue, ...]

    @property
    def link(self) -> Link:
        """A link to it from its own page."""
        return Link(self.title, None, self.anchor)


@dataclass(frozen=True, slots=True)
class PrintPage:
    """A plan from its answer to its glossary, in the order in which a committee reads it."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    how_to_print: str
    left_out: str
    summary: str
    answer: str
    sentence: str
    as_at: str
    contents_label: str
    contents: tuple[Link, ...]
    status: Chapter | None
    rolls: tuple[Roll, ...]
    before: tuple[Chapter | Section, ...]
    outcomes: tuple[PrintOutcome, ...]
    status_label: str
    notes_label: str
    after: tuple[Chapter | Section, ...]
    template: str = "print"

    @property
    def opening(self) -> str:
        """What the plan is about, or else how much it holds."""
        return self.summary or self.sentence


def print_page(view: PlanView) -> PrintPage:
    """The whole plan on one page."""
    plan, words = view.plan, view.words
    counts = rolls(view)
    status = Chapter("how-it-stands", words.say("How it stands")) if counts else None
    before = tuple(_before(view))
    outcomes = tuple(_outcome(view, outcome) for outcome in plan.outcomes)
    after = tuple(_after(view))
    parts = (*((status,) if status else ()), *before, *outcomes, *after)
    return PrintPage(
        address=plan_page_address(plan.id, "print"),
        title=words.say("{plan}: the whole plan", plan=plan.title),
        crumbs=(Link(view.menu_title, overview_address(plan.id)),),
        how_to_print=words.say("Print this page, or save it as a PDF: Ctrl+P (Command+P on a Mac)."),
        left_out=_left_out(view),
        summary=plan.summary or "",
        answer=answer(view),
        sentence=plan_sentence(view),
        as_at=as_at_phrase(view),
        contents_label=words.say("In this document"),
        contents=tuple(part.here if isinstance(part, Section) else part.link for part in parts),
        status=status,
        rolls=counts,
        before=before,
        outcomes=outcomes,
        status_label=plan.words.status,
        notes_label=words.say("Progress"),
        after=after,
    )


def _before(view: PlanView) -> list[Chapter | Section]:
    """What a reader needs before the outcomes."""
    plan, words = view.plan, view.words
    aim = (Fact(words.say("The aim"), (Line(plan.vision),)),) if plan.vision else ()
    code = (code_fact(words, view.edition),) if view.edition else ()
    facts = (*aim, *plan_facts(view), *code)
    chapters: list[Chapter | Section] = []
    chapters.append(Chapter("about", words.say("About this plan"), prose=plan.introduction or "", facts=facts))
    if plan.status_scheme:
        chapters.append(Section("legend", legend_title(view), legend_blocks(view)))
    return chapters


def _left_out(view: PlanView) -> str:
    """Which pages of the plan are not part of this one; "" where all are."""
    there = kinds(view)
    names = [view.words.say("“{page}”", page=page_label(view, kind)) for kind in ON_PAGES_OF_THEIR_OWN if kind in there]
    if not names:
        return ""
    return view.words.say("It leaves out parts of {pages}.", pages=view.words.listing(names))


def _after(view: PlanView) -> list[Chapter | Section]:
    """What stands behind the outcomes, and what explains them."""
    plan, words = view.plan, view.words
    chapters: list[Chapter | Section] = []
    if plan.findings:
        entries = tuple(_finding(view, finding) for finding in plan.findings)
        chapters.append(Chapter("findings", words.say("What inspectors found"), entries=entries))
    chapters += [evidence_chapter(view)] if plan.evidence else []
    chapters += governance_sections(view)
    if plan.glossary:
        glossary = glossary_page(view)
        chapters.append(Chapter("glossary", glossary.title, facts=explained_terms(view)))
    return chapters


def _outcome(view: PlanView, outcome: Outcome) -> PrintOutcome:
    return PrintOutcome(
        anchor=outcome_anchor(outcome.id),
        title=outcome_title(view, outcome),
        tag=level_tag(view, outcome),
        rolled=rolled_up(view, outcome),
        question=outcome.question or "",
        description=outcome.description or "",
        facts=outcome_facts(view, outcome),
        notes=note_items(view.words, outcome.notes),
        issues=outcome_issues(view, outcome, 3, has_links=False),
    )


# Findings


def _finding(view: PlanView, finding: Finding) -> ChapterEntry:
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
    title = finding.title
    if finding.number:
        title = words.say("{number} {title}", number=finding.number, title=finding.title)
    tables = (*_grades(view, finding, title), *_counts(view, finding, title))
    return ChapterEntry(finding_anchor(finding.id), title, prose=finding.text or "", facts=tuple(facts), tables=tables)


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
