"""How every command says what it has to say."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn, TypeVar

import click

from generator.errors import Problem, Severity
from generator.text import without_unsafe_characters

Answer = TypeVar("Answer")
FAILED = 1
COUNT_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


@contextmanager
def failures_in_words(*kinds: type[Exception], refused: str = "{}") -> Iterator[None]:
    """Ends the command in one line for an error of `kinds`, and where the system refuses a file: `refused` says that.

    Problems in the user's files end every command in words, wherever they are raised.
    """
    try:
        yield
    except kinds as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(refused.format(os_error_words(error))) from error


@contextmanager
def status_line(text: str) -> Iterator[None]:
    """Shows `text` while the work goes on, on a terminal; elsewhere nothing."""
    is_terminal = sys.stdout.isatty()
    if is_terminal:
        click.echo(text, nl=False)
    try:
        yield
    finally:
        if is_terminal:
            click.echo(f"\r{' ' * len(text)}\r", nl=False)


def echo_lines(lines: Iterable[object]) -> None:
    """One line each. What stands in a plan must not steer the terminal."""
    for line in lines:
        click.echo(without_unsafe_characters(str(line).replace("\n", " ")))


def summary(problems: Iterable[Problem], plans: int) -> str:
    """How many problems there are: "2 errors, 1 warning in 3 plans."."""
    counts = Counter(problem.severity for problem in problems)
    parts = [counted(counts[severity], *COUNT_WORDS[severity]) for severity in COUNT_WORDS if counts[severity]]
    return f"{', '.join(parts) or 'No problems'} in {counted(plans, 'plan', 'plans')}."


def counted(count: int, one: str, many: str) -> str:
    """ "1 plan", "1,000 plans"."""
    return f"{count:,} {one if count == 1 else many}"


def os_error_words(error: OSError) -> str:
    """Which file the system refused, and why."""
    return f"{error.filename or 'the disk'}: {(error.strerror or str(error)).lower()}"


def ask(question: str, yes: bool) -> None:
    """Go on if the user says so; else end with nothing changed."""
    try:
        if yes or click.confirm(question):
            return
        click.echo("Nothing was changed.")
    except click.Abort as error:
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from error  # click takes Ctrl+C and no answer for the same
        # Also where there is no terminal: whoever reads the log is told how to go on.
        click.echo("\nNothing was changed, for nobody answered. With --yes you are not asked.")
    leave()


def answered(question: str, read: Callable[[str], Answer], default: str | None = None) -> Answer:
    """What `read` makes of the user's answer, who is asked until it raises no ValueError."""

    def taken(words: str) -> Answer:
        try:
            return read(words)
        except ValueError as error:
            raise click.UsageError(f"{error}.") from error

    answer: Answer = click.prompt(question, default=default, value_proc=taken)
    return answer


def leave() -> NoReturn:
    """End with the code that says: something in the user's files is wrong."""
    raise click.exceptions.Exit(FAILED)
