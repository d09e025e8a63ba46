"""`plans recover`: editions and their lock, put back from a copy."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import yes_option
from generator.cli.places import plan_file
from generator.cli.shelves import echo_code, editions_in_words
from generator.cli.speech import ask, counted, echo_lines, leave, os_error_words
from generator.cli.verify import sound_words

if TYPE_CHECKING:
    from generator.authoring.recover import Recovery


@click.command()
@click.argument("plan")
@click.option(
    "--from",
    "source",
    required=True,
    metavar="FOLDER-OR-ADDRESS",
    help="A backup, a plan's or a council's folder, a built site, or the address of the live site.",
)
@click.option("--expect", "code", metavar="CODE", help="The code in the minutes: the lock must have it.")
@yes_option
@click.pass_obj
def recover(folder: Path, plan: str, source: str, code: str | None, yes: bool) -> None:
    """Put back the editions of PLAN, or their lock, from a copy. A copy that does not agree with itself, with what is
    left here or with the code is refused; what is good here stays as it is.

    \b
    plans recover kinbrae-example --from backup/2026-01-31
    plans recover kinbrae-example --from https://plans.example.org --expect "3f2a 90bc 11de"
    """
    from generator.authoring.recover import RecoverError, copy_of, put_back, recovery
    from generator.editions import code_digits, read_shelf
    from generator.site.fetch import FetchError
    from generator.site.lost import lock_witnesses

    try:
        digits = code_digits(code) if code else ""
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error
    place = _place(folder, plan)
    try:
        names = _names(folder, place.name)
        copy = copy_of(source, names)
        what = recovery(place, copy, names, digits, lock_witnesses(folder))
    except RecoverError as error:
        echo_lines([*error.reasons, "Nothing was changed."])
        leave()
    except (FetchError, OSError) as error:
        words = os_error_words(error) if isinstance(error, OSError) else str(error)
        raise click.ClickException(f"{words}. Nothing was changed.") from error
    echo_lines(_outline(what, copy.place))
    if what.is_new_lock or what.files:
        if not what.is_vouched_for:
            echo_code(what.lock.head)
            click.echo("Nothing here bears this lock out: compare the code with the one in the minutes.")
        ask("Put it back?", yes)
        with editions_in_words():
            place.mkdir(parents=True, exist_ok=True)
            put_back(place, what)
    shelf, found = read_shelf(place)
    echo_lines(found)
    if found or what.missing:
        leave()
    click.echo(f"{place.name}: {sound_words(shelf)}")
    echo_code(shelf.lock.head)


def _place(folder: Path, plan: str) -> Path:
    """The plan's folder, also where all of it is gone."""
    from generator.text import ID_PATTERN

    place = folder / "plans" / plan
    return place if ID_PATTERN.fullmatch(plan) and not place.exists() else plan_file(folder, plan).parent


def _names(folder: Path, plan: str) -> tuple[str, ...]:
    """The ids that the plan has and had."""
    from generator.council.settings import read_settings

    settings, _ = read_settings(folder)
    aliases = settings.extra.aliases if settings else ()
    return (plan, *(alias.old for alias in aliases if alias.plan == plan))


def _outline(what: "Recovery", place: str) -> list[str]:
    """What is put back, and what is not, in plain lines."""
    lines = [f"The copy is {place}."]
    if what.is_new_lock:
        lines += [f"The lock there agrees with what is here and has {counted(len(what.lock.lines), 'line', 'lines')}."]
    names = sorted(name.removesuffix(".json") for name in what.files)
    lines += [f"To be put back: {', '.join([*(['editions.lock'] if what.is_new_lock else []), *names])}."]
    if not (what.is_new_lock or names):
        lines[-1] = "Nothing that this copy holds is missing here."
    missing = sorted(name.removesuffix(".json") for name in what.missing)
    return [*lines, f"Not in this copy either: {', '.join(missing)}."] if missing else lines
