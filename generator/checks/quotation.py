"""Quotation marks that hold no value together, and so would be published as part of it."""

from collections.abc import Iterator
from typing import NamedTuple

from generator import problems
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.plan.model import Timescale
from generator.plan.yaml_tree import Scalar, node_at

CURLY = (("“", "”"), ("‘", "’"), ("”", "”"), ("“", "“"))


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every text that a quotation mark ends and none opens, or that stands in curly ones as a whole."""
    for words in walk.texts:
        if isinstance(words.step.value, Timescale):
            continue  # that such words are no time is told already
        node = node_at(walk.root, words.path)
        found = _stray_marks(node.text) if isinstance(node, Scalar) and node.plain else None
        if found:
            yield walk.problem(problems.TEXT_QUOTATION, words.step, *words.more, why=found.why, meant=found.meant)


class Stray(NamedTuple):
    """Why quotation marks are most likely a slip, and what to write."""

    why: str
    meant: str


def _stray_marks(text: str) -> Stray | None:
    if text.endswith('"') and text.count('"') == 1:
        return Stray("a quotation mark ends this text and none opens it", f'"{text[:-1]}"')
    for opening, closing in CURLY:
        inner = text[1:-1]
        is_wrapped = bool(inner) and text.startswith(opening) and text.endswith(closing)
        if is_wrapped and not set(inner) & set("“”‘’"):
            return Stray(
                "these curly quotation marks are part of the text", f'"{inner}"' if '"' not in inner else inner
            )
    return None
