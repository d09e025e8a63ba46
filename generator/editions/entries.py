"""What a line of the lock says: that an edition was published or withdrawn, or that a text was taken down."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from datetime import date as Day
from typing import Literal

from generator.plan.vocabulary import Ground

FILE_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([2-9]|[1-9][0-9]+))?\.json")
# A new file until the lock names it: a command that was stopped leaves it for the next one.
PENDING = re.compile(r"\.pending-([0-9a-f]{64})\.json")
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHash:
    """What a frozen file holds: its SHA-256 in hexadecimal, and its length in bytes."""

    file: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Texts stand again where others were taken down: why, and the lines of the lock that took those down."""

    reason: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """An edition was published. `note` says in the officer's words what is new.

    `approved_by` is the name of a body as the plan gave it on that day: a line is read on its own for good.
    """

    kind: Literal["significant", "minor"]
    file: str
    sha256: str
    bytes: int
    date: date
    note: str
    approved_by: str | None = None
    printed_version: str | None = None
    schema: int
    again: Again | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An edition was taken back: its file is gone, and this line stays in its place."""

    kind: Literal["withdrawn"] = "withdrawn"
    file: str
    date: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """One value was taken down, in every edition that held it. The value itself is nowhere in this line.

    `field` leads to it in one of the editions. `day` is that of the note, review or closure in which it stood: in
    another text, its place in the list may be another.
    """

    kind: Literal["redacted"] = "redacted"
    subject: str
    field: str
    date: date
    note: Ground
    files: tuple[FileHash, ...]
    day: Day | None = None


Entry = Publication | Withdrawal | Redaction
# What each file must hold, by its name; None for one that was withdrawn.
Held = Mapping[str, FileHash | None]


def hashes_of(entry: Entry) -> Iterator[tuple[str, FileHash | None]]:
    """What each file that the line is about must hold once the line is there."""
    if isinstance(entry, Publication):
        yield entry.file, FileHash(file=entry.file, sha256=entry.sha256, bytes=entry.bytes)
    elif isinstance(entry, Withdrawal):
        yield entry.file, None
    else:
        yield from ((item.file, item) for item in entry.files)


def files_of(entry: Entry) -> tuple[str, ...]:
    """The names of these files."""
    return tuple(name for name, _ in hashes_of(entry))


def next_file(held: Held, day: date) -> str:
    """The file of the next edition of `day`: its name is the day, with a number where it is not the first."""
    count = sum(_day_of(name) == day.isoformat() for name in held)
    return f"{day}-{count + 1}.json" if count else f"{day}.json"


def _day_of(name: str) -> str:
    return name[: len("2019-03-29")]


def is_well_formed(entry: Entry) -> bool:
    """Whether the names and hashes of the line are such as this program writes."""
    hashes = [item for _, item in hashes_of(entry) if item]
    return all(FILE_NAME.fullmatch(name) for name in files_of(entry)) and all(
        SHA256.fullmatch(item.sha256) and item.bytes > 0 for item in hashes
    )


def why_not(entry: Entry, held: Held) -> str:
    """Why no such line can follow lines after which files hold what `held` says; "" where it can."""
    if isinstance(entry, Publication):
        if entry.file in held:
            return "it publishes a file that was published before"
        # One that was withdrawn may be of a wrong clock, and bars no day before its own.
        if any(_day_of(name) > entry.date.isoformat() for name, file in held.items() if file):
            return "it is dated before an edition that was published before it"
        return "" if entry.file == next_file(held, entry.date) else "its file is not the next one of its day"
    names = files_of(entry)
    if not names or len(set(names)) < len(names):
        return "it must name each file that it is about once"
    for name in names:
        if name not in held:
            return "it is about an edition that was never published"
        if held[name] is None:
            return "it is about an edition that was withdrawn before it"
        if isinstance(entry, Redaction) and _day_of(name) > entry.date.isoformat():
            return "it is dated before the edition that it is about"
    if isinstance(entry, Redaction) and any(held[item.file] == item for item in entry.files):
        return "it takes nothing down"
    return ""
