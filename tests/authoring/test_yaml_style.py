"""A text is read again as it was typed, and has no quotation marks that it does not need."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.authoring.yaml_style import block_text, in_brackets, is_plain, scalar, wrapped
from generator.plan.yaml_tree import REFUSED, plain_data, read_tree

SIGNS = st.sampled_from([*" -?:,[]{}#&*!|>'\"%@`~<=.a0é\n\\", ": ", " #", "--", "null", "no", "2019", "\u00a0", "😀"])
TEXTS = st.lists(SIGNS, max_size=8).map("".join) | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20)


def read(text: str) -> object:
    tree = read_tree(text.encode(), "plan.yaml")
    assert not tree.problems, (text, tree.problems[0])
    assert tree.root is not None
    return plain_data(tree.root)


@given(TEXTS, st.sampled_from(["", "'", '"']))
def test_text_is_read_as_it_was_typed(text, quote):
    assume(not REFUSED.search(text))
    assert read(f"k: {scalar(text, quote)}  # c\n") == {"k": text}
    assert read(f"- {scalar(text, quote)}\n") == (text,)
    assert read(f"k: [{scalar(text, quote, in_brackets=True)}, {{a: {in_brackets(text)}}}]\n") == {
        "k": (text, {"a": text})
    }
    if text and "\n" not in text:
        assert read(f"{scalar(text, quote)}: 1\n") == {text: "1"}
        assert read(f"[{{{in_brackets(text)}: 1}}]\n") == ({text: "1"},)


@given(TEXTS, st.sampled_from("|>"), st.integers(1, 4), st.integers(10, 40), st.booleans())
def test_block_is_read_as_it_was_typed(text, style, indent, width, shows_indent):
    assume(not REFUSED.search(text))
    if block := block_text(text, style, 0, indent, width, shows_indent):
        assert read("\n".join([f"k: {block.head}", *block.lines, "l: 1\n"])) == {"k": text, "l": "1"}


@given(TEXTS.filter(lambda text: "\n" not in text), st.sampled_from(["", "'", '"']), st.integers(8, 30))
def test_wrapped_text_is_read_as_it_was_typed(text, quote, width):
    assume(not REFUSED.search(text))
    assert read(f"k: {wrapped(scalar(text, quote), 3, 2, width, chr(10))}\n") == {"k": text}


@pytest.mark.parametrize(
    "text",
    ["two words", "2019-03-31", "1.10", "no", "Yes", "-1", "a-b", "x:y", "https://x.org/#a", "it's", "50%", "a, b"],
)
def test_text_that_needs_no_quotation_marks_has_none(text):
    assert is_plain(text)


MISREAD = [
    *(
        "",
        " a",
        "a ",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "- a",
        "-",
        "? a",
        "~",
        "null",
        "NULL",
        "<<",
        "---",
        "...",
        "@a",
        "%a",
    ),
    *("&a", "*a", "!a", "|", ">", "'a", '"a', "[a", "]a", "{a", "}a", ",a", "`a", "a\nb"),
]


@pytest.mark.parametrize("text", MISREAD)
def test_text_that_yaml_would_misread_is_quoted(text):
    assert not is_plain(text)
    assert scalar(text).startswith('"')


@pytest.mark.parametrize("text", ["a, b", "a]", "{a", "-a", ":a", "x:?y"])
def test_text_that_would_be_misread_in_brackets_is_quoted_there(text):
    assert is_plain(text) or text.startswith("{")
    assert not is_plain(text, in_brackets=True)
