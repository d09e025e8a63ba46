"""A plan to break in tests of the checks."""

import tempfile
from pathlib import Path

from generator.checks import check_plan
from generator.reader import read_plan

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


def checked(plan: str, plans: tuple[str, ...] = ("anytown",), *, folder: str = "anytown") -> list[str]:
    """What the checks say of `plan`: path, what is wrong, what to do and the code."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / folder
        path.mkdir()
        (path / "plan.yaml").write_text(plan, "utf-8")
        problems = check_plan(read_plan(path), plans)
    return [str(problem).split(": ", 1)[1] for problem in problems]


def with_line(line: str) -> str:
    """The plan with another line in its first action; with a line that has its key, in the place of that."""
    key = line.partition(":")[0]
    kept = [text for text in PLAN.split("\n") if not (key == "status" and text == "        status: red")]
    return "\n".join(kept).replace(FIRST, f"{FIRST}        {line}\n")


def with_part(part: str) -> str:
    """The plan with another part at its top level."""
    return f"{PLAN}{part}"
