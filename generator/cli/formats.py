"""`plans formats`: a plan in other forms than pages."""

import os
from datetime import date
from pathlib import Path

import click

from generator.cli.days import EDITION
from generator.cli.options import today_option
from generator.cli.shelves import published_plan
from generator.cli.speech import echo_lines, failures_in_words


@click.command()
@click.argument("plan")
@click.option("--only", type=click.Choice(["text"]), default="text", help="The format to make. Without it: text.")
@click.option("--edition", "name", type=EDITION, metavar="NAME", help="As 2026-01-31. Without it: the newest.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="DIR", help="Where to.")
@today_option
@click.pass_obj
def formats(folder: Path, plan: str, only: str, name: str | None, out: Path, day: date | None) -> None:
    """Write PLAN as it is published in another form: as plain text, for a braille display or for mail.

    \b
    plans formats kinbrae-example --only text
    plans formats kinbrae-example --edition 2026-01-31 --out to-send
    """
    from generator.formats.text import page_text
    from generator.pages import whole_plan
    from generator.words.view import edition_view

    view, _ = published_plan(folder, plan, day)
    if name is not None:
        found = {edition.name: edition for edition in view.history.editions}
        if name not in found and any(entry.name == name for entry in view.history.entries):
            raise click.UsageError(f"The edition {name} was withdrawn; there are: {', '.join(found)}.")
        if name not in found:
            raise click.UsageError(f"There is no edition {name}; there are: {', '.join(found)}.")
        view = edition_view(found[name], view.words)
    assert view.edition is not None, "a published view shows an edition"
    page = whole_plan(view)
    if page is None:
        raise click.ClickException("This plan has no outcomes and no findings yet, so there is nothing to write.")
    file = out / f"{view.plan.id}-{view.edition.name}.txt"
    with failures_in_words():
        out.mkdir(parents=True, exist_ok=True)
        # Put in the place of what is there, and not written through it: that may be a link to another file.
        made = out / f".{file.name}.{os.getpid()}"
        made.write_text(page_text(page), "utf-8")
        os.replace(made, file)
    echo_lines([f"Wrote {file}: the plan as published on {view.edition.name}, as plain text."])
