"""Labelled lines and tables, made of what they say: words, a link, a tag, or lines that are made already."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.document.blocks import Cell, Fact, Line, Link, Row, Section, Table, Tag
from generator.wording import Words

Item = TypeVar("Item")
Said = str | Link | Tag | Line | Cell | None
# A heading, and what the cell below it says of an item.
Column = tuple[str, Callable[[Item], Said]]


def lines(said: Said) -> Cell:
    """What a cell or a labelled line says, as its lines; none where it says nothing."""
    match said:
        case None | "":
            return ()
        case str():
            return (Line(said),)
        case Link():
            return (Line("", link=said),)
        case Tag():
            return (Line("", tag=said),)
        case Line():
            return (said,)
    return said


def labelled(*pairs: tuple[str, Said]) -> tuple[Fact, ...]:
    """A labelled line for each pair of a label and what it says, but for those that say nothing."""
    return tuple(Fact(label, held) for label, said in pairs if (held := lines(said)))


def row(*cells: Said) -> Row:
    """A row of a table, each of its cells given by what it says."""
    return Row(tuple(map(lines, cells)))


def table(caption: str, items: Iterable[Item], *columns: Column[Item]) -> Table:
    """A table with a row for each of `items`."""
    rows = tuple(row(*(say(item) for _, say in columns)) for item in items)
    return Table(caption, tuple(heading for heading, _ in columns), rows)


def counted_link(words: Words, part: Section) -> Link:
    """A link to a part of its own page, with how many rows the tables in it have."""
    count = sum(len(block.rows) for block in part.blocks if isinstance(block, Table))
    text = words.say("{heading}: {count}", heading=part.title, count=words.number(count))
    return Link(text, part.here.to)
