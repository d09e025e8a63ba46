"""How the source was read: every such place of a plan comes out, in plain words, with a link."""

from datetime import date

import pytest

from generator.document.blocks import Points
from generator.errors import Severity
from generator.pages import PlanView
from generator.pages.corrections import corrections_page, value_phrase
from generator.plan.field_types import Missing, types_within
from generator.plan.model import PublicPlan, Timescale, Transcribed
from generator.plan.validators import read_as
from generator.plan.walk import walk_plan
from generator.privacy import Kind
from generator.problems import PROBLEMS
from generator.wording import Words
from generator.words.findings_in_words import finding_phrase, found_phrases
from generator.words.transcript import has_corrections, read_times, readings
from tests.filled_plan import fields, filled_data
from tests.page_blocks import blocks_of, contents, sections, tables, text_of


def told(page) -> dict[str, list[tuple[str, ...]]]:
    """Each part by its anchor: the link with its notes, then each cell."""
    return {
        anchor: [
            ("; ".join((row.cells[0][0].link.text, *row.cells[0][0].notes)), *(cell[0].text for cell in row.cells[1:]))
            for table in tables(part)
            for row in table.rows
        ]
        for anchor, part in sections(page).items()
    }


@pytest.fixture(scope="module")
def filled():
    numbers = {field.path: number for number, field in enumerate(fields())}
    plan = read_as(PublicPlan, filled_data(lambda field: f"word{numbers[field.path]}x"))
    return plan, {path: f"word{number}x" for path, number in numbers.items()}


def test_every_reading_and_every_time_of_a_filled_plan_comes_out(filled):
    plan, words = filled
    said = text_of(tables(corrections_page(PlanView(plan, Words(), date(2031, 1, 1)))))
    meant = (".verbatim", ".note")
    places = ("readings[", "timescales[", "targets[0].by.")
    wanted = {path for path in words if path.endswith(meant) and any(place in path for place in places)}
    assert len(wanted) > 40
    assert {path for path in wanted if words[path] not in said} == set()


def test_every_kind_that_may_be_read_with_care_is_met(filled):
    plan, _ = filled
    read = {type(held.value) for held, _ in readings(plan)}
    assert read == {kind for kind in types_within(PublicPlan) if issubclass(kind, Transcribed)} | {PublicPlan}
    times = sum(isinstance(node.value, Timescale) for node in walk_plan(plan))
    assert sum(1 for _ in read_times(plan)) == times > 3


def test_readings_stand_by_kind_with_what_is_printed_meant_and_why(make_view):
    found = [
        {"field": "title", "reading": "corrected", "verbatim": "Ask chidren", "note": "A letter is missing"},
        {"field": "leads", "reading": "inferred"},
        {"field": "progress", "reading": "unreadable", "note": "Lost"},
        {"field": "points", "reading": "stated"},
    ]
    view = make_view(readings=found, progress={"missing": "lost-in-conversion"}, points=["x" * 300])
    page = corrections_page(view)
    assert told(page) == {
        "corrected": [("1.1 Ask children; Title", "“Ask chidren”", "Ask children", "A letter is missing")],
        "inferred": [("1.1 Ask children; Lead", "Not quoted here", "Anytown Council", "No reason is given")],
        "unreadable": [
            ("1.1 Ask children; Progress", "Not quoted here", "Lost when the source document was converted", "Lost")
        ],
        "stated": [("1.1 Ask children; Bullets", "Not quoted here", "As on its page")],
    }
    (found,) = blocks_of(page, Points)
    assert contents(found) == [
        ("Corrected: 1", "corrected"),
        ("Worked out: 1", "inferred"),
        ("Could not be read: 1", "unreadable"),
        ("As stated, with a note: 1", "stated"),
    ]


@pytest.mark.parametrize(
    ("timescale", "kind", "row"),
    [
        (
            {"words": "Sept 2010", "read_as": "Sept 2020", "verbatim": "Outcome- Sept 2010"},
            "corrected",
            ("“Outcome- Sept 2010”", "Sept 2020", "What is printed is a slip."),
        ),
        ({"words": "May 2019", "reading": "inferred", "note": "So"}, "inferred", ("“May 2019”", "May 2019", "So")),
        (
            {"words": "May 2019", "verbatim": "1.1 May 2019"},
            "stated",
            ("“1.1 May 2019”", "May 2019"),
        ),
    ],
)
def test_time_that_is_not_simply_stated_stands_with_its_reading(make_view, timescale, kind, row):
    found = told(corrections_page(make_view(timescales=[timescale])))
    assert found == {kind: [("1.1 Ask children; By when", *row)]}


def test_time_that_is_simply_stated_is_left_out(make_view):
    assert not list(read_times(make_view(timescales=[{"words": "May 2019", "verbatim": "May 2019"}]).plan))


def test_reading_of_a_part_names_the_part(make_view):
    reading = {"field": "text", "reading": "corrected"}
    view = make_view(
        {
            "readings": [{**reading, "field": "as_at"}],
            "bodies": [{"id": "council", "name": "Anytown Council"}],
            "findings": [{"id": "f-1", "kind": "recommendation", "title": "Listen", "readings": [reading]}],
            "evidence": [{"id": "audit", "title": "Audit", "readings": [{**reading, "field": "period"}]}],
        },
        notes=[{"date": "2019-01-02", "text": "x", "readings": [reading]}, {"text": "y", "readings": [reading]}],
        leads=[{"body": "council", "readings": [{**reading, "field": "body"}]}],
        measures=[{"id": "m-1", "text": "Fewer", "targets": [{"value": "5", "by": {"words": "May", "note": "n"}}]}],
    )
    rows = [row for part in told(corrections_page(view)).values() for row in part]
    assert [row[0] for row in rows] == [
        "The plan as a whole; Date",
        "1.1 Ask children; Lead: Anytown Council; The body",
        "1.1 Ask children; Note of 2 January 2019; What it says",
        "1.1 Ask children; Note without a date; What it says",
        "What inspectors found; Listen; What it says",
        "Audit; The time it covers",
        "1.1 Ask children; How we will know: Fewer; By when",
    ]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "Ask", "Ask"),
        ("text", "Ask", "As on its page"),
        ("title", "x" * 200, "As on its page"),
        ("body", "nhs", "NHS"),
        ("status", "amber", "Amber"),
        ("date", date(2019, 1, 2), "2 January 2019"),
        ("progress", 40, "40%"),
        ("n", 1000, "1,000"),
        ("suggested", True, "Yes"),
        ("suggested", False, "No"),
        ("date", None, "Not stated"),
        ("leads", (), "Not stated"),
        ("partners", ("nhs", "council"), "NHS; Anytown Council"),
        ("grade", Missing(missing="suppressed"), "Not shown, to protect people"),
    ],
)
def test_value_is_said_briefly(make_view, field, value, said):
    assert value_phrase(make_view(), field, value) == said


def test_what_was_accepted_stands_with_its_reason(make_view):
    entry = {"reason": "It is so", "role": "Editor", "date": "2019-01-02"}
    accepted = [
        {"code": "lead-missing", "id": "a-1-1", **entry},
        {"code": "body-unused", "id": "nhs", **entry},
        {"code": "ended-open", **entry},
    ]
    assert told(corrections_page(make_view({"accepted": accepted})))["accepted"] == [
        ("1.1 Ask children", "It is not said who leads it.", "It is so", "Editor, 2 January 2019"),
        ("NHS", "Nothing names this body.", "It is so", "Editor, 2 January 2019"),
        ("The plan as a whole", "The plan has ended, and is not closed.", "It is so", "Editor, 2 January 2019"),
    ]


def test_what_was_accepted_as_telling_of_nobody_is_told_to_nobody(make_view):
    entry = {"id": "a-1-1-0a1b2c3d", "reason": "It is so", "role": "Editor", "date": "2019-01-02"}
    accepted = [{**entry, "code": kind.code} for kind in Kind]
    view = make_view({"accepted": accepted})
    assert not has_corrections(view.plan)
    other = {**entry, "code": "lead-missing", "id": "a-1-1"}
    page = corrections_page(make_view({"accepted": [*accepted, other]}))
    assert told(page) == told(corrections_page(make_view({"accepted": [other]})))
    assert "0a1b2c3d" not in repr(page)


def test_accepted_thing_that_is_gone_is_named_by_its_id(make_view):
    entry = {"code": "gone", "id": "a-9", "reason": "x", "role": "Editor", "date": "2019-01-02"}
    (table,) = tables(corrections_page(make_view({"accepted": [entry]})))
    row = table.rows[0]
    assert (row.cells[0][0].text, row.cells[1][0].text) == ("a-9", "A check named “gone”")


def test_every_finding_that_can_be_accepted_has_words():
    codes = {kind.code for kind in PROBLEMS.values() if kind.severity is not Severity.ERROR}
    # What a site lacks, or what lies among editions, is no finding of a plan: no plan's file can accept it.
    codes -= {"content-missing", "edition-hidden", "edition-ahead"}
    codes -= {kind.code for kind in Kind} | {"privacy-office-phone"}
    assert found_phrases(Words()).keys() == codes
    assert finding_phrase(Words(), "lead-missing") == "It is not said who leads it."
