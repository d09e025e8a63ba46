"""What a change is: its kind, the thing that it is of, and both values, enough to make the new plan of the old one."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.plan.vocabulary import ChangeKind, ThingKind

# What is done to the old plan. "fact" does nothing to it: the change was worked out of what time did.
Operation = Literal["set", "add", "remove", "move", "fact"]
# A field, and which of its items in the old plan; None where the field holds no items, or all of them are meant.
Step = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Key:
    """What a thing is found by in both plans. `copy` counts things of one id, which a checked plan does not have."""

    kind: ThingKind
    id: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as one of the plans calls it. A measure's title is its text."""

    key: Key
    number: str | None
    title: str

    @property
    def kind(self) -> ThingKind:
        return self.key.kind

    @property
    def id(self) -> str:
        return self.key.id


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two editions of a plan.

    `was` and `thing` are the thing as the old and the new plan name it; of what one of them lacks, both are the same.
    `field` is the field that differs, of the thing or of the value that `path` leads to; `old` and `new` are what it
    held, or, where `fields` names several, the values that have these. A rating is its Status of the legend, a date its
    Timescale, and `old_day` and `new_day` are the last days that these name.

    `path` leads from the thing through the old plan. Items stand at `old_index` in the old plan's list and at
    `new_index` in the new one's; things with an id stand so in the list of `source` and of `target`. `within` is the
    nearest outcome or action of what stands below one, and `others` are the things that were added or removed with
    this one. `parts` are the items that the path leads through, as they were.
    """

    kind: ChangeKind
    operation: Operation
    was: Named
    thing: Named
    field: str = ""
    path: tuple[Step, ...] = ()
    old: object = None
    new: object = None
    fields: tuple[str, ...] = ()
    old_day: date | None = None
    new_day: date | None = None
    old_index: int | None = None
    new_index: int | None = None
    source: Named | None = None
    target: Named | None = None
    within: Named | None = None
    others: tuple[Named, ...] = ()
    parts: tuple[object, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all things whose story the change belongs to."""
        # What another action loses or gains by a move belongs to its story too.
        holders = (self.source, self.target) if self.kind == "moved" and self.source != self.target else ()
        found = (self.thing, *(thing for thing in (self.within, *holders) if thing), *self.others)
        return tuple(dict.fromkeys(thing.id for thing in found))
