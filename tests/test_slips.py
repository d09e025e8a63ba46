"""Every slip of the hand is told on its line, and what is said to do about it works when it is done to the letter."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from generator.authoring.folder import read_folder
from generator.authoring.private_values import move_private
from generator.authoring.scaffold import make_folder
from generator.errors import Problem
from generator.plan.yaml_slips import find_slip
from generator.plan.yaml_tree import first_fault, plain_data, read_tree
from tests.conftest import ROOT
from tests.slips import NBSP, SLIPS, Slip, obey
from tests.tiers import loop

TODAY = date(2026, 11, 30)
PLAN = Path("plans/kinbrae-example/plan.yaml")
MOST_ROUNDS = 4


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new council's folder, its plan published once."""
    folder = tmp_path_factory.mktemp("example") / "council"
    make_folder(folder)
    return folder


@pytest.fixture
def council(example: Path, tmp_path: Path) -> Path:
    return copytree(example, tmp_path / "council")


def problems_of(folder: Path) -> list[Problem]:
    """What is wrong with the plan. Placeholders that a new folder holds are no slips."""
    found = read_folder(folder, today=TODAY).source.problems
    return [problem for problem in found if problem.position.file.endswith(str(PLAN))]


def slipped(text: str, slip: Slip) -> tuple[str, int]:
    """`text` with the slip in it, and the line on which it must be told."""
    assert slip.before in text
    at = text.index(slip.before)
    return text[:at] + slip.after + text[at + len(slip.before) :], text.count("\n", 0, at) + 1 + slip.at


def follow(folder: Path, first: Problem) -> list[Problem]:
    """What is left once every problem was followed, one after the other; `first` is the first of them."""
    path, left = folder / PLAN, [first]
    for _ in range(MOST_ROUNDS):
        if "plans private" in left[0].do:
            move_private(path)
        else:
            path.write_bytes(obey(path.read_bytes().decode(), left[0]).encode())
        if not (left := problems_of(folder)):
            break
    return left


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_slip_is_told_on_its_line_and_the_advice_works_to_the_letter(slip, council):
    path = council / PLAN
    before = plain_data(read_tree(path.read_bytes(), "plan.yaml").root)
    text, line = slipped(path.read_text("utf-8"), slip)
    path.write_text(text, "utf-8")
    found = problems_of(council)
    assert (found[0].kind.code, found[0].position.line) == (slip.told, line), str(found[0])
    assert follow(council, found[0]) == []
    if slip.same:
        assert plain_data(read_tree(path.read_bytes(), "plan.yaml").root) == before


def test_there_are_more_slips_than_sixty():
    assert len(SLIPS) >= 60
    assert len({slip.name for slip in SLIPS}) == len(SLIPS)


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if slip.told == "yaml-syntax"], ids=lambda slip: slip.name)
def test_file_with_line_ends_of_windows_is_told_alike(slip, council):
    text, line = slipped((council / PLAN).read_text("utf-8"), slip)
    unix = read_tree(text.encode(), "plan.yaml").problems
    windows = read_tree(text.replace("\n", "\r\n").encode(), "plan.yaml").problems
    assert windows[0].position.line == line
    assert [str(problem) for problem in windows] == [str(problem) for problem in unix]


def test_one_run_tells_a_slip_and_what_is_wrong_elsewhere(council):
    path = council / PLAN
    text = path.read_text("utf-8").replace('number: "1.1"\n', 'number: "1.1\n')
    path.write_text(text.replace("status: green", "status: teal"), "utf-8")
    assert [problem.kind.code for problem in problems_of(council)] == ["yaml-syntax", "status-unknown"]


def test_two_slips_are_told_in_one_run(council):
    path = council / PLAN
    text = path.read_text("utf-8").replace("        status: amber\n", "       status: amber\n")
    path.write_text(text.replace("            unit: people", "            unit:people"), "utf-8")
    assert [problem.kind.code for problem in problems_of(council)] == ["yaml-syntax"] * 2


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "a Word, Excel or other office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
        (b"{\\rtf1\\ansi", "a file of a word processor (RTF)"),
        (b"%PDF-1.7", "a PDF file"),
    ],
)
def test_office_file_under_the_name_of_a_plan_is_told_as_such(start, kind, council):
    (council / PLAN).write_bytes(start + bytes(range(256)))
    (problem,) = problems_of(council)
    assert problem.what == f"this is {kind}, and a plan is a text file"


@pytest.mark.parametrize("name", ["plan.yaml.txt", "plan.yml", "Plan.yaml", "plan.txt", "plan (1).yaml"])
def test_plan_under_another_name_is_to_be_renamed(name, council):
    (council / PLAN).rename((council / PLAN).with_name(name))
    (problem,) = problems_of(council)
    assert problem.do.startswith(f"rename '{name}' to 'plan.yaml'")
    (council / PLAN).with_name(name).rename(council / PLAN)
    assert problems_of(council) == []


def test_ids_gives_a_published_action_its_own_id_again(council):
    from generator.authoring.ids import give_ids

    path = council / PLAN
    before = path.read_text("utf-8")
    path.write_text(before.replace("      - id: a-1-2\n        number", "      - number"), "utf-8")
    (given,) = give_ids(path)
    assert given.id == "a-1-2"
    assert plain_data(read_tree(path.read_bytes(), "plan.yaml").root) == plain_data(read_tree(before.encode(), "").root)


def test_new_action_beside_the_published_ones_gets_a_new_id(council):
    from generator.authoring.ids import give_ids

    path = council / PLAN
    text = path.read_text("utf-8").replace(
        "      - id: a-1-2\n", "      - title: Something else\n        number: '1.3'\n      - id: a-1-2\n"
    )
    path.write_text(text, "utf-8")
    (given,) = give_ids(path)
    assert given.id == "a-1-3"


# Slips on lines of real plans, large and untidy: Falkirk's, and the one that shows every kind of change


def moved(by: int) -> Callable[[str], str | None]:
    def move(line: str) -> str | None:
        indent = len(line) - len(line.lstrip(" "))
        return " " * (indent + by) + line.lstrip(" ") if indent + by >= 0 else None

    return move


LAYOUT_SLIPS: dict[str, Callable[[str], str | None]] = {
    "one left": moved(-1),
    "one right": moved(1),
    "two right": moved(2),
    "no space after the colon": lambda line: line.replace(": ", ":", 1) if ": " in line else None,
    "no space after the hyphen": lambda line: line.replace("- ", "-", 1) if line.lstrip().startswith("- ") else None,
    "spaces that do not break": lambda line: NBSP + line[1:] if line.startswith(" ") else None,
    "a quotation mark not closed": lambda line: line.rstrip()[:-1] if line.rstrip().endswith('"') else None,
}


@pytest.mark.parametrize("plan", ["falkirk-cpc-2018-20", "kinbrae-cpc-2024-26", "joint-inspection-2014"])
def test_slip_on_any_line_of_a_large_plan_is_told_where_it_is(plan, record_property):
    """At least 9 in 10 stand on the line that is named, and each mend that is named makes the file YAML."""
    lines = (ROOT / "plans" / plan / "plan.yaml").read_text("utf-8").split("\n")
    chance = random.Random(7)
    tried = right = 0
    for _ in range(loop(test=40, prove=600)):
        place = chance.randrange(len(lines))
        kind = chance.choice(list(LAYOUT_SLIPS))
        wrong = LAYOUT_SLIPS[kind](lines[place])
        if wrong is None or not lines[place].strip() or lines[place].lstrip().startswith("#"):
            continue
        text = "\n".join([*lines[:place], wrong, *lines[place + 1 :]])
        if (stopped := first_fault(text)) is None:
            continue  # still YAML: other tests tell what becomes of it
        tried += 1
        slip = find_slip(text, stopped, first_fault)
        right += slip is not None and slip.line == place + 1
        assert slip is None or first_fault(slip.mended) is None, (kind, place + 1, slip)
    record_property(f"Slips told on their line, {plan}", f"{right} of {tried}")
    assert tried >= loop(test=10, prove=200)
    assert right >= 0.9 * tried
