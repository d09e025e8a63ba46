"""What pages call the fields of a plan file."""

from collections.abc import Mapping
from functools import lru_cache

from generator.plan.public import PlanWords
from generator.wording import Words
from generator.words.view import PlanView


def field_label(view: PlanView, field: str) -> str:
    """A field of the plan file as pages call it."""
    return _field_labels(view.words, view.plan.words).get(field) or field.replace("_", " ").capitalize()


@lru_cache(maxsize=64)
def _field_labels(words: Words, own: PlanWords) -> Mapping[str, str]:
    return {
        "leads": own.lead,
        "measures": own.measure,
        "status": own.status,
        "timescales": words.say("By when"),
        "actions": own.actions,
        "sub_actions": own.sub_actions,
        "outcomes": own.outcomes,
        "as_at": words.say("Date"),
        "points": words.say("Bullets"),
        "notes": words.say("Progress notes"),
        "text": words.say("What it says"),
        "description": words.say("What it says"),
        "period": words.say("The time it covers"),
        "publisher": words.say("Whose plan it is"),
        "partners": words.say("Who shares it"),
        "bodies": words.say("The bodies that it names"),
        "body": words.say("The body"),
        "held_by": words.say("Who holds it"),
        "sender": words.say("Who reports"),
        "to": words.say("Who is told"),
        "occurrences": words.say("When it was reported"),
        "counts": words.say("How many had each grade"),
        "status_scheme": words.say("The ratings and what they mean"),
        "rated": words.say("What is rated"),
        "date_words": words.say("Date, as printed"),
        "source_date": words.say("Date of the source document"),
        "printed_summary": words.say("The printed summary"),
        "printed_versions": words.say("The printed list of versions"),
        "background_papers": words.say("The papers that it rests on"),
        "declarations": words.say("Boxes that are ticked or left empty"),
        "vision": words.say("The aim"),
        "frequency": words.say("How often it is measured"),
        "targets": words.say("What it should reach"),
        "scale": words.say("The grades, in order"),
    }
