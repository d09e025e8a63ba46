"""actions.csv: a row for each action of an edition, at any depth, with how it stood on its day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from generator.outputs.data.table import Column, Datatype, Table
from generator.plan.field_types import Missing, described_fields, holds, holds_many
from generator.plan.model import Action, Lead, Note, Status
from generator.status import Standing, timescales
from generator.text import without_list_marks
from generator.words.leads import answering_leads, lead_name
from generator.words.view import Place, PlanView

DATATYPES: dict[type, Datatype] = {date: "date", bool: "boolean", int: "integer"}


@dataclass(frozen=True)
class ActionRow:
    """An action as its edition has it. Of `newest_note`, the day is known."""

    view: PlanView
    action: Action
    place: Place
    standing: Standing
    newest_note: Note | None

    @property
    def status(self) -> Status | None:
        return self.standing.status if isinstance(self.standing.status, Status) and self._is_rated else None

    @property
    def no_status(self) -> str | None:
        """Why there is no rating; nothing where the plan rates no actions of this level."""
        status = self.standing.status
        return status.missing if isinstance(status, Missing) and self._is_rated else None

    @property
    def status_by_rule(self) -> Status | None:
        return self.standing.computed.status if self.standing.computed else None

    @property
    def _is_rated(self) -> bool:
        return self.standing.level in self.view.plan.rated


def action_rows(view: PlanView) -> Iterator[ActionRow]:
    """Every action, in the order of the plan."""
    for name, action in view.actions.items():
        yield ActionRow(view, action, view.places[name], view.standings[name], _newest_note(action))


def _newest_note(action: Action) -> Note | None:
    """The last of the notes by day, and of those of one day the last in the plan."""
    dated = sorted((note.date, place) for place, note in enumerate(action.notes) if note.date)
    return action.notes[dated[-1][1]] if dated else None


def _leads(row: ActionRow) -> tuple[Lead, ...]:
    leads = answering_leads(row.view, row.action)
    return () if isinstance(leads, Missing) else leads


def _text(value: str | Missing | None) -> str | None:
    return without_list_marks(value) if isinstance(value, str) else None


def _fact_columns() -> Iterator[Column[ActionRow]]:
    """A column for each field that is shown as it is, and where it can be missing, one for why it is."""
    for field in described_fields(Action):
        if field.about.is_fact:
            datatype: Datatype = next((name for kind, name in DATATYPES.items() if holds(field.hint, kind)), "string")
            yield Column(field.name, field.about.means, partial(_fact, field.name), datatype, holds_many(field.hint))
            if holds(field.hint, Missing):
                yield Column(f"{field.name}_missing", f"Why it is not given: {field.about.means}",
                             partial(_no_fact, field.name))  # fmt: skip


def _fact(name: str, row: ActionRow) -> Any:
    held = getattr(row.action, name)
    return None if isinstance(held, Missing) else held


def _no_fact(name: str, row: ActionRow) -> str | None:
    held = getattr(row.action, name)
    return held.missing if isinstance(held, Missing) else None


ACTIONS: Table[ActionRow] = Table(
    file="actions.csv",
    description="Every action of one edition of a plan, at any depth, and how it stood.",
    key=("id",),
    columns=(
        Column("id", "The permanent id of the action, unique in the plan", lambda row: row.action.id, is_required=True),
        Column("number", "Its printed number, which may repeat and may change", lambda row: row.action.number),
        Column("code", "Its code in another system", lambda row: row.action.code),
        Column("title", "What will be done", lambda row: row.action.title, is_required=True),
        Column("text", "More about it, as it was typed; items of lists start with a bullet",
               lambda row: _text(row.action.text)),
        Column("points", "Its points, each on a line", lambda row: row.action.points, is_list=True),
        Column("outcome_id", "The id of the outcome that it stands under",
               lambda row: row.place.outcome.id, is_required=True),
        Column("outcome_number", "The printed number of that outcome", lambda row: row.place.outcome.number),
        Column("outcome_title", "The title of that outcome", lambda row: row.place.outcome.title, is_required=True),
        Column("parent_id", "The id of the action that it is a part of; empty at the top",
               lambda row: row.place.above[-1].id if row.place.above else None),
        Column("depth", "How many actions stand above it: 0 at the top",
               lambda row: len(row.place.above), "integer", is_required=True),
        Column("kind", "What kind of action it is, where the plan says so", lambda row: row.action.kind),
        Column("leads", "Who answers for it, each on a line; where it names nobody, those above it that cover it",
               lambda row: tuple(lead_name(row.view, lead) for lead in _leads(row)), is_list=True),
        Column("lead_ids", "The ids of the bodies among them, each on a line",
               lambda row: tuple(lead.body for lead in _leads(row) if lead.body), is_list=True),
        Column("leads_missing", "Why it names nobody: not-stated, withheld and the like", partial(_no_fact, "leads")),
        Column("timescales", "By when, in the plan's own words, each on a line",
               lambda row: tuple(item.words for item in timescales(row.action)), is_list=True),
        Column("timescales_missing", "Why it has no timescale", partial(_no_fact, "timescales")),
        Column("due", "The last day on which it is still in time, as the words were read; empty where none can be told",
               lambda row: row.standing.due, "date"),
        Column("lateness", "What became of a date that has passed: a word of the program, empty where none has",
               lambda row: row.standing.lateness or None),
        Column("done", "Whether it is reported as done", lambda row: row.standing.is_done, "boolean", is_required=True),
        Column("status", "The id of its rating in the plan's own legend",
               lambda row: row.status.id if row.status else None),
        Column("status_label", "The words of that rating", lambda row: row.status.label if row.status else None),
        Column("status_tone", "What the rating means across plans: on-track, at-risk, off-track, complete, "
               "not-started, paused, withheld or not-rated", lambda row: row.status.tone if row.status else None),
        Column("status_missing", "Why it has no rating; empty where the plan rates no such actions",
               lambda row: row.no_status),
        Column("status_by_rule", "The id of the rating that the plan's own rule gives",
               lambda row: row.status_by_rule.id if row.status_by_rule else None),
        Column("lapsed_on", "The day since which the rating does not hold, since nobody looked at it in time",
               lambda row: row.standing.lapse.since if row.standing.lapse else None, "date"),
        Column("progress", "How far it has come, in per cent", partial(_fact, "progress"), "integer"),
        Column("progress_missing", "Why no progress is given", partial(_no_fact, "progress")),
        Column("priority", "Its priority: low, medium or high", partial(_fact, "priority")),
        Column("priority_missing", "Why no priority is given", partial(_no_fact, "priority")),
        Column("notes", "How many notes it has", lambda row: len(row.action.notes), "integer", is_required=True),
        Column("newest_note_on", "The day of the newest note that has one",
               lambda row: row.newest_note.date if row.newest_note else None, "date"),
        Column("newest_note", "What that note says, as it was typed; items of lists start with a bullet",
               lambda row: _text(row.newest_note.text) if row.newest_note else None),
        Column("evidence_ids", "The ids of the evidence behind it, each on a line",
               lambda row: row.action.evidence, is_list=True),
        Column("finding_ids", "The ids of the findings that it answers, each on a line",
               lambda row: row.action.answers, is_list=True),
        *_fact_columns(),
        Column("edition", "The edition that this is taken from: its day, with a number where it is not the first of it",
               lambda row: row.view.edition.name if row.view.edition else None, is_required=True),
        Column("as_at", "The day with which dates are compared",
               lambda row: row.view.day, "date", is_required=True),
        Column("facts_as_at", "The day of which the plan’s facts and its own ratings are",
               lambda row: row.view.plan.as_at, "date"),
    ),
)  # fmt: skip
