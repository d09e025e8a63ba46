"""The options that several commands share."""

from pathlib import Path

import click

from generator.cli.days import DAY

today_option = click.option(
    "--today",
    "day",
    type=DAY,
    metavar="DATE",
    # Read first, so that "today" means this day in every other option.
    is_eager=True,
    help="The day to take for today, as 31/01/2027. Without it: SOURCE_DATE_EPOCH, or the clock.",
)
before_option = click.option(
    "--before",
    default="",
    metavar="PLACE",
    help="A published site of which nothing may be lost: its folder or address, or 'live' for that at site_url.",
)
private_option = click.option(
    "--private",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where private files are, if not beside the plans: DIR/<plan>/private.yaml.",
)
yes_option = click.option("--yes", is_flag=True, help="Do not ask.")
