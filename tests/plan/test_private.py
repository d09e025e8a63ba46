"""A plan's private.yaml is read on its own, by the ids of the plan's things; whatever is wrong with it, nothing is."""

from datetime import date
from pathlib import Path

import pytest

from generator.plan.private import NOTHING, InternalNote, Person, Private, private_path, read_private

PRIVATE = """\
schema: 1
people:
  - name: Jo Smith
    initials: JS
notes:
  anytown:
    - text: About the plan
  a-1:
    - text: About the action
      author: JS
authors:
  a-1: [JS, XY]
taken_down:
  - {words: Jo Smith said so, date: 2019-03-31, reason: personal data, thing: a-1, field: text}
"""


def read(folder: Path, text: str | bytes = PRIVATE) -> Private:
    path = folder / "private.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_private(path)


def test_private_values_are_read_by_the_ids_of_their_things(tmp_path):
    private = read(tmp_path)
    assert private.problems == ()
    assert private.people == (Person(name="Jo Smith", initials="JS"),)
    assert private.value.notes == {
        "anytown": (InternalNote(text="About the plan"),),
        "a-1": (InternalNote(text="About the action", author="JS"),),
    }
    assert private.value.authors == {"a-1": ("JS", "XY")}
    (down,) = private.taken_down
    assert (down.words, down.date, down.reason) == ("Jo Smith said so", date(2019, 3, 31), "personal data")
    assert (down.thing, down.field) == ("a-1", "text")


def test_missing_private_file_is_no_problem(tmp_path):
    assert read_private(tmp_path / "private.yaml") == Private()
    assert (Private().people, Private().taken_down, Private().problems) == ((), (), ())


@pytest.mark.parametrize("schema", ["2", "0", "one", "99"])
def test_private_file_of_another_schema_is_refused_and_not_read(tmp_path, schema):
    private = read(tmp_path, PRIVATE.replace("schema: 1", f"schema: {schema}"))
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in private.problems] == [
        f"private.yaml:1:9: schema: schema {schema!r} is not known to this version; use 'schema: 1' (schema-unknown)"
    ]
    assert private.value == NOTHING


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "yaml-empty"),
        (b"\xff\xfe not text", "file-encoding"),
        ("schema: 1\npeople: [", "yaml-syntax"),
        ("- 1\n", "value-shape"),
        ("schema: 1\npeople:\n", "value-empty"),
        ("schema: 1\npeople: [{initials: JS}]\n", "key-missing"),
        ("schema: 1\ntaken_down: [{words: x, date: 31/03/2019, reason: mistake}]\n", "date-unreadable"),
        ("schema: 1\ntaken_down: [{words: x, date: 2019-03-31, reason: whim}]\n", "value-choice"),
        ("people: [{name: Jo Smith}]\n", "key-missing"),
    ],
)
def test_what_is_wrong_with_the_file_is_told_and_nothing_is_read_of_it(tmp_path, text, code):
    private = read(tmp_path, text)
    assert [problem.kind.code for problem in private.problems] == [code]
    assert all(problem.position.file == str(tmp_path / "private.yaml") for problem in private.problems)
    assert private.value == NOTHING


def test_file_that_cannot_be_opened_is_told_and_nothing_is_read_of_it(tmp_path):
    (tmp_path / "private.yaml").mkdir()
    private = read_private(tmp_path / "private.yaml")
    assert [problem.kind.code for problem in private.problems] == ["file-kind"]
    assert private.value == NOTHING


def test_private_file_stands_beside_the_plan_or_apart():
    plan = Path("plans/anytown")
    assert private_path(plan) == Path("plans/anytown/private.yaml")
    assert private_path(plan, Path("apart")) == Path("apart/anytown/private.yaml")
