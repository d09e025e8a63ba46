"""Each change of a plan in a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.diff import Change, ChangeKind
from generator.pages.change_parts import ChangeLine, change_link
from generator.pages.change_states import (
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
from generator.pages.change_texts import (
    added_line,
    changed_line,
    moved_line,
    note_line,
    removed_line,
    renumbered_line,
    wording_line,
)
from generator.pages.view import Update

Say = Callable[[Update, Change], ChangeLine]
# A kind of change without a sentence cannot be: a test walks them all.
SENTENCES: Mapping[ChangeKind, Say] = {
    "added": added_line,
    "removed": removed_line,
    "moved": moved_line,
    "renumbered": renumbered_line,
    "rating-better": rating_line,
    "rating-worse": rating_line,
    "rating-changed": rating_line,
    "lapsed": lapsed_line,
    "date-later": date_line,
    "date-earlier": date_line,
    "date-reworded": date_line,
    "date-removed": date_line,
    "date-given": date_line,
    "timescale-reworded": date_line,
    "timescale-changed": changed_line,
    "timescale-added": date_line,
    "timescale-removed": date_line,
    "revision-recorded": revision_line,
    "revision-changed": revision_line,
    "revision-removed": revision_line,
    "lead-added": lead_line,
    "lead-changed": lead_line,
    "lead-removed": lead_line,
    "wording": wording_line,
    "measure": changed_line,
    "target-added": target_line,
    "target-raised": target_line,
    "target-lowered": target_line,
    "target-changed": target_line,
    "target-removed": target_line,
    "figure-added": figure_line,
    "figure-corrected": figure_line,
    "figure-removed": figure_line,
    "evidence": changed_line,
    "finding": changed_line,
    "risk": changed_line,
    "decision": changed_line,
    "report": changed_line,
    "occurrence-added": occurrence_line,
    "occurrence-kept": occurrence_line,
    "occurrence-missed": occurrence_line,
    "occurrence-changed": occurrence_line,
    "occurrence-removed": occurrence_line,
    "note-added": note_line,
    "note-reworded": note_line,
    "note-removed": note_line,
    "review-added": review_line,
    "review-changed": review_line,
    "review-removed": review_line,
    "review-interval-longer": interval_line,
    "review-interval-shorter": interval_line,
    "review-interval-reworded": interval_line,
    "closed": closure_line,
    "reopened": closure_line,
    "closure-changed": closure_line,
    "progress-up": progress_line,
    "progress-down": progress_line,
    "progress-changed": progress_line,
    "priority": changed_line,
    "relation": changed_line,
    "grouping": changed_line,
    "body-changed": changed_line,
    "body-ceased": ceased_line,
    "event": changed_line,
    "glossary": changed_line,
    "legend": changed_line,
    "summary": changed_line,
    "version": changed_line,
    "reading": changed_line,
    "accepted": changed_line,
    "plan": changed_line,
    "other": changed_line,
}


def change_line(update: Update, change: Change) -> ChangeLine:
    """The sentence for `change`, with a link to its thing."""
    return replace(SENTENCES[change.kind](update, change), link=change_link(update, change))


def change_sentence(update: Update, change: Change) -> str:
    """The sentence alone. A text that was reworded is not repeated in it."""
    return SENTENCES[change.kind](update, change).text
