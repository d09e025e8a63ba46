"""What a published site says of itself: its build.json, its home page, and the lock of each plan's editions.

The site is a folder, or an address from which its files are fetched.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import quote

from generator.document.addresses import HOME, edition_file, editions_file
from generator.editions.lock import LOCK_FILE, read_lock
from generator.plan.files import read_file
from generator.site.fetch import FetchError, HiddenError, fetch, is_address

BUILD_FILE = "build.json"  # assemble writes it: a folder with one of ours is a site that we made
BUILD_KEYS = frozenset({"assets", "keys", "program"})
HUB = "hub"  # what build.json calls the pages that belong to no plan
DRAFT_MARK = b'<meta name="robots" content="noindex">'  # on the home page of a draft, and of no other site
MOST_BYTES = 20_000_000
# What may follow the address of a page when it is copied, and is no part of the address of a site.
BESIDE_ADDRESS = re.compile(r"[?#].*")

# Gives the file at a path within a site, or None where there is none. Raises FetchError.
SiteFiles = Callable[[str], bytes | None]


@dataclass(frozen=True)
class PublishedSite:
    """A site as it was published. `place` is its folder or its address, as the user named it.

    `build` is what its build.json says, empty where there is none. `home` is its home page. `locks` leads from the
    first part of each plan's addresses to the lock of its editions.
    """

    place: str
    build: Mapping[str, object]
    home: bytes = field(default=b"", repr=False)
    locks: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def is_draft(self) -> bool:
        """Whether it shows working text. Only a site that `why_untrustworthy` finds no fault with tells the truth."""
        return self.build.get("draft") is True

    @property
    def built_on(self) -> date | None:
        """The day for which it was built; None where it does not say."""
        try:
            return date.fromisoformat(str(self.build.get("built_on")))
        except ValueError:
            return None

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans that its build.json names, those that were withdrawn whole among them."""
        keys = self.build.get("keys")
        names = keys if isinstance(keys, dict) else {}
        return tuple(sorted({str(name).partition(".")[0] for name in names} - {HUB}))


def address_of_site(text: str) -> str:
    """The address that everything on a site starts with, of one that somebody copied."""
    return BESIDE_ADDRESS.sub("", text).rstrip("/")


def site_files(place: str | Path) -> SiteFiles:
    """What gives the files of the site at `place`, a folder or an address."""
    if isinstance(place, str) and is_address(place):
        address = address_of_site(place)
        return lambda path: fetch(f"{address}/{quote(path)}", MOST_BYTES)
    return lambda path: _read(Path(place) / path)


def read_published(place: str | Path, plans: Iterable[str] = ()) -> PublishedSite:
    """The site at `place`, a folder or an address. Raises FetchError.

    A folder shows which plans it has. At an address those are looked for that its build.json names, and `plans`, for a
    server may keep its build.json to itself.
    """
    files = site_files(place)
    try:
        build = _build_facts(files(BUILD_FILE))
    except HiddenError:
        build = {}
    is_folder = not is_address(str(place))
    home = files("index.html" if is_folder else HOME) or b""
    site = PublishedSite(str(place), build, home)
    found = _folders_with_locks(Path(place)) if is_folder else plans
    locks = ((name, files(editions_file(name, LOCK_FILE))) for name in sorted({*site.plans, *found}))
    return PublishedSite(str(place), build, home, {name: data for name, data in locks if data is not None})


def frozen_path(plan: str, name: str) -> str:
    """Where a site has the edition that a lock calls `name`, byte for byte."""
    return edition_file(plan, name.removesuffix(".json"), "plan.json")


def frozen_file(site: PublishedSite, plan: str, name: str) -> bytes | None:
    """The edition that a lock calls `name`, byte for byte, as the site shows it; None where it cannot be had."""
    try:
        return site_files(site.place)(frozen_path(plan, name))
    except FetchError:
        return None


def why_untrustworthy(site: PublishedSite) -> str:
    """Why the site's build.json and what the site holds do not belong together; "" where they do.

    What it says decides whether its editions are looked at, so it must not be enough to change that one file.
    """
    if not site.build.keys() >= BUILD_KEYS:
        return f"it has no {BUILD_FILE} of this program"
    if not isinstance(site.build.get("draft"), bool) or site.built_on is None:
        return f"its {BUILD_FILE} does not say for which day it was built, or whether it is a draft"
    if site.is_draft != (DRAFT_MARK in site.home):
        said, shown = ("a draft", "none") if site.is_draft else ("no draft", "one")
        return f"its {BUILD_FILE} says that it is {said}, and its home page shows that it is {shown}"
    if site.is_draft:
        held = min(site.locks, default="")
        return (
            f"its {BUILD_FILE} says that it is a draft, and it holds the published editions of {held}" if held else ""
        )
    if lost := min({*site.plans} - site.locks.keys(), default=""):
        return f"its {BUILD_FILE} names the plan {lost}, and {editions_file(lost, LOCK_FILE)} is not there"
    return next(filter(None, (_why_other_lock(site, name) for name in site.locks)), "")


def _why_other_lock(site: PublishedSite, name: str) -> str:
    """Why the lock of the plan `name` is not the one that the site was built with; "" where it is."""
    file, lock = editions_file(name, LOCK_FILE), read_lock(site.locks[name])
    if name not in site.plans:
        return f"it holds {file}, and its {BUILD_FILE} does not name that plan"
    if lock.broken:
        return f"line {lock.broken.place} of {file} fails: {lock.broken.why}"
    heads = site.build.get("locks")  # sites that were built before this was written have none
    is_another = isinstance(heads, dict) and heads.get(name) != lock.head
    return f"{file} is not the one that the site was built with" if is_another or not lock.lines else ""


def _read(path: Path) -> bytes | None:
    try:
        return read_file(path) if path.is_file() else None
    except OSError as error:
        raise FetchError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error


def _build_facts(data: bytes | None) -> Mapping[str, object]:
    """What a build.json says; nothing where it cannot be read."""
    try:
        build = json.loads(data or b"")
    except (ValueError, RecursionError):
        return {}
    return build if isinstance(build, dict) else {}


def read_build(folder: Path) -> Mapping[str, object]:
    """What the build.json in `folder` says; nothing where it cannot be read."""
    try:
        return _build_facts(_read(folder / BUILD_FILE))
    except FetchError:
        return {}


def holds_editions(folder: Path) -> bool:
    """Whether the folder holds the lock of a plan, as a published site does."""
    return bool(_folders_with_locks(folder))


def _folders_with_locks(folder: Path) -> set[str]:
    return {path.relative_to(folder).parts[0] for path in folder.glob(editions_file("*", LOCK_FILE))}
