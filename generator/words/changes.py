"""Each change of a plan in a sentence."""

from collections.abc import Callable, Mapping

from generator.diff import BY_KIND, Change, Sentence
from generator.words.change_names import ChangeLine
from generator.words.change_states import (
    ceased_line,
    closure_line,
    date_line,
    figure_line,
    interval_line,
    lapsed_line,
    lead_line,
    occurrence_line,
    progress_line,
    rating_line,
    review_line,
    revision_line,
    target_line,
)
from generator.words.change_texts import (
    added_line,
    changed_line,
    moved_line,
    note_line,
    removed_line,
    renumbered_line,
    wording_line,
)
from generator.words.view import Update

Say = Callable[[Update, Change], ChangeLine]
# What makes each of the sentences that the table of kinds names; a test holds that none is missing.
SENTENCES: Mapping[Sentence, Say] = {
    "added": added_line,
    "ceased": ceased_line,
    "changed": changed_line,
    "closure": closure_line,
    "date": date_line,
    "figure": figure_line,
    "interval": interval_line,
    "lapsed": lapsed_line,
    "lead": lead_line,
    "moved": moved_line,
    "note": note_line,
    "occurrence": occurrence_line,
    "progress": progress_line,
    "rating": rating_line,
    "removed": removed_line,
    "renumbered": renumbered_line,
    "review": review_line,
    "revision": revision_line,
    "target": target_line,
    "wording": wording_line,
}


def line_about(update: Update, change: Change) -> ChangeLine:
    """The line that tells of `change`, without a link."""
    return SENTENCES[BY_KIND[change.kind].sentence](update, change)


def change_sentence(update: Update, change: Change) -> str:
    """The sentence alone. A text that was reworded is not repeated in it."""
    return line_about(update, change).text
