"""Invented plans of any size, and how a piece of work is measured."""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.authoring.publish import publish
from generator.editions import Announcement
from generator.plan.reader import read_plan

ROOT = Path(__file__).parent.parent
Result = TypeVar("Result")

ACTIONS_PER_OUTCOME = 100
SUB_ACTIONS = 4  # below each action: of 1,000 actions, 200 stand directly under an outcome
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
RATINGS = ("red", "amber", "green")
BODIES = ("education", "housing", "nhs", "police", "social-work", "third-sector")

HEAD = """\
schema: 1
id: {name}
title: A made plan of {count} actions
publisher: Anytown Council
as_at: 2017-12-31
rated: [actions]
status_scheme:
  name: RAG
  statuses:
    - {{id: red, label: Red, meaning: Not on time, tone: off-track}}
    - {{id: amber, label: Amber, meaning: At risk of delay, tone: at-risk}}
    - {{id: green, label: Green, meaning: On time, tone: on-track}}
bodies:
{bodies}
outcomes:
"""

SETTINGS = """\
site_name: Measured plans
docs_dir: content
theme:
  name: material
plugins:
  - plans
extra:
  publisher: Anytown Council
  contact:
    role: Child protection team
  help:
    lines:
      - text: In danger now
        phone: "999"
"""


@dataclass(frozen=True)
class Measured:
    """Seconds of one run, and the most memory that its process ever held, in MB."""

    seconds: float
    memory: float


def plan_text(count: int, name: str = "made") -> str:
    """A plan file with `count` actions, sub-actions among them, each with what a real one has."""
    bodies = "\n".join(f"  - {{id: {body}, name: {body.replace('-', ' ').capitalize()}}}" for body in BODIES)
    lines = [HEAD.format(name=name, count=count, bodies=bodies)]
    for place in range(count):
        if place % ACTIONS_PER_OUTCOME == 0:
            number = place // ACTIONS_PER_OUTCOME + 1
            lines.append(f"  - id: o-{number}\n    number: '{number}'\n    title: Outcome {number}\n    actions:\n")
        is_sub = place % (SUB_ACTIONS + 1) != 0
        lines.append(_action(place, is_sub))
        if not is_sub:
            lines.append("        sub_actions:\n")
    return "".join(lines)


def write_folder(folder: Path, *counts: int) -> None:
    """A council's folder with one made plan for each of `counts`, of so many actions, published once."""
    for place, count in enumerate(counts, start=1):
        plan = folder / "plans" / f"made-{place}" / "plan.yaml"
        plan.parent.mkdir(parents=True)
        plan.write_text(plan_text(count, f"made-{place}"), "utf-8")
        _publish(plan.parent)
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")


def _publish(place: Path) -> None:
    plan = read_plan(place).plan
    assert plan is not None, "a made plan has no errors"
    assert plan.as_at is not None, "a made plan says of which day it is"
    said = Announcement(date=plan.as_at, kind="significant", note="The first edition.")
    publish(place, plan, said, plan.as_at)


def _action(place: int, is_sub: bool) -> str:
    """One action as a real plan has it: two leads, a timescale, a measure, a note, points, and a rating at the top."""
    margin = " " * (10 if is_sub else 6)
    month, year = MONTHS[place % 12], 2018 + place % 3
    first, second = BODIES[place % len(BODIES)], BODIES[(place + 1) % len(BODIES)]
    lines = [
        f"- id: a-{place}",
        f"  number: '{place // 1000 + 1}.{place}'",
        f"  title: Work with families & services to keep children safe, part {place}",
        "  text: Staff learn what works. They share it with others, and look at what changes.",
        "  points: [Agree who does what, 'Write it down: in plain words', Look again after six months]",
        f"  leads: [{{body: {first}, role: Lead officer}}, {{body: {second}, role: Partner}}]",
        f"  timescales: [{{words: {month} {year}, verbatim: '{place} {month} {year}'}}]",
        "  notes:",
        f"    - {{date: {year - 3}-06-30, text: The group met and *agreed* the plan.}}",
    ]
    if not is_sub:
        lines += [f"  status: {RATINGS[place % 3]}", "  measures:"]
        lines += [f"    - {{id: m-{place}, text: Share of staff who had training, kind: percent, unit: '% of staff'}}"]
    return "".join(f"{margin}{line}\n" for line in lines)


def measured(work: Callable[[], Result], clock: Callable[[], float] = time.process_time) -> tuple[Measured, Result]:
    """What `work` gives, how long it took, and how much memory this process has held at most.

    The clock counts what this process works, so that a busy machine gives the same figures.
    """
    start = clock()
    result = work()
    return Measured(clock() - start, peak_memory()), result


def peak_memory() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peak_memory_of_worker() -> float:
    """The most memory that one process started by this one has held, in MB. It must have ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def in_new_process(module: str, *arguments: object) -> list[float]:
    """The figures that `python -m module arguments` prints: memory can only be measured in a fresh process."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    printed = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [float(word) for word in printed.split()]
