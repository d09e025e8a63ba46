"""All editions of one plan, read from its folder, with every problem of their files and of the lock that lists them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import problems
from generator.editions.entries import FILE_NAME, PENDING, FileHash, Publication, Redaction, Withdrawal, files_of
from generator.editions.lock import FOLDER, LOCK_FILE, Lock, LockLine, hashes, is_continued, read_lock
from generator.editions.record import Record, read_record
from generator.errors import Position, Problem, ProblemKind
from generator.plan.files import names_in, read_file
from generator.plan.model import PublicPlan
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
        """The shelf with the editions that are dated on or before `today`, and the lock up to that day.

        One of a later day that was withdrawn by then is among them, as withdrawn: a wrong clock may have dated it.
        """
        count = _count_until(self.lock, today)
        lines = self.lock.data.splitlines(keepends=True)
        lock = read_lock(b"".join(lines[:count])) if count < len(self.lock.lines) else self.lock
        return replace(self, lock=lock, entries=tuple(entry for entry in self.entries if entry.line.place <= count))

    def ahead(self, today: date) -> tuple[Edition, ...]:
        """The editions that are dated after `today`."""
        return tuple(edition for edition in self.editions if edition.date > today)


def _count_until(lock: Lock, today: date) -> int:
    """How many lines of the lock, from the first on, tell of nothing after `today` that still stands."""
    count, ahead = 0, set[str]()
    for line in lock.lines:
        entry = line.entry
        if entry.date > today and not isinstance(entry, Publication):
            break
        if entry.date > today:
            ahead.update(files_of(entry))
        elif isinstance(entry, Withdrawal):
            ahead.discard(entry.file)
        count = count if ahead else line.place
    return count


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
    linked = tuple(problems_of_links(folder))
    try:
        lock = read_lock(read_file(path))
    except FileNotFoundError:
        lock = NO_LOCK
    read = [_read_entry(folder, lock, line, line.entry) for line in lock.lines if isinstance(line.entry, Publication)]
    shelf = Shelf(lock, tuple(entry for entry, _ in read if entry))
    found = (*linked, *_lock_problems(path, lock, before))
    if lock.broken:
        # Lines after the broken one may say that a file is another, or gone, or name one that no line here names.
        return shelf, found
    expected = sum(file is not None for file in hashes(lock).values())
    if expected and not any(FILE_NAME.fullmatch(path.name) for path in _inside(folder)):
        values = {"count": "an edition" if expected == 1 else f"{expected:,} editions", "plan": _plan(folder)}
        lost = Problem(problems.EDITIONS_MISSING, Position(str(folder / FOLDER)), values=values)
        return shelf, (*found, lost)
    return shelf, (*found, *(problem for _, wrong in read for problem in wrong), *_strangers(folder, lock))


def problems_ahead(folder: Path, shelf: Shelf, today: date) -> Iterator[Problem]:
    """A problem for each edition in the plan's `folder` that is dated after `today`, which the clock says."""
    for edition in shelf.ahead(today):
        values = {"day": edition.date, "today": today, "plan": _plan(folder), "name": edition.name}
        path = folder / FOLDER / edition.entry.file
        yield Problem(problems.EDITION_AHEAD, Position(str(path)), values=values)


def problems_of_links(folder: Path) -> Iterator[Problem]:
    """Editions, or their lock, that are links: what they hold can be changed where nobody looks."""
    for path in (folder / LOCK_FILE, folder / FOLDER, *_inside(folder)):
        if path.is_symlink():
            yield Problem(problems.EDITION_LINK, Position(str(path)), values={"plan": _plan(folder)})


def _inside(folder: Path) -> list[Path]:
    place = folder / FOLDER
    return sorted(place.iterdir()) if place.is_dir() else []


def _plan(folder: Path) -> str:
    return folder.resolve().name


def _lock_problems(path: Path, lock: Lock, before: bytes | None) -> Iterator[Problem]:
    if lock.broken:
        position = Position(str(path), lock.broken.place, 1)
        do = f"put the lock back as it was last published {problems.WAYS_BACK}".format(plan=_plan(path.parent))
        yield Problem(problems.LOCK_LINE, position, values={"why": lock.broken.why, "do": do})
    if before is not None:
        yield from rewritten(path, lock, before, "the older copy")


def rewritten(path: Path, lock: Lock, before: bytes, witness: str) -> Iterator[Problem]:
    """The first line in which the lock at `path` differs from its older copy `before`, which `witness` holds."""
    if not is_continued(before, lock.data):
        same = zip(before.splitlines(), lock.data.splitlines(), strict=False)
        first = next((place for place, (old, new) in enumerate(same, 1) if old != new), None)
        place = first or min(len(before.splitlines()), len(lock.data.splitlines())) + 1
        values = {"plan": _plan(path.parent), "witness": witness}
        yield Problem(problems.LOCK_REWRITTEN, Position(str(path), place, 1), values=values)


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
    if expected is None or FileHash(file=entry.file, sha256=sha256_hex(data), bytes=len(data)) != expected:
        return None, [_problem(problems.EDITION_CHANGED, path, line)]
    try:
        record = read_record(data)
        if record.prev != line.prev:
            raise ValueError("it was written after another line of the lock")
    except ValueError as error:
        return None, [_problem(problems.EDITION_UNREADABLE, path, line, why=str(error))]
    redactions = tuple(item for item in later if isinstance(item, Redaction))
    return Edition(name, line, entry, record, data, expected.sha256, redactions), []


def _problem(kind: ProblemKind, path: Path, line: LockLine, **values: object) -> Problem:
    return Problem(kind, Position(str(path)), values={"line": line.place, "plan": _plan(path.parent.parent), **values})


def _strangers(folder: Path, lock: Lock) -> Iterator[Problem]:
    """Files among the editions that no line of the lock names: editions whose line is lost, and what is none."""
    place = folder / FOLDER
    named = {name for line in lock.lines for name in files_of(line.entry)}
    others = [path for path in names_in(place) if path.name not in named]
    lost = [path for path in others if FILE_NAME.fullmatch(path.name) and _is_of_lost_line(path, lock)]
    if lost:
        yield _lock_lost(folder, lock, [path.name.removesuffix(".json") for path in lost])
    for path in others:
        is_hidden = path.name.startswith(".")
        if path not in lost and not PENDING.fullmatch(path.name):
            kind = problems.EDITION_HIDDEN if is_hidden else problems.EDITION_UNLISTED
            yield Problem(kind, Position(str(path)))


def _lock_lost(folder: Path, lock: Lock, names: list[str]) -> Problem:
    """The problem that the lock, or its end, is lost: editions with these `names` are here, and no line is."""
    path, many = folder / LOCK_FILE, len(names) > 1
    values = {"are": "are" if many else "is", "plan": _plan(folder)}
    if lock.lines:
        named = f"the {'editions' if many else 'edition'} {', '.join(names)}"
        return Problem(problems.LOCK_SHORT, Position(str(path)), values={"names": named, **values})
    what = "the lock is empty" if path.exists() else "there is no such file"
    count = f"{len(names):,} editions" if many else "an edition"
    return Problem(problems.LOCK_MISSING, Position(str(path)), values={"what": what, "count": count, **values})


def _is_of_lost_line(path: Path, lock: Lock) -> bool:
    """Whether the file is an edition that a line after those of `lock` may have named: a copy of one is none."""
    try:
        record = read_record(read_file(path))
    except (OSError, ValueError):
        return False
    return record.prev not in {line.prev for line in lock.lines}
