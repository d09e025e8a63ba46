"""The JSON Schema of plan.yaml, with which an editor helps as one types. It is made of the model, never by hand."""

import json
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter

from generator.plan.field_types import MAY_BE_UNRATED, About, described_fields
from generator.plan.model import PublicPlan

DRAFT = "http://json-schema.org/draft-07/schema#"
FILE = "plan.schema.json"
Schema = dict[str, Any]


def plan_schema() -> Schema:
    """The schema of plan.yaml (draft-07, which editors' YAML servers read)."""
    made: dict[str, Schema] = {}
    root = _of_type(PublicPlan, made)
    root["properties"]["schema"] = {"const": 1, "description": root["properties"]["schema"]["description"]}
    return {"$schema": DRAFT, "title": "Improvement plan", **root, "definitions": dict(sorted(made.items()))}


def schema_text() -> str:
    """The schema as a file: the same bytes each time."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def _of_type(kind: type[Any], made: dict[str, Schema]) -> Schema:
    """The schema of one of the model's types; those of the types that it holds are added to `made`."""
    fields = described_fields(kind)
    shape = {
        "additionalProperties": False,
        "description": (kind.__doc__ or "").strip(),
        "properties": {field.key: _described(_shape(field.hint, made), field.about) for field in fields},
        "required": [field.key for field in fields if field.is_required],
        "type": "object",
    }
    if not shape["required"]:
        del shape["required"]
    return {"anyOf": [{"type": "string"}, shape]} if getattr(kind, "shorthand", None) else shape


def _described(shape: Schema, about: About) -> Schema:
    # Draft-07 reads nothing that stands beside $ref.
    return {"allOf": [shape], "description": about.means} if "$ref" in shape else {**shape, "description": about.means}


def _shape(hint: Any, made: dict[str, Schema]) -> Schema:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        kinds = tuple(mark for mark in inner[1:] if not isinstance(mark, About) and mark is not MAY_BE_UNRATED)
        return TypeAdapter(Annotated[(inner[0], *kinds)]).json_schema() if kinds else _shape(inner[0], made)
    if origin in (Union, UnionType):
        # An empty value is a problem here, so null is never offered.
        choices = [_shape(kind, made) for kind in inner if kind is not NoneType]
        return choices[0] if len(choices) == 1 else {"oneOf": choices}
    if origin is tuple:
        return {"items": _shape(inner[0], made), "type": "array"}
    if origin is Literal:
        return {"enum": list(inner), "type": "string"} if len(inner) > 1 else {"const": inner[0], "type": "string"}
    if hint.__name__ not in made:
        made[hint.__name__] = {}  # a type may hold itself: sub-actions do
        made[hint.__name__] = _of_type(hint, made)
    return {"$ref": f"#/definitions/{hint.__name__}"}
