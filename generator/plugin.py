"""The plug-in by which `mkdocs build` and `mkdocs serve`, typed by hand in a council's folder, give our pages."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.authoring.folder import read_source
from generator.cli.days import today_in_words
from generator.council.theme import Theme, read_theme
from generator.document.frame import BuiltUnit, StagedPage
from generator.engine.mkdocs_engine import SitePlugin
from generator.errors import PlanError
from generator.site.assemble import write_files
from generator.site.build import Source, complete, site_units
from generator.site.published import HUB
from generator.site.replacement import Replacing, check_replacement
from generator.site.search import SearchError
from generator.site.serve import watched_places
from generator.site.switch import ExchangeError, SwitchError, new_folder, switch
from generator.site.units import Unit

LOG = logging.getLogger("mkdocs.plugins.plans")
SERVE = "serve"


class PlansPlugin(SitePlugin):  # type: ignore[no-untyped-call]
    """Stages the pages of `plans build`, and adds what a site has besides pages.

    MkDocs would empty the site's folder and then fill it. So it is given a new folder, and the finished site takes the
    old one's place as with `plans build`, once the same guards have found that nothing published is lost.
    """

    source: Source
    units: tuple[Unit, ...]
    today: date
    files: dict[str, bytes]
    site: Path | None = None

    def __init__(self) -> None:
        self.made = ExitStack()
        self.is_shown_only = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        # `mkdocs serve` builds into a folder of its own, which goes when it ends: nothing is replaced.
        self.is_shown_only = command == SERVE

    def on_shutdown(self) -> None:
        self.made.close()

    def stage(self, config_file: Path) -> tuple[Sequence[StagedPage], Theme]:
        self.source = read_source(config_file.parent, with_working=False)
        if self.source.settings is None:
            raise PlanError(self.source.problems)
        self.today = today_in_words(self.source.settings.zone)
        self.units = site_units(self.source, self.today)
        for problem in self.source.problems:
            LOG.warning("%s", problem)
        self.theme = read_theme(brand=self.source.brand)
        made = [unit.make() for unit in self.units]
        self.files = {path: data for one in made for path, data in one.files.items()}
        return [page for one in made for page in one.pages], self.theme

    def begin(self, site_dir: Path) -> Path:
        if self.is_shown_only:
            return site_dir
        assert self.source.settings is not None, "units are made of settings"
        with _failures_in_words():
            folder = self.made.enter_context(new_folder(site_dir))
            asked = Replacing(is_day_stated=False)
            check_replacement(self.source.settings, self.source.shelves, self.today, site_dir, asked)
        self.site = site_dir
        return folder / "site"

    def finish(self, config_file: Path, site_dir: Path) -> Path:
        listed = tuple(page.address for page in self.pages if not page.frame.robots)
        entries = tuple(page.entry for page in self.pages if page.entry)
        # MkDocs has written the pages already.
        write_files(self.files, site_dir)
        built = BuiltUnit(HUB, site_dir, (), listed, entries=entries)
        with _failures_in_words():
            complete(self.source, self.units, (built,), self.theme, self.today, site_dir)
            if self.site is None:
                return site_dir
            _put(site_dir, self.site)
        return self.site

    def on_serve(self, server: Any, /, *, config: Any, builder: Any) -> Any:
        """Show changes of whatever the pages are made of at once."""
        for place in watched_places(Path(config.config_file_path).parent):
            if place.is_dir():
                server.watch(str(place))
        return server


def _put(new: Path, site: Path) -> None:
    """Let the folder `new` take the place of `site`, at once where this computer can."""
    try:
        switch(new, site)
    except ExchangeError:
        switch(new, site, atomic=False)  # MkDocs itself would have emptied the site and filled it


@contextmanager
def _failures_in_words() -> Iterator[None]:
    """Ends `mkdocs build` in one line where the old site cannot be replaced, or the new one cannot be searched."""
    try:
        yield
    except (SearchError, SwitchError) as error:
        raise click.ClickException(str(error)) from error
