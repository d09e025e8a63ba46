"""Under which id an outcome or action was published, where its file has another one or none."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

# How alike two titles are, from 0 to 1, that under one number are most likely those of one thing.
LEAST_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class PublishedId:
    """An id of a published outcome or action, with the number and the title that it had."""

    id: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class PublishedIds:
    """The outcomes and actions of the edition that was published on `day`."""

    day: date
    things: tuple[PublishedId, ...]


def former_id(number: str, title: str, things: Collection[PublishedId], present: Collection[str]) -> str | None:
    """The id of the one of `things` that the thing with this number and title most likely is, or None.

    `present` are the ids that stand in the file: what still has its id is no other thing. Two that fit are none.
    """
    free = [thing for thing in things if thing.id not in present]
    title = _plain(title)
    rules: tuple[Callable[[PublishedId], bool], ...] = (
        lambda thing: _plain(thing.title) == title and thing.number == number,
        lambda thing: bool(title) and _plain(thing.title) == title,
        lambda thing: bool(number) and thing.number == number and _are_alike(_plain(thing.title), title),
    )
    for is_it in rules:
        if found := [thing.id for thing in free if is_it(thing)]:
            return found[0] if len(found) == 1 else None
    return None


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _are_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= LEAST_ALIKE
