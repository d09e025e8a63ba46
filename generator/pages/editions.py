"""The page of a plan's editions: each time that it was published, what was said of it, and how to check it."""

from collections.abc import Iterator

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Fact, Facts, Line, Link, Section, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.editions import Edition, Withdrawn
from generator.plan.vocabulary import LEVELS
from generator.words.edition_names import both_codes, code_fact, edition_title, told_note
from generator.words.layout import labelled, lines
from generator.words.phrases import level_words, lower_first
from generator.words.plan_page import plan_page
from generator.words.publications import edition_file_link
from generator.words.ratings import tally_count
from generator.words.view import PlanView, edition_view


def editions_page(view: PlanView) -> Page:
    """Every edition of the plan, the newest first."""
    words, opening = view.words, _opening(view)
    entries = tuple(_entry(view, entry) for entry in reversed(view.history.entries))
    newest = Fact(words.say("The newest code"), (both_codes(view.history.lock.head),))
    check: tuple[Block, ...] = (*(block for text in _how_to_check(view) for block in sentences(text)), Facts((newest,)))
    blocks: tuple[Block, ...] = (
        *sentences(opening, role="lead"),
        Section("all", words.say("The newest first"), entries),
        Section("whole", words.say("How to check that nothing was changed"), check),
    )
    return plan_page(view, "editions", words.say("Every edition of this plan"), opening, blocks)


def _opening(view: PlanView) -> str:
    words, history = view.words, view.history
    times = words.plural(
        "This plan was published once.", "This plan was published {count} times.", len(history.entries)
    )
    is_whole = len(history.editions) == len(history.entries) and not any(item.redactions for item in history.editions)
    stays = words.say("What was published stays here as it was.")
    less = words.say("What was published stays here as it was, but for what was withdrawn or taken down.")
    return f"{times} {stays if is_whole else less}"


def _entry(view: PlanView, entry: Edition | Withdrawn) -> Section:
    words, said, day = view.words, entry.entry, edition_title(view.words, entry)
    kinds = {"significant": words.say("A significant change"), "minor": words.say("A minor change")}
    note = told_note(words, view.history, entry)
    facts = labelled(
        (words.say("What was said of it"), (*lines(note), Line(kinds[said.kind]))),
        (words.say("Approved by"), said.approved_by),
        (words.say("Printed as"), said.printed_version),
        (words.say("Published again, where words had been taken down"), said.again.reason if said.again else ""),
    )
    if isinstance(entry, Edition):
        text = words.say("The plan as published on {day}", day=day)
        newest = (words.say("This is the newest edition."),) if entry == view.edition else ()
        read = Line("", newest, Link(text, Ref("edition", entry.name, view.plan.id)))
        facts = (*labelled((words.say("Read it"), read)), *facts, *_of_edition(view, entry))
    else:
        gone = words.say("On {day}. Its text is no longer published.", day=words.day(entry.withdrawal.date))
        facts += labelled((words.say("Withdrawn"), (Line(gone), Line(entry.withdrawal.note))))
    return Section(thing_anchor("edition", entry.name), day, (Facts((*facts, code_fact(words, entry))),))


def _of_edition(view: PlanView, edition: Edition) -> tuple[Fact, ...]:
    """How much had each rating, what was taken down since, and the edition as files; a draft has none."""
    words = view.words
    taken_down = (
        words.say("One text, on {day}: {reason}", day=words.day(item.date), reason=item.note)
        for item in edition.redactions
    )
    names = ("plan.json", "actions.csv") if view.edition else ()
    return labelled(
        (edition.plan.words.status, tuple(_counts(view, edition))),
        (words.say("Taken down since"), tuple(map(Line, taken_down))),
        (words.say("Files"), tuple(Line("", link=edition_file_link(view, edition, name)) for name in names)),
    )


def _counts(view: PlanView, edition: Edition) -> Iterator[Line]:
    """How many things had each rating on the day of the edition."""
    words = view.words
    as_it_was = edition_view(edition, words)
    for level in LEVELS:
        counted = [tally_count(words, tally) for tally in as_it_was.counts(level)]
        if counted and level in edition.plan.rated:
            things = level_words(as_it_was, level, sum(item.count for item in counted))
            parts = words.listing(lower_first(item.words) for item in counted)
            yield Line(words.say("{things}: {parts}", things=things, parts=parts))


def _how_to_check(view: PlanView) -> Iterator[str]:
    words = view.words
    yield words.say(
        "Each edition has a code, worked out of its text and of the code before it. If anybody changed one letter of "
        "an edition, its code and those of all later editions would be others. Words that the law says must go are "
        "taken down openly: that is recorded below the edition, and its code stays."
    )
    yield words.say(
        "So a code in the minutes of a meeting, or in a copy that you keep, shows whether the edition here is still "
        "the one that was published."
    )
    yield words.say(
        "The newest code stands for everything that is recorded here up to now: each edition, and each that was "
        "withdrawn or in which words were taken down."
    )
