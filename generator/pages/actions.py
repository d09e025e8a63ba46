"""Every action of a plan at any depth, in one table that a reader can narrow down."""

from collections.abc import Collection, Mapping, Sequence

from generator.document.blocks import Block, Cell, Line, Link, Row, Table, sentences
from generator.document.chooser import Select, chooser, in_order, select
from generator.document.page import Page
from generator.document.refs import Ref
from generator.plan.public import Action, Lead, Missing, Outcome
from generator.status import DUE_GROUPS, DueGroup, due_group, recurring, statuses
from generator.words.cells import group_heading, has_standing, lead_cell, standing_cell, thing_cell, when_cell
from generator.words.leads import answering_leads, lead_name
from generator.words.phrases import FEW_ROWS, actions_title, missing_phrase, of_all, short_outcome_title
from generator.words.plan_facts import plan_sentence
from generator.words.plan_page import as_at_day, plan_page
from generator.words.ratings import rating_choices
from generator.words.view import PlanView

# What stands for a choice that is not a thing of the plan starts with a hyphen, as no id does.
Choices = Mapping[str, str]


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
    shared = _shared(view, actions)
    opening = " ".join((opening, *(of_all(words, label, phrase) for label, phrase in shared.items())))
    form = chooser(words, _selects(view, choices), len(actions))
    blocks: tuple[Block, ...] = (
        *sentences(opening, *as_at_day(view)),
        *((form,) if form else ()),
        _table(view, actions, keys, shared),
    )
    return plan_page(view, "actions", actions_title(view), opening, blocks)


def _shared(view: PlanView, actions: tuple[Action, ...]) -> Mapping[str, str]:
    """The columns in which each row would say the same of what is missing, with what they would say."""
    columns = {view.plan.words.lead: lead_cell, view.words.say("By when"): when_cell}
    found = {}
    for label, cell in columns.items():
        lines = {line for action in actions for line in cell(view, action)}
        if len(actions) > FEW_ROWS and len(lines) == 1 and not (line := lines.pop()).notes and not line.link:
            found[label] = line.text
    return found


def _table(
    view: PlanView, actions: tuple[Action, ...], keys: Sequence[tuple[str, ...]], shared: Collection[str]
) -> Table:
    words, own = view.words, view.plan.words
    shows_standing = any(has_standing(view, action) or action.progress is not None for action in actions)
    given = {own.lead: lead_cell, words.say("By when"): when_cell}
    kept = {label: cell for label, cell in given.items() if label not in shared}
    columns = [own.action, own.outcome, *kept]
    columns += [words.say("How it stands")] if shows_standing else []
    rows = []
    for action, of_row in zip(actions, keys, strict=True):
        cells = [thing_cell(view, action), _outcome_cell(view, action)]
        cells += [cell(view, action) for cell in kept.values()]
        cells += [_standing_cell(view, action)] if shows_standing else []
        rows.append(Row(tuple(cells), of_row))
    return Table(actions_title(view), tuple(columns), tuple(rows))


def _outcome_cell(view: PlanView, action: Action) -> Cell:
    outcome = view.places[action.id].outcome
    return (Line("", link=Link(_outcome_name(view, outcome), Ref("outcome", outcome.id, view.plan.id))),)


def _outcome_name(view: PlanView, outcome: Outcome) -> str:
    return f"{view.plan.words.outcome} {outcome.number}" if outcome.number else short_outcome_title(view, outcome)


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
    if isinstance(leads, Missing):
        return {f"-{leads.missing}": missing_phrase(view.words, Missing(missing=leads.missing))}
    return dict(_lead_choice(view, lead) for lead in leads)


def _lead_choice(view: PlanView, lead: Lead) -> tuple[str, str]:
    if lead.withheld:
        return "-withheld", missing_phrase(view.words, Missing(missing="withheld"))
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
