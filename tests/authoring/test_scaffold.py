"""A new folder works at once: it checks without a problem, says what to replace, and holds no name of our own."""

import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.authoring.folder import read_folder, read_source
from generator.authoring.scaffold import FILES, ScaffoldError, checked_name, make_folder, scaffold_files
from generator.cli import PRIVATE_FILES, main
from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan
from generator.plan.schema import schema_text
from generator.site.build import site_units
from generator.timescale import read

ROOT = Path(__file__).parents[2]
EXPECTED = {
    ".gitattributes",
    ".github/workflows/plans.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    "README.md",
    "content/about.md",
    "content/accessibility.md",
    "content/ask-for-another-format.md",
    "content/how-to-read-a-plan.md",
    "content/privacy.md",
    "mkdocs.yml",
    "plans/kinbrae-example/editions.lock",
    "plans/kinbrae-example/editions/2026-01-31.json",
    "plans/kinbrae-example/plan.yaml",
    "plans/plan.schema.json",
    "requirements.txt",
    "wheels/README.md",
}


@pytest.fixture
def folder(tmp_path):
    make_folder(tmp_path / "new")
    return tmp_path / "new"


def plan_of(folder: Path) -> PublicPlan:
    (file,) = read_source(folder).plans
    assert file.plan
    return file.plan


def test_a_new_folder_holds_these_files_and_no_more(folder):
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == EXPECTED


def test_a_new_folder_has_no_problem(folder):
    assert read_folder(folder).source.problems == ()


@pytest.mark.parametrize("today", [date(2026, 11, 21), date(2027, 1, 31), date(2099, 1, 1)])
def test_a_new_folder_has_no_problem_on_any_day(folder, today):
    assert read_folder(folder, today=today).source.problems == ()


@pytest.mark.parametrize(
    "name", ["Argyll & Bute Council", "Comhairle nan Eilean Siar", "St. Mary’s (No. 1): a 'test'", 'a "b"']
)
def test_any_name_of_a_council_stands_as_it_is(tmp_path, name):
    make_folder(tmp_path / "x", name)
    source = read_source(tmp_path / "x")
    assert source.problems == ()
    assert source.settings
    assert source.settings.extra.publisher == name
    assert source.settings.site_name == f"{name}: improvement plans"


@pytest.mark.parametrize("name", ["", " ", "a\nb", "<b>", "a_b_c", "[x](y)", "x" * 101, "&copy; x", "a\u202eb", "# x"])
def test_a_name_that_a_page_would_not_show_as_typed_is_refused(tmp_path, name):
    with pytest.raises(ScaffoldError):
        checked_name(name)
    with pytest.raises(ScaffoldError):
        make_folder(tmp_path / "x", name)
    assert not (tmp_path / "x").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    for place in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(ScaffoldError, match="is not empty"):
            make_folder(place)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path):
    assert set(make_folder(tmp_path)) == EXPECTED


def test_every_file_is_utf_8_with_line_feeds_and_no_mark_left():
    for path, data in scaffold_files().items():
        text = data.decode("utf-8")
        assert "\r" not in text, path
        assert text.endswith("\n"), path
        assert not text.startswith("\ufeff"), path
        assert not re.search(r"@[A-Z ]+@", text), path


def test_the_plan_shows_what_a_plan_can_hold(folder):
    plan = plan_of(folder)
    actions = [action for outcome in plan.outcomes for action in outcome.actions]
    subs = [sub for action in actions for sub in action.sub_actions]
    assert (len(plan.outcomes), len(actions)) == (2, 4)
    assert len(subs) >= 4
    assert plan.example
    assert plan.example.kind == "Invented example"
    assert {action.status for action in actions} >= {"amber", "green", Missing(missing="not-yet-rated")}
    assert any(measure.observations for action in actions for measure in action.measures)
    assert any(action.notes for action in actions)
    parts = {part.kind for action in actions + subs for time in action.timescales for part in read(time.words).parts}
    assert parts >= {"day", "month", "year", "recurring"}


def test_no_example_carries_a_real_number_or_address(folder):
    for path in EXPECTED - {"requirements.txt", "plans/plan.schema.json"}:
        text = (folder / path).read_text("utf-8")
        assert set(re.findall(r"\b0\d{2,4} \d{3} \d{3,4}\b", text)) <= {"01632 960 100", "01632 960 101"}, path
        assert set(re.findall(r"[\w.]+@[\w.-]+\.\w+", text)) <= {"plans@example.org"}, path


def test_the_schema_beside_the_plan_is_the_model_s_own(folder):
    assert (folder / "plans" / "plan.schema.json").read_text("utf-8") == schema_text()
    first = (folder / "plans" / "kinbrae-example" / "plan.yaml").read_text("utf-8").splitlines()[0]
    place = first.removeprefix("# yaml-language-server: $schema=")
    assert (folder / "plans" / "kinbrae-example" / place).resolve() == folder / "plans" / "plan.schema.json"


def test_packages_are_pinned_as_this_program_pins_them(folder):
    lock, ours = (folder / "requirements.txt").read_text("utf-8"), (ROOT / "requirements.txt").read_text("utf-8")
    assert [line for line in lock.splitlines() if not line.startswith("#")] == [
        line for line in ours.splitlines() if not line.startswith("#")
    ]
    assert "improvement-plan-publisher==" not in lock


def test_the_program_comes_from_its_wheel_alone(folder):
    """No other place could hand out a program of the same name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["name"]
    for path in ("README.md", ".github/workflows/plans.yml", ".gitlab-ci.yml"):
        lines = [line for line in (folder / path).read_text("utf-8").splitlines() if f"{project}==" in line]
        assert lines, path
        for line in lines:
            assert f"--no-index --no-deps --find-links wheels {project}=={__version__}" in line


def test_continuous_integration_checks_every_change_looks_every_day_and_publishes_by_hand(folder):
    github = yaml.safe_load((folder / ".github" / "workflows" / "plans.yml").read_text("utf-8"))
    # YAML 1.1 reads the key "on" as true.
    assert set(github[True]) == {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert {"plans check --strict --format github"} < {step.get("run") for step in github["jobs"]["check"]["steps"]}
    assert github["jobs"]["publish"]["if"] == "github.event_name == 'workflow_dispatch'"
    gitlab = yaml.safe_load((folder / ".gitlab-ci.yml").read_text("utf-8"))
    assert "plans check --strict" in gitlab["check"]["script"]
    never, by_hand = gitlab["pages"]["rules"]
    assert (never["if"], never["when"]) == ('$CI_PIPELINE_SOURCE == "schedule"', "never")
    assert by_hand["when"] == "manual"
    assert by_hand["allow_failure"] is True, "or every pipeline waits for somebody to press play"


@pytest.mark.parametrize("path", [".github/workflows/plans.yml", ".gitlab-ci.yml"])
def test_commands_of_continuous_integration_are_such_as_the_program_takes(folder, path):
    """tests/test_ci_files.py runs them."""
    text = re.sub(r"^ *#.*$|\$\{TODAY:.+\}", "", (folder / path).read_text("utf-8"), flags=re.MULTILINE)
    commands = re.findall(r"\bplans ([a-z][a-z-]*)([^\n;&]*)", text)
    assert {name for name, _ in commands} == {"build", "check", "health"}
    assert [more.split() for name, more in commands if name == "build" and "--before" in more]
    for name, more in commands:
        command = main.commands[name]
        command.make_context(name, [word for word in more.split() if word != "$BEFORE"], resilient_parsing=False)


def test_what_is_private_and_what_is_built_stay_out_of_git(folder):
    lines = (folder / ".gitignore").read_text("utf-8").splitlines()
    assert {PRIVATE_FILES, "/site/", "/.plans-*/", "/.venv/"} <= set(lines)


@pytest.mark.parametrize("own", [ROOT / ".gitignore", FILES / "dot-gitignore"], ids=["ours", "a council's"])
def test_git_leaves_out_every_copy_of_a_private_file_and_what_killed_builds_left(tmp_path, own):
    names = [
        *("private.yaml", "private.yaml~", ".private.yaml.swp", "private.yaml.bak", "#private.yaml#"),
        *(".#private.yaml", ".private.yaml.k3x9_a2b", "private.yaml.orig", "old-private.yaml"),
    ]
    places = [*(f"plans/anytown/{name}" for name in names), ".plans-build-x1/made-by-plans-build", ".plans-old-site/a"]
    git = ["git", "-c", "core.excludesFile=", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    (tmp_path / ".gitignore").write_bytes(own.read_bytes())
    asked = "\n".join([*places, "plans/anytown/plan.yaml"])
    result = subprocess.run(
        [*git, "check-ignore", "--no-index", "--stdin"], input=asked, text=True, capture_output=True, check=True
    )
    assert result.stdout.splitlines() == places


def test_every_hand_written_page_says_what_to_replace(folder):
    pages = {path.name for path in (folder / "content").glob("*.md") if "Replace this" in path.read_text("utf-8")}
    assert pages == {"about.md", "accessibility.md", "ask-for-another-format.md", "privacy.md"}


def test_the_privacy_page_tells_of_the_search_what_our_own_page_tells(folder):
    ours, theirs = (path.read_text("utf-8") for path in (ROOT / "content/privacy.md", folder / "content/privacy.md"))
    told = re.compile(r"^- \*\*A search .*$", re.MULTILINE)
    assert "log" in told.findall(theirs)[0]
    assert told.findall(theirs) == told.findall(ours)
    assert "no forms" not in ours + theirs  # each page has the form of the search


def test_the_readme_names_commands_and_files_that_exist(folder):
    from generator.cli import main

    readme = (folder / "README.md").read_text("utf-8")
    commands = set(re.findall(r"plans (check|build|serve|new|schema|ids|private|next-change|health)\b", readme))
    assert commands <= set(main.commands)
    assert {"check", "build", "serve", "ids", "private"} <= commands
    for name in re.findall(r"`((?:content|plans|wheels|\.github)/[\w./-]*|[\w-]+\.(?:yml|txt))`", readme):
        assert (folder / name).exists(), name


def test_no_stored_file_is_hidden_or_a_package():
    names = {part for path in FILES.rglob("*") for part in path.relative_to(FILES).parts}
    assert not [name for name in names if name.startswith(".") or name.endswith(".py")]


def test_guide_to_reading_is_the_one_of_the_examples():
    """One text, kept twice because a council changes its own."""
    ours = (ROOT / "content" / "how-to-read-a-plan.md").read_bytes()
    assert scaffold_files()["content/how-to-read-a-plan.md"] == ours


def test_every_page_of_a_new_folder_can_be_staged(folder):
    assert sum(len(unit.stage()) for unit in site_units(read_source(folder), date(2027, 2, 1))) > 15
