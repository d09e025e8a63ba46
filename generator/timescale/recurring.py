"""Times that no single day ends: what recurs, goes on, is due at once, or is due within a length of time."""

import calendar
import re
from datetime import date

from generator.timescale.date_ranges import span_ends
from generator.timescale.interval import Interval, read_length, read_rhythm, shift
from generator.timescale.periods import period
from generator.timescale.reading import Doubtful, Found, Part
from generator.timescale.wording import LACKS_A_YEAR, MONTH, MONTHS, TO_BODY, bare

IMMEDIATE = (
    *("immediately", "immediate", "at once", "with immediate effect", "effective immediately", "straight away"),
    *("straightaway", "now"),
)
ONGOING = (
    *("ongoing", "on-going", "on going", "continuous", "continuously", "continuing", "continual", "rolling"),
    *("rolling programme", "throughout", "throughout the plan", "throughout the life of the plan"),
    *("throughout the period of the plan", "throughout the life of this plan", "for the life of the plan"),
)
# "Bi" is twice in an interval to some and every two to others, except where a word of its own tells them apart.
BI = re.compile(r"bi[- ]?(week|month|year|annual|quarter)(?:ly)?")
TWICE_OR_EVERY_TWO = {"annual": "year"}
# Ways to say a rhythm that stand in timescales alone.
SAID_OTHERWISE: dict[str, Interval] = {
    **dict.fromkeys(("per annum", "once per annum", "once annually"), (1, "year")),
    **dict.fromkeys(("twice annually", "twice per annum"), (6, "month")),
}
# What is done at that rhythm says nothing of the time.
DONE = re.compile(
    r" (?:(?:progress|monitoring|performance|written|formal|update) )?"
    r"(?:reports?|reporting|reviews?|meetings?|updates?|audits?|monitoring|returns?|basis|cycle)"
    rf"(?:(?!.*\band\b){TO_BODY})?$"
)
EVERY_MONTH_NAME = re.compile(rf"(?:every|each) (?P<month>{MONTH})|(?P<before>{MONTH}),? (?:of |in )?(?P<rhythm>.+)")
RHYTHM_IN_MONTH = re.compile(
    rf"(?P<rhythm>.+?),?(?: (?:in|by|each|every))?(?: the end of| end of| end)? (?P<month>{MONTH})"
)
ANY_YEAR = 2000
LAST_OF_MONTH = re.compile(
    rf"(?:every|each) (?P<day>[0-9]{{1,2}})(?:st|th)?(?: of)? (?P<month>{MONTH})"
    rf"|(?P<day_before>[0-9]{{1,2}})(?:st|th)?(?: of)? (?P<month_before>{MONTH}),? (?:of |in )?(?:every|each) year"
)
SINCE = r"(?:from|since|with effect from|(?:starting|beginning|commencing)(?: from| in| on)?)"
UNTIL = r"(?:up to|up until|to|until|till|ending in|ending)"
DATED = (
    re.compile(rf"(?P<rhythm>.+?),? {SINCE} (?P<first>.+?) {UNTIL} (?P<last>.+)"),
    re.compile(r"(?P<rhythm>.+?),? between (?P<first>.+?) and (?P<last>.+)"),
    re.compile(rf"(?P<rhythm>.+?),? {SINCE} (?P<first>.+)"),
    re.compile(rf"(?P<rhythm>.+?),? {UNTIL} (?P<last>.+)"),
)
FROM_ON = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?:{'|'.join(ONGOING)}),? )?{SINCE} (?P<first>.+?)(?: onwards?| on)?",
        r"(?P<first>.+?) onwards?",
        rf"(?P<first>.+?) ?(?:-|/|to) ?(?:{'|'.join(ONGOING)})",
    )
)
RELATIVE = re.compile(
    r"(?P<within>within (?:the (?:next|first) )?)?(?P<length>[a-z0-9-]+(?: [a-z]+)?)"
    r"(?: (?:of|from|after|following|since) (?P<event>[a-z][a-z '-]*))?"
)
LIST = re.compile(r"\b(?:and|then)\b")


def standing(text: str) -> Found | None:
    """What is due at once, goes on, or recurs, without any date."""
    if text in IMMEDIATE:
        return Found((Part("immediate"),))
    if text in ONGOING:
        return Found((Part("ongoing"),))
    part = _recurring(text)
    return Found((part,)) if part else None


def recurring(text: str) -> Found | None:
    """What recurs from a day or until one: "6 monthly from April 2019 to March 2020"."""
    for pattern in DATED:
        match = pattern.fullmatch(text)
        part = _recurring(match["rhythm"]) if match else None
        bounds = _bounds(match.groupdict()) if match and part else None
        if part and bounds:
            start, end, notes = bounds
            return Found((Part("recurring", start, end, part.every, month=part.month),), notes)
    return None


def ongoing(text: str) -> Found | None:
    """What goes on from a day: "from April 2019 onwards"."""
    for pattern in FROM_ON:
        match = pattern.fullmatch(text)
        found = period(bare(match["first"])) if match else None
        if found and found.days:
            return Found((Part("ongoing", found.days[0]),), found.notes)
    return None


def relative(text: str, anchor: date | None) -> Found | None:
    """What is due within a length of time, counted from `anchor`: "within three months of the inspection report"."""
    match = RELATIVE.fullmatch(text)
    within = read_length(match["length"]) if match else None
    if not match or not within or not (match["within"] or match["event"]):
        return None
    if event := match["event"]:
        if LIST.search(event):
            return None
        if set(event.split()) & set(MONTHS):
            raise Doubtful("unread", *LACKS_A_YEAR)
    end = _shifted(anchor, within)
    return Found((Part("relative", anchor if end else None, end, within=within),))


def _shifted(anchor: date | None, within: Interval) -> date | None:
    try:
        return shift(anchor, within) if anchor else None
    except (OverflowError, ValueError):  # beyond the last year of the calendar
        return None


def _recurring(text: str) -> Part | None:
    text = DONE.sub("", text)
    if match := BI.fullmatch(text):
        unit = TWICE_OR_EVERY_TWO.get(match[1], match[1])
        raise Doubtful("ambiguous", f"twice a {unit}, or every two {unit}s")
    if every := SAID_OTHERWISE.get(text) or read_rhythm(text):
        return Part("recurring", every=every)
    return _yearly(text)


def _yearly(text: str) -> Part | None:
    """What recurs in one month of each year: "every March", "annually in June"."""
    for pattern in (EVERY_MONTH_NAME, RHYTHM_IN_MONTH):
        if match := pattern.fullmatch(text):
            named = match.groupdict()
            rhythm = named["rhythm"]
            month = MONTHS[named["month"] or named["before"]]
            if rhythm is None or read_rhythm(DONE.sub("", rhythm)) == (1, "year"):
                return Part("recurring", every=(1, "year"), month=month)
    match = LAST_OF_MONTH.fullmatch(text)
    return _at_end_of_month(match) if match else None


def _at_end_of_month(match: re.Match[str]) -> Part | None:
    """What recurs on the last day of a month: "31 March each year". None for another day, and for February."""
    month = MONTHS[match["month"] or match["month_before"]]
    is_last = int(match["day"] or match["day_before"]) == calendar.monthrange(ANY_YEAR, month)[1]
    return Part("recurring", every=(1, "year"), month=month) if is_last and month != MONTHS["february"] else None


def _bounds(words: dict[str, str | None]) -> tuple[date | None, date | None, tuple[str, ...]] | None:
    """First and last day of what is named between "from" and "until", with the notes on them."""
    first, last = words.get("first"), words.get("last")
    if first and last:
        ends = span_ends(first, last)
        return (ends[0][0], ends[1][1], ends[2]) if ends else None
    found = period(bare(first or last or ""))
    if not found or not found.days:
        return None
    return (found.days[0], None, found.notes) if first else (None, found.days[1], found.notes)
