"""Links of content/ lead from address to address; entities come through as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.engine import page_html
from generator.engine.markdown_options import EXTENSIONS, content_link


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ("accessibility.md", "../accessibility/"),
        ("accessibility.md#part", "../accessibility/#part"),
        ("accessibility.md?a=b#part", "../accessibility/?a=b#part"),
        ("images/a.png", "../images/a.png"),
        ("falkirk-cpc-2018-20/", "../falkirk-cpc-2018-20/"),
        *((same, same) for same in ["https://example.org/a.md", "mailto:a@example.org", "tel:01632960001", "#part"]),
        *((same, same) for same in ["../about/", "./", "/about.md", "//example.org/a.md", "?a", ""]),
    ],
)
def test_link_of_a_content_file_leads_to_the_page(written, placed):
    assert content_link(written) == placed


def test_links_and_images_of_markdown_are_placed():
    html = page_html("[a](b.md) ![c](images/d.png) <a@example.org> [e][f]\n\n[f]: g_h.md 'title'\n")
    assert '<a href="../b/">a</a>' in html
    assert '<img alt="c" src="../images/d.png" />' in html
    assert '<a href="../g_h/" title="title">e</a>' in html
    assert "../" not in html.split("&#", 1)[1].split("</a>")[0]


def test_links_of_html_stay_as_they_are():
    html = page_html('<p><a href="b.md">a</a></p>\n\ntext <a href="c.md">d</a>\n')
    assert '<a href="b.md">' in html
    assert '<a href="c.md">' in html


def test_escaped_characters_in_a_link_are_written_out():
    assert '<a href="../a_b/">' in page_html(r"[x](a\_b.md)")


PIECES = ["&#42;", "&amp;", "&#x26;", "&", "Ab 1.2, 3-4 \u2019", "a", " ", "\n", "\n\n"]
SIGNS = ["*", "_", "**", "`", "- ", "# ", "[", "]", "(", ")", "<b>", "</b>", ";", ":", "{", "}", "\\"]


@given(st.lists(st.sampled_from(PIECES) | st.sampled_from(SIGNS), max_size=40).map("".join))
def test_entities_come_through_as_python_markdown_writes_them(text):
    text = text.replace("](", "] (")  # links of content/ are placed, which the tests above hold
    assert page_html(text) == Markdown(extensions=list(EXTENSIONS)).convert(text)
