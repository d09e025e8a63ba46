"""What a chain cannot see of itself, an outside witness can: an older copy of the lock, or a code from the minutes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator import problems
from generator.editions.entries import FileHash
from generator.editions.lock import LOCK_FILE, SHORT, LockLine, hashes, read_lock, short_code
from generator.editions.record import read_record
from generator.editions.recovery import settled_shelf
from generator.editions.shelf import Shelf
from generator.errors import Position, Problem
from generator.text import sha256_hex

CODE = re.compile(rf"[0-9a-f]{{{SHORT},64}}")


@dataclass(frozen=True, slots=True)
class Copy:
    """An older copy of a lock: where it was found, and its bytes."""

    file: str
    data: bytes


def code_digits(code: str) -> str:
    """The digits of a short or a whole code, however they are grouped. Raises ValueError where it can be none."""
    digits = re.sub(r"[\s-]", "", code).casefold()
    if not CODE.fullmatch(digits):
        raise ValueError(f"{code!r} is not a code: it has {SHORT} to 64 of the digits 0 to 9 and a to f")
    return digits


def line_of(shelf: Shelf, digits: str) -> LockLine | None:
    """The last line of the lock with that code."""
    found = [line for line in shelf.lock.lines if line.this.startswith(digits)]
    return found[-1] if found else None


def witnessed(folder: Path, before: Copy | None = None, digits: str = "") -> tuple[Shelf, tuple[Problem, ...]]:
    """The editions in the plan's `folder`, and every problem with them, those that a witness tells of among them.

    Both witnesses stand for what was there when they were taken: lines that were added since are no problem.
    """
    if before and (old := read_lock(before.data)).broken:
        position = Position(before.file, old.broken.place, 1)
        return Shelf(), (
            Problem(problems.LOCK_LINE, position, values={"why": old.broken.why, "do": "name another copy"}),
        )
    shelf, found = settled_shelf(folder, before.data if before else None)
    if digits and line_of(shelf, digits) is None:
        values = {"code": short_code(digits), "plan": folder.resolve().name}
        found = (*found, Problem(problems.LOCK_UNEXPECTED, Position(str(folder / LOCK_FILE)), values=values))
    return shelf, found


def only_examples(lock: bytes, file_of: Callable[[str], bytes | None]) -> bool:
    """Whether all that `lock` names are editions of an example, as the files show that are what the lock says they are.

    `file_of` gives the frozen file of a name such as "2026-01-31.json", or None. Nothing was published in earnest then.
    """
    read = read_lock(lock)
    held = hashes(read)
    return read.broken is None and bool(held) and all(_is_example(file_of(name), file) for name, file in held.items())


def _is_example(data: bytes | None, held: FileHash | None) -> bool:
    if data is None or held is None or sha256_hex(data) != held.sha256:
        return False
    try:
        return read_record(data).plan.example is not None
    except ValueError:
        return False
