"""Counts of grades agree with how many areas were graded, and grades are those of the scale."""

import pytest

from tests.checks.checking import PLAN, checked_for, subjects

ROW = "{indicator: '1.1', title: Children are asked, counts: [%s]}"
PATH = "findings[1].counts[1]"


def finding(*counts: str, head: str = "n: 12, ") -> str:
    held = f"title: Listen, {head}counts: [{ROW % ', '.join(counts)}]}}"
    return PLAN.replace("kind: recommendation, title: Listen}", f"kind: counts, {held}")


def test_counts_make_the_number_of_areas():
    assert checked_for("counts-differ", finding("{grade: Good, count: 9}", "{grade: Weak, count: 3}")) == []
    plan = finding("{grade: Good, count: 9}", "{grade: Weak, count: 4}")
    assert checked_for("counts-differ", plan) == [
        f"{PATH}: the counts of 'Children are asked' make 13, and 12 areas were graded; "
        "mend one of the counts, or 'n' (counts-differ)"
    ]
    assert subjects("counts-differ", plan) == ["f-1"]


def test_nothing_is_said_where_a_count_is_not_known():
    assert checked_for("counts-differ", finding("{grade: Good, count: 9}", head="")) == []
    assert checked_for("counts-differ", finding("{grade: Good, count: {missing: suppressed}}")) == []


@pytest.mark.parametrize(
    ("count", "percent", "n", "right"),
    [
        (3, 25, 12, ""),
        (1, 33, 3, ""),
        (2, 67, 3, ""),
        (2, 66, 3, "67"),
        (1, 12, 8, ""),
        (1, 13, 8, ""),
        (1, 11, 8, "13"),
        (0, 0, 8, ""),
        (0, 1, 8, "0"),
        (23, 76, 30, "77"),
    ],
)
def test_percentage_is_the_rounded_share(count, percent, n, right):
    plan = finding(f"{{grade: Good, count: {count}, percent: {percent}}}", head=f"n: {n}, ")
    wanted = (
        f"{PATH}.counts[1].percent: {count} out of {n} is {right}%, and {percent} stands here; "
        "mend one of the figures, or accept it as printed (percent-differs)"
    )
    assert checked_for("percent-differs", plan) == ([wanted] if right else [])


def test_rounded_row_may_make_99():
    counts = ["{grade: G, count: 1, percent: 33}"] * 3
    assert checked_for("percent-differs", finding(*counts, head="n: 3, ")) == []


def test_rounded_row_may_make_101():
    counts = [f"{{grade: G, count: {count}, percent: {percent}}}" for count, percent in ((1, 13), (1, 13), (6, 75))]
    assert checked_for("percent-differs", finding(*counts, head="n: 8, ")) == []


def test_row_without_n_counts_for_itself():
    counts = ("{grade: Good, count: 1, percent: 25}", "{grade: Weak, count: 3, percent: 70}")
    (text,) = checked_for("percent-differs", finding(*counts, head=""))
    assert text.startswith(f"{PATH}.counts[2].percent: 3 out of 4 is 75%, and 70 stands here; ")
    unknown = (counts[0], "{grade: Weak, count: {missing: suppressed}, percent: 70}")
    assert checked_for("percent-differs", finding(*unknown, head="")) == []


def test_row_without_areas_has_no_percentages():
    assert checked_for("percent-differs", finding("{grade: Good, count: 0, percent: 5}", head="n: 0, ")) == []


@pytest.mark.parametrize(
    ("grade", "do"), [("Very good", ""), ("Very god", "did you mean 'Very good'?"), ("Zero", "use Very good or Weak")]
)
def test_grade_is_one_of_the_scale(grade, do):
    plan = finding(f"{{grade: {grade}, count: 1}}", head="scale: [Very good, Weak], ")
    wanted = f"{PATH}.counts[1].grade: {grade!r} is not one of the grades of 'scale'; {do} (grade-unknown)"
    assert checked_for("grade-unknown", plan) == ([wanted] if do else [])
    plan = finding(
        "{grade: Weak, count: 1}", head=f"scale: [Very good, Weak], grades: [{{indicator: x, grade: {grade}}}], "
    )
    wanted = f"findings[1].grades[1].grade: {grade!r} is not one of the grades of 'scale'; {do} (grade-unknown)"
    assert checked_for("grade-unknown", plan) == ([wanted] if do else [])


def test_finding_without_a_scale_has_any_grade():
    assert checked_for("grade-unknown", finding("{grade: Zero, count: 1}")) == []


def test_grade_that_is_missing_is_none():
    plan = finding(
        "{grade: Weak, count: 1}", head="scale: [Weak], grades: [{indicator: x, grade: {missing: not-stated}}], "
    )
    assert checked_for("grade-unknown", plan) == []
