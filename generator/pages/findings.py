"""What inspectors found, and which actions of the plan answer each finding."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from generator.document.addresses import thing_anchor
from generator.document.blocks import (
    Block,
    Cell,
    Fact,
    Facts,
    Item,
    Line,
    Link,
    Points,
    Row,
    Section,
    Sentences,
    Table,
    Text,
    points,
    sentences,
)
from generator.document.page import Page
from generator.document.prose import read_prose
from generator.document.refs import Ref
from generator.plan.public import Action, Finding, Grade, GradeCount, GradeCounts, Missing, Status
from generator.plan.vocabulary import ANSWERED
from generator.status import Thing, each_thing
from generator.wording import Words
from generator.words.action_section import finding_name, reading_facts, reading_notes
from generator.words.charts import distribution_chart
from generator.words.charts.grades import row_name
from generator.words.phrases import missing_phrase, numbered, short_outcome_title
from generator.words.plan_page import as_at_day, on_this_page, plan_page
from generator.words.ratings import level_tag
from generator.words.times import lateness_tag
from generator.words.view import PlanView

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
    if not view.actions:
        return words.say("{count} This report holds findings only. It has no actions.", count=count)
    answered = sum(map(bool, answers.values()))
    asking = sum(bool(answers[finding.id]) or finding.kind in ANSWERED for finding in view.plan.findings)
    if not asking:
        return count
    if not answered:
        return words.say("{count} The plan names no action as an answer.", count=count)
    if answered == len(answers):
        return words.say("{count} Actions of this plan answer all of them.", count=count)
    if answered == asking:
        return words.say(
            "{count} Actions of this plan answer {some} of them; the rest are grades.",
            count=count,
            some=words.number(answered),
        )
    return words.say(
        "{count} Actions of this plan answer {some} of them; the plan names none for the rest.",
        count=count,
        some=words.number(answered),
    )


def _section(view: PlanView, finding: Finding, answers: tuple[Points, ...]) -> Section:
    """One finding: its text, what answers it, what is known of it, and its grades."""
    words = view.words
    answered: tuple[Block, ...] = ()
    if answers:
        answered = (*sentences(words.say("Answered by"), role="label"), *answers)
    elif view.actions and finding.kind in ANSWERED:
        answered = _unanswered(view, finding)
    blocks: tuple[Block, ...] = (
        *((read_prose(finding.text),) if finding.text else ()),
        *answered,
        Facts(_facts(view, finding)),
        *sentences(_summary(words, finding)),
        *_grade_groups(view, finding),
        *_count_groups(view, finding),
    )
    return Section(thing_anchor("finding", finding.id), finding_name(finding), blocks)


def _unanswered(view: PlanView, finding: Finding) -> tuple[Sentences, ...]:
    """That nothing answers the finding, and the reason of the plan's editor, if there is one."""
    words = view.words
    reasons = (entry.reason for entry in view.plan.accepted if (entry.code, entry.id) == (UNANSWERED, finding.id))
    if why := next(reasons, ""):
        return sentences(Text(words.say("The plan names no action for this."), is_strong=True), why)
    return sentences(Text(words.say("No action in this plan answers this."), is_strong=True))


# What is known of a finding


def _facts(view: PlanView, finding: Finding) -> tuple[Fact, ...]:
    words = view.words
    kind = {
        "recommendation": words.say("Recommendation"),
        "area-for-improvement": words.say("Area for improvement"),
        "grades": words.say("Grades by area"),
        "counts": words.say("How many areas had each grade"),
    }[finding.kind]
    facts = [
        Fact(words.say("Kind of finding"), (Line(kind),)),
        Fact(words.say("Where it is from"), (Line(finding.source or words.say("Not stated")),)),
    ]
    if finding.scale:
        facts.append(Fact(words.say("Grades, the best first"), (Line(words.listing(finding.scale)),)))
    if finding.n is not None:
        facts.append(Fact(words.say("Areas that were graded"), (Line(words.number(finding.n)),)))
    if finding.excluded:
        facts.append(Fact(words.say("Left out"), tuple(map(Line, finding.excluded))))
    return (*facts, *_recomputed(view.words, finding), *reading_facts(view, finding.readings))


def _recomputed(words: Words, finding: Finding) -> tuple[Fact, ...]:
    """How many of the printed percentages the counts bear out; none where there is nothing to work out."""
    checked = [
        agrees(entry, base)
        for row in finding.counts
        if (base := _base(row, finding.n))
        for entry in row.counts
        if isinstance(entry.count, int) and isinstance(entry.percent, int)
    ]
    if not checked:
        return ()
    some, all_ = words.number(sum(checked)), words.number(len(checked))
    text = words.say("We worked out {all} from the counts. All agree with what is printed.", all=all_)
    if not all(checked):
        text = words.say(
            "We worked out {all} from the counts. {some} of them are as printed; the others show both.",
            all=all_,
            some=some,
        )
    return (Fact(words.say("Percentages checked"), (Line(text),)),)


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
    plan = view.plan.id
    if isinstance(thing, Action):
        link = Link(numbered(thing), Ref("action", thing.id, plan))
    else:
        link = Link(short_outcome_title(view, thing), Ref("outcome", thing.id, plan))
    standing = view.standings[thing.id]
    # Why there is no rating is said on its own page: here it would look like one.
    has_rating = isinstance(standing.status, Status) or standing.hold == "unknown"
    tags = (level_tag(view, thing) if has_rating else None, lateness_tag(view, thing))
    return Item((link, *((Text(way),) if way else ()), *(tag for tag in tags if tag)))


# Grades by area


def _summary(words: Words, finding: Finding) -> str:
    """How often each grade was given, of those given area by area."""
    given = [_grade_phrase(words, grade) for grade in finding.grades]
    if not given:
        return ""
    found = dict.fromkeys((*finding.scale, *given))
    counts = [
        words.say("{grade} {count}", grade=grade, count=words.number(given.count(grade)))
        for grade in found
        if grade in given
    ]
    return words.plural(
        "{count} grade: {grades}.", "{count} grades: {grades}.", len(given), grades=words.listing(counts)
    )


def _grade_phrase(words: Words, grade: Grade) -> str:
    return missing_phrase(words, grade.grade) if isinstance(grade.grade, Missing) else grade.grade


def _questions(rows: Iterable[Grade] | Iterable[GradeCounts]) -> list[str | None]:
    return list(dict.fromkeys(row.question for row in rows))


def _grade_groups(view: PlanView, finding: Finding) -> Iterator[Block]:
    for number, question in enumerate(_questions(finding.grades)):
        grades = [grade for grade in finding.grades if grade.question == question]
        name = question or finding_name(finding)
        table = _grade_table(view, view.words.say("Grades: {name}", name=name), grades)
        yield from _group(view, finding, f"grades-{number}", question, (table,))


def _group(
    view: PlanView, finding: Finding, group: str, question: str | None, blocks: tuple[Block, ...]
) -> tuple[Block, ...]:
    """The grades under one question; without a heading, those that stand under none."""
    return (Section(_group_anchor(view, finding, group), question, blocks),) if question else blocks


def _group_anchor(view: PlanView, finding: Finding, group: str) -> str:
    """The place of a group of a finding's grades, which is that of no other finding, whatever the ids of these are."""
    anchor = f"{thing_anchor('finding', finding.id)}-{group}"
    # No id holds "_".
    return f"{anchor}_" if anchor in {thing_anchor("finding", other.id) for other in view.plan.findings} else anchor


def _grade_table(view: PlanView, caption: str, grades: list[Grade]) -> Table:
    words = view.words
    areas = list(dict.fromkeys(grade.area for grade in grades))
    indicators = dict.fromkeys((grade.indicator, grade.title) for grade in grades)
    rows = []
    for indicator, title in indicators:
        own = [grade for grade in grades if (grade.indicator, grade.title) == (indicator, title)]
        name = f"{indicator} {title}" if title else indicator
        cells: list[Cell] = [(Line(name),)]
        for area in areas:
            lines = tuple(
                Line(_grade_phrase(words, grade), reading_notes(view, grade.readings))
                for grade in own
                if grade.area == area
            )
            cells.append(lines or (Line(words.say("Not stated")),))
        rows.append(Row(tuple(cells)))
    columns = (words.say("Indicator"), *(area or words.say("Grade") for area in areas))
    return Table(caption, columns, tuple(rows))


# Counts of grades


def _count_groups(view: PlanView, finding: Finding) -> Iterator[Block]:
    used = (entry.grade for row in finding.counts for entry in row.counts)
    scale = tuple(dict.fromkeys((*finding.scale, *used)))
    for number, question in enumerate(_questions(finding.counts)):
        rows = [row for row in finding.counts if row.question == question]
        chart = distribution_chart(view.words, f"chart-{finding.id}-{number}", rows, scale, finding.n)
        table = _count_table(view, question or finding_name(finding), rows, scale, finding.n)
        yield from _group(view, finding, f"counts-{number}", question, (*((chart,) if chart else ()), table))


def _count_table(view: PlanView, name: str, rows: list[GradeCounts], scale: tuple[str, ...], n: int | None) -> Table:
    words = view.words
    caption = words.say("How many areas had each grade: {name}", name=name)
    if n is not None:
        caption = words.say(
            "How many of {n} areas had each grade, and the printed percentage: {name}", n=words.number(n), name=name
        )
    return Table(
        caption, (words.say("Indicator"), *scale), tuple(_count_row(view, row, scale, _base(row, n)) for row in rows)
    )


def _base(row: GradeCounts, n: int | None) -> int:
    """Of how many areas a count is a share; 0 where that is not known."""
    known = [entry.count for entry in row.counts if isinstance(entry.count, int)]
    return n if n is not None else sum(known) if len(known) == len(row.counts) else 0


def _count_row(view: PlanView, row: GradeCounts, scale: tuple[str, ...], base: int) -> Row:
    words = view.words
    # A note of the plan that says the same is said once.
    notes = dict.fromkeys((*_sum_notes(words, row, base), *((row.note,) if row.note else ())))
    cells: list[Cell] = [(Line(row_name(row), (*notes, *reading_notes(view, row.readings))),)]
    for grade in scale:
        lines = tuple(_count_line(words, entry, base) for entry in row.counts if entry.grade == grade)
        cells.append(lines or (Line(words.say("Not stated")),))
    return Row(tuple(cells))


def _count_line(words: Words, entry: GradeCount, base: int) -> Line:
    count = missing_phrase(words, entry.count) if isinstance(entry.count, Missing) else words.number(entry.count)
    worked_out = _worked_out(entry, base)
    if isinstance(entry.percent, Missing):
        notes = [words.say("percentage: {why}", why=missing_phrase(words, entry.percent))]
    elif entry.percent is None:
        notes = []
    elif agrees(entry, base):
        return Line(count, (words.say("{percent}%", percent=entry.percent),))
    else:
        notes = [words.say("{percent}% printed", percent=entry.percent)]
    if worked_out is not None:
        notes.append(words.say("{percent}% worked out", percent=worked_out))
    return Line(count, tuple(notes))


def _worked_out(entry: GradeCount, base: int) -> int | None:
    """The count as a whole percentage; a half is rounded up."""
    return int(Fraction(WHOLE * entry.count, base) + Fraction(1, 2)) if isinstance(entry.count, int) and base else None


def agrees(entry: GradeCount, base: int) -> bool:
    """Whether the printed percentage is the count's, rounded; a half may be rounded up or down."""
    if not isinstance(entry.count, int) or not isinstance(entry.percent, int) or not base:
        return False
    return 2 * abs(entry.percent * base - WHOLE * entry.count) <= base


def _sum_notes(words: Words, row: GradeCounts, base: int) -> tuple[str, ...]:
    """That the printed percentages do not add up to 100, and why, where rounding is the reason."""
    printed = [entry.percent for entry in row.counts if isinstance(entry.percent, int)]
    total = sum(printed)
    if len(printed) < len(row.counts) or total == WHOLE:
        return ()
    if all(agrees(entry, base) for entry in row.counts):
        sentence = words.say("The printed percentages add up to {total}, because each one is rounded.", total=total)
    else:
        sentence = words.say("The printed percentages add up to {total}.", total=total)
    return (sentence,)
