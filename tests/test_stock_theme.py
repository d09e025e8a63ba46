"""The staged Markdown is worth keeping without this program: plain MkDocs with Material's own theme shows all of it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.site.build import staged_pages
from tests.plans import falkirk_facts as facts
from tests.test_falkirk_site import ALL_ACTIONS, BODIES, MEANINGS, PLAN, SECOND, action_id

pytestmark = pytest.mark.slow
TODAY = date(2026, 11, 21)
CONFIG = """\
site_name: Without this program
theme: {name: material}
plugins: []
use_directory_urls: true
markdown_extensions: [attr_list, def_list, sane_lists, tables]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, source) -> Path:
    folder = tmp_path_factory.mktemp("stock")
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for page in (page for page in staged_pages(source, TODAY) if page.address.startswith(f"{PLAN}/")):
        place = folder / "docs" / page.address / "index.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(page.markdown, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site" / PLAN


def article(built: Path, page: str) -> LexborNode:
    return LexborHTMLParser((built / page / "index.html").read_text("utf-8")).css_first("article")


def text_of(built: Path, page: str) -> str:
    return " ".join(article(built, page).text(separator=" ").split())


@pytest.mark.parametrize("number", ALL_ACTIONS)
def test_action_page_holds_number_dates_leads_and_points(number, built):
    page = article(built, f"actions/{action_id(number)}")
    text = " ".join(page.text(separator=" ").split())
    key = next((key for key, subs in facts.SUB_ACTIONS.items() if number in subs), number)
    assert number.removesuffix(SECOND) in " ".join(page.css_first("h1").text().split())
    if number in facts.TIMESCALES:
        assert facts.TIMESCALES[number].words in text
        assert " ".join(facts.TIMESCALES[number].printed.split()) in text
    for line in facts.LEADS[key]:
        if key == number or not line.beside or number in line.beside:
            assert line.role is None or line.role in text
            assert [body for body in line.bodies if body and BODIES[body] not in text] == []
    assert len(page.css("ul:not([class]) > li:not(:has(a))")) >= facts.POINTS.get(number, 0)
    assert ("Not yet rated" in text) == (number in facts.KEY_ACTIONS)


@pytest.mark.parametrize("number", facts.OUTCOMES)
def test_outcome_page_holds_each_of_its_actions_under_a_heading(number, built):
    page = article(built, f"outcomes/o-{number}")
    headings = [heading.text() for heading in page.css("h2, h3")]
    for action in ALL_ACTIONS:
        if action[0] == number:
            assert any(heading.startswith(f"{action.removesuffix(SECOND)} ") for heading in headings), action
    text = text_of(built, f"outcomes/o-{number}")
    for action, when in facts.TIMESCALES.items():
        assert action[0] != number or when.words in text
    assert text.count("Not yet rated") == 3


def test_overview_says_who_and_by_when(built):
    text = text_of(built, "")
    assert "3 outcomes, 9 key actions and 31 sub-actions" in text
    assert text.count("Not yet rated") == 9
    assert all(when.words in text for when in facts.TARGETS.values())


def test_legend_and_glossary_are_whole(built):
    legend = text_of(built, "legend")
    for label, meaning in MEANINGS.items():
        assert label in legend
        assert meaning in legend
    assert len(article(built, "glossary").css("dt")) == len(article(built, "glossary").css("dd")) > 30


def test_no_sign_of_markup_is_left_in_the_text(built):
    for path in built.rglob("index.html"):
        text = text_of(built, str(path.parent.relative_to(built)))
        for sign in ("{:", "](", "**", "&#", "##", "<span", "</"):
            assert sign not in text, path
