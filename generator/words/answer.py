"""The answer first: sentences that say when the plan was last updated, which dates have passed, and what comes next."""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from generator.editions import Withdrawn
from generator.status import Lateness, Thing, each_thing
from generator.words.change_summary import update_sentence
from generator.words.phrases import as_at_phrase, ratings_day
from generator.words.view import PlanView


def answer(view: PlanView) -> str:
    """How the plan stands, in a few sentences."""
    return " ".join(answers(view))


def answers(view: PlanView) -> tuple[str, ...]:
    """Each of these sentences, when the plan was updated first."""
    changed = (update_sentence(view.newest_update),) if view.newest_update else ()
    return (*_update(view), *_taken_back(view), *changed, *_passed(view), *_lapsed(view), *_expected(view))


def as_at_beside_answer(view: PlanView) -> str:
    """The days of which the page speaks, less the one that the answer names."""
    closed = view.plan.closed
    if closed and view.plan.as_at in (None, closed.as_at):
        return ""
    return ratings_day(view) if closed else as_at_phrase(view)


def _is_update_late(view: PlanView) -> bool:
    expected = view.facts.expected
    return expected is not None and view.day > expected


def _update(view: PlanView) -> tuple[str, ...]:
    plan, words = view.plan, view.words
    if plan.closed:
        return (words.say("This plan is closed, and is shown as at {day}.", day=words.day(plan.closed.as_at)),)
    if plan.as_at is None:
        return ()
    # Facts may be of an earlier day than the one on which they were published.
    day = words.day(view.edition.date if view.edition else plan.as_at)
    if _is_update_late(view):
        return (words.say("The last update was published on {day}.", day=day),)
    return (words.say("Last update: {day}.", day=day),)


def _taken_back(view: PlanView) -> Iterator[str]:
    """Each update after the one that is shown that was withdrawn: who saw it looks for it."""
    later = takewhile(lambda entry: isinstance(entry, Withdrawn), reversed(view.history.entries))
    for entry in reversed([entry for entry in later if isinstance(entry, Withdrawn)]):
        day, gone = view.words.day(entry.date), view.words.day(entry.withdrawal.date)
        yield view.words.say("The update of {day} was withdrawn on {gone}.", day=day, gone=gone)


def _expected(view: PlanView) -> tuple[str, ...]:
    expected = view.facts.expected
    if expected is None:
        return ()
    day = view.words.day(expected)
    if _is_update_late(view):
        return (view.words.say("The next update was expected by {day}.", day=day),)
    return (view.words.say("Next update expected by {day}.", day=day),)


def _passed(view: PlanView) -> tuple[str, ...]:
    """How many dates have passed, by what is known of them."""
    words = view.words
    found: Counter[Lateness] = Counter(standing.lateness for standing in view.standings.values())
    says: dict[Lateness, str] = {
        "overdue": words.plural("{count} date has passed with the work still open.",
                                "{count} dates have passed with the work still open.", found["overdue"]),
        "no-news": words.plural("{count} date has passed with nothing published since.",
                                "{count} dates have passed with nothing published since.", found["no-news"]),
        "not-said": words.plural("{count} date has passed, and no rating says whether the work is done.",
                                 "{count} dates have passed, and no rating says whether the work is done.",
                                 found["not-said"]),
        "open-at-end": words.plural("By then, {count} date had passed without the work being reported as done.",
                                    "By then, {count} dates had passed without the work being reported as done.",
                                    found["open-at-end"]),
    }  # fmt: skip
    sentences = (*(sentence for kind, sentence in says.items() if found[kind]), *_passed_before(view))
    has_dates = any(view.standings[thing.id].ends for thing in each_thing(view.plan))
    return sentences or (_none_passed(view),) if has_dates else ()


def _open_things(view: PlanView) -> Iterator[Thing]:
    return (thing for thing in each_thing(view.plan) if not view.standings[thing.id].is_settled)


def _passed_before(view: PlanView) -> tuple[str, ...]:
    """How many dates of open work have passed that do not decide: another is later, goes on, or is not known."""
    undecided = (thing for thing in _open_things(view) if not view.standings[thing.id].lateness)
    count = sum(end < view.day for thing in undecided for end in view.standings[thing.id].ends)
    if not count:
        return ()
    one = "{count} date has passed of work whose last date is still to come or not known."
    many = "{count} dates have passed of work whose last date is still to come or not known."
    if view.plan.closed:
        one = "By then, {count} date had passed of work whose last date was still to come or not known."
        many = "By then, {count} dates had passed of work whose last date was still to come or not known."
    return (view.words.plural(one, many, count),)


def _none_passed(view: PlanView) -> str:
    words = view.words
    is_unread = any(view.standings[thing.id].has_unread for thing in _open_things(view))
    if view.plan.closed and is_unread:
        return words.say("By then, no date that could be read had passed with its work still open.")
    if view.plan.closed:
        return words.say("By then, no date had passed with its work still open.")
    if is_unread:
        return words.say("No date that could be read has passed with its work still open.")
    return words.say("No date has passed with its work still open.")


def _lapsed(view: PlanView) -> tuple[str, ...]:
    count = sum(standing.lapse is not None for standing in view.standings.values())
    if not count:
        return ()
    one = "{count} rating no longer holds, because no review has confirmed it in time."
    many = "{count} ratings no longer hold, because no review has confirmed them in time."
    return (view.words.plural(one, many, count),)
