"""Every colour stands off from its ground, and docs/contrast.md says how far."""

import re
from typing import get_args

import pytest

from generator.vocabulary import Look
from tests.contrast import DECORATIVE, HEX, PAIRS, RULE, SHEET, TABLE, VIEWS, blocks, colours, contrast, ratios, table

CSS = SHEET.read_text("utf-8")
RATIOS = ratios(CSS)


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
    assert {name for look in get_args(Look) for name in (look, f"{look}-ink", f"{look}-wash")} <= light.keys()


def test_colours_are_named_at_the_top_only():
    rest = RULE.sub("", re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL))
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
        ("--tone: #1c7444", "--tone: #9fd8b8", "light"),
        ("--ink: #ffe2ac", "--ink: #7f6a40", "dark"),
        ("--focus: #ffd27a", "--focus: #00525c", "light"),
    ],
)
def test_a_weak_colour_is_found(old, new, view):
    assert old in CSS
    weak = ratios(CSS.replace(old, new, 1))
    assert any(by[view] < pair.least for pair, by in weak.items())
