"""Dates, percentages, counts and terms that stand in a text, in whatever form they are written.

Both sides of the comparison are read with it: a document and a plan agree where they hold the same values.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
# How a text may say a number without the number.
SPOKEN = {"both": 2, "twice": 2, "once": 1}
SMALL_WORDS = frozenset(
    ("the", "and", "for", "with", "that", "this", "has", "had", "have", "been", "was", "were", "are", "not", "its",
     "their", "all", "from")
)  # fmt: skip
NEAR = 6  # words on either side
UNITS = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year"}
UNITS |= {"annually": "year", "annual": "year"}

MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|DEC)(?![a-z])"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
BETWEEN = r"(?:\s*[,&/–-]\s*|\s+(?:and|to)\s+)"
YEAR = r"(?P<year>(?:19|20)\d\d|(?:0|1|2)\d)(?!\d|\s*%|[.:]\d)"
NUMBER = rf"(?:\d+|{'|'.join(WORDS)})"
# "both councils" counts; "both single and multi-agency" does not.
BOTH = r"both(?=\s+\w+s\b)|both(?!\s+(?:\S+\s+){1,4}and\b)"
SAID = rf"(?:{'|'.join((*WORDS, 'twice', 'once', BOTH))})"


class Token(NamedTuple):
    """One value: what kind of fact it is, and the value in one form for every way to write it.

    `near` holds the beginnings of the words beside a count: 109 says nothing without its cases.
    """

    kind: str
    value: str
    near: frozenset[str] = frozenset()


class Day(NamedTuple):
    """A day, a month or a year as far as it is told; None for a part that is not."""

    day: int | None
    month: int | None
    year: int | None

    def __str__(self) -> str:
        month = NAMES[self.month - 1].capitalize() if self.month else None
        return " ".join(str(part) for part in (self.day, month, self.year) if part is not None)


def day_of(value: str) -> Day:
    """The day that the value of a date token stands for."""
    parts = value.split()
    month = next((NAMES.index(part.lower()) + 1 for part in parts if part.lower() in NAMES), None)
    numbers = [int(part) for part in parts if part.isdigit()]
    return Day(next((n for n in numbers if n < 100), None), month, next((n for n in numbers if n > 100), None))


def agrees(token: Token, held: Token) -> bool:
    """Whether `held` says what `token` says: a date as exact, though it may add the year; a count of the same thing."""
    if token.kind == "count":
        return token[:2] == held[:2] and not token.near.isdisjoint(held.near)
    if token.kind != "date" or token.kind != held.kind:
        return token[:2] == held[:2]
    said, other = day_of(token.value), day_of(held.value)
    return said[:2] == other[:2] and said.year in (None, other.year)


def whole_year(text: str | None) -> int | None:
    return None if not text else int(text) if len(text) == 4 else 2000 + int(text)


def month_of(text: str) -> int:
    return NAMES.index(text[:3].lower()) + 1


def number_of(text: str) -> int:
    return int(text) if text.isdigit() else WORDS.index(text.lower())


def days_of(days: str, month: int, year: int | None) -> list[Token]:
    return [Token("date", str(Day(int(day), month, year))) for day in re.findall(r"\d{1,2}", days)]


def numeric_days(match: re.Match[str]) -> list[Token]:
    """12.12.14, 26/11/14, 22-01-15, 30/31.10.14."""
    return days_of(match["days"], int(match["month"]), whole_year(match["year"]))


def days_and_month(match: re.Match[str]) -> list[Token]:
    """31-Mar-2015, Monday the 18th of May 2015, 26th&27th February, March 6th 2015, March (17, 18 & 19)."""
    return days_of(match["days"], month_of(match["month"]), whole_year(match["year"]))


def month_alone(match: re.Match[str]) -> list[Token]:
    """June 2014, Feb15, January, 2015; December. The word may is no month unless something says so."""
    before = match.string[: match.start()]
    year = whole_year(match["year"])
    said = year or re.search(r"(?:\b(?:in|of|to|and|between|by|since|until)\s|[/–-]\s?)$", before, re.I)
    return [Token("date", str(Day(None, month_of(match["month"]), year)))] if match["month"] != "May" or said else []


def years(match: re.Match[str]) -> list[Token]:
    """2018 – 20, 2016-2020, 14/15."""
    return [Token("date", str(whole_year(year))) for year in re.findall(r"\d+", match[0])]


def every(match: re.Match[str]) -> list[Token]:
    """6 monthly, monthly, each month, every 6 weeks, every fortnight."""
    count, unit = match["count"], match["unit"].lower()
    number = number_of(count) if count else 1
    unit = UNITS.get(unit, unit)
    if unit in ("fortnightly", "fortnight"):
        number, unit = 2, "week"
    return [Token("term", f"every {number} {unit}")]


def several(match: re.Match[str]) -> list[Token]:
    """bi monthly, bi/tri-annual: kept as written, for they have two meanings."""
    unit = UNITS[match["unit"].lower()]
    return [Token("term", f"{prefix.lower()}-{unit}") for prefix in re.findall(r"bi|tri", match[0], re.I)]


def duration(match: re.Match[str]) -> list[Token]:
    """six months, 12 week, 2 year."""
    return [Token("term", f"{number_of(match['count'])} {match['unit'].lower()}")]


def share(match: re.Match[str]) -> list[Token]:
    return [Token("percentage", str(int(match[1])))]


def count(match: re.Match[str]) -> list[Token]:
    """109 cases, Five briefing sessions; twice."""
    word = match[0].lower()
    number = SPOKEN[word] if word in SPOKEN else number_of(word)
    before, after = match.string[: match.start()], match.string[match.end() :]
    return [Token("count", str(number), frozenset((*stems(before)[-NEAR:], *stems(after)[:NEAR])))]


def stems(text: str) -> list[str]:
    """The beginnings of the words of `text` that say what is counted."""
    words = re.findall(r"[a-z]{3,}|\d+", text.lower())
    return [word[:5] for word in words if word not in SMALL_WORDS]


def weekday(match: re.Match[str]) -> list[Token]:
    return [Token("day of the week", match[0])]


def phrase(match: re.Match[str]) -> list[Token]:
    return [Token("term", match[0].lower())]


# Each takes what it reads out of the text, so that no part of it is read again. What comes first is read first.
PATTERNS = (
    (r"(?<![\d.])(?P<days>\d{1,2}(?:/\d{1,2}(?=\.))?)(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:20)?\d\d)\b",
     numeric_days),
    (rf"(?<![\w–-])(?P<days>{DAY}(?:{BETWEEN}{DAY})*)(?:\s+of\s+|\s*-\s*|\s+){MONTH}(?:[\s,-]+{YEAR})?",
     days_and_month),
    (rf"\b{MONTH}\s*(?:\((?P<days>\d+(?:(?:[\s,&]|and)+\d+)*)\))(?:[\s,]+{YEAR})?", days_and_month),
    (rf"\b{MONTH}\s+(?P<days>\d{{1,2}}(?:st|nd|rd|th))(?:[\s,]+{YEAR})?", days_and_month),
    (rf"\b{MONTH}(?:[\s,]*{YEAR})?", month_alone),
    (r"\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?\b|\b1[0-9]/1[0-9]\b", years),
    (rf"\b(?:{'|'.join(WEEKDAYS)})\b", weekday),
    (r"\bbi(?:/tri)?[\s-]?(?P<unit>monthly|annual|weekly)\b", several),
    (rf"\b(?:(?P<count>{NUMBER})[\s-]?)?(?P<unit>daily|weekly|monthly|quarterly|yearly|annually|annual|fortnightly)\b",
     every),
    (rf"\bevery\s+(?P<count>{NUMBER})\s+(?P<unit>day|week|month|year)s\b", every),
    (r"\b(?:each|every|once an?|per)\s+(?P<count>)(?P<unit>day|week|month|quarter|year|fortnight)\b", every),
    (rf"\b(?P<count>{NUMBER})[\s-](?P<unit>day|week|month|year)s?\b", duration),
    (r"(?<![\d.])(\d+)\s*(?:%|per\s?cent\b)", share),
    (r"\bnew year\b|\b(?:a|one) quarter of\b", phrase),
    (rf"(?<![\w.£-])(?:\d+(?!\w|[.,]\d)|{SAID}(?!-off)\b)", count),
)  # fmt: skip
WITH_CAPITALS = (month_alone, days_and_month)  # "may" is no month
COMPILED = tuple((re.compile(pattern, 0 if read in WITH_CAPITALS else re.I), read) for pattern, read in PATTERNS)


def tokens(text: str) -> Iterator[Token]:
    """Every date, percentage, count and term of `text`."""
    # A label such as 1.11 or 3.14 is a name and no figure; "3rd Sector" is a body.
    text = re.sub(r"(?<![\d./])\d+\.\d+\.?(?![\d.%])|\b3rd sector", " ", text, flags=re.I)
    for pattern, read in COMPILED:
        found = list(pattern.finditer(text))
        for match in found:
            yield from read(match)
        text = pattern.sub(lambda match: " ¦ " if read(match) else match[0], text)  # noqa: B023
