"""Strict validators, made of the types of the model: a file's texts in, frozen values out.

A mapping becomes a value of its type; keys that the type does not have are refused. A type may name a `shorthand` (the
field that a plain text fills), fields `one_of` which must be filled, and fields that may `not_both` be filled.
"""

from collections.abc import Mapping
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic_core import CoreConfig, CoreSchema, SchemaValidator, core_schema

from generator import problems
from generator.plan.field_types import MAY_BE_UNRATED, About, Missing, described_fields, refusal
from generator.text import either

# Where a value may be missing, pydantic's location of an error says which of the two it took the value for.
VALUE_TAG, MISSING_TAG = "<value>", "<missing>"
# Each mapping asks for it anew: it does not come down from the whole.
STRICT = CoreConfig(strict=True)
Value = TypeVar("Value")
Made = dict[type[Any], CoreSchema]


@cache
def _validator(kind: Any) -> SchemaValidator:
    made: Made = {}
    root = _schema(kind, made)
    return SchemaValidator(core_schema.definitions_schema(root, list(made.values())), STRICT)


def read_as(kind: type[Value], data: object) -> Value:
    """The value of the type `kind` that `data` makes: mappings, tuples and texts.

    Raises pydantic's ValidationError, with all that is wrong.
    """
    made: Any = kind
    value: Value = _validator(made).validate_python(data)
    return value


def _schema(hint: Any, made: Made) -> CoreSchema:
    """The schema of a value of the type `hint`; those of the model's own types are added to `made`."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        kinds = tuple(mark for mark in inner[1:] if not isinstance(mark, About) and mark is not MAY_BE_UNRATED)
        if kinds:
            return TypeAdapter(Annotated[(inner[0], *kinds)]).core_schema
        if MAY_BE_UNRATED in inner:
            return _or_missing(get_args(inner[0])[0], made, may_be_unrated=True)
        return _schema(inner[0], made)
    if origin in (Union, UnionType):
        values = [kind for kind in inner if kind not in (NoneType, Missing)]
        one = _or_missing(values[0], made, may_be_unrated=False) if Missing in inner else _schema(values[0], made)
        return core_schema.nullable_schema(one) if NoneType in inner else one
    if origin is tuple:
        return core_schema.tuple_variable_schema(_schema(inner[0], made))
    if origin is Mapping:
        return core_schema.dict_schema(core_schema.str_schema(), _schema(inner[1], made))
    if origin is Literal:
        return core_schema.literal_schema(list(inner))
    return _reference(hint, made)


def _or_missing(hint: Any, made: Made, *, may_be_unrated: bool) -> CoreSchema:
    """A value of the type `hint`, or why there is none."""
    missing = _reference(Missing, made)
    if not may_be_unrated:
        missing = core_schema.no_info_after_validator_function(_refuse_unrated, missing)
    return core_schema.tagged_union_schema({VALUE_TAG: _schema(hint, made), MISSING_TAG: missing}, _tag)


def _tag(value: object) -> str:
    return MISSING_TAG if isinstance(value, dict) and "missing" in value else VALUE_TAG


def _refuse_unrated(value: Missing) -> Missing:
    if value.missing == "not-yet-rated":
        raise refusal(problems.MISSING_RATING)
    return value


def _reference(kind: Any, made: Made) -> CoreSchema:
    """A reference to the schema of one of the model's types, which is added to `made`."""
    name = kind.__name__
    if kind not in made:
        made[kind] = core_schema.any_schema()  # a type may hold itself: sub-actions do
        entries = {
            field.key: core_schema.typed_dict_field(_schema(field.hint, made), required=field.is_required)
            for field in described_fields(kind)
        }
        keys = core_schema.typed_dict_schema(entries, extra_behavior="forbid", config=STRICT)
        typed: CoreSchema = core_schema.no_info_after_validator_function(partial(_made, kind), keys)
        if shorthand := getattr(kind, "shorthand", None):
            typed = core_schema.no_info_before_validator_function(partial(_from_shorthand, shorthand), typed)
        made[kind] = {**typed, "ref": name}
    return core_schema.definition_reference_schema(name)


def _from_shorthand(name: str, value: object) -> object:
    return {name: value} if isinstance(value, str) else value


def _made(kind: type[Any], values: dict[str, Any]) -> Any:
    """The value of `kind`. Raises PydanticCustomError where its fields do not agree."""
    made = kind(
        **{
            field.name: values.get(field.key, field.about.if_absent)
            for field in described_fields(kind)
            if field.key in values or field.about.if_absent is not None
        }
    )
    one_of, not_both = getattr(kind, "one_of", ()), getattr(kind, "not_both", ())
    if one_of and not any(getattr(made, name) for name in one_of):
        raise refusal(problems.KEYS_MISSING, keys=either(map(repr, one_of)))
    if not_both and all(getattr(made, name) for name in not_both):
        raise refusal(problems.KEYS_CLASH, keys=" and ".join(map(repr, not_both)))
    if isinstance(made, Missing) and made.missing == "withheld" and not made.ground:
        raise refusal(problems.MISSING_GROUND)
    return made
