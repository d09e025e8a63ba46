"""The dates of a plan on a line: what was done, what has passed and what is still to come, each with its own sign."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.document.blocks import Line, Row, Table
from generator.document.charts import Chart, Drawing, Key, Label, Mark, Panel, Shape, Stroke, place
from generator.status import each_thing
from generator.wording import Words
from generator.words.view import PlanView

State = Literal["done", "passed", "to-come"]
SHAPES: dict[State, Shape] = {"done": "dot", "passed": "cross", "to-come": "ring"}
# So many columns have room for a year's name each on the narrowest screen.
MOST_COLUMNS = 8
MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """The columns of the line, each of `step` months; `first` is the number of the first. Counts are by column."""

    step: int
    first: int
    last: int
    counts: Counter[tuple[int, State]]

    @property
    def columns(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def states(self) -> tuple[State, ...]:
        """The states that any date has."""
        return tuple(state for state in SHAPES if any(found == state for _, found in self.counts))

    def total(self, state: State) -> int:
        return sum(count for (_, found), count in self.counts.items() if found == state)


def timeline_chart(view: PlanView) -> Chart | None:
    """Every date of the plan by which something is due; None where all fall into one month, or there is none."""
    line = _line(view)
    if line is None or line.first == line.last:
        return None
    words = view.words
    key = tuple(
        Key(Drawing(marks=(Mark(SHAPES[state], 50, 50),)), _counted(view, state, line.total(state)))
        for state in line.states
    )
    panel = Panel(
        "chart-timeline",
        words.say("The dates of the plan on a line"),
        words.listing(_described(view, line)),
        "lanes",
        _drawing(words, line),
    )
    return Chart(_sentence(view, line), (panel,), key)


def timeline_table(view: PlanView) -> Table | None:
    """The same as a table: how many dates fall into each column, by what became of them."""
    line = _line(view)
    if line is None:
        return None
    words = view.words
    rows = tuple(
        Row(
            (
                (Line(_column_name(words, line, column)),),
                *((Line(words.number(line.counts[column, state])),) for state in line.states),
            )
        )
        for column in line.columns
    )
    columns = (words.say("When"), *(state_words(view, state) for state in line.states))
    return Table(words.say("How many dates fall when"), columns, rows)


def state_words(view: PlanView, state: State) -> str:
    """What became of a date."""
    words = view.words
    passed, to_come = words.say("Date passed"), words.say("Still to come")
    if view.plan.closed:
        day = words.day(view.plan.closed.as_at)
        passed, to_come = words.say("Not reported as done"), words.say("Due after {day}", day=day)
    return {"done": words.say("Done"), "passed": passed, "to-come": to_come}[state]


def _line(view: PlanView) -> _Line | None:
    dates = []
    for thing in each_thing(view.plan):
        standing = view.standings[thing.id]
        if standing.due:
            dates.append((_month(standing.due), _state(view, standing.due, is_done=standing.is_done)))
    if not dates:
        return None
    first, last = min(month for month, _ in dates), max(month for month, _ in dates)
    step = _step(first, last)
    counts = Counter((month // step, state) for month, state in dates)
    return _Line(step, first // step, last // step, counts)


def _state(view: PlanView, due: date, *, is_done: bool) -> State:
    if is_done:
        return "done"
    return "passed" if due < view.day else "to-come"


def _month(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def _step(first: int, last: int) -> int:
    """How many months a column holds: one, a quarter, half a year, or whole years."""
    for step in (1, 3, 6):
        if last // step - first // step < MOST_COLUMNS:
            return step
    years = 1
    while last // (years * MONTHS) - first // (years * MONTHS) >= MOST_COLUMNS:
        years += 1
    return years * MONTHS


def _day(month: int) -> date:
    return date(month // MONTHS, month % MONTHS + 1, 1)


def _column_name(words: Words, line: _Line, column: int) -> str:
    """A column in words: "March 2019", "January to March 2019", "2019", "2018 to 2019"."""
    start, end = column * line.step, (column + 1) * line.step - 1
    if line.step == 1:
        return words.month(_day(start))
    if line.step < MONTHS:
        return words.say("{start} to {end}", start=words.month_name(start % MONTHS + 1), end=words.month(_day(end)))
    years = sorted({start // MONTHS, end // MONTHS})
    if len(years) == 1:
        return str(years[0])
    return words.say("{start} to {end}", start=years[0], end=years[1])


def _drawing(words: Words, line: _Line) -> Drawing:
    width = 100 / len(line.columns)
    lanes = {state: 100 * (number + 0.6) / len(line.states) for number, state in enumerate(line.states)}
    strokes = [Stroke("axis", 0, 100, 100, 100)]
    marks, labels = [], []
    for number, column in enumerate(line.columns):
        start, middle = number * width, (number + 0.5) * width
        year = column * line.step // MONTHS
        if number == 0 or year != (column - 1) * line.step // MONTHS:
            strokes.append(Stroke("grid", place(start), 0, place(start), 100))
            labels.append(Label(str(year), "below", place(start), 100))
        for state, height in lanes.items():
            if count := line.counts[column, state]:
                marks.append(Mark(SHAPES[state], place(middle), place(height)))
                labels.append(Label(words.number(count), "above", place(middle), place(height)))
    return Drawing(strokes=tuple(strokes), marks=tuple(marks), labels=tuple(labels))


def _counted(view: PlanView, state: State, count: int) -> str:
    return view.words.say("{state}: {count}", state=state_words(view, state), count=view.words.number(count))


def _described(view: PlanView, line: _Line) -> list[str]:
    """Each column that holds a date, in words."""
    found = []
    for column in line.columns:
        counts = [_counted(view, state, count) for state in line.states if (count := line.counts[column, state])]
        if counts:
            name = _column_name(view.words, line, column)
            found.append(view.words.say("{when} ({counts})", when=name, counts=view.words.listing(counts)))
    return found


def _sentence(view: PlanView, line: _Line) -> str:
    words = view.words
    first, last = words.month(_day(line.first * line.step)), words.month(_day((line.last + 1) * line.step - 1))
    if line.step == 1:
        column = words.say("Each column is a month.")
    elif line.step < MONTHS:
        column = words.plural("Each column is {count} month.", "Each column is {count} months.", line.step)
    else:
        column = words.plural("Each column is a year.", "Each column is {count} years.", line.step // MONTHS)
    return words.plural(
        "{count} date, from {first} to {last}. {column} A number says how many dates fall there.",
        "{count} dates, from {first} to {last}. {column} A number says how many dates fall there.",
        line.counts.total(),
        first=first,
        last=last,
        column=column,
    )
