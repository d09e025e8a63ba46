"""changes.csv: a row for each change that readers are told of, from one edition to the next."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date

from generator.diff import Change, one_by_one
from generator.editions import Edition
from generator.editions.canonical import canonical_line
from generator.editions.codec import to_data
from generator.outputs.data.table import Column, Table
from generator.plan.field_types import Missing
from generator.plan.model import Status, Timescale
from generator.text import without_list_marks
from generator.words.change_groups import group_of
from generator.words.changes import change_sentence
from generator.words.view import PlanView, Update


@dataclass(frozen=True)
class ChangeRow:
    """A change, its place among those of its update, and the update that it belongs to."""

    update: Update
    change: Change
    place: int

    @property
    def edition(self) -> Edition:
        assert self.update.new.edition is not None, "only what was published is told"
        return self.update.new.edition

    @property
    def old_edition(self) -> Edition:
        assert self.update.old.edition is not None, "an edition follows an edition"
        return self.update.old.edition

    @property
    def sentence(self) -> str:
        return change_sentence(self.update, self.change)


def change_rows(view: PlanView) -> Iterator[ChangeRow]:
    """Every change of every update, the oldest first; what came or went with another thing has a row of its own."""
    for update in view.updates:
        plans = (update.old.plan, update.new.plan)
        single = (one for change in update.changes for one in one_by_one(change, *plans))
        for place, change in enumerate(single, 1):
            yield ChangeRow(update, change, place)


def value_text(value: object) -> str | None:
    """A value of a plan in a cell: a text as it is, a rating by its id, a time by its words, all else as JSON."""
    match value:
        case None | ():
            return None
        case str():
            return without_list_marks(value)
        case Status():
            return value.id
        case Timescale():
            return value.words
        case bool() | int() | date():
            return str(value).lower() if isinstance(value, bool) else str(value)
        case Missing():
            return f"missing: {value.missing}"
        case _ if is_dataclass(value) or isinstance(value, tuple):
            return canonical_line(to_data(value)).decode().rstrip("\n")
    raise TypeError(f"{type(value).__name__} is no value of a plan")


CHANGES: Table[ChangeRow] = Table(
    file="changes.csv",
    description="Every change that pages tell of, from an edition of a plan to the next, the oldest first. What "
    "came or went with another thing has a row too.",
    key=("edition", "place"),
    columns=(
        Column("edition", "The edition with which the change came: its day, with a number where it is not the first",
               lambda row: row.edition.name, is_required=True),
        Column("place", "Counts the changes of one edition, from 1",
               lambda row: row.place, "integer", is_required=True),
        Column("date", "The day of that edition", lambda row: row.edition.date, "date", is_required=True),
        Column("from_edition", "The edition before, with which it is compared",
               lambda row: row.old_edition.name, is_required=True),
        Column("edition_kind", "significant or minor, as its publisher says",
               lambda row: row.edition.entry.kind, is_required=True),
        Column("kind", "What kind of change it is: a word of a closed list", lambda row: row.change.kind,
               is_required=True),
        Column("group", "The group in which the pages show it: worse, put-back, taken-out, lowered, better, "
               "brought-forward, done, added, reworded or other", lambda row: group_of(row.change), is_required=True),
        Column("operation", "What was done to the plan: set, add, remove or move; fact where time alone did it",
               lambda row: row.change.operation, is_required=True),
        Column("thing_kind", "What was changed: plan, outcome, action, measure and so on",
               lambda row: row.change.thing.kind, is_required=True),
        Column("thing_id", "Its permanent id", lambda row: row.change.thing.id, is_required=True),
        Column("thing_number", "Its printed number", lambda row: row.change.thing.number),
        Column("thing_title", "Its title", lambda row: row.change.thing.title, is_required=True),
        Column("within_id", "The id of the outcome or action that it stands below",
               lambda row: row.change.within.id if row.change.within else None),
        Column("field", "The field that differs", lambda row: row.change.field or None),
        Column("old", "What it held: a text, the id of a rating, the words of a time; all else as JSON",
               lambda row: value_text(row.change.old)),
        Column("new", "What it holds", lambda row: value_text(row.change.new)),
        Column("old_day", "The last day that it named", lambda row: row.change.old_day, "date"),
        Column("new_day", "The last day that it names", lambda row: row.change.new_day, "date"),
        Column("sentence", "The change in a sentence, as the pages say it", lambda row: row.sentence, is_required=True),
    ),
)  # fmt: skip
