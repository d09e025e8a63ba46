"""The day that a command takes for today."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from generator.cli.speech import echo_lines, leave
from generator.clock import EpochError, today_in

if TYPE_CHECKING:
    from generator.build import Source


def today_for(folder: Path, day: datetime | None) -> date | None:
    """The day to take for today: `day`, or today in the site's own time zone. None where no settings can be read."""
    from generator.settings import read_settings

    if day:
        return day.date()
    settings, _ = read_settings(folder)
    return _today(settings.zone) if settings else None


def today_of(source: "Source") -> date:
    """Today in the time zone of `source`, which has no errors."""
    assert source.settings is not None, "a source without errors has settings"
    return _today(source.settings.zone)


def _today(zone: ZoneInfo) -> date:
    try:
        return today_in(zone)
    except EpochError as error:
        raise click.UsageError(f"{error}.") from error


def needed_day(folder: Path, day: datetime | None) -> date:
    """The day to take for today. Ends the command with what is wrong with the settings where it cannot be told."""
    from generator.settings import read_settings

    today = today_for(folder, day)
    if today is None:
        echo_lines(read_settings(folder)[1])
        leave()
    return today


def expect_come(folder: Path, day: datetime | None) -> None:
    """End the command where --today is a day to come: what is written down for good would bar every day before it."""
    now = today_for(folder, None)
    if day and now and day.date() > now:
        raise click.UsageError(f"--today says {day.date()}, and today is {now}: nothing is dated ahead.")
