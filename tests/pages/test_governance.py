"""How a plan is watched: reports and what became of them, decisions, risks, events, versions, boxes, contacts."""

from datetime import date
from itertools import pairwise

import pytest

from generator.document.blocks import Fact, Facts, Points, Section, Sentences
from generator.document.refs import There
from generator.pages import plan_pages
from generator.pages.governance import governance_page
from generator.render.markdown import markdown_of
from generator.words.reporting import chain_phrases, report_chains
from tests.conftest import SMALL_PLAN
from tests.page_blocks import all_facts, contents, facts, leads_to, section, tables, text_of

UNSTATED = "Not stated"


def page_of(make_view, day=None, **plan):
    return governance_page(make_view(plan, day))


def chapter_of(make_view, anchor, day=None, **plan) -> Section:
    return section(page_of(make_view, day, **plan), anchor)


def own(part, kind) -> tuple:
    """The blocks of one kind that stand in `part` itself, not in a section of it."""
    return tuple(block for block in part.blocks if isinstance(block, kind))


def own_facts(part) -> tuple[Fact, ...]:
    return tuple(fact for block in own(part, Facts) for fact in block.facts)


def opening(part) -> list[str]:
    return [text_of(block) for block in own(part, Sentences)]


def rows(table) -> list[list[str]]:
    return [["; ".join(" ".join((line.text, *line.notes)).strip() for line in cell) for cell in row.cells]
            for row in table.rows]  # fmt: skip


# The page as a whole


def test_plan_that_says_nothing_of_how_it_is_watched_has_no_such_page(make_view):
    pages = {page.address: markdown_of(page) for page in plan_pages(make_view())}
    assert "anytown/governance/" not in pages
    assert not [address for address, text in pages.items() if "governance/" in text]


@pytest.mark.parametrize(
    ("plan", "anchor"),
    [
        ({"governance": {"text": "The committee watches it."}}, "watched"),
        ({"reports": [{"id": "r-1", "what": "Progress"}]}, "reports"),
        ({"decisions": [{"id": "d-1", "text": "To start", "kind": "agreed"}]}, "decisions"),
        ({"risks": [{"id": "k-1", "name": "Time"}]}, "risks"),
        ({"events": [{"id": "e-1", "name": "Inspection"}]}, "events"),
        ({"related_plans": [{"title": "Another", "how": "sibling"}]}, "related-plans"),
        ({"printed_versions": [{"version": "V1", "state": "draft"}]}, "versions"),
        ({"declarations": [{"text": "Costs were checked", "ticked": "yes"}]}, "declarations"),
        ({"background_papers": {"papers": ["A report"]}}, "papers"),
        ({"contacts": [{"role": "Team"}]}, "contacts"),
    ],
)
def test_chapter_exists_where_there_is_something_to_say_and_nowhere_else(make_view, plan, anchor):
    page = page_of(make_view, **plan)
    assert [chapter.anchor for chapter in own(page, Section)] == [anchor]
    assert own(page, Points) == (), "one chapter needs no list of chapters"
    assert "anytown/governance/" in {page.address for page in plan_pages(make_view(plan))}


def test_page_opens_with_to_whom_the_plan_is_reported_and_how_much_there_is(make_view):
    reports = [{"id": "r-1", "what": "Progress", "to": "nhs"}, {"id": "r-2", "what": "Progress", "to": "The public"}]
    assert page_of(make_view, reports=reports).opening == (
        "This plan is reported to NHS and The public. Below: 2 duties to report."
    )
    page = page_of(
        make_view,
        date(2019, 4, 1),
        governance={"reports_to": ["council"]},
        risks=[{"id": "k-1", "name": "Time"}],
        decisions=[{"id": "d-1", "text": "To start", "kind": "agreed"}],
    )
    assert page.opening == "This plan is reported to Anytown Council. Below: 1 decision and 1 risk."
    assert opening(page) == [page.opening, "Dates compared on 1 April 2019.", "On this page"]
    (found,) = own(page, Points)
    assert contents(found) == [
        ("Who watches the plan", "watched"),
        ("What was decided", "decisions"),
        ("Risks", "risks"),
    ]
    bare = page_of(make_view, events=[{"id": "e-1", "name": "Inspection"}])
    assert [bare.opening] == opening(bare) == ["The plan does not say to whom it is reported."]


def test_governance_says_how_often_or_that_it_is_not_stated(make_view, lines):
    watched = chapter_of(make_view, "watched", governance={"how_often": "Monthly", "reports_to": ["nhs"]})
    assert lines(own_facts(watched)) == {"Reports to": ["NHS"], "How often the plan is looked at": ["Monthly"]}
    assert lines(own_facts(chapter_of(make_view, "watched", governance={"text": "x"}))) == {
        "How often the plan is looked at": [UNSTATED]
    }


def test_chapter_says_how_its_field_was_read(make_view, lines):
    readings = [{"field": "risks", "reading": "inferred", "note": "No key is printed."}]
    risks = chapter_of(make_view, "risks", risks=[{"id": "k-1", "name": "Time"}], readings=readings)
    assert lines(own_facts(risks)) == {
        "How the original was read": ["Risks: worked out, not stated; No key is printed."]
    }


# Who reports to whom


def chained(make_view, *steps) -> list[str]:
    reports = [
        {"id": f"r-{number}", "what": "Progress"}
        | {key: name for key, name in zip(("sender", "to"), step, strict=True) if name}
        for number, step in enumerate(steps)
    ]
    return list(chain_phrases(make_view({"reports": reports})))


@pytest.mark.parametrize(
    ("steps", "phrases"),
    [
        ([("A", "B")], ["From A to B."]),
        ([("nhs", "council")], ["From NHS to Anytown Council."]),
        ([("B", "C"), ("A", "B")], ["From A to B, and from there to C."]),
        ([("A", "B"), ("A", "B")], ["From A to B."]),
        (
            [("A", "B"), ("A", "C"), ("C", "D"), ("C", "E")],
            ["From A to B.", "From A to C, and from there to D.", "From A to C, and from there to E."],
        ),
        ([("A", None)], ["From A; to whom is not stated."]),
        (
            [(None, "B"), ("A", "C"), (None, "D, E"), ("D, E", "F")],
            ["From A to C.", "From D, E to F.", "Who sends it is not stated: to B; D, E."],
        ),
        ([("A", "B"), ("B", "A")], ["From A to B.", "From B to A."]),
        ([("A", "A")], ["From A to A."]),
        ([(None, None)], []),
    ],
)
def test_chain_of_reports_is_told_in_words(make_view, steps, phrases):
    assert chained(make_view, *steps) == phrases


def test_chains_of_a_plan_in_which_all_report_to_all_come_to_an_end(make_view):
    names = "ABCDEFGH"
    reports = [
        {"id": f"r-{sender}{to}".lower(), "what": "x", "sender": sender, "to": to}
        for sender in "S" + names
        for to in names
        if sender != to
    ]
    chains = report_chains(make_view({"reports": reports}))
    assert {step for chain in chains for step in pairwise(chain)} == {
        (report["sender"], report["to"]) for report in reports
    }


# What became of reports


REPORT = {
    "id": "r-1",
    "what": "Progress",
    "sender": "council",
    "to": "nhs",
    "how_often": "every 6 months",
    "since": "2018-01-01",
}


def told(make_view, lines, day, as_at="2018-01-01", **changes) -> dict[str, list[str]]:
    report = {key: value for key, value in {**REPORT, **changes}.items() if value is not None}
    reports = chapter_of(make_view, "reports", date.fromisoformat(day), reports=[report], as_at=as_at)
    (entry,) = own(reports, Section)
    return lines(own_facts(entry))


def test_report_says_from_whom_to_whom_how_often_and_what_for(make_view, lines):
    found = told(make_view, lines, "2018-01-01", based_on="Case files", asks_for="To note it")
    assert found == {
        "From": ["Anytown Council"],
        "To": ["NHS"],
        "How often": ["every 6 months; counted from 1 January 2018"],
        "Based on": ["Case files"],
        "What it asks for": ["To note it"],
        "When it falls due": ["Next due by 30 June 2018."],
    }
    bare = told(make_view, lines, "2018-01-01", sender=None, to=None, how_often=None, since=None)
    assert bare == {"From": [UNSTATED], "To": [UNSTATED], "How often": [UNSTATED]}


@pytest.mark.parametrize(
    ("how_often", "since", "note"),
    [
        ("monthly", None, "; the source does not say from which day it counts, so no dates are worked out"),
        ("now and then", None, "; no dates can be worked out from these words"),
    ],
)
def test_report_says_why_no_dates_are_worked_out(make_view, lines, how_often, since, note):
    found = told(make_view, lines, "2018-01-01", how_often=how_often, since=since)
    assert found["How often"] == [f"{how_often}{note}"]
    assert "When it falls due" not in found


def test_report_that_is_only_not_recorded_is_not_called_missed(make_view, lines):
    said = [{"due": "30 June 2018", "state": "missed"}]
    found = told(make_view, lines, "2019-07-01", "2019-02-01", occurrences=said)["When it falls due"]
    assert found == [
        "Not kept: due by 30 June 2018.",
        "Due by 30 June 2019: nothing published since.",
        "Due by 31 December 2018: nothing is recorded.",
        "Next due by 31 December 2019.",
    ]


def test_many_days_without_a_record_are_counted(make_view, lines):
    found = told(make_view, lines, "2019-01-01", "2019-01-01", how_often="monthly")["When it falls due"]
    assert found == ["Due 12 times with nothing recorded, last by 31 December 2018.", "Next due by 31 January 2019."]


OCCURRENCES = [
    {"due": "30/6/2018", "held_on": "26/6/2018", "state": "kept", "edition": "First", "decision": "Noted",
     "link": "https://example.org/june"},
    {"held_on": "May 2018"},
    {"due": "week beginning 18 May 2015", "state": "not-yet"},
    {"due": "1 May 2018", "held_on": "2 May 2018", "state": "late"},
    {"due": "1 April 2018", "state": "missed"},
    {"due": "1 March 2018"},
]  # fmt: skip


def test_each_time_is_told_in_words_and_no_cell_is_empty(make_view):
    report = {**REPORT, "occurrences": OCCURRENCES}
    (table,) = tables(chapter_of(make_view, "reports", date(2019, 1, 1), reports=[report]))
    assert table.caption == "Each time that is recorded: Progress"
    nothing = [UNSTATED, UNSTATED, "No address is stated"]
    assert rows(table) == [
        [
            "30 June 2018 printed as “30/6/2018”",
            "26 June 2018 printed as “26/6/2018”",
            "Kept",
            "First",
            "Noted",
            "The report of 26 June 2018",
        ],
        [UNSTATED, "May 2018", "Made; whether in time is not stated", *nothing],
        ["week beginning 18 May 2015", UNSTATED, "Nothing published since", *nothing],
        ["1 May 2018", "2 May 2018", "Kept after it was due", *nothing],
        ["1 April 2018", UNSTATED, "Not kept", *nothing],
        ["1 March 2018", UNSTATED, "Nothing published since", *nothing],
    ]
    assert table.rows[0].cells[-1][0].outside == "https://example.org/june"


@pytest.mark.parametrize(
    ("occurrence", "columns"),
    [
        ({"held_on": "May 2018"}, ("When it was made", "What became of it")),
        ({"due": "May 2018"}, ("When it was due", "What became of it")),
    ],
)
def test_table_has_no_column_for_what_is_never_stated(make_view, occurrence, columns):
    report = {**REPORT, "occurrences": [occurrence]}
    (table,) = tables(chapter_of(make_view, "reports", reports=[report]))
    assert table.columns == columns


def test_reports_that_are_called_the_same_are_told_apart_by_whom_they_go_to(make_view):
    reports = [{**REPORT, "id": f"r-{to}", "to": to} for to in ("nhs", "council")]
    chapter = chapter_of(make_view, "reports", reports=[*reports, {"id": "r-3", "what": "Progress"}])
    assert [(entry.anchor, entry.title) for entry in own(chapter, Section)] == [
        ("k-r-nhs", "Progress, to NHS"),
        ("k-r-council", "Progress, to Anytown Council"),
        ("k-r-3", "Progress"),
    ]


# Decisions


def test_decisions_stand_in_order_of_date_and_those_without_a_day_come_last(make_view):
    decisions = [
        {"id": "d-1", "text": "No day", "kind": "agreed"},
        {"id": "d-2", "text": "A month", "kind": "noted", "date_words": "February 2018"},
        {"id": "d-3", "text": "A day", "kind": "revised", "date": "2018-01-31", "date_words": "31/1/18"},
        {"id": "d-4", "text": "No year", "kind": "set-up", "date_words": "December"},
    ]
    chapter = chapter_of(make_view, "decisions", decisions=decisions)
    assert [(entry.anchor, entry.title) for entry in own(chapter, Section)] == [
        ("d-d-3", "A day"),
        ("d-d-2", "A month"),
        ("d-d-1", "No day"),
        ("d-d-4", "No year"),
    ]
    whens = [fact.lines[0] for fact in all_facts(chapter) if fact.label == "When"]
    assert [(line.text, line.notes) for line in whens] == [
        ("31 January 2018", ("printed as “31/1/18”",)),
        ("February 2018", ()),
        ("The source does not say when", ()),
        ("December", ()),
    ]
    assert opening(chapter) == ["In order of date. Decisions of which the source does not say the day come last."]
    assert opening(chapter_of(make_view, "decisions", decisions=decisions[1:3])) == ["In order of date."]


def test_decision_says_who_what_kind_and_what_it_affects(make_view, lines):
    plan = {
        "reports": [REPORT],
        "risks": [{"id": "k-1", "name": "Time"}],
        "findings": [{"id": "f-1", "kind": "recommendation", "number": "2", "title": "Listen"}],
        "evidence": [{"id": "e-1", "title": "Survey"}],
        "decisions": [
            {"id": "d-1", "text": "To start", "kind": "submitted", "body": "nhs", "date": "2018-01-01",
             "date_words": "1 January 2018",
             "affects": ["o-1", "i-1", "a-1-1", "m-1", "f-1", "e-1", "r-1", "k-1", "d-2", "gone"]},
            {"id": "d-2", "text": "To stop", "kind": "noted"},
        ],
        "outcomes": [
            {"id": "o-1", "number": "1", "title": "Heard",
             "key_issues": [{"id": "i-1", "title": "Issue", "actions": []}],
             "actions": [{"id": "a-1-1", "title": "Ask", "measures": [{"id": "m-1", "text": "More children"}]}]}
        ],
    }  # fmt: skip
    view = make_view(plan)
    first, second = own(section(governance_page(view), "decisions"), Section)
    found = lines(own_facts(first))
    assert (found["When"], found["Who decided"], found["Kind of decision"]) == (
        ["1 January 2018"],
        ["NHS"],
        ["Submitted"],
    )
    affected = next(fact for fact in own_facts(first) if fact.label == "What it affects").lines
    assert [(line.link.text, leads_to(line.link, view)) for line in affected if line.link] == [
        ("1 Heard", There("anytown/outcomes/o-1/")),
        ("Issue", There("anytown/outcomes/o-1/", "i-i-1")),
        ("Ask", There("anytown/actions/a-1-1/")),
        ("2 Listen", There("anytown/findings/", "f-f-1")),
        ("Survey", There("anytown/evidence/", "e-e-1")),
        ("Progress", There("anytown/governance/", "k-r-1")),
        ("Time", There("anytown/governance/", "r-k-1")),
        ("To stop", There("anytown/governance/", "d-d-2")),
    ]
    assert [(line.text, line.notes) for line in affected if not line.link] == [
        ("More children", ("a measure of Ask",)),
        ("gone", ()),
    ]
    assert lines(own_facts(second))["Who decided"] == [UNSTATED]


# Risks, events, versions, declarations, papers, contacts


def test_risk_says_what_is_known_and_what_is_not(make_view, lines):
    full = {"id": "k-1", "name": "Time", "impact": "medium", "state": "being-dealt-with", "comment": "Short",
            "response": "More staff", "body": "nhs", "date": "2018-01-01"}  # fmt: skip
    entries = own(chapter_of(make_view, "risks", risks=[full, {"id": "k-2", "name": "Money"}]), Section)
    assert [entry.anchor for entry in entries] == ["r-k-1", "r-k-2"]
    assert lines(own_facts(entries[0])) == {
        "How much harm it may do": ["Medium"],
        "State": ["Being dealt with"],
        "What is said of it": ["Short"],
        "What is done about it": ["More staff"],
        "Who answers for it": ["NHS"],
        "Since": ["1 January 2018"],
    }
    assert set(map(tuple, lines(own_facts(entries[1])).values())) == {(UNSTATED,)}


def test_impact_that_is_missing_says_why(make_view):
    missing = {"missing": "lost-in-conversion"}
    chapter = chapter_of(make_view, "risks", risks=[{"id": "k-1", "name": "Time", "impact": missing}])
    assert facts(chapter)["How much harm it may do"] == ["Lost when the source document was converted"]


def test_event_without_a_day_says_that_the_source_does_not_say_when(make_view):
    events = [{"id": "e-1", "name": "Report"}, {"id": "e-2", "name": "Visit", "date_words": "May 2014"}]
    (table,) = tables(chapter_of(make_view, "events", events=events))
    assert rows(table) == [["Report", "The source does not say when"], ["Visit", "May 2014"]]


def test_printed_versions_stand_as_they_are_printed(make_view):
    missing = {"missing": "not-stated"}
    versions = [
        {"version": "V 3", "date": "2014-08-17", "date_words": "17/8/14", "state": "draft", "owner": "SMT",
         "review_date": missing, "note": "First of two",
         "readings": [{"field": "version", "reading": "stated", "note": "It repeats."}]},
        {"version": "V3", "state": "withdrawn", "review_date": "May 2015"},
    ]  # fmt: skip
    (table,) = tables(chapter_of(make_view, "versions", printed_versions=versions))
    assert rows(table) == [
        ["V 3 First of two Version: as stated: It repeats.", "17 August 2014 printed as “17/8/14”", "Draft", "SMT",
         UNSTATED],
        ["V3", "The source does not say when", "Withdrawn", UNSTATED, "May 2015"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        ("yes", "Ticked"),
        ("no", "Not ticked"),
        (
            {"missing": "lost-in-conversion", "ground": "Only a code is left"},
            "Cannot be told. Lost when the source document was converted: Only a code is left",
        ),
    ],
)
def test_declaration_says_whether_its_box_is_ticked(make_view, ticked, said):
    declarations = [{"text": "Costs were checked", "ticked": ticked}]
    (table,) = tables(chapter_of(make_view, "declarations", declarations=declarations))
    assert rows(table) == [["Costs were checked", said]]


@pytest.mark.parametrize(
    ("papers", "said", "listed", "kept"),
    [
        ({"papers": ["A report"], "kept_for": "4 years"}, [], ["A report"], "4 years"),
        ({"papers": []}, ["No paper is listed."], [], UNSTATED),
    ],
)
def test_papers_are_listed_with_how_long_they_are_kept(make_view, papers, said, listed, kept):
    chapter = chapter_of(make_view, "papers", background_papers=papers)
    items = [text_of(item) for points in own(chapter, Points) for item in points.items]
    assert (opening(chapter), items, facts(chapter)) == (said, listed, {"How long they are kept": [kept]})


def test_contact_can_be_written_to_called_and_looked_up(make_view):
    contacts = [
        {"role": "Team", "email": "team@example.org", "phone": "01632 960 001", "link": "https://example.org/"},
        {"role": "Officer"},
        {"role": "Desk", "phone": "999, ask for the desk"},
    ]
    team, officer, desk = own_facts(chapter_of(make_view, "contacts", contacts=contacts))
    assert [(line.text, line.outside) for line in team.lines] == [
        ("team@example.org", "mailto:team@example.org"),
        ("01632 960 001", "tel:01632960001"),
        ("Page of Team", "https://example.org/"),
    ]
    assert [line.text for line in officer.lines] == ["No e-mail, phone or page is stated"]
    assert [(line.text, line.outside) for line in desk.lines] == [("999, ask for the desk", "")]


# The overview


def test_overview_says_it_briefly_and_leads_here(make_view):
    plan = {
        "governance": {"text": "The committee watches it.", "reports_to": ["nhs"]},
        "contacts": [{"role": "Team", "email": "team@example.org"}],
        "related_plans": [{"title": "Another", "how": "sibling", "note": "A long note"}],
        "outcomes": SMALL_PLAN["outcomes"],
    }
    text = markdown_of(plan_pages(make_view(plan))[0])
    assert "[How this plan is watched](./governance/)" in text
    assert "[Team](./governance/#contacts)" in text
    assert "Alongside: Another" in text
    for said_there in ("The committee watches it", "A long note", "team"):
        assert said_there not in text.replace("[Team]", "")
