"""Figures agree with each other: parts with their sum, a share with its two counts."""

import pytest

from tests.checks.checking import PLAN, checked, checked_for, subjects, with_line


def figure(label: str, value: str, part_of: str = "", *, period: str = "2019", more: str = "") -> str:
    held = value if value.startswith("{") else f'"{value}"'
    whole = f", part_of: {part_of}" if part_of else ""
    return f'{{label: {label}, period: "{period}", value: {held}{whole}{more}}}'


def evidence_of(*figures: str) -> str:
    return PLAN.replace("title: Audit}", f"title: Audit, figures: [{', '.join(figures)}]}}")


def measure_of(*figures: str, unit: str = "", baseline: str = "") -> str:
    more = f", unit: '{unit}'" if unit else ""
    start = f", baseline: {baseline}" if baseline else ""
    return with_line(f"measures: [{{id: m-1, text: x{more}{start}, observations: [{', '.join(figures)}]}}]")


ALL = figure("looked at", "109")
PARTS = figure("with a chronology", "90", "looked at"), figure("without", "8", "looked at")


def sums(*figures: str) -> list[str]:
    return checked_for("figures-sum", evidence_of(*figures))


def test_parts_make_the_whole():
    assert sums(figure("looked at", "98"), *PARTS) == []
    assert sums(ALL, *PARTS) == [
        "evidence[1].figures[1]: 'with a chronology' 90 and 'without' 8 make 98, and 'looked at' is 109: "
        "11 are not accounted for; mend one of the figures, or add the part that is not here (figures-sum)"
    ]
    assert subjects("figures-sum", evidence_of(ALL, *PARTS)) == ["e-1"]


@pytest.mark.parametrize(
    ("whole", "gap"),
    [
        ("99", "1 is not accounted for"),
        ("97", "1 too many"),
        ("90", "8 too many"),
        ("98.5", "0.5 are not accounted for"),
    ],
)
def test_gap_is_said_either_way(whole, gap):
    (text,) = sums(figure("looked at", whole), *PARTS)
    assert f": {gap}; " in text


@pytest.mark.parametrize(
    "figures",
    [
        (ALL, PARTS[0]),
        (ALL, PARTS[0], figure("without", "{missing: not-stated}", "looked at")),
        (ALL, PARTS[0], figure("without", "8", "looked at", more=", state: suppressed")),
        (figure("looked at", "{missing: not-stated}"), *PARTS),
        (ALL, PARTS[0], figure("without", "8", "looked at", period="2018")),
        (figure("looked at", "109", period="2018"), *PARTS),
        (ALL, figure("looked at", "98"), *PARTS),
        (ALL, figure("looked at", "100", "looked at", period="2018")),
    ],
)
def test_nothing_is_said_of_figures_that_may_agree(figures):
    assert sums(*figures) == []


def test_same_time_may_be_said_in_other_words():
    text = evidence_of(
        figure("all", "9", period="March 2019"),
        *(figure(label, "4", "all", period=period) for label, period in (("one", "March 2019"), ("two", "Mar 2019"))),
    )
    assert len(checked_for("figures-sum", text)) == 1


def test_figures_of_a_measure_are_added_too():
    text = measure_of(ALL, *PARTS)
    (told,) = checked_for("figures-sum", text)
    assert told.startswith("outcomes[1].actions[1].measures[1].observations[1]: ")
    (told,) = checked_for("figures-sum", measure_of(*PARTS, baseline=ALL))
    assert told.startswith("outcomes[1].actions[1].measures[1].baseline: ")


@pytest.mark.parametrize(
    ("first", "is_told"), [("33", False), ("32", False), ("31", True), ("36", False), ("37", True)]
)
def test_rounded_shares_may_make_99_or_101(first, is_told):
    thirds = [figure(label, value, "all") for label, value in (("one", first), ("two", "33"), ("three", "33"))]
    told = checked_for("figures-sum", measure_of(figure("all", "100"), *thirds, unit="% of children"))
    assert bool(told) is is_told


def test_part_belongs_to_a_figure_that_is_there():
    plan = evidence_of(ALL, figure("without", "8", "loked at"), figure("others", "3", "files"))
    assert checked_for("part-unknown", plan) == [
        "evidence[1].figures[2].part_of: there is no figure here with the label 'loked at'; "
        "did you mean 'looked at'? (part-unknown)",
        "evidence[1].figures[3].part_of: there is no figure here with the label 'files'; "
        "give that figure this label, or take the line out (part-unknown)",
    ]
    assert checked_for("part-unknown", evidence_of(figure("looked at", "1", period="2018"), *PARTS)) == []


SHARE = '{period: "2019", value: "%s", numerator: %s, denominator: %s}'


@pytest.mark.parametrize(
    ("value", "some", "all_of", "right"),
    [
        ("90", 45, 50, ""),
        ("33", 1, 3, ""),
        ("67", 2, 3, ""),
        ("66", 2, 3, "67"),
        ("66.7", 2, 3, ""),
        ("66.6", 2, 3, "66.7"),
        ("12", 1, 8, ""),
        ("13", 1, 8, ""),
        ("12.5", 1, 8, ""),
        ("12.4", 1, 8, "12.5"),
        ("0", 0, 8, ""),
        ("100", 8, 8, ""),
        ("92", 45, 50, "90"),
    ],
)
def test_share_follows_from_its_counts(value, some, all_of, right):
    plan = measure_of(SHARE % (value, some, all_of), unit="% of children")
    wanted = (
        f"outcomes[1].actions[1].measures[1].observations[1].value: {some} out of {all_of} is {right}%, "
        f"and {value} stands here; mend one of the three figures (share-differs)"
    )
    assert checked_for("share-differs", plan) == ([wanted] if right else [])
    assert subjects("share-differs", plan) == (["m-1"] if right else [])


@pytest.mark.parametrize(("unit", "count"), [("%", 1), ("% of staff", 1), ("children", 0), ("number and %", 0)])
def test_only_percentages_are_shares(unit, count):
    assert len(checked_for("share-differs", measure_of(SHARE % ("45", 45, 50), unit=unit))) == count


def test_baseline_is_a_share_too():
    (text,) = checked_for("share-differs", measure_of(unit="%", baseline=SHARE % ("45", 45, 50)))
    assert text.startswith("outcomes[1].actions[1].measures[1].baseline.value: ")


def test_kind_may_say_that_it_is_a_share():
    plan = measure_of(SHARE % ("45", 45, 50)).replace("text: x", "text: x, kind: percent")
    assert len(checked_for("share-differs", plan)) == 1


def test_figure_that_is_refused_may_have_had_the_label():
    plan = evidence_of(ALL.replace('"109"', "many"), *PARTS)
    assert [text.split("(")[-1] for text in checked(plan)] == ["number-unreadable)"]
