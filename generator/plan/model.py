"""Everything that a plan may hold: the five real source documents' tables, and their quirks.

These types are the plan: a file is read into them, editions freeze them, pages, formats and data are made of them. All
of it is published; what must not be stands in `generator.plan.private`. Where people write something private beside a
type's own keys, `beside` names those keys. Words and source: docs/plan-files.md.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.plan.field_types import (
    About,
    Day,
    Decimal,
    Flag,
    Id,
    Line,
    Missing,
    Percent,
    Rating,
    Ref,
    Rich,
    Text,
    WebAddress,
    WholeNumber,
)
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
class Reading:
    """How a value of this entry was read, where it is not simply what the source prints."""

    field: Annotated[Line, About("The field it is about, such as number or title")]
    reading: Annotated[ReadingKind, About("stated, inferred, corrected or unreadable")]
    verbatim: Annotated[Line | None, About("What is printed: labels, dates and numbers only")] = None
    note: Annotated[Line | None, About("Why it was read so")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribed:
    """Whatever is taken from a source, which may have to be read with care."""

    readings: Annotated[tuple[Reading, ...], About("How values of this entry were read from the source")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Transcribed):
    """Whatever has a permanent id of ours."""

    beside: ClassVar[tuple[str, ...]] = ("internal_notes",)

    id: Annotated[Id, About("Permanent id: never changed, never used again for another thing")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to a day, both included."""

    start: Annotated[Day, About("First day")]
    end: Annotated[Day, About("Last day")]
    words: Annotated[Line | None, About("The period as printed")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier wording of a timescale, and who moved it."""

    words: Annotated[Line, About("The timescale before it was moved")]
    moved_on: Annotated[Day | None, About("The day it was moved")] = None
    decided_by: Annotated[Line | None, About("The body that moved it: its id, or its name")] = None
    why: Annotated[Line | None, About("The reason given")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timescale:
    """By when: the officer's own words. `timescale.read` says how we read them."""

    shorthand: ClassVar[str | None] = "words"

    words: Annotated[Line, About("The officer's own words, such as March 2019 or Reported to CPC 6 monthly")]
    role: Annotated[TimescaleRole, About("target, due or reported")] = "due"
    verbatim: Annotated[Line | None, About("As printed, with the label it stands under")] = None
    read_as: Annotated[Line | None, About("The words that were meant, where the printed ones are a slip")] = None
    reading: Annotated[ReadingKind, About("stated, inferred, corrected or unreadable")] = "stated"
    note: Annotated[Line | None, About("Why it was read so")] = None
    event: Annotated[Ref | None, About("The event that a relative timescale counts from")] = None
    since: Annotated[
        Day | None, About("The day that a recurring duty counts from; none: no day is worked out for it")
    ] = None
    report: Annotated[Ref | None, About("The report by which a recurring duty is kept")] = None
    revises: Annotated[tuple[Revision, ...], About("Earlier wordings, oldest first")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead(Transcribed):
    """A body or a role that answers for an action; never a person's name."""

    shorthand: ClassVar[str | None] = "body"

    one_of: ClassVar[tuple[str, ...]] = ("body", "role", "withheld")

    not_both: ClassVar[tuple[str, ...]] = ("body", "withheld")

    body: Annotated[Ref | None, About("The body's id")] = None
    role: Annotated[Line | None, About("The role, such as Service manager")] = None
    qualifier: Annotated[Line | None, About("How it is printed with a condition, such as currently through CCIG")] = (
        None
    )
    covers: Annotated[tuple[Ref, ...], About("The sub-actions that this lead covers; none means all")] = ()
    as_above: Annotated[Flag, About("The source says As above; this is the lead meant")] = False
    withheld: Annotated[Line | None, About("The ground for leaving a name out")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a body went by."""

    name: Annotated[Line, About("The name")]
    until: Annotated[Day | None, About("The last day of it")] = None
    until_words: Annotated[Line | None, About("The end of it as printed")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation, group or role that the plan names."""

    id: Annotated[Id, About("Permanent id")]
    name: Annotated[Line, About("Its name in full")]
    short_name: Annotated[Line | None, About("Its short name or initials")] = None
    kind: Annotated[BodyKind, About("What it is")] = "other"
    parent: Annotated[Ref | None, About("The body it belongs to")] = None
    former_names: Annotated[tuple[FormerName, ...], About("Earlier names")] = ()
    ceased_on: Annotated[Day | None, About("The day it ceased")] = None
    ceased: Annotated[Line | None, About("That it ceased, as printed, such as disbanded")] = None
    succeeded_by: Annotated[Ref | None, About("The body that took over")] = None
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One rating of the plan's own legend."""

    id: Annotated[Id, About("The word that actions use: red, amber, green")]
    label: Annotated[Line, About("Its name on pages")]
    meaning: Annotated[Text, About("The plan's own sentence for it")]
    tone: Annotated[Tone, About("What it means among all plans: decides colour, border and shape")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedRule:
    """How a status follows from facts: 100% is complete, past due, due within the window, else in time."""

    complete: Annotated[Ref, About("The status of what is 100% complete")]
    past_due: Annotated[Ref, About("The status of what is not, and whose date has passed")]
    due_soon: Annotated[Ref, About("The status of what falls due within the window")]
    in_time: Annotated[Ref, About("The status of all else")]
    window_days: Annotated[WholeNumber, About("How many days before its date something is due soon")]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusScheme:
    """The plan's legend of ratings."""

    name: Annotated[Line | None, About("What the plan calls it, such as RAG")] = None
    statuses: Annotated[tuple[Status, ...], About("The ratings, in the order of the legend", is_needed=True)] = ()
    scale: Annotated[
        tuple[Id, ...], About("Their ids from worst to best, where the order of the legend does not say so")
    ] = ()
    valid_from: Annotated[Day | None, About("The day since when it is used")] = None
    rule: Annotated[Text | None, About("How ratings follow from facts, if they do")] = None
    computed: Annotated[ComputedRule | None, About("The same rule, for the program to work out")] = None
    roll_up: Annotated[
        RollUpRule | None, About("worst: an outcome shows the worst rating below it; else counts alone")
    ] = None
    review_every: Annotated[Line | None, About("How often each rating must be looked at, such as 6 months")] = None
    rated_by: Annotated[Line | None, About("Who decides the ratings")] = None
    how_often: Annotated[Line | None, About("How often they are looked at")] = None
    what_is_rated: Annotated[Text | None, About("What a rating is about")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Transcribed):
    """A dated piece of progress. Its identity is its date and its place in that day."""

    beside: ClassVar[tuple[str, ...]] = ("author",)

    text: Annotated[Rich | Missing, About("What it says")]
    date: Annotated[Day | None, About("Its day")] = None
    date_words: Annotated[Line | None, About("Its date as printed")] = None
    kind: Annotated[NoteKind, About("progress, plan or evidence")] = "progress"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a measure should reach."""

    value: Annotated[Line | Missing, About("The value, or the state, to be reached")]
    kind: Annotated[TargetKind, About("aspirational or committed")] = "committed"
    by: Annotated[Timescale | None, About("By when")] = None
    reviewed_on: Annotated[Line | None, About("When it is looked at")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One figure of a measure."""

    label: Annotated[
        Line | None, About("What is counted, where a measure or a piece of evidence has several figures")
    ] = None
    period: Annotated[Line, About("The day, month or year it is about")]
    value: Annotated[Decimal | Missing, About("The figure")]
    part_of: Annotated[Line | None, About("The label of the figure that this one is a part of")] = None
    numerator: Annotated[WholeNumber | None, About("How many")] = None
    denominator: Annotated[WholeNumber | None, About("Out of how many")] = None
    state: Annotated[ObservationState, About("final, provisional or suppressed")] = "final"
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Entry):
    """How we will know."""

    text: Annotated[Text, About("What is measured, in words")]
    kind: Annotated[MeasureKind | None, About("count, percent, judgement, survey, exists or trend")] = None
    unit: Annotated[Line | None, About("The unit of the figures")] = None
    baseline: Annotated[Observation | None, About("Where it stood at the start")] = None
    targets: Annotated[tuple[Target, ...], About("What it should reach")] = ()
    direction: Annotated[Direction | None, About("Whether more is better: up, down or keep")] = None
    frequency: Annotated[Line | None, About("How often it is measured")] = None
    observations: Annotated[tuple[Observation, ...], About("The figures, oldest first")] = ()
    suggested: Annotated[Flag, About("The plan calls it a suggestion")] = False
    covers: Annotated[tuple[Ref, ...], About("The actions it belongs to, where it is not all")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Somebody looked at an action or a rating, and at what stands behind it."""

    date: Annotated[Day, About("The day")]
    by: Annotated[Line, About("The body or role that looked")]
    evidence: Annotated[tuple[Ref, ...], About("The evidence looked at")] = ()
    result: Annotated[ReviewResult, About("confirmed, changed or not-enough-evidence")]
    next_due: Annotated[Day | None, About("When it is next due")] = None
    note: Annotated[Line | None, About("What was found")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRule:
    """How often a rating must be looked at to stay what it is."""

    one_of: ClassVar[tuple[str, ...]] = ("every", "since", "reviews")

    every: Annotated[Line | None, About("Such as 6 months or a year; none where the source does not say")] = None
    since: Annotated[Day | None, About("The day that it counts from before the first review")] = None
    reviews: Annotated[tuple[Review, ...], About("The reviews held, oldest first")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An action of this or another plan that this one mirrors, follows or was merged into."""

    action: Annotated[Id, About("Its id")]
    plan: Annotated[Id | None, About("The other plan's id")] = None
    how: Annotated[RelationKind, About("mirrors, follows, merged-into or answers")] = "mirrors"
    note: Annotated[Line | None, About("Where the two differ")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """An action was closed, or opened again."""

    date: Annotated[Day, About("The day")]
    reopened: Annotated[Flag, About("yes if it was opened again")] = False
    decided_by: Annotated[Line | None, About("The body that decided")] = None
    why: Annotated[Line | None, About("The reason given")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """What will be done. Sub-actions have the same shape, at any depth."""

    number: Annotated[Line | None, About("The printed label; it may repeat and move")] = None
    code: Annotated[Line | None, About("The code of another system")] = None
    title: Annotated[Line, About("What will be done, in a line")]
    text: Annotated[Rich | None, About("More about it")] = None
    points: Annotated[tuple[Line, ...], About("Its bullets")] = ()
    kind: Annotated[ActionKind | None, About("protocol, practice, training or other")] = None
    leads: Annotated[tuple[Lead, ...] | Missing, About("Who answers for it")] = ()
    timescales: Annotated[tuple[Timescale, ...] | Missing, About("By when")] = ()
    priority: Annotated[Priority | Missing | None, About("low, medium or high")] = None
    progress: Annotated[Percent | Missing | None, About("Percent complete, 0 to 100")] = None
    status: Annotated[Rating | None, About("A rating of the legend")] = None
    review: Annotated[ReviewRule | None, About("How often the rating must be looked at")] = None
    measures: Annotated[tuple[Measure, ...] | Missing, About("How we will know")] = ()
    notes: Annotated[tuple[Note, ...], About("Progress, oldest first")] = ()
    evidence: Annotated[tuple[Ref, ...], About("The evidence that stands behind it")] = ()
    related: Annotated[tuple[Related, ...], About("Actions it mirrors or follows")] = ()
    answers: Annotated[tuple[Ref, ...], About("The findings it answers")] = ()
    closures: Annotated[tuple[Closure, ...], About("When it was closed or opened again")] = ()
    sub_actions: Annotated[tuple["Action", ...], About("The actions under it")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyIssue(Entry):
    """A heading between an outcome and a group of its actions."""

    title: Annotated[Line, About("The issue")]
    text: Annotated[Rich | None, About("More about it")] = None
    actions: Annotated[tuple[Ref, ...], About("The actions that it groups", is_needed=True)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Entry):
    """The top level: an outcome, an area for improvement, a priority, a quality indicator or a time band."""

    number: Annotated[Line | None, About("The printed label")] = None
    title: Annotated[Line, About("The outcome, in a line")]
    short_title: Annotated[Line | None, About("A few words for menus")] = None
    question: Annotated[Line | None, About("The question that it answers")] = None
    description: Annotated[Rich | None, About("More about it")] = None
    timescales: Annotated[tuple[Timescale, ...] | Missing, About("By when")] = ()
    status: Annotated[Rating | None, About("A rating of the legend")] = None
    review: Annotated[ReviewRule | None, About("How often the rating must be looked at")] = None
    measures: Annotated[tuple[Measure, ...] | Missing, About("How we will know")] = ()
    notes: Annotated[tuple[Note, ...], About("Progress, oldest first")] = ()
    evidence: Annotated[tuple[Ref, ...], About("The evidence that stands behind it")] = ()
    answers: Annotated[tuple[Ref, ...], About("The findings it answers")] = ()
    key_issues: Annotated[tuple[KeyIssue, ...], About("Headings that group its actions")] = ()
    actions: Annotated[tuple[Action, ...], About("Its actions")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Transcribed):
    """One grade of one indicator in one area."""

    indicator: Annotated[Line, About("The indicator's number or title")]
    title: Annotated[Line | None, About("Its title")] = None
    question: Annotated[Line | None, About("The question it stands under")] = None
    area: Annotated[Line | None, About("The area it is about")] = None
    grade: Annotated[Line | Missing, About("The grade")]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCount:
    """How many areas had a grade."""

    grade: Annotated[Line, About("The grade")]
    count: Annotated[WholeNumber | Missing, About("How many areas")]
    percent: Annotated[WholeNumber | Missing | None, About("The percentage as printed")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCounts(Transcribed):
    """The distribution of grades of one indicator."""

    indicator: Annotated[Line, About("The indicator's number")]
    title: Annotated[Line, About("Its title")]
    question: Annotated[Line | None, About("The question it stands under")] = None
    counts: Annotated[tuple[GradeCount, ...], About("One for each grade of the scale", is_needed=True)] = ()
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Entry):
    """What an inspection found: a recommendation, grades, or counts of grades."""

    kind: Annotated[FindingKind, About("recommendation, area-for-improvement, grades or counts")]
    number: Annotated[Line | None, About("Its printed number")] = None
    title: Annotated[Line, About("What was found, in a line")]
    text: Annotated[Rich | None, About("More about it")] = None
    source: Annotated[Line | None, About("Who found it, and in which report")] = None
    scale: Annotated[tuple[Line, ...], About("The grades, best first")] = ()
    grades: Annotated[tuple[Grade, ...], About("Grades by area and indicator")] = ()
    counts: Annotated[tuple[GradeCounts, ...], About("Distributions by indicator")] = ()
    n: Annotated[WholeNumber | None, About("How many areas were graded")] = None
    excluded: Annotated[tuple[Line, ...], About("Areas left out, and why")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """How many actions of an outcome had a status, as printed."""

    status: Annotated[Ref, About("The status")]
    count: Annotated[WholeNumber | Missing, About("The figure")]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow(Transcribed):
    """One outcome's row of a printed summary."""

    outcome: Annotated[Ref, About("The outcome")]
    cells: Annotated[tuple[MatrixCell, ...], About("One for each status", is_needed=True)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSummary:
    """A summary that the source prints. It is checked against the actions."""

    title: Annotated[Line | None, About("Its heading")] = None
    as_at: Annotated[Day | None, About("The day it speaks of")] = None
    rows: Annotated[tuple[MatrixRow, ...], About("In printed order", is_needed=True)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time that a recurring duty fell due."""

    one_of: ClassVar[tuple[str, ...]] = ("due", "held_on")

    due: Annotated[Line | None, About("When it was due; none where only the meeting is known")] = None
    held_on: Annotated[Line | None, About("When it was kept")] = None
    state: Annotated[OccurrenceState, About("kept, late, missed, not-yet or not-stated")] = "not-stated"
    edition: Annotated[Line | None, About("The edition that was shown")] = None
    decision: Annotated[Line | None, About("What was decided")] = None
    link: Annotated[WebAddress | None, About("Where it can be read")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Entry):
    """A duty to report on the plan."""

    what: Annotated[Line, About("What is reported")]
    sender: Annotated[Line | None, About("The body or role that reports")] = None
    to: Annotated[Line | None, About("The body that receives it")] = None
    how_often: Annotated[Line | None, About("How often, or when")] = None
    since: Annotated[Day | None, About("The day that it counts from; none: no day is worked out for it")] = None
    based_on: Annotated[Line | None, About("What it rests on")] = None
    asks_for: Annotated[Line | None, About("What is asked: to agree, note or approve")] = None
    occurrences: Annotated[tuple[Occurrence, ...], About("When it was held")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Entry):
    """What stands behind a claim."""

    title: Annotated[Line, About("What it is")]
    kind: Annotated[EvidenceKind, About("audit, case-file-sample, survey, data, minutes or document")] = "document"
    period: Annotated[Line | None, About("The time it is about")] = None
    held_by: Annotated[Line | None, About("The body that holds it")] = None
    date: Annotated[Day | None, About("Its day")] = None
    date_words: Annotated[Line | None, About("Its date as printed")] = None
    link: Annotated[WebAddress | None, About("Where it can be read; none means held, not published")] = None
    shows: Annotated[Line | None, About("What it shows, in a sentence")] = None
    figures: Annotated[tuple[Observation, ...], About("Its figures")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Entry):
    """What may go wrong."""

    name: Annotated[Line, About("The risk")]
    impact: Annotated[Impact | Missing | None, About("low, medium, high or none")] = None
    state: Annotated[RiskState | None, About("open, being-dealt-with, resolved or answered")] = None
    comment: Annotated[Text | None, About("What is said of it")] = None
    response: Annotated[Text | None, About("What is done about it")] = None
    body: Annotated[Line | None, About("The body that answers for it")] = None
    date: Annotated[Day | None, About("Since when")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Entry):
    """What a body agreed, noted or revised."""

    text: Annotated[Text, About("What was decided")]
    kind: Annotated[DecisionKind, About("agreed, noted, revised, submitted or set-up")]
    body: Annotated[Line | None, About("The body that decided")] = None
    date: Annotated[Day | None, About("The day")] = None
    date_words: Annotated[Line | None, About("The date as printed")] = None
    affects: Annotated[tuple[Ref, ...], About("What it affects, by id")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A day that relative timescales count from."""

    id: Annotated[Id, About("Permanent id")]
    name: Annotated[Line, About("What happened")]
    date: Annotated[Day | None, About("When; none where the source does not say")] = None
    date_words: Annotated[Line | None, About("As printed")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or an acronym, explained."""

    term: Annotated[Line, About("The word")]
    meaning: Annotated[Text, About("What it means")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPlan:
    """Another plan that this one belongs with."""

    plan: Annotated[Id | None, About("Its id, if it is on this site")] = None
    title: Annotated[Line, About("Its title")]
    how: Annotated[PlanRelation, About("parent, child, sibling, predecessor or successor")]
    link: Annotated[WebAddress | None, About("Where it can be read")] = None
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach the people who keep the plan: a role, never a person."""

    role: Annotated[Line, About("The role or team")]
    email: Annotated[Line | None, About("The team's e-mail")] = None
    phone: Annotated[Line | None, About("The team's phone")] = None
    link: Annotated[WebAddress | None, About("Its page")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance:
    """How the plan is watched."""

    text: Annotated[Rich | None, About("In a paragraph")] = None
    reports_to: Annotated[tuple[Line, ...], About("The bodies it reports to")] = ()
    how_often: Annotated[Line | None, About("How often")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Marks a plan that is not a publisher's own: on each of its pages."""

    kind: Annotated[Line, About("Such as Worked example or Invented example")]
    text: Annotated[Line, About("What a reader must know of it, in a sentence")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The plan has ended; its pages are worked out as at this day for good."""

    as_at: Annotated[Day, About("The day")]
    why: Annotated[Line, About("Why it is closed")]
    succeeded_by: Annotated[Id | None, About("The plan that follows")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedVersion(Transcribed):
    """One line of a version table that the source prints."""

    version: Annotated[Line, About("As printed")]
    date: Annotated[Day | None, About("The day")] = None
    date_words: Annotated[Line | None, About("The date as printed")] = None
    state: Annotated[EditionState, About("draft, approved, update or withdrawn")]
    owner: Annotated[Line | Missing | None, About("The body that owned it")] = None
    review_date: Annotated[Line | Missing | None, About("When it was to be reviewed")] = None
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A box that the source ticks, or leaves empty, beside a sentence."""

    text: Annotated[Text, About("What is declared")]
    ticked: Annotated[Flag | Missing, About("yes, no, or why that cannot be told")]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundPapers:
    """The papers that a report rests on."""

    papers: Annotated[tuple[Line, ...], About("Each paper")]
    kept_for: Annotated[Line | None, About("How long they are kept, such as 4 years")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """The plan's own labels, so that pages speak its language."""

    outcome: Annotated[Line, About("Such as Outcome or Area for improvement")] = "Outcome"
    outcomes: Annotated[Line, About("The plural")] = "Outcomes"
    action: Annotated[Line, About("Such as Key action")] = "Action"
    actions: Annotated[Line, About("The plural")] = "Actions"
    sub_action: Annotated[Line, About("Such as Sub-action")] = "Sub-action"
    sub_actions: Annotated[Line, About("The plural")] = "Sub-actions"
    lead: Annotated[Line, About("Such as Strategic lead")] = "Lead"
    measure: Annotated[Line, About("Such as Success measure")] = "How we will know"
    status: Annotated[Line, About("Such as RAG rating")] = "Rating"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A warning that was looked at and left, with its reason."""

    code: Annotated[Line, About("The warning's code")]
    id: Annotated[Id | None, About("The id of the thing; none where it is about the plan")] = None
    reason: Annotated[Line, About("Why it is left")]
    role: Annotated[Line, About("The role that decided")]
    date: Annotated[Day, About("The day")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPlan:
    """One improvement plan of one publisher: `plan.yaml`."""

    beside: ClassVar[tuple[str, ...]] = ("people", "internal_notes")

    schema_version: Annotated[WholeNumber, About("The version of this file's shape: 1", key="schema")]
    id: Annotated[Id, About("Permanent id: the plan's folder and its address")]
    title: Annotated[Line, About("Its title")]
    short_title: Annotated[Line | None, About("A few words for menus")] = None
    code: Annotated[Line | None, About("The code that another system gives it")] = None
    summary: Annotated[Text | None, About("What it is for, in one or two sentences")] = None
    kind: Annotated[PlanKind, About("What it is")] = "improvement-plan"
    state: Annotated[PlanState, About("draft, current, ended or replaced")] = "current"
    as_at: Annotated[Day | None, About("The day its facts speak of")] = None
    source_date: Annotated[Line | None, About("The date as printed")] = None
    closed: Annotated[Closed | None, About("Set when the plan has ended")] = None
    example: Annotated[Example | None, About("Set on examples only")] = None
    update_every: Annotated[Line | None, About("How often it is updated, such as 6 months")] = None
    period: Annotated[Period | None, About("The time it covers")] = None
    publisher: Annotated[Line, About("The body that publishes it")]
    partners: Annotated[tuple[Ref, ...], About("The bodies that share it")] = ()
    responds_to: Annotated[Line | None, About("What it answers")] = None
    vision: Annotated[Text | None, About("What it is for, in its own words")] = None
    introduction: Annotated[Rich | None, About("Its introduction")] = None
    governance: Annotated[Governance | None, About("How it is watched")] = None
    words: Annotated[PlanWords, About("The plan's own labels")] = PlanWords()
    status_scheme: Annotated[StatusScheme | None, About("Its legend of ratings")] = None
    rated: Annotated[tuple[Level, ...], About("The levels that carry a rating")] = ()
    events: Annotated[tuple[Event, ...], About("Days that timescales count from")] = ()
    bodies: Annotated[tuple[Body, ...], About("The bodies and roles it names")] = ()
    glossary: Annotated[tuple[Term, ...], About("Words explained")] = ()
    outcomes: Annotated[tuple[Outcome, ...], About("Its outcomes")] = ()
    findings: Annotated[tuple[Finding, ...], About("What inspections found")] = ()
    evidence: Annotated[tuple[Evidence, ...], About("What stands behind claims")] = ()
    risks: Annotated[tuple[Risk, ...], About("What may go wrong")] = ()
    decisions: Annotated[tuple[Decision, ...], About("What bodies decided")] = ()
    reports: Annotated[tuple[Report, ...], About("Duties to report")] = ()
    printed_summary: Annotated[PrintedSummary | None, About("A summary that the source prints")] = None
    printed_versions: Annotated[tuple[PrintedVersion, ...], About("A version table that the source prints")] = ()
    declarations: Annotated[tuple[Declaration, ...], About("Boxes that the source ticks or leaves empty")] = ()
    background_papers: Annotated[BackgroundPapers | None, About("The papers it rests on")] = None
    languages: Annotated[tuple[Line, ...], About("The languages it is published in", if_absent=("en-GB",))] = ()
    related_plans: Annotated[tuple[RelatedPlan, ...], About("Plans it belongs with")] = ()
    contacts: Annotated[tuple[Contact, ...], About("Who keeps it: roles, never persons")] = ()
    readings: Annotated[tuple[Reading, ...], About("How values of the plan were read from the source")] = ()
    accepted: Annotated[tuple[Accepted, ...], About("Warnings looked at and left")] = ()
