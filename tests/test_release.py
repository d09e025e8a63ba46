"""The checklist for a release and the accessibility statements say the same of what people have tested."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHECKLIST = ROOT / "docs" / "release.md"
STATEMENTS = (
    ROOT / "content" / "accessibility.md",
    ROOT / "generator" / "authoring" / "scaffold_files" / "content" / "accessibility.md",
)
NOT_DONE = "has not been done for this version"
NOT_TESTED = "What no program can tell has not been tested for this version"
# What only people can tell: each is asked for, and each statement that says so names it.
ASKED = ("NVDA", "JAWS", "VoiceOver", "TalkBack", "Dragon", "Magnifier", "large print", "braille", "Easy Read")
ASKED += ("Forced colours", "Paper from", "make prove")


def runs(checklist: str) -> list[str]:
    """The lines of the table of runs."""
    table = re.search(r"<!-- runs -->\n(.*?)<!-- /runs -->", checklist, re.DOTALL)
    assert table, "no table between <!-- runs --> and <!-- /runs -->"
    return [line for line in table[1].splitlines() if line.startswith("|")][2:]


def disagreements(checklist: str, statement: str) -> list[str]:
    """Where the two tell readers different things."""
    has_runs = bool(runs(checklist))
    found = []
    if (NOT_DONE in checklist) is has_runs:
        found.append("the checklist's own sentence does not fit its table")
    if (NOT_TESTED in statement) is has_runs:
        found.append("the statement does not fit the table of runs")
    return found


@pytest.mark.parametrize("statement", STATEMENTS, ids=["ours", "a council's"])
def test_statement_says_what_the_checklist_holds(statement):
    assert disagreements(CHECKLIST.read_text("utf-8"), statement.read_text("utf-8")) == []


def test_a_run_without_a_mended_statement_is_found():
    checklist, statement = CHECKLIST.read_text("utf-8"), STATEMENTS[0].read_text("utf-8")
    run = "| 1 May 2027 | 1.0 | NVDA with Firefox | tester | NVDA 2027.1 | passed |\n"
    assert len(disagreements(checklist.replace("<!-- /runs -->", f"{run}<!-- /runs -->"), statement)) == 2
    assert len(disagreements(checklist, statement.replace(NOT_TESTED, "All was tested"))) == 1


@pytest.mark.parametrize("what", ASKED)
def test_checklist_asks_for(what):
    assert what in CHECKLIST.read_text("utf-8").partition("<!-- /runs -->")[2]
