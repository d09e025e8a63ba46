"""docs/errors.md explains every kind of problem, in the catalogue's order, with its severity and an example."""

import re
from pathlib import Path

import pytest

from generator.plan.yaml_tree import read_tree
from generator.problems import PROBLEMS

DOC = Path(__file__).parent.parent / "docs" / "errors.md"
INTRODUCTION, *PARTS = re.split(r"^## ", DOC.read_text("utf-8"), flags=re.MULTILINE)
SECTIONS = {part.split("\n", 1)[0]: part.split("\n", 1)[1] for part in PARTS}


def test_headings_are_the_codes_of_the_catalogue_in_its_order():
    assert [part.split("\n", 1)[0] for part in PARTS] == list(PROBLEMS)


@pytest.mark.parametrize("code", SECTIONS)
def test_section_says_severity_meaning_and_example(code):
    pattern = r"\n\*\*(\w+)\.\*\* .+\n\nWrong:\n\n```\w+\n(.+?)\n```\n\nMended:\n\n```\w+\n(.+?)\n```\n+"
    match = re.fullmatch(pattern, SECTIONS[code], re.DOTALL)
    assert match, "severity, meaning, and an example of the wrong and the mended lines"
    severity, wrong, mended = match.groups()
    assert severity.lower() == PROBLEMS[code].severity
    assert wrong != mended


@pytest.mark.parametrize("code", SECTIONS)
def test_mended_example_can_be_read(code):
    if mended := re.search(r"Mended:\n\n```yaml\n(.+?\n)```", SECTIONS[code], re.DOTALL):
        assert read_tree(mended[1].encode(), "plan.yaml").problems == ()


def test_introduction_shows_a_message_that_the_program_gives():
    sample = (Path(__file__).parent / "plans/broken/status-unknown.yaml").read_text("utf-8")
    words = sample.split("\n")[0].split("outcomes", 1)[1]
    assert words in INTRODUCTION
