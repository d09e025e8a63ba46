"""Each component, in a page of its examples inside the real shell, has no violation of any of axe's rules."""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser

from generator.site.build import Source
from tests.browser.conftest import Explained, Handler, Tabs
from tests.browser.test_axe import MODES, Report, View, run_axe
from tests.component_pages import PAGES, build_component_pages, page_address
from tests.tiers import loop

pytestmark = pytest.mark.browser

NAMES = list(PAGES)
VIEWS = [View(width, mode) for mode in MODES for width in (1280, 320)]
# Each component wide and narrow in one mode, another for the next; in the end in every view.
VIEWS_PER_COMPONENT = loop(test=2, prove=len(VIEWS))


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


def views_of(name: str) -> list[View]:
    first = 2 * NAMES.index(name)
    return [VIEWS[(first + place) % len(VIEWS)] for place in range(VIEWS_PER_COMPONENT)]


@pytest.mark.parametrize("name", NAMES)
def test_component_has_no_violation_and_nothing_undecided(
    name: str, components: str, tabs: Tabs, axe_source: str, explained: list[Explained]
):
    page = tabs.take()
    page.goto(components + page_address(name))
    # The script of the site shows the one form that a page has; here each example is one.
    page.evaluate("document.querySelectorAll('form').forEach((form) => { form.hidden = false })")
    report = Report()
    for view in views_of(name):
        view.show(page)
        report.add(str(view), run_axe(page, axe_source, explained))
    tabs.give_back(page)
    assert report.faults == []


def test_a_fault_in_a_component_is_found(components: str, browser: Browser, axe_source: str):
    page = browser.new_page()
    page.goto(f"{components}components/points/")
    page.evaluate("document.querySelector('main a').textContent = ''")
    report = Report()
    report.add("here", run_axe(page, axe_source, []))
    assert "link-name" in " ".join(report.faults)
    page.close()
