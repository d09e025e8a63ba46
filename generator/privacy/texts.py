"""Every text of a public plan, with its place and the thing that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from generator.plan.field_types import described_fields, types_within
from generator.plan.model import Accepted, PublicPlan
from generator.privacy.finding import Path


@dataclass(frozen=True, slots=True)
class Said:
    """One text of the plan: the value that holds it, the field, its path, and the id of the nearest thing."""

    holder: Any
    field: str
    path: Path
    subject: str
    text: str
    is_code: bool


def texts(plan: PublicPlan) -> Iterator[Said]:
    """Every text of `plan` that its author typed, in the order of its fields."""
    return _texts(plan, (), "")


def values(plan: PublicPlan) -> Iterator[tuple[Path, str, Any]]:
    """`plan` and every value below it that has fields of its own: its path, the id of the nearest thing, the value."""
    return _values(plan, (), "")


def _values(value: Any, path: Path, subject: str) -> Iterator[tuple[Path, str, Any]]:
    subject = own_subject(value, subject)
    yield path, subject, value
    for name, _ in FIELDS[type(value)]:
        for more, held in placed(getattr(value, name)):
            if is_dataclass(held):
                yield from _values(held, (*path, name, *more), subject)


def _texts(value: Any, path: Path, subject: str) -> Iterator[Said]:
    subject = own_subject(value, subject)
    for name, is_code in FIELDS[type(value)]:
        for more, held in placed(getattr(value, name)):
            if is_dataclass(held):
                yield from _texts(held, (*path, name, *more), subject)
            elif isinstance(held, str) and held and is_code is not None:
                yield Said(value, name, (*path, name, *more), subject, held, is_code)


def own_subject(value: Any, subject: str) -> str:
    """The id of `value`, or `subject` where it has none of its own."""
    if isinstance(value, PublicPlan):
        return ""
    return subject if isinstance(value, Accepted) else getattr(value, "id", subject)


def placed(held: Any) -> Iterator[tuple[Path, Any]]:
    """`held`, or each item of it with its place."""
    if isinstance(held, tuple):
        yield from (((place,), item) for place, item in enumerate(held))
    else:
        yield (), held


# Each field of each type, and whether its texts are codes: ids, references, figures and addresses, in which a registered
# name is looked for and nothing is guessed. None where its words are not the author's own.
FIELDS: dict[type[object], tuple[tuple[str, bool | None], ...]] = {
    kind: tuple(
        (field.name, None if field.traits is None else field.traits.is_code) for field in described_fields(kind)
    )
    for kind in types_within(PublicPlan)
}
