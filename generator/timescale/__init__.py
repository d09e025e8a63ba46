"""Officers' words for time, and how we read them.

The words stay in the file and on the page; a Reading says which days they name. Words that are not understood are
allowed and never get a date. A date is past only after the end of the period that it names.
"""

import re
from collections.abc import Callable
from datetime import date

from generator.timescale.date_ranges import span
from generator.timescale.interval import read_length
from generator.timescale.periods import days_or_years, period
from generator.timescale.reading import Doubtful, Found, Part, Reading
from generator.timescale.recurring import ongoing, recurring, relative, standing
from generator.timescale.wording import (
    CHOOSES,
    FALLS,
    LONGEST,
    MONTH_NAMES,
    UNKNOWN,
    bare,
    lacks_year,
    normal,
    offers_choice,
    split,
    why,
    year_of,
)

# The first that reads the words wins.
READERS: tuple[Callable[[str], Found | None], ...] = (standing, period, span, recurring, ongoing)


def read(words: str, anchor: date | None = None) -> Reading:
    """How `words` are read. Never raises, never takes a year from the clock.

    `anchor` is the day that "within three months" counts from; without it such words name no days.
    """
    try:
        found = _times(normal(words), anchor)
    except Doubtful as doubtful:
        return Reading(words, doubt=doubtful.doubt, why=doubtful.why, do=doubtful.do)
    return Reading(words, found.parts, notes=tuple(dict.fromkeys(found.notes)))


def _times(text: str, anchor: date | None) -> Found:
    if len(text) > LONGEST:
        raise Doubtful("unread", *UNKNOWN)
    if offers_choice(text):
        raise Doubtful("unread", *CHOOSES)
    if whole := _one(text, anchor):
        return whole
    return _several(text, anchor)


def _one(piece: str, anchor: date | None) -> Found | None:
    """What one wording names: as a whole, not a list of times."""
    if read_length(piece):
        raise Doubtful("ambiguous", _within_or_every(piece))
    text = bare(piece)
    return next((found for reader in READERS if (found := reader(text))), None) or relative(text, anchor)


def _within_or_every(length: str) -> str:
    """Both readings of a length of time that stands alone: "within 6 months, or every 6 months"."""
    count, unit = re.split(r"[ -](?=[a-z]+$)", length.strip(" ."))
    one = unit.removesuffix("s")
    if count in ("a", "an", "one", "1"):
        return f"within {count} {one}, or every {one}"
    return f"within {count} {one}s, or every {count} {one}s"


def _several(text: str, anchor: date | None) -> Found:
    """Times that stand in a row. A year stands for the ones before it that have none, as long as their order rises."""
    founds: list[Found] = []
    doubts: list[Doubtful] = []
    year = ""
    for piece in reversed(split(text)):
        is_shared = bool(year) and lacks_year(piece)
        try:
            found = _one(f"{piece} {year}" if is_shared else piece, anchor)
            if not found:
                raise Doubtful("unread", *(why(piece) or why(text) or UNKNOWN))
            founds.insert(0, _rising(found, founds[0]) if is_shared and founds else found)
        except Doubtful as doubtful:
            doubts.insert(0, doubtful)
        year = year if is_shared else year_of(piece)
    if doubts:
        raise min(doubts, key=lambda doubtful: doubtful.doubt == "unread")
    return Found(
        tuple(part for found in founds for part in found.parts), tuple(n for found in founds for n in found.notes)
    )


def _rising(found: Found, following: Found) -> Found:
    start, after = found.parts[0].start, following.parts[0].start
    if start is None or after is None or start >= after:
        raise Doubtful("unread", *FALLS)
    return Found(found.parts, (*found.notes, "shared-year"))
