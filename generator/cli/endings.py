"""How a command ends where something outside the program stops it: in a sentence, with nothing half done.

Whatever is no fault of the system's, of a file's or of the user's is a bug of ours and keeps its traceback.
"""

import errno
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import click

from generator.cli.speech import echo_lines, leave, os_error_words
from generator.errors import PlanError

INTERRUPTED = 128 + signal.SIGINT  # what shells take for "Ctrl+C"
# What a system sends that shuts down, or a terminal that is closed. Windows knows the first alone.
ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class EndedError(BaseException):
    """The system asked this program to end. Like KeyboardInterrupt, it is no fault and nobody goes on after it."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


@contextmanager
def ended_in_words(context: click.Context) -> Iterator[None]:
    """Within this, a command ends in words whatever stops it."""
    with _asked_to_end():
        try:
            yield
        except KeyboardInterrupt:
            _say_stopped(context, INTERRUPTED)
        except EndedError as error:
            _say_stopped(context, 128 + error.number)
        except PlanError as error:
            echo_lines(error.problems)
            leave()
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # whoever read our words has gone; click ends quietly
            raise click.ClickException(f"{os_error_words(error)}.") from error
        except MemoryError as error:
            raise click.ClickException("this computer has not enough free memory for that.") from error


@contextmanager
def _asked_to_end() -> Iterator[None]:
    """Within this, a request to end clears up first, as Ctrl+C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _end) for number in ENDING if signal.getsignal(number) is signal.SIG_DFL}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> NoReturn:
    raise EndedError(number)


def _say_stopped(context: click.Context, code: int) -> NoReturn:
    """One line, below what stands on the terminal's line already."""
    click.echo("\nStopped." if code == INTERRUPTED else "Stopped.", err=True)
    context.exit(code)
