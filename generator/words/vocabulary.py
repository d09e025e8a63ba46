"""The closed vocabularies in words: one table for each, with what pages say for each of its entries.

The order of a table is that in which pages list its entries. A test holds that no entry is left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from generator.plan import vocabulary
from generator.plan.model import PlanWords
from generator.plan.vocabulary import (
    ActionKind,
    BodyKind,
    DecisionKind,
    Direction,
    EditionState,
    EvidenceKind,
    FindingKind,
    Impact,
    Level,
    MeasureKind,
    MissingKind,
    NoteKind,
    ObservationState,
    OccurrenceState,
    PlanKind,
    PlanRelation,
    PlanState,
    Priority,
    ReadingKind,
    RelationKind,
    ReviewResult,
    RiskState,
    RollUpRule,
    TargetKind,
    TimescaleRole,
)
from generator.status import OccurrenceNow
from generator.wording import Words


@dataclass(frozen=True, slots=True)
class Forms:
    """The words for an entry: on its own, as a part of something else, and what it means where a page explains it."""

    alone: str
    within: str = ""
    meaning: str = ""


# What goes without saying: the entry that a field has by default.
UNSAID = ""

# The plan as a whole

PLAN_KINDS: Mapping[PlanKind, str] = {
    "improvement-plan": "Improvement plan",
    "action-plan": "Action plan",
    "inspection-response": "Response to an inspection",
    "single-agency-plan": "Plan of one agency",
    "findings-report": "Report of findings",
}
PLAN_STATES: Mapping[PlanState, str] = {
    "draft": "Draft",
    "current": "In force",
    "ended": "Ended",
    "replaced": "Replaced by another plan",
}
PLAN_RELATIONS: Mapping[PlanRelation, str] = {
    "parent": "Part of",
    "child": "Has under it",
    "sibling": "Alongside",
    "predecessor": "Follows",
    "successor": "Followed by",
}
EDITION_STATES: Mapping[EditionState, str] = {
    "draft": "Draft",
    "approved": "Approved",
    "update": "Update",
    "withdrawn": "Withdrawn",
}
# One thing of a level and several, in the plan's own words.
LEVEL_NAMES: Mapping[Level, Callable[[PlanWords], tuple[str, str]]] = {
    "outcomes": lambda own: (own.outcome, own.outcomes),
    "actions": lambda own: (own.action, own.actions),
    "sub-actions": lambda own: (own.sub_action, own.sub_actions),
}
BODY_KINDS: Mapping[BodyKind, str] = {
    "council": "Council, or part of one",
    "nhs": "Health service",
    "police": "Police",
    "third-sector": "Voluntary sector",
    "committee": "Committee",
    "sub-group": "Sub-group",
    "inspectorate": "Inspectorate",
    "partnership": "Partnership",
    "role": "A role",
    "other": "Other",
}

# What is missing, and how the source was read

MISSING_KINDS: Mapping[MissingKind, Forms] = {
    "not-yet-rated": Forms(
        "Not yet rated",
        meaning="The plan rates this, and no rating has been published yet. It is not a good or a bad sign.",
    ),
    "withheld": Forms(
        "Withheld",
        meaning="There is a rating or a value, and there is a reason not to publish it. The reason is given.",
    ),
    "lost-in-conversion": Forms(
        "Lost when the source document was converted",
        meaning="The source document showed something here, such as a coloured symbol, that was lost when it was "
        "converted. We do not guess it.",
    ),
    "not-stated": Forms("Not stated", meaning="The source rates other things like this, and says nothing of this one."),
    "not-applicable": Forms("Does not apply", meaning="A rating would mean nothing here."),
    "suppressed": Forms(
        "Not shown, to protect people",
        meaning="There is a rating or a value. It could show who somebody is, so it is not published.",
    ),
}
READING_KINDS: Mapping[ReadingKind, Forms] = {
    "corrected": Forms(
        "Corrected", "corrected", "The document has a slip. We show what was meant, and keep what is printed."
    ),
    "inferred": Forms(
        "Worked out",
        "worked out, not stated",
        "The document does not say it outright. We worked it out, and say from what.",
    ),
    "unreadable": Forms(
        "Could not be read", "could not be read", "Something stood here and cannot be read. We do not guess it."
    ),
    "stated": Forms(
        "As stated, with a note",
        "as stated",
        "The document says so. The note tells how it is printed, or what to know of it.",
    ),
}

# Outcomes and actions

ACTION_KINDS: Mapping[ActionKind, str] = {
    "protocol": "A protocol or information",
    "practice": "Practice, to be watched",
    "training": "Training",
    "other": "Other",
}
PRIORITIES: Mapping[Priority, str] = {"low": "Low", "medium": "Medium", "high": "High"}
# How an action belongs with this one, as this one says; and the same where the other one says it.
RELATIONS: Mapping[RelationKind, tuple[str, str]] = {
    "mirrors": ("says the same", "says the same"),
    "follows": ("comes before this one", "comes after this one"),
    "merged-into": ("this one was merged into it", "was merged into this one"),
    "answers": ("is answered by this one", "answers this one"),
}
TIMESCALE_ROLES: Mapping[TimescaleRole, Forms] = {
    "target": Forms("Target date", "the target"),
    "due": Forms("By when", UNSAID),
    "reported": Forms("Reporting", "when it is reported"),
}
NOTE_KINDS: Mapping[NoteKind, str] = {"progress": UNSAID, "plan": "planned", "evidence": "evidence"}
ROLL_UP_RULES: Mapping[RollUpRule, str] = {
    "worst": "The worst rating among the parts below it. A part whose rating is missing, withheld or no longer holds "
    "is not known. While any is not known, nothing is called well.",
}

# Measures

MEASURE_KINDS: Mapping[MeasureKind, str] = {
    "count": "measured as a count",
    "percent": "measured as a percentage",
    "judgement": "measured as a judgement",
    "survey": "measured by a survey",
    "exists": "measured by whether it is there",
    "trend": "measured as a trend",
}
DIRECTIONS: Mapping[Direction, str] = {
    "up": "more is better",
    "down": "less is better",
    "keep": "it should stay as it is",
}
TARGET_KINDS: Mapping[TargetKind, Forms] = {
    "aspirational": Forms("aspirational target: {value}", "the aspirational target, {value}"),
    "committed": Forms("target: {value}", "the target, {value}"),
}
OBSERVATION_STATES: Mapping[ObservationState, str] = {
    "final": UNSAID,
    "provisional": "provisional",
    "suppressed": "not shown to protect people",
}

# How the plan is watched

# As the plan says it, in changes; and as it is on a day.
OCCURRENCE_STATES: Mapping[OccurrenceState, str] = {
    "kept": "kept",
    "late": "made after it was due",
    "missed": "missed",
    "not-yet": "not yet",
    "not-stated": "not stated",
}
OCCURRENCES_NOW: Mapping[OccurrenceNow, str] = {
    "kept": "kept",
    "late": "kept after it was due",
    "made": "made; whether in time is not stated",
    "missed": "not kept",
    "to-come": "still to come",
    "not-yet": "not yet made, as the plan says",
    "not-known": "nothing published since",
    "not-said": "nothing is recorded",
    "unsaid": "the plan does not say whether it was made",
}
FINDING_KINDS: Mapping[FindingKind, str] = {
    "recommendation": "Recommendation",
    "area-for-improvement": "Area for improvement",
    "grades": "Grades by area",
    "counts": "How many areas had each grade",
}
DECISION_KINDS: Mapping[DecisionKind, str] = {
    "agreed": "Agreed",
    "noted": "Noted",
    "revised": "Revised",
    "submitted": "Submitted",
    "set-up": "Set up",
}
IMPACTS: Mapping[Impact, str] = {"low": "Low", "medium": "Medium", "high": "High", "none": "None"}
RISK_STATES: Mapping[RiskState, str] = {
    "open": "Open",
    "being-dealt-with": "Being dealt with",
    "resolved": "Resolved",
    "answered": "Answered",
}
EVIDENCE_KINDS: Mapping[EvidenceKind, str] = {
    "audit": "Audit",
    "case-file-sample": "Sample of case files",
    "survey": "Survey",
    "data": "Figures",
    "minutes": "Minutes of a meeting",
    "document": "Document",
}
REVIEW_RESULTS: Mapping[ReviewResult, str] = {
    "confirmed": "confirmed",
    "changed": "changed",
    "not-enough-evidence": "not enough evidence",
}

# In sentences about changes

# The entries of all vocabularies.
ENTRIES = frozenset(
    entry for kind in vars(vocabulary).values() if get_origin(kind) is Literal for entry in get_args(kind)
)


def plain_entry(words: Words, entry: str) -> str:
    """An entry as a change names it, by its own word, which is plain English: "being dealt with"."""
    return words.say(entry.replace("-", " "))
