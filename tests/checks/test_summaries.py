"""A printed summary agrees with the actions, and each cell that does not is told with both figures."""

import json
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from generator.checks import check_plan
from generator.plan.reader import read_plan
from tests.plans import joint_facts as joint

SCHEME = {
    "statuses": [
        {"id": "alert", "label": "Alert", "meaning": "Past due", "tone": "off-track"},
        {"id": "warning", "label": "Warning", "meaning": "Due soon", "tone": "at-risk"},
        {"id": "ok", "label": "OK", "meaning": "Within timescale", "tone": "on-track"},
        {"id": "complete", "label": "Complete", "meaning": "Done", "tone": "complete"},
    ],
    "computed": {
        "complete": "complete",
        "past_due": "alert",
        "due_soon": "warning",
        "in_time": "ok",
        "window_days": str(joint.WARNING_DAYS),
    },
}
STATUSES = ("alert", "warning", "ok", "complete")
SECTIONS = tuple(dict.fromkeys(action.section for action in joint.ACTIONS))


def joint_plan() -> dict[str, Any]:
    """The joint plan's facts as a plan file holds them: every icon of its ratings is lost."""
    return {
        "schema": "1",
        "id": "joint",
        "title": "Joint plan",
        "publisher": "Two councils",
        "as_at": str(joint.AS_AT),
        "rated": ["actions"],
        "status_scheme": SCHEME,
        "outcomes": [_outcome(number, section) for number, section in enumerate(SECTIONS)],
        "printed_summary": {
            "as_at": str(joint.AS_AT),
            "rows": [_row(section) for section in joint.SUMMARY],
        },
    }


def _outcome(number: int, section: str) -> dict[str, Any]:
    actions = [action for action in joint.ACTIONS if action.section == section]
    return {
        "id": f"o-{number}",
        "title": section,
        "actions": [
            {
                "id": f"a-{number}-{place}",
                "code": action.code,
                "title": f"Action {place}",
                "status": {"missing": "lost-in-conversion"},
                "progress": str(action.progress),
                "timescales": [action.due],
            }
            for place, action in enumerate(actions)
        ],
    }


def _row(section: str) -> dict[str, Any]:
    cells = zip(STATUSES, joint.SUMMARY[section], strict=True)
    return {
        "outcome": f"o-{SECTIONS.index(section)}",
        "cells": [{"status": status, "count": str(count)} for status, count in cells],
    }


@pytest.fixture
def summary_problems(tmp_path):
    """What the checks say of the summary of a plan: path, printed figure, figure found."""

    def find(plan: dict[str, Any]) -> list[tuple[str, int, int]]:
        folder = tmp_path / plan["id"]
        folder.mkdir(exist_ok=True)
        (folder / "plan.yaml").write_text(json.dumps(plan), "utf-8")
        found = check_plan(read_plan(folder), {})
        assert not [problem for problem in found if problem.severity == "error"], "\n".join(map(str, found))
        return [
            (problem.path, problem.values["printed"], problem.values["found"])
            for problem in found
            if problem.kind.code == "summary-differs"
        ]

    return find


def test_joint_plan_gives_every_cell_of_its_printed_summary(summary_problems):
    plan = joint_plan()
    assert sum(len(row["cells"]) for row in plan["printed_summary"]["rows"]) == 20
    assert sum(len(outcome["actions"]) for outcome in plan["outcomes"]) == 50
    assert summary_problems(plan) == []


@pytest.mark.parametrize("row", range(5))
@pytest.mark.parametrize("cell", range(4))
def test_any_changed_cell_is_told_with_both_figures(summary_problems, row, cell):
    plan = joint_plan()
    changed = plan["printed_summary"]["rows"][row]["cells"][cell]
    right = int(changed["count"])
    changed["count"] = str(right + 1)
    path = f"printed_summary.rows[{row + 1}].cells[{cell + 1}].count"
    assert summary_problems(plan) == [(path, right + 1, right)]


def test_any_changed_action_is_told_in_the_cells_that_it_moves(summary_problems):
    for number, outcome in enumerate(joint_plan()["outcomes"]):
        plan = joint_plan()
        action = plan["outcomes"][number]["actions"][0]
        action["progress"] = "0" if action["progress"] == "100" else "100"
        assert len(summary_problems(plan)) == 2, outcome["title"]


@pytest.mark.parametrize(
    ("day", "window", "agrees"),
    [
        (date(2015, 3, 24), 7, True),
        (date(2015, 3, 27), 4, True),
        (date(2015, 3, 27), 33, True),
        (date(2015, 3, 31), 0, False),
        (date(2015, 3, 27), 3, False),
        (date(2015, 3, 27), 34, False),
        (date(2015, 4, 1), 14, False),
    ],
)
def test_summary_holds_for_its_own_days_and_window_only(summary_problems, day, window, agrees):
    plan = deepcopy(joint_plan())
    plan["printed_summary"]["as_at"] = str(day)
    plan["status_scheme"]["computed"]["window_days"] = str(window)
    assert (summary_problems(plan) == []) == agrees


def test_figure_that_was_lost_is_not_compared(summary_problems):
    plan = joint_plan()
    plan["printed_summary"]["rows"][0]["cells"][0]["count"] = {"missing": "lost-in-conversion"}
    assert summary_problems(plan) == []


def test_owners_rating_counts_before_the_rules(summary_problems):
    plan = joint_plan()
    action = next(a for a in plan["outcomes"][0]["actions"] if a["progress"] == "100")
    action["status"] = "alert"
    assert len(summary_problems(plan)) == 2
