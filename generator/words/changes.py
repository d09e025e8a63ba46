"""Each change of a plan in a sentence."""

from collections.abc import Callable, Mapping
from functools import partial

from generator.diff import Change, ChangeKind
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
# What a value was and what it is says enough of these.
SAY_BOTH_VALUES: tuple[ChangeKind, ...] = (
    *("timescale-changed", "revision-changed", "revision-removed", "measure", "evidence", "finding", "risk"),
    *("decision", "report", "occurrence-added", "occurrence-changed", "occurrence-removed", "review-changed"),
    *("review-removed", "priority", "relation", "grouping", "body-changed", "event", "glossary", "legend", "summary"),
    *("version", "reading", "accepted", "plan", "other"),
)
# A kind of change without a sentence cannot be: a test walks them all.
SENTENCES: Mapping[ChangeKind, Say] = {
    "added": added_line,
    "removed": removed_line,
    "moved": moved_line,
    "renumbered": renumbered_line,
    "rating-better": partial(rating_line, "{thing} {rating}: better, from {old} to {new}"),
    "rating-worse": partial(rating_line, "{thing} {rating}: worse, from {old} to {new}"),
    "rating-changed": partial(rating_line, "{thing} {rating}: was {old}, now {new}"),
    "lapsed": lapsed_line,
    "date-later": partial(date_line, "{thing}: was {old}, now {new}"),
    "date-earlier": partial(date_line, "{thing}: was {old}, now {new}"),
    "date-reworded": partial(date_line, "{thing}: was “{old}”, now “{new}”: the same date in other words"),
    "date-removed": partial(date_line, "{thing}: was {old}, now without a date ({new})"),
    "date-given": partial(date_line, "{thing}: now {new}, before without a date ({old})"),
    "timescale-reworded": partial(date_line, "{thing}: was “{old}”, now “{new}”"),
    "timescale-added": partial(date_line, "{thing}: “{new}” was added"),
    "timescale-removed": partial(date_line, "{thing}: “{old}” was taken out"),
    "revision-recorded": revision_line,
    "lead-added": partial(lead_line, "{thing} {lead}: {new} was added"),
    "lead-changed": partial(lead_line, "{thing} {lead}: was {old}, now {new}"),
    "lead-removed": partial(lead_line, "{thing} {lead}: {old} was taken off"),
    "wording": wording_line,
    "target-added": partial(target_line, "{thing}: {new}, which was not there before"),
    "target-raised": partial(target_line, "{thing} target raised: was {old}, now {new}"),
    "target-lowered": partial(target_line, "{thing} target lowered: was {old}, now {new}"),
    "target-changed": partial(target_line, "{thing} target: was {old}, now {new}"),
    "target-removed": partial(target_line, "{thing}: {old}, which was taken out"),
    "figure-added": partial(figure_line, "{thing}: figure added, {new}"),
    "figure-corrected": partial(figure_line, "{thing}: figure was {old}, now {new}"),
    "figure-removed": partial(figure_line, "{thing}: figure taken out, {old}"),
    "occurrence-kept": occurrence_line,
    "occurrence-missed": occurrence_line,
    "note-added": note_line,
    "note-reworded": note_line,
    "note-removed": note_line,
    "review-added": review_line,
    "review-interval-longer": partial(interval_line, "{thing} is to be reviewed less often: was {old}, now {new}"),
    "review-interval-shorter": partial(interval_line, "{thing} is to be reviewed more often: was {old}, now {new}"),
    "review-interval-reworded": partial(
        interval_line, "{thing} is to be reviewed as often as before: was {old}, now {new}"
    ),
    "closed": closure_line,
    "reopened": closure_line,
    "closure-changed": closure_line,
    "progress-up": partial(progress_line, "{thing} progress: up, from {old} to {new}"),
    "progress-down": partial(progress_line, "{thing} progress: down, from {old} to {new}"),
    "progress-changed": partial(progress_line, "{thing} progress: was {old}, now {new}"),
    "body-ceased": ceased_line,
    **dict.fromkeys(SAY_BOTH_VALUES, changed_line),
}


def change_sentence(update: Update, change: Change) -> str:
    """The sentence alone. A text that was reworded is not repeated in it."""
    return SENTENCES[change.kind](update, change).text
