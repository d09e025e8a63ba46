"""The two rewrites that are allowed, both recorded: an edition is withdrawn, or one text is taken down in all."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.canonical import canonical_bytes, read_canonical
from generator.editions.lock import FileHash, Redaction, Withdrawal, with_line
from generator.editions.publication import Step
from generator.editions.record import read_record
from generator.editions.shelf import Edition, Shelf
from generator.text import sha256_hex
from generator.wording import Words

# A place in a thing's data: keys, and places in lists, counted from 0.
Path = tuple[str | int, ...]
STEP = re.compile(r"([a-z_]+)(?:\[([1-9][0-9]*)\])?")
# Nothing of the plan's own is to be read out of these: they name other things, or one word of a closed list.
NO_TEXT = frozenset(
    {"id", "kind", "status", "body", "event", "report", "plan", "action", "tone", "state", "how", "role"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: in an edition, the thing with the id `subject`, and the way from it, as people count."""

    edition: str
    subject: str
    field: str


class NoSuchText(LookupError):
    """The edition holds no text there."""


def withdrawn(shelf: Shelf, name: str, day: date, reason: str) -> Step:
    """The edition `name` taken back on `day`. Raises LookupError where no such edition can be read."""
    edition = _edition(shelf, name)
    return Step(with_line(shelf.lock, Withdrawal(file=edition.entry.file, date=day, note=reason)), {})


def _edition(shelf: Shelf, name: str) -> Edition:
    found = next((edition for edition in shelf.editions if edition.name == name), None)
    if found is None:
        raise NoSuchText(f"there is no edition {name}")
    return found


def redacted(shelf: Shelf, subject: str, field: str, day: date, reason: str, *, edition: str | None = None) -> Step:
    """One text of the thing `subject` taken down wherever an edition holds it in that field.

    `field` leads to it in `edition`, else in the newest edition that has such a text: "title", "notes[2].text". Other
    editions may count otherwise, so there the same text is looked for in the same list. Raises NoSuchText.
    """
    value = _value(shelf, subject, _steps(field), edition)
    files = {}
    for held in shelf.editions:
        data = _without(held, subject, _bare(_steps(field)), value, taken_down(day, reason))
        if data != held.data:
            files[held.entry.file] = data
    entry = Redaction(
        subject=subject,
        field=field,
        date=day,
        note=reason,
        files=tuple(FileHash(file=name, sha256=sha256_hex(data), bytes=len(data)) for name, data in files.items()),
    )
    return Step(with_line(shelf.lock, entry), files)


def taken_down(day: date, reason: str) -> str:
    """What stands in the place of a text that was taken down. Editions are frozen in English."""
    return f"[taken down on {Words('en-GB').day(day)}: {reason}]"


def _steps(field: str) -> Path:
    """ "notes[2].text" as the keys and places that lead there."""
    found: list[str | int] = []
    for part in field.split("."):
        match = STEP.fullmatch(part)
        if not match:
            raise NoSuchText(f"{field!r} is not a field; write it as title, or as notes[2].text")
        found += [match[1]] if match[2] is None else [match[1], int(match[2]) - 1]
    return tuple(found)


def _bare(path: Path) -> tuple[str, ...]:
    """The path without its places in lists."""
    return tuple(step for step in path if isinstance(step, str))


def _value(shelf: Shelf, subject: str, path: Path, edition: str | None) -> str:
    """The text at `path` of the thing, in the edition named, or in the newest that has one."""
    editions = [_edition(shelf, edition)] if edition else list(reversed(shelf.editions))
    for held in editions:
        for thing in _things(_plan_of(held), subject):
            value = _at(thing, path)
            if isinstance(value, str) and path[-1] not in NO_TEXT:
                return value
    raise NoSuchText(f"no edition has such a text of {subject!r}")


def _plan_of(edition: Edition) -> dict[str, Any]:
    plan: dict[str, Any] = read_canonical(edition.data)["plan"]
    return plan


def _at(value: Any, path: Path) -> Any:
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _things(value: Any, subject: str) -> Iterator[dict[str, Any]]:
    """Every mapping below `value` with the id `subject`; for the plan's own id, the plan."""
    if isinstance(value, dict):
        if value.get("id") == subject:
            yield value
        for item in value.values():
            yield from _things(item, subject)
    elif isinstance(value, list):
        for item in value:
            yield from _things(item, subject)


def _without(edition: Edition, subject: str, bare: tuple[str, ...], value: str, instead: str) -> bytes:
    """The edition's bytes with `instead` for `value` in that field of the thing, and in what was worked out of it."""
    data = read_canonical(edition.data)
    found = False
    for thing in _things(data["plan"], subject):
        found |= _replace(thing, bare, value, instead)
    if not found:
        return edition.data
    data["computed"] = _mapped(data["computed"], lambda text: instead if text == value else text)
    changed = canonical_bytes(data)
    read_record(changed)  # what is written must be read again
    return changed


def _replace(thing: Any, bare: tuple[str, ...], value: str, instead: str) -> bool:
    """Put `instead` for `value` wherever the keys `bare` lead, in every entry of lists; whether it stood there."""
    if isinstance(thing, list):
        found = [_replace(item, bare, value, instead) for item in thing]
        return any(found)
    if not isinstance(thing, dict) or bare[0] not in thing:
        return False
    key, *rest = bare
    held = thing[key]
    if rest:
        return _replace(held, tuple(rest), value, instead)
    if isinstance(held, list):
        thing[key] = [instead if item == value else item for item in held]
        return value in held
    thing[key] = instead if held == value else held
    return bool(held == value)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _mapped(item, change) for key, item in value.items()}
    return [_mapped(item, change) for item in value] if isinstance(value, list) else value


def places(shelf: Shelf, words: str) -> tuple[Place, ...]:
    """Every place of every edition whose text holds `words`, capital letters or not."""
    wanted = words.casefold()
    return tuple(
        Place(edition.name, subject, field)
        for edition in shelf.editions
        for subject, field, text in _texts(_plan_of(edition))
        if wanted in text.casefold()
    )


def _texts(value: Any, subject: str = "", field: str = "") -> Iterator[tuple[str, str, str]]:
    """Every text below `value`, the thing that it belongs to, and the way from there."""
    if isinstance(value, str):
        yield subject, field, value
    elif isinstance(value, list):
        for place, item in enumerate(value, 1):
            yield from _texts(item, subject, f"{field}[{place}]")
    elif isinstance(value, dict):
        if "id" in value:
            subject, field = value["id"], ""
        for key, item in value.items():
            yield from _texts(item, subject, f"{field}.{key}" if field else key)
