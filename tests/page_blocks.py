"""How tests look at a page of blocks: its sections, its tables, its labelled lines and its words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from generator.document.blocks import CLOSES_UP, Block, Fact, Facts, Line, Link, Section, Table
from generator.document.page import Page
from generator.document.refs import Destination, Places
from generator.pages import BUILDERS
from generator.pages.print import print_page
from generator.words.directory import kinds
from generator.words.view import PlanView
from generator.words.whereabouts import whereabouts

# What has blocks of its own, or is blocks.
Holder = Page | Section | tuple[Block, ...]
Kind = TypeVar("Kind")
# What a part of a page has for programs, not for readers.
NO_WORDS = {
    *("address", "anchor", "file", "key", "keys", "kind", "look", "name", "page", "path", "pattern", "pieces", "role"),
    *("shape", "size", "standing", "to", "value"),
}
FRAME_OF_PAGE = {"crumbs", "dataset", "glossary", "opening", "parts"}


def every_block(holder: Holder) -> Iterator[Block]:
    """The blocks of `holder` at all depths, each before those below it."""
    for block in holder if isinstance(holder, tuple) else holder.blocks:
        yield block
        if isinstance(block, Section):
            yield from every_block(block)


def blocks_of(holder: Holder, kind: type[Kind]) -> tuple[Kind, ...]:
    """The blocks of `holder` of one kind, at all depths, in their order."""
    return tuple(block for block in every_block(holder) if isinstance(block, kind))


def sections(holder: Holder) -> dict[str, Section]:
    """The sections of `holder` by their anchors, at all depths, in their order."""
    return {found.anchor: found for found in blocks_of(holder, Section)}


def section(holder: Holder, anchor: str) -> Section:
    """The section at `anchor`."""
    return sections(holder)[anchor]


def tables(holder: Holder) -> tuple[Table, ...]:
    """The tables of `holder`, at all depths, in their order."""
    return blocks_of(holder, Table)


def all_facts(holder: Holder) -> tuple[Fact, ...]:
    """The labelled lines of `holder`, at all depths, in their order."""
    return tuple(fact for block in blocks_of(holder, Facts) for fact in block.facts)


def facts(holder: Holder) -> dict[str, list[str]]:
    """The labelled lines of `holder` as a reader takes them in: each line's text, then what is to be known of it."""
    return {
        fact.label: ["; ".join((line.link.text if line.link else line.text, *line.notes)) for line in fact.lines]
        for fact in all_facts(holder)
    }


def parts_of(part: Any, kind: type[Kind]) -> tuple[Kind, ...]:
    """What of `kind` is within `part`, a page, a block, an inline, or some of them, in their order."""
    return tuple(found for found in _parts(part) if isinstance(found, kind))


def links_of(part: Any) -> tuple[Link, ...]:
    """The same for links."""
    return parts_of(part, Link)


def leads_to(link: Link, view: PlanView) -> Destination:
    """Where `link` leads from a page of the plan as it is now."""
    return Places({view.plan.id: whereabouts(view)}).destination(link.to)


def contents(part: Any) -> list[tuple[str, str]]:
    """What a list of contents names, and the place on the page that each link of it leads to."""
    found = links_of(part)
    assert [link for link in found if link.to.kind != "here"] == []
    return [(link.text, link.to.part) for link in found]


def printed(view: PlanView) -> Page:
    """The page to print, of the plan's other pages; also of a plan that has none, for there is too little to print."""
    return print_page(view, {kind: BUILDERS[kind](view) for kind in kinds(view) if kind in BUILDERS})


def text_of(part: Any) -> str:
    """The words of `part`, a page, a block, an inline, or some of them, in their order with one space between."""
    said = ""
    for found in _parts(part):
        if isinstance(found, str):
            said += found if found.startswith(CLOSES_UP) else f" {found}"
    return " ".join(said.split())


def texts(holder: Holder) -> list[str]:
    """The words of each block of `holder` itself, a section's heading and all that stands below it as one."""
    return [text_of(block) for block in (holder if isinstance(holder, tuple) else holder.blocks)]


def _parts(part: Any) -> Iterator[Any]:
    """`part` and all that it holds, texts that no reader sees left out. A line's link stands for its text."""
    if isinstance(part, tuple | list):
        for item in part:
            yield from _parts(item)
    elif isinstance(part, Line):
        yield from _parts(part.inlines)
    elif is_dataclass(part):
        yield part
        if isinstance(part, Section):
            yield from (*_parts(part.link or part.title), *_parts(part.blocks))
            return
        left_out = NO_WORDS | (FRAME_OF_PAGE if isinstance(part, Page) else set())
        for field in fields(part):
            if field.name not in left_out:
                yield from _parts(getattr(part, field.name))
    elif isinstance(part, str):
        yield part
