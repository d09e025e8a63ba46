"""The base of every type that an author's file is read into, and the kinds of value it may hold.

Every scalar arrives as the text that stands in the file; the validators here type it. Each refusal carries
the code of a problem kind, so that the reader can say it in the author's words.
"""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticUndefined

from generator import problems
from generator.errors import ProblemKind
from generator.text import ID_PATTERN
from generator.vocabulary import MissingKind

LINE_LIMIT = 1_000
TEXT_LIMIT = 20_000
PUBLIC, INTERNAL = "public", "internal"


class Model(BaseModel):
    """A frozen, strict type. A field that does not declare itself public or internal fails at import."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
    # The field that a plain text fills: `leads: [nhs]` is short for `leads: [{body: nhs}]`.
    shorthand: ClassVar[str | None] = None

    @model_validator(mode="before")
    @classmethod
    def _from_shorthand(cls, value: object) -> object:
        return {cls.shorthand: value} if cls.shorthand and isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        shape = handler(schema)
        return {"anyOf": [{"type": "string"}, shape]} if cls.shorthand else shape

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        for name in cls.model_fields:
            if visibility(cls, name) not in (PUBLIC, INTERNAL):
                raise TypeError(f"{cls.__name__}.{name} must declare itself public() or internal()")


def public(description: str, default: Any = PydanticUndefined, *, alias: str | None = None) -> Any:
    """A field that is published. Without a default it is required. `alias` is its key in the file."""
    return Field(default, alias=alias, description=description, json_schema_extra={"visibility": PUBLIC})


def internal(description: str, default: Any = PydanticUndefined, *, alias: str | None = None) -> Any:
    """A field that never leaves private.yaml."""
    return Field(default, alias=alias, description=description, json_schema_extra={"visibility": INTERNAL})


def visibility(model: type[BaseModel], name: str) -> str | None:
    """ "public" or "internal", as the field declares itself."""
    extra = model.model_fields[name].json_schema_extra
    return str(extra.get("visibility")) if isinstance(extra, dict) else None


def refusal(kind: ProblemKind, **values: object) -> PydanticCustomError:
    """The error by which a validator refuses a value as a problem of `kind`."""
    return PydanticCustomError(kind.code, "{code}", {"code": kind.code, **values})


def _line(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if "\n" in text:
        raise refusal(problems.VALUE_LINES)
    return _text_within(text, LINE_LIMIT)


def _text(value: object) -> object:
    return _text_within(value.strip(), TEXT_LIMIT) if isinstance(value, str) else value


def _text_within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise refusal(problems.VALUE_LONG, limit=f"{limit:,}")
    return text


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise refusal(problems.DATE_UNREADABLE, value=value) from None


def _whole_number(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise refusal(problems.NUMBER_UNREADABLE, value=value, wanted="a whole number", example="30")
    return int(value)


def _percent(value: object) -> object:
    number = _whole_number(value)
    if isinstance(number, int) and number > 100:
        raise refusal(problems.NUMBER_UNREADABLE, value=value, wanted="a percentage from 0 to 100", example="50")
    return number


def _decimal(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", value):
        raise refusal(problems.NUMBER_UNREADABLE, value=value, wanted="a number", example="12.5")
    return value


def _flag(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value not in ("yes", "no"):
        raise refusal(problems.FLAG_UNREADABLE, value=value)
    return value == "yes"


def _identifier(value: object) -> object:
    if isinstance(value, str) and not ID_PATTERN.fullmatch(value):
        raise refusal(problems.ID_MALFORMED, value=value)
    return value


def is_safe_address(value: str) -> bool:
    """Whether `value` is an https or http address with a host and nothing that could end an attribute."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    plain = re.fullmatch(r"[!#$%&()*+,\-./0-9:;=?@A-Z_a-z~\[\]]+", value)
    return bool(plain and host and parts.scheme in ("http", "https") and not parts.username)


def _web_address(value: object) -> object:
    if isinstance(value, str) and not is_safe_address(value):
        raise refusal(problems.ADDRESS_UNSAFE, value=value)
    return value


# An editor's own YAML reader may see 1.10 or no as a number or a truth value; this program reads text.
_AS_TYPED = {"type": ["string", "number", "boolean"]}

Line = Annotated[str, BeforeValidator(_line), WithJsonSchema(_AS_TYPED)]
Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(_AS_TYPED)]
# May hold paragraphs, lists, *emphasis* and [links](https://…); `render.rich_text` is its only way onto a page.
Rich = Annotated[str, BeforeValidator(_text), WithJsonSchema(_AS_TYPED)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
WholeNumber = Annotated[int, BeforeValidator(_whole_number), WithJsonSchema({"type": "integer", "minimum": 0})]
Percent = Annotated[int, BeforeValidator(_percent), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100})]
Decimal = Annotated[str, BeforeValidator(_decimal), WithJsonSchema({"type": ["string", "number"]})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": ["yes", "no"]})]
Id = Annotated[
    str, BeforeValidator(_identifier), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"})
]
WebAddress = Annotated[str, BeforeValidator(_web_address), WithJsonSchema({"type": "string", "format": "uri"})]


class Missing(Model):
    """Why there is no value. Empty is a fact: each kind is said in words, and none is ever green."""

    missing: MissingKind = public("Why there is no value")
    ground: Line | None = public("The ground for withholding it, or how it was lost", None)


VALUE_TAG, MISSING_TAG = "<value>", "<missing>"


def _tag(value: object) -> str:
    is_missing = isinstance(value, Missing) or (isinstance(value, dict) and "missing" in value)
    return MISSING_TAG if is_missing else VALUE_TAG


Value = TypeVar("Value")
OrMissing = Annotated[Annotated[Value, Tag(VALUE_TAG)] | Annotated[Missing, Tag(MISSING_TAG)], Discriminator(_tag)]
