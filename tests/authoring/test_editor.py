"""A plan file is changed where it must be and nowhere else, and nothing private is ever lost on its way."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.editor import PREFIXES, PRIVATE_KEYS, EditError, give_ids, id_from, move_private, replace_file
from generator.checks.private_file import problems_of
from generator.errors import PlanError
from generator.plan.field_types import types_within
from generator.plan.model import (
    Action,
    Body,
    Entry,
    KeyIssue,
    Measure,
    Outcome,
    PublicPlan,
)
from generator.plan.private import read_private
from generator.plan.reader import PRIVATE_NAMES, read_plan
from generator.plan.yaml_tree import plain_data, read_tree

WITHOUT_IDS = """\
# A comment first
schema: 1
id: anytown
title: A   # spaces stay
publisher: B
outcomes:
  - # the first outcome
    number: "1"
    title: Everybody’s safe
    key_issues:
      - title: Something
        actions: [a-1-11]
    measures:
      - {text: how many, unit: x}
    actions:
    -   number: "1.11"
        title: no
        measures:
        - text: first
        - {
            text: second
          }
        sub_actions: [{title: "Élan: a long title that goes on and on and on"}, { id: , title: q }]
    - title: w
      id:   # none yet
findings: [{kind: recommendation, title: t}]
evidence:
  - title: An audit
risks:
  - name: Not enough staff
decisions:
  - text: agreed
    kind: agreed
reports:
  - what: x
bodies:
  - name: Anytown Council
  - name: "1st"
"""
GIVEN = [
    *("o-1", "k-1-1", "m-1-1", "a-1-11-2", "m-1-11-2-1", "m-1-11-2-2"),
    *("a-elan-a-long-title-that-goes-on-and-on", "a-q", "a-w", "f-t", "e-an-audit", "risk-not-enough-staff"),
    *("d-1", "r-1", "anytown-council", "b-1st"),
]
PRIVATE = """\
schema: 1
id: anytown
title: A
publisher: B
people:   # who
  - name: Ann Example
    initials: AE
  - Bob Example
internal: about the whole plan
# Outcomes come here
outcomes:
  - id: o-1
    title: Safe
    internal: phoned AE  # she was cross
    measures:
      - {id: m-1-1, text: how many, internal: guessed}
    actions:
      - id: a-1-1
        title: Do it
        notes:
        - author: AE
          text: hello
        - text: |
            more # not a comment
            lines

          author: "BE"   # second

        # a comment that stays
        - text: no author
        - {text: x, author: AE}
        - { author: BE, text: y }
        - author: AE
          # about the text
          text: z
        internal:
          - text: |  # why
              two
              lines
            date: 2019-03-01
            # inner
          - plain text
        title2: last
"""


@pytest.fixture
def write(tmp_path):
    """Writes a plan file and returns its path."""

    def written(text: str, data: bytes | None = None) -> Path:
        path = tmp_path / "anytown" / "plan.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if data is None else data)
        return path

    return written


def held(path: Path):
    tree = read_tree(path.read_bytes(), str(path))
    assert not tree.problems
    return plain_data(tree.root)


def without_added(old: str, new: str) -> bool:
    """Whether `old` is left of `new` when some of its characters are taken out."""
    rest = iter(new)
    return all(character in rest for character in old)


def test_ids_are_given_where_they_are_missing_and_nothing_else_changes(write):
    path = write(WITHOUT_IDS)
    assert [gift.id for gift in give_ids(path)] == GIVEN
    text = path.read_text("utf-8")
    assert without_added(WITHOUT_IDS, text)
    assert '  - # the first outcome\n    id: o-1\n    number: "1"\n' in text
    assert '    -   id: a-1-11-2\n        number: "1.11"\n' in text
    assert "      - {id: m-1-1, text: how many, unit: x}\n" in text
    assert "{ id: a-q , title: q }" in text
    assert "      id: a-w   # none yet\n" in text


def test_giving_ids_twice_changes_nothing(write):
    path = write(WITHOUT_IDS)
    give_ids(path)
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    assert give_ids(path) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_plan_with_given_ids_has_no_problem_of_ids(write):
    path = write(WITHOUT_IDS)
    give_ids(path)
    assert [p.kind.code for p in read_plan(path.parent).problems if p.kind.code.startswith("id-")] == []


def test_windows_line_ends_byte_order_mark_and_mode_stay(write):
    path = write("", b"\xef\xbb\xbf" + WITHOUT_IDS.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    give_ids(path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfschema") or data.startswith(b"\xef\xbb\xbf# A comment")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_an_id_of_an_edition_or_a_private_file_is_not_given_again(write):
    path = write("schema: 1\nid: anytown\noutcomes:\n  - number: '1'\n    title: x\n  - number: '2'\n    title: y\n")
    editions = path.parent / "editions"
    editions.mkdir()
    (editions / "2019-01-01.json").write_text(json.dumps({"plan": {"outcomes": [{"id": "o-1"}]}}))
    (path.parent / "private.yaml").write_text("schema: 1\nnotes:\n  o-2:\n    - text: x\n")
    assert [gift.id for gift in give_ids(path)] == ["o-1-2", "o-2-2"]


def test_an_edition_that_cannot_be_read_stops_it(write):
    path = write(WITHOUT_IDS)
    (path.parent / "editions").mkdir()
    (path.parent / "editions" / "2019-01-01.json").write_text("{")
    with pytest.raises(EditError, match="this edition cannot be read"):
        give_ids(path)
    assert path.read_text("utf-8") == WITHOUT_IDS


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", "- x\n", "", "a: &b 1\n"])
def test_a_file_that_is_no_plan_is_refused_and_left(write, text):
    path = write(text)
    for edit in (give_ids, move_private):
        with pytest.raises(PlanError):
            edit(path)
    assert path.read_text("utf-8") == text
    assert [place.name for place in path.parent.iterdir()] == ["plan.yaml"]


def test_every_kind_with_an_id_has_a_prefix():
    assert set(PREFIXES) == {kind for kind in types_within(PublicPlan) if issubclass(kind, Entry)}


@pytest.mark.parametrize(
    ("kind", "texts", "owner", "wanted"),
    [
        (Outcome, {"number": "1", "title": "x"}, "", "o-1"),
        (Action, {"number": "1.11"}, "o-1", "a-1-11"),
        (Action, {"number": "1.1 (a)"}, "o-1", "a-1-1-a"),
        (Action, {"title": "Children’s voices"}, "o-1", "a-childrens-voices"),
        (Action, {"title": "日本"}, "o-1", "a-1-3"),
        (Measure, {"text": "x"}, "a-1-1", "m-1-1-3"),
        (Measure, {"text": "x"}, "", "m-3"),
        (KeyIssue, {"title": "x"}, "o-2", "k-2-3"),
        (Body, {"name": "National Health Service", "short_name": "NHS"}, "", "nhs"),
    ],
)
def test_ids_are_readable(kind, texts, owner, wanted):
    assert id_from(kind, texts, 2, owner) == wanted


@given(st.text(), st.text())
def test_any_title_gives_an_id_that_may_stand(title, number):
    from generator.text import ID_PATTERN

    for kind in (Action, Body, Measure):
        assert ID_PATTERN.fullmatch(id_from(kind, {"title": title, "number": number}, 0, "o-1"))


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
    monkeypatch.setattr("generator.authoring.editor.files.os.replace", no_room)
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
