"""A council's crest and colour hold on a phone, in light and in dark, under the strict headers."""

from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from generator.authoring.folder import read_source
from generator.site.build import build_site
from generator.site.crest import read_crest
from tests.browser.conftest import NARROW, WIDE, Handler, Traffic
from tests.conftest import TODAY
from tests.council_folder import SETTINGS, write_council

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


WORDED = """<?xml version="1.0"?><!-- Drawn by Jo Smith -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:r="urn:r" viewBox="0 0 40 20"
  role="img" aria-label="Arms" class="arms"><title>Arms</title><desc>By Jo Smith</desc>
<metadata><r:by>Jo Smith</r:by></metadata><defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/>
<stop offset="1" stop-color="#00f"/></linearGradient><g id="part"><path d="M0 0h9v9z"/></g></defs>
<g id="unused" transform="translate(2 2)">Jo Smith<rect width="30" height="9" fill="url(#g)"><title>x</title></rect>
<use xlink:href="#part" x="4" y="6" fill="#060"/></g></svg>"""


def test_crest_without_its_words_looks_the_same(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(WORDED, "utf-8")
    _, data = read_crest(tmp_path, "a.svg")
    page = browser.new_page()
    looks = []
    for drawing in (WORDED.encode(), data):
        source = f"data:image/svg+xml;base64,{b64encode(drawing).decode()}"
        page.set_content(f'<img src="{source}" width="400" height="200" alt="">')
        page.wait_for_function("document.images[0].complete && document.images[0].naturalWidth > 0")
        looks.append(page.locator("img").screenshot())
    page.close()
    assert looks[0] == looks[1]
    assert b"Smith" not in data
