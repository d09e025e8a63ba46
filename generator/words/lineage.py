"""A thing of the plan over all its texts, also where a text gave it another id, and the dates by which it was due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.status import timescales
from generator.timescale import read
from generator.words.view import PlanView


def ids_over_time(view: PlanView, thing: str) -> tuple[str, ...]:
    """The id that the outcome or action `thing` has in each of `view.steps`, or would have where it is not there.

    The last text that has it by this very id says which thing is meant.
    """
    last = max((place for place, then in enumerate(view.steps) if thing in then.standings), default=0)
    before, after = [thing], [thing]
    for ids in reversed(view.other_ids[:last]):
        earlier = {new: old for old, new in ids.items()}
        before.append(earlier.get(before[-1], before[-1]))
    for ids in view.other_ids[last:]:
        after.append(ids.get(after[-1], after[-1]))
    return (*reversed(before), *after[1:])


def removed_things(view: PlanView) -> Iterator[tuple[int, str]]:
    """Each outcome and action that an edition has and the plan has no longer, with the place of the last such edition.

    Newest first; those of one edition in its order, outcomes before actions.
    """
    seen = set(view.standings)
    for place in range(len(view.edition_views) - 1, -1, -1):
        then = view.edition_views[place]
        there = (*(outcome.id for outcome in then.plan.outcomes), *then.actions)
        yield from ((place, thing) for thing in there if thing not in seen)
        seen |= set(there)


# Dates that moved


@dataclass(frozen=True, slots=True)
class Moves:
    """The dates by which one action was due, from the first that is known to the last; no two in a row are the same.

    `is_gone` says that the last text that has the action gives no date any more.
    """

    action: str
    dates: tuple[date, ...]
    decided_by: tuple[str, ...]
    is_gone: bool = False

    @property
    def days(self) -> int:
        """How many days later the date is now than at first; fewer than none where it is earlier."""
        return (self.dates[-1] - self.dates[0]).days


def has_slipped(view: PlanView) -> bool:
    """Whether a date of any action ever moved."""
    return any(True for _ in moves(view))


def moves(view: PlanView) -> Iterator[Moves]:
    """The actions of any edition whose date moved, in the plan's order, those that were taken out last."""
    every = dict.fromkeys(action for then in (view, *view.steps) for action in then.actions)
    # An entry that was put in again as another one is one with it. Where the old id came back beside the new one, they
    # are two, with a past in common.
    for ids in dict.fromkeys(ids_over_time(view, action) for action in every):
        found = _moves(view, ids)
        if len(found.dates) > 1 or found.is_gone:
            yield found


def _moves(view: PlanView, ids: Sequence[str]) -> Moves:
    """What the texts say of one action's date, and what the first says of earlier ones."""
    having = [(then, name) for then, name in zip(view.steps, ids, strict=True) if name in then.actions]
    published = [then.standings[name].due for then, name in having]
    known = [*_before(*having[0]), *(due for due in published if due)]
    dates = tuple(day for before, day in pairwise((None, *known)) if day is not None and day != before)
    decided = (body for then, name in having for body in _decided_by(then, name))
    is_gone = bool(dates) and published[-1] is None
    return Moves(having[-1][1], dates, tuple(dict.fromkeys(decided)), is_gone)


def _decided_by(then: PlanView, action: str) -> Iterator[str]:
    """The bodies that moved the date, as one edition says."""
    revisions = (item for timescale in timescales(then.actions[action]) for item in timescale.revises)
    return (then.body_name(item.decided_by) for item in revisions if item.decided_by)


def _before(then: PlanView, action: str) -> Iterator[date]:
    """The last days of earlier wordings of the action's date, oldest first."""
    due = then.standings[action].due
    for timescale in timescales(then.actions[action]):
        if due and then.reading(timescale).end == due:
            ends = (read(item.words).end for item in timescale.revises)
            yield from (end for end in ends if end)
