"""A council's folder that is kept for good. Whatever the program becomes, it verifies, checks, publishes and builds it.

`council-1/` was made once, with the commands of the program as it was then, and is never made again: a new folder,
its example published twice; beside it a plan that held one of everything that a plan could hold, with a private file,
five editions (one corrects another of its day, one closes the plan, the last opens it again), two texts taken down and
an edition withdrawn. `site/` holds what a build reads of the site that stood then.
"""

import json
import shutil
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.folder import read_folder, read_source
from generator.editions.lock import FOLDER as EDITIONS
from generator.errors import has_errors
from generator.site.build import build_site
from generator.text import sha256_hex
from tests.command import plans
from tests.council_folder import files_of
from tests.shelves import sound

FOLDER = Path(__file__).parent / "council-1"
LAST_DAY, NEXT_DAY, DAY_OF_BUILD = "2026-05-12", "2026-06-30", "2026-07-01"
HEADS = {
    "kinbrae-example": "aa8ecb919c57a3ec50c2a8ea9af47bfe30e1db475587edcd5e8a01fe9f933e8e",
    "strathbeg-everything": "6808df0ccd5447bc11ebc2f3306d89a31502013a6c146be8cab9098f291637a2",
}
WHOLE = "strathbeg-everything"
# Every kind of thing that a plan could hold then.
KINDS = """
    Accepted Action BackgroundPapers Body Closed Closure ComputedRule Contact Decision Declaration Event Evidence
    Example Finding FormerName Governance Grade GradeCount GradeCounts KeyIssue Lead MatrixCell MatrixRow Measure
    Missing Note Observation Occurrence Outcome Period PlanWords PrintedSummary PrintedVersion PublicPlan Reading
    Related RelatedPlan Report Review ReviewRule Revision Risk Status StatusScheme Target Term Timescale
"""


@pytest.fixture
def council(tmp_path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "council")


def kinds_in(value: object) -> set[str]:
    """The names of all dataclasses below `value`."""
    if isinstance(value, tuple):
        return set().union(*map(kinds_in, value))
    if not is_dataclass(value):
        return set()
    below = (kinds_in(getattr(value, field.name)) for field in fields(value))
    return {type(value).__name__}.union(*below)


def edited(place: Path) -> None:
    """Change the plan as an officer does: the rating and the time of its first action, and the day of its facts."""
    text = (place / "plan.yaml").read_text("utf-8")
    if text.startswith("{"):
        plan = json.loads(text)
        plan["as_at"] = NEXT_DAY
        plan["outcomes"][0]["actions"][0] |= {"status": "sta3", "progress": "100"}
        text = json.dumps(plan, indent=1)
    else:
        text = text.replace("as_at: 2026-01-31", f"as_at: {NEXT_DAY}").replace("status: amber", "status: red", 1)
    (place / "plan.yaml").write_text(text, "utf-8")


def test_it_is_what_it_was():
    for plan, head in HEADS.items():
        shelf = sound(FOLDER / "plans" / plan)
        assert shelf.lock.head == head
        for edition in shelf.editions:
            data = (FOLDER / "plans" / plan / EDITIONS / f"{edition.name}.json").read_bytes()
            assert edition.sha256 == sha256_hex(data)


def test_it_holds_every_kind_of_thing():
    shelf = sound(FOLDER / "plans" / WHOLE)
    assert kinds_in(tuple(edition.plan for edition in shelf.editions)) >= set(KINDS.split())
    assert [len(shelf.entries), len(shelf.editions)] == [5, 4]


def test_it_verifies_and_checks(council):
    said = plans("-C", council, "verify", "--recompute")
    assert said.exit_code == 0, said.output
    assert "5 editions (1 withdrawn), each as it was published, but for 5 texts taken down since" in said.output
    assert plans("-C", council, "check", "--today", LAST_DAY).exit_code == 0
    source = read_folder(council, today=date.fromisoformat(LAST_DAY)).source
    assert not has_errors(source.problems)


@pytest.mark.slow
def test_it_publishes_and_builds_over_its_site(council):
    before = files_of(council)
    for plan in HEADS:
        edited(council / "plans" / plan)
        said = plans("-C", council, "publish", plan, "--date", NEXT_DAY, "--today", NEXT_DAY, "--significant", "--yes",
                     "--note", "A rating is another.")  # fmt: skip
        assert said.exit_code == 0, said.output
    assert plans("-C", council, "verify").exit_code == 0
    today = date.fromisoformat(DAY_OF_BUILD)
    built = build_site(read_source(council, with_working=False, today=today), today, council / "site", jobs=1)
    assert built.plans == len(HEADS)
    after = files_of(council)
    for name, data in before.items():
        if f"/{EDITIONS}/" in name and name.startswith("plans/"):
            assert after[name] == data
        elif name.endswith("editions.lock"):
            assert after[name].startswith(data), "the lock goes on from where it was"
