"""Pages as plain text: for a braille display, for mail, and for whoever wants words alone.

No line is broken and none is drawn: each display breaks lines as it needs. A table is read row by row, each cell behind
the name of its column. What works in a browser only is said in a sentence.
"""

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

# How far what lies within a list or a row is moved in.
MARGIN = "  "


def page_text(page: Page) -> str:
    """The page as text, its title first."""
    return "\n".join((page.title, "=" * len(page.title), "", *_lines(page.blocks))).rstrip() + "\n"


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Each block's lines, and an empty line after each block that has any."""
    for block in blocks:
        found = tuple(BLOCK_LINES[type(block)](block))
        yield from found
        if found and found[-1]:
            yield ""


# Inlines


def inline_text(item: Inline) -> str:
    """What one inline says."""
    return INLINE_TEXT[type(item)](item)


def inlines_text(items: Sequence[Inline]) -> str:
    """What a line says: one space between two inlines, as on a page."""
    said = ""
    for text in map(inline_text, items):
        said += text if not said or text.startswith(CLOSES_UP) else f" {text}"
    return said


def _run_text(items: Sequence[Inline]) -> str:
    """What the runs of a text say, which hold their own spaces."""
    return "".join(map(inline_text, items))


def _outside(link: Outside) -> str:
    words = _run_text(link.content)
    return words if words == link.address else f"{words} ({link.address})"


INLINE_TEXT: Mapping[type, Callable[[Any], str]] = {
    Text: lambda item: item.text,
    Link: lambda item: item.text,
    Outside: _outside,
    Tag: lambda item: item.text,
    Aside: lambda item: f"({item.text})",
    Mark: lambda item: f"{item.text}.",
    Day: lambda item: item.text,
    Removed: lambda item: f"[{item.mark} {item.text.strip()}] ",
    Added: lambda item: f"[{item.mark} {item.text.strip()}] ",
}


# Blocks


def _section(section: Section) -> Iterator[str]:
    yield section.title
    yield "-" * len(section.title)
    yield ""
    yield from _lines(section.blocks)


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
    for part in block.blocks:
        yield from _prose_part(part)


def _prose_part(part: Sentences | Listing) -> Iterator[str]:
    if isinstance(part, Sentences):
        yield _run_text(part.content)
        return
    for place, item in enumerate(part.items):
        sign = f"{part.start + place}." if part.start is not None else "-"
        first, *others = (line for below in item for line in _prose_part(below))
        yield f"{sign} {first}"
        yield from (f"{MARGIN}{line}" for line in others)


def _fact(fact: Fact) -> Iterator[str]:
    """A labelled line; below one another, where there are several values."""
    if len(fact.lines) == 1:
        yield f"{fact.label}: {_line(fact.lines[0])}"
    else:
        yield f"{fact.label}:"
        yield from (f"- {_line(line)}" for line in fact.lines)


def _line(line: Line) -> str:
    return inlines_text(line.inlines)


def _facts(block: Facts) -> Iterator[str]:
    for fact in block.facts:
        yield from _fact(fact)


def _table(table: Table) -> Iterator[str]:
    yield f"{table.caption}:"
    for row in table.rows:
        yield ""
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield f"{column}: {'; '.join(map(_line, cell))}"


def _chart(chart: Chart) -> Iterator[str]:
    yield chart.sentence
    yield from (f"{panel.title}: {panel.description}" for panel in chart.panels)


def _notes(block: Notes) -> Iterator[str]:
    yield f"{block.label}:"
    for note in block.items:
        first, *others = _prose(note.text)
        yield f"- {note.when}: {first}"
        yield from (f"{MARGIN}{line}" for line in others)


def _changes(block: Changes) -> Iterator[str]:
    yield f"{block.label}:"
    for item in block.items:
        yield f"- {inlines_text(item.sentence)}"
        yield from (f"{MARGIN}{_run_text(text).strip()}" for text in item.texts)


BLOCK_LINES: Mapping[type, Callable[[Any], Iterator[str]]] = {
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
    # Forms work in a browser alone; the label says what for.
    Chooser: lambda block: iter((f"{block.label}: {block.all}",)),
    SearchForm: lambda block: iter((f"{block.label}: {block.hint}",)),
}
