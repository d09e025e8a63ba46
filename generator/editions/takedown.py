"""The two rewrites that are allowed, both recorded: an edition is withdrawn, or one text is taken down in all.

A place is named by a thing's id and the way from it, "notes[2].text"; for what has no id of its own, by the plan's id.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.editions.canonical import Json
from generator.editions.codec import to_data
from generator.editions.entries import FileHash, Redaction, Withdrawal
from generator.editions.fields import Field, NoSuchText, day_at, exchanged, field_at
from generator.editions.lock import LOCK_FILE, with_line
from generator.editions.publication import Step
from generator.editions.record import record_bytes
from generator.editions.redacted_facts import facts_after_redaction
from generator.editions.shelf import Edition, Shelf
from generator.plan.model import PublicPlan
from generator.plan.vocabulary import Ground
from generator.plan.walk import Path, own_id, walk_plan
from generator.text import sha256_hex
from generator.wording import Words

EMPHASIS = re.compile(r"[*_]+")
TAKEN_DOWN = "[taken down on "


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: in an edition, the thing with the id `subject`, and the way from it, as people count."""

    edition: str
    subject: str
    field: str

    def __str__(self) -> str:
        return f"{self.edition}: {self.field} of {self.subject}"


def withdrawn(shelf: Shelf, name: str, day: date, reason: str) -> Step:
    """The edition `name` taken back on `day`. Raises NoSuchText where no such edition can be read.

    It may be dated after `day`: that is how the edition of a wrong clock goes.
    """
    edition = _edition(shelf, name)
    return Step(with_line(shelf.lock, Withdrawal(file=edition.entry.file, date=day, note=reason)), {})


def _edition(shelf: Shelf, name: str) -> Edition:
    found = next((edition for edition in shelf.editions if edition.name == name), None)
    if found is None:
        raise NoSuchText(f"there is no edition {name} that can be read")
    return found


def redacted(
    shelf: Shelf,
    subject: str,
    field: str,
    day: date,
    ground: Ground,
    make_salt: Callable[[], str],
    *,
    edition: str | None = None,
) -> Step:
    """One text of the thing `subject` taken down wherever an edition holds it in that field.

    `field` leads to it in `edition`, or in every edition where these hold one text there. Other editions may count
    otherwise, so there the same text is looked for in the same list. Raises NoSuchText, in words.

    Each file gets a new salt: with the old one, a guess at the text could be confirmed by the hash of the old file.
    """
    if ahead := shelf.ahead(day):
        # A line after that of an edition which is on no page yet would be on none either.
        raise NoSuchText(
            f"the edition {ahead[0].name} is dated after {day}: withdraw it first, and then take down what others hold"
        )
    found, name = text_at(shelf, subject, field, edition)
    files = {}
    for held in shelf.editions:
        plan = exchanged(held.plan, subject, found, instead_of(found, day, ground))
        if plan != held.plan:
            facts = facts_after_redaction(held.facts, held.plan, plan)
            record = replace(held.record, plan=plan, computed=facts, salt=make_salt())
            files[held.entry.file] = record_bytes(record)
    entry = Redaction(
        subject=subject,
        field=field,
        date=day,
        note=ground,
        files=tuple(FileHash(file=name, sha256=sha256_hex(data), bytes=len(data)) for name, data in files.items()),
        day=day_at(_edition(shelf, name).plan, subject, field),
    )
    return Step(with_line(shelf.lock, entry), files)


def text_at(shelf: Shelf, subject: str, field: str, edition: str | None = None) -> tuple[Field, str]:
    """What may be taken down there, and the name of an edition that holds it: the one named, else the newest.

    Raises NoSuchText, in words, where no edition is named and they hold different texts there: the newest may be
    innocent of what an older one says.
    """
    editions = [_edition(shelf, edition)] if edition else list(reversed(shelf.editions))
    refused = NoSuchText("nothing is published that could be taken down")
    held_there: dict[str, tuple[Field, str]] = {}
    for held in editions:
        try:
            found = field_at(held.plan, subject, field)
        except NoSuchText as error:
            refused = error
            continue
        held_there.setdefault(found.words, (found, held.name))
    standing = {words: there for words, there in held_there.items() if not words.startswith(TAKEN_DOWN)}
    if len(standing) > 1:
        names = ", ".join(name for _, name in standing.values())
        raise NoSuchText(
            f"editions hold different texts in {field} of {subject!r}; name with --edition which is meant: {names}"
        )
    if standing:
        return next(iter(standing.values()))
    raise NoSuchText(f"{field} of {subject!r} was taken down already") if held_there else refused


def taken_down(day: date, ground: Ground) -> str:
    """The text that replaces one that was taken down. Editions are frozen in English."""
    return f"{TAKEN_DOWN}{Words('en-GB').day(day)}: {ground}]"


def instead_of(found: Field, day: date, ground: Ground) -> Any:
    """What replaces it: words, or for an address nothing, since words would be a link that leads nowhere."""
    return taken_down(day, ground) if found.is_text else found.nothing(taken_down(day, ground).strip("[]"))


def places(shelf: Shelf, words: str) -> tuple[Place, ...]:
    """Every place whose text holds `words`, capital letters or not: in every edition, and in the lines of the lock."""
    in_editions = (
        Place(edition.name, subject, field)
        for edition in shelf.editions
        for subject, field in places_in(edition.plan, words)
    )
    in_lock = (
        Place(LOCK_FILE, f"line {line.place}", _written(path))
        for line in shelf.lock.lines
        for path in _paths(to_data(line.entry), spoken(words))
    )
    return (*in_editions, *in_lock)


def places_in(plan: PublicPlan, words: str) -> tuple[tuple[str, str], ...]:
    """The same in one plan: the id of a thing, and the way from it. Where things share an id, it is that from above."""
    named = [(node.path, own_id(node.value)) for node in walk_plan(plan)]
    counts = Counter(name for _, name in named)
    things = {path: name for path, name in named if name and counts[name] == 1} | {(): plan.id}
    found = []
    for path in _paths(to_data(plan), spoken(words)):
        start = next(end for end in range(len(path), -1, -1) if path[:end] in things)
        found.append((things[path[:start]], _written(path[start:])))
    return tuple(found)


def _paths(value: Json, wanted: str, path: Path = ()) -> Iterator[Path]:
    """The way to every text below `value` that holds what is `wanted`."""
    if isinstance(value, str):
        if wanted in spoken(value):
            yield path
    elif isinstance(value, list | dict):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _paths(item, wanted, (*path, step))


def _written(path: Path) -> str:
    """ "notes[2].text", as people count."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def spoken(text: str) -> str:
    """`text` as it is read out: without marks of emphasis, capital letters, line breaks and other space."""
    return " ".join(EMPHASIS.sub("", unicodedata.normalize("NFKC", text)).casefold().split())
