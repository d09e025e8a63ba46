"""Periods that begin and end on a day of the calendar, in the order that people in the United Kingdom write them."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from generator.timescale.interval import month_end, shift
from generator.timescale.reading import Doubtful, Found, Part, PartKind
from generator.timescale.wording import (
    FAR,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    ORDINALS,
    WEEKDAY,
    WEEKDAY_NAMES,
    WEEKDAYS,
    YEAR,
    bare,
    normal,
)

# Two-digit years stand for this century: the oldest plan that we know is of 2008.
CENTURY = 2000
FINANCIAL = r"(?:the )?(?:financial year|fiscal year|f/?y)"
# "June 30", but not "3 June 30" or "June '30".
MONTH_AND_DIGITS = re.compile(
    r"(?<![a-z0-9])(?P<day>[0-9]{1,2}(?:st|nd|rd|th)?(?: of)?[ -])?"
    rf"(?P<month>{MONTH})\.?[ ,/-]*(?P<digits>[0-9]{{2}})(?![0-9])"
)
WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


def period(text: str) -> Found | None:
    """The one period that `text` names; None for any other words.

    Raises Doubtful for a day that is not in the calendar, and for a quarter that two calendars number.
    """
    for pattern, make in PERIODS:
        if match := pattern.fullmatch(text):
            return make(match)
    return None


def days_or_years(words: str) -> Iterator[tuple[int, str]]:
    """Each month of `words` with two digits that may be its day as well: the year that was read, and both readings."""
    for match in MONTH_AND_DIGITS.finditer(normal(words)):
        number, month = int(match["digits"]), month_name(MONTHS[match["month"]])
        if not match["day"] and 1 <= number <= 31:
            yield CENTURY + number, f"{number} {month}, or {month} {CENTURY + number}"


def month_name(month: int) -> str:
    return MONTH_NAMES[month - 1].capitalize()


def _year(digits: str) -> int:
    year = int(digits) if len(digits) == len("2019") else CENTURY + int(digits)
    return _plausible(year)


def _plausible(year: int) -> int:
    if not 1900 <= year <= 2100:
        raise Doubtful("unread", *FAR)
    return year


def _found(kind: PartKind, start: date, end: date, *notes: str) -> Found:
    return Found((Part(kind, start, end),), notes)


def _day(year: int, month: int, day: int) -> Found | None:
    if not 1 <= month <= 12:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        raise Doubtful("unread", f"there is no {day} {month_name(month)} {year}", "mend the day") from None
    return _found("day", found, found)


def _day_of_month(match: re.Match[str]) -> Found | None:
    return _day(_year(match["year"]), _month_number(match["month"]), int(match["day"]))


def _month_number(name: str) -> int:
    return int(name) if name.isdecimal() else MONTHS[name]


def _numeric_day(match: re.Match[str]) -> Found | None:
    year, month, day = _year(match[4]), int(match[3]), int(match[1])
    if month > 12 >= day:  # as dates are written in the United States
        do = f"write {month} {month_name(day)} {year} if the month stands first"
        raise Doubtful("unread", f"there is no month {month}", do)
    return _day(year, month, day)


def _weekday(match: re.Match[str]) -> Found | None:
    found = period(match["day"])
    if not found or found.parts[0].kind != "day" or not found.days:
        return None
    day = found.days[0]
    if day.weekday() != WEEKDAYS[match["weekday"]]:
        is_day = f"{day.day} {month_name(day.month)} {day.year}"
        name = WEEKDAY_NAMES[day.weekday()].capitalize()
        raise Doubtful("unread", f"{is_day} was a {name}", "mend the day or its date")
    return found


def _month(match: re.Match[str]) -> Found | None:
    digits = match["year"]
    start = date(_year(digits), _month_number(match["month"]), 1)
    return _found("month", start, month_end(start), *(["short-year"] if len(digits) == len("19") else []))


def _calendar_year(match: re.Match[str]) -> Found | None:
    year = _year(match["year"])
    return _found("year", date(year, 1, 1), date(year, 12, 31))


def _years(match: re.Match[str]) -> Found | None:
    """ "2019/20" is a financial year, "2018-20" a span of calendar years."""
    is_named = bool(re.fullmatch(f"{FINANCIAL} ?", match["named"] or "") or match["after"])
    if len(match["first"]) == len("19") and not is_named:
        return None
    first = _year(match["first"])
    last = _year_after(first, match["last"])
    if last == first + 1:
        return _found("financial-year", date(first, 4, 1), date(last, 3, 31), *([] if is_named else ["financial-year"]))
    if last > first and not is_named:
        return _found("span", date(first, 1, 1), date(last, 12, 31), "span-of-years")
    return None


def _year_after(first: int, digits: str) -> int:
    if len(digits) == len("2019"):
        return _year(digits)
    last = first - first % 100 + int(digits)
    return _plausible(first + 1) if last % 100 == (first + 1) % 100 else last


def _financial_year_of_one(match: re.Match[str]) -> Found | None:
    year = _year(match["year"])
    raise Doubtful("ambiguous", f"April {year - 1} to March {year}, or April {year} to March {year + 1}")


def _quarter(match: re.Match[str]) -> Found | None:
    number = int(match["number"] or ORDINALS[match["ordinal"]])
    words = match["year"]
    year = period(f"fy {words}") if re.fullmatch(r"[0-9]{2}[/-][0-9]{2}", words) else period(words)
    if not year or not year.days or year.parts[0].kind not in ("year", "financial-year"):
        return None
    start = shift(year.days[0], (3, "month"), number - 1)
    if year.parts[0].kind == "year" and "calendar" not in words:
        raise Doubtful("ambiguous", f"{_months(start)}, or {_months(shift(start, (3, 'month')))}")
    is_named = re.search("financial|fiscal|f/?y|calendar", words)
    end = month_end(shift(start, (2, "month")))
    return _found("quarter", start, end, *([] if is_named else ["financial-year"]))


def _months(start: date) -> str:
    end = shift(start, (2, "month"))
    return f"{month_name(start.month)} to {month_name(end.month)} {end.year}"


def _quarter_ending(match: re.Match[str]) -> Found | None:
    last = _last_of_month(match["last"])
    return _found("quarter", shift(last.replace(day=1), (-2, "month")), last) if last else None


def _year_ending(match: re.Match[str]) -> Found | None:
    last = _last_of_month(match["last"])
    if not last or last.month != 3:
        return None
    return _found("financial-year", last.replace(year=last.year - 1, month=4, day=1), last)


def _last_of_month(text: str) -> date | None:
    found = period(bare(text))
    if not found or not found.days or found.days[1] != month_end(found.days[1]):
        return None
    return found.days[1] if found.parts[0].kind in ("day", "month") else None


def _week(match: re.Match[str]) -> Found | None:
    found, how = period(match["day"]), match["how"] or match["short"]
    if not found or not found.days or found.parts[0].kind != "day":
        return None
    start = found.days[0]
    if how == "of":
        start -= timedelta(days=start.weekday())
    elif how in ("ending", "ended", "to", "e"):
        start -= WEEK - ONE_DAY
    return _found("week", start, start + WEEK - ONE_DAY)


def _before(match: re.Match[str]) -> Found | None:
    found = period(match["period"])
    if not found or not found.days:
        return None
    eve = found.days[0] - ONE_DAY
    return _found("day", eve, eve, *found.notes)


WORDINGS: dict[str, Callable[[re.Match[str]], Found | None]] = {
    # 31 March 2019, 31st of March 2019, 3-Dec-19
    rf"(?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]"
    rf"(?P<month>{MONTH})\.?[ ,-]*'?(?P<year>{YEAR})": _day_of_month,
    rf"(?P<month>{MONTH})\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})": _day_of_month,
    rf"([0-9]{{1,2}})([/.-])([0-9]{{1,2}})\2({YEAR})": _numeric_day,
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})": _day_of_month,
    rf"(?P<weekday>{WEEKDAY})\.?,? (?P<day>.+)": _weekday,
    # March 2019, Feb15, December / 2015, 03/2019
    rf"(?P<month>{MONTH})\.?[ ,/-]*'?(?P<year>{YEAR})": _month,
    r"(?P<month>0?[1-9]|1[0-2])/(?P<year>[0-9]{4})": _month,
    r"(?:the )?(?:calendar )?(?:year )?(?P<year>[0-9]{4})(?: calendar year)?": _calendar_year,
    # 2019/20, FY19/20, 2018-20
    rf"(?P<named>{FINANCIAL} ?|(?:the )?year )?"
    rf"(?P<first>{YEAR}) ?[/-] ?(?P<last>{YEAR})(?P<after> financial year)?": _years,
    rf"{FINANCIAL} ?(?P<year>[0-9]{{4}})": _financial_year_of_one,
    rf"(?:the )?(?:(?:q|qtr |quarter )(?P<number>[1-4])|(?P<ordinal>{'|'.join(ORDINALS)}) quarter)"
    r",?(?: of| in)? (?P<year>.+)": _quarter,
    r"(?P<year>[^ ]+) (?:q|qtr |quarter )(?P<number>[1-4])(?P<ordinal>)": _quarter,
    r"(?:the )?quarter (?:ending|ended|to|end) (?P<last>.+)": _quarter_ending,
    r"(?:the )?(?:financial )?year (?:ending|ended|to|end) (?P<last>.+)": _year_ending,
    r"(?:the )?(?:week (?P<how>of|beginning|commencing|starting|from|ending|ended|to)|w/?(?P<short>[cbe]))"
    r" (?P<day>.+)": _week,
    r"(?:before|prior to|ahead of) (?:the (?:start|beginning) of )?(?P<period>.+)": _before,
}
PERIODS = tuple((re.compile(pattern), make) for pattern, make in WORDINGS.items())
