"""The JSON Schema of plan.yaml, with which an editor helps as one types. It is made of the model, never by hand."""

import json
from typing import Any

from generator.plan.model import Plan
from generator.plan.shape import INTERNAL

DRAFT = "http://json-schema.org/draft-07/schema#"
FILE = "plan.schema.json"
# What pydantic adds and no editor needs. An empty value is a problem here, so null is never offered.
NOISE = ("title", "default", "visibility")
Schema = dict[str, Any]


def plan_schema() -> Schema:
    """The schema of plan.yaml (draft-07, which editors' YAML servers read), public fields only."""
    made = Plan.model_json_schema(ref_template="#/definitions/{model}")
    kinds: dict[str, Schema] = made.pop("$defs")
    root = _plain(made)
    root["properties"]["schema"] = {"const": 1, "description": root["properties"]["schema"]["description"]}
    definitions = {name: _plain(kind) for name, kind in kinds.items()}
    return {
        "$schema": DRAFT,
        "title": "Improvement plan",
        **root,
        "definitions": {name: definitions[name] for name in sorted(_reached(root, definitions))},
    }


def schema_text() -> str:
    """The schema as a file: the same bytes each time."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def _plain(shape: Schema) -> Schema:
    """`shape` without internal fields, nulls and noise."""
    kept = {key: _plain_value(key, value) for key, value in shape.items() if key not in NOISE}
    choices = [choice for choice in kept.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        kept = {**choices[0], **kept}
    elif choices:
        kept["anyOf"] = choices
    # Draft-07 reads nothing that stands beside $ref.
    if "$ref" in kept and len(kept) > 1:
        kept = {"allOf": [{"$ref": kept.pop("$ref")}], **kept}
    return kept


def _plain_value(key: str, value: Any) -> Any:
    if key == "properties":
        return {name: _plain(field) for name, field in value.items() if field.get("visibility") != INTERNAL}
    if isinstance(value, dict):
        return _plain(value)
    return [_plain(item) if isinstance(item, dict) else item for item in value] if isinstance(value, list) else value


def _reached(shape: Any, definitions: dict[str, Schema]) -> set[str]:
    """The names of the definitions that `shape` leads to."""
    found: set[str] = set()
    waiting = [shape]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            name = str(here.get("$ref", "")).rpartition("/")[2]
            if name in definitions and name not in found:
                found.add(name)
                waiting.append(definitions[name])
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here
    return found
