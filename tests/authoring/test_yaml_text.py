"""An edit of a plan file is typed as its neighbours are, and leaves the rest of the file alone."""

import stat
from pathlib import Path

import pytest

from generator.authoring.yaml_edits import FIRST, Delete, EditError, Insert, Set
from generator.authoring.yaml_text import YamlText
from generator.errors import PlanError
from generator.plan.yaml_tree import plain_data


def yaml_of(text: str) -> YamlText:
    return YamlText.of(text.encode(), Path("plan.yaml"))


LONG = "Two words and more of them, until the line is longer than it should be in a file that folds its texts so."

SET = {
    "plain": ("a: old  # why\nb: 1\n", ("a",), "new words", "a: new words  # why\nb: 1\n"),
    "day, number and no": ("a: 2019-03-31\n", ("a",), "1.10", "a: 1.10\n"),
    "plain that would be misread": ("a: old  # why\n", ("a",), "x # y", 'a: "x # y"  # why\n'),
    "colon": ("a: old\n", ("a",), "x: y", 'a: "x: y"\n'),
    "nothing": ("a: old\n", ("a",), "~", 'a: "~"\n'),
    "single": ("a: 'old'  # why\n", ("a",), "it's", "a: 'it''s'  # why\n"),
    "double": ('a: "old"\n', ("a",), 'a "word" \\', 'a: "a \\"word\\" \\\\"\n'),
    "on two lines": (
        "a: the old text goes\n   on here  # why\nb: 1\n",
        ("a",),
        "the new text is as long",
        "a: the new text is\n   as long  # why\nb: 1\n",
    ),
    "quoted on two lines": ("a: 'the old\n  text'\n", ("a",), "the new text", "a: 'the new\n  text'\n"),
    "below its key": ("a:\n  old\nb: 1\n", ("a",), "new", "a:\n  new\nb: 1\n"),
    "block": (
        "a: |  # why\n    old\n\n    text\n\nb: 1\n",
        ("a",),
        "new\n\n#x\n",
        "a: |  # why\n    new\n\n    #x\n\nb: 1\n",
    ),
    "block that ends otherwise": ("a: |\n  old\n", ("a",), "new", "a: |-\n  new\n"),
    "block with its indent": ("a: |1\n  old\nb: 1\n", ("a",), " new\n", "a: |1\n  new\nb: 1\n"),
    "block that starts with a space": ("a: |\n  old\n", ("a",), " new\n", "a: |2\n   new\n"),
    "block in a list": ("a:\n- |\n  old\n- b\n", ("a", 0), "new\n", "a:\n- |\n  new\n- b\n"),
    "block that says what follows": ("a: |+\n  old\n\nb: 1\n", ("a",), "new\n", "a: |\n  new\nb: 1\n"),
    "folded": (
        "a: >-\n  old text that is folded\n  here\n",
        ("a",),
        "new text that is folded at the same width\nand goes on",
        "a: >-\n  new text that is folded\n  at the same width\n\n  and goes on\n",
    ),
    "several lines": ("a: old  # why\nb: 1\n", ("a",), "x\n  y\n", "a: |  # why\n  x\n    y\nb: 1\n"),
    "several lines that are no block": ("a: old\n", ("a",), "\nx", 'a: "\\nx"\n'),
    "several lines above a comment": ("a:\n  b: old\n    # why\n", ("a", "b"), "x\ny", 'a:\n  b: "x\\ny"\n    # why\n'),
    "no value": ("a:   # why\nb: 1\n", ("a",), "new", "a: new   # why\nb: 1\n"),
    "no value in a list": ("a:\n  -\n  - b\n", ("a", 0), "new", "a:\n  - new\n  - b\n"),
    "in a list": ("a:\n  - x  # 1\n  - 'y'\n", ("a", 1), "z", "a:\n  - x  # 1\n  - 'z'\n"),
    "in brackets": ("a: [x, 'y']  # why\n", ("a", 0), "p, q", "a: [\"p, q\", 'y']  # why\n"),
    "in curly brackets": ("a: {b: x, c: y}\n", ("a", "b"), "z}", 'a: {b: "z}", c: y}\n'),
    "in brackets of JSON": ('a: {"b":"x","c":1}\n', ("a", "c"), "2", 'a: {"b":"x","c": 2}\n'),
    "no value in brackets": ("a: { id: , b }\n", ("a", "b"), "x", "a: { id: , b: x }\n"),
    "pair": ("a: [b: c, d]\n", ("a", 0, "b"), "x", "a: [b: x, d]\n"),
    "list for a text": ("a: old  # why\nb: 1\n", ("a",), ["x", "y"], "a:  # why\n  - x\n  - y\nb: 1\n"),
    "text for a list": ("a:  # why\n  - x\n  - y  # y\nb: 1\n", ("a",), "new", "a: new  # why\nb: 1\n"),
    "list for a list": ("a: # why\n# of x\n- x\n- y\nb: 1\n", ("a",), ["z"], "a: # why\n# of x\n- z\nb: 1\n"),
    "list in brackets": ("a: [x, y]\n", ("a",), ["z", "1"], "a: [z, 1]\n"),
    "mapping in a list": (
        "a:\n  - b: 1\n    c: 2\n  - x\n",
        ("a", 0),
        {"d": "3", "e": ["4"]},
        "a:\n  - d: 3\n    e:\n      - 4\n  - x\n",
    ),
    "text for a mapping in a list": ("a:\n  - b: 1\n    c: 2  # c\n  - x\n", ("a", 0), "y", "a:\n  - y\n  - x\n"),
    "mapping for a text in a list": (
        "a:\n  -   x  # x\n",
        ("a", 0),
        {"b": "1", "c": "2"},
        "a:\n  -   b: 1  # x\n      c: 2\n",
    ),
    "new key": ("a:\n    b: 1  # b\n\nc: 2\n", ("a", "d"), "3", "a:\n    b: 1  # b\n    d: 3\n\nc: 2\n"),
    "new key below an empty line": ("a:\n  b: 1\n\n# c\nc: 2\n", ("d",), "3", "a:\n  b: 1\n\n# c\nc: 2\n\nd: 3\n"),
    "new key of the file": ("a: 1\n", ("b",), {"c": {"d": "x"}}, "a: 1\nb:\n  c:\n    d: x\n"),
    "wide letters": ("a: '😀 Gàidhlig' # é\n", ("a",), "👩\u200d💻", "a: '👩\u200d💻' # é\n"),
}


@pytest.mark.parametrize("case", SET)
def test_value_is_set_in_the_style_that_it_has(case):
    before, path, value, after = SET[case]
    assert yaml_of(before).set(path, value).text == after


NOTES = "notes:\n  - {date: 2019-01-01, text: one}\n  - {date: 2019-02-01, text: 'two'}\nz: 1\n"
ITEMS = """\
l:
  -   n: "1.1"  # n
      t: [a]

  # about the second
  -   n: "1.2"
      t: [b]
      # under it

# about z
z: 1
"""
INSERT = {
    "at the end, as its neighbour is": (
        NOTES,
        Insert(("notes",), 2, {"date": "2019-03-01", "text": "it's"}),
        NOTES.replace("z:", "  - {date: 2019-03-01, text: 'it''s'}\nz:"),
    ),
    "below comments, with an empty line": (
        ITEMS,
        Insert(("l",), 2, {"n": "1.3", "t": ["c"]}),
        ITEMS.replace("# under it\n", '# under it\n\n  -   n: "1.3"\n      t: [c]\n'),
    ),
    "between two": (
        ITEMS,
        Insert(("l",), 1, {"n": "1.3"}),
        ITEMS.replace("t: [a]\n", 't: [a]\n\n  -   n: "1.3"\n'),
    ),
    "first": ("l:  # l\n- a\n- b\n", Insert(("l",), 0, "c"), "l:  # l\n- c\n- a\n- b\n"),
    "first, above a comment": ("l:\n- # of a\n  a\n", Insert(("l",), 0, "c"), "l:\n- c\n- # of a\n  a\n"),
    "in a list of a list": ("l:\n  - - a\n    - b\n", Insert(("l", 0), 0, "c"), "l:\n  - - c\n    - a\n    - b\n"),
    "a list in a list": ("l:\n- a\n", Insert(("l",), 1, ["b", ["c"]]), "l:\n- a\n-\n  - b\n  -\n    - c\n"),
    "without a last line end": ("l:\n- a", Insert(("l",), 1, "b"), "l:\n- a\n- b"),
    "in brackets": ("l: [a,b]\n", Insert(("l",), 2, "c d"), "l: [a,b,c d]\n"),
    "in brackets on lines": ("l: [\n  a,\n  b  # b\n]\n", Insert(("l",), 2, "c"), "l: [\n  a,\n  b,\n  c  # b\n]\n"),
    "first in brackets": ("l: [ 'a' ]\n", Insert(("l",), 0, "b"), "l: [ 'b', 'a' ]\n"),
    "in empty brackets": ("l: []\n", Insert(("l",), 0, {"a": "1"}), "l: [{a: 1}]\n"),
    "key in empty brackets": ("l: { }\n", Insert(("l",), "a", "1"), "l: {a: 1 }\n"),
    "key in brackets": ("l: {a: 1}\n", Insert(("l",), "b: c", "2", FIRST), 'l: {"b: c": 2, a: 1}\n'),
    "key of a pair": ("l: [a: 1, b]\n", Insert(("l", 0), "c", "2"), "l: [{a: 1, c: 2}, b]\n"),
    "key behind another": ("a: |\n  x\n\n\nc: 1\n", Insert((), "b", "2", "a"), "a: |\n  x\nb: 2\n\n\nc: 1\n"),
    "key behind a text that says what follows": (
        "a: |+\n  x\n\nc: 1\n",
        Insert((), "b", "2", "a"),
        "a: |+\n  x\n\nb: 2\nc: 1\n",
    ),
    "first key of an item": ("l:\n  - a: 1\n", Insert(("l", 0), "id", "x", FIRST), "l:\n  - id: x\n    a: 1\n"),
    "first key below a comment": (
        "l:\n  - # l\n    a: 1\n",
        Insert(("l", 0), "id", "x", FIRST),
        "l:\n  - # l\n    id: x\n    a: 1\n",
    ),
    "key as another item has it": (
        "l:\n  - n: '1'\n    t: [a]\n  - n: '2'\n",
        Insert(("l", 1), "t", ["b"]),
        "l:\n  - n: '1'\n    t: [a]\n  - n: '2'\n    t: [b]\n",
    ),
    "long text as its neighbour is folded": (
        "l:\n  - t: >-\n      one\n",
        Insert(("l",), 1, {"t": LONG}),
        f"l:\n  - t: >-\n      one\n  - t: >-\n      {LONG[:91]}\n      {LONG[92:]}\n",
    ),
    "key that needs quotation marks": ("a: 1\n", Insert((), "- b", ""), 'a: 1\n"- b": ""\n'),
}


@pytest.mark.parametrize("case", INSERT)
def test_new_value_is_typed_as_its_neighbours_are(case):
    before, edit, after = INSERT[case]
    assert yaml_of(before).edited([edit]).text == after


DELETE = {
    "key": ("a: 1\n# about b\nb: 2  # b\n\nc: 3\n", ("b",), "a: 1\n# about b\n\nc: 3\n"),
    "key with a list": (
        "a: 1\nb:\n  # inside\n  - 2\n\n  - 3  # 3\n# about c\nc: 3\n",
        ("b",),
        "a: 1\n# about c\nc: 3\n",
    ),
    "key with a block of text": ("a: |\n  # x\n\n  y\n\n# about c\nc: 3\n", ("a",), "\n# about c\nc: 3\n"),
    "first key of an item": ("l:\n  - a: 1  # a\n    b: 2\n", ("l", 0, "a"), "l:\n  - b: 2\n"),
    "first key above a comment": ("l:\n- a: 1\n  # of b\n  b: 2\n", ("l", 0, "a"), "l:\n-\n  # of b\n  b: 2\n"),
    "item": ("l:\n  # of a\n  - a\n  # of b\n  - b  # b\n", ("l", 1), "l:\n  # of a\n  - a\n  # of b\n"),
    "item of a list of a list": ("l:\n- - a\n  - b\n", ("l", 0, 0), "l:\n- - b\n"),
    "last item": ("l:\n  - a\nz: 1\n", ("l", 0), "z: 1\n"),
    "last key of the last item": ("k: 1\nl:\n  - m: {a: 1}\nz: 1\n", ("l", 0, "m", "a"), "k: 1\nz: 1\n"),
    "in brackets": ("l: [a, 'b', c]  # l\n", ("l", 1), "l: [a, c]  # l\n"),
    "last in brackets": ("l: { a: 1, b: [2] }\n", ("l", "b"), "l: { a: 1 }\n"),
    "first in brackets above a comment": ("l: [a, # of a\n  # of b\n  b]\n", ("l", 0), "l: [ # of a\n  # of b\n  b]\n"),
    "last in brackets below a comment": ("l: [a, # of a\n  b]\n", ("l", 1), "l: [a # of a\n  ]\n"),
    "last in brackets on lines": ("l: [\n  a,\n  b,\n]\n", ("l", 1), "l: [\n  a,\n]\n"),
    "pair": ("l: [a: 1, b]\n", ("l", 0, "a"), "l: [b]\n"),
    "last line without an end": ("a: 1\nb: 2", ("b",), "a: 1"),
    "last line without an end below a block of text": ("a: |\n  x\nb: 2", ("b",), "a: |\n  x\n"),
}


@pytest.mark.parametrize("case", DELETE)
def test_value_is_taken_out_and_comments_around_it_stay(case):
    before, path, after = DELETE[case]
    assert yaml_of(before).delete(path).text == after


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("feed", [b"\n", b"\r\n"])
def test_byte_order_mark_and_line_ends_stay(mark, feed):
    before = mark + b"a: 1\nl:\n  - |\n    x\n    y\nz: 9\n".replace(b"\n", feed)
    edits = [Set(("a",), "2\n3"), Insert(("l",), 1, "w"), Set(("l", 0), "v\n"), Set(("n",), {"o": "4"})]
    after = mark + b"a: |-\n  2\n  3\nl:\n  - |\n    v\n  - w\nz: 9\nn:\n  o: 4\n".replace(b"\n", feed)
    assert YamlText.of(before, Path("plan.yaml")).edited(edits).data == after


def test_edits_speak_of_the_text_before_them():
    text = "l:\n  - a\n  - b\n  - c\nm: {x: 1, y: 2}\n"
    edits = [
        Delete(("l", 0)),
        Insert(("l",), 1, "new"),
        Set(("l", 2), "d"),
        Insert(("l",), 3, "e"),
        Insert(("l",), 3, "f"),
        Delete(("m", "x")),
        Insert(("m",), "w", "0", "x"),
    ]
    assert yaml_of(text).edited(edits).text == "l:\n  - new\n  - b\n  - d\n  - e\n  - f\nm: {w: 0, y: 2}\n"


def test_list_of_which_all_is_taken_out_and_something_is_new_stays():
    edits = [Delete(("l", 0)), Delete(("l", 1)), Insert(("l",), 1, "c")]
    assert yaml_of("l:  # l\n  - a\n  - b\nz: 1\n").edited(edits).text == "l:  # l\n  - c\nz: 1\n"


def test_values_within_one_another_are_added_and_set_in_one_go():
    text = "l:\n  - a: 1\n    n:\n      - x\n  - a: 2\n"
    edits = [
        Insert(("l", 0, "n"), 1, "y"),
        Insert(("l",), 1, {"a": "3"}),
        Set(("l", 0, "b"), "4"),
        Set(("l", 0, "n", 0), "v\nw"),
    ]
    assert yaml_of(text).edited(edits).text == (
        "l:\n  - a: 1\n    n:\n      - |-\n        v\n        w\n      - y\n    b: 4\n  - a: 3\n  - a: 2\n"
    )


def test_no_edits_change_nothing():
    yaml = yaml_of("a: 1\n")
    assert yaml.edited([]) is yaml


REFUSED = {
    "no such key": ([Delete(("b", "x"))], "plan.yaml:2:4: there is no b.x here"),
    "no such item": ([Set(("l", 2), "x")], r"plan.yaml:4:3: there is no l\[3\] here"),
    "negative place": ([Delete(("l", -1))], "plan.yaml:4:3: there is no l"),
    "text that holds nothing": (
        [Insert(("a",), "x", "1")],
        "plan.yaml:1:4: this is a text, which holds no other value",
    ),
    "no such place": ([Insert(("l",), 3, "x")], "plan.yaml:4:3: this list has no place 3"),
    "key of a list": ([Insert(("l",), "x", "1")], "plan.yaml:4:3: this list has no place 'x'"),
    "key that is there": ([Insert((), "a", "1")], "plan.yaml:1:1: 'a' cannot be a new key here"),
    "key twice": ([Set(("x",), "1"), Set(("x",), "2")], "plan.yaml:1:1: 'x' cannot be a new key here"),
    "behind no key": ([Insert((), "x", "1", "y")], "plan.yaml:1:1: there is no key 'y' here"),
    "one value twice": ([Set(("a",), "1"), Delete(("a",))], "plan.yaml:1:4: two edits change this value"),
    "within another": ([Delete(("l",)), Set(("l", 0), "x")], "plan.yaml:4:3: one edit changes what another takes out"),
    "the whole file": ([Set((), {})], "plan.yaml:1:1: this is the whole file, which no edit replaces"),
    "all of the file": ([Delete((key,)) for key in "abl?"], "plan.yaml:1:1: nothing would be left of this file"),
    "tab": ([Set(("a",), "x\ty")], r"plan.yaml:1:4: U\+0009 control character cannot stand in a text"),
    "direction": ([Set(("n",), ["\u202e"])], r"plan.yaml:1:1: U\+202E RIGHT-TO-LEFT OVERRIDE cannot stand in a text"),
    "no key": ([Set(("a",), {"": "1"})], "plan.yaml:1:4: '' cannot be a key"),
    "key of two lines": ([Set(("x\ny",), "1")], r"plan.yaml:1:1: 'x\\ny' cannot be a key"),
    "question mark": ([Set(("?", "q"), "1")], "plan.yaml:7:3: this layout is not known"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_safely_is_refused_with_its_line(case):
    edits, message = REFUSED[case]
    yaml = yaml_of('a: 1\nb: {}\nl:\n  - x\n  - y\n"?":\n  ? q\n  : r\n')
    with pytest.raises(EditError, match=f"^{message}.*; make the change by hand$"):
        yaml.edited(edits)


def test_what_would_be_read_as_something_else_is_refused():
    with pytest.raises(EditError, match=r"plan\.yaml:1:1: the file's layout does not let this be changed"):
        yaml_of("a: |\n  x").set(("b",), "1")


@pytest.mark.parametrize("data", [b"a: &x 1\n", b"a: 1\na: 2\n", b"a: [", b"- x\n", b"", b"a:\t1\n"])
def test_file_that_this_program_does_not_read_is_no_text_to_edit(data):
    with pytest.raises(PlanError):
        YamlText.of(data, Path("plan.yaml"))


def test_text_is_read_and_written_in_its_place(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\r\n")
    path.chmod(0o640)
    yaml = YamlText.read(path)
    yaml.set(("a",), "2").write()
    assert path.read_bytes() == b"a: 2\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert plain_data(yaml.root) == {"a": "1"}, "a text does not change"
    with pytest.raises(PlanError, match="no-such"):
        YamlText.read(tmp_path / "no-such.yaml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\n# x\n# y\n"),
        ("a: 1", "a: 1\n# x\n# y\n"),
        ("a: |\n  b\n", "a: |\n  b\n# x\n# y\n"),
        ("a: 1\r\n", "a: 1\r\n# x\r\n# y\r\n"),
    ],
)
def test_comments_are_added_at_the_end(before, after):
    assert yaml_of(before).with_comments(["# x", "# y"]).text == after
