"""Frozen dataclasses as plain data, and back: how the public plan and what was worked out of it are kept.

A field that holds nothing and by default holds nothing, None or an empty tuple, is left out, so a field that is added
later changes no edition that is there. All others are written, those with another default too: a default may change,
an edition may not.
"""

from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.editions.canonical import Json

Value = TypeVar("Value")
# Plain data by its Python type.
PLAIN = (bool, int, str)


def to_data(value: object) -> Json:
    """`value` as plain data: a dataclass becomes a mapping, a tuple a list, a day "2019-03-29"."""
    if is_dataclass(value) and not isinstance(value, type):
        named = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: to_data(item) for field, item in named if not _is_left_out(field, item)}
    if isinstance(value, Mapping):
        return {str(key): to_data(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [to_data(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, PLAIN):
        return value
    raise TypeError(f"{type(value).__name__} is no plain data")


def _is_left_out(field: Field[Any], item: object) -> bool:
    """Whether `item` is the nothing that the field holds by default."""
    return _is_optional(field) and (item is None if field.default is None else item == ())


def _is_optional(field: Field[Any]) -> bool:
    """Whether the field holds nothing by default."""
    return field.default is None or field.default == ()


def from_data(kind: type[Value], data: object) -> Value:
    """The value of type `kind` that `to_data` made `data` of. Raises ValueError where it can have made no such data."""
    value: Value = _read(kind, data, kind.__name__)
    return value


def _read(kind: Any, data: object, where: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _read_one_of(get_args(kind), data, where)
    if origin is Literal:
        return _expect(data in get_args(kind) and isinstance(data, str), data, data, where)
    if origin is tuple:
        return _read_tuple(get_args(kind), data, where)
    if origin is not None and issubclass(origin, Mapping):
        _expect(isinstance(data, dict), data, data, where)
        return {name: _read(get_args(kind)[1], item, f"{where}.{name}") for name, item in _items(data)}
    if is_dataclass(kind):
        return _read_fields(kind, data, where)
    if kind is date:
        return _read_day(data, where)
    return _expect(kind in PLAIN and type(data) is kind, data, data, where)


def _expect(is_right: bool, value: Any, data: object, where: str) -> Any:
    if not is_right:
        raise ValueError(f"{where} cannot be {str(data)[:60]!r}")
    return value


def _items(data: object) -> list[tuple[str, object]]:
    return list(data.items()) if isinstance(data, dict) else []


def _read_day(data: object, where: str) -> date:
    text: str = _expect(isinstance(data, str), data, data, where)
    day = date.fromisoformat(text)
    return _expect(day.isoformat() == text, day, data, where)  # type: ignore[no-any-return]


def _read_tuple(items: tuple[Any, ...], data: object, where: str) -> tuple[Any, ...]:
    """Any number of one kind, or one each of several."""
    found: list[object] = _expect(isinstance(data, list), data, data, where)
    if items[-1:] == (Ellipsis,):
        items = items[:1] * len(found)
    _expect(len(found) == len(items), found, data, where)
    return tuple(
        _read(kind, item, f"{where}[{place}]") for place, (kind, item) in enumerate(zip(items, found, strict=True), 1)
    )


def _read_one_of(kinds: tuple[Any, ...], data: object, where: str) -> Any:
    """The first of `kinds` that can be read: no two kinds of one field have the same data."""
    if data is None:
        return _expect(NoneType in kinds, None, data, where)
    for kind in kinds:
        try:
            return _read(kind, data, where)
        except ValueError as error:
            last = error
    raise last


def _read_fields(kind: Any, data: object, where: str) -> Any:
    _expect(isinstance(data, dict), data, data, where)
    given = dict(_items(data))
    known = _types(kind)
    if unknown := given.keys() - known.keys():
        raise ValueError(f"{where} has no {min(unknown)!r}")
    values = {name: _read(known[name], given[name], f"{where}.{name}") for name in known if name in given}
    if missing := [field.name for field in fields(kind) if field.name not in given and not _is_optional(field)]:
        raise ValueError(f"{where} lacks {min(missing)!r}")
    return kind(**values)


@cache
def _types(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
