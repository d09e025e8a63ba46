"""How much longer a site takes from nothing when a plan of Falkirk's size was published 24 times, and not once.

On every CPU, as `plans build` does it, and on one.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from bench._made import ROOT, in_new_process, measured, write_folder
from generator.authoring.folder import read_source
from generator.authoring.publish import publish
from generator.editions import Announcement
from generator.plan.model import Note, Outcome, PublicPlan
from generator.plan.reader import read_plan
from generator.site.build import build_site

PLAN = "falkirk-cpc-2018-20"
MANY, RUNS = 24, 7
FIRST, BETWEEN = date(2018, 10, 1), timedelta(days=30)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folders = {count: Path(name) / str(count) for count in (1, MANY)}
        for count, folder in folders.items():
            write_folder(folder)
            write_editions(folder / "plans" / PLAN, count)
        for jobs in sorted({1, os.cpu_count() or 1}):
            one, many = _least_seconds(tuple(folders.values()), jobs)
            print(f"{jobs} at once: 1 edition {one:.2f} s, {MANY} editions {many:.2f} s: {many - one:.2f} s more")


def _least_seconds(folders: Sequence[Path], jobs: int) -> list[float]:
    """The best of several builds of each folder, by turns: another's work on the machine slows a while of them."""
    runs = [[in_new_process("bench.editions", folder, jobs)[0] for folder in folders] for _ in range(RUNS)]
    return [min(seconds) for seconds in zip(*runs, strict=True)]


def write_editions(place: Path, count: int) -> None:
    """The plan with `count` editions, the first action of each outcome moved on and noted from one to the next."""
    plan = read_plan(ROOT / "plans" / PLAN).plan
    assert plan is not None, "a worked plan has no errors"
    public = replace(plan, closed=None, as_at=None)
    place.mkdir(parents=True)
    for number in range(count):
        day = FIRST + number * BETWEEN
        said = Announcement(date=day, kind="significant", note="The facts of another month.")
        publish(place, _moved_on(public, number, day), said, day)


def _moved_on(plan: PublicPlan, number: int, day: date) -> PublicPlan:
    def changed(outcome: Outcome) -> Outcome:
        first, *others = outcome.actions
        notes = tuple(Note(text=f"Looked at for the {place}. time.", date=day) for place in range(number + 1))
        moved = replace(first, notes=notes, timescales=(replace(first.timescales[0], words=f"{2020 + number}"),))
        return replace(outcome, actions=(moved, *others))

    return replace(plan, outcomes=tuple(map(changed, plan.outcomes)))


def one_run(folder: Path, jobs: int) -> None:
    """Print the seconds of one build from nothing."""
    with tempfile.TemporaryDirectory() as name:
        source = read_source(folder, with_working=False)
        found, _ = measured(
            lambda: build_site(source, date(2026, 11, 21), Path(name) / "site", jobs=jobs), perf_counter
        )
    print(found.seconds)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one_run(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        main()
