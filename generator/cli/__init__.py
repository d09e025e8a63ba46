"""The command line. Only this package prints or exits; what the commands do stands in the modules below.

Exit codes: 0; 1 for problems in the user's files, and for what the system refuses; 2 for wrong usage; 130 for Ctrl+C.
Any other exception is our bug and keeps its traceback.

A command imports what it works with when it is called, so that `--help` and a wrong option are answered at once.
"""

import sys
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.cli import (
    ahead,
    announce,
    build,
    check,
    diff,
    edit,
    formats,
    health,
    new,
    publish,
    recover,
    serve,
    takedown,
    verify,
    yaml,
)
from generator.cli.check import as_record, github_line
from generator.cli.edit import PRIVATE_FILES
from generator.cli.endings import ended_in_words
from generator.cli.speech import summary
from generator.text import nearest

__all__ = ["PRIVATE_FILES", "as_record", "as_seen_from_here", "github_line", "main", "summary"]


# What changes something for good is never offered to who typed another word.
NOT_OFFERED = frozenset({"publish", "redact", "withdraw", "private", "remove-example"})


class Commands(click.Group):
    """The commands. A mistyped one is answered with the nearest that can do no harm; each ends in words."""

    def invoke(self, ctx: click.Context) -> Any:
        with ended_in_words(ctx):
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) or name.startswith("-"):
            return super().resolve_command(ctx, args)
        meant = nearest(name, set(self.commands) - NOT_OFFERED)
        hint = f"Did you mean {meant!r}?" if meant else f"There are: {', '.join(self.list_commands(ctx))}."
        raise click.UsageError(f"There is no command {name!r}. {hint}", ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-C",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    metavar="DIR",
    help="The folder that holds mkdocs.yml. Without it: where you stand.",
)
@click.version_option(__version__, prog_name="plans")
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Publish improvement plans as a website: check the plan files, build the site, look at it.

    \b
    plans new demo
    plans -C demo check
    plans -C demo build
    """
    # Whatever a plan holds, a terminal that cannot show it must not stop the work.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    context.obj = as_seen_from_here(folder)


for command in (
    *(new.new, new.add, new.remove_example, new.schema, edit.ids, edit.private, check.check),
    *(build.build, serve.serve, ahead.next_change, health.health),
    *(publish.publish, takedown.withdraw, takedown.redact, verify.verify, recover.recover, diff.diff),
    *(announce.announce, yaml.yaml, formats.formats),
):
    main.add_command(command)


def as_seen_from_here(folder: Path) -> Path:
    """`folder` by the shortest path that a reader of a problem can click on."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_absolute() and folder.is_relative_to(here) else folder
