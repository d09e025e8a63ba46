"""Formatted texts of a plan, read once: paragraphs, lists, strong, emphasis and links, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from html import escape

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.document.blocks import Listing, Outside, Prose, Sentences, Text
from generator.plan.field_types import is_safe_address
from generator.text import without_unsafe_characters

LINK_SCHEMES = {"https", "http", "mailto"}
MAIL = re.compile(r"mailto:[\w.%+-]+@[\w.-]+", re.ASCII | re.IGNORECASE)
# markdown-it leaves out what is nested deeper than this, so it is more than the longest text can nest.
DEEPEST_LIST = 1_000
LINE_END = re.compile(r" *\n *")
# Lists nested deeper than this stand at this depth: no reader could follow them.
DEEPEST_SHOWN = 10


class _ProseParser(MarkdownIt):
    """Reads paragraphs, lists, emphasis and links. A link that leads nowhere good stays as it was typed."""

    def __init__(self) -> None:
        super().__init__("zero", {"maxNesting": DEEPEST_LIST})
        self.enable(["list", "emphasis", "link", "escape"])

    def validateLink(self, url: str) -> bool:
        is_meant = is_safe_address(url) or MAIL.fullmatch(url) is not None
        # nh3 has a stricter view of addresses; what it would drop stays as it was typed.
        made = f'<a href="{escape(url)}">x</a>'
        return is_meant and "href=" in nh3.clean(
            made, tags={"a"}, attributes={"a": {"href"}}, url_schemes=LINK_SCHEMES, link_rel=None
        )


@cache
def _parser() -> MarkdownIt:
    return _ProseParser()


def plain_prose(text: str) -> Prose:
    """A text without formatting, as one paragraph."""
    return Prose((Sentences((Text(text),)),))


@lru_cache(maxsize=4096)
def read_prose(source: str) -> Prose:
    """`source` as paragraphs and lists."""
    tokens = _parser().parse(source)
    return Prose(tuple(_blocks(iter(tokens), "")))


def prose_blocks(source: str | None) -> tuple[Prose, ...]:
    """`source` as a block; none where there is no text."""
    return (read_prose(source),) if source else ()


def _blocks(tokens: Iterator[Token], end: str, depth: int = 0) -> Iterator[Sentences | Listing]:
    """The blocks up to the token of type `end`, within `depth` lists."""
    open_items = 0  # of lists that are too deep to be shown as such
    for token in tokens:
        if token.type == end and not open_items:
            return
        if token.type == "inline":
            yield Sentences(tuple(_inlines(token.children or ())))
        elif depth == DEEPEST_SHOWN:
            open_items += token.nesting if token.type.startswith("list_item") else 0
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
            yield Listing(tuple(_items(tokens, token.type.replace("open", "close"), depth + 1)), start)


def _items(tokens: Iterator[Token], end: str, depth: int) -> Iterator[tuple[Sentences | Listing, ...]]:
    for token in tokens:
        if token.type == end:
            return
        yield tuple(_blocks(tokens, "list_item_close", depth))


def _inlines(tokens: Sequence[Token]) -> Iterator[Text | Outside]:
    """Runs of text and links, in their order. What opens and closes counts, for both may nest."""
    strong = emphasis = 0
    address, held = "", list[Text]()
    for token in tokens:
        match token.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "em_open":
                emphasis += 1
            case "em_close":
                emphasis -= 1
            case "link_open":
                yield from held
                address, held = str(token.attrs["href"]), []
            case "link_close":
                # A link without words shows its address, so that there is something to read and to press.
                yield Outside(tuple(held) or (Text(address),), address)
                address, held = "", []
            case _:
                _add(held, Text(_one_line(token.content), bool(strong), bool(emphasis)))
    yield from held


def _one_line(text: str) -> str:
    """`text` with a space where a line of the file ends."""
    return LINE_END.sub(" ", without_unsafe_characters(text))


def _add(held: list[Text], run: Text) -> None:
    """Put `run` at the end of `held`: as one with the last, where both are stressed alike."""
    if held and replace(held[-1], text="") == replace(run, text=""):
        held[-1] = replace(run, text=held[-1].text + run.text)
    elif run.text:
        held.append(run)
