"""Where an edition was withdrawn, a page says so: nothing that was published ends in an address that leads nowhere."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.build import build_site, read_source
from generator.publish import withdraw
from tests.council import files_of, publish_next, write_council

TODAY = date(2026, 11, 21)
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


def test_text_of_the_edition_is_gone(before_and_after):
    before, after = before_and_after
    assert "anytown/editions/2019-03-29/plan.json" in before
    assert "anytown/editions/2019-03-29/plan.json" not in after
    assert "anytown/editions/2019-03-29/outcomes/o-1/index.html" not in after


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


def test_plan_whose_only_edition_was_withdrawn_keeps_its_lock(tmp_path):
    council = write_council(tmp_path / "council")
    build_site(read_source(council), TODAY, council / "site", jobs=1)
    withdraw(council / "plans" / "anytown", "2018-09-28", TODAY, REASON)
    build_site(read_source(council), TODAY, council / "site", jobs=1)
    files = files_of(council / "site")
    assert REASON.encode() in files["anytown/editions/editions.lock"]
    assert "anytown/index.html" not in files
