"""What is built apart from the rest: one unit for each plan as it is now, one for each year of its editions,
and one for the pages of the site itself. So a long history is built beside the plan.

A unit's fields are all that its pages are made of, beside the theme and the program; so its key can say whether they
must be made again. Units are built in processes of their own.
"""

import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.metadata import version
from itertools import groupby
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Any, Self

from generator import __version__
from generator.council.settings import Settings
from generator.council.theme import Theme
from generator.document.addresses import editions_file
from generator.document.blocks import Link
from generator.document.frame import BuiltUnit, FrameImage, SearchEntry, StagedPage
from generator.document.refs import Whereabouts
from generator.editions import Edition, Shelf
from generator.editions.lock import LOCK_FILE
from generator.engine import Engine
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.outputs.data import data_files
from generator.outputs.feeds import calendar_files, feed_files, site_feeds
from generator.pages import (
    Offer,
    Page,
    PlanView,
    data_page,
    edition_pages,
    home_page,
    not_found_page,
    plan_pages,
    search_page,
)
from generator.pages.content import ContentPage
from generator.pages.search import search_entries
from generator.pages.shell import (
    Shell,
    alternate_links,
    edition_shell,
    leading_on,
    plan_shell,
    site_alternates,
    site_shell,
)
from generator.pages.withdrawn import tombstones, withdrawn_plan
from generator.plan.model import PublicPlan
from generator.render.markdown import stage
from generator.site.assemble import write_files
from generator.site.published import HUB
from generator.text import sha256_hex
from generator.wording import Words
from generator.words.view import NO_HISTORY, edition_view
from generator.words.whereabouts import whereabouts


@dataclass(frozen=True)
class Site:
    """What every unit of a site shares: its settings, its hand-written pages' links, and whether it is a draft."""

    settings: Settings
    content: tuple[Link, ...]
    is_draft: bool = False
    crest: FrameImage | None = None

    @property
    def words(self) -> Words:
        return Words(self.settings.extra.language)

    @property
    def shell(self) -> Shell:
        return site_shell(self.settings, self.words, self.content, is_draft=self.is_draft, crest=self.crest)


@dataclass(frozen=True)
class Made:
    """What a unit is made into: its pages, ready for the engine, and its other files by their addresses."""

    pages: tuple[StagedPage, ...]
    files: Mapping[str, bytes]


class _Unit:
    """What is built apart from the rest."""

    def make(self) -> Made:
        """Its pages and files."""
        raise NotImplementedError

    def stage(self) -> tuple[StagedPage, ...]:
        """Its pages alone."""
        return self.make().pages


@dataclass(frozen=True)
class PlanUnit(_Unit):
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

    def make(self) -> Made:
        view, settings = self.view, self.site.settings
        files = _plan_files(view, settings) if self.edition else {}
        shell = plan_shell(self.site.shell, view, examples_are_listed=settings.extra.examples == "public")
        shell = replace(shell, alternates=alternate_links(view, files))
        pages = plan_pages(view)
        if files:
            pages += (data_page(view, Offer({address: len(data) for address, data in files.items()}, settings)),)
        entries = search_entries(view, pages)
        current = (stage(page, shell, entries.get(page.address)) for page in pages)
        gone = (stage(page, replace(shell, is_listed=False)) for page in tombstones(view))
        return Made((*current, *gone), files)


def _plan_files(view: PlanView, settings: Settings) -> dict[str, bytes]:
    """Every file of a published plan beside its pages."""
    told = feed_files(view, settings) | calendar_files(view, settings)
    return told | data_files(view, settings, told)


def _stage_edition(now: Whereabouts, shell: Shell, then: PlanView) -> tuple[StagedPage, ...]:
    """The pages of one edition, each with a way to the current text. No search finds them."""
    own = edition_shell(shell, now, then)
    return tuple(stage(found.page, leading_on(own, then, found.now)) for found in edition_pages(then))


@dataclass(frozen=True)
class EditionsUnit(_Unit):
    """The pages of a plan's editions of one year, each as on its day, with ways to the plan as it is now."""

    site: Site
    now: Whereabouts
    editions: tuple[Edition, ...]

    @property
    def name(self) -> str:
        # No plan can have this name: an id holds no dot.
        return f"{self.now.plan}.{self.editions[0].date.year}"

    def make(self) -> Made:
        shell, words = self.site.shell, self.site.words
        views = (edition_view(edition, words) for edition in self.editions)
        return Made(tuple(page for then in views for page in _stage_edition(self.now, shell, then)), {})


def editions_units(plan: PlanUnit) -> tuple[EditionsUnit, ...]:
    """The plan's editions in units, a year in each, the oldest first."""
    now = whereabouts(plan.view)
    years = groupby(plan.history.editions, lambda edition: edition.date.year)
    return tuple(EditionsUnit(plan.site, now, tuple(editions)) for _, editions in years)


@dataclass(frozen=True)
class HubUnit(_Unit):
    """The home page, the search, the hand-written pages, and the page for lost readers where the address is known."""

    site: Site
    plans: tuple[PlanUnit, ...]
    content: tuple[ContentPage, ...]
    name: str = HUB

    def make(self) -> Made:
        settings, words = self.site.settings, self.site.words
        views = tuple(unit.view for unit in self.plans)
        files = site_feeds(tuple(view for view in views if view.edition), settings, words)
        pages: list[Page] = [home_page(words, settings.site_name, views), search_page(words, views)]
        if settings.site_url:
            pages.append(not_found_page(words, settings.site_url))
        shell = replace(self.site.shell, alternates=site_alternates(words, files))
        staged = [stage(page, shell) for page in pages]
        staged += [stage(page, shell, SearchEntry(page.address)) for page in self.content]
        return Made(tuple(staged), files)


@dataclass(frozen=True)
class WithdrawnUnit(_Unit):
    """What is left of a plan all of whose editions were withdrawn: a page at each of its addresses, and the lock."""

    site: Site
    name: str
    history: Shelf

    def make(self) -> Made:
        # No search finds its pages.
        shell = replace(self.site.shell, plan_title=self.name, is_listed=False)
        pages = withdrawn_plan(self.site.words, self.name, self.history)
        lock = {editions_file(self.name, LOCK_FILE): self.history.lock.data}
        return Made(tuple(stage(page, shell) for page in pages), lock)


Unit = PlanUnit | EditionsUnit | WithdrawnUnit | HubUnit
# Gives a unit that nobody builds yet, and its place among all; IndexError where none is left.
NextUnit = Callable[[], tuple[int, Unit]]


PACKAGE = Path(__file__).parents[1]
# The theme has a key of its own; what `plans new` copies into a council's folder makes no page.
NO_PROGRAM = frozenset({"theme", "scaffold_files", "__pycache__"})
# What turns a page into HTML, beside our own code: another version may write other bytes.
LIBRARIES = ("babel", "jinja2", "markdown", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material", "nh3")


@cache
def program_key(package: Path = PACKAGE) -> str:
    """A hash of the program: its version, every file of it that a page may be made by, and the libraries that write
    pages. It is worked out once a process."""
    files = {path.relative_to(package).as_posix(): path.read_bytes() for path in _program_files(package)}
    facts = [f"{name} {sha256_hex(data)}" for name, data in files.items()]
    facts += [f"{name} {version(name)}" for name in LIBRARIES]
    return sha256_hex("\n".join([__version__, *facts]).encode())


def _program_files(package: Path) -> list[Path]:
    """Every module, template and translation: by which of them a page is made, only making it can tell."""
    found = ((path, path.relative_to(package).parts) for path in package.rglob("*") if path.is_file())
    return sorted(path for path, parts in found if NO_PROGRAM.isdisjoint(parts))


def unit_key(unit: Unit, theme: Theme) -> str:
    """A hash of all that the unit's pages are made of. It holds the day that they speak of, and never today."""
    return sha256_hex(f"{program_key()}\n{theme.key}\n{unit!r}".encode())


def build_unit(unit: Unit, theme: Theme, folder: Path, engine: Engine) -> BuiltUnit:
    """The unit's pages, written below `folder`."""
    made = unit.make()
    staged, home = made.pages, folder / unit.name
    write_files({f"{address}index.html": data for address, data in engine.render_unit(staged, theme).items()}, home)
    write_files(made.files, home)
    listed = tuple(page.address for page in staged if not page.frame.robots)
    entries = tuple(page.entry for page in staged if page.entry)
    addresses = tuple(page.address for page in staged)
    return BuiltUnit(unit.name, home, addresses, listed, tuple(made.files), entries)


def build_units(units: Sequence[Unit], theme: Theme, folder: Path, jobs: int) -> tuple[BuiltUnit, ...]:
    """Every unit's pages, written below `folder`, `jobs` units at a time.

    This process builds from the first unit on, and others from the last one back, until they meet: another process
    takes as long to start as a small plan to build. Raises WorkerError.
    """
    engine, others = MkDocsEngine(), min(jobs, len(units)) - 1
    if not others:
        return tuple(build_unit(unit, theme, folder, engine) for unit in units)
    waiting, built = deque(enumerate(units)), dict[int, BuiltUnit]()

    def work(next_unit: NextUnit, build: Callable[..., BuiltUnit]) -> None:
        try:
            for place, unit in _drained(next_unit):
                built[place] = build(unit, theme, folder, engine)
        except BaseException:
            waiting.clear()  # then nobody goes on
            raise

    with ThreadPoolExecutor(others) as callers, ExitStack() as workers:
        started = [workers.enter_context(_Worker()) for _ in range(others)]
        calls = [callers.submit(work, waiting.pop, worker.build) for worker in started]
        work(waiting.popleft, build_unit)
        for call in calls:
            call.result()
    return tuple(built[place] for place in range(len(units)))


def _drained(next_unit: NextUnit) -> Iterator[tuple[int, Unit]]:
    """What `next_unit` gives until nothing is left."""
    with suppress(IndexError):
        while True:
            yield next_unit()


class WorkerError(Exception):
    """A process that builds pages could not start, or ended before its time, in words for whoever runs the build."""


class _Worker:
    """Another process, which builds units until this one is done with it.

    What ends it, or keeps it from starting, closes the way to it: nobody waits for an answer that cannot come.
    """

    def __init__(self) -> None:
        # "spawn" starts clean processes: a fork would copy whatever threads of this one hold.
        context = get_context("spawn")
        try:
            self.way, theirs = context.Pipe()
            self.process = context.Process(target=_build_for, args=(theirs,), daemon=True)
            with _undisturbed():
                self.process.start()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise WorkerError(f"no further process can be started ({reason}); {ALONE}") from error
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.join()
        self.way.close()

    def build(self, *values: Any) -> BuiltUnit:
        """What `build_unit` makes of `values` there, with whatever it raises. Raises WorkerError."""
        try:
            self.way.send(values)
            made: BuiltUnit | BaseException = self.way.recv()
        except (EOFError, OSError) as error:
            self.process.join()
            raise WorkerError(f"a process that builds pages {_ending(self.process.exitcode)}; {ALONE}") from error
        if isinstance(made, BaseException):
            raise made
        return made


ALONE = "try again, or with --jobs 1. The site that is there stays as it is"


def _ending(code: int | None) -> str:
    if code is None or code >= 0:
        return f"could not go on (it ended with {code})"
    kind = signal.strsignal(-code) or "a signal"
    memory = ", as a computer does that has too little memory" if -code == getattr(signal, "SIGKILL", 9) else ""
    return f"was ended by the system ({kind.lower()}{memory})"


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What starts within this never hears of Ctrl+C: the process that started it ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Whoever starts this helper of Python's unblocks the signal afterwards, so it has to be there before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _build_for(way: Connection) -> None:
    """Build what is asked for by `way`, until nobody asks any more."""
    _watch_parent()
    with suppress(EOFError):
        while True:
            values = way.recv()
            try:
                answer: BuiltUnit | Exception = build_unit(*values)
            except Exception as error:
                error.add_note(traceback.format_exc())
                answer = error
            way.send(answer)


def _watch_parent() -> None:
    """Let this process end with the one that started it: a build that was killed must not go on writing."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
