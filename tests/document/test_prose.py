"""A formatted text is read once, into paragraphs, lists, stressed words and links; nothing of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Listing, Outside, Prose, Sentences, Text
from generator.document.page import Page
from generator.document.prose import DEEPEST_SHOWN, plain_prose, prose_blocks, read_prose
from generator.formats.text import page_text
from generator.render.markdown import markdown_of

A, B = (Sentences((Text("a"),)),), (Sentences((Text("b"),)),)


def inlines(source: str) -> tuple[Text | Outside, ...]:
    """What stands in the one paragraph that `source` is."""
    (paragraph,) = read_prose(source).blocks
    assert isinstance(paragraph, Sentences)
    return paragraph.content


def page(source: str) -> Page:
    return Page("overview", "p/", "T", (), "", (read_prose(source),))


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("a", A),
        ("a\n\nb", (*A, *B)),
        ("\n\na\n\n\n\nb\n\n", (*A, *B)),
        ("- a\n- b", (Listing((A, B)),)),
        ("- a\n\n- b", (Listing((A, B)),)),
        ("1. a\n2. b", (Listing((A, B), start=1),)),
        ("7. a\n8. b", (Listing((A, B), start=7),)),
        ("0. a", (Listing((A,), start=0),)),
        ("2019. a", (Listing((A,), start=2019),)),
        ("a\n\n- b", (*A, Listing((B,)))),
        ("- a\n\n    b", (Listing(((*A, *B),)),)),
        ("- a\n    - b", (Listing(((*A, Listing((B,))),)),)),
        ("3. a\n    - b", (Listing(((*A, Listing((B,))),), start=3),)),
        ("- a\n\n1. b", (Listing((A,)), Listing((B,), start=1))),
        ("-", (Listing(((),)),)),
        ("", ()),
    ],
)
def test_paragraphs_and_lists(source, blocks):
    assert read_prose(source) == Prose(blocks)


def test_list_with_a_start_number_is_ordered():
    assert Listing((A,), start=0).is_ordered
    assert not Listing((A,)).is_ordered


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a b", (Text("a b"),)),
        ("*a* b", (Text("a", is_emphasis=True), Text(" b"))),
        ("**a** b", (Text("a", is_strong=True), Text(" b"))),
        ("__a__ _b_", (Text("a", is_strong=True), Text(" "), Text("b", is_emphasis=True))),
        (
            "*a **b** c*",
            (Text("a ", is_emphasis=True), Text("b", is_strong=True, is_emphasis=True), Text(" c", is_emphasis=True)),
        ),
        (
            "**a *b* c**",
            (Text("a ", is_strong=True), Text("b", is_strong=True, is_emphasis=True), Text(" c", is_strong=True)),
        ),
        ("*a *b* c*", (Text("a b c", is_emphasis=True),)),
        ("**a**\n**b**", (Text("a", is_strong=True), Text(" "), Text("b", is_strong=True))),
        (r"\*a\*", (Text("*a*"),)),
        ("# a", (Text("# a"),)),
        ("<b>a</b>", (Text("<b>a</b>"),)),
        ("&amp;", (Text("&amp;"),)),
    ],
)
def test_words_are_stressed(source, found):
    assert inlines(source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("[a](https://example.org/)", (Outside((Text("a"),), "https://example.org/"),)),
        ("a [b](https://x.org/) c", (Text("a "), Outside((Text("b"),), "https://x.org/"), Text(" c"))),
        (
            "[a *b* **c**](https://x.org/)",
            (
                Outside(
                    (Text("a "), Text("b", is_emphasis=True), Text(" "), Text("c", is_strong=True)), "https://x.org/"
                ),
            ),
        ),
        ("**[a](https://x.org/)**", (Outside((Text("a", is_strong=True),), "https://x.org/"),)),
        ("[](https://x.org/)", (Outside((Text("https://x.org/"),), "https://x.org/"),)),
        (
            "[a](https://x.org/)[b](https://y.org/)",
            (Outside((Text("a"),), "https://x.org/"), Outside((Text("b"),), "https://y.org/")),
        ),
        ("[a](mailto:team@example.org)", (Outside((Text("a"),), "mailto:team@example.org"),)),
        ('[a](https://x.org/ "b")', (Outside((Text("a"),), "https://x.org/"),)),
    ],
)
def test_links_lead_to_other_sites(source, found):
    assert inlines(source) == found


@pytest.mark.parametrize(
    "source",
    ["[a](javascript:alert(1))", "[a](../b/)", "[a](ftp://x.org/)", "[a](mailto:b)", "[a](//x.org/)", "[a][b]", "![a]"],
)
def test_unsafe_link_is_shown_as_it_was_typed(source):
    assert inlines(source) == (Text(source),)


@pytest.mark.parametrize("source", ["a\nb", "a \nb", "a  \nb", "a\n b", "a \n  b"])
def test_line_end_within_a_paragraph_is_a_space(source):
    assert inlines(source) == (Text("a b"),)


def test_text_without_formatting_stays_as_it_is():
    assert plain_prose("*a*\n\n- b") == Prose((Sentences((Text("*a*\n\n- b"),)),))


@pytest.mark.parametrize("source", ["", None])
def test_no_text_is_no_block(source):
    assert prose_blocks(source) == ()
    assert prose_blocks("a") == (Prose(A),)


# Lists in lists


def nested(count: int) -> str:
    """`count` lists, one within the other, each with words before and after the one that it holds."""
    opened = [f"{'  ' * depth}- before-{depth}\n" for depth in range(count)]
    closed = [f"\n{'  ' * depth}  after-{depth}\n" for depth in reversed(range(count))]
    return "".join((*opened, *closed))


def words_of(count: int) -> list[str]:
    return [f"before-{depth}" for depth in range(count)] + [f"after-{depth}" for depth in reversed(range(count))]


def deepest(blocks: tuple[Sentences | Listing, ...]) -> int:
    """How many lists are within each other."""
    lists = [block for block in blocks if isinstance(block, Listing)]
    return max((1 + deepest(item) for found in lists for item in found.items), default=0)


@pytest.mark.parametrize("count", [1, DEEPEST_SHOWN - 1, DEEPEST_SHOWN, DEEPEST_SHOWN + 1, 60])
@pytest.mark.parametrize("render", [markdown_of, page_text])
def test_text_nested_in_lists_is_shown_whole(count, render):
    source = nested(count)
    assert re.findall(r"(?:before|after)-\d+", render(page(source))) == words_of(count)
    assert deepest(read_prose(source).blocks) == min(count, DEEPEST_SHOWN)


@pytest.mark.parametrize("sign", ["-", "1.", "*"])
def test_lists_opened_in_one_line_are_shown_whole(sign):
    source = "a\n\n" + f"{sign} " * 60 + "b\n\nc"
    assert re.findall(r"(?<=>)[abc](?=<)", markdown_of(page(source))) == ["a", "b", "c"]
    assert deepest(read_prose(source).blocks) == DEEPEST_SHOWN


def test_what_follows_a_list_that_is_too_deep_stands_where_it_belongs():
    source = nested(DEEPEST_SHOWN + 3) + "\n- another\n\nlast"
    first, last = read_prose(source).blocks
    assert last == Sentences((Text("last"),))
    assert isinstance(first, Listing)
    assert [item[0] for item in first.items] == [Sentences((Text("before-0"),)), Sentences((Text("another"),))]
    assert first.items[0][-1] == Sentences((Text("after-0"),))


@given(st.lists(st.sampled_from(["- ", "1. ", "  ", "    ", "\n", "\n\n", "a", "b", "c"]), max_size=60).map("".join))
def test_no_letter_is_lost_however_lists_are_nested(source):
    def said(blocks: tuple[Sentences | Listing, ...]) -> str:
        return "".join(
            "".join(run.text for run in block.content if isinstance(run, Text))
            if isinstance(block, Sentences)
            else "".join(said(item) for item in block.items)
            for block in blocks
        )

    found = read_prose(source).blocks
    assert re.findall("[abc]", said(found)) == re.findall("[abc]", source)
    assert deepest(found) <= DEEPEST_SHOWN
