"""How long it takes to find 600 changes in a plan of 1,000 actions, of every kind that an officer makes often."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench._made import measured, write_folder
from generator.authoring.folder import read_source
from generator.diff import diff_plans
from generator.plan.model import Action, Note, Outcome, PublicPlan

ACTIONS, CHANGES, TIMES = 1_000, 600, 5


def main() -> None:
    old = made_plan()
    new = edited(old, CHANGES)
    found = [measured(lambda: diff_plans(old, new)) for _ in range(TIMES)]
    best = min(figures.seconds for figures, _ in found)
    kinds = sorted({change.kind for change in found[0][1]})
    print(f"{len(found[0][1])} changes of {len(kinds)} kinds in {ACTIONS:,} actions: {best:.3f} s")
    print(", ".join(kinds))


def made_plan() -> PublicPlan:
    """An invented plan of so many actions."""
    with tempfile.TemporaryDirectory() as name:
        write_folder(Path(name), ACTIONS)
        (file,) = read_source(Path(name)).plans
    assert file.plan, "the made plan has no errors"
    return file.plan


def edited(plan: PublicPlan, count: int) -> PublicPlan:
    """`plan` with so many edits, one in each action. All others are copies, as those of another edition are."""
    turn = iter(range(ACTIONS))
    return replace(plan, outcomes=tuple(_outcome(outcome, turn, count) for outcome in plan.outcomes))


def _outcome(outcome: Outcome, turn: Any, count: int) -> Outcome:
    return replace(outcome, actions=tuple(_action(action, turn, count) for action in outcome.actions))


def _action(action: Action, turn: Any, count: int) -> Action:
    place = next(turn)
    changed = EDITS[place % len(EDITS)](action) if place < count else replace(action, title=action.title)
    return replace(changed, sub_actions=tuple(_action(sub, turn, count) for sub in changed.sub_actions))


EDITS = (
    lambda action: replace(action, title=f"{action.title}, again"),
    lambda action: replace(action, timescales=(replace(action.timescales[0], words="March 2031"),)),
    lambda action: replace(action, notes=(*action.notes, Note(text="The group met again."))),
    lambda action: replace(action, notes=()),
    lambda action: replace(action, leads=action.leads[1:]),
    lambda action: replace(action, points=action.points[::-1][:2] + action.points[:1]),
    lambda action: replace(action, status="amber" if action.status != "amber" else "red"),
    lambda action: replace(action, number=f"{action.number}a"),
)

if __name__ == "__main__":
    main()
