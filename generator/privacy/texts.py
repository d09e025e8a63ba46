"""Every text of a public plan, with its place and the thing that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.plan.field_types import A_LINE, NOTHING_KNOWN, About, Traits
from generator.plan.model import PublicPlan
from generator.plan.walk import Path, each_field


@dataclass(frozen=True, slots=True)
class Said:
    """One text of the plan: the value that holds it, the field, its path, and the id of the nearest thing.

    In a code (an id, a reference, a figure or an address) a registered name is looked for, and nothing is guessed.
    """

    holder: Any
    field: str
    path: Path
    subject: str
    text: str
    about: About = NOTHING_KNOWN
    traits: Traits = A_LINE


def texts(plan: PublicPlan) -> Iterator[Said]:
    """Every text of `plan` that its author typed, in the order of its fields; a choice of fixed words is none."""
    for node, field, path, held in each_field(plan):
        if field.traits and isinstance(held, str) and held:
            yield Said(node.value, field.name, path, node.subject, held, field.about, field.traits)
