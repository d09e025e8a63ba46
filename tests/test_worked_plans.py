"""The built pages of the worked plans hold what the five source documents count and date."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.plans import joint_facts, single_agency_facts
from tests.repetition import repeated

FALKIRK, JOINT, SINGLE = "falkirk-cpc-2018-20", "joint-inspection-2014", "single-agency-2014"
RUTLAND, GRADES, CLACKS = "rutland-2013", "scotland-grades-2005-09", "clackmannanshire-2008"
WHY = re.compile("(Not stated|Lost when the source document was converted|withheld): ")


@cache
def _main(path: Path) -> LexborNode:
    found = LexborHTMLParser(path.read_text("utf-8")).css_first("main")
    assert found is not None
    return found


def text_of(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


@pytest.fixture
def page(site):
    """A page's main part by its address."""
    return lambda *parts: _main(site.joinpath(*parts, "index.html"))


@pytest.fixture
def words(page):
    """All words of a page."""
    return lambda *parts: text_of(page(*parts))


def tables(main: LexborNode) -> Mapping[str, list[list[str]]]:
    """The rows of each table by its caption, the words of each cell."""
    return {
        text_of(table.css_first("caption")): [
            [text_of(cell) for cell in row.css("th, td")] for row in table.css("tbody tr")
        ]
        for table in main.css("table")
    }


def told_below(heading: LexborNode) -> str:
    """The HTML between a heading and the next one of its kind."""
    parts, node = [], heading.next
    while node is not None and node.tag != heading.tag:
        parts.append(node.html or "")
        node = node.next
    return "".join(parts)


def rows_of(main: LexborNode, caption: str) -> list[list[str]]:
    """The rows of all tables whose captions hold `caption`."""
    return [row for name, rows in tables(main).items() if caption in name for row in rows]


def actions_of(site: Path, plan: str) -> int:
    return len(list((site / plan / "actions").glob("*/index.html")))


# How much each plan holds


@pytest.mark.parametrize(
    ("plan", "counted", "actions"),
    [
        (FALKIRK, "3 outcomes, 9 key actions and 31 sub-actions", 40),
        (JOINT, "5 strategic priorities, 50 actions and 80 sub-actions", 130),
        (SINGLE, "5 areas for improvement and 33 actions", 33),
        (RUTLAND, "3 time bands and 9 ", 9),
        (CLACKS, "5 questions and 18 sub-sections", 18),
    ],
)
def test_plan_has_as_many_parts_as_its_source(site, words, plan, counted, actions):
    assert counted in words(plan)
    assert actions_of(site, plan) == actions


def test_report_of_findings_has_no_actions(site):
    assert not (site / GRADES / "actions").exists()


# S0, 2008


def test_titles_of_2008_are_those_of_2010_by_number(page):
    # Letters that drift between the two documents: minimize and minimise, risk and risks, hyphens, capitals.
    def plain(title: str) -> str:
        short = title.casefold().replace("minimize", "minimise").replace("risks", "risk").replace("-", " ")
        return re.sub(r"\W+", " ", short.replace("the development of policy", "policy")).strip()

    sections = [
        text_of(link)
        for link in page(CLACKS).css("main li > p > a, main li > a")
        if "/actions/a" in link.attributes["href"]
    ]
    indicators = [row[0] for row in rows_of(page(GRADES, "findings"), "How many of 30 areas")]
    assert len(sections) == len(indicators) == 18
    assert [title.split()[0] for title in sections] == [title.split()[0] for title in indicators]
    shared = [
        set(plain(one).split()) & set(plain(other).split()) for one, other in zip(sections, indicators, strict=True)
    ]
    assert all(len(common) > 2 for common in shared)


def test_questions_and_priorities_of_2008_stand_each_on_its_page(page):
    assert len(page(CLACKS).css("h3")) >= 5
    findings = page(CLACKS, "findings")
    assert len(findings.css("h2")) == 7
    assert text_of(findings).count("The plan names no action for this.") == 7
    assert text_of(findings).count("To match them would be a guess.") == 7


def test_chain_of_reports_of_2008_can_be_followed(words):
    told = words(CLACKS, "governance")
    assert "From Social work Team Managers to Service Manager." in told
    assert "From Social work Team Managers to Monitoring group, and from there to Continuous Improvement Group." in told
    assert "Chief Social Work Officer" in told
    for day in ("11 February 2008", "18 June 2008", "December 2007"):
        assert day in told
    assert "sick" not in told.casefold()


def test_what_a_report_asks_for_is_no_decision(page, words):
    told = words(CLACKS, "governance")
    assert "2 decisions" in told
    decided = [text_of(node) for node in page(CLACKS, "governance").css("h3[id^='d-']")]
    assert len(decided) == 2
    assert not any("panel" in text or "must" in text for text in decided)
    asked = told.partition("What it asks for")[2]
    assert asked.replace(" [ HM Inspectorate of Education ]", "").startswith(
        " To agree that the plan goes to HMIE as the Council’s formal answer"
    )
    assert "It cannot say what was decided." in asked
    assert "The action plans must be formally submitted to HMIE" in told


# S1, the joint plan and its covering report


def test_joint_plan_shows_every_code_date_and_percentage(page, site):
    pages = {
        code: address
        for address in (site / JOINT / "actions").glob("*/index.html")
        for code in [
            next(
                (
                    item.code
                    for item in joint_facts.ACTIONS
                    if f"({item.code})" in text_of(_main(address).css_first("h1"))
                ),
                None,
            )
        ]
        if code
    }
    assert len(pages) == len(joint_facts.ACTIONS) == 50
    for fact in joint_facts.ACTIONS:
        told = text_of(_main(pages[fact.code]))
        assert fact.due in told
        assert f"{fact.progress}% complete" in told or f"{fact.progress} %" in told or f"{fact.progress}%" in told


def test_printed_summary_agrees_in_all_twenty_cells(page, words):
    assert "All 20 figures agree with the actions." in words(JOINT, "summary")
    printed, own = (rows for name, rows in tables(page(JOINT, "summary")).items() if "order" in name)
    sections = [[row[0].split(": ")[-1] for row in rows[:-1]] for rows in (printed, own)]
    assert [name.casefold() for name in sections[0]] == [
        name.casefold().replace("'", "’") for name in joint_facts.SUMMARY
    ]
    assert sections[0] != sections[1]
    assert sorted(sections[0]) == sorted(sections[1])
    assert all("Same" in cell and "differs" not in cell for row in printed for cell in row[1:])


def test_reports_and_risks_of_the_joint_plan_stand_on_the_page_of_governance(page, words):
    told = words(JOINT, "governance")
    for day in (
        *("2 April 2015", "June 2014", "October 2014", "January 2015", "September 2014"),
        *("5 September 2014", "5 December 2014", "6 March 2015", "Monday 18 May 2015"),
    ):
        assert day in told, day
    for body in ("Housing, Health and Care Committee", "Resource and Audit Committee", "Clackmannanshire Alliance"):
        assert body in told, body
    risks = page(JOINT, "governance").css("[id^='r-']")
    assert len(risks) == 3
    for state in ("Resolved", "Being dealt with", "Answered"):
        assert f"State {state}" in told, state
    assert "4 years" in told or "four years" in told


def test_body_that_a_note_names_as_the_lead_is_shown_as_one(page, words):
    led = rows_of(page(JOINT, "who"), "NHS Forth Valley")
    assert "Give NHS managers a better overview of child protection (SS_IC SAP_RESP5)" in led[0]
    assert all("SS_IC SAP_RESP5" in row[0] for row in led)
    assert "The cell for the owner is empty." in words(JOINT, "actions", "a-resp5")


def test_spot_checks_that_do_not_add_up_say_so(words):
    told = words(JOINT, "evidence")
    for figure in ("109", "90", "8", "82", "2"):
        assert re.search(rf"\b{figure}\b", told), figure
    assert "11" in told


def test_nothing_is_told_of_two_children_but_their_number(site, words):
    assert "Of the 82 registered cases, 2 had no risk assessment." in words(JOINT, "evidence")
    pages = (site / JOINT).rglob("index.html")
    assert [path for path in pages if re.search(r"before birth|unborn", text_of(_main(path)), re.IGNORECASE)] == []


# S1, the plan of one agency


def test_single_agency_plan_shows_every_timescale_and_priority(page):
    rows = rows_of(page(SINGLE, "actions"), "")
    assert len(rows) == len(single_agency_facts.ROWS) == 33
    for row, fact in zip(rows, single_agency_facts.ROWS, strict=True):
        told = " ".join(row)
        assert (fact.timescale or "Not stated") in told, (row, fact)


def test_grades_of_two_areas_differ_in_the_last_row_only(page):
    rows = rows_of(page(SINGLE, "findings"), "Grades:")
    assert len(rows) == 9
    grades = [[cell.split()[0] for cell in row[1:]] for row in rows]
    assert all(len(row) == 2 for row in grades)
    assert [one == other for one, other in grades] == [True] * 8 + [False]
    assert grades[-1] == ["Adequate", "Good"]


def test_each_area_of_one_agency_answers_the_priority_with_its_number(page, words):
    told = words(SINGLE, "findings")
    assert told.count("Area for improvement") >= 5
    for number in "12345":
        (finding,) = page(SINGLE, "findings").css(f"h2[id$='f-{number}']")
        assert text_of(finding).startswith(number)
        answers = LexborHTMLParser(told_below(finding)).css("li a")
        assert [f"/outcomes/o-{number}/" in answer.attributes["href"] for answer in answers[:1]] == [True]


def test_versions_stand_as_printed_and_in_order(page):
    rows = rows_of(page(SINGLE, "governance"), "ersion")
    assert [re.split(" (?:Version|Date):", row[0])[0] for row in rows] == ["V1", "V 2", "V 3", "V3", "V4", "V5", "V6"]
    days = ["2 August", "14 August", "17 August", "24 August", "8 September", "18 November", "27 March"]
    for row, day in zip(rows, days, strict=True):
        assert day in " ".join(row)


@pytest.mark.parametrize("plan", [JOINT, SINGLE])
def test_notes_on_two_actions_read_the_same_from_either_plan(page, plan):
    rows = rows_of(page(plan, "governance"), "Side by side")
    assert len(rows) == 33
    notes = [row[-1] for row in rows]
    assert [note for note in notes if re.search(r"\b(?:t?here|[Dd]ue|time is)\b", note)] == []
    assert any("Joint Plan: 70% complete. Single-agency plan: complete." in note for note in notes)


def test_conflict_of_the_development_day_is_told(words):
    told = " ".join(words(SINGLE, part) for part in ("corrections", "governance", "actions/a-4-3"))
    for month in ("August 2014", "September 2014", "October 2014"):
        assert month in told, month
    assert "development day" in told.casefold()


# S2


def test_points_of_rutland_stand_in_their_bands(page):
    sizes = [len(page(RUTLAND, "outcomes", outcome).css("h2")) for outcome in ("o-1", "o-2", "o-3")]
    assert sizes == [3, 4, 2]


def test_risks_and_the_decision_of_rutland_stand_on_the_page_of_governance(page, words):
    told = words(RUTLAND, "governance")
    assert [text_of(node) for node in page(RUTLAND, "governance").css("h3[id^='r-']")] == [
        *("Time", "Viability", "Finance", "Profile", "Equality and Diversity"),
    ]
    assert re.findall(r"How much harm it may do (Low|Medium|High)", told) == ["Low", "Low", "Low", "Medium", "Low"]
    assert "16 April 2013" in told
    assert "end of July 2013" in told
    for action in ("a-8", "a-9"):
        moved = words(RUTLAND, "actions", action)
        assert "four months" in moved.casefold(), action
        assert "six months" in moved.casefold(), action
        assert "16 April 2013" in moved, action
        assert "Cabinet" in moved, action


# S3


def test_eighteen_indicators_count_thirty_areas_and_their_percentages_follow(page):
    rows = rows_of(page(GRADES, "findings"), "How many of 30 areas")
    assert len(rows) == 18
    sums = {}
    for name, *cells in rows:
        found = [tuple(map(int, re.findall(r"\d+", cell)[:2])) for cell in cells]
        assert sum(count for count, _ in found) == 30, name
        assert [percent for _, percent in found] == [round(100 * count / 30) for count, _ in found], name
        sums[name.split()[0]] = sum(percent for _, percent in found)
    assert "We worked out 108 from the counts. All agree with what is printed." in text_of(page(GRADES, "findings"))
    assert {number for number, total in sums.items() if total == 99} == {"1.1", "2.1", "3.4", "4.5"}
    assert {number for number, total in sums.items() if total == 101} == {"3.1", "3.2", "3.3", "5.2"}


def test_pilot_areas_are_left_out_and_named(words):
    told = words(GRADES, "findings")
    assert "Highland" in told
    assert "East Dunbartonshire" in told


# S4


def test_falkirk_has_bullets_target_lines_and_no_rating(page, words):
    def bullets_of(action: str) -> int:
        return sum(not item.css("a:not([href*=glossary])") for item in page(FALKIRK, "actions", action).css("ul > li"))

    bullets = [bullets_of(action) for action in ("a-1-11", "a-2-21", "a-3-11")]
    assert bullets == [7, 11, 4]
    assert "9 not yet rated" in words(FALKIRK)
    targets = [
        action
        for action in ("a-1-1", "a-1-2", "a-1-3", "a-2-1", "a-2-2", "a-2-3", "a-3-1", "a-3-2", "a-3-3")
        if re.search(r"(Sept|June)\s+20[12]0", words(FALKIRK, "actions", action).split("Strategic lead")[0])
    ]
    assert len(targets) == 8


# What holds for all of them


@pytest.mark.parametrize(
    ("plan", "product", "kept_on", "kept"),
    [
        (RUTLAND, "inspection report", "governance", "Children’s Scrutiny Panel see Ofsted’s inspection report"),
        (SINGLE, "Proposal", "actions/a-2-5", "A report to Committee in October 14 proposes to redesign the service"),
        (SINGLE, "Framework", "actions/a-1-3", "There is a report on the Quality Assurance Framework every month"),
        (JOINT, "practitioner sessions", "actions/a-sub1-3", "get a report on the evaluation and the audit"),
    ],
)
def test_what_the_work_makes_is_no_report_on_the_plan(page, words, plan, product, kept_on, kept):
    duties = [text_of(node) for node in page(plan, "governance").css("h3[id^='k-']")]
    assert duties
    assert not any(product in duty for duty in duties)
    assert kept in words(plan, kept_on)


# What marks them all


@pytest.mark.parametrize("plan", [FALKIRK, JOINT, SINGLE, RUTLAND, GRADES, CLACKS])
def test_no_page_shows_an_id(site, plan):
    pages = list((site / plan).rglob("index.html"))
    assert pages
    shown = {path: re.findall(r"(?<![\w-])[a-z]{1,2}-(?:\d|[a-z]+\d)[\w-]*", text_of(_main(path))) for path in pages}
    assert {str(path.relative_to(site)): ids for path, ids in shown.items() if ids} == {}


@pytest.mark.parametrize("plan", [FALKIRK, JOINT, SINGLE, RUTLAND, GRADES, CLACKS])
def test_every_page_of_an_example_says_so_and_is_out_of_searches(site, plan):
    pages = list((site / plan).rglob("index.html"))
    assert pages
    for path in pages:
        built = path.read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in built, path
        assert "<strong>Worked example:</strong>" in built, path
        is_old = "editions" in path.relative_to(site / plan).parts[:-2]
        assert f"<strong>{'Edition' if is_old else 'Closed plan'}:</strong>" in built, path


@pytest.mark.parametrize("plan", [FALKIRK, JOINT, SINGLE, RUTLAND, GRADES, CLACKS])
def test_no_page_says_again_and_again_why_something_is_missing(site, plan):
    # What may stand more than three times: names, leads, and what a plan's author notes on several things.
    for path in (site / plan).rglob("index.html"):
        again = [text for text in repeated(path.read_text("utf-8")) if WHY.search(text)]
        assert again == [], path
