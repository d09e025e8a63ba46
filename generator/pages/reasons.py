"""What many values of a page would say again at length is said once: why they are missing, and shared notes."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal

from generator.document.blocks import (
    Aside,
    Bar,
    DatedNote,
    Day,
    Fact,
    Item,
    Line,
    Link,
    Outside,
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

# Where a line stands: as a fact of the page, as one of an item, in a cell, or elsewhere, where it has no label.
Place = Literal["fact", "item", "cell", ""]
# Takes the label under which a line stands, of a fact or of a table's column, the line and its place; gives the line
# to show.
Change = Callable[[str, Line, Place], Line]

# What is most of a page, and in which no value is said with its reason.
HOLD_NO_LINES = (str, type, Text, Link, Outside, Day, Aside, Chart, Bar, Progress, Chooser, SearchForm)
# So many values of a page may each say the same, and a note of so many words is short.
FEW, FEW_WORDS = 3, 8


def say_reasons_once(view: PlanView, page: Page, reasons: tuple[Reason, ...]) -> Page:
    """`page` with what many of its values would repeat said once, beside the day with which it compares dates.

    `reasons` are those of the view, which every page of it shares.
    """
    said: list[str] = []
    found: list[tuple[str, Line, Place]] = []

    def collect(label: str, line: Line, place: Place) -> Line:
        found.append((label, line, place))
        return line

    _mapped(page, collect)
    texts = tuple((label, text) for label, line, _ in found for text in _texts(line))
    whole = "\n".join(text for _, text in texts)
    for reason in reasons:
        if whole.count(reason.full) > FEW and not _is_mixed(reasons, reason, whole):
            page = _shorten(view, page, texts, reason, said)
    page = _lift_notes(view, page, tuple((label, line) for label, line, place in found if place == "fact"), said)
    return _with_said(page, " ".join(said)) if said else page


def _texts(line: Line) -> tuple[str, ...]:
    """What a line says in words."""
    return (line.text, *line.notes, *((line.tag.text,) if line.tag else ()))


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

    def change(label: str, line: Line, _: Place) -> Line:
        if label not in labels:
            return line
        notes = tuple(note.replace(reason.full, reason.short) for note in line.notes)
        return replace(line, text=line.text.replace(reason.full, reason.short), notes=notes)

    return _mapped(page, change) if labels else page


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

    def change(label: str, line: Line, place: Place) -> Line:
        if place not in ("fact", "item"):
            return line
        return replace(line, notes=tuple(note for note in line.notes if note not in lifted.get(label, ())))

    return _mapped(page, change) if lifted else page


def _mapped(value: Any, change: Change, *, is_note: bool = False) -> Any:
    """`value` with every line of facts, tables and dated notes below it changed.

    `change` is given the words of a tag too, which stay as they are.
    """

    def lines(label: str, held: tuple[Line, ...], place: Place) -> tuple[Line, ...]:
        return tuple(change(label, line, place) for line in held)

    if isinstance(value, Text) and is_note:
        return replace(value, text=change("", Line(value.text), "").text)
    if isinstance(value, Tag):
        change("", Line(value.text), "")
    elif isinstance(value, Fact):
        return _with(value, lines=lines(value.label, value.lines, "fact"))
    elif isinstance(value, Item):
        facts = tuple(_with(fact, lines=lines(fact.label, fact.lines, "item")) for fact in value.facts)
        return _with(value, content=_mapped(value.content, change), facts=facts)
    elif isinstance(value, Table):
        rows = []
        for row in value.rows:
            cells = zip(value.columns, row.cells, strict=True)
            rows.append(_with(row, cells=tuple(lines(column, cell, "cell") for column, cell in cells)))
        return _with(value, rows=tuple(rows))
    elif isinstance(value, tuple):
        return tuple(_mapped(item, change, is_note=is_note) for item in value)
    elif is_dataclass(value) and not isinstance(value, HOLD_NO_LINES):
        is_note = is_note or isinstance(value, DatedNote)
        held = {name: _mapped(getattr(value, name), change, is_note=is_note) for name in _fields(value.__class__)}
        return _with(value, **held)
    return value


def _with(value: Any, **changed: Any) -> Any:
    """`value` with the fields that `changed`; itself where none did, since most of a page is only read."""
    is_same = all(getattr(value, name) == held for name, held in changed.items())
    return value if is_same else replace(value, **changed)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
