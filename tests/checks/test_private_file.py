"""What stands in private.yaml is about things of the plan."""

from pathlib import Path

import pytest

from generator.checks import check_plan
from generator.plan.private import read_private
from generator.plan.reader import read_plan
from tests.plan.test_private import PRIVATE

PLAN = """\
schema: 1
id: anytown
title: Anytown plan
publisher: Anytown Council
outcomes:
  - id: o-1
    title: Children are heard
    actions:
      - id: a-1
        title: Ask children
        leads: {missing: not-stated}
        timescales: {missing: not-stated}
        measures: {missing: not-stated}
        notes:
          - text: Twelve were asked.
          - text: Twenty were asked.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "anytown"
    folder.mkdir()
    return folder


def said(folder: Path, private: str, plan: str = PLAN) -> list[str]:
    """The problems of the plan and its private file, as `plans check` lists them."""
    (folder / "plan.yaml").write_text(plan, "utf-8")
    (folder / "private.yaml").write_text(private, "utf-8")
    found = check_plan(read_plan(folder), {"anytown": None}, private=read_private(folder / "private.yaml"))
    return [str(problem).replace(f"{folder}/", "") for problem in found]


def test_private_file_that_fits_its_plan_has_no_problems(folder):
    assert said(folder, PRIVATE) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  a-1:\n    - text", "  a-2:\n    - text", "notes.a-2: there is nothing with the id 'a-2' in the plan"),
        ("  a-1: [JS, XY]", "  o-9: [JS]", "authors.o-9: there is nothing with the id 'o-9' in the plan"),
        ("name: Jo Smith", "nam: Jo Smith", "people[1].nam: 'nam' is not known here; did you mean 'name'?"),
        ("schema: 1\n", "schema: 1\ncolour: x\n", "colour: 'colour' is not known here; "),
    ],
)
def test_problem_of_the_private_file_has_its_place_there(folder, old, new, message):
    (text,) = said(folder, PRIVATE.replace(old, new))
    assert text.startswith("private.yaml:")
    assert message in text


@pytest.mark.parametrize(("authors", "count"), [("JS", "1 author"), ("JS, XY, CD", "3 authors")])
def test_authors_are_as_many_as_the_notes(folder, authors, count):
    assert said(folder, PRIVATE.replace("[JS, XY]", f"[{authors}]")) == [
        f"private.yaml:12:3: authors.a-1: 'a-1' has 2 notes in the plan, and {count} here; give one author for each "
        "note, in the notes' order; write '-' where there is none (private-authors)"
    ]


def test_thing_without_notes_has_no_authors(folder):
    (text,) = said(folder, PRIVATE.replace("a-1: [JS, XY]", "o-1: [JS]"))
    assert "'o-1' has 0 notes in the plan, and 1 author here" in text


def test_hyphen_stands_for_no_author(folder):
    assert said(folder, PRIVATE.replace("[JS, XY]", '["-", XY]')) == []


def test_warnings_of_a_plan_are_told_beside_errors_of_its_private_file(folder):
    plan = PLAN.replace("outcomes:", "rated: [actions]\noutcomes:")
    (warning,) = said(folder, PRIVATE, plan)
    assert "(status-missing)" in warning
    error, *warnings = said(folder, PRIVATE.replace("name: Jo Smith", "nam: Jo Smith"), plan)[::-1]
    assert error.startswith("private.yaml:3:5: people[1].nam: ")
    assert warnings == [warning]


def test_private_file_of_a_plan_that_cannot_be_read_is_told_of_too(folder):
    codes = [text.rpartition("(")[2] for text in said(folder, PRIVATE.replace("name:", "nam:"), "- 1\n")]
    assert codes == ["value-shape)", "key-unknown)"]
