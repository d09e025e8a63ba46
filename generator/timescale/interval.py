"""Lengths of time and rhythms in words: "6 months", "6 monthly", "every year". Days are added as a calendar does."""

import calendar
import re
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
Interval = tuple[int, Unit]

NUMBERS = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty-four": 24},
}
NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
COUNT = rf"(?P<count>[0-9]{{1,2}}|{NUMBER})"
UNITS: dict[str, Interval] = {
    "day": (1, "day"),
    "week": (1, "week"),
    "fortnight": (2, "week"),
    "month": (1, "month"),
    "quarter": (3, "month"),
    "year": (1, "year"),
}
RHYTHMS: dict[str, Interval] = {
    "daily": (1, "day"),
    "weekly": (1, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "quarterly": (3, "month"),
    "half-yearly": (6, "month"),
    "half yearly": (6, "month"),
    "semi-annual": (6, "month"),
    "semi-annually": (6, "month"),
    "twice a year": (6, "month"),
    "twice yearly": (6, "month"),
    "twice per year": (6, "month"),
    "three times a year": (4, "month"),
    "four times a year": (3, "month"),
    "annually": (1, "year"),
    "annual": (1, "year"),
    "yearly": (1, "year"),
    "once a year": (1, "year"),
    "once a month": (1, "month"),
    "once a week": (1, "week"),
    "once a quarter": (3, "month"),
    "biennial": (2, "year"),
    "biennially": (2, "year"),
    "triennial": (3, "year"),
    "triennially": (3, "year"),
}
# "6 monthly" and "every 6 months" recur; "6 months" may be a time within which something is done.
EVERY = re.compile(rf"(?:once )?(?:every|each) (?:{COUNT}[ -]|(?P<other>other) )?(?P<unit>{'|'.join(UNITS)})s?")
COUNTED = re.compile(rf"{COUNT}(?:[ -]|(?<=[0-9]))(?P<unit>week|month|year)ly")
LENGTH = re.compile(rf"{COUNT}[ -](?P<unit>{'|'.join(UNITS)})s?")


def read_rhythm(words: str) -> Interval | None:
    """The interval at which something comes again: "6 monthly", "every two weeks". None for any other words."""
    text = _normal(words)
    if text in RHYTHMS:
        return RHYTHMS[text]
    return _counted(EVERY.fullmatch(text) or COUNTED.fullmatch(text))


def read_length(words: str) -> Interval | None:
    """How long something takes: "6 months", "a year". None for any other words."""
    return _counted(LENGTH.fullmatch(_normal(words)))


def read_interval(words: str) -> Interval | None:
    """An interval where nothing but one can stand, as after "updated every": "6 months" and "6 monthly" alike."""
    return read_rhythm(words) or read_length(words)


def _counted(match: re.Match[str] | None) -> Interval | None:
    if not match:
        return None
    count, unit = UNITS[match["unit"]]
    number = match["count"] or ("two" if match.groupdict().get("other") else "one")
    many = NUMBERS.get(number) or int(number)
    return (many * count, unit) if many else None


def _normal(words: str) -> str:
    dashed = re.sub(r"[\u2010-\u2015\u2212]", "-", words.casefold())
    return re.sub(r"\s+", " ", dashed).strip(" .")


def shift(day: date, interval: Interval, times: int = 1) -> date:
    """The day that is `times` intervals after `day`; the last of its month where the month is too short."""
    count, unit = interval
    if unit in ("day", "week"):
        return day + timedelta(days=count * times * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * times * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def due_after(day: date, interval: Interval) -> date:
    """By when something is due again that was last done on `day`.

    Months and years count to the end of the month: what was done on 28 September is due again in six months by
    31 March. Nobody is called late for a few days.
    """
    later = shift(day, interval)
    if interval[1] in ("day", "week"):
        return later
    return month_end(later)


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
