"""A plan that was renamed keeps its history, and its old addresses lead on."""

from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.authoring.folder import read_source
from generator.errors import PlanError
from generator.site.build import build_site
from tests.council_folder import PLAN, SETTINGS, files_of, plan_file, publish_next, write_council

TODAY = date(2026, 11, 21)
ALIAS = SETTINGS + "  aliases:\n    - old: anytown\n      plan: newtown\n"
SITE_URL = "https://example.org/"


def build(council: Path, site: Path) -> dict[str, bytes]:
    build_site(read_source(council), TODAY, site, jobs=1)
    return files_of(site)


def rename(council: Path, settings: str = ALIAS) -> None:
    """What an officer does: another folder, another id in the file, a line in mkdocs.yml."""
    place = (council / "plans" / "anytown").rename(council / "plans" / "newtown")
    (place / "plan.yaml").write_text(plan_file({**PLAN, "id": "newtown"}), "utf-8")
    (council / "mkdocs.yml").write_text(settings.format(site_url=f"site_url: {SITE_URL}\n"), "utf-8")


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return write_council(tmp_path / "council", site_url=SITE_URL)


def leads_to(page: bytes) -> str:
    tree = LexborHTMLParser(page.decode())
    (refresh,) = tree.css('meta[http-equiv="refresh"]')
    (link,) = tree.css("main a")
    assert refresh.attributes["content"] == f"0; url={link.attributes['href']}"
    assert tree.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    return str(link.attributes["href"])


def test_every_old_page_leads_on_and_subscriptions_go_on(council, tmp_path):
    before = build(council, tmp_path / "site")
    rename(council)
    after = build(council, tmp_path / "site")
    old_pages = [name for name in before if name.startswith("anytown/") and name.endswith(".html")]
    assert old_pages
    for name in old_pages:
        place = normpath(join(dirname(name), leads_to(after[name]), "index.html"))
        assert place == name.replace("anytown/", "newtown/", 1)
        assert place in after
    assert leads_to(after["anytown/index.html"]) == "../newtown/"
    assert leads_to(after["anytown/actions/a-1-1/index.html"]) == "../../../newtown/actions/a-1-1/"
    for name in ("feed.xml", "feed-all.xml"):
        assert after[f"anytown/data/{name}"] == after[f"newtown/data/{name}"]
    assert b"anytown/" not in after["sitemap.xml"].replace(SITE_URL.encode(), b"")


def test_history_goes_on_under_the_new_name_and_nothing_that_was_published_changes(council, tmp_path):
    place = council / "plans" / "anytown"
    before = build(council, tmp_path / "site")
    rename(council)
    publish_next(place.with_name("newtown"), date(2019, 3, 29))
    after = build(council, tmp_path / "site")
    old = "editions/2018-09-28/plan.json"
    assert after[f"newtown/{old}"] == before[f"anytown/{old}"]
    assert "newtown/editions/2018-09-28/outcomes/o-1/index.html" in after
    assert b"Nothing changed in this update." in after["newtown/changes/2019-03-29/index.html"]


def test_a_renamed_plan_without_an_alias_is_a_plan_that_is_lost(council, tmp_path):
    build(council, tmp_path / "site")
    rename(council, SETTINGS)
    with pytest.raises(PlanError, match="edition-foreign"):
        build(council, tmp_path / "site")


def test_lock_of_a_renamed_plan_is_held_to_its_old_one(council, tmp_path):
    build(council, tmp_path / "site")
    write_council(council, {"title": "Written anew"}, site_url=SITE_URL)
    rename(council)
    with pytest.raises(PlanError, match="lock-rewritten"):
        build(council, tmp_path / "site")
