"""Problems say themselves in one line, and stand in the order of their files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import PlanError, Position, Problem, ProblemKind, Severity, has_errors, in_file_order
from generator.problems import PROBLEMS, STATUS_MISSING, STATUS_UNKNOWN, unreadable

KIND = ProblemKind("a-code", "{value!r} is wrong", "write {known}")


def problem(file: str = "plan.yaml", line: int = 1, column: int = 1, path: str = "", value: str = "x") -> Problem:
    return Problem(KIND, Position(file, line, column), path, {"value": value, "known": "y"})


def test_problem_says_place_path_fault_remedy_and_code():
    assert str(problem(path="outcomes[1].title")) == "plan.yaml:1:1: outcomes[1].title: 'x' is wrong; write y (a-code)"


def test_problem_without_path_or_line_leaves_them_out():
    assert str(problem(line=0)) == "plan.yaml: 'x' is wrong; write y (a-code)"


@pytest.mark.parametrize("value", ["{known}", "{0}", "{", "}}", "%s", "{value!r}"])
def test_braces_in_a_value_are_shown_as_they_are(value):
    assert problem(value=value).what == f"{value!r} is wrong"


def test_order_is_by_file_then_line_then_column():
    wanted = (problem("a"), problem("b", 2, 9), problem("b", 2, 10), problem("b", 11, 1))
    assert in_file_order(reversed(wanted)) == wanted


def test_problem_told_twice_is_listed_once():
    assert in_file_order([problem(), problem(), problem(value="z")]) == (problem(), problem(value="z"))


PLACES = st.builds(problem, st.sampled_from("ab"), st.integers(0, 12), st.integers(0, 12), st.sampled_from(["", "p"]))


@given(st.lists(PLACES))
def test_order_does_not_hang_on_the_order_of_finding(found):
    assert in_file_order(found) == in_file_order(reversed(found)) == in_file_order(in_file_order(found))


def test_only_an_error_stops_a_build():
    warning = Problem(STATUS_MISSING, Position("plan.yaml"), values={"level": "actions"})
    error = Problem(STATUS_UNKNOWN, Position("plan.yaml"), values={"value": "teal", "known": "red"})
    assert not has_errors([])
    assert not has_errors([warning])
    assert has_errors([warning, error])
    assert (warning.severity, error.severity) == (Severity.WARNING, Severity.ERROR)


def test_plan_error_says_every_problem_on_a_line():
    error = PlanError(iter([problem(), problem(line=2)]))
    assert str(error) == f"{problem()}\n{problem(line=2)}"
    assert error.problems == (problem(), problem(line=2))


def test_file_that_cannot_be_read_is_told_in_the_systems_words(tmp_path):
    found = unreadable(tmp_path, PermissionError(13, "Permission denied"))
    assert found.what == "this cannot be read: permission denied"


@pytest.mark.parametrize("kind", PROBLEMS.values(), ids=lambda kind: kind.code)
def test_every_kind_is_written_as_house_style_has_it(kind):
    assert PROBLEMS[kind.code] is kind
    assert kind.code == kind.code.lower().strip("-")
    assert not kind.what.endswith(".")
    assert not kind.do.endswith(".")
    assert kind.what[0].islower() or kind.what[0] in "'{"
    assert "please" not in f"{kind.what} {kind.do}".lower()
