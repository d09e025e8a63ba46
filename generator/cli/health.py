"""`plans health`: whether the site that the public reads is as it should be, for a person or a scheduler."""

from datetime import date
from pathlib import Path

import click

from generator.cli.options import today_option
from generator.cli.shelves import published_source
from generator.cli.speech import echo_lines, leave


@click.command()
@click.argument("place", default="live")
@today_option
@click.pass_obj
def health(folder: Path, place: str, day: date | None) -> None:
    """Look at the live site: has it the newest editions, does it go on from all before, is it of the right day.

    PLACE is its address or a folder; without it, the address that mkdocs.yml names as site_url. Each line starts with
    "right" or "wrong"; where one is wrong the command ends with 1, so that a scheduler can tell somebody.

    \b
    plans health
    plans health https://plans.example.org/
    """
    from generator.site.fetch import FetchError
    from generator.site.health import signs
    from generator.site.replacement import live_site

    source, settings, today = published_source(folder, day)
    try:
        live = live_site(settings, source.shelves, place)
    except FetchError as error:
        click.echo(f"wrong: {error}.")
        leave()
    found = signs(settings, source.shelves, today, live)
    click.echo(f"{live.place}, on {today.day} {today:%B %Y}:")
    echo_lines(f"{'right' if sign.is_well else 'wrong'}: {sign.words}" for sign in found)
    if not all(sign.is_well for sign in found):
        leave()
