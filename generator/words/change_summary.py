"""All that changed in an update, counted in one sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.diff import IN_SUMMARY, Change
from generator.plan.model import Closure, Status
from generator.plan.vocabulary import ChangeKind, ThingKind
from generator.wording import Words
from generator.words.view import Update

COMPLETE = 100
# So many changes of order are told one by one.
MOST_REORDERED = 6
# Counted by their kind, after what was finished.
COUNTED: Mapping[ChangeKind, tuple[str, str]] = {row.kind: row.counted for row in IN_SUMMARY if row.counted}
# The same of outcomes and actions that went or came.
COUNTED_THINGS: Mapping[tuple[ChangeKind, ThingKind], tuple[str, str]] = {
    ("removed", "outcome"): ("{count} outcome taken out", "{count} outcomes taken out"),
    ("removed", "action"): ("{count} action taken out", "{count} actions taken out"),
    ("added", "outcome"): ("{count} outcome added", "{count} outcomes added"),
    ("added", "action"): ("{count} action added", "{count} actions added"),
}
RATINGS: tuple[ChangeKind, ...] = ("rating-better", "rating-worse", "rating-changed")


def update_sentence(update: Update) -> str:
    """How much an update changed; of the first edition of a plan, that it was corrected."""
    if update.corrects_first:
        return update.words.say("This is the first edition that is published here. It was corrected on the same day.")
    return summary_sentence(update.words, update.changes)


def summary_sentence(words: Words, changes: Sequence[Change]) -> str:
    """How much changed: "Since the update before: 2 actions finished, 3 dates put back, 1 rating worse."

    An action that is finished counts once, whatever says so; a rating that says so counts among the ratings too, as it
    stands among them below. What has no count of its own is counted at the end.
    """
    if not changes:
        return words.say("Nothing changed in this update.")
    finished = [change for change in changes if is_finished(change)]
    kinds = Counter(change.kind for change in changes)
    things = Counter((change.kind, thing.kind) for change in changes for thing in (change.thing, *change.others))
    counts = (
        ("{count} action finished", "{count} actions finished", len({change.thing.key for change in finished})),
        *((one, many, kinds[kind]) for kind, (one, many) in COUNTED.items()),
        *((one, many, things[kind]) for kind, (one, many) in COUNTED_THINGS.items()),
    )
    told = [words.plural(one, many, count) for one, many, count in counts if count]
    moved = reorderings(changes)
    told += [reordered(words, len(moved))] if moved else []
    left = sum(not _is_told(change, finished) for change in changes) - len(moved)
    if left and told:
        told.append(words.plural("{count} other change", "{count} other changes", left))
    elif left:
        told.append(words.plural("{count} smaller change", "{count} smaller changes", left))
    return words.say("Since the update before: {parts}.", parts=", ".join(told))


def is_reordering(change: Change) -> bool:
    """Whether `change` says no more than that something stands elsewhere in its list."""
    return change.kind == "moved" and (
        bool(change.path) or not change.source or not change.target or change.source.id == change.target.id
    )


def reorderings(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that only say another order, where they are so many that nobody would read them one by one."""
    found = tuple(change for change in changes if is_reordering(change))
    return found if len(found) > MOST_REORDERED else ()


def reordered(words: Words, count: int) -> str:
    """All of these in one line."""
    return words.plural("{count} entry in another order", "{count} entries in another order", count)


def is_finished(change: Change) -> bool:
    """Whether `change` says that an action is finished: rated as complete, at 100%, or closed."""
    if change.thing.kind != "action":
        return False
    if change.kind == "closed":
        return isinstance(change.new, Closure)
    if change.kind == "progress-up":
        return change.new == COMPLETE
    # What was complete when it was first rated may have been finished before.
    both = [value.tone for value in (change.old, change.new) if isinstance(value, Status)]
    return change.kind in RATINGS and len(both) == 2 and both[0] != "complete" == both[1]


def _is_told(change: Change, finished: Sequence[Change]) -> bool:
    if change in finished or change.kind in COUNTED:
        return True
    return any((change.kind, thing.kind) in COUNTED_THINGS for thing in (change.thing, *change.others))
