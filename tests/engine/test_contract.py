"""Both engines write the same bytes for the same pages."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.council.theme import read_theme
from generator.document.frame import Banner, Frame, FrameLink, FrameTerm, FrameWords, HelpLine, StagedPage
from generator.engine import page_html, staged_html
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.engine.plain_engine import PlainEngine
from generator.engine.terms import explain_terms

MKDOCS, PLAIN = MkDocsEngine(), PlainEngine()
THEME = read_theme()
WORDS = FrameWords(
    skip="Skip to main content",
    menu="Menu",
    breadcrumb="Breadcrumb",
    site_menu="Site",
    plan_menu="Plan",
    help="Help",
    footer="About this site",
    published_by="Published by",
    licence="Licence",
    home="Home",
    search="Search",
    search_label="Search this site",
)

MARKDOWN = {
    "explicit ids": "# Title {#o-1}\n\n## Part {#a-1}\n\nText.\n\n## Part {#a-2}\n",
    "ids from text": "# One & two\n\n## Part\n\n## Part\n",
    "html table": '# T {#t}\n\n<table>\n<tr><th scope="row">1.1</th><td>&#42;&#42;x&#42;</td></tr>\n</table>\n\nEnd.\n',
    "inline span": 'Rating: <span class="status-tag" data-tone="at-risk">Amber&#58; at risk</span> now.\n',
    "entities": "# A &#60;b&#62; &amp; &#123;&#35;x&#125; {#e}\n\n- &#42; not bold &#42;, and&#58; &#95;so&#95;\n",
    "links": "[a](access.md#part) ![b](images/a.png) [c](../about/) <mailto:x@example.org> [d][e]\n\n[e]: f.md\n",
    "lists": "1. one\n2. two\n\n- a\n    - b\n\n* c\n",
    "table": "| a | b |\n|---|--:|\n| 1 | 2 |\n",
    "fence": "```text\n<b> &amp; {{ page }}\n```\n",
    "looks like front matter": "---\ntitle: no\ntemplate: 404.html\n---\n\n# T\n",
    "looks like metadata": "title: x\ntemplate: 404.html\n\n# T\n",
    "rule first": "---\n\ntext\n",
    "white space first": "\n\n    code\n\ntext\n",
    "template words": "{{ frame }} {% include 'x' %} {# no #}\n",
    "line ends": "# T\r\n\r\none\rtwo\r\n",
    "markup that MkDocs cannot read": "<![x[ y\n\n[a](http://[b) [c](//℀.example/)\n",
    "nothing": "",
    "byte order mark": "\ufeff# T\n",
    "toc marker": "# T\n\n[TOC]\n\n## U\n",
}
ADDRESSES = ["", "about/", "404/", "templates/", "index/", "readme/", "p/readme/", "p/templates/x/", ".x/", "404.html/"]


def frame(address: str) -> Frame:
    root = "../" * address.count("/")
    home = FrameLink("Home", root or "./")
    return Frame(
        title="Who's first? <Title> & co",
        language="en-GB",
        site_name="Anytown & District",
        publisher="Anytown Council",
        home=home.href,
        root=root,
        breadcrumb=(home, FrameLink("{{ page }}", "", True)),
        menu=(home,),
        plan_menu=(home,),
        plan_title="Plan",
        banners=(Banner("Draft", "Not agreed yet"),),
        help_title="Worried about a child?",
        help_lines=(HelpLine("Social work", "01632 960 001", "tel:+441632960001"),),
        footer=(home,),
        licence="Open Government Licence",
        robots="noindex",
        canonical=f"https://example.org/{address}",
        words=WORDS,
        terms=(FrameTerm(("one",), "Only & <first>", ""), FrameTerm(("Text", "text"), "", "#part")),
        search=f"{root}search/",
    )


def staged(markdown: str, address: str = "p/") -> StagedPage:
    return StagedPage(address, markdown, frame(address))


@pytest.mark.parametrize("markdown", MARKDOWN.values(), ids=MARKDOWN.keys())
def test_both_engines_write_the_same_bytes(markdown):
    pages = [staged(markdown)]
    assert MKDOCS.render_unit(pages, THEME) == PLAIN.render_unit(pages, THEME)


def test_every_address_has_its_page():
    pages = [staged(f"# Page {address!r}\n", address) for address in ADDRESSES]
    rendered = MKDOCS.render_unit(pages, THEME)
    assert list(rendered) == ADDRESSES
    assert rendered == PLAIN.render_unit(pages, THEME)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(list(MARKDOWN.values()))))
@settings(max_examples=40, deadline=None)
def test_both_engines_agree_on_any_text(texts):
    pages = [staged(text, f"p{place}/") for place, text in enumerate(texts)]
    assert MKDOCS.render_unit(pages, THEME) == PLAIN.render_unit(pages, THEME)


@pytest.mark.parametrize("markdown", MARKDOWN.values(), ids=MARKDOWN.keys())
def test_page_holds_the_whole_text(markdown):
    page = MKDOCS.render_unit([staged(markdown)], THEME)["p/"].decode()
    assert explain_terms(page_html(markdown), frame("p/").terms).strip() in page


def test_a_page_does_not_hang_on_its_neighbours():
    pages = [staged("# Part\n\n[x][y]\n\n[y]: z.md\n", "a/"), staged("# Part\n\n[x][y]\n", "b/")]
    together = MKDOCS.render_unit(pages, THEME)
    assert together == {page.address: MKDOCS.render_unit([page], THEME)[page.address] for page in reversed(pages)}


def test_page_ends_in_one_line_feed_and_holds_no_other_line_end():
    page = MKDOCS.render_unit([staged("one\r\n\r\ntwo\r\n")], THEME)["p/"]
    assert page.endswith(b"</html>\n")
    assert b"\r" not in page


def test_page_title_is_escaped_once():
    page = MKDOCS.render_unit([staged("# T\n")], THEME)["p/"].decode()
    assert "<title>Who&#39;s first&#63; &#60;Title&#62; &#38; co</title>" in page


def test_nothing_of_mkdocs_or_of_the_day_reaches_a_page():
    page = MKDOCS.render_unit([staged("# T\n")], THEME)["p/"].decode().lower()
    assert "mkdocs" not in page
    assert "material" not in page
    assert "build" not in page


def test_part_that_two_pages_share_is_read_once():
    shared = "## Part {: #part }\n\nThe same in two editions.\n"
    pages = [replace(staged(f"# Page {number} {{: #page-title }}\n\n{shared}"), is_made=True) for number in (1, 2)]
    page_html.cache_clear()
    assert [staged_html(page).count("The same in two editions.") for page in pages] == [1, 1]
    assert page_html.cache_info().misses == len(pages) + 1


def test_hand_written_page_is_read_in_one():
    page = staged("# Page\n\n[a][b]\n\n## Part {: #part }\n\n[b]: c.md\n")
    assert '<a href="../c/">a</a>' in staged_html(page)
