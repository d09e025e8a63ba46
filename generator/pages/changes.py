"""What changed: the history of a plan, each edition's changes, and all changes since an older edition."""

from collections.abc import Iterator

from generator.document.addresses import changes_address, since_address
from generator.document.blocks import Block, Link, Section, points, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.editions import Edition, Withdrawn
from generator.words.change_blocks import MOST_CHANGES, change_blocks, first_changes
from generator.words.change_summary import update_sentence
from generator.words.edition_names import edition_title, told_note
from generator.words.lineage import has_slipped
from generator.words.plan_page import above_changes, plan_page
from generator.words.ratings import counts_over_time
from generator.words.view import PlanView, Update


def changes_page(view: PlanView) -> Page:
    """The history of the plan, the newest edition first."""
    words = view.words
    title, opening = words.say("What changed, and when"), _opening(view)
    further = (*_since(view), *counts_over_time(view))
    blocks: tuple[Block, ...] = (
        *sentences(opening),
        *points(*_other_pages(view), *(section.here for section in further)),
        *_entries(view),
        *further,
    )
    return plan_page(view, "changes", title, opening, blocks)


def _opening(view: PlanView) -> str:
    return view.words.say(
        "Each time that the plan was published, the newest first, with what the people who keep it said, and what this "
        "program found."
    )


def _other_pages(view: PlanView) -> Iterator[Link]:
    """Where one can subscribe to what changes, which nobody can to a draft; and which dates moved."""
    words, plan = view.words, view.plan.id
    if view.edition:
        yield Link(words.say("Be told when the plan changes"), Ref("page", "data", plan))
    if has_slipped(view):
        yield Link(words.say("Dates that moved"), Ref("page", "slipped", plan))


def _since(view: PlanView) -> tuple[Section, ...]:
    """The pages of all changes since each older edition."""
    links = tuple(_since_link(view, old) for old in reversed(view.history.editions[:-1]))
    title = view.words.say("All changes since an older edition")
    return (Section("since", title, points(*links)),) if links else ()


def _since_link(view: PlanView, edition: Edition) -> Link:
    text = view.words.say("What changed since {day}", day=edition_title(view.words, edition))
    return Link(text, Ref("since", edition.name, view.plan.id))


def _entries(view: PlanView) -> Iterator[Section]:
    """One for each publication, the withdrawn ones and the first among them."""
    updates = {update.new.edition.name: update for update in view.told_updates if update.new.edition}
    for entry in reversed(view.history.entries):
        update = updates.get(entry.name)
        found = _update(view, update, entry) if update else sentences(_without_changes(view, entry))
        note = sentences(told_note(view.words, view.history, entry), role="lead")
        yield Section(f"changes-{entry.name}", edition_title(view.words, entry), (*note, *found))


def _without_changes(view: PlanView, entry: Edition | Withdrawn) -> str:
    """Why nothing is compared: the edition is the first, or is there no more."""
    words = view.words
    if isinstance(entry, Withdrawn):
        day, reason = words.day(entry.withdrawal.date), entry.withdrawal.note
        return words.say("This edition was withdrawn on {day}: {reason}", day=day, reason=reason)
    return words.say("This is the first edition that is published here.")


def _update(view: PlanView, update: Update, entry: Edition | Withdrawn) -> tuple[Block, ...]:
    """How much changed, and the sentences of the changes: all of the newest edition, the first of an older one."""
    changes = change_blocks(update)
    items = [item for group in changes for item in group.items]
    most = len(items) if entry == view.history.editions[-1] else MOST_CHANGES
    has_more = most < len(items) or any(item.texts for item in items)
    text = view.words.say("Every change of {day}", day=edition_title(view.words, entry))
    more = sentences(Link(text, Ref("update", entry.name, view.plan.id))) if has_more else ()
    return (*sentences(update_sentence(update)), *first_changes(changes, most), *more)


def update_pages(view: PlanView) -> tuple[Page, ...]:
    """A page for each edition's changes, and one for all changes since each older edition."""
    own = (_update_page(view, update, update.new.edition) for update in view.told_updates if update.new.edition)
    return (*own, *(_since_page(view, old) for old in view.edition_views[:-1]))


def _update_page(view: PlanView, update: Update, edition: Edition) -> Page:
    """Every change of `edition`, and the way to all changes from it on, where there are any."""
    title = view.words.say("What changed on {day}", day=edition_title(view.words, edition))
    sentence = update_sentence(update)
    since = (_since_link(view, edition),) if edition != view.history.editions[-1] else ()
    blocks: tuple[Block, ...] = (
        *sentences(told_note(view.words, view.history, edition), role="lead"),
        *sentences(sentence),
        *change_blocks(update),
        *points(*since),
    )
    return Page("update", changes_address(view.plan.id, edition.name), title, above_changes(view), sentence, blocks)


def _since_page(view: PlanView, old: PlanView) -> Page:
    assert old.edition is not None, "an edition's view has its edition"
    words, link, update = view.words, _since_link(view, old.edition), Update(old, view, view)
    sentence = words.say(
        "From the edition of {day} to the plan as it is now, in one step. {count}",
        day=edition_title(words, old.edition),
        count=words.plural("{count} change.", "{count} changes.", len(update.changes)),
    )
    blocks: tuple[Block, ...] = (*sentences(sentence), *change_blocks(update))
    return Page(
        "update", since_address(view.plan.id, old.edition.name), link.text, above_changes(view), sentence, blocks
    )
