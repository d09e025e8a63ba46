"""What makes a thing the same thing in another edition: its id, or what else tells it from its neighbours.

Where several items of a list have one identity, the first is the first: so a note is found by its date and its place in
that day.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from generator.diff.change import ThingKind
from generator.plan.model import (
    Accepted,
    Action,
    Body,
    Closure,
    Contact,
    Decision,
    Declaration,
    Event,
    Evidence,
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
    PrintedVersion,
    PublicPlan,
    Reading,
    Related,
    RelatedPlan,
    Report,
    Review,
    Revision,
    Risk,
    Status,
    Target,
    Term,
    Timescale,
)

# Things with a permanent id: wherever in the plan one stands, it is the same. Another id is another thing.
THINGS: Mapping[type[Any], ThingKind] = {
    Outcome: "outcome",
    KeyIssue: "key-issue",
    Action: "action",
    Measure: "measure",
    Finding: "finding",
    Evidence: "evidence",
    Risk: "risk",
    Decision: "decision",
    Report: "report",
    Body: "body",
    Event: "event",
}
# The lists in which they stand.
HOLDERS: Mapping[type[Any], Mapping[str, type[Any]]] = {
    PublicPlan: {
        "events": Event,
        "bodies": Body,
        "outcomes": Outcome,
        "findings": Finding,
        "evidence": Evidence,
        "risks": Risk,
        "decisions": Decision,
        "reports": Report,
    },
    Outcome: {"measures": Measure, "key_issues": KeyIssue, "actions": Action},
    Action: {"measures": Measure, "sub_actions": Action},
}
# What a thing is called.
TITLES: Mapping[ThingKind, str] = {
    "plan": "title",
    "outcome": "title",
    "key-issue": "title",
    "action": "title",
    "measure": "text",
    "finding": "title",
    "evidence": "title",
    "risk": "name",
    "decision": "text",
    "report": "what",
    "body": "name",
    "event": "name",
}
# Items without an id of their own, within the value that holds their list.
IDENTITIES: Mapping[type[Any], Callable[[Any], Hashable]] = {
    Reading: lambda reading: reading.field,
    Revision: lambda revision: (revision.words, revision.moved_on),
    Timescale: lambda timescale: timescale.role,
    Lead: lambda lead: (lead.body, lead.role, lead.withheld),
    FormerName: lambda former: former.name,
    Status: lambda status: status.id,
    Note: lambda note: note.date or note.date_words,
    Target: lambda target: target.kind,
    Observation: lambda figure: (figure.label, figure.period),
    Review: lambda review: (review.date, review.by),
    Related: lambda related: (related.plan, related.action),
    Closure: lambda closure: (closure.date, closure.reopened),
    Grade: lambda grade: (grade.indicator, grade.area),
    GradeCounts: lambda counts: counts.indicator,
    GradeCount: lambda count: count.grade,
    MatrixRow: lambda row: row.outcome,
    MatrixCell: lambda cell: cell.status,
    Occurrence: lambda occurrence: occurrence.due or ("held", occurrence.held_on),
    Term: lambda term: term.term,
    RelatedPlan: lambda related: (related.plan, related.title),
    Contact: lambda contact: contact.role,
    PrintedVersion: lambda version: (version.version, version.date),
    Declaration: lambda declaration: declaration.text,
    Accepted: lambda accepted: (accepted.code, accepted.id),
}

# The fields that name things by their ids. Where one may hold other words too, a page shows the thing of that id.
REFERENCES: Mapping[type[Any], tuple[str, ...]] = {
    PublicPlan: ("partners",),
    Governance: ("reports_to",),
    Body: ("parent", "succeeded_by"),
    Outcome: ("evidence", "answers"),
    KeyIssue: ("actions",),
    Action: ("evidence", "answers"),
    Lead: ("body", "covers"),
    Timescale: ("event", "report"),
    Revision: ("decided_by",),
    Closure: ("decided_by",),
    Review: ("by", "evidence"),
    Related: ("action",),
    Measure: ("covers",),
    MatrixRow: ("outcome",),
    Report: ("sender", "to"),
    Evidence: ("held_by",),
    Risk: ("body",),
    Decision: ("body", "affects"),
}
REFERENCE_FIELDS = frozenset(name for names in REFERENCES.values() for name in names)


def listed_as(holder: type[Any], kind: type[Any]) -> str:
    """The field of `holder` that lists things of the type `kind`."""
    return next(name for name, held in HOLDERS[holder].items() if held is kind)
