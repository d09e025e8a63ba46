"""tests/setup.sh installs what is missing, starts no server, and says what it cannot install."""

import shutil
import subprocess
from pathlib import Path

import pytest

SETUP = Path(__file__).parent / "setup.sh"
THERE = ("chromium", "node", "npm", "strace", "java", "nginx")
TOOLS = ("chmod", "rm")


def run(folder: Path, *names: str, user: int = 0, apt: str | None = "exit 0") -> tuple[int, str, str]:
    """The script's status, what it asked apt for, and what it said where the programs `names` are there."""
    programs = dict.fromkeys(names, "exit 0") | {"id": f"echo {user}", "grep": "exit 1"}
    if apt is not None:
        programs["apt-get"] = f'echo "$*" >>{folder}/asked; {apt}'
    programs["systemctl"] = f'echo "systemctl $*" >>{folder}/asked'
    (folder / "bin").mkdir()
    (folder / "sbin").mkdir(exist_ok=True)
    for name, does in programs.items():
        (folder / "bin" / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (folder / "bin" / name).chmod(0o755)
    for name in TOOLS:
        (folder / "bin" / name).symlink_to(shutil.which(name) or name)
    shell = shutil.which("sh")
    assert shell
    environment = {"PATH": str(folder / "bin"), "SERVERS": str(folder / "sbin")}
    done = subprocess.run([shell, str(SETUP)], env=environment, capture_output=True, text=True, check=False)
    asked = folder / "asked"
    return done.returncode, asked.read_text("utf-8") if asked.exists() else "", done.stdout + done.stderr


@pytest.mark.parametrize("user", [0, 1000])
def test_nothing_is_asked_for_where_all_is_there(tmp_path, user):
    assert run(tmp_path, *THERE, user=user) == (0, "", "")


@pytest.mark.parametrize("status", [0, 100])
def test_nginx_is_installed_and_neither_started_nor_enabled(tmp_path, status):
    """apt asks policy-rc.d whether it may start what it has installed: 101 says no."""
    policy = tmp_path / "sbin" / "policy-rc.d"
    found, asked, _ = run(
        tmp_path, *THERE[:-1], apt=f'"{policy}" || echo "may start: $?" >>{tmp_path}/asked; exit {status}'
    )
    assert (found == 0) is (status == 0)
    assert not policy.exists()
    assert set(asked.splitlines()) >= {"update -qq", "may start: 101"}
    if status == 0:
        install = "install -y -qq --no-install-recommends nginx-light"
        assert asked.splitlines()[2:] == [install, "may start: 101", "systemctl --quiet disable nginx"]


def test_policy_that_is_there_already_is_kept(tmp_path):
    policy = tmp_path / "sbin" / "policy-rc.d"
    apt = f"[ -e {policy} ] || exit 1"
    (tmp_path / "sbin").mkdir()
    policy.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    assert run(tmp_path, *THERE[:-1], apt=apt)[0] == 0
    assert policy.read_text("utf-8") == "#!/bin/sh\nexit 0\n"


@pytest.mark.parametrize("how", [{"apt": None}, {"user": 1000}, {"apt": "exit 100"}])
def test_what_the_tests_cannot_do_without_is_a_failure(tmp_path, how):
    assert run(tmp_path, "chromium", "node", "npm", **how)[0] != 0


def test_what_is_missing_is_installed(tmp_path):
    status, asked, _ = run(tmp_path)
    assert status == 0
    packages = "chromium fonts-dejavu-core nodejs npm strace default-jre-headless nginx-light"
    assert asked.splitlines()[1] == f"install -y -qq --no-install-recommends {packages}"
