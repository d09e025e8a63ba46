"""The changes of an update as blocks of a page: all of them with their texts, or the sentences of the first."""

from collections.abc import Iterator
from dataclasses import replace

from generator.document.blocks import (
    Added,
    Block,
    ChangeItem,
    Changes,
    Inlines,
    Link,
    Removed,
    Section,
    Text,
    sentences,
)
from generator.document.refs import Ref
from generator.wording import Words
from generator.words.change_groups import change_groups
from generator.words.change_names import ChangeLine
from generator.words.edition_names import told_note
from generator.words.view import PlanView, Update

# So many changes stand on the overview, and in the history of an older edition; a link leads to the rest.
MOST_CHANGES = 12


def change_blocks(update: Update) -> tuple[Changes, ...]:
    """Every change with both wordings of its text, worst news first."""
    return tuple(
        Changes(group.heading, tuple(_item(update.words, line) for line in group.lines))
        for group in change_groups(update)
    )


def _item(words: Words, line: ChangeLine) -> ChangeItem:
    link = (line.link,) if line.link else ()
    return ChangeItem((Text(line.text), *link), tuple(_texts(words, line)))


def _texts(words: Words, line: ChangeLine) -> Iterator[Inlines]:
    """What was taken out and put in; where hardly a word stayed, one text after the other."""
    if line.segments:
        yield tuple(
            Removed(part.text, words.say("taken out:"))
            if part.kind == "removed"
            else Added(part.text, words.say("put in:"))
            if part.kind == "added"
            else Text(part.text)
            for part in line.segments
        )
    elif line.before and line.after:
        yield Text(words.say("Before:"), is_strong=True), Text(f" {line.before}")
        yield Text(words.say("After:"), is_strong=True), Text(f" {line.after}")
    elif line.before or line.after:
        yield (Text(line.before or line.after),)


def first_changes(changes: tuple[Changes, ...], most: int = MOST_CHANGES) -> tuple[Changes, ...]:
    """The sentences of the first of `changes`; the texts stand on the page of the edition."""
    shown = []
    for group in changes:
        if most > 0:
            shown.append(replace(group, items=tuple(replace(item, texts=()) for item in group.items[:most])))
        most -= len(group.items)
    return tuple(shown)


def newest_changes(view: PlanView) -> tuple[Block, ...]:
    """The first changes of the newest update, for the overview, which says before how much changed.

    None before there were two texts.
    """
    words, update = view.words, view.newest_update
    if update is None:
        return ()
    edition = update.new.edition
    note = told_note(words, view.history, edition) if edition else ""
    more = Link(words.say("Every change, and those before"), Ref("page", "changes", view.plan.id))
    blocks: tuple[Block, ...] = (*sentences(note, role="lead"), *first_changes(change_blocks(update)), *sentences(more))
    return (Section("what-changed", words.say("What changed since last time"), blocks),)
