"""The days on which pages say something else by time alone are named before they come, with what they will say."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from generator.authoring.folder import read_source
from generator.editions import Shelf, read_shelf
from generator.outputs.forecast import changes_ahead, next_change
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.site.build import staged_pages
from generator.status import as_at, boundaries
from tests.command import plans
from tests.conftest import as_tuples, small_plan
from tests.council_folder import publish_next, write_council
from tests.random_plan import plan_data
from tests.shelves import publish_on, withdraw
from tests.trouble_plan import AS_AT, TROUBLE, trouble_plan

# A duty without an end changes pages for as long as days can be written.
MOST_CHANGES = 20
ONE_DAY = timedelta(days=1)
FAR = date(2090, 1, 1)


@pytest.fixture(scope="module")
def council(tmp_path_factory) -> Path:
    return write_council(tmp_path_factory.mktemp("council"), trouble_plan(), {}, day=AS_AT)


@pytest.fixture(scope="module")
def shelves(council) -> dict[str, Shelf]:
    return dict(read_source(council).shelves)


def test_what_will_be_said_on_each_day_is_listed_in_plain_words(shelves):
    told = {(str(item.day), item.plan): item.lines for item in changes_ahead(shelves, AS_AT, date(2026, 8, 31))}
    lines = [line for lines in told.values() for line in lines]
    assert ("2026-08-01", TROUBLE) in told
    assert "the plan: the next update was expected by 31 July 2026" in told["2026-08-01", TROUBLE]
    assert any(
        "Date passed, nothing published since (until then: Due in the next three months)" in line for line in lines
    )
    assert any("review overdue since" in line.lower() for line in lines)
    assert [item.day for item in changes_ahead(shelves, AS_AT, date(2026, 8, 31))] == sorted(
        item.day for item in changes_ahead(shelves, AS_AT, date(2026, 8, 31))
    )


def test_pages_change_on_the_next_day_that_is_named_and_not_before(council, shelves):
    source, day = read_source(council), AS_AT
    for _ in range(3):
        following = next_change(shelves, day)
        assert following
        last = staged_pages(source, following - ONE_DAY)
        assert staged_pages(source, day) == last
        assert staged_pages(source, following) != last
        day = following


def test_an_edition_that_is_still_to_come_is_named_with_what_follows_from_it(tmp_path):
    first, second = date(2018, 1, 31), date(2018, 9, 28)
    publish_on(tmp_path, first, small_plan(timescales=("March 2018",)))
    publish_on(tmp_path, second, small_plan(timescales=("March 2019",)))
    withdraw(tmp_path, str(first), date(2018, 10, 1), "Too early.")
    shelf, _ = read_shelf(tmp_path)
    told = changes_ahead({"anytown": shelf}, date(2018, 9, 1), FAR)
    assert [(str(item.day), item.lines) for item in told[:2]] == [
        ("2018-09-28", ("the edition of that day becomes the current text",)),
        ("2018-10-01", ("what was taken back that day goes",)),
    ]
    assert next_change({"anytown": shelf}, date(2018, 9, 1)) == second
    assert [str(item.day) for item in told[2:]] == ["2018-12-31", "2019-04-01"]


def test_nothing_changes_a_closed_plan_or_no_plan(tmp_path):
    publish_on(tmp_path, date(2018, 9, 28), small_plan({"closed": {"as_at": "2018-09-28", "why": "It ended"}}))
    assert next_change({"anytown": read_shelf(tmp_path)[0]}, date(2018, 9, 28)) is None
    assert next_change({}, FAR) is None
    assert changes_ahead({"none": Shelf()}, date(2018, 1, 1), FAR) == ()


@given(plan_data())
@settings(max_examples=15)
def test_whatever_a_plan_holds_each_day_of_change_is_said_in_words_of_its_own(data):
    plan = read_as(PublicPlan, as_tuples(data))
    published = plan.as_at or date(2018, 9, 28)
    with TemporaryDirectory() as folder:
        shelf = publish_on(Path(folder), published, plan, today=date.max)
    plan = shelf.editions[-1].plan  # which says of which day its facts are
    days = [day for day in boundaries(plan) if published < day][:MOST_CHANGES]
    told = changes_ahead({plan.id: shelf}, published, days[-1] if days else date.max)
    assert [item.day for item in told] == days
    assert all(as_at(plan, item.day, published) == item.day for item in told)
    assert [item for item in told if item.lines == ("the day of which its pages speak is another",)] == []


# The commands


def test_the_next_day_is_said_and_a_year_of_them_is_listed(council):
    day = plans("-C", council, "next-change", "--today", "2026-01-31")
    assert (day.exit_code, day.output.count("\n")) == (0, 1)
    assert day.output.startswith("On ")
    assert day.output.endswith(" the pages will say something else: build again that day, or later.\n")
    listed = plans("-C", council, "next-change", "--today", "2026-01-31", "--months", "12").output
    assert f"1 August 2026, {TROUBLE}:\n" in listed
    assert "\n  the plan: the next update was expected by 31 July 2026\n" in listed


def test_where_time_changes_nothing_that_is_said(tmp_path):
    folder = write_council(tmp_path / "council", {"closed": {"as_at": "2018-09-28", "why": "It ended"}})
    assert plans("-C", folder, "next-change", "--today", "2026-01-31").output == (
        "Time alone changes nothing more on the pages.\n"
    )
    listed = plans("-C", folder, "next-change", "--today", "2026-01-31", "--months", "1").output
    assert listed == "Up to 28 February 2026 time alone changes nothing on the pages.\n"


def test_a_build_says_when_it_is_to_be_done_again(tmp_path):
    folder = write_council(tmp_path / "council")
    publish_next(folder / "plans" / "anytown", date(2018, 9, 29))
    said = plans("-C", folder, "build", "--jobs", "1", "--today", "2018-10-01").output.splitlines()
    assert said[-1] == "On 31 December 2018 the pages will say something else: build again that day, or later."
