"""Where an edition was withdrawn, a page says so: nothing that was published ends in an address that leads nowhere."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.authoring.folder import read_source
from generator.authoring.publish import withdraw
from generator.site.build import build_site
from tests.council_folder import files_of, publish_next, write_council

TODAY = date(2026, 11, 21)
OTHER = {"id": "othertown", "title": "Othertown plan"}
REASON = "It was published before the committee had met."


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory):
    council = write_council(tmp_path_factory.mktemp("gone") / "council", site_url="https://example.org/")
    place = council / "plans" / "anytown"
    publish_next(place, date(2019, 3, 29))
    publish_next(place, date(2019, 9, 27))
    sites = []
    for _ in range(2):
        build_site(read_source(council), TODAY, council / "site", jobs=1)
        sites.append(files_of(council / "site"))
        if len(sites) == 1:
            withdraw(place, "2019-03-29", date(2019, 9, 28), REASON)
    return sites


@pytest.mark.parametrize("address", ["editions/2019-03-29", "changes/2019-03-29", "changes/since-2019-03-29"])
def test_page_stays_and_says_why_its_text_went(before_and_after, address):
    before, after = before_and_after
    name = f"anytown/{address}/index.html"
    assert name in before
    tree = LexborHTMLParser(after[name].decode())
    main = tree.css_first("main").text()
    assert REASON in main
    assert "It was withdrawn on 28 September 2019. Its text is no longer published." in main
    assert tree.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    assert f"anytown/{address}/".encode() not in after["sitemap.xml"]


def test_every_address_of_a_withdrawn_edition_has_a_page(before_and_after):
    before, after = ({name for name in site if name.endswith(".html")} for site in before_and_after)
    assert before <= after


def test_pages_of_a_withdrawn_edition_lead_to_what_is_left(before_and_after):
    _, after = before_and_after
    tree = LexborHTMLParser(after["anytown/editions/2019-03-29/outcomes/o-1/index.html"].decode())
    assert tree.css_first("h1").text().startswith("The edition of 29 March 2019 was withdrawn: Outcome 1")
    assert REASON in tree.css_first("main").text()
    assert tree.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    links = {link.attributes["href"] for link in tree.css("main a")}
    assert {"../../../../", "../../../#edition-2019-03-29"} <= links


def test_text_of_the_edition_is_gone(before_and_after):
    before, after = before_and_after
    assert "anytown/editions/2019-03-29/plan.json" in before
    assert "anytown/editions/2019-03-29/plan.json" not in after
    assert "anytown/editions/2019-03-29/actions.csv" not in after


def test_overview_says_that_the_newest_update_was_withdrawn(tmp_path):
    council = write_council(tmp_path / "council")
    place = council / "plans" / "anytown"
    publish_next(place, date(2019, 3, 29))
    said = "The update of 29 March 2019 was withdrawn on 4 April 2019."
    for has_withdrawn in (False, True):
        if has_withdrawn:
            withdraw(place, "2019-03-29", date(2019, 4, 4), REASON)
        build_site(read_source(council), TODAY, council / "site", jobs=1)
        files = files_of(council / "site")
        for name in ("anytown/index.html", "anytown/print/index.html"):
            assert (said in files[name].decode()) is has_withdrawn
    publish_next(place, date(2019, 6, 28))
    build_site(read_source(council), TODAY, council / "site", jobs=1)
    assert said not in files_of(council / "site")["anytown/index.html"].decode(), "an update came after it"


@pytest.fixture(scope="module")
def wholly_withdrawn(tmp_path_factory):
    """The site with a plan of two editions, and after both were withdrawn; and what that build said."""
    council = write_council(tmp_path_factory.mktemp("whole") / "council", {}, OTHER, site_url="https://example.org/")
    place = council / "plans" / "anytown"
    publish_next(place, date(2019, 3, 29))
    build_site(read_source(council), TODAY, council / "site", jobs=1)
    before = files_of(council / "site")
    for name in ("2018-09-28", "2019-03-29"):
        withdraw(place, name, TODAY, REASON)
    built = build_site(read_source(council), TODAY, council / "site", jobs=1)
    return before, files_of(council / "site"), built.remarks


def test_plan_that_was_withdrawn_whole_says_so_where_it_was(wholly_withdrawn):
    before, after, _ = wholly_withdrawn
    assert REASON.encode() in after["anytown/editions/editions.lock"]
    tree = LexborHTMLParser(after["anytown/index.html"].decode())
    assert tree.css_first("h1").text() == "The plan “anytown” was withdrawn"
    main = tree.css_first("main")
    assert REASON in main.text()
    assert "Its text is no longer published." in main.text()
    assert [link.text() for link in main.css("li a")] == [
        "The edition of 28 September 2018 was withdrawn",
        "The edition of 29 March 2019 was withdrawn",
    ]
    for day in ("2018-09-28", "2019-03-29"):
        for address in (f"editions/{day}", f"changes/{day}", f"changes/since-{day}"):
            page = LexborHTMLParser(after[f"anytown/{address}/index.html"].decode())
            assert REASON in page.css_first("main").text()
            assert page.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    assert b"Anytown plan" in before["anytown/index.html"]
    held = [name for name, data in after.items() if name.startswith("anytown/") and b"Anytown plan" in data]
    assert held == [], "its text is nowhere"


def test_plan_that_was_withdrawn_whole_is_neither_listed_nor_found(wholly_withdrawn):
    _, after, remarks = wholly_withdrawn
    assert b"anytown/" not in after["sitemap.xml"]
    assert b'href="anytown/' not in after["index.html"]
    assert [line for line in remarks if "anytown" in line] == [
        "anytown: every edition was withdrawn, and its pages say so; to publish it again: plans publish anytown"
    ]


def test_plan_that_was_withdrawn_whole_can_be_published_again(tmp_path):
    council = write_council(tmp_path / "council")
    place = council / "plans" / "anytown"
    withdraw(place, "2018-09-28", date(2019, 1, 1), REASON)
    build_site(read_source(council), date(2019, 1, 2), council / "site", jobs=1)
    publish_next(place, date(2019, 3, 29))
    build_site(read_source(council), TODAY, council / "site", jobs=1)
    files = files_of(council / "site")
    assert b"Anytown plan" in files["anytown/index.html"]
    assert REASON.encode() in files["anytown/editions/2018-09-28/index.html"]


def test_site_of_a_day_before_the_plan_says_nothing_of_its_withdrawal(tmp_path):
    council = write_council(tmp_path / "council", {}, OTHER)
    withdraw(council / "plans" / "anytown", "2018-09-28", TODAY, REASON)
    build_site(read_source(council), date(2018, 9, 27), council / "site", jobs=1)
    assert not [name for name in files_of(council / "site") if name.startswith("anytown/")]
