"""Each publication of a plan as it is told elsewhere than on pages: in feeds, by message, by e-mail."""

from dataclasses import dataclass
from datetime import date

from generator.document.addresses import changes_address, edition_address, plan_page_address
from generator.editions import Edition, Withdrawn
from generator.words.change_groups import change_groups
from generator.words.edition_names import edition_title, told_note
from generator.words.publications import publication_sentence, publications
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
    return tuple(_news(view, entry, update) for entry, update in publications(view))


def news_title(view: PlanView, entry: Edition | Withdrawn) -> str:
    """The plan and the day; of an example, what kind of example it is comes first."""
    words, plan = view.words, view.plan
    title = words.say("{plan}: {day}", plan=view.menu_title, day=edition_title(words, entry))
    return words.say("{kind}: {title}", kind=plan.example.kind, title=title) if plan.example else title


def _news(view: PlanView, entry: Edition | Withdrawn, update: Update | None) -> News:
    words, plan, entries = view.words, view.plan.id, view.history.entries
    address = edition_address(plan, entry.name)
    told_with: tuple[Edition | Withdrawn, ...] = (entry,)
    read = told_with
    if isinstance(entry, Withdrawn):
        address = plan_page_address(plan, "editions")
    elif update and (old := update.old.edition):
        address = changes_address(plan, entry.name)
        told_with = entries[entries.index(old) : entries.index(entry) + 1]
        read = (entry, old, *(item for item in told_with if isinstance(item, Withdrawn)))
    groups = change_groups(update) if update else ()
    return News(
        entry,
        news_title(view, entry),
        told_note(words, view.history, entry),
        publication_sentence(words, entry, update),
        tuple(NewsGroup(group.heading, tuple(line.full for line in group.lines)) for group in groups),
        address,
        max((entry.date, *(day for item in read for day in _days(item)))),
        any(item.entry.kind == "significant" for item in told_with if item.date == entry.date),
    )


def _days(entry: Edition | Withdrawn) -> list[date]:
    """The days on which it was withdrawn, or something in its text was taken down."""
    if isinstance(entry, Withdrawn):
        return [entry.withdrawal.date]
    return [item.date for item in entry.redactions]
