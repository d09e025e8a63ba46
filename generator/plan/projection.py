"""From a Plan to the PublicPlan: named public fields are copied; nothing is ever deleted from a copy."""

from dataclasses import fields, is_dataclass
from typing import Any

from generator.plan import model, public
from generator.plan.shape import Missing, Model

PUBLIC_TYPES: dict[type[Model], type[Any]] = {
    Missing: public.Missing,
    model.Plan: public.PublicPlan,
    **{
        kind: counterpart
        for name, kind in vars(model).items()
        if isinstance(kind, type)
        and issubclass(kind, Model)
        and is_dataclass(counterpart := getattr(public, name, None))
        and isinstance(counterpart, type)
    },
}


def project(plan: model.Plan) -> public.PublicPlan:
    """The public projection of `plan`: what may be published, and nothing else."""
    projected: public.PublicPlan = _public(plan)
    return projected


def _public(value: Any) -> Any:
    if isinstance(value, Model):
        kind = PUBLIC_TYPES[type(value)]
        return kind(**{field.name: _public(getattr(value, field.name)) for field in fields(kind)})
    if isinstance(value, tuple):
        return tuple(_public(item) for item in value)
    return value
