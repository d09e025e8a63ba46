"""`plans build`: the site of what is published, or nothing."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.ahead import next_change_words
from generator.cli.days import problems_of_clock, today_for
from generator.cli.options import before_option, today_option
from generator.cli.speech import counted, echo_lines, failures_in_words, leave, os_error_words, status_line, summary
from generator.errors import has_errors, in_file_order

if TYPE_CHECKING:
    from generator.site.build import Source

NOT_BUILT = "Nothing was built. The site that is there stays as it is."
EMPTY = (
    "Nothing was built. To look at the working text: plans serve, or plans build --working. For a site of the pages of "
    "content/ alone: plans build --without-plans. If there were editions, get them back: plans recover."
)


@click.command()
@today_option
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site goes. Without it: site/ beside mkdocs.yml.",
)
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="How many plans to build at once. Default: every CPU."
)
@click.option("--not-atomic", is_flag=True, help="Where folders cannot be exchanged: the site is gone for a moment.")
@click.option("--without-plans", is_flag=True, help="Build the pages of content/ alone, where no plan is published.")
@click.option("--working", is_flag=True, help="Show the working text, as a draft, and not the editions.")
@before_option
@click.option(
    "--earlier",
    is_flag=True,
    help="Replace a site that was built for a later day by a wrong clock. All its editions must still be here.",
)
@click.option(
    "--keep-markdown",
    "markdown",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Also leave the Markdown of which the pages are made in a new folder, to be read.",
)
@click.pass_obj
def build(
    folder: Path,
    day: date | None,
    site: Path | None,
    jobs: int | None,
    not_atomic: bool,
    without_plans: bool,
    working: bool,
    before: str,
    earlier: bool,
    markdown: Path | None,
) -> None:
    """Build the site of what is published. The new one takes the old one's place at once, or not at all if anything
    fails.

    The site that is replaced must not have published anything that is gone here; nor must one that --before names.

    \b
    plans build
    plans build --site /var/www/plans --today 2027-01-31
    plans build --site public --before live
    """
    from generator.authoring.folder import read_source
    from generator.outputs.forecast import next_change
    from generator.site.build import build_site, unpublished
    from generator.site.lost import lost_editions
    from generator.site.replacement import Replacing
    from generator.site.search import SearchError
    from generator.site.site_changes import file_hashes
    from generator.site.switch import SwitchError
    from generator.site.units import WorkerError

    today, target = today_for(folder, day), site or folder / "site"
    if markdown and markdown.resolve().is_relative_to(target.resolve()):
        raise click.UsageError(f"{markdown} lies in the site, and would be published: name a folder outside it.")
    if markdown:
        _make_folder(markdown)
    source = read_source(folder, with_working=working, today=today)
    lost = () if working else tuple(lost_editions(folder, source.settings, target))
    ahead = () if working else problems_of_clock(source, today, day)
    found = in_file_order((*source.problems, *lost, *ahead))
    echo_lines(found)
    if today is None or has_errors(found):
        click.echo(summary(found, len(source.shelves)))
        click.echo(NOT_BUILT)
        leave()
    if not (working or without_plans or any(shelf.until(today).entries for shelf in source.shelves.values())):
        echo_lines(unpublished(source, today))
        click.echo(f"No plan has an edition on or before {today.day} {today:%B %Y}, so there is nothing to publish.")
        click.echo(EMPTY)
        leave()
    workers = jobs or os.cpu_count() or 1
    said = f"Building {counted(len(source.shelves), 'plan', 'plans')}…"
    asked = Replacing(before, is_day_stated=day is not None, goes_back=earlier)
    files_before = file_hashes(target)
    failures = failures_in_words(SearchError, SwitchError, WorkerError, refused=f"{{}}. {NOT_BUILT}")
    with status_line(said), failures:
        built = build_site(source, today, target, jobs=workers, atomic=not not_atomic, is_draft=working, asked=asked)
    echo_lines(built.remarks)
    pages, plans = counted(built.pages, "page", "pages"), counted(built.plans, "plan", "plans")
    if not working:
        _leave_changes(folder, target, files_before, today)
    click.echo(f"Built {pages} of {plans} in {built.site}, for {today.day} {today:%B %Y}.")
    if markdown:
        _leave_markdown(source, today, markdown, is_draft=working)
    if not working:
        click.echo(next_change_words(next_change(source.shelves, today)))


def _make_folder(folder: Path) -> None:
    """Make the new folder for the Markdown, before anything is built."""
    if folder.is_symlink() or (folder.exists() and any(folder.iterdir())):
        raise click.UsageError(f"{folder} is not empty: name a new folder for the Markdown.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"{os_error_words(error)}: name a new folder for the Markdown.") from error


def _leave_markdown(source: "Source", today: date, folder: Path, *, is_draft: bool) -> None:
    """Write the Markdown of each page to `folder`, at the page's own address."""
    from generator.site.build import staged_pages

    with failures_in_words(refused="{}. The site was built; its Markdown is not whole."):
        for page in staged_pages(source, today, is_draft=is_draft):
            file = folder / page.address / "index.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page.markdown, "utf-8")
    click.echo(f"The Markdown of the pages: {folder}")


def _leave_changes(folder: Path, site: Path, before: Mapping[str, str], today: date) -> None:
    """Write beside mkdocs.yml, where no reader sees it, what the build changed in the site."""
    from generator.site.site_changes import CHANGES_FILE, changes_text, file_hashes

    path = folder / CHANGES_FILE
    try:
        path.write_text(changes_text(before, file_hashes(site), site, today), "utf-8")
    except OSError as error:
        click.echo(f"{path} could not be written: {error.strerror}")
    else:
        click.echo(f"What changed in the site: {path}")
