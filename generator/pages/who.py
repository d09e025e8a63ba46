"""Who does what: for each body and role, what it leads and by when; then what nobody is named for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.document.addresses import action_address, body_anchor, overview_address, plan_page_address
from generator.document.blocks import Cell, Fact, Line, Link, Row, Table
from generator.plan.public import Action, Body, Lead, Missing
from generator.words.bodies import body_facts, deeds
from generator.words.brief_times import when_phrase
from generator.words.leads import ceased_phrase, leads_covering, withheld_phrase
from generator.words.phrases import as_at_phrase, level_words, missing_phrase, numbered, short_name
from generator.words.ratings import level_tag
from generator.words.times import lateness_tag
from generator.words.view import PlanView

Leads = tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know before all else, and what it is about."""

    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Leader:
    """One body or role: what it is, and what it leads; no table where it leads nothing."""

    anchor: str
    title: str
    words: str
    facts: tuple[Fact, ...]
    table: Table | None
    deeds: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class WhoPage:
    """A plan by who answers for it."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    opening: str
    notice_label: str
    notices: tuple[Notice, ...]
    contents_label: str
    contents: tuple[Link, ...]
    leaders_heading: str
    leaders: tuple[Leader, ...]
    gaps: tuple[Leader, ...]
    others_heading: str
    others: tuple[Leader, ...]
    template: str = "who"


def who_page(view: PlanView) -> WhoPage:
    """The plan by body and role."""
    plan, words = view.plan, view.words
    led = tuple(_led(view))
    bodies = tuple(_leader_of_body(view, body, led) for body in plan.bodies)
    leaders = (*(leader for leader in bodies if leader.table), *_roles(view, led))
    others = tuple(leader for leader in bodies if not leader.table)
    gaps = (*_withheld(view, led), *_without(view, led))
    others_heading = words.say("Others that the plan names")
    return WhoPage(
        address=plan_page_address(plan.id, "who"),
        title=words.say("Who does what"),
        crumbs=(Link(view.menu_title, overview_address(plan.id)),),
        opening=" ".join(
            filter(None, (_opening(view, len(leaders), bool(gaps)), *(gap.words for gap in gaps), as_at_phrase(view)))
        ),
        notice_label=words.say("Please note"),
        notices=tuple(notice for body in plan.bodies for notice in _ceased(view, body, led)),
        contents_label=words.say("On this page"),
        contents=_contents((*leaders, *gaps), Link(others_heading, None, "others") if others else None),
        leaders_heading=words.say("Bodies and roles that lead"),
        leaders=leaders,
        gaps=gaps,
        others_heading=others_heading,
        others=others,
    )


@dataclass(frozen=True, slots=True)
class Led:
    """An action, and those who answer for it. `source` is the action that names them: itself, or one above it."""

    action: Action
    leads: Leads
    source: Action
    missing: Missing | None = None


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


def _contents(leaders: tuple[Leader, ...], others: Link | None) -> tuple[Link, ...]:
    return (*(Link(leader.title, None, leader.anchor) for leader in leaders), *((others,) if others else ()))


def _ceased(view: PlanView, body: Body, led: tuple[Led, ...]) -> Iterator[Notice]:
    """A body that is there no more and leads something that is not reported as done."""
    ceased = ceased_phrase(view.words, body)
    found = [entry.action for entry in led if any(lead.body == body.id for lead in entry.leads)]
    still_open = [action for action in found if not view.standings[action.id].is_settled]
    if ceased and still_open:
        text = view.words.say("{body} ({ceased}) is still named as a lead of:", body=body.name, ceased=ceased)
        yield Notice(text, tuple(_link(view, action) for action in still_open))


def _leader_of_body(view: PlanView, body: Body, led: tuple[Led, ...]) -> Leader:
    found = [(entry, own) for entry in led if (own := _leads_of(entry, body=body.id))]
    words = _sentence(view, found) if found else view.words.say("It leads no action of this plan.")
    table = _table(view, body.name, found)
    return Leader(body_anchor(body.id), body.name, words, body_facts(view, body), table, deeds(view, body))


def _roles(view: PlanView, led: tuple[Led, ...]) -> Iterator[Leader]:
    """Roles that stand without a body."""
    roles = dict.fromkeys(
        lead.role for entry in led for lead in entry.leads if lead.role and not (lead.body or lead.withheld)
    )
    for place, role in enumerate(roles, 1):
        found = [(entry, own) for entry in led if (own := _leads_of(entry, role=role))]
        yield Leader(f"role-{place}", role, _sentence(view, found), (), _table(view, role, found))


def _leads_of(entry: Led, *, body: str | None = None, role: str | None = None) -> Leads:
    """The leads of one body, or of a role without a body."""
    if body:
        return tuple(lead for lead in entry.leads if lead.body == body)
    return tuple(lead for lead in entry.leads if lead.role == role and not (lead.body or lead.withheld))


Found = tuple[Led, Leads]


def _sentence(view: PlanView, found: list[Found]) -> str:
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


def _table(view: PlanView, name: str, found: list[Found]) -> Table | None:
    words, shown = view.words, {entry.action.id for entry, _ in found}
    rows = tuple(_row(view, entry.action, _notes(view, entry, own, shown)) for entry, own in found)
    return _table_of(view, words.say("What {body} leads", body=name), rows) if rows else None


def _table_of(view: PlanView, caption: str, rows: Iterable[Row]) -> Table:
    words = view.words
    columns = (words.say("What"), words.say("By when"), words.say("How it stands"))
    return Table(caption, columns, tuple(rows))


def _row(view: PlanView, action: Action, notes: tuple[str, ...]) -> Row:
    what = Line("", notes, _link(view, action))
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


def _withheld(view: PlanView, led: tuple[Led, ...]) -> Iterator[Leader]:
    """What is led by somebody whose name is not published."""
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
    title = words.say("Names withheld")
    yield Leader(
        "withheld", title, text, (), _table_of(view, words.say("Led by people whose names are withheld"), rows)
    )


def _is_part(entry: Led, own: Leads) -> bool:
    """Whether the leads answer for a part of the action that names them, so that only the part tells of them."""
    return any(entry.action.id in lead.covers for lead in own)


def _grounds(view: PlanView, leads: Leads) -> Iterator[str]:
    groups: dict[tuple[object, ...], list[Lead]] = {}
    for lead in leads:
        groups.setdefault((lead.role, lead.withheld), []).append(lead)
    for group in groups.values():
        yield withheld_phrase(view.words, group[0], len(group))


def _without(view: PlanView, led: tuple[Led, ...]) -> Iterator[Leader]:
    """What nobody is named for. Of an action and its parts, the action alone."""
    words = view.words
    bare = [entry for entry in led if not entry.leads and not (entry.missing and entry.missing.missing == "withheld")]
    ids = {entry.action.id for entry in bare}
    top = [entry for entry in bare if not any(above.id in ids for above in view.places[entry.action.id].above)]
    if not top:
        return
    title = words.say("Nobody is named")
    text = words.say("The plan does not say who leads {things}.", things=_things(view, [entry.action for entry in top]))
    rows = [_row(view, entry.action, (*_part_of(view, entry.action), *_why(view, entry))) for entry in top]
    yield Leader("nobody", title, text, (), _table_of(view, words.say("Actions without a lead"), rows))


def _why(view: PlanView, entry: Led) -> tuple[str, ...]:
    return (missing_phrase(view.words, entry.missing),) if entry.missing else ()


def _link(view: PlanView, action: Action) -> Link:
    return Link(numbered(action), action_address(view.plan.id, action.id))
