"""`plans verify`: proof that every edition is what was published."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.places import plan_file
from generator.cli.shelves import echo_code
from generator.cli.speech import counted, echo_lines, leave
from generator.errors import has_errors

if TYPE_CHECKING:
    from generator.editions import Copy, Shelf
    from generator.errors import Problem


@click.command()
@click.argument("place", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.option(
    "--before",
    "old",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="OLD.lock",
    help="An older copy of editions.lock, as a published site holds one.",
)
@click.option("--expect", "code", metavar="CODE", help="The code in the minutes: its first 12 digits, or all.")
@click.option("--recompute", is_flag=True, help="List what would be worked out otherwise than it was frozen.")
@click.pass_obj
def verify(folder: Path, place: Path | None, old: Path | None, code: str | None, recompute: bool) -> None:
    """Show that every edition is what was published. DIR is a plan's folder, its name, or a folder that holds plans/.

    \b
    plans verify
    plans verify kinbrae-example --expect "3f2a 90bc 11de"
    """
    from generator.editions import differences, witnessed

    places = edition_folders(folder, place)
    if (old or code) and len(places) != 1:
        raise click.UsageError("Name the one plan that --before and --expect are about.")
    before, digits = _witnesses(old, code)
    if not places:
        echo_lines([f"{(place or folder) / 'plans'} holds no plan."])
    has_failed = False
    for each in places:
        shelf, found = witnessed(each, before, digits)
        echo_lines(found)
        if has_errors(found):
            has_failed = True
        else:
            echo_lines([f"{each.resolve().name}: {sound_words(shelf)}"])
            if shelf.lock.lines:
                echo_code(shelf.lock.head)
        if digits:
            _echo_place_of_code(shelf, digits)
        if recompute:
            echo_lines(
                f"edition {edition.name}: {found}" for edition in shelf.editions for found in differences(edition)
            )
    lost = _lost(folder, place, places)
    echo_lines(lost)
    if has_failed or lost:
        leave()


def _lost(folder: Path, place: Path | None, places: list[Path]) -> tuple["Problem", ...]:
    """Plans of which nothing is left here, while the built site or git has editions."""
    from generator.council.settings import read_settings
    from generator.site.lost import lost_editions

    root = place if place and (place / "plans").is_dir() else folder
    found = lost_editions(root, read_settings(root)[0])
    wanted = {each.resolve() for each in places} if place and root != place else None
    return tuple(problem for problem in found if wanted is None or Path(problem.position.file).resolve() in wanted)


def _witnesses(old: Path | None, code: str | None) -> tuple["Copy | None", str]:
    """The older copy of the lock, and the digits of the code, by which the editions are measured."""
    from generator.editions import Copy, code_digits
    from generator.plan.files import read_file

    try:
        before, digits = (Copy(str(old), read_file(old)) if old else None), code_digits(code) if code else ""
    except (ValueError, OSError) as error:
        raise click.UsageError(f"{error}.") from error
    if before and not before.data:
        raise click.UsageError(f"{old} is empty: it can bear witness to nothing.")
    return before, digits


def _echo_place_of_code(shelf: "Shelf", digits: str) -> None:
    """Say so where the code is that of a line before the last."""
    from generator.editions import line_of

    line = line_of(shelf, digits)
    if line and line.this != shelf.lock.head:
        count = counted(len(shelf.lock.lines) - line.place, "line was", "lines were")
        click.echo(f"The code given is that of line {line.place}. All up to it is as it was; {count} added since.")


def sound_words(shelf: "Shelf") -> str:
    """How many editions a sound shelf holds, and what was taken back or down of them."""
    if not shelf.entries:
        return "there are no editions here."
    gone = len(shelf.entries) - len(shelf.editions)
    withdrawn = f" ({gone:,} withdrawn)" if gone else ""
    taken = sum(len(edition.redactions) for edition in shelf.editions)
    down = f", but for {counted(taken, 'text', 'texts')} taken down since" if taken else ""
    return f"{counted(len(shelf.entries), 'edition', 'editions')}{withdrawn}, each as it was published{down}."


def edition_folders(folder: Path, place: Path | None) -> list[Path]:
    """The folders of the plans that the user means: one, or all of a council's folder."""
    from generator.editions.lock import FOLDER, LOCK_FILE
    from generator.plan.reader import plan_folders

    if place and ((place / LOCK_FILE).exists() or (place / FOLDER).is_dir()):
        return [place]
    if place and not (place / "plans").is_dir():
        return [plan_file(folder, str(place)).parent]
    return list(plan_folders((place or folder) / "plans"))
