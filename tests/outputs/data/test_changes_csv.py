"""changes.csv tells of everything that came or went, alone or with what it stood below."""

from types import SimpleNamespace

from hypothesis import given

from generator.diff.layout import lay_out
from generator.outputs.data.changes import CHANGES, change_rows
from generator.words.view import Update
from tests.change_samples import GONE, made, view_of
from tests.diff.test_apply import random_plan, trees
from tests.random_plan import plan_data


def rows_between(old, new):
    return list(change_rows(SimpleNamespace(updates=(Update(view_of(old), view_of(new)),))))


def check(old, new):
    rows = rows_between(old, new)
    before, after = (set(lay_out(plan).nodes) for plan in (old, new))
    gone = [row.change.thing.key for row in rows if row.change.kind == "removed"]
    come = [row.change.thing.key for row in rows if row.change.kind == "added"]
    assert sorted(gone, key=str) == sorted(before - after, key=str)
    assert sorted(come, key=str) == sorted(after - before, key=str)
    assert [row.place for row in rows] == [*range(1, len(rows) + 1)]
    assert all(row.sentence for row in rows)


@given(trees(), trees())
def test_every_thing_of_one_edition_alone_has_a_row(old, new):
    check(old, new)


@given(plan_data(), plan_data())
def test_every_thing_of_one_random_plan_alone_has_a_row(first, second):
    check(random_plan(first), random_plan(second))


def test_every_thing_that_goes_with_its_outcome_has_a_row():
    old, new = made({}), made({"outcomes.0": GONE, "printed_summary.rows": [], "decisions": []})
    check(old, new)
    check(new, old)
    rows = {row.change.thing.id: row for row in rows_between(old, new)}
    assert rows.keys() >= {"o-1", "a-1", "a-2", "a-3", "a-31", "i-1", "m-1"}
    sub = rows["a-31"]
    assert sub.sentence == "1.31 was taken out of the plan. It last said “Train nurses”."
    assert sub.change.within.id == "a-3"
    columns = {column.name: column.read for column in CHANGES.columns}
    assert [columns[name](sub) for name in ("group", "operation")] == ["taken-out", "remove"]
    assert "Train nurses" in str(columns["old"](sub))
