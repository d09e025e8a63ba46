"""Two wordings side by side, word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter
from typing import Literal

SegmentKind = Literal["same", "removed", "added"]
# A word or a sign, with the space before it, which says nothing of its own.
PIECE = re.compile(r"\s*(?:\w+|[^\w\s])|\s+")
# Below this share of words in common, two texts are read one after the other: woven into each other nobody can.
LEAST_ALIKE = 0.4
# Of texts in which more pieces than these can be taken for each other, finding which are takes too long.
MOST_PAIRS = 100_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a text that stayed, was taken out or was put in."""

    kind: SegmentKind
    text: str


def word_changes(old: str, new: str) -> tuple[Segment, ...]:
    """What was taken out of `old` and put in for `new`; nothing where the two are less than 40% alike.

    How alike they are is twice the number of words and signs that stay in their order, by the number in both texts.
    What stays and what was taken out is `old`, what stays and what was put in is `new`.
    """
    before, after = PIECE.findall(old), PIECE.findall(new)
    first = _shared_start(before, after)
    last = _shared_start(before[first:][::-1], after[first:][::-1])
    was, now = before[first : len(before) - last], after[first : len(after) - last]
    counts = Counter(now)
    if sum(counts[piece] for piece in was) > MOST_PAIRS:
        return ()
    # Words that stand often must count too, hence no autojunk.
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    shared = first + last + sum(block.size for block in matcher.get_matching_blocks())
    if 2 * shared < LEAST_ALIKE * (len(before) + len(after)):
        return ()
    start, end = "".join(before[:first]), "".join(before[len(before) - last :])
    return tuple(_joined((Segment("same", start), *_segments(matcher, was, now), Segment("same", end))))


def _shared_start(before: list[str], after: list[str]) -> int:
    """How many pieces are the same before the first that is another."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (old, new) in pairs if old != new), min(len(before), len(after)))


def _segments(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Segment]:
    for code, start, end, first, last in matcher.get_opcodes():
        was, now = "".join(before[start:end]), "".join(after[first:last])
        yield Segment("same" if code == "equal" else "removed", was)
        yield Segment("added", "" if code == "equal" else now)


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Those of `segments` that hold something, what stays on both sides of a seam in one."""
    for kind, found in groupby((segment for segment in segments if segment.text), key=attrgetter("kind")):
        yield Segment(kind, "".join(segment.text for segment in found))
