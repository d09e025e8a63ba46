"""Parts of a page under a heading of their own: what they open with, labelled lines, tables, and entries."""

from dataclasses import dataclass

from generator.document.blocks import Fact, Link, Table


@dataclass(frozen=True, slots=True)
class Shown:
    """A table with what a reader must know before it."""

    opening: tuple[str, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class ChapterEntry:
    """One thing of a chapter, with a heading and an anchor of its own."""

    anchor: str
    title: str
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    prose: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a page. `prose` may hold formatting; `points` are sentences of a list."""

    anchor: str
    heading: str
    opening: tuple[str, ...] = ()
    prose: str = ""
    points: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    shown: tuple[Shown, ...] = ()
    entries: tuple[ChapterEntry, ...] = ()

    @property
    def link(self) -> Link:
        """A link to it from its own page."""
        return Link(self.heading, None, self.anchor)
