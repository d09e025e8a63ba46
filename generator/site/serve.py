"""Shows a site on this computer, to this computer alone, and sees when what it is made of changes."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import rmtree
from socket import SHUT_RDWR, socket
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

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
QUIET_SECONDS, LONGEST_WAIT = 0.2, 2.0
PIECE = 64 * 1024
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
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _refuse_method(self) -> None:
        self._say(HTTPStatus.METHOD_NOT_ALLOWED, "Pages can be read and nothing else.\n", {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse_method

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what matters to the person who writes a plan is said elsewhere."""

    def _answer(self, *, with_body: bool) -> None:
        site = self.server.site
        if not is_own_host(self.headers.get("Host", "")):
            # A page from elsewhere whose name leads to this computer must not read a draft.
            self._say(HTTPStatus.FORBIDDEN, "This site is for this computer alone.\n")
        elif self.server.state and self.path.startswith("/.plans/"):
            self._answer_script()
        elif site is None and self.server.mistakes:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, TYPES[".html"], self._page(ALONE.encode()), with_body)
        elif site is None:
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, NOTHING_YET)
        elif (file := file_for(site, self.path)) is not None:
            self._send_file(HTTPStatus.OK, file, with_body)
        elif (folder := folder_address(site, self.path)) is not None:
            self._say(HTTPStatus.MOVED_PERMANENTLY, "", {"Location": folder})
        elif (page := file_for(site, "/404.html")) is not None:
            self._send_file(HTTPStatus.NOT_FOUND, page, with_body)
        elif self.server.mistakes:
            self._send(HTTPStatus.NOT_FOUND, TYPES[".html"], self._page(ALONE.encode()), with_body)
        else:
            self._say(HTTPStatus.NOT_FOUND, "There is no such page.\n")

    def _send_file(self, status: HTTPStatus, file: Path, with_body: bool) -> None:
        try:
            data = file.read_bytes()
        except OSError:
            self._say(HTTPStatus.NOT_FOUND, "There is no such page.\n")
            return
        data = self._page(data) if file.suffix == ".html" else data
        self._send(status, TYPES.get(file.suffix.lower(), "application/octet-stream"), data, with_body)

    def _page(self, data: bytes) -> bytes:
        """A page as it is shown: of a draft with its mistakes, and with what shows it anew."""
        return shown_page(data, self.server.mistakes, self.server.state) if self.server.state else data

    def _answer_script(self) -> None:
        """What an open page of a draft asks for beside pages."""
        if self.path == STATE:
            self._say(HTTPStatus.OK, self.server.state)
        elif self.path.partition("?")[0] == SCRIPT:
            self._send(HTTPStatus.OK, TYPES[".js"], RELOAD.encode(), self.command != "HEAD")
        else:
            self._say(HTTPStatus.NOT_FOUND, "There is no such page.\n")

    def _send(self, status: HTTPStatus, kind: str, data: bytes, with_body: bool) -> None:
        self._start(status, kind, len(data), {})
        if with_body:
            self.wfile.write(data)

    def _say(self, status: HTTPStatus, text: str, headers: Mapping[str, str] = {}) -> None:
        data = text.encode("utf-8")
        self._start(status, TYPES[".txt"], len(data), headers)
        if self.command != "HEAD":
            self.wfile.write(data)

    def _start(self, status: HTTPStatus, kind: str, length: int, headers: Mapping[str, str]) -> None:
        self.send_response_only(status)
        self.send_header("Date", formatdate(usegmt=True))
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", "no-store")
        for name, value in {**SECURITY, **headers}.items():
            self.send_header(name, value)
        self.end_headers()


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


class Changes(FileSystemEventHandler):
    """Wakes whoever waits for a change. That something happened says little: `fingerprint` says what is different."""

    # What a build itself does to the files that it reads.
    QUIET = frozenset({"opened", "closed_no_write"})

    def __init__(self) -> None:
        self._happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in self.QUIET:
            self._happened.set()

    def wait(self) -> None:
        """Return once something happened and then nothing more for a moment: an editor saves in several steps."""
        while not self._happened.wait(1.0):  # in short turns, so that Ctrl+C is heard on every system
            pass
        end = time.monotonic() + LONGEST_WAIT
        while self._happened.is_set() and time.monotonic() < end:
            self._happened.clear()
            time.sleep(QUIET_SECONDS)
        self._happened.clear()


def watched_places(folder: Path) -> tuple[Path, ...]:
    """What a council's site is made of; in a checkout of this program, the theme and templates too."""
    own = (folder / "plans", folder / "content", folder / SETTINGS_FILE)
    theme = read_theme().folder
    return (*own, theme, TEMPLATES) if theme.parent != PACKAGE else own


def fingerprint(places: Iterable[Path]) -> str:
    """A hash of every file in `places` that a build reads: editors' own files and private ones are left out."""
    digest = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if not path.name.startswith(".") and not path.name.endswith("~") and path.name != PRIVATE_FILE:
                digest.update(repr((str(path), _bytes(path))).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError as error:
        return str(error.errno).encode()


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
        self.changes = Changes()
        self.built_from = ""
        self.count = 0
        self.watched: set[Path] = set()
        self.observer: BaseObserver = Observer()

    def __enter__(self) -> Self:
        try:
            self._watch()
        except OSError:  # this computer watches as many files as it may; looking at them again and again always works
            self.observer, self.watched = PollingObserver(), set()
            self._watch()
        return self

    def _watch(self) -> None:
        self._watch_folders()
        # Editors put a new file in the place of the old one, so the settings' folder is watched.
        self.observer.schedule(self.changes, str(self.folder), recursive=False)
        self.observer.start()

    def _watch_folders(self) -> None:
        """Watch the folders that are there: one may come in the place of a file that was put there by mistake."""
        for place in self.places:
            if place.is_dir() and place not in self.watched:
                self.observer.schedule(self.changes, str(place), recursive=True)
                self.watched.add(place)

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.observer.stop()
        self.observer.join()

    def build(self) -> Draft:
        """Build what stands in the folder now. When it fails, the last good site stays, and its pages say why."""
        self._watch_folders()
        self.built_from = fingerprint(self.places)
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
        """Wait until what the site is made of is different, then build it."""
        while True:
            self.changes.wait()
            if fingerprint(self.places) != self.built_from:
                return self.build()

    def _show(self, site: Path) -> None:
        old, self.server.site = self.server.site, site
        for folder in self.work.glob("site-*"):
            # The last site stays until the next build: somebody may be reading a page of it at this moment.
            if folder not in (old, site):
                rmtree(folder, ignore_errors=True)
