"""How the texts of gold.toml are read, and how a gate's findings are counted against them."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from generator.privacy import Finding, Kind

GOLD = Path(__file__).parent / "gold.toml"
NAME, INITIALS = re.compile(r"‹(.+?)›"), re.compile(r"«(.+?)»")
NAMES = frozenset({Kind.PERSON_NAME, Kind.ROLE_WITH_NAME})


class Gold(NamedTuple):
    """One text, and the names and initials that it holds."""

    text: str
    names: tuple[str, ...]
    initials: tuple[str, ...]


class Score(NamedTuple):
    """How many were there, how many of them were found, and how many were found that are nobody's."""

    there: int
    found: int
    false: int


def read_gold() -> tuple[tuple[Gold, ...], dict[str, list[str]]]:
    """The texts, and the names of bodies and the terms that their plan explains."""
    data = tomllib.loads(GOLD.read_text("utf-8"))
    texts = tuple(
        Gold(re.sub("[‹›«»]", "", text), tuple(NAME.findall(text)), tuple(INITIALS.findall(text)))
        for text in data["texts"]
    )
    return texts, data


def score(golden: list[tuple[str, ...]], found: list[list[Finding]]) -> Score:
    """How the words `found` in each text compare with those that are there. A group such as "AQ, CD" has each part."""
    there = right = false = 0
    for wanted, findings in zip(golden, found, strict=True):
        left = Counter(wanted)
        there += len(wanted)
        for finding in findings:
            held = [word for word in left.elements() if word in finding.words or finding.words in word]
            for word in held:
                left[word] -= 1
            right += len(held)
            false += not held
    return Score(there, right, false)
