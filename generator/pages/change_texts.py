"""Sentences for what came, went, moved, or is in other words, and for any value that is another."""

from dataclasses import replace

from generator.diff import Change, Named, word_changes
from generator.pages.change_parts import ChangeLine, Compared, line_of, subject, thing_name
from generator.pages.change_values import item_name, label, value_words
from generator.pages.phrases import lower_first
from generator.pages.view import PlanView
from generator.public import Missing, Note

# So many of the things that came or went with another are named; of more, how many they are.
MOST_NAMED = 6


def added_line(compared: Compared, change: Change) -> ChangeLine:
    message = "{thing} was added to the plan"
    if change.thing.id in compared.other_ids.values():
        message = "{thing} was put into the plan again, as a new entry"
    line = line_of(compared, change, message)
    text = compared.words.say("{sentence}: “{title}”.", sentence=line.text, title=change.thing.title)
    if subject(compared, change).endswith("”"):
        text = f"{line.text}."
    return _with_others(compared, change, ChangeLine(text), compared.new, compared.words.say("With it came:"))


def removed_line(compared: Compared, change: Change) -> ChangeLine:
    message = "{thing} was taken out of the plan."
    if change.thing.id in compared.other_ids:
        message = "{thing} was taken out of the plan, and put in again as a new entry."
    parts = [line_of(compared, change, message).text]
    if not subject(compared, change).endswith("”"):
        parts.append(compared.words.say("It last said “{title}”.", title=change.thing.title))
    parts += [_last_rating(compared, change), _last_time(compared, change)]
    text = " ".join(part for part in parts if part)
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


def moved_line(compared: Compared, change: Change) -> ChangeLine:
    if change.path:
        name = value_words(compared.new, change.field, change.new)
        text = line_of(compared, change, "{thing}, {where}: {item}", where=place_name(compared, change), item=name).text
        return ChangeLine(_other_place(compared, change, text))
    source, target = change.source, change.target
    if not source or not target or source.id == target.id:
        return ChangeLine(_other_place(compared, change, subject(compared, change)))
    before, after = _holder(compared.old, source), _holder(compared.new, target)
    if before == after:
        # One of the two has the number that the other had.
        before, after = (
            compared.words.say("{thing} (“{title}”)", thing=name, title=thing.title)
            for name, thing in ((before, source), (after, target))
        )
    return line_of(compared, change, "{thing} was moved from {source} to {target}", source=before, target=after)


def _other_place(compared: Compared, change: Change, thing: str) -> str:
    """That `thing` stands elsewhere in its list; where its place is counted alike, others changed theirs round it."""
    words, old, new = compared.words, change.old_index, change.new_index
    if old is None or new is None or old == new:
        return words.say("{thing} stands in another order among its neighbours", thing=thing)
    message = "{thing} stands elsewhere in its list: was in place {old}, now in place {new}"
    return words.say(message, thing=thing, old=old + 1, new=new + 1)


def _holder(view: PlanView, thing: Named) -> str:
    name = thing_name(view, thing)
    return lower_first(name) if thing.kind == "outcome" and thing.number else name


def renumbered_line(compared: Compared, change: Change) -> ChangeLine:
    title, old, new = change.thing.title, change.old, change.new
    say = compared.words.say
    if old is None:
        return ChangeLine(say("“{title}” now has the number {new}", title=title, new=new))
    if new is None:
        return ChangeLine(say("{old} no longer has a number: “{title}”", old=old, title=title))
    if change.thing.kind == "outcome":
        label = compared.new.plan.words.outcome
        before, after = (say("{label} {number}", label=label, number=number) for number in (old, new))
        return ChangeLine(say("{old} is now {new}: “{title}”", old=before, new=lower_first(after), title=title))
    return ChangeLine(say("{old} is now {new}: “{title}”", old=old, new=new, title=title))


def wording_line(compared: Compared, change: Change) -> ChangeLine:
    """A text that was reworded, is new or is gone."""
    field = place_name(compared, change)
    old, new = (value if isinstance(value, str) else "" for value in (change.old, change.new))
    if not old or not new:
        message = "{thing}, {field}: added" if new else "{thing}, {field}: taken out"
        line = line_of(compared, change, message, field=field)
        return ChangeLine(line.text, before=old, after=new)
    return _reworded(line_of(compared, change, "{thing}, {field}: reworded", field=field), old, new)


def _reworded(line: ChangeLine, old: str, new: str) -> ChangeLine:
    segments = word_changes(old, new)
    return ChangeLine(line.text, segments=segments) if segments else ChangeLine(line.text, before=old, after=new)


def note_line(compared: Compared, change: Change) -> ChangeLine:
    view, value = (compared.new, change.new) if change.new else (compared.old, change.old)
    note = item_name(view, value)
    old, new = _note_text(compared.old, change.old), _note_text(compared.new, change.new)
    if change.kind == "note-added":
        return ChangeLine(line_of(compared, change, "{thing}: {note} added", note=note).text, after=new)
    if change.kind == "note-removed":
        line = line_of(compared, change, "{thing}: {note} was taken out", note=note)
        return ChangeLine(line.text, before=old)
    if old == new:
        return changed_line(compared, change)
    line = line_of(compared, change, "{thing}: {note} reworded", note=note)
    return _reworded(with_rest(compared, change, line, ("text",)), old, new)


def _note_text(view: PlanView, note: object) -> str:
    if not isinstance(note, Note):
        return ""
    return value_words(view, "text", note.text) if isinstance(note.text, Missing) else note.text


def changed_line(compared: Compared, change: Change) -> ChangeLine:
    """What was there and what is there now; of an item of which several fields differ, each of them."""
    old, new, words = compared.old, compared.new, compared.words
    where = place_name(compared, change)
    if _is_new(change):
        item = value_words(new, change.field, change.new)
        return line_of(compared, change, "{thing}, {where}: {item} was added", where=where, item=item)
    if _is_gone(change):
        item = value_words(old, change.field, change.old)
        return line_of(compared, change, "{thing}, {where}: {item} was taken out", where=where, item=item)
    if not change.fields:
        was, now = _both(compared, change.field, change.old, change.new)
        return line_of(compared, change, "{thing}, {where}: was {old}, now {new}", where=where, old=was, new=now)
    if change.path[-1][1] is not None:
        where = words.say("{place}, {item}", place=where, item=item_name(old, change.old))
    parts = [_difference(compared, name, change.old, change.new) for name in change.fields]
    return line_of(compared, change, "{thing}, {where}: {parts}", where=where, parts="; ".join(parts))


def with_rest(compared: Compared, change: Change, line: ChangeLine, told: tuple[str, ...]) -> ChangeLine:
    """`line`, and what differs in the item that it does not tell of: it tells of the fields `told`."""
    rest = [_difference(compared, name, change.old, change.new) for name in change.fields if name not in told]
    return replace(line, text="; ".join((line.text, *rest)))


def _is_new(change: Change) -> bool:
    return change.operation == "add" or (change.operation == "set" and change.old is None and not change.fields)


def _is_gone(change: Change) -> bool:
    return change.operation == "remove" or (change.operation == "set" and change.new is None and not change.fields)


def _difference(compared: Compared, name: str, old: object, new: object) -> str:
    """What one field of an item was, and what it is."""
    was, now = _both(compared, name, getattr(old, name), getattr(new, name))
    return compared.words.say("{field} was {old}, now {new}", field=label(compared.new, name), old=was, new=now)


def _both(compared: Compared, name: str, old: object, new: object) -> tuple[str, str]:
    """What a field was and what it is; two things of one name with their ids."""
    was, now = value_words(compared.old, name, old), value_words(compared.new, name, new)
    if was != now or not isinstance(old, str) or not isinstance(new, str):
        return was, now
    say = compared.words.say
    return say("{name} with the id {id}", name=was, id=old), say("{name} with the id {id}", name=now, id=new)


def place_name(compared: Compared, change: Change) -> str:
    """The field that a change is of, after the items that lead to it."""
    names = [item_name(compared.old, part) for part in change.parts]
    return ", ".join((*names, label(compared.new, change.field or change.path[-1][0])))
