"""Other plans that a plan names, actions that belong with actions of theirs, and where the two differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.document.blocks import Block, Cell, Line, Link, Row, Table, sentences
from generator.document.refs import Ref
from generator.plan.field_types import Missing
from generator.plan.model import Action, PublicPlan, Related, RelatedPlan
from generator.plan.vocabulary import PlanRelation, RelationKind
from generator.status import each_thing, timescales
from generator.wording import Words
from generator.words.brief_times import own_when_phrase
from generator.words.leads import lead_fact, leads_phrase
from generator.words.phrases import numbered
from generator.words.view import PlanView


@dataclass(frozen=True, slots=True)
class Pair:
    """An action of this plan and one of `plan`. `there` is None where the other plan, or its action, is not here.

    `is_said_there` tells that the other plan names the two, and not this one.
    """

    plan: str
    here: Action
    there: Action | None
    related: Related
    is_said_there: bool = False


def plans_named(plan: PublicPlan) -> frozenset[str]:
    """The ids of all other plans that `plan` names."""
    found = {related.plan for related in plan.related_plans}
    found |= {related.plan for thing in each_thing(plan) if isinstance(thing, Action) for related in thing.related}
    found |= {plan.closed.succeeded_by} if plan.closed else set()
    return frozenset(name for name in found if name) - {plan.id}


# Related plans


def plan_relation(words: Words, how: PlanRelation) -> str:
    """How another plan is related to this one."""
    return {
        "parent": words.say("Part of"),
        "child": words.say("Has under it"),
        "sibling": words.say("Alongside"),
        "predecessor": words.say("Follows"),
        "successor": words.say("Followed by"),
    }[how]


def related_plans(view: PlanView) -> tuple[RelatedPlan, ...]:
    """The plans that this one belongs with, and the one that follows where only its closing names that."""
    plan = view.plan
    follower = plan.closed.succeeded_by if plan.closed else None
    if not follower or follower in (related.plan for related in plan.related_plans):
        return plan.related_plans
    return (*plan.related_plans, RelatedPlan(plan=follower, title=plan_title(view, follower), how="successor"))


def plan_title(view: PlanView, plan: str) -> str:
    """The title of the plan with the id `plan`; the id itself where that plan is not on the site."""
    other = view.other_views.get(plan)
    return other.plan.title if other else plan


def related_plan_line(view: PlanView, related: RelatedPlan, text: str, notes: tuple[str, ...] = ()) -> Line:
    """A related plan, said as `text`: a link where it is on the site, or at an address of its own."""
    if related.plan and related.plan in view.other_views:
        return Line("", notes, Link(text, Ref("plan", plan=related.plan)))
    return Line(text, notes, outside=related.link or "")


def related_plan_lines(view: PlanView, related: RelatedPlan) -> tuple[Line, ...]:
    """A related plan in full. One that is on the site may also be read elsewhere."""
    line = related_plan_line(view, related, related.title, (related.note,) if related.note else ())
    if not (line.link and related.link):
        return (line,)
    return (line, Line(view.words.say("{plan}, on another site", plan=related.title), outside=related.link))


# Related actions

# How an action belongs with this one, as this one says; and the same where the other one says it.
RELATIONS: Mapping[RelationKind, tuple[str, str]] = {
    "mirrors": ("says the same", "says the same"),
    "follows": ("comes before this one", "comes after this one"),
    "merged-into": ("this one was merged into it", "was merged into this one"),
    "answers": ("is answered by this one", "answers this one"),
}


def related_lines(view: PlanView, action: Action) -> tuple[Line, ...]:
    """The actions of this and other plans that `action` belongs with, as it says."""
    return tuple(_related_line(view, related) for related in action.related)


def _related_line(view: PlanView, related: Related) -> Line:
    said_here, _ = RELATIONS[related.how]
    how = view.words.say(said_here)
    notes = (how, related.note) if related.note else (how,)
    if link := action_link(view, related.plan or view.plan.id, related.action):
        return Line("", notes, link)
    return Line(_plain_name(view, related), notes)


def _plain_name(view: PlanView, related: Related) -> str:
    plan = plan_title(view, related.plan or view.plan.id)
    return view.words.say("{action} in the plan {plan}", action=related.action, plan=plan)


def action_link(view: PlanView, plan: str, action: str) -> Link | None:
    """A link to an action of this or another plan, by number or code and title; None where it is not on the site."""
    other = view.other_views.get(plan)
    if other is None or action not in other.actions:
        return None
    text = numbered(other.actions[action])
    if plan != view.plan.id:
        text = view.words.say("{action}, in the plan {plan}", action=text, plan=other.menu_title)
    return Link(text, Ref("action", action, plan))


# Side by side

# What is said of the leads of two actions, and of their dates.
COMPARED: Mapping[str, tuple[str, str]] = {
    "same": ("Same lead", "Same date"),
    "different": ("Different leads", "Different dates"),
    "one": ("Only one of them names a lead", "Only one of them has a date"),
    "neither": ("Neither names a lead", "Neither has a date"),
}


def comparisons(view: PlanView) -> tuple[Block, ...]:
    """For each other plan, a table of the actions of the two that belong together, with sentences above it."""
    return tuple(block for plan, pairs in _pairs(view).items() for block in _comparison(view, plan, pairs))


def _pairs(view: PlanView) -> dict[str, list[Pair]]:
    """The actions that belong together, by the other plan; in the order of this plan."""
    pairs = list(_pairs_said_here(view))
    known = {(pair.plan, pair.here.id, pair.related.action) for pair in pairs}
    pairs += [
        pair for pair in _pairs_said_there(view) if pair.there and (pair.plan, pair.here.id, pair.there.id) not in known
    ]
    order = {action: place for place, action in enumerate(view.actions)}
    found: dict[str, list[Pair]] = {pair.plan: [] for pair in pairs}
    for pair in sorted(pairs, key=lambda pair: order[pair.here.id]):
        found[pair.plan].append(pair)
    return found


def _pairs_said_here(view: PlanView) -> Iterator[Pair]:
    for here in view.actions.values():
        for related in here.related:
            if related.plan and related.plan != view.plan.id:
                other = view.other_views.get(related.plan)
                yield Pair(related.plan, here, other.actions.get(related.action) if other else None, related)


def _pairs_said_there(view: PlanView) -> Iterator[Pair]:
    for plan in view.others:
        for there in view.other_views[plan].actions.values():
            for related in there.related:
                here = view.actions.get(related.action) if related.plan == view.plan.id else None
                if here:
                    yield Pair(plan, here, there, related, is_said_there=True)


def _comparison(view: PlanView, plan: str, pairs: list[Pair]) -> tuple[Block, ...]:
    words, title = view.words, plan_title(view, plan)
    one = "{count} action of this plan belongs with one of the plan {plan}."
    many = "{count} actions of this plan belong with actions of the plan {plan}."
    said = words.plural(one, many, len({pair.here.id for pair in pairs}), plan=title)
    unknown = words.say("That plan is not on this site, so the two cannot be compared here.")
    note = words.say(
        "A note in quotation marks is taken from that plan: where it says “here” it means that plan, and “there” is "
        "this one."
    )
    is_quoted = any(pair.is_said_there and pair.related.note for pair in pairs)
    opening = (said, unknown if plan not in view.other_views else "", note if is_quoted else "")
    other = view.other_views[plan].menu_title if plan in view.other_views else ""
    columns = (words.say("In this plan"), other or words.say("In the other plan"), words.say("Same or different"))
    caption = words.say("Side by side: {here} and {there}", here=view.menu_title, there=other or plan)
    rows = tuple(Row((_side(view, view, pair.here), _there(view, pair), _judged(view, pair))) for pair in pairs)
    return (*(block for text in opening for block in sentences(text)), Table(caption, columns, rows))


def _side(view: PlanView, side: PlanView, action: Action) -> Cell:
    """One of the two actions: which, who leads it and by when."""
    words = view.words
    who = words.say("{label}: {names}", label=side.plan.words.lead, names=leads_phrase(side, action))
    when = words.say("By when: {times}", times=own_when_phrase(side, action))
    return (Line("", (who, when), Link(numbered(action), Ref("action", action.id, side.plan.id))),)


def _there(view: PlanView, pair: Pair) -> Cell:
    if pair.there is None:
        return (Line(_plain_name(view, pair.related)),)
    return _side(view, view.other_views[pair.plan], pair.there)


def _judged(view: PlanView, pair: Pair) -> Cell:
    """Whether lead and date are the same; how the two belong together, where they do not say the same; the note."""
    words, related = view.words, pair.related
    if pair.there:
        lines = list(_differences(view, view.other_views[pair.plan], pair.here, pair.there))
    else:
        lines = [Line(words.say("Not on this site"))]
    if related.how == "mirrors" and not pair.there:
        lines.append(Line(words.say("The plan says that it mirrors it")))
    elif related.how != "mirrors":
        said_here, said_there = RELATIONS[related.how]
        how = words.say(said_there if pair.is_said_there else said_here)
        lines.append(Line(words.say("The other {how}", how=how)))
    if related.note:
        lines.append(Line(words.say("“{note}”", note=related.note) if pair.is_said_there else related.note))
    return tuple(lines)


def _differences(view: PlanView, other: PlanView, here: Action, there: Action) -> Iterator[Line]:
    """Whether two actions have the same leads, and the same dates."""
    words = view.words
    is_withheld = _has_withheld_lead(here) or _has_withheld_lead(there)
    same_leads, _ = COMPARED[_compared(_leads(view, here), _leads(other, there))]
    _, same_dates = COMPARED[_compared(_times(view, here), _times(other, there))]
    yield Line(words.say("Leads not compared: a name is withheld" if is_withheld else same_leads))
    yield Line(words.say(same_dates))


def _compared(here: frozenset[object], there: frozenset[object]) -> str:
    if not here and not there:
        return "neither"
    if not here or not there:
        return "one"
    return "same" if here == there else "different"


def _has_withheld_lead(action: Action) -> bool:
    if isinstance(action.leads, Missing):
        return action.leads.missing == "withheld"
    return any(lead.withheld for lead in action.leads)


def _leads(view: PlanView, action: Action) -> frozenset[object]:
    """The leads of an action by their words: the same body may have another id in another plan."""
    unstated = view.words.say("Not stated")
    lines = () if isinstance(action.leads, Missing) else lead_fact(view, action, says_what_they_cover=False).lines
    return frozenset(line.text.casefold() for line in lines if line.text != unstated)


def _times(view: PlanView, action: Action) -> frozenset[object]:
    """The times of an action: by their last day where they have one; what cannot be read counts by its words."""
    found: set[object] = set()
    for timescale in timescales(action):
        reading = view.reading(timescale)
        # Of what comes again, or has no end, all must be the same.
        moments = {part if part.every or not part.end else part.end for part in reading.parts}
        found |= {timescale.words.casefold()} if reading.doubt else moments
    return frozenset(found)
