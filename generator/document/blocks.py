"""What page models are made of. Every text is chosen; templates only place it."""

from dataclasses import dataclass
from typing import Literal, Protocol

from generator.plan.vocabulary import Look


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site by its address, None for the page itself, or to a place on it."""

    text: str
    page: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class AlternateLink:
    """The same in another form, for programs: a media type, what it is called, and the address of the file."""

    kind: Literal["application/atom+xml", "application/json", "text/calendar"]
    title: str
    file: str


class Page(Protocol):
    """What every page model has."""

    @property
    def address(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def opening(self) -> str:
        """What it says first, in plain words: search engines and shared links show it."""

    @property
    def template(self) -> str: ...
    @property
    def crumbs(self) -> tuple[Link, ...]:
        """The pages above it, from the top; the page itself is not among them."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A status: its words, and the look that gives its colour, border and shape."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a fact: the words, and how they are to be understood, if that needs saying.

    The words link to `link`, a page of the site, or to `outside`, a web address. `tag` says what became of it.
    """

    text: str
    notes: tuple[str, ...] = ()
    link: Link | None = None
    outside: str = ""
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line: "Strategic lead", and its values; `anchor` is its place, where something leads to it."""

    label: str
    lines: tuple[Line, ...]
    anchor: str = ""


# What one cell of a table says; a cell without a line would be empty, and no cell is.
Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; its first cell is its header. A script chooses rows by `keys`, such as "lead-nhs"."""

    cells: tuple[Cell, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption. Each row has one cell for each column."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many things have one status."""

    tag: Tag
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Counts drawn as a bar, in hundredths of its width; the words stand beside it."""

    pieces: tuple[tuple[Look, float, float], ...]  # look, start, width


@dataclass(frozen=True, slots=True)
class Gone:
    """That a thing was taken out of the plan, and where it goes on, if it was put in again with another id."""

    sentence: str
    last_said: str
    label: str = ""
    link: Link | None = None
