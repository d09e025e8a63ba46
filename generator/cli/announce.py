"""`plans announce`: what can be sent to people about the newest edition."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.days import today_for
from generator.cli.options import today_option
from generator.cli.places import plan_file
from generator.cli.speech import echo_lines, leave
from generator.errors import has_errors
from generator.text import without_unsafe_characters

if TYPE_CHECKING:
    from generator.outputs.announce import Announcements


@click.command()
@click.argument("plan")
@today_option
@click.pass_obj
def announce(folder: Path, plan: str, day: datetime | None) -> None:
    """Write what can be sent to people about PLAN's newest edition. Nothing is sent.

    A text message of at most 160 characters, an e-mail for your own list, and a post of at most 300 characters.

    \b
    plans announce kinbrae-example
    """
    from generator.authoring.folder import read_source
    from generator.outputs.announce import announcements
    from generator.site.build import published_view, why_unpublished

    name = plan_file(folder, plan).parent.name
    today = today_for(folder, day)
    source = read_source(folder, with_working=False, today=today)
    if today is None or source.settings is None or has_errors(source.problems):
        echo_lines(source.problems)
        leave()
    view = published_view(source, name, today)
    if view is None:
        raise click.ClickException(why_unpublished(source, name, today))
    made = announcements(view, source.settings)
    if not source.settings.site_url:
        click.echo("mkdocs.yml has no site_url, so no address stands in these texts.\n")
    _echo_texts(made)


def _echo_texts(made: "Announcements") -> None:
    for heading, text in (
        ("Text message", made.message),
        ("E-mail", f"Subject: {made.subject}\n\n{made.letter}"),
        ("Post", made.post),
    ):
        click.echo(f"{heading}\n{'-' * len(heading)}")
        # What stands in a plan must not steer the terminal; its lines stay.
        click.echo(without_unsafe_characters(text).rstrip("\n"))
        click.echo()
