"""Editions and their lock on disk. A change is whole or has not happened, whenever the program or the machine stops.

The commit point is the rename of the lock. Before it, new files lie beside the others under names that nothing reads
(".pending-<sha256>.json"); after it, whatever was left to do is done by the next command that looks
(`finish_interrupted_write`), since the lock says what each file must hold.
"""

import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.editions.entries import PENDING, Withdrawal
from generator.editions.lock import FOLDER, LOCK_FILE, Lock, hashes, read_lock
from generator.plan.files import names_in, read_file
from generator.text import sha256_hex

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

BUSY_FILE = ".editions-busy"
NEW_LOCK = ".editions.lock-new"
# So many seconds a command waits for another one at the same editions before it gives up; that one needs much less.
PATIENCE = 5.0
SECONDS_BETWEEN_TRIES = 0.05


class BusyError(Exception):
    """Another command is writing to this plan's editions."""


class UnfinishedError(Exception):
    """The lock has its new line, and a file could not be put in its place: the next command will do it."""


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Within this, no other command writes to the editions in the plan's `folder`.

    Raises BusyError where one still does after a few seconds.

    The system itself lets go of it when a process ends, however it ends.
    """
    descriptor = _open_for_holding(folder)
    try:
        try:
            _hold(descriptor, time.monotonic() + PATIENCE)
        except BlockingIOError as error:
            raise BusyError(
                f"{folder}: another command is writing to these editions; try again once it is done"
            ) from error
        yield
    finally:
        os.close(descriptor)


def _open_for_holding(folder: Path) -> int:
    """What is held: the folder itself, or on Windows, which holds no folders, a file in it."""
    if sys.platform == "win32":
        return os.open(folder / BUSY_FILE, os.O_RDWR | os.O_CREAT)
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)


def _hold(descriptor: int, until: float) -> None:
    """Hold what no other command holds by the moment `until`. Raises BlockingIOError where one still does."""
    while True:
        try:
            _try_to_hold(descriptor)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
            time.sleep(SECONDS_BETWEEN_TRIES)
        else:
            return


def _try_to_hold(descriptor: int) -> None:
    if sys.platform == "win32":
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def commit(folder: Path, lock: Lock, files: Mapping[str, bytes]) -> None:
    """Make `lock` the lock of the plan's `folder`, and `files` its editions of those names; withdrawn ones go.

    Only within `only_writer`, and on what is settled. Each of `files` must hold what `lock` says.
    Raises OSError where the disk refuses, and then nothing has changed; UnfinishedError where it does so at the end.
    """
    try:
        _prepare(folder, lock, files)
        os.replace(folder / NEW_LOCK, folder / LOCK_FILE)
    except OSError:
        _clear_up(folder)
        raise
    try:
        _flush_names(folder)
        finish_interrupted_write(folder)
    except OSError as error:
        raise UnfinishedError(_reason(error)) from error


def _prepare(folder: Path, lock: Lock, files: Mapping[str, bytes]) -> None:
    """Write all that is new to the disk itself, under names that nothing reads."""
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    for data in files.values():
        _write(place / _pending(sha256_hex(data)), data)
    _flush_names(place)
    _write(folder / NEW_LOCK, lock.data)
    _flush_names(folder)


def _clear_up(folder: Path) -> None:
    """Remove what was prepared, as far as the disk lets us: the next command removes what stays."""
    with suppress(OSError):
        finish_interrupted_write(folder)
    with suppress(OSError):
        (folder / FOLDER).rmdir()  # only an empty one goes


def finish_interrupted_write(folder: Path) -> None:
    """Finish what the lock says and a command that was stopped left undone; remove what it left over.

    A file that somebody changed is left as it is, for it to be found, and so is all where the lock itself is broken.
    Only within `only_writer`.
    """
    place = folder / FOLDER
    lock = _lock_of(folder)
    if lock.broken:
        return
    (folder / NEW_LOCK).unlink(missing_ok=True)
    waiting = _waiting(place)
    for name, expected in hashes(lock).items():
        if expected and expected.sha256 in waiting:
            _take_place(waiting.pop(expected.sha256), place / name, expected.sha256)
    for path in waiting.values():
        path.unlink()
    if withdrawn := _left_of_withdrawn(place, lock):
        withdrawn.unlink()
    if place.is_dir():
        _flush_names(place)


def needs_settling(folder: Path) -> bool:
    """Whether a command that was stopped left something to finish or to remove."""
    place = folder / FOLDER
    lock = _lock_of(folder)
    is_left = (folder / NEW_LOCK).exists() or bool(_waiting(place)) or _left_of_withdrawn(place, lock) is not None
    return is_left and not lock.broken


def _waiting(place: Path) -> dict[str, Path]:
    """The files that lie under names that nothing reads, by the hashes that they are named for."""
    return {match[1]: path for path in names_in(place) if (match := PENDING.fullmatch(path.name))}


def _left_of_withdrawn(place: Path, lock: Lock) -> Path | None:
    """The file of the edition that the last line withdraws, if it is there. An earlier one was put back by hand."""
    entry = lock.lines[-1].entry if lock.lines else None
    path = place / entry.file if isinstance(entry, Withdrawal) else None
    return path if path and path.exists() else None


def _lock_of(folder: Path) -> Lock:
    path = folder / LOCK_FILE
    return read_lock(read_file(path)) if path.exists() else Lock()


def _pending(sha256: str) -> str:
    return f".pending-{sha256}.json"


def _take_place(pending: Path, path: Path, sha256: str) -> None:
    """Put the pending file in its place, if it is whole: it was written before the lock that names it."""
    if sha256_hex(read_file(pending)) == sha256:
        os.replace(pending, path)
    else:
        pending.unlink()


def _reason(error: OSError) -> str:
    return f"{error.filename or 'the disk'}: {(error.strerror or str(error)).lower()}"


def _write(path: Path, data: bytes) -> None:
    """`data` at `path`, on the disk itself before this returns."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_names(folder: Path) -> None:
    """Write the names of the files in `folder` to the disk, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
