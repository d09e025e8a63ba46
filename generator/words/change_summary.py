"""All that changed in an update, counted in one sentence."""

from collections.abc import Iterable, Sequence

from generator.diff import BY_KIND, COUNTED, Change
from generator.plan.model import Closure, Status
from generator.plan.vocabulary import ChangeKind, ThingKind
from generator.wording import Words
from generator.words.view import Update

COMPLETE = 100
# So many changes of order are told one by one.
MOST_REORDERED = 6
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
    by_kind = {kind: [change for change in changes if change.kind == kind] for kind in COUNTED}
    parts = [
        _finished(words, len({change.thing.key for change in finished})),
        *(_counted(words, kind, len(found)) for kind, found in by_kind.items()),
        _taken_out(words, _things(changes, "removed", "outcome"), _things(changes, "removed", "action")),
        _new(words, _things(changes, "added", "outcome"), _things(changes, "added", "action")),
    ]
    moved = reorderings(changes)
    parts += [reordered(words, len(moved))] if moved else []
    told = [part for part in parts if part]
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
    things = (change.thing, *change.others)
    return change.kind in ("added", "removed") and any(thing.kind in ("outcome", "action") for thing in things)


def _things(changes: Iterable[Change], kind: ChangeKind, thing: ThingKind) -> int:
    """How many things of one kind were added or removed, alone or with others."""
    found = (item for change in changes if change.kind == kind for item in (change.thing, *change.others))
    return sum(item.kind == thing for item in found)


def _finished(words: Words, count: int) -> str:
    return words.plural("{count} action finished", "{count} actions finished", count) if count else ""


def _counted(words: Words, kind: ChangeKind, count: int) -> str:
    forms = BY_KIND[kind].counted
    return words.plural(*forms, count) if forms and count else ""


def _taken_out(words: Words, outcomes: int, actions: int) -> str:
    found = [words.plural("{count} outcome taken out", "{count} outcomes taken out", outcomes)] if outcomes else []
    found += [words.plural("{count} action taken out", "{count} actions taken out", actions)] if actions else []
    return ", ".join(found)


def _new(words: Words, outcomes: int, actions: int) -> str:
    found = [words.plural("{count} outcome added", "{count} outcomes added", outcomes)] if outcomes else []
    found += [words.plural("{count} action added", "{count} actions added", actions)] if actions else []
    return ", ".join(found)
