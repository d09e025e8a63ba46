"""What pages, problems and sheets call the fields of a plan, by their names: one name has one label everywhere."""

from collections.abc import Callable, Mapping

from generator.plan.field_types import About, described_fields, types_within
from generator.plan.model import PlanWords, PublicPlan


def _by_name(label_of: Callable[[About], str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind in sorted(types_within(PublicPlan), key=str):
        for field in described_fields(kind):
            label = label_of(field.about)
            if label and found.setdefault(field.name, label) != label:
                raise TypeError(f"{kind.__name__}.{field.name} has another label than a field of that name elsewhere")
    return found


# As a heading, and within a sentence.
HEADINGS = _by_name(lambda about: about.label)
IN_SENTENCES = _by_name(lambda about: about.in_sentence)


def own_labels(words: PlanWords) -> Mapping[str, str]:
    """What the plan itself calls some of its fields."""
    return {
        "leads": words.lead,
        "measures": words.measure,
        "status": words.status,
        "actions": words.actions,
        "sub_actions": words.sub_actions,
        "outcomes": words.outcomes,
    }


def plain_label(name: str) -> str:
    """A name in the plan file as words, for a field that has no label."""
    return name.replace("_", " ").capitalize()
