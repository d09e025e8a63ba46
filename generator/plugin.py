"""The plug-in by which `mkdocs build` and `mkdocs serve`, typed by hand in a council's folder, give our pages."""

import logging
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.build import Source, complete, read_source, site_units
from generator.clock import EpochError, today_in
from generator.engine.mkdocs_engine import SitePlugin
from generator.errors import PlanError
from generator.frame import BuiltUnit, StagedPage
from generator.serve import watched_places
from generator.theme import Theme, read_theme
from generator.units import HUB, Unit, write_files

LOG = logging.getLogger("mkdocs.plugins.plans")


class PlansPlugin(SitePlugin):  # type: ignore[no-untyped-call]
    """Stages the pages of `plans build`, and adds what a site has besides pages."""

    source: Source
    units: tuple[Unit, ...]
    today: date
    files: dict[str, bytes]

    def stage(self, config_file: Path) -> tuple[Sequence[StagedPage], Theme]:
        self.source = read_source(config_file.parent, with_working=False)
        settings = self.source.settings
        if settings is None:
            raise PlanError(self.source.problems)
        try:
            self.today = today_in(settings.zone)
        except EpochError as error:
            raise click.UsageError(f"{error}.") from error
        self.units = site_units(self.source, self.today)
        for problem in self.source.problems:
            LOG.warning("%s", problem)
        self.theme = read_theme(brand=self.source.brand)
        made = [unit.make() for unit in self.units]
        self.files = {path: data for one in made for path, data in one.files.items()}
        return [page for one in made for page in one.pages], self.theme

    def finish(self, config_file: Path, site_dir: Path) -> None:
        listed = tuple(page.address for page in self.pages if not page.frame.robots)
        entries = tuple(page.entry for page in self.pages if page.entry)
        # MkDocs has written the pages already.
        write_files(self.files, site_dir)
        built = BuiltUnit(HUB, site_dir, (), listed, entries=entries)
        complete(self.source, self.units, (built,), self.theme, self.today, site_dir)

    def watched(self, config_file: Path) -> Sequence[Path]:
        return [place for place in watched_places(config_file.parent) if place.is_dir()]
