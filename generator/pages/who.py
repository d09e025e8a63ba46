"""Who does what: for each body and role, what it leads and by when; then what nobody is named for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Cell, Line, Row, Section, Table, Text, labelled_lines, points, sentences
from generator.document.page import Page
from generator.plan.public import Action, Body, Lead, Missing
from generator.words.bodies import body_facts, deeds
from generator.words.brief_times import when_phrase
from generator.words.cells import thing_link
from generator.words.leads import ceased_phrase, leads_covering, withheld_phrase
from generator.words.phrases import as_at_phrase, level_words, missing_phrase, short_name
from generator.words.plan_page import as_at_day, on_this_page, plan_page
from generator.words.ratings import level_tag
from generator.words.times import lateness_tag
from generator.words.view import PlanView

Leads = tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class Led:
    """An action, and those who answer for it. `source` is the action that names them: itself, or one above it."""

    action: Action
    leads: Leads
    source: Action
    missing: Missing | None = None


# What one body or role leads, each with its own leads of it.
Found = list[tuple[Led, Leads]]


def who_page(view: PlanView) -> Page:
    """The plan by body and role."""
    words, led = view.words, tuple(_led(view))
    bodies = [(body, _found(led, body=body.id)) for body in view.plan.bodies]
    leaders = (*(_body(view, body, found) for body, found in bodies if found), *_roles(view, led))
    gaps = dict((*_withheld(view, led), *_without(view, led)))
    others = tuple(_body(view, body, found) for body, found in bodies if not found)
    named = (Section("others", words.say("Others that the plan names"), others),) if others else ()
    said = " ".join((_opening(view, len(leaders), bool(gaps)), *gaps))
    blocks: tuple[Block, ...] = (
        *sentences(said, *as_at_day(view), role="lead"),
        *(block for body in view.plan.bodies for block in _ceased(view, body, led)),
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


def _ceased(view: PlanView, body: Body, led: tuple[Led, ...]) -> tuple[Block, ...]:
    """A body that is there no more and leads something that is not reported as done."""
    words, ceased = view.words, ceased_phrase(view.words, body)
    found = [entry.action for entry, _ in _found(led, body=body.id)]
    still_open = [action for action in found if not view.standings[action.id].is_settled]
    if not ceased or not still_open:
        return ()
    label = Text(words.say("Please note:"), is_strong=True)
    text = words.say("{body} ({ceased}) is still named as a lead of:", body=body.name, ceased=ceased)
    return (*sentences(label, text, role="notice"), *points(*(thing_link(view, action) for action in still_open)))


def _body(view: PlanView, body: Body, found: Found) -> Section:
    """What a body leads, what it is, and what else it does."""
    text = _sentence(view, found) if found else view.words.say("It leads no action of this plan.")
    blocks: tuple[Block, ...] = (
        *sentences(text),
        *labelled_lines(body_facts(view, body)),
        *((_table(view, body.name, found),) if found else ()),
        *labelled_lines(deeds(view, body)),
    )
    return Section(thing_anchor("body", body.id), body.name, blocks)


def _roles(view: PlanView, led: tuple[Led, ...]) -> Iterator[Section]:
    """Roles that stand without a body."""
    roles = dict.fromkeys(
        lead.role for entry in led for lead in entry.leads if lead.role and not (lead.body or lead.withheld)
    )
    for place, role in enumerate(roles, 1):
        found = _found(led, role=role)
        yield Section(f"role-{place}", role, (*sentences(_sentence(view, found)), _table(view, role, found)))


def _found(led: tuple[Led, ...], *, body: str | None = None, role: str | None = None) -> Found:
    """What a body leads, or a role without a body."""
    return [(entry, own) for entry in led if (own := _leads_of(entry, body=body, role=role))]


def _leads_of(entry: Led, *, body: str | None, role: str | None) -> Leads:
    if body:
        return tuple(lead for lead in entry.leads if lead.body == body)
    return tuple(lead for lead in entry.leads if lead.role == role and not (lead.body or lead.withheld))


def _sentence(view: PlanView, found: Found) -> str:
    """How much there is, and its first and its last date: "9 actions. The first date is 31 March 2019 …"."""
    words = view.words
    actions = [entry.action for entry, _ in found]
    days = [day for action in actions if (day := view.standings[action.id].due)]
    text = words.say("Leads {things}.", things=_things(view, actions))
    if len(set(days)) > 1:
        first, last = words.day(min(days)), words.day(max(days))
        return words.say("{leads} The first date is {first}, the last {last}.", leads=text, first=first, last=last)
    if days:
        return words.say("{leads} The date is {day}.", leads=text, day=words.day(days[0]))
    return words.say("{leads} No date could be read.", leads=text)


def _things(view: PlanView, actions: list[Action]) -> str:
    subs = sum(bool(view.places[action.id].above) for action in actions)
    parts = []
    if len(actions) > subs:
        parts.append(level_words(view, "actions", len(actions) - subs))
    if subs:
        parts.append(level_words(view, "sub-actions", subs))
    return view.words.listing(parts)


def _table(view: PlanView, name: str, found: Found) -> Table:
    shown = {entry.action.id for entry, _ in found}
    rows = [_row(view, entry.action, _notes(view, entry, own, shown)) for entry, own in found]
    return _table_of(view, view.words.say("What {body} leads", body=name), rows)


def _table_of(view: PlanView, caption: str, rows: Iterable[Row]) -> Table:
    words = view.words
    columns = (words.say("What"), words.say("By when"), words.say("How it stands"))
    return Table(caption, columns, tuple(rows))


def _row(view: PlanView, action: Action, notes: tuple[str, ...]) -> Row:
    what = Line("", notes, thing_link(view, action))
    return Row(((what,), (Line(when_phrase(view, action)),), _how_it_stands(view, action)))


def _how_it_stands(view: PlanView, action: Action) -> Cell:
    words = view.words
    lines = [Line("", tag=tag) for tag in (level_tag(view, action), lateness_tag(view, action)) if tag]
    if isinstance(action.progress, int):
        lines.append(Line(words.say("{percent}% complete", percent=action.progress)))
    return tuple(lines) or (Line(words.say("No rating of its own")),)


def _notes(view: PlanView, entry: Led, own: Leads, shown: set[str]) -> tuple[str, ...]:
    """How it leads the action: in which role, with whom. What stands in the row above it is not said again."""
    words = view.words
    part_of = _part_of(view, entry.action)
    if entry.source is not entry.action and entry.source.id in shown:
        return part_of
    roles = dict.fromkeys(lead.role for lead in own if lead.role and lead.body)
    notes = [words.say("as {role}", role=role) for role in roles]
    others = tuple(lead for lead in entry.leads if lead not in own)
    if others:
        notes.append(words.say("with {names}", names=words.listing(_names(view, others))))
    notes += dict.fromkeys(lead.qualifier for lead in own if lead.qualifier)
    if any(lead.as_above for lead in own):
        notes.append(words.say("printed as “As above”"))
    return (*part_of, *notes)


def _part_of(view: PlanView, action: Action) -> tuple[str, ...]:
    above = view.places[action.id].above
    return (view.words.say("part of {action}", action=short_name(view, above[-1])),) if above else ()


def _names(view: PlanView, leads: Leads) -> list[str]:
    """Those who lead too, each once and briefly."""
    named = [lead for lead in leads if not lead.withheld]
    bodies = (view.bodies[lead.body] if lead.body else lead.role or "" for lead in named)
    names = list(dict.fromkeys(body.short_name or body.name if isinstance(body, Body) else body for body in bodies))
    if hidden := len(leads) - len(named):
        names.append(
            view.words.plural("a person whose name is withheld", "{count} people whose names are withheld", hidden)
        )
    return names


def _withheld(view: PlanView, led: tuple[Led, ...]) -> Iterator[tuple[str, Section]]:
    """How much is led by somebody whose name is not published, and what; nothing where every name is."""
    words = view.words
    found = [(entry, own) for entry in led if (own := tuple(lead for lead in entry.leads if lead.withheld))]
    hidden = [entry for entry in led if entry.missing and entry.missing.missing == "withheld"]
    named_here = [(entry, own) for entry, own in found if entry.source is entry.action or _is_part(entry, own)]
    if not named_here and not hidden:
        return
    people = sum(len(own) for _, own in named_here)
    actions = [entry.action for entry, _ in named_here] + [entry.action for entry in hidden]
    said = words.plural("{count} name is withheld", "{count} names are withheld", people) if people else ""
    things = _things(view, actions)
    text = words.say("The leads of {things} are withheld.", things=things)
    if said:
        text = words.say("{said}, among the leads of {things}.", said=said, things=things)
    rows = [
        _row(view, entry.action, (*_part_of(view, entry.action), *_grounds(view, own))) for entry, own in named_here
    ]
    rows += [_row(view, entry.action, (*_part_of(view, entry.action), *_why(view, entry))) for entry in hidden]
    table = _table_of(view, words.say("Led by people whose names are withheld"), rows)
    yield text, Section("withheld", words.say("Names withheld"), (*sentences(text), table))


def _is_part(entry: Led, own: Leads) -> bool:
    """Whether the leads answer for a part of the action that names them, so that only the part tells of them."""
    return any(entry.action.id in lead.covers for lead in own)


def _grounds(view: PlanView, leads: Leads) -> Iterator[str]:
    groups: dict[tuple[object, ...], list[Lead]] = {}
    for lead in leads:
        groups.setdefault((lead.role, lead.withheld), []).append(lead)
    for group in groups.values():
        yield withheld_phrase(view.words, group[0], len(group))


def _without(view: PlanView, led: tuple[Led, ...]) -> Iterator[tuple[str, Section]]:
    """How much nobody is named for, and what; of an action and its parts, the action alone."""
    words = view.words
    bare = [entry for entry in led if not entry.leads and not (entry.missing and entry.missing.missing == "withheld")]
    ids = {entry.action.id for entry in bare}
    top = [entry for entry in bare if not any(above.id in ids for above in view.places[entry.action.id].above)]
    if not top:
        return
    text = words.say("The plan does not say who leads {things}.", things=_things(view, [entry.action for entry in top]))
    rows = [_row(view, entry.action, (*_part_of(view, entry.action), *_why(view, entry))) for entry in top]
    table = _table_of(view, words.say("Actions without a lead"), rows)
    yield text, Section("nobody", words.say("Nobody is named"), (*sentences(text), table))


def _why(view: PlanView, entry: Led) -> tuple[str, ...]:
    return (missing_phrase(view.words, entry.missing),) if entry.missing else ()
