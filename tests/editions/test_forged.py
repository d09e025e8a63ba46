"""A forged edition whose lock agrees is refused in a sentence, or it is such as a plan could be: nothing in between."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.authoring.folder import read_source
from generator.authoring.publish import take_step
from generator.council.settings import Settings
from generator.editions import Announcement, published, read_shelf
from generator.site.units import PlanUnit, Site, editions_units
from generator.status import as_at
from tests.command import plans
from tests.conftest import TODAY
from tests.council_folder import files_of, settings_of, write_council
from tests.editions.forging import DAY, forge, read_data, value_at, ways, with_value
from tests.filled_plan import filled
from tests.test_escape import told_apart
from tests.tiers import loop

FOREIGN = (
    "../../x",
    "",
    "nosuch",
    "javascript:alert(1)",
    "a\nb",
    "1e999",
    "every 5 minutes",
    "0001-01-01",
    "9999-12-31",
)
# How many values are changed, one at a time.
TIMES = loop(test=150, prove=4_000)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_of(tmp_path_factory.mktemp("council"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A genuine edition in which every field holds something."""
    place: Path = tmp_path_factory.mktemp("whole")
    plan = filled(lambda field: told_apart(field, "word"))
    said = Announcement(date=DAY, kind="significant", note="All of it.")
    take_step(place, lambda shelf: published(shelf, plan, said, "0" * 32))
    return read_data(place)


def others(value: object) -> tuple[object, ...]:
    """What could be put in the place of `value`, of the same type."""
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, str):
        return FOREIGN
    if isinstance(value, int):
        return (-1, 0, 10**12)
    return ([], [*value, *value]) if isinstance(value, list) else ({},)


def test_changed_value_is_refused_or_shown(whole, settings, tmp_path):
    found = [(way, other) for way in ways(whole) for other in others(value_at(whole, way))]
    refused = 0
    for way, other in random.Random(1).sample(found, TIMES):
        forge(tmp_path, with_value(whole, way, other))
        shelf, problems = read_shelf(tmp_path)
        refused += bool(problems)
        for edition in shelf.editions:
            as_on = as_at(edition.plan, TODAY, edition.date)
            unit = PlanUnit(Site(settings, ()), edition.plan, as_on, edition=edition, history=shelf)
            pages = (*unit.make().pages, *(page for one in editions_units(unit) for page in one.stage()))
            assert all(page.address.startswith(f"{edition.plan.id}/") and ".." not in page.address for page in pages)
    assert TIMES / 10 < refused < TIMES


def small(council: Path) -> Any:
    return read_data(council / "plans/anytown")


def nested(data: Any, levels: int) -> Any:
    """The edition with actions in each other."""
    action = value_at(data, ("plan", "outcomes", 0, "actions", 0))
    standing = next(iter(data["computed"]["standings"].values()))
    inner = action
    for level in range(levels):
        inner["sub_actions"] = [{**action, "id": f"a-{level}", "sub_actions": []}]
        data["computed"]["standings"][f"a-{level}"] = standing
        inner = inner["sub_actions"][0]
    inner.pop("sub_actions")
    return data


OUTCOME, ACTION = ("plan", "outcomes", 0), ("plan", "outcomes", 0, "actions", 0)


def with_count(data: Any, count: int) -> Any:
    """The edition with a count of ratings that nobody could have counted."""
    for by_outcome in data["computed"]["counts"].values():
        for tallies in by_outcome.values():
            for tally in tallies:
                tally["count"] = count
    return data


FORGED = {
    "an outcome's id leads out": (lambda data: with_value(data, (*OUTCOME, "id"), "../../x"), "plan.outcomes[1].id"),
    "an action's id is empty": (lambda data: with_value(data, (*ACTION, "id"), ""), "plan.outcomes[1].actions[1].id"),
    "the plan's id leads out": (lambda data: with_value(data, ("plan", "id"), "../x"), "plan.id cannot be '../x'"),
    "an id stands twice": (
        lambda data: with_value(data, ("plan", "outcomes"), data["plan"]["outcomes"] * 2),
        "plan.outcomes has the id 'o-1' twice",
    ),
    "a rating is not in the legend": (lambda data: with_value(data, (*ACTION, "status"), "blue"), "names 'blue'"),
    "the order of ratings names another": (
        lambda data: with_value(data, ("plan", "status_scheme", "scale"), ["red", "blue"]),
        "scale names 'blue'",
    ),
    "a body is not there": (
        lambda data: with_value(data, (*ACTION, "leads", 0, "body"), "x"),
        "names 'x', and nothing",
    ),
    "text that turns round": (lambda data: with_value(data, (*ACTION, "title"), "a\u202eb"), "holds what no page can"),
    "a very long text": (
        lambda data: with_value(data, (*ACTION, "title"), "x" * 100_001),
        "holds what no page can show",
    ),
    "a day of the year 1": (lambda data: with_value(data, ("plan", "as_at"), "0001-01-01"), "plan.as_at cannot be"),
    "facts of another thing": (
        lambda data: with_value(data, ("computed", "standings"), {}),
        "computed.standings lacks 'a-1-1'",
    ),
    "fewer than none have a rating": (lambda data: with_count(data, -1), "counts fewer than one thing"),
    "none has a rating that is counted": (lambda data: with_count(data, 0), "counts fewer than one thing"),
    "actions 60 deep": (lambda data: nested(data, 60), "is nested too deep"),
    "100,000 brackets": (lambda _: b"[" * 100_000 + b"\n", "these bytes hold no data of ours"),
    "100,000 brackets that end": (
        lambda _: b"[" * 100_000 + b"]" * 100_000 + b"\n",
        "these bytes hold no data of ours",
    ),
    "100,000 brackets in a text": (
        lambda data: with_value(data, ("plan", "title"), [[[[]]]]),
        "plan.title cannot be",
    ),
    "a number of 10,000 digits": (lambda _: b"1" * 10_000 + b"\n", "cannot be read"),
    "nothing": (lambda _: b"{}\n", "it has the shape None"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n", "cannot be read"),
}
READERS = {
    "check": ("check",),
    "build": ("build", "--jobs", "1"),
    "publish": ("publish", "anytown", "--date", "2018-10-01", "--note", "x", "--significant", "--yes"),
    "verify": ("verify",),
    "diff": ("diff", "anytown"),
    "withdraw": ("withdraw", "anytown", "--date", str(DAY), "--reason", "x", "--yes"),
    "redact": ("redact", "anytown", "a-1-1", "title", "--reason", "mistake", "--yes"),
    "announce": ("announce", "anytown"),
}


@pytest.mark.parametrize("name", FORGED)
def test_forged_edition_is_refused_by_every_command(name, tmp_path):
    change, said = FORGED[name]
    council = write_council(tmp_path / "council")
    forge(council / "plans/anytown", change(small(council)))
    before = files_of(tmp_path)
    for command, arguments in READERS.items():
        result = plans("-C", council, *arguments)
        assert result.exit_code == 1, command
        assert said in " ".join(result.output.split()), command
        assert "(edition-unreadable)" in result.output, command
        assert files_of(tmp_path) == before, command
    assert plans("-C", council, "ids", "anytown").exit_code in (0, 1)


def test_genuine_edition_that_is_forged_as_it_was_can_be_read(tmp_path):
    council = write_council(tmp_path / "council")
    forge(council / "plans/anytown", nested(small(council), 8))
    assert plans("-C", council, "build", "--jobs", "1", "--today", "2018-10-01").exit_code == 0
    assert read_source(council).problems == ()
    assert date(2018, 9, 28) == DAY
