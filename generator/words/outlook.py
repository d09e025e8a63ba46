"""What is late, what is not known, what is next, and which ratings lapse: lists that the overview holds."""

from collections.abc import Iterable
from datetime import date, timedelta

from generator.document.blocks import Item, Section, Tag, Text, points, sentences
from generator.status import Lateness, Standing, Thing, each_thing
from generator.words.cells import thing_link
from generator.words.leads import leads_phrase
from generator.words.phrases import lower_first
from generator.words.ratings import thing_tag
from generator.words.times import lateness_tag
from generator.words.view import PlanView

# So many of what has passed are listed; the rest are counted. Of what is to come, so many are enough.
MOST_PASSED = 20
MOST_TO_COME = 5


def outlooks(view: PlanView) -> tuple[Section, ...]:
    """Every list that has something in it, what needs attention first; of a closed plan, nothing that is to come."""
    passed = (*_late(view), *_unknown(view), *_lapsed(view))
    return passed if view.plan.closed else (*passed, *_next(view), *_lapsing(view))


Dated = tuple[date, Thing]


def _things(view: PlanView) -> Iterable[tuple[Thing, Standing]]:
    return ((thing, view.standings[thing.id]) for thing in each_thing(view.plan))


def _passed(view: PlanView, *kinds: Lateness) -> list[Item]:
    found = [(standing.due, thing) for thing, standing in _things(view) if standing.due and standing.lateness in kinds]
    return [_item(view, thing, day, lateness_tag(view, thing), is_past=True) for day, thing in _by_day(found)]


def _late(view: PlanView) -> tuple[Section, ...]:
    words = view.words
    heading, opening = words.say("What is late"), words.say("The date has passed, and the work is shown as still open.")
    if view.plan.closed:
        heading = words.say("What was not reported as done")
        opening = words.say(
            "The date had passed by {day}, and the plan does not report the work as done. Its notes may say more.",
            day=words.day(view.day),
        )
    return _first(view, "late", heading, opening, _passed(view, "overdue", "open-at-end"))


def _unknown(view: PlanView) -> tuple[Section, ...]:
    words = view.words
    opening = words.say(
        "The date has passed. Nothing was published since, or no rating and no percentage says whether the work is "
        "done. Notes may say more."
    )
    return _first(view, "not-known", words.say("What we do not know"), opening, _passed(view, "no-news", "not-said"))


def _lapsed(view: PlanView) -> tuple[Section, ...]:
    words = view.words
    found = [(standing.lapse.since, thing) for thing, standing in _things(view) if standing.lapse]
    items = [Item((thing_link(view, thing), thing_tag(view, thing))) for _, thing in _by_day(found)]
    opening = words.say("A rating that says that all is well holds only while a review confirms it in time.")
    return _first(view, "lapsed", words.say("Ratings that no longer hold"), opening, items)


def _next(view: PlanView) -> tuple[Section, ...]:
    words = view.words
    coming = [
        (standing.due, thing)
        for thing, standing in _things(view)
        if standing.due and standing.due >= view.day and not standing.is_settled
    ]
    items = [_item(view, thing, day, None) for day, thing in _by_day(coming)[:MOST_TO_COME]]
    return _list("next", words.say("What is next"), words.say("The next dates of the plan."), items)


def _lapsing(view: PlanView) -> tuple[Section, ...]:
    words = view.words
    coming = [(standing.lapses_on, thing) for thing, standing in _things(view) if standing.lapses_on]
    days = [(day - timedelta(days=1), thing) for day, thing in _by_day(coming)[:MOST_TO_COME]]
    items = [_item(view, thing, day, thing_tag(view, thing)) for day, thing in days]
    opening = words.say("Somebody must look at the evidence by then, or the rating no longer holds.")
    return _list("lapsing", words.say("Reviews due next"), opening, items)


def _first(view: PlanView, anchor: str, heading: str, opening: str, items: list[Item]) -> tuple[Section, ...]:
    """The first of what has passed, and how many are left out."""
    one, many = "{count} more is on the pages of the outcomes.", "{count} more are on the pages of the outcomes."
    left = len(items) - MOST_PASSED
    more = view.words.plural(one, many, left) if left > 0 else ""
    return _list(anchor, heading, opening, items[:MOST_PASSED], more)


def _list(anchor: str, heading: str, opening: str, items: list[Item], more: str = "") -> tuple[Section, ...]:
    """A list of things by date, with a heading; none where nothing is in it."""
    return (Section(anchor, heading, (*sentences(opening), *points(*items), *sentences(more))),) if items else ()


def _by_day(found: list[Dated]) -> list[Dated]:
    """In order of day; within a day, in the plan's own order."""
    return sorted(found, key=lambda dated: dated[0])


def _item(view: PlanView, thing: Thing, day: date, tag: Tag | None, *, is_past: bool = False) -> Item:
    """One outcome or action: a link, the date, who leads it, and a tag where there is one."""
    words, day_words, names = view.words, view.words.day(day), leads_phrase(view, thing)
    when = words.say("was due by {day}", day=day_words) if is_past else words.say("by {day}", day=day_words)
    who = words.say("{label}: {names}", label=lower_first(view.plan.words.lead), names=names) if names else ""
    said = Text(f", {when}; {who}" if who else f", {when}")
    return Item((thing_link(view, thing), said, *((tag,) if tag else ())))
