"""A draft in a browser: a mistake shows on the open page, and goes by itself once it is mended."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.authoring.folder import read_source
from generator.authoring.scaffold import make_folder
from generator.site.serve import Preview, open_server

PLAN = Path("plans/kinbrae-example/plan.yaml")
PATIENCE = 60_000  # milliseconds
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    make_folder(tmp_path / "demo")
    (tmp_path / "work").mkdir()
    server = open_server(0)
    server.start()
    made = Preview(tmp_path / "demo", tmp_path / "work", server, read_source, lambda _: date(2027, 2, 1))
    assert made.build().built
    threading.Thread(target=lambda: [made.next_build() for _ in range(2)], daemon=True).start()
    yield made
    server.stop()


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_mistake_shows_on_the_open_page_and_goes_once_it_is_mended(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{preview.server.address}kinbrae-example/")
    expect(page.get_by_role("alert")).to_have_count(0)
    edit(preview.folder / PLAN, "status: amber", "status: teal")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("1 mistake keeps this draft from being shown", timeout=PATIENCE)
    expect(alert).to_contain_text("status 'teal' is not in this plan's legend. To mend it: use")
    edit(preview.folder / PLAN, "status: teal", "status: red")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=PATIENCE)
    page.close()
