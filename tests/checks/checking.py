"""A plan to break in tests of the checks."""

import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.checks import check_plan
from generator.errors import Problem
from generator.plan.reader import read_plan

PLAN = """\
schema: 1
id: anytown
title: Anytown plan
publisher: Anytown Council
rated: [actions]
status_scheme:
  statuses:
    - {id: red, label: Red, meaning: Not on time, tone: off-track}
    - {id: amber, label: Some delay, meaning: At risk, tone: at-risk}
    - {id: green, label: Green, meaning: On time, tone: on-track}
bodies:
  - {id: council, name: Anytown Council}
  - {id: nhs, name: NHS Anytown, short_name: The Board}
events:
  - {id: report, name: The report is published}
evidence:
  - {id: e-1, title: Audit}
findings:
  - {id: f-1, kind: recommendation, title: Listen}
outcomes:
  - id: o-1
    title: Children are heard
    actions:
      - id: a-1
        title: Ask children
        status: red
      - id: a-2
        title: Tell children
        status: green
        sub_actions:
          - id: a-2-1
            title: Write to them
"""
FIRST = "        title: Ask children\n"


# What is told of nearly every plan that is as small as this one.
GAPS = frozenset(
    {"lead-missing", "timescale-missing", "measure-missing", "measures-missing"}
    | {"finding-unanswered", "evidence-unused", "body-unused", "term-unused"}
)


def checked(plan: str, plans: tuple[str, ...] = ("anytown",), *, folder: str = "anytown") -> list[str]:
    """What the checks say of `plan`, less the gaps of a small plan: path, what is wrong, what to do and the code."""
    others = dict.fromkeys(plans, "")
    return said(problem for problem in found(plan, others=others, folder=folder) if problem.kind.code not in GAPS)


def checked_for(code: str, plan: str, *, today: date | None = None, others: dict[str, str] | None = None) -> list[str]:
    """What the checks say of `plan` with this code."""
    return said(problem for problem in found(plan, today=today, others=others) if problem.kind.code == code)


def subjects(code: str, plan: str, *, today: date | None = None) -> list[str]:
    """The ids of what the checks tell of with this code."""
    return [problem.subject for problem in found(plan, today=today) if problem.kind.code == code]


def found(
    plan: str, *, today: date | None = None, others: dict[str, str] | None = None, folder: str = "anytown"
) -> tuple[Problem, ...]:
    """Every problem of `plan`. `others` are the other plans of the site, by their ids; one without text is not read."""
    with tempfile.TemporaryDirectory() as place:
        plans = {}
        for name, text in {**(others or {}), folder: plan}.items():
            path = Path(place) / name
            path.mkdir()
            (path / "plan.yaml").write_text(text, "utf-8")
            plans[name] = read_plan(path)
        known = {name: file.plan for name, file in plans.items() if name == folder or name in (others or {})}
        return check_plan(plans[folder], known, today)


def said(problems: Iterable[Problem]) -> list[str]:
    return [str(problem).split(": ", 1)[1] for problem in problems]


def with_line(line: str) -> str:
    """The plan with another line in its first action; with a line that has its key, in the place of that."""
    key = line.partition(":")[0]
    kept = [text for text in PLAN.split("\n") if not (key == "status" and text == "        status: red")]
    return "\n".join(kept).replace(FIRST, f"{FIRST}        {line}\n")


def with_part(part: str) -> str:
    """The plan with another part at its top level."""
    return f"{PLAN}{part}"
