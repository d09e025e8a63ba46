"""The plan as it is published: frozen types that hold the public fields and nothing else.

`projection.project` fills them from a Plan by name; editions freeze them; pages, formats and data are made of them.
What a field means stands beside its namesake in `model`.
"""

from dataclasses import dataclass, field
from datetime import date as Day

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
    Tone,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why there is no value."""

    missing: MissingKind
    ground: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a value of this entry was read, where it is not simply what the source prints."""

    field: str
    reading: ReadingKind
    verbatim: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribed:
    """Whatever is taken from a source, which may have to be read with care."""

    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Transcribed):
    """Whatever has a permanent id of ours."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to a day, both included."""

    start: Day
    end: Day
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier wording of a timescale, and who moved it."""

    words: str
    moved_on: Day | None = None
    decided_by: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timescale:
    """By when: the officer's own words. `timescale.read` says how we read them."""

    words: str
    role: TimescaleRole = "due"
    verbatim: str | None = None
    read_as: str | None = None
    reading: ReadingKind = "stated"
    note: str | None = None
    event: str | None = None
    since: Day | None = None
    report: str | None = None
    revises: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead(Transcribed):
    """A body or a role that answers for an action; never a person's name."""

    body: str | None = None
    role: str | None = None
    qualifier: str | None = None
    covers: tuple[str, ...] = ()
    as_above: bool = False
    withheld: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a body went by."""

    name: str
    until: Day | None = None
    until_words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation, group or role that the plan names."""

    id: str
    name: str
    short_name: str | None = None
    kind: BodyKind = "other"
    parent: str | None = None
    former_names: tuple[FormerName, ...] = ()
    ceased_on: Day | None = None
    ceased: str | None = None
    succeeded_by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One rating of the plan's own legend."""

    id: str
    label: str
    meaning: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedRule:
    """How a status follows from facts: 100% is complete, past due, due within the window, else in time."""

    complete: str
    past_due: str
    due_soon: str
    in_time: str
    window_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusScheme:
    """The plan's legend of ratings."""

    name: str | None = None
    statuses: tuple[Status, ...] = ()
    scale: tuple[str, ...] = ()
    valid_from: Day | None = None
    rule: str | None = None
    computed: ComputedRule | None = None
    roll_up: RollUpRule | None = None
    review_every: str | None = None
    rated_by: str | None = None
    how_often: str | None = None
    what_is_rated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Transcribed):
    """A dated piece of progress. Its identity is its date and its place in that day."""

    text: str | Missing
    date: Day | None = None
    date_words: str | None = None
    kind: NoteKind = "progress"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a measure should reach."""

    value: str | Missing
    kind: TargetKind = "committed"
    by: Timescale | None = None
    reviewed_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One figure of a measure."""

    label: str | None = None
    period: str
    value: str | Missing
    part_of: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    state: ObservationState = "final"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Entry):
    """How we will know."""

    text: str
    kind: MeasureKind | None = None
    unit: str | None = None
    baseline: Observation | None = None
    targets: tuple[Target, ...] = ()
    direction: Direction | None = None
    frequency: str | None = None
    observations: tuple[Observation, ...] = ()
    suggested: bool = False
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Somebody looked at an action or a rating, and at what stands behind it."""

    date: Day
    by: str
    evidence: tuple[str, ...] = ()
    result: ReviewResult
    next_due: Day | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRule:
    """How often a rating must be looked at to stay what it is."""

    every: str | None = None
    since: Day | None = None
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An action of this or another plan that this one mirrors, follows or was merged into."""

    action: str
    plan: str | None = None
    how: RelationKind = "mirrors"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """An action was closed, or opened again."""

    date: Day
    reopened: bool = False
    decided_by: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """What will be done. Sub-actions have the same shape, at any depth."""

    number: str | None = None
    code: str | None = None
    title: str
    text: str | None = None
    points: tuple[str, ...] = ()
    kind: ActionKind | None = None
    leads: tuple[Lead, ...] | Missing = ()
    timescales: tuple[Timescale, ...] | Missing = ()
    priority: Priority | Missing | None = None
    progress: int | Missing | None = None
    status: str | Missing | None = None
    review: ReviewRule | None = None
    measures: tuple[Measure, ...] | Missing = ()
    notes: tuple[Note, ...] = ()
    evidence: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    answers: tuple[str, ...] = ()
    closures: tuple[Closure, ...] = ()
    sub_actions: tuple["Action", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyIssue(Entry):
    """A heading between an outcome and a group of its actions."""

    title: str
    text: str | None = None
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Entry):
    """The top level: an outcome, an area for improvement, a priority, a quality indicator or a time band."""

    number: str | None = None
    title: str
    short_title: str | None = None
    question: str | None = None
    description: str | None = None
    timescales: tuple[Timescale, ...] | Missing = ()
    status: str | Missing | None = None
    review: ReviewRule | None = None
    measures: tuple[Measure, ...] | Missing = ()
    notes: tuple[Note, ...] = ()
    evidence: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    key_issues: tuple[KeyIssue, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Transcribed):
    """One grade of one indicator in one area."""

    indicator: str
    title: str | None = None
    question: str | None = None
    area: str | None = None
    grade: str | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCount:
    """How many areas had a grade."""

    grade: str
    count: int | Missing
    percent: int | Missing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCounts(Transcribed):
    """The distribution of grades of one indicator."""

    indicator: str
    title: str
    question: str | None = None
    counts: tuple[GradeCount, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Entry):
    """What an inspection found: a recommendation, grades, or counts of grades."""

    kind: FindingKind
    number: str | None = None
    title: str
    text: str | None = None
    source: str | None = None
    scale: tuple[str, ...] = ()
    grades: tuple[Grade, ...] = ()
    counts: tuple[GradeCounts, ...] = ()
    n: int | None = None
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """How many actions of an outcome had a status, as printed."""

    status: str
    count: int | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow(Transcribed):
    """One outcome's row of a printed summary."""

    outcome: str
    cells: tuple[MatrixCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSummary:
    """A summary that the source prints. It is checked against the actions."""

    title: str | None = None
    as_at: Day | None = None
    rows: tuple[MatrixRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time that a recurring duty fell due."""

    due: str | None = None
    held_on: str | None = None
    state: OccurrenceState = "not-stated"
    edition: str | None = None
    decision: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Entry):
    """A duty to report on the plan."""

    what: str
    sender: str | None = None
    to: str | None = None
    how_often: str | None = None
    since: Day | None = None
    based_on: str | None = None
    asks_for: str | None = None
    occurrences: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Entry):
    """What stands behind a claim."""

    title: str
    kind: EvidenceKind = "document"
    period: str | None = None
    held_by: str | None = None
    date: Day | None = None
    date_words: str | None = None
    link: str | None = None
    shows: str | None = None
    figures: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Entry):
    """What may go wrong."""

    name: str
    impact: Impact | Missing | None = None
    state: RiskState | None = None
    comment: str | None = None
    response: str | None = None
    body: str | None = None
    date: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Entry):
    """What a body agreed, noted or revised."""

    text: str
    kind: DecisionKind
    body: str | None = None
    date: Day | None = None
    date_words: str | None = None
    affects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A day that relative timescales count from."""

    id: str
    name: str
    date: Day | None = None
    date_words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or an acronym, explained."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPlan:
    """Another plan that this one belongs with."""

    plan: str | None = None
    title: str
    how: PlanRelation
    link: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach the people who keep the plan: a role, never a person."""

    role: str
    email: str | None = None
    phone: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance:
    """How the plan is watched."""

    text: str | None = None
    reports_to: tuple[str, ...] = ()
    how_often: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Marks a plan that is not a publisher's own: on each of its pages."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The plan has ended; its pages are worked out as at this day for good."""

    as_at: Day
    why: str
    succeeded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedVersion(Transcribed):
    """One line of a version table that the source prints."""

    version: str
    date: Day | None = None
    date_words: str | None = None
    state: EditionState
    owner: str | Missing | None = None
    review_date: str | Missing | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A box that the source ticks, or leaves empty, beside a sentence."""

    text: str
    ticked: bool | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundPapers:
    """The papers that a report rests on."""

    papers: tuple[str, ...]
    kept_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """The plan's own labels, so that pages speak its language."""

    outcome: str = "Outcome"
    outcomes: str = "Outcomes"
    action: str = "Action"
    actions: str = "Actions"
    sub_action: str = "Sub-action"
    sub_actions: str = "Sub-actions"
    lead: str = "Lead"
    measure: str = "How we will know"
    status: str = "Rating"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A warning that was looked at and left, with its reason."""

    code: str
    id: str | None = None
    reason: str
    role: str
    date: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPlan:
    """One improvement plan of one publisher: `plan.yaml`, with what `private.yaml` adds."""

    schema_version: int
    id: str
    title: str
    short_title: str | None = None
    code: str | None = None
    summary: str | None = None
    kind: PlanKind = "improvement-plan"
    state: PlanState = "current"
    as_at: Day | None = None
    source_date: str | None = None
    closed: Closed | None = None
    example: Example | None = None
    update_every: str | None = None
    period: Period | None = None
    publisher: str
    partners: tuple[str, ...] = ()
    responds_to: str | None = None
    vision: str | None = None
    introduction: str | None = None
    governance: Governance | None = None
    words: PlanWords = field(default_factory=PlanWords)
    status_scheme: StatusScheme | None = None
    rated: tuple[Level, ...] = ()
    events: tuple[Event, ...] = ()
    bodies: tuple[Body, ...] = ()
    glossary: tuple[Term, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    risks: tuple[Risk, ...] = ()
    decisions: tuple[Decision, ...] = ()
    reports: tuple[Report, ...] = ()
    printed_summary: PrintedSummary | None = None
    printed_versions: tuple[PrintedVersion, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    background_papers: BackgroundPapers | None = None
    languages: tuple[str, ...] = ()
    related_plans: tuple[RelatedPlan, ...] = ()
    contacts: tuple[Contact, ...] = ()
    readings: tuple[Reading, ...] = ()
    accepted: tuple[Accepted, ...] = ()
