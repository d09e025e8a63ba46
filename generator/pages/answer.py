"""The answer first: sentences that say when the plan was last updated, which dates have passed, and what comes next."""

from collections import Counter

from generator.pages.view import PlanView
from generator.status import Lateness, next_update


def answer(view: PlanView) -> str:
    """How the plan stands, in a few sentences."""
    return " ".join((*_update(view), *_passed(view), *_lapsed(view), *_expected(view)))


def _is_update_late(view: PlanView) -> bool:
    expected = next_update(view.plan)
    return expected is not None and view.day > expected


def _update(view: PlanView) -> tuple[str, ...]:
    plan, words = view.plan, view.words
    if plan.closed:
        return (words.say("This plan is closed, and is shown as at {day}.", day=words.day(plan.closed.as_at)),)
    if plan.as_at is None:
        return ()
    day = words.day(plan.as_at)
    if _is_update_late(view):
        return (words.say("The last update was published on {day}.", day=day),)
    return (words.say("Last update: {day}.", day=day),)


def _expected(view: PlanView) -> tuple[str, ...]:
    expected = next_update(view.plan)
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
        "not-said": words.plural("{count} date has passed, and the plan does not say whether the work is done.",
                                 "{count} dates have passed, and the plan does not say whether the work is done.",
                                 found["not-said"]),
        "open-at-end": words.plural("By then, {count} date had passed without the work being reported as done.",
                                    "By then, {count} dates had passed without the work being reported as done.",
                                    found["open-at-end"]),
    }  # fmt: skip
    sentences = tuple(sentence for kind, sentence in says.items() if found[kind])
    if sentences or not any(standing.due for standing in view.standings.values()):
        return sentences
    if view.plan.closed:
        return (words.say("By then, no date had passed with its work still open."),)
    return (words.say("No date has passed with its work still open."),)


def _lapsed(view: PlanView) -> tuple[str, ...]:
    count = sum(standing.lapse is not None for standing in view.standings.values())
    if not count:
        return ()
    one = "{count} rating no longer holds, because no review has confirmed it in time."
    many = "{count} ratings no longer hold, because no review has confirmed them in time."
    return (view.words.plural(one, many, count),)
