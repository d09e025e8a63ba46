"""Claims that the plan's own facts do not bear out: what is called complete, or in time, and is not."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.days import in_words
from generator.errors import Problem
from generator.plan.field_types import Missing
from generator.plan.model import Action, Note, Outcome, Status
from generator.plan.vocabulary import Tone
from generator.plan.walk import PlanNode
from generator.status import Standing, Thing, badness, each_action, newest, newest_review, review_interval, roll_up

# What a note says of work that is still to be done. What is complete may well be looked at again.
DO = (
    "begin|start|commence|complete|finish|launch|happen|take place|follow|go live|develop|write|publish|deliver|draft"
    "|introduce|roll out|hold|produce|prepare|present|submit|send|issue|establish|implement|arrange|organise|recruit"
)
TO_COME = re.compile(
    rf"\b(?:(?:will|shall) (?:(?:now|then|also|soon|all) )?(?:(?:{DO})|be(?! (?:able|kept|reviewed|monitored)))"
    r"|(?:is|are|has|have|still|yet|due|expected|scheduled|planned|likely) (?:still )?to be|yet to|(?:is|are) due to"
    r"|(?:is|are) (?:being )?planned|not yet|in draft|awaiting"
    r"|not (?:been )?(?:begun|started|commenced|complete|completed|finished|done))\b"
    r"|(?:^|[.;:(] *)to be(?= )|\(on-?going\)",
    re.IGNORECASE,
)
# What a note says of work that has begun, or was planned, unless it says that it is finished too.
BEGUN = re.compile(
    r"\b(?:commenced|(?:has|have) (?:begun|started)|under ?way|in progress|planned for)\b"
    r"|(?:^|[.;:] *|\b(?:is|are|was|were|remains?|work|still) )on-?going\b|\bon-?going(?=[.;,)]|$)",
    re.IGNORECASE,
)
FINISHED = re.compile(
    r"\b(?:finished|completed?|concluded|ended|delivered|done|closed|held|in use|in place|launched|published|approved"
    r"|signed off|achieved)\b",
    re.IGNORECASE,
)

Claim = Callable[[PlanContext, PlanNode, Thing, Standing], Iterator[Problem]]


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every rating that another fact of the same plan contradicts, as at the plan's own day."""
    for node, thing in context.things:
        standing = context.standings[thing.id]
        for claim in (_in_time, _complete, _progress, _rule, _closure, _whole, _reviewed):
            yield from claim(context, node, thing, standing)


def _rated(standing: Standing, tone: Tone) -> Status | None:
    """The rating that stands, where its tone is `tone`."""
    status = standing.status
    return status if isinstance(status, Status) and status.tone == tone else None


def _in_time(context: PlanContext, node: PlanNode, thing: Thing, standing: Standing) -> Iterator[Problem]:
    due, rating = standing.due, _rated(standing, "on-track")
    if rating and due and context.day and due < context.day and not standing.is_settled:
        yield context.problem(problems.OVERDUE_ON_TRACK, node, "status", label=rating.label, day=in_words(due))


def _complete(context: PlanContext, node: PlanNode, thing: Thing, standing: Standing) -> Iterator[Problem]:
    if not (rating := _rated(standing, "complete")):
        return
    label = rating.label
    if isinstance(thing, Action) and (still_open := _first_open_below(context, thing)):
        yield context.problem(problems.COMPLETE_OPEN, node, "status", label=label, value=still_open)
    if not context.backings[thing.id]:
        yield context.problem(problems.COMPLETE_UNEVIDENCED, node, "status", label=label)
    if words := _not_yet(_newest_note(thing)):
        yield context.problem(problems.COMPLETE_FUTURE, node, "notes", label=label, words=words)


def _not_yet(note: str) -> str:
    """The words by which `note` says that the work is not done; "" where it does not."""
    found = TO_COME.search(note) or (None if FINISHED.search(note) else BEGUN.search(note))
    return found[0].strip(" .;:") if found else ""


def _first_open_below(context: PlanContext, action: Action) -> str:
    """The id of the first sub-action that is known to be open: by another rating, or by its progress."""
    for sub in each_action(action.sub_actions):
        status = context.standings[sub.id].status
        is_rated_open = isinstance(status, Status) and status.tone != "complete"
        if is_rated_open or (isinstance(sub.progress, int) and sub.progress < 100):
            return sub.id
    return ""


def _newest_note(thing: Thing) -> str:
    """The text of the last note by its day; of those of one day, and without a day, the last in the file."""
    notes: list[Note] = sorted(thing.notes, key=lambda note: note.date or date.min)
    return notes[-1].text if notes and isinstance(notes[-1].text, str) else ""


def _progress(context: PlanContext, node: PlanNode, thing: Thing, standing: Standing) -> Iterator[Problem]:
    progress = thing.progress if isinstance(thing, Action) else None
    if not isinstance(progress, int) or isinstance(standing.declared, Missing):
        return
    is_complete = standing.declared.tone == "complete"
    if is_complete != (progress == 100):
        label = standing.declared.label
        yield context.problem(problems.PROGRESS_DIFFERS, node, "progress", label=label, percent=progress)


def _rule(context: PlanContext, node: PlanNode, thing: Thing, standing: Standing) -> Iterator[Problem]:
    if not standing.computed:
        return
    if standing.computed.status is None and isinstance(standing.declared, Missing):
        missing = {"no-progress": "'progress'", "no-date": "a date that can be read"}.get(standing.computed.reason)
        if missing:
            yield context.problem(problems.RULE_UNWORKABLE, node, missing=missing)
    elif standing.differs and isinstance(standing.declared, Status) and standing.computed.status:
        given, said = standing.computed.status.label, standing.declared.label
        yield context.problem(problems.RATING_DIFFERS, node, "status", said=said, given=given)


def _closure(context: PlanContext, node: PlanNode, thing: Thing, standing: Standing) -> Iterator[Problem]:
    last = newest(thing.closures) if isinstance(thing, Action) else None
    if last and isinstance(standing.declared, Status) and (standing.declared.tone == "complete") == last.reopened:
        done, day = "opened again" if last.reopened else "closed", in_words(last.date)
        label = standing.status.label if isinstance(standing.status, Status) else ""
        yield context.problem(problems.CLOSURE_DIFFERS, node, "status", done=done, day=day, label=label)


def _whole(context: PlanContext, node: PlanNode, thing: Thing, standing: Standing) -> Iterator[Problem]:
    rolled = roll_up(context.plan, thing, context.standings) if isinstance(thing, Outcome) else None
    if rolled is None or rolled.status is None or not isinstance(standing.declared, Status):
        return
    if badness(context.plan, standing.declared) > badness(context.plan, rolled.status):
        said, worst = standing.declared.label, rolled.status.label
        yield context.problem(problems.OUTCOME_BETTER, node, "status", said=said, worst=worst)


def _reviewed(context: PlanContext, node: PlanNode, thing: Thing, standing: Standing) -> Iterator[Problem]:
    """A rating that lapses and was never looked at, or that has lapsed as at the plan's own day."""
    lapses = standing.lapse or standing.lapses_on
    if lapses and review_interval(context.plan, thing) and newest_review(thing) is None:
        yield context.problem(problems.REVIEW_NEVER, node, "status")
    elif standing.lapse and standing.lapse.why == "overdue":
        yield context.problem(problems.REVIEW_OVERDUE, node, "status", day=in_words(standing.lapse.since))
    elif standing.lapse and isinstance(standing.status, Status):
        day, label = in_words(standing.lapse.since), standing.status.label
        yield context.problem(problems.REVIEW_UNPROVEN, node, "status", day=day, label=label)
