"""`plans ids` and `plans private`: changes to a plan's file in place."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.places import plan_file
from generator.cli.speech import counted, echo_lines, os_error_words, problems_in_words

Result = TypeVar("Result")


# What .gitignore must hold: editors leave copies beside a file, as private.yaml~ and .private.yaml.swp.
PRIVATE_FILES = "*private.yaml*"


@click.command()
@click.argument("plan")
@click.pass_obj
def ids(folder: Path, plan: str) -> None:
    """Give an id to all in PLAN that wants one. An id is permanent; nothing else in the file changes.

    \b
    plans ids kinbrae-example
    """
    from generator.authoring.ids import give_ids

    with problems_in_words():
        given = _edit(give_ids, plan_file(folder, plan))
    echo_lines(f"{gift.position}: this {gift.thing} is now {gift.id}" for gift in given)
    click.echo(f"{counted(len(given), 'id', 'ids')} given." if given else "Everything has an id already.")


@click.command()
@click.argument("plan")
@click.pass_obj
def private(folder: Path, plan: str) -> None:
    """Move private notes out of PLAN's public file. What stands under `internal:`, `author:` and `people:` goes to
    private.yaml, which no build reads.

    \b
    plans private kinbrae-example
    """
    from generator.authoring.private_values import move_private

    file = plan_file(folder, plan)
    with problems_in_words():
        moved = _edit(move_private, file)
    echo_lines(f"{move.position}: moved {move.key}{f' of {move.owner}' if move.owner else ''}" for move in moved)
    if not moved:
        click.echo("There is nothing private in this plan's file.")
        return
    click.echo(f"{counted(len(moved), 'value', 'values')} moved to {file.with_name('private.yaml')}.")
    click.echo("If you keep the plan in git, what its file held before is still in its history.")
    if not is_ignored(folder):
        click.echo(f"Add a line '{PRIVATE_FILES}' to {folder / '.gitignore'}, so that it is never published.")


def is_ignored(folder: Path) -> bool:
    """Whether git leaves out private files in `folder`."""
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    return PRIVATE_FILES in map(str.strip, lines)


def _edit(edit: Callable[[Path], Result], file: Path) -> Result:
    from generator.authoring.yaml_edits import EditError

    try:
        return edit(file)
    except EditError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(os_error_words(error)) from error
