"""Every kind of page that the real site or an invented plan has comes out of both engines as the same bytes."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from generator.council.theme import read_theme
from generator.document.frame import StagedPage
from generator.engine import staged_html
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.engine.plain_engine import PlainEngine
from generator.pages import PAGE_KINDS, Page
from generator.render.markdown import stage
from generator.site import units
from generator.site.build import Source, site_units
from tests.page_samples import with_invented
from tests.tiers import loop

TODAY = date(2026, 11, 21)
ADDRESS = "https://example.org/plans/"

THEME = read_theme()
# How many pages of a kind are looked at: in the end all.
PAGES = loop(test=10, prove=10_000)

StagedByKind = dict[str, list[StagedPage]]


@pytest.fixture(scope="module")
def staged(source: Source, tmp_path_factory: pytest.TempPathFactory) -> StagedByKind:
    """The staged pages of the real site and of the invented plans, by kind.

    The site has an address, for only then is there a page for lost readers.
    """
    found: StagedByKind = defaultdict(list)

    def recording(page, shell, entry=None):
        kind = page.kind if isinstance(page, Page) else "content"
        found[kind].append(stage(page, shell, entry))
        return found[kind][-1]

    assert source.settings
    with_address = replace(
        with_invented(source, tmp_path_factory.mktemp("invented")),
        settings=replace(source.settings, site_url=ADDRESS),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(units, "stage", recording)
        for unit in site_units(with_address, TODAY):
            unit.stage()
    return found


def some(pages: list[StagedPage]) -> list[StagedPage]:
    """Pages from the first to the last, PAGES of them."""
    return pages[:: max(1, -(-len(pages) // PAGES))]


def test_no_kind_of_page_is_left_out_of_the_catalogue(staged):
    assert set(staged) <= set(PAGE_KINDS)


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_both_engines_write_the_same_bytes(kind, staged):
    pages = some(staged[kind])
    assert pages, f"there is no page of the kind {kind!r}"
    made = MkDocsEngine().render_unit(pages, THEME)
    assert list(made) == [page.address for page in pages]
    assert made == PlainEngine().render_unit(pages, THEME)


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_page_holds_one_main_heading_and_says_something(kind, staged):
    for address, data in PlainEngine().render_unit(some(staged[kind]), THEME).items():
        text = data.decode()
        main = text[text.index("<main") : text.index("</main>")]
        assert main.count("<h1") == 1, address
        assert "<p" in main, address


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_made_page_is_the_same_when_it_is_read_in_one(kind, staged):
    """But for blank lines between elements."""
    for page in some(staged[kind]):
        whole = staged_html(replace(page, is_made=False))
        assert without_blank_lines(staged_html(page)) == without_blank_lines(whole), page.address


def without_blank_lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]
