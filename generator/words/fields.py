"""What pages call the fields of a plan file."""

from generator.plan.labels import HEADINGS, own_labels, plain_label
from generator.words.view import PlanView


def field_label(view: PlanView, field: str) -> str:
    """A field of the plan file as pages call it, in the plan's own words where it has some."""
    return own_labels(view.plan.words).get(field) or view.words.say(HEADINGS.get(field) or plain_label(field))
