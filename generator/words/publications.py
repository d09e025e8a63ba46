"""Each time that a plan was published, and what changed then, or why nothing is compared."""

from collections.abc import Iterator

from generator.editions import Edition, Withdrawn
from generator.wording import Words
from generator.words.change_summary import update_sentence
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
