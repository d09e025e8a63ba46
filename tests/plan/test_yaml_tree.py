"""Places, helpers, messages, and what holds for any text and any bytes."""

import sys

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import Position
from generator.plan.yaml_tree import (
    HIDDEN_CHARACTERS,
    MOST_PROBLEMS,
    REFUSED,
    Limits,
    Mapping,
    Node,
    PlainData,
    Scalar,
    Sequence,
    Tree,
    key_at,
    node_at,
    plain_data,
    read_tree,
)
from generator.text import BIDI_CONTROLS, is_control


def read(text: str, limits: Limits | None = None) -> Tree:
    return read_tree(text.encode(), "plan.yaml", limits or Limits())


def root_of(text: str) -> Node:
    tree = read(text)
    assert tree.problems == ()
    assert tree.root is not None
    return tree.root


def places(node: Node) -> dict[str, tuple[int, int]]:
    """Every scalar's text with its line and column."""
    if isinstance(node, Scalar):
        return {node.text: (node.position.line, node.position.column)}
    parts = node.items if isinstance(node, Sequence) else [part for entry in node.entries for part in entry]
    return {text: place for part in parts for text, place in places(part).items()}


PLAN = """\
schema: 1
outcomes:
  - id: o-1
    leads: [police, "social work"]
  - id: o-2
    note: |
      Agreed.
"""


def test_every_scalar_knows_its_place() -> None:
    assert places(root_of(PLAN)) == {
        "schema": (1, 1),
        "1": (1, 9),
        "outcomes": (2, 1),
        "id": (5, 5),
        "o-1": (3, 9),
        "leads": (4, 5),
        "police": (4, 13),
        "social work": (4, 21),
        "o-2": (5, 9),
        "note": (6, 5),
        "Agreed.\n": (6, 11),
    }


def test_collections_know_their_places() -> None:
    root = root_of(PLAN)
    assert root.position == Position("plan.yaml", 1, 1)
    assert node_at(root, ("outcomes",)).position == Position("plan.yaml", 3, 3)
    assert node_at(root, ("outcomes", 1)).position == Position("plan.yaml", 5, 5)
    assert node_at(root, ("outcomes", 0, "leads")).position == Position("plan.yaml", 4, 12)


@pytest.mark.parametrize("before", ["a", "é", "Gàidhlig", "😀", "👩\u200d💻", "\u00a0"])
def test_columns_count_characters(before: str) -> None:
    assert places(root_of(f"k: 1\n'{before}': x\n"))["x"] == (2, len(before) + 5)


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_byte_order_mark_and_windows_line_ends_move_no_place(start: str, end: str) -> None:
    assert places(root_of(start + PLAN.replace("\n", end))) == places(root_of(PLAN))


def test_empty_value_stands_after_its_colon() -> None:
    value = node_at(root_of("lead:\nnext: 1\n"), ("lead",))
    assert isinstance(value, Scalar)
    assert (value.text, value.plain, value.position) == ("", True, Position("plan.yaml", 1, 6))
    assert value.start == value.end == 5


STYLES = """\
# é 😀
a: 'it''s' # c
l:
- {b: [x, "y"] } # d
- c: z
  e: two
   lines # e

# f
t: | # g
  text

k: >+
  kept

q: q
"""


def written(node: Node) -> str:
    """The characters of the file that make a node."""
    return node.source.text[node.start : node.end]


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_node_knows_where_it_starts_and_ends(start: str, end: str) -> None:
    root = root_of(start + STYLES.replace("\n", end))
    assert isinstance(root, Mapping)
    texts = {key.text: written(value).replace("\r", "") for key, value in root.entries}
    assert texts == {
        "a": "'it''s'",
        "l": '- {b: [x, "y"] } # d\n- c: z\n  e: two\n   lines',
        "t": "| # g\n  text\n\n",
        "k": ">+\n  kept\n\n",
        "q": "q",
    }
    assert [written(key) for key, _ in root.entries] == [*"altkq"]
    assert written(node_at(root, ("l", 0))) == '{b: [x, "y"] }'
    assert written(node_at(root, ("l", 0, "b"))) == '[x, "y"]'
    assert written(node_at(root, ("l", 0, "b", 1))) == '"y"'
    assert written(node_at(root, ("l", 1))).replace("\r", "") == "c: z\n  e: two\n   lines"
    assert (root.start, written(root)) == (root.source.text.index("a:"), root.source.text[root.start :].rstrip())


def test_pair_in_a_list_ends_with_its_value() -> None:
    root = root_of("l: [a: b, c: ]\n")
    assert written(node_at(root, ("l", 0))) == "a: b"
    assert written(node_at(root, ("l", 0, "a"))) == "b"


@pytest.mark.parametrize(
    ("written", "plain"),
    [("b", True), ("", True), ("'b'", False), ('"b"', False), ("|\n  b", False), (">\n  b", False)],
)
def test_scalar_says_whether_it_is_plain(written: str, plain: bool) -> None:
    node = node_at(root_of(f"a: {written}\n"), ("a",))
    assert isinstance(node, Scalar)
    assert node.plain is plain


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ((), (1, 1)),
        (("schema",), (1, 9)),
        (("outcomes", 1, "id"), (5, 9)),
        (("outcomes", 1, "lead"), (5, 5)),
        (("outcomes", 7, "id"), (3, 3)),
        (("outcomes", -1), (3, 3)),
        (("outcomes", "a type's name", 0, "another", "id"), (3, 9)),
        (("schema", "deeper"), (1, 9)),
        (("unknown",), (1, 1)),
        ((0,), (1, 1)),
    ],
)
def test_node_at_is_the_node_or_the_nearest_above(path: tuple[str | int, ...], found: tuple[int, int]) -> None:
    position = node_at(root_of(PLAN), path).position
    assert (position.line, position.column) == found


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ((), (1, 1)),
        (("schema",), (1, 1)),
        (("outcomes", 1, "id"), (5, 5)),
        (("outcomes", 1, "lead"), (5, 5)),
        (("outcomes", 0, "leads", 1), (4, 21)),
        (("outcomes", 0, "leads", 9), (4, 5)),
        (("outcomes", 1), (5, 5)),
        (("unknown",), (1, 1)),
    ],
)
def test_key_at_is_the_key_itself(path: tuple[str | int, ...], found: tuple[int, int]) -> None:
    position = key_at(root_of(PLAN), path).position
    assert (position.line, position.column) == found


def test_plain_data_is_text_tuples_and_dictionaries() -> None:
    assert plain_data(root_of(PLAN)) == {
        "schema": "1",
        "outcomes": (
            {"id": "o-1", "leads": ("police", "social work")},
            {"id": "o-2", "note": "Agreed.\n"},
        ),
    }


def test_keys_keep_the_order_of_the_file() -> None:
    root = root_of("b: 1\na: 2\nc: 3\n")
    assert isinstance(root, Mapping)
    assert [key.text for key, _ in root.entries] == ["b", "a", "c"]


# Messages

MESSAGES = {
    "title: Plan: part one\n": (
        "plan.yaml:1:8: a colon followed by a space stands inside the value; "
        'write: title: "Plan: part one" (yaml-syntax)'
    ),
    'title: "Plan\nid: a\n': (
        'plan.yaml:1:8: a quotation mark opens a value here and none closes it; write: title: "Plan" (yaml-syntax)'
    ),
    "leads: [police, health\nid: a\n": (
        "plan.yaml:1:8: [ opens here and no ] closes it; write: leads: [police, health] (yaml-syntax)"
    ),
    "title: **Plan**\n": ('plan.yaml:1:8: a value cannot start with *; write: title: "**Plan**" (yaml-syntax)'),
    "id: a\nlead: b\nid: c\n": (
        "plan.yaml:3:1: 'id' stands twice here (first on line 1); keep one of them (yaml-duplicate-key)"
    ),
    "lead: a\u202eb\n": (
        "plan.yaml:1:8: the character U+202E RIGHT-TO-LEFT OVERRIDE can make text read as another text; "
        "delete it (text-bidi)"
    ),
    "lead: 'é' \0\n": (
        "plan.yaml:1:11: the character U+0000 control character cannot be shown; delete it (text-control)"
    ),
    "outcomes:\n\t- id: a\n": (
        "plan.yaml:2:1: a tab stands here; use spaces, as the lines above and below do (yaml-tab)"
    ),
    "lead: !!str police\n": (
        "plan.yaml:1:7: the tag '!!str' is not read; take it out, or put the value in quotation marks (yaml-tag)"
    ),
    "lead: police\n% of calls: 4\n": (
        "plan.yaml:2:2: a line cannot start with %; put spaces before it, or take it out; "
        "mend this line or the one before it (yaml-syntax)"
    ),
    "lead: !x!y police\n": ('plan.yaml:1:7: a value cannot start with !; write: lead: "!x!y police" (yaml-syntax)'),
    "lead: !x police\n": (
        "plan.yaml:1:7: the tag '!x' is not read; take it out, or put the value in quotation marks (yaml-tag)"
    ),
}


@pytest.mark.parametrize(("text", "message"), MESSAGES.items())
def test_message_says_where_what_and_what_to_do(text: str, message: str) -> None:
    assert str(read(text).problems[0]) == message


def test_one_run_finds_every_problem_but_those_after_bad_syntax() -> None:
    tree = read("a: &x 1\nb: *x\na: 2\nc: !t 3\nd: \u202e\ne: 'f\n")
    assert [(p.kind.code, p.position.line) for p in tree.problems] == [
        ("yaml-anchor", 1),
        ("yaml-anchor", 2),
        ("yaml-duplicate-key", 3),
        ("yaml-tag", 4),
        ("text-bidi", 5),
        ("yaml-syntax", 6),
    ]
    assert tree.root is None


def test_refused_parts_are_left_out_and_the_rest_is_read() -> None:
    tree = read("a: 1\na: 2\n[b]: 3\n<<: {c: 4}\nd: &x 5\ne: !t 6\n")
    assert len(tree.problems) == 5
    assert tree.root is not None
    assert plain_data(tree.root) == {"a": "1", "d": "5", "e": "6"}


def test_merge_of_a_reference_is_one_problem() -> None:
    assert len(read("a:\n  <<: *x\n").problems) == 1


def test_tabs_are_reported_and_not_the_layout_that_they_break() -> None:
    tree = read("a:\n  b: 1\n\tc: 2\n\td: 3\n")
    assert [(p.kind.code, p.position.line) for p in tree.problems] == [("yaml-tab", 3), ("yaml-tab", 4)]


def test_every_refused_character_has_its_place() -> None:
    tree = read("a: 1\r\nb: \0x\0\r\n\r\nc: é\u202e\n")
    assert [(p.position.line, p.position.column) for p in tree.problems] == [(2, 4), (2, 6), (4, 5)]


def test_long_words_are_cut_in_messages() -> None:
    key = "k" * 900
    assert len(str(read(f"{key}: 1\n{key}: 2\n").problems[0])) < 200


# Limits


def test_size_depth_and_number_of_values_are_limited() -> None:
    limits = Limits(bytes=20, depth=2, values=5)
    assert read("a: [b, c, d]\n", Limits(bytes=20, depth=2, values=6)).problems == ()
    assert [str(p) for p in read("a: [b, c, d]\n", limits).problems] == [
        "plan.yaml:1:11: the file holds more than 5 values; split the plan (yaml-too-many)"
    ]
    assert [str(p) for p in read("a: [[b]]\n", limits).problems] == [
        "plan.yaml:1:5: values are nested more than 2 deep; make the nesting shallower (yaml-too-deep)"
    ]
    assert [str(p) for p in read("a: bbbbbbbbbbbbbbbbbb\n", limits).problems] == [
        "plan.yaml: the file is larger than 20 bytes; "
        "split the plan or take out what is not part of it (file-too-large)"
    ]


def test_values_are_counted_where_no_punctuation_tells_of_them() -> None:
    assert [p.kind.code for p in read("[[[a]]]\n", Limits(values=3)).problems] == ["yaml-too-many"]


@pytest.mark.parametrize("text", ["a: b\n" * 500, "\0" * 500, "- *a\n" * 500, "- !t b\n" * 500])
def test_problems_are_counted_to_a_hundred_and_then_reading_stops(text: str) -> None:
    tree = read(text)
    assert tree.root is None
    assert len(tree.problems) == MOST_PROBLEMS + 1
    assert tree.problems[-1].position.line in (1, 100, 101)
    assert "yaml-stopped" in {problem.kind.code for problem in tree.problems}


# What holds for any input

one_line = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "))
keys = one_line.filter(bool)
INDICATORS = list("-:?,[]{}#&*!|>'\"%@`~<=\\abc01é😀 \n\t\0\ufeff\u2028")
TOKENS = ["- ", ": ", "? ", "\n  ", "\n- ", "\r\n", "<<: ", "|-\n ", ">+\n ", "---\n", "...\n", "%TAG "]
NOT_READ = ["!!a ", "&a ", "*a ", "!%ED%A0%80 ", "\\x", "\\u202e", "\\ud800"]
fragments = st.sampled_from(INDICATORS + TOKENS + NOT_READ)


@given(one_line)
@example("# '\"\\ : - ")
@settings(deadline=None)
def test_double_quoted_text_reads_back_exactly(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    assert plain_data(root_of(f'a: "{escaped}"\n')) == {"a": text}


@given(st.dictionaries(keys, one_line, min_size=1))
@settings(deadline=None)
def test_dumped_mapping_reads_back_exactly(texts: dict[str, str]) -> None:
    assert plain_data(root_of(yaml.safe_dump(texts, default_style='"'))) == texts


@given(st.recursive(one_line, lambda inner: st.lists(inner) | st.dictionaries(keys, inner)))
@settings(deadline=None)
def test_dumped_structure_reads_back_exactly(data: object) -> None:
    assert plain_data(root_of(yaml.safe_dump(data, default_style='"', allow_unicode=True))) == with_tuples(data)


@given(st.binary())
@settings(deadline=None)
def test_reading_never_raises_for_bytes(data: bytes) -> None:
    check_outcome(read_tree(data, "plan.yaml"))


@given(st.lists(fragments).map("".join))
@settings(deadline=None, max_examples=500)
def test_reading_never_raises_and_agrees_with_pyyaml_on_what_it_lets_through(text: str) -> None:
    tree = read(text)
    check_outcome(tree)
    if not tree.problems and tree.root is not None:
        # BaseLoader keeps every scalar as text.
        assert plain_data(tree.root) == with_tuples(yaml.load(text.removeprefix("\ufeff"), Loader=yaml.CBaseLoader))


def check_outcome(tree: Tree) -> None:
    """A file is read, or it is said why not; every message can be said."""
    assert tree.root is not None or tree.problems
    assert all(str(problem) for problem in tree.problems)


def with_tuples(data: object) -> PlainData:
    match data:
        case list():
            return tuple(with_tuples(item) for item in data)
        case dict():
            return {key: with_tuples(value) for key, value in data.items()}
        case _:
            assert isinstance(data, str)
            return data


def test_refused_characters_are_those_that_no_text_may_hold() -> None:
    every = [chr(point) for point in range(sys.maxunicode + 1)]
    unsafe = {c for c in every if is_control(c) or c in BIDI_CONTROLS or c in HIDDEN_CHARACTERS}
    assert set(REFUSED.findall("".join(every))) == unsafe
    assert not {c for c in unsafe if c.isprintable()}  # so a printable text need not be searched
