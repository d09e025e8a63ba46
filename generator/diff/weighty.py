"""Which changes are too heavy for an update that is called minor."""

from collections.abc import Iterable

from generator.diff.change import Change, ChangeKind
from generator.public import Missing, Note

# What forbids it whatever it holds. A date that is only said in other words does not.
WEIGHTY: frozenset[ChangeKind] = frozenset(
    {
        "rating-better",
        "rating-worse",
        "rating-changed",
        "lapsed",
        "date-later",
        "date-earlier",
        "date-removed",
        "date-given",
        "timescale-added",
        "timescale-removed",
        "lead-added",
        "lead-changed",
        "lead-removed",
        "target-lowered",
        "target-removed",
        "note-removed",
        "review-interval-longer",
        "revision-removed",
    }
)
# Things of which none goes unnoticed, with whatever went with them.
KEPT = ("outcome", "action", "measure", "evidence", "finding")


def weighty(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Those of `changes` for which an update is significant."""
    return tuple(change for change in changes if _is_weighty(change))


def _is_weighty(change: Change) -> bool:
    if change.kind in WEIGHTY:
        return True
    if change.kind == "removed":
        return any(thing.kind in KEPT for thing in (change.thing, *change.others))
    if change.kind in ("evidence", "finding"):
        # An action no longer names what stood behind it, or what it answers.
        return change.field in ("evidence", "answers") and change.old is not None
    if change.kind == "target-changed":
        # Nobody can tell whether it asks for less.
        return "value" in change.fields
    if change.kind == "note-reworded":
        # Its text was taken out, and why is said in its place.
        return isinstance(change.new, Note) and isinstance(change.new.text, Missing) and change.old != change.new
    if change.field in ("rated", "direction") or change.kind == "legend":
        # What is rated, what counts as better, and what a rating says.
        return True
    # A day from which others are counted.
    return change.kind == "event" and change.field == "date"
