"""Every status is told apart by its words and its shape, without colour: in grey, in forced colours and on paper.

The pictures are made black and white: what stands off from the paper by 3 to 1 is black. So two tags that differ in
colour or in a shade of grey only are the same.
"""

import base64
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest
from playwright.sync_api import Browser, Page

from generator.plan.vocabulary import Look

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]
Picture = list[int]

MODES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "paper": {"media": "print"},
}
# The two legends show every look between them.
LEGENDS = ("every rating: legend", "in trouble: legend")
# How much of a tag, in hundredths of what is drawn of both, must differ.
LEAST = 20

# One tag of each look, side by side, all with the same words, so that only border and shape can differ.
LINE_UP = """() => {
  const looks = new Map([...document.querySelectorAll(".status-tag")].map((tag) => [tag.className, tag]));
  for (const tag of looks.values()) tag.lastChild.data = "Words";
  const line = document.createElement("p");
  line.className = "line-up";
  line.append(...looks.values());
  document.querySelector("h1").after(line);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".line-up .status-tag { margin: 9px; vertical-align: top }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

# A picture as light (0) and dark (1) places, one for each CSS pixel of a box of the same size for all tags.
TO_BLACK_AND_WHITE = """async (source) => {
  const image = new Image();
  image.src = `data:image/png;base64,${source}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const [width, height] = [canvas.width = 160, canvas.height = 60];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, width, height).data;
  const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = (at) => 0.2126 * part(data[at]) + 0.7152 * part(data[at + 1]) + 0.0722 * part(data[at + 2]);
  const paper = light(0);
  const ratio = (at) => (Math.max(light(at), paper) + 0.05) / (Math.min(light(at), paper) + 0.05);
  return Array.from({ length: width * height }, (_, place) => +(data[place * 4 + 3] > 0 && ratio(place * 4) >= 3));
}"""


@pytest.fixture(scope="module")
def black_and_white(browser: Browser):
    """Makes a picture black and white, on an empty page that no policy guards."""
    page = browser.new_page()
    yield lambda png: page.evaluate(TO_BLACK_AND_WHITE, base64.b64encode(png).decode())
    page.close()


def pictures(page: Page, black_and_white: Callable[[bytes], Picture]) -> dict[str, Picture]:
    """Each look of the page in black and white, with some paper round it."""
    page.evaluate(LINE_UP)
    found = {}
    for tag in page.locator(".line-up .status-tag").all():
        box = tag.bounding_box()
        assert box is not None
        around = {"x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": box["height"] + 12}
        look = (tag.get_attribute("class") or "").rpartition("--")[2]
        found[look] = black_and_white(page.screenshot(clip=around, full_page=True))
    return found


def difference(one: Picture, other: Picture) -> int:
    """What differs of two pictures, in hundredths of what is drawn in either."""
    drawn = sum(a or b for a, b in zip(one, other, strict=True))
    return 100 * sum(a != b for a, b in zip(one, other, strict=True)) // drawn


def alike(found: dict[str, Picture]) -> list[str]:
    """Each two looks that cannot be told apart, and how much of them differs."""
    pairs = combinations(sorted(found.items()), 2)
    return [f"{one} and {other}: {difference(a, b)}" for (one, a), (other, b) in pairs if difference(a, b) < LEAST]


@pytest.mark.parametrize("mode", MODES)
def test_every_look_is_told_apart_without_words_or_colour(mode: str, open_page: Opener, black_and_white):
    found: dict[str, Picture] = {}
    for kind in LEGENDS:
        page = open_page(kind)
        page.emulate_media(**MODES[mode])
        found |= pictures(page, black_and_white)
    assert found.keys() == set(get_args(Look))
    assert all(sum(picture) > 60 for picture in found.values())
    assert alike(found) == []


@pytest.mark.parametrize("fault", [
    # The same border and the same shape, in colours of their own.
    ".status-tag { border: 2px solid var(--tone) !important } .status-tag span { clip-path: none !important; "
    "padding: 0 !important; border: 6px solid var(--tone) !important; border-radius: 0 !important; transform: none }",
    # No border and no shape at all but the colour of the ground.
    ".status-tag { border-color: transparent !important } .status-tag span { visibility: hidden }",
])  # fmt: skip
def test_looks_that_differ_in_colour_only_are_found(fault: str, open_page: Opener, black_and_white):
    page = open_page(LEGENDS[0])
    page.evaluate(
        "(fault) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(fault);"
        "document.adoptedStyleSheets = [sheet] }",
        fault,
    )
    assert alike(pictures(page, black_and_white))


@pytest.mark.parametrize("mode", ["grey", "forced colours"])
def test_words_tell_every_status_apart_in_the_pictures(mode: str, open_page: Opener, tmp_path: Path):
    """The pictures that people look at, of the legend: every tag is in sight, and no two say the same."""
    for kind in LEGENDS:
        page = open_page(kind)
        if mode == "grey":
            page.evaluate(
                "{ const sheet = new CSSStyleSheet(); sheet.replaceSync('html { filter: grayscale(1) }');"
                "document.adoptedStyleSheets = [sheet]; }"
            )
        else:
            page.emulate_media(**MODES[mode])
        picture = page.screenshot(path=tmp_path / f"{mode}.png", full_page=True)
        assert len(picture) > 10_000
        tags = page.locator("tbody th .status-tag")
        assert all(tag.is_visible() for tag in tags.all())
        said = tags.all_inner_texts()
        assert len(set(said)) == len(said) > 8
