"""The summary that the source prints, beside the same figures counted in the actions."""

from collections.abc import Iterable, Mapping

from generator.document.blocks import Block, Cell, Line, Table, Tag, points, sentences
from generator.document.page import Page
from generator.plan.field_types import Missing
from generator.plan.model import PrintedSummary
from generator.status import status_named, summary_counts
from generator.wording import Words
from generator.words.directory import page_link
from generator.words.layout import row
from generator.words.named_things import title_link
from generator.words.phrases import as_at_phrase, lower_first, missing_phrase, short_outcome_title
from generator.words.plan_page import plan_page
from generator.words.view import PlanView

# By the ids of an outcome and of a status.
Place = tuple[str, str]
Figure = int | Missing
Printed = Mapping[Place, Figure]
Counted = Mapping[Place, int] | None


def summary_page(view: PlanView) -> Page:
    """The plan's printed summary beside what the actions give. It opens with whether the two agree."""
    plan, words, summary = view.plan, view.words, view.plan.printed_summary
    assert summary is not None, "the page is there only where the source prints a summary"
    printed = {(row.outcome, cell.status): cell.count for row in summary.rows for cell in row.cells}
    counted = summary_counts(plan, summary, view.day)
    known = {place: figure for place, figure in printed.items() if isinstance(figure, int)}
    compared = {} if counted is None else {place: counted.get(place, 0) for place in known}
    wrong = [place for place, found in compared.items() if found != known[place]]
    in_print = tuple(dict.fromkeys(row.outcome for row in summary.rows))
    in_plan = tuple(outcome.id for outcome in plan.outcomes if outcome.id in in_print or outcome.actions)
    tables = []
    if printed:
        caption = words.say("{title}, in printed order", title=summary.title or words.say("Summary"))
        tables.append(_table(view, caption, in_print, printed, counted))
    if printed and in_plan != in_print:
        tables.append(_table(view, words.say("The same, in the order of the plan"), in_plan, printed, counted))
    if compared:
        tables.append(_marks(words))
    answer, legend = _answer(words, len(printed), len(compared), len(wrong)), page_link(view, "legend")
    blocks: tuple[Block, ...] = (
        *sentences(answer, role="lead"),
        *points(*(_difference(view, place, known[place], compared[place]) for place in wrong)),
        *sentences(_day(view, summary), _rule(view, counted)),
        *(sentences(legend) if legend else ()),
        *tables,
    )
    return plan_page(view, "summary", words.say("The printed summary, checked"), answer, blocks)


def _marks(words: Words) -> Table:
    """What is meant where two figures are compared."""
    same = row(_mark(words, agrees=True), words.say("What is printed and what is worked out agree."))
    differs = row(_mark(words, agrees=False), words.say("They are not the same figure."))
    columns = (words.say("Mark"), words.say("What it means"))
    return Table(words.say("What the marks in these tables mean"), columns, (same, differs))


def _mark(words: Words, *, agrees: bool) -> Tag:
    return Tag(words.say("Same"), "complete") if agrees else Tag(words.say("Differs"), "overdue")


def _answer(words: Words, printed: int, compared: int, wrong: int) -> str:
    """Whether the figures agree: of those that are printed, how many can be compared, and how many of these differ."""
    if not printed:
        return words.say("The printed summary holds no figures.")
    if not compared:
        return words.say("No figure of the printed summary can be compared with the actions.")
    said = words.plural(
        "The {count} figure agrees with the actions.", "All {count} figures agree with the actions.", compared
    )
    if wrong:
        said = words.plural(
            "{count} of {all} figures differs from the actions.",
            "{count} of {all} figures differ from the actions.",
            wrong,
            all=words.number(compared),
        )
    if printed == compared:
        return said
    left_out = printed - compared
    more = words.plural("{count} figure cannot be compared.", "{count} figures cannot be compared.", left_out)
    return f"{said} {more}"


def _difference(view: PlanView, place: Place, printed: int, found: int) -> str:
    outcome, status = place
    return view.words.say(
        "{outcome}, {status}: printed {printed}, worked out {found}",
        outcome=short_outcome_title(view, next(item for item in view.plan.outcomes if item.id == outcome)),
        status=status_named(view.plan, status).label,
        printed=printed,
        found=found,
    )


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
    """How the figures are worked out."""
    words, own, scheme = view.words, view.plan.words, view.plan.status_scheme
    actions = lower_first(own.actions)
    if counted is None:
        return words.say("This plan does not rate its {actions}, so nothing is worked out.", actions=actions)
    said = words.say(
        "We count the {actions} of each {outcome} by rating. The owner’s own rating counts first.",
        actions=actions,
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
    return f"{said} {how}"


def _table(view: PlanView, caption: str, order: tuple[str, ...], printed: Printed, counted: Counted) -> Table:
    """A row for each outcome of `order`, by their ids, a column for each status, and the sums of both."""
    words, plan = view.words, view.plan
    outcomes = {outcome.id: outcome for outcome in plan.outcomes}
    statuses = tuple(dict.fromkeys(status for _, status in printed))

    def found(places: Iterable[Place]) -> int | None:
        return None if counted is None else sum(counted.get(place, 0) for place in places)

    def total(*places: Place) -> Cell:
        # A total is printed only as the sum of its figures; where one of them is missing, there is none.
        known = [figure for place in places if isinstance(figure := printed.get(place), int)]
        return _cell(view, sum(known) if len(known) == len(places) else None, found(places))

    rows = [
        row(
            title_link(view, outcomes[outcome]),
            *(_cell(view, printed.get((outcome, status)), found([(outcome, status)])) for status in statuses),
            total(*((outcome, status) for status in statuses)),
        )
        for outcome in order
    ]
    sums = (total(*((outcome, status) for outcome in order)) for status in statuses)
    whole = total(*((outcome, status) for outcome in order for status in statuses))
    labels = (status_named(plan, status).label for status in statuses)
    columns = (plan.words.outcome, *labels, words.say("Together"))
    return Table(caption, columns, (*rows, row(words.say("All"), *sums, whole)))


def _cell(view: PlanView, figure: Figure | None, found: int | None) -> Cell:
    """A figure as it is printed, and as it is worked out."""
    words = view.words
    if isinstance(figure, Missing):
        said = missing_phrase(words, figure)
    else:
        said = words.say("Not printed") if figure is None else words.say("Printed {count}", count=words.number(figure))
    if found is None:
        return (Line(said), Line(words.say("not worked out")))
    mark = _mark(words, agrees=figure == found) if isinstance(figure, int) else None
    return (Line(said), Line(words.say("worked out {count}", count=words.number(found)), tag=mark))
