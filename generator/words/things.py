"""Where pages show the things that a change is of."""

from collections.abc import Mapping, Sequence

from generator.diff import Change
from generator.document.addresses import (
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
from generator.document.blocks import Link
from generator.plan.public import Body, Decision, Event, Evidence, Finding, Report, Risk
from generator.words.change_names import thing_name
from generator.words.directory import page_link
from generator.words.phrases import numbered, short_outcome_title
from generator.words.view import PlanView, Update

# The page on which what stands in a field of the plan is shown, where it has one of its own.
PAGES = {
    "bodies": "who",
    "evidence": "evidence",
    "findings": "findings",
    "glossary": "glossary",
    "printed_summary": "summary",
    "status_scheme": "legend",
    **dict.fromkeys(("reports", "risks", "decisions", "printed_versions"), "governance"),
}
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
