"""Figures of measures and of evidence that are small counts of people, or that give a small or suppressed one back."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.plan.field_types import Missing
from generator.plan.model import Evidence, Measure, Observation
from generator.plan.walk import PlanNode
from generator.privacy.counts import LIMIT, TALKS_OF_PEOPLE
from generator.privacy.finding import Finding, Kind, finding_id

# "Children seen in time (%)", "per 1,000 pupils": such a figure counts nobody.
SHARE = re.compile(
    r"(?i)^(?:%|per ?cent|proportion of|rates? (?:of|per))|\((?:%|per cent|per [\d,]+)\)|\bper [\d,]*\d{2}\b"
)
SMALL, GIVEN_BACK = Kind.SMALL_NUMBER, Kind.SMALL_NUMBER_BY_DIFFERENCE


class Figure(NamedTuple):
    """One figure of a measure or of a piece of evidence."""

    node: PlanNode
    held: Observation

    @property
    def value(self) -> Decimal | None:
        return None if isinstance(self.held.value, Missing) else Decimal(self.held.value)

    @property
    def is_suppressed(self) -> bool:
        missing = isinstance(self.held.value, Missing) and self.held.value.missing == "suppressed"
        return missing or self.held.state == "suppressed"

    @property
    def known(self) -> Decimal | None:
        """The figure, where there is one and it is not suppressed."""
        return None if self.is_suppressed else self.value


def figures_of(node: PlanNode) -> list[Figure]:
    """The figures of a measure, its start first, or of a piece of evidence."""
    return [
        Figure(PlanNode(held, path, (*node.above, (node.value, field.name))), held)
        for field, path, held in node.held()
        if isinstance(held, Observation)
    ]


def figures_found(node: PlanNode) -> Iterator[Finding]:
    """What is found in the figures of a measure or a piece of evidence."""
    holder, figures = node.value, figures_of(node)
    is_share = False
    if isinstance(holder, Measure):
        words = " ".join(filter(None, (holder.text, holder.unit)))
        is_share = holder.kind == "percent" or any(SHARE.search(own or "") for own in (holder.text, holder.unit))
    elif isinstance(holder, Evidence):
        words = " ".join(filter(None, (holder.title, holder.shows)))
    else:
        return
    for figure in figures:
        own = " ".join(filter(None, (figure.held.label, figure.held.note)))
        if figure.is_suppressed or TALKS_OF_PEOPLE.search(f"{words} {own}"):
            yield from _of_one(figure, is_share=is_share)
    yield from _of_parts(figures, words, is_share=is_share)


def _found(figure: Figure, field: str, kind: Kind, words: str) -> Finding:
    held, path, subject = figure.held, (*figure.node.path, field), figure.node.subject
    context = (held.label, held.period, held.value, held.numerator, held.denominator, held.state, words)
    own = finding_id(kind, path, subject, " | ".join(map(str, context)))
    return Finding(kind=kind, path=path, subject=subject, words=words, id=own)


def _of_one(figure: Figure, *, is_share: bool) -> Iterator[Finding]:
    """What one figure tells by itself."""
    held, value = figure.held, figure.value
    some, all_of = held.numerator, held.denominator
    label = held.label or held.period
    if figure.is_suppressed and (value is not None or some is not None):
        said = value if value is not None else f"{some} of {all_of}" if all_of is not None else some
        yield _found(figure, "value" if value is not None else "numerator", GIVEN_BACK, f"{label}: {said}, suppressed")
        return
    if value is not None and not is_share and _is_small(value):
        yield _found(figure, "value", SMALL, f"{label}: {value}")
    if some is not None and _is_small(Decimal(some)):
        yield _found(figure, "numerator", SMALL, f"{label}: {some} of {all_of}" if all_of else f"{label}: {some}")
    elif all_of is not None and _is_small(Decimal(all_of)):
        yield _found(figure, "denominator", SMALL, f"{label}: of {all_of}")
    elif all_of is not None and some is not None and _is_small(Decimal(all_of - some)):
        yield _found(figure, "denominator", GIVEN_BACK, f"{label}: {some} of {all_of}")
    elif is_share and some is None and all_of and value is not None:
        count = round(value * all_of / 100)
        if _is_small(Decimal(count)) or _is_small(Decimal(all_of - count)):
            yield _found(figure, "denominator", GIVEN_BACK, f"{label}: {value}% of {all_of}")


def _is_small(count: Decimal) -> bool:
    return 0 < count < LIMIT and count == int(count)


def _of_parts(figures: list[Figure], words: str, *, is_share: bool) -> Iterator[Finding]:
    """What figures tell together: a whole less its parts."""
    parts: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.held.part_of:
            parts[figure.held.period.casefold(), figure.held.part_of].append(figure)
    for (period, label), own in parts.items():
        wholes = [f for f in figures if f.held.label == label and f.held.period.casefold() == period]
        if len(wholes) == 1:
            yield from _of_whole(wholes[0], own, words, is_share=is_share)


def _of_whole(whole: Figure, parts: list[Figure], words: str, *, is_share: bool) -> Iterator[Finding]:
    unknown = [part for part in parts if part.known is None]
    known = [part.known for part in parts if part.known is not None]
    shown = " and ".join(str(value) for value in known)
    if whole.known is None:
        if whole.is_suppressed and not unknown and known:
            yield _found(whole, "value", GIVEN_BACK, f"{whole.held.label}: {shown} make a figure that is suppressed")
        return
    rest = whole.known - sum(known, Decimal())
    sentence = f"{whole.held.label}: {whole.known} less {shown}"
    if known and len(unknown) == 1 and unknown[0].is_suppressed and rest >= 0:
        yield _found(unknown[0], "value", GIVEN_BACK, f"{sentence} gives a figure that is suppressed")
    labels = " ".join(part.held.label or "" for part in (whole, *parts))
    if not unknown and known and not is_share and _is_small(rest) and TALKS_OF_PEOPLE.search(f"{words} {labels}"):
        yield _found(whole, "value", GIVEN_BACK, sentence)
