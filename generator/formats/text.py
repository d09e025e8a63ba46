"""Pages as plain text: for a braille display, for mail, and for whoever wants words alone.

No line is broken and none is drawn: each display breaks lines as it needs. A heading begins with as many signs as its
level, a rating stands in square brackets, and a table is read row by row, each cell behind the name of its column. What
works in a browser only is said in a sentence.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.document.blocks import (
    CLOSES_UP,
    Added,
    Aside,
    Bar,
    Block,
    Changes,
    Day,
    Fact,
    Facts,
    Inline,
    Item,
    Line,
    Link,
    Listing,
    Mark,
    Notes,
    Outside,
    Points,
    Prose,
    Removed,
    Section,
    Sentences,
    Table,
    Tag,
    Text,
    Ways,
)
from generator.document.charts import Chart, Progress
from generator.document.chooser import Chooser
from generator.document.page import Page
from generator.document.search_form import SearchForm
from generator.text import without_unsafe_characters

# A plan's text may hold line ends, and so could pretend to be a heading or a list.
LINE_ENDS = re.compile(r"\s*[\r\n\u2028\u2029]\s*")
# Forms work in a browser alone.
ON_THE_WEB_PAGE = "this works on the web page only."
# How far what lies within a list or a row is moved in.
MARGIN = "  "


def page_text(page: Page) -> str:
    """The page as text, its title first."""
    return "\n".join((f"# {_one_line(page.title)}", "", *_lines(page.blocks))).rstrip() + "\n"


def _lines(blocks: Sequence[Block], level: int = 2) -> Iterator[str]:
    """Each block's lines, and an empty line after each block that has any. `level` is that of headings among them."""
    for block in blocks:
        make = BLOCK_LINES[type(block)]
        found = tuple(make(block, level) if isinstance(block, Section) else make(block))
        yield from found
        if found and found[-1]:
            yield ""


# Inlines


def inline_text(item: Inline) -> str:
    """What one inline says, in one line: no text of a plan can begin a line of its own."""
    return _one_line(INLINE_TEXT[type(item)](item))


def _one_line(text: str) -> str:
    return LINE_ENDS.sub(" ", without_unsafe_characters(text))


def inlines_text(items: Sequence[Inline]) -> str:
    """What a line says: one space between two inlines, as on a page."""
    said = ""
    for text in filter(None, map(inline_text, items)):
        said += text if not said or text.startswith(CLOSES_UP) else f" {text}"
    return said


def _run_text(items: Sequence[Inline]) -> str:
    """What the runs of a text say, which hold their own spaces."""
    return "".join(map(inline_text, items))


def _outside(link: Outside) -> str:
    """Its words, then its address where the words are not that already."""
    words = _run_text(link.content)
    is_said = link.address in (words, f"mailto:{words}") or link.address.startswith("tel:")
    return words if is_said else f"{words} ({link.address})"


def _marked(mark: str, text: str) -> str:
    """Words that were taken out or put in, in brackets within the spaces around them."""
    words = text.strip()
    before, _, after = text.partition(words)
    return f"{before}[{mark} {words}]{after}"


INLINE_TEXT: Mapping[type, Callable[[Any], str]] = {
    Text: lambda item: item.text,
    Link: lambda item: item.text,
    Outside: _outside,
    Tag: lambda item: f"[{item.text}]",
    Aside: lambda item: f"({item.text})",
    Mark: lambda item: f"{item.text}.",
    Day: lambda item: item.text,
    Removed: lambda item: _marked(item.mark, item.text),
    Added: lambda item: _marked(item.mark, item.text),
}


# Blocks


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {_one_line(section.title)}"
    yield ""
    yield from _lines(section.blocks, level + 1)


def _points(block: Points | Ways) -> Iterator[str]:
    for item in block.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f"- {inlines_text(item.content)}"
    yield from (f"{MARGIN}{line}" for fact in item.facts for line in _fact(fact))


def _ways(block: Ways) -> Iterator[str]:
    yield f"{block.label}:"
    yield from _points(block)


def _prose(block: Prose) -> Iterator[str]:
    for place, part in enumerate(block.blocks):
        if place:
            yield ""
        yield from _prose_part(part)


def _prose_part(part: Sentences | Listing) -> Iterator[str]:
    if isinstance(part, Sentences):
        yield _run_text(part.content)
        return
    for place, item in enumerate(part.items):
        sign = f"{part.start + place}." if part.start is not None else "-"
        first, *others = tuple(line for below in item for line in _prose_part(below)) or ("",)
        yield f"{sign} {first}".rstrip()
        yield from (f"{MARGIN}{line}" for line in others)


def _fact(fact: Fact) -> Iterator[str]:
    """A labelled line; below one another, where there are several values."""
    if len(fact.lines) == 1:
        yield f"{_one_line(fact.label)}: {_line(fact.lines[0])}"
    else:
        yield f"{_one_line(fact.label)}:"
        yield from (f"- {_line(line)}" for line in fact.lines)


def _line(line: Line) -> str:
    return inlines_text(line.inlines)


def _facts(block: Facts) -> Iterator[str]:
    for fact in block.facts:
        yield from _fact(fact)


def _table(table: Table) -> Iterator[str]:
    yield f"{_one_line(table.caption)}:"
    for row in table.rows:
        yield ""
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield f"{_one_line(column)}: {'; '.join(map(_line, cell))}"


def _chart(chart: Chart) -> Iterator[str]:
    yield chart.sentence
    yield from (f"{panel.title}: {panel.description}" for panel in chart.panels)


def _notes(block: Notes) -> Iterator[str]:
    yield f"{block.label}:"
    for note in block.items:
        first, *others = tuple(_prose(note.text)) or ("",)
        yield f"- {note.when}: {first}"
        yield from (f"{MARGIN}{line}" for line in others)


def _changes(block: Changes) -> Iterator[str]:
    yield f"{block.label}:"
    for item in block.items:
        yield f"- {inlines_text(item.sentence)}"
        yield from (f"{MARGIN}{_run_text(text).strip()}" for text in item.texts)


BLOCK_LINES: Mapping[type, Callable[..., Iterator[str]]] = {
    Section: _section,
    Sentences: lambda block: iter((inlines_text(block.content),)),
    Points: _points,
    Ways: _ways,
    Prose: _prose,
    Facts: _facts,
    Table: _table,
    # It draws what stands in words beside it.
    Bar: lambda block: iter(()),
    Progress: lambda block: iter((f"{block.label}: {block.words}",)),
    Chart: _chart,
    Notes: _notes,
    Changes: _changes,
    Chooser: lambda block: iter((f"{block.label}: {ON_THE_WEB_PAGE}",)),
    SearchForm: lambda block: iter((f"{block.label}: {ON_THE_WEB_PAGE}",)),
}
