"""The closed vocabularies of the plan model: words that a plan file may use, the same in code, page and data."""

from typing import Literal, get_args

# Names that the site's own pages and the engine use, and that no plan, entry or hand-written page may have.
RESERVED = frozenset({"index", "readme", "templates"})
# The same at the top of a site, where plans and hand-written pages stand.
RESERVED_AT_TOP = RESERVED | frozenset({"404", "assets", "build", "feed", "images", "pagefind", "search", "sitemap"})

# Why a text was taken down. A closed list, so that no line of the lock says what it was.
Ground = Literal["personal data", "confidential", "court order", "copyright", "mistake"]
Tone = Literal["on-track", "at-risk", "off-track", "complete", "not-started", "paused", "withheld", "not-rated"]
MissingKind = Literal["not-stated", "not-applicable", "not-yet-rated", "withheld", "suppressed", "lost-in-conversion"]
ReadingKind = Literal["stated", "inferred", "corrected", "unreadable"]
PlanKind = Literal["improvement-plan", "action-plan", "inspection-response", "single-agency-plan", "findings-report"]
PlanState = Literal["draft", "current", "ended", "replaced"]
Level = Literal["outcomes", "actions", "sub-actions"]
LEVELS: tuple[Level, ...] = ("outcomes", "actions", "sub-actions")
ActionKind = Literal["protocol", "practice", "training", "other"]
Priority = Literal["low", "medium", "high"]
BodyKind = Literal[
    "council", "nhs", "police", "third-sector", "committee", "sub-group", "inspectorate", "partnership", "role", "other"
]
TimescaleRole = Literal["target", "due", "reported"]
OccurrenceState = Literal["kept", "late", "missed", "not-yet", "not-stated"]
NoteKind = Literal["progress", "plan", "evidence"]
MeasureKind = Literal["count", "percent", "judgement", "survey", "exists", "trend"]
Direction = Literal["up", "down", "keep"]
TargetKind = Literal["aspirational", "committed"]
ObservationState = Literal["final", "provisional", "suppressed"]
FindingKind = Literal["recommendation", "area-for-improvement", "grades", "counts"]
# What of these asks for an answer; grades and their counts are read only.
ANSWERED: tuple[FindingKind, ...] = ("recommendation", "area-for-improvement")
RelationKind = Literal["mirrors", "follows", "merged-into", "answers"]
PlanRelation = Literal["parent", "child", "sibling", "predecessor", "successor"]
Impact = Literal["low", "medium", "high", "none"]
RiskState = Literal["open", "being-dealt-with", "resolved", "answered"]
DecisionKind = Literal["agreed", "noted", "revised", "submitted", "set-up"]
EvidenceKind = Literal["audit", "case-file-sample", "survey", "data", "minutes", "document"]
ReviewResult = Literal["confirmed", "changed", "not-enough-evidence"]
EditionState = Literal["draft", "approved", "update", "withdrawn"]
RollUpRule = Literal["worst"]
# What has an id of its own, and the plan itself.
ThingKind = Literal[
    "plan",
    "outcome",
    "key-issue",
    "action",
    "measure",
    "finding",
    "evidence",
    "risk",
    "decision",
    "report",
    "body",
    "event",
]
# What a field can name by its id: a thing, whichever has an id of its own, a rating, another plan.
ReferenceKind = Literal[
    "action", "body", "entry", "event", "evidence", "finding", "outcome", "plan", "report", "status"
]
# What a difference between two editions is.
ChangeKind = Literal[
    "added",
    "removed",
    "moved",
    "renumbered",
    "rating-better",
    "rating-worse",
    "rating-changed",
    "lapsed",
    "date-later",
    "date-earlier",
    "date-reworded",
    "date-removed",
    "date-given",
    "timescale-reworded",
    "timescale-changed",
    "timescale-added",
    "timescale-removed",
    "revision-recorded",
    "revision-changed",
    "revision-removed",
    "lead-added",
    "lead-changed",
    "lead-removed",
    "wording",
    "measure",
    "target-added",
    "target-raised",
    "target-lowered",
    "target-changed",
    "target-removed",
    "figure-added",
    "figure-corrected",
    "figure-removed",
    "evidence",
    "finding",
    "risk",
    "decision",
    "report",
    "occurrence-added",
    "occurrence-kept",
    "occurrence-missed",
    "occurrence-changed",
    "occurrence-removed",
    "note-added",
    "note-reworded",
    "note-removed",
    "review-added",
    "review-changed",
    "review-removed",
    "review-interval-longer",
    "review-interval-shorter",
    "review-interval-reworded",
    "closed",
    "reopened",
    "closure-changed",
    "progress-up",
    "progress-down",
    "progress-changed",
    "priority",
    "relation",
    "grouping",
    "body-changed",
    "body-ceased",
    "event",
    "glossary",
    "legend",
    "summary",
    "version",
    "reading",
    "accepted",
    "plan",
    "other",
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
# What a status tag looks like: a tone, or what has become of a rating or a date.
Look = Literal[
    "on-track",
    "at-risk",
    "off-track",
    "complete",
    "not-started",
    "paused",
    "withheld",
    "not-rated",
    "lapsed",
    "overdue",
    "unknown",
]
