"""What changed: the history of a plan, each edition's changes, and all changes since an older edition."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import (
    changes_address,
    overview_address,
    plan_page_address,
    since_address,
)
from generator.document.blocks import Link
from generator.editions import Edition, Withdrawn
from generator.words.change_groups import ChangeGroup, change_groups
from generator.words.change_summary import update_sentence
from generator.words.counts_over_time import CountsOverTime, counts_over_time
from generator.words.edition_names import edition_title, told_note
from generator.words.moved_dates import has_slipped
from generator.words.view import PlanView, Update

# So many changes of an older edition stand in the history; the rest on the page of that edition.
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One publication: what its officer said of it, how much changed, and the changes, worst news first."""

    anchor: str
    heading: str
    note: str
    sentence: str
    groups: tuple[ChangeGroup, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The history of a plan, the newest edition first."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    opening: str
    ways: tuple[Link, ...]
    over_time: CountsOverTime | None
    since_label: str
    since: tuple[Link, ...]
    entries: tuple[HistoryEntry, ...]
    template: str = "changes"


@dataclass(frozen=True, slots=True)
class UpdatePage:
    """Every change from one edition to a later text."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    note: str
    sentence: str
    groups: tuple[ChangeGroup, ...]
    links: tuple[Link, ...]
    template: str = "update"

    @property
    def opening(self) -> str:
        return self.sentence


def changes_page(view: PlanView) -> ChangesPage:
    """The history of the plan."""
    words, plan = view.words, view.plan.id
    over_time = counts_over_time(view)
    since = tuple(_since_link(view, old) for old in reversed(view.history.editions[:-1]))
    since_label = words.say("All changes since an older edition")
    return ChangesPage(
        address=plan_page_address(plan, "changes"),
        title=words.say("What changed, and when"),
        crumbs=(Link(view.menu_title, overview_address(plan)),),
        opening=_opening(view),
        ways=(
            *_other_pages(view),
            *((Link(since_label, None, "since"),) if since else ()),
            *((Link(over_time.heading, None, "over-time"),) if over_time else ()),
        ),
        over_time=over_time,
        since_label=since_label,
        since=since,
        entries=tuple(_entries(view)),
    )


def _other_pages(view: PlanView) -> Iterator[Link]:
    """Where one can subscribe to what changes, which nobody can to a draft; and which dates moved."""
    words, plan = view.words, view.plan.id
    if view.edition:
        yield Link(words.say("Be told when the plan changes"), plan_page_address(plan, "data"))
    if has_slipped(view):
        yield Link(words.say("Dates that moved"), plan_page_address(plan, "slipped"))


def _opening(view: PlanView) -> str:
    return view.words.say(
        "Each time that the plan was published, the newest first, with what the people who keep it said, and what this "
        "program found."
    )


def _entries(view: PlanView) -> Iterator[HistoryEntry]:
    """One for each publication, the withdrawn ones and the first among them."""
    updates = {update.new.edition.name: update for update in view.told_updates if update.new.edition}
    for entry in reversed(view.history.entries):
        heading = edition_title(view.words, entry)
        anchor = f"changes-{entry.name}"
        if entry.name in updates:
            is_newest = entry == view.history.editions[-1]
            yield _entry(view, updates[entry.name], entry, anchor, heading, limit=None if is_newest else MOST_LINES)
        else:
            note = told_note(view.words, view.history, entry)
            yield HistoryEntry(anchor, heading, note, _without_changes(view, entry), (), None)


def _without_changes(view: PlanView, entry: Edition | Withdrawn) -> str:
    """Why nothing is compared: the edition is the first, or is there no more."""
    words = view.words
    if isinstance(entry, Withdrawn):
        day, reason = words.day(entry.withdrawal.date), entry.withdrawal.note
        return words.say("This edition was withdrawn on {day}: {reason}", day=day, reason=reason)
    return words.say("This is the first edition that is published here.")


def _entry(
    view: PlanView, update: Update, entry: Edition | Withdrawn, anchor: str, heading: str, *, limit: int | None
) -> HistoryEntry:
    groups = groups_of(update)
    shown = _first(groups, limit)
    text = view.words.say("Every change of {day}", day=heading)
    is_cut = sum(len(group.lines) for group in shown) < sum(len(group.lines) for group in groups)
    link = Link(text, changes_address(view.plan.id, entry.name)) if is_cut or _has_long_texts(groups) else None
    note = told_note(view.words, view.history, entry)
    return HistoryEntry(anchor, heading, note, update_sentence(update), _without_texts(shown), link)


def _first(groups: tuple[ChangeGroup, ...], limit: int | None) -> tuple[ChangeGroup, ...]:
    """The groups up to `limit` lines in all."""
    if limit is None:
        return groups
    shown, left = [], limit
    for group in groups:
        if left > 0:
            shown.append(replace(group, lines=group.lines[:left]))
        left -= len(group.lines)
    return tuple(shown)


def _has_long_texts(groups: tuple[ChangeGroup, ...]) -> bool:
    return any(line.segments or line.before or line.after for group in groups for line in group.lines)


def _without_texts(groups: tuple[ChangeGroup, ...]) -> tuple[ChangeGroup, ...]:
    """The sentences alone: both wordings stand on the page of the edition."""
    return tuple(
        replace(group, lines=tuple(replace(line, segments=(), before="", after="") for line in group.lines))
        for group in groups
    )


def groups_of(update: Update) -> tuple[ChangeGroup, ...]:
    """The changes of an update in sentences, worst news first."""
    return change_groups(update, update.changes)


def update_pages(view: PlanView) -> tuple[UpdatePage, ...]:
    """A page for each edition's changes, and one for all changes since each older edition."""
    own = (_update_page(view, update, update.new.edition) for update in view.told_updates if update.new.edition)
    return (*own, *(_since_page(view, old) for old in view.edition_views[:-1]))


def history_crumbs(view: PlanView) -> tuple[Link, ...]:
    """The way to a page of the history."""
    return (
        Link(view.menu_title, overview_address(view.plan.id)),
        Link(view.words.say("What changed, and when"), plan_page_address(view.plan.id, "changes")),
    )


def _update_page(view: PlanView, update: Update, edition: Edition) -> UpdatePage:
    words = view.words
    return UpdatePage(
        address=changes_address(view.plan.id, edition.name),
        title=words.say("What changed on {day}", day=edition_title(words, edition)),
        crumbs=history_crumbs(view),
        note=told_note(words, view.history, edition),
        sentence=update_sentence(update),
        groups=groups_of(update),
        links=_links(view, edition),
    )


def _links(view: PlanView, edition: Edition) -> tuple[Link, ...]:
    """All changes from this edition on, where there are any."""
    return (_since_link(view, edition),) if edition != view.history.editions[-1] else ()


def _since_link(view: PlanView, edition: Edition) -> Link:
    text = view.words.say("What changed since {day}", day=edition_title(view.words, edition))
    return Link(text, since_address(view.plan.id, edition.name))


def _since_page(view: PlanView, old: PlanView) -> UpdatePage:
    words = view.words
    assert old.edition is not None, "an edition's view has its edition"
    update = Update(old, view, view)
    day = edition_title(words, old.edition)
    return UpdatePage(
        address=since_address(view.plan.id, old.edition.name),
        title=words.say("What changed since {day}", day=day),
        crumbs=history_crumbs(view),
        note="",
        sentence=words.say(
            "From the edition of {day} to the plan as it is now, in one step. {count}",
            day=day,
            count=words.plural("{count} change.", "{count} changes.", len(update.changes)),
        ),
        groups=groups_of(update),
        links=(),
    )
