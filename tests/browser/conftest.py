"""A browser, a server that sends the headers we ask of councils, and a page to look at."""

import shutil
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from generator.site.headers import SECURITY
from tests.page_samples import SAMPLES, STRESS, cannot_run
from tests.tiers import loop

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
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=320, height=800)
LOST = "no/such/page/"
# What stands round every page is looked at on a page of a plan, on one of the site's own, and on that for lost readers,
# whose links lead from the server's top; in the end on a page of each kind.
SHELL_KINDS = loop(test=("actions", "search", "not_found"), prove=tuple(SAMPLES))


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


class Tabs:
    """Pages of the browser that tests use one after the other: a new one costs five times what a new address does."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: dict[bool, BrowserContext] = {}
        self.free: dict[bool, list[Page]] = {True: [], False: []}

    def take(self, *, with_script: bool = True) -> Page:
        """A page that no test uses, with no address yet, or that of the last test."""
        if self.free[with_script]:
            return self.free[with_script].pop()
        if with_script not in self.contexts:
            self.contexts[with_script] = self.browser.new_context(locale="en-GB", java_script_enabled=with_script)
        return self.contexts[with_script].new_page()

    def give_back(self, page: Page, *, with_script: bool = True) -> None:
        """What a test set and the next address would keep is as in a new page, or the page is closed."""
        try:
            page.unroute_all(behavior="ignoreErrors")
            page.context.clear_cookies()
            page.emulate_media(media="null", color_scheme="null", forced_colors="null", reduced_motion="null")
            page.mouse.move(0, 0)
            if with_script:
                page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
        except PlaywrightError:
            page.close()
        else:
            self.free[with_script].append(page)


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture
def open_page(tabs: Tabs, served: Served) -> Iterator[Callable[..., Page]]:
    """Opens the sample of a kind anew, as wide as `viewport` says, with or without a script."""
    taken = []

    def opened(kind: str, viewport: ViewportSize = WIDE, java_script_enabled: bool = True) -> Page:
        page = tabs.take(with_script=java_script_enabled)
        taken.append((page, java_script_enabled))
        page.set_viewport_size(viewport)
        page.goto(served.at(kind))
        if java_script_enabled:
            draw(page)  # where no script runs, nothing is ever called back
        return page

    yield opened
    for page, with_script in taken:
        tabs.give_back(page, with_script=with_script)


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

    def forget(self) -> None:
        for found in (self.said, self.failed, self.requests, self.code, self.hosts):
            found.clear()

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
