"""Plain text says all that pages say, in their order: each kind of block and inline, and every text of every page."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import (
    BLOCKS,
    INLINES,
    Added,
    Bar,
    ChangeItem,
    Changes,
    Day,
    Fact,
    Facts,
    Line,
    Link,
    Outside,
    Removed,
    Row,
    Section,
    Table,
    Text,
    sentences,
)
from generator.document.charts import Chart, Progress
from generator.document.chooser import Chooser
from generator.document.page import Page
from generator.document.prose import read_prose
from generator.document.refs import here
from generator.document.search_form import SearchForm
from generator.formats import text as renderer
from generator.formats.text import BLOCK_LINES, INLINE_TEXT, inline_text, page_text
from generator.pages import home_page, plan_pages, search_page, whole_plan
from generator.wording import Words
from generator.words.view import PlanView, edition_view
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
        case Chooser() | SearchForm():
            # What a form says besides helps whoever uses it.
            yield value.label
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
    nothing: Callable[..., Iterator[str]] = lambda block, level=0: iter(())  # noqa: E731
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
    assert "Search this site: this works on the web page only." in page_text(search)


def test_a_table_is_read_row_by_row():
    table = Table("Grades", ("Question", "Grade"), (Row(((Line("One"),), (Line("Good", ("of 3",)), Line("Weak")))),))
    page = Page("x", "x/", "Title", (), "", (table,))
    assert page_text(page) == "# Title\n\nGrades:\n\nQuestion: One\nGrade: Good (of 3); Weak\n"


def of(*blocks: Any, title: str = "T") -> str:
    return page_text(Page("x", "x/", title, (), "", blocks)).removeprefix("# T\n\n")


def test_headings_say_their_level():
    inner = Section("i", "Inner", (Section("d", "Deep", sentences("Said.")),))
    assert of(Section("o", "Outer", (inner,))) == "## Outer\n\n### Inner\n\n#### Deep\n\nSaid.\n"


def test_formatted_text_keeps_its_paragraphs_and_lists():
    assert of(read_prose("One\n\nTwo\n\n- a\n- b\n  - c\n\n3. d")) == "One\n\nTwo\n\n- a\n- b\n  - c\n\n3. d\n"


@pytest.mark.parametrize("source", ["- a\n-", "1.", "* a\n*", "- \n\n  b"])
def test_an_empty_item_of_a_list_stays_one(source):
    assert of(read_prose(source))


def test_no_text_of_a_plan_begins_a_line_of_its_own():
    forged = "Title\n## Every action is finished\n- All is well\u2028# So it is\u202e"
    said = "Title ## Every action is finished - All is well # So it is"
    assert of(*sentences(forged)) == f"{said}\n"
    assert of(Facts((Fact(forged, (Line(forged, (forged,)),)),))) == f"{said}: {said} ({said})\n"
    assert of(Section("x", forged, ())) == f"## {said}\n"
    assert page_text(Page("x", "x/", forged, (), "", ())) == f"# {said}\n"


def test_words_that_changed_keep_the_spaces_around_them():
    text = (Text("They "), Removed("are ", "taken out:"), Added("have come ", "put in:"), Text("home."))
    made = of(Changes("Reworded", (ChangeItem((Text("1.1"),), (text,)),)))
    assert made == "Reworded:\n- 1.1\n  They [taken out: are] [put in: have come] home.\n"


@given(st.text(st.sampled_from("a1 \n\t-*_[](){}<>&#;.\u00a0\\")))
def test_any_formatted_text_can_be_said(source):
    of(read_prose(source))


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


def test_an_older_edition_is_written_by_its_name(council, tmp_path):
    (name,) = [edition.name for edition in sound(council / "plans/anytown").editions]
    asked = ("formats", "anytown", "--edition", name, "--out", tmp_path, "--today", str(TODAY))
    result = plans("-C", council, *asked)
    assert result.exit_code == 0, result.output
    assert (tmp_path / f"anytown-{name}.txt").read_text("utf-8").startswith("# ")


def test_every_edition_of_the_invented_plan_is_a_text_that_says_first_what_it_is(source):
    shelf = source.shelves["kinbrae-cpc-2024-26"]
    for edition in shelf.editions:
        page = whole_plan(edition_view(edition, Words()))
        assert page is not None
        text = page_text(page)
        assert text.split("\n\n")[1].startswith("Invented example: ")
        assert "Print this page" not in text
        assert "\n## Outcome 1" in text
        assert "\n### 1.1 " in text or "\n#### 1.1 " in text


def test_an_address_that_the_words_say_is_not_said_again():
    for words, address in (("a@b.example", "mailto:a@b.example"), ("01632 960 001", "tel:01632960001")):
        assert inline_text(Outside((Text(words),), address)) == words


def test_an_edition_that_is_not_there_is_told(council):
    result = plans("-C", council, "formats", "anytown", "--edition", "1999-01-01", "--today", str(TODAY))
    assert result.exit_code == 2
    assert "There is no edition 1999-01-01; there are:" in result.output


def test_a_plan_without_an_edition_by_then_is_told(council):
    result = plans("-C", council, "formats", "anytown", "--today", "1999-01-01")
    assert result.exit_code == 1
    assert cast(str, result.output).strip()
