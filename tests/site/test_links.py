"""Every link of the site leads somewhere; what does not is named with its place."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.links import check_links, page_facts

PAGE = '<p id="one"></p><a name="two"></a><b id="here"></b>'
LINKED = {"index.html": "", "a/index.html": PAGE, "a/b/index.html": "", "assets/x.1f.css": ""}


@pytest.fixture
def site(tmp_path: Path):
    def make(files: dict[str, str]) -> Path:
        for name, text in {**LINKED, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return make


def found(problems) -> list[str]:
    return [f"{problem.position} {problem.kind.code}" for problem in problems]


LIVE = [
    *("../", "../index.html", "../a/", "./", "../b/../a/", "../a/b/", "index.html", "b/", "b/index.html"),
    *("#here", "#", "#top", "../a/#one", "../a/#two", "../a/?q=1#one", "../assets/x.1f.css", "?q=1"),
    *("%62/", "../%61/#%6fne", "../a/&#35;one", "../a/ ", "https://example.org/", "mailto:a@example.org", "tel:01632"),
    "//example.org/x",
]
DEAD = [
    *(
        "x/",
        "b",
        "../../",
        "../../../a/",
        "/",
        "/a/",
        "javascript:alert(1)",
        "data:text/html,x",
        "JavaScript:x",
        "file:///etc",
    ),
    *(
        "B/",
        "../A/",
        "index.htm",
        "b/#here/",
        "",
        " ",
        "http://[x",
        "java&#10;script:x",
        "b%2",
        "..\\",
        "ftp://example.org/",
    ),
]


@pytest.mark.parametrize("target", LIVE)
def test_link_that_leads_somewhere_is_no_problem(site, target):
    assert check_links(site({"a/index.html": f'{PAGE}<a href="{target}">x</a>'})) == ()


@pytest.mark.parametrize("target", DEAD)
def test_dead_link_is_found(site, target):
    problems = check_links(site({"a/index.html": f'<html>\n <a href="{target}">x</a>'}))
    code = "anchor-dead" if target == "b/#here/" else "link-dead"
    assert found(problems) == [f"a/index.html:2:2 {code}"]


def test_dead_anchor_is_found(site):
    problems = check_links(site({"index.html": '<p>\n<a href="a/#one">x</a> <a href="a/#ONE">x</a>'}))
    assert [str(problem) for problem in problems] == [
        "index.html:2:24: the link to 'a/#ONE' leads to a page with no such place; mend the link (anchor-dead)"
    ]


def test_double_id_is_found_at_its_second_place(site):
    problems = check_links(site({"index.html": '<p id="x">\n  <b ID=x></b>\n</p>'}))
    assert [str(problem) for problem in problems] == [
        "index.html:2:3: the id 'x' stands twice on one page; give one of the two another id (page-id-duplicate)"
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="x.png">',
        '<img srcset="assets/x.1f.css 1x, x.png 2x">',
        '<script src="x.js"></script>',
        '<link href="x.css" rel="stylesheet">',
        '<svg><use xlink:href="#x"/></svg>',
        '<form action="x/"></form>',
        "<a href=x/>x</a>",
        "<A HREF='x/'>x</A>",
        '<a title="a > b" href="x/">x</a>',
        '<a\nhref = "x/"\n>x</a>',
    ],
)
def test_every_kind_of_link_is_checked(site, html):
    assert len(check_links(site({"index.html": html}))) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="x/"> -->',
        "<script>document.write('<a href=\"x/\">')</script>",
        '<title><a href="x/"></title>',
        '<p title="<a href=x/>">',
        '<p data-href="x/">',
        "<p>a &lt; b</p> < a href=x/>",
        '<form action="">',
    ],
)
def test_what_is_no_link_is_left_alone(site, html):
    assert check_links(site({"index.html": html})) == ()


def test_style_sheet_is_checked_too(site):
    problems = check_links(site({"assets/x.1f.css": "a{}\nb{background:url('gone.svg')} c{filter:url(#f)}"}))
    assert found(problems) == ["assets/x.1f.css:2:14 link-dead"]


@pytest.mark.parametrize("base", ["/plans/", "/plans", "https://example.org/plans/", "https://EXAMPLE.org/plans"])
def test_link_from_the_servers_top_must_stay_below_the_base(site, base):
    html = '<a href="/plans/a/#one"></a> <a href="/plans/c/"></a> <a href="/a/"></a> <a href="/plansa/"></a>'
    problems = check_links(site({"index.html": html}), base)
    assert [problem.values["target"] for problem in problems] == ["/plans/c/", "/a/", "/plansa/"]


def test_full_address_below_the_base_is_checked(site):
    server = "https://example.org"
    links = [f"{server}/plans/a/", f"{server}/plans/x/", f"{server}/other/", "//example.org/plans/y/"]
    html = "".join(f'<a href="{link}">x</a>' for link in links)
    problems = check_links(site({"index.html": html}), "https://example.org/plans/")
    assert [problem.values["target"] for problem in problems] == [links[1], links[3]]


@pytest.mark.parametrize("target", ["https://x.example/a", "http://x.example/a", "//x.example/a", "HTTPS://X.example"])
@pytest.mark.parametrize(
    "html",
    [
        '<img src="{}" alt="">',
        '<img srcset="assets/x.1f.css 1x, {} 2x" alt="">',
        '<video poster="{}"></video>',
        '<object data="{}"></object>',
        '<script src="{}"></script>',
        '<iframe src="{}"></iframe>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="preconnect" href="{}">',
        '<svg><use xlink:href="{}"/><image href="assets/x.1f.css"/></svg>',
        '<svg><image href="{}"/></svg>',
    ],
)
def test_nothing_is_fetched_from_another_site(site, html, target):
    problems = check_links(site({"index.html": f"<p>\n{html.format(target)}"}), "https://example.org/plans/")
    assert [(problem.kind.code, problem.values) for problem in problems] == [("third-party", {"target": target})]
    assert problems[0].position.line == 2


def test_style_sheet_fetches_nothing_from_another_site(site):
    problems = check_links(site({"assets/x.1f.css": "a{background:url(https://x.example/a.png)}"}))
    assert found(problems) == ["assets/x.1f.css:1:14 third-party"]


def test_link_that_a_person_follows_may_lead_to_another_site(site):
    html = '<a href="https://x.example/a">x</a><link rel="canonical" href="https://example.org/plans/">'
    assert check_links(site({"index.html": html}), "https://example.org/plans/") == ()
    html += '<img src="https://x.example/a">'
    assert found(check_links(site({"index.html": html}), "https://example.org/plans/")) == [
        "index.html:1:92 third-party"
    ]


def test_page_shown_at_any_address_needs_links_from_the_top(site):
    html = '<a href="a/">x</a><a href="/plans/a/">x</a><a href="#b" id="b">x</a>'
    assert found(check_links(site({"404.html": html}), "/plans/")) == ["404.html:1:1 link-dead"]


class StandardParser(HTMLParser):
    """What Python's own parser finds."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [(value or "").strip() for name, value in attrs if name in ("href", "src")]


ATTRIBUTES = st.tuples(st.sampled_from(["id", "href", "src", "title", "data-x"]), st.text(' ab>&;/="\n', max_size=6))
SETS = st.lists(ATTRIBUTES, max_size=3, unique_by=lambda pair: pair[0])
TAGS = st.tuples(st.sampled_from(["a", "p", "img", "b-c"]), SETS)


@given(st.lists(TAGS | st.text("ab <>&;!-/", max_size=5).map(lambda text: text.replace("<", "&lt;"))))
def test_scan_finds_what_pythons_parser_finds(parts):
    html = ""
    for part in parts:
        if isinstance(part, str):
            html += part
        else:
            name, attributes = part
            quoted = ((key, value.replace('"', "&quot;")) for key, value in attributes)
            html += "".join([f"<{name}", *(f' {key}="{value}"' for key, value in quoted), ">"])
    parser = StandardParser()
    parser.feed(html)
    facts = page_facts(html)
    assert sorted([*facts.ids, *(value for value, _ in facts.ids_again)]) == sorted(parser.ids)
    assert set(facts.links) == set(parser.links)
