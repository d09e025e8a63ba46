"""`plans serve`: a draft, or the built site, on this computer."""

import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.days import today_in_words
from generator.cli.speech import counted, echo_lines, failures_in_words, summary
from generator.errors import PlanError

if TYPE_CHECKING:
    from generator.site.build import Source
    from generator.site.serve import Draft, SiteServer


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Without it: the first free one from 8000.")
@click.option("--built", is_flag=True, help="Show the built site as it is, not a draft.")
@click.pass_obj
def serve(folder: Path, port: int | None, built: bool) -> None:
    """Show a draft of the site on this computer. It is built again each time you save a file; Ctrl+C ends it.

    Every page says that it is a draft. A mistake in a file is shown on the page, until it is mended. Nobody else
    can see it. With --built, the site that `plans build` made.

    \b
    plans serve
    plans serve --built --port 8080
    """
    from generator.council.settings import FILE, read_settings
    from generator.site.serve import PortTakenError, open_server

    site = folder / "site"
    if not (folder / FILE).exists():
        raise PlanError(read_settings(folder)[1])
    if built and not (site / "index.html").is_file():
        raise click.ClickException(f"{site} holds no site; run 'plans build' first")
    with failures_in_words(PortTakenError):
        server = open_server(port)
    server.start()
    try:
        if built:
            _serve_built(server, site)
        else:
            _serve_draft(server, folder)
    finally:
        server.stop()


def _serve_built(server: "SiteServer", site: Path) -> NoReturn:
    import threading

    server.site = site
    click.echo(f"{site} is shown at {server.address} (Ctrl+C ends this)")
    waiting = threading.Event()
    while True:
        waiting.wait(1.0)


def _serve_draft(server: "SiteServer", folder: Path) -> NoReturn:
    from generator.authoring.folder import read_source
    from generator.site.serve import Preview

    with tempfile.TemporaryDirectory(prefix="plans-") as work:
        preview = Preview(folder, Path(work), server, read_source, _today)
        echo_draft(preview.build())
        click.echo(f"The draft is shown at {server.address} (Ctrl+C ends this)")
        while True:
            echo_draft(preview.next_build())


def _today(source: "Source") -> date:
    assert source.settings is not None, "a source without errors has settings"
    return today_in_words(source.settings.zone)


def echo_draft(draft: "Draft") -> None:
    """Say what came of one build of the draft."""
    echo_lines([*draft.problems, *([draft.fault] if draft.fault else [])])
    if draft.built:
        click.echo(f"{datetime.now():%H:%M:%S} Built {counted(draft.built.pages, 'page', 'pages')}.")
    else:
        click.echo(
            f"{datetime.now():%H:%M:%S} {summary(draft.problems, len(draft.source.plans))} The last good draft stays."
        )
