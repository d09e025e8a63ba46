"""What the commands that read and write editions share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import PlanError

if TYPE_CHECKING:
    from generator.editions import Shelf


def sound_shelf(place: Path) -> "Shelf":
    """The editions of a plan. Raises PlanError where anything is wrong with them."""
    from generator.editions import settled_shelf

    shelf, found = settled_shelf(place)
    if found:
        raise PlanError(found)
    return shelf


def echo_code(head: str) -> None:
    """The code of the last line of a lock, short and whole."""
    from generator.editions import short_code

    click.echo(f"Code: {short_code(head)}")
    click.echo(f"In full: {head}")


@contextmanager
def editions_in_words() -> Iterator[None]:
    """Ends the command in one line where editions cannot be written, or hold nothing of what was named."""
    from generator.editions import BusyError, NoSuchText, UnfinishedError

    try:
        yield
    except NoSuchText as error:
        raise click.UsageError(f"{error}.") from error
    except BusyError as error:
        raise click.ClickException(f"{error}.") from error
    except UnfinishedError as error:
        said = "It is done, and its files could not all be put in their places"
        raise click.ClickException(f"{said}: {error}. Mend that, then run 'plans verify'.") from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"Nothing was changed: {place}{(error.strerror or str(error)).lower()}.") from error
