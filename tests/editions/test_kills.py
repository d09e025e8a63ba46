"""A command that is killed, or meets a full disk, at any point: an edition and its line are both there, or neither.

On Linux a kill comes at every system call that writes, as strace lists them; anywhere, before each step in Python.
"""

import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from generator.authoring.folder import read_source
from generator.editions import (
    BusyError,
    UnfinishedError,
    finish_interrupted_write,
    needs_settling,
    only_writer,
    settled_shelf,
)
from generator.editions.store import NEW_LOCK
from generator.errors import PlanError, has_errors
from generator.site.build import build_site
from tests.conftest import small_plan
from tests.council_folder import files_of, write_council
from tests.shelves import LOCK, STEPS, TODAY, copier, fill, known_salt, publish_on, sound
from tests.tiers import loop

ROOT = Path(__file__).parent.parent.parent
FIRST = "the first publish"
ALL_STEPS = {**STEPS, FIRST: STEPS["publish"]}
NOW = date(2019, 12, 31)


@dataclass(frozen=True)
class Case:
    """A council's folder before a command, made anew by `copy`, and what the plan's folder holds before and after."""

    copy: Callable[[], Path]
    old: dict[str, bytes]
    new: dict[str, bytes]

    def plan(self) -> Path:
        """The plan's folder, as it is before the command."""
        return self.copy() / "plans" / "anytown"


@pytest.fixture(scope="module")
def cases(tmp_path_factory) -> dict[str, Case]:
    found = {}
    for name, step in ALL_STEPS.items():
        folder = tmp_path_factory.mktemp("case")
        before = write_council(folder / "before", day=None)
        with known_salt():
            if name != FIRST:
                fill(before / "plans" / "anytown")
            copy = copier(before, folder / "council")
            plan = copy() / "plans" / "anytown"
            old = files_of(plan)
            step(plan)
        found[name] = Case(copy, old, files_of(plan))
        assert found[name].old != found[name].new
    return found


def check(plan: Path) -> None:
    assert not has_errors(read_source(plan.parent.parent, today=NOW).problems)


def build(plan: Path) -> None:
    council = plan.parent.parent
    build_site(read_source(council, with_working=False), NOW, council / "site", jobs=1)


def verify(plan: Path) -> None:
    assert settled_shelf(plan)[1] == ()


def publish_again(plan: Path) -> None:
    publish_on(plan, TODAY)


NEXT = (check, verify, publish_again, build)


def next_command_settles(case: Case, plan: Path, turn: int) -> bool:
    """Whether the command that was stopped took effect. The next command settles that, and one more publish works."""
    following = NEXT[turn % len(NEXT)]
    following(plan)
    assert not needs_settling(plan)
    files = files_of(plan)
    if following is publish_again:
        files.pop(f"editions/{TODAY}.json")
        lines = files[LOCK].splitlines(keepends=True)[:-1]
        files = {**files, LOCK: b"".join(lines)} if lines else {name: files[name] for name in files if name != LOCK}
    else:
        publish_again(plan)
        sound(plan)
    assert files in (case.old, case.new)
    return files == case.new


# At every system call


WRITES = (
    *("write", "pwrite64", "writev", "pwritev", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir"),
    *("mkdir", "mkdirat", "fsync", "fdatasync", "ftruncate", "truncate", "link", "linkat", "symlink", "symlinkat"),
    *("chmod", "fchmod", "fchmodat", "copy_file_range", "sendfile"),
)
OPENS = ("open", "openat", "creat")
# A kill comes at each third of the calls that write, and at the last; in the end at each.
EVERY = loop(test=3, prove=1)
# A task a line: a step and a folder. The step runs in a copy of this process, which waits to be let go.
DRIVER = """
import ctypes, os, signal, sys
from pathlib import Path
from tests.shelves import STEPS, known_salt

ANY_PROCESS_MAY_TRACE = 0x59616D61, ctypes.c_ulong(-1)
for line in sys.stdin:
    name, _, folder = line.rstrip("\\n").partition(" ")
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).prctl(*ANY_PROCESS_MAY_TRACE, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        with known_salt():
            STEPS[name](Path(folder))
        os._exit(0)
    os.waitpid(child, os.WUNTRACED)
    print(child, flush=True)
    _, status = os.waitpid(child, 0)
    print("killed" if os.WIFSIGNALED(status) else f"whole {os.WEXITSTATUS(status)}", flush=True)
"""


def missing_tools() -> str:
    if sys.platform != "linux":
        return "kills processes as Linux does"
    return "" if shutil.which("strace") else "strace is missing: tests/setup.sh installs it"


@pytest.fixture(scope="module")
def driver(tmp_path_factory) -> Iterator[subprocess.Popen[str]]:
    if (missing := missing_tools()) and not os.environ.get("CI"):
        pytest.skip(missing)
    assert not missing
    script = tmp_path_factory.mktemp("driver") / "driver.py"
    script.write_text(DRIVER, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-B", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])},
    )
    yield process
    process.communicate()


def traced(driver: subprocess.Popen[str], step: str, folder: Path, log: Path, *options: str) -> str:
    """What became of a step that strace looked at: "killed", or "whole 0"."""
    assert driver.stdin
    assert driver.stdout
    print(step, folder, file=driver.stdin, flush=True)
    child = int(driver.stdout.readline())
    # Attached, it lets the child go on when it is told to.
    strace = subprocess.Popen(["strace", "-qq", "-p", str(child), "-o", log, *options])
    status = Path(f"/proc/{child}/status")
    while re.search(r"^TracerPid:\s+0$", status.read_text(), re.MULTILINE):
        assert strace.poll() is None, "strace could not look at the process"
        time.sleep(0.002)
    os.kill(child, 18)  # SIGCONT
    outcome = driver.stdout.readline().strip()
    strace.wait()
    return outcome


def writing_calls(log: str) -> list[tuple[str, int]]:
    """Each call that writes, and which of its name it is, counted from 1."""
    counts: dict[str, int] = {}
    found = []
    for name, arguments in re.findall(r"^(\w+)\((.*)$", log, re.MULTILINE):
        counts[name] = counts.get(name, 0) + 1
        if name in WRITES or (name in OPENS and re.search(r"O_(CREAT|WRONLY|RDWR|TRUNC)", arguments)):
            found.append((name, counts[name]))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_STEPS)
def test_kill_at_every_system_call_that_writes(name, cases, driver, tmp_path):
    case, log = cases[name], tmp_path / "log"
    step = "publish" if name == FIRST else name
    every = ",".join(f"?{call}" for call in (*WRITES, *OPENS))
    assert traced(driver, step, case.plan(), log, "-e", f"trace={every}") == "whole 0"
    calls = writing_calls(log.read_text("utf-8", "replace"))
    assert {"write", "fsync"} <= {call for call, _ in calls}
    assert any(call.startswith("rename") for call, _ in calls)
    took_effect = []
    for turn, (call, count) in enumerate(calls):
        if turn % EVERY and turn != len(calls) - 1:
            continue
        plan = case.plan()
        inject = f"inject={call}:signal=KILL:when={count}"
        assert traced(driver, step, plan, log, "-e", f"trace={call}", "-e", inject) == "killed", (call, count)
        took_effect.append(next_command_settles(case, plan, turn))
    # Before the commit point nothing has happened, and after it all has.
    assert took_effect == sorted(took_effect)
    assert {False, True} == set(took_effect)


# Before each step in Python


class Killed(BaseException):
    """Stands for a kill: nothing that follows changes the disk any more."""


class Faults:
    """Patches all that changes the disk: the calls are counted, and from one of them on they fail, once or for good."""

    def __init__(self, at: int, error: BaseException, *, once: bool) -> None:
        self.at, self.error, self.once, self.count = at, error, once, 0
        self.patches = [
            *(patch.object(os, name, self.failing(getattr(os, name))) for name in ("replace", "fsync")),
            *(patch.object(Path, name, self.failing(getattr(Path, name))) for name in ("mkdir", "unlink", "rmdir")),
            patch.object(Path, "open", self.failing(Path.open, opens=True)),
        ]

    def failing(self, real: Callable[..., Any], *, opens: bool = False) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if opens and "w" not in (*arguments, options.get("mode", "r"))[1]:
                return real(*arguments, **options)  # only reads
            self.count += 1
            if self.count == self.at or (self.count > self.at and not self.once):
                raise self.error
            return real(*arguments, **options)

        return call

    def __enter__(self) -> "Faults":
        for each in self.patches:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in self.patches:
            each.stop()


def run(name: str, plan: Path, at: int, error: BaseException, *, once: bool) -> tuple[bool, BaseException | None]:
    """Run a step with a fault. Whether there was one, and what the step raised."""
    with known_salt(), Faults(at, error, once=once) as faults:
        try:
            ALL_STEPS[name](plan)
        except (Killed, OSError, UnfinishedError) as raised:
            return True, raised
    return faults.count >= at, None


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_STEPS)
def test_kill_before_each_step(name, cases):
    case, took_effect = cases[name], []
    for at in range(1, 100):
        plan = case.plan()
        was_reached, raised = run(name, plan, at, Killed(), once=False)
        if not was_reached:
            break
        assert isinstance(raised, Killed)
        took_effect.append(next_command_settles(case, plan, at % 3))
    assert took_effect == sorted(took_effect)
    assert {False, True} == set(took_effect)


@pytest.mark.slow
@pytest.mark.parametrize("once", [True, False], ids=["at one call", "from one call on"])
@pytest.mark.parametrize("name", ALL_STEPS)
def test_disk_that_is_full_changes_nothing(name, cases, once):
    case, unfinished = cases[name], 0
    for at in range(1, 100):
        plan = case.plan()
        was_reached, raised = run(name, plan, at, OSError(28, "No space left on device"), once=once)
        if not was_reached:
            break
        with only_writer(plan):
            finish_interrupted_write(plan)
        if isinstance(raised, UnfinishedError):
            unfinished += 1
            assert files_of(plan) == case.new
        elif raised:
            assert files_of(plan) == case.old
            assert once is False or not (plan / NEW_LOCK).exists()
        sound(plan)
    assert at > 8
    assert unfinished


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_STEPS)
def test_disk_that_is_full_once_leaves_nothing_behind(name, cases):
    case = cases[name]
    for at in range(1, 100):
        plan = case.plan()
        was_reached, raised = run(name, plan, at, OSError(28, "No space left on device"), once=True)
        if not was_reached:
            break
        if isinstance(raised, OSError):
            assert files_of(plan) == case.old
            assert (plan / "editions").exists() is (name != FIRST)


# Two at once, and a folder that cannot be written


def test_of_two_at_once_one_wins_and_the_other_says_so(cases, monkeypatch):
    monkeypatch.setattr("generator.editions.store.PATIENCE", 0.0)
    plan = cases["publish"].plan()
    before = files_of(plan)
    with only_writer(plan):
        with pytest.raises(BusyError, match="another command is writing to these editions; try again once it is done"):
            publish_again(plan)
        assert files_of(plan) == before
    publish_again(plan)


def test_who_waits_a_moment_writes_after_the_other(cases):
    plan = cases["publish"].plan()
    with ThreadPoolExecutor(1) as other:
        with only_writer(plan):
            waiting = other.submit(publish_again, plan)
            time.sleep(0.2)
            assert not waiting.done()
        waiting.result(timeout=60)
    assert len(sound(plan).entries) == 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="has no fork")
@pytest.mark.parametrize("is_correction", [False, True], ids=["new", "correction"])
def test_of_several_processes_at_once_one_publishes(cases, is_correction):
    plan, processes = cases["publish"].plan(), 4
    if is_correction:
        publish_on(plan, TODAY)
    before = len(sound(plan).entries)
    text, said_of_it = small_plan(title="Anytown plan again"), {"note": "It is new.", "is_correction": is_correction}
    context = multiprocessing.get_context("fork")
    start, said = context.Barrier(processes), context.Queue()

    def race() -> None:
        start.wait()
        try:
            publish_on(plan, TODAY, text, **said_of_it)
        except BusyError:
            said.put("busy")
        except PlanError as error:
            said.put(error.problems[0].kind.code)
        else:
            said.put("published")

    racers = [context.Process(target=race) for _ in range(processes)]
    for racer in racers:
        racer.start()
    outcomes = [said.get(timeout=60) for _ in racers]
    for racer in racers:
        racer.join()
    assert sorted(outcomes) == [*["publish-same"] * (processes - 1), "published"]
    assert len(sound(plan).entries) == before + 1


def test_reading_while_another_command_writes_says_so_and_changes_nothing(cases, monkeypatch):
    monkeypatch.setattr("generator.editions.store.PATIENCE", 0.0)
    plan = cases["publish"].plan()
    (plan / NEW_LOCK).write_bytes(b"half a lock")
    with only_writer(plan):
        _, (problem,) = settled_shelf(plan)
    assert str(problem) == (
        f"{plan}: another command is writing to these editions; try again once it is done (editions-busy)"
    )
    assert (plan / NEW_LOCK).exists()
    verify(plan)
    assert not (plan / NEW_LOCK).exists()


def test_what_looks_wrong_is_read_again_once_no_other_command_writes(cases, monkeypatch):
    """A reader may come between the lock and its file."""
    monkeypatch.setattr("generator.editions.store.PATIENCE", 0.0)
    plan = cases["publish"].plan()
    (plan / "editions" / "2019-10-10.json").write_bytes(b"{}\n")
    with only_writer(plan):
        assert [problem.kind.code for problem in settled_shelf(plan)[1]] == ["editions-busy"]
    assert [problem.kind.code for problem in settled_shelf(plan)[1]] == ["edition-unlisted"]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="has no such permissions")
def test_folder_that_cannot_be_written_is_read_and_says_so(cases):
    plan = cases["publish"].plan()
    places = [plan, plan / "editions"]
    above = [path for path in plan.parents if not path.stat().st_mode & 0o001]
    modes = {path: path.stat().st_mode for path in (*places, *above)}
    before, was_root = files_of(plan), os.geteuid() == 0
    try:
        for path in above:
            path.chmod(path.stat().st_mode | 0o055)
        for path in places:
            path.chmod(0o555)
        if was_root:
            os.seteuid(65534)
        verify(plan)
        with pytest.raises(PermissionError):
            publish_again(plan)
        verify(plan)
    finally:
        if was_root:
            os.seteuid(0)
        for path, mode in modes.items():
            path.chmod(mode)
    assert files_of(plan) == before


# What is settled, and what is not


def test_a_broken_lock_is_left_alone(cases):
    """What its lines would say can no longer be told, so nothing may be removed."""
    plan = cases["publish"].plan()
    data = (plan / LOCK).read_bytes()
    (plan / LOCK).write_bytes(data[:-1])
    (plan / "editions" / f".pending-{'0' * 64}.json").write_bytes(b"x")
    before = files_of(plan)
    assert [problem.kind.code for problem in settled_shelf(plan)[1]] == ["lock-line"]
    with pytest.raises(PlanError):
        publish_again(plan)
    assert files_of(plan) == before


def test_a_changed_file_is_not_put_right(cases):
    plan = cases["publish"].plan()
    path = plan / "editions" / "2019-03-29.json"
    path.write_bytes(b"x")
    assert [problem.kind.code for problem in settled_shelf(plan)[1]] == ["edition-changed"]
    with pytest.raises(PlanError, match="edition-changed"):
        publish_again(plan)
    assert path.read_bytes() == b"x"


def test_a_pending_file_that_is_not_whole_takes_no_place(cases):
    plan = cases["publish"].plan()
    before = files_of(plan)
    sha256 = sound(plan).entries[-1].sha256
    (plan / "editions" / f".pending-{sha256}.json").write_bytes(b"torn")
    verify(plan)
    assert files_of(plan) == before
