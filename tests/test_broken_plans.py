"""Every kind of problem has a broken sample, which gives that problem and nothing more, at the right place."""

import re
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.errors import Problem
from generator.problems import PROBLEMS
from generator.text import either
from generator.wording import languages
from tests.broken_samples import SAMPLES, council
from tests.conftest import TODAY

BROKEN = Path(__file__).parent / "plans" / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))


def expected_of(data: bytes) -> list[str]:
    """The messages that a sample's first comments hold, one a line. A sample may be no UTF-8."""
    lines = data.decode("latin-1").split("\n")
    comments = lines[: next(place for place, line in enumerate(lines) if not line.startswith("# plan.yaml"))]
    return [line.removeprefix("# ") for line in comments]


def messages(problems: tuple[Problem, ...], folder: Path) -> list[str]:
    return [str(problem).replace(f"{folder}/", "") for problem in problems]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_broken_plan_gives_its_message_and_nothing_more(path, tmp_path):
    data = path.read_bytes()
    found = read_source(council(tmp_path, plan=data), today=TODAY).problems
    assert messages(found, tmp_path / "plans/anytown") == expected_of(data)
    assert [problem.kind.code for problem in found] == [path.stem]


@pytest.mark.parametrize("code", SAMPLES)
def test_broken_sample_gives_its_message_and_nothing_more(code, tmp_path):
    make, message = SAMPLES[code]
    expected = f"{message} ({code})".replace("{languages}", either(languages()))
    assert messages(make(tmp_path), tmp_path) == [expected]


def test_every_kind_of_problem_has_one_sample():
    files = [path.stem for path in FILES]
    assert sorted([*files, *SAMPLES]) == sorted(PROBLEMS)


def test_unbroken_folder_has_no_problems(tmp_path):
    assert read_source(council(tmp_path)).problems == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_message_stands_in_one_line_of_plain_words(path):
    for message in expected_of(path.read_bytes()):
        assert re.fullmatch(rf"plan\.yaml(:\d+:\d+)?: .+; .+ \({path.stem}\)", message)
        assert not re.search(r"\\x|\\u|None|<class|pydantic|scalar|mapping|node|parse|token", message)
