"""Figures agree with each other: parts with their sum, a share with its two counts."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from generator import problems
from generator.checks.context import PlanContext
from generator.checks.times import reading_of_words, span_of
from generator.errors import Problem
from generator.plan.model import Evidence, Measure
from generator.privacy.figures import Figure, figures_of
from generator.text import nearest


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every figure that cannot be right if the others are."""
    for node, measure in context.of(Measure):
        is_share = measure.kind == "percent" or (measure.unit or "").startswith("%")
        yield from _parts(context, figures_of(node), is_share=is_share)
        if is_share:
            yield from _shares(context, figures_of(node))
    for node, _ in context.of(Evidence):
        yield from _parts(context, figures_of(node), is_share=False)


def _time(figure: Figure) -> object:
    """What two figures of the same time have in common, whatever the words."""
    return span_of(reading_of_words(figure.held.period)) or figure.held.period.casefold()


def _parts(context: PlanContext, figures: list[Figure], *, is_share: bool) -> Iterator[Problem]:
    labels = {figure.held.label for figure in figures if figure.held.label}
    wholes: defaultdict[tuple[object, str], list[Figure]] = defaultdict(list)
    parts: defaultdict[tuple[object, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        wholes[_time(figure), figure.held.label or ""].append(figure)
        whole = figure.held.part_of
        if whole and whole not in labels:
            meant = nearest(whole, labels)
            do = f"did you mean {meant!r}?" if meant else "give that figure this label, or take the line out"
            yield context.problem(problems.PART_UNKNOWN, figure.node, "part_of", value=whole, do=do)
        elif whole and whole != figure.held.label:
            parts[_time(figure), whole].append(figure)
    for (time, label), found in parts.items():
        if len(wholes[time, label]) == 1 and len(found) > 1:
            yield from _sum(context, wholes[time, label][0], found, is_share=is_share)


def _sum(context: PlanContext, whole: Figure, parts: list[Figure], *, is_share: bool) -> Iterator[Problem]:
    figure, known = whole.known, [part.known for part in parts if part.known is not None]
    if figure is None or len(known) < len(parts):
        return
    total = sum(known, Decimal())
    # Shares are rounded, each by half of its last digit at most.
    slack = sum((_half(value) for value in (figure, *known)), Fraction()) if is_share else Fraction()
    gap = abs(figure - total)
    if gap > slack:
        more = "too many" if total > figure else "is not accounted for" if gap == 1 else "are not accounted for"
        named = " and ".join(f"{part.held.label or 'a part'!r} {part.held.value}" for part in parts)
        values: dict[str, Any] = {"parts": named, "total": total, "whole": whole.held.label, "figure": figure}
        yield context.problem(problems.FIGURES_SUM, whole.node, **values, gap=f"{gap} {more}")


def _half(value: Decimal) -> Fraction:
    """Half of the last digit of `value`."""
    return Fraction(1, 2 * 10 ** _decimals(value))


def _decimals(value: Decimal) -> int:
    return len(str(value).partition(".")[2])


def _shares(context: PlanContext, figures: list[Figure]) -> Iterator[Problem]:
    for figure in figures:
        some, all_of = figure.held.numerator, figure.held.denominator
        known = figure.known
        if known is None or some is None or not all_of or some > all_of:
            continue
        if abs(Fraction(known) - Fraction(100 * some, all_of)) > _half(known):
            last = Decimal(1).scaleb(-_decimals(known))
            share = (Decimal(100 * some) / all_of).quantize(last, ROUND_HALF_UP)
            values: dict[str, Any] = {"numerator": some, "denominator": all_of, "share": share, "figure": known}
            yield context.problem(problems.SHARE_DIFFERS, figure.node, "value", **values)
