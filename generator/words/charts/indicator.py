"""The figures of a measure over time, against what it should reach."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from generator.document.charts import Chart, Drawing, Key, Label, Mark, Panel, Shape, Stroke, place
from generator.plan.field_types import Missing
from generator.plan.model import Measure, Observation, Target
from generator.timescale import read
from generator.wording import Words
from generator.words.phrases import figure_phrase, missing_phrase, target_figure, target_phrase, upper_first

NUMBER = re.compile(r"([+-]?\d{1,12}(?:\.\d{1,6})?)\s*%?", re.ASCII)
# Where the first and the last figure stand: on their left is room for the scale's own numbers.
LEFT, RIGHT, TOP, BOTTOM = 16.0, 92.0, 12.0, 90.0
RIGHTMOST = 98.0
# So many short numbers have room beside each other on the narrowest screen.
MOST_LABELS, LONGEST_LABEL = 7, 4
# The scale ends in a number that is easy to read.
ROUND = tuple(map(Decimal, (1, 2, 4, 6, 8, 10)))
FEWEST = 2
WHOLE = 100


@dataclass(frozen=True, slots=True)
class _Point:
    """One figure; `value` is None where there is none, and `held` says why."""

    held: Observation
    value: Decimal | None
    day: date | None


@dataclass(frozen=True, slots=True)
class _Goal:
    target: Target
    value: Decimal
    day: date | None


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where values and times stand in the drawing."""

    bottom: Decimal
    top: Decimal
    start: date | None
    end: date | None

    def y(self, value: Decimal) -> float:
        share = (value - self.bottom) / (self.top - self.bottom)
        return place(BOTTOM - float(share) * (BOTTOM - TOP))

    def x(self, number: int, count: int, day: date | None) -> float:
        """In time where every day is known; else one after the other, as far apart from each other."""
        if self.start and self.end and day:
            return place(LEFT + (RIGHT - LEFT) * (day - self.start).days / (self.end - self.start).days)
        return place(LEFT + (RIGHT - LEFT) * number / (count - 1)) if count > 1 else 50.0


def indicator_charts(words: Words, anchor: str, measure: Measure) -> tuple[Chart, ...]:
    """A chart of each row of figures that there are enough of; figures with other labels are other rows."""
    held = ((measure.baseline,) if measure.baseline else ()) + measure.observations
    labels = tuple(dict.fromkeys(item.label for item in held))
    charts = []
    for number, label in enumerate(labels):
        points = _in_time([_point(item) for item in held if item.label == label])
        # What a target is for cannot be told where several things are counted.
        goals = _goals(measure) if len(labels) == 1 else []
        if (known := _known(points)) and len(known) + len(goals) >= FEWEST:
            charts.append(_chart(words, f"{anchor}-{number}", measure, label or "", points, goals))
    return tuple(charts)


def is_shown(item: Observation) -> bool:
    """Whether the figure may be known: it is there, and not held back to protect people."""
    return not isinstance(item.value, Missing) and item.state != "suppressed"


def _known(points: Sequence[_Point]) -> list[_Point]:
    return [point for point in points if point.value is not None]


def _point(item: Observation) -> _Point:
    value = Decimal(item.value) if is_shown(item) and isinstance(item.value, str) else None
    return _Point(item, value, read(item.period).end)


def _in_time(points: list[_Point]) -> list[_Point]:
    """The figures in the order of their times; as they stand where one time cannot be read."""
    return sorted(points, key=lambda point: point.day or date.min) if all(point.day for point in points) else points


def _goals(measure: Measure) -> list[_Goal]:
    """The targets that are a number."""
    found = []
    for target in measure.targets:
        if isinstance(target.value, str) and (number := NUMBER.fullmatch(target.value)):
            day = read(target.by.read_as or target.by.words).end if target.by else None
            found.append(_Goal(target, Decimal(number[1]), day))
    return found


def _chart(words: Words, anchor: str, measure: Measure, label: str, points: list[_Point], goals: list[_Goal]) -> Chart:
    name = f"{measure.text}: {label}" if label else measure.text
    panel = Panel(
        anchor,
        name,
        _description(words, measure, points, goals),
        "plot",
        _drawing(measure, points, goals),
        label=label,
        ends=_ends(points, goals),
    )
    return Chart(_sentence(words, measure, points, goals), (panel,), _key(words, measure, points, goals))


def _ends(points: list[_Point], goals: list[_Goal]) -> tuple[str, ...]:
    """What stands below the two ends: the first time, and the last of a figure or a target."""
    last = points[-1].held.period
    start, end = _span(points, goals)
    for goal in goals:
        if start and goal.target.by and goal.day == end != points[-1].day:
            last = goal.target.by.words
    return tuple(dict.fromkeys((points[0].held.period, last)))


# The drawing


def _scale(measure: Measure, points: list[_Point], goals: list[_Goal]) -> _Scale:
    values = [point.value for point in points if point.value is not None] + [goal.value for goal in goals]
    is_share = measure.kind == "percent" or (measure.unit or "").startswith("%")
    bottom, top = -_round_up(-min(values)), _round_up(max(values))
    if is_share and top <= WHOLE:
        top = Decimal(WHOLE)
    start, end = _span(points, goals)
    return _Scale(bottom, top if top > bottom else bottom + 1, start, end)


def _round_up(value: Decimal) -> Decimal:
    """The next number that is easy to read; 0 for what is not above it."""
    if value <= 0:
        return Decimal(0)
    unit = Decimal(1).scaleb(value.adjusted())
    return next(step * unit for step in ROUND if step * unit >= value)


def _span(points: list[_Point], goals: list[_Goal]) -> tuple[date | None, date | None]:
    """The first and the last day; none where a figure's is not known."""
    days = [point.day for point in points if point.day]
    if len(days) < len(points):
        return None, None
    end = max((*days, *(goal.day for goal in goals if goal.day)))
    return (days[0], end) if days[0] < end else (None, None)


def _drawing(measure: Measure, points: list[_Point], goals: list[_Goal]) -> Drawing:
    scale = _scale(measure, points, goals)
    steps = (scale.bottom, (scale.bottom + scale.top) / 2, scale.top)
    strokes = [Stroke("grid", 0, scale.y(step), 100, scale.y(step)) for step in steps]
    labels = [Label(f"{step.normalize():f}", "start", 0, scale.y(step)) for step in steps]
    marks = []
    for goal in goals:
        height = scale.y(goal.value)
        strokes.append(Stroke(goal.target.kind, 0, height, 100, height))
        is_placed = goal.day and scale.start and goal.day >= scale.start
        across = scale.x(0, 1, goal.day) if is_placed else RIGHTMOST
        marks.append(Mark(_goal_shape(goal), across, height))
    placed = [(scale.x(number, len(points), point.day), point) for number, point in enumerate(points)]
    for (x1, before), (x2, after) in pairwise(placed):
        if before.value is not None and after.value is not None:
            strokes.append(Stroke("figures", x1, scale.y(before.value), x2, scale.y(after.value)))
    named = _named(points)
    for x, point in placed:
        height = scale.y(point.value if point.value is not None else scale.bottom)
        marks.append(Mark(_shape(point), x, height))
        if point in named:
            labels.append(Label(str(point.held.value), "above", x, height))
    return Drawing(strokes=tuple(strokes), marks=tuple(marks), labels=tuple(labels))


def _named(points: list[_Point]) -> list[_Point]:
    """The figures whose number stands beside them: all, or the first and the last where there are many."""
    known = _known(points)
    is_short = all(len(str(point.held.value)) <= LONGEST_LABEL for point in known)
    return known if is_short and len(points) <= MOST_LABELS else [known[0], known[-1]]


def _shape(point: _Point) -> Shape:
    if point.value is None:
        return "cross"
    return "ring" if point.held.state == "provisional" else "dot"


def _goal_shape(goal: _Goal) -> Shape:
    return "square" if goal.target.kind == "committed" else "diamond"


# The words


def _key(words: Words, measure: Measure, points: list[_Point], goals: list[_Goal]) -> tuple[Key, ...]:
    names: dict[Shape, str] = {
        "dot": words.say("Figure"),
        "ring": words.say("Figure, provisional"),
        "cross": words.say("No figure"),
    }
    met = {_shape(point) for point in points}
    key = [Key(Drawing(marks=(Mark(shape, 50, 50),)), name) for shape, name in names.items() if shape in met]
    for goal in goals:
        stroke, mark = Stroke(goal.target.kind, 0, 50, 100, 50), Mark(_goal_shape(goal), 50, 50)
        key.append(
            Key(Drawing(strokes=(stroke,), marks=(mark,)), upper_first(target_phrase(words, goal.target, measure)))
        )
    return tuple(key)


def gap_phrase(words: Words, item: Observation) -> str:
    """Why there is no figure."""
    why = item.value if isinstance(item.value, Missing) else Missing(missing="suppressed")
    return missing_phrase(words, why)


def _said(words: Words, measure: Measure, point: _Point) -> str:
    if point.value is None:
        return words.say("{period}: no figure ({why})", period=point.held.period, why=gap_phrase(words, point.held))
    value = figure_phrase(measure, str(point.held.value))
    if point.held.state == "provisional":
        return words.say("{period}: {value}, provisional", period=point.held.period, value=value)
    return words.say("{period}: {value}", period=point.held.period, value=value)


def _description(words: Words, measure: Measure, points: list[_Point], goals: list[_Goal]) -> str:
    said = [_said(words, measure, point) for point in points]
    said += [upper_first(target_phrase(words, goal.target, measure)) for goal in goals]
    return words.say("{figures}.", figures="; ".join(said))


def _sentence(words: Words, measure: Measure, points: list[_Point], goals: list[_Goal]) -> str:
    known = _known(points)
    newest, first = known[-1], known[0]
    value = figure_phrase(measure, str(newest.held.value))
    if newest is not first and not all(point.day for point in points):
        sentences = [words.say("The figures are not compared, because the time of one of them could not be read.")]
    else:
        sentences = [words.say("Newest figure: {value} ({period}).", value=value, period=newest.held.period)]
        sentences += [_change(words, measure, first, newest)] if newest is not first else []
        sentences += [_against(words, measure, newest, goal) for goal in goals]
    gaps = [
        words.say("{period} ({why})", period=point.held.period, why=gap_phrase(words, point.held))
        for point in points
        if point.value is None
    ]
    if gaps:
        sentences.append(words.say("No figure for {periods}.", periods=words.listing(gaps)))
    return " ".join(sentences)


def _change(words: Words, measure: Measure, first: _Point, newest: _Point) -> str:
    assert first.value is not None, "it is known"
    assert newest.value is not None, "it is known"
    value = figure_phrase(measure, str(first.held.value))
    message = "Lower than at first: {value} ({period})."
    if first.value == newest.value:
        message = "The same as at first ({period})."
    elif newest.value > first.value:
        message = "Higher than at first: {value} ({period})."
    return words.say(message, value=value, period=first.held.period)


def _against(words: Words, measure: Measure, newest: _Point, goal: _Goal) -> str:
    assert newest.value is not None, "the newest figure that is known"
    value = target_figure(words, goal.target, measure)
    name = {
        "committed": words.say("the target, {value}", value=value),
        "aspirational": words.say("the aspirational target, {value}", value=value),
    }[goal.target.kind]
    if newest.value == goal.value:
        return words.say("The same as {target}.", target=name)
    if newest.value > goal.value:
        return words.say("Above {target}.", target=name)
    return words.say("Below {target}.", target=name)
