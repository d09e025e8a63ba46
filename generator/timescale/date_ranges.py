"""From one period to another: "March to June 2019", "17, 18 and 19 March 2015"."""

import re
from datetime import date, timedelta

from generator.timescale.periods import period
from generator.timescale.reading import Doubtful, Found, Part
from generator.timescale.wording import FALLS, MONTH, WEEKDAY, YEAR, bare

NUMBER = "[0-9]{1,2}(?:st|nd|rd|th)?"
BETWEEN_DAYS = " ?(?:, ?(?:and|&)|,|&|-|/|and|to) ?"
# Two days of figures, "1/4/19 to 31/3/20", are no days of one month.
DAYS = re.compile(
    rf"(?![0-9]{{1,2}}([/.])[0-9]{{1,2}}\1(?:{YEAR}) ?(?:-|to|until|till|and|&|,))"
    rf"(?:the )?(?P<days>{NUMBER}(?:{BETWEEN_DAYS}{NUMBER})+)"
    rf"(?P<rest>(?: of)? ?(?:{MONTH})\.?[ ,-]*'?(?:{YEAR})|[./][0-9]{{1,2}}[./](?:{YEAR}))"
)
RANGES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:from )?(?P<first>.+?) (?:to|until|till|through|through to|up to|-)(?: and including)? (?P<last>.+)",
        r"between (?P<first>.+?) and (?P<last>.+)",
        r"(?P<first>[^-]+)-(?P<last>[^-]+)",
        r"(?P<first>[^/]+?) ?(?P<slash>/) ?(?P<last>[^/]+)",
    )
)
# What the first period borrows from the last: "Tuesday 17" a month and its year, "March" a year.
MONTH_AND_YEAR = re.compile(
    rf"(?:^|[ -])(?P<month>(?:{MONTH})\.? ?)?(?<![0-9])(?P<year>[0-9]{{4}}(?:[/-](?:{YEAR}))?|[0-9]{{2}})$"
)
DAY_ONLY = re.compile(rf"(?:(?:{WEEKDAY}),? )?{NUMBER}")
ONE_DAY = timedelta(days=1)
# The first and last days of two periods, and the notes on both.
Ends = tuple[tuple[date, date], tuple[date, date], tuple[str, ...]]


def span(text: str) -> Found | None:
    """The days from the first period that `text` names to the end of the last; None for any other words."""
    if match := DAYS.fullmatch(text):
        return _days(match["days"], match["rest"])
    for pattern in RANGES:
        match = pattern.fullmatch(text)
        if match and (ends := span_ends(match["first"], match["last"])):
            return _span(ends, is_joined=bool(match.groupdict().get("slash")))
    return None


def span_ends(first: str, last: str) -> Ends | None:
    """The days of the two periods between which a span lies; `first` may leave its month or year to `last`."""
    end = period(bare(last))
    start = _borrowing(bare(first), last) if end else None
    if not start or not end or not start.days or not end.days:
        return None
    if start.days[0] >= end.days[0]:
        raise Doubtful("unread", *FALLS)
    return start.days, end.days, (*start.notes, *end.notes)


def _borrowing(first: str, last: str) -> Found | None:
    lent = MONTH_AND_YEAR.search(last)
    if lent and DAY_ONLY.fullmatch(first):
        return period(f"{first} {lent['month'] or ''}{lent['year']}")
    return period(first) or (period(f"{first} {lent['year']}") if lent else None)


def _span(ends: Ends, *, is_joined: bool) -> Found | None:
    """One period of two. A slash joins only what lies side by side: "March/April", not "March/September"."""
    (start, last_of_first), (first_of_last, end), notes = ends
    if is_joined and last_of_first + ONE_DAY != first_of_last:
        return None
    return Found((Part("span", start, end),), notes)


def _days(days: str, rest: str) -> Found | None:
    """Days of one month: a span where they follow one another, each by itself where commas or "and" part others."""
    numbers = [int(number) for number in re.findall("[0-9]+", days)]
    if numbers != sorted(set(numbers)):
        raise Doubtful("unread", *FALLS)
    founds = [period(f"{number}{rest}") for number in numbers]
    parts = tuple(part for found in founds if found for part in found.parts)
    if len(parts) != len(numbers):
        return None
    is_range = len(numbers) == 2 and bool(re.search("-|to", days))
    if is_range or numbers[-1] - numbers[0] == len(numbers) - 1:
        return Found((Part("span", parts[0].start, parts[-1].end),))
    return None if re.search("[-/]|to", days) else Found(parts)
