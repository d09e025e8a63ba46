"""The legend of a plan's ratings, and how to read what it leaves open."""

from generator.document.blocks import Block, Fact, Row, Section, Table, Tag, labelled_lines, sentences
from generator.document.page import Page
from generator.plan.field_types import Missing
from generator.plan.model import StatusScheme
from generator.plan.vocabulary import Level, MissingKind
from generator.status import Lateness, each_thing, rating_order, review_interval, status_named, statuses, tone
from generator.words.layout import labelled, row, table
from generator.words.phrases import lower_first, missing_phrase
from generator.words.plan_page import plan_page
from generator.words.ratings import status_tag
from generator.words.times import LATE_LOOKS, lateness_phrase
from generator.words.view import PlanView

# What any plan may come to say; the others stand in the legend of a plan that says them.
ALWAYS_EXPLAINED = ("not-yet-rated", "withheld", "lost-in-conversion")


def legend_page(view: PlanView) -> Page:
    """The legend of the plan's ratings."""
    facts = labelled_lines(_facts(view))
    who = (Section("who-rates", view.words.say("Who rates, and what"), facts),) if facts else ()
    title = view.words.say("What the ratings mean: {name}", name=_scheme_name(view))
    return plan_page(view, "legend", title, _opening(view), (*_legend(view), *who))


def _legend(view: PlanView) -> tuple[Block, ...]:
    """What each rating means, and how to read what the plan leaves open."""
    words = view.words
    shapes = words.say("Each rating is said in words. Its colour and its shape only repeat the words.")
    ratings = table(
        words.say("Ratings: {name}", name=_scheme_name(view)),
        statuses(view.plan),
        (words.say("Rating"), lambda status: status_tag(words, status)),
        (words.say("What it means"), lambda status: status.meaning),
    )
    tables = (*((ratings,) if ratings.rows else ()), _missing_table(view), _time_table(view))
    return (*sentences(_opening(view), role="lead"), *sentences(shapes), *tables)


def _scheme_name(view: PlanView) -> str:
    scheme = view.plan.status_scheme
    return scheme.name if scheme and scheme.name else view.plan.words.status


def _opening(view: PlanView) -> str:
    words, own = view.words, view.plan.words
    names: dict[Level, str] = {"outcomes": own.outcomes, "actions": own.actions, "sub-actions": own.sub_actions}
    levels = [lower_first(names[level]) for level in names if level in view.plan.rated]
    others = [lower_first(names[level]) for level in names if level not in view.plan.rated]
    if not levels:
        return words.say("This plan does not rate its parts.")
    rated = words.say("This plan rates its {levels}.", levels=words.listing(levels))
    if not others:
        return rated
    return words.say(
        "{rated} It does not rate its {others}: for these it shows who leads and by when.",
        rated=rated,
        others=words.listing(others),
    )


def _missing_table(view: PlanView) -> Table:
    words = view.words
    meanings: dict[MissingKind, str] = {
        "not-yet-rated": words.say(
            "The plan rates this, and no rating has been published yet. It is not a good or a bad sign."
        ),
        "withheld": words.say(
            "There is a rating or a value, and there is a reason not to publish it. The reason is given."
        ),
        "lost-in-conversion": words.say(
            "The source document showed something here, such as a coloured symbol, that was lost when it was "
            "converted. We do not guess it."
        ),
        "not-stated": words.say("The source rates other things like this, and says nothing of this one."),
        "not-applicable": words.say("A rating would mean nothing here."),
        "suppressed": words.say("There is a rating or a value. It could show who somebody is, so it is not published."),
    }
    in_use = {thing.status.missing for thing in each_thing(view.plan) if isinstance(thing.status, Missing)}
    rows = []
    for kind, meaning in meanings.items():
        is_asked = kind != "not-yet-rated" or view.plan.rated
        if (kind in ALWAYS_EXPLAINED and is_asked) or kind in in_use:
            missing = Missing(missing=kind)
            rows.append(row(Tag(missing_phrase(words, missing), tone(missing)), meaning))
    # Of the whole, or since a date passed.
    scheme = view.plan.status_scheme
    if (scheme and scheme.roll_up) or any(standing.hold == "unknown" for standing in view.standings.values()):
        meaning = words.say("Too little is known to name a rating. It says what is missing.")
        rows.append(row(Tag(words.say("Not known"), "unknown"), meaning))
    return _explained(view, words.say("When there is no rating"), rows)


def _explained(view: PlanView, caption: str, rows: list[Row]) -> Table:
    return Table(caption, (view.words.say("What it says"), view.words.say("What it means")), tuple(rows))


def _time_table(view: PlanView) -> Table:
    """What is said of a date that has passed, and of a rating that nobody has confirmed in time."""
    words = view.words
    meanings: dict[Lateness, str] = {
        "overdue": words.say(
            "The date has passed. Something was published after it, and the plan shows the work as still open."
        ),
        "no-news": words.say("The date has passed. Nothing was published since, so we do not know."),
        "not-said": words.say(
            "The date has passed. Something was published since, but no rating and no percentage says how far the work "
            "is. Its notes may say more."
        ),
    }
    if view.plan.closed:
        meaning = words.say(
            "The date had passed by {day}, and the plan does not report the work as done. Its notes may say more.",
            day=words.day(view.day),
        )
        meanings = {"open-at-end": meaning}
    rows = [row(Tag(lateness_phrase(view, kind), LATE_LOOKS[kind]), meaning) for kind, meaning in meanings.items()]
    # Where any rating of the plan must be looked at again.
    if any(thing.review or review_interval(view.plan, thing) for thing in each_thing(view.plan)):
        meaning = words.say(
            "A rating that says that all is well holds only while a review confirms it in time. No review has, or one "
            "found not enough evidence. So the rating no longer holds, and is counted apart."
        )
        rows.append(row(Tag(words.say("No longer backed by a review"), "lapsed"), meaning))
    return _explained(view, words.say("What time does to dates and ratings"), rows)


def _worked_out(view: PlanView, scheme: StatusScheme) -> str:
    """What the program works out of facts, in a sentence for each rule; "" where the plan has no such rules."""
    if not (rule := scheme.computed):
        return ""
    labels = {
        name: status_named(view.plan, getattr(rule, name)).label
        for name in ("complete", "past_due", "due_soon", "in_time")
    }
    return view.words.plural(
        "What is 100% complete is {complete}. What is not, and whose date has passed, is {past_due}. What is due "
        "within {count} day is {due_soon}. All else is {in_time}.",
        "What is 100% complete is {complete}. What is not, and whose date has passed, is {past_due}. What is due "
        "within {count} days is {due_soon}. All else is {in_time}.",
        rule.window_days,
        **labels,
    )


def _order(view: PlanView) -> str:
    """By what order a change of rating is called better or worse."""
    words = view.words
    order = rating_order(view.plan.status_scheme)
    labels = [status_named(view.plan, status).label for status in order]
    others = [status.label for status in statuses(view.plan) if status.id not in order]
    if not order:
        return words.say("The plan does not say, so no change of rating is called better or worse.")
    said = words.say("From the worst to the best: {labels}.", labels=words.listing(labels))
    if not others:
        return said
    return words.plural(
        "{said} {others} is neither better nor worse than any of them.",
        "{said} {others} are neither better nor worse than any of them.",
        len(others),
        said=said,
        others=words.listing(others),
    )


def _facts(view: PlanView) -> tuple[Fact, ...]:
    words, scheme = view.words, view.plan.status_scheme
    if not scheme:
        return ()
    unstated = words.say("The plan does not say.")
    rolled_up = words.say(
        "The worst rating among the parts below it. A part whose rating is missing, withheld or no longer holds is "
        "not known. While any is not known, nothing is called well."
    )
    is_ordered = bool(view.plan.rated) and len(scheme.statuses) > 1
    return labelled(
        (words.say("Who decides the ratings"), scheme.rated_by or unstated),
        (words.say("How often they are looked at"), scheme.how_often or unstated),
        (words.say("What is rated"), scheme.what_is_rated or unstated),
        (words.say("How ratings follow from facts"), scheme.rule),
        (words.say("What this site works out"), _worked_out(view, scheme)),
        (words.say("A rating must be looked at every"), scheme.review_every),
        (words.say("What is worked out for the whole"), rolled_up if scheme.roll_up else ""),
        (words.say("Which rating is better"), _order(view) if is_ordered else ""),
        (words.say("In use since"), words.day(scheme.valid_from) if scheme.valid_from else ""),
    )
