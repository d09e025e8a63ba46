"""The whole plan on one page: everything is there once, under headings in order."""

import re
from dataclasses import fields

import pytest

from generator.document.blocks import Points, Section
from generator.pages import plan_pages
from generator.plan.model import PublicPlan
from generator.render.markdown import markdown_of
from tests.conftest import SMALL_PLAN
from tests.page_blocks import all_facts, blocks_of, contents, printed, section, sections, tables, text_of, texts

FULL = {
    "summary": "What it is for.",
    "glossary": [{"term": "CPC", "meaning": "A committee"}],
    "risks": [{"id": "k-1", "name": "Time"}],
    "decisions": [{"id": "d-1", "text": "To start", "kind": "agreed"}],
    "findings": [{"id": "f-1", "kind": "recommendation", "number": "1", "title": "Listen", "text": "To *all*."}],
}
OUTCOME = {
    "id": "o-1",
    "number": "1",
    "title": "Heard",
    "short_title": "Short",
    "key_issues": [{"id": "i-1", "title": "Training", "actions": ["a-2"]}],
    "actions": [
        {"id": "a-1", "number": "1.1", "title": "Ask", "sub_actions": [{"id": "a-1-1", "title": "Listen"}]},
        {"id": "a-2", "number": "1.2", "title": "Train", "sub_actions": [{"id": "a-2-1", "title": "Staff"}]},
    ],
}


def headings(view) -> list[tuple[int, str, str]]:
    found = re.findall(r"^(#+) (.*) \{: #(\S+) \}$", markdown_of(printed(view)), re.MULTILINE)
    return [(len(hashes), text, anchor) for hashes, text, anchor in found]


def test_headings_stand_in_order_each_with_an_id_of_its_own(make_view):
    found = headings(make_view({**FULL, "outcomes": [OUTCOME]}))
    assert found == [
        (1, "Anytown plan: the whole plan", "page-title"),
        (2, "How it stands", "how-it-stands"),
        (2, "About this plan", "about"),
        (2, "What the ratings mean: RAG", "legend"),
        (2, "Outcome 1: Heard", "o-o-1"),
        (3, "1.1 Ask", "a-a-1"),
        (4, "Listen", "a-a-1-1"),
        (3, "Training", "i-i-1"),
        (4, "1.2 Train", "a-a-2"),
        (5, "Staff", "a-a-2-1"),
        (2, "What inspectors found", "findings"),
        (3, "1 Listen", "f-f-1"),
        (2, "What was decided", "decisions"),
        (3, "To start", "d-d-1"),
        (2, "Risks", "risks"),
        (3, "Time", "r-k-1"),
        (2, "Words explained", "glossary"),
    ]


def test_contents_name_every_part_and_no_page_number(make_view):
    view = make_view({**FULL, "outcomes": [OUTCOME]})
    parts = [(text, anchor) for level, text, anchor in headings(view) if level == 2]
    assert contents(blocks_of(printed(view), Points)[0]) == parts


def test_page_says_how_to_print_it(make_view):
    page = printed(make_view())
    assert page.blocks[0].role == "on-screen"
    assert "save it as a PDF: Ctrl+P" in text_of(page.blocks[0])
    text = markdown_of(page)
    assert text.index("save it as a PDF") < text.index("Anytown Council")


def test_plan_without_ratings_has_neither_counts_nor_a_legend(make_view):
    found = headings(make_view({"status_scheme": None, "rated": [], "outcomes": []}))
    assert found == [(1, "Anytown plan: the whole plan", "page-title"), (2, "About this plan", "about")]


def test_every_action_stands_once_and_leads_to_no_page_of_its_own(make_view):
    text = markdown_of(printed(make_view({**FULL, "outcomes": [OUTCOME]})))
    assert "All about" not in text
    for anchor in ("a-a-1", "a-a-1-1", "a-a-2", "a-a-2-1"):
        assert text.count(f"#{anchor} ") == 1


@pytest.mark.parametrize(
    ("plan", "is_there"),
    [
        ({}, True),
        ({"outcomes": []}, False),
        ({"outcomes": [], "findings": FULL["findings"]}, True),
    ],
)
def test_page_exists_where_there_is_something_to_print(make_view, plan, is_there):
    addresses = {page.address for page in plan_pages(make_view(plan))}
    assert ("anytown/print/" in addresses) == is_there


def finding(make_view, lines, **values):
    page = printed(make_view({"findings": [{"id": "f-1", "title": "Found", **values}]}))
    (entry,) = section(page, "findings").blocks
    return entry, lines(all_facts(entry))


def rows(table) -> list[list[str]]:
    return [["; ".join((line.text, *line.notes)) for cell in row.cells for line in cell] for row in table.rows]


def test_finding_says_what_it_is_and_where_it_stands(make_view, lines):
    entry, facts = finding(
        make_view,
        lines,
        kind="area-for-improvement",
        source="Report of May",
        n=30,
        excluded=["Two areas"],
        readings=[{"field": "n", "reading": "inferred"}],
    )
    assert facts == {
        "Kind of finding": ["Area for improvement"],
        "Where it is from": ["Report of May"],
        "Areas that were graded": ["30"],
        "Left out": ["Two areas"],
        "How the original was read": ["N: worked out, not stated"],
    }
    assert tables(entry) == ()


def test_grades_stand_in_a_table(make_view, lines):
    grades = [
        {"indicator": "1.1", "title": "Heard", "question": "How good?", "area": "North", "grade": "Weak"},
        {"indicator": "1.2", "grade": {"missing": "not-stated"}},
    ]
    entry, facts = finding(make_view, lines, kind="grades", scale=["Good", "Weak"], grades=grades)
    assert facts["Grades, the best first"] == ["Good and Weak"]
    asked, unasked = tables(entry)
    assert (asked.caption, asked.columns, rows(asked)) == (
        "Grades: How good?",
        ("Indicator", "North"),
        [["1.1 Heard", "Weak"]],
    )
    assert rows(unasked) == [["1.2", "Not stated"]]


def test_counts_of_grades_stand_in_a_table_with_a_column_for_each_grade(make_view, lines):
    missing = {"missing": "not-stated"}
    counts = [
        {"indicator": "1.1", "title": "Heard", "note": "Read with care",
         "counts": [{"grade": "Good", "count": 1, "percent": 33}, {"grade": "Weak", "count": 2, "percent": missing}]},
        {"indicator": "1.2", "title": "Safe", "counts": [{"grade": "Good", "count": missing}]},
    ]  # fmt: skip
    entry, _ = finding(make_view, lines, kind="counts", counts=counts)
    (table,) = tables(entry)
    assert table.columns == ("Indicator", "Good", "Weak")
    assert rows(table) == [
        ["1.1 Heard; Read with care", "1; 33%", "2; percentage: Not stated; 67% worked out"],
        ["1.2 Safe", "Not stated", "Not stated"],
    ]


def test_what_other_pages_say_stands_there_as_on_them(make_view):
    view = make_view({**FULL, "evidence": [{"id": "e-1", "title": "An audit", "shows": "All is well"}]}, status="green")
    pages = {page.kind: page for page in plan_pages(view)}
    paper = sections(pages["print"])
    for kind in ("findings", "evidence", "governance"):
        there = [block for block in pages[kind].blocks if isinstance(block, Section)]
        assert there
        assert [paper[part.anchor] for part in there if part.anchor != "nothing-behind"] == [
            part for part in there if part.anchor != "nothing-behind"
        ]
    assert "nothing-behind" not in paper, "the page says that it leaves this out"
    said = "\n".join(texts(paper["legend"]))
    legend = tuple(block for block in pages["legend"].blocks if not isinstance(block, Section))
    assert legend
    assert [text for text in texts(legend) if text not in said] == []


def test_short_title_does_not_stand_in_for_the_printed_one(make_view):
    assert SMALL_PLAN["outcomes"]
    page = printed(make_view({"outcomes": [OUTCOME]}))
    assert section(page, "o-o-1").title == "Outcome 1: Heard"


# A field of the plan, a value for it, and what of that stands on paper.
ON_PAPER = {
    "title": ("A title", "A title"),
    "summary": ("A summary", "A summary"),
    "kind": ("action-plan", "Action plan"),
    "state": ("ended", "Ended"),
    "as_at": ("2019-02-28", "28 February 2019"),
    "source_date": ("Spring 2019", "Spring 2019"),
    "update_every": ("6 months", "6 months"),
    "period": ({"start": "2018-02-03", "end": "2020-05-06"}, "3 February 2018 to 6 May 2020"),
    "publisher": ("A publisher", "A publisher"),
    "partners": (["nhs"], "Shared with"),
    "responds_to": ("A letter", "A letter"),
    "vision": ("A vision", "A vision"),
    "introduction": ("An introduction", "An introduction"),
    "governance": ({"text": "The board looks"}, "The board looks"),
    "words": ({"outcome": "Aim", "outcomes": "Aims"}, "Aim 1: Heard"),
    "status_scheme": (SMALL_PLAN["status_scheme"], "What the ratings mean"),
    "rated": (["actions"], "How it stands"),
    "events": ([{"id": "ev-1", "name": "A visit"}], "A visit"),
    "glossary": ([{"term": "CPC", "meaning": "A committee"}], "A committee"),
    "outcomes": ([OUTCOME], "1.1 Ask"),
    "findings": (FULL["findings"], "What inspectors found"),
    "evidence": ([{"id": "e-1", "title": "An audit", "shows": "All is well"}], "All is well"),
    "risks": ([{"id": "k-1", "name": "Too late"}], "Too late"),
    "decisions": ([{"id": "d-1", "text": "To start", "kind": "agreed"}], "To start"),
    "reports": ([{"id": "r-1", "what": "A yearly report"}], "A yearly report"),
    "printed_versions": ([{"version": "V7", "state": "draft"}], "V7"),
    "declarations": ([{"text": "It is lawful", "ticked": "yes"}], "It is lawful"),
    "background_papers": ({"papers": ["A paper"]}, "A paper"),
    "related_plans": ([{"title": "Another plan", "how": "child"}], "Another plan"),
    "contacts": ([{"role": "A team"}], "A team"),
}
NOT_ON_PAPER = {
    "schema_version": "it is about the file",
    "id": "it is the address",
    "short_title": "the title stands in full",
    "code": "another system's name",
    "closed": "the banner of every page says it",
    "example": "the banner of every page says it",
    "bodies": "on the page of who does what; those that lead stand with their actions",
    "printed_summary": "on a page of its own",
    "languages": "it is about the files of a site",
    "readings": "on the page of corrections",
    "accepted": "on the page of corrections",
}


def test_every_field_of_a_plan_is_on_paper_or_known_to_be_left_out(make_view):
    assert {field.name for field in fields(PublicPlan)} == {*ON_PAPER, *NOT_ON_PAPER}
    text = markdown_of(printed(make_view({name: value for name, (value, _) in ON_PAPER.items()})))
    assert [name for name, (_, said) in ON_PAPER.items() if said not in text] == []


def test_page_names_the_pages_that_it_does_not_hold(make_view):
    view = make_view({"bodies": [], "outcomes": [], "evidence": [{"id": "e-1", "title": "An audit"}]})
    named = "It leaves out parts of “What stands behind the claims”."
    assert texts(printed(view))[1] == named
    assert "parts of “Who does what” and “" in texts(printed(make_view(status="green")))[1]
    assert "It leaves out" not in text_of(printed(make_view({"bodies": [], "outcomes": []})))
