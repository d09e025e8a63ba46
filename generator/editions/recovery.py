"""Editions as every command reads them: once what a command that was stopped left there is finished or removed."""

from pathlib import Path

from generator import problems
from generator.editions.shelf import Shelf, read_shelf
from generator.editions.store import BusyError, finish_interrupted_write, needs_settling, only_writer
from generator.errors import Position, Problem, has_errors


def settled_shelf(folder: Path, before: bytes | None = None) -> tuple[Shelf, tuple[Problem, ...]]:
    """The editions in the plan's `folder`, and every problem with them; `before` is an older copy of the lock.

    That another command writes there just now is a problem like others: to try again mends it.
    """
    shelf, found = read_shelf(folder, before)
    if any(problem.kind in (problems.FILE_UNREADABLE, problems.FILE_KIND) for problem in found):
        return shelf, found
    try:
        if not (has_errors(found) or needs_settling(folder)):
            return shelf, found
        # What was found may be another command's work, half done: only the only writer can tell.
        with only_writer(folder):
            finish_interrupted_write(folder)
            return read_shelf(folder, before)
    except BusyError:
        return shelf, (Problem(problems.EDITIONS_BUSY, Position(str(folder))),)
    except OSError as error:
        reason, path = (error.strerror or str(error)).lower(), error.filename or folder
        return shelf, (Problem(problems.EDITIONS_UNSETTLED, Position(str(path)), values={"reason": reason}),)
