"""The index of the site's own search: which pages it holds, under which keys, and the same bytes each time."""

import gzip
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.document.frame import SearchEntry
from generator.document.page import Page
from generator.document.refs import EVERYWHERE, There
from generator.document.search_form import SearchForm
from generator.pages import PlanView, search_page
from generator.pages.search import search_key
from generator.site import search
from generator.site.build import build_site
from generator.site.search import FOLDER, SearchError, index_files, write_index
from generator.wording import Words
from tests.council_folder import files_of, write_council
from tests.page_blocks import blocks_of, links_of, section, sections, texts

TODAY = date(2026, 11, 21)
LANGUAGE = "en-GB"
EXAMPLE = {"example": {"kind": "Worked example", "text": "Not the council’s own."}}
OTHER = {"id": "othertown", "title": "Othertown plan", "summary": "What the wombat asked for."}
PAGE = """<!doctype html><html lang="en-GB"><body><nav>Menu words</nav><main aria-label="Neglect &amp; harm">
<p class="banner">Banner words</p><h1 id="t">Neglect &amp; <b>harm</b></h1><p>Body words &lt;mark&gt; here.</p>
<form><label>Form words</label></form></main><footer>Foot words</footer></body></html>"""


def fragments(files: dict[str, bytes]) -> list[dict]:
    """What the index holds of each page."""
    texts = [gzip.decompress(data) for path, data in files.items() if path.startswith("fragment/")]
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]


def words_of(files: dict[str, bytes]) -> bytes:
    """All that the lists of words hold, as bytes."""
    return b"".join(gzip.decompress(data) for path, data in files.items() if path.startswith("index/"))


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def council(tmp_path_factory) -> Path:
    return write_council(tmp_path_factory.mktemp("search") / "council", EXAMPLE, OTHER, site_url="https://example.org/")


@pytest.fixture(scope="module")
def built(council) -> Path:
    return build_site(read_source(council), TODAY, council.parent / "site", jobs=1).site


@pytest.fixture(scope="module")
def index(built) -> dict[str, bytes]:
    return files_below(built / FOLDER)


def test_page_is_found_by_its_own_text_and_nothing_round_it():
    (page,) = fragments(index_files({SearchEntry("a/", ("zq10", "zq20")): PAGE}, LANGUAGE))
    assert page["url"] == "a/"
    assert page["content"] == "Body words <mark> here."
    assert page["meta"] == {"title": "Neglect & harm", "keys": "zq10 zq20"}
    assert page["filters"] == {}


def test_plan_pages_and_hand_written_pages_are_indexed_and_no_others(built, index):
    pages = {name.removesuffix("index.html") for name in files_of(built) if name.endswith(".html")}
    found = [page["url"] for page in fragments(index)]
    assert len(found) == len(set(found))
    left_out = {"", "404.html", "search/", "anytown/print/", "othertown/print/"}
    old = {page for page in pages if "/editions/2" in page}
    assert len(old) == 2 * 3, "an overview, an outcome and a legend of each plan"
    left_out |= old
    assert left_out < pages
    assert set(found) == pages - left_out


def test_examples_that_search_engines_leave_out_are_found(built, index):
    assert "noindex" in (built / "anytown" / "index.html").read_text("utf-8")
    assert "anytown/" in {page["url"] for page in fragments(index)}


def test_keys_name_plan_outcome_and_rating_and_stand_in_no_text(index):
    by_url = {page["url"]: page for page in fragments(index)}
    plan = search_key("plan", "anytown")
    outcome = search_key("outcome", "anytown o-1")
    assert by_url["anytown/legend/"]["meta"]["keys"] == plan
    assert by_url["anytown/outcomes/o-1/"]["meta"]["keys"] == plan
    assert by_url["anytown/actions/a-1-1/"]["meta"]["keys"].split()[:2] == [plan, outcome]
    assert len(by_url["anytown/actions/a-1-1/"]["meta"]["keys"].split()) == 3
    assert "keys" not in by_url["about/"]["meta"]
    assert search_key("plan", "othertown").encode() in words_of(index)
    assert not any(re.search(r"zq[0-9a-f]{10}0", page["content"]) for page in by_url.values())


def test_every_key_of_the_index_has_its_words_on_the_page_of_the_search(built, index):
    shown = set(re.findall(r'data-key="(\w+)"', (built / "search" / "index.html").read_text("utf-8")))
    used = {key for page in fragments(index) for key in page["meta"].get("keys", "").split()}
    assert used
    assert used <= shown


@pytest.mark.parametrize(("kind", "value"), [("plan", "a"), ("plan", "ab"), ("status", "a"), ("outcome", "a b")])
def test_a_key_is_no_beginning_of_another_and_has_no_ending(kind, value):
    key = search_key(kind, value)
    assert re.fullmatch(r"zq[0-9a-f]{10}0", key)
    assert key != search_key(kind, f"{value}b")


def test_only_what_the_page_of_the_search_needs_is_kept(index):
    kept = {re.sub(r"[0-9a-f]{6,}", "*", name) for name in index}
    assert kept == {
        "fragment/en-gb_*.pf_fragment",
        "index/en-gb_*.pf_index",
        "pagefind-entry.json",
        "pagefind.en-gb_*.pf_meta",
        "pagefind.js",
        "wasm.en-gb.pagefind",
    }


def test_a_language_without_its_own_program_gets_the_one_for_any():
    assert "wasm.unknown.pagefind" in index_files({SearchEntry("a/"): PAGE}, "gd")


@pytest.mark.slow
def test_same_pages_give_the_same_bytes_whatever_the_order_and_the_jobs(council, index):
    twice = build_site(read_source(council), TODAY, council.parent / "twice", jobs=2).site
    assert files_below(twice / FOLDER) == index
    entries = [SearchEntry(page["url"], tuple(page["meta"].get("keys", "").split())) for page in fragments(index)]
    for order in (sorted(entries, key=lambda entry: entry.keys), entries[::-1]):
        for path in (twice / FOLDER).rglob("*"):
            if path.is_file():
                path.unlink()
        write_index(twice, order, LANGUAGE)
        assert files_below(twice / FOLDER) == index


def test_another_text_gives_another_index():
    one = index_files({SearchEntry("a/"): PAGE}, LANGUAGE)
    other = index_files({SearchEntry("a/"): PAGE.replace("Body", "Other")}, LANGUAGE)
    assert one.keys() != other.keys()


def test_a_site_without_pages_to_find_has_no_index():
    assert index_files({}, LANGUAGE) == {}


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("/no/such/program", "cannot be run: no such file"),
        ("/bin/true", "made no index: it ended too soon"),
    ],
)
def test_a_program_that_does_not_work_is_told_in_words(program, message, monkeypatch):
    monkeypatch.setattr(search, "get_executable", lambda: program)
    with pytest.raises(SearchError, match=message):
        index_files({SearchEntry("a/"): PAGE}, LANGUAGE)


def test_a_page_without_a_word_is_left_out():
    pages = {SearchEntry("a/"): PAGE, SearchEntry("b/"): "<main><h1>Title</h1></main>"}
    assert [page["url"] for page in fragments(index_files(pages, LANGUAGE))] == ["a/"]
    assert fragments(index_files(dict(list(pages.items())[1:]), LANGUAGE)) == []


def test_a_page_that_is_lost_on_the_way_is_told(monkeypatch):
    answered = search._ask

    def losing(requests):
        *others, last = answered(requests)
        return [*others, {**last, "files": [file for file in last["files"] if "fragment" not in file["path"]]}]

    monkeypatch.setattr(search, "_ask", losing)
    with pytest.raises(SearchError, match="indexed 0 of 1 pages"):
        index_files({SearchEntry("a/"): PAGE}, LANGUAGE)


def test_a_page_without_a_main_is_told():
    with pytest.raises(SearchError, match=r"a/index\.html has no main"):
        index_files({SearchEntry("a/"): "<p>Text</p>"}, LANGUAGE)


def test_failure_leaves_the_old_site(council, built, monkeypatch):
    before = files_below(built)
    monkeypatch.setattr(search, "get_executable", lambda: "/bin/true")
    with pytest.raises(SearchError):
        build_site(read_source(council), TODAY, built, jobs=1)
    assert files_below(built) == before


# The page of the search


def view_of(make_plan, **changes) -> PlanView:
    return PlanView(make_plan(changes), Words(), TODAY)


def form_of(page: Page) -> SearchForm:
    (form,) = blocks_of(page, SearchForm)
    return form


def test_lists_offer_every_plan_and_every_rating_once(make_plan):
    views = (view_of(make_plan), view_of(make_plan, id="othertown", title="Othertown plan"))
    plans, ratings = form_of(search_page(Words(), views)).selects
    assert [choice.value for choice in plans.choices] == ["anytown", "othertown"]
    assert len({choice.key for choice in ratings.choices}) == len(ratings.choices) > 0
    assert len({choice.value for choice in ratings.choices}) == len(ratings.choices)


def test_same_word_with_another_meaning_is_another_rating(make_plan):
    view = view_of(make_plan)
    (scheme,) = [view.plan.status_scheme]
    assert scheme is not None
    paused = tuple(replace(status, tone="paused") for status in scheme.statuses)
    other = PlanView(replace(view.plan, id="othertown", status_scheme=replace(scheme, statuses=paused)), Words(), TODAY)
    alone = form_of(search_page(Words(), (view,))).selects[1].choices
    both = form_of(search_page(Words(), (view, other))).selects[1].choices
    assert len(both) == 2 * len(alone)
    assert {choice.look for choice in both} == {choice.look for choice in alone} | {"paused"}
    assert all(choice.value.endswith(f"-{choice.look}") for choice in both)


def test_without_a_script_links_lead_to_all_actions_of_each_plan(make_plan):
    page = search_page(Words(), (view_of(make_plan),))
    assert [EVERYWHERE.destination(link.to) for link in links_of(section(page, "p-anytown"))] == [
        There("anytown/"),
        There("anytown/actions/"),
        There("anytown/outcomes/o-1/"),
    ]
    assert "JavaScript" in texts(page)[0]


def test_outcomes_of_one_name_are_told_apart_by_their_plans(make_plan):
    other = view_of(make_plan, id="othertown", title="Othertown plan")
    page = search_page(Words(), (view_of(make_plan), other))
    first, second = (links_of(section(page, f"p-{name}"))[-1] for name in ("anytown", "othertown"))
    assert first.text == "Outcome 1: Children are heard (Anytown plan)"
    assert second.text == "Outcome 1: Children are heard (Othertown plan)"


def test_a_site_without_plans_still_searches_its_own_pages():
    page = search_page(Words(), ())
    assert (form_of(page).selects, sections(page)) == ((), {})
