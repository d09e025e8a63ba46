"""All editions of one plan, read from its folder, with every problem of their files and of the lock that lists them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import problems
from generator.editions.entries import FileHash, Publication, Redaction, Withdrawal, files_of
from generator.editions.lock import FOLDER, LOCK_FILE, Lock, LockLine, hashes, is_continued, read_lock
from generator.editions.record import Record, read_record
from generator.errors import Position, Problem, ProblemKind
from generator.files import names_in, read_file
from generator.public import PublicPlan
from generator.status import Facts
from generator.text import sha256_hex


@dataclass(frozen=True)
class Edition:
    """The plan as it was published on a day: what its file holds, and the line of the lock that it stands in.

    `name` is its day, with a number where it is not the first of that day: "2019-03-29", "2019-03-29-2". `data` are the
    bytes of its file as they are now, `sha256` their hash. `redactions` are what was taken down of it since.
    """

    name: str
    line: LockLine
    entry: Publication
    record: Record = field(repr=False, compare=False)
    data: bytes = field(repr=False, compare=False)
    sha256: str
    redactions: tuple[Redaction, ...] = ()

    @property
    def date(self) -> date:
        return self.entry.date

    @property
    def plan(self) -> PublicPlan:
        return self.record.plan

    @property
    def facts(self) -> Facts:
        return self.record.computed


@dataclass(frozen=True)
class Withdrawn:
    """An edition that was taken back: what is left is that there was one, and why it went."""

    name: str
    line: LockLine
    entry: Publication
    withdrawal: Withdrawal

    @property
    def date(self) -> date:
        return self.entry.date


NO_LOCK = Lock()


@dataclass(frozen=True)
class Shelf:
    """A plan's editions, oldest first, withdrawn ones among them, and the lock that lists them."""

    lock: Lock = NO_LOCK
    entries: tuple[Edition | Withdrawn, ...] = ()

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Those that can be read."""
        return tuple(entry for entry in self.entries if isinstance(entry, Edition))

    @property
    def day(self) -> date | None:
        """The day of the newest edition."""
        return self.editions[-1].date if self.editions else None

    def until(self, today: date) -> "Shelf":
        """The shelf with the editions that are dated on or before `today`, and the lock up to that day."""
        lines = self.lock.data.splitlines(keepends=True)
        count = sum(line.entry.date <= today for line in self.lock.lines)
        lock = read_lock(b"".join(lines[:count])) if count < len(self.lock.lines) else self.lock
        return replace(self, lock=lock, entries=tuple(entry for entry in self.entries if entry.date <= today))


def read_shelf(folder: Path, before: bytes | None = None) -> tuple[Shelf, tuple[Problem, ...]]:
    """The editions in the plan's `folder`, and every problem with them.

    `before` is an older copy of the lock, as a published site holds one: the lock must start with it.
    """
    try:
        return _read_shelf(folder, before)
    except OSError as error:
        return Shelf(), (problems.unreadable(Path(error.filename or folder), error),)


def _read_shelf(folder: Path, before: bytes | None) -> tuple[Shelf, tuple[Problem, ...]]:
    names_in(folder)  # says what stands in the place of the folder, where it is none
    path = folder / LOCK_FILE
    try:
        lock = read_lock(read_file(path))
    except FileNotFoundError:
        lock = NO_LOCK
    found = list(_lock_problems(path, lock, before))
    entries = []
    for line in lock.lines:
        if isinstance(line.entry, Publication):
            entry, wrong = _read_entry(folder, lock, line, line.entry)
            entries += [entry] if entry else []
            # Where a line is broken, those after it may say that a file is another, or gone.
            found += wrong if not lock.broken else []
    found += _strangers(folder, lock) if not lock.broken else ()
    return Shelf(lock, tuple(entries)), tuple(found)


def _lock_problems(path: Path, lock: Lock, before: bytes | None) -> Iterator[Problem]:
    if lock.broken:
        position = Position(str(path), lock.broken.place, 1)
        yield Problem(problems.LOCK_LINE, position, values={"why": lock.broken.why})
    if before is not None:
        yield from rewritten(path, lock, before)


def rewritten(path: Path, lock: Lock, before: bytes) -> Iterator[Problem]:
    """The first line from which on the lock at `path` is another than its older copy `before`."""
    if not is_continued(before, lock.data):
        same = zip(before.splitlines(), lock.data.splitlines(), strict=False)
        first = next((place for place, (old, new) in enumerate(same, 1) if old != new), None)
        place = first or min(len(before.splitlines()), len(lock.data.splitlines())) + 1
        yield Problem(problems.LOCK_REWRITTEN, Position(str(path), place, 1))


def _read_entry(
    folder: Path, lock: Lock, line: LockLine, entry: Publication
) -> tuple[Edition | Withdrawn | None, list[Problem]]:
    """One edition, or what is left of it, and what is wrong with its file."""
    path = folder / FOLDER / entry.file
    name = entry.file.removesuffix(".json")
    later = [item.entry for item in lock.lines[line.place :] if entry.file in files_of(item.entry)]
    withdrawal = next((item for item in later if isinstance(item, Withdrawal)), None)
    if withdrawal:
        wrong = [_problem(problems.EDITION_WITHDRAWN, path, line)] if path.exists() else []
        return Withdrawn(name, line, entry, withdrawal), wrong
    try:
        data = read_file(path)
    except FileNotFoundError:
        return None, [_problem(problems.EDITION_MISSING, path, line)]
    except OSError as error:
        return None, [problems.unreadable(path, error)]
    expected = hashes(lock)[entry.file]
    assert expected is not None, "an edition that was not withdrawn has a hash"
    if _hash_of(entry.file, data) != expected:
        return None, [_problem(problems.EDITION_CHANGED, path, line)]
    try:
        record = read_record(data)
        if record.prev != line.prev:
            raise ValueError("it was written after another line of the lock")
    except ValueError as error:
        return None, [_problem(problems.EDITION_UNREADABLE, path, line, why=str(error))]
    redactions = tuple(item for item in later if isinstance(item, Redaction))
    return Edition(name, line, entry, record, data, expected.sha256, redactions), []


def _hash_of(name: str, data: bytes) -> FileHash:
    return FileHash(file=name, sha256=sha256_hex(data), bytes=len(data))


def _problem(kind: ProblemKind, path: Path, line: LockLine, **values: object) -> Problem:
    return Problem(kind, Position(str(path)), values={"line": line.place, **values})


def _strangers(folder: Path, lock: Lock) -> Iterator[Problem]:
    """Files among the editions that no line of the lock names."""
    place = folder / FOLDER
    named = {name for line in lock.lines for name in files_of(line.entry)}
    for path in names_in(place):
        if path.name not in named and not path.name.startswith("."):
            yield Problem(problems.EDITION_UNLISTED, Position(str(path)))
