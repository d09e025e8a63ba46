"""What is built apart from the rest: one unit for each plan, and one for the pages of the site itself.

A unit's fields are all that its pages are made of, beside the theme and the program; so its key can say whether they
must be made again. Units are built in processes of their own.
"""

import os
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

from generator import __version__
from generator.editions import Edition, Shelf
from generator.engine import Engine
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.frame import BuiltUnit, StagedPage
from generator.pages import Page, PlanView, home_page, not_found_page, plan_pages
from generator.pages.content import ContentPage
from generator.pages.old_edition import edition_pages
from generator.pages.parts import Link
from generator.pages.shell import Shell, edition_shell, plan_shell, site_shell
from generator.pages.view import NO_HISTORY
from generator.public import PublicPlan
from generator.render import TEMPLATES, stage
from generator.settings import Settings
from generator.text import sha256_hex
from generator.theme import Theme
from generator.wording import LOCALES, Words

HUB = "hub"


@dataclass(frozen=True)
class Site:
    """What every unit of a site shares: its settings, its hand-written pages' links, and whether it is a draft."""

    settings: Settings
    content: tuple[Link, ...]
    is_draft: bool = False

    @property
    def words(self) -> Words:
        return Words(self.settings.extra.language)

    @property
    def shell(self) -> Shell:
        return site_shell(self.settings, self.words, self.content, is_draft=self.is_draft)


@dataclass(frozen=True)
class PlanUnit:
    """All pages of one plan, as at a day. `others` are the plans of the site that it names: its pages speak of them.

    `edition` is the one that is shown, none where the working text is; `history` holds all up to it.
    """

    site: Site
    plan: PublicPlan
    as_at: date | None
    others: tuple[PublicPlan, ...] = ()
    edition: Edition | None = None
    history: Shelf = NO_HISTORY

    @property
    def name(self) -> str:
        return self.plan.id

    @property
    def view(self) -> PlanView:
        others = {other.id: other for other in self.others}
        return PlanView(self.plan, self.site.words, self.as_at, others, edition=self.edition, history=self.history)

    def stage(self) -> tuple[StagedPage, ...]:
        view, listed = self.view, self.site.settings.extra.examples == "public"
        shell = plan_shell(self.site.shell, view, examples_are_listed=listed)
        current = (stage(page, shell) for page in plan_pages(view))
        editions = (_stage_edition(view, shell, edition) for edition in self.history.editions)
        return (*current, *(page for pages in editions for page in pages))


def _stage_edition(view: PlanView, shell: Shell, edition: Edition) -> tuple[StagedPage, ...]:
    """The pages of one edition, each with a way to the current text."""
    pages = edition_pages(view, edition)
    return tuple(stage(found.page, edition_shell(shell, view, edition, found.now)) for found in pages)


@dataclass(frozen=True)
class HubUnit:
    """The home page, the hand-written pages, and the page for lost readers where the site's address is known."""

    site: Site
    plans: tuple[PlanUnit, ...]
    content: tuple[ContentPage, ...]
    name: str = HUB

    def stage(self) -> tuple[StagedPage, ...]:
        settings, words = self.site.settings, self.site.words
        views = tuple(unit.view for unit in self.plans)
        pages: list[Page] = [home_page(words, settings.site_name, views), *self.content]
        if settings.site_url:
            pages.append(not_found_page(words, settings.site_url))
        return tuple(stage(page, self.site.shell) for page in pages)


Unit = PlanUnit | HubUnit


# What turns a page model into HTML, beside our own code: another version may write other bytes.
LIBRARIES = ("babel", "jinja2", "markdown", "markdown-it-py", "markupsafe", "mkdocs", "nh3")


@cache
def program_key() -> str:
    """A hash of the program: its version, its templates and translations, and the libraries that write pages."""
    files = {str(path.relative_to(TEMPLATES.parent)): path.read_bytes() for path in _program_files()}
    facts = [f"{name} {sha256_hex(data)}" for name, data in files.items()]
    facts += [f"{name} {version(name)}" for name in LIBRARIES]
    return sha256_hex("\n".join([__version__, *facts]).encode())


def _program_files() -> list[Path]:
    return sorted(path for folder in (TEMPLATES, LOCALES) for path in folder.rglob("*") if path.is_file())


def unit_key(unit: Unit, theme: Theme) -> str:
    """A hash of all that the unit's pages are made of. It holds the day that they speak of, and never today."""
    return sha256_hex(f"{program_key()}\n{theme.key}\n{unit!r}".encode())


def build_unit(unit: Unit, theme: Theme, folder: Path, engine: Engine) -> BuiltUnit:
    """The unit's pages, written below `folder`."""
    staged = unit.stage()
    home = folder / unit.name
    for address, data in engine.render_unit(staged, theme).items():
        place = home / address / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    listed = tuple(page.address for page in staged if not page.frame.robots)
    return BuiltUnit(unit.name, home, tuple(page.address for page in staged), listed)


def build_units(units: Sequence[Unit], theme: Theme, folder: Path, jobs: int) -> tuple[BuiltUnit, ...]:
    """Every unit's pages, written below `folder`, `jobs` units at a time."""
    engine = MkDocsEngine()
    if jobs == 1 or len(units) == 1:
        return tuple(build_unit(unit, theme, folder, engine) for unit in units)
    # "spawn" starts clean processes: a fork would copy whatever threads of this one hold.
    with ProcessPoolExecutor(min(jobs, len(units)), get_context("spawn"), _watch_parent) as pool:
        waiting = [pool.submit(build_unit, unit, theme, folder, engine) for unit in units]
        return tuple(result.result() for result in waiting)


def _watch_parent() -> None:
    """Let this process end with the one that started it. Seen: when a build is killed, its workers wait for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
