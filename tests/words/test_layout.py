"""Tables and labelled lines are made of what they say; what says nothing has no line."""

from generator.document.blocks import Fact, Line, Link, Section, Tag
from generator.document.refs import Ref, here
from generator.wording import Words
from generator.words.layout import counted_link, labelled, table

LINK, TAG = Link("One", Ref("action", "a-1", "plan")), Tag("Green", "complete")


def test_each_value_that_says_something_has_a_labelled_line():
    found = labelled(("Words", "a"), ("None", None), ("Empty", ""), ("No lines", ()), ("Lines", (Line("b"), Line("c"))))
    assert found == (Fact("Words", (Line("a"),)), Fact("Lines", (Line("b"), Line("c"))))


def test_table_has_a_row_for_each_item_and_a_cell_for_each_column():
    made = table("Two", [1, 2], ("Number", str), ("Link", lambda _: LINK), ("Rating", lambda _: TAG))
    assert (made.caption, made.columns) == ("Two", ("Number", "Link", "Rating"))
    assert [row.cells for row in made.rows] == [
        ((Line(number),), (Line("", link=LINK),), (Line("", tag=TAG),)) for number in ("1", "2")
    ]


def test_link_to_a_part_counts_the_rows_of_its_tables():
    rows = table("Two", "ab", ("Letter", str))
    assert counted_link(Words(), Section("part", "Letters", (rows, rows))) == Link("Letters: 4", here("part"))
