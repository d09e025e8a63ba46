"""Ratings in words: a tag with what time has done to it, how it is worked out, how many have each, also over time."""

from collections.abc import Mapping

from generator.document.blocks import Bar, Block, Count, Fact, Line, Row, Section, Sentences, Table, Tag, sentences
from generator.plan.field_types import Missing
from generator.plan.model import Action, Outcome, Status
from generator.plan.vocabulary import LEVELS, Level
from generator.status import Computed, Lapse, Tally, Thing, is_rated, tone
from generator.wording import Words
from generator.words.edition_names import edition_title
from generator.words.phrases import level_words, lower_first, missing_phrase
from generator.words.view import PlanView


def status_phrase(words: Words, status: Status | Missing) -> str:
    """A rating by its label, or why there is none."""
    return missing_phrase(words, status) if isinstance(status, Missing) else status.label


def status_tag(words: Words, status: Status | Missing) -> Tag:
    """A rating as a tag: its label in words, and its tone."""
    return Tag(status_phrase(words, status), tone(status))


def thing_tag(view: PlanView, thing: Thing) -> Tag:
    """A rating as a tag, with what time has done to it: "Green: review overdue since 1 March 2019"."""
    words, standing = view.words, view.standings[thing.id]
    label = status_phrase(words, standing.status)
    if standing.hold == "unknown":
        label = words.say("Not known: date passed, nothing published since")
    if standing.lapse:
        label = words.say("{rating}: {lapse}", rating=label, lapse=lapse_phrase(words, standing.lapse))
    return Tag(label, standing.look)


def lapse_phrase(words: Words, lapse: Lapse) -> str:
    """Why a rating does not hold, and since when."""
    day = words.day(lapse.since)
    return {
        "overdue": words.say("review overdue since {day}", day=day),
        "not-enough-evidence": words.say("the review of {day} found not enough evidence", day=day),
    }[lapse.why]


def level_tag(view: PlanView, thing: Thing) -> Tag | None:
    """The thing's rating, or None where the plan does not rate its level and the thing declares none."""
    is_shown = is_rated(view.plan, view.standings[thing.id].level) or thing.status is not None
    return thing_tag(view, thing) if is_shown else None


def rating_choices(view: PlanView, thing: Thing) -> Mapping[str, str]:
    """What a reader who looks for a rating may choose to find `thing`: values with their words.

    The value of what is no status of the plan starts with a hyphen, as no id does.
    """
    words, standing = view.words, view.standings[thing.id]
    if not level_tag(view, thing):
        return {"-none": words.say("Not rated in this plan")}
    if standing.hold == "unknown":
        return {"-unknown": words.say("Not known since the date passed")}
    status = standing.status
    bare = Missing(missing=status.missing) if isinstance(status, Missing) else status
    found = {f"-{bare.missing}" if isinstance(bare, Missing) else bare.id: status_phrase(words, bare)}
    return {**found, "-lapsed": words.say("No longer backed by a review")} if standing.lapse else found


def computed_facts(view: PlanView, action: Action) -> tuple[Fact, ...]:
    """What the plan's rule gives for `action` and why, beside what its owner says."""
    standing, words = view.standings[action.id], view.words
    if standing.computed is None:
        return ()
    notes = []
    if isinstance(standing.declared, Missing):
        notes.append(words.say("The owner’s own rating: {rating}.", rating=status_phrase(words, standing.declared)))
    elif standing.differs:
        notes.append(words.say("The owner’s rating is another: {rating}.", rating=standing.declared.label))
    line = Line(computed_phrase(view, action, standing.computed), tuple(notes))
    return (Fact(words.say("Worked out by the plan’s rule"), (line,)),)


def computed_phrase(view: PlanView, action: Action, found: Computed) -> str:
    """The status that the rule gives, with its reason: "Alert: 76% complete, and due by 31 March 2015"."""
    words = view.words
    day = words.day(found.due) if found.due else ""
    reason = {
        "complete": words.say("100% complete"),
        "past-due": words.say("{percent}% complete, and it was due by {day}", percent=action.progress, day=day),
        "due-soon": words.say("{percent}% complete, and due soon: by {day}", percent=action.progress, day=day),
        "in-time": words.say("{percent}% complete, and due by {day}", percent=action.progress, day=day),
        "no-progress": words.say("it cannot be told, since no progress is stated"),
        "no-date": words.say("it cannot be told, since no date could be read"),
        "no-news": words.say("it cannot be told, since nothing was published after its date, {day}", day=day),
    }[found.reason]
    if not found.status:
        return words.say("No rating: {reason}", reason=reason)
    return words.say("{rating}: {reason}", rating=found.status.label, reason=reason)


def status_line(label: str, tag: Tag | None) -> tuple[Sentences, ...]:
    """A rating as a line: "Status: Green"; none without a rating."""
    return sentences(f"{label}:", tag, role="status-line") if tag else ()


def rolled_line(view: PlanView, outcome: Outcome) -> tuple[Sentences, ...]:
    """The worst rating below `outcome`, or that it is not known; none where the plan rolls nothing up."""
    words, found = view.words, view.facts.rolled.get(outcome.id)
    if found is None:
        return ()
    text = words.say("Not known: {some} of {all}", some=words.number(found.unknown), all=words.number(found.of))
    tag = status_tag(words, found.status) if found.status else Tag(text, "unknown")
    return status_line(words.say("Worst rating below, worked out"), tag)


def roll_blocks(view: PlanView, outcome: Outcome | None = None) -> tuple[Block, ...]:
    """For each level that the plan rates, its counts by rating: of the whole plan, or below an outcome."""
    blocks: list[Block] = []
    for level in LEVELS:
        if level in view.plan.rated and (tallies := view.counts(level, outcome)):
            things = level_words(view, level, sum(tally.count for tally in tallies))
            label = view.words.say("{status} of {things}", status=view.plan.words.status, things=things)
            blocks += tally_blocks(view.words, label, tallies)
    return tuple(blocks)


def tally_blocks(words: Words, label: str, tallies: tuple[Tally, ...]) -> tuple[Block, ...]:
    """How many things have each rating, in words and as a bar, which would say nothing where none is rated yet."""
    counts = tuple(tally_count(words, tally) for tally in tallies)
    is_rated_at_all = any(isinstance(tally.status, Status) for tally in tallies)
    said = sentences(f"{label}: {words.listing(count.words for count in counts)}.")
    return (*said, counts_bar(counts)) if is_rated_at_all else said


def tally_count(words: Words, tally: Tally) -> Count:
    """How many things have one rating: "3 amber", "1 green no longer backed by a review"."""
    label = status_phrase(words, tally.status)
    if tally.hold == "lapsed":
        label = words.say("{rating} no longer backed by a review", rating=label)
    if tally.hold == "unknown":
        label = words.say("not known since the date passed")
    return Count(Tag(label, tally.look), tally.count, f"{words.number(tally.count)} {lower_first(label)}")


def counts_bar(counts: tuple[Count, ...]) -> Bar:
    """The counts as a bar of full width 100."""
    total = sum(count.count for count in counts)
    pieces, start = [], 0.0
    for count in counts:
        width = round(100 * count.count / total, 3)
        pieces.append((count.tag.look, round(start, 3), width))
        start += width
    return Bar(tuple(pieces))


# Over time


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
    bars = (block for then, tallies in counted for block in tally_blocks(then.words, _edition_name(then), tallies))
    return (Section("over-time", view.words.say("Ratings over time"), (*bars, _counts_table(view, counted))),)


def _edition_name(then: PlanView) -> str:
    assert then.edition is not None, "an edition's view has its edition"
    return edition_title(then.words, then.edition)


def _counts_table(view: PlanView, counted: list[tuple[PlanView, tuple[Tally, ...]]]) -> Table:
    """A row for each edition, a column for each rating that any of them has."""
    words = view.words
    labels = list(dict.fromkeys(_column_label(then, tally) for then, tallies in counted for tally in tallies))
    rows = []
    for then, tallies in counted:
        found = {_column_label(then, tally): tally.count for tally in tallies}
        cells = ((Line(words.number(found.get(label, 0))),) for label in labels)
        rows.append(Row(((Line(_edition_name(then)),), *cells, (Line(words.number(sum(found.values()))),))))
    caption = words.say("How many {actions} had each rating", actions=lower_first(view.plan.words.actions))
    return Table(caption, (words.say("Edition"), *labels, words.say("All")), tuple(rows))


def _column_label(then: PlanView, tally: Tally) -> str:
    """What the column of a rating is called; a rating that no longer holds has one of its own."""
    words, label = then.words, status_phrase(then.words, tally.status)
    if isinstance(tally.status, Missing):
        return words.say("Not known") if tally.hold == "unknown" else label
    return words.say("{rating}, lapsed", rating=label) if tally.hold == "lapsed" else label
