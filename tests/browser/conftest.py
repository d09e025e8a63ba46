"""A browser, a server that sends the headers we ask of councils, and a page to look at."""

import shutil
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from generator.headers import SECURITY
from tests.page_samples import SAMPLES, STRESS, cannot_run

TESTS = Path(__file__).parents[1]
AXE = TESTS / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEADERS = {**SECURITY, "Cache-Control": "no-store"}
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 800}
LOST = "no/such/page/"


class Handler(SimpleHTTPRequestHandler):
    """Serves a built site as a council's server would: with headers, and with 404.html for every unknown address."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@dataclass(frozen=True)
class Served:
    """A site that answers at `url`. `addresses` leads from a kind of page to where its sample stands."""

    url: str
    addresses: dict[str, str]

    def at(self, kind: str) -> str:
        return self.url + self.addresses[kind]


@pytest.fixture(scope="session")
def served(site_of_samples: Path) -> Iterator[Served]:
    """The site of tests/page_samples.py on a server of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site_of_samples)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield Served(f"http://127.0.0.1:{server.server_port}/", {**SAMPLES, "not_found": LOST, **STRESS})
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None:
        cannot_run("There is no Chromium to look at pages with: run tests/setup.sh, or install the package chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


def draw(page: Page) -> None:
    """Waits until the page is drawn: with the next frame its own script has done what it does for a new size."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Opens the sample of a kind in a fresh, empty profile; keyword arguments are those of a browser context."""
    contexts = []

    def opened(kind: str, **options: Any) -> Page:
        contexts.append(browser.new_context(**{"viewport": WIDE, "locale": "en-GB", **options}))
        page = contexts[-1].new_page()
        page.goto(served.at(kind))
        if options.get("java_script_enabled", True):
            draw(page)  # where no script runs, nothing is ever called back
        return page

    yield opened
    for context in contexts:
        context.close()


@dataclass
class Traffic:
    """What a page asked for and said while it was open."""

    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    code: dict[str, int] = field(default_factory=dict)  # bytes of each style sheet and script
    hosts: set[str] = field(default_factory=set)

    def listen(self, page: Page) -> None:
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("requestfailed", lambda request: self.failed.append(request.url))
        page.on("response", lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None)
        page.on("requestfinished", self.weigh)

    def weigh(self, request: Request) -> None:
        if request.resource_type in ("stylesheet", "script"):
            self.code[request.url] = request.sizes()["responseBodySize"]


@pytest.fixture(scope="session")
def axe_source() -> str:
    if not AXE.is_file():
        cannot_run("axe-core is not installed: run npm ci --ignore-scripts in tests/.")
    return AXE.read_text("utf-8")


@dataclass
class Explained:
    """An entry of explained.toml."""

    rule: str
    selector: str
    reason: str


@pytest.fixture(scope="session")
def explained() -> list[Explained]:
    """What axe cannot decide and people did."""
    entries = tomllib.loads((TESTS / "browser" / "explained.toml").read_text("utf-8")).get("axe", [])
    return [Explained(**entry) for entry in entries]
