"""Sentences for what came, went, moved, or is in other words, and for any value that is another."""

from dataclasses import replace

from generator.diff import Change, Named, word_changes
from generator.plan.field_types import Missing
from generator.plan.model import Note
from generator.words.change_names import ChangeLine, line_of, subject, thing_name
from generator.words.change_values import item_name, label, value_words
from generator.words.phrases import lower_first
from generator.words.view import PlanView, Update

# So many of the things that came or went with another are named; of more, how many they are.
MOST_NAMED = 6


def added_line(update: Update, change: Change) -> ChangeLine:
    message = "{thing} was added to the plan"
    if change.thing.id in update.other_ids.values():
        message = "{thing} was put into the plan again, as a new entry"
    text = line_of(update, change, message).text
    if not _says_title(update, change):
        text = update.words.say("{sentence}: “{title}”", sentence=text, title=change.thing.title)
    return ChangeLine(f"{text}.{_others(update, change, update.new, 'With it came: {things}.')}")


def removed_line(update: Update, change: Change) -> ChangeLine:
    message = "{thing} was taken out of the plan."
    if change.thing.id in update.other_ids:
        message = "{thing} was taken out of the plan, and put in again as a new entry."
    parts = [line_of(update, change, message).text]
    if not _says_title(update, change):
        parts.append(update.words.say("It last said “{title}”.", title=change.thing.title))
    parts += [_last_rating(update, change), _last_time(update, change)]
    text = " ".join(part for part in parts if part)
    return ChangeLine(text + _others(update, change, update.old, "With it went: {things}."))


def _says_title(update: Update, change: Change) -> bool:
    """Whether the thing is named by its title, as where it has no number."""
    return update.words.say("“{title}”", title=change.thing.title) in subject(update, change)


def _last_rating(update: Update, change: Change) -> str:
    view, standing = update.old, update.old.standings.get(change.thing.id)
    if standing is None or isinstance(standing.status, Missing):
        return ""
    rating = view.plan.words.status
    return update.words.say("{rating}: {status}.", rating=rating, status=standing.status.label)


def _last_time(update: Update, change: Change) -> str:
    times = getattr(change.old, "timescales", ())
    if not times or isinstance(times, Missing):
        return ""
    named = update.words.listing(time.words for time in times)
    return update.words.say("By when: {times}.", times=named)


def _others(update: Update, change: Change, view: PlanView, message: str) -> str:
    """What came or went with the thing, after a space."""
    names = list(dict.fromkeys(thing_name(view, thing) for thing in change.others))
    if len(names) > MOST_NAMED:
        left = len(names) - MOST_NAMED
        names = [*names[:MOST_NAMED], update.words.plural("{count} other", "{count} others", left)]
    return " " + update.words.say(message, things=update.words.listing(names)) if names else ""


def moved_line(update: Update, change: Change) -> ChangeLine:
    if change.path:
        name = value_words(update.new, change.field, change.new)
        text = line_of(update, change, "{thing}, {where}: {item}", where=place_name(update, change), item=name).text
        return ChangeLine(_other_place(update, change, text))
    source, target = change.source, change.target
    if not source or not target or source.id == target.id:
        return ChangeLine(_other_place(update, change, subject(update, change)))
    before, after = _holder(update.old, source), _holder(update.new, target)
    if before == after:
        # One of the two has the number that the other had.
        before, after = (
            update.words.say("{thing} (“{title}”)", thing=name, title=thing.title)
            for name, thing in ((before, source), (after, target))
        )
    return line_of(update, change, "{thing} was moved from {source} to {target}", source=before, target=after)


def _other_place(update: Update, change: Change, thing: str) -> str:
    """That `thing` stands elsewhere in its list; where its place is counted alike, others changed theirs round it."""
    words, old, new = update.words, change.old_index, change.new_index
    if old is None or new is None or old == new:
        return words.say("{thing} stands in another order among its neighbours", thing=thing)
    message = "{thing} stands elsewhere in its list: was in place {old}, now in place {new}"
    return words.say(message, thing=thing, old=old + 1, new=new + 1)


def _holder(view: PlanView, thing: Named) -> str:
    name = thing_name(view, thing)
    return lower_first(name) if thing.kind == "outcome" and thing.number else name


def renumbered_line(update: Update, change: Change) -> ChangeLine:
    title, old, new = change.thing.title, change.old, change.new
    say = update.words.say
    if old is None:
        return ChangeLine(say("“{title}” now has the number {new}", title=title, new=new))
    if new is None:
        return ChangeLine(say("{old} no longer has a number: “{title}”", old=old, title=title))
    if change.thing.kind == "outcome":
        label = update.new.plan.words.outcome
        before, after = (say("{label} {number}", label=label, number=number) for number in (old, new))
        return ChangeLine(say("{old} is now {new}: “{title}”", old=before, new=lower_first(after), title=title))
    return ChangeLine(say("{old} is now {new}: “{title}”", old=old, new=new, title=title))


def wording_line(update: Update, change: Change) -> ChangeLine:
    """A text that was reworded, is new or is gone."""
    field = place_name(update, change)
    old, new = (value if isinstance(value, str) else "" for value in (change.old, change.new))
    if not old or not new:
        message = "{thing}, {field}: added" if new else "{thing}, {field}: taken out"
        line = line_of(update, change, message, field=field)
        return ChangeLine(line.text, before=old, after=new)
    return _reworded(line_of(update, change, "{thing}, {field}: reworded", field=field), old, new)


def _reworded(line: ChangeLine, old: str, new: str) -> ChangeLine:
    segments = word_changes(old, new)
    return ChangeLine(line.text, segments=segments) if segments else ChangeLine(line.text, before=old, after=new)


def note_line(update: Update, change: Change) -> ChangeLine:
    view, value = (update.new, change.new) if change.new else (update.old, change.old)
    note = item_name(view, value)
    old, new = _note_text(update.old, change.old), _note_text(update.new, change.new)
    if change.kind == "note-added":
        return ChangeLine(line_of(update, change, "{thing}: {note} added", note=note).text, after=new)
    if change.kind == "note-removed":
        line = line_of(update, change, "{thing}: {note} was taken out", note=note)
        return ChangeLine(line.text, before=old)
    if old == new:
        return changed_line(update, change)
    line = line_of(update, change, "{thing}: {note} reworded", note=note)
    return _reworded(with_rest(update, change, line, ("text",)), old, new)


def _note_text(view: PlanView, note: object) -> str:
    if not isinstance(note, Note):
        return ""
    return value_words(view, "text", note.text) if isinstance(note.text, Missing) else note.text


def changed_line(update: Update, change: Change) -> ChangeLine:
    """What was there and what is there now; of an item of which several fields differ, each of them."""
    old, new, words = update.old, update.new, update.words
    where = place_name(update, change)
    is_held = change.operation == "set" and not change.fields
    if change.operation == "add" or (is_held and change.old is None):
        item = value_words(new, change.field, change.new)
        return line_of(update, change, "{thing}, {where}: {item} was added", where=where, item=item)
    if change.operation == "remove" or (is_held and change.new is None):
        item = value_words(old, change.field, change.old)
        return line_of(update, change, "{thing}, {where}: {item} was taken out", where=where, item=item)
    if not change.fields:
        was, now = _both(update, change.field, change.old, change.new)
        return line_of(update, change, "{thing}, {where}: was {old}, now {new}", where=where, old=was, new=now)
    if change.path[-1][1] is not None:
        where = words.say("{place}, {item}", place=where, item=item_name(old, change.old))
    parts = [_difference(update, name, change.old, change.new) for name in change.fields]
    return line_of(update, change, "{thing}, {where}: {parts}", where=where, parts="; ".join(parts))


def with_rest(update: Update, change: Change, line: ChangeLine, told: tuple[str, ...]) -> ChangeLine:
    """`line`, and what differs in the item that it does not tell of: it tells of the fields `told`."""
    rest = [_difference(update, name, change.old, change.new) for name in change.fields if name not in told]
    return replace(line, text="; ".join((line.text, *rest)))


def _difference(update: Update, name: str, old: object, new: object) -> str:
    """What one field of an item was, and what it is."""
    was, now = _both(update, name, getattr(old, name), getattr(new, name))
    return update.words.say("{field} was {old}, now {new}", field=label(update.new, name), old=was, new=now)


def _both(update: Update, name: str, old: object, new: object) -> tuple[str, str]:
    """What a field was and what it is; two things of one name with their ids."""
    was, now = value_words(update.old, name, old), value_words(update.new, name, new)
    if was != now or not isinstance(old, str) or not isinstance(new, str):
        return was, now
    say = update.words.say
    return say("{name} with the id {id}", name=was, id=old), say("{name} with the id {id}", name=now, id=new)


def place_name(update: Update, change: Change) -> str:
    """The field that a change is of, after the items that lead to it."""
    names = [item_name(update.old, part) for part in change.parts]
    return ", ".join((*names, label(update.new, change.field or change.path[-1][0])))
