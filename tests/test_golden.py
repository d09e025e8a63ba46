"""The staged Markdown of chosen pages, kept in tests/golden/ as a person reads it.

Accept a change on purpose: `pytest tests/test_golden.py --update-golden`, then read the difference.
"""

from datetime import date
from pathlib import Path

import pytest

from generator.site.build import staged_pages

GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2026, 11, 21)
PLAN = "falkirk-cpc-2018-20"
# Every kind of page of a plan. Of the actions: both that are printed as 1.32 and the one above them, one with bullets,
# and the one whose year is misprinted.
PAGES = (
    "",
    "outcomes/o-1/",
    "outcomes/o-2/",
    "outcomes/o-3/",
    "actions/a-1-11/",
    "actions/a-1-3/",
    "actions/a-1-32-a/",
    "actions/a-1-32-b/",
    "actions/a-3-1/",
    "actions/",
    "who/",
    "when/",
    "governance/",
    "measures/",
    "legend/",
    "glossary/",
    "corrections/",
    "print/",
)


def golden_file(page: str) -> Path:
    return GOLDEN / PLAN / f"{page.rstrip('/') or 'overview'}.md"


@pytest.fixture(scope="module")
def staged(source) -> dict[str, str]:
    return {page.address: page.markdown for page in staged_pages(source, TODAY)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page or "overview")
def test_staged_markdown_matches_golden(page, staged, request):
    path, made = golden_file(page), staged[f"{PLAN}/{page}"]
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "utf-8", newline="\n")
    assert path.is_file(), "run pytest with --update-golden, then read the file"
    assert made == path.read_bytes().decode("utf-8"), "if this was meant, run pytest with --update-golden"


def test_every_golden_file_has_its_page():
    assert {golden_file(page) for page in PAGES} == set(GOLDEN.rglob("*.md"))
