"""`plans next-change`: on which day somebody must build the site again, though nobody edited anything."""

from datetime import date
from pathlib import Path

import click

from generator.cli.options import today_option
from generator.cli.shelves import published_source
from generator.cli.speech import echo_lines
from generator.timescale.interval import shift
from generator.wording import Words

MOST_MONTHS = 1200


@click.command("next-change")
@today_option
@click.option(
    "--months",
    type=click.IntRange(1, MOST_MONTHS),
    metavar="N",
    help="Instead of the first day alone, list each day of the next N months with what will change.",
)
@click.pass_obj
def next_change(folder: Path, day: date | None, months: int | None) -> None:
    """Say on which day the pages would next say something else, though nobody edited anything.

    A date passes, a review is overdue, a report falls due. On such a day the site must be built again.

    \b
    plans next-change
    plans next-change --months 12
    """
    from generator.outputs.forecast import changes_ahead
    from generator.outputs.forecast import next_change as day_of_next_change

    source, _, today = published_source(folder, day)
    if months is None:
        click.echo(next_change_words(day_of_next_change(source.shelves, today)))
        return
    last = shift(today, (1, "month"), months)
    found = changes_ahead(source.shelves, today, last)
    for change in found:
        echo_lines([f"{Words().day(change.day)}, {change.plan}:", *(f"  {line}" for line in change.lines)])
    if not found:
        click.echo(f"Up to {Words().day(last)} time alone changes nothing on the pages.")


def next_change_words(day: date | None) -> str:
    """When the site must be built again, in a sentence."""
    if day is None:
        return "Time alone changes nothing more on the pages."
    return f"On {Words().day(day)} the pages will say something else: build again that day, or later."
