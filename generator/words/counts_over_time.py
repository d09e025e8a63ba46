"""How many things had each rating in each edition: a bar for each, and the figures as a table."""

from generator.document.blocks import Line, Row, Section, Table
from generator.plan.public import Missing, Status
from generator.plan.vocabulary import Level
from generator.status import Tally
from generator.words.edition_names import edition_title
from generator.words.phrases import lower_first
from generator.words.ratings import status_phrase, tally_blocks
from generator.words.view import PlanView


def counts_over_time(view: PlanView) -> tuple[Section, ...]:
    """The ratings of the plan's actions in each edition, oldest first, drawn and as a table.

    None with fewer than two editions that rate any.
    """
    level: Level = "actions"
    counted = [(then, then.counts(level)) for then in view.edition_views if level in then.plan.rated]
    counted = [
        (then, tallies) for then, tallies in counted if any(isinstance(tally.status, Status) for tally in tallies)
    ]
    if len(counted) < 2:
        return ()
    bars = (block for then, tallies in counted for block in tally_blocks(then.words, _name(then), tallies))
    return (Section("over-time", view.words.say("Ratings over time"), (*bars, _table(view, counted))),)


def _name(then: PlanView) -> str:
    assert then.edition is not None, "an edition's view has its edition"
    return edition_title(then.words, then.edition)


def _table(view: PlanView, counted: list[tuple[PlanView, tuple[Tally, ...]]]) -> Table:
    """A row for each edition, a column for each rating that any of them has."""
    words = view.words
    labels = list(dict.fromkeys(_label(then, tally) for then, tallies in counted for tally in tallies))
    rows = []
    for then, tallies in counted:
        found = {_label(then, tally): tally.count for tally in tallies}
        cells = ((Line(words.number(found.get(label, 0))),) for label in labels)
        rows.append(Row(((Line(_name(then)),), *cells, (Line(words.number(sum(found.values()))),))))
    caption = words.say("How many {actions} had each rating", actions=lower_first(view.plan.words.actions))
    return Table(caption, (words.say("Edition"), *labels, words.say("All")), tuple(rows))


def _label(then: PlanView, tally: Tally) -> str:
    """What the column of a rating is called; a rating that no longer holds has one of its own."""
    words, label = then.words, status_phrase(then.words, tally.status)
    if isinstance(tally.status, Missing):
        return words.say("Not known") if tally.hold == "unknown" else label
    return words.say("{rating}, lapsed", rating=label) if tally.hold == "lapsed" else label
