"""Each change of a plan in a sentence."""

from collections.abc import Callable, Mapping

from generator.diff import BY_KIND, Change, Named, Sentence, is_settled
from generator.diff.layout import lay_out
from generator.plan.field_types import Missing
from generator.plan.model import (
    Closed,
    Closure,
    Lead,
    Measure,
    Observation,
    Occurrence,
    Review,
    ReviewRule,
    Revision,
    Target,
    Timescale,
)
from generator.words.brief_times import time_as_said
from generator.words.change_names import ChangeLine, line_of, subject
from generator.words.change_texts import (
    added_line,
    changed_line,
    moved_line,
    note_line,
    removed_line,
    renumbered_line,
    with_rest,
    wording_line,
)
from generator.words.change_values import item_name, value_words
from generator.words.phrases import labelled, lower_first, target_phrase, target_value
from generator.words.times import revision_phrase
from generator.words.view import PlanView, Update

# What the words of a time and of a figure tell of themselves; what is printed follows the words.
TOLD_OF_TIMES = ("words", "verbatim", "reading")
TOLD_OF_FIGURES = ("period", "value", "numerator", "denominator", "state", "note")


def rating_line(message: str, update: Update, change: Change) -> ChangeLine:
    rating = lower_first(update.new.plan.words.status)
    if change.field == "computed":
        rating = update.words.say("{rating} by the plan’s rule", rating=rating)
    old, new = _status(update.old, change.old), _status(update.new, change.new)
    return line_of(update, change, message, rating=rating, old=old, new=new)


def _status(view: PlanView, status: object) -> str:
    if status is None:
        return view.words.say("not rated")
    return value_words(view, "status", status)


def lapsed_line(update: Update, change: Change) -> ChangeLine:
    message = "{thing} {rating}: {status} no longer holds since {day}, because no review confirmed it"
    day = update.words.day(change.new_day) if change.new_day else ""
    rating = lower_first(update.new.plan.words.status)
    return line_of(update, change, message, rating=rating, status=_status(update.old, change.old), day=day)


def date_line(message: str, update: Update, change: Change) -> ChangeLine:
    """A date or another time. Words that stayed the same are told with their reading."""
    old, new = _times(update.old, change.old), _times(update.new, change.new)
    if old == new:
        old, new = _read_times(update.old, change.old), _read_times(update.new, change.new)
    if old == new or (change.fields and "words" not in change.fields and change.kind.endswith("-reworded")):
        return changed_line(update, change)
    is_target = getattr(change.new or change.old, "role", "") == "target" or change.thing.kind == "measure"
    name = subject(update, change)
    thing = update.words.say("{thing} target date", thing=name) if is_target else name
    line = ChangeLine(update.words.say(message, thing=thing, old=old, new=new))
    return with_rest(update, change, line, TOLD_OF_TIMES)


def _times(view: PlanView, value: object) -> str:
    if isinstance(value, tuple) and value:
        return view.words.listing(item.words for item in value)
    return value.words if isinstance(value, Timescale) else value_words(view, "timescales", value)


def _read_times(view: PlanView, value: object) -> str:
    return time_as_said(view, value) if isinstance(value, Timescale) else _times(view, value)


def lead_line(message: str, update: Update, change: Change) -> ChangeLine:
    lead = lower_first(update.new.plan.words.lead)
    old, new = _leads(update.old, change.old), _leads(update.new, change.new)
    if change.kind == "lead-changed" and old == new:
        return changed_line(update, change)
    line = line_of(update, change, message, lead=lead, old=old, new=new)
    return with_rest(update, change, line, ("body", "role", "withheld"))


def _leads(view: PlanView, value: object) -> str:
    leads = value if isinstance(value, tuple) else (value,)
    named = [item_name(view, lead) for lead in leads if isinstance(lead, Lead)]
    return view.words.listing(named) if named else value_words(view, "leads", value)


def progress_line(message: str, update: Update, change: Change) -> ChangeLine:
    old = value_words(update.old, "progress", change.old)
    return line_of(update, change, message, old=old, new=value_words(update.new, "progress", change.new))


def interval_line(message: str, update: Update, change: Change) -> ChangeLine:
    is_own = change.thing.kind != "plan"
    sides = ((update.old, change.old), (update.new, change.new))
    old, new = (_every(view, value, is_own=is_own) for view, value in sides)
    return line_of(update, change, message, old=old, new=new)


def _every(view: PlanView, value: object, *, is_own: bool) -> str:
    """How often a thing must be looked at; where it does not say, as all ratings of the plan."""
    for name in ("every", "review_every"):
        value = getattr(value, name, value)
    scheme = view.plan.status_scheme
    if value is None and is_own and scheme and scheme.review_every:
        return view.words.say("{every}, as all ratings", every=value_words(view, "review_every", scheme.review_every))
    return value_words(view, "review_every", value)


def closure_line(update: Update, change: Change) -> ChangeLine:
    value = change.new or change.old
    if isinstance(value, Closed):
        message = "{thing} was closed as at {day}: {why}" if change.new else "{thing} is no longer closed"
        return line_of(update, change, message, day=update.words.day(value.as_at), why=value.why)
    if not isinstance(value, Closure) or change.operation != "add":
        return changed_line(update, change)
    message = "{thing} was opened again on {day}" if value.reopened else "{thing} was closed on {day}"
    text = line_of(update, change, message, day=update.words.day(value.date)).text
    if value.decided_by:
        body = update.new.body_name(value.decided_by)
        text = update.words.say("{sentence}, as {body} decided", sentence=text, body=body)
    return ChangeLine(update.words.say("{sentence}: {why}", sentence=text, why=value.why) if value.why else text)


def review_line(update: Update, change: Change) -> ChangeLine:
    review = change.new
    if isinstance(review, ReviewRule) and change.operation == "set" and change.old is None:
        # A rule that holds nothing but its first review.
        review = review.reviews[0] if len(review.reviews) == 1 and not (review.every or review.since) else review
    if not isinstance(review, Review):
        return changed_line(update, change)
    result = value_words(update.new, "result", review.result)
    day, body = update.words.day(review.date), update.new.body_name(review.by)
    return line_of(
        update, change, "{thing} was reviewed on {day} by {body}: {result}", day=day, body=body, result=result
    )


def figure_line(message: str, update: Update, change: Change) -> ChangeLine:
    before, after = change.old, change.new
    if isinstance(before, Observation) and isinstance(after, Observation) and change.fields == ("value",):
        message = "{thing}: figure for {period} was {old}, now {new}"
        period = labelled(update.words, after, after.period)
        old, new = _figure(update.old, before), _figure(update.new, after)
        return line_of(update, change, message, period=period, old=old, new=new)
    old, new = item_name(update.old, before) if before else "", item_name(update.new, after) if after else ""
    if old == new:
        return changed_line(update, change)
    return with_rest(update, change, line_of(update, change, message, old=old, new=new), TOLD_OF_FIGURES)


def _figure(view: PlanView, item: Observation) -> str:
    return value_words(view, "value", item.value) if isinstance(item.value, Missing) else item.value


def target_line(message: str, update: Update, change: Change) -> ChangeLine:
    phrase = target_value if change.fields == ("value",) else target_phrase
    old, new = (
        phrase(view.words, value, measure_of(view, change.thing)) if isinstance(value, Target) else ""
        for view, value in ((update.old, change.old), (update.new, change.new))
    )
    if old == new:
        return changed_line(update, change)
    return line_of(update, change, message, old=old, new=new)


def measure_of(view: PlanView, thing: Named) -> Measure | None:
    """The measure of the plan that a change is of."""
    node = lay_out(view.plan).nodes.get(thing.key)
    return node.value if node else None


def revision_line(update: Update, change: Change) -> ChangeLine:
    if not isinstance(change.new, Revision) or change.operation != "add":
        return changed_line(update, change)
    phrase = revision_phrase(update.new, change.new)
    return line_of(update, change, "{thing}: the plan now records how its time moved. {phrase}", phrase=phrase)


def ceased_line(update: Update, change: Change) -> ChangeLine:
    if change.new is None:
        return changed_line(update, change)
    when = value_words(update.new, change.field, change.new)
    return line_of(update, change, "{thing} is there no more: ceased {when}", when=when)


def occurrence_line(update: Update, change: Change) -> ChangeLine:
    if not isinstance(change.new, Occurrence) or (isinstance(change.old, Occurrence) and is_settled(change.old)):
        return changed_line(update, change)
    message = {
        "kept": "{thing}, {when}: kept",
        "late": "{thing}, {when}: made after it was due",
        "missed": "{thing}, {when}: missed",
    }[change.new.state]
    return line_of(update, change, message, when=item_name(update.new, change.new))


# What makes each of the sentences that the table of kinds names; those that have a message are given it first.
SENTENCES: Mapping[Sentence, Callable[..., ChangeLine]] = {
    "added": added_line,
    "ceased": ceased_line,
    "changed": changed_line,
    "closure": closure_line,
    "date": date_line,
    "figure": figure_line,
    "interval": interval_line,
    "lapsed": lapsed_line,
    "lead": lead_line,
    "moved": moved_line,
    "note": note_line,
    "occurrence": occurrence_line,
    "progress": progress_line,
    "rating": rating_line,
    "removed": removed_line,
    "renumbered": renumbered_line,
    "review": review_line,
    "revision": revision_line,
    "target": target_line,
    "wording": wording_line,
}


def line_about(update: Update, change: Change) -> ChangeLine:
    """The line that tells of `change`, without a link."""
    kind = BY_KIND[change.kind]
    messages = (kind.message,) if kind.message else ()
    return SENTENCES[kind.sentence](*messages, update, change)


def change_sentence(update: Update, change: Change) -> str:
    """The sentence alone. A text that was reworded is not repeated in it."""
    return line_about(update, change).text
