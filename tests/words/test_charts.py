"""Charts: where things stand in them, how they are told apart without colour, and what they say in words."""

import re
from collections import Counter
from datetime import date

import pytest

from generator.plan.field_types import Missing
from generator.plan.model import (
    GradeCount,
    GradeCounts,
    Measure,
    Observation,
    Target,
    Timescale,
)
from generator.wording import Words
from generator.words.charts.grades import TEXTURES, distribution_chart
from generator.words.charts.indicator import indicator_charts
from generator.words.charts.timeline import timeline_chart, timeline_table

WORDS = Words()
LOST = Missing(missing="lost-in-conversion")


# Grades


def graded(indicator: str, **counts) -> GradeCounts:
    entries = tuple(GradeCount(grade=grade, count=count) for grade, count in counts.items())
    return GradeCounts(indicator=indicator, title="Heard", counts=entries)


def test_bar_holds_a_piece_for_each_grade_in_the_order_of_the_scale():
    chart = distribution_chart(WORDS, "chart-x", [graded("1", Weak=1, Good=3, Poor=0)], ["Good", "Weak", "Poor"], 4)
    (panel,) = chart.panels
    assert [(box.pattern, box.x, box.width) for box in panel.drawing.boxes] == [
        ("chart-x-p0", 0, 75),
        ("chart-x-p1", 75, 25),
    ]
    assert [label.text for label in panel.drawing.labels] == ["3", "1"]
    assert panel.description == "Of 4: Good 3, Weak 1 and Poor 0."
    assert chart.sentence.endswith("Given most often: Good, 3 of 4 times.")


def test_every_grade_has_a_pattern_of_its_own():
    scale = [f"G{number}" for number in range(len(TEXTURES))]
    chart = distribution_chart(WORDS, "chart-x", [graded("1", G0=1)], scale, None)
    assert len({pattern.path for pattern in chart.panels[0].patterns}) == len(scale) == len(chart.key)
    assert distribution_chart(WORDS, "chart-x", [graded("1", G0=1)], [*scale, "one more"], None) is None


def test_narrow_piece_has_no_number_and_areas_without_a_grade_leave_room():
    chart = distribution_chart(WORDS, "chart-x", [graded("1", Good=1)], ["Good"], 30)
    drawing = chart.panels[0].drawing
    assert (drawing.boxes[0].width, drawing.labels) == (3.33, ())


def test_row_with_a_missing_count_has_no_bar_and_is_named():
    rows = [graded("1", Good=2, Weak=2), graded("2", Good=LOST, Weak=1)]
    chart = distribution_chart(WORDS, "chart-x", rows, ["Good", "Weak"], None)
    assert [panel.label for panel in chart.panels] == ["1 Heard"]
    assert "Good and Weak, 2 of 4 times" in chart.sentence
    assert chart.sentence.endswith("Without a bar, since a count is not known: 2 Heard.")
    assert distribution_chart(WORDS, "chart-x", rows[1:], ["Good", "Weak"], None) is None
    assert distribution_chart(WORDS, "chart-x", [graded("3", Good=0)], ["Good"], None) is None


# Figures over time


def figure(period: str, value, **more) -> Observation:
    return Observation(period=period, value=value, **more)


def charts(*figures, targets=(), **more):
    measure = Measure(id="m-1", text="Heard", observations=figures, targets=targets, **more)
    return indicator_charts(WORDS, "chart-m-1", measure)


def strokes(chart, look: str) -> list[tuple[float, float, float, float]]:
    return [(s.x1, s.y1, s.x2, s.y2) for s in chart.panels[0].drawing.strokes if s.look == look]


def marks(chart) -> list[tuple[str, float]]:
    return [(mark.shape, mark.x) for mark in chart.panels[0].drawing.marks]


def test_figures_stand_in_time_and_against_each_target():
    goals = (
        Target(value="80%", by=Timescale(words="May 2021")),
        Target(value="95 %", kind="aspirational"),
        Target(value="as good as can be"),
    )
    (chart,) = charts(figure("May 2018", "40"), figure("May 2020", "60"), targets=goals, unit="%")
    assert marks(chart) == [("square", 92), ("diamond", 98), ("dot", 16), ("dot", pytest.approx(66.67, abs=0.1))]
    assert len(strokes(chart, "committed")) == len(strokes(chart, "aspirational")) == 1
    assert chart.panels[0].ends == ("May 2018", "May 2021")
    assert chart.sentence == (
        "Newest figure: 60% (May 2020). Higher than at first: 40% (May 2018). "
        "Below the target, 80%. Below the aspirational target, 95 %."
    )
    assert [key.words for key in chart.key] == [
        "Figure",
        "Target: 80% by May 2021",
        "Aspirational target: 95 %",
    ]


def test_missing_and_suppressed_figures_are_gaps_and_said():
    held = figure("June 2018", "3", state="suppressed")
    (chart,) = charts(
        figure("May 2018", "40"),
        held,
        figure("July 2018", LOST),
        figure("August 2018", "30", state="provisional"),
    )
    assert strokes(chart, "figures") == []
    assert [shape for shape, _ in marks(chart)] == ["dot", "cross", "cross", "ring"]
    assert "Lower than at first" in chart.sentence
    assert "June 2018 (Not shown, to protect people) and July 2018 (Lost" in chart.sentence
    assert "3" not in [label.text for label in chart.panels[0].drawing.labels]
    assert chart.panels[0].description.endswith("August 2018: 30, provisional.")


def test_times_that_cannot_be_read_stand_evenly():
    (chart,) = charts(figure("first round", "1"), figure("second round", "2"), figure("third round", "2.5"))
    assert [x for _, x in marks(chart)] == [16, 54, 92]


def test_figures_are_drawn_in_the_order_of_their_times():
    assert charts(figure("May 2019", "1"), figure("May 2018", "2"))[0].panels[0].ends == ("May 2018", "May 2019")


def test_one_figure_is_drawn_against_a_target_only():
    assert charts(figure("May 2018", "40")) == ()
    assert charts(figure("May 2018", LOST), targets=(Target(value="1"), Target(value="2"))) == ()
    assert charts(targets=(Target(value="1"), Target(value="2"))) == ()
    (chart,) = charts(figure("May 2018", "90"), targets=(Target(value="80"),))
    assert marks(chart) == [("square", 98), ("dot", 50)]
    assert chart.sentence == "Newest figure: 90 (May 2018). Above the target, 80."


@pytest.mark.parametrize("value", ["0", "5", "-5", "0.25", "1234.5", "999999"])
def test_equal_figures_lie_on_one_line_within_the_drawing(value):
    (chart,) = charts(figure("May 2018", value), figure("May 2019", value), targets=(Target(value=value),))
    (line,) = strokes(chart, "figures")
    assert line[1] == line[3]
    assert 10 <= line[1] <= 90
    assert "The same as at first (May 2018). The same as the target" in chart.sentence


def test_share_is_drawn_on_a_scale_to_a_hundred():
    (chart,) = charts(figure("May 2018", "4"), figure("May 2019", "5"), kind="percent")
    assert [label.text for label in chart.panels[0].drawing.labels][:3] == ["0", "50", "100"]
    (chart,) = charts(figure("May 2018", "4"), figure("May 2019", "37"))
    assert [label.text for label in chart.panels[0].drawing.labels][:3] == ["0", "20", "40"]


def test_many_or_long_figures_show_the_first_and_the_last_number():
    many = [figure(f"May {2010 + year}", str(year)) for year in range(9)]
    assert [label.text for label in charts(*many)[0].panels[0].drawing.labels][3:] == ["0", "8"]
    long = [figure(f"May {2010 + year}", f"{year}.1234") for year in range(3)]
    assert [label.text for label in charts(*long)[0].panels[0].drawing.labels][3:] == ["0.1234", "2.1234"]


def test_figures_with_other_labels_are_other_charts_without_the_targets():
    figures = [figure(f"May {year}", "1", label=label) for year in (2018, 2019) for label in ("asked", "heard")]
    found = charts(*figures, targets=(Target(value="2"),))
    assert [chart.panels[0].title for chart in found] == ["Heard: asked", "Heard: heard"]
    assert not any(strokes(chart, "committed") for chart in found)


# Dates


def dated(make_view, *times: str, plan=None, as_at=date(2019, 1, 1)):
    subs = [{"id": f"a-{number}", "title": "x", "timescales": [when]} for number, when in enumerate(times)]
    done = {"id": "done", "title": "Done", "timescales": ["May 2018"], "progress": "100"}
    return make_view(plan, as_at, timescales=None, sub_actions=[*subs, done])


@pytest.mark.parametrize(
    ("last", "columns", "first_and_last"),
    [
        ("August 2018", 4, ["May 2018", "August 2018"]),
        ("May 2019", 5, ["April to June 2018", "April to June 2019"]),
        ("May 2021", 7, ["January to June 2018", "January to June 2021"]),
        ("May 2024", 7, ["2018", "2024"]),
        ("May 2030", 7, ["2018 to 2019", "2030 to 2031"]),
    ],
)
def test_columns_are_as_long_as_the_plan_needs(make_view, last, columns, first_and_last):
    view = dated(make_view, last)
    table, chart = timeline_table(view), timeline_chart(view)
    assert [table.rows[0].cells[0][0].text, table.rows[-1].cells[0][0].text] == first_and_last
    assert len(table.rows) == columns
    assert len(chart.panels[0].drawing.marks) == 2


def test_what_is_done_passed_and_to_come_differs_in_shape(make_view):
    chart = timeline_chart(dated(make_view, "June 2018", "June 2018", "March 2019"))
    assert Counter(mark.shape for mark in chart.panels[0].drawing.marks) == {"dot": 1, "cross": 1, "ring": 1}
    assert [key.words for key in chart.key] == ["Done: 1", "Date passed: 2", "Still to come: 1"]
    assert chart.sentence.startswith("4 dates, from April 2018 to March 2019. Each column is 3 months.")
    assert chart.panels[0].description.startswith("April to June 2018 (Done: 1 and Date passed: 2)")


def test_table_says_the_same_as_the_drawing(make_view):
    view = dated(make_view, "June 2018", "June 2018", "March 2019")
    table, chart = timeline_table(view), timeline_chart(view)
    said = [cell[0].text for row in table.rows for cell in row.cells[1:]]
    drawn = [label.text for label in chart.panels[0].drawing.labels if re.fullmatch(r"\d{1,3}", label.text)]
    assert sorted(count for count in said if count != "0") == sorted(drawn)


def test_closed_plan_speaks_of_its_end(make_view):
    closed = {"closed": {"as_at": "2019-01-01", "why": "It ended"}}
    chart = timeline_chart(dated(make_view, "June 2018", "March 2019", plan=closed))
    assert [key.words for key in chart.key] == ["Done: 1", "Not reported as done: 1", "Due after 1 January 2019: 1"]


def test_one_month_or_no_date_is_no_line(make_view):
    assert timeline_chart(dated(make_view)) is None
    assert len(timeline_table(dated(make_view)).rows) == 1
    undated = make_view(timescales=["soon"])
    assert (timeline_chart(undated), timeline_table(undated)) == (None, None)


def test_month_and_year_columns_are_named_in_the_sentence(make_view):
    assert "Each column is a month." in timeline_chart(dated(make_view, "June 2018")).sentence
    assert "Each column is a year." in timeline_chart(dated(make_view, "May 2024")).sentence
