"""editions.lock: a line for each time that something was published, withdrawn or taken down, tied to the line before.

A line holds the hash of the file that it is about, that of the line before it (`prev`), and its own (`this`). Where one
line is changed, those after it no longer fit. The chain cannot see that its end was cut off, or that all of it was
written anew: for that, an older copy of the file is its witness (`is_continued`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.editions.canonical import Json, canonical_line, read_canonical
from generator.editions.codec import from_data, to_data
from generator.editions.entries import (
    Entry,
    FileHash,
    Publication,
    Redaction,
    Withdrawal,
    hashes_of,
    is_well_formed,
    why_not,
)
from generator.text import sha256_hex

LOCK_FILE = "editions.lock"
FOLDER = "editions"
SHORT = 12
KINDS: Mapping[object, type[Entry]] = {"withdrawn": Withdrawal, "redacted": Redaction}


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
    held: dict[str, FileHash | None] = {}
    prev = ""
    for place, raw in enumerate(data.splitlines(keepends=True), 1):
        line = _read_line(raw, place, prev)
        if isinstance(line, LockLine) and (why := why_not(line.entry, held)):
            line = Broken(place, why)
        if isinstance(line, Broken):
            return Lock(data, tuple(lines), line)
        lines.append(line)
        held |= dict(hashes_of(line.entry))
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


def _read_entry(data: dict[str, Any]) -> Entry:
    entry: Entry = from_data(KINDS.get(data.get("kind"), Publication), data)
    if not is_well_formed(entry):
        raise ValueError("a name or a hash that this program does not write")
    return entry


def _entry_data(entry: Entry) -> dict[str, Json]:
    data = to_data(entry)
    assert isinstance(data, dict)
    return data


def _hash(entry: Entry, prev: str) -> str:
    return sha256_hex(canonical_line({**_entry_data(entry), "prev": prev}))


def with_line(lock: Lock, entry: Entry) -> Lock:
    """`lock` with a line for `entry` at its end. Raises ValueError where it could not be read again."""
    line = canonical_line({**_entry_data(entry), "prev": lock.head, "this": _hash(entry, lock.head)})
    longer = lock if lock.broken else read_lock(lock.data + line)
    if longer.broken:
        raise ValueError(f"line {longer.broken.place}: {longer.broken.why}")
    return longer


def is_continued(old: bytes, new: bytes) -> bool:
    """Whether the lock `new` is `old` with nothing but whole lines added at its end."""
    return new.startswith(old) and (not old or old.endswith(b"\n"))


def hashes(lock: Lock) -> dict[str, FileHash | None]:
    """What each file must hold after the last line, by its name; None for one that was withdrawn."""
    return dict(item for line in lock.lines for item in hashes_of(line.entry))


def short_code(head: str) -> str:
    """The first digits of a hash in groups of four, to print in minutes and to read out: "3f2a 90bc 11de"."""
    return " ".join(head[start : start + 4] for start in range(0, min(SHORT, len(head)), 4))
