"""Prints, after a run, what it cost: the forty dearest tests, and the processor's seconds of each file.

Processor seconds, not the clock's: they stay the same on a busy machine. The processes that a test starts are counted
with it, a browser that stays open too.
"""

import os
import time
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

DEAREST = 40
TICK = os.sysconf("SC_CLK_TCK")
SPENT = pytest.StashKey[float]()
COLLECTED: list[float] = []


def started_by(process: int) -> list[int]:
    """The processes that `process` started and that still run."""
    try:
        threads = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return []


def seconds_of(process: int) -> float:
    """The processor's seconds of one that still runs, with those of all that it started."""
    try:
        ticks = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15]
    except OSError:
        return 0.0
    return sum(map(int, ticks)) / TICK + sum(map(seconds_of, started_by(process)))


def seconds() -> float:
    """The processor's seconds of this process so far, with those of all that it started."""
    times = os.times()
    ended = times.children_user + times.children_system
    return time.process_time() + ended + sum(map(seconds_of, started_by(os.getpid())))


def pytest_collection_finish(session: pytest.Session) -> None:
    session.config.stash[SPENT] = seconds()
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["collecting"] = seconds()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker of pytest-xdist has ended: keep what it spent before its first test."""
    COLLECTED.append(getattr(node, "workeroutput", {}).get("collecting", 0.0))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Each phase's report carries what was spent since the one before; pytest-xdist sends it along."""
    report = yield
    now = seconds()
    # What a process spent that ended unwaited for is lost, and the sum may fall.
    report.cost = max(0.0, now - item.config.stash[SPENT])
    item.config.stash[SPENT] = now
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Once, in the process that gathers the others' results."""
    tests: Counter[str] = Counter()
    files: Counter[str] = Counter()
    phases: Counter[tuple[str, str]] = Counter()
    waited: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for report in (report for reports in terminalreporter.stats.values() for report in reports):
        if not hasattr(report, "cost"):
            continue
        file = report.nodeid.partition("::")[0]
        tests[report.nodeid] += report.cost
        files[file] += report.cost
        phases[file, report.when] += report.cost
        waited[file] += report.duration
        numbers[file] += report.when == "call"
    write = terminalreporter.write_line
    terminalreporter.section(f"the {DEAREST} dearest tests, in seconds of the processor")
    for test, cost in tests.most_common(DEAREST):
        write(f"{cost:8.1f}  {test}")
    terminalreporter.section("each file, in seconds: of the processor, of that to set up, by the clock, and its tests")
    for file, cost in files.most_common():
        write(f"{cost:8.1f} {phases[file, 'setup']:8.1f} {waited[file]:8.1f} {numbers[file]:6}  {file}")
    write(f"{sum(COLLECTED):8.1f}  collecting, in {len(COLLECTED) or 1} workers")
    write(f"{files.total() + sum(COLLECTED):8.1f}  in all")
