"""The changes of an update in groups, the worst news first."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import get_args

from generator.diff import BY_KIND, Change, GroupKind, is_less_often, significant_changes
from generator.wording import Words
from generator.words.change_names import ChangeLine, change_link
from generator.words.change_summary import is_reordering, reordered, reorderings
from generator.words.changes import line_about
from generator.words.phrases import upper_first
from generator.words.view import Update


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one sort under a heading."""

    kind: GroupKind
    heading: str
    lines: tuple[ChangeLine, ...]


def group_of(change: Change) -> GroupKind:
    """The group in which readers look for `change`."""
    group = BY_KIND[change.kind].group
    if group in (None, "reworded") and change.new is not None and is_less_often(change):
        return "lowered"
    if group:
        return group
    is_held = change.operation == "set" and not change.fields
    if change.operation == "remove" or change.kind.endswith("-removed") or (is_held and change.new in (None, ())):
        return "taken-out"
    if change.operation == "add" or change.kind.endswith("-added") or (is_held and change.old in (None, ())):
        return "added"
    return "reworded" if change.kind == "wording" else "other"


def change_groups(update: Update) -> tuple[ChangeGroup, ...]:
    """The changes of `update` in groups, what nobody must miss first in each; one without changes is left out."""
    found: defaultdict[GroupKind, list[ChangeLine]] = defaultdict(list)
    moved = reorderings(update.changes)
    alone = [change for change in update.changes if not (moved and is_reordering(change))]
    for change in sorted(alone, key=partial(_rank, update)):
        found[group_of(change)].append(change_line(update, change))
    if moved:
        found["other"].append(ChangeLine(upper_first(reordered(update.words, len(moved)))))
    headings = group_headings(update.words)
    kinds = (kind for kind in get_args(GroupKind) if found[kind])
    return tuple(ChangeGroup(kind, headings[kind], tuple(found[kind])) for kind in kinds)


def _rank(update: Update, change: Change) -> int:
    """Outcomes and actions that went or came stand first, then what forbids a minor update; the rest as it was."""
    if change.kind in ("removed", "added"):
        return 0 if any(thing.kind in ("outcome", "action") for thing in (change.thing, *change.others)) else 2
    return 1 if significant_changes((change,), update.old.plan, update.new.plan) else 3


def group_headings(words: Words) -> Mapping[GroupKind, str]:
    """What the groups are called."""
    return {
        "worse": words.say("Worse than before"),
        "put-back": words.say("Put back, or no longer dated"),
        "taken-out": words.say("Taken out"),
        "lowered": words.say("Asked for less than before"),
        "better": words.say("Better than before"),
        "brought-forward": words.say("Brought forward"),
        "done": words.say("Done, kept or reviewed"),
        "added": words.say("Added"),
        "reworded": words.say("In other words"),
        "other": words.say("Other changes"),
    }


def change_line(update: Update, change: Change) -> ChangeLine:
    """The sentence for `change`, with a link to its thing."""
    return replace(line_about(update, change), link=change_link(update, change))
