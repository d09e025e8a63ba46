"""What a change is of, in words, and where that stands; and what one line about a change is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diff import Change, Named, Segment
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
from generator.pages.directory import page_link
from generator.pages.outcome import short_outcome_title
from generator.pages.parts import Link
from generator.pages.phrases import numbered, short_name
from generator.pages.view import PlanView, Update
from generator.public import Body, Decision, Event, Evidence, Finding, Report, Risk

ANCHORS = {
    "finding": finding_anchor,
    "evidence": evidence_anchor,
    "risk": risk_anchor,
    "decision": decision_anchor,
    "report": report_anchor,
    "body": body_anchor,
}
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


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: the sentence, and where its thing is shown.

    Of a text that was reworded, `segments` are what stayed, was taken out and was put in; of one that is hardly alike,
    and of one that is new or gone, `before` and `after` are the whole texts.
    """

    text: str
    link: Link | None = None
    segments: tuple[Segment, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def full(self) -> str:
        """The sentence for where no link is shown beside it: an action's number is followed by its title."""
        if not self.link or "/actions/" not in (self.link.page or ""):
            return self.text
        number, _, title = self.link.text.partition(" ")
        rest = self.text.removeprefix(number)
        is_named = bool(title) and title in self.text
        return f"{number} {title}{rest}" if number and not is_named and rest[:1] in tuple(" :,") else self.text


def line_of(update: Update, change: Change, message: str, **values: object) -> ChangeLine:
    """`message` with the thing's name in it as `thing`."""
    return ChangeLine(update.words.say(message, thing=subject(update, change), **values))


def subject(update: Update, change: Change) -> str:
    """What a change is of, briefly: the number of an action, or what else it is called."""
    view = update.view_of(change)
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
            if action and action.number:
                return short_name(view, action)
            code = action.code if action else None
            return thing.number or (words.say("{title} ({code})", title=title, code=code) if code else title)
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


def change_link(update: Update, change: Change) -> Link | None:
    """Where the thing of a change is shown now; None where no page shows it any more.

    The pages of actions and outcomes stay when these are taken out. Whatever else a later text took out, or put into
    the plan again with another id, has no place on a page to lead to.
    """
    view, shown, plan = update.view_of(change), update.shown, update.new.plan.id
    thing = change.thing
    if thing.kind in ("measure", "key-issue") and change.within:
        thing = change.within
    match thing.kind:
        case "action":
            action = view.actions.get(thing.id)
            return Link(numbered(action) if action else thing.title, action_address(plan, thing.id))
        case "outcome":
            outcome = next((item for item in view.plan.outcomes if item.id == thing.id), None)
            name = short_outcome_title(view, outcome) if outcome else thing_name(view, thing)
            return Link(name, outcome_address(plan, thing.id))
        case "plan":
            field = change.path[0][0] if change.path else change.field
            page = page_link(shown, PAGES[field]) if field in PAGES else None
            return page or Link(view.menu_title, overview_address(plan))
    if thing.kind not in PAGES_OF_THINGS or thing.id not in _ids_of(shown, thing.kind):
        return None
    page = page_link(shown, PAGES_OF_THINGS[thing.kind])
    assert page is not None, "a plan that has a thing has the page about things of its kind"
    return Link(thing.title, page.page, ANCHORS[thing.kind](thing.id) if thing.kind in ANCHORS else "")


def _ids_of(view: PlanView, kind: str) -> frozenset[str]:
    """The ids of all things of a kind that has a page in `PAGES_OF_THINGS`."""
    plan = view.plan
    things: Mapping[str, Sequence[Finding | Evidence | Risk | Decision | Report | Body | Event]] = {
        "finding": plan.findings,
        "evidence": plan.evidence,
        "risk": plan.risks,
        "decision": plan.decisions,
        "report": plan.reports,
        "body": plan.bodies,
        "event": plan.events,
    }
    return frozenset(item.id for item in things[kind])
