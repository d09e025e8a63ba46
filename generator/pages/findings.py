"""What inspectors found, and which actions of the plan answer each finding."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import TypeVar

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Fact, Facts, Item, Line, Points, Section, Table, Text, points, sentences
from generator.document.page import Page
from generator.document.prose import read_prose
from generator.plan.field_types import Missing
from generator.plan.model import Finding, Grade, GradeCount, GradeCounts, Status
from generator.plan.vocabulary import ANSWERED
from generator.status import Thing, each_thing
from generator.wording import Words
from generator.words.action_section import reading_facts, reading_notes
from generator.words.charts.grades import distribution_chart, row_name
from generator.words.layout import Said, labelled, table
from generator.words.named_things import title_link
from generator.words.phrases import missing_phrase, numbered
from generator.words.plan_page import as_at_day, on_this_page, plan_page
from generator.words.ratings import level_tag
from generator.words.times import lateness_tag
from generator.words.view import PlanView
from generator.words.vocabulary import FINDING_KINDS

Graded = TypeVar("Graded", Grade, GradeCounts)
WHOLE = 100
# The check that a plan's editor accepts with a reason.
UNANSWERED = "finding-unanswered"


def findings_page(view: PlanView) -> Page:
    """Every finding that the plan holds."""
    plan = view.plan
    answers = {finding.id: points(*_answers(view, finding)) for finding in plan.findings}
    items = tuple(_section(view, finding, answers[finding.id]) for finding in plan.findings)
    opening = _opening(view, answers)
    blocks: tuple[Block, ...] = (
        *sentences(opening, role="lead"),
        *(sentences(*as_at_day(view), role="as-at") if view.actions else ()),
        *(on_this_page(view, *(item.here for item in items)) if len(items) > 1 else ()),
        *items,
    )
    return plan_page(view, "findings", view.words.say("What inspectors found"), opening, blocks)


def _opening(view: PlanView, answers: Mapping[str, tuple[Points, ...]]) -> str:
    words = view.words
    count = words.plural("There is {count} finding.", "There are {count} findings.", len(answers))
    answered = sum(map(bool, answers.values()))
    asking = sum(bool(answers[finding.id]) or finding.kind in ANSWERED for finding in view.plan.findings)
    some = words.number(answered)
    if not view.actions:
        more = words.say("This report holds findings only. It has no actions.")
    elif not asking:
        return count
    elif not answered:
        more = words.say("The plan names no action as an answer.")
    elif answered == len(answers):
        more = words.say("Actions of this plan answer all of them.")
    elif answered == asking:
        more = words.say("Actions of this plan answer {some} of them; the rest are grades.", some=some)
    else:
        more = words.say("Actions of this plan answer {some} of them; the plan names none for the rest.", some=some)
    return f"{count} {more}"


def _section(view: PlanView, finding: Finding, answers: tuple[Points, ...]) -> Section:
    """One finding: its text, what answers it, what is known of it, and its grades."""
    words = view.words
    answered: tuple[Block, ...] = ()
    if answers:
        answered = (*sentences(words.say("Answered by"), role="label"), *answers)
    elif view.actions and finding.kind in ANSWERED:
        # With the reason of the plan's editor, if there is one.
        reasons = (item.reason for item in view.plan.accepted if (item.code, item.id) == (UNANSWERED, finding.id))
        said, why = words.say("No action in this plan answers this."), next(reasons, "")
        if why:
            said = words.say("The plan names no action for this.")
        answered = sentences(Text(said, is_strong=True), why)
    blocks: tuple[Block, ...] = (
        *((read_prose(finding.text),) if finding.text else ()),
        *answered,
        Facts(_facts(view, finding)),
        *sentences(_summary(words, finding)),
        *_grade_groups(view, finding),
        *_count_groups(view, finding),
    )
    return Section(thing_anchor("finding", finding.id), numbered(finding), blocks)


# What is known of a finding


def _facts(view: PlanView, finding: Finding) -> tuple[Fact, ...]:
    words = view.words
    facts = labelled(
        (words.say("Kind of finding"), words.say(FINDING_KINDS[finding.kind])),
        (words.say("Where it is from"), finding.source or words.say("Not stated")),
        (words.say("Grades, the best first"), words.listing(finding.scale)),
        (words.say("Areas that were graded"), None if finding.n is None else words.number(finding.n)),
        (words.say("Left out"), tuple(map(Line, finding.excluded))),
        (words.say("Percentages checked"), _recomputed(words, finding)),
    )
    return (*facts, *reading_facts(view, finding.readings))


def _recomputed(words: Words, finding: Finding) -> str:
    """How many of the printed percentages the counts bear out; "" where there is nothing to work out."""
    checked = [
        agrees(entry, base)
        for row in finding.counts
        if (base := _base(row, finding.n))
        for entry in row.counts
        if isinstance(entry.count, int) and isinstance(entry.percent, int)
    ]
    if not checked:
        return ""
    some, all_ = words.number(sum(checked)), words.number(len(checked))
    if all(checked):
        return words.say("We worked out {all} from the counts. All agree with what is printed.", all=all_)
    return words.say(
        "We worked out {all} from the counts. {some} of them are as printed; the others show both.", all=all_, some=some
    )


def _answers(view: PlanView, finding: Finding) -> Iterator[Item]:
    """What says that it answers the finding, then the actions that answer one of these."""
    words = view.words
    things = [thing for thing in each_thing(view.plan) if finding.id in thing.answers]
    first = {thing.id for thing in things}
    for thing in things:
        yield _answer(view, thing)
    for action in view.actions.values():
        through = [
            numbered(view.actions[related.action])
            for related in action.related
            if related.how == "answers" and not related.plan and related.action in first
        ]
        if through and action.id not in first:
            yield _answer(view, action, words.say(", by way of {actions}", actions=words.listing(through)))


def _answer(view: PlanView, thing: Thing, way: str = "") -> Item:
    """An outcome or action that answers a finding, the way by which it does, and how it stands."""
    standing = view.standings[thing.id]
    # Why there is no rating is said on its own page: here it would look like one.
    has_rating = isinstance(standing.status, Status) or standing.hold == "unknown"
    tags = (level_tag(view, thing) if has_rating else None, lateness_tag(view, thing))
    return Item((title_link(view, thing), *((Text(way),) if way else ()), *filter(None, tags)))


# Grades by area


def _summary(words: Words, finding: Finding) -> str:
    """How often each grade was given, of those given area by area."""
    given = Counter(_grade_phrase(words, grade) for grade in finding.grades)
    counts = [
        words.say("{grade} {count}", grade=grade, count=words.number(given[grade]))
        for grade in dict.fromkeys((*finding.scale, *given))
        if grade in given
    ]
    one, many, grades = "{count} grade: {grades}.", "{count} grades: {grades}.", words.listing(counts)
    return words.plural(one, many, given.total(), grades=grades) if given else ""


def _grade_phrase(words: Words, grade: Grade) -> str:
    return missing_phrase(words, grade.grade) if isinstance(grade.grade, Missing) else grade.grade


def _by_question(rows: tuple[Graded, ...]) -> Iterator[tuple[int, str | None, list[Graded]]]:
    """The rows under each question, with its number."""
    for number, question in enumerate(dict.fromkeys(row.question for row in rows)):
        yield number, question, [row for row in rows if row.question == question]


def _group(view: PlanView, finding: Finding, group: str, question: str | None, *blocks: Block) -> tuple[Block, ...]:
    """The grades under one question; without a heading, those that stand under none."""
    if not question:
        return blocks
    anchor = f"{thing_anchor('finding', finding.id)}-{group}"
    if anchor in {thing_anchor("finding", other.id) for other in view.plan.findings}:
        # No id holds "_", so this is the place of no other finding.
        anchor = f"{anchor}_"
    return (Section(anchor, question, blocks),)


def _grade_groups(view: PlanView, finding: Finding) -> Iterator[Block]:
    for number, question, grades in _by_question(finding.grades):
        caption = view.words.say("Grades: {name}", name=question or numbered(finding))
        yield from _group(view, finding, f"grades-{number}", question, _grade_table(view, caption, grades))


def _grade_table(view: PlanView, caption: str, grades: list[Grade]) -> Table:
    """A row for each indicator, a column for each area."""
    words = view.words
    rows: dict[tuple[str, str | None], list[Grade]] = {}
    for grade in grades:
        rows.setdefault((grade.indicator, grade.title), []).append(grade)

    def in_area(area: str | None, own: list[Grade]) -> Said:
        found = [grade for grade in own if grade.area == area]
        lines = tuple(Line(_grade_phrase(words, grade), reading_notes(view, grade.readings)) for grade in found)
        return lines or words.say("Not stated")

    return table(
        caption,
        rows.values(),
        (words.say("Indicator"), lambda own: f"{own[0].indicator} {own[0].title or ''}".strip()),
        *(
            (area or words.say("Grade"), partial(in_area, area))
            for area in dict.fromkeys(grade.area for grade in grades)
        ),
    )


# Counts of grades


def _count_groups(view: PlanView, finding: Finding) -> Iterator[Block]:
    words, n = view.words, finding.n
    used = (entry.grade for row in finding.counts for entry in row.counts)
    scale = tuple(dict.fromkeys((*finding.scale, *used)))
    for number, question, rows in _by_question(finding.counts):
        name = question or numbered(finding)
        caption = words.say("How many areas had each grade: {name}", name=name)
        if n is not None:
            caption = words.say(
                "How many of {n} areas had each grade, and the printed percentage: {name}", n=words.number(n), name=name
            )
        chart = distribution_chart(words, f"chart-{finding.id}-{number}", rows, scale, n)
        counts = _count_table(view, caption, rows, scale, n)
        yield from _group(view, finding, f"counts-{number}", question, *((chart, counts) if chart else (counts,)))


def _count_table(view: PlanView, caption: str, rows: list[GradeCounts], scale: tuple[str, ...], n: int | None) -> Table:
    """A row for each indicator, a column for each grade."""
    words = view.words

    def of_grade(grade: str, row: GradeCounts) -> Said:
        found = tuple(_count_line(words, entry, _base(row, n)) for entry in row.counts if entry.grade == grade)
        return found or words.say("Not stated")

    return table(
        caption,
        rows,
        (words.say("Indicator"), lambda row: Line(row_name(row), _row_notes(view, row, _base(row, n)))),
        *((grade, partial(of_grade, grade)) for grade in scale),
    )


def _base(row: GradeCounts, n: int | None) -> int:
    """Of how many areas a count is a share; 0 where that is not known."""
    known = [entry.count for entry in row.counts if isinstance(entry.count, int)]
    return n if n is not None else sum(known) if len(known) == len(row.counts) else 0


def _count_line(words: Words, entry: GradeCount, base: int) -> Line:
    count = missing_phrase(words, entry.count) if isinstance(entry.count, Missing) else words.number(entry.count)
    if isinstance(entry.percent, Missing):
        notes = [words.say("percentage: {why}", why=missing_phrase(words, entry.percent))]
    elif entry.percent is None:
        notes = []
    elif agrees(entry, base):
        return Line(count, (words.say("{percent}%", percent=entry.percent),))
    else:
        notes = [words.say("{percent}% printed", percent=entry.percent)]
    if isinstance(entry.count, int) and base:
        # As a whole percentage; a half is rounded up.
        worked_out = int(Fraction(WHOLE * entry.count, base) + Fraction(1, 2))
        notes.append(words.say("{percent}% worked out", percent=worked_out))
    return Line(count, tuple(notes))


def agrees(entry: GradeCount, base: int) -> bool:
    """Whether the printed percentage is the count's, rounded; a half may be rounded up or down."""
    if not isinstance(entry.count, int) or not isinstance(entry.percent, int) or not base:
        return False
    return 2 * abs(entry.percent * base - WHOLE * entry.count) <= base


def _row_notes(view: PlanView, row: GradeCounts, base: int) -> tuple[str, ...]:
    """That the printed percentages do not add up to 100, and why where rounding is the reason; then its own notes."""
    words = view.words
    printed = [entry.percent for entry in row.counts if isinstance(entry.percent, int)]
    total, notes = sum(printed), [row.note] if row.note else []
    if len(printed) == len(row.counts) and total != WHOLE:
        sentence = words.say("The printed percentages add up to {total}.", total=total)
        if all(agrees(entry, base) for entry in row.counts):
            sentence = words.say("The printed percentages add up to {total}, because each one is rounded.", total=total)
        # A note of the plan that says the same is said once.
        notes = [sentence, *(note for note in notes if note != sentence)]
    return (*notes, *reading_notes(view, row.readings))
