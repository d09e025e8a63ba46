"""The model holds what the five source documents have, quirks and all: one small plan for each document.

Each row is a quirk, the part of a plan that holds it, and what must be read of that part. Facts only: labels, dates
and numbers are the documents' own, all other words are ours.
"""

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks import check_plan
from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan
from generator.plan.reader import read_plan
from generator.plan.vocabulary import MissingKind
from generator.timescale import read
from tests.checks.checking import GAPS

HEAD = "schema: 1\nid: quirks\ntitle: Quirks\npublisher: A council\n"
# Words for a time that counts from an event, and words that no date is read from.
TIMES = {"timescale-unanchored", "timescale-unread"}
Quirk = tuple[str, str, Callable[[PublicPlan], Any], Any]


def missing(kind: MissingKind) -> Missing:
    return Missing(missing=kind)


def action(lines: str) -> str:
    """A plan's part with one action that holds `lines`."""
    inner = "".join(f"        {line}\n" for line in lines.strip("\n").split("\n"))
    return f"outcomes:\n  - id: o-1\n    title: One\n    actions:\n      - id: a-1\n        title: Do it\n{inner}"


def first(plan: PublicPlan) -> Any:
    return plan.outcomes[0].actions[0]


S0: list[Quirk] = [
    (
        "section numbers are not contiguous",
        "outcomes: [{id: o-1, number: '2', title: Two}, {id: o-2, number: '2.1', title: Part}, {id: o-3, number: '3', "
        "title: Three}]",
        lambda plan: [outcome.number for outcome in plan.outcomes],
        ["2", "2.1", "3"],
    ),
    (
        "two kinds of action",
        action("kind: protocol\nsub_actions: [{id: a-2, title: Watch it, kind: practice}]"),
        lambda plan: (first(plan).kind, first(plan).sub_actions[0].kind),
        ("protocol", "practice"),
    ),
    (
        "a finished protocol is reviewed, how often is not always said",
        action("review: {reviews: [{date: 2008-06-18, by: A group, result: confirmed}]}"),
        lambda plan: (first(plan).review.every, len(first(plan).review.reviews)),
        (None, 1),
    ),
    (
        "aspirational percentages without a value, looked at in June 2008",
        action(
            "measures:\n  - id: m-1\n    text: Indicator\n    kind: percent\n    targets:\n"
            "      - {value: {missing: not-stated}, kind: aspirational, reviewed_on: June 2008}"
        ),
        lambda plan: (first(plan).measures[0].targets[0].value, first(plan).measures[0].targets[0].kind),
        (missing("not-stated"), "aspirational"),
    ),
    (
        "tick boxes whose ticks match no label",
        "declarations: [{text: It was consulted on, ticked: {missing: lost-in-conversion}}, {text: B, ticked: no}]\n"
        "readings: [{field: declarations, reading: unreadable}]",
        lambda plan: [item.ticked for item in plan.declarations],
        [missing("lost-in-conversion"), False],
    ),
    (
        "the plan itself is not in the file",
        "kind: action-plan\nrelated_plans: [{title: The action plan, how: child, note: Not in the file}]",
        lambda plan: (plan.outcomes, plan.related_plans[0].how),
        ((), "child"),
    ),
    (
        "a month beside a day",
        "decisions: [{id: d-1, text: A, kind: agreed, date: 2008-02-11, date_words: Monday 11 February 2008}, "
        "{id: d-2, text: B, kind: noted, date_words: June 2008}]",
        lambda plan: [(str(item.date), item.date_words) for item in plan.decisions],
        [("2008-02-11", "Monday 11 February 2008"), ("None", "June 2008")],
    ),
    (
        "a chain of reports, monthly",
        "reports: [{id: r-1, what: Monthly report, sender: The group, to: Improvement group, how_often: monthly}]",
        lambda plan: (plan.reports[0].sender, plan.reports[0].to, plan.reports[0].how_often),
        ("The group", "Improvement group", "monthly"),
    ),
]
S1: list[Quirk] = [
    ("a plan has a code", "code: SOS 001", lambda plan: plan.code, "SOS 001"),
    (
        "an overall status is lost in conversion",
        "rated: [outcomes]\noutcomes: [{id: o-1, title: One, status: {missing: lost-in-conversion}}]",
        lambda plan: plan.outcomes[0].status,
        missing("lost-in-conversion"),
    ),
    (
        "the summary stands in another order than the sections, a figure misread",
        "status_scheme: {statuses: [{id: ok, label: OK, meaning: In time, tone: on-track}]}\n"
        "outcomes: [{id: o-1, title: One}, {id: o-2, title: Two}]\n"
        "printed_summary: {rows: [{outcome: o-2, cells: [{status: ok, count: 6}]}, {outcome: o-1, cells: "
        "[{status: ok, count: 2}], readings: [{field: cells, reading: corrected, verbatim: '2 '}]}]}",
        lambda plan: [(row.outcome, row.cells[0].count, len(row.readings)) for row in plan.printed_summary.rows],
        [("o-2", 6, 0), ("o-1", 2, 1)],
    ),
    (
        "a code holds spaces, another a typo",
        action("code: SS_IC SAP_IMP1\nreadings: [{field: code, reading: stated, verbatim: SS_IC SAP_IMP1}]"),
        lambda plan: (first(plan).code, first(plan).readings[0].verbatim),
        ("SS_IC SAP_IMP1", "SS_IC SAP_IMP1"),
    ),
    (
        "an owner's cell is empty",
        action("leads: {missing: not-stated}"),
        lambda plan: first(plan).leads,
        missing("not-stated"),
    ),
    (
        "As above is the lead meant, which was inferred",
        "bodies: [{id: cpc, name: Committee, kind: committee, ceased: disbanded}]\n"
        + action(
            "leads: [{body: cpc, as_above: yes, readings: [{field: body, reading: inferred, verbatim: As above}]}]"
        ),
        lambda plan: (
            first(plan).leads[0].as_above,
            first(plan).leads[0].readings[0].reading,
            plan.bodies[0].ceased_on,
            plan.bodies[0].ceased,
        ),
        (True, "inferred", None, "disbanded"),
    ),
    (
        "a body's name changed, when is known in words only",
        "bodies: [{id: cpc, name: Forum, former_names: [{name: Committee, until_words: early in 2015}]}]",
        lambda plan: plan.bodies[0].former_names[0].until_words,
        "early in 2015",
    ),
    (
        "a note's date covers two days, and another has no text",
        action(
            "notes:\n  - text: Held.\n    date_words: 30/31.10.14\n"
            "    readings: [{field: date_words, reading: unreadable}]\n"
            "  - {text: {missing: not-stated}, date_words: Feb15}"
        ),
        lambda plan: [(note.date_words, len(note.readings)) for note in first(plan).notes],
        [("30/31.10.14", 1), ("Feb15", 0)],
    ),
    (
        "an action at 100 % has a note in the future tense",
        action("progress: 100\nnotes: [{text: Work will start., kind: plan}]"),
        lambda plan: (first(plan).progress, first(plan).notes[0].kind),
        (100, "plan"),
    ),
    (
        "priority stands lines later, or nowhere",
        action("priority: {missing: lost-in-conversion}"),
        lambda plan: first(plan).priority,
        missing("lost-in-conversion"),
    ),
    (
        "nine indicators under three questions, a label cut",
        "findings:\n  - id: f-1\n    kind: grades\n    title: Grades\n    scale: [Excellent, Good, Adequate]\n"
        "    grades:\n      - {indicator: '9', question: Third, area: A, grade: Adequate, "
        "title: Improving the well-being, readings: [{field: title, reading: unreadable}]}\n"
        "      - {indicator: '9', area: B, grade: Good}",
        lambda plan: [(grade.grade, len(grade.readings)) for grade in plan.findings[0].grades],
        [("Adequate", 1), ("Good", 0)],
    ),
    (
        "spot checks: 98 of 109 are accounted for",
        "evidence:\n  - id: e-1\n    title: Spot checks\n    kind: case-file-sample\n    figures:\n"
        "      - {label: with, period: January 2015, value: '90', numerator: 90, denominator: 109}\n"
        "      - {label: without, period: January 2015, value: '8', numerator: 8, denominator: 109}",
        lambda plan: [(figure.label, figure.value) for figure in plan.evidence[0].figures],
        [("with", "90"), ("without", "8")],
    ),
    (
        "a report was given on a day, when it was due is not said",
        "reports: [{id: r-1, what: Report, occurrences: [{held_on: 5 December 2014}, {due: June 2014}]}]",
        lambda plan: [(item.due, item.held_on) for item in plan.reports[0].occurrences],
        [(None, "5 December 2014"), ("June 2014", None)],
    ),
    (
        "a version number repeats, a day is misread, owners are bodies, review dates are empty",
        "printed_versions:\n  - {version: V 3, date: 2014-08-17, date_words: 17/8/14, state: draft, owner: SMT}\n"
        "  - {version: V3, date: 2014-08-24, state: draft, owner: {missing: withheld, ground: Initials of a person}, "
        "review_date: {missing: not-stated}, readings: [{field: version, reading: stated, verbatim: V3}]}",
        lambda plan: [(item.version, item.review_date, len(item.readings)) for item in plan.printed_versions],
        [("V 3", None, 0), ("V3", missing("not-stated"), 1)],
    ),
    (
        "background papers are kept four years",
        "background_papers: {papers: [Report of June 2014, Report of October 2014], kept_for: 4 years}",
        lambda plan: (len(plan.background_papers.papers), plan.background_papers.kept_for),
        (2, "4 years"),
    ),
    (
        "declarations are ticked and not ticked",
        "declarations: [{text: A, ticked: yes}, {text: B, ticked: no}]",
        lambda plan: [item.ticked for item in plan.declarations],
        [True, False],
    ),
]
S2: list[Quirk] = [
    (
        "a band of time without its base date",
        "events: [{id: e, name: The report, date_words: not stated}]\n"
        "outcomes: [{id: o-1, title: B, timescales: [{words: Within three months, event: e}]}]",
        lambda plan: (plan.events[0].date, plan.outcomes[0].timescales[0].words, read("Within three months").end),
        (None, "Within three months", None),
    ),
    (
        "Cabinet made six months four",
        action(
            "timescales:\n  - words: Within four months\n    revises: [{words: Within six months, "
            "moved_on: 2013-04-16, decided_by: Cabinet}]"
        ),
        lambda plan: str(first(plan).timescales[0].revises[0].moved_on),
        "2013-04-16",
    ),
    (
        "risks have an impact, or it cannot be read",
        "risks: [{id: r-1, name: Profile, impact: medium}, {id: r-2, name: Time, impact: {missing: lost-in-conversion}}"
        ", {id: r-3, name: None, impact: none}]",
        lambda plan: [risk.impact for risk in plan.risks],
        ["medium", missing("lost-in-conversion"), "none"],
    ),
]
S3: list[Quirk] = [
    (
        "counts add up to 30, percentages to 99 or 101; 2 3 is 23",
        "findings:\n  - id: f-1\n    kind: counts\n    title: Grades\n    scale: [E, VG]\n    n: 30\n"
        "    excluded: ['A: pilot', 'B: pilot']\n    counts:\n"
        "      - {indicator: '1.1', title: T, question: First, counts: [{grade: E, count: 7, percent: 23}, "
        "{grade: VG, count: 23, percent: 76}], readings: [{field: counts, reading: corrected, verbatim: 2 3}]}",
        lambda plan: (
            plan.findings[0].n,
            plan.findings[0].counts[0].question,
            sum(item.count for item in plan.findings[0].counts[0].counts),
            sum(item.percent for item in plan.findings[0].counts[0].counts),
            plan.findings[0].counts[0].readings[0].verbatim,
        ),
        (30, "First", 30, 99, "2 3"),
    ),
    (
        "two areas are left out",
        "findings: [{id: f-1, kind: counts, title: Grades, excluded: [A, B]}]",
        lambda plan: plan.findings[0].excluded,
        ("A", "B"),
    ),
]
S4: list[Quirk] = [
    (
        "one label stands twice with one date",
        action(
            "sub_actions:\n"
            "  - {id: a-1-32-a, number: '1.32', title: One, timescales: [{words: March 2019, verbatim: "
            "1.32 March 2019}], readings: [{field: number, reading: inferred}]}\n"
            "  - {id: a-1-32-b, number: '1.32', title: Two, timescales: [{words: March 2019, verbatim: "
            "1.32 March 2019, reading: inferred}]}"
        )
        + "accepted: [{code: number-repeated, id: a-1-32-b, reason: As printed, role: Editor, date: 2026-11-21}]",
        lambda plan: [(sub.number, sub.timescales[0].reading) for sub in first(plan).sub_actions],
        [("1.32", "stated"), ("1.32", "inferred")],
    ),
    (
        "Sept 2010 is a slip for 2020",
        action(
            "timescales: [{words: Sept 2010, role: target, read_as: September 2020, verbatim: Outcome- Sept 2010, "
            "reading: corrected}]"
        ),
        lambda plan: (first(plan).timescales[0].words, str(read(first(plan).timescales[0].read_as).end)),
        ("Sept 2010", "2020-09-30"),
    ),
    (
        "a joint timescale, and a recurring one",
        action("timescales: [{words: By December 2019, verbatim: 2.31& 2.32 & 2.33 By December 2019}, 6 monthly]"),
        lambda plan: [item.words for item in first(plan).timescales],
        ["By December 2019", "6 monthly"],
    ),
    (
        "leads cover sub-actions, one of them currently through another group",
        "bodies: [{id: nhs, name: NHS}]\n"
        + action(
            "leads: [{body: nhs, role: CPC lead, covers: [a-2], qualifier: currently through CCIG}]\n"
            "sub_actions: [{id: a-2, title: Part}]"
        ),
        lambda plan: (first(plan).leads[0].covers, first(plan).leads[0].qualifier),
        (("a-2",), "currently through CCIG"),
    ),
    (
        "bullets below a sub-action",
        action("points: [One, Two, Three]"),
        lambda plan: len(first(plan).points),
        3,
    ),
    (
        "measures are suggested, without a number or a figure",
        action("measures: [{id: m-1, text: Measure, suggested: yes}]"),
        lambda plan: (first(plan).measures[0].suggested, first(plan).measures[0].observations),
        (True, ()),
    ),
    (
        "every rating is empty",
        "rated: [actions]\n" + action("status: {missing: not-yet-rated}"),
        lambda plan: first(plan).status,
        missing("not-yet-rated"),
    ),
]
SOURCES = {"S0": S0, "S1": S1, "S2": S2, "S3": S3, "S4": S4}
QUIRKS = [(f"{source}: {quirk[0]}", *quirk[1:]) for source, quirks in SOURCES.items() for quirk in quirks]


@pytest.mark.parametrize(("part", "held", "wanted"), [q[1:] for q in QUIRKS], ids=[q[0] for q in QUIRKS])
def test_quirk_of_a_source_is_held_without_a_problem(part, held, wanted, tmp_path):
    folder = tmp_path / "quirks"
    folder.mkdir()
    (folder / "plan.yaml").write_text(f"{HEAD}{part}\n", "utf-8")
    file = read_plan(folder)
    # What the documents print is published as it stands, with a warning.
    codes = {problem.kind.code for problem in check_plan(file, {"quirks": None})}
    assert codes <= GAPS | {"acronym-unexplained", "days-backwards", "percent-differs"} | TIMES
    assert isinstance(file.plan, PublicPlan)
    assert held(file.plan) == wanted
