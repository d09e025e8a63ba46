"""Publishing: from the working text of a plan to a frozen edition, and the two ways to take something back."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.editions import (
    Announcement,
    Shelf,
    Step,
    commit,
    only_writer,
    published,
    read_shelf,
    refusals,
    settle,
)
from generator.editions.lock import LOCK_FILE
from generator.errors import PlanError, Position
from generator.public import PublicPlan


def publish(folder: Path, plan: PublicPlan, said: Announcement, today: date) -> Shelf:
    """Publish `plan` as the next edition in its `folder`. Returns the editions with the new one at their end.

    Raises PlanError with every reason why it cannot be, BusyError while another command writes there.
    """

    def step(shelf: Shelf) -> Step:
        where = Position(str(folder / LOCK_FILE))
        found = [*refusals(shelf, said, today, where)]
        if found:
            raise PlanError(found)
        return published(shelf, plan, said, secrets.token_hex(16))

    return take_step(folder, step)


def take_step(folder: Path, make: Callable[[Shelf], Step]) -> Shelf:
    """Write what `make` makes of the editions in `folder`, whole or not at all. Raises PlanError where they fail."""
    with only_writer(folder):
        settle(folder)
        shelf, found = read_shelf(folder)
        if found:
            raise PlanError(found)
        step = make(shelf)
        commit(folder, step.lock, step.files)
        shelf, found = read_shelf(folder)
    if found:
        raise PlanError(found)
    return shelf
