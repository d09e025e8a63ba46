"""Figures agree with each other: parts with their sum, a share with its two counts."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from generator import problems
from generator.checks.times import reading_of_words, span_of
from generator.checks.walk import Step, Walk
from generator.errors import Problem
from generator.plan.model import Evidence, Measure, Observation
from generator.plan.validation import Path
from generator.text import nearest


class Figure(NamedTuple):
    """One figure of a measure or of a piece of evidence, with its path there."""

    path: Path
    held: Observation

    @property
    def value(self) -> Decimal | None:
        is_known = isinstance(self.held.value, str) and self.held.state != "suppressed"
        return Decimal(str(self.held.value)) if is_known else None

    @property
    def time(self) -> object:
        """What two figures of the same time have in common, whatever the words."""
        return span_of(reading_of_words(self.held.period)) or self.held.period.casefold()


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every figure that cannot be right if the others are."""
    for step, measure in walk.of(Measure):
        start = [Figure(("baseline",), measure.baseline)] if measure.baseline else []
        figures = start + _figures("observations", measure.observations)
        is_share = measure.kind == "percent" or (measure.unit or "").startswith("%")
        yield from _parts(walk, step, figures, is_share=is_share)
        if is_share:
            yield from _shares(walk, step, figures)
    for step, evidence in walk.of(Evidence):
        yield from _parts(walk, step, _figures("figures", evidence.figures), is_share=False)


def _figures(key: str, held: tuple[Observation, ...]) -> list[Figure]:
    return [Figure((key, place), figure) for place, figure in enumerate(held)]


def _parts(walk: Walk, step: Step, figures: list[Figure], *, is_share: bool) -> Iterator[Problem]:
    labels = {figure.held.label for figure in figures if figure.held.label}
    wholes: defaultdict[tuple[object, str], list[Figure]] = defaultdict(list)
    parts: defaultdict[tuple[object, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        wholes[figure.time, figure.held.label or ""].append(figure)
        whole = figure.held.part_of
        if whole and whole not in labels:
            meant = nearest(whole, labels)
            do = f"did you mean {meant!r}?" if meant else "give that figure this label, or take the line out"
            yield walk.problem(problems.PART_UNKNOWN, step, *figure.path, "part_of", value=whole, do=do)
        elif whole and whole != figure.held.label:
            parts[figure.time, whole].append(figure)
    for (time, label), found in parts.items():
        if len(wholes[time, label]) == 1 and len(found) > 1:
            yield from _sum(walk, step, wholes[time, label][0], found, is_share=is_share)


def _sum(walk: Walk, step: Step, whole: Figure, parts: list[Figure], *, is_share: bool) -> Iterator[Problem]:
    known = [part.value for part in parts if part.value is not None]
    if whole.value is None or len(known) < len(parts):
        return
    total = sum(known, Decimal())
    # Shares are rounded, each by half of its last digit at most.
    slack = sum((_half(value) for value in (whole.value, *known)), Fraction()) if is_share else Fraction()
    gap = abs(whole.value - total)
    if gap > slack:
        more = "too many" if total > whole.value else "is not accounted for" if gap == 1 else "are not accounted for"
        yield walk.problem(
            problems.FIGURES_SUM,
            step,
            *whole.path,
            parts=" and ".join(f"{part.held.label or 'a part'!r} {part.held.value}" for part in parts),
            total=total,
            whole=whole.held.label,
            figure=whole.value,
            gap=f"{gap} {more}",
        )


def _half(value: Decimal) -> Fraction:
    """Half of the last digit of `value`."""
    return Fraction(1, 2 * 10 ** _decimals(value))


def _decimals(value: Decimal) -> int:
    return len(str(value).partition(".")[2])


def _shares(walk: Walk, step: Step, figures: list[Figure]) -> Iterator[Problem]:
    for figure in figures:
        some, all_of = figure.held.numerator, figure.held.denominator
        if figure.value is None or some is None or not all_of or some > all_of:
            continue
        share = Fraction(100 * some, all_of)
        if abs(Fraction(figure.value) - share) > _half(figure.value):
            last = Decimal(1).scaleb(-_decimals(figure.value))
            said = (Decimal(100 * some) / all_of).quantize(last, ROUND_HALF_UP)
            yield walk.problem(
                problems.SHARE_DIFFERS,
                step,
                *figure.path,
                "value",
                numerator=some,
                denominator=all_of,
                share=said,
                figure=figure.value,
            )
