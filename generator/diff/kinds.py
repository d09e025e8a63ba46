"""The kind of each change: by the type and the field that differ, and by which way they went."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.diff.change import ChangeKind
from generator.plan.model import (
    Accepted,
    Action,
    BackgroundPapers,
    Body,
    Closed,
    Closure,
    ComputedRule,
    Contact,
    Decision,
    Declaration,
    Event,
    Evidence,
    Example,
    Finding,
    FormerName,
    Governance,
    Grade,
    GradeCount,
    GradeCounts,
    KeyIssue,
    Lead,
    MatrixCell,
    MatrixRow,
    Measure,
    Note,
    Observation,
    Occurrence,
    Outcome,
    Period,
    PlanWords,
    PrintedSummary,
    PrintedVersion,
    PublicPlan,
    Reading,
    Related,
    RelatedPlan,
    Report,
    Review,
    ReviewRule,
    Revision,
    Risk,
    Status,
    StatusScheme,
    Target,
    Term,
    Timescale,
)


class Kinds(NamedTuple):
    """What it is called when a value is there that was not, is another, or is there no more."""

    added: ChangeKind
    changed: ChangeKind
    removed: ChangeKind


def _one(kind: ChangeKind) -> Kinds:
    return Kinds(kind, kind, kind)


# By the type of the value. Of times, targets, occurrences and closures the judges know more.
VALUE_KINDS: Mapping[type[Any], Kinds] = {
    Lead: Kinds("lead-added", "lead-changed", "lead-removed"),
    Timescale: Kinds("timescale-added", "timescale-changed", "timescale-removed"),
    Revision: Kinds("revision-recorded", "revision-changed", "revision-removed"),
    Note: Kinds("note-added", "note-reworded", "note-removed"),
    Target: Kinds("target-added", "target-changed", "target-removed"),
    Observation: Kinds("figure-added", "figure-corrected", "figure-removed"),
    Review: Kinds("review-added", "review-changed", "review-removed"),
    ReviewRule: _one("review-changed"),
    Occurrence: Kinds("occurrence-added", "occurrence-changed", "occurrence-removed"),
    Closure: _one("closure-changed"),
    Closed: Kinds("closed", "plan", "reopened"),
    Related: _one("relation"),
    RelatedPlan: _one("relation"),
    Reading: _one("reading"),
    Term: _one("glossary"),
    **dict.fromkeys((Grade, GradeCounts, GradeCount), _one("finding")),
    **dict.fromkeys((PrintedSummary, MatrixRow, MatrixCell), _one("summary")),
    **dict.fromkeys((Status, StatusScheme, ComputedRule), _one("legend")),
    **dict.fromkeys((Period, Governance, Example, PlanWords, BackgroundPapers, Declaration, Contact), _one("plan")),
    FormerName: _one("body-changed"),
    PrintedVersion: _one("version"),
    Accepted: _one("accepted"),
}
# By the field, where its kind is not that of its type.
FIELD_KINDS: Mapping[tuple[type[Any], str], ChangeKind] = {
    **{(kind, "number"): "renumbered" for kind in (Outcome, Action, Finding)},
    **{(Outcome, name): "wording" for name in ("title", "short_title", "question", "description")},
    **{(kind, name): "wording" for kind in (Action, KeyIssue, Finding) for name in ("title", "text", "points")},
    **{(PublicPlan, name): "wording" for name in ("title", "short_title", "summary", "vision", "introduction")},
    (PublicPlan, "responds_to"): "wording",
    (PublicPlan, "rated"): "legend",
    (Governance, "text"): "wording",
    (Measure, "text"): "wording",
    **{(Evidence, name): "wording" for name in ("title", "shows")},
    **{(Risk, name): "wording" for name in ("name", "comment", "response")},
    (Decision, "text"): "wording",
    (Report, "what"): "wording",
    **{(Body, name): "body-ceased" for name in ("ceased_on", "ceased")},
    (Action, "priority"): "priority",
    **{(kind, "evidence"): "evidence" for kind in (Outcome, Action)},
    **{(kind, "answers"): "finding" for kind in (Outcome, Action)},
    (KeyIssue, "actions"): "grouping",
    **{(kind, "measures"): "measure" for kind in (Outcome, Action)},
}
# By the type of the thing that has the field.
THING_KINDS: Mapping[type[Any], ChangeKind] = {
    PublicPlan: "plan",
    Measure: "measure",
    Finding: "finding",
    Evidence: "evidence",
    Risk: "risk",
    Decision: "decision",
    Report: "report",
    Body: "body-changed",
    Event: "event",
}
# Values whose fields are told one by one, as those of things are. Of all others one change tells.
TOLD_BY_FIELD = (StatusScheme, ReviewRule, Governance)


def field_kind(owner: type[Any], name: str) -> ChangeKind:
    """The kind of a change of one field of a thing, or of a value."""
    if found := FIELD_KINDS.get((owner, name)):
        return found
    if owner in VALUE_KINDS:
        return VALUE_KINDS[owner].changed
    return THING_KINDS.get(owner, "other")
