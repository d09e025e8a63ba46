"""What a hand-written page may not hold, because to read it would take for ever: told by its signs, before it is read.

Measured on Python-Markdown: what is opened and not closed is looked for again from each sign on, so twice as many signs
take four times as long, or eight; and lists in lists are read by a function that calls itself. Within these limits no
page takes more than a few seconds, and no page for people comes near them.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from generator import problems
from generator.errors import Position, Problem

MOST_CHARACTERS = 200_000
MOST_SIGNS = 2_000  # of one kind on a page
MOST_LINES = 2_000  # without an empty one between
DEEPEST = 20
# "<" that starts no whole tag.
OPEN_TAG = re.compile(r"<(?!/?[a-zA-Z!][^<>]*>)")
SIGNS = {"'['": re.compile(r"\["), "'<' without '>'": OPEN_TAG}
# What can stand before the words of a line: quotes, and items of lists.
OUTLINE = re.compile(r"(?:\s|>|[-*+:](?=\s)|[0-9]{1,9}\.(?=\s))*")
MARK = re.compile(r">|[-*+:]|[0-9]+\.")
INDENT = 4
# How many calls within each other a build has more room for than a check.
ROOM = 300


def tangles(file: str, lines: list[str]) -> tuple[Problem, ...]:
    """The first place of each kind at which the page with these `lines` is too much to read."""
    counts = dict.fromkeys(SIGNS, 0)
    characters = together = 0
    found: dict[str, Problem] = {}

    def tell(number: int, what: str, do: str) -> None:
        values = {"what": what, "do": do}
        found.setdefault(what, Problem(problems.CONTENT_TANGLED, Position(file, number, 1), values=values))

    for number, line in enumerate(lines, start=1):
        characters += len(line) + 1
        # HTML is taken as it is, whatever its length.
        together = 0 if not line.strip() or line.lstrip().startswith("<") else together + 1
        if characters > MOST_CHARACTERS:
            tell(number, f"the page has more than {MOST_CHARACTERS:,} characters", "split it")
            break
        if together > MOST_LINES:
            do = "put an empty line between paragraphs"
            tell(number, f"more than {MOST_LINES:,} lines stand here without an empty one", do)
        if _depth(line) > DEEPEST:
            what = f"lists, quotes or lines set in are more than {DEEPEST} deep here"
            tell(number, what, "write it with fewer levels")
        for sign, pattern in SIGNS.items():
            counts[sign] += sum(1 for _ in pattern.finditer(line))
            if counts[sign] > MOST_SIGNS:
                do = "take out what is no text for people, or split the page"
                tell(number, f"the page has more than {MOST_SIGNS:,} times {sign}", do)
    return tuple(found.values())


def _depth(line: str) -> int:
    start = OUTLINE.match(line)
    outline = start[0].expandtabs(INDENT) if start else ""
    marks = len(MARK.findall(outline))
    return marks + max(0, outline.count(" ") - marks) // INDENT


@contextmanager
def less_room() -> Iterator[None]:
    """Within this, functions can call each other less deep than in a build: what is read here can be read there."""
    whole = sys.getrecursionlimit()
    sys.setrecursionlimit(max(whole - ROOM, ROOM))
    try:
        yield
    finally:
        sys.setrecursionlimit(whole)


def knot(file: str, lines: list[str], number: int) -> Problem:
    """The problem with a page on which signs are open within each other too often to be read; from line `number` on."""
    values = {"what": "too many signs are open within each other here", "do": "close each, or take them out"}
    return Problem(problems.CONTENT_TANGLED, Position(file, min(number, len(lines)), 1), values=values)
