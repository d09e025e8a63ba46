"""How far each colour of the theme stands off from the ground it is used on, worked out from the style sheet.

`python -m tests.contrast` writes docs/contrast.md again; tests/council/test_theme_contrast.py holds it to
the style sheet.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from generator.council.contrast import MARK, TEXT, contrast, shown
from generator.plan.vocabulary import Look

ROOT = Path(__file__).parents[1]
SHEET = ROOT / "theme" / "assets" / "site.css"
TABLE = ROOT / "docs" / "contrast.md"

HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})\b", re.IGNORECASE)
DECLARATION = re.compile(r"--([a-z0-9-]+):\s*([^;}]+)")
# The roles of the whole page, or those of one rating: what holds the word "--on-track" in its class.
RULE = re.compile(r'(?::root|\[class\*="--([a-z-]+)"\])\s*\{([^}]*)\}')
OF_A_RATING = {"tone": "", "ink": "-ink", "wash": "-wash"}

Colours = Mapping[str, str]


@dataclass(frozen=True)
class Pair:
    """A colour and the ground it is used on. `least` is the contrast that it needs.

    Nothing has the focus on paper, and a rating is printed in black within its border.
    """

    colour: str
    ground: str
    where: str
    least: float
    is_printed: bool = True


# Every colour in use and its ground. A name is a variable of the style sheet; "help-focus" is `--focus` within .help.
PAIRS = (
    Pair("ink", "paper", "text, words on charts, lists to choose from and buttons", TEXT),
    Pair("ink", "wash", "text of banners, the open menu and the foot", TEXT),
    Pair("muted", "paper", "labels, dates and notes of facts", TEXT),
    Pair("muted", "wash", "the same, in the part that a link led to", TEXT),
    Pair("link", "paper", "links", TEXT),
    Pair("link", "wash", "links in the open menu and the foot", TEXT),
    Pair("visited", "paper", "links already followed", TEXT),
    Pair("visited", "wash", "the same, in the open menu and the foot", TEXT),
    Pair("accent", "paper", "the site's name, the menu's button, numbers of lists", TEXT),
    Pair("accent", "wash", "numbers of lists, in the part that a link led to", TEXT),
    Pair("on-strip", "strip", "help", TEXT),
    *(Pair(f"{look}-ink", f"{look}-wash", f"rating: {look}", TEXT, False) for look in get_args(Look)),
    Pair("focus", "paper", "outline of what has the focus", MARK, False),
    Pair("focus", "wash", "the same, in the open menu and the foot", MARK, False),
    Pair("help-focus", "strip", "the same, in the help boxes", MARK, False),
    Pair("accent", "paper", "the menu's button, the bar at the current page, lines of headings, bars of charts", MARK),
    Pair("accent", "wash", "bar of a banner, line of the open menu", MARK),
    Pair("ink", "paper", "lines and marks of charts", MARK),
    Pair("edge", "paper", "borders of cards, marks, lists to choose from and buttons, lines behind charts", MARK),
    Pair("edge", "wash", "the same, in the part that a link led to", MARK),
    Pair("warning", "wash", "border of a notice, within", MARK),
    Pair("warning", "paper", "the same, without", MARK),
    *(Pair(look, "paper", f"border of a rating, and its piece of a bar: {look}", MARK) for look in get_args(Look)),
    *(Pair(look, "wash", f"the same, in the part that a link led to: {look}", MARK) for look in get_args(Look)),
    *(Pair(look, f"{look}-wash", f"shape within a rating: {look}", MARK, False) for look in get_args(Look)),
)
# Colours that say nothing, and why.
DECORATIVE = {"rule": "thin lines between rows; space alone parts them too"}

PAPER = "paper"
VIEWS = {"light": (), "dark": ("dark",), "light, more": ("more",), "dark, more": ("dark", "more"), PAPER: ("print",)}


def blocks(sheet: str) -> dict[str, dict[str, str]]:
    """The variables of each `:root` of the style sheet, by what it is for: "", "dark", "more" and "print".

    Those of a rating bear its name: "on-track" for its border and shape, "on-track-ink" and "on-track-wash".
    """
    conditions = {"": "", "prefers-color-scheme: dark": "dark", "prefers-contrast: more": "more", "print": "print"}
    found: dict[str, dict[str, str]] = {}
    for match in RULE.finditer(sheet):
        before = sheet[: match.start()]
        medium = before.rpartition("@media")[2] if _is_nested(before) else ""
        use = next(name for text, name in reversed(conditions.items()) if text in medium)
        look, declarations = match.groups()
        named = {_name(look, name): value.strip() for name, value in DECLARATION.findall(declarations)}
        found.setdefault(use, {}).update(named)
    return found


def _name(look: str | None, variable: str) -> str:
    return look + OF_A_RATING[variable] if look else variable


def _is_nested(before: str) -> bool:
    return before.count("{") > before.count("}")


def colours(sheet: str, uses: tuple[str, ...]) -> dict[str, str]:
    """Every colour by name, as "#rrggbb", where the `:root` blocks of `uses` hold too."""
    found = blocks(sheet)
    values = {name: value for use in ("", *uses) for name, value in found.get(use, {}).items()}
    own = re.search(r"\.help \{[^}]*--focus:\s*([^;]+);", sheet)
    if own:
        values["help-focus"] = own[1].strip()
    return {name: hex_of(value, values) for name, value in values.items() if _is_colour(value, values)}


def _is_colour(value: str, values: Colours) -> bool:
    return bool(HEX.fullmatch(_resolved(value, values)))


def _resolved(value: str, values: Colours) -> str:
    while match := re.fullmatch(r"var\(--([a-z0-9-]+)\)", value):
        value = values[match[1]]
    return value


def hex_of(value: str, values: Colours) -> str:
    digits = _resolved(value, values).removeprefix("#").lower()
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def ratios(sheet: str) -> dict[Pair, dict[str, float]]:
    """The contrast of every pair in every view."""
    views = {view: colours(sheet, uses) for view, uses in VIEWS.items()}
    return {
        pair: {
            view: contrast(found[pair.colour], found[pair.ground])
            for view, found in views.items()
            if pair.is_printed or view != PAPER
        }
        for pair in PAIRS
    }


INTRODUCTION = """# Contrast

Worked out from `theme/assets/site.css` by `python -m tests.contrast`, and held to it by a test. Text stands off from
its ground by 7 to 1 or more, and a border, an outline or a shape by 3 to 1 or more (WCAG 2.2: 1.4.6 and 1.4.11).
Figures are cut off, not rounded. "More" is what a reader sees who asks the browser for more contrast; "paper" is what
is printed.
"""


def table(sheet: str) -> str:
    """docs/contrast.md, whole."""
    found = ratios(sheet)
    parts = [INTRODUCTION]
    for heading, least in (("Text: 7 to 1", TEXT), ("Borders, outlines and shapes: 3 to 1", MARK)):
        head = f"| What | Colour | Ground | {' | '.join(view.capitalize() for view in VIEWS)} |"
        rows = [_row(pair, by) for pair, by in found.items() if pair.least == least]
        rule = f"|---|---|---|{'--:|' * len(VIEWS)}"
        parts.append("\n".join([f"## {heading}", "", head, rule, *rows, ""]))
    named = [f"- `{name}`: {why}" for name, why in DECORATIVE.items()]
    parts.append("\n".join(["## Colours that say nothing", "", *named, ""]))
    return "\n".join(parts)


def _row(pair: Pair, by_view: Mapping[str, float]) -> str:
    figures = " | ".join(_shown(by_view.get(view)) for view in VIEWS)
    return f"| {pair.where} | `{pair.colour}` | `{pair.ground}` | {figures} |"


def _shown(ratio: float | None) -> str:
    return "not used" if ratio is None else shown(ratio)


if __name__ == "__main__":
    TABLE.write_text(table(SHEET.read_text("utf-8")), "utf-8")
