"""What the commands that read and write editions share."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from generator.cli.days import today_for
from generator.cli.places import plan_file
from generator.cli.speech import echo_lines, os_error_words
from generator.errors import PlanError, has_errors
from generator.text import without_unsafe_characters

if TYPE_CHECKING:
    from generator.council.settings import Settings
    from generator.editions import Shelf
    from generator.outputs.difference import PlanDifference
    from generator.site.build import Source
    from generator.words.view import PlanView

# All changes of a plan that are too many for a screen; git leaves it out.
CHANGES_FILE = "changes.txt"


def published_source(folder: Path, day: date | None) -> tuple["Source", "Settings", date]:
    """What is published of the council's `folder`, its settings, and the day to take for today. Raises PlanError."""
    from generator.authoring.folder import read_source

    today = today_for(folder, day)
    source = read_source(folder, with_working=False, today=today)
    if today is None or source.settings is None or has_errors(source.problems):
        raise PlanError(source.problems)
    return source, source.settings, today


def published_plan(folder: Path, plan: str, day: date | None) -> tuple["PlanView", "Settings"]:
    """The newest edition of a plan as its pages see it, and the settings. Raises PlanError."""
    from generator.site.build import published_view, why_unpublished

    name = plan_file(folder, plan).parent.name
    source, settings, today = published_source(folder, day)
    view = published_view(source, name, today)
    if view is None:
        raise click.ClickException(why_unpublished(source, name, today))
    return view, settings


def sound_shelf(place: Path) -> "Shelf":
    """The editions of a plan. Raises PlanError where anything is wrong with them."""
    from generator.editions import settled_shelf

    shelf, found = settled_shelf(place)
    if has_errors(found):
        raise PlanError(found)
    return shelf


def whole_shelf(folder: Path, place: Path) -> "Shelf":
    """As `sound_shelf`. Raises PlanError too where the site in the council's `folder`, or git, holds more of the plan:
    what is written after a lock that lost its end can never be built."""
    from generator.council.settings import read_settings
    from generator.site.lost import lost_editions

    shelf = sound_shelf(place)
    lost = lost_editions(folder, read_settings(folder)[0])
    if found := [one for one in lost if Path(one.position.file).resolve().is_relative_to(place.resolve())]:
        raise PlanError(found)
    return shelf


def echo_code(head: str) -> None:
    """The code of the last line of a lock, short and whole."""
    from generator.editions import short_code

    click.echo(f"Code: {short_code(head)}")
    click.echo(f"In full: {head}")


def echo_changes(place: Path, title: str, found: "PlanDifference", *, beside: int) -> None:
    """At most a screen of what differs, less the `beside` rows that the command fills itself.

    Where that is not all, all of it is written beside the plan in the folder `place`, and that file is named.
    """
    columns, rows = get_terminal_size()
    if found.fits(rows - beside, columns):
        echo_lines(found.lines)
        return
    file = place / CHANGES_FILE
    try:
        file.write_text("\n".join(map(without_unsafe_characters, (title, *found.lines, ""))), "utf-8")
    except OSError as error:
        echo_lines((*found.lines, f"They could not be written to a file: {os_error_words(error)}."))
        return
    echo_lines((*found.extract(rows - beside, columns), f"All {found.count:,} changes, word for word: {file}"))


def forget_changes(place: Path) -> None:
    """Take the list of changes of the plan in the folder `place` away: it may hold words that were just taken down."""
    (place / CHANGES_FILE).unlink(missing_ok=True)


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
