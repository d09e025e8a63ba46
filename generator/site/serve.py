"""Shows a site on this computer, to this computer alone, and sees when what it is made of changes."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import rmtree
from socket import SHUT_RDWR, socket
from time import sleep
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from generator.council.settings import FILE as SETTINGS_FILE
from generator.council.theme import PACKAGE, read_theme
from generator.errors import PlanError, Problem, has_errors
from generator.plan.reader import PRIVATE_FILE
from generator.render.markdown import TEMPLATES
from generator.site.build import Built, Source, build_site
from generator.site.headers import FILES as HEADER_FILES
from generator.site.headers import SECURITY
from generator.site.mistakes import ALONE, RELOAD, SCRIPT, STATE, mistakes_html, shown_page
from generator.site.search import SearchError
from generator.site.switch import SwitchError

HOST = "127.0.0.1"
HOST_NAMES = frozenset({HOST, "localhost"})
FIRST_PORT, TRIED_PORTS = 8000, 20
SLOWEST = 10  # seconds that a reader may be still
MOST_CONNECTIONS = 64
QUIET_SECONDS = 0.2
# The same on every computer: Python's own table asks the computer's.
TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
NO_PAGE = "There is no such page.\n"
NOTHING_YET = "There is no site to show yet. The window in which plans runs says what to mend.\n"


class PortTakenError(Exception):
    """No port of this computer is free to show the site at, in words."""


class SiteServer(ThreadingHTTPServer):
    """Serves the folder `site`, which may be exchanged for another one, or None while there is none."""

    daemon_threads = True
    request_queue_size = 128
    site: Path | None = None
    # Of a draft alone: which one it is, and the mistakes that keep it from being built anew, as HTML.
    state: str = ""
    mistakes: str = ""

    def __init__(self, *values: Any) -> None:
        self.open: dict[int, socket] = {}  # the oldest first
        self.counting = threading.Lock()
        super().__init__(*values)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own. Where too many wait already, the one that waited longest goes.

        So nobody who sends or reads slowly, or not at all, keeps others from a page.
        """
        with self.counting:
            self.open[id(request)] = request
            oldest = next(iter(self.open.values())) if len(self.open) > MOST_CONNECTIONS else None
        if oldest is not None:
            with suppress(OSError):
                oldest.shutdown(SHUT_RDWR)
            with self.counting:
                self.open.pop(id(oldest), None)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self.counting:
            self.open.pop(id(request), None)
        super().shutdown_request(request)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who goes away in the middle of a page is no error of ours."""

    def start(self) -> None:
        """Answer from now on, in a thread of its own."""
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


def open_server(port: int | None = None) -> SiteServer:
    """A server at `port`, or else at the first free one from 8000. Raises PortTakenError."""
    ports = range(FIRST_PORT, FIRST_PORT + TRIED_PORTS) if port is None else [port]
    for number in ports:
        with suppress(OSError, OverflowError):
            return SiteServer((HOST, number), PageHandler)
    if port is None:
        raise PortTakenError(f"the ports {ports[0]} to {ports[-1]} are all in use; name a free one with --port")
    raise PortTakenError(f"port {port} cannot be used; name another one, or leave --port out")


class PageHandler(BaseHTTPRequestHandler):
    """Answers with files of the site and with nothing else."""

    server: SiteServer
    server_version, sys_version = "plans", ""
    timeout = SLOWEST

    def do_GET(self) -> None:
        site = self.server.site
        if not is_own_host(self.headers.get("Host", "")):
            # A page from elsewhere whose name leads to this computer must not read a draft.
            self._say(HTTPStatus.FORBIDDEN, "This site is for this computer alone.\n")
        elif self.server.state and self.path.startswith("/.plans/"):
            self._answer_script()
        elif site is None:
            self._say_without_page(HTTPStatus.SERVICE_UNAVAILABLE, NOTHING_YET)
        elif (file := file_for(site, self.path)) is not None:
            self._send_file(HTTPStatus.OK, file)
        elif (folder := folder_address(site, self.path)) is not None:
            self._say(HTTPStatus.MOVED_PERMANENTLY, "", {"Location": folder})
        elif (page := file_for(site, "/404.html")) is not None:
            self._send_file(HTTPStatus.NOT_FOUND, page)
        else:
            self._say_without_page(HTTPStatus.NOT_FOUND, NO_PAGE)

    do_HEAD = do_GET

    def _refuse_method(self) -> None:
        self._say(HTTPStatus.METHOD_NOT_ALLOWED, "Pages can be read and nothing else.\n", {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse_method

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what matters to the person who writes a plan is said elsewhere."""

    def _answer_script(self) -> None:
        """What an open page of a draft asks for beside pages."""
        if self.path == STATE:
            self._say(HTTPStatus.OK, self.server.state)
        elif self.path.partition("?")[0] == SCRIPT:
            self._send(HTTPStatus.OK, TYPES[".js"], RELOAD.encode())
        else:
            self._say(HTTPStatus.NOT_FOUND, NO_PAGE)

    def _send_file(self, status: HTTPStatus, file: Path) -> None:
        try:
            data = file.read_bytes()
        except OSError:
            self._say(HTTPStatus.NOT_FOUND, NO_PAGE)
        else:
            data = self._page(data) if file.suffix == ".html" else data
            self._send(status, TYPES.get(file.suffix.lower(), "application/octet-stream"), data)

    def _page(self, data: bytes) -> bytes:
        """A page as it is shown: of a draft with its mistakes, and with what shows it anew."""
        return shown_page(data, self.server.mistakes, self.server.state) if self.server.state else data

    def _say_without_page(self, status: HTTPStatus, text: str) -> None:
        """Say `text` where the site has no page; of a draft with mistakes, show those."""
        if self.server.mistakes:
            self._send(status, TYPES[".html"], self._page(ALONE.encode()))
        else:
            self._say(status, text)

    def _say(self, status: HTTPStatus, text: str, headers: Mapping[str, str] = {}) -> None:
        self._send(status, TYPES[".txt"], text.encode("utf-8"), headers)

    def _send(self, status: HTTPStatus, kind: str, data: bytes, headers: Mapping[str, str] = {}) -> None:
        self.send_response_only(status)
        self.send_header("Date", formatdate(usegmt=True))
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        for name, value in {**SECURITY, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def is_own_host(host: str) -> bool:
    """Whether a request's Host header names this computer, whatever the port."""
    name, _, port = host.strip().lower().partition(":")
    return name in HOST_NAMES and (not port or port.isdigit())


def _steps(address: str) -> list[str] | None:
    """The names that `address` leads through, the last "" for a folder; None where it could leave the site."""
    try:
        path = unquote(urlsplit(f"//site{address}").path, errors="strict")
    except ValueError:
        return None
    steps = path.split("/")[1:]
    # Hidden files are no pages; "" in the middle would make "//host" of an address.
    is_plain = all(step and not step.startswith(".") for step in steps[:-1])
    if not address.startswith("/") or not is_plain or steps[-1].startswith("."):
        return None
    return None if any(mark in path for mark in "\\\0:") else steps


def file_for(site: Path, address: str) -> Path | None:
    """The file of `site` at `address` ("/a/b/" or "/a/b.pdf"), or None."""
    steps = _steps(address)
    if steps is None or steps[-1] in HEADER_FILES:  # what servers are told, readers need not be
        return None
    file = site.joinpath(*steps) / "index.html" if steps[-1] == "" else site.joinpath(*steps)
    try:
        is_inside = file.resolve().is_relative_to(site.resolve())
        return file if is_inside and file.is_file() else None
    except (OSError, ValueError):
        return None


def folder_address(site: Path, address: str) -> str | None:
    """Where a page lies whose last "/" is missing from `address`, or None."""
    steps = _steps(address)
    if steps is None or steps[-1] == "" or file_for(site, f"/{quote('/'.join(steps))}/") is None:
        return None
    return f"/{quote('/'.join(steps))}/"


def watched_places(folder: Path) -> tuple[Path, ...]:
    """What a council's site is made of; in a checkout of this program, the theme and templates too."""
    own = (folder / "plans", folder / "content", folder / SETTINGS_FILE)
    theme = read_theme().folder
    return (*own, theme, TEMPLATES) if theme.parent != PACKAGE else own


def _watched_files(places: Iterable[Path]) -> Iterator[Path]:
    """Every file in `places` that a build reads: editors' own files and private ones are left out."""
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if not path.name.startswith(".") and not path.name.endswith("~") and path.name != PRIVATE_FILE:
                yield path


def fingerprint(places: Iterable[Path]) -> str:
    """A hash of every file in `places` that a build reads, by its name and its bytes."""
    digest = hashlib.sha256()
    for path in _watched_files(places):
        digest.update(repr((str(path), _bytes(path))).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError as error:
        return str(error.errno).encode()


def _times(places: Iterable[Path]) -> list[tuple[Path, int, int]]:
    """When each file that a build reads was changed, and its size. This is much sooner done than to read them all."""
    found = []
    for path in _watched_files(places):
        with suppress(OSError):  # an editor took it away just now
            facts = path.stat()
            found.append((path, facts.st_mtime_ns, facts.st_size))
    return found


@dataclass(frozen=True)
class Draft:
    """What one build of the working text came to: what was read, and what was built, or why nothing was.

    `fault` is what the system did not let the build do, in words.
    """

    source: Source
    built: Built | None
    error: PlanError | None = None
    fault: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (*self.source.problems, *(self.error.problems if self.error else ()))


class Preview:
    """The working text of a council's folder, built as a draft into `work` and served, each time it changes."""

    def __init__(
        self,
        folder: Path,
        work: Path,
        server: SiteServer,
        read: Callable[[Path], Source],
        today: Callable[[Source], date],
    ) -> None:
        self.folder, self.work, self.server, self.read, self.today = folder, work, server, read, today
        self.places = watched_places(folder)
        self.times, self.built_from = _times(()), ""
        self.count = 0

    def build(self) -> Draft:
        """Build what stands in the folder now. When it fails, the last good site stays, and its pages say why."""
        self.times, self.built_from = _times(self.places), fingerprint(self.places)
        self.count += 1
        draft = self._draft(self.work / f"site-{self.count}")
        self.server.mistakes = "" if draft.built else mistakes_html(draft.problems, draft.fault)
        self.server.state = str(self.count)
        return draft

    def _draft(self, site: Path) -> Draft:
        source = self.read(self.folder)
        if has_errors(source.problems):
            return Draft(source, None)
        try:
            built = build_site(source, self.today(source), site, jobs=1, is_draft=True)
        except PlanError as error:
            return Draft(source, None, error)
        except (SearchError, SwitchError) as error:
            return Draft(source, None, fault=str(error))
        except OSError as error:
            return Draft(source, None, fault=f"{error.filename or self.work}: {(error.strerror or str(error)).lower()}")
        self._show(site)
        return Draft(source, built)

    def next_build(self) -> Draft:
        """Wait until what the site is made of is different and at rest, then build it: editors save in steps."""
        before = self.times
        while True:
            sleep(QUIET_SECONDS)
            now = _times(self.places)
            if now == before != self.times:
                self.times = now
                if fingerprint(self.places) != self.built_from:
                    return self.build()
            before = now

    def _show(self, site: Path) -> None:
        old, self.server.site = self.server.site, site
        for folder in self.work.glob("site-*"):
            # The last site stays until the next build: somebody may be reading a page of it at this moment.
            if folder not in (old, site):
                rmtree(folder, ignore_errors=True)
