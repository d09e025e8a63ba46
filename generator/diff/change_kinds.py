"""Every kind of change in one table: its sentence, the group that readers find it in, and its weight for an edition."""

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

    `sentence` says which function of `words.changes` makes its sentence, of the `message` where it has one.
    `group` is where it stands whatever is done; without one, that goes by whether something was added or taken out.
    `is_significant`: no minor update may hold it. `counted` are the words for one and for several of them in the
    sentence that sums an update up; without, it is one of the other changes.
    """

    kind: ChangeKind
    sentence: Sentence
    _: KW_ONLY
    message: str = ""
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
        message="{thing} {rating}: better, from {old} to {new}",
        group="better",
        is_significant=True,
        counted=("{count} rating better", "{count} ratings better"),
    ),
    KindOfChange(
        "rating-worse",
        "rating",
        message="{thing} {rating}: worse, from {old} to {new}",
        group="worse",
        is_significant=True,
        counted=("{count} rating worse", "{count} ratings worse"),
    ),
    KindOfChange(
        "rating-changed",
        "rating",
        message="{thing} {rating}: was {old}, now {new}",
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
        message="{thing}: was {old}, now {new}",
        group="put-back",
        is_significant=True,
        counted=("{count} date put back", "{count} dates put back"),
    ),
    KindOfChange(
        "date-earlier",
        "date",
        message="{thing}: was {old}, now {new}",
        group="brought-forward",
        is_significant=True,
        counted=("{count} date brought forward", "{count} dates brought forward"),
    ),
    KindOfChange(
        "date-reworded",
        "date",
        message="{thing}: was “{old}”, now “{new}”: the same date in other words",
        group="reworded",
    ),
    KindOfChange(
        "date-removed",
        "date",
        message="{thing}: was {old}, now without a date ({new})",
        group="put-back",
        is_significant=True,
        counted=("{count} date taken away", "{count} dates taken away"),
    ),
    KindOfChange(
        "date-given",
        "date",
        message="{thing}: now {new}, before without a date ({old})",
        group="added",
        is_significant=True,
    ),
    KindOfChange("timescale-reworded", "date", message="{thing}: was “{old}”, now “{new}”", group="reworded"),
    KindOfChange("timescale-changed", "changed"),
    KindOfChange("timescale-added", "date", message="{thing}: “{new}” was added", is_significant=True),
    KindOfChange("timescale-removed", "date", message="{thing}: “{old}” was taken out", is_significant=True),
    KindOfChange("revision-recorded", "revision"),
    KindOfChange("revision-changed", "changed"),
    KindOfChange("revision-removed", "changed", is_significant=True),
    KindOfChange("lead-added", "lead", message="{thing} {lead}: {new} was added", is_significant=True),
    KindOfChange("lead-changed", "lead", message="{thing} {lead}: was {old}, now {new}", is_significant=True),
    KindOfChange("lead-removed", "lead", message="{thing} {lead}: {old} was taken off", is_significant=True),
    KindOfChange("wording", "wording"),
    KindOfChange("measure", "changed"),
    KindOfChange("target-added", "target", message="{thing}: {new}, which was not there before"),
    KindOfChange("target-raised", "target", message="{thing} target raised: was {old}, now {new}", group="better"),
    KindOfChange(
        "target-lowered",
        "target",
        message="{thing} target lowered: was {old}, now {new}",
        group="lowered",
        is_significant=True,
        counted=("{count} target lowered", "{count} targets lowered"),
    ),
    KindOfChange("target-changed", "target", message="{thing} target: was {old}, now {new}"),
    KindOfChange("target-removed", "target", message="{thing}: {old}, which was taken out", is_significant=True),
    KindOfChange("figure-added", "figure", message="{thing}: figure added, {new}"),
    KindOfChange("figure-corrected", "figure", message="{thing}: figure was {old}, now {new}"),
    KindOfChange("figure-removed", "figure", message="{thing}: figure taken out, {old}"),
    KindOfChange("evidence", "changed"),
    KindOfChange("finding", "changed"),
    KindOfChange("risk", "changed"),
    KindOfChange("decision", "changed"),
    KindOfChange("report", "changed"),
    KindOfChange("occurrence-added", "changed"),
    KindOfChange("occurrence-kept", "occurrence", group="done"),
    KindOfChange("occurrence-missed", "occurrence", group="worse"),
    KindOfChange("occurrence-changed", "changed"),
    KindOfChange("occurrence-removed", "changed", is_significant=True),
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
    KindOfChange("review-changed", "changed"),
    KindOfChange("review-removed", "changed", is_significant=True),
    KindOfChange(
        "review-interval-longer",
        "interval",
        message="{thing} is to be reviewed less often: was {old}, now {new}",
        group="lowered",
        is_significant=True,
    ),
    KindOfChange(
        "review-interval-shorter",
        "interval",
        message="{thing} is to be reviewed more often: was {old}, now {new}",
        group="better",
    ),
    KindOfChange(
        "review-interval-reworded",
        "interval",
        message="{thing} is to be reviewed as often as before: was {old}, now {new}",
    ),
    KindOfChange("closed", "closure", group="done"),
    KindOfChange("reopened", "closure", group="worse"),
    KindOfChange("closure-changed", "closure"),
    KindOfChange("progress-up", "progress", message="{thing} progress: up, from {old} to {new}", group="better"),
    KindOfChange("progress-down", "progress", message="{thing} progress: down, from {old} to {new}", group="worse"),
    KindOfChange("progress-changed", "progress", message="{thing} progress: was {old}, now {new}"),
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
# In the order of the sentence that sums an update up.
SUMMED_UP: tuple[ChangeKind, ...] = (
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
IN_SUMMARY = tuple(BY_KIND[kind] for kind in SUMMED_UP)


def value_kind(kind: Any, operation: Literal["added", "changed", "removed"]) -> ChangeKind:
    """The kind of change that a value of the type `kind` was added, changed or removed."""
    known = TYPES[kind]
    found = known.added if operation == "added" else known.removed if operation == "removed" else None
    return found or known.change


def field_kind(owner: Any, name: str) -> ChangeKind:
    """The kind of a change of one field of a thing, or of a value."""
    return about(owner, name).change or TYPES[owner].change
