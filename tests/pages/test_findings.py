"""What inspectors found: who answers it, grades by area, and counts with their percentages."""

import pytest

from generator.document.blocks import Day, Facts, Section, Table, Tag
from generator.document.refs import Ref, There
from generator.pages import plan_pages
from generator.pages.findings import findings_page
from generator.render.markdown import markdown_of
from tests.page_blocks import all_facts, contents, leads_to, links_of, tables, text_of, texts

HEARD = {"id": "heard", "kind": "recommendation", "number": "1", "title": "Hear children", "source": "A report"}
OTHER = {"id": "other", "kind": "area-for-improvement", "title": "Keep records"}
SCALE = ["Good", "Weak"]


def page(make_view, *findings, **action):
    return findings_page(make_view({"findings": list(findings)}, **action))


def counted(*counts, n=None, **row):
    """A finding with one row of counts: (grade, count, percent)."""
    entries = [
        {"grade": grade, "count": count} | ({"percent": percent} if percent is not None else {})
        for grade, count, percent in counts
    ]
    finding = {"id": "c", "kind": "counts", "title": "Counts", "scale": SCALE}
    finding["counts"] = [{"indicator": "1.1", "title": "Heard", "counts": entries, **row}]
    return finding | ({"n": n} if n else {})


def rows(table) -> list[list[str]]:
    return [
        ["; ".join(" ".join((line.text, *line.notes)) for line in cell) for cell in row.cells] for row in table.rows
    ]


def only_table(found):
    (table,) = tables(found)
    return table


def items(page) -> tuple[Section, ...]:
    """The part of each finding."""
    return tuple(block for block in page.blocks if isinstance(block, Section))


def before_the_facts(item):
    """What a finding says before its labelled lines: its text, and what answers it or that nothing does."""
    place = next(place for place, block in enumerate(item.blocks) if isinstance(block, Facts))
    return item.blocks[:place]


def answers(item):
    """What answers a finding, below its label."""
    label, points = before_the_facts(item)
    assert text_of(label) == "Answered by"
    return points.items


def said_of_answers(item) -> str:
    """What a finding says where nothing answers it; "" where it says nothing of answers."""
    return text_of(before_the_facts(item))


# Answers


def test_finding_names_what_answers_it_with_its_rating(make_view):
    (item,) = items(page(make_view, HEARD, answers=["heard"]))
    (answer,) = answers(item)
    assert (item.anchor, item.title) == ("f-heard", "1 Hear children")
    link, tag = answer.content
    assert (link.text, link.to) == ("1.1 Ask children", Ref("action", "a-1-1", "anytown"))
    assert tag.text == "Amber"


def test_missing_rating_is_no_tag_of_an_answer(make_view):
    (item,) = items(page(make_view, HEARD, answers=["heard"], status={"missing": "lost-in-conversion"}))
    assert not any(isinstance(part, Tag) for part in answers(item)[0].content)


def test_outcome_answers_too(make_view):
    outcome = {"id": "o-1", "title": "One", "answers": ["heard"], "actions": [{"id": "a-1", "title": "x"}]}
    view = make_view({"findings": [HEARD], "outcomes": [outcome]})
    (answer,) = answers(items(findings_page(view))[0])
    assert leads_to(links_of(answer)[0], view) == There("anytown/outcomes/o-1/")


def test_action_that_answers_an_answer_is_named_with_the_way(make_view):
    through = {"id": "a-2", "title": "Two", "related": [{"action": "a-1-1", "how": "answers"}]}
    beside = {"id": "a-3", "title": "Three", "related": [{"action": "a-1-1", "how": "follows"}]}
    (item,) = items(page(make_view, HEARD, answers=["heard"], sub_actions=[through, beside]))
    assert [text_of(answer) for answer in answers(item)] == [
        "1.1 Ask children Amber",
        "Two, by way of 1.1 Ask children",
    ]


@pytest.mark.parametrize(
    ("answers", "opening", "unanswered"),
    [
        (["heard", "other"], "There are 2 findings. Actions of this plan answer all of them.", [False, False]),
        (
            ["heard"],
            "There are 2 findings. Actions of this plan answer 1 of them; the plan names none for the rest.",
            [False, True],
        ),
        (
            [],
            "There are 2 findings. The plan names no action as an answer.",
            [True, True],
        ),
    ],
)
def test_opening_counts_what_is_answered(make_view, answers, opening, unanswered):
    found = page(make_view, HEARD, OTHER, answers=answers)
    assert found.opening == opening
    assert texts(found)[0] == opening
    assert [said_of_answers(item) == "No action in this plan answers this." for item in items(found)] == unanswered
    assert text_of(found.blocks[1]) == "On this page"
    assert contents(found.blocks[2]) == [("1 Hear children", "f-heard"), ("Keep records", "f-other")]


@pytest.mark.parametrize(
    ("findings", "answers", "opening"),
    [
        ([], [], "There is 1 finding."),
        ([HEARD], ["heard"], "There are 2 findings. Actions of this plan answer 1 of them; the rest are grades."),
        ([HEARD], [], "There are 2 findings. The plan names no action as an answer."),
    ],
)
def test_grades_ask_for_no_answer(make_view, findings, answers, opening):
    grades = {"id": "g", "kind": "grades", "title": "Grades", "grades": [{"indicator": "1", "grade": "Good"}]}
    found = page(make_view, grades, *findings, answers=answers)
    assert (found.opening, said_of_answers(items(found)[0])) == (opening, "")


def test_reason_for_which_a_finding_was_left_stands_beside_it(make_view):
    left = {"code": "finding-unanswered", "id": "heard", "reason": "A guess.", "role": "Editor", "date": "2019-01-02"}
    view = make_view({"findings": [HEARD, OTHER], "accepted": [left, {**left, "code": "text-cut", "id": "other"}]})
    first, second = items(findings_page(view))
    assert said_of_answers(first) == "The plan names no action for this. A guess."
    assert said_of_answers(second) == "No action in this plan answers this."
    assert "**The plan names no action for this.** A guess.\n\n" in markdown_of(findings_page(view))


def test_plan_without_actions_says_that_it_holds_findings_only(make_view):
    found = findings_page(make_view({"findings": [HEARD], "outcomes": []}))
    assert found.opening == "There is 1 finding. This report holds findings only. It has no actions."
    opening, item = found.blocks
    assert (said_of_answers(item), any(isinstance(part, Day) for part in opening.content)) == ("", False)


def test_action_links_to_the_finding_that_it_answers(make_view):
    view = make_view({"findings": [HEARD]}, answers=["heard"])
    made = {page.address: markdown_of(page) for page in plan_pages(view)}
    assert "(../../findings/#f-heard)" in made["anytown/actions/a-1-1/"]
    assert "{: #f-heard }" in made["anytown/findings/"]


def test_plan_without_findings_has_no_page_of_them(make_view):
    assert "anytown/findings/" not in [page.address for page in plan_pages(make_view())]


# Facts


def test_facts_say_kind_source_and_who_was_left_out(make_view, lines):
    finding = {**counted(("Good", "3", None), n="3"), "excluded": ["Farplace: a pilot"]}
    finding["readings"] = [{"field": "scale", "reading": "inferred"}]
    assert lines(all_facts(page(make_view, finding))) == {
        "Kind of finding": ["How many areas had each grade"],
        "Where it is from": ["Not stated"],
        "Grades, the best first": ["Good and Weak"],
        "Areas that were graded": ["3"],
        "Left out": ["Farplace: a pilot"],
        "How the original was read": ["The grades, in order: worked out, not stated"],
    }


# Grades


def test_grades_stand_by_area_under_their_questions(make_view):
    grades = [
        {"indicator": "1", "title": "Help", "question": "How good?", "area": "North", "grade": "Good"},
        {"indicator": "1", "title": "Help", "question": "How good?", "area": "South", "grade": "Weak"},
        {"indicator": "2", "question": "How good?", "area": "South", "grade": {"missing": "lost-in-conversion"}},
        {
            "indicator": "Leading",
            "grade": "Good",
            "readings": [{"field": "grade", "reading": "corrected", "note": "x"}],
        },
    ]
    finding = {"id": "g", "kind": "grades", "title": "Grades", "scale": SCALE, "grades": grades}
    (item,) = items(page(make_view, finding))
    summary, asked, unasked = item.blocks[1:]
    lost = "Lost when the source document was converted"
    (table,) = tables(asked)
    assert (asked.title, isinstance(unasked, Table)) == ("How good?", True)
    assert table.columns == ("Indicator", "North", "South")
    assert rows(table) == [["1 Help", "Good", "Weak"], ["2", "Not stated", lost]]
    assert rows(unasked) == [["Leading", "Good Grade: corrected: x"]]
    assert text_of(summary) == f"4 grades: Good 2, Weak 1 and {lost} 1."


# Counts


@pytest.mark.parametrize(
    ("counts", "n", "cells"),
    [
        ([("Good", "17", "57"), ("Weak", "13", "43")], "30", ["1.1 Heard", "17 57%", "13 43%"]),
        ([("Good", "17", "56"), ("Weak", "13", "44")], "30", ["1.1 Heard", "17 56% printed 57% worked out", ""]),
        ([("Good", "1", None), ("Weak", "2", None)], None, ["1.1 Heard", "1 33% worked out", "2 67% worked out"]),
        ([("Good", "1", None)], "3", ["1.1 Heard", "1 33% worked out", "Not stated"]),
        (
            [("Good", {"missing": "suppressed"}, "40"), ("Weak", "2", {"missing": "not-stated"})],
            None,
            ["1.1 Heard", "Not shown, to protect people 40% printed", "2 percentage: Not stated"],
        ),
    ],
)
def test_percentages_are_printed_and_worked_out_where_they_differ(make_view, counts, n, cells):
    (row,) = rows(only_table(page(make_view, counted(*counts, n=n))))
    assert [said for said, wanted in zip(row, cells, strict=True) if wanted] == [cell for cell in cells if cell]


@pytest.mark.parametrize(
    ("good", "said"),
    [
        ("57", "We worked out 2 from the counts. All agree with what is printed."),
        ("56", "We worked out 2 from the counts. 1 of them are as printed; the others show both."),
    ],
)
def test_page_says_that_percentages_were_worked_out_again(make_view, lines, good, said):
    finding = counted(("Good", "17", good), ("Weak", "13", "43"), n="30")
    assert lines(all_facts(page(make_view, finding)))["Percentages checked"] == [said]


@pytest.mark.parametrize(
    ("counts", "note"),
    [
        ([("Good", "1", "33"), ("Weak", "1", "33"), ("Poor", "1", "33")], "99, because each one is rounded."),
        ([("Good", "1", "17"), ("Weak", "1", "17"), ("Poor", "4", "67")], "101, because each one is rounded."),
        ([("Good", "1", "40"), ("Weak", "1", "50")], "90."),
        ([("Good", "1", "50"), ("Weak", "1", "50")], None),
        ([("Good", "1", "50"), ("Weak", "1", None)], None),
    ],
)
def test_row_says_why_its_percentages_do_not_add_up(make_view, counts, note):
    said = f"The printed percentages add up to {note}"
    # The plan's own note that says the same is not said again.
    (row,) = only_table(page(make_view, counted(*counts, note=said if note else "Its own."))).rows
    assert row.cells[0][0].notes == ((said,) if note else ("Its own.",))


def test_caption_says_of_how_many_areas(make_view):
    assert only_table(page(make_view, counted(("Good", "2", None), n="2"))).caption.startswith("How many of 2 areas")
    assert only_table(page(make_view, counted(("Good", "2", None)))).caption == "How many areas had each grade: Counts"
