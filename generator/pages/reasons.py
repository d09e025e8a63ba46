"""What many values of a page would say again at length is said once: why they are missing, and shared notes."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from generator.document.blocks import (
    Aside,
    Bar,
    DatedNote,
    Day,
    Fact,
    Item,
    Line,
    Link,
    Listing,
    Prose,
    Row,
    Section,
    Sentences,
    Table,
    Tag,
    Text,
    sentences,
)
from generator.document.charts import Chart, Progress
from generator.document.chooser import Chooser
from generator.document.page import Page
from generator.document.search_form import SearchForm
from generator.words.phrases import Reason, of_all, sentence
from generator.words.view import PlanView

# Takes the label under which a line stands, of a fact or of a table's column, and the line; gives the line to show.
Change = Callable[[str, Line], Line]

# What is most of a page, and in which no value is said with its reason.
HOLD_NO_LINES = (str, Text, Link, Day, Aside, Chart, Bar, Progress, Chooser, SearchForm)
# So many values of a page may each say the same, and a note of so many words is short.
FEW, FEW_WORDS = 3, 8


def say_reasons_once(view: PlanView, page: Page, reasons: tuple[Reason, ...]) -> Page:
    """`page` with what many of its values would repeat said once, beside the day with which it compares dates.

    `reasons` are those of the view, which every page of it shares.
    """
    said: list[str] = []
    found = tuple(_lines(view, page))
    texts = tuple((label, text) for label, line, _ in found for text in _texts(line))
    whole = "\n".join(text for _, text in texts)
    for reason in reasons:
        if whole.count(reason.full) > FEW and not _is_mixed(reasons, reason, whole):
            page = _shorten(view, page, texts, reason, said)
    page = _lift_notes(view, page, tuple((label, line) for label, line, is_fact in found if is_fact), said)
    if not said:
        return page
    return _with_said(page, " ".join(said))


def _with_said(page: Page, text: str) -> Page:
    """`page` with `text` beside the day that it speaks of; after what it says first, where it names no day."""
    found = False

    def walk(value: Any) -> Any:
        nonlocal found
        if isinstance(value, Sentences) and not found and any(isinstance(item, Day) for item in value.content):
            found = True
            content = (Day(f"{item.text} {text}".strip()) if isinstance(item, Day) else item for item in value.content)
            return replace(value, content=tuple(content))
        if isinstance(value, Section):
            return replace(value, blocks=walk(value.blocks))
        return tuple(map(walk, value)) if isinstance(value, tuple) else value

    blocks = walk(page.blocks)
    if found:
        return replace(page, blocks=blocks)
    first, *others = page.blocks
    if not isinstance(first, Sentences) or first.role not in ("", "lead"):
        return replace(page, blocks=(*sentences(text), *page.blocks))
    opened = replace(first, content=(*first.content, Text(text)))
    return replace(page, opening=f"{page.opening} {text}", blocks=(opened, *others))


def _is_mixed(reasons: tuple[Reason, ...], reason: Reason, whole: str) -> bool:
    """Whether a page withholds names for another reason too, or another reason begins with the same words."""
    others = [other for other in reasons if other != reason and other.full in whole]
    is_of_names = not reason.short and any(not other.short for other in others)
    return is_of_names or any(reason.full in other.full for other in others)


def _shorten(view: PlanView, page: Page, texts: tuple[tuple[str, str], ...], reason: Reason, said: list[str]) -> Page:
    """The page with `short` for `full`, where nothing else that the page says in the same words is meant by it."""
    uses, others = defaultdict[str, int](int), set[str]()
    for label, text in texts:
        uses[label] += text.count(reason.full)
        if reason.short and reason.short in text.replace(reason.full, ""):
            others.add(label)
    labels = [label for label, count in uses.items() if count]
    if others:
        # The same words without this reason stand elsewhere on the page: it can be said of whole labels only.
        labels = [label for label in labels if label and label not in others and uses[label] > FEW]
    if labels:
        said.append(_why(view, reason, labels if others else []))

    def change(label: str, line: Line) -> Line:
        if label not in labels:
            return line
        notes = tuple(note.replace(reason.full, reason.short) for note in line.notes)
        return replace(line, text=line.text.replace(reason.full, reason.short), notes=notes)

    return _mapped(view, page, change) if labels else page


def _why(view: PlanView, reason: Reason, labels: list[str]) -> str:
    """The reason in a sentence; of the values under `labels`, or of all that the page says to be missing so."""
    words, ground = view.words, sentence(reason.ground)
    if not reason.short:
        return words.say("Why names are withheld on this page: {ground}", ground=ground)
    if not labels:
        return words.say("Why this page says “{missing}”: {ground}", missing=reason.short, ground=ground)
    places = words.listing(words.say("“{label}”", label=label) for label in labels)
    return words.say(
        "Why this page says “{missing}” under {places}: {ground}", missing=reason.short, places=places, ground=ground
    )


def _lift_notes(view: PlanView, page: Page, of_facts: tuple[tuple[str, Line], ...], said: list[str]) -> Page:
    """The page without the long notes that all lines of a label have; each is said once."""
    held = defaultdict[str, list[frozenset[str]]](list)
    for label, line in of_facts:
        held[label].append(frozenset(line.notes))
    shared = {
        label: {note for note in frozenset.intersection(*lines) if len(note.split()) > FEW_WORDS}
        for label, lines in held.items()
        if len(lines) > FEW
    }
    lifted = {label: notes for label, notes in shared.items() if notes}
    said += [of_all(view.words, label, note) for label, notes in lifted.items() for note in sorted(notes)]

    def change(label: str, line: Line) -> Line:
        return replace(line, notes=tuple(note for note in line.notes if note not in lifted.get(label, ())))

    return _mapped(view, page, change, in_tables=False) if lifted else page


def _texts(line: Line) -> Iterator[str]:
    """What a line says in words."""
    yield line.text
    yield from line.notes
    if line.tag:
        yield line.tag.text


def _lines(view: PlanView, value: Any) -> Iterator[tuple[str, Line, bool]]:
    """Every line below `value` with its label, and whether that is a fact's; what stands in neither has no label."""
    if isinstance(value, HOLD_NO_LINES):
        return
    if isinstance(value, Fact):
        yield from ((value.label, line, True) for line in value.lines)
    elif isinstance(value, Table):
        for row in value.rows:
            for column, cell in zip(value.columns, row.cells, strict=True):
                yield from ((column, line, False) for line in cell)
    elif isinstance(value, Item):
        yield from ((fact.label, line, False) for fact in value.facts for line in fact.lines)
        yield from _lines(view, value.content)
    elif isinstance(value, DatedNote):
        yield from (("", Line(run.text), False) for block in value.text.blocks for run in _runs(block))
    elif isinstance(value, Tag):
        yield "", Line(value.text), False
    elif isinstance(value, tuple):
        for item in value:
            yield from _lines(view, item)
    elif is_dataclass(value):
        for name in _fields(value.__class__):
            yield from _lines(view, getattr(value, name))


def _runs(block: Sentences | Listing) -> Iterator[Text]:
    """The runs of a formatted text that are no links."""
    if isinstance(block, Sentences):
        yield from (item for item in block.content if isinstance(item, Text))
    else:
        yield from (run for item in block.items for below in item for run in _runs(below))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _mapped(view: PlanView, value: Any, change: Change, *, in_tables: bool = True) -> Any:
    """`value` with every line of facts and tables below it changed."""

    def walk(value: Any) -> Any:
        if isinstance(value, Fact):
            return replace(value, lines=tuple(change(value.label, line) for line in value.lines))
        if isinstance(value, Table):
            rows = (_row(value.columns, row, change) for row in value.rows)
            return replace(value, rows=tuple(rows)) if in_tables else value
        if isinstance(value, DatedNote):
            return replace(value, text=_prose(value.text, change))
        if isinstance(value, tuple):
            return tuple(map(walk, value))
        if is_dataclass(value) and not isinstance(value, type):
            changed = {field.name: walk(getattr(value, field.name)) for field in fields(value)}
            return replace(value, **changed)
        return value

    return walk(value)


def _prose(prose: Prose, change: Change) -> Prose:
    """`prose` with every run of it that is no link changed."""

    def walk(value: Any) -> Any:
        if isinstance(value, Text):
            return replace(value, text=change("", Line(value.text)).text)
        if isinstance(value, Sentences):
            return replace(value, content=tuple(map(walk, value.content)))
        if isinstance(value, Listing):
            return replace(value, items=walk(value.items))
        return tuple(map(walk, value)) if isinstance(value, tuple) else value

    return Prose(walk(prose.blocks))


def _row(columns: tuple[str, ...], row: Row, change: Change) -> Row:
    cells = (tuple(change(column, line) for line in cell) for column, cell in zip(columns, row.cells, strict=True))
    return replace(row, cells=tuple(cells))
