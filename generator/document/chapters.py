"""Parts of a page under a heading of their own: what they open with, labelled lines, tables, and entries."""

from dataclasses import dataclass

from generator.document.blocks import Block, Fact, Link, Section, Sentences, Table, labelled_lines, points, sentences
from generator.document.prose import prose_blocks


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


def chapter_section(chapter: Chapter | Section) -> Section:
    """`chapter` as a section of blocks."""
    if isinstance(chapter, Section):
        return chapter
    blocks: tuple[Block, ...] = (
        *_paragraphs(chapter.opening),
        *prose_blocks(chapter.prose),
        *points(*chapter.points),
        *labelled_lines(chapter.facts),
        *(block for shown in chapter.shown for block in _shown(shown)),
        *(
            Section(
                entry.anchor, entry.title, (*prose_blocks(entry.prose), *labelled_lines(entry.facts), *entry.tables)
            )
            for entry in chapter.entries
        ),
    )
    return Section(chapter.anchor, chapter.heading, blocks)


def _shown(shown: Shown) -> tuple[Block, ...]:
    return (*_paragraphs(shown.opening), shown.table)


def _paragraphs(texts: tuple[str, ...]) -> tuple[Sentences, ...]:
    return tuple(block for text in texts for block in sentences(text))
