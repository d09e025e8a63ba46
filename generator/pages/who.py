"""Who does what: for each body and role, what it leads and by when; then what nobody is named for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Fact, Line, Section, Table, Text, labelled_lines, points, sentences
from generator.document.page import Page
from generator.plan.field_types import Missing
from generator.plan.model import Action, Body, Lead
from generator.words.bodies import body_facts, deeds
from generator.words.brief_times import when_phrase
from generator.words.cells import thing_link
from generator.words.layout import Said, table
from generator.words.leads import ceased_phrase, leads_covering, withheld_phrase
from generator.words.named_things import standing_tags
from generator.words.phrases import as_at_phrase, level_words, missing_phrase, short_name
from generator.words.plan_page import as_at_day, on_this_page, plan_page
from generator.words.view import PlanView

Leads = tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class Led:
    """An action, and those who answer for it. `source` is the action that names them: itself, or one above it.

    `own` are the leads that the page tells of: those of one body or role, or those whose names are withheld.
    """

    action: Action
    leads: Leads
    source: Action
    missing: Missing | None = None
    own: Leads = ()

    @property
    def is_withheld(self) -> bool:
        """Whether all that is said of its leads is that they are withheld."""
        return self.missing is not None and self.missing.missing == "withheld"


Found = list[Led]


def who_page(view: PlanView) -> Page:
    """The plan by body and role."""
    words, led = view.words, list(_led(view))
    by_body = _grouped(led, lambda lead: lead.body)
    by_role = _grouped(led, lambda lead: None if lead.body or lead.withheld else lead.role)
    bodies = {body: by_body.get(body.id, []) for body in view.plan.bodies}
    roles = (_part(view, f"role-{place}", role, found) for place, (role, found) in enumerate(by_role.items(), 1))
    leaders = (*(_body(view, body, found) for body, found in bodies.items() if found), *roles)
    gaps = dict(_gaps(view, led))
    others = tuple(_body(view, body, found) for body, found in bodies.items() if not found)
    named = (Section("others", words.say("Others that the plan names"), others),) if others else ()
    said = " ".join((_opening(view, len(leaders), bool(gaps)), *gaps))
    blocks: tuple[Block, ...] = (
        *sentences(said, *as_at_day(view), role="lead"),
        *(block for body, found in bodies.items() for block in _ceased(view, body, found)),
        *on_this_page(view, *(part.here for part in (*leaders, *gaps.values(), *named))),
        *((Section("leads", words.say("Bodies and roles that lead"), leaders),) if leaders else ()),
        *gaps.values(),
        *named,
    )
    opening = f"{said} {as_at_phrase(view)}".strip()
    return plan_page(view, "who", words.say("Who does what"), opening, blocks)


def _led(view: PlanView) -> Iterator[Led]:
    """Every action with those who answer for it. One whose leads all answer for a part of it stands with its parts."""
    for action in view.actions.values():
        if isinstance(action.leads, Missing):
            yield Led(action, (), action, action.leads)
        elif action.leads:
            if own := tuple(lead for lead in action.leads if not lead.covers):
                yield Led(action, own, action)
        else:
            yield _led_from_above(view, action)


def _led_from_above(view: PlanView, action: Action) -> Led:
    below = [action.id]
    for parent in reversed(view.places[action.id].above):
        if covering := leads_covering(parent, below):
            return Led(action, covering, parent)
        below.append(parent.id)
    return Led(action, (), action)


def _grouped(led: Found, key: Callable[[Lead], str | None]) -> dict[str, Found]:
    """The actions by the keys of their leads, each with the leads that have the key as `own`."""
    groups: dict[str, Found] = {}
    for entry in led:
        for name in dict.fromkeys(map(key, entry.leads)):
            if name:
                own = tuple(lead for lead in entry.leads if key(lead) == name)
                groups.setdefault(name, []).append(replace(entry, own=own))
    return groups


def _opening(view: PlanView, leaders: int, has_gaps: bool) -> str:
    words = view.words
    if not leaders and not has_gaps:
        return words.say("The plan names bodies, and no actions that they lead.")
    if not leaders:
        return words.say("The plan names no body or role that leads its actions.")
    return words.plural(
        "{count} body or role leads the actions of this plan. Its part says what it leads, and by when.",
        "{count} bodies and roles lead the actions of this plan. Each has a part below: what it leads, and by when.",
        leaders,
    )


def _ceased(view: PlanView, body: Body, found: Found) -> tuple[Block, ...]:
    """A body that is there no more and leads something that is not reported as done."""
    words, ceased = view.words, ceased_phrase(view.words, body)
    still_open = [entry.action for entry in found if not view.standings[entry.action.id].is_settled]
    if not ceased or not still_open:
        return ()
    label = Text(words.say("Please note:"), is_strong=True)
    text = words.say("{body} ({ceased}) is still named as a lead of:", body=body.name, ceased=ceased)
    return (*sentences(label, text, role="notice"), *points(*(thing_link(view, action) for action in still_open)))


def _body(view: PlanView, body: Body, found: Found) -> Section:
    """What a body leads, what it is, and what else it does."""
    return _part(view, thing_anchor("body", body.id), body.name, found, body_facts(view, body), deeds(view, body))


def _part(
    view: PlanView, anchor: str, name: str, found: Found, what: tuple[Fact, ...] = (), deeds: tuple[Fact, ...] = ()
) -> Section:
    """What a body or role leads, between what it is and what else it does."""
    words, shown = view.words, {entry.action.id for entry in found}
    text = _sentence(view, found) if found else words.say("It leads no action of this plan.")
    caption = words.say("What {body} leads", body=name)
    tables = (_table(view, caption, found, lambda entry: _how_it_leads(view, entry, shown)),) if found else ()
    return Section(anchor, name, (*sentences(text), *labelled_lines(what), *tables, *labelled_lines(deeds)))


def _sentence(view: PlanView, found: Found) -> str:
    """How much there is, and its first and its last date: "9 actions. The first date is 31 March 2019 …"."""
    words = view.words
    days = {day for entry in found if (day := view.standings[entry.action.id].due)}
    text = words.say("Leads {things}.", things=_things(view, found))
    if len(days) > 1:
        first, last = words.day(min(days)), words.day(max(days))
        return words.say("{leads} The first date is {first}, the last {last}.", leads=text, first=first, last=last)
    if days:
        return words.say("{leads} The date is {day}.", leads=text, day=words.day(days.pop()))
    return words.say("{leads} No date could be read.", leads=text)


def _things(view: PlanView, found: Found) -> str:
    """How many actions and sub-actions there are."""
    subs = sum(bool(view.places[entry.action.id].above) for entry in found)
    parts = [level_words(view, "actions", len(found) - subs)] if len(found) > subs else []
    parts += [level_words(view, "sub-actions", subs)] if subs else []
    return view.words.listing(parts)


def _table(view: PlanView, caption: str, found: Found, notes: Callable[[Led], Iterable[str]]) -> Table:
    """A row for each action: which one, with its `notes`, by when, and how it stands."""
    words = view.words

    def what(entry: Led) -> Line:
        above = view.places[entry.action.id].above
        part_of = (words.say("part of {action}", action=short_name(view, above[-1])),) if above else ()
        return Line("", (*part_of, *notes(entry)), thing_link(view, entry.action))

    return table(
        caption,
        found,
        (words.say("What"), what),
        (words.say("By when"), lambda entry: when_phrase(view, entry.action)),
        (words.say("How it stands"), lambda entry: _how_it_stands(view, entry.action)),
    )


def _how_it_stands(view: PlanView, action: Action) -> Said:
    words = view.words
    found = [Line("", tag=tag) for tag in standing_tags(view, action)]
    if isinstance(action.progress, int):
        found.append(Line(words.say("{percent}% complete", percent=action.progress)))
    return tuple(found) or words.say("No rating of its own")


def _how_it_leads(view: PlanView, entry: Led, shown: set[str]) -> list[str]:
    """In which role it leads the action, and with whom. What stands in the row above it is not said again."""
    words = view.words
    if entry.source is not entry.action and entry.source.id in shown:
        return []
    roles = dict.fromkeys(lead.role for lead in entry.own if lead.role and lead.body)
    notes = [words.say("as {role}", role=role) for role in roles]
    if others := [lead for lead in entry.leads if lead not in entry.own]:
        notes.append(words.say("with {names}", names=words.listing(_names(view, others))))
    notes += dict.fromkeys(lead.qualifier for lead in entry.own if lead.qualifier)
    if any(lead.as_above for lead in entry.own):
        notes.append(words.say("printed as “As above”"))
    return notes


def _names(view: PlanView, leads: list[Lead]) -> list[str]:
    """Those who lead too, each once and briefly."""
    named = [lead for lead in leads if not lead.withheld]
    bodies = (view.bodies[lead.body] if lead.body else lead.role or "" for lead in named)
    names = list(dict.fromkeys(body.short_name or body.name if isinstance(body, Body) else body for body in bodies))
    if hidden := len(leads) - len(named):
        names.append(
            view.words.plural("a person whose name is withheld", "{count} people whose names are withheld", hidden)
        )
    return names


# What nobody is named for


def _gaps(view: PlanView, led: Found) -> Iterator[tuple[str, Section]]:
    """How much is led by people whose names are not published, and how much by nobody, each with what that is."""
    words = view.words
    withheld = _grouped(led, lambda lead: "withheld" if lead.withheld else None).get("withheld", [])
    if hidden := [*filter(_names_its_leads, withheld), *(entry for entry in led if entry.is_withheld)]:
        people, things = sum(len(entry.own) for entry in hidden), _things(view, hidden)
        text = words.say("The leads of {things} are withheld.", things=things)
        if people:
            said = words.plural("{count} name is withheld", "{count} names are withheld", people)
            text = words.say("{said}, among the leads of {things}.", said=said, things=things)
        caption = words.say("Led by people whose names are withheld")
        yield text, _gap(view, "withheld", words.say("Names withheld"), text, caption, hidden)
    bare = [entry for entry in led if not entry.leads and not entry.is_withheld]
    ids = {entry.action.id for entry in bare}
    # Of an action and its parts, the action alone.
    if top := [entry for entry in bare if ids.isdisjoint(item.id for item in view.places[entry.action.id].above)]:
        text = words.say("The plan does not say who leads {things}.", things=_things(view, top))
        caption = words.say("Actions without a lead")
        yield text, _gap(view, "nobody", words.say("Nobody is named"), text, caption, top)


def _names_its_leads(entry: Led) -> bool:
    """Whether the action names its leads, or is the part for which those above it answer: none other tells of them."""
    return entry.source is entry.action or any(entry.action.id in lead.covers for lead in entry.own)


def _gap(view: PlanView, anchor: str, heading: str, text: str, caption: str, found: Found) -> Section:
    rows = _table(view, caption, found, lambda entry: _why(view, entry))
    return Section(anchor, heading, (*sentences(text), rows))


def _why(view: PlanView, entry: Led) -> Iterator[str]:
    """Why no name is published, for each role and reason."""
    groups: dict[tuple[object, ...], list[Lead]] = {}
    for lead in entry.own:
        groups.setdefault((lead.role, lead.withheld), []).append(lead)
    for group in groups.values():
        yield withheld_phrase(view.words, group[0], len(group))
    if entry.missing:
        yield missing_phrase(view.words, entry.missing)
