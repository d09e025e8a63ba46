"""Every page of the built site keeps the rules of tests/html_checks.py, and each rule can fail."""

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from generator.document.frame import page_file
from generator.pages import (
    PAGE_KINDS,
    Offer,
    Page,
    PlanView,
    data_page,
    home_page,
    not_found_page,
    plan_pages,
    search_page,
)
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.plan.vocabulary import Look
from generator.site.build import Source, site_units
from generator.site.units import HubUnit, PlanUnit
from generator.status import as_at
from tests.conftest import as_tuples
from tests.contrast import SHEET
from tests.html_checks import CHECKS, SITE_CHECKS, BuiltPage, read_pages, words
from tests.page_samples import SAMPLES, SITE_URL, STRESS, TODAY, invented_plan


def with_facts(page: BuiltPage, source: Source) -> BuiltPage:
    """The page, with what its plan's file says that it must show."""
    assert source.settings is not None
    plans = {file.folder.name: file.plan for file in source.plans}
    plan = plans.get(page.address.split("/")[0])
    if plan is None or plan.example is None:
        return replace(page, is_listed=page.address != "404.html")
    return replace(page, example=plan.example.kind, is_listed=source.settings.extra.examples == "public")


@pytest.fixture(scope="session")
def pages(site: Path, source: Source) -> list[BuiltPage]:
    return [with_facts(page, source) for page in read_pages(site, site_url=source.settings.site_url)]


@pytest.fixture(scope="session")
def samples(site_of_samples: Path) -> list[BuiltPage]:
    """The pages of a site with an address of its own, so that the page for lost readers is among them."""
    return read_pages(site_of_samples, site_url=SITE_URL)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS.keys())
def test_every_page_keeps_the_rule(check, pages):
    assert len(pages) > len(SAMPLES)
    assert [f"{page.address}: {fault}" for page in pages for fault in check(page)] == []


@pytest.mark.parametrize("check", SITE_CHECKS.values(), ids=SITE_CHECKS.keys())
def test_all_pages_together_keep_the_rule(check, pages, samples):
    assert list(check(pages)) == []
    assert list(check(samples)) == []


@pytest.mark.parametrize("name", [name for name in CHECKS if name not in ("robots", "example_banner")])
def test_sample_pages_keep_the_rule(name, samples):
    assert [f"{page.address}: {fault}" for page in samples for fault in CHECKS[name](page)] == []


def test_worked_examples_are_named_and_not_listed(pages):
    named = [page for page in pages if page.example]
    assert named
    assert {page.example for page in named} == {"Worked example", "Invented example"}
    assert not any(page.is_listed for page in named)


def test_every_kind_of_page_has_a_sample(source):
    assert SAMPLES.keys() == set(PAGE_KINDS), "a kind of page needs a line in SAMPLES of tests/page_samples.py"
    units = site_units(source, TODAY)
    hub = next(unit for unit in units if isinstance(unit, HubUnit))
    plans = [unit.view for unit in units if isinstance(unit, PlanUnit)]
    invented = read_as(PublicPlan, as_tuples(invented_plan()))
    plans.append(PlanView(invented, hub.site.words, as_at(invented, TODAY)))
    made = [page for view in plans for page in plan_pages(view)]
    for unit in units:
        if isinstance(unit, PlanUnit):
            sizes = {address: len(data) for address, data in unit.make().files.items()}
            made.append(data_page(unit.view, Offer(sizes, hub.site.settings)))
    words = hub.site.words
    made += [home_page(words, "", plans), search_page(words, plans), *hub.content, not_found_page(words, SITE_URL)]
    kinds = {page.address: page.kind if isinstance(page, Page) else "content" for page in made}
    assert {kind: kinds.get(address) for kind, address in SAMPLES.items()} == {kind: kind for kind in PAGE_KINDS}


def test_samples_are_built(samples):
    files = {page.address for page in samples}
    for address in {**SAMPLES, **STRESS}.values():
        assert page_file(address) in files


def unused_classes(sheet: str, pages: list[BuiltPage]) -> set[str]:
    """The classes that the style sheet names and no page has; a pattern may be any rating's.

    A crest stands only on the pages of a council that has one (tests/browser/test_brand.py).
    """
    selectors = re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    named = {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}
    on_pages = {name for page in pages for words in re.findall(r'class="([^"]*)"', page.html) for name in words.split()}
    return named - on_pages - {f"tone-fill--{look}" for look in get_args(Look)} - {"site__crest"}


def test_style_sheet_names_no_class_that_no_page_has(samples):
    sheet = SHEET.read_text("utf-8")
    assert unused_classes(sheet, samples) == set()
    assert unused_classes(f"{sheet} main > .gone:hover {{ top: 0 }}", samples) == {"gone"}


GOOD = """<!doctype html>
<html lang="en-GB"><head><title>Plan</title><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="description" content="A plan.">
<meta property="og:title" content="Plan">
<meta property="og:description" content="A plan."><meta property="og:site_name" content="Plans">
<meta name="theme-color" content="#00424b" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#06363d" media="(prefers-color-scheme: dark)">
<link rel="icon" href="../assets/icon.0a.svg" type="image/svg+xml">
<link rel="stylesheet" href="../assets/a.css"><script src="a.js"></script>
<script type="application/ld+json">{"@context": "https://schema.org", "name": "Plan"}</script></head>
<body><a href="#shell-main">Skip</a><section class="help"><a href="tel:999">Call 999</a></section>
<nav class="breadcrumb" aria-label="You are here">
<ol><li><a href="../">Home</a></li><li><span aria-current="page">Plan</span></li></ol></nav>
<main id="shell-main"><p class="banner">Worked example: text</p><h1>Plan</h1><h2 id="x" aria-describedby="y">Part</h2>
<p id="y">By 1 March 2019. <a href="o/">Outcome 1</a></p><img src="a.png" alt="A chart">
<svg id="d"><title>A bar</title></svg>
<span aria-hidden="true"><svg><use href="#d"/></svg></span>
<span class="status-tag status-tag--at-risk"><span class="status-tag__shape" aria-hidden="true"></span>Amber</span>
<table><caption>Ratings</caption><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><th scope="row">Amber</th><td>At risk</td></tr></tbody></table><dl><dt>Due</dt><dd>May 2019</dd></dl></main>
<footer><section class="help"><a href="tel:999">Call 999</a></section><div class="foot__about"><ul class="foot__links">
<li><a href="../accessibility/">Accessibility statement</a></li><li><a href="../formats/">Other formats</a></li></ul>
<p><a href="mailto:a@b.example">a@b.example</a></p></div></footer></body></html>
"""

# Name of the rule, what stands on the good page, and the fault put in its place.
FAULTS = [
    ("language", ' lang="en-GB"', ""),
    ("language", 'lang="en-GB"', 'lang="en"'),
    ("viewport", "width=device-width, initial-scale=1", "width=980"),
    ("viewport", "initial-scale=1", "initial-scale=1, maximum-scale=1"),
    ("title", "<title>Plan</title>", "<title> </title>"),
    ("description", '<meta name="description" content="A plan.">', ""),
    ("description", '<meta name="description" content="A plan.">', '<meta name="description" content="Another.">'),
    ("description", '<meta name="description" content="A plan.">', f'<meta name="description" content="{"x" * 161}">'),
    ("description", '"og:title" content="Plan"', '"og:title" content=""'),
    ("description", "og:site_name", "og:site"),
    ("browser_frame", 'media="(prefers-color-scheme: dark)"', ""),
    ("browser_frame", 'content="#06363d"', 'content=""'),
    ("browser_frame", "../assets/icon.0a.svg", "/favicon.ico"),
    ("landmark_names", ' aria-label="You are here"', ""),
    ("landmark_names", '<main id="shell-main">', '<main id="shell-main" aria-label="Plan">'),
    ("landmark_names", "<nav class", '<nav aria-label="You are here"></nav><nav class'),
    ("footer", "Accessibility statement", "Statement"),
    ("footer", "Other formats", "Others"),
    ("footer", "mailto:", "#"),
    ("one_h1", "<h1>Plan</h1>", "<h1>Plan</h1><h1>Again</h1>"),
    ("one_h1", "<h1>Plan</h1>", "<p>Plan</p>"),
    ("one_h1", "<h1>Plan</h1>", "</main><h1>Plan</h1><main>"),
    ("headings", "Part</h2>", "Part</h2><h4>Deep</h4>"),
    ("headings", "<h1>Plan</h1>", "<h2>Plan</h2>"),
    ("headings", "Part</h2>", "</h2>"),
    ("help_first_and_last", '<body><a href="#shell-main">Skip</a><section class="help">', "<body><section>"),
    ("help_first_and_last", '<footer><section class="help">', "<footer><section>"),
    ("help_first_and_last", '<footer><section class="help"><a href="tel:999">', '<footer><section class="help"><a>'),
    ("landmarks", '<main id="shell-main">', '<main id="elsewhere">'),
    ("landmarks", '<a href="#shell-main">Skip</a>', ""),
    ("tables", "<caption>Ratings</caption>", ""),
    ("tables", ' scope="col">A', ">A"),
    ("tables", '<th scope="row">Amber</th>', "<td>Amber</td>"),
    ("tables", '<th scope="col">B</th>', "<td>B</td>"),
    ("tables", "<td>At risk</td>", ""),
    ("nothing_empty", "<td>At risk</td>", "<td> </td>"),
    ("nothing_empty", "<td>At risk</td>", "<td>–</td>"),
    ("nothing_empty", "<dd>May 2019</dd>", "<dd></dd>"),
    ("nothing_empty", "<dt>Due</dt>", "<dt>&nbsp;</dt>"),
    ("nothing_empty", '<th scope="row">Amber</th>', '<th scope="row"></th>'),
    ("nothing_empty", "<ol>", "<ol><li></li>"),
    ("no_inline_code", '<script src="a.js">', "<script>"),
    ("no_inline_code", '"@context": "https://schema.org", ', ""),
    ("no_inline_code", '"Plan"}', '"Plan"'),
    ("no_inline_code", "application/ld+json", "text/plain"),
    ("no_inline_code", "</head>", "<style>a{}</style></head>"),
    ("no_inline_code", "<h1>", '<h1 style="color: red">'),
    ("no_inline_code", "<h1>", '<h1 onclick="x()">'),
    ("no_inline_code", 'href="o/"', 'href=" JavaScript:x()"'),
    ("own_files_only", "../assets/a.css", "https://cdn.example/a.css"),
    ("own_files_only", 'src="a.js"', 'src="//cdn.example/a.js"'),
    ("own_files_only", 'src="a.png"', 'src="http://plans.example/a.png"'),
    ("own_files_only", 'src="a.png"', 'src="a.png" srcset="https://cdn.example/b.png 2x"'),
    ("robots", '<meta name="robots" content="noindex">', ""),
    ("robots", 'content="noindex"', 'content="index"'),
    ("example_banner", "Worked example:", "Example:"),
    ("example_banner", 'class="banner"', ""),
    ("links_have_words", "Outcome 1</a>", "</a>"),
    ("links_have_words", "Outcome 1</a>", "Click here.</a>"),
    ("links_have_words", ' href="o/"', ""),
    ("images_have_words", ' alt="A chart"', ""),
    ("images_have_words", "<title>A bar</title>", ""),
    ("dates_in_full", "1 March 2019", "01/03/2019"),
    ("dates_in_full", "1 March 2019", "2019-03-01"),
    ("dates_in_full", "1 March 2019", "Sept 2019"),
    ("dates_in_full", "1 March 2019", "<time>1.3.2019</time>"),
    ("status_tags", "status-tag--at-risk", "status-tag--teal"),
    ("status_tags", " status-tag--at-risk", ""),
    ("status_tags", "</span>Amber", "</span>"),
    ("status_tags", '<span class="status-tag__shape" aria-hidden="true">', '<span class="status-tag__shape">'),
    ("status_tags", '<span class="status-tag__shape" aria-hidden="true"></span>', ""),
    ("status_tags", "</span>Amber", '</span><span class="status-tag__shape" aria-hidden="true"></span>Amber'),
    ("status_tags", '<span class="status-tag status', '<span aria-hidden="true" class="status-tag status'),
    ("breadcrumb", ' aria-current="page"', ""),
    ("breadcrumb", "<li><a ", '<li><a aria-current="page" '),
    ("breadcrumb", 'page">Plan</span>', 'page">Another</span>'),
    ("breadcrumb", 'class="breadcrumb"', ""),
    ("ids", 'id="y"', 'id="x"'),
    ("ids", 'id="y"', 'id="z"'),
    ("ids", 'href="#d"', 'href="#e"'),
]


def faulty(old: str, new: str) -> BuiltPage:
    assert GOOD.count(old) >= 1, f"{old!r} is not on the good page"
    return BuiltPage("p/index.html", GOOD.replace(old, new, 1), example="Worked example", is_listed=False)


@pytest.mark.parametrize("name", CHECKS)
def test_rule_finds_nothing_on_a_good_page(name):
    page = BuiltPage("p/index.html", GOOD, example="Worked example", is_listed=False)
    assert list(CHECKS[name](page)) == []


@pytest.mark.parametrize(("name", "old", "new"), FAULTS)
def test_rule_finds_the_fault(name, old, new):
    assert list(CHECKS[name](faulty(old, new)))


def test_every_rule_has_a_fault_that_it_finds():
    assert {name for name, _, _ in FAULTS} == CHECKS.keys()


@pytest.mark.parametrize(("old", "new"), [("Other formats", "Formats"), ("a@b.example</a>", "c@b.example</a>")])
def test_feet_that_differ_are_found(old, new):
    pages = [BuiltPage("a/index.html", GOOD), BuiltPage("b/index.html", GOOD.replace(old, new, 1))]
    assert list(SITE_CHECKS["feet_agree"](pages))
    assert list(SITE_CHECKS["feet_agree"]([pages[0], replace(pages[0], address="b/index.html")])) == []


def test_pages_of_a_site_with_an_address_agree_too(samples):
    for check in SITE_CHECKS.values():
        assert list(check(samples)) == []


def test_description_stands_on_the_page(samples):
    """What search engines and shared links show of a page is no other text than its own."""
    for page in samples:
        (said,) = (node.attributes["content"] or "" for node in page.all('meta[name="description"]'))
        shown = " ".join(words(node) for node in page.all("main"))
        # An action's page may have a more exact label for its date, and names its sub-actions by their numbers.
        for word in re.findall(r"\w+", re.sub("By when:|; sub-actions:", "", said.removesuffix("…"))):
            assert word in shown, f"{page.address}: {word} of {said!r}"


def test_two_pages_of_one_title_are_found():
    page = BuiltPage("a/index.html", GOOD)
    assert list(SITE_CHECKS["titles_differ"]([page, replace(page, address="b/index.html")]))


def test_a_status_without_its_meaning_is_found():
    check = SITE_CHECKS["statuses_have_meanings"]
    row = '<th scope="row">Amber</th><td>'
    tag = '<span class="status-tag status-tag--{}">{}</span>'
    legend = GOOD.replace(row, row.replace("Amber", tag.format("at-risk", "Amber")))
    here, there = "p/o/index.html", "p/legend/index.html"
    link = '<a href="../legend/#x">What the ratings mean</a>'

    def faults(of: str, *pages: BuiltPage) -> list[str]:
        return list(check([BuiltPage(here, of), *pages]))

    linked, meaning = GOOD.replace("<h2", f"{link}<h2"), BuiltPage(there, legend)
    # On the page itself, or behind a link; not on a page that nothing leads to, nor in a table of other things.
    assert faults(legend) == faults(linked, meaning) == []
    assert [faults(GOOD), faults(GOOD, meaning), faults(linked)].count([]) == 0
    assert faults(linked, replace(meaning, html=legend.replace("<td>", "<td>By whom</td><td>")))
    # The word and its look are both the legend's.
    assert faults(linked.replace("</span>Amber", "</span>Yellow"), meaning)
    assert faults(linked.replace("tag--at-risk", "tag--paused"), meaning)
    # More may be said of one thing; a rating that has lapsed needs the meaning of both.
    assert faults(linked.replace("</span>Amber", "</span>Amber: a court case"), meaning) == []
    lapsed = linked.replace("tag--at-risk", "tag--lapsed").replace("</span>Amber", "</span>Amber: review overdue")
    assert faults(lapsed, meaning)
    both = legend.replace(
        "</tbody>", f'<tr><th scope="row">{tag.format("lapsed", "Old")}</th><td>Old</td></tr></tbody>'
    )
    assert faults(lapsed, replace(meaning, html=both)) == []


def test_every_rule_for_all_pages_has_a_fault_that_it_finds():
    assert SITE_CHECKS.keys() == {"titles_differ", "feet_agree", "statuses_have_meanings"}
