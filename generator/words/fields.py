"""What pages call the fields of a plan file."""

from generator.plan.labels import HEADINGS, own_labels, plain_label
from generator.words.view import PlanView


def field_label(view: PlanView, field: str) -> str:
    """A field of the plan file as pages call it, in the plan's own words where it has some."""
    if own := own_labels(view.plan.words).get(field):
        return own
    # Another word is the author's own, and no message of ours.
    return view.words.say(HEADINGS[field]) if field in HEADINGS else plain_label(field)
