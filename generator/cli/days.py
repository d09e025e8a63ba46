"""The days that a user types: the day that a command takes for today, the day of an edition, and an edition's name."""

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from generator.cli.speech import answered
from generator.clock import EpochError, today_in
from generator.errors import PlanError

if TYPE_CHECKING:
    from generator.errors import Problem
    from generator.site.build import Source

FORMS = "write it as 2026-01-31, 31/01/2026, 31 January 2026 or today"
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SLASHED = re.compile(r"(?P<first>[0-9]{1,2})[/.](?P<second>[0-9]{1,2})[/.][0-9]{4}")


def read_day(words: str, today: date) -> date:
    """The day that `words` name, the day before the month, as the plans have it. "today" is `today`.

    Raises ValueError, in words that say what to type.
    """
    from generator.timescale import read

    if is_today(words):
        return today
    # A timescale ends within this century; a day may be any, and is refused in words of its own.
    if ISO.fullmatch(words.strip()):
        with suppress(ValueError):
            return date.fromisoformat(words.strip())
    reading = read(words)
    is_day = len(reading.parts) == 1 and reading.parts[0].kind == "day"
    day = reading.parts[0].start if is_day else None
    # "31/01/26" may be a year of two figures or the day: what stays for good is not guessed.
    if day is None or not re.search(r"[0-9]{4}", words):
        raise ValueError(f"{words!r} is no day that we can read{_why_unread(words, reading.why)}; {FORMS}")
    return day


def is_today(words: str) -> bool:
    """Whether `words` are "today"."""
    return words.strip().casefold() == "today"


def _why_unread(words: str, why: str) -> str:
    """Why `words` are no day, after a colon, where that can be told; `why` is what a timescale says of them."""
    found = SLASHED.fullmatch(words.strip())
    if found and int(found["second"]) > 12:
        return ": the day stands first, then the month"
    return f": {why}" if why.startswith("there is no ") else ""


class DayType(click.ParamType):  # type: ignore[type-arg]  # generic in the newest click only
    """A day, however it is typed. "today" is the day of --today where that is given."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return read_day(str(value), _today_of(ctx) if is_today(str(value)) else date.min)
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)


class EditionType(click.ParamType):  # type: ignore[type-arg]
    """The name of an edition: its day however it is typed, with "-2" for the second of that day.

    Other words are passed on as they are: the command says which editions there are.
    """

    name = "edition"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = str(value).strip()
        for day, place in _splits(words):
            try:
                return f"{read_day(day, _today_of(ctx) if is_today(day) else date.min)}{place}"
            except ValueError:
                continue
        return words


DAY = DayType()
EDITION = EditionType()


def _splits(words: str) -> Iterator[tuple[str, str]]:
    """`words` as a day, and as a day with the place of an edition in that day."""
    yield words, ""
    day, dash, place = words.rpartition("-")
    if dash and place.isdecimal() and len(place) <= 3:
        yield day, f"-{place}"


def _today_of(ctx: click.Context | None) -> date:
    """What "today" means in the command that is read: --today, which is read before all else, or the site's own."""
    given = ctx.params.get("day") if ctx else None
    folder = ctx.obj if ctx and isinstance(ctx.obj, Path) else Path()
    today = today_for(folder, given if isinstance(given, date) else None)
    if today is None:
        raise click.UsageError("What day is today cannot be told: run 'plans check'.", ctx)
    return today


def today_for(folder: Path, day: date | None) -> date | None:
    """The day to take for today: `day`, or today in the site's own time zone. None where no settings can be read."""
    from generator.council.settings import read_settings

    if day:
        return day
    settings, _ = read_settings(folder)
    return today_in_words(settings.zone) if settings else None


def today_in_words(zone: ZoneInfo) -> date:
    """Today in `zone`. Ends the command where SOURCE_DATE_EPOCH names no day."""
    try:
        return today_in(zone)
    except EpochError as error:
        raise click.UsageError(f"{error}.") from error


def needed_day(folder: Path, day: date | None) -> date:
    """The day to take for today. Raises PlanError with what is wrong with the settings where it cannot be told."""
    from generator.council.settings import read_settings

    today = today_for(folder, day)
    if today is None:
        raise PlanError(read_settings(folder)[1])
    return today


def asked_day(today: date, yes: bool) -> date:
    """The day of what is about to be published: as the user answers on a terminal, elsewhere `today`."""
    if yes or not sys.stdin.isatty():
        return today
    return answered("The day of this edition", lambda words: read_day(words, today), f"{today:%d/%m/%Y}")


def expect_come(folder: Path, day: date | None) -> None:
    """End the command where --today is a day to come: what is written down for good would bar every day before it."""
    now = today_for(folder, None)
    if day and now and day > now:
        raise click.UsageError(f"--today says {day}, and today is {now}: nothing is dated ahead.")


def problems_of_clock(source: "Source", today: date | None, day: date | None) -> tuple["Problem", ...]:
    """A problem for each edition that is dated after `today`, where that is the clock's and `day` was not given."""
    from generator.editions import problems_ahead

    if today is None or day is not None:
        return ()
    shelves = source.shelves.items()
    return tuple(one for name, shelf in shelves for one in problems_ahead(source.folder / "plans" / name, shelf, today))
