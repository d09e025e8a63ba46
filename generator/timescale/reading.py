"""What a reading of officers' words holds: the times named, and what is in doubt."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from generator.timescale.interval import Interval

PartKind = Literal[
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "financial-year",
    "span",
    "relative",
    "recurring",
    "immediate",
    "ongoing",
]
Doubt = Literal["", "unread", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Part:
    """One time that the words name.

    `start` and `end` are its first and last day, where the words or the anchor give them. `every` is the rhythm of
    what recurs, and `month` the month of the year in which it does (0: no month is named). `within` is the length of
    a relative time.
    """

    kind: PartKind
    start: date | None = None
    end: date | None = None
    every: Interval | None = None
    within: Interval | None = None
    month: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """How words were read: the times they name, and what is in doubt.

    `why` completes "'…' was not read as a date: …"; of ambiguous words it holds both readings. `do` says what
    the author can do about words that were not read. `notes` name what a reader should know: "short-year",
    "shared-year", "financial-year", "span-of-years".
    """

    words: str
    parts: tuple[Part, ...] = ()
    doubt: Doubt = ""
    why: str = ""
    do: str = ""
    notes: tuple[str, ...] = ()

    @property
    def end(self) -> date | None:
        """The last day of the last period named; None where no day is, and where something goes on after it.

        What comes again is a duty of its own: "March 2019, then annually" ends with March 2019.
        """
        if any(part.kind == "ongoing" for part in self.parts):
            return None
        return max((part.end for part in self.parts if part.end and part.kind != "recurring"), default=None)

    def is_past(self, on: date) -> bool:
        """Whether every period named had ended before the day `on`. A recurring duty is never past."""
        return self.end is not None and self.end < on


class Why(NamedTuple):
    """Why words were not read, and what their author can do about it."""

    why: str
    do: str


class Found(NamedTuple):
    """The times that words name, while they are being read."""

    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of a period; None for several times, and for one without both."""
        if len(self.parts) != 1 or self.parts[0].start is None or self.parts[0].end is None:
            return None
        return self.parts[0].start, self.parts[0].end


class Doubtful(Exception):
    """Words that name a time, but none that we can give. Never leaves `generator.timescale`."""

    def __init__(self, doubt: Doubt, why: str, do: str = "") -> None:
        super().__init__(why)
        self.doubt: Doubt = doubt
        self.why = why
        self.do = do
