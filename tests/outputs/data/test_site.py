"""Open data and feeds on a built site: in their places, linked, and none of a draft."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as Tree

from generator.authoring.folder import read_source
from generator.council.theme import read_theme
from generator.document.frame import page_file
from generator.editions import read_shelf
from generator.engine.plain_engine import PlainEngine
from generator.render.markdown import json_text
from generator.site.build import build_site
from tests.conftest import TODAY
from tests.council_folder import ADDRESS, files_of, settings_of, write_council
from tests.shelves import four_editions, published, unit_of

PAYLOAD = "</script><script>alert(1)</script><!--"


def built(folder: Path, *, site_url: str = ADDRESS, is_draft: bool = False) -> dict[str, bytes]:
    """The files of the site of a council with one published plan."""
    write_council(folder, site_url=site_url, day=None)
    if not (folder / "plans" / "anytown" / "editions.lock").exists():
        published(folder / "plans" / "anytown", four_editions())
    source = read_source(folder, with_working=is_draft, today=TODAY)
    build_site(source, TODAY, folder / "site", jobs=1, is_draft=is_draft)
    return files_of(folder / "site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("council"))


def head(data: bytes) -> Tree:
    return Tree(data.decode())


def test_every_file_that_the_page_names_is_there_and_every_file_is_named(site):
    tree = head(site["anytown/data/index.html"])
    linked = {link.attributes["href"] for link in tree.css("main a") if not link.attributes["href"].endswith("/")}
    places = {path for path in site if path.startswith("anytown/") and not path.endswith(".html")}
    named = {Path("anytown/data", link).as_posix() for link in linked}
    resolved = {str(Path(name)).replace("anytown/data/../", "anytown/") for name in named}
    beside = {path for path in places if path.endswith("actions.csv-metadata.json") and "/editions/" in path}
    assert resolved == places - beside


def test_page_says_the_size_of_each_file(site):
    rows = {
        row.css_first("th").text(): row.css("td")[-1].text()
        for row in head(site["anytown/data/index.html"]).css("#now ~ table tr")
        if row.css_first("th[scope=row]")
    }
    for name in ("plan.json", "everything.zip", "edition.schema.json"):
        size = len(site[f"anytown/data/{name}"])
        assert rows[name] == f"{round(size / 1000)} kB"


def test_head_leads_to_feed_calendar_and_data(site):
    links = head(site["anytown/outcomes/o-1/index.html"]).css("link[rel=alternate]")
    assert [(link.attributes["type"], link.attributes["href"]) for link in links] == [
        ("application/atom+xml", "../../data/feed.xml"),
        ("text/calendar", "../../data/calendar.ics"),
        ("application/json", "../../data/plan.json"),
    ]
    (old,) = head(site["anytown/editions/2019-03-29/index.html"]).css("link[rel=alternate]")
    assert old.attributes["href"] == "./plan.json"
    (own,) = head(site["index.html"]).css("link[rel=alternate]")
    assert own.attributes["href"] == "./feed.xml"


def test_page_head_describes_the_data_set(site):
    (block,) = head(site["anytown/data/index.html"]).css('script[type="application/ld+json"]')
    found = json.loads(block.text())
    assert found["@type"] == "Dataset"
    assert found["name"] == "Anytown plan"
    assert found["license"].startswith("https://www.nationalarchives.gov.uk/doc/open-government-licence/")
    assert found["url"] == f"{ADDRESS}anytown/data/"
    for item in found["distribution"]:
        assert item["contentUrl"].removeprefix(ADDRESS) in site


def test_no_text_ends_the_block_of_data(tmp_path):
    shelf = published(tmp_path / "anytown", four_editions())
    unit = unit_of(shelf, settings_of(tmp_path / "council"))
    unit = replace(unit, plan=replace(unit.plan, title=PAYLOAD, summary=PAYLOAD, publisher=PAYLOAD))
    (page,) = (page for page in unit.stage() if page.address == "anytown/data/")
    data = PlainEngine().render_unit([page], read_theme())[page.address]
    scripts = Scripts()
    scripts.feed(data.decode())
    assert [kind for kind, _ in scripts.found] == ["application/ld+json", None]
    assert json.loads(scripts.found[0][1])["name"] == PAYLOAD
    assert b"alert(1)<" not in data


class Scripts(HTMLParser):
    """Every script element of a page: its type, and what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str | None, str]] = []
        self.is_open = False

    def handle_starttag(self, tag, attributes):
        if tag == "script":
            self.found.append((dict(attributes).get("type"), ""))
            self.is_open = True

    def handle_endtag(self, tag):
        self.is_open = self.is_open and tag != "script"

    def handle_data(self, data):
        if self.is_open:
            kind, text = self.found[-1]
            self.found[-1] = kind, text + data


@pytest.mark.parametrize("text", [PAYLOAD, "<!--<script>", "]]>", "\u2028\u2029", "&lt;", "\"'`\\", "é"])
def test_block_of_data_reads_back(text):
    block = json_text({"text": text, text: [text]})
    assert json.loads(block) == {"text": text, text: [text]}
    assert block.isascii()
    assert not {"<", ">", "&"} & set(block)


def test_sitemap_names_what_is_current_and_nothing_else(site):
    listed = [
        place.split("</loc>")[0].removeprefix(ADDRESS) for place in site["sitemap.xml"].decode().split("<loc>")[1:]
    ]
    assert {"", "anytown/", "anytown/data/", "anytown/editions/", "anytown/outcomes/o-1/"} <= set(listed)
    assert not [place for place in listed if place.startswith("anytown/editions/2")]
    for place in listed:
        page = head(site[page_file(place)])
        assert page.css_first('meta[name="robots"]') is None, place
        assert page.css_first('link[rel="canonical"]').attributes["href"] == ADDRESS + place
    pages = {path for path in site if path.endswith("index.html")}
    for path in pages - {page_file(place) for place in listed}:
        assert head(site[path]).css_first('meta[name="robots"]').attributes["content"] == "noindex", path


def test_draft_has_no_files_and_is_in_no_sitemap(tmp_path):
    files = built(tmp_path, is_draft=True)
    assert "anytown/index.html" in files
    assert [path for path in files if path.startswith("anytown/") and not path.endswith(".html")] == []
    assert "feed.xml" not in files
    assert b"<loc>" not in files["sitemap.xml"]
    assert "anytown/data/index.html" not in files


def test_private_file_changes_no_byte(tmp_path):
    before = built(tmp_path)
    private = tmp_path / "plans" / "anytown" / "private.yaml"
    private.write_text("people:\n  - name: Quillon Framlingham\n", "utf-8")
    assert built(tmp_path) == before


def test_without_an_address_feeds_are_left_out_in_one_line(tmp_path):
    write_council(tmp_path, site_url="", day=None)
    published(tmp_path / "plans" / "anytown", four_editions())
    source = read_source(tmp_path, with_working=False, today=TODAY)
    made = build_site(source, TODAY, tmp_path / "site", jobs=1)
    assert made.remarks == (
        "mkdocs.yml has no site_url: sitemap.xml, 404.html, feeds and canonical addresses were left out",
    )
    files = files_of(tmp_path / "site")
    assert not [path for path in files if path.endswith(".xml")]
    assert {"anytown/data/plan.json", "anytown/data/calendar.ics"} <= files.keys()
    found = json.loads(head(files["anytown/data/index.html"]).css_first("script[type]").text())
    assert found["distribution"][0]["contentUrl"] == "plan.json"


def test_published_lock_is_the_witness_of_a_later_one(site, tmp_path):
    place = tmp_path / "anytown"
    published(place, four_editions())
    _, same = read_shelf(place, (place / "editions.lock").read_bytes())
    assert same == ()
    # Another rewriting of the whole chain is consistent in itself; the published copy tells.
    _, found = read_shelf(place, site["anytown/editions/editions.lock"])
    assert [problem.kind.code for problem in found] == ["lock-rewritten"]
