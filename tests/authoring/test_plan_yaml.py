"""The plan.yaml of an edition: it reads back as the same plan, and checks clean."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.plan_yaml import plan_yaml
from generator.checks import check_plan
from generator.editions import read_shelf
from generator.errors import Severity
from generator.plan.model import PublicPlan
from generator.plan.reader import plan_folders, read_plan
from generator.plan.validators import read_as
from generator.plan.yaml_tree import plain_data, read_tree
from tests.command import plans
from tests.conftest import ROOT, small_plan
from tests.council_folder import write_council
from tests.editions.test_takedown import text_of
from tests.filled_plan import filled
from tests.shelves import DAYS, TODAY, note, publish_on

FOLDERS = [*plan_folders(ROOT / "plans"), *plan_folders(ROOT / "tests/editions/schema-1")]
EDITIONS = [(folder, edition) for folder in FOLDERS for edition in read_shelf(folder)[0].editions]


def read_back(plan: PublicPlan) -> PublicPlan:
    tree = read_tree(plan_yaml(plan), "plan.yaml")
    assert [str(problem) for problem in tree.problems] == []
    assert tree.root is not None
    return read_as(PublicPlan, plain_data(tree.root))


@pytest.mark.parametrize(("folder", "edition"), EDITIONS, ids=lambda it: getattr(it, "name", ""))
def test_every_edition_reads_back_and_checks_clean(folder, edition, source, tmp_path):
    assert read_back(edition.plan) == edition.plan
    place = tmp_path / edition.plan.id
    place.mkdir()
    (place / "plan.yaml").write_bytes(plan_yaml(edition.plan))
    by_id = {file.folder.name: file.plan for file in source.plans}
    found = check_plan(read_plan(place), by_id, date(2026, 11, 21))
    before = check_plan(read_plan(folder), by_id, date(2026, 11, 21)) if (folder / "plan.yaml").exists() else ()
    known = {(problem.kind.code, problem.subject) for problem in before}
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []
    assert [str(problem) for problem in found if (problem.kind.code, problem.subject) not in known] == []
    assert read_plan(place).plan == edition.plan


def test_there_are_editions_to_try():
    assert len(EDITIONS) > 6


@pytest.mark.parametrize("is_missing", [False, True], ids=["filled", "missing"])
def test_a_plan_in_which_everything_is_filled_reads_back(is_missing):
    plan = filled(text_of, missing=is_missing)
    assert read_back(plan) == plan


HARD = (
    *("no", "NULL", "~", "1.10", "2019-03-01", "- a", "a: b", "a #b", "# a", "'a'", '"a"', "[a]", "{a}", "*a", "&a"),
    *("!a", "%a", "@a", "`a`", "|", ">", "a\\nb", "a\\", "é", "\u2019s", "= 1", "? a", "a:", "😀", "a  b", "..."),
)


@pytest.mark.parametrize("words", HARD)
def test_a_text_that_means_something_in_yaml_reads_back(words):
    plan = small_plan(title=words, notes=[note(words)], points=[words, "b"])
    assert read_back(plan) == plan


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co")), min_size=1))
def test_any_text_reads_back(text):
    if text.strip():
        plan = small_plan(title=text.strip())
        assert read_back(plan) == plan


@given(st.lists(st.sampled_from(["a", " a", "a ", "", "- b", "# c", "\u00a0d", "'", ":"]), min_size=1))
def test_texts_of_several_lines_read_back(lines):
    text = "\n".join(["x", *lines, "y"])
    plan = small_plan(text=text, notes=[note(text)])
    assert read_back(plan) == plan


# As an officer types it


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(write_council(tmp_path, day=None))
    for day, title in zip(DAYS, ("First", "Second", "Third"), strict=True):
        publish_on(Path("plans/anytown"), day, small_plan(title=title))
    return Path("plans/anytown")


def test_the_newest_edition_is_printed_or_the_one_that_is_named(folder):
    assert "title: Third\n" in plans("yaml", "anytown").stdout
    assert "title: First\n" in plans("yaml", "anytown", "--edition", DAYS[0]).stdout
    wrong = plans("yaml", "anytown", "--edition", "2018-01-01")
    assert (wrong.exit_code, "these can: 2019-03-29, 2019-06-28, 2019-09-27" in wrong.stderr) == (2, True)


def test_a_lost_plan_file_comes_back_and_what_is_there_is_not_overwritten(folder):
    file = folder / "plan.yaml"
    assert plans("yaml", "anytown", "--out", file).exit_code == 2
    file.unlink()
    assert plans("yaml", "anytown", "--out", file).exit_code == 0
    assert plans("check", "--today", TODAY).exit_code == 0
    assert read_plan(folder).plan == replace(small_plan(title="Third"), as_at=DAYS[2])


def test_the_folder_gives_the_id_where_the_plan_was_renamed(folder):
    folder.rename(folder.with_name("othertown"))
    assert "\nid: othertown\n" in plans("yaml", "othertown").stdout


def test_who_lost_the_plan_file_is_told_how_to_get_it_back_and_not_to_move_the_editions(folder):
    (folder / "plan.yaml").unlink()
    (line,) = [line for line in plans("check").stdout.splitlines() if "(file-missing)" in line]
    assert "or write that of the newest edition: plans yaml anytown --out plans/anytown/plan.yaml" in line
    assert "take its folder out" not in line
