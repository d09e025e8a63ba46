"""Days as officers type them, wherever a command takes one, and words that are no command."""

from datetime import date
from pathlib import Path

import pytest

from generator.authoring.scaffold import make_folder
from generator.cli import NOT_OFFERED, main
from generator.cli.days import read_day
from tests.command import plans
from tests.shelves import sound

TODAY = date(2026, 6, 30)
PLACE = Path("plans/kinbrae-example")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A new folder, in which the user stands. Its plan has an edition of 31 January 2026."""
    make_folder(tmp_path / "demo")
    monkeypatch.chdir(tmp_path / "demo")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path / "demo"


@pytest.mark.parametrize(
    "words", ["2026-11-30", "30/11/2026", "30.11.2026", "30-11-2026", "30 November 2026", "30 Nov 2026"]
)
def test_a_day_is_read_as_officers_type_it(words):
    assert read_day(words, TODAY) == date(2026, 11, 30)


def test_the_day_stands_before_the_month():
    assert read_day("3/4/2026", TODAY) == date(2026, 4, 3)


def test_today_is_the_day_that_the_command_takes_for_today():
    assert read_day(" Today ", TODAY) == TODAY


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("11/30/2026", "the day stands first, then the month"),
        ("31/02/2026", "there is no 31 February 2026"),
        ("30/11/26", "write it as"),
        ("November 2026", "write it as"),
        ("every 6 months", "write it as"),
        ("1 May 2026 and 2 May 2026", "write it as"),
        ("", "write it as"),
    ],
)
def test_what_is_no_one_day_is_refused_with_what_to_type(words, why):
    with pytest.raises(ValueError, match="write it as 2026-01-31, 31/01/2026, 31 January 2026 or today") as refused:
        read_day(words, TODAY)
    assert why in str(refused.value)


def options_that_take_a_day() -> list[tuple[str, str]]:
    """Every command with an option or an argument that is a day or an edition."""
    return [
        (name, parameter.opts[0])
        for name, command in main.commands.items()
        for parameter in command.params
        if parameter.name in ("day", "on", "old_day") or parameter.opts[0] in ("--date", "--today", "--edition")
    ]


def test_every_option_that_takes_a_day_reads_it_by_the_one_function():
    found = options_that_take_a_day()
    assert {("publish", "--date"), ("withdraw", "--date"), ("redact", "--edition"), ("build", "--today")} <= set(found)
    for name, option in found:
        parameter = next(one for one in main.commands[name].params if option in one.opts)
        assert parameter.type.name in ("day", "edition"), (name, option)


def test_publish_takes_today_where_no_day_is_given_and_nobody_can_be_asked(folder):
    for day, more in (("30/06/2026", ()), ("30/07/2026", ("--date", "today")), ("1/8/2026", ("--date", "31/07/2026"))):
        result = plans("publish", "kinbrae-example", "--minor", "--yes", "--today", day, *more)
        assert result.exit_code == 0, result.output
    names = [edition.name for edition in sound(PLACE).editions]
    assert names == ["2026-01-31", "2026-06-30", "2026-07-30", "2026-07-31"]


def test_an_edition_is_named_by_its_day_however_it_is_typed(folder):
    plans("publish", "kinbrae-example", "--minor", "--yes", "--correction", "--date", "31/01/2026")
    shown = plans("diff", "kinbrae-example", "31/01/2026", "31 January 2026-2").stdout
    assert shown.startswith("kinbrae-example, from 2026-01-31 to 2026-01-31-2:\n")
    gone = plans("withdraw", "kinbrae-example", "--date", "31/01/2026-2", "--reason", "Early.", "--yes")
    assert gone.exit_code == 0
    assert [edition.name for edition in sound(PLACE).editions] == ["2026-01-31"]


@pytest.mark.parametrize("typed", ["publsh", "publis", "publihs", "redat", "withdrow", "privat", "remove-exampel"])
def test_a_mistyped_command_never_leads_to_one_that_changes_something_for_good(typed):
    result = plans(typed)
    assert result.exit_code == 2
    assert f"There is no command {typed!r}." in result.stderr
    assert "Did you mean" not in result.stderr


def test_a_mistyped_command_leads_to_the_nearest_that_does_no_harm():
    assert "Did you mean 'check'?" in plans("chekc").stderr
    assert "Did you mean 'build'?" in plans("biuld").stderr
    assert set(main.commands) >= NOT_OFFERED


def test_a_day_that_is_typed_needs_no_settings(folder):
    (folder / "mkdocs.yml").write_text("site_name: x\n")
    assert "extra" in plans("check", "--today", "31/01/2027").stdout
    assert "What day is today cannot be told" in plans("check", "--today", "today").stderr
