"""Stretches of a text in which something was found."""

import re
from typing import NamedTuple

from generator.privacy.finding import Kind

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+|\n+")


class Span(NamedTuple):
    """From a character to the one after the last, and what is found there."""

    start: int
    end: int
    kind: Kind


def sentence_of(text: str, span: Span) -> str:
    """The sentence of `text` that holds `span`."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= span.start), default=0)
    return text[start : min((end for end in ends if end >= span.end), default=len(text))].strip()


def without_overlaps(spans: list[Span]) -> list[Span]:
    """`spans` in the order of the text; where two overlap, the one whose kind stands first, then the longer one."""
    order = list(Kind)
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (order.index(span.kind), span.start - span.end, span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept)
