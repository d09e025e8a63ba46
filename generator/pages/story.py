"""What became of one action or outcome over all editions: a row for each that has it."""

from collections.abc import Iterator

from generator.pages.addresses import edition_address
from generator.pages.change_parts import Compared
from generator.pages.changes_in_words import change_sentence
from generator.pages.editions import edition_title
from generator.pages.parts import Cell, Line, Link, Row, Table
from generator.pages.ratings import thing_tag
from generator.pages.view import PlanView, Update
from generator.public import Action, Outcome


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


def _rows(view: PlanView, thing: str) -> Iterator[Row]:
    updates = {update.new.edition: update for update in view.updates}
    was_there = False
    for then in view.edition_views:
        update = updates.get(then.edition)
        if thing in then.standings:
            yield _row(view, then, thing, update)
        elif was_there:
            yield _gone(view, then)
        was_there = thing in then.standings


def _row(view: PlanView, then: PlanView, thing: str, update: Update | None) -> Row:
    words, found = view.words, _thing(then, thing)
    standing = then.standings[thing]
    due = words.day(standing.due) if standing.due else words.say("No date that can be told")
    progress = found.progress if isinstance(found, Action) else None
    done = words.say("{percent}%", percent=progress) if isinstance(progress, int) else words.say("Not stated")
    tag = thing_tag(then, found)
    rating = Line("", tag=tag) if tag else Line(words.say("Not rated in this plan"))
    return Row((_edition(view, then), (rating,), (Line(due),), (Line(done),), _changes(then, thing, update)))


def _thing(then: PlanView, thing: str) -> Action | Outcome:
    outcome = next((item for item in then.plan.outcomes if item.id == thing), None)
    return outcome or then.actions[thing]


def _edition(view: PlanView, then: PlanView) -> Cell:
    assert then.edition is not None, "an edition's view has its edition"
    title = edition_title(view.words, then.edition)
    return (Line("", link=Link(title, edition_address(view.plan.id, then.edition.name))),)


def _changes(then: PlanView, thing: str, update: Update | None) -> Cell:
    """What changed of the thing in an edition, a sentence each."""
    words = then.words
    if update is None:
        return (Line(words.say("The first edition published here")),)
    compared = Compared(update.old, update.new)
    own = [change for change in update.changes if thing in change.ids]
    return tuple(Line(change_sentence(compared, change)) for change in own) or (Line(words.say("Nothing")),)


def _gone(view: PlanView, then: PlanView) -> Row:
    words = view.words
    none = (Line(words.say("No longer there")),)
    return Row((_edition(view, then), none, none, none, (Line(words.say("Taken out of the plan")),)))
