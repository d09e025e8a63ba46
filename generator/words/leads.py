"""Who answers for an outcome or action, in words: roles and bodies, never persons."""

from generator.document.blocks import Fact, Line
from generator.plan.field_types import Missing
from generator.plan.model import Action, Body, Lead
from generator.status import Thing
from generator.wording import Words
from generator.words.phrases import missing_phrase, short_names
from generator.words.view import PlanView


def lead_fact(view: PlanView, action: Action, *, says_what_they_cover: bool = True) -> Fact:
    """Who answers for `action`; for a sub-action that names nobody, the leads above it that cover it."""
    label = view.plan.words.lead
    leads = answering_leads(view, action)
    if isinstance(leads, Missing):
        return Fact(label, (Line(missing_phrase(view.words, leads)),))
    says_what_they_cover = says_what_they_cover and bool(action.leads)
    return Fact(label, lead_lines(view, leads, says_what_they_cover=says_what_they_cover))


def answering_leads(view: PlanView, action: Action) -> tuple[Lead, ...] | Missing:
    """The leads of `action`, or the ones above it that cover it, or why there are none."""
    if action.leads:
        return action.leads
    below = [action.id]
    for parent in reversed(view.places[action.id].above):
        if covering := leads_covering(parent, below):
            return covering
        below.append(parent.id)
    return Missing(missing="not-stated")


def leads_covering(parent: Action, below: list[str]) -> tuple[Lead, ...]:
    """The leads of `parent` that answer for a sub-action: those that name it or an action between the two, and those
    that name none. `below` holds these ids.
    """
    leads = () if isinstance(parent.leads, Missing) else parent.leads
    return tuple(lead for lead in leads if not lead.covers or set(below) & set(lead.covers))


def leads_phrase(view: PlanView, thing: Thing) -> str:
    """Who leads `thing`, or the action above it that covers it, in one line; "" for an outcome, which nobody leads."""
    if not isinstance(thing, Action):
        return ""
    # A semicolon, since a line may hold a list of its own.
    return "; ".join(dict.fromkeys(line.text for line in lead_fact(view, thing, says_what_they_cover=False).lines))


def withheld_phrase(words: Words, lead: Lead, count: int) -> str:
    """That `count` leads of one role and for one ground have no name here."""
    one, many = "Name withheld: {ground}", "{count} people, names withheld: {ground}"
    if not lead.role:
        return words.plural(one, many, count, ground=lead.withheld)
    one, many = "{role}, name withheld: {ground}", "{role}: {count} people, names withheld: {ground}"
    return words.plural(one, many, count, role=lead.role, ground=lead.withheld)


def lead_name(view: PlanView, first: Lead, *others: Lead) -> str:
    """A lead's role and body, "CPC Lead, Education"; of several of one role "CPC Lead: Education and NHS"."""
    if first.withheld:
        return withheld_phrase(view.words, first, 1 + len(others))
    bodies = dict.fromkeys(view.bodies[lead.body].name for lead in (first, *others) if lead.body)
    if len(bodies) > 1:
        return view.words.say("{role}: {bodies}", role=first.role, bodies=view.words.listing(bodies))
    return ", ".join(part for part in (first.role, *bodies) if part) or view.words.say("Not stated")


def lead_lines(view: PlanView, leads: tuple[Lead, ...], *, says_what_they_cover: bool) -> tuple[Line, ...]:
    """Leads in words, those of one role in one line: "CPC Lead: Education and NHS"; then what they cover."""
    groups: dict[tuple[object, ...], list[Lead]] = {}
    for lead in leads:
        covers = lead.covers if says_what_they_cover else ()
        # A lead without a role stands alone; those whose names are withheld for one ground are counted.
        own = lead.withheld or (None if lead.role and lead.body else lead)
        groups.setdefault((lead.role, lead.qualifier, covers, lead.as_above, own), []).append(lead)
    return tuple(_lead_line(view, group, says_what_they_cover) for group in groups.values())


def _lead_line(view: PlanView, group: list[Lead], says_what_they_cover: bool) -> Line:
    words, first = view.words, group[0]
    notes = [first.qualifier] if first.qualifier else []
    if first.covers and says_what_they_cover:
        notes.append(words.say("for {actions}", actions=words.listing(short_names(view, first.covers))))
    if first.as_above:
        notes.append(words.say("printed as “As above”"))
    for lead in group:
        if body := view.bodies.get(lead.body or ""):
            notes += body_notes(view, body)
    return Line(lead_name(view, *group), tuple(notes))


def ceased_phrase(words: Words, body: Body) -> str:
    """That a body is there no more: since when, or as it is printed; "" where it has not ceased."""
    phrases = [words.say("ceased on {day}", day=words.day(body.ceased_on))] if body.ceased_on else []
    phrases += [words.say("ceased, printed as “{printed}”", printed=body.ceased)] if body.ceased else []
    return "; ".join(phrases)


def body_notes(view: PlanView, body: Body) -> list[str]:
    """What a reader must know of a body that leads: that it has ceased, and who took over."""
    if not (ceased := ceased_phrase(view.words, body)):
        return []
    notes = [ceased]
    if body.succeeded_by:
        notes.append(view.words.say("followed by {body}", body=view.bodies[body.succeeded_by].name))
    return notes
