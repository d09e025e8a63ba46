"""A plan's folder is read into a PublicPlan, with every problem of its file; nothing private is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.folder import read_source
from generator.checks import check_plan
from generator.plan.reader import PRIVATE_NAMES, PlanFile, plan_folders, read_plan
from tests.broken_samples import council
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
    path = tmp_path / "plans" / "anytown"
    path.mkdir(parents=True)
    return path


def read(folder: Path, plan: str | bytes = PLAN) -> PlanFile:
    (folder / "plan.yaml").write_bytes(plan if isinstance(plan, bytes) else plan.encode())
    return read_plan(folder)


def said(file: PlanFile) -> list[str]:
    """The problems of `file` as `plans check` lists them."""
    problems = check_plan(file, {file.folder.name: None})
    return [str(problem).replace(f"{file.folder}/", "") for problem in problems]


def codes(file: PlanFile) -> list[str]:
    return [problem.kind.code for problem in check_plan(file, {file.folder.name: None})]


def test_plan_is_read(folder):
    file = read(folder)
    assert file.problems == ()
    assert file.plan
    assert file.plan.schema_version == 1
    assert file.checkable is file.plan


@pytest.mark.parametrize(
    "data",
    [
        PLAN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + PLAN.encode(),
        PLAN.rstrip("\n").encode(),
        b"# A remark\n\n---\n" + PLAN.encode() + b"...\n",
    ],
    ids=["windows line ends", "byte order mark", "no line end", "remarks and marks"],
)
def test_plan_reads_the_same_however_its_file_is_saved(folder, data):
    assert read(folder, data).plan == read(folder).plan


def test_text_stays_as_it_is_typed(folder):
    file = read(folder, PLAN.replace("title: Ask children", "title: no").replace("Anytown plan", "1.10"))
    assert file.plan
    assert file.plan.title == "1.10"
    assert file.plan.outcomes[0].actions[0].title == "no"


# Folders


def test_every_folder_is_a_plan(tmp_path):
    for name in ("b", "a", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "README.md").write_text("x")
    assert [path.name for path in plan_folders(tmp_path)] == ["a", "b"]
    assert plan_folders(tmp_path / "none") == ()


def test_two_plans_with_one_id_are_told_in_the_folder_that_is_named_otherwise(tmp_path):
    source = council(tmp_path, **{"plans/othertown/plan.yaml": PLAN})
    assert [str(problem).replace(f"{tmp_path}/", "") for problem in read_source(source).problems] == [
        "plans/othertown/plan.yaml:2:5: id: the plan's id is 'anytown' but its folder is 'othertown'; "
        "write 'id: othertown', or rename the folder where nothing of the plan was published (plan-folder)"
    ]


# The first lines


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("schema: 1\n", "", "schema-first"),
        ("schema: 1\nid: anytown\n", "id: anytown\nschema: 1\n", "schema-first"),
        ("schema: 1", "schema: 2", "schema-unknown"),
        ("schema: 1", "schema: v1", "schema-unknown"),
        ("schema: 1", "schema: one", "schema-unknown"),
        ("schema: 1", "schema:", "value-empty"),
        ("schema: 1", "Schema: 1", "schema-first"),
        ("id: anytown", "id: Anytown", "id-malformed"),
        ("id: anytown", "id: anytown-2", "plan-folder"),
        ("id: anytown\n", "", "key-missing"),
    ],
)
def test_mistake_in_the_first_lines_is_told_once(folder, old, new, code):
    found = codes(read(folder, PLAN.replace(old, new, 1)))
    # A misspelt key is told as such too.
    assert [kind for kind in found if kind != "key-unknown"] == [code]


# Texts that end at a "#"


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("title: Priority #1 of ours", "#1 of ours"),
        ("title: Priority  #1", "#1"),
        ("title: Priority #1   ", "#1"),
        ("title: Say #MeToo # and more", "#MeToo # and more"),
    ],
)
def test_text_that_is_cut_at_a_hash_is_told(folder, line, rest):
    (problem,) = read(folder, PLAN.replace("title: Ask children", line)).problems
    assert problem.kind.code == "text-cut"
    assert problem.values["rest"] == rest
    assert problem.path == "outcomes[1].actions[1].title"


@pytest.mark.parametrize(
    "line",
    [
        "title: Ask children # in May",
        "title: Ask children    # in May",
        'title: "Priority #1"',
        "title: 'Priority #1'",
        'title: "Priority" #1',
        "title: Priority#1",
        "title: Ask children #",
        "title: Ask children #---",
        "title: Ask children ####",
        "title: Ask\n          children and\n          parents #1",
    ],
)
def test_remark_or_text_that_is_not_cut_is_no_problem(folder, line):
    assert read(folder, PLAN.replace("title: Ask children", line)).problems == ()


# Private values


@pytest.mark.parametrize("private", [PRIVATE, "schema: 1\npeople: [", "schema: 2\n", ""])
def test_private_file_changes_nothing_of_a_plan(folder, private):
    bare = read(folder)
    assert bare.plan
    (folder / "private.yaml").write_text(private, "utf-8")
    assert read(folder) == bare
    assert "Jo Smith" not in repr(read(folder).plan)


@pytest.mark.parametrize("key", sorted(PRIVATE_NAMES - {"author"}))
def test_private_key_in_the_plan_is_refused_at_any_depth(folder, key):
    for text, path in (
        (f"{PLAN}{key}: x\n", key),
        (f"{PLAN}        {key}: [x]\n", f"outcomes[1].actions[1].{key}"),
        (f"{PLAN}            {key}: {{a: b}}\n", f"outcomes[1].actions[1].notes[2].{key}"),
        (f"{PLAN}        {key}:\n", f"outcomes[1].actions[1].{key}"),
    ):
        (problem,) = check_plan(read(folder, text), {"anytown": None})
        assert (problem.kind.code, problem.path) == ("private-in-plan", path)


def test_author_of_a_note_in_the_plan_is_refused(folder):
    text = PLAN.replace("- text: Twelve", "- author: JS\n            text: Twelve")
    assert said(read(folder, text)) == [
        "plan.yaml:15:13: outcomes[1].actions[1].notes[1].author: 'author' is private and this file is published; "
        "run 'plans private anytown' to move it to private.yaml (private-in-plan)"
    ]


def test_plan_with_a_private_key_is_no_plan_to_publish(folder):
    assert read(folder, f"{PLAN}people: [x]\n").plan is None


# One run finds every mistake


MANY = """\
schema: 1
id: anytown
title: Anytown plan
publisher: Anytown Council
colour: blue
rated: [actions]
status_scheme:
  statuses:
    - {id: red, label: Red, meaning: Late, tone: off-track}
bodies:
  - {id: council, name: Anytown Council}
outcomes:
  - id: o-1
    title: Children are heard
    actions:
      - id: a-1
        title: Ask children
        status: teal
        leads: [police]
        progress: 50%
        timescales: [bi-monthly]
      - id: a-1
        text: Without a title
        status: red
        evidence: [audit]
      - title: Without an id
        status: red
period:
  start: 31/03/2019
  end: 2018-03-31
"""


def test_one_run_finds_mistakes_of_shape_and_of_reference(folder):
    found = check_plan(read(folder, MANY), {"anytown": None})
    assert [(problem.position.line, problem.kind.code) for problem in found] == [
        (5, "key-unknown"),
        (18, "status-unknown"),
        (19, "body-unknown"),
        (20, "number-unreadable"),
        (21, "timescale-ambiguous"),
        (22, "key-missing"),
        (22, "id-duplicate"),
        (25, "reference-unknown"),
        (26, "id-missing"),
        (29, "date-unreadable"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        # What is refused here makes ids unknown, statuses missing or periods odd elsewhere: that is not told.
        ("bodies:", "organisations:", "key-unknown"),
        ("  - {id: council, name: Anytown Council}", "  council: Anytown Council", "value-shape"),
        ("  - {id: council, name: Anytown Council}", "  - {id: Council, name: Anytown Council}", "id-malformed"),
        ("  - {id: council, name: Anytown Council}", "  - {id: council}", "key-missing"),
        ("status_scheme:", "statusscheme:", "key-unknown"),
        ("{id: red, label: Red,", "{id: red, lable: Red,", "key-unknown"),
        ("{id: red, label", "{id: Red, label", "id-malformed"),
        ("tone: off-track", "tone: red", "value-choice"),
        ("rated: [actions]", "Rated: [actions]", "key-unknown"),
        ("rated: [actions]", "rated: actions", "value-shape"),
        ("        status: red", "        rag: red", "key-unknown"),
        ("        status: red", "        status: [red]", "value-shape"),
        ("        status: red", "        status:", "value-empty"),
        ("        status: red", "        status: &r red", "yaml-anchor"),
        ("        leads: [council]", "        leads: council", "value-shape"),
        ("        leads: [council]", "        leads: [*c]", "yaml-anchor"),
        ("        timescales: [March 2019]", "        timescales: March 2019", "value-shape"),
        ("      - id: a-2", "      - id: A-2", "id-malformed"),
        ("      - id: a-2", "      - Id: a-2", "key-unknown"),
        ("        evidence: [e-1]", "        evidence: [E-1]", "reference-unknown"),
        ("  - {id: e-1, title: Audit}", "  - {id: e-1, titel: Audit}", "key-unknown"),
        ("  - {id: e-1, title: Audit}", "  - {id: e 1, title: Audit}", "id-malformed"),
        ("  start: 2018-04-01", "  start: 1/4/2018", "date-unreadable"),
        ("  start: 2018-04-01", "  strat: 2018-04-01", "key-unknown"),
        ("id: red, label", "id: amber, label", "status-unknown"),
        ("evidence:\n  - {id: e-1", "evidence:\n  - {id: council", "reference-unknown"),
    ],
)
def test_one_mistake_is_told_once_however_much_hangs_on_it(folder, old, new, code):
    text = """\
schema: 1
id: anytown
title: Anytown plan
publisher: Anytown Council
rated: [actions]
period:
  start: 2018-04-01
  end: 2019-03-31
status_scheme:
  statuses:
    - {id: red, label: Red, meaning: Late, tone: off-track}
bodies:
  - {id: council, name: Anytown Council}
evidence:
  - {id: e-1, title: Audit}
outcomes:
  - id: o-1
    title: Children are heard
    actions:
      - id: a-1
        title: Ask children
        status: red
        leads: [council]
        timescales: [March 2019]
        measures: {missing: not-stated}
        evidence: [e-1]
        related: [{action: a-2}]
      - id: a-2
        title: Tell children
        status: {missing: not-stated}
        leads: {missing: not-stated}
        timescales: {missing: not-stated}
        measures: {missing: not-stated}
"""
    assert said(read(folder, text)) == []
    assert old in text
    assert codes(read(folder, text.replace(old, new, 1))) == [code]


def test_warnings_wait_until_the_file_can_be_read(folder):
    text = PLAN.replace("outcomes:", "rated: [actions]\noutcomes:")
    assert codes(read(folder, text)) == ["status-missing"]
    assert codes(read(folder, text + "colour: blue\n")) == ["key-unknown"]


def test_plan_that_is_only_checked_is_never_one_to_publish(folder):
    file = read(folder, PLAN + "colour: blue\n")
    assert file.plan is None
    assert file.checkable


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_with_problems_only(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("plan") / "anytown"
    folder.mkdir()
    file = read(folder, data)
    assert file.plan is not None or said(file)
