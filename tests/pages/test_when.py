"""By when: what stands in which group, in which order, and what is said of it."""

from datetime import date

import pytest

from generator.document.blocks import Points, Section
from generator.pages import PlanView, plan_pages
from generator.pages.governance import governance_page
from generator.pages.when import when_page
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.status import as_at
from generator.wording import Words
from tests.conftest import as_tuples
from tests.page_blocks import blocks_of, links_of, section, sections, tables, texts
from tests.trouble_plan import trouble_plan

CLOSED = {"closed": {"as_at": "2019-01-31", "why": "It ended"}}
LATE = date(2019, 7, 1)


def said(cell) -> str:
    """What a cell says, its lines parted by bars."""
    parts = []
    for line in cell:
        words = [line.text or (line.link.text if line.link else ""), line.tag.text if line.tag else "", *line.notes]
        parts.append("; ".join(word for word in words if word))
    return " | ".join(parts)


def rows(view) -> dict[str, list[list[str]]]:
    """What each group's table says."""
    return {
        group.anchor.removeprefix("when-"): [[said(cell) for cell in row.cells] for row in table.rows]
        for group in groups(when_page(view))
        for table in tables(group)
    }


def groups(page) -> tuple[Section, ...]:
    """The parts of the page, without the dates on a line."""
    return tuple(group for anchor, group in sections(page).items() if anchor != "when-line")


def contents(page) -> list[str]:
    return [link.text for link in links_of(blocks_of(page, Points))]


def when(view) -> str:
    """What the cell of the one action says."""
    return next(row[1] for found in rows(view).values() for row in found)


@pytest.fixture(scope="module")
def in_trouble():
    plan = read_as(PublicPlan, as_tuples(trouble_plan()))
    return lambda today: PlanView(plan, Words(), as_at(plan, today))


def test_groups_stand_in_the_order_in_which_a_reader_needs_them(in_trouble):
    found = {group: [row[0][:3] for row in table] for group, table in rows(in_trouble(date(2026, 10, 5))).items()}
    assert found == {
        "late": ["1.1"],
        "not-known": ["1.3", "2.3", "2.4"],
        "soon": ["1.2"],
        "later": ["2.1", "1.4"],
        "recurring": ["2.4", "Pro"],
        "done": ["2.2"],
    }


def test_row_says_what_by_when_who_and_how_it_stands(in_trouble):
    assert rows(in_trouble(date(2026, 10, 5)))["late"] == [
        [
            "1.1 Offer an advocate to every child",
            "31 October 2025; printed as “October 2025”",
            "Anytown Social Work",
            "Amber | Overdue",
        ]
    ]


def test_page_opens_with_how_many_dates_there_are_and_which_is_next(in_trouble, make_view):
    page = when_page(in_trouble(date(2026, 10, 5)))
    assert page.opening == (
        "8 promises of this plan have a date by which they must be kept. "
        "The next date is 31 December 2026. The last date is 30 June 2027."
    )
    assert texts(page)[0] == page.opening
    assert contents(page)[:2] == ["Overdue: 1", "Date passed, not known whether it is done: 3"]
    assert when_page(make_view(timescales=["tbc"])).opening == "This plan names no day by which a promise must be kept."
    assert "next date" not in when_page(make_view(CLOSED, date(2019, 1, 31))).opening
    assert "next date" not in when_page(make_view(as_at=LATE)).opening


def test_closed_plan_says_what_was_still_to_come_and_what_was_not_reported_as_done(make_view):
    (group,) = groups(when_page(make_view(CLOSED, date(2019, 1, 31))))
    assert (group.title, texts(group)[0]) == (
        "Due after 31 January 2019",
        "This plan is shown as at 31 January 2019. These dates were still to come.",
    )
    ended = {"closed": {"as_at": "2019-06-30", "why": "It ended"}}
    (group,) = groups(when_page(make_view(ended, date(2019, 6, 30))))
    assert group.title == "Not reported as done by 30 June 2019"


@pytest.mark.parametrize(
    ("timescales", "text"),
    [
        (["31 March 2019"], "31 March 2019"),
        (["By 31 March 2019"], "31 March 2019"),
        (["31-Mar-2019"], "31 March 2019"),
        ([{"words": "31 March 2019", "verbatim": "31/3/2019"}], "31 March 2019"),
        ([{"words": "31-Mar-2009", "read_as": "31 March 2020"}], "31 March 2020; printed as “31-Mar-2009”"),
        (["March 2019"], "31 March 2019; printed as “March 2019”"),
        ([{"words": "Sept 2010", "read_as": "Sept 2020"}], "30 September 2020; printed as “Sept 2010”"),
        ([{"words": "May 2019", "verbatim": "1.2 May 2019"}], "31 May 2019; printed as “1.2 May 2019”"),
        (["March to May 2019"], "1 March 2019 to 31 May 2019; printed as “March to May 2019”"),
        (["TBC"], "“TBC”; no date could be read from these words"),
        (
            [{"words": "tbc", "verbatim": "t.b.c."}],
            "“tbc”; printed as “t.b.c.”; no date could be read from these words",
        ),
        ([{"words": "1 March 2019", "role": "target"}], "1 March 2019; the target; this date has passed"),
        (["1 March 2019", "1 June 2020"], "1 March 2019; this date has passed | 1 June 2020"),
        ({"missing": "withheld", "ground": "A court case"}, "Withheld: A court case"),
        ([], "Not stated"),
    ],
)
def test_time_is_said_as_it_is_read_and_as_printed_where_that_differs(make_view, timescales, text):
    later = [{"words": "1 June 2020"}] if "target" in str(timescales) else []
    found = when(make_view(as_at=LATE, timescales=[*timescales, *later] if later else timescales))
    assert found.removesuffix(" | 1 June 2020" if later else "\0") == text


def test_time_that_counts_from_a_day_that_is_not_known_says_from_what(make_view):
    plan = {"events": [{"id": "e-1", "name": "The report"}]}
    view = make_view(plan, timescales=[{"words": "within three months", "event": "e-1"}])
    assert when(view) == "Within 3 months; printed as “within three months”; Counted from: The report (no date stated)."


def test_time_that_was_moved_says_what_it_was_and_who_moved_it(make_view):
    moved = [{"words": "May 2018", "moved_on": "2018-05-02"}, {"words": "June 2018", "decided_by": "nhs"}]
    view = make_view(timescales=[{"words": "31 March 2019", "revises": moved}])
    assert when(view) == "31 March 2019; Was June 2018; moved by NHS."


def test_thing_without_a_time_of_its_own_says_those_around_it(make_view):
    deep = {"id": "a-3", "title": "Deep"}
    sub = {"id": "a-2", "title": "Below", "sub_actions": [deep]}
    found = rows(make_view(sub_actions=[sub]))["with-above"]
    assert [row[:2] for row in found] == [
        ["Below; Part of 1.1", "Not stated; 1.1: 31 March 2019"],
        ["Deep; Part of Below", "Not stated; 1.1: 31 March 2019"],
    ]
    dated = rows(make_view(timescales=[], sub_actions=[{**sub, "timescales": ["May 2019"]}]))
    assert dated["no-date"][0][:2] == ["1.1 Ask children", "Not stated; Sub-actions: 31 May 2019"]


def test_date_that_has_passed_does_not_stand_among_what_has_no_date(make_view):
    view = make_view(as_at=LATE, timescales=["Within 3 months", "January 2019"])
    (group,) = groups(when_page(view))
    assert (group.title, "cannot be said" in texts(group)[0]) == ("A date has passed, the last is not known", True)
    assert when(view).endswith("31 January 2019; printed as “January 2019”; this date has passed")


def test_outcome_with_a_date_stands_among_the_rest(make_view):
    plan = {"outcomes": [{"id": "o-1", "title": "One", "timescales": ["May 2019"], "actions": []}], "rated": []}
    assert rows(make_view(plan))["later"] == [["One", "31 May 2019; printed as “May 2019”", "Not stated"]]
    missing = {"outcomes": [{**plan["outcomes"][0], "timescales": {"missing": "not-applicable"}}], "rated": []}
    assert rows(make_view(missing))["no-date"][0][1] == "Does not apply"


@pytest.mark.parametrize(
    ("leads", "text"),
    [
        ([["council"]], "Each of its actions names its own"),
        ([["council"], []], "Some of its actions name their own"),
        ([[], {"missing": "not-stated"}], "Not stated"),
        ([], "Not stated"),
    ],
)
def test_outcome_says_whether_its_actions_name_who_leads_them(make_view, leads, text):
    actions = [{"id": f"a-{place}", "title": "Do", "leads": of_one} for place, of_one in enumerate(leads)]
    outcome = {"id": "o-1", "title": "One", "timescales": ["May 2019"], "actions": actions}
    assert rows(make_view({"outcomes": [outcome], "rated": []}))["later"][0][2] == text


def test_what_is_done_is_said_to_be_and_what_nobody_rates_too(make_view):
    view = make_view(progress=100, sub_actions=[{"id": "a-2", "title": "Below"}])
    assert [row[3] for row in rows(view)["done"]] == ["Amber"]
    assert [row[3] for row in rows(view)["with-above"]] == ["The action above is reported as done"]
    assert contents(when_page(view))[0] == "Reported as done: 1"
    mixed = make_view(sub_actions=[{"id": "a-2", "title": "Below", "timescales": ["March 2019"]}])
    assert [row[3] for row in rows(mixed)["later"]] == ["Amber", "Not rated in this plan"]


# What comes again

REPORT = {"id": "r-1", "what": "Progress", "how_often": "quarterly", "since": "2019-01-01"}


def report_row(make_view, as_at=LATE, **report) -> list[str]:
    plan = {"reports": [{"id": "r-1", "what": "Progress", **report}], "as_at": "2019-06-30"}
    (row,) = rows(make_view(plan, as_at, timescales=[]))["recurring"]
    return row


def test_duty_says_how_often_it_was_kept_and_when_it_is_next_due(make_view):
    time = {"words": "6 monthly", "since": "2018-07-01"}
    (row,) = rows(make_view(as_at=LATE, timescales=["March 2019", time]))["recurring"]
    assert row[:2] == ["1.1 Ask children", "Every 6 months; printed as “6 monthly”"]
    assert row[3] == (
        "Counted from 1 July 2018. | Due by 31 December 2018 and 30 June 2019: nothing published since. | "
        "Next due by 31 December 2019."
    )


def test_duty_of_which_nothing_is_known_says_so(make_view):
    (row,) = rows(make_view(timescales=["6 monthly"]))["recurring"]
    assert row[3] == "Nothing is recorded. No starting day is stated."


def test_report_says_from_whom_to_whom_how_often_and_what_is_recorded(make_view):
    held = {"due": "31 March 2019", "held_on": "29 March 2019", "state": "kept"}
    row = report_row(
        make_view, sender="nhs", to="The board", occurrences=[held], how_often="quarterly", since="2019-01-01"
    )
    assert row == [
        "Progress; a report on this plan",
        "Every 3 months; printed as “quarterly”; counted from 1 January 2019",
        "NHS; to The board",
        "29 March 2019, due 31 March 2019: kept | Due by 30 June 2019: nothing published since. | "
        "Next due by 30 September 2019.",
    ]


@pytest.mark.parametrize(
    ("report", "how_often"),
    [
        ({"how_often": "Every 3 months"}, "Every 3 months"),
        ({"how_often": "Bi monthly"}, "“Bi monthly”; how often could not be read from these words"),
        ({"occurrences": [{"held_on": "May 2019"}]}, "Not stated"),
    ],
)
def test_report_says_how_often_as_it_is_read(make_view, report, how_often):
    row = report_row(make_view, **report)
    assert (row[1], row[2]) == (how_often, "No sender is named")


def test_report_that_is_made_once_falls_due_on_its_day(make_view):
    before = date(2019, 3, 31)
    assert report_row(make_view, before, how_often="31 March 2019")[3] == "Next due by 31 March 2019."
    assert report_row(make_view, how_often="31 March 2019")[3] == "Due by 31 March 2019: nothing is recorded."
    assert report_row(make_view, how_often="now and then")[3] == "Nothing is recorded."
    assert report_row(make_view, how_often="monthly")[3].endswith("No starting day is stated.")


@pytest.mark.parametrize(
    ("occurrence", "text"),
    [
        ({"held_on": "5/9/2014"}, "5 September 2014: made; whether in time is not stated"),
        ({"due": "2019", "held_on": "June 2014"}, "June 2014, due “2019”: kept"),
        ({"due": "in spring", "state": "not-yet"}, "due “in spring”: not yet made, as the plan says"),
        ({"due": "in spring"}, "due “in spring”: the plan does not say whether it was made"),
        ({"held_on": "June 2014", "state": "late"}, "June 2014: kept after it was due"),
        ({"due": "2 April 2020", "state": "not-yet"}, "due 2 April 2020: still to come"),
        ({"due": "2 April 2020"}, "due 2 April 2020: still to come"),
        ({"due": "2 April 2015", "state": "not-yet"}, "due 2 April 2015: nothing is recorded"),
        ({"due": "week beginning 18 May 2015", "state": "missed"}, "due “week beginning 18 May 2015”: not kept"),
    ],
)
def test_each_time_that_is_recorded_is_said_alike_wherever_it_stands(make_view, occurrence, text):
    assert report_row(make_view, occurrences=[occurrence])[3] == text
    plan = {"reports": [{"id": "r-1", "what": "Progress", "occurrences": [occurrence]}], "as_at": "2019-06-30"}
    (table,) = tables(section(governance_page(make_view(plan, LATE)), "reports"))
    state = said(table.rows[0].cells[table.columns.index("What became of it")])
    assert state.casefold() == text.rpartition(": ")[2].casefold()


def test_page_is_there_only_where_the_plan_says_when(make_view):
    def has_page(**action) -> bool:
        return "anytown/when/" in [page.address for page in plan_pages(make_view(**action))]

    assert has_page()
    assert not has_page(timescales=[])
