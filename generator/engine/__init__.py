"""Staged pages to finished HTML. MkDocs does it; the plain engine does the same without MkDocs.

Both read Markdown with the options of `markdown_options.py`, show `main.html` the same names, and
write the same bytes (tests/engine/test_contract.py).
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

from generator.council.theme import Theme
from generator.document.frame import StagedPage
from generator.engine.markdown_options import converter
from generator.engine.terms import explained
from generator.render.markdown import html, own_address


class Engine(Protocol):
    """What turns staged pages into a site's pages."""

    def render_unit(self, pages: Sequence[StagedPage], theme: Theme) -> dict[str, bytes]:
        """Each page's HTML by its address. A page's bytes hang on that page and the theme alone."""


# Before a heading of ours that is not the page's title.
NEXT_HEADING = re.compile(r"\n\n(?=##+ [^\n]*\{: #[\w-]+ \}\n)")


def staged_html(page: StagedPage) -> str:
    """The page's own text as HTML. Made Markdown is read a heading at a time: most actions are the same in the next
    edition, and are then not read again."""
    parts = NEXT_HEADING.split(page.markdown) if page.is_made else [page.markdown]
    return "\n".join(map(page_html, parts))


@lru_cache(maxsize=2048)
def page_html(markdown: str) -> str:
    """`markdown` as HTML, with the options that every page has."""
    try:
        return converter().reset().convert(markdown)
    except BaseException:
        converter.cache_clear()  # it would take the next page for a part of this one
        raise


def template_names(page: StagedPage, content: str, theme: Theme) -> dict[str, object]:
    """All that `main.html` sees: `frame`, `content`, `asset(name)`, `icon(name)` and `theme_colour(scheme)`."""

    def asset(name: str) -> str:
        return own_address(page.frame.root + theme.assets[name])

    def theme_colour(scheme: str) -> str:
        return theme.strip[scheme == "dark"]

    return {
        "frame": page.frame,
        "content": html(explained(content, page.frame)),
        "asset": asset,
        "icon": icon,
        "theme_colour": theme_colour,
    }


@cache
def icon(name: str) -> str:
    """The SVG of Material's icon `name` ("material/phone"), to stand once in a page; <use> shows #shell-phone again."""
    drawing = files("material").joinpath("templates", ".icons", f"{name}.svg").read_text("utf-8").strip()
    return html(drawing.replace(' xmlns="http://www.w3.org/2000/svg"', f' id="shell-{name.rpartition("/")[2]}"'))


def finished(page: str) -> str:
    """A page's text as it is written: one line feed at the end."""
    return f"{page.rstrip()}\n"


def page_bytes(page: str) -> bytes:
    """A page's bytes, as MkDocs writes them: UTF-8, and what UTF-8 cannot hold as a character reference."""
    return page.encode("utf-8", "xmlcharrefreplace")
