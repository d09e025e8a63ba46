"""Every kind of page that the real site, or an invented plan, has comes out of both engines as the same bytes."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from generator import units
from generator.build import Source, site_units
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.engine.plain_engine import PlainEngine
from generator.frame import StagedPage
from generator.model import Plan
from generator.pages import PAGE_KINDS
from generator.projection import project
from generator.render import stage
from generator.theme import read_theme
from generator.units import PlanUnit
from tests.conftest import as_tuples
from tests.page_samples import invented_plan

TODAY = date(2026, 11, 21)
ADDRESS = "https://example.org/plans/"

StagedByKind = dict[type, list[StagedPage]]


@pytest.fixture(scope="module")
def staged(source: Source) -> StagedByKind:
    """The real site's staged pages by kind; with an address, for only then is there a page for lost readers."""
    found: StagedByKind = defaultdict(list)

    def recording(page, shell):
        found[type(page)].append(stage(page, shell))
        return found[type(page)][-1]

    assert source.settings
    with_address = replace(source, settings=replace(source.settings, site_url=ADDRESS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(units, "stage", recording)
        made = site_units(with_address, TODAY)
        invented = project(Plan.model_validate(as_tuples(invented_plan())))
        for unit in (*made, PlanUnit(made[0].site, invented, TODAY)):
            unit.stage()
    return found


def test_no_kind_of_page_is_left_out_of_the_catalogue(staged):
    assert set(staged) <= set(PAGE_KINDS.values())


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_both_engines_write_the_same_bytes(kind, staged):
    pages = staged[PAGE_KINDS[kind]]
    assert pages, f"there is no page of the kind {kind!r}"
    made = MkDocsEngine().render_unit(pages, read_theme())
    assert list(made) == [page.address for page in pages]
    assert made == PlainEngine().render_unit(pages, read_theme())


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_page_holds_one_main_heading_and_says_something(kind, staged):
    for page in staged[PAGE_KINDS[kind]]:
        text = PlainEngine().render_unit([page], read_theme())[page.address].decode()
        main = text[text.index("<main") : text.index("</main>")]
        assert main.count("<h1") == 1, page.address
        assert "<p" in main, page.address
