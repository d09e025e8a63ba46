"""Each publication of a plan as it is told elsewhere than on pages: in feeds, by message, by e-mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.document.addresses import changes_address, edition_address, plan_page_address
from generator.editions import Edition, Withdrawn
from generator.words.change_groups import change_groups
from generator.words.change_summary import update_sentence
from generator.words.edition_names import edition_title, told_note
from generator.words.view import PlanView, Update


@dataclass(frozen=True, slots=True)
class NewsGroup:
    """Changes of one sort in sentences, under a heading."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class News:
    """One publication: what its officer said of it, how much changed, and the changes, worst news first.

    `address` is the page about it. `renewed` is the day on which its text last became another: that of publication,
    or a later one on which something in it, or in what it is compared with, was withdrawn or taken down.
    `is_significant`: it is, or an edition that it corrects is, with which it is told.
    """

    entry: Edition | Withdrawn
    title: str
    note: str
    sentence: str
    groups: tuple[NewsGroup, ...]
    address: str
    renewed: date
    is_significant: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """Every change in a sentence."""
        return tuple(line for group in self.groups for line in group.lines)


def plan_news(view: PlanView) -> tuple[News, ...]:
    """Every publication up to now, the newest first."""
    return tuple(_news(view))


def _news(view: PlanView) -> Iterator[News]:
    updates = {update.new.edition.name: update for update in view.told_updates if update.new.edition}
    for place, entry in reversed([*enumerate(view.history.entries)]):
        if isinstance(entry, Withdrawn):
            yield _of_withdrawn(view, entry)
        elif entry.name in updates:
            yield _of_update(view, entry, place, updates[entry.name])
        else:
            yield _of_first(view, entry)


def news_title(view: PlanView, entry: Edition | Withdrawn) -> str:
    """The plan and the day; of an example, what kind of example it is comes first."""
    words, plan = view.words, view.plan
    title = words.say("{plan}: {day}", plan=view.menu_title, day=edition_title(words, entry))
    return words.say("{kind}: {title}", kind=plan.example.kind, title=title) if plan.example else title


def _of_withdrawn(view: PlanView, entry: Withdrawn) -> News:
    words, day = view.words, entry.withdrawal.date
    sentence = words.say(
        "This edition was withdrawn on {day}: {reason}", day=words.day(day), reason=entry.withdrawal.note
    )
    address = plan_page_address(view.plan.id, "editions")
    return News(
        entry,
        news_title(view, entry),
        entry.entry.note,
        sentence,
        (),
        address,
        max(entry.date, day),
        _is_significant(entry),
    )


def _of_first(view: PlanView, entry: Edition) -> News:
    sentence = view.words.say("This is the first edition that is published here.")
    address = edition_address(view.plan.id, entry.name)
    note = told_note(view.words, view.history, entry)
    return News(entry, news_title(view, entry), note, sentence, (), address, _renewed(entry), _is_significant(entry))


def _of_update(view: PlanView, entry: Edition, place: int, update: Update) -> News:
    old = update.old.edition
    assert old is not None, "an edition follows an edition"
    between = view.history.entries[view.history.entries.index(old) : place]
    withdrawn = (item.withdrawal.date for item in between if isinstance(item, Withdrawn))
    return News(
        entry,
        news_title(view, entry),
        told_note(view.words, view.history, entry),
        update_sentence(update),
        tuple(NewsGroup(group.heading, tuple(line.full for line in group.lines)) for group in change_groups(update)),
        changes_address(view.plan.id, entry.name),
        max((_renewed(entry), *(item.date for item in old.redactions), *withdrawn)),
        any(_is_significant(item) for item in (*between, entry) if item.date == entry.date),
    )


def _is_significant(entry: Edition | Withdrawn) -> bool:
    return entry.entry.kind == "significant"


def _renewed(entry: Edition) -> date:
    """The day on which an edition's own text last became another."""
    return max((entry.date, *(item.date for item in entry.redactions)))
