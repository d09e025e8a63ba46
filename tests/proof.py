"""Writes docs/proof.md after `make prove`: what was run, on which commit, and how it ended."""

import platform
import subprocess
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

PROOF = Path(__file__).parent.parent / "docs" / "proof.md"
OUTCOMES = ("passed", "failed", "error", "skipped", "xfailed", "xpassed")
STARTED = time.monotonic()


def figures(reports: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """What tests that passed recorded of themselves with `record_property`."""
    for report in reports:
        yield from ((name, str(figure)) for name, figure in report.user_properties)


def git(*arguments: str) -> str:
    """What git says, or nothing where there is no git."""
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False, cwd=PROOF.parent.parent)
    return done.stdout.strip()


def pytest_terminal_summary(terminalreporter: Any, exitstatus: int, config: pytest.Config) -> None:
    """Once, in the process that gathers the others' results."""
    counts = {name: len(terminalreporter.stats.get(name, [])) for name in OUTCOMES}
    commit, changed = git("rev-parse", "HEAD"), git("status", "--porcelain", "--", ".", ":!docs/proof.md")
    marks = config.getoption("-m") or "all"
    rows = [
        ("Date", date.today().isoformat()),
        ("Commit", f"{commit or 'not in a repository'}{', with changes that are not in it' if changed else ''}"),
        ("Python", platform.python_version()),
        ("Tests", marks),
        ("Ended with", str(int(exitstatus))),
        *((name.capitalize(), str(count)) for name, count in counts.items() if count),
        *figures(terminalreporter.stats.get("passed", [])),
        ("Seconds", str(round(time.monotonic() - STARTED))),
    ]
    lines = [
        "# Proof",
        "",
        "Written by `make prove`. The loops were run at their full length.",
        "",
        "| What | Figure |",
        "|---|---|",
    ]
    lines += [f"| {name} | {figure} |" for name, figure in rows]
    PROOF.write_text("\n".join(lines) + "\n", encoding="utf-8")
