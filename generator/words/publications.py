"""Each time that a plan was published: what changed then, or why nothing is compared, and the files of that edition."""

from collections.abc import Iterator

from generator.document.addresses import edition_file
from generator.document.blocks import Link
from generator.document.refs import Ref
from generator.editions import Edition, Withdrawn
from generator.wording import Words
from generator.words.change_summary import update_sentence
from generator.words.edition_names import edition_title
from generator.words.view import PlanView, Update


def publications(view: PlanView) -> Iterator[tuple[Edition | Withdrawn, Update | None]]:
    """Every publication up to now, the newest first, and what it changed; None for the first and those withdrawn."""
    updates = {update.new.edition.name: update for update in view.told_updates if update.new.edition}
    for entry in reversed(view.history.entries):
        yield entry, updates.get(entry.name)


def publication_sentence(words: Words, entry: Edition | Withdrawn, update: Update | None) -> str:
    """How much a publication changed, or why nothing is compared."""
    if isinstance(entry, Withdrawn):
        day, reason = words.day(entry.withdrawal.date), entry.withdrawal.note
        return words.say("This edition was withdrawn on {day}: {reason}", day=day, reason=reason)
    return update_sentence(update) if update else words.say("This is the first edition that is published here.")


def edition_file_link(view: PlanView, edition: Edition, name: str) -> Link:
    """A link to one of the files of an edition: "plan.json of 29 March 2019"."""
    text = view.words.say("{file} of {day}", file=name, day=edition_title(view.words, edition))
    return Link(text, Ref("address", edition_file(view.plan.id, edition.name, name)))
