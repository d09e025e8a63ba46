"""`plans ids` and `plans private`: changes to a plan's file in place."""

from contextlib import suppress
from pathlib import Path

import click

from generator.cli.places import plan_file
from generator.cli.speech import counted, echo_lines, failures_in_words

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
    from generator.authoring.yaml_edits import EditError

    file = plan_file(folder, plan)
    with failures_in_words(EditError):
        given = give_ids(file)
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
    from generator.authoring.yaml_edits import EditError

    file = plan_file(folder, plan)
    with failures_in_words(EditError):
        moved = move_private(file)
    echo_lines(f"{move.position}: moved {move.key}{f' of {move.owner}' if move.owner else ''}" for move in moved)
    if not moved:
        click.echo("There is nothing private in this plan's file.")
        return
    click.echo(f"{counted(len(moved), 'value', 'values')} moved to {file.with_name('private.yaml')}.")
    click.echo("If you keep the plan in git, what its file held before is still in its history.")
    advise_ignoring(folder)


def advise_ignoring(folder: Path) -> None:
    """Say what to add to .gitignore, where git does not leave out the private files in `folder`."""
    file = folder / ".gitignore"
    lines: list[str] = []
    with suppress(OSError):
        lines = file.read_text("utf-8", "replace").splitlines()
    if PRIVATE_FILES not in map(str.strip, lines):
        echo_lines([f"Add a line '{PRIVATE_FILES}' to {file}, so that it is never published."])
