"""Which items of two lists are the same, and the fewest of them that must have moved."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, fields
from functools import cache, partial
from typing import Any

from generator.diff.identity import ITEMS, identity


@dataclass(frozen=True, slots=True)
class Match:
    """Pairs of places in the old and the new list, in the order of the new, and the places that have no partner.

    `moved` are those pairs of which the order is another: the fewest without which the others keep theirs.
    """

    pairs: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]
    moved: tuple[tuple[int, int], ...]


def match(old: Sequence[Any], new: Sequence[Any]) -> Match:
    """The items of `old` that are in `new`.

    First come those that are equal, then those of one identity, in their order where several have it, then those that
    differ in one field only. So one edit is never a removal and an addition. Texts that are left are taken for each
    other in their order.
    """
    pairing = _Pairing(old, new)
    pairing.by(lambda item: item)
    kinds: set[Any] = {type(item) for item in (*old, *new)} & ITEMS
    for kind in sorted(kinds, key=lambda kind: kind.__name__):
        pairing.by(identity)
        for name in _names(kind):
            pairing.by(partial(_all_but, name))
    if not kinds:
        pairing.by(lambda item: "")
    return pairing.match()


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _all_but(name: str, item: Any) -> Hashable:
    kind: Any = type(item)
    return tuple(getattr(item, other) for other in _names(kind) if other != name)


class _Pairing:
    """Finds partners, by one key after another; what has a partner keeps it."""

    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self.old, self.new = old, new
        self.partners: dict[int, int] = {}
        self.old_left, self.new_left = list(range(len(old))), list(range(len(new)))

    def by(self, key: Callable[[Any], Hashable]) -> None:
        """Pair what has the same key, each with the first that is left."""
        if not self.old_left or not self.new_left:
            return
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place in reversed(self.new_left):
            waiting[key(self.new[place])].append(place)
        for place in self.old_left:
            if found := waiting.get(key(self.old[place])):
                self.partners[place] = found.pop()
        taken = set(self.partners.values())
        self.old_left = [place for place in self.old_left if place not in self.partners]
        self.new_left = [place for place in self.new_left if place not in taken]

    def match(self) -> Match:
        ordered = sorted(self.partners.items())
        kept = set(longest_rising([place for _, place in ordered]))
        return Match(
            pairs=tuple(sorted(ordered, key=lambda pair: pair[1])),
            removed=tuple(self.old_left),
            added=tuple(self.new_left),
            moved=tuple(sorted((pair for pair in ordered if pair[1] not in kept), key=lambda pair: pair[1])),
        )


def longest_rising(places: Sequence[int]) -> tuple[int, ...]:
    """The longest part of `places` that rises: what keeps its order. All of them differ."""
    ends: list[int] = []  # the least place at which a rising part of each length can end
    lengths: list[int] = []
    for place in places:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        lengths.append(length)
    found: list[int] = []
    wanted = len(ends) - 1
    for place, length in zip(reversed(places), reversed(lengths), strict=True):
        if length == wanted:
            found.append(place)
            wanted -= 1
    return tuple(reversed(found))
