"""A council's crest and colour hold on a phone, in light and in dark, under the strict headers."""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from generator.build import build_site, read_source
from tests.browser.conftest import NARROW, WIDE, Handler, Traffic
from tests.conftest import TODAY
from tests.council import SETTINGS, write_council

pytestmark = pytest.mark.browser

ACCENT = "#5a0e2e"
# As wide as a crest may be shown.
CREST = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 56"><path fill="{ACCENT}" d="M0 0h160v56H0z"/></svg>'
GROUND = 4  # the white edge round it
NAME = "Comhairle Bhaile Sam Bith agus nan Eilean Siar"
SEEN = """() => {
  const crest = document.querySelector(".site__crest");
  const box = crest.getBoundingClientRect();
  return [
    crest.complete && crest.naturalWidth > 0, Math.round(box.width), Math.round(box.height),
    document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    getComputedStyle(document.querySelector(".help")).backgroundColor,
  ];
}"""


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site with a crest, a long name and a colour answers."""
    folder = tmp_path_factory.mktemp("branded")
    brand = f"  brand: {{{{name: {NAME}, crest: crest.svg, accent: '{ACCENT}'}}}}\n"
    council = write_council(folder / "council", settings=SETTINGS + brand)
    (council / "content" / "images").mkdir()
    (council / "content" / "images" / "crest.svg").write_text(CREST, "utf-8")
    build_site(read_source(council), TODAY, folder / "site", jobs=1)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(Path(folder / "site"))))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_crest_and_colour_are_shown_and_nothing_runs_off(size, scheme, branded: str, browser: Browser):
    context = browser.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    traffic = Traffic()
    traffic.listen(page)
    page.goto(branded + "anytown/")
    is_loaded, width, height, fits, strip = page.evaluate(SEEN)
    assert is_loaded
    assert width == 160
    assert (width - 2 * GROUND) / (height - 2 * GROUND) == pytest.approx(160 / 56, rel=0.05), "it is out of shape"
    assert fits
    assert strip == "rgb(90, 14, 46)"
    assert traffic.said == []
    assert traffic.failed == []
    context.close()
