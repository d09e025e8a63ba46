"""Publishing: from the working text of a plan to a frozen edition, and the two ways to take something back."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.editions import (
    Announcement,
    Ground,
    Shelf,
    Step,
    commit,
    only_writer,
    published,
    read_shelf,
    redacted,
    refusals,
    settle,
    settled_shelf,
    text_problems,
    withdrawn,
)
from generator.editions.entries import next_file
from generator.editions.lock import LOCK_FILE, hashes
from generator.errors import PlanError, Position, Problem
from generator.public import PublicPlan

__all__ = ["outline", "publish", "reasons_against", "redact", "settled_shelf", "take_step", "withdraw"]

Gate = Callable[[Shelf, PublicPlan, Announcement, Position], Iterator[Problem]]
# What may refuse an edition for what the plan holds. Each looks at what was published last and at what is to be: the
# privacy gate, and a minor edition in which something changed that is not minor, have their place here.
GATES: tuple[Gate, ...] = ()


def reasons_against(
    shelf: Shelf, plan: PublicPlan, said: Announcement, today: date, folder: Path
) -> tuple[Problem, ...]:
    """Every reason why `plan` may not become the next edition in its `folder`."""
    where = Position(str(folder / LOCK_FILE))
    found = [*refusals(shelf, said, today, where)]
    for gate in GATES:
        found += gate(shelf, plan, said, where)
    return tuple(found)


def outline(shelf: Shelf, plan: PublicPlan, said: Announcement) -> tuple[str, ...]:
    """What is about to be published, in plain lines. How it differs from the last edition has its place here."""
    name = next_file(hashes(shelf.lock), said.date).removesuffix(".json")
    lines = [f"Edition {name} of {plan.title} ({said.kind}).", f"Note: {said.note.strip() or 'none'}"]
    lines += [f"Approved by: {said.approved_by}"] if said.approved_by else []
    last = shelf.editions[-1] if shelf.editions else None
    if last is None:
        return (*lines, "It is the first edition: all of the plan becomes public.")
    lines += [f"The edition before it is {last.name}."]
    is_same = replace(plan, as_at=None) == replace(last.plan, as_at=None)
    return (*lines, "The plan says the same as that edition.") if is_same else tuple(lines)


def publish(folder: Path, plan: PublicPlan, said: Announcement, today: date) -> Shelf:
    """Publish `plan` as the next edition in its `folder`. Returns the editions with the new one at their end.

    Raises PlanError with every reason why it cannot be, BusyError while another command writes there.
    """

    def step(shelf: Shelf) -> Step:
        if found := reasons_against(shelf, plan, said, today, folder):
            raise PlanError(found)
        return published(shelf, plan, said, new_salt())

    return take_step(folder, step)


def withdraw(folder: Path, name: str, day: date, reason: str) -> Shelf:
    """Take the edition `name` back on `day`: its file goes, a line stays. Raises NoSuchText where there is none."""

    def step(shelf: Shelf) -> Step:
        if found := tuple(text_problems("the reason", reason, Position(str(folder / LOCK_FILE)))):
            raise PlanError(found)
        return withdrawn(shelf, name, day, reason.strip())

    return take_step(folder, step)


def redact(folder: Path, subject: str, field: str, day: date, ground: Ground, *, edition: str | None = None) -> Shelf:
    """Take one text down wherever an edition holds it: see `redacted`. Raises NoSuchText, in words."""
    return take_step(folder, lambda shelf: redacted(shelf, subject, field, day, ground, new_salt, edition=edition))


def new_salt() -> str:
    """32 hexadecimal digits that nobody can guess."""
    return secrets.token_hex(16)


def take_step(folder: Path, make: Callable[[Shelf], Step]) -> Shelf:
    """Write what `make` makes of the editions in `folder`, whole or not at all. Raises PlanError where they fail."""
    with only_writer(folder):
        settle(folder)
        shelf = _sound(folder)
        step = make(shelf)
        commit(folder, step.lock, step.files)
        return _sound(folder)


def _sound(folder: Path) -> Shelf:
    shelf, found = read_shelf(folder)
    if found:
        raise PlanError(found)
    return shelf
