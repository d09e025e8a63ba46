"""What a page is made of: blocks, and the inlines in them. Every text is chosen; renderers only place it.

`BLOCKS` and `INLINES` are closed sets: a renderer has a way to show each of them, and a test walks them.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from generator.document.charts import Chart, Progress
from generator.document.chooser import Chooser
from generator.document.refs import Ref, here
from generator.document.search_form import SearchForm
from generator.plan.vocabulary import Look

# Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a thing of the plan or a page of the site. Where nothing shows it any more, its words stand alone."""

    text: str
    to: Ref


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a row."""

    text: str
    is_strong: bool = False
    is_emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Outside:
    """A link to another site, to a mail program, or from the top of the server."""

    content: tuple[Text, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Aside:
    """How what stands before it is to be understood, in smaller type."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or two in a box: "Worked example"."""

    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """Of what day the facts of the page are, and with what day its dates are compared. A page says it once.

    What holds for many values of the page is said after it; where it stands alone for that, its text is empty.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    """Words that were taken out of a text. `mark` says so to readers who see no line through them."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Added:
    """Words that were put into a text. `mark` says so to readers who do not see that they are marked."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class AlternateLink:
    """The same in another form, for programs: a media type, what it is called, and the address of the file."""

    kind: Literal["application/atom+xml", "application/json", "text/calendar"]
    title: str
    file: str


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

    @property
    def inlines(self) -> "Inlines":
        """The same as every renderer places it."""
        words: tuple[Inline, ...] = (Text(self.text),) if self.text else ()
        if self.link:
            words = (self.link,)
        elif self.outside:
            words = (Outside((Text(self.text),), self.outside),)
        return (*words, *((self.tag,) if self.tag else ()), *(Aside(note) for note in self.notes))


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


Inline = Text | Link | Outside | Tag | Aside | Mark | Day | Removed | Added
INLINES: tuple[type, ...] = get_args(Inline)
# A renderer puts one space between two inlines, and none before a text that begins with one of these.
CLOSES_UP = tuple(".,;:)")
Inlines = tuple[Inline, ...]

# Blocks

# What a paragraph is to its page: how it looks, never what it says.
Role = Literal["", "lead", "as-at", "label", "notice", "status-line", "answer", "on-screen"]


@dataclass(frozen=True, slots=True)
class Sentences:
    """A paragraph."""

    content: Inlines
    role: Role = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, and labelled lines below it. A script finds the link that ends it by its `key`."""

    content: Inlines
    facts: tuple[Fact, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list of items."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """Links to the pages beside this one, with what a screen reader calls the list."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in a formatted text; an ordered one counts from `start`. Each item holds paragraphs and lists."""

    items: "tuple[tuple[Sentences | Listing, ...], ...]"
    start: int | None = None

    @property
    def is_ordered(self) -> bool:
        return self.start is not None


@dataclass(frozen=True, slots=True)
class Prose:
    """A formatted text of the plan."""

    blocks: tuple[Sentences | Listing, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled lines."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DatedNote:
    """A dated piece of progress."""

    when: str
    text: Prose


@dataclass(frozen=True, slots=True)
class Notes:
    """Dated pieces of progress below a label."""

    label: str
    items: tuple[DatedNote, ...]


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """One change: its sentence, and each text that it is of, with what was taken out and put in."""

    sentence: Inlines
    texts: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes of one sort below a label."""

    label: str
    items: tuple[ChangeItem, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with a heading, which is a link where `link` is given. Its level is its depth."""

    anchor: str
    title: str
    blocks: "tuple[Block, ...]"
    link: Link | None = None

    @property
    def here(self) -> Link:
        """A link to it from its own page."""
        return Link(self.title, here(self.anchor))


Block = (
    Section
    | Sentences
    | Points
    | Ways
    | Prose
    | Facts
    | Table
    | Bar
    | Progress
    | Chart
    | Notes
    | Changes
    | Chooser
    | SearchForm
)
BLOCKS: tuple[type, ...] = get_args(Block)


def sentences(*parts: str | Inline, role: Role = "") -> tuple[Sentences, ...]:
    """A paragraph of `parts`, empty texts left out; none where nothing is left."""
    content = tuple(Text(part) if isinstance(part, str) else part for part in parts if part != "")
    return (Sentences(content, role),) if content else ()


def points(*items: str | Inline | Item) -> tuple[Points, ...]:
    """A list of `items`; none where there are none."""
    found = tuple(
        item if isinstance(item, Item) else Item((Text(item) if isinstance(item, str) else item,)) for item in items
    )
    return (Points(found),) if found else ()


def labelled_lines(facts: tuple[Fact, ...]) -> tuple[Facts, ...]:
    """Labelled lines as a block; none where there are none."""
    return (Facts(facts),) if facts else ()
