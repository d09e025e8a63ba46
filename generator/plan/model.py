"""Everything that a plan may hold: the five real source documents' tables, and their quirks.

Two files make one plan: `plan.yaml`, which is published, and `private.yaml`, which is not. Fields declare which
they belong to; `projection` copies the public ones. Words and source: docs/plan-files.md.
"""

from typing import ClassVar

from generator.plan.shape import (
    Day,
    Decimal,
    Flag,
    Id,
    Line,
    Model,
    OrMissing,
    Percent,
    Rating,
    Ref,
    Rich,
    Text,
    WebAddress,
    WholeNumber,
    internal,
    public,
)
from generator.plan.vocabulary import (
    ActionKind,
    BodyKind,
    DecisionKind,
    Direction,
    EditionState,
    EvidenceKind,
    FindingKind,
    Ground,
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


class Reading(Model):
    """How a value of this entry was read, where it is not simply what the source prints."""

    field: Line = public("The field it is about, such as number or title")
    reading: ReadingKind = public("stated, inferred, corrected or unreadable")
    verbatim: Line | None = public("What is printed: labels, dates and numbers only", None)
    note: Line | None = public("Why it was read so", None)


class InternalNote(Model):
    """A note for the people who keep the plan. It stands in private.yaml."""

    text: Text = internal("What it says")
    date: Day | None = internal("The day it was written", None)
    author: Line | None = internal("Who wrote it", None)


class Transcribed(Model):
    """Whatever is taken from a source, which may have to be read with care."""

    readings: tuple[Reading, ...] = public("How values of this entry were read from the source", ())


class Entry(Transcribed):
    """Whatever has a permanent id of ours."""

    id: Id = public("Permanent id: never changed, never used again for another thing")
    internal_notes: tuple[InternalNote, ...] = internal("Notes that are never published", ())


class Period(Model):
    """From a day to a day, both included."""

    start: Day = public("First day")
    end: Day = public("Last day")
    words: Line | None = public("The period as printed", None)


class Revision(Model):
    """An earlier wording of a timescale, and who moved it."""

    words: Line = public("The timescale before it was moved")
    moved_on: Day | None = public("The day it was moved", None)
    decided_by: Line | None = public("The body that moved it: its id, or its name", None)
    why: Line | None = public("The reason given", None)


class Timescale(Model):
    """By when: the officer's own words. `timescale.read` says how we read them."""

    shorthand: ClassVar[str | None] = "words"

    words: Line = public("The officer's own words, such as March 2019 or Reported to CPC 6 monthly")
    role: TimescaleRole = public("target, due or reported", "due")
    verbatim: Line | None = public("As printed, with the label it stands under", None)
    read_as: Line | None = public("The words that were meant, where the printed ones are a slip", None)
    reading: ReadingKind = public("stated, inferred, corrected or unreadable", "stated")
    note: Line | None = public("Why it was read so", None)
    event: Ref | None = public("The event that a relative timescale counts from", None)
    since: Day | None = public("The day that a recurring duty counts from; none: no day is worked out for it", None)
    report: Ref | None = public("The report by which a recurring duty is kept", None)
    revises: tuple[Revision, ...] = public("Earlier wordings, oldest first", ())


class Lead(Transcribed):
    """A body or a role that answers for an action; never a person's name."""

    shorthand: ClassVar[str | None] = "body"
    one_of: ClassVar[tuple[str, ...]] = ("body", "role", "withheld")
    not_both: ClassVar[tuple[str, ...]] = ("body", "withheld")

    body: Ref | None = public("The body's id", None)
    role: Line | None = public("The role, such as Service manager", None)
    qualifier: Line | None = public("How it is printed with a condition, such as currently through CCIG", None)
    covers: tuple[Ref, ...] = public("The sub-actions that this lead covers; none means all", ())
    as_above: Flag = public("The source says As above; this is the lead meant", False)
    withheld: Line | None = public("The ground for leaving a name out", None)


class FormerName(Model):
    """A name that a body went by."""

    name: Line = public("The name")
    until: Day | None = public("The last day of it", None)
    until_words: Line | None = public("The end of it as printed", None)


class Body(Model):
    """An organisation, group or role that the plan names."""

    id: Id = public("Permanent id")
    name: Line = public("Its name in full")
    short_name: Line | None = public("Its short name or initials", None)
    kind: BodyKind = public("What it is", "other")
    parent: Ref | None = public("The body it belongs to", None)
    former_names: tuple[FormerName, ...] = public("Earlier names", ())
    ceased_on: Day | None = public("The day it ceased", None)
    ceased: Line | None = public("That it ceased, as printed, such as disbanded", None)
    succeeded_by: Ref | None = public("The body that took over", None)
    note: Line | None = public("What a reader should know of it", None)


class Person(Model):
    """Somebody whose name must never be published. Stands in private.yaml; the privacy check looks for it."""

    name: Line = internal("Name")
    initials: Line | None = internal("Initials as they stand in notes", None)
    role: Line | None = internal("Role", None)
    body: Id | None = internal("The body's id", None)
    email: Line | None = internal("E-mail", None)
    phone: Line | None = internal("Phone", None)


class Status(Model):
    """One rating of the plan's own legend."""

    id: Id = public("The word that actions use: red, amber, green")
    label: Line = public("Its name on pages")
    meaning: Text = public("The plan's own sentence for it")
    tone: Tone = public("What it means among all plans: decides colour, border and shape")


class ComputedRule(Model):
    """How a status follows from facts: 100% is complete, past due, due within the window, else in time."""

    complete: Ref = public("The status of what is 100% complete")
    past_due: Ref = public("The status of what is not, and whose date has passed")
    due_soon: Ref = public("The status of what falls due within the window")
    in_time: Ref = public("The status of all else")
    window_days: WholeNumber = public("How many days before its date something is due soon")


class StatusScheme(Model):
    """The plan's legend of ratings."""

    name: Line | None = public("What the plan calls it, such as RAG", None)
    statuses: tuple[Status, ...] = public("The ratings, in the order of the legend")
    scale: tuple[Id, ...] = public("Their ids from worst to best, where the order of the legend does not say so", ())
    valid_from: Day | None = public("The day since when it is used", None)
    rule: Text | None = public("How ratings follow from facts, if they do", None)
    computed: ComputedRule | None = public("The same rule, for the program to work out", None)
    roll_up: RollUpRule | None = public("worst: an outcome shows the worst rating below it; else counts alone", None)
    review_every: Line | None = public("How often each rating must be looked at, such as 6 months", None)
    rated_by: Line | None = public("Who decides the ratings", None)
    how_often: Line | None = public("How often they are looked at", None)
    what_is_rated: Text | None = public("What a rating is about", None)


class Note(Transcribed):
    """A dated piece of progress. Its identity is its date and its place in that day."""

    text: OrMissing[Rich] = public("What it says")
    date: Day | None = public("Its day", None)
    date_words: Line | None = public("Its date as printed", None)
    kind: NoteKind = public("progress, plan or evidence", "progress")
    author: Line | None = internal("Who wrote it: initials stay in private.yaml", None)


class Target(Model):
    """What a measure should reach."""

    value: OrMissing[Line] = public("The value, or the state, to be reached")
    kind: TargetKind = public("aspirational or committed", "committed")
    by: Timescale | None = public("By when", None)
    reviewed_on: Line | None = public("When it is looked at", None)


class Observation(Model):
    """One figure of a measure."""

    label: Line | None = public("What is counted, where a measure or a piece of evidence has several figures", None)
    period: Line = public("The day, month or year it is about")
    value: OrMissing[Decimal] = public("The figure")
    part_of: Line | None = public("The label of the figure that this one is a part of", None)
    numerator: WholeNumber | None = public("How many", None)
    denominator: WholeNumber | None = public("Out of how many", None)
    state: ObservationState = public("final, provisional or suppressed", "final")
    note: Line | None = public("What a reader should know of it", None)


class Measure(Entry):
    """How we will know."""

    text: Text = public("What is measured, in words")
    kind: MeasureKind | None = public("count, percent, judgement, survey, exists or trend", None)
    unit: Line | None = public("The unit of the figures", None)
    baseline: Observation | None = public("Where it stood at the start", None)
    targets: tuple[Target, ...] = public("What it should reach", ())
    direction: Direction | None = public("Whether more is better: up, down or keep", None)
    frequency: Line | None = public("How often it is measured", None)
    observations: tuple[Observation, ...] = public("The figures, oldest first", ())
    suggested: Flag = public("The plan calls it a suggestion", False)
    covers: tuple[Ref, ...] = public("The actions it belongs to, where it is not all", ())


class Review(Model):
    """Somebody looked at an action or a rating, and at what stands behind it."""

    date: Day = public("The day")
    by: Line = public("The body or role that looked")
    evidence: tuple[Ref, ...] = public("The evidence looked at", ())
    result: ReviewResult = public("confirmed, changed or not-enough-evidence")
    next_due: Day | None = public("When it is next due", None)
    note: Line | None = public("What was found", None)


class ReviewRule(Model):
    """How often a rating must be looked at to stay what it is."""

    one_of: ClassVar[tuple[str, ...]] = ("every", "since", "reviews")

    every: Line | None = public("Such as 6 months or a year; none where the source does not say", None)
    since: Day | None = public("The day that it counts from before the first review", None)
    reviews: tuple[Review, ...] = public("The reviews held, oldest first", ())


class Related(Model):
    """An action of this or another plan that this one mirrors, follows or was merged into."""

    action: Id = public("Its id")
    plan: Id | None = public("The other plan's id", None)
    how: RelationKind = public("mirrors, follows, merged-into or answers", "mirrors")
    note: Line | None = public("Where the two differ", None)


class Closure(Model):
    """An action was closed, or opened again."""

    date: Day = public("The day")
    reopened: Flag = public("yes if it was opened again", False)
    decided_by: Line | None = public("The body that decided", None)
    why: Line | None = public("The reason given", None)


class Action(Entry):
    """What will be done. Sub-actions have the same shape, at any depth."""

    number: Line | None = public("The printed label; it may repeat and move", None)
    code: Line | None = public("The code of another system", None)
    title: Line = public("What will be done, in a line")
    text: Rich | None = public("More about it", None)
    points: tuple[Line, ...] = public("Its bullets", ())
    kind: ActionKind | None = public("protocol, practice, training or other", None)
    leads: OrMissing[tuple[Lead, ...]] = public("Who answers for it", ())
    timescales: OrMissing[tuple[Timescale, ...]] = public("By when", ())
    priority: OrMissing[Priority] | None = public("low, medium or high", None)
    progress: OrMissing[Percent] | None = public("Percent complete, 0 to 100", None)
    status: Rating | None = public("A rating of the legend", None)
    review: ReviewRule | None = public("How often the rating must be looked at", None)
    measures: OrMissing[tuple[Measure, ...]] = public("How we will know", ())
    notes: tuple[Note, ...] = public("Progress, oldest first", ())
    evidence: tuple[Ref, ...] = public("The evidence that stands behind it", ())
    related: tuple[Related, ...] = public("Actions it mirrors or follows", ())
    answers: tuple[Ref, ...] = public("The findings it answers", ())
    closures: tuple[Closure, ...] = public("When it was closed or opened again", ())
    sub_actions: "tuple[Action, ...]" = public("The actions under it", ())


class KeyIssue(Entry):
    """A heading between an outcome and a group of its actions."""

    title: Line = public("The issue")
    text: Rich | None = public("More about it", None)
    actions: tuple[Ref, ...] = public("The actions that it groups")


class Outcome(Entry):
    """The top level: an outcome, an area for improvement, a priority, a quality indicator or a time band."""

    number: Line | None = public("The printed label", None)
    title: Line = public("The outcome, in a line")
    short_title: Line | None = public("A few words for menus", None)
    question: Line | None = public("The question that it answers", None)
    description: Rich | None = public("More about it", None)
    timescales: OrMissing[tuple[Timescale, ...]] = public("By when", ())
    status: Rating | None = public("A rating of the legend", None)
    review: ReviewRule | None = public("How often the rating must be looked at", None)
    measures: OrMissing[tuple[Measure, ...]] = public("How we will know", ())
    notes: tuple[Note, ...] = public("Progress, oldest first", ())
    evidence: tuple[Ref, ...] = public("The evidence that stands behind it", ())
    answers: tuple[Ref, ...] = public("The findings it answers", ())
    key_issues: tuple[KeyIssue, ...] = public("Headings that group its actions", ())
    actions: tuple[Action, ...] = public("Its actions", ())


class Grade(Transcribed):
    """One grade of one indicator in one area."""

    indicator: Line = public("The indicator's number or title")
    title: Line | None = public("Its title", None)
    question: Line | None = public("The question it stands under", None)
    area: Line | None = public("The area it is about", None)
    grade: OrMissing[Line] = public("The grade")


class GradeCount(Model):
    """How many areas had a grade."""

    grade: Line = public("The grade")
    count: OrMissing[WholeNumber] = public("How many areas")
    percent: OrMissing[WholeNumber] | None = public("The percentage as printed", None)


class GradeCounts(Transcribed):
    """The distribution of grades of one indicator."""

    indicator: Line = public("The indicator's number")
    title: Line = public("Its title")
    question: Line | None = public("The question it stands under", None)
    counts: tuple[GradeCount, ...] = public("One for each grade of the scale")
    note: Line | None = public("What a reader should know of it", None)


class Finding(Entry):
    """What an inspection found: a recommendation, grades, or counts of grades."""

    kind: FindingKind = public("recommendation, area-for-improvement, grades or counts")
    number: Line | None = public("Its printed number", None)
    title: Line = public("What was found, in a line")
    text: Rich | None = public("More about it", None)
    source: Line | None = public("Who found it, and in which report", None)
    scale: tuple[Line, ...] = public("The grades, best first", ())
    grades: tuple[Grade, ...] = public("Grades by area and indicator", ())
    counts: tuple[GradeCounts, ...] = public("Distributions by indicator", ())
    n: WholeNumber | None = public("How many areas were graded", None)
    excluded: tuple[Line, ...] = public("Areas left out, and why", ())


class MatrixCell(Model):
    """How many actions of an outcome had a status, as printed."""

    status: Ref = public("The status")
    count: OrMissing[WholeNumber] = public("The figure")


class MatrixRow(Transcribed):
    """One outcome's row of a printed summary."""

    outcome: Ref = public("The outcome")
    cells: tuple[MatrixCell, ...] = public("One for each status")


class PrintedSummary(Model):
    """A summary that the source prints. It is checked against the actions."""

    title: Line | None = public("Its heading", None)
    as_at: Day | None = public("The day it speaks of", None)
    rows: tuple[MatrixRow, ...] = public("In printed order")


class Occurrence(Model):
    """One time that a recurring duty fell due."""

    one_of: ClassVar[tuple[str, ...]] = ("due", "held_on")

    due: Line | None = public("When it was due; none where only the meeting is known", None)
    held_on: Line | None = public("When it was kept", None)
    state: OccurrenceState = public("kept, late, missed, not-yet or not-stated", "not-stated")
    edition: Line | None = public("The edition that was shown", None)
    decision: Line | None = public("What was decided", None)
    link: WebAddress | None = public("Where it can be read", None)


class Report(Entry):
    """A duty to report on the plan."""

    what: Line = public("What is reported")
    sender: Line | None = public("The body or role that reports", None)
    to: Line | None = public("The body that receives it", None)
    how_often: Line | None = public("How often, or when", None)
    since: Day | None = public("The day that it counts from; none: no day is worked out for it", None)
    based_on: Line | None = public("What it rests on", None)
    asks_for: Line | None = public("What is asked: to agree, note or approve", None)
    occurrences: tuple[Occurrence, ...] = public("When it was held", ())


class Evidence(Entry):
    """What stands behind a claim."""

    title: Line = public("What it is")
    kind: EvidenceKind = public("audit, case-file-sample, survey, data, minutes or document", "document")
    period: Line | None = public("The time it is about", None)
    held_by: Line | None = public("The body that holds it", None)
    date: Day | None = public("Its day", None)
    date_words: Line | None = public("Its date as printed", None)
    link: WebAddress | None = public("Where it can be read; none means held, not published", None)
    shows: Line | None = public("What it shows, in a sentence", None)
    figures: tuple[Observation, ...] = public("Its figures", ())


class Risk(Entry):
    """What may go wrong."""

    name: Line = public("The risk")
    impact: OrMissing[Impact] | None = public("low, medium, high or none", None)
    state: RiskState | None = public("open, being-dealt-with, resolved or answered", None)
    comment: Text | None = public("What is said of it", None)
    response: Text | None = public("What is done about it", None)
    body: Line | None = public("The body that answers for it", None)
    date: Day | None = public("Since when", None)


class Decision(Entry):
    """What a body agreed, noted or revised."""

    text: Text = public("What was decided")
    kind: DecisionKind = public("agreed, noted, revised, submitted or set-up")
    body: Line | None = public("The body that decided", None)
    date: Day | None = public("The day", None)
    date_words: Line | None = public("The date as printed", None)
    affects: tuple[Ref, ...] = public("What it affects, by id", ())


class Event(Model):
    """A day that relative timescales count from."""

    id: Id = public("Permanent id")
    name: Line = public("What happened")
    date: Day | None = public("When; none where the source does not say", None)
    date_words: Line | None = public("As printed", None)


class Term(Model):
    """A word or an acronym, explained."""

    term: Line = public("The word")
    meaning: Text = public("What it means")


class RelatedPlan(Model):
    """Another plan that this one belongs with."""

    plan: Id | None = public("Its id, if it is on this site", None)
    title: Line = public("Its title")
    how: PlanRelation = public("parent, child, sibling, predecessor or successor")
    link: WebAddress | None = public("Where it can be read", None)
    note: Line | None = public("What a reader should know of it", None)


class Contact(Model):
    """How to reach the people who keep the plan: a role, never a person."""

    role: Line = public("The role or team")
    email: Line | None = public("The team's e-mail", None)
    phone: Line | None = public("The team's phone", None)
    link: WebAddress | None = public("Its page", None)


class Governance(Model):
    """How the plan is watched."""

    text: Rich | None = public("In a paragraph", None)
    reports_to: tuple[Line, ...] = public("The bodies it reports to", ())
    how_often: Line | None = public("How often", None)


class Example(Model):
    """Marks a plan that is not a publisher's own: on each of its pages."""

    kind: Line = public("Such as Worked example or Invented example")
    text: Line = public("What a reader must know of it, in a sentence")


class Closed(Model):
    """The plan has ended; its pages are worked out as at this day for good."""

    as_at: Day = public("The day")
    why: Line = public("Why it is closed")
    succeeded_by: Id | None = public("The plan that follows", None)


class PrintedVersion(Transcribed):
    """One line of a version table that the source prints."""

    version: Line = public("As printed")
    date: Day | None = public("The day", None)
    date_words: Line | None = public("The date as printed", None)
    state: EditionState = public("draft, approved, update or withdrawn")
    owner: OrMissing[Line] | None = public("The body that owned it", None)
    review_date: OrMissing[Line] | None = public("When it was to be reviewed", None)
    note: Line | None = public("What a reader should know of it", None)


class Declaration(Model):
    """A box that the source ticks, or leaves empty, beside a sentence."""

    text: Text = public("What is declared")
    ticked: OrMissing[Flag] = public("yes, no, or why that cannot be told")


class BackgroundPapers(Model):
    """The papers that a report rests on."""

    papers: tuple[Line, ...] = public("Each paper")
    kept_for: Line | None = public("How long they are kept, such as 4 years", None)


class PlanWords(Model):
    """The plan's own labels, so that pages speak its language."""

    outcome: Line = public("Such as Outcome or Area for improvement", "Outcome")
    outcomes: Line = public("The plural", "Outcomes")
    action: Line = public("Such as Key action", "Action")
    actions: Line = public("The plural", "Actions")
    sub_action: Line = public("Such as Sub-action", "Sub-action")
    sub_actions: Line = public("The plural", "Sub-actions")
    lead: Line = public("Such as Strategic lead", "Lead")
    measure: Line = public("Such as Success measure", "How we will know")
    status: Line = public("Such as RAG rating", "Rating")


class Accepted(Model):
    """A warning that was looked at and left, with its reason."""

    code: Line = public("The warning's code")
    id: Id | None = public("The id of the thing; none where it is about the plan", None)
    reason: Line = public("Why it is left")
    role: Line = public("The role that decided")
    date: Day = public("The day")


class Plan(Model):
    """One improvement plan of one publisher: `plan.yaml`, with what `private.yaml` adds."""

    schema_version: WholeNumber = public("The version of this file's shape: 1", alias="schema")
    id: Id = public("Permanent id: the plan's folder and its address")
    title: Line = public("Its title")
    short_title: Line | None = public("A few words for menus", None)
    code: Line | None = public("The code that another system gives it", None)
    summary: Text | None = public("What it is for, in one or two sentences", None)
    kind: PlanKind = public("What it is", "improvement-plan")
    state: PlanState = public("draft, current, ended or replaced", "current")
    as_at: Day | None = public("The day its facts speak of", None)
    source_date: Line | None = public("The date as printed", None)
    closed: Closed | None = public("Set when the plan has ended", None)
    example: Example | None = public("Set on examples only", None)
    update_every: Line | None = public("How often it is updated, such as 6 months", None)
    period: Period | None = public("The time it covers", None)
    publisher: Line = public("The body that publishes it")
    partners: tuple[Ref, ...] = public("The bodies that share it", ())
    responds_to: Line | None = public("What it answers", None)
    vision: Text | None = public("What it is for, in its own words", None)
    introduction: Rich | None = public("Its introduction", None)
    governance: Governance | None = public("How it is watched", None)
    words: PlanWords = public("The plan's own labels", PlanWords())
    status_scheme: StatusScheme | None = public("Its legend of ratings", None)
    rated: tuple[Level, ...] = public("The levels that carry a rating", ())
    events: tuple[Event, ...] = public("Days that timescales count from", ())
    bodies: tuple[Body, ...] = public("The bodies and roles it names", ())
    glossary: tuple[Term, ...] = public("Words explained", ())
    outcomes: tuple[Outcome, ...] = public("Its outcomes", ())
    findings: tuple[Finding, ...] = public("What inspections found", ())
    evidence: tuple[Evidence, ...] = public("What stands behind claims", ())
    risks: tuple[Risk, ...] = public("What may go wrong", ())
    decisions: tuple[Decision, ...] = public("What bodies decided", ())
    reports: tuple[Report, ...] = public("Duties to report", ())
    printed_summary: PrintedSummary | None = public("A summary that the source prints", None)
    printed_versions: tuple[PrintedVersion, ...] = public("A version table that the source prints", ())
    declarations: tuple[Declaration, ...] = public("Boxes that the source ticks or leaves empty", ())
    background_papers: BackgroundPapers | None = public("The papers it rests on", None)
    languages: tuple[Line, ...] = public("The languages it is published in", ("en-GB",))
    related_plans: tuple[RelatedPlan, ...] = public("Plans it belongs with", ())
    contacts: tuple[Contact, ...] = public("Who keeps it: roles, never persons", ())
    readings: tuple[Reading, ...] = public("How values of the plan were read from the source", ())
    accepted: tuple[Accepted, ...] = public("Warnings looked at and left", ())
    people: tuple[Person, ...] = internal("People whose names must not be published", ())
    internal_notes: tuple[InternalNote, ...] = internal("Notes that are never published", ())


# Authors stand in their notes' order, so a note that has none needs a mark.
NO_AUTHOR = "-"


class WordsTakenDown(Model):
    """Words that were taken down of the editions: no text may hold them again. `plans redact` writes them down."""

    words: Rich = internal("The words")
    date: Day = internal("The day they were taken down")
    reason: Ground = internal("Why")
    thing: Id | None = internal("The id of the thing that held them; none where somebody added them by hand", None)
    field: Line | None = internal("The field that held them, as the lock names it", None)


class PrivateFile(Model):
    """What `private.yaml` holds. It is read by `check` and `publish`, never by a build."""

    schema_version: WholeNumber = internal("The version of this file's shape: 1", alias="schema")
    people: tuple[Person, ...] = internal("People whose names must not be published", ())
    notes: dict[str, tuple[InternalNote, ...]] = internal("Notes by the id of the thing they are about", {})
    authors: dict[str, tuple[Line, ...]] = internal("Authors of notes, by the id of the thing, in the notes' order", {})
    taken_down: tuple[WordsTakenDown, ...] = internal("Words that were taken down and must not come back", ())
