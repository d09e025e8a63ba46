"""Every text of a public plan, with its place and the thing that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any, Literal, get_args, get_type_hints

from generator.plan.field_types import types_within
from generator.plan.model import Accepted, PublicPlan
from generator.privacy.finding import Path

# Ids, references, figures and addresses: a registered name is looked for in them too, and nothing is guessed.
CODES = frozenset(
    {
        *("Accepted.id", "Body.id", "Body.parent", "Body.succeeded_by", "Closed.succeeded_by", "ComputedRule.complete"),
        *("ComputedRule.past_due", "ComputedRule.due_soon", "ComputedRule.in_time", "Contact.link", "Decision.affects"),
        *("Entry.id", "Event.id", "Evidence.link", "KeyIssue.actions", "Lead.body", "Lead.covers", "MatrixCell.status"),
        *("MatrixRow.outcome", "Measure.covers", "Observation.value", "Occurrence.link", "PublicPlan.id"),
        *(
            "PublicPlan.languages",
            "PublicPlan.partners",
            "Related.action",
            "Related.plan",
            "RelatedPlan.link",
            "RelatedPlan.plan",
        ),
        *("Review.evidence", "Status.id", "StatusScheme.scale", "Timescale.event", "Timescale.report"),
        *(f"{kind}.{name}" for kind in ("Action", "Outcome") for name in ("answers", "evidence", "status")),
    }
)


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


def _is_code(kind: type[object], name: str, hint: Any) -> bool | None:
    if not _holds_text(hint):
        return None
    return any(f"{owner.__name__}.{name}" in CODES for owner in kind.__mro__)


def _holds_text(hint: Any) -> bool:
    """Whether a value of `hint` may be a text; a choice of fixed words is none."""
    return hint is str or (getattr(hint, "__origin__", None) is not Literal and any(map(_holds_text, get_args(hint))))


def _text_fields(kind: type[object]) -> tuple[tuple[str, bool | None], ...]:
    hints: dict[str, Any] = get_type_hints(kind)
    return tuple((name, _is_code(kind, name, hint)) for name, hint in hints.items())


# Each field of each type, and whether its texts are codes; None where its words are not the author's own.
FIELDS: dict[type[object], tuple[tuple[str, bool | None], ...]] = {
    kind: _text_fields(kind) for kind in types_within(PublicPlan)
}
