"""A printed summary beside what the actions give: each cell, each total, and the answer first."""

from datetime import date

import pytest

from generator.document.blocks import Points, Sentences
from generator.pages.summary import summary_page
from tests.page_blocks import blocks_of, tables, text_of

OUTCOMES = [
    {"id": "o-1", "number": "1", "title": "One", "actions": [{"id": "a-1", "title": "x", "status": "green"}]},
    {"id": "o-2", "number": "2", "title": "Two", "actions": [{"id": "a-2", "title": "x", "status": "amber"}]},
]


def row(outcome, green, amber):
    cells = [{"status": "green", "count": green}, {"status": "amber", "count": amber}]
    return {"outcome": outcome, "cells": cells}


LOST = {"missing": "lost-in-conversion"}
RIGHT = [row("o-2", "0", "1"), row("o-1", "1", "0")]


@pytest.fixture
def page(make_view):
    def make(rows, as_at="2019-01-31", on=None, **plan):
        summary = {"rows": rows, **({"as_at": as_at} if as_at else {})}
        return summary_page(make_view({"outcomes": OUTCOMES, "printed_summary": summary, **plan}, on))

    return make


def told(table) -> list[list[str]]:
    """Each row: its name, then each cell with what its tag says."""
    found = []
    for line in table.rows:
        first, *cells = line.cells
        name = first[0].link.text if first[0].link else first[0].text
        texts = [
            ", ".join(part for item in cell for part in (item.text, item.tag and item.tag.text) if part)
            for cell in cells
        ]
        found.append([name, *texts])
    return found


def differing(page) -> list[str]:
    return [text_of(item) for points in blocks_of(page, Points) for item in points.items]


def day_and_rule(page) -> list[str]:
    _, found, *_ = blocks_of(page, Sentences)
    return [part.text for part in found.content]


def same(count: int) -> str:
    return f"Printed {count}, worked out {count}, Same"


def test_every_figure_that_agrees_is_said_to_be_the_same(page):
    made = page(RIGHT)
    assert made.opening == text_of(made.blocks[0]) == "All 4 figures agree with the actions."
    assert differing(made) == []
    assert told(tables(made)[0]) == [
        ["Outcome 2: Two", same(0), same(1), same(1)],
        ["Outcome 1: One", same(1), same(0), same(1)],
        ["All", same(1), same(1), same(2)],
    ]
    assert tables(made)[0].columns == ("Outcome", "Green", "Amber", "Together")


def test_marks_are_explained_where_figures_are_compared(page):
    rows = tables(page(RIGHT))[-1].rows
    assert [(head[0].tag.text, cell[0].text) for head, cell in (row.cells for row in rows)] == [
        ("Same", "What is printed and what is worked out agree."),
        ("Differs", "They are not the same figure."),
    ]
    assert "What the marks" not in text_of(page([row("o-1", LOST, LOST)]))


def test_second_table_stands_in_the_order_of_the_plan_where_that_is_another(page):
    assert [line[0] for line in told(tables(page(RIGHT))[1])] == ["Outcome 1: One", "Outcome 2: Two", "All"]
    assert len(tables(page(RIGHT[::-1]))) == 2, "the figures, and what the marks mean"


def test_figure_that_differs_is_named_with_both_figures(page):
    made = page([row("o-1", "3", "0"), RIGHT[0]])
    assert made.opening == "1 of 4 figures differs from the actions."
    assert differing(made) == ["Outcome 1: One, Green: printed 3, worked out 1"]
    assert told(tables(made)[0])[0][1] == "Printed 3, worked out 1, Differs"
    assert tables(made)[0].rows[0].cells[1][1].tag.look == "overdue"


def test_figure_that_is_lost_is_said_in_words_and_makes_no_total(page):
    made = page([row("o-1", LOST, "0"), RIGHT[0]])
    assert made.opening == "All 3 figures agree with the actions. 1 figure cannot be compared."
    found = told(tables(made)[0])
    assert found[0][1] == "Lost when the source document was converted, worked out 1"
    assert found[0][3] == "Not printed, worked out 1"


def test_outcome_that_the_summary_leaves_out_stands_in_the_second_table(page):
    made = page(RIGHT[:1])
    assert [line[0] for line in told(tables(made)[0])] == ["Outcome 2: Two", "All"]
    assert told(tables(made)[1])[0] == [
        "Outcome 1: One",
        *["Not printed, worked out 1", "Not printed, worked out 0"],
        "Not printed, worked out 1",
    ]


def test_nothing_is_worked_out_where_actions_are_not_rated(page):
    made = page(RIGHT, rated=[])
    assert made.opening == "No figure of the printed summary can be compared with the actions."
    assert day_and_rule(made)[1] == "This plan does not rate its actions, so nothing is worked out."
    assert told(tables(made)[0])[0][1] == "Printed 0, not worked out"
    assert differing(made) == []


def test_day_of_the_summary_is_said(page):
    assert day_and_rule(page(RIGHT))[0] == "The summary speaks of 31 January 2019. So do the figures worked out."
    stated = page(RIGHT, as_at="", on=date(2019, 3, 1))
    assert day_and_rule(stated)[0] == "The summary names no day, and neither does the plan."
    assert day_and_rule(page(RIGHT, as_at=""))[0] == "The summary names no day, and neither does the plan."


def test_rule_is_said(page, make_view):
    assert (
        day_and_rule(page(RIGHT))[1]
        == "We count the actions of each outcome by rating. The owner’s own rating counts first."
    )
    scheme = {
        "statuses": [
            {"id": "green", "label": "Green", "meaning": "x", "tone": "on-track"},
            {"id": "amber", "label": "Amber", "meaning": "x", "tone": "at-risk"},
        ],
        "computed": dict.fromkeys(("complete", "past_due", "due_soon", "in_time"), "green") | {"window_days": "14"},
    }
    assert "what is due within 14 days is Green" in day_and_rule(page(RIGHT, status_scheme=scheme))[1]


@pytest.mark.parametrize("rows", [[], [{"outcome": "o-1", "cells": []}]])
def test_summary_without_figures_has_no_table(page, rows):
    made = page(rows)
    assert (made.opening, tables(made)) == ("The printed summary holds no figures.", ())
