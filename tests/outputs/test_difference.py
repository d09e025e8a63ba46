"""What differs fits on a screen, the worst first, and a file has all."""

import pytest

from generator.cli import shelves
from generator.cli.shelves import CHANGES_FILE, echo_changes
from generator.outputs.difference import DifferenceGroup, PlanDifference
from tests.command import plans
from tests.council_folder import PLAN, publish_next, write_council
from tests.shelves import TODAY

LONG = "- 1.1 Ask children: " + "reworded at length " * 30


def changes(count: int, words: str = "- A change of a line.") -> tuple[tuple[str, ...], ...]:
    return tuple((f"{words} ({number})", "  Before: " + "x" * 200, "  After: y") for number in range(count))


MANY = PlanDifference(
    "Since the update before: much.",
    (DifferenceGroup("Worse than before", changes(4, LONG)), DifferenceGroup("In other words", changes(400))),
)
FEW = PlanDifference("Since the update before: little.", (DifferenceGroup("Worse than before", (("- One.",),)),))


@pytest.fixture
def screen(monkeypatch):
    """A terminal of 24 rows and 80 columns."""
    monkeypatch.setattr(shelves, "get_terminal_size", lambda: (80, 24))


def test_a_screen_shows_every_group_with_its_count_and_the_worst_first():
    lines = MANY.extract(20, 80)
    assert len(lines) == 20
    assert max(map(len, lines)) < 80
    assert lines[:2] == ("Since the update before: much.", "Worse than before: 4")
    assert lines[6] == "In other words: 400"
    assert lines[2].startswith("- 1.1 Ask children: reworded")


@pytest.mark.parametrize(("rows", "columns"), [(1, 80), (10, 40), (24, 20), (60, 200), (500, 80)])
def test_no_screen_is_overrun(rows, columns):
    lines = MANY.extract(rows, columns)
    assert sum(-(-len(line) // columns) for line in lines) <= max(rows, 16)
    assert lines[-1].startswith(("In other words: 400", "- A change"))


def test_what_fits_is_shown_whole(tmp_path, capsys, screen):
    echo_changes(tmp_path, "Title", FEW, beside=3)
    assert capsys.readouterr().out == "Since the update before: little.\n\nWorse than before\n- One.\n"
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_fit_is_written_to_a_file_that_is_named(tmp_path, capsys, screen):
    echo_changes(tmp_path, "Title", MANY, beside=3)
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) <= 22
    assert shown[-1] == f"All 404 changes, word for word: {tmp_path / CHANGES_FILE}"
    assert (tmp_path / CHANGES_FILE).read_text("utf-8").splitlines() == ["Title", *MANY.lines]


def test_where_no_file_can_be_written_all_is_shown(tmp_path, capsys, screen):
    (tmp_path / CHANGES_FILE).mkdir()
    echo_changes(tmp_path, "Title", MANY, beside=3)
    shown = capsys.readouterr().out.splitlines()
    assert shown[:-1] == list(MANY.lines)
    assert "They could not be written to a file" in shown[-1]


def many_actions(count: int, words: str) -> dict[str, object]:
    """A plan with `count` actions, each with `words` in its title."""
    action = PLAN["outcomes"][0]["actions"][0]
    actions = [{**action, "id": f"a-{n}", "number": f"1.{n}", "title": f"{words} {n}"} for n in range(1, count + 1)]
    return {"outcomes": [{**PLAN["outcomes"][0], "actions": actions}]}


def test_publish_shows_a_screen_and_diff_into_a_file_all(tmp_path, monkeypatch, screen):
    monkeypatch.chdir(tmp_path)
    place = write_council(tmp_path, many_actions(60, "Ask")) / "plans" / "anytown"
    write_council(tmp_path, many_actions(60, "Hear"), day=None)
    shown = plans("diff", "anytown").stdout
    assert shown.count("Hear") >= 60
    assert not (place / CHANGES_FILE).exists()
    result = plans("publish", "anytown", "--significant", "--note", "New.", "--today", str(TODAY), typed="n\n")
    lines = result.stdout[result.stdout.index("Edition ") :].splitlines()
    assert len(lines) <= 24
    assert f"plans/anytown/{CHANGES_FILE}" in result.stdout
    assert (place / CHANGES_FILE).read_text("utf-8").count("Hear") >= 60
    assert publish_next(place, TODAY).editions
