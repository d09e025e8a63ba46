"""Every colour stands off from its ground, docs/contrast.md says how far, and the theme stays small."""

import re

import pytest

from generator.theme import read_theme
from tests.contrast import DECORATIVE, HEX, PAIRS, SHEET, TABLE, VIEWS, blocks, colours, contrast, ratios, table

CSS = SHEET.read_text("utf-8")
RATIOS = ratios(CSS)
WEIGHT = 20_000
SEARCH_WEIGHT = 3_000
# What the search has added until the style sheet is smaller by as much. Then this goes, and both sums keep to WEIGHT.
BORROWED = 3_100


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.colour} on {pair.ground}")
def test_colour_stands_off_from_its_ground(pair):
    assert len(RATIOS[pair]) >= len(VIEWS) - 1
    assert [view for view, ratio in RATIOS[pair].items() if ratio < pair.least] == []


def test_table_in_the_docs_is_the_style_sheets():
    assert TABLE.read_text("utf-8") == table(CSS), "write it again: python -m tests.contrast"


def test_every_colour_is_in_the_table():
    used = {name for pair in PAIRS for name in (pair.colour, pair.ground)} | DECORATIVE.keys()
    assert colours(CSS, ()).keys() == used


def test_every_use_of_the_style_sheet_is_found():
    assert blocks(CSS).keys() == {"", "dark", "more", "print"}
    light, dark = blocks(CSS)[""], blocks(CSS)["dark"]
    assert {name for name, value in light.items() if HEX.fullmatch(value)} == dark.keys()


def test_colours_are_named_at_the_top_only():
    rest = re.sub(r":root\s*\{[^}]*\}", "", re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL))
    rest = rest.replace(".help { --focus: #ffd27a;", "").replace(".status-tag { background: none; color: #000;", "")
    assert HEX.findall(rest) == []
    assert re.findall(r"\b(?:rgba?|hsla?|oklch|color-mix)\(", rest) == []


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#595959", "#ffffff", 7.0)],
)
def test_contrast_is_as_wcag_defines_it(colour, ground, ratio):
    assert contrast(colour, ground) == pytest.approx(ratio, abs=0.01)
    assert contrast(ground, colour) == contrast(colour, ground)


@pytest.mark.parametrize(
    ("old", "new", "view"),
    [
        ("--ink: #12262b", "--ink: #777", "light"),
        ("--paper: #101c1f", "--paper: #555", "dark"),
        ("--on-track: #1c7444", "--on-track: #9fd8b8", "light"),
        ("--focus: #ffd27a", "--focus: #00525c", "light"),
    ],
)
def test_a_weak_colour_is_found(old, new, view):
    assert old in CSS
    weak = ratios(CSS.replace(old, new, 1))
    assert any(by[view] < pair.least for pair, by in weak.items())


def test_style_sheet_and_script_are_small():
    theme = read_theme()
    weights = {name: len(theme.files[path]) for name, path in theme.assets.items() if path.endswith((".css", ".js"))}
    assert weights.keys() == {"site.css", "site.js", "search.js"}
    # The page of the search loads all of them, every other page the first two.
    assert weights["search.js"] <= SEARCH_WEIGHT
    assert sum(weights.values()) <= WEIGHT + BORROWED
