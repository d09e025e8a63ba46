"""What pages call the fields of a plan file."""

from collections.abc import Mapping

from generator.words.view import PlanView

LABELS: Mapping[str, str] = {
    "timescales": "By when",
    "as_at": "Date",
    "points": "Bullets",
    "notes": "Progress notes",
    "text": "What it says",
    "description": "What it says",
    "period": "The time it covers",
    "publisher": "Whose plan it is",
    "partners": "Who shares it",
    "bodies": "The bodies that it names",
    "body": "The body",
    "held_by": "Who holds it",
    "sender": "Who reports",
    "to": "Who is told",
    "occurrences": "When it was reported",
    "counts": "How many had each grade",
    "status_scheme": "The ratings and what they mean",
    "rated": "What is rated",
    "date_words": "Date, as printed",
    "source_date": "Date of the source document",
    "printed_summary": "The printed summary",
    "printed_versions": "The printed list of versions",
    "background_papers": "The papers that it rests on",
    "declarations": "Boxes that are ticked or left empty",
    "vision": "The aim",
    "frequency": "How often it is measured",
    "targets": "What it should reach",
    "scale": "The grades, in order",
}


def field_label(view: PlanView, field: str) -> str:
    """A field of the plan file as pages call it, in the plan's own words where it has some."""
    own = view.plan.words
    owned = {
        "leads": own.lead,
        "measures": own.measure,
        "status": own.status,
        "actions": own.actions,
        "sub_actions": own.sub_actions,
        "outcomes": own.outcomes,
    }
    return owned.get(field) or view.words.say(LABELS.get(field) or field.replace("_", " ").capitalize())
