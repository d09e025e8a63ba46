"""Officers' words for time, and how we read them.

The words stay in the file and on the page; a Reading says which days they name. Words that are not understood are
allowed and never get a date. A date is past only after the end of the period that it names.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
PartKind = Literal["day", "month", "year", "recurring", "immediate", "ongoing"]
Doubt = Literal["", "unread", "ambiguous"]

# Written out: Python's own names of months are in the language of the machine.
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS = {name: month for month, name in enumerate(MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: month for name, month in MONTHS.items()} | {"sept": 9}
# A short month name must not be taken for the start of a longer one: longest first.
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
NUMBERS = {"two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12}

# Labels that stand before a timescale and say nothing of the time.
INTERVALS = "[0-9]|quarterly|annual|monthly|weekly|yearly|every|bi"
LABEL = re.compile(
    r"^(?:outcome\s*[-:]?\s*|by(?: the)? end of\s+|by\s+"
    rf"|(?:progress\s+)?report(?:ed)?(?:\s+to\s+[a-z& ]+?)?\s+(?={INTERVALS}))"
)
DAY = re.compile(rf"^([0-9]{{1,2}})(?:st|nd|rd|th)?[ -]({MONTH})\.?[ ,-]*([0-9]{{4}}|[0-9]{{2}})$")
NUMERIC_DAY = re.compile(r"^([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})$")
ISO_DAY = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$")
MONTH_YEAR = re.compile(rf"^({MONTH})\.?[ ,-]*([0-9]{{4}}|[0-9]{{2}})$")
YEAR = re.compile(r"^([0-9]{4})$")
# "6 monthly" and "every 6 months" recur; "6 months" may be a time within which something is done.
EVERY = re.compile(
    rf"^(every )?(?P<count>[0-9]{{1,2}}|{'|'.join(NUMBERS)})[ -]?(?P<unit>month|week|year|day)(?(1)(?:ly|s)?|ly)$"
)
RECURRING: dict[str, tuple[int, Unit]] = {
    "daily": (1, "day"),
    "weekly": (1, "week"),
    "monthly": (1, "month"),
    "every month": (1, "month"),
    "quarterly": (3, "month"),
    "every quarter": (3, "month"),
    "annually": (1, "year"),
    "annual": (1, "year"),
    "yearly": (1, "year"),
    "every year": (1, "year"),
}
IMMEDIATE = ("immediately", "immediate", "at once")
ONGOING = ("ongoing", "on-going", "continuous", "continuing")
AMBIGUOUS = {
    "bi-monthly": "twice a month, or every two months",
    "bimonthly": "twice a month, or every two months",
    "bi monthly": "twice a month, or every two months",
    "bi-annually": "twice a year, or every two years",
    "biannually": "twice a year, or every two years",
    "bi-annual": "twice a year, or every two years",
    "bi-weekly": "twice a week, or every two weeks",
    "biweekly": "twice a week, or every two weeks",
}
# Two-digit years stand for this century: the oldest plan that we know is of 2008.
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Part:
    """One time that the words name. `start` and `end` are its first and last day, for a kind that has them."""

    kind: PartKind
    start: date | None = None
    end: date | None = None
    every: tuple[int, Unit] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How words were read: the times they name, and what is in doubt."""

    words: str
    parts: tuple[Part, ...] = ()
    doubt: Doubt = ""
    why: str = ""
    notes: tuple[str, ...] = ()

    @property
    def end(self) -> date | None:
        """The last day of the last period named; None where no day is, and where something goes on after it."""
        if any(part.kind in ("recurring", "ongoing") for part in self.parts):
            return None
        return max((part.end for part in self.parts if part.end), default=None)

    def is_past(self, on: date) -> bool:
        """Whether every period named had ended before the day `on`. A recurring duty is never past."""
        return self.end is not None and self.end < on


def read(words: str) -> Reading:
    """How `words` are read. Never raises, never takes a year from the clock."""
    text = _normal(words)
    pieces = [_bare(piece) for piece in re.split(r"\s+and\s+|\s*[;&]\s*", text)]
    if found := next((AMBIGUOUS[piece] for piece in pieces if piece in AMBIGUOUS), None):
        return Reading(words, doubt="ambiguous", why=found)
    parts = [_part(piece) for piece in pieces]
    if not text or None in parts:
        return Reading(words, doubt="unread", why="no day, month, year or interval that we know stands here")
    return Reading(words, tuple(part for part in parts if part), notes=_notes(pieces))


def _normal(words: str) -> str:
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", words.casefold())
    return re.sub(r"\s+", " ", text).strip(" .")


def _bare(piece: str) -> str:
    while (shorter := LABEL.sub("", piece, count=1).strip()) != piece:
        piece = shorter
    return piece


def _part(piece: str) -> Part | None:
    if piece in RECURRING:
        return Part("recurring", every=RECURRING[piece])
    if piece in IMMEDIATE:
        return Part("immediate")
    if piece in ONGOING:
        return Part("ongoing")
    if match := EVERY.match(piece):
        return _recurring(match["count"], match["unit"])
    return _calendar_part(piece)


def _recurring(number: str, unit: str) -> Part | None:
    count = NUMBERS.get(number) or int(number)
    units: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
    return Part("recurring", every=(count, units[unit])) if count else None


def _calendar_part(piece: str) -> Part | None:
    if match := DAY.match(piece):
        return _day(_year(match[3]), MONTHS[match[2]], int(match[1]))
    if match := NUMERIC_DAY.match(piece):
        return _day(_year(match[4]), int(match[3]), int(match[1]))
    if match := ISO_DAY.match(piece):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := MONTH_YEAR.match(piece):
        return _month(_year(match[2]), MONTHS[match[1]])
    if match := YEAR.match(piece):
        year = int(match[1])
        return Part("year", date(year, 1, 1), date(year, 12, 31)) if _is_plausible(year) else None
    return None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == len("2019") else CENTURY + int(digits)


def _is_plausible(year: int) -> bool:
    return 1900 <= year <= 2100


def _day(year: int, month: int, day: int) -> Part | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Part("day", found, found) if _is_plausible(year) else None


def _month(year: int, month: int) -> Part | None:
    if not _is_plausible(year):
        return None
    return Part("month", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _notes(pieces: list[str]) -> tuple[str, ...]:
    """What a reader should know of the reading: "October 14" could be taken for a day."""
    return tuple("short-year" for piece in pieces if (match := MONTH_YEAR.match(piece)) and len(match[2]) == len("19"))
