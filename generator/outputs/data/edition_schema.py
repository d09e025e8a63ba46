"""The JSON Schema of an edition's file, made of the frozen types themselves."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.editions.canonical import Json
from generator.editions.record import SCHEMA, Record
from generator.plan.field_types import described_fields, types_within
from generator.plan.model import PublicPlan

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PLAIN: Mapping[Any, str] = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
Schema = dict[str, Any]
PLAN_TYPES = types_within(PublicPlan)


def edition_schema() -> Json:
    """The schema. It takes what `editions.record` writes, and no other keys."""
    kinds: dict[str, Schema] = {}
    root = _shape(Record, kinds)
    name = root["$ref"].rpartition("/")[2]
    whole = kinds.pop(name)
    whole["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": DRAFT,
        **whole,
        "title": "An edition of an improvement plan",
        "$defs": kinds,
    }


def _shape(kind: Any, kinds: dict[str, Schema]) -> Schema:
    origin, items = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return {"anyOf": [_shape(item, kinds) for item in items]}
    if origin is Literal:
        return {"enum": list(items)}
    if origin is tuple and items[-1:] == (Ellipsis,):
        return {"type": "array", "items": _shape(items[0], kinds)}
    if origin is tuple:
        shapes = [_shape(item, kinds) for item in items]
        return {"type": "array", "prefixItems": shapes, "items": False, "minItems": len(shapes)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _shape(items[1], kinds)}
    if is_dataclass(kind) and isinstance(kind, type):
        return _reference(kind, kinds)
    if kind is date:
        return {"type": "string", "format": "date"}
    return {"type": PLAIN[kind]}


def _reference(kind: type[Any], kinds: dict[str, Schema]) -> Schema:
    """A reference to the shape of a dataclass, which is added to `kinds`."""
    name = _name(kind)
    if name not in kinds:
        kinds[name] = {}  # a kind may hold its own: sub-actions do
        hints = get_type_hints(kind)
        means = {field.name: field.about.means for field in described_fields(kind)} if kind in PLAN_TYPES else {}
        needed = [field.name for field in fields(kind) if field.default not in (None, ())]
        kinds[name] = {
            "type": "object",
            "description": (kind.__doc__ or "").partition("\n")[0],
            "properties": {
                field.name: _with_words(_shape(hints[field.name], kinds), means.get(field.name, ""))
                for field in fields(kind)
            },
            "required": sorted(needed),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _name(kind: type[Any]) -> str:
    """What the schema calls a type: two modules may have types of one name."""
    return kind.__name__ if kind in PLAN_TYPES else f"{kind.__module__.split('.')[1]}.{kind.__name__}"


def _with_words(shape: Schema, means: str) -> Schema:
    return {"description": means, **shape} if means else shape
