"""Everything that a plan may hold: the five real source documents' tables, and their quirks.

These types are the plan: a file is read into them, editions freeze them, pages, formats and data are made of them. All
of it is published; what must not be stands in `generator.plan.private`. Where people write something private beside a
type's own keys, `beside` names those keys. Words and source: docs/plan-files.md.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.plan.field_types import (
    About,
    AboutType,
    ContactWay,
    Day,
    Decimal,
    Flag,
    GradeWord,
    Id,
    Label,
    LanguageTag,
    Line,
    Meant,
    Missing,
    Percent,
    Printed,
    Rating,
    Ref,
    Rich,
    Role,
    Text,
    TimeWords,
    Unit,
    WebAddress,
    Who,
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

    about: ClassVar[AboutType] = AboutType(told_apart_by=("field",), change="reading")

    field: Annotated[Label, About("The field it is about, such as number or title")]
    reading: Annotated[ReadingKind, About("stated, inferred, corrected or unreadable", in_sentence="how it was read")]
    verbatim: Annotated[
        Printed | None, About("What is printed: labels, dates and numbers only", in_sentence="what is printed")
    ] = None
    note: Annotated[Line | None, About("Why it was read so")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribed:
    """Whatever is taken from a source, which may have to be read with care."""

    readings: Annotated[
        tuple[Reading, ...],
        About("How values of this entry were read from the source", in_sentence="how the source was read"),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Transcribed):
    """Whatever has a permanent id of ours."""

    beside: ClassVar[tuple[str, ...]] = ("internal_notes",)

    id: Annotated[Id, About("Permanent id: never changed, never used again for another thing", label="Permanent id")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to a day, both included."""

    about: ClassVar[AboutType] = AboutType(change="plan")

    start: Annotated[Day, About("First day")]
    end: Annotated[Day, About("Last day")]
    words: Annotated[TimeWords | None, About("The period as printed")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier wording of a timescale, and who moved it."""

    about: ClassVar[AboutType] = AboutType(
        told_apart_by=("words", "moved_on"),
        change="revision-changed",
        added="revision-recorded",
        removed="revision-removed",
    )

    words: Annotated[TimeWords, About("The timescale before it was moved")]
    moved_on: Annotated[Day | None, About("The day it was moved", in_sentence="when it was moved")] = None
    decided_by: Annotated[
        Who | None, About("The body that moved it: its id, or its name", in_sentence="who decided")
    ] = None
    why: Annotated[Line | None, About("The reason given")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timescale:
    """By when: the officer's own words. `timescale.read` says how we read them."""

    about: ClassVar[AboutType] = AboutType(
        told_apart_by=("role",), change="timescale-changed", added="timescale-added", removed="timescale-removed"
    )
    shorthand: ClassVar[str | None] = "words"

    words: Annotated[TimeWords, About("The officer's own words, such as March 2019 or Reported to CPC 6 monthly")]
    role: Annotated[TimescaleRole, About("target, due or reported")] = "due"
    verbatim: Annotated[Printed | None, About("As printed, with the label it stands under")] = None
    read_as: Annotated[
        Meant | None,
        About("The words that were meant, where the printed ones are a slip", in_sentence="what is meant"),
    ] = None
    reading: Annotated[ReadingKind, About("stated, inferred, corrected or unreadable")] = "stated"
    note: Annotated[Line | None, About("Why it was read so")] = None
    event: Annotated[Ref | None, About("The event that a relative timescale counts from", refers_to="event")] = None
    since: Annotated[
        Day | None,
        About(
            "The day that a recurring duty counts from; none: no day is worked out for it",
            in_sentence="from when it counts",
        ),
    ] = None
    report: Annotated[Ref | None, About("The report by which a recurring duty is kept", refers_to="report")] = None
    revises: Annotated[tuple[Revision, ...], About("Earlier wordings, oldest first", in_sentence="earlier times")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead(Transcribed):
    """A body or a role that answers for an action; never a person's name."""

    about: ClassVar[AboutType] = AboutType(
        told_apart_by=("body", "role", "withheld"), change="lead-changed", added="lead-added", removed="lead-removed"
    )
    shorthand: ClassVar[str | None] = "body"

    one_of: ClassVar[tuple[str, ...]] = ("body", "role", "withheld")

    not_both: ClassVar[tuple[str, ...]] = ("body", "withheld")

    body: Annotated[Ref | None, About("The body's id", label="The body", refers_to="body")] = None
    role: Annotated[Role | None, About("The role, such as Service manager")] = None
    qualifier: Annotated[Role | None, About("How it is printed with a condition, such as currently through CCIG")] = (
        None
    )
    covers: Annotated[
        tuple[Ref, ...],
        About(
            "The sub-actions that this lead covers; none means all", in_sentence="what it covers", refers_to="action"
        ),
    ] = ()
    as_above: Annotated[Flag, About("The source says As above; this is the lead meant")] = False
    withheld: Annotated[Line | None, About("The ground for leaving a name out")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a body went by."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("name",), change="body-changed")

    name: Annotated[Line, About("The name", names="thing")]
    until: Annotated[Day | None, About("The last day of it", in_sentence="until when")] = None
    until_words: Annotated[Printed | None, About("The end of it as printed", in_sentence="until when, as printed")] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation, group or role that the plan names."""

    about: ClassVar[AboutType] = AboutType(thing="body", title="name", change="body-changed")

    id: Annotated[Id, About("Permanent id")]
    name: Annotated[Line, About("Its name in full", names="thing")]
    short_name: Annotated[Line | None, About("Its short name or initials", names="thing")] = None
    kind: Annotated[BodyKind, About("What it is")] = "other"
    parent: Annotated[Ref | None, About("The body it belongs to", refers_to="body")] = None
    former_names: Annotated[tuple[FormerName, ...], About("Earlier names", in_sentence="earlier names")] = ()
    ceased_on: Annotated[Day | None, About("The day it ceased", change="body-ceased")] = None
    ceased: Annotated[Line | None, About("That it ceased, as printed, such as disbanded", change="body-ceased")] = None
    succeeded_by: Annotated[Ref | None, About("The body that took over", refers_to="body")] = None
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One rating of the plan's own legend."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("id",), change="legend")

    id: Annotated[Id, About("The word that actions use: red, amber, green")]
    label: Annotated[Line, About("Its name on pages", names="thing")]
    meaning: Annotated[Text, About("The plan's own sentence for it", is_short=True)]
    tone: Annotated[Tone, About("What it means among all plans: decides colour, border and shape")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedRule:
    """How a status follows from facts: 100% is complete, past due, due within the window, else in time."""

    about: ClassVar[AboutType] = AboutType(change="legend")

    complete: Annotated[Ref, About("The status of what is 100% complete", refers_to="status")]
    past_due: Annotated[Ref, About("The status of what is not, and whose date has passed", refers_to="status")]
    due_soon: Annotated[Ref, About("The status of what falls due within the window", refers_to="status")]
    in_time: Annotated[Ref, About("The status of all else", refers_to="status")]
    window_days: Annotated[
        WholeNumber,
        About(
            "How many days before its date something is due soon", in_sentence="days for which something is due soon"
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusScheme:
    """The plan's legend of ratings."""

    about: ClassVar[AboutType] = AboutType(change="legend", by_field=True)

    name: Annotated[Line | None, About("What the plan calls it, such as RAG", names="thing")] = None
    statuses: Annotated[
        tuple[Status, ...], About("The ratings, in the order of the legend", is_needed=True, in_sentence="ratings")
    ] = ()
    scale: Annotated[
        tuple[Id, ...],
        About(
            "Their ids from worst to best, where the order of the legend does not say so",
            label="The grades, in order",
            refers_to="status",
        ),
    ] = ()
    valid_from: Annotated[Day | None, About("The day since when it is used")] = None
    rule: Annotated[Text | None, About("How ratings follow from facts, if they do")] = None
    computed: Annotated[
        ComputedRule | None, About("The same rule, for the program to work out", in_sentence="the rule for ratings")
    ] = None
    roll_up: Annotated[
        RollUpRule | None, About("worst: an outcome shows the worst rating below it; else counts alone")
    ] = None
    review_every: Annotated[Line | None, About("How often each rating must be looked at, such as 6 months")] = None
    rated_by: Annotated[Role | None, About("Who decides the ratings")] = None
    how_often: Annotated[TimeWords | None, About("How often they are looked at", label="How often")] = None
    what_is_rated: Annotated[Text | None, About("What a rating is about")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Transcribed):
    """A dated piece of progress. Its identity is its date and its place in that day."""

    about: ClassVar[AboutType] = AboutType(
        told_apart_by=("date", "date_words"),
        by_first=True,
        change="note-reworded",
        added="note-added",
        removed="note-removed",
    )
    beside: ClassVar[tuple[str, ...]] = ("author",)

    text: Annotated[Rich | Missing, About("What it says", label="What it says")]
    date: Annotated[Day | None, About("Its day")] = None
    date_words: Annotated[Printed | None, About("Its date as printed", label="Date, as printed")] = None
    kind: Annotated[NoteKind, About("progress, plan or evidence")] = "progress"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a measure should reach."""

    about: ClassVar[AboutType] = AboutType(
        told_apart_by=("kind",), change="target-changed", added="target-added", removed="target-removed"
    )

    value: Annotated[Line | Missing, About("The value, or the state, to be reached")]
    kind: Annotated[TargetKind, About("aspirational or committed")] = "committed"
    by: Annotated[Timescale | None, About("By when", label="By whom or by when")] = None
    reviewed_on: Annotated[TimeWords | None, About("When it is looked at", in_sentence="when it was looked at")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One figure of a measure."""

    about: ClassVar[AboutType] = AboutType(
        told_apart_by=("label", "period"), change="figure-corrected", added="figure-added", removed="figure-removed"
    )

    label: Annotated[
        Line | None, About("What is counted, where a measure or a piece of evidence has several figures")
    ] = None
    period: Annotated[Printed, About("The day, month or year it is about", label="The time it covers")]
    value: Annotated[Decimal | Missing, About("The figure", is_figure=True)]
    part_of: Annotated[Line | None, About("The label of the figure that this one is a part of")] = None
    numerator: Annotated[WholeNumber | None, About("How many", is_figure=True)] = None
    denominator: Annotated[WholeNumber | None, About("Out of how many", is_figure=True)] = None
    state: Annotated[ObservationState, About("final, provisional or suppressed")] = "final"
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Entry):
    """How we will know."""

    about: ClassVar[AboutType] = AboutType(thing="measure", title="text", change="measure")

    text: Annotated[Text, About("What is measured, in words", change="wording")]
    kind: Annotated[MeasureKind | None, About("count, percent, judgement, survey, exists or trend")] = None
    unit: Annotated[Unit | None, About("The unit of the figures")] = None
    baseline: Annotated[Observation | None, About("Where it stood at the start")] = None
    targets: Annotated[tuple[Target, ...], About("What it should reach", label="What it should reach")] = ()
    direction: Annotated[Direction | None, About("Whether more is better: up, down or keep")] = None
    frequency: Annotated[TimeWords | None, About("How often it is measured", label="How often it is measured")] = None
    observations: Annotated[tuple[Observation, ...], About("The figures, oldest first")] = ()
    suggested: Annotated[Flag, About("The plan calls it a suggestion")] = False
    covers: Annotated[tuple[Ref, ...], About("The actions it belongs to, where it is not all", refers_to="action")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Somebody looked at an action or a rating, and at what stands behind it."""

    about: ClassVar[AboutType] = AboutType(
        told_apart_by=("date", "by"), change="review-changed", added="review-added", removed="review-removed"
    )

    date: Annotated[Day, About("The day")]
    by: Annotated[Who, About("The body or role that looked", in_sentence="by whom")]
    evidence: Annotated[tuple[Ref, ...], About("The evidence looked at", refers_to="evidence")] = ()
    result: Annotated[ReviewResult, About("confirmed, changed or not-enough-evidence")]
    next_due: Annotated[Day | None, About("When it is next due", in_sentence="when it is next due")] = None
    note: Annotated[Line | None, About("What was found")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRule:
    """How often a rating must be looked at to stay what it is."""

    about: ClassVar[AboutType] = AboutType(change="review-changed", by_field=True)
    one_of: ClassVar[tuple[str, ...]] = ("every", "since", "reviews")

    every: Annotated[TimeWords | None, About("Such as 6 months or a year; none where the source does not say")] = None
    since: Annotated[Day | None, About("The day that it counts from before the first review")] = None
    reviews: Annotated[tuple[Review, ...], About("The reviews held, oldest first")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An action of this or another plan that this one mirrors, follows or was merged into."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("plan", "action"), change="relation")

    action: Annotated[Id, About("Its id", refers_to="action")]
    plan: Annotated[Id | None, About("The other plan's id", refers_to="plan")] = None
    how: Annotated[
        RelationKind, About("mirrors, follows, merged-into or answers", in_sentence="how they belong together")
    ] = "mirrors"
    note: Annotated[Line | None, About("Where the two differ")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """An action was closed, or opened again."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("date", "reopened"), change="closure-changed")

    date: Annotated[Day, About("The day")]
    reopened: Annotated[Flag, About("yes if it was opened again")] = False
    decided_by: Annotated[Who | None, About("The body that decided")] = None
    why: Annotated[Line | None, About("The reason given")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """What will be done. Sub-actions have the same shape, at any depth."""

    about: ClassVar[AboutType] = AboutType(thing="action")

    number: Annotated[Label | None, About("The printed label; it may repeat and move", change="renumbered")] = None
    code: Annotated[Label | None, About("The code of another system")] = None
    title: Annotated[Line, About("What will be done, in a line", change="wording", is_short=True)]
    text: Annotated[Rich | None, About("More about it", change="wording")] = None
    points: Annotated[tuple[Line, ...], About("Its bullets", label="Bullets", change="wording")] = ()
    kind: Annotated[ActionKind | None, About("protocol, practice, training or other")] = None
    leads: Annotated[tuple[Lead, ...] | Missing, About("Who answers for it")] = ()
    timescales: Annotated[tuple[Timescale, ...] | Missing, About("By when", label="By when")] = ()
    priority: Annotated[Priority | Missing | None, About("low, medium or high", change="priority")] = None
    progress: Annotated[Percent | Missing | None, About("Percent complete, 0 to 100")] = None
    status: Annotated[Rating | None, About("A rating of the legend", refers_to="status")] = None
    review: Annotated[ReviewRule | None, About("How often the rating must be looked at")] = None
    measures: Annotated[tuple[Measure, ...] | Missing, About("How we will know", change="measure")] = ()
    notes: Annotated[tuple[Note, ...], About("Progress, oldest first", label="Progress notes")] = ()
    evidence: Annotated[
        tuple[Ref, ...], About("The evidence that stands behind it", change="evidence", refers_to="evidence")
    ] = ()
    related: Annotated[
        tuple[Related, ...], About("Actions it mirrors or follows", in_sentence="what it belongs with")
    ] = ()
    answers: Annotated[
        tuple[Ref, ...],
        About("The findings it answers", in_sentence="what it answers", change="finding", refers_to="finding"),
    ] = ()
    closures: Annotated[
        tuple[Closure, ...],
        About("When it was closed or opened again", in_sentence="when it was closed or opened again"),
    ] = ()
    sub_actions: Annotated[tuple["Action", ...], About("The actions under it")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyIssue(Entry):
    """A heading between an outcome and a group of its actions."""

    about: ClassVar[AboutType] = AboutType(thing="key-issue")

    title: Annotated[Line, About("The issue", change="wording")]
    text: Annotated[Rich | None, About("More about it", change="wording")] = None
    actions: Annotated[
        tuple[Ref, ...], About("The actions that it groups", is_needed=True, change="grouping", refers_to="action")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Entry):
    """The top level: an outcome, an area for improvement, a priority, a quality indicator or a time band."""

    about: ClassVar[AboutType] = AboutType(thing="outcome")

    number: Annotated[Label | None, About("The printed label", change="renumbered")] = None
    title: Annotated[Line, About("The outcome, in a line", change="wording", names="title", is_short=True)]
    short_title: Annotated[Line | None, About("A few words for menus", change="wording", names="title")] = None
    question: Annotated[Line | None, About("The question that it answers", change="wording", is_short=True)] = None
    description: Annotated[Rich | None, About("More about it", label="What it says", change="wording")] = None
    timescales: Annotated[tuple[Timescale, ...] | Missing, About("By when")] = ()
    status: Annotated[Rating | None, About("A rating of the legend", refers_to="status")] = None
    review: Annotated[ReviewRule | None, About("How often the rating must be looked at")] = None
    measures: Annotated[tuple[Measure, ...] | Missing, About("How we will know", change="measure")] = ()
    notes: Annotated[tuple[Note, ...], About("Progress, oldest first")] = ()
    evidence: Annotated[
        tuple[Ref, ...], About("The evidence that stands behind it", change="evidence", refers_to="evidence")
    ] = ()
    answers: Annotated[tuple[Ref, ...], About("The findings it answers", change="finding", refers_to="finding")] = ()
    key_issues: Annotated[tuple[KeyIssue, ...], About("Headings that group its actions")] = ()
    actions: Annotated[tuple[Action, ...], About("Its actions")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Transcribed):
    """One grade of one indicator in one area."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("indicator", "area"), change="finding")

    indicator: Annotated[GradeWord, About("The indicator's number or title")]
    title: Annotated[Line | None, About("Its title")] = None
    question: Annotated[Line | None, About("The question it stands under")] = None
    area: Annotated[Line | None, About("The area it is about")] = None
    grade: Annotated[GradeWord | Missing, About("The grade")]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCount:
    """How many areas had a grade."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("grade",), change="finding")

    grade: Annotated[GradeWord, About("The grade")]
    count: Annotated[WholeNumber | Missing, About("How many areas", is_figure=True)]
    percent: Annotated[
        WholeNumber | Missing | None, About("The percentage as printed", in_sentence="per cent", is_figure=True)
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCounts(Transcribed):
    """The distribution of grades of one indicator."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("indicator",), change="finding")

    indicator: Annotated[GradeWord, About("The indicator's number")]
    title: Annotated[Line, About("Its title")]
    question: Annotated[Line | None, About("The question it stands under")] = None
    counts: Annotated[
        tuple[GradeCount, ...],
        About("One for each grade of the scale", is_needed=True, label="How many had each grade"),
    ] = ()
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Entry):
    """What an inspection found: a recommendation, grades, or counts of grades."""

    about: ClassVar[AboutType] = AboutType(thing="finding", change="finding")

    kind: Annotated[FindingKind, About("recommendation, area-for-improvement, grades or counts")]
    number: Annotated[Label | None, About("Its printed number", change="renumbered")] = None
    title: Annotated[Line, About("What was found, in a line", change="wording")]
    text: Annotated[Rich | None, About("More about it", change="wording")] = None
    source: Annotated[Line | None, About("Who found it, and in which report")] = None
    scale: Annotated[tuple[GradeWord, ...], About("The grades, best first")] = ()
    grades: Annotated[tuple[Grade, ...], About("Grades by area and indicator")] = ()
    counts: Annotated[tuple[GradeCounts, ...], About("Distributions by indicator")] = ()
    n: Annotated[
        WholeNumber | None, About("How many areas were graded", in_sentence="how many were looked at", is_figure=True)
    ] = None
    excluded: Annotated[tuple[Line, ...], About("Areas left out, and why", in_sentence="what is left out")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """How many actions of an outcome had a status, as printed."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("status",), change="summary")

    status: Annotated[Ref, About("The status", refers_to="status")]
    count: Annotated[WholeNumber | Missing, About("The figure", is_figure=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow(Transcribed):
    """One outcome's row of a printed summary."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("outcome",), change="summary")

    outcome: Annotated[Ref, About("The outcome", refers_to="outcome")]
    cells: Annotated[
        tuple[MatrixCell, ...], About("One for each status", is_needed=True, in_sentence="the printed summary")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSummary:
    """A summary that the source prints. It is checked against the actions."""

    about: ClassVar[AboutType] = AboutType(change="summary")

    title: Annotated[Line | None, About("Its heading")] = None
    as_at: Annotated[Day | None, About("The day it speaks of", label="Date")] = None
    rows: Annotated[
        tuple[MatrixRow, ...], About("In printed order", is_needed=True, in_sentence="the printed summary")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time that a recurring duty fell due."""

    about: ClassVar[AboutType] = AboutType(
        told_apart_by=("due", "held_on"),
        by_first=True,
        change="occurrence-changed",
        added="occurrence-added",
        removed="occurrence-removed",
    )
    one_of: ClassVar[tuple[str, ...]] = ("due", "held_on")

    due: Annotated[
        TimeWords | None, About("When it was due; none where only the meeting is known", in_sentence="when it was due")
    ] = None
    held_on: Annotated[TimeWords | None, About("When it was kept", in_sentence="when it was held")] = None
    state: Annotated[OccurrenceState, About("kept, late, missed, not-yet or not-stated")] = "not-stated"
    edition: Annotated[Line | None, About("The edition that was shown")] = None
    decision: Annotated[Line | None, About("What was decided")] = None
    link: Annotated[WebAddress | None, About("Where it can be read")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Entry):
    """A duty to report on the plan."""

    about: ClassVar[AboutType] = AboutType(thing="report", title="what", change="report")

    what: Annotated[Line, About("What is reported", in_sentence="what it is", change="wording")]
    sender: Annotated[Who | None, About("The body or role that reports", label="Who reports")] = None
    to: Annotated[Who | None, About("The body that receives it", label="Who is told")] = None
    how_often: Annotated[TimeWords | None, About("How often, or when")] = None
    since: Annotated[Day | None, About("The day that it counts from; none: no day is worked out for it")] = None
    based_on: Annotated[Line | None, About("What it rests on")] = None
    asks_for: Annotated[
        Line | None, About("What is asked: to agree, note or approve", in_sentence="what it asks for")
    ] = None
    occurrences: Annotated[tuple[Occurrence, ...], About("When it was held", label="When it was reported")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Entry):
    """What stands behind a claim."""

    about: ClassVar[AboutType] = AboutType(thing="evidence", change="evidence")

    title: Annotated[Line, About("What it is", change="wording")]
    kind: Annotated[EvidenceKind, About("audit, case-file-sample, survey, data, minutes or document")] = "document"
    period: Annotated[Printed | None, About("The time it is about")] = None
    held_by: Annotated[Who | None, About("The body that holds it", label="Who holds it")] = None
    date: Annotated[Day | None, About("Its day")] = None
    date_words: Annotated[Printed | None, About("Its date as printed")] = None
    link: Annotated[WebAddress | None, About("Where it can be read; none means held, not published")] = None
    shows: Annotated[
        Line | None, About("What it shows, in a sentence", in_sentence="what it shows", change="wording")
    ] = None
    figures: Annotated[tuple[Observation, ...], About("Its figures")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Entry):
    """What may go wrong."""

    about: ClassVar[AboutType] = AboutType(thing="risk", title="name", change="risk")

    name: Annotated[Line, About("The risk", change="wording")]
    impact: Annotated[Impact | Missing | None, About("low, medium, high or none")] = None
    state: Annotated[RiskState | None, About("open, being-dealt-with, resolved or answered")] = None
    comment: Annotated[Text | None, About("What is said of it", change="wording")] = None
    response: Annotated[Text | None, About("What is done about it", change="wording")] = None
    body: Annotated[Who | None, About("The body that answers for it")] = None
    date: Annotated[Day | None, About("Since when")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Entry):
    """What a body agreed, noted or revised."""

    about: ClassVar[AboutType] = AboutType(thing="decision", title="text", change="decision")

    text: Annotated[Text, About("What was decided", change="wording")]
    kind: Annotated[DecisionKind, About("agreed, noted, revised, submitted or set-up")]
    body: Annotated[Who | None, About("The body that decided")] = None
    date: Annotated[Day | None, About("The day")] = None
    date_words: Annotated[Printed | None, About("The date as printed")] = None
    affects: Annotated[
        tuple[Ref, ...], About("What it affects, by id", in_sentence="what it affects", refers_to="entry")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A day that relative timescales count from."""

    about: ClassVar[AboutType] = AboutType(thing="event", title="name", change="event")

    id: Annotated[Id, About("Permanent id")]
    name: Annotated[Line, About("What happened")]
    date: Annotated[Day | None, About("When; none where the source does not say")] = None
    date_words: Annotated[Printed | None, About("As printed")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or an acronym, explained."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("term",), change="glossary")

    term: Annotated[Line, About("The word", names="thing")]
    meaning: Annotated[Text, About("What it means")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPlan:
    """Another plan that this one belongs with."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("plan", "title"), change="relation")

    plan: Annotated[Id | None, About("Its id, if it is on this site", refers_to="plan")] = None
    title: Annotated[Line, About("Its title", names="title")]
    how: Annotated[PlanRelation, About("parent, child, sibling, predecessor or successor")]
    link: Annotated[WebAddress | None, About("Where it can be read")] = None
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach the people who keep the plan: a role, never a person."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("role",), change="plan")

    role: Annotated[Role, About("The role or team")]
    email: Annotated[ContactWay | None, About("The team's e-mail")] = None
    phone: Annotated[ContactWay | None, About("The team's phone")] = None
    link: Annotated[WebAddress | None, About("Its page")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance:
    """How the plan is watched."""

    about: ClassVar[AboutType] = AboutType(change="plan", by_field=True)

    text: Annotated[Rich | None, About("In a paragraph", change="wording")] = None
    reports_to: Annotated[tuple[Who, ...], About("The bodies it reports to")] = ()
    how_often: Annotated[TimeWords | None, About("How often")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Marks a plan that is not a publisher's own: on each of its pages."""

    about: ClassVar[AboutType] = AboutType(change="plan")

    kind: Annotated[Line, About("Such as Worked example or Invented example")]
    text: Annotated[Line, About("What a reader must know of it, in a sentence")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The plan has ended; its pages are worked out as at this day for good."""

    about: ClassVar[AboutType] = AboutType(change="plan", added="closed", removed="reopened")

    as_at: Annotated[Day, About("The day")]
    why: Annotated[Line, About("Why it is closed")]
    succeeded_by: Annotated[Id | None, About("The plan that follows", refers_to="plan")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedVersion(Transcribed):
    """One line of a version table that the source prints."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("version", "date"), change="version")

    version: Annotated[Label, About("As printed")]
    date: Annotated[Day | None, About("The day")] = None
    date_words: Annotated[Printed | None, About("The date as printed")] = None
    state: Annotated[EditionState, About("draft, approved, update or withdrawn")]
    owner: Annotated[Role | Missing | None, About("The body that owned it")] = None
    review_date: Annotated[TimeWords | Missing | None, About("When it was to be reviewed")] = None
    note: Annotated[Line | None, About("What a reader should know of it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A box that the source ticks, or leaves empty, beside a sentence."""

    about: ClassVar[AboutType] = AboutType(told_apart_by=("text",), change="plan")

    text: Annotated[Text, About("What is declared")]
    ticked: Annotated[Flag | Missing, About("yes, no, or why that cannot be told")]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundPapers:
    """The papers that a report rests on."""

    about: ClassVar[AboutType] = AboutType(change="plan")

    papers: Annotated[tuple[Line, ...], About("Each paper")]
    kept_for: Annotated[Line | None, About("How long they are kept, such as 4 years")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """The plan's own labels, so that pages speak its language."""

    about: ClassVar[AboutType] = AboutType(change="plan")

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

    about: ClassVar[AboutType] = AboutType(told_apart_by=("code", "id"), change="accepted")

    code: Annotated[Label, About("The warning's code")]
    id: Annotated[Id | None, About("The id of the thing; none where it is about the plan")] = None
    reason: Annotated[Line, About("Why it is left")]
    role: Annotated[Role, About("The role that decided")]
    date: Annotated[Day, About("The day")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPlan:
    """One improvement plan of one publisher: `plan.yaml`."""

    about: ClassVar[AboutType] = AboutType(thing="plan", change="plan")
    beside: ClassVar[tuple[str, ...]] = ("people", "internal_notes")

    schema_version: Annotated[
        WholeNumber, About("The version of this file's shape: 1", key="schema", label="Version of the file's shape")
    ]
    id: Annotated[Id, About("Permanent id: the plan's folder and its address")]
    title: Annotated[Line, About("Its title", change="wording", names="title")]
    short_title: Annotated[Line | None, About("A few words for menus", change="wording", names="title")] = None
    code: Annotated[Label | None, About("The code that another system gives it", names="title")] = None
    summary: Annotated[
        Text | None, About("What it is for, in one or two sentences", change="wording", is_short=True)
    ] = None
    kind: Annotated[PlanKind, About("What it is")] = "improvement-plan"
    state: Annotated[PlanState, About("draft, current, ended or replaced")] = "current"
    as_at: Annotated[Day | None, About("The day its facts speak of", is_news=False)] = None
    source_date: Annotated[TimeWords | None, About("The date as printed", label="Date of the source document")] = None
    closed: Annotated[Closed | None, About("Set when the plan has ended")] = None
    example: Annotated[Example | None, About("Set on examples only")] = None
    update_every: Annotated[
        TimeWords | None, About("How often it is updated, such as 6 months", in_sentence="how often it is updated")
    ] = None
    period: Annotated[Period | None, About("The time it covers")] = None
    publisher: Annotated[Line, About("The body that publishes it", label="Whose plan it is", names="title")]
    partners: Annotated[
        tuple[Ref, ...], About("The bodies that share it", label="Who shares it", refers_to="body")
    ] = ()
    responds_to: Annotated[
        Line | None, About("What it answers", in_sentence="what it responds to", change="wording", names="title")
    ] = None
    vision: Annotated[Text | None, About("What it is for, in its own words", label="The aim", change="wording")] = None
    introduction: Annotated[Rich | None, About("Its introduction", change="wording")] = None
    governance: Annotated[Governance | None, About("How it is watched")] = None
    words: Annotated[PlanWords, About("The plan's own labels")] = PlanWords()
    status_scheme: Annotated[
        StatusScheme | None, About("Its legend of ratings", label="The ratings and what they mean")
    ] = None
    rated: Annotated[
        tuple[Level, ...], About("The levels that carry a rating", label="What is rated", change="legend")
    ] = ()
    events: Annotated[tuple[Event, ...], About("Days that timescales count from")] = ()
    bodies: Annotated[tuple[Body, ...], About("The bodies and roles it names", label="The bodies that it names")] = ()
    glossary: Annotated[tuple[Term, ...], About("Words explained")] = ()
    outcomes: Annotated[tuple[Outcome, ...], About("Its outcomes")] = ()
    findings: Annotated[tuple[Finding, ...], About("What inspections found")] = ()
    evidence: Annotated[tuple[Evidence, ...], About("What stands behind claims")] = ()
    risks: Annotated[tuple[Risk, ...], About("What may go wrong")] = ()
    decisions: Annotated[tuple[Decision, ...], About("What bodies decided")] = ()
    reports: Annotated[tuple[Report, ...], About("Duties to report")] = ()
    printed_summary: Annotated[
        PrintedSummary | None, About("A summary that the source prints", label="The printed summary")
    ] = None
    printed_versions: Annotated[
        tuple[PrintedVersion, ...],
        About("A version table that the source prints", label="The printed list of versions"),
    ] = ()
    declarations: Annotated[
        tuple[Declaration, ...],
        About("Boxes that the source ticks or leaves empty", label="Boxes that are ticked or left empty"),
    ] = ()
    background_papers: Annotated[
        BackgroundPapers | None, About("The papers it rests on", label="The papers that it rests on")
    ] = None
    languages: Annotated[tuple[LanguageTag, ...], About("The languages it is published in", if_absent=("en-GB",))] = ()
    related_plans: Annotated[tuple[RelatedPlan, ...], About("Plans it belongs with")] = ()
    contacts: Annotated[tuple[Contact, ...], About("Who keeps it: roles, never persons")] = ()
    readings: Annotated[tuple[Reading, ...], About("How values of the plan were read from the source")] = ()
    accepted: Annotated[
        tuple[Accepted, ...],
        About(
            "Warnings looked at and left", label="Warnings looked at and left", in_sentence="accepted", is_news=False
        ),
    ] = ()
