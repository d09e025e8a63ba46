"""Every action of a plan at any depth, in one table that a reader can narrow down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.document.blocks import Block, Cell, Line, Link, Table, sentences
from generator.document.chooser import Select, chooser, in_order, select
from generator.document.page import Page
from generator.plan.field_types import Missing
from generator.plan.model import Action, Lead
from generator.status import DUE_GROUPS, DueGroup, due_group, recurring, statuses
from generator.words.cells import group_heading, has_standing, lead_cell, standing_cell, thing_cell, when_cell
from generator.words.layout import Column, table
from generator.words.leads import answering_leads, lead_name
from generator.words.phrases import FEW_ROWS, actions_title, missing_phrase, of_all, short_outcome_title
from generator.words.plan_facts import plan_sentence
from generator.words.plan_page import as_at_day, plan_page
from generator.words.ratings import rating_choices
from generator.words.view import PlanView, thing_ref

# What stands for a choice that is not a thing of the plan starts with a hyphen, as no id does.
Choices = Mapping[str, str]
CellColumn = tuple[str, Callable[[PlanView, Action], Cell]]


def actions_page(view: PlanView) -> Page:
    """All actions in one table, and the form that chooses among them."""
    words = view.words
    actions = tuple(view.actions.values())
    choices = {name: [choose(view, action) for action in actions] for name, choose in CHOICES.items()}
    keys = [
        tuple(f"{name}-{value}" for name, found in choices.items() for value in found[place])
        for place in range(len(actions))
    ]
    opening = words.say(
        "{plan} Each has a row here: who leads it, by when, and how it stands.", plan=plan_sentence(view)
    )
    kept = []
    for label, cell in ((view.plan.words.lead, lead_cell), (words.say("By when"), when_cell)):
        lines = {line for action in actions for line in cell(view, action)}
        if len(actions) > FEW_ROWS and len(lines) == 1 and not (line := lines.pop()).notes and not line.link:
            # Each row would say the same of what is missing.
            opening = f"{opening} {of_all(words, label, line.text)}"
        else:
            kept.append((label, cell))
    form = chooser(words, _selects(view, choices), len(actions))
    blocks: tuple[Block, ...] = (
        *sentences(opening, *as_at_day(view)),
        *((form,) if form else ()),
        _table(view, actions, keys, kept),
    )
    return plan_page(view, "actions", actions_title(view), opening, blocks)


def _table(
    view: PlanView, actions: tuple[Action, ...], keys: Sequence[tuple[str, ...]], kept: Sequence[CellColumn]
) -> Table:
    words, own = view.words, view.plan.words

    def outcome_link(action: Action) -> Link:
        outcome = view.places[action.id].outcome
        name = f"{own.outcome} {outcome.number}" if outcome.number else short_outcome_title(view, outcome)
        return Link(name, thing_ref(view, outcome))

    columns: list[Column[Action]] = [
        (own.action, lambda action: thing_cell(view, action)),
        (own.outcome, outcome_link),
        *((label, partial(cell, view)) for label, cell in kept),
    ]
    if any(has_standing(view, action) or action.progress is not None for action in actions):
        columns.append((words.say("How it stands"), lambda action: _standing_cell(view, action)))
    found = table(actions_title(view), actions, *columns)
    return replace(found, rows=tuple(replace(row, keys=of_row) for row, of_row in zip(found.rows, keys, strict=True)))


def _standing_cell(view: PlanView, action: Action) -> Cell:
    """How it stands, and how far it is where that is stated."""
    words, progress = view.words, action.progress
    cell = standing_cell(view, action)
    if isinstance(progress, Missing):
        return (*cell, Line(words.say("Progress: {missing}", missing=missing_phrase(words, progress))))
    return cell if progress is None else (*cell, Line(words.say("{percent}% complete", percent=progress)))


# What each list offers for an action: values with their texts


def _outcome_choice(view: PlanView, action: Action) -> Choices:
    outcome = view.places[action.id].outcome
    return {outcome.id: short_outcome_title(view, outcome)}


def _lead_choices(view: PlanView, action: Action) -> Choices:
    leads = answering_leads(view, action)
    found = [leads] if isinstance(leads, Missing) else leads
    return dict(_lead_choice(view, item) for item in found)


def _lead_choice(view: PlanView, lead: Lead | Missing) -> tuple[str, str]:
    if isinstance(lead, Missing) or lead.withheld:
        bare = Missing(missing=lead.missing if isinstance(lead, Missing) else "withheld")
        return f"-{bare.missing}", missing_phrase(view.words, bare)
    if lead.body:
        return lead.body, view.body_name(lead.body)
    return role_value(lead.role or ""), lead_name(view, lead)


def role_value(role: str) -> str:
    """The value of a role that is no body of the plan: "-social-services-review-manager"."""
    return f"-{'-'.join(''.join(c if c.isalnum() else ' ' for c in role.casefold()).split()) or 'not-stated'}"


def _due_choices(view: PlanView, action: Action) -> Choices:
    group = due_group(view.plan, action, view.standings[action.id], view.day)
    groups: tuple[DueGroup, ...] = (group, "recurring") if any(recurring(view.plan, action)) else (group,)
    return {found: group_heading(view, found) for found in groups}


CHOICES = {"outcome": _outcome_choice, "lead": _lead_choices, "rating": rating_choices, "due": _due_choices}


def _selects(view: PlanView, choices: Mapping[str, Sequence[Choices]]) -> tuple[Select, ...]:
    """The lists, each in the plan's own order of what it offers, the rest as it comes."""
    own = view.plan.words
    labels = {"outcome": own.outcome, "lead": own.lead, "rating": own.status, "due": view.words.say("By when")}
    orders: Mapping[str, Sequence[str]] = {
        "lead": [body.id for body in view.plan.bodies],
        "rating": [status.id for status in statuses(view.plan)],
        "due": DUE_GROUPS,
    }
    every = view.words.say("All")
    found = [item for name, label in labels.items() for item in select(name, label, every, choices[name])]
    return tuple(in_order(item, orders.get(item.name, ())) for item in found)
