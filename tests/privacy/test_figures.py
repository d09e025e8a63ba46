"""Figures of people below 10, and figures from which one below 10 or a suppressed one can be worked out."""

import pytest

from generator.privacy import Kind, findings_of
from tests.conftest import small_plan

SMALL, DIFFERENCE = Kind.SMALL_NUMBER, Kind.SMALL_NUMBER_BY_DIFFERENCE
PEOPLE = "Families who were asked"
SUPPRESSED = {"missing": "suppressed"}


def figure(value, label=None, part_of=None, **more):
    held = {"period": "March 2019", "value": value if isinstance(value, dict) else str(value), **more}
    return held | ({"label": label} if label else {}) | ({"part_of": part_of} if part_of else {})


def found(*figures, text=PEOPLE, **measure):
    plan = small_plan(measures=[{"id": "m-1", "text": text, "observations": list(figures), **measure}])
    return [(finding.kind, finding.path[7:]) for finding in findings_of(plan)]


WHOLE = figure(40, "asked")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([figure(9)], [(SMALL, (0, "value"))]),
        ([figure(10)], []),
        ([figure(0)], []),
        ([figure(50, numerator="4", denominator="50")], [(SMALL, (0, "numerator"))]),
        ([figure(50, numerator="45", denominator="50")], [(DIFFERENCE, (0, "denominator"))]),
        ([figure(50, numerator="25", denominator="50")], []),
        ([figure(50, denominator="8")], [(SMALL, (0, "denominator"))]),
        ([WHOLE, figure(36, "answered", "asked")], [(DIFFERENCE, (0, "value"))]),
        ([WHOLE, figure(20, "yes", "asked"), figure(14, "no", "asked")], [(DIFFERENCE, (0, "value"))]),
        ([WHOLE, figure(20, "yes", "asked"), figure(10, "no", "asked")], []),
        ([WHOLE, figure(25, "yes", "asked"), figure(15, "no", "asked")], []),
        ([WHOLE, figure(20, "yes", "asked"), figure(SUPPRESSED, "no", "asked")], [(DIFFERENCE, (2, "value"))]),
        ([WHOLE, figure(SUPPRESSED, "yes", "asked"), figure(SUPPRESSED, "no", "asked")], []),
        ([WHOLE, figure(SUPPRESSED, "no", "asked")], []),
        (
            [figure(SUPPRESSED, "asked"), figure(20, "yes", "asked"), figure(15, "no", "asked")],
            [(DIFFERENCE, (0, "value"))],
        ),
        ([figure(SUPPRESSED, numerator="20", denominator="50")], [(DIFFERENCE, (0, "numerator"))]),
        ([figure(20, state="suppressed")], [(DIFFERENCE, (0, "value"))]),
    ],
)
def test_figures_tell_of_people(figures, expected):
    assert found(*figures) == expected


def test_share_gives_a_small_count_back():
    share = {"kind": "percent", "unit": "% of families"}
    assert found(figure(5, denominator="60"), **share) == [(DIFFERENCE, (0, "denominator"))]
    assert found(figure(50, denominator="60"), **share) == []
    assert found(figure(5), **share) == []


def test_parts_of_another_time_are_no_parts():
    other = {**figure(36, "answered", "asked"), "period": "March 2020"}
    assert found(WHOLE, other) == []


def test_figures_of_things_are_let_be():
    assert found(figure(3), figure(40, "held"), figure(36, "in time", "held"), text="Meetings that were held") == []


def test_label_says_that_people_are_counted():
    assert found(figure(3, "children"), text="Moves in the year") == [(SMALL, (0, "value"))]


def test_suppressed_figure_of_things_is_not_given_back_either():
    figures = (figure(40, "held"), figure(31, "in time", "held"), figure(SUPPRESSED, "late", "held"))
    assert found(*figures, text="Meetings") == [(DIFFERENCE, (2, "value"))]


def test_baseline_and_evidence_are_looked_at():
    plan = small_plan(
        {"evidence": [{"id": "e-1", "title": "Audit of cases", "figures": [figure(2, "without a plan")]}]},
        measures=[{"id": "m-1", "text": PEOPLE, "baseline": figure(7)}],
    )
    paths = [finding.path for finding in findings_of(plan)]
    assert paths == [
        ("outcomes", 0, "actions", 0, "measures", 0, "baseline", "value"),
        ("evidence", 0, "figures", 0, "value"),
    ]
    assert [finding.subject for finding in findings_of(plan)] == ["m-1", "e-1"]
