"""Plain text says all that pages say, in their order: each kind of block and inline, and every text of every page."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, cast

import pytest

from generator.document.blocks import BLOCKS, INLINES, Bar, Day, Line, Link, Outside, Row, Table, Text
from generator.document.charts import Chart, Progress
from generator.document.chooser import Chooser
from generator.document.page import Page
from generator.document.refs import here
from generator.document.search_form import SearchForm
from generator.formats import text as renderer
from generator.formats.text import BLOCK_LINES, INLINE_TEXT, inline_text, page_text
from generator.pages import home_page, plan_pages, search_page
from generator.wording import Words
from generator.words.view import PlanView
from tests.command import plans
from tests.conftest import TODAY
from tests.council_folder import write_council
from tests.filled_plan import filled
from tests.shelves import sound

# What no reader is told: places, looks, and what a script looks for.
SILENT = {"anchor", "address", "key", "keys", "kind", "look", "role", "to", "start", "is_strong", "is_emphasis"}


def said(value: Any) -> Iterator[str]:
    """Every text of a block, in the order in which a reader takes it in; written apart from the renderer."""
    match value:
        case str():
            yield value
        case Table():
            yield value.caption
            for row in value.rows:
                for column, cell in zip(value.columns, row.cells, strict=True):
                    yield column
                    yield from said(cell)
        case Line():
            yield from said(value.inlines)
        case Chart():
            yield value.sentence
            yield from (text for panel in value.panels for text in (panel.title, panel.description))
        case Bar():
            pass
        case Progress():
            yield from (value.label, value.words)
        case Chooser():
            yield from (value.label, value.all)
        case SearchForm():
            yield from (value.label, value.hint)
        case tuple():
            for item in value:
                yield from said(item)
        case _ if is_dataclass(value):
            names = [field.name for field in fields(value)]
            # A word that was taken out or put in is marked first; a heading's link has the heading's own words.
            names.sort(key=lambda name: name != "mark")
            hidden = SILENT | ({"link"} if hasattr(value, "title") else set())
            for name in names:
                if name not in hidden:
                    yield from said(getattr(value, name))


def unsaid(page: Page) -> list[str]:
    """The texts of `page` that its plain text does not say, or says in another order."""
    text, place, missing = page_text(page), 0, []
    for found in said((page.title, page.blocks)):
        words = found.strip()
        at = text.find(words, place)
        if at < 0:
            missing.append(words)
        else:
            place = at + len(words)
    return missing


@pytest.fixture(scope="module")
def pages(source) -> tuple[Page, ...]:
    """Every page of the worked plans and of a plan that holds every kind of thing, and the site's own."""
    words = Words()
    views = [
        PlanView(edition.plan, words, edition.facts.as_at, edition=edition, history=shelf)
        for shelf in source.shelves.values()
        for edition in shelf.editions[-1:]
    ]
    views.append(PlanView(filled(lambda field: f"Text of {field.path}"), words, TODAY))
    found = [page for view in views for page in plan_pages(view)]
    return (*found, home_page(words, "Plans", tuple(views)), search_page(words, tuple(views)))


def test_every_text_of_every_page_is_said_in_order(pages):
    assert {page.kind for page in pages} > {"overview", "action", "print", "findings", "search"}
    assert {page.address: unsaid(page) for page in pages if unsaid(page)} == {}


@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if kind is not Bar], ids=lambda kind: kind.__name__)
def test_a_block_that_is_left_out_is_missed(pages, kind, monkeypatch):
    holding = [page for page in pages if holds(page.blocks, kind)]
    assert holding, "some page has a block of each kind"
    nothing: Callable[[Any], Iterator[str]] = lambda block: iter(())  # noqa: E731
    monkeypatch.setattr(renderer, "BLOCK_LINES", {**BLOCK_LINES, kind: nothing})
    assert any(unsaid(page) for page in holding)


@pytest.mark.parametrize("kind", INLINES, ids=lambda kind: kind.__name__)
def test_an_inline_that_is_left_out_is_missed(pages, kind, monkeypatch):
    holding = [page for page in pages if holds(page.blocks, kind)]
    assert holding, "some page has an inline of each kind"
    monkeypatch.setattr(renderer, "INLINE_TEXT", {**INLINE_TEXT, kind: lambda item: ""})
    assert any(unsaid(page) for page in holding)


def holds(value: Any, kind: type) -> bool:
    if isinstance(value, kind):
        return value != Day("")
    if isinstance(value, tuple):
        return any(holds(item, kind) for item in value)
    if isinstance(value, Line):
        return holds(value.inlines, kind)
    return is_dataclass(value) and any(holds(getattr(value, field.name), kind) for field in fields(value))


def test_every_kind_of_block_and_inline_has_a_way_to_be_said():
    assert set(BLOCK_LINES) == set(BLOCKS)
    assert set(INLINE_TEXT) == set(INLINES)


def test_a_form_is_said_in_a_sentence(pages):
    (search,) = (page for page in pages if page.kind == "search")
    assert "Search this site: Type a word, or choose from a list." in page_text(search)


def test_a_table_is_read_row_by_row():
    table = Table("Grades", ("Question", "Grade"), (Row(((Line("One"),), (Line("Good", ("of 3",)), Line("Weak")))),))
    page = Page("x", "x/", "Title", (), "", (table,))
    assert page_text(page) == "Title\n=====\n\nGrades:\n\nQuestion: One\nGrade: Good (of 3); Weak\n"


def test_a_link_is_its_words():
    assert inline_text(Link("All actions", here("x"))) == "All actions"
    assert inline_text(Outside((Text("the report"),), "https://example.org/r")) == "the report (https://example.org/r)"


# The command


@pytest.fixture
def council(tmp_path):
    return write_council(tmp_path / "council")


def test_the_plan_is_written_as_text(council, tmp_path):
    out = tmp_path / "to-send"
    result = plans("-C", council, "formats", "anytown", "--only", "text", "--out", out, "--today", str(TODAY))
    assert result.exit_code == 0, result.output
    (file,) = out.iterdir()
    edition = sound(council / "plans/anytown").editions[-1]
    assert file.name == f"anytown-{edition.name}.txt"
    assert edition.plan.title in file.read_text("utf-8")
    assert f"Wrote {file}" in " ".join(result.output.split())
    again = file.read_bytes()
    plans("-C", council, "formats", "anytown", "--out", out, "--today", str(TODAY))
    assert file.read_bytes() == again


def test_an_edition_that_is_not_there_is_told(council):
    result = plans("-C", council, "formats", "anytown", "--edition", "1999-01-01", "--today", str(TODAY))
    assert result.exit_code == 2
    assert "There is no edition 1999-01-01; there are:" in result.output


def test_a_plan_without_an_edition_by_then_is_told(council):
    result = plans("-C", council, "formats", "anytown", "--today", "1999-01-01")
    assert result.exit_code == 1
    assert cast(str, result.output).strip()
