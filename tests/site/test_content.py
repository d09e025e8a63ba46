"""A hand-written page is published as it is written, or not at all."""

from collections.abc import Callable
from pathlib import Path

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine import page_html
from generator.plan.vocabulary import RESERVED_AT_TOP
from generator.site.content import ATTRIBUTES, SCHEMES, TAGS, Content, read_content
from generator.site.images import written_anew
from generator.text import character_name
from tests.pictures import PNG

ROOT = Path(__file__).parents[2]
Read = Callable[..., Content]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """What is read of a folder with one page, and with the `files` that are named."""

    def read_page(page: str | bytes, **files: bytes) -> Content:
        (tmp_path / "images").mkdir(exist_ok=True)
        (tmp_path / "about.md").write_bytes(page if isinstance(page, bytes) else page.encode())
        for name, data in files.items():
            (tmp_path / name.replace("__", "/").replace("_md", ".md").replace("_png", ".png")).write_bytes(data)
        return read_content(tmp_path)

    return read_page


def told(content: Content) -> list[str]:
    """The problems: line, column, what is wrong and the code."""
    return [f"{p.position.line}:{p.position.column} {p.what} ({p.kind.code})" for p in content.problems]


def page(body: str) -> str:
    return f"# About\n\n{body}\n"


def test_page_is_read(read):
    content = read("# About *us* &amp; you\n\nWords.\n")
    assert content.problems == ()
    (about,) = content.pages
    assert (about.address, about.title) == ("about/", "About us & you")
    assert about.markdown == "# About *us* &amp; you\n\nWords.\n"


ACCEPTED = [
    "A paragraph with *emphasis*, **weight** and `code`.",
    "- one\n- two\n\n    1. three\n    2. four",
    "> a quotation",
    "## A heading {#of-its-own}\n\n### And another",
    "[A page](about.md) and [its part](about.md#part) and [this page](#about)",
    "[Outside](https://example.org/a?b=c&d=e#f) <https://example.org/>",
    "[Mail](mailto:plans@example.org) <plans@example.org> [Call](tel:01632960150)",
    "![The crest](images/crest.png)",
    '<img src="../images/crest.png" alt="The crest">',
    "<p>A <strong>word</strong><br>and <br/> more</p>",
    "Term\n:   Meaning",
    "    code <script>alert(1)</script>",
    "```\n<iframe>\n```",
    "`<script>` and &lt;script&gt; and 1 < 2 & 3 > 2",
    '<table>\n<caption>Reports</caption>\n<tr><th scope="col">Month</th></tr>\n<tr><td>May</td></tr>\n</table>',
    "a line  \nbroken",
    "***",
    "A tab\there, and “quotation marks” – and a soft\u00adhyphen.",
    "Zwölf Kinder, café, Gàidhlig, 漢字",
    "{{ page.title }} {% raw %} ${x}",
]


@pytest.mark.parametrize("body", ACCEPTED)
def test_what_is_accepted_is_published_as_it_is_written(read, body):
    content = read(page(body), images__crest_png=PNG)
    assert told(content) == []
    (about,) = content.pages
    assert about.markdown == page(body)
    made = page_html(about.markdown)
    clean = nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    assert len(nh3.clean(made, tags=set())) == len(nh3.clean(clean, tags=set())), "no words are lost"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>alert(1)</script>", "3:1 <script> would not be published (content-html)"),
        ("<SCRIPT SRC=//x.example/></SCRIPT>", "3:1 <script> would not be published (content-html)"),
        ('<iframe src="https://example.org/"></iframe>', "3:1 <iframe> would not be published (content-html)"),
        ("<style>p {color: red}</style>", "3:1 <style> would not be published (content-html)"),
        ("<div>words</div>", "3:1 <div> would not be published (content-html)"),
        ("Words <span>here</span>", "3:7 <span> would not be published (content-html)"),
        ("<form></form>", "3:1 <form> would not be published (content-html)"),
        ("<svg></svg>", "3:1 <svg> would not be published (content-html)"),
        ("<video src='x.mp4'></video>", "3:1 <video> would not be published (content-html)"),
        ("<base href='https://x.example/'>", "3:1 <base> would not be published (content-html)"),
        ("<meta http-equiv='refresh' content='0'>", "3:1 <meta> would not be published (content-html)"),
        ("<!-- a remark -->", "3:1 a comment would not be published (content-html)"),
        ('Words\n{: onclick="alert(1)" }', "4:4 'onclick' of <p> would not be published (content-html)"),
        ('Words\n{: style="color:red" }', "4:4 'style' of <p> would not be published (content-html)"),
        ("[Link](about.md){: target=_blank }", "3:20 'target' of <a> would not be published (content-html)"),
        ('<p onclick="x">words</p>', "3:4 'onclick' of <p> would not be published (content-html)"),
        (
            '<img src="images/crest.png" alt="x" onerror="y">',
            "3:37 'onerror' of <img> would not be published (content-html)",
        ),
        ("[Link](javascript:alert(1))", "3:8 the address in <a> would not be published (content-html)"),
        ("[Link](JaVaScRiPt:alert(1))", "3:8 the address in <a> would not be published (content-html)"),
        ("[Link](data:text/html,x)", "3:8 the address in <a> would not be published (content-html)"),
        ("[Link](vbscript:x)", "3:8 the address in <a> would not be published (content-html)"),
        ("[Link](ftp://example.org/)", "3:8 the address in <a> would not be published (content-html)"),
        ("![x](data:image/png;base64,AAAA)", "3:6 the address in <img> would not be published (content-html)"),
        (
            "![](images/crest.png)",
            "3:12 the image '../images/crest.png' has no words for people who cannot see it (content-image)",
        ),
        (
            '<img src="images/crest.png">',
            "3:18 the image 'images/crest.png' has no words for people who cannot see it (content-image)",
        ),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "3:1 a table has no caption (content-table)"),
        ("| a | b |\n|:--|--:|\n| 1 | 2 |", "3:1 a table has no caption (content-table)"),
        ("<table><tr><td>1</td></tr></table>", "3:1 a table has no caption (content-table)"),
        ("# Another", "1:1 the page does not start with one '# ' heading (content-heading)"),
        ("Another\n=======", "1:1 the page does not start with one '# ' heading (content-heading)"),
        ("<h1>Another</h1>", "1:1 the page does not start with one '# ' heading (content-heading)"),
        ("[Gone](gone.md)", "3:8 the link to 'gone.md' leads nowhere (link-dead)"),
        ("[Gone](gone.md#part)", "3:8 the link to 'gone.md' leads nowhere (link-dead)"),
        ("![Gone](images/gone.png)", "3:9 the link to 'images/gone.png' leads nowhere (link-dead)"),
        ("<p>a", "3:1 <p> without </p> would not be published (content-html)"),
        ("a</strong>", "3:2 </strong> would not be published (content-html)"),
        ("a</br>", "3:2 </br> would not be published (content-html)"),
        ("<p/>", "3:1 <p> without </p> would not be published (content-html)"),
        ('<p>a<img src="y', "3:1 <p> without </p> would not be published (content-html)"),
        ("<td>1</td>", "3:1 <td> in this place would not be published (content-html)"),
        ("<?php x ?>", "3:1 what stands between '<' and '>' here would not be published (content-html)"),
        ("<!DOCTYPE html>", "3:1 what stands between '<' and '>' here would not be published (content-html)"),
        (
            "<p>a<table><caption>b</caption></table></p>",
            "3:5 HTML as it stands here would not be published (content-html)",
        ),
        (
            "<table><caption>a</caption>b<tr><td>1</td></tr></table>",
            "3:1 HTML as it stands here would not be published (content-html)",
        ),
        ("a &#7; b", "3:1 HTML as it stands here would not be published (content-html)"),
        (
            "![A](https://x.example/a.png)",
            "3:6 the image 'https://x.example/a.png' is not one of content/images/ (image-place)",
        ),
        ("![A](//x.example/a.png)", "3:6 the image '//x.example/a.png' is not one of content/images/ (image-place)"),
        ("![A](../a.png)", "3:9 the image 'a.png' is not one of content/images/ (image-place)"),
        (
            '<img src="images/crest.png" alt="A">',
            "3:11 the image 'images/crest.png' is not one of content/images/ (image-place)",
        ),
        ("a\x07b", "3:2 the character U+0007 control character cannot be shown (text-control)"),
        ("a\x85b", "3:2 the character U+0085 control character cannot be shown (text-control)"),
        ("a\u202eb", "3:2 the character U+202E RIGHT-TO-LEFT OVERRIDE can make text read as another text (text-bidi)"),
    ],
)
def test_what_would_not_be_published_is_told_once_at_its_place(read, body, problem):
    content = read(page(body), images__crest_png=PNG)
    assert told(content) == [problem]
    assert content.pages == () or "link-dead" in problem or "image-place" in problem


@pytest.mark.parametrize(
    "body",
    [
        "<![CDATA[><img src=https://x.example/p.png onerror=alert(1)>]]>",
        "<![CDATA[>\n<img src=x onerror=alert(1)>\n]]>",
        "<!-->x<img src=x onerror=alert(1)>-->",
        "<!x <img src=x onerror=alert(1)>>",
        "<?x ><img src=x onerror=alert(1)>?>",
    ],
)
def test_what_browsers_read_otherwise_is_not_published(read, body):
    content = read(page(body))
    assert content.pages == ()
    assert 3 in {problem.position.line for problem in content.problems if problem.kind.code == "content-html"}


def test_every_tag_that_would_close_the_shell_is_told(read):
    assert told(read(page("Words\n\n</main></div>"))) == [
        "5:1 </main> would not be published (content-html)",
        "5:8 </div> would not be published (content-html)",
    ]


def test_every_tag_that_is_left_open_is_told(read):
    assert told(read(page("<p><a><strong>"))) == [
        f"3:{column} <{tag}> without </{tag}> would not be published (content-html)"
        for column, tag in ((1, "p"), (4, "a"), (7, "strong"))
    ]


@pytest.mark.parametrize(
    "text", ["", "\n", "\n# About\n", "About\n", "About\n=====\n", "## About\n", "#About\n", "#\n", "<h1>A</h1>\n"]
)
def test_page_starts_with_its_heading(read, text):
    assert told(read(text)) == ["1:1 the page does not start with one '# ' heading (content-heading)"]


def test_lines_for_another_program_before_the_heading_are_named(read):
    (problem,) = [p for p in read("---\ntitle: About\n---\n\n# About\n").problems if p.kind.code == "content-heading"]
    assert "take out the lines from --- to ---" in problem.do


def test_every_mistake_of_a_page_is_told(read):
    content = read("About\n\n<script></script>\n\n![](images/x.png)\n\n[x](javascript:y)\n")
    assert sorted(problem.kind.code for problem in content.problems) == [
        "content-heading",
        "content-html",
        "content-html",
        "content-image",
    ]


# Files


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf# About\r\n\r\nWords\r\n", b"# About\n\nWords\n", b"# About\n\nWords"])
def test_page_reads_the_same_however_its_file_is_saved(read, data):
    (about,) = read(data).pages
    assert about.markdown == "# About\n\nWords\n"


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [("# About\n\ncafé".encode("cp1252"), "3:4", "0xE9"), ("# About".encode("utf-16"), "1:1", "0xFF")],
)
def test_page_in_another_encoding_is_told_where(read, data, place, byte):
    (problem,) = read(data).problems
    assert f"{problem.position.line}:{problem.position.column}" == place
    assert problem.what == f"the file is not UTF-8 text (byte {byte} cannot be read)"


@pytest.mark.parametrize(
    "name",
    [
        *("About us.md", "About.md", "1.md", "über.md", "a_b.md", f"{'a' * 41}.md"),
        *(f"{name}.md" for name in sorted(RESERVED_AT_TOP)),
    ],
)
def test_name_that_can_be_no_address_is_refused(tmp_path, name):
    (tmp_path / name).write_text("# Page\n", "utf-8")
    content = read_content(tmp_path)
    assert content.pages == ()
    assert [str(problem) for problem in content.problems] == [
        f"{tmp_path}/{name}: the name {name!r} cannot be an address; "
        "use small letters, digits and hyphens, and .md at the end (content-name)"
    ]


def test_pages_stand_in_order_of_name(read):
    content = read("# About\n", zebra_md=b"# Zebra\n", apple_md=b"# Apple\n")
    assert [page.address for page in content.pages] == ["about/", "apple/", "zebra/"]


def test_only_images_that_a_page_shows_are_published(read):
    content = read(page("![Crest](images/crest.png)"), images__crest_png=PNG, images__draft_png=PNG)
    assert told(content) == []
    assert content.images == {"images/crest.png": written_anew(PNG, "PNG")}


def test_image_of_a_kind_that_can_hold_a_script_is_refused(tmp_path):
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "crest.svg").write_text("<svg/>")
    (tmp_path / "about.md").write_text("# About\n\n![Crest](images/crest.svg)\n")
    content = read_content(tmp_path)
    assert content.images == {}
    assert [problem.kind.code for problem in content.problems] == ["image-name"]


def test_link_to_a_page_with_problems_of_its_own_is_not_dead(read):
    content = read("# About\n\n[Broken](broken.md)\n", broken_md=b"No heading\n")
    assert [problem.kind.code for problem in content.problems] == ["content-heading"]


def test_folder_without_pages_is_no_problem(tmp_path):
    assert read_content(tmp_path / "none") == Content((), {}, ())


def test_this_projects_own_pages_have_no_problems():
    content = read_content(ROOT / "content")
    assert content.problems == ()
    assert content.pages


def test_character_is_named_as_in_plans(read):
    (problem,) = read(page("a\u2066b")).problems
    assert problem.values["character"] == character_name("\u2066")


WORDS = (
    """< > script a img href= onclick= " ' javascript: x [ ]( ) &# ; ! | - {: } # ` = / <!-- --> <b> style svg 106 on"""
)
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n", "\\"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_page_that_is_accepted_has_nothing_that_runs(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("content")
    (folder / "about.md").write_text(page(text), "utf-8")
    for accepted in read_content(folder).pages:
        made = page_html(accepted.markdown)
        clean = nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
        for tag in ("<script", "<svg", "<style", "<iframe"):
            assert tag not in made.lower()
        assert made.count("<a ") == clean.count("<a ")
        assert "<!" not in made
        assert "<?" not in made
        assert nh3.clean(clean, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None) == clean
