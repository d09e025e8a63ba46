"""Tests bite: each fault of mutants.toml, put into a copy of the program, makes the test that it names fail."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from random import Random

import pytest

from tests.tiers import loop

ROOT = Path(__file__).parent.parent
MUTANTS = tomllib.loads((ROOT / "tests" / "mutants.toml").read_text("utf-8"))["mutant"]
COPIED = (".ci", "generator", "theme", "tests", "plans", "content", "docs")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules", "shots", ".hypothesis")
# What pytest ends with.
PASSED, FAILED = 0, 1
# The same few at every run, so that it is seen that tests bite; in the end all.
PUT_IN = loop(test=Random(1).sample(MUTANTS, 3), prove=MUTANTS)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project."""
    copy = tmp_path_factory.mktemp("mutants") / "project"
    for name in COPIED:
        shutil.copytree(ROOT / name, copy / name, ignore=LEFT_OUT)
    for path in ROOT.glob("*.*"):
        if path.is_file():
            shutil.copy(path, copy)
    return copy


def run(project: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """Runs tests of the copy, with the copy's own program."""
    return subprocess.run(
        [
            *(sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *("--basetemp", str(project.parent / "temporary"), *tests),
        ],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant["what"])
def test_fault_still_has_its_place(mutant):
    assert (ROOT / mutant["file"]).read_text("utf-8").count(mutant["old"]) == 1
    assert mutant["old"] != mutant["new"]
    assert (ROOT / mutant["test"].partition("::")[0]).exists()


@pytest.mark.prove
def test_named_tests_pass_without_a_fault(project):
    done = run(project, *sorted({mutant["test"] for mutant in PUT_IN}))
    assert done.returncode == PASSED, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("mutant", PUT_IN, ids=lambda mutant: mutant["what"])
def test_fault_makes_its_test_fail(mutant, project):
    path = project / mutant["file"]
    whole = path.read_text("utf-8")
    path.write_text(whole.replace(mutant["old"], mutant["new"]), "utf-8")
    try:
        done = run(project, mutant["test"])
    finally:
        path.write_text(whole, "utf-8")
    assert done.returncode == FAILED, done.stdout
    # Not because the program no longer starts.
    assert "failed" in done.stdout.splitlines()[-1]
