"""Private values move out of the public file, and nothing of them is lost on its way."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.ids import give_ids
from generator.authoring.private_values import PRIVATE_KEYS, move_private
from generator.authoring.replacing import replace_file
from generator.authoring.yaml_edits import EditError
from generator.checks.private_file import problems_of
from generator.errors import PlanError
from generator.plan.private import read_private
from generator.plan.reader import PRIVATE_NAMES, read_plan
from tests.authoring.plan_files import PRIVATE, held


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", "- x\n", "", "a: &b 1\n"])
def test_a_file_that_is_no_plan_is_refused_and_left(write, text):
    path = write(text)
    for edit in (give_ids, move_private):
        with pytest.raises(PlanError):
            edit(path)
    assert path.read_text("utf-8") == text
    assert [place.name for place in path.parent.iterdir()] == ["plan.yaml"]


def test_keys_that_are_moved_are_those_that_the_reader_refuses():
    assert PRIVATE_KEYS == PRIVATE_NAMES


def test_private_values_move_and_everything_else_stays(write):
    path = write(PRIVATE)
    moved = move_private(path)
    assert [(value.key, value.owner) for value in moved] == [
        ("people", ""),
        ("internal", "anytown"),
        ("internal", "o-1"),
        ("internal", "m-1-1"),
        *[("author", "a-1-1")] * 5,
        ("internal", "a-1-1"),
    ]
    assert path.read_text("utf-8") == (
        """\
schema: 1
id: anytown
title: A
publisher: B
# Outcomes come here
outcomes:
  - id: o-1
    title: Safe
    measures:
      - {id: m-1-1, text: how many}
    actions:
      - id: a-1-1
        title: Do it
        notes:
        - text: hello
        - text: |
            more # not a comment
            lines


        # a comment that stays
        - text: no author
        - {text: x}
        - { text: y }
        -
          # about the text
          text: z
        title2: last
"""
    )
    private = path.with_name("private.yaml")
    assert held(private) == {
        "schema": "1",
        "people": ({"name": "Ann Example", "initials": "AE"}, {"name": "Bob Example"}),
        "notes": {
            "anytown": ({"text": "about the whole plan"},),
            "o-1": ({"text": "phoned AE"},),
            "m-1-1": ({"text": "guessed"},),
            "a-1-1": ({"text": "two\nlines\n", "date": "2019-03-01"}, {"text": "plain text"}),
        },
        "authors": {"a-1-1": ("AE", "BE", "-", "AE", "BE", "AE")},
    }
    assert read_private(private).problems == ()
    assert {"# she was cross", "# who", "# second", "# why", "# inner"} <= set(private.read_text("utf-8").splitlines())
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


def test_moving_twice_changes_nothing(write):
    path = write(PRIVATE)
    move_private(path)
    before = path.read_bytes(), path.with_name("private.yaml").read_bytes()
    assert move_private(path) == ()
    assert (path.read_bytes(), path.with_name("private.yaml").read_bytes()) == before


def test_what_was_moved_before_a_crash_is_not_added_again(write):
    path = write(PRIVATE)
    move_private(path)
    private = path.with_name("private.yaml").read_bytes()
    path.write_text(PRIVATE, "utf-8")
    move_private(path)
    assert path.with_name("private.yaml").read_bytes() == private


def test_private_file_is_written_first(write, monkeypatch):
    path = write(PRIVATE)

    def no_room(source, target):
        if Path(target).name == "plan.yaml":
            raise OSError(28, "No space left on device")
        return rename(source, target)

    rename = os.replace
    monkeypatch.setattr("generator.authoring.replacing.os.replace", no_room)
    with pytest.raises(OSError, match="No space"):
        move_private(path)
    assert path.read_text("utf-8") == PRIVATE
    assert "phoned AE" in path.with_name("private.yaml").read_text("utf-8")
    assert sorted(place.name for place in path.parent.iterdir()) == ["plan.yaml", "private.yaml"]


def test_an_existing_private_file_is_added_to_and_keeps_its_comments(write):
    path = write(PRIVATE)
    private = path.with_name("private.yaml")
    private.write_text(
        "schema: 1\n# mine\npeople:\n  - name: Old Example  # left\n"
        "notes:\n  o-1:\n    - text: older\n      date: 2019-01-01\nauthors:\n  a-1-1: [AE]\n"
    )
    private.chmod(0o660)
    move_private(path)
    text = private.read_text("utf-8")
    assert "# mine" in text
    assert "# left" in text
    after = held(private)
    assert [person["name"] for person in after["people"]] == ["Old Example", "Ann Example", "Bob Example"]
    assert after["notes"]["o-1"] == ({"text": "older", "date": "2019-01-01"}, {"text": "phoned AE"})
    assert after["authors"]["a-1-1"] == ("AE", "BE", "-", "AE", "BE", "AE")
    assert stat.S_IMODE(private.stat().st_mode) == 0o660


def test_two_authors_of_one_note_are_refused(write):
    path = write(PRIVATE)
    private = path.with_name("private.yaml")
    private.write_text("schema: 1\nauthors:\n  a-1-1: [ZZ]\n")
    with pytest.raises(EditError, match="note 1 of 'a-1-1' has another author"):
        move_private(path)
    assert path.read_text("utf-8") == PRIVATE
    assert held(private) == {"schema": "1", "authors": {"a-1-1": ("ZZ",)}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("schema: 1\nid: x\noutcomes:\n  - title: a\n    internal: b\n", "run 'plans ids anytown'"),
        ("schema: 1\ntitle: x\ninternal: b\n", "'id' is missing"),
        ("schema: 1\nid: x\nauthor: b\n", "this author belongs to no note"),
        ("schema: 1\nid: x\noutcomes:\n  - id: o\n    notes:\n      - author: b\n", "nothing but private values"),
        ("schema: 1\nid: x\n? internal\n: b\n", "this layout is not known"),
        (
            "schema: 1\nid: x\noutcomes:\n  - id: o\n    notes: [{text: one, author: A}]\n"
            "    leads: [{role: Chair, notes: [{text: t, author: B}]}]\n",
            "this author belongs to no note",
        ),
        ("schema: 1\nid: x\nbodies: [{id: b, notes: [{text: t, author: B}]}]\n", "this author belongs to no note"),
    ],
)
def test_what_cannot_be_moved_is_said_and_nothing_changes(write, text, message):
    path = write(text)
    with pytest.raises((EditError, PlanError), match=message):
        move_private(path)
    assert path.read_text("utf-8") == text
    assert not path.with_name("private.yaml").exists()


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["Cc", "Cs", "Cf"]), max_size=20
)


@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=4))
def test_any_text_survives_both_edits(tmp_path_factory, notes):
    """Whatever stands in the notes, public text stays and private text arrives."""
    path = tmp_path_factory.mktemp("plans") / "plan.yaml"
    lines = ["schema: 1", "id: x", "outcomes:", "  - title: t", "    notes:"]
    for text, is_flow, comes_first, has_author in notes:
        quoted = json.dumps(text, ensure_ascii=False)
        pairs = [f"text: {quoted}", *([f"author: {quoted}"] if has_author else [])][:: -1 if comes_first else 1]
        lines.append(f"      - {{{', '.join(pairs)}}}" if is_flow else "      - " + "\n        ".join(pairs))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    give_ids(path)
    move_private(path)
    assert [note["text"] for note in held(path)["outcomes"][0]["notes"]] == [text for text, *_ in notes]
    wanted = [text if has_author else "-" for text, *_, has_author in notes]
    if any(has_author for *_, has_author in notes):
        authors = list(held(path.with_name("private.yaml"))["authors"]["o-t"])
        assert authors + ["-"] * (len(wanted) - len(authors)) == wanted


def test_replacing_follows_a_link_and_leaves_no_other_file(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "real").read_text() == "new"
    assert (tmp_path / "link").is_symlink()
    assert sorted(place.name for place in tmp_path.iterdir()) == ["link", "real"]


def test_moved_authors_are_as_many_as_the_notes(write):
    path = write(
        "schema: 1\nid: anytown\ntitle: A\npublisher: B\noutcomes:\n  - id: o-1\n    title: Safe\n    notes:\n"
        "      - {text: one}\n      - {text: two, author: AE}\n      - {text: three}\n"
    )
    move_private(path)
    private = path.with_name("private.yaml")
    assert held(private)["authors"] == {"o-1": ("-", "AE", "-")}
    file = read_plan(path.parent)
    assert file.problems == ()
    assert list(problems_of(read_private(private), file.tree.root)) == []


@pytest.mark.parametrize(
    "broken", ["schema: 1\npeople:\n", "schema: 1\nnotes:\n  x: one text\n", "schema: 1\npeople: ["]
)
def test_a_private_file_that_cannot_be_read_is_told_and_nothing_changes(write, broken):
    text = "schema: 1\nid: x\npeople:\n  - name: Alba Quist\n"
    path = write(text)
    path.with_name("private.yaml").write_text(broken, "utf-8")
    with pytest.raises(PlanError, match=r"private\.yaml"):
        move_private(path)
    assert path.read_text("utf-8") == text
    assert path.with_name("private.yaml").read_text("utf-8") == broken
