"""The summary that the source prints, beside the same figures counted in the actions."""

from collections.abc import Callable, Mapping

from generator.document.blocks import Block, Cell, Line, Link, Row, Table, Tag, points, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.plan.field_types import Missing
from generator.plan.model import Outcome, PrintedSummary
from generator.status import status_named, summary_counts
from generator.wording import Words
from generator.words.directory import page_link
from generator.words.phrases import as_at_phrase, lower_first, missing_phrase, short_outcome_title
from generator.words.plan_page import plan_page
from generator.words.view import PlanView

Figure = int | Missing
Printed = Mapping[tuple[str, str], Figure]
Counted = Mapping[tuple[str, str], int] | None


def summary_page(view: PlanView) -> Page:
    """The plan's printed summary beside what the actions give. It opens with whether the two agree."""
    plan, words, summary = view.plan, view.words, view.plan.printed_summary
    assert summary is not None, "the page is there only where the source prints a summary"
    printed = {(row.outcome, cell.status): cell.count for row in summary.rows for cell in row.cells}
    counted = summary_counts(plan, summary, view.day)
    in_print = tuple(dict.fromkeys(row.outcome for row in summary.rows))
    in_plan = tuple(outcome.id for outcome in plan.outcomes if outcome.id in in_print or outcome.actions)
    table, title = _tables(view, printed, counted), summary.title or words.say("Summary")
    tables = [table(words.say("{title}, in printed order", title=title), in_print)] if printed else []
    if printed and in_plan != in_print:
        tables.append(table(words.say("The same, in the order of the plan"), in_plan))
    if _compared(printed, counted):
        tables.append(_marks(words))
    answer, legend = _answer(view, printed, counted), page_link(view, "legend")
    blocks: tuple[Block, ...] = (
        *sentences(answer, role="lead"),
        *points(*_differing(view, printed, counted)),
        *sentences(_day(view, summary), _rule(view, counted)),
        *(sentences(legend) if legend else ()),
        *tables,
    )
    return plan_page(view, "summary", words.say("The printed summary, checked"), answer, blocks)


def _marks(words: Words) -> Table:
    """What is meant where two figures are compared."""
    return Table(
        words.say("What the marks in these tables mean"),
        (words.say("Mark"), words.say("What it means")),
        (
            Row(((Line("", tag=_same(words)),), (Line(words.say("What is printed and what is worked out agree.")),))),
            Row(((Line("", tag=_differs(words)),), (Line(words.say("They are not the same figure.")),))),
        ),
    )


def _same(words: Words) -> Tag:
    return Tag(words.say("Same"), "complete")


def _differs(words: Words) -> Tag:
    return Tag(words.say("Differs"), "overdue")


def _compared(printed: Printed, counted: Counted) -> list[bool]:
    """Of each figure that can be compared, whether it agrees."""
    if counted is None:
        return []
    return [figure == counted.get(place, 0) for place, figure in printed.items() if isinstance(figure, int)]


def _answer(view: PlanView, printed: Printed, counted: Counted) -> str:
    words, compared = view.words, _compared(printed, counted)
    wrong, left_out = compared.count(False), len(printed) - len(compared)
    if not printed:
        return words.say("The printed summary holds no figures.")
    if not compared:
        return words.say("No figure of the printed summary can be compared with the actions.")
    if not wrong:
        said = words.plural(
            "The {count} figure agrees with the actions.", "All {count} figures agree with the actions.", len(compared)
        )
    else:
        said = words.plural(
            "{count} of {all} figures differs from the actions.",
            "{count} of {all} figures differ from the actions.",
            wrong,
            all=words.number(len(compared)),
        )
    if not left_out:
        return said
    more = words.plural("{count} figure cannot be compared.", "{count} figures cannot be compared.", left_out)
    return words.say("{said} {more}", said=said, more=more)


def _differing(view: PlanView, printed: Printed, counted: Counted) -> list[str]:
    words = view.words
    outcomes = {outcome.id: outcome for outcome in view.plan.outcomes}
    return [
        words.say(
            "{outcome}, {status}: printed {printed}, worked out {found}",
            outcome=short_outcome_title(view, outcomes[outcome]),
            status=status_named(view.plan, status).label,
            printed=figure,
            found=(counted or {}).get((outcome, status), 0),
        )
        for (outcome, status), figure in printed.items()
        if counted is not None and isinstance(figure, int) and figure != counted.get((outcome, status), 0)
    ]


def _day(view: PlanView, summary: PrintedSummary) -> str:
    words = view.words
    named, own = summary.as_at, view.plan.as_at
    if named and own in (None, named):
        return words.say("The summary speaks of {day}. So do the figures worked out.", day=words.day(named))
    if not named and not own:
        return words.say("The summary names no day, and neither does the plan.")
    said = words.say("The summary names no day.")
    if named:
        said = words.say("The summary speaks of {day}.", day=words.day(named))
    return " ".join((said, words.say("The figures are worked out from these ratings."), as_at_phrase(view)))


def _rule(view: PlanView, counted: Counted) -> str:
    words, own, scheme = view.words, view.plan.words, view.plan.status_scheme
    if counted is None:
        return words.say("This plan does not rate its {actions}, so nothing is worked out.", actions=_actions(view))
    said = words.say(
        "We count the {actions} of each {outcome} by rating. The owner’s own rating counts first.",
        actions=_actions(view),
        outcome=lower_first(own.outcome),
    )
    if not scheme or not scheme.computed:
        return said
    rule = scheme.computed
    labels = {
        name: status_named(view.plan, getattr(rule, name)).label
        for name in ("complete", "past_due", "due_soon", "in_time")
    }
    how = words.plural(
        "Where there is none, what is 100% complete is {complete}; what is past its date is {past_due}; what is due "
        "within {count} day is {due_soon}; all else is {in_time}.",
        "Where there is none, what is 100% complete is {complete}; what is past its date is {past_due}; what is due "
        "within {count} days is {due_soon}; all else is {in_time}.",
        rule.window_days,
        **labels,
    )
    return words.say("{said} {how}", said=said, how=how)


def _actions(view: PlanView) -> str:
    return lower_first(view.plan.words.actions)


def _tables(view: PlanView, printed: Printed, counted: Counted) -> Callable[[str, tuple[str, ...]], Table]:
    """Makes a table of some outcomes: its caption and their ids in order."""
    words, plan = view.words, view.plan
    statuses = tuple(dict.fromkeys(status for _, status in printed))
    outcomes = {outcome.id: outcome for outcome in plan.outcomes}
    columns = (
        plan.words.outcome,
        *(status_named(plan, status).label for status in statuses),
        words.say("Together"),
    )

    def table(caption: str, order: tuple[str, ...]) -> Table:
        rows = [_row(view, outcomes[outcome], statuses, printed, counted) for outcome in order]
        return Table(caption, columns, (*rows, _totals(view, order, statuses, printed, counted)))

    return table


def _row(view: PlanView, outcome: Outcome, statuses: tuple[str, ...], printed: Printed, counted: Counted) -> Row:
    header = Line("", link=Link(short_outcome_title(view, outcome), Ref("outcome", outcome.id, view.plan.id)))
    cells = [_cell(view, printed.get((outcome.id, status)), _found(counted, outcome.id, status)) for status in statuses]
    total = _sum_cell(view, [(outcome.id, status) for status in statuses], printed, counted)
    return Row(((header,), *cells, total))


def _totals(
    view: PlanView, order: tuple[str, ...], statuses: tuple[str, ...], printed: Printed, counted: Counted
) -> Row:
    sums = [_sum_cell(view, [(outcome, status) for outcome in order], printed, counted) for status in statuses]
    places = [(outcome, status) for outcome in order for status in statuses]
    return Row(((Line(view.words.say("All")),), *sums, _sum_cell(view, places, printed, counted)))


def _found(counted: Counted, outcome: str, status: str) -> int | None:
    return None if counted is None else counted.get((outcome, status), 0)


def _sum_cell(view: PlanView, places: list[tuple[str, str]], printed: Printed, counted: Counted) -> Cell:
    """A total is printed only as the sum of its figures; where one of them is missing, there is none."""
    figures = [printed.get(place) for place in places]
    known = [figure for figure in figures if isinstance(figure, int)]
    found = None if counted is None else sum(counted.get(place, 0) for place in places)
    return _cell(view, sum(known) if len(known) == len(figures) else None, found)


def _cell(view: PlanView, figure: Figure | None, found: int | None) -> Cell:
    words = view.words
    if isinstance(figure, Missing):
        said = missing_phrase(words, figure)
    else:
        said = words.say("Not printed") if figure is None else words.say("Printed {count}", count=words.number(figure))
    if found is None:
        return (Line(said), Line(words.say("not worked out")))
    line = words.say("worked out {count}", count=words.number(found))
    if not isinstance(figure, int):
        return (Line(said), Line(line))
    return (Line(said), Line(line, tag=_same(words) if figure == found else _differs(words)))
