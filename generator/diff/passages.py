"""Two wordings side by side, word by word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import Literal

SegmentKind = Literal["same", "removed", "added"]
PIECE = re.compile(r"\w+|\s+|[^\w\s]")
# Below this share of words in common, two texts are read one after the other: woven into each other nobody can.
LEAST_ALIKE = 0.4
# Of longer texts, finding what they share takes too long (the product of their pieces).
MOST_PIECES = 4_000_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a text that stayed, was taken out or was put in."""

    kind: SegmentKind
    text: str


def word_changes(old: str, new: str) -> tuple[Segment, ...]:
    """What was taken out of `old` and put in for `new`; nothing where the two are less than 40% alike.

    How alike they are is twice the number of words and signs that stay in their order, by the number in both texts;
    spaces do not count. What stays and what was taken out is `old`, what stays and what was put in is `new`.
    """
    before, after = PIECE.findall(old), PIECE.findall(new)
    if len(before) * len(after) > MOST_PIECES:
        return ()
    # Words that stand often must count too, hence no autojunk.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    shared = sum(
        not piece.isspace()
        for block in matcher.get_matching_blocks()
        for piece in before[block.a : block.a + block.size]
    )
    both = sum(not piece.isspace() for piece in (*before, *after))
    if both and 2 * shared / both < LEAST_ALIKE:
        return ()
    return tuple(_joined(_parts(matcher, before, after)))


# Whether a part stays, what it was, and what it is.
Part = tuple[bool, str, str]


def _parts(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Part]:
    codes = matcher.get_opcodes()
    for place, (code, start, end, first, last) in enumerate(codes):
        was, now = "".join(before[start:end]), "".join(after[first:last])
        # A space between two words that changed says nothing of its own.
        is_between = 0 < place < len(codes) - 1 and was.isspace()
        yield code == "equal" and not is_between, was, now


def _joined(parts: Iterable[Part]) -> Iterator[Segment]:
    """The parts as segments, those that change together in one."""
    for is_same, found in groupby(parts, key=itemgetter(0)):
        group = list(found)
        was, now = "".join(part[1] for part in group), "".join(part[2] for part in group)
        kinds: list[tuple[SegmentKind, str]] = [("same", was)] if is_same else [("removed", was), ("added", now)]
        yield from (Segment(kind, text) for kind, text in kinds if text)
