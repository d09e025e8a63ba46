"""A term is helped with at its first use, in running text only, and what the plan says stays as it was."""

import re
from collections.abc import Iterator
from datetime import date
from posixpath import join, normpath
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.council.theme import read_theme
from generator.document.frame import FramePart, FrameTerm, StagedPage
from generator.engine import page_html
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.engine.plain_engine import PlainEngine
from generator.engine.terms import explain_terms, explained
from generator.pages import PlanView, plan_pages
from generator.pages.shell import plan_shell
from generator.render.markdown import finalize, stage
from generator.site.build import Source, staged_pages
from generator.site.units import Site
from generator.wording import Words
from tests.conftest import small_plan
from tests.filled_plan import Field, filled_site
from tests.payloads import PAYLOADS

CPC = FrameTerm(("CPC", "CPCs"), "Child Protection Committee", "")
CPC_LEAD = FrameTerm(("CPC Lead",), "", "../glossary/#t-cpc-lead")
CP = FrameTerm(("CP",), "Child protection", "")
IRD = FrameTerm(("IRD",), "Inter-agency referral discussion", "../glossary/#t-ird")
GROUP = FrameTerm(("Core group", "core group"), "", "../glossary/#t-core-group")
PLAN = FrameTerm(("Child’s plan",), "", "../glossary/#t-child-s-plan")
SIGNS = FrameTerm(("CCL&D",), "", "../glossary/#t-ccl-d")
TERMS = (CPC, CPC_LEAD, CP, IRD, GROUP, PLAN, SIGNS)
HELP = '<span class="term"> [Child Protection Committee]</span>'

OURS = re.compile(r'<span class="term"> \[.*?\]</span>|<a href="[^"]*#t-[^"]*">(.*?)</a>', re.DOTALL)
QUIET = "h1, h2, h3, h4, h5, h6, a, th, dt, caption, form, svg, code, figcaption, .label, .status-tag"


def without_help(html: str) -> str:
    return OURS.sub(lambda found: found[1] or "", html)


def test_initials_are_followed_once_by_what_they_stand_for():
    before = "<p>The CPC meets.</p><p>The CPC decides.</p>"
    assert explain_terms(before, TERMS) == f"<p>The CPC{HELP} meets.</p><p>The CPC decides.</p>"


CODES = ("CPC_0001", "X_CPC", "_CPC", "CPC-0001", "2019-CPC", "2019/CPC", "CPC/2019", "CPC.01", "CPC 001")


@pytest.mark.parametrize("code", CODES)
def test_no_help_is_put_into_a_code(code):
    for typed in (code, finalize(code)):
        before = f"<p>The code is {typed}, as agreed.</p>"
        assert explain_terms(before, TERMS) == before


@pytest.mark.parametrize("text", ["CPC: 3 meetings", "CPC. 3 met", "CPC/IRD", "the CPC 2019", "(CPC)"])
def test_initials_beside_other_signs_are_helped_with(text):
    for typed in (text, finalize(text)):
        assert HELP in explain_terms(f"<p>{typed}</p>", TERMS)


def test_initials_of_which_there_is_more_to_say_lead_to_it():
    help = '<span class="term"> [<a href="../glossary/#t-ird">Inter-agency referral discussion</a>]</span>'
    assert explain_terms("<p>An IRD is held.</p>", TERMS) == f"<p>An IRD{help} is held.</p>"


def test_word_with_a_longer_meaning_becomes_a_link_once():
    made = explain_terms("<p>A core group meets. Each Core group.</p>", TERMS)
    assert made == '<p>A <a href="../glossary/#t-core-group">core group</a> meets. Each Core group.</p>'


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("CPCs meet", f"CPCs{HELP} meet"),
        ("the CPC’s plan", f"the CPC’s{HELP} plan"),
        ("the CPC&#39;s plan", f"the CPC&#39;s{HELP} plan"),
        ("&#40;CPC&#41;", f"&#40;CPC{HELP}&#41;"),
        ("CPC&#47;NHS", f"CPC{HELP}&#47;NHS"),
        ("the CPC.", f"the CPC{HELP}."),
        ("a CPC Lead", 'a <a href="../glossary/#t-cpc-lead">CPC Lead</a>'),
        ("the\nCPC\nLead", 'the\n<a href="../glossary/#t-cpc-lead">CPC\nLead</a>'),
        ("a Child’s plan", 'a <a href="../glossary/#t-child-s-plan">Child’s plan</a>'),
        ("a Child&#39;s plan", 'a <a href="../glossary/#t-child-s-plan">Child&#39;s plan</a>'),
        ("CCL&#38;D leads", '<a href="../glossary/#t-ccl-d">CCL&#38;D</a> leads'),
    ],
)
def test_term_is_found_as_a_page_spells_it(text, made):
    assert explain_terms(f"<p>{text}</p>", TERMS) == f"<p>{made}</p>"


@pytest.mark.parametrize(
    "text",
    [
        *("cpc", "Cpc", "XCPC", "CPCx", "CPC1", "CPC-led", "non-CPC", "non&#45;CPC", "CPC&#38;D", "R&#38;CPC"),
        *("https&#58;&#47;&#47;CPC.example", "CPC&#64;example.org", "www.example.org&#47;CPC", "&#67;PC"),
    ],
)
def test_part_of_another_word_and_other_case_are_no_term(text):
    assert explain_terms(f"<p>{text}</p>", (CPC,)) == f"<p>{text}</p>"


def test_longest_term_wins_and_holds_no_other():
    made = explain_terms("<p>A CPC Lead, a CPC Lead and the CPC.</p>", TERMS)
    assert without_help(made) == "<p>A CPC Lead, a CPC Lead and the CPC.</p>"
    assert made.endswith(f"a CPC Lead and the CPC{HELP}.</p>")


LEFT_ALONE = [
    "<h2>CPC</h2>",
    '<a href="x">CPC</a>',
    "<button>CPC</button>",
    '<form><label>CPC <select><option value="CPC">CPC</option></select></label><p>CPC</p></form>',
    '<table><caption>CPC</caption><tr><th scope="row">CPC</th></tr></table>',
    "<dl><dt>CPC</dt></dl>",
    '<dl><dt id="t-cpc">CPC</dt>\n<dd>CPC stands for more</dd></dl>',
    "<svg><title>CPC</title><text>CPC</text></svg>",
    "<figure><figcaption>CPC</figcaption></figure>",
    "<pre><code>CPC</code></pre>",
    '<p class="label">CPC</p>',
    '<span class="status-tag status-tag--x"><span class="status-tag__shape"></span>CPC</span>',
    '<p title="CPC" data-label="CPC">x</p>',
    "<p>“CPC” and &#8220;the CPC&#8221;</p>",
]


@pytest.mark.parametrize("html", LEFT_ALONE)
def test_nothing_is_put_where_it_would_not_be_read_as_text(html):
    assert explain_terms(html, TERMS) == html
    assert explain_terms(f"{html}<p>The CPC</p>", TERMS) == f"{html}<p>The CPC{HELP}</p>"


@pytest.mark.parametrize("place", ["p", "li", "td", "dd", "strong", "em", "abbr"])
def test_help_stands_in_running_text_of_every_kind(place):
    assert explain_terms(f"<{place}>CPC</{place}>", TERMS) == f"<{place}>CPC{HELP}</{place}>"


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Child Protection Committee &#40;CPC&#41;</h1><p>The CPC</p>",
        "<h2>CPC: Child\nProtection <em>Committee</em></h2>",
        "<p>Child Protection Committee &#40;CPC&#41;</p>",
        "<p>CPC &#40;Child Protection Committee&#41;</p>",
        "<p>CPC, <em>Child Protection Committee</em></p>",
    ],
)
def test_name_that_stands_beside_its_initials_is_not_said_again(html):
    assert explain_terms(html, (CPC,)) == html
    assert explain_terms(f"{html}<p>CPC</p>", (CPC,)) == f"{html}<p>CPC</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<form hidden><option value="x">Child Protection Committee</option></form>',
        '<p data-label="Child Protection Committee">x</p>',
        "<p>Child Protection Committees</p>",
        "<p>Grandchild Protection Committee</p>",
        "<h1>Child Protection Committee</h1>",
        "<p>The child protection committee meets.</p>",
        "<p>Child\nProtection <em>Committee</em>. The</p>",
    ],
)
def test_name_that_nobody_reads_beside_its_initials_does_not_count(html):
    assert explain_terms(f"{html}<p>CPC</p>", (CPC,)) == f"{html}<p>CPC{HELP}</p>"


def test_name_that_comes_later_does_not_count():
    made = explain_terms("<p>The CPC meets. The Child Protection Committee decides.</p>", (CPC,))
    assert made == f"<p>The CPC{HELP} meets. The Child Protection Committee decides.</p>"


def test_initials_within_their_own_name_need_no_help():
    hmi = FrameTerm(("HM",), "HM Inspectorate", "")
    assert explain_terms("<p>The HM Inspectorate</p>", (hmi,)) == "<p>The HM Inspectorate</p>"


def test_parts_of_a_page_have_terms_of_their_own():
    other = FrameTerm(("CPC",), "Care Planning Conference", "")
    frame = SimpleNamespace(terms=(), parts=(FramePart("p-a", (CPC,)), FramePart("p-b", (other,))))
    before = '<p>CPC</p>\n<h3 id="p-a">A</h3>\n<p>A CPC.</p>\n<h3 id="p-b">B</h3>\n<p>A CPC, a CPC.</p>'
    made = explained(before, frame)  # type: ignore[arg-type]
    assert re.sub("<[^>]*>", "", made).split("\n") == [
        *("CPC", "A", "A CPC [Child Protection Committee].", "B", "A CPC [Care Planning Conference], a CPC."),
    ]
    assert without_help(made) == before


def test_two_words_for_one_thing_are_helped_with_once():
    short = FrameTerm(("CPP",), "Community Planning Partnership", "#t-cpp")
    long = FrameTerm(("Community Planning Partnership",), "", "#t-cpp")
    made = explain_terms("<p>A CPP. A Community Planning Partnership.</p>", (short, long))
    assert made.count("#t-cpp") == 1
    made = explain_terms("<p>A Community Planning Partnership. A CPP. A CPP.</p>", (short, long))
    assert (
        re.sub("<[^>]*>", "", made)
        == "A Community Planning Partnership. A CPP [Community Planning Partnership]. A CPP."
    )


WORDS = st.sampled_from([*(form for term in TERMS for form in term.forms), *(term.name for term in TERMS), "x", "the"])
TEXTS = st.lists(WORDS | st.sampled_from(PAYLOADS) | st.sampled_from(list(" .,-/&'’“”()")), max_size=8).map(" ".join)
PLACES = st.sampled_from(["p", "li", "h2", "td", "th", "dt", "dd", "a", "em", "caption", "svg", "form", "code"])


@given(st.lists(st.tuples(PLACES, TEXTS), max_size=8))
def test_page_without_what_is_ours_is_the_page_before(pieces):
    before = "\n".join(f"<{place}>{finalize(text)}</{place}>" for place, text in pieces)
    made = explain_terms(before, TERMS)
    assert without_help(made) == before
    assert made.count('class="term"') == len(set(re.findall(r'(\S+)<span class="term">', made)))


PAGES_OF_ALL = date(2026, 11, 21)


@pytest.fixture(scope="module")
def all_explained(source: Source) -> list[tuple[StagedPage, str, str]]:
    """Every page of the site: as staged, its HTML, and its HTML with help."""
    pages = [(page, page_html(page.markdown)) for page in staged_pages(source, PAGES_OF_ALL)]
    return [(page, html, explained(html, page.frame)) for page, html in pages]


def test_words_of_every_page_stay_as_they_are(all_explained):
    for page, before, after in all_explained:
        assert without_help(after) == without_help(before), page.address
    assert sum(before != after for _, before, after in all_explained) > len(all_explained) / 2


def above(node: LexborNode) -> Iterator[LexborNode]:
    here = node.parent
    while here is not None:
        yield here
        here = here.parent


def test_help_stands_nowhere_but_in_running_text_and_once_each(all_explained):
    for page, before, after in all_explained:
        tree = LexborHTMLParser(after)
        added = tree.css(".term, a[href*='#t-']")
        quiet = {node.mem_id for node in tree.css(QUIET)}
        assert not [node.html for node in added for up in above(node) if up.mem_id in quiet], page.address
        for node in tree.css(".term"):
            form = re.search(r"[^\s>;(]+$", after[: after.index(node.html)])  # type: ignore[arg-type]
            assert form, page.address
        texts = [node.text() for node in tree.css(".term")]
        assert len(texts) == len(set(texts)), page.address
        assert page.frame.terms or page.frame.parts or before == after


def in_running_text(html: str) -> str:
    """The page's text less headings, links and the like, and less quotations; what is left out is a full stop."""
    tree = LexborHTMLParser(html)
    for node in tree.css(f"dt[id^='t-'] + dd, {QUIET}"):
        node.replace_with(". ")
    return re.sub("“[^”]*”", "", tree.body.text() if tree.body else "")


def test_no_initials_of_a_plan_stand_unexplained(all_explained):
    """Wherever a page uses them, what they stand for stands beside them somewhere on it."""
    met = 0
    for page, _, after in all_explained:
        parts = page.frame.parts or (FramePart("", page.frame.terms),)
        for part in parts:
            after_head = after.partition(f' id="{part.anchor}">')[2].partition("<h3")[0] if part.anchor else after
            text, whole = in_running_text(without_help(after_head)), LexborHTMLParser(after_head).text()
            for term in part.terms:
                form = term.forms[0]
                longer = {other for one in part.terms for other in one.forms if form in other and one != term}
                alone = re.sub("|".join(map(re.escape, sorted(longer, key=len, reverse=True))) or "$^", "", text)
                if term.name and re.search(rf"(?<![\w&-]){re.escape(form)}(?![\w&-])", alone):
                    met += 1
                    beside = rf"(?i){re.escape(form)}(s|’s)?[ ,:–(\[]+{re.escape(term.name)}|{re.escape(term.name)}"
                    beside += rf"[ ,:–(\[]+{re.escape(form)}"
                    assert re.search(beside, " ".join(whole.split())) or form in term.name, (page.address, form)
    assert met > 100
    assert any(page.address == "" and 'class="term"' in after for page, _, after in all_explained)


def test_glossary_is_left_alone_and_holds_every_place_that_is_led_to(all_explained):
    by_address = {page.address: after for page, _, after in all_explained}
    led_to = 0
    for page, _, after in all_explained:
        if page.address.endswith("/glossary/"):
            assert 'class="term"' not in after
        for address, anchor in re.findall(r'<a href="([^"#]*)#(t-[^"]*)"', after):
            target = f"{normpath(join(page.address, address))}/" if address else page.address
            assert f'<dt id="{anchor}">' in by_address[target], page.address
            led_to += 1
    assert led_to > 100


def pages_with(payload: str) -> tuple[StagedPage, ...]:
    """A plan that says what it explains, whose words are `payload`."""
    plan = small_plan(
        {
            "bodies": [{"id": "council", "name": f"{payload} x", "short_name": "XQZ"}],
            "glossary": [{"term": f"{payload} y", "meaning": f"Long {payload}"}, {"term": "VKW", "meaning": payload}],
        },
        leads=[],
        points=["Tell XQZ and VKW", f"of {payload} y"],
    )
    view = PlanView(plan, Words(), None)
    shell = plan_shell(filled_site(_word).shell, view, examples_are_listed=True)
    return tuple(stage(page, shell) for page in plan_pages(view))


def _word(field: Field) -> str:
    return "x"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_word_or_name_that_would_be_markup_is_text(payload):
    line = " ".join(payload.split())
    pages = [page for page in pages_with(line) if page.address.endswith("/o-1/")]
    for page in pages:
        before = page_html(page.markdown)
        after = explain_terms(before, page.frame.terms)
        assert without_help(after) == before
        tree = LexborHTMLParser(after)
        term = tree.css_first(".term")
        assert term is not None
        assert term.text() == f" [{line} x]"
        assert not [node.tag for node in term.css("*") if node.tag not in ("span", "a")]
        assert MkDocsEngine().render_unit([page], read_theme()) == PlainEngine().render_unit([page], read_theme())


def test_sites_own_pages_have_no_terms():
    assert Site(filled_site(_word).settings, ()).shell.terms == ()
