"""What is late, what is not known, what is next, and which ratings lapse: lists that the overview holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.document.addresses import action_address, outcome_address
from generator.document.blocks import Link, Tag
from generator.plan.public import Outcome
from generator.status import Lateness, Standing, Thing, each_thing
from generator.words.leads import leads_phrase
from generator.words.phrases import lower_first, numbered
from generator.words.ratings import thing_tag
from generator.words.times import lateness_tag
from generator.words.view import PlanView

# So many of what has passed are listed; the rest are counted. Of what is to come, so many are enough.
MOST_PASSED = 20
MOST_TO_COME = 5


@dataclass(frozen=True, slots=True)
class OutlookItem:
    """One outcome or action: a link, the date in words, who leads it, and a tag where something became of it."""

    link: Link
    when: str
    who: str
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """A list of things by date, with a heading; `more` says how many are left out."""

    anchor: str
    heading: str
    opening: str
    items: tuple[OutlookItem, ...]
    more: str


def outlooks(view: PlanView) -> tuple[Outlook, ...]:
    """Every list that has something in it, what needs attention first."""
    found = (_late(view), _unknown(view), _lapsed(view), _next(view), _lapsing(view))
    return tuple(outlook for outlook in found if outlook.items)


Dated = tuple[date, Thing]


def _things(view: PlanView) -> Iterable[tuple[Thing, Standing]]:
    return ((thing, view.standings[thing.id]) for thing in each_thing(view.plan))


def _with_lateness(view: PlanView, *kinds: Lateness) -> list[Dated]:
    return [(standing.due, thing) for thing, standing in _things(view) if standing.due and standing.lateness in kinds]


def _late(view: PlanView) -> Outlook:
    words = view.words
    heading, opening = words.say("What is late"), words.say("The date has passed, and the work is shown as still open.")
    if view.plan.closed:
        heading = words.say("What was not reported as done")
        opening = words.say(
            "The date had passed by {day}, and the plan does not report the work as done. Its notes may say more.",
            day=words.day(view.day),
        )
    items = _with_lateness(view, "overdue", "open-at-end")
    return _passed(view, "late", heading, opening, items)


def _unknown(view: PlanView) -> Outlook:
    words = view.words
    return _passed(
        view,
        "not-known",
        words.say("What we do not know"),
        words.say(
            "The date has passed. Nothing was published since, or no rating and no percentage says whether the work is "
            "done. Notes may say more."
        ),
        _with_lateness(view, "no-news", "not-said"),
    )


def _passed(view: PlanView, anchor: str, heading: str, opening: str, found: list[Dated]) -> Outlook:
    items = [_item(view, thing, day, lateness_tag(view, thing), is_past=True) for day, thing in _by_day(found)]
    return Outlook(anchor, heading, opening, tuple(items[:MOST_PASSED]), _more(view, len(items) - MOST_PASSED))


def _lapsed(view: PlanView) -> Outlook:
    words = view.words
    found = [(standing.lapse.since, thing) for thing, standing in _things(view) if standing.lapse]
    items = [OutlookItem(_link(view, thing), "", "", thing_tag(view, thing)) for _, thing in _by_day(found)]
    return Outlook(
        "lapsed",
        words.say("Ratings that no longer hold"),
        words.say("A rating that says that all is well holds only while a review confirms it in time."),
        tuple(items[:MOST_PASSED]),
        _more(view, len(items) - MOST_PASSED),
    )


def _next(view: PlanView) -> Outlook:
    words = view.words
    if view.plan.closed:
        return Outlook("next", "", "", (), "")
    coming = [
        (standing.due, thing)
        for thing, standing in _things(view)
        if standing.due and standing.due >= view.day and not standing.is_settled
    ]
    items = [_item(view, thing, day, None) for day, thing in _by_day(coming)[:MOST_TO_COME]]
    return Outlook("next", words.say("What is next"), words.say("The next dates of the plan."), tuple(items), "")


def _lapsing(view: PlanView) -> Outlook:
    words = view.words
    if view.plan.closed:
        return Outlook("lapsing", "", "", (), "")
    coming = [(standing.lapses_on, thing) for thing, standing in _things(view) if standing.lapses_on]
    items = [
        _item(view, thing, day - timedelta(days=1), thing_tag(view, thing))
        for day, thing in _by_day(coming)[:MOST_TO_COME]
    ]
    opening = words.say("Somebody must look at the evidence by then, or the rating no longer holds.")
    return Outlook("lapsing", words.say("Reviews due next"), opening, tuple(items), "")


def _by_day(found: list[Dated]) -> list[Dated]:
    """In order of day; within a day, in the plan's own order."""
    return sorted(found, key=lambda dated: dated[0])


def _item(view: PlanView, thing: Thing, day: date, tag: Tag | None, *, is_past: bool = False) -> OutlookItem:
    words, day_words = view.words, view.words.day(day)
    when = words.say("was due by {day}", day=day_words) if is_past else words.say("by {day}", day=day_words)
    return OutlookItem(_link(view, thing), when, _who(view, thing), tag)


def _who(view: PlanView, thing: Thing) -> str:
    names = leads_phrase(view, thing)
    return view.words.say("{label}: {names}", label=lower_first(view.plan.words.lead), names=names) if names else ""


def _link(view: PlanView, thing: Thing) -> Link:
    plan = view.plan.id
    address = outcome_address(plan, thing.id) if isinstance(thing, Outcome) else action_address(plan, thing.id)
    return Link(numbered(thing), address)


def _more(view: PlanView, count: int) -> str:
    if count <= 0:
        return ""
    one, many = "{count} more is on the pages of the outcomes.", "{count} more are on the pages of the outcomes."
    return view.words.plural(one, many, count)
