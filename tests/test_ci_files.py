"""The CI files of a new folder do what they say, step by step, beside a server that plays the live site."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.authoring.scaffold import make_folder
from generator.site.serve import SiteServer, open_server
from tests.council_folder import publish_next

ROOT = Path(__file__).parent.parent
PLAN = "plans/kinbrae-example"
GITHUB, GITLAB = ".github/workflows/plans.yml", ".gitlab-ci.yml"
# Once the pages change on 1 January 2027.
NEW_YEAR_EVE, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)

pytestmark = [pytest.mark.prove, pytest.mark.skipif(sys.platform == "win32", reason="CI runs a shell of Unix")]


@pytest.fixture
def live() -> Iterator[SiteServer]:
    """The server of the live site. It shows nothing yet."""
    server = open_server()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def folder(tmp_path, live) -> Path:
    """A new council's folder that names the live site, and the program in a place of its own."""
    make_folder(tmp_path / "council")
    settings = tmp_path / "council" / "mkdocs.yml"
    settings.write_text(f"site_url: {live.address}\n{settings.read_text('utf-8')}", "utf-8")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "plans"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path / "council"


def github_steps(folder: Path, event: str, inputs: dict[str, Any]) -> tuple[list[str], str]:
    """The commands of the job for an event, less those that install, and the folder that is put up."""
    workflow = yaml.safe_load((folder / GITHUB).read_text("utf-8"))
    names = {"github.event_name": event, "inputs.first": bool(inputs.get("first"))}

    def is_run(condition: str) -> bool:
        for name, value in names.items():
            condition = condition.replace(name, repr(value))
        condition = condition.replace("&&", " and ").replace("||", " or ")
        return bool(eval(re.sub(r"!(?!=)", " not ", condition), {"__builtins__": {}}))

    steps = [step for step in workflow["jobs"]["check"]["steps"] if is_run(step.get("if", "True"))]
    (upload,) = [step["with"]["path"] for step in steps if "upload" in step.get("uses", "")] or [""]
    return [step["run"] for step in steps if "run" in step and "pip" not in step["run"]], upload


def gitlab_steps(folder: Path, event: str, inputs: dict[str, Any]) -> tuple[list[str], str]:
    """The same for GitLab."""
    jobs = yaml.safe_load((folder / GITLAB).read_text("utf-8"))
    job = jobs[{"push": "check", "schedule": "every-day", "workflow_dispatch": "pages"}[event]]
    return ["\n".join(job["script"])], job.get("artifacts", {}).get("paths", [""])[0]


Steps = Callable[[Path, str, dict[str, Any]], tuple[list[str], str]]


def run(folder: Path, steps: Steps, event: str, today: date, **inputs: Any) -> tuple[bool, str]:
    """Whether all steps of the job for `event` end well, in a fresh copy of the folder, and what they said.

    What is to be put up lies beside the folder then, in "up".
    """
    work = folder.parent / "checkout"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder, work)
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    environment = {
        **os.environ,
        "PATH": f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "TODAY": inputs.get("today", ""),
        "FIRST": "yes" if inputs.get("first") else "",
        "no_proxy": "127.0.0.1",
    }
    commands, place = steps(work, event, inputs)
    said = ""
    for command in commands:
        # As both run a step: it ends with the first command that fails.
        result = subprocess.run(
            ["bash", "-e", "-c", command], cwd=work, env=environment, capture_output=True, text=True, check=False
        )
        said += result.stdout + result.stderr
        if result.returncode:
            return False, said
    if place:
        shutil.rmtree(folder.parent / "up", ignore_errors=True)
        shutil.copytree(work / place, folder.parent / "up")
    return True, said


@pytest.mark.parametrize("steps", [github_steps, gitlab_steps], ids=["github", "gitlab"])
def test_the_ci_files_publish_look_every_day_and_lose_nothing(folder, live, steps):
    def job(event: str, today: date, **inputs: Any) -> tuple[bool, str]:
        return run(folder, steps, event, today, **inputs)

    assert job("push", NEW_YEAR_EVE)[0]
    is_well, said = job("workflow_dispatch", NEW_YEAR_EVE)
    assert (is_well, "cannot be fetched" in said or "answers 503" in said) == (False, True), "there is no live site yet"
    assert job("workflow_dispatch", NEW_YEAR_EVE, first=True)[0]
    live.site = (folder.parent / "up").rename(folder.parent / "live-1")
    is_well, said = job("schedule", NEW_YEAR_EVE)
    assert is_well, said
    assert said.count("right: ") == 2
    # A date passes: somebody is told, and publishes.
    is_well, said = job("schedule", NEW_YEAR)
    assert not is_well
    assert "wrong: kinbrae-example: time has changed what its pages should say since 31 December 2026" in said
    assert job("workflow_dispatch", NEW_YEAR)[0]
    live.site = (folder.parent / "up").rename(folder.parent / "live-2")
    assert job("schedule", NEW_YEAR)[0]
    # An edition is published, put up, and then cut off here: no site without it is put up.
    whole = shutil.copytree(folder / PLAN, folder.parent / "whole")
    publish_next(folder / PLAN, NEW_YEAR)
    is_well, said = job("schedule", NEW_YEAR)
    assert "wrong: kinbrae-example: what was published or taken down on 1 January 2027 is not there yet" in said
    assert job("workflow_dispatch", NEW_YEAR)[0]
    live.site = (folder.parent / "up").rename(folder.parent / "live-3")
    shutil.rmtree(folder / PLAN)
    whole.rename(folder / PLAN)
    for event in ("workflow_dispatch", "schedule"):
        is_well, said = job(event, NEW_YEAR)
        assert not is_well
        assert "(lock-rewritten)" in said
    # A clock that is wrong by years stops too.
    is_well, said = job("workflow_dispatch", date(2099, 1, 1))
    assert not is_well
    assert "plans build --today 2099-01-01" in said
