"""Each component, in a page of its examples inside the real shell, has no violation of any of axe's rules."""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser

from generator.build import Source, read_source
from tests.browser.conftest import Explained, Handler
from tests.browser.test_axe import MODES, Report, View, run_axe
from tests.component_pages import build_component_pages, pages
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

ADDRESSES = [page.address for page in pages(read_source(ROOT))]
VIEWS = [View(width, mode) for width in (1280, 320) for mode in MODES]


@pytest.fixture(scope="module")
def components(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages of the components are served."""
    folder = tmp_path_factory.mktemp("components")
    build_component_pages(source, folder)
    (folder / "404.html").write_text("", "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_component_has_no_violation_and_nothing_undecided(
    address: str, components: str, browser: Browser, axe_source: str, explained: list[Explained]
):
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(components + address)
    # The script of the site shows the one form that a page has; here each example is one.
    page.evaluate("document.querySelectorAll('form').forEach((form) => { form.hidden = false })")
    report = Report()
    for view in VIEWS:
        view.show(page)
        report.add(str(view), run_axe(page, axe_source, explained))
    context.close()
    assert report.faults == []


def test_details_open_for_those_who_ask_and_on_paper(components: str, browser: Browser):
    page = browser.new_page()
    page.goto(f"{components}components/details/")
    is_seen = "document.querySelector('details p').checkVisibility()"
    assert not page.evaluate(is_seen)
    page.emulate_media(media="print")
    assert page.evaluate(is_seen)
    page.emulate_media(media="screen")
    page.locator("main summary").first.press("Enter")
    assert page.evaluate(is_seen)
    page.close()


def test_a_fault_in_a_component_is_found(components: str, browser: Browser, axe_source: str):
    page = browser.new_page()
    page.goto(f"{components}components/download/")
    page.evaluate("document.querySelector('main a').textContent = ''")
    report = Report()
    report.add("here", run_axe(page, axe_source, []))
    assert "link-name" in " ".join(report.faults)
    page.close()
