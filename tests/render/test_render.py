"""The one escape, formatted text, links and the frame: what comes out for what goes in."""

import html as python_html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown import Markdown
from markupsafe import Markup

from generator.document.addresses import NOT_FOUND, site_path
from generator.document.blocks import Block, Line, Link, Row, Section, Sentences, Table
from generator.document.frame import Banner, HelpLine
from generator.document.page import Page, Term
from generator.document.prose import read_prose
from generator.document.refs import EVERYWHERE, Here, Places, Ref, RemovedPage, There, Whereabouts, here
from generator.engine import page_html
from generator.pages.content import ContentPage
from generator.pages.not_found import not_found_page
from generator.pages.shell import Banner as ShellBanner
from generator.pages.shell import Shell, frame_words
from generator.render.markdown import environment, finalize, frame, href, markdown_of, own_address, relative
from generator.text import BIDI_CONTROLS
from generator.wording import Words
from tests.payloads import MARKDOWN_EXTENSIONS, PAYLOADS

# The escape

AS_TYPED = [
    "Children are heard",
    "Écoute, ça va",
    "6 months",
    "1.32",
    "1.32 Ask children",
    "sub-action",
    "2018-20",
    "the council’s plan",
    "Ask children. Then act.",
    "Outcome 1: People know",
    "one; two",
    "\u4e2d\u6587",
]
ESCAPED = {
    "a  b": "a &#32;b",
    " a ": "&#32;a&#32;",
    "a\nb": "a&#10;b",
    "1. First": "1&#46; First",
    "a. First": "a&#46; First",
    "xii. Twelfth": "xii&#46; Twelfth",
    "12.": "12&#46;",
    "1.a": "1&#46;a",
    "\u0661.\u0662": "\u0661&#46;\u0662",
    "- item": "&#45; item",
    "a -b- c": "a &#45;b&#45; c",
    "--": "&#45;&#45;",
    ": x": "&#58; x",
    "a:b": "a&#58;b",
    "www.example.org": "www&#46;example&#46;org",
    "a_b": "a&#95;b",
    "*a*": "&#42;a&#42;",
    "<b>": "&#60;b&#62;",
    "&amp;": "&#38;amp&#59;",
    "'\"`": "&#39;&#34;&#96;",
    "{{ x }}": "&#123;&#123; x &#125;&#125;",
    "‘a’": "&#8216;a’",
    "a\u00a0b": "a&#160;b",
    "e\u0301": "e&#769;",
    "\U0001f600": "&#128512;",
    "http://x": "http&#58;&#47;&#47;x",
}


@pytest.mark.parametrize("text", AS_TYPED)
def test_plain_words_stay_as_they_are(text):
    assert finalize(text) == text


@pytest.mark.parametrize(("text", "escaped"), ESCAPED.items())
def test_what_could_mean_something_becomes_an_entity(text, escaped):
    assert finalize(text) == escaped


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_escape_is_undone_by_any_reader_of_html(text):
    assert python_html.unescape(finalize(text)) == python_html.unescape(python_html.escape(text))


# Beside letters, digits, spaces, commas and typographic apostrophes; "\0" stands for an entity.
KEPT_SIGNS = re.compile(
    r"(?<=[a-z0-9])-(?=[a-z0-9])|(?<=[a-z0-9])[:;](?=[ \0])|(?<=[a-z0-9])\.(?=[ \0]|$)|(?<=[0-9])\.(?=[0-9])", re.I
)


@given(st.text(st.sampled_from("aZ1١é .:;-,’_*<&\n") | st.characters(exclude_categories=["Cs", "Cc"])))
def test_signs_are_left_only_where_they_mean_nothing(text):
    left = KEPT_SIGNS.sub("", re.sub(r"&#\d+;", "\0", finalize(text)))
    assert re.fullmatch(r"(?:[^\W_]|[ ,\0’])*", left)


@given(st.text(st.sampled_from("aibx1١.: ") | st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_value_at_the_start_of_a_line_makes_no_list(text):
    made = Markdown(extensions=list(MARKDOWN_EXTENSIONS)).convert(finalize(text.strip() or "x"))
    assert re.fullmatch(r"<p>[^<]*</p>", made)


def test_numbers_are_said_as_they_are():
    assert finalize(12) == "12"
    assert finalize(33.333) == "33.333"


@pytest.mark.parametrize("value", [None, True, False])
def test_a_value_that_is_no_word_is_refused(value):
    with pytest.raises(TypeError, match="Python chooses the words"):
        finalize(value)


def test_markup_is_escaped_once():
    once = finalize("<b>")
    assert finalize(once) is once


# Templates see strict names, and no filter


def test_unknown_name_fails():
    with pytest.raises(UndefinedError, match="'nothing' is undefined"):
        environment([]).from_string("{{ nothing }}").render()


def test_unknown_part_of_a_known_name_fails():
    with pytest.raises(UndefinedError, match="no attribute 'nothing'"):
        environment([]).from_string("{{ page.nothing }}").render(page=Link("x", here("")))


def test_every_value_is_escaped_and_markup_is_not():
    made = environment([]).from_string('{{ a }}|{{ b }}|<i title="{{ a }}">').render(a="<*>", b=Markup("<*>"))
    assert made == '&#60;&#42;&#62;|<*>|<i title="&#60;&#42;&#62;">'


@pytest.mark.parametrize("name", ["safe", "e", "escape", "upper", "replace", "join", "tojson", "urlize", "striptags"])
def test_filters_are_gone(name):
    with pytest.raises(Exception, match=f"No filter named '{name}'"):
        environment([]).from_string(f"{{{{ 'x' | {name} }}}}")


# Formatted text


def prose_html(source: str) -> str:
    """`source` as it stands on a page, with the entities that stand in attributes as they are read."""
    made = markdown_of(Page("overview", "p/", "T", (), "", (read_prose(source),)))
    inner = made.removeprefix('# T {: #page-title }\n\n<div class="prose">\n').removesuffix("\n</div>\n")
    assert len(inner) == len(made) - len('# T {: #page-title }\n\n<div class="prose">\n\n</div>\n')
    return inner


def with_plain_addresses(made: str) -> str:
    """The same with each address as a browser follows it."""
    return re.sub(r'(?<=href=")[^"]*', lambda found: python_html.escape(python_html.unescape(found[0])), made)


FORMATTED = {
    "One.\n\nTwo.": "<p>One.</p>\n<p>Two.</p>",
    "*a* _b_ **c** __d__": "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>",
    "- a\n- b": "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    "1. a\n2. b": "<ol>\n<li>a</li>\n<li>b</li>\n</ol>",
    "2019. A good year": '<ol start="2019">\n<li>A good year</li>\n</ol>',
    "- a\n    - b": "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ul>",
    "- a\n\n    b": "<ul>\n<li><p>a</p>\n<p>b</p></li>\n</ul>",
    "**a *b* c**": "<p><strong>a </strong><strong><em>b</em></strong><strong> c</strong></p>",
    "[a](https://example.org/?b=1&c)": '<p><a href="https://example.org/?b=1&amp;c">a</a></p>',
    "[a](http://example.org)": '<p><a href="http://example.org">a</a></p>',
    "[a](mailto:team@example.org)": '<p><a href="mailto:team@example.org">a</a></p>',
    '[a](https://example.org "title")': '<p><a href="https://example.org">a</a></p>',
    "[*a*](https://example.org)": '<p><a href="https://example.org"><em>a</em></a></p>',
    r"\*a\*": "<p>&#42;a&#42;</p>",
    "a\nb": "<p>a b</p>",
}
NOT_FORMATTED = [
    *("# a", "> a", "`a`", "---", "a | b", "~~a~~", "<b>a</b>", "<script>a</script>", "<!-- a -->", "&lt; &#60;"),
    *("<https://example.org>", "https://example.org", "[a][b]", "![a]", "{{ a }}", "{: .a }", "--8<-- 'a'", "{++a++}"),
]
NO_LINK = [
    *("javascript:alert(1)", "JavaScript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:a", "vbscript:a"),
    *("data:text/html,a", "data:image/png;base64,AAAA", "file:///etc/passwd", "ftp://example.org", "tel:999"),
    *("//example.org", "/a", "../a", "a", "#a", "?a", "https:a", "https://", "https:///a", "https://a:b@example.org"),
    *("mailto:", "mailto:a", "mailto:a@b.c?bcc=d@e.f", "blob:a", "about:blank", "%6aavascript:a"),
]


@pytest.mark.parametrize(("source", "made"), FORMATTED.items())
def test_formatted_text_may_hold(source, made):
    assert with_plain_addresses(prose_html(source)) == made


@pytest.mark.parametrize("source", NOT_FORMATTED)
def test_other_formatting_is_shown_as_it_was_typed(source):
    assert prose_html(source) == f"<p>{finalize(source)}</p>"


@pytest.mark.parametrize("address", NO_LINK)
def test_link_to_anywhere_else_is_shown_as_it_was_typed(address):
    assert prose_html(f"[a]({address})") == f"<p>{finalize(f'[a]({address})')}</p>"


@pytest.mark.parametrize("character", sorted({*BIDI_CONTROLS, "\x00", "\x07", "\x1b", "\x7f", "\x85", "\ufffe"}))
def test_formatted_text_holds_no_control_character(character):
    point = ord(character)
    made = prose_html(f"a{character}b &#{point}; &#x{point:x}; [c](https://example.org/{character}&#{point};)")
    assert character not in made
    assert character not in "".join(re.split(r"<[^>]*>", python_html.unescape(page_html(f"<p>{made}</p>"))))


@given(st.text(st.sampled_from("a1 \n\t-*_[](){}<>&#;.\u00a0\u3000\\")))
def test_formatted_text_holds_no_blank_line(source):
    assert not re.search(r"\n\s*\n", prose_html(source))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_formatted_text_comes_through_markdown_byte_for_byte(source):
    made = f'<div class="prose">\n{prose_html(source)}\n</div>'
    assert page_html(f"# Title\n\n{made}\n\ntext\n").count(made) == 1


# Links and the frame


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("", "a/", "./a/"),
        ("a/", "", "../"),
        ("a/", "a/", "./"),
        ("a/", "a/b/", "./b/"),
        ("a/b/", "a/c/", "../c/"),
        ("a/b/c/", "d/", "../../../d/"),
        ("a/b/c/", "", "../../../"),
        ("a/b/", "a/", "../"),
        ("ab/", "a/", "../a/"),
        ("", "", "./"),
    ],
)
def test_way_from_one_page_to_another(page, target, way):
    assert relative(page, target) == way


@pytest.mark.parametrize(
    ("found", "way"),
    [
        (There("a/c/"), "../c/"),
        (There("a/c/", "d"), "../c/#d"),
        (There("a/b/", "d"), "#d"),
        (There("a/b/"), "./"),
        (Here("d"), "#d"),
        (Here(""), "./"),
        (There(""), "../../"),
        (RemovedPage("a/c/"), "../c/"),
        (RemovedPage("a/b/"), "./"),
    ],
)
def test_link_leads_to_a_page_or_a_place_on_it(found, way):
    assert href("a/b/", found) == way


@pytest.mark.parametrize("address", ["./", "../../", "../a-1/b/", "#a-1", "../a/#b", "../assets/site.1a2b3c4d5e.css"])
def test_own_address_stands_as_it_is(address):
    assert finalize(own_address(address)) == address


PLAIN = set("abcdefghijklmnopqrstuvwxyz0123456789./-")
NOT_OUR_OWN = [
    "https://example.org/",
    "mailto:a@example.org",
    'a"',
    "a'",
    "a b",
    "a>",
    "a\n",
    "&#34;",
    "A/",
    "a_b/",
    "é/",
]
NOT_OUR_OWN += ["a/#", "a/#b#c", "a/#b/c", "a/?b", *(payload for payload in PAYLOADS if set(payload) - PLAIN)]


@pytest.mark.parametrize("address", NOT_OUR_OWN)
def test_any_other_address_is_escaped_like_every_value(address):
    assert finalize(own_address(address)) == finalize(address)


WORDS = Words()
SHELL = Shell(
    site_name="Anytown plans",
    site_url="https://example.org/plans/",
    publisher="Anytown Council",
    language="en-GB",
    menu=(Link("All plans", Ref("address", "")), Link("About", Ref("address", "about/"))),
    plan_menu=(Link("Overview", Ref("address", "p/")), Link("Legend", Ref("address", "p/legend/"))),
    plan_title="Plan",
    banners=(Banner("Draft", "Not agreed"),),
    help_title="Worried about a child?",
    help_lines=(HelpLine("Call", "01632 960 123", "tel:01632960123"),),
    footer=(Link("About", Ref("address", "about/")),),
    licence="Open Government Licence",
    licence_href="https://example.org/licence",
    contact=(HelpLine("The plans team", "", ""),),
    promise="",
    is_listed=True,
    words=frame_words(WORDS),
)
PAGE = ContentPage("p/legend/", "What the ratings mean", "# What\n", crumbs=(Link("Plan", Ref("address", "p/")),))
HOME_PAGE = ContentPage("", "Anytown plans", "# Anytown plans\n")


def test_title_names_the_page_the_plan_and_the_site():
    assert frame(PAGE, SHELL).title == "What the ratings mean - Plan - Anytown plans"


def test_title_says_nothing_twice():
    assert frame(HOME_PAGE, replace(SHELL, plan_title="")).title == "Anytown plans"
    assert frame(replace(PAGE, title="Plan"), SHELL).title == "Plan - Anytown plans"


def test_breadcrumb_leads_from_home_to_the_page():
    crumbs = frame(PAGE, SHELL).breadcrumb
    assert [(crumb.text, crumb.href) for crumb in crumbs] == [
        ("Home", "../../"),
        ("Plan", "../"),
        ("What the ratings mean", "./"),
    ]
    assert [crumb.current for crumb in crumbs] == [False, False, True]


def test_home_page_has_no_breadcrumb_and_stands_at_the_root():
    made = frame(HOME_PAGE, SHELL)
    assert (made.breadcrumb, made.root, made.home) == ((), "", "./")


def test_menu_says_where_the_reader_is():
    made = frame(PAGE, SHELL)
    assert [(link.href, link.current) for link in made.menu] == [("../../", False), ("../../about/", False)]
    assert [(link.href, link.current) for link in made.plan_menu] == [("../", False), ("./", True)]
    assert made.root == "../../"


@pytest.mark.parametrize(
    ("page", "changes", "robots", "canonical"),
    [
        (PAGE, {}, "", "https://example.org/plans/p/legend/"),
        (HOME_PAGE, {}, "", "https://example.org/plans/"),
        (PAGE, {"is_listed": False}, "noindex", "https://example.org/plans/p/legend/"),
        (PAGE, {"site_url": ""}, "", ""),
        (not_found_page(WORDS, "https://example.org/plans/"), {}, "noindex", ""),
    ],
)
def test_page_says_whether_it_may_be_listed_and_where_it_stands(page, changes, robots, canonical):
    made = frame(page, replace(SHELL, **changes))
    assert (made.robots, made.canonical) == (robots, canonical)


def test_page_for_lost_readers_links_from_the_top_of_the_server():
    made = frame(not_found_page(WORDS, SHELL.site_url), SHELL)
    links = [*made.breadcrumb[:-1], *made.menu, *made.plan_menu, *made.footer]
    assert [link.href for link in links if not link.href.startswith("/plans/")] == []
    assert (made.root, made.home) == ("/plans/", "/plans/")


def test_page_for_lost_readers_leads_home():
    page = not_found_page(WORDS, SHELL.site_url)
    assert page.address == NOT_FOUND
    text = python_html.unescape(page_html(markdown_of(page)))
    assert '<a href="/plans/">' in text
    assert re.findall(r'(?:href|src)="(?!/plans/)', text) == []


@pytest.mark.parametrize(
    ("site_url", "path"),
    [
        ("https://example.org/", "/"),
        ("https://example.org", "/"),
        ("https://example.org/plans/", "/plans/"),
        ("https://example.org/a/b", "/a/b/"),
        ("https://example.org//evil.example/", "/evil.example/"),
    ],
)
def test_place_of_the_site_on_its_server(site_url, path):
    assert site_path(site_url) == path


def test_hand_written_page_keeps_its_markdown():
    assert markdown_of(ContentPage("a/", "A", "# A\n\n\n\n*b*\n")) == "# A\n\n\n\n*b*\n"


# Where nothing shows what a link leads to any more

GONE = Link("Risk <1>", Ref("risk", "r-1", "p"))
NOWHERE = Places({"p": Whereabouts("p")})


def page_with(*blocks: Block) -> Page:
    return Page("overview", "p/", "T", (), "", blocks)


def test_link_to_what_nothing_shows_any_more_is_its_words():
    in_text, in_html = Sentences((GONE,)), Table("T", ("A",), (Row(((Line("", link=GONE),),)),))
    for block in (in_text, in_html, Section("s", "S", (), link=GONE)):
        assert "governance/#r-r-1" in markdown_of(page_with(block), EVERYWHERE)
        made = markdown_of(page_with(block), NOWHERE)
        assert "Risk &#60;1&#62;" in made
        assert "](" not in made
        assert "<a" not in made


def test_frame_leaves_out_what_nothing_shows_any_more():
    shell = replace(SHELL, places=NOWHERE, plan_menu=(*SHELL.plan_menu, GONE), banners=(ShellBanner("A", "B", GONE),))
    made = frame(PAGE, shell)
    assert [link.text for link in made.plan_menu] == ["Overview", "Legend"]
    assert made.banners[0].link is None
    shown = frame(PAGE, replace(shell, places=EVERYWHERE))
    assert shown.plan_menu[-1].href == "../governance/#r-r-1"
    assert shown.banners[0].link.text == GONE.text


def test_term_that_has_neither_a_name_nor_an_entry_any_more_is_not_helped_with():
    entry = Link("CPC", Ref("term", "CPC", "p"))
    named, bare = Term(("CPC",), "Child Protection Committee", entry), Term(("Core group",), "", entry)
    assert [term.href for term in frame(PAGE, replace(SHELL, terms=(named, bare))).terms] == ["../glossary/#t-cpc"] * 2
    gone = frame(PAGE, replace(SHELL, places=NOWHERE, terms=(named, bare))).terms
    assert [(term.forms, term.href) for term in gone] == [(("CPC",), "")]
