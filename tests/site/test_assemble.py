"""The site is the union of its units; two that want the same place are told so."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.council.theme import Theme
from generator.document.frame import BuiltUnit
from generator.errors import PlanError
from generator.site.assemble import assemble

THEME = Theme(Path("theme"), {"site.css": "assets/site.1f.css"}, {"assets/site.1f.css": b"a{}"}, "key")


@pytest.fixture
def unit(tmp_path: Path):
    def make(name: str, *addresses: str) -> BuiltUnit:
        for address in addresses:
            page = tmp_path / name / address / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"{name} {address}", "utf-8")
        return BuiltUnit(name, tmp_path / name, addresses)

    return make


@pytest.fixture
def site(tmp_path: Path):
    def make(*units: BuiltUnit, **options) -> Path:
        defaults = {"extra_files": {}, "build": {}}
        (tmp_path / "new").mkdir()
        assemble(units, THEME, tmp_path / "new", **{**defaults, **options})
        return tmp_path / "new"

    return make


def files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_site_is_the_union_of_its_units(unit, site):
    units = unit("hub", "", "about/"), unit("plan", "plan/", "plan/actions/a-1/")
    made = site(*units, extra_files={"p/data/x.csv": b"1"})
    assert files(made) == [
        "_headers",
        "about/index.html",
        "assets/site.1f.css",
        "build.json",
        "iis-web.config",
        "index.html",
        "nginx-headers.conf",
        "p/data/x.csv",
        "plan/actions/a-1/index.html",
        "plan/index.html",
    ]
    assert (made / "plan" / "index.html").read_text("utf-8") == "plan plan/"


def test_pages_share_their_bytes_with_the_unit(unit, site):
    plan = unit("plan", "plan/")
    made = site(plan)
    assert os.path.samefile(made / "plan" / "index.html", plan.folder / "plan" / "index.html")


def test_pages_are_copied_where_the_disk_cannot_link(unit, site, monkeypatch):
    def failing(source, target):
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", failing)
    assert (site(unit("plan", "plan/")) / "plan" / "index.html").read_text("utf-8") == "plan plan/"


def test_page_for_missing_addresses_stands_at_the_top(unit, site):
    assert "404.html" in files(site(unit("hub", "404/")))


@pytest.mark.parametrize(("first", "second"), [("about/", "about/"), ("", "")])
def test_two_units_cannot_have_the_same_address(unit, site, first, second):
    with pytest.raises(PlanError) as caught:
        site(unit("hub", first), unit("about", second))
    assert str(caught.value) == f"about: two pages want the address {first!r}; rename one of them (address-duplicate)"


def test_a_page_cannot_have_the_place_of_a_file(unit, site):
    with pytest.raises(PlanError, match="two pages want the address 'x/'"):
        site(unit("hub", "x/"), extra_files={"x/index.html": b""})


@pytest.mark.parametrize("path", ["build.json", "assets/site.1f.css", "../x", "/x", ""])
def test_a_file_cannot_have_any_place(site, path):
    with pytest.raises(ValueError, match=r"assemble itself|inside the site"):
        site(extra_files={path: b""})


def test_sitemap_names_the_listed_pages_in_order(unit, site):
    hub = replace(unit("hub", "b/", "", "a/", "a\u00e9/"), listed=("b/", "", "a\u00e9/"))
    made = site(hub, site_url="https://example.org/p&q")
    assert (made / "sitemap.xml").read_text("utf-8") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://example.org/p&amp;q/</loc></url>\n"
        "<url><loc>https://example.org/p&amp;q/a%C3%A9/</loc></url>\n"
        "<url><loc>https://example.org/p&amp;q/b/</loc></url>\n"
        "</urlset>\n"
    )


def test_no_sitemap_without_the_sites_address(unit, site):
    assert "sitemap.xml" not in files(site(replace(unit("hub", ""), listed=("",))))


def test_build_file_says_what_it_is_given_and_the_assets(site):
    text = (site(build={"version": "1", "date": "2019-03-29"}) / "build.json").read_text("utf-8")
    assert json.loads(text) == {"assets": ["assets/site.1f.css"], "date": "2019-03-29", "version": "1"}
    assert list(json.loads(text)) == ["assets", "date", "version"]
    assert text.endswith("}\n")
