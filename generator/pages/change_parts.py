"""The parts of sentences about changes: what a change is of, where that stands, and what a value was."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal, get_args, get_origin

from generator import vocabulary
from generator.diff import Change, Named
from generator.pages.addresses import (
    action_address,
    body_anchor,
    decision_anchor,
    evidence_anchor,
    finding_anchor,
    outcome_address,
    overview_address,
    report_anchor,
    risk_anchor,
)
from generator.pages.corrections import PAGES
from generator.pages.details import observation_phrase
from generator.pages.directory import page_link
from generator.pages.leads import lead_name
from generator.pages.parts import Link
from generator.pages.phrases import lower_first, missing_phrase, numbered, short_name, target_phrase
from generator.pages.sections import field_label
from generator.pages.view import PlanView
from generator.public import (
    Accepted,
    Closure,
    Contact,
    Declaration,
    FormerName,
    Grade,
    GradeCount,
    GradeCounts,
    Lead,
    MatrixCell,
    MatrixRow,
    Missing,
    Note,
    Observation,
    Occurrence,
    PrintedVersion,
    Reading,
    Related,
    RelatedPlan,
    Review,
    Revision,
    Status,
    Target,
    Term,
    Timescale,
)
from generator.status import statuses
from generator.wording import Words

ANCHORS = {
    "finding": finding_anchor,
    "evidence": evidence_anchor,
    "risk": risk_anchor,
    "decision": decision_anchor,
    "report": report_anchor,
    "body": body_anchor,
}
# The words of closed vocabularies, which are plain English.
CHOICES = frozenset(
    word for kind in vars(vocabulary).values() if get_origin(kind) is Literal for word in get_args(kind)
)
# The page about things of a kind, where they have none of their own.
PAGES_OF_THINGS = {
    "finding": "findings",
    "evidence": "evidence",
    "risk": "governance",
    "decision": "governance",
    "report": "governance",
    "body": "who",
    "event": "governance",
}


@dataclass(frozen=True)
class Compared:
    """Two editions of a plan as page builders see them, and the interface's words."""

    old: PlanView
    new: PlanView

    @property
    def words(self) -> Words:
        return self.new.words

    def view_of(self, change: Change) -> PlanView:
        """The edition that has the thing of which `change` tells."""
        return self.old if change.kind == "removed" else self.new


def subject(compared: Compared, change: Change) -> str:
    """What a change is of, briefly: the number of an action, or what else it is called."""
    view = compared.view_of(change)
    return thing_name(view, change.thing, change.within)


def thing_name(view: PlanView, thing: Named, within: Named | None = None) -> str:
    """A thing briefly, as its plan calls it."""
    words, own = view.words, view.plan.words
    title = words.say("“{title}”", title=thing.title)
    match thing.kind:
        case "plan":
            return words.say("The plan")
        case "outcome":
            return words.say("{label} {number}", label=own.outcome, number=thing.number) if thing.number else title
        case "action":
            action = view.actions.get(thing.id)
            if action is None or not (action.number or action.code):
                return thing.number or title
            return short_name(view, action)
        case "measure" | "key-issue":
            name = words.say("{thing}, {title}", thing=thing_name(view, within), title=title) if within else title
            return name
        case "finding":
            return words.say("Finding {number}", number=thing.number) if thing.number else title
        case "evidence":
            return words.say("Evidence {title}", title=title)
        case "risk":
            return words.say("Risk {title}", title=title)
        case "decision":
            return words.say("Decision {title}", title=title)
        case "report":
            return words.say("Report {title}", title=title)
        case "body" | "event":
            return title


def change_link(compared: Compared, change: Change) -> Link | None:
    """Where the thing of a change is shown; the pages of actions and outcomes stay when these are taken out."""
    view, plan = compared.view_of(change), compared.new.plan.id
    thing = change.thing
    if thing.kind in ("measure", "key-issue") and change.within:
        thing = change.within
    match thing.kind:
        case "action":
            action = view.actions.get(thing.id)
            return Link(numbered(action) if action else thing.title, action_address(plan, thing.id))
        case "outcome":
            return Link(thing_name(view, thing), outcome_address(plan, thing.id))
        case "plan":
            page = page_link(compared.new, PAGES[change.field]) if change.field in PAGES else None
            return page or Link(view.menu_title, overview_address(plan))
    page = page_link(compared.new, PAGES_OF_THINGS[thing.kind]) if thing.kind in PAGES_OF_THINGS else None
    if page is None:
        return None
    anchor = ANCHORS[thing.kind](thing.id) if thing.kind in ANCHORS and change.kind != "removed" else ""
    return Link(thing.title, page.page, anchor)


def label(view: PlanView, field: str) -> str:
    """A field within a sentence."""
    return lower_first(field_label(view, field))


def value_words(view: PlanView, field: str, value: object) -> str:
    """What a field held, in words."""
    words = view.words
    match value:
        case Missing():
            return missing_phrase(words, value)
        case None | ():
            return words.say("not stated")
        case bool():
            return words.say("yes") if value else words.say("no")
        case int():
            return words.say("{percent}%", percent=value) if field == "progress" else words.number(value)
        case date():
            return words.day(value)
        case tuple():
            return words.listing(value_words(view, field, item) for item in value)
        case str():
            chosen = value.replace("-", " ") if value in CHOICES else None
            return _name_of(view, value) or chosen or words.say("“{text}”", text=value)
    return item_name(view, value)


def item_name(view: PlanView, item: object) -> str:
    """An item of a list, as a sentence names it."""
    words = view.words
    match item:
        case Note():
            day = words.day(item.date) if item.date else item.date_words
            return words.say("note of {day}", day=day) if day else words.say("note without a date")
        case Lead():
            return lead_name(view, item)
        case Timescale():
            return item.words
        case Target():
            return target_phrase(words, item)
        case Observation():
            return observation_phrase(words, item, None)
        case Review():
            return words.say("{day}, {body}", day=words.day(item.date), body=view.body_name(item.by))
        case Closure():
            return words.day(item.date)
        case Revision():
            return words.say("“{text}”", text=item.words)
        case Related():
            action = view.actions.get(item.action) if item.plan in (None, view.plan.id) else None
            return short_name(view, action) if action else item.action
        case Occurrence():
            return item.due or item.held_on or words.say("a day that is not stated")
        case Reading():
            return label(view, item.field)
        case Status():
            return item.label
        case _:
            return words.say("“{text}”", text=_own_name(view, item))


def _own_name(view: PlanView, item: Any) -> str:
    """What an item calls itself."""
    match item:
        case Term():
            return item.term
        case FormerName():
            return item.name
        case Grade() | GradeCounts():
            names = (item.indicator, item.title, item.area if isinstance(item, Grade) else None)
            return ", ".join(name for name in names if name)
        case GradeCount():
            return item.grade
        case MatrixRow():
            return next((outcome.title for outcome in view.plan.outcomes if outcome.id == item.outcome), item.outcome)
        case MatrixCell():
            return _name_of(view, item.status) or item.status
        case RelatedPlan():
            return item.title
        case Contact():
            return item.role
        case PrintedVersion():
            return item.version
        case Declaration():
            return item.text
        case Accepted():
            return item.reason
    return next(_texts(item), "")


def _texts(item: Any) -> Iterator[str]:
    return (text for field in fields(item) if isinstance(text := getattr(item, field.name), str))


def _name_of(view: PlanView, value: str) -> str | None:
    """What `value` stands for, where it is the id of a thing, a body or a rating."""
    plan = view.plan
    if value in view.actions:
        return short_name(view, view.actions[value])
    if value in view.bodies:
        return view.bodies[value].name
    named: tuple[tuple[Any, str], ...] = (
        *((status, status.label) for status in statuses(plan)),
        *((outcome, outcome.title) for outcome in plan.outcomes),
        *((item, item.title) for item in plan.evidence),
        *((finding, finding.title) for finding in plan.findings),
        *((risk, risk.name) for risk in plan.risks),
        *((report, report.what) for report in plan.reports),
        *((event, event.name) for event in plan.events),
    )
    return next((name for thing, name in named if thing.id == value), None)
