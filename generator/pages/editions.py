"""The page of a plan's editions: each time that it was published, what was said of it, and how to check it."""

from collections.abc import Iterator

from generator.document.addresses import edition_file, thing_anchor
from generator.document.blocks import Block, Fact, Facts, Line, Link, Section, Sentences, Text, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.editions import Edition, Redaction, Withdrawn
from generator.plan.vocabulary import LEVELS
from generator.wording import Words
from generator.words.edition_names import both_codes, code_fact, edition_title, told_note
from generator.words.phrases import level_words, lower_first
from generator.words.plan_page import plan_page
from generator.words.ratings import tally_count
from generator.words.view import PlanView, edition_view


def editions_page(view: PlanView) -> Page:
    """Every edition of the plan, the newest first."""
    words, opening = view.words, _opening(view)
    entries = tuple(_entry(view, entry) for entry in reversed(view.history.entries))
    newest = Fact(words.say("The newest code"), (both_codes(view.history.lock.head),))
    check: tuple[Block, ...] = (*(Sentences((Text(text),)) for text in _how_to_check(view)), Facts((newest,)))
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
    words = view.words
    facts = [*_announced(view, entry)]
    if isinstance(entry, Edition):
        facts = [_reading(view, entry), *facts, *_counts(view, entry), *_taken_down(words, entry)]
        facts += [_files(view, entry)] if view.edition else []
    else:
        facts.append(_withdrawn(words, entry))
    told = Facts((*facts, code_fact(words, entry)))
    return Section(thing_anchor("edition", entry.name), edition_title(words, entry), (told,))


def _reading(view: PlanView, edition: Edition) -> Fact:
    words = view.words
    text = words.say("The plan as published on {day}", day=edition_title(words, edition))
    is_current = edition == view.edition
    note = (words.say("This is the newest edition."),) if is_current else ()
    return Fact(words.say("Read it"), (Line("", note, Link(text, Ref("edition", edition.name, view.plan.id))),))


def _announced(view: PlanView, entry: Edition | Withdrawn) -> Iterator[Fact]:
    words, said = view.words, entry.entry
    kinds = {"significant": words.say("A significant change"), "minor": words.say("A minor change")}
    note = told_note(words, view.history, entry)
    lines = (*((Line(note),) if note else ()), Line(kinds[said.kind]))
    yield Fact(words.say("What was said of it"), lines)
    if said.approved_by:
        yield Fact(words.say("Approved by"), (Line(said.approved_by),))
    if said.printed_version:
        yield Fact(words.say("Printed as"), (Line(said.printed_version),))
    if said.again:
        yield Fact(words.say("Published again, where words had been taken down"), (Line(said.again.reason),))


def _counts(view: PlanView, edition: Edition) -> Iterator[Fact]:
    """How many things had each rating on the day of the edition."""
    words = view.words
    as_it_was = edition_view(edition, words)
    lines = []
    for level in LEVELS:
        counted = [tally_count(words, tally) for tally in as_it_was.counts(level)]
        if counted and level in edition.plan.rated:
            things = level_words(as_it_was, level, sum(item.count for item in counted))
            parts = words.listing(lower_first(item.words) for item in counted)
            lines.append(Line(words.say("{things}: {parts}", things=things, parts=parts)))
    if lines:
        yield Fact(edition.plan.words.status, tuple(lines))


def _taken_down(words: Words, edition: Edition) -> Iterator[Fact]:
    if edition.redactions:
        yield Fact(words.say("Taken down since"), tuple(_redaction(words, item) for item in edition.redactions))


def _files(view: PlanView, edition: Edition) -> Fact:
    """The edition as files; a draft has none."""
    words, day = view.words, edition_title(view.words, edition)
    names = ("plan.json", "actions.csv")
    links = (
        Link(words.say("{file} of {day}", file=name, day=day), Ref("address", address))
        for name in names
        for address in (edition_file(view.plan.id, edition.name, name),)
    )
    return Fact(words.say("Files"), tuple(Line("", link=link) for link in links))


def _redaction(words: Words, redaction: Redaction) -> Line:
    day = words.day(redaction.date)
    return Line(words.say("One text, on {day}: {reason}", day=day, reason=redaction.note))


def _withdrawn(words: Words, entry: Withdrawn) -> Fact:
    day = words.day(entry.withdrawal.date)
    text = words.say("On {day}. Its text is no longer published.", day=day)
    return Fact(words.say("Withdrawn"), (Line(text), Line(entry.withdrawal.note)))


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
