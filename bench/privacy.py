"""How much of what tells of a person the privacy gate finds, and how much of what it finds is nobody's.

It looks at the invented texts of tests/privacy and at the source documents. Prints counts, never a name.

PLAN_SOURCES=../shared/sources python -m bench.privacy
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.plan.reader import read_plan
from generator.privacy.counts import count_spans
from generator.privacy.explained import known_of
from generator.privacy.finding import Kind
from generator.privacy.health import health_spans
from generator.privacy.initials import initials_spans
from generator.privacy.known import Known
from generator.privacy.names import name_spans
from tests.privacy.reading import HALVES, Score, read_public_text, score_of_initials, score_of_names, scored_gold, tally

ROOT = Path(__file__).parent.parent
SOURCES = Path(os.environ.get("PLAN_SOURCES", ROOT.parent / "shared" / "sources"))
S0, S1 = "000_2c27c79581c9a609.txt", "001_7d8f7ebbc61ed246.txt"
PLACES = Path(__file__).parent / "privacy_places.txt"
# The plans made of S1: a council's own bodies and glossary are known to the gate.
PLANS = ("joint-inspection-2014", "single-agency-2014")
WANTED = {"N": 120, "I": 155}
MOST_FALSE = 25
CALLED = {"N": "name mentions", "I": "bracketed or trailing initials"}


class Place(NamedTuple):
    """Where somebody is named: N or I, line, first column and the one after the last."""

    kind: str
    line: int
    start: int
    end: int


def main() -> None:
    found = scored_gold()
    for called, score in (("names", score_of_names(found)), ("initials", score_of_initials(found))):
        print(f"Gold list: {_in_words(score)} {called}")
    for half in HALVES:
        whole = tally(read_public_text(half))
        print(
            f"Public text, {half} half: {whole.met} of {whole.there} places found, a recall of {whole.recall:.1%}; "
            f"{whole.right} of {whole.findings} findings are right, a precision of {whole.precision:.1%}"
        )
    if not SOURCES.is_dir():
        print("The source documents are not here; set PLAN_SOURCES to their folder.")
        return
    lines = (SOURCES / S1).read_text("utf-8").split("\n")
    gold, met_with = set(_gold()), set(_found(lines, _known()))
    for kind, called in CALLED.items():
        there = [place for place in gold if place.kind == kind]
        met = sum(any(_overlap(place, other) for other in met_with) for place in there)
        print(f"S1: {met} of {len(there)} {called} (wanted: {WANTED[kind]})")
    false = sum(not any(_overlap(place, other) for other in gold) for place in met_with)
    print(f"S1: {false} findings that are nobody's (at most {MOST_FALSE})")
    small = Counter(
        text[span.start : span.end]
        for text in lines
        for span in count_spans(text)
        if span.kind is Kind.SMALL_NUMBER and re.search("registered|sampled", text)
    )
    print(f"S1: small numbers in the spot checks: {', '.join(sorted(small)) or 'none'}")
    health = [span for text in (SOURCES / S0).read_text("utf-8").split("\n") for span in health_spans(text)]
    print(f"S0: {len(health)} sentence on the health of a post-holder")


def _in_words(score: Score) -> str:
    right = score.found / (score.found + score.false)
    return f"recall {score.found / score.there:.1%} ({score.found} of {score.there}), precision {right:.1%} of"


def _gold() -> Iterator[Place]:
    for line in PLACES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, *numbers = line.split()
            number, column, length = map(int, numbers)
            yield Place(kind, number, column, column + length)


def _known() -> Known:
    """What both plans explain."""
    files = (read_plan(ROOT / "plans" / name) for name in PLANS)
    known = [known_of(file.plan) for file in files if file.plan]
    acronyms, names, words, typed = (frozenset().union(*held) for held in zip(*map(_parts, known), strict=True))
    return Known(acronyms, names, words, typed)


def _parts(known: Known) -> tuple[frozenset[str], ...]:
    return known.acronyms, known.names, known.words, known.typed


def _found(lines: list[str], known: Known) -> Iterator[Place]:
    """What is found in each cell of each line."""
    for number, line in enumerate(lines, 1):
        for cell in re.finditer(r"[^\t|]+", line):
            start = cell.start() + 1
            for kind, spans in (("N", name_spans(cell[0], known)), ("I", initials_spans(cell[0], known))):
                for span in spans:
                    yield Place(kind, number, start + span.start, start + span.end)


def _overlap(one: Place, other: Place) -> bool:
    return (one.kind, one.line) == (other.kind, other.line) and one.start < other.end and other.start < one.end


if __name__ == "__main__":
    main()
