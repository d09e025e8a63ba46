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
from generator.words.publications import publication_sentence, publications
from generator.words.ratings import counts_over_time
from generator.words.view import PlanView, Update


def changes_page(view: PlanView) -> Page:
    """The history of the plan, the newest edition first."""
    words = view.words
    title = words.say("What changed, and when")
    opening = words.say(
        "Each time that the plan was published, the newest first, with what the people who keep it said, and what this "
        "program found."
    )
    since = tuple(_since_link(view, old) for old in reversed(view.history.editions[:-1]))
    older = (Section("since", words.say("All changes since an older edition"), points(*since)),) if since else ()
    further = (*older, *counts_over_time(view))
    blocks: tuple[Block, ...] = (
        *sentences(opening),
        *points(*_other_pages(view), *(section.here for section in further)),
        *(_entry(view, entry, update) for entry, update in publications(view)),
        *further,
    )
    return plan_page(view, "changes", title, opening, blocks)


def _other_pages(view: PlanView) -> Iterator[Link]:
    """Where one can subscribe to what changes, which nobody can to a draft; and which dates moved."""
    words, plan = view.words, view.plan.id
    if view.edition:
        yield Link(words.say("Be told when the plan changes"), Ref("page", "data", plan))
    if has_slipped(view):
        yield Link(words.say("Dates that moved"), Ref("page", "slipped", plan))


def _since_link(view: PlanView, edition: Edition) -> Link:
    text = view.words.say("What changed since {day}", day=edition_title(view.words, edition))
    return Link(text, Ref("since", edition.name, view.plan.id))


def _entry(view: PlanView, entry: Edition | Withdrawn, update: Update | None) -> Section:
    """One publication, and the sentences of its changes: all of the newest edition, the first of an older one."""
    words, title = view.words, edition_title(view.words, entry)
    blocks: tuple[Block, ...] = (
        *sentences(told_note(words, view.history, entry), role="lead"),
        *sentences(publication_sentence(words, entry, update)),
    )
    if update:
        changes = change_blocks(update)
        items = [item for group in changes for item in group.items]
        most = len(items) if entry == view.history.editions[-1] else MOST_CHANGES
        blocks += first_changes(changes, most)
        if most < len(items) or any(item.texts for item in items):
            text = words.say("Every change of {day}", day=title)
            blocks += sentences(Link(text, Ref("update", entry.name, view.plan.id)))
    return Section(f"changes-{entry.name}", title, blocks)


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
    words, title, update = view.words, _since_link(view, old.edition).text, Update(old, view, view)
    sentence = words.say(
        "From the edition of {day} to the plan as it is now, in one step. {count}",
        day=edition_title(words, old.edition),
        count=words.plural("{count} change.", "{count} changes.", len(update.changes)),
    )
    blocks: tuple[Block, ...] = (*sentences(sentence), *change_blocks(update))
    return Page("update", since_address(view.plan.id, old.edition.name), title, above_changes(view), sentence, blocks)
