"""Every colour stands off from its ground, and docs/contrast.md says how far."""

import re
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.council.contrast import darkened
from generator.council.theme import Brand, _branded, _read_files, light_grounds
from generator.plan.vocabulary import Look
from tests.contrast import DECORATIVE, HEX, PAIRS, RULE, SHEET, TABLE, VIEWS, blocks, colours, ratios, table

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


# What moves by itself, or moves the page: only for readers who have not asked for less of it.
MOTION = re.compile(
    r"(?<![\w-])((?:-\w+-)?(?:transition|animation|offset)(?:-[a-z-]+)?|scroll-behavior|view-transition-name)\s*:"
    r"|(@(?:-\w+-)?keyframes|@view-transition)|<(marquee|animate\w*|set)\b"
    r"|(\.animate\(|behavior:|scrollIntoView\(|startViewTransition|setInterval\(|requestAnimationFrame\()"
)
RULES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
ALLOWED = re.compile(rf"@media (?:screen and )?\(prefers-reduced-motion: no-preference\) {RULES}")


def motion(text: str) -> list[str]:
    """What of a style sheet, a script or a drawing moves, unless it stands where readers have not asked for less."""
    rest = ALLOWED.sub("", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    return [next(filter(None, found.groups())) for found in MOTION.finditer(rest)]


@pytest.mark.parametrize("path", sorted(SHEET.parent.glob("*")), ids=lambda path: path.name)
def test_nothing_moves_for_readers_who_ask_for_less(path):
    assert motion(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("a { color: red; transition: color 1s; }", ["transition"]),
        ("a{transition-duration:1s}", ["transition-duration"]),
        ("a { -webkit-animation: x 1s; }", ["-webkit-animation"]),
        ("@keyframes x { to { top: 0; } }", ["@keyframes"]),
        ("html { scroll-behavior: smooth; }", ["scroll-behavior"]),
        ("@media (prefers-reduced-motion: reduce) { a { transition: color 1s; } }", ["transition"]),
        ("@media (prefers-reduced-motion: no-preference) { a { top: 0 } } a { animation: x 1s; }", ["animation"]),
        ("@media (prefers-reduced-motion: no-preference) { @keyframes x { to { top: 0; } } a { animation: x; } }", []),
        ("@media not (prefers-reduced-motion: no-preference) { a { animation: x 1s; } }", ["animation"]),
        ("/* transition: none */ .transition { top: 0 }", []),
        ('list.scrollTo({ top: 0, behavior: "smooth" })', ["behavior:"]),
        ('<svg><path/><animate attributeName="x"/></svg>', ["animate"]),
    ],
)
def test_motion_is_found(fault, found):
    assert motion(fault) == found


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


def branded(accent: str) -> str:
    """The style sheet as a council's own accent makes it."""
    return _branded(_read_files(SHEET.parent), Brand(accent))["site.css"].decode()


@given(st.integers(0, 0xFFFFFF))
@example(0)
@example(0xFFFFFF)
def test_every_accent_that_is_let_in_keeps_every_pair(number):
    accent = darkened(f"#{number:06x}", light_grounds())
    found = ratios(branded(accent))
    weak = [(pair.colour, view) for pair, by in found.items() for view in by if by[view] < pair.least]
    assert weak == []
    assert colours(branded(accent), ())["accent"] == accent
    assert colours(branded(accent), ("print",))["accent"] == "#000000"


def test_an_accent_that_is_too_light_would_be_found():
    assert any(by["light"] < pair.least for pair, by in ratios(branded("#e30613")).items())


def test_accent_is_measured_on_every_ground_that_text_in_it_has():
    light = colours(CSS, ())
    assert set(light_grounds()) == {light[pair.ground] for pair in PAIRS if pair.colour == "accent"}
