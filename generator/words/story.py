"""What became of one action or outcome over all editions: a row for each that has it."""

from collections.abc import Iterator, Sequence

from generator.document.blocks import Cell, Line, Link, Row, Section, Table
from generator.document.refs import Ref
from generator.plan.model import Action
from generator.words.changes import change_sentence
from generator.words.edition_names import edition_title
from generator.words.lineage import ids_over_time
from generator.words.ratings import level_tag
from generator.words.view import PlanView


def story(view: PlanView, thing: str) -> Table | None:
    """The story of the thing with the id `thing`; None where fewer than two editions have it, and none took it out."""
    words = view.words
    rows = tuple(_rows(view, thing))
    if len(rows) < 2:
        return None
    columns = (
        words.say("Edition"),
        view.plan.words.status,
        words.say("By when"),
        words.say("Progress"),
        words.say("What changed"),
    )
    return Table(words.say("What each edition said"), columns, rows)


def story_section(view: PlanView, thing: str) -> tuple[Section, ...]:
    """The same under a heading."""
    table = story(view, thing)
    return (Section("story", view.words.say("Over time"), (table,)),) if table else ()


def _rows(view: PlanView, thing: str) -> Iterator[Row]:
    ids, was_there = ids_over_time(view, thing), False
    for place, then in enumerate(view.edition_views):
        if ids[place] in then.standings:
            yield _row(view, then, ids[place], _changes(view, place, ids))
        elif was_there:
            yield _gone(view, then)
        was_there = ids[place] in then.standings


def _row(view: PlanView, then: PlanView, thing: str, changes: Cell) -> Row:
    words, found = view.words, then.outcomes.get(thing) or then.actions[thing]
    standing = then.standings[thing]
    due = words.day(standing.due) if standing.due else words.say("No date that can be told")
    progress = found.progress if isinstance(found, Action) else None
    done = words.say("{percent}%", percent=progress) if isinstance(progress, int) else words.say("Not stated")
    tag = level_tag(then, found)
    rating = Line("", tag=tag) if tag else Line(words.say("Not rated in this plan"))
    return Row((_edition(view, then), (rating,), (Line(due),), (Line(done),), changes))


def _edition(view: PlanView, then: PlanView) -> Cell:
    assert then.edition is not None, "an edition's view has its edition"
    title = edition_title(view.words, then.edition)
    return (Line("", link=Link(title, Ref("edition", then.edition.name, view.plan.id))),)


def _changes(view: PlanView, place: int, ids: Sequence[str]) -> Cell:
    """What changed of the thing with the edition at `place`, a sentence each."""
    words = view.words
    if not place:
        return (Line(words.say("The first edition published here")),)
    update, names = view.updates[place - 1], {*ids[place - 1 : place + 1]}
    own = [change for change in update.changes if not names.isdisjoint(change.ids)]
    return tuple(Line(change_sentence(update, change)) for change in own) or (Line(words.say("Nothing")),)


def _gone(view: PlanView, then: PlanView) -> Row:
    words = view.words
    none = (Line(words.say("No longer there")),)
    return Row((_edition(view, then), none, none, none, (Line(words.say("Taken out of the plan")),)))
