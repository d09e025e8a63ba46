"""A field that is added to the model with its one description is everywhere, and no other line of code changes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.plan.reader import read_plan
from generator.problems import KEY_UNKNOWN

ROOT = Path(__file__).parent.parent
MODEL = "generator/plan/model.py"
BEFORE = "    sub_actions: Annotated["
FIELD = '    reach: Annotated[Line | None, About("Whom it reaches", label="Whom it reaches", is_fact=True)] = None\n'
SCRIPT = """
import json, sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from generator.authoring.plan_yaml import plan_yaml
from generator.diff import diff_plans
from generator.editions.codec import from_data, to_data
from generator.formats.text import page_text
from generator.outputs.data.actions import ACTIONS, action_rows
from generator.outputs.data.edition_schema import edition_schema
from generator.outputs.data.table import csv_bytes
from generator.plan.model import PublicPlan
from generator.plan.reader import read_plan
from generator.plan.schema import plan_schema
from generator.privacy import findings_of, public_text
from generator.pages import plan_pages
from generator.status import as_at
from generator.wording import Words
from generator.words.changes import change_sentence
from generator.words.view import PlanView, Update
from tests.page_blocks import texts
from tests.plan_keys import plan_keys

folder = Path(sys.argv[1])
read = read_plan(folder)
plan = read.plan
assert plan, [str(problem) for problem in read.problems]

def with_reach(reach):
    (outcome,) = plan.outcomes
    action, *others = outcome.actions
    return replace(plan, outcomes=(replace(outcome, actions=(replace(action, reach=reach), *others)),))

def view_of(plan):
    return PlanView(plan, Words(), as_at(plan, date(2019, 1, 1)))

view, other = view_of(plan), view_of(with_reach("Children in care"))
update = Update(view, other)
pages = plan_pages(view)
print(json.dumps({
    "read": plan.outcomes[0].actions[0].reach,
    "plan schema": plan_schema()["definitions"]["Action"]["properties"].get("reach"),
    "edition schema": edition_schema()["$defs"]["Action"]["properties"].get("reach"),
    "edition": from_data(PublicPlan, to_data(plan)) == plan,
    "edition of before": "reach" not in str(to_data(with_reach(None))),
    "yaml": plan_yaml(plan).decode(),
    "pages": [page.address for page in pages if "Whom it reaches All families" in " ".join(texts(page))],
    "text": [page.address for page in pages if "Whom it reaches: All families" in page_text(page)],
    "change": [change_sentence(update, change) for change in diff_plans(plan, other.plan)],
    "csv": csv_bytes(ACTIONS, action_rows(view)).decode(),
    "sheet": "\\n".join(public_text(plan)),
    "privacy": [finding.words for finding in findings_of(with_reach("Work led by Alba Quist"))],
    "keys": plan_keys(),
}))
"""


def told(folder: Path, code: Path) -> dict[str, object]:
    """What the program in `code` says of the plan in `folder`."""
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        cwd=code,
        env={**os.environ, "PYTHONPATH": str(code)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with one line more in its model."""
    place = tmp_path_factory.mktemp("code")
    for name in ("generator", "theme", "tests"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    source = (place / MODEL).read_text("utf-8")
    at = source.index(BEFORE, source.index("class Action("))
    (place / MODEL).write_text(source[:at] + FIELD + source[at:], "utf-8")
    return place


PLAN = """\
schema: 1
id: anytown
title: Anytown improvement plan
publisher: Anytown Council
bodies: [{id: council, name: Anytown Council}]
outcomes:
  - id: o-1
    number: "1"
    title: Children are heard
    actions:
      - {id: a-1, number: "1.1", title: Ask every child, leads: [council], timescales: [March 2019],
         reach: All families}
"""


@pytest.fixture(scope="module")
def said(code: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("plans") / "anytown"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    return told(folder, code)


def test_it_is_read_and_written(said):
    assert said["read"] == "All families"
    assert "reach: All families" in str(said["yaml"])


def test_both_schemas_have_it(said):
    assert said["plan schema"] == {"type": ["string", "number", "boolean"], "description": "Whom it reaches"}
    assert said["edition schema"]["description"] == "Whom it reaches"  # type: ignore[index]


def test_editions_keep_it_and_those_before_it_stay_as_they_are(said):
    assert said["edition"] is True
    assert said["edition of before"] is True


def test_pages_show_it(said):
    shown = ["anytown/outcomes/o-1/", "anytown/actions/a-1/", "anytown/print/"]
    assert set(said["pages"]) == set(said["text"]) == set(shown)  # type: ignore[call-overload]


def test_a_change_of_it_is_told(said):
    assert said["change"] == ["1.1, whom it reaches: was “All families”, now “Children in care”"]


def test_the_table_of_actions_has_a_column_for_it(said):
    header, row, *_ = str(said["csv"]).splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True))["reach"] == "All families"


def test_the_sheet_of_public_text_and_the_gate_read_it(said):
    assert "Whom it reaches: All families" in str(said["sheet"])
    assert said["privacy"] == ["Alba Quist"]


def test_the_documentation_is_held_to_it(said):
    row = "| `reach` | a line | Whom it reaches |"
    assert row in str(said["keys"])
    assert row not in (ROOT / "docs" / "plan-keys.md").read_text("utf-8")


def test_without_the_line_the_key_is_refused(tmp_path):
    folder = tmp_path / "anytown"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    (problem,) = read_plan(folder).problems
    assert problem.kind is KEY_UNKNOWN
    assert problem.path == "outcomes[1].actions[1].reach"
