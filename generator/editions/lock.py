"""editions.lock: a line for each time that something was published, withdrawn or taken down, tied to the line before.

A line holds the hash of the file that it is about, that of the line before it (`prev`), and its own (`this`). Where one
line is changed, those after it no longer fit. The chain cannot see that its end was cut off, or that all of it was
written anew: for that, an older copy of the file is its witness (`is_continued`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.canonical import Json, canonical_line, read_canonical
from generator.codec import from_data, to_data
from generator.text import sha256_hex

LOCK_FILE = "editions.lock"
FOLDER = "editions"
FILE_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([2-9]|[1-9][0-9]))?\.json")
SHORT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHash:
    """What a frozen file holds: its SHA-256 in hexadecimal, and its length in bytes."""

    file: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """An edition was published. `note` says in the officer's words what is new."""

    kind: Literal["significant", "minor"]
    file: str
    sha256: str
    bytes: int
    date: date
    note: str
    approved_by: str | None = None
    printed_version: str | None = None
    schema: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An edition was taken back: its file is gone, and this line stays in its place."""

    kind: Literal["withdrawn"] = "withdrawn"
    file: str
    date: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """One value was taken down, in every edition that held it. The value itself is nowhere in this line."""

    kind: Literal["redacted"] = "redacted"
    subject: str
    field: str
    date: date
    note: str
    files: tuple[FileHash, ...]


Entry = Publication | Withdrawal | Redaction


@dataclass(frozen=True, slots=True)
class LockLine:
    """One line of the lock, its place counted from 1, and the hashes that tie it to the one before."""

    place: int
    entry: Entry
    prev: str
    this: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The first line that fails, and why; `why` completes "line 3: …"."""

    place: int
    why: str


@dataclass(frozen=True, slots=True)
class Lock:
    """The lines of a lock that fit each other, from the first on, and what is wrong with the line after them."""

    data: bytes = field(default=b"", repr=False)
    lines: tuple[LockLine, ...] = ()
    broken: Broken | None = None

    @property
    def head(self) -> str:
        """The hash of the last line, which stands for all of them; "" before anything was published."""
        return self.lines[-1].this if self.lines else ""


def read_lock(data: bytes) -> Lock:
    """The lock that `data` holds, as far as its lines are what they were when they were written."""
    lines: list[LockLine] = []
    prev = ""
    for place, raw in enumerate(data.splitlines(keepends=True), 1):
        line = _read_line(raw, place, prev)
        if isinstance(line, Broken):
            return Lock(data, tuple(lines), line)
        lines.append(line)
        prev = line.this
    return Lock(data, tuple(lines))


def _read_line(raw: bytes, place: int, prev: str) -> LockLine | Broken:
    if not raw.endswith(b"\n"):
        return Broken(place, "its end is cut off")
    try:
        data = dict(read_canonical(raw))
        said, this = data.pop("prev"), data.pop("this")
        entry = _read_entry(data)
    except (KeyError, TypeError, ValueError):
        return Broken(place, "it is not a line of this program")
    if raw != canonical_line({**_entry_data(entry), "prev": said, "this": this}):
        return Broken(place, "it is not a line of this program")
    if said != prev:
        return Broken(place, "it does not follow the line before it: a line was changed, taken out, added or moved")
    if this != _hash(entry, prev):
        return Broken(place, "it is not what it was when it was written")
    return LockLine(place, entry, prev, this)


def _read_entry(data: object) -> Entry:
    kind = data.get("kind") if isinstance(data, dict) else None
    kinds: dict[object, type[Entry]] = {"withdrawn": Withdrawal, "redacted": Redaction}
    entry: Entry = from_data(kinds.get(kind, Publication), data)
    if not all(_is_dated(name, entry) for name in files_of(entry)):
        raise ValueError("a file of another name")
    return entry


def _is_dated(name: str, entry: Entry) -> bool:
    """Whether `name` is an edition's file, and of an edition's own line, that of its day."""
    match = FILE_NAME.fullmatch(name)
    return match is not None and (not isinstance(entry, Publication) or match[1] == entry.date.isoformat())


def files_of(entry: Entry) -> tuple[str, ...]:
    """The names of the files that the line is about."""
    return tuple(item.file for item in entry.files) if isinstance(entry, Redaction) else (entry.file,)


def _entry_data(entry: Entry) -> dict[str, Json]:
    data = to_data(entry)
    assert isinstance(data, dict)
    return data


def _hash(entry: Entry, prev: str) -> str:
    return sha256_hex(canonical_line({**_entry_data(entry), "prev": prev}))


def with_line(lock: Lock, entry: Entry) -> Lock:
    """`lock` with a line for `entry` at its end. Raises ValueError where a line of it is broken."""
    if lock.broken:
        raise ValueError(f"line {lock.broken.place}: {lock.broken.why}")
    this = _hash(entry, lock.head)
    line = LockLine(len(lock.lines) + 1, entry, lock.head, this)
    data = canonical_line({**_entry_data(entry), "prev": lock.head, "this": this})
    return Lock(lock.data + data, (*lock.lines, line))


def is_continued(old: bytes, new: bytes) -> bool:
    """Whether the lock `new` is `old` with nothing but whole lines added at its end."""
    return new.startswith(old) and (not old or old.endswith(b"\n"))


def hashes(lock: Lock) -> dict[str, FileHash | None]:
    """What each file must hold after the last line, by its name; None for one that was withdrawn."""
    found: dict[str, FileHash | None] = {}
    for line in lock.lines:
        found |= dict(_hashes_of(line.entry))
    return found


def _hashes_of(entry: Entry) -> Iterator[tuple[str, FileHash | None]]:
    if isinstance(entry, Publication):
        yield entry.file, FileHash(file=entry.file, sha256=entry.sha256, bytes=entry.bytes)
    elif isinstance(entry, Withdrawal):
        yield entry.file, None
    else:
        yield from ((item.file, item) for item in entry.files)


def short_code(head: str) -> str:
    """The first digits of a hash in groups of four, to print in minutes and to read out: "3f2a 90bc 11de"."""
    return " ".join(head[start : start + 4] for start in range(0, min(SHORT, len(head)), 4))
