"""Where pages show the things that a change is of."""

from generator.diff import Change
from generator.document.blocks import Link
from generator.document.refs import Ref
from generator.words.change_names import thing_name
from generator.words.directory import page_link
from generator.words.phrases import numbered, short_outcome_title
from generator.words.view import Update
from generator.words.whereabouts import things_of

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


def change_link(update: Update, change: Change) -> Link | None:
    """A link to the thing of a change; None for what the shown text has no more, but for outcomes and actions."""
    view, plan, thing = update.view_of(change), update.new.plan.id, change.thing
    if thing.kind in ("measure", "key-issue") and change.within:
        thing = change.within
    match thing.kind:
        case "action":
            action = view.actions.get(thing.id)
            return Link(numbered(action) if action else thing.title, Ref("action", thing.id, plan))
        case "outcome":
            outcome = view.outcomes.get(thing.id)
            name = short_outcome_title(view, outcome) if outcome else thing_name(view, thing)
            return Link(name, Ref("outcome", thing.id, plan))
        case "plan":
            field = change.path[0][0] if change.path else change.field
            page = page_link(update.shown, PAGES[field]) if field in PAGES else None
            return page or Link(view.menu_title, Ref("plan", plan=plan))
        case "finding" | "evidence" | "risk" | "decision" | "report" | "body" | "event":
            # The sentence names it, so words alone would only say its name again.
            is_there = thing.id in things_of(update.shown.plan)[thing.kind]
            return Link(thing.title, Ref(thing.kind, thing.id, plan)) if is_there else None
    return None
