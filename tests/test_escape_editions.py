"""Whatever two editions of a plan hold, and their notes: on the pages that compare them it is text and nothing else."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.authoring.publish import take_step
from generator.council.theme import read_theme
from generator.editions import Announcement, published
from generator.editions.codec import from_data, to_data
from generator.engine.plain_engine import PlainEngine
from generator.plan.model import PublicPlan
from generator.site.build import Source, site_units
from generator.site.units import HubUnit, PlanUnit, editions_units
from generator.status import as_at
from tests.filled_plan import Field, filled
from tests.test_escape import told_apart

DAYS = date(2018, 9, 28), date(2019, 3, 29), date(2019, 9, 27)
MARKUP = '<img src=x onerror="alert(1)"> <script>alert(1)</script> [a](javascript:alert(1)) `c` *d* {: #e } &lt;f&gt;'
NOTES = f"First {MARKUP}", f"Second {MARKUP}", f"Third {MARKUP}"
# An action has another id in the third edition.
BEFORE, AGAIN = "out0-act1", "again"


@pytest.fixture(scope="module")
def pages(source: Source, tmp_path_factory: pytest.TempPathFactory) -> dict[str, LexborHTMLParser]:
    """Every page of a plan all of whose texts are markup, and other markup from its second edition on."""
    place: Path = tmp_path_factory.mktemp("escape")
    for day, note, word in zip(DAYS, NOTES, ("old", "new", "new"), strict=True):

        def text_of(field: Field, word: str = word) -> str:
            return told_apart(field, f"{MARKUP} {word} and more words that stay")

        said = Announcement(date=day, kind="significant", note=note)
        plan = with_other_id(filled(text_of)) if day == DAYS[-1] else filled(text_of)
        shelf = take_step(place, lambda shelf: published(shelf, plan, said, "0" * 32))  # noqa: B023
    site = next(unit for unit in site_units(source, date(2026, 11, 21)) if isinstance(unit, HubUnit)).site
    edition = shelf.editions[-1]
    unit = PlanUnit(site, edition.plan, as_at(edition.plan, DAYS[-1], DAYS[-1]), edition=edition, history=shelf)
    old = (page for one in editions_units(unit) for page in one.stage())
    made = PlainEngine().render_unit((*unit.stage(), *old), read_theme())
    return {address: LexborHTMLParser(data.decode()) for address, data in made.items()}


def with_other_id(plan: PublicPlan) -> PublicPlan:
    return from_data(PublicPlan, json.loads(json.dumps(to_data(plan)).replace(f'"{BEFORE}"', f'"{AGAIN}"')))


def compared(pages: dict[str, LexborHTMLParser]) -> dict[str, LexborHTMLParser]:
    return {
        address: tree for address, tree in pages.items() if re.search(r"/(changes|slipped|editions|data)/", address)
    }


def test_no_text_of_an_edition_makes_an_element(pages):
    assert len(compared(pages)) > 5
    for address, tree in pages.items():
        main = tree.css_first("main")
        assert main.css("script:not([type='application/ld+json']), img, [onerror], #e, code") == [], address
        addresses = [(link.attributes["href"] or "").strip().lower() for link in main.css("a")]
        assert [found for found in addresses if found.startswith(("javascript", "data"))] == [], address


def test_both_wordings_and_the_notes_stand_as_they_were_typed(pages):
    history = pages["filled/changes/"].css_first("main").text()
    for note in NOTES:
        assert note in history
    update = pages[f"filled/changes/{DAYS[1]}/"].css_first("main").text()
    assert MARKUP in update
    assert "javascript:alert(1)" in update


def test_page_of_an_action_with_another_id_leads_on_in_plain_text(pages):
    notice = pages[f"filled/actions/{BEFORE}/"].css_first("main .notice")
    assert "It was put in again as a new entry:" in notice.text()
    (link,) = notice.css("a")
    assert link.attributes["href"] == f"../{AGAIN}/"
    assert MARKUP in link.text()
    assert f"{MARKUP} old" not in notice.text()
    assert DAYS[1].isoformat() in str(
        [link.attributes["href"] for link in pages[f"filled/actions/{AGAIN}/"].css("main a")]
    )
