"""Data as bytes of which there is one form only, so that a hash stands for the data: what editions are frozen in.

Keys are sorted, text is in Unicode's composed form (NFC), the encoding is UTF-8, lines end with a line feed, and one
stands at the end. There are no floating-point numbers, whose digits are not the same everywhere, and no whole numbers
that other programs round.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

# The largest whole number that every reader of JSON keeps as it is (RFC 7493, section 2.2).
LARGEST = 2**53 - 1

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]


def canonical_bytes(data: Json) -> bytes:
    """`data` in its one form, spread over lines, so that a person can read it and compare two.

    Raises TypeError for what has no such form, a float among them, and ValueError for a number that is too large.
    """
    return f"{json.dumps(_plain(data), ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def canonical_line(data: Json) -> bytes:
    """The same on one line, its line feed included."""
    text = json.dumps(_plain(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{text}\n".encode()


def read_canonical(data: bytes) -> Any:
    """What `canonical_bytes` or `canonical_line` made. Raises ValueError for any other bytes."""
    try:
        read = json.loads(data.decode("utf-8"), parse_float=_refuse, parse_constant=_refuse)
        is_canonical = data in (canonical_bytes(read), canonical_line(read))
    except (RecursionError, TypeError) as error:
        raise ValueError(f"these bytes hold no data of ours: {error}") from error
    if not is_canonical:
        raise ValueError("these bytes are not in the one form that data has")
    return read


def _refuse(number: str) -> None:
    raise ValueError(f"{number} is not a whole number")


def _plain(data: object) -> Json:
    """`data` with its text in composed form."""
    if data is None or isinstance(data, bool):
        return data
    if isinstance(data, int):
        if abs(data) > LARGEST:
            raise ValueError("a whole number must be one that every program keeps as it is")
        return data
    if isinstance(data, str):
        return unicodedata.normalize("NFC", data)
    if isinstance(data, Mapping):
        named = {_key(key): _plain(value) for key, value in data.items()}
        if len(named) < len(data):
            raise ValueError("two keys are the same text")
        return named
    if isinstance(data, list | tuple):
        return [_plain(item) for item in data]
    raise TypeError(f"{type(data).__name__} has no form of its own")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError("a key must be text")
    return unicodedata.normalize("NFC", key)
