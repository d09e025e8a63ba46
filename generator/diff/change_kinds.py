"""Every kind of change in one table: how it is said, where readers look for it, and what it means for an edition."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal

from generator.diff.identity import TYPES
from generator.plan.field_types import about
from generator.plan.vocabulary import ChangeKind

# The sentences that `words.changes` can make.
Sentence = Literal[
    "added", "ceased", "changed", "closure", "date", "figure", "interval", "lapsed", "lead", "moved", "note",
    "occurrence", "progress", "rating", "removed", "renumbered", "review", "revision", "target", "wording",
]  # fmt: skip
# Where readers look for a change, in the order of pages.
GroupKind = Literal[
    "worse", "put-back", "taken-out", "lowered", "better", "brought-forward", "done", "added", "reworded", "other"
]


@dataclass(frozen=True, slots=True)
class KindOfChange:
    """One kind of change.

    `group` is where it stands whatever is done; without one, that goes by whether something was added or taken out.
    `is_significant`: no minor update may hold it. `counted` are the words for one and for several of them in the
    sentence that sums an update up; without, it is one of the other changes.
    """

    kind: ChangeKind
    sentence: Sentence
    _: KW_ONLY
    group: GroupKind | None = None
    is_significant: bool = False
    counted: tuple[str, str] | None = None


KINDS: tuple[KindOfChange, ...] = (
    KindOfChange("added", "added", group="added"),
    KindOfChange("removed", "removed", group="taken-out"),
    KindOfChange("moved", "moved", group="other"),
    KindOfChange("renumbered", "renumbered"),
    KindOfChange(
        "rating-better",
        "rating",
        group="better",
        is_significant=True,
        counted=("{count} rating better", "{count} ratings better"),
    ),
    KindOfChange(
        "rating-worse",
        "rating",
        group="worse",
        is_significant=True,
        counted=("{count} rating worse", "{count} ratings worse"),
    ),
    KindOfChange(
        "rating-changed",
        "rating",
        group="other",
        is_significant=True,
        counted=("{count} rating neither better nor worse", "{count} ratings neither better nor worse"),
    ),
    KindOfChange(
        "lapsed",
        "lapsed",
        group="worse",
        is_significant=True,
        counted=("{count} rating lapsed", "{count} ratings lapsed"),
    ),
    KindOfChange(
        "date-later",
        "date",
        group="put-back",
        is_significant=True,
        counted=("{count} date put back", "{count} dates put back"),
    ),
    KindOfChange(
        "date-earlier",
        "date",
        group="brought-forward",
        is_significant=True,
        counted=("{count} date brought forward", "{count} dates brought forward"),
    ),
    KindOfChange("date-reworded", "date", group="reworded"),
    KindOfChange(
        "date-removed",
        "date",
        group="put-back",
        is_significant=True,
        counted=("{count} date taken away", "{count} dates taken away"),
    ),
    KindOfChange("date-given", "date", group="added", is_significant=True),
    KindOfChange("timescale-reworded", "date", group="reworded"),
    KindOfChange("timescale-changed", "changed"),
    KindOfChange("timescale-added", "date", is_significant=True),
    KindOfChange("timescale-removed", "date", is_significant=True),
    KindOfChange("revision-recorded", "revision"),
    KindOfChange("revision-changed", "revision"),
    KindOfChange("revision-removed", "revision", is_significant=True),
    KindOfChange("lead-added", "lead", is_significant=True),
    KindOfChange("lead-changed", "lead", is_significant=True),
    KindOfChange("lead-removed", "lead", is_significant=True),
    KindOfChange("wording", "wording"),
    KindOfChange("measure", "changed"),
    KindOfChange("target-added", "target"),
    KindOfChange("target-raised", "target", group="better"),
    KindOfChange(
        "target-lowered",
        "target",
        group="lowered",
        is_significant=True,
        counted=("{count} target lowered", "{count} targets lowered"),
    ),
    KindOfChange("target-changed", "target"),
    KindOfChange("target-removed", "target", is_significant=True),
    KindOfChange("figure-added", "figure"),
    KindOfChange("figure-corrected", "figure"),
    KindOfChange("figure-removed", "figure"),
    KindOfChange("evidence", "changed"),
    KindOfChange("finding", "changed"),
    KindOfChange("risk", "changed"),
    KindOfChange("decision", "changed"),
    KindOfChange("report", "changed"),
    KindOfChange("occurrence-added", "occurrence"),
    KindOfChange("occurrence-kept", "occurrence", group="done"),
    KindOfChange("occurrence-missed", "occurrence", group="worse"),
    KindOfChange("occurrence-changed", "occurrence"),
    KindOfChange("occurrence-removed", "occurrence", is_significant=True),
    KindOfChange("note-added", "note"),
    KindOfChange("note-reworded", "note", group="reworded"),
    KindOfChange(
        "note-removed",
        "note",
        group="taken-out",
        is_significant=True,
        counted=("{count} note taken out", "{count} notes taken out"),
    ),
    KindOfChange("review-added", "review", group="done"),
    KindOfChange("review-changed", "review"),
    KindOfChange("review-removed", "review", is_significant=True),
    KindOfChange("review-interval-longer", "interval", group="lowered", is_significant=True),
    KindOfChange("review-interval-shorter", "interval", group="better"),
    KindOfChange("review-interval-reworded", "interval"),
    KindOfChange("closed", "closure", group="done"),
    KindOfChange("reopened", "closure", group="worse"),
    KindOfChange("closure-changed", "closure"),
    KindOfChange("progress-up", "progress", group="better"),
    KindOfChange("progress-down", "progress", group="worse"),
    KindOfChange("progress-changed", "progress"),
    KindOfChange("priority", "changed"),
    KindOfChange("relation", "changed", group="other"),
    KindOfChange("grouping", "changed", group="other"),
    KindOfChange("body-changed", "changed"),
    KindOfChange("body-ceased", "ceased", group="taken-out"),
    KindOfChange("event", "changed"),
    KindOfChange("glossary", "changed"),
    KindOfChange("legend", "changed"),
    KindOfChange("summary", "changed"),
    KindOfChange("version", "changed"),
    KindOfChange("reading", "changed"),
    KindOfChange("accepted", "changed", group="other"),
    KindOfChange("plan", "changed"),
    KindOfChange("other", "changed"),
)
BY_KIND: Mapping[ChangeKind, KindOfChange] = {row.kind: row for row in KINDS}
# Counted in the sentence that sums an update up, in its order.
COUNTED: tuple[ChangeKind, ...] = (
    "date-later",
    "date-removed",
    "rating-worse",
    "lapsed",
    "target-lowered",
    "note-removed",
    "rating-better",
    "rating-changed",
    "date-earlier",
)


def value_kind(kind: Any, operation: Literal["added", "changed", "removed"]) -> ChangeKind:
    """The kind of change that a value of the type `kind` was added, changed or removed."""
    known = TYPES[kind]
    found = known.added if operation == "added" else known.removed if operation == "removed" else None
    return found or known.change


def field_kind(owner: Any, name: str) -> ChangeKind:
    """The kind of a change of one field of a thing, or of a value."""
    return about(owner, name).change or TYPES[owner].change
