"""tests/setup.sh installs what is missing, and needs neither apt nor nginx where the rest is there."""

import shutil
import subprocess
from pathlib import Path

import pytest

SETUP = Path(__file__).parent / "setup.sh"
THERE = ("chromium", "node", "npm", "strace", "java")


def run(folder: Path, *names: str, user: int = 0, apt: str | None = "exit 0", ci: bool = True) -> tuple[int, str, str]:
    """The script's status, what it asked apt for, and what it said where the programs `names` are there."""
    programs = dict.fromkeys(names, "exit 0") | {"id": f"echo {user}", "grep": "exit 1"}
    if apt is not None:
        programs["apt-get"] = f'echo "$*" >>{folder}/asked; {apt}'
    (folder / "bin").mkdir()
    for name, does in programs.items():
        (folder / "bin" / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (folder / "bin" / name).chmod(0o755)
    shell = shutil.which("sh")
    assert shell
    environment = {"PATH": str(folder / "bin"), **({"CI": "true"} if ci else {})}
    done = subprocess.run([shell, str(SETUP)], env=environment, capture_output=True, text=True, check=False)
    asked = folder / "asked"
    return done.returncode, asked.read_text("utf-8") if asked.exists() else "", done.stdout + done.stderr


def test_ci_gets_nginx(tmp_path):
    status, asked, _ = run(tmp_path, *THERE)
    assert status == 0
    assert asked.splitlines() == ["update -qq", "install -y -qq --no-install-recommends nginx-light"]


def test_nobody_else_gets_a_web_server(tmp_path):
    assert run(tmp_path, *THERE, ci=False) == (0, "", "")


def test_nothing_is_asked_for_where_all_is_there(tmp_path):
    assert run(tmp_path, *THERE, "nginx") == (0, "", "")


@pytest.mark.parametrize("how", [{"apt": None}, {"user": 1000}])
def test_nginx_can_be_done_without_where_nothing_can_be_installed(tmp_path, how):
    assert run(tmp_path, *THERE, **how) == (0, "", "")


def test_nginx_that_cannot_be_had_is_told_and_stops_nothing(tmp_path):
    status, _, said = run(tmp_path, *THERE, apt="exit 100")
    assert status == 0
    assert "nginx-light could not be installed" in said


@pytest.mark.parametrize("how", [{"apt": None}, {"user": 1000}, {"apt": "exit 100"}])
def test_what_the_tests_cannot_do_without_is_a_failure(tmp_path, how):
    assert run(tmp_path, "chromium", "node", "npm", **how)[0] != 0


def test_what_is_missing_is_installed(tmp_path):
    status, asked, _ = run(tmp_path, "nginx")
    assert status == 0
    packages = "chromium fonts-dejavu-core nodejs npm strace default-jre-headless"
    assert asked.splitlines()[1] == f"install -y -qq --no-install-recommends {packages}"
