"""How we will know: every measure, what it should reach, and every figure of it."""

import pytest

from generator.document.blocks import Section
from generator.document.charts import Chart
from generator.document.refs import Ref
from generator.pages import plan_pages
from generator.pages.measures import measures_page
from tests.page_blocks import blocks_of, tables, texts

FIGURES = [{"period": "May 2018", "value": "40"}, {"period": "May 2019", "value": "60", "state": "provisional"}]


def page(make_view, *measures, **action):
    return measures_page(make_view(measures=list(measures), **action))


def groups(page) -> tuple[Section, ...]:
    """The part of each outcome."""
    return tuple(block for block in page.blocks if isinstance(block, Section))


def figures_of(group) -> tuple[Section, ...]:
    """The figures of each measure of an outcome."""
    return blocks_of(group, Section)


def table_of(part):
    """The first table of a part."""
    return tables(part)[0]


def cells(table) -> list[list[str]]:
    def said(line) -> str:
        return " | ".join((line.link.text if line.link else line.text, *line.notes))

    return [["; ".join(map(said, cell)) for cell in row.cells] for row in table.rows]


def test_opening_counts_measures_figures_and_targets(make_view):
    both = {"id": "m-1", "text": "A", "targets": [{"value": "80%"}], "observations": FIGURES}
    assert page(make_view, both, {"id": "m-2", "text": "B"}).opening == (
        "The plan has 2 measures. 1 has a published figure. 1 has a target. None names a starting figure."
    )
    bare = page(make_view, {"id": "m-2", "text": "B"})
    assert texts(bare)[0] == bare.opening
    assert bare.opening == (
        "The plan has 1 measure. None has a published figure. None has a target. None names a starting figure."
    )


def test_measure_without_figures_says_so(make_view):
    (group,) = groups(page(make_view, {"id": "m-1", "text": "Fewer wait", "suggested": "yes", "direction": "down"}))
    assert cells(table_of(group)) == [
        [
            "Fewer wait | a suggestion | less is better",
            "1.1 Ask children",
            "No figure published yet",
        ]
    ]
    assert figures_of(group) == ()


def test_measure_says_what_it_should_reach_and_by_when(make_view):
    measure = {
        "id": "m-1",
        "text": "Heard",
        "frequency": "yearly",
        "covers": ["a-2"],
        "readings": [{"field": "text", "reading": "inferred", "note": "By its place."}],
        "targets": [
            {
                "value": "80%",
                "by": {"words": "Sept 2010", "read_as": "Sept 2020", "verbatim": "Sept  2010", "note": "x"},
            },
            {"value": {"missing": "not-stated"}, "kind": "aspirational", "reviewed_on": "June 2008"},
        ],
    }
    (group,) = groups(page(make_view, measure, sub_actions=[{"id": "a-2", "number": "1.2", "title": "Two"}]))
    about, whose, targets, _ = cells(table_of(group))[0]
    assert about == "Heard | measured yearly | What it says: worked out, not stated: By its place."
    assert whose == "1.1 Ask children | for 1.2"
    assert targets == (
        "80% | committed | by Sept 2010 | Taken to mean “Sept 2020”. | Read as: by 30 September 2020. | "
        "Printed as “Sept  2010”. | x; Not stated | aspirational | looked at June 2008"
    )


def test_figures_stand_in_a_table_with_their_counts(make_view):
    baseline = {"period": "May 2017", "value": "30", "numerator": "3", "denominator": "10"}
    odd = [
        {"period": "June 2019", "value": "7", "label": "late", "part_of": "all", "numerator": "7", "note": "one team"},
        {"period": "July 2019", "value": "5", "state": "suppressed", "numerator": "1", "denominator": "2"},
        {"period": "Aug 2019", "value": {"missing": "not-stated"}},
        {"period": "Sept 2019", "value": "5", "denominator": "9"},
    ]
    measure = {"id": "m-1", "text": "Heard", "unit": "%", "baseline": baseline, "observations": [*FIGURES, *odd]}
    (group,) = groups(page(make_view, measure))
    (figures,) = figures_of(group)
    assert (figures.anchor, table_of(figures).columns) == ("m-m-1", ("When", "Figure", "How many of how many"))
    assert cells(table_of(figures)) == [
        ["May 2017 | at the start", "30%", "3 of 10"],
        ["May 2018", "40%", "Not stated"],
        ["May 2019", "60% | provisional", "Not stated"],
        ["June 2019 | late | part of all", "7% | one team", "7"],
        ["July 2019", "Not shown, to protect people", "Not stated"],
        ["Aug 2019", "Not stated", "Not stated"],
        ["Sept 2019", "5%", "not stated of 9"],
    ]
    row = cells(table_of(group))[0]
    assert row[2] == "May 2017: 30% | 3 of 10"
    assert row[3] == "6 figures, newest: Sept 2019: 5% | not stated of 9"


def test_table_without_counts_has_no_column_for_them(make_view):
    (group,) = groups(page(make_view, {"id": "m-1", "text": "Heard", "observations": FIGURES}))
    assert table_of(figures_of(group)[0]).columns == ("When", "Figure")
    assert len(blocks_of(group, Chart)) == 1


def test_measures_of_an_outcome_lead_to_it(make_view):
    outcome = {"id": "o-1", "number": "1", "title": "One", "measures": [{"id": "m-1", "text": "Heard"}], "actions": []}
    (group,) = groups(measures_page(make_view({"outcomes": [outcome, {"id": "o-2", "title": "None", "actions": []}]})))
    assert (group.anchor, group.title, group.link.text) == ("o-o-1", "Outcome 1: One", "Outcome 1: One")
    assert table_of(group).rows[0].cells[1][0].link.to == Ref("outcome", "o-1", "anytown")


@pytest.mark.parametrize("measures", [[], {"missing": "not-stated"}])
def test_plan_without_measures_has_no_page_of_them(make_view, measures):
    view = make_view(measures=measures)
    assert "anytown/measures/" not in [page.address for page in plan_pages(view)]


def test_target_is_read_from_the_day_of_its_event(make_view):
    measure = {
        "id": "m-1",
        "text": "Heard",
        "targets": [
            {
                "value": "1",
                "by": {
                    "words": "within three months",
                    "event": "e-1",
                    "since": "2018-01-01",
                    "revises": [{"words": "May 2018"}],
                },
            }
        ],
    }
    view = make_view({"events": [{"id": "e-1", "name": "Report", "date": "2018-01-31"}]}, measures=[measure])
    (line,) = table_of(measures_page(view)).rows[0].cells[2]
    assert "Read as: by 30 April 2018." in line.notes
    assert "Counted from 1 January 2018." in line.notes
    assert any("Report" in note for note in line.notes)
    assert any("May 2018" in note for note in line.notes)


def test_column_is_left_out_where_no_measure_says_anything(make_view):
    first = {"id": "m-1", "text": "A", "baseline": FIGURES[0], "targets": [{"value": "80%"}]}
    (full,) = groups(page(make_view, first, {"id": "m-2", "text": "B"}))
    assert table_of(full).columns[2:] == ("At the start", "What it should reach", "Figures")
    assert cells(table_of(full))[1][2:] == ["Not stated", "Not stated", "No figure published yet"]
    (bare,) = groups(page(make_view, {"id": "m-2", "text": "B"}))
    assert table_of(bare).columns == ("What is measured", "For", "Figures")


@pytest.mark.parametrize(
    ("first", "figure", "sentence"),
    [
        (
            "May 2020",
            "2 figures, newest: May 2020: 40%",
            "Newest figure: 40% (May 2020). Lower than at first: 60% (May 2019).",
        ),
        (
            "the first round",
            "2 figures",
            "The figures are not compared, because the time of one of them could not be read.",
        ),
    ],
)
def test_newest_figure_is_the_one_of_the_last_time(make_view, first, figure, sentence):
    held = [{"period": first, "value": "40"}, {"period": "May 2019", "value": "60"}]
    (group,) = groups(page(make_view, {"id": "m-1", "text": "Heard", "kind": "percent", "observations": held}))
    assert cells(table_of(group))[0][-1] == figure
    assert blocks_of(group, Chart)[0].sentence == sentence
