"""`plans diff`: what changed from one text of a plan to another."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.days import EDITION, needed_day
from generator.cli.options import today_option
from generator.cli.places import plan_file
from generator.cli.shelves import echo_changes, sound_shelf
from generator.cli.speech import echo_lines
from generator.errors import PlanError

if TYPE_CHECKING:
    from generator.editions import Shelf
    from generator.pages import PlanView

WORKING = "working"


@click.command()
@click.argument("plan")
@click.argument("old", type=EDITION, metavar="[FROM]", required=False)
@click.argument("new", type=EDITION, metavar="[TO]", default=WORKING)
@today_option
@click.pass_obj
def diff(folder: Path, plan: str, old: str | None, new: str, day: date | None) -> None:
    """Show what changed in PLAN, worst news first, from one edition to another. Nothing is published.

    On a terminal at most a screen is shown; where that is not all, changes.txt beside the plan has all.

    FROM and TO are editions, as 2026-01-31 or 2026-01-31-2, or the word "working". Without them: from the newest
    edition to the working text.

    \b
    plans diff kinbrae-example
    plans diff kinbrae-example 2026-01-31 2026-07-31
    """
    from generator.outputs.difference import difference

    file = plan_file(folder, plan)
    today = needed_day(folder, day)
    shelf = sound_shelf(file.parent)
    if old is None:
        if not shelf.editions:
            raise click.UsageError(f"{plan} has no edition yet: there is nothing to compare with.")
        old = shelf.editions[-1].name
    found = difference(_text_view(file, shelf, old, today), _text_view(file, shelf, new, today))
    title = f"{file.parent.name}, from {old} to {new}:"
    echo_lines([title])
    # Whatever reads the output of a command wants all of it.
    if sys.stdout.isatty():
        echo_changes(file.parent, title, found, beside=3)
    else:
        echo_lines(found.lines)


def _text_view(file: Path, shelf: "Shelf", name: str, today: date) -> "PlanView":
    """The edition `name`, or the working text, as its pages see it. Raises PlanError where that cannot be read."""
    from generator.pages import PlanView
    from generator.plan.reader import read_plan
    from generator.status import as_at
    from generator.wording import Words
    from generator.words.view import edition_view

    if name != WORKING:
        edition = next((item for item in shelf.editions if item.name == name), None)
        if edition is None:
            known = ", ".join(item.name for item in shelf.editions) or "none"
            raise click.UsageError(f"There is no edition {name!r} that can be read; there is: {known}.")
        return edition_view(edition, Words())
    read = read_plan(file.parent)
    if read.plan is None:
        raise PlanError(read.problems)
    return PlanView(read.plan, Words(), as_at(read.plan, today, shelf.day))
