"""What a published site says of itself: its build.json, its home page, and the lock of each plan's editions.

The site is a folder, or an address from which its files are fetched.
"""

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator import __version__
from generator.editions.lock import LOCK_FILE, read_lock
from generator.pages.addresses import HOME, edition_file, editions_file

BUILD_FILE = "build.json"  # assemble writes it: a folder with one of ours is a site that we made
BUILD_KEYS = frozenset({"assets", "keys", "program"})
HUB = "hub"  # what build.json calls the pages that belong to no plan
DRAFT_MARK = b'<meta name="robots" content="noindex">'  # on the home page of a draft, and of no other site
MOST_BYTES = 20_000_000
# Seconds: without a sign from the server, and for one file in all.
QUIET, LONGEST = 15, 60
GONE, HIDDEN = (404, 410), (401, 403)

# Gives the file at a path within a site, or None where there is none. Raises PublishedError.
SiteFiles = Callable[[str], bytes | None]


class PublishedError(Exception):
    """Why a published site, or a file of it, cannot be read, in words."""


class HiddenError(PublishedError):
    """The server does not hand the file out to whoever asks here."""


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


def is_address(place: str) -> bool:
    """Whether `place` is the address of a site, and no folder."""
    return place.lower().startswith(("http://", "https://"))


def site_files(place: str | Path) -> SiteFiles:
    """What gives the files of the site at `place`, a folder or an address."""
    if isinstance(place, str) and is_address(place):
        address = place.rstrip("/")
        return lambda path: fetch(f"{address}/{quote(path)}")
    return lambda path: _read(Path(place) / path)


def read_published(place: str | Path, plans: Iterable[str] = ()) -> PublishedSite:
    """The site at `place`, a folder or an address. Raises PublishedError.

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


def frozen_file(site: PublishedSite, plan: str, name: str) -> bytes | None:
    """The edition that a lock calls `name`, byte for byte, as the site shows it; None where it cannot be had."""
    try:
        return site_files(site.place)(edition_file(plan, name.removesuffix(".json"), "plan.json"))
    except PublishedError:
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


def fetch(address: str) -> bytes | None:
    """The file at `address`; None where the server says that there is none.

    Raises PublishedError: for a server that cannot be reached, that answers anything else, that takes more than a
    minute, and for a file of more than 20 MB.
    """
    if not _is_whole(address):
        raise PublishedError(f"{address} is no address of a site: it starts with https:// or http:// and a name")
    done: list[bytes | None] = []
    wrong: list[Exception] = []

    def work() -> None:
        try:
            done.append(_fetched(address))
        except Exception as error:
            wrong.append(error)

    # A server that sends a byte now and then is never quiet for long: only this limits what it takes in all.
    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(LONGEST)
    if wrong:
        raise wrong[0]
    if not done:
        raise PublishedError(f"{address} took longer than {LONGEST} seconds; try again later")
    return done[0]


def _is_whole(address: str) -> bool:
    """Whether `address` names a server."""
    try:
        return is_address(address) and bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _fetched(address: str) -> bytes | None:
    request = Request(address, headers={"User-Agent": f"plans/{__version__}", "Cache-Control": "no-cache"})
    try:
        with build_opener(_Redirects).open(request, timeout=QUIET) as answer:
            data: bytes = answer.read(MOST_BYTES + 1)
    except HTTPError as error:
        if error.code in GONE:
            return None
        kind = HiddenError if error.code in HIDDEN else PublishedError
        raise kind(f"{address} answers {error.code} ({error.reason})") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = str(getattr(error, "reason", "") or error) or type(error).__name__
        raise PublishedError(f"{address} cannot be fetched: {reason.lower()}") from error
    if len(data) > MOST_BYTES:
        raise PublishedError(f"{address} is larger than {MOST_BYTES:,} bytes, and no file of a site is")
    return data


class _Redirects(HTTPRedirectHandler):
    """Follows a server to another address on the web, and never from https to http."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        schemes = ("https",) if req.type == "https" else ("https", "http")
        if urlsplit(newurl).scheme not in schemes:
            raise HTTPError(req.full_url, code, f"it leads to {newurl}, which is not followed", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise PublishedError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error


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
    except PublishedError:
        return {}


def holds_editions(folder: Path) -> bool:
    """Whether the folder holds the lock of a plan, as a published site does."""
    return bool(_folders_with_locks(folder))


def _folders_with_locks(folder: Path) -> set[str]:
    return {path.relative_to(folder).parts[0] for path in folder.glob(editions_file("*", LOCK_FILE))}
