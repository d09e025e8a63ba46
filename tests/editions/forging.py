"""Editions forged by hand, with a lock that agrees with them: what an attacker, or an editor gone wrong, can write."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.editions.canonical import canonical_bytes, read_canonical
from generator.editions.entries import Publication
from generator.editions.lock import FOLDER, LOCK_FILE, Lock, with_line
from generator.text import sha256_hex

DAY = date(2018, 9, 28)
NAME = f"{DAY}.json"
Way = tuple[str | int, ...]


def read_data(place: Path) -> Any:
    """What the first edition in `place` holds."""
    return read_canonical((place / FOLDER / NAME).read_bytes())


def forge(place: Path, data: object) -> None:
    """Let `data`, or bytes, be the only edition in `place`, with a lock that agrees."""
    written = data if isinstance(data, bytes) else canonical_bytes(data)  # type: ignore[arg-type]
    entry = Publication(
        kind="significant",
        file=NAME,
        sha256=sha256_hex(written),
        bytes=len(written),
        date=DAY,
        note="Forged.",
        schema=1,
    )
    (place / FOLDER).mkdir(exist_ok=True)
    (place / FOLDER / NAME).write_bytes(written)
    (place / LOCK_FILE).write_bytes(with_line(Lock(), entry).data)


def ways(data: Any, way: Way = ()) -> Iterator[Way]:
    """The way to every value in `data`."""
    if way:
        yield way
    if isinstance(data, dict):
        for key, value in data.items():
            yield from ways(value, (*way, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from ways(value, (*way, place))


def value_at(data: Any, way: Way) -> Any:
    for step in way:
        data = data[step]
    return data


def with_value(data: Any, way: Way, value: object) -> Any:
    """A copy of `data` with `value` at `way`."""
    made = json.loads(json.dumps(data))
    value_at(made, way[:-1])[way[-1]] = value
    return made
