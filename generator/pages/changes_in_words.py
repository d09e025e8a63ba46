"""Each change of a plan in a sentence. Of texts, what was taken out and put in, word by word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.diff import Change, ChangeKind, Named, Segment, word_changes
from generator.pages.change_parts import (
    Compared,
    change_link,
    item_name,
    label,
    subject,
    thing_name,
    value_words,
)
from generator.pages.parts import Link
from generator.pages.phrases import lower_first
from generator.pages.times import short_time
from generator.pages.view import PlanView
from generator.public import Closed, Closure, Lead, Missing, Note, Observation, Review, Timescale

# So many of the things that came or went with another are named; of more, how many they are.
MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: the sentence, and where its thing is shown.

    Of a text that was reworded, `segments` are what stayed, was taken out and was put in; of one that is hardly alike,
    and of one that is new or gone, `before` and `after` are the whole texts.
    """

    text: str
    link: Link | None = None
    segments: tuple[Segment, ...] = ()
    before: str = ""
    after: str = ""


Say = Callable[[Compared, Change], ChangeLine]


def change_line(compared: Compared, change: Change) -> ChangeLine:
    """The sentence for `change`, with a link to its thing."""
    line = SENTENCES[change.kind](compared, change)
    return ChangeLine(line.text, change_link(compared, change), line.segments, line.before, line.after)


def change_sentence(compared: Compared, change: Change) -> str:
    """The sentence alone. A text that was reworded is not repeated in it."""
    return SENTENCES[change.kind](compared, change).text


def _line(compared: Compared, change: Change, message: str, **values: object) -> ChangeLine:
    """`message` with the thing's name in it as `thing`."""
    return ChangeLine(compared.words.say(message, thing=subject(compared, change), **values))


def _added(compared: Compared, change: Change) -> ChangeLine:
    line = _line(compared, change, "{thing} was added to the plan: “{title}”.", title=change.thing.title)
    if subject(compared, change).endswith("”"):
        line = _line(compared, change, "{thing} was added to the plan.")
    return _with_others(compared, change, line, compared.new, compared.words.say("With it came:"))


def _removed(compared: Compared, change: Change) -> ChangeLine:
    message = "{thing} was taken out of the plan. It last said “{title}”."
    line = _line(compared, change, message, title=change.thing.title)
    last = [_last_rating(compared, change), _last_time(compared, change)]
    text = " ".join((line.text, *(part for part in last if part)))
    return _with_others(compared, change, ChangeLine(text), compared.old, compared.words.say("With it went:"))


def _last_rating(compared: Compared, change: Change) -> str:
    view, standing = compared.old, compared.old.standings.get(change.thing.id)
    if standing is None or isinstance(standing.status, Missing):
        return ""
    rating = view.plan.words.status
    return compared.words.say("{rating}: {status}.", rating=rating, status=standing.status.label)


def _last_time(compared: Compared, change: Change) -> str:
    times = getattr(change.old, "timescales", ())
    if not times or isinstance(times, Missing):
        return ""
    named = compared.words.listing(time.words for time in times)
    return compared.words.say("By when: {times}.", times=named)


def _with_others(compared: Compared, change: Change, line: ChangeLine, view: PlanView, opening: str) -> ChangeLine:
    """`line`, and what came or went with the thing."""
    if not change.others:
        return line
    names = list(dict.fromkeys(thing_name(view, thing) for thing in change.others))
    if len(names) > MOST_NAMED:
        left = len(names) - MOST_NAMED
        names = [*names[:MOST_NAMED], compared.words.plural("{count} other", "{count} others", left)]
    return ChangeLine(f"{line.text} {opening} {compared.words.listing(names)}.")


def _moved(compared: Compared, change: Change) -> ChangeLine:
    if change.path:
        name = value_words(compared.new, change.field, change.new)
        where = label(compared.new, change.field)
        return _line(compared, change, "{thing}, {where}: {item} stands in another place", where=where, item=name)
    if not change.source or not change.target or change.source.key == change.target.key:
        return _line(compared, change, "{thing} stands in another place")
    return _line(
        compared,
        change,
        "{thing} was moved from {source} to {target}",
        source=_holder(compared.old, change.source),
        target=_holder(compared.new, change.target),
    )


def _holder(view: PlanView, thing: Named) -> str:
    name = thing_name(view, thing)
    return lower_first(name) if thing.kind == "outcome" and thing.number else name


def _renumbered(compared: Compared, change: Change) -> ChangeLine:
    title, old, new = change.thing.title, change.old, change.new
    say = compared.words.say
    if old is None:
        return ChangeLine(say("“{title}” now has the number {new}", title=title, new=new))
    if new is None:
        return ChangeLine(say("{old} no longer has a number: “{title}”", old=old, title=title))
    return ChangeLine(say("{old} is now {new}: “{title}”", old=old, new=new, title=title))


def _rating(compared: Compared, change: Change) -> ChangeLine:
    rating = lower_first(compared.new.plan.words.status)
    if change.field == "computed":
        rating = compared.words.say("{rating} by the plan’s rule", rating=rating)
    message = {
        "rating-better": "{thing} {rating}: better, from {old} to {new}",
        "rating-worse": "{thing} {rating}: worse, from {old} to {new}",
        "rating-changed": "{thing} {rating}: was {old}, now {new}",
    }[change.kind]
    old, new = _status(compared.old, change.old), _status(compared.new, change.new)
    return _line(compared, change, message, rating=rating, old=old, new=new)


def _status(view: PlanView, status: object) -> str:
    return value_words(view, "status", status)


def _lapsed(compared: Compared, change: Change) -> ChangeLine:
    message = "{thing} {rating}: {status} no longer holds, since no review has confirmed it ({day})"
    day = compared.words.day(change.new_day) if change.new_day else ""
    rating = lower_first(compared.new.plan.words.status)
    return _line(compared, change, message, rating=rating, status=_status(compared.old, change.old), day=day)


def _date(compared: Compared, change: Change) -> ChangeLine:
    """A date or another time. Words that stayed the same are told with their reading."""
    old, new = _times(compared.old, change.old), _times(compared.new, change.new)
    if old == new:
        old, new = _read_times(compared.old, change.old), _read_times(compared.new, change.new)
    message = {
        "date-later": "{thing}: was {old}, now {new}",
        "date-earlier": "{thing}: was {old}, now {new}",
        "date-reworded": "{thing}: was “{old}”, now “{new}”: the same date in other words",
        "timescale-reworded": "{thing}: was “{old}”, now “{new}”",
        "date-removed": "{thing}: was {old}, now without a date ({new})",
        "date-given": "{thing}: now {new}, before without a date ({old})",
        "timescale-added": "{thing}: “{new}” was added",
        "timescale-removed": "{thing}: “{old}” was taken out",
    }[change.kind]
    is_target = _role(change) == "target" or change.thing.kind == "measure"
    name = subject(compared, change)
    thing = compared.words.say("{thing} target date", thing=name) if is_target else name
    return ChangeLine(compared.words.say(message, thing=thing, old=old, new=new))


def _role(change: Change) -> str:
    value = change.new or change.old
    return value.role if isinstance(value, Timescale) else ""


def _times(view: PlanView, value: object) -> str:
    if isinstance(value, tuple) and value:
        return view.words.listing(item.words for item in value)
    return value.words if isinstance(value, Timescale) else value_words(view, "timescales", value)


def _read_times(view: PlanView, value: object) -> str:
    return short_time(view, value) if isinstance(value, Timescale) else _times(view, value)


def _lead(compared: Compared, change: Change) -> ChangeLine:
    lead = lower_first(compared.new.plan.words.lead)
    old, new = _leads(compared.old, change.old), _leads(compared.new, change.new)
    if change.kind == "lead-changed" and old == new:
        return _changed(compared, change)
    message = {
        "lead-added": "{thing} {lead}: {new} was added",
        "lead-changed": "{thing} {lead}: was {old}, now {new}",
        "lead-removed": "{thing} {lead}: {old} was taken off",
    }[change.kind]
    return _line(compared, change, message, lead=lead, old=old, new=new)


def _leads(view: PlanView, value: object) -> str:
    leads = value if isinstance(value, tuple) else (value,)
    named = [item_name(view, lead) for lead in leads if isinstance(lead, Lead)]
    return view.words.listing(named) if named else value_words(view, "leads", value)


def _wording(compared: Compared, change: Change) -> ChangeLine:
    """A text that was reworded, is new or is gone."""
    field = label(compared.new, change.field or change.path[-1][0])
    old, new = (value if isinstance(value, str) else "" for value in (change.old, change.new))
    if not old or not new:
        message = "{thing}, {field}: added" if new else "{thing}, {field}: taken out"
        line = _line(compared, change, message, field=field)
        return ChangeLine(line.text, before=old, after=new)
    return _reworded(_line(compared, change, "{thing}, {field}: reworded", field=field), old, new)


def _reworded(line: ChangeLine, old: str, new: str) -> ChangeLine:
    segments = word_changes(old, new)
    return ChangeLine(line.text, segments=segments) if segments else ChangeLine(line.text, before=old, after=new)


def _note(compared: Compared, change: Change) -> ChangeLine:
    view, value = (compared.new, change.new) if change.new else (compared.old, change.old)
    note = item_name(view, value)
    old, new = _note_text(compared.old, change.old), _note_text(compared.new, change.new)
    if change.kind == "note-added":
        return ChangeLine(_line(compared, change, "{thing}: {note} added", note=note).text, after=new)
    if change.kind == "note-removed":
        line = _line(compared, change, "{thing}: {note} was taken out. It last said what follows.", note=note)
        return ChangeLine(line.text, before=old)
    if old == new:
        return _changed(compared, change)
    return _reworded(_line(compared, change, "{thing}: {note} reworded", note=note), old, new)


def _note_text(view: PlanView, note: object) -> str:
    if not isinstance(note, Note):
        return ""
    return value_words(view, "text", note.text) if isinstance(note.text, Missing) else note.text


def _progress(compared: Compared, change: Change) -> ChangeLine:
    message = {
        "progress-up": "{thing} progress: up, from {old} to {new}",
        "progress-down": "{thing} progress: down, from {old} to {new}",
        "progress-changed": "{thing} progress: was {old}, now {new}",
    }[change.kind]
    old = value_words(compared.old, "progress", change.old)
    return _line(compared, change, message, old=old, new=value_words(compared.new, "progress", change.new))


def _interval(compared: Compared, change: Change) -> ChangeLine:
    message = {
        "review-interval-longer": "{thing} is to be reviewed less often: was {old}, now {new}",
        "review-interval-shorter": "{thing} is to be reviewed more often: was {old}, now {new}",
        "review-interval-reworded": "{thing} is to be reviewed as often as before: was {old}, now {new}",
    }[change.kind]
    old, new = (_every(view, value) for view, value in ((compared.old, change.old), (compared.new, change.new)))
    return _line(compared, change, message, old=old, new=new)


def _every(view: PlanView, value: object) -> str:
    for name in ("every", "review_every"):
        value = getattr(value, name, value)
    return value_words(view, "review_every", value)


def _closure(compared: Compared, change: Change) -> ChangeLine:
    value = change.new or change.old
    if isinstance(value, Closed):
        message = "{thing} was closed as at {day}: {why}" if change.new else "{thing} is no longer closed"
        return _line(compared, change, message, day=compared.words.day(value.as_at), why=value.why)
    if not isinstance(value, Closure):
        return _changed(compared, change)
    message = "{thing} was opened again on {day}" if value.reopened else "{thing} was closed on {day}"
    text = _line(compared, change, message, day=compared.words.day(value.date)).text
    if value.decided_by:
        body = compared.new.body_name(value.decided_by)
        text = compared.words.say("{sentence}, as {body} decided", sentence=text, body=body)
    return ChangeLine(compared.words.say("{sentence}: {why}", sentence=text, why=value.why) if value.why else text)


def _review(compared: Compared, change: Change) -> ChangeLine:
    if change.kind != "review-added" or not isinstance(change.new, Review):
        return _changed(compared, change)
    result = value_words(compared.new, "result", change.new.result)
    return _line(
        compared,
        change,
        "{thing} was reviewed on {day} by {body}: {result}",
        day=compared.words.day(change.new.date),
        body=compared.new.body_name(change.new.by),
        result=result,
    )


def _figure(compared: Compared, change: Change) -> ChangeLine:
    old, new = (
        item_name(view, value) if isinstance(value, Observation) else ""
        for view, value in ((compared.old, change.old), (compared.new, change.new))
    )
    if change.kind == "figure-corrected" and old == new:
        return _changed(compared, change)
    message = {
        "figure-added": "{thing}: figure added, {new}",
        "figure-corrected": "{thing}: figure was {old}, now {new}",
        "figure-removed": "{thing}: figure taken out, {old}",
    }[change.kind]
    return _line(compared, change, message, old=old, new=new)


def _target(compared: Compared, change: Change) -> ChangeLine:
    old, new = item_name(compared.old, change.old), item_name(compared.new, change.new)
    if change.operation == "set" and old == new:
        return _changed(compared, change)
    message = {
        "target-added": "{thing}: {new}, which was not there before",
        "target-raised": "{thing} target raised: was {old}, now {new}",
        "target-lowered": "{thing} target lowered: was {old}, now {new}",
        "target-changed": "{thing} target: was {old}, now {new}",
        "target-removed": "{thing}: {old}, which was taken out",
    }[change.kind]
    return _line(compared, change, message, old=old, new=new)


def _revision(compared: Compared, change: Change) -> ChangeLine:
    if change.operation != "add":
        return _changed(compared, change)
    revision = item_name(compared.new, change.new)
    return _line(compared, change, "{thing}: its earlier time {revision} was recorded", revision=revision)


def _ceased(compared: Compared, change: Change) -> ChangeLine:
    if change.new is None:
        return _changed(compared, change)
    when = value_words(compared.new, change.field, change.new)
    return _line(compared, change, "{thing} is there no more: ceased {when}", when=when)


def _occurrence(compared: Compared, change: Change) -> ChangeLine:
    message = {
        "occurrence-kept": "{thing}: made as it was due, {when}",
        "occurrence-missed": "{thing}: not made in time, {when}",
    }.get(change.kind)
    if message is None:
        return _changed(compared, change)
    return _line(compared, change, message, when=item_name(compared.new, change.new))


def _changed(compared: Compared, change: Change) -> ChangeLine:
    """What was there and what is there now; of an item of which several fields differ, each of them."""
    where = label(compared.new, change.field or (change.path[-1][0] if change.path else ""))
    old, new = compared.old, compared.new
    if change.operation == "add" or (change.operation == "set" and change.old is None and not change.fields):
        item = value_words(new, change.field, change.new)
        return _line(compared, change, "{thing}, {where}: {item} was added", where=where, item=item)
    if change.operation == "remove" or (change.operation == "set" and change.new is None and not change.fields):
        item = value_words(old, change.field, change.old)
        return _line(compared, change, "{thing}, {where}: {item} was taken out", where=where, item=item)
    if not change.fields:
        was, now = value_words(old, change.field, change.old), value_words(new, change.field, change.new)
        return _line(compared, change, "{thing}, {where}: was {old}, now {new}", where=where, old=was, new=now)
    say = compared.words.say
    parts = [
        say(
            "{field} was {old}, now {new}",
            field=label(new, name),
            old=value_words(old, name, getattr(change.old, name)),
            new=value_words(new, name, getattr(change.new, name)),
        )
        for name in change.fields
    ]
    item = item_name(new, change.new)
    return _line(compared, change, "{thing}, {where}, {item}: {parts}", where=where, item=item, parts="; ".join(parts))


# A kind of change without a sentence cannot be: a test walks them all.
SENTENCES: Mapping[ChangeKind, Say] = {
    "added": _added,
    "removed": _removed,
    "moved": _moved,
    "renumbered": _renumbered,
    "rating-better": _rating,
    "rating-worse": _rating,
    "rating-changed": _rating,
    "lapsed": _lapsed,
    "date-later": _date,
    "date-earlier": _date,
    "date-reworded": _date,
    "date-removed": _date,
    "date-given": _date,
    "timescale-reworded": _date,
    "timescale-changed": _changed,
    "timescale-added": _date,
    "timescale-removed": _date,
    "revision-recorded": _revision,
    "revision-changed": _revision,
    "revision-removed": _revision,
    "lead-added": _lead,
    "lead-changed": _lead,
    "lead-removed": _lead,
    "wording": _wording,
    "measure": _changed,
    "target-added": _target,
    "target-raised": _target,
    "target-lowered": _target,
    "target-changed": _target,
    "target-removed": _target,
    "figure-added": _figure,
    "figure-corrected": _figure,
    "figure-removed": _figure,
    "evidence": _changed,
    "finding": _changed,
    "risk": _changed,
    "decision": _changed,
    "report": _changed,
    "occurrence-added": _occurrence,
    "occurrence-kept": _occurrence,
    "occurrence-missed": _occurrence,
    "occurrence-changed": _occurrence,
    "occurrence-removed": _occurrence,
    "note-added": _note,
    "note-reworded": _note,
    "note-removed": _note,
    "review-added": _review,
    "review-changed": _review,
    "review-removed": _review,
    "review-interval-longer": _interval,
    "review-interval-shorter": _interval,
    "review-interval-reworded": _interval,
    "closed": _closure,
    "reopened": _closure,
    "closure-changed": _closure,
    "progress-up": _progress,
    "progress-down": _progress,
    "progress-changed": _progress,
    "priority": _changed,
    "relation": _changed,
    "grouping": _changed,
    "body-changed": _changed,
    "body-ceased": _ceased,
    "event": _changed,
    "glossary": _changed,
    "legend": _changed,
    "summary": _changed,
    "version": _changed,
    "reading": _changed,
    "accepted": _changed,
    "plan": _changed,
    "other": _changed,
}
