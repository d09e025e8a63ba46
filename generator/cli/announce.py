"""`plans announce`: what can be sent to people about the newest edition."""

from datetime import date
from pathlib import Path

import click

from generator.cli.options import today_option
from generator.cli.shelves import published_plan
from generator.text import without_unsafe_characters


@click.command()
@click.argument("plan")
@today_option
@click.pass_obj
def announce(folder: Path, plan: str, day: date | None) -> None:
    """Write what can be sent to people about PLAN's newest edition. Nothing is sent.

    A text message of at most 160 characters, an e-mail for your own list, and a post of at most 300 characters.

    \b
    plans announce kinbrae-example
    """
    from generator.outputs.announce import announcements

    view, settings = published_plan(folder, plan, day)
    made = announcements(view, settings)
    if not settings.site_url:
        click.echo("mkdocs.yml has no site_url, so no address stands in these texts.\n")
    for heading, text in (
        ("Text message", made.message),
        ("E-mail", f"Subject: {made.subject}\n\n{made.letter}"),
        ("Post", made.post),
    ):
        click.echo(f"{heading}\n{'-' * len(heading)}")
        # What stands in a plan must not steer the terminal; its lines stay.
        click.echo(without_unsafe_characters(text).rstrip("\n"))
        click.echo()
