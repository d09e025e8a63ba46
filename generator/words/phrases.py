"""A plan's values in words: leads, measures, missing values, how many there are of each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.document.blocks import Line
from generator.plan.field_types import Missing
from generator.plan.model import Action, Finding, Lead, Measure, Observation, Outcome, Target
from generator.plan.vocabulary import Level
from generator.plan.walk import walk_plan
from generator.timescale import read
from generator.wording import Words
from generator.words.view import PlanView
from generator.words.vocabulary import LEVEL_NAMES, MISSING_KINDS, OBSERVATION_STATES, TARGET_KINDS

Choice = TypeVar("Choice", bound=str)
# A target that is a number alone; one that says "at least 90%" has its own words.
BARE_FIGURE = re.compile(r"[0-9][0-9,]*(\.[0-9]+)?")

# So few rows may each say the same.
FEW_ROWS = 2


def missing_phrase(words: Words, missing: Missing) -> str:
    """Why there is no value, in words."""
    phrase = words.say(MISSING_KINDS[missing.missing].alone)
    return words.say("{phrase}: {ground}", phrase=phrase, ground=missing.ground) if missing.ground else phrase


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value is missing. A page says `full` of each, or `short` where it says the reason once."""

    full: str
    short: str
    ground: str


def reasons_of(view: PlanView) -> tuple[Reason, ...]:
    """Every reason that the plan, or another that it names, gives for what is missing."""
    words, found = view.words, dict[Reason, None]()
    plans = {view.plan.id: view.plan, **view.others}
    for item in (held.value for plan in plans.values() for held in walk_plan(plan)):
        if isinstance(item, Missing) and item.ground:
            short = missing_phrase(words, Missing(missing=item.missing))
            found[Reason(missing_phrase(words, item), short, item.ground)] = None
        elif isinstance(item, Lead) and item.withheld:
            # How many people are meant, and in which role, stands before it.
            found[Reason(f": {item.withheld}", "", item.withheld)] = None
    return tuple(found)


def choice_phrase(words: Words, said: Mapping[Choice, str], choice: Choice | Missing | None) -> str:
    """An entry of a closed vocabulary in the words of its table, or why there is none."""
    if isinstance(choice, str):
        return words.say(said[choice])
    return missing_phrase(words, choice or Missing(missing="not-stated"))


def numbered(thing: Outcome | Action | Finding) -> str:
    """The printed number and the title; without a number, the title and the code of another system."""
    if thing.number:
        return f"{thing.number} {thing.title}"
    code = thing.code if isinstance(thing, Action) else None
    return f"{thing.title} ({code})" if code else thing.title


def ratings_day(view: PlanView) -> str:
    """Of which day the plan's ratings are, and when they were published; "" where nobody says either."""
    words, own = view.words, view.plan.as_at
    published = view.edition.date if view.edition else None
    what = words.say("The plan’s ratings") if view.has_ratings else words.say("The plan’s facts")
    if own and published and own != published:
        days = {"day": words.day(own), "published": words.day(published)}
        return words.say("{what} are of {day}, published on {published}.", what=what, **days)
    if published:
        # Whoever names no day of the facts says when they were published.
        return words.say("{what} were published on {day}.", what=what, day=words.day(published))
    return words.say("{what} are of {day}.", what=what, day=words.day(own)) if own else ""


def as_at_phrase(view: PlanView) -> str:
    """The two days of a page: that of the plan's ratings, and the one with which its dates are compared."""
    compared = view.words.say("Dates compared on {day}.", day=view.words.day(view.as_at)) if view.as_at else ""
    return " ".join(filter(None, (ratings_day(view), compared)))


def level_words(view: PlanView, level: Level, count: int) -> str:
    """How many things of a level there are, in the plan's own words: "9 key actions"."""
    one, many = LEVEL_NAMES[level](view.plan.words)
    return f"{view.words.number(count)} {lower_first(one if count == 1 else many)}"


def lower_first(label: str) -> str:
    """`label` within a sentence; initials such as RAG keep their capitals, and so does all of "Key Actions".

    What follows a colon is another's text, and says nothing of how the label is written.
    """
    is_title = any(word[:1].isupper() and word[1:2].islower() for word in label.partition(":")[0].split()[1:])
    return label if label[1:2].isupper() or is_title else label[:1].lower() + label[1:]


def actions_title(view: PlanView) -> str:
    """What the page is called: "All key actions and sub-actions"."""
    words, own = view.words, view.plan.words
    actions = lower_first(own.actions)
    if not any(place.above for place in view.places.values()):
        return words.say("All {actions}", actions=actions)
    return words.say("All {actions} and {sub_actions}", actions=actions, sub_actions=lower_first(own.sub_actions))


def shared_phrase(phrases: Sequence[str]) -> str:
    """The phrase that all rows of a long enough list would say, to be said once above them; "" where they differ."""
    return phrases[0] if len(phrases) > FEW_ROWS and len(set(phrases)) == 1 else ""


def of_all(words: Words, label: str, phrase: str) -> str:
    """What holds for all rows, in a sentence above them."""
    return words.say("{label}, for all of them: {phrase}", label=label, phrase=sentence(phrase))


def upper_first(phrase: str) -> str:
    """`phrase` at the start of a line."""
    return phrase[:1].upper() + phrase[1:]


def short_names(view: PlanView, actions: tuple[str, ...]) -> tuple[str, ...]:
    """Actions by their numbers, each once."""
    return tuple(dict.fromkeys(short_name(view, view.actions[action]) for action in actions))


def short_name(view: PlanView, action: Action) -> str:
    """The action's number, with its title where another action has the number; without a number, what it is called."""
    if action.number in view.shared_numbers:
        return view.words.say("{number} ({title})", number=action.number, title=action.title)
    return action.number or numbered(action)


def target_phrase(words: Words, target: Target, measure: Measure | None = None) -> str:
    """What a measure should reach; a bare figure has the unit of `measure`."""
    value = target_value(words, target, measure)
    kind = words.say(TARGET_KINDS[target.kind].alone, value=value)
    return words.say("{target}, looked at {time}", target=kind, time=target.reviewed_on) if target.reviewed_on else kind


def target_value(words: Words, target: Target, measure: Measure | None = None) -> str:
    """What should be reached, and by when: "90% by March 2026"."""
    value = target_figure(words, target, measure)
    return words.say("{target} by {time}", target=value, time=target.by.words) if target.by else value


def target_figure(words: Words, target: Target, measure: Measure | None) -> str:
    """What should be reached. Of a measure with figures of several things, nobody knows the unit of a target."""
    if isinstance(target.value, Missing):
        return missing_phrase(words, target.value)
    is_bare = BARE_FIGURE.fullmatch(target.value) is not None
    return figure_phrase(measure, target.value) if measure and is_bare else target.value


def figure_phrase(measure: Measure, value: str) -> str:
    """A figure with its unit; a sign stands close to it: "72%", "72 children". What is a share has its sign."""
    unit = measure.unit or ("%" if measure.kind == "percent" else "")
    gap = "" if unit.startswith("%") else " "
    return f"{value}{gap}{unit}" if unit else value


def newest_figures(measure: Measure) -> tuple[Observation, ...]:
    """The figures of the last time, the last of each label in the file; none where one of several times is not read."""
    held = measure.observations
    ends = [read(item.period).end for item in held]
    known = [end for end in ends if end]
    if len({item.period for item in held}) == 1:
        found = held
    elif len(known) < len(held):
        return ()
    else:
        found = tuple(item for item, end in zip(held, ends, strict=True) if end == max(known))
    return tuple({item.label: item for item in found}.values())


def with_label(words: Words, item: Observation, phrase: str) -> str:
    """`phrase` after what the figure counts, where a measure or a piece of evidence has several figures."""
    return words.say("{label}, {figure}", label=item.label, figure=phrase) if item.label else phrase


def measure_line(words: Words, measure: Measure) -> Line:
    """A measure in words, its targets and its newest figure."""
    notes = [target_phrase(words, target, measure) for target in measure.targets]
    notes += [_figure_in_time(words, item, measure) for item in newest_figures(measure)]
    if measure.targets and not measure.observations:
        notes.append(words.say("no figure published yet"))
    return Line(measure.text, tuple(notes))


def sentence(text: str) -> str:
    """`text` with a full stop at its end, where it has none; "" stays."""
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def outcome_title(view: PlanView, outcome: Outcome, title: str = "") -> str:
    """The outcome's label, number and title: "Outcome 1: People know how to help"."""
    title = title or outcome.title
    if not outcome.number:
        return title
    return view.words.say(
        "{label} {number}: {title}", label=view.plan.words.outcome, number=outcome.number, title=title
    )


def short_outcome_title(view: PlanView, outcome: Outcome) -> str:
    """The outcome's label, number and short title, where it has one: "Outcome 1: Knowing how to help"."""
    return outcome_title(view, outcome, outcome.short_title or outcome.title)


def dated(words: Words, day: date | None, printed: str | None) -> tuple[str, ...]:
    """A day in full, and as it is printed, where each is known."""
    return (
        *((words.day(day),) if day else ()),
        *((words.say("printed as “{printed}”", printed=printed),) if printed else ()),
    )


def observation_phrase(words: Words, item: Observation, measure: Measure | None = None) -> str:
    """One figure in words: "All referrals, March 2026: 72% (18 of 25), provisional"."""
    phrase = _figure_in_time(words, item, measure)
    if item.numerator is not None and item.denominator is not None:
        some, all_ = words.number(item.numerator), words.number(item.denominator)
        phrase = words.say("{phrase} ({some} of {all})", phrase=phrase, some=some, all=all_)
    if state := OBSERVATION_STATES[item.state]:
        phrase = words.say("{phrase}, {state}", phrase=phrase, state=words.say(state))
    return words.say("{phrase}; {note}", phrase=phrase, note=item.note) if item.note else phrase


def _figure_in_time(words: Words, item: Observation, measure: Measure | None) -> str:
    """A figure with its time and what it counts; it has the unit of `measure`."""
    value = item.value
    if isinstance(value, Missing):
        value = missing_phrase(words, value)
    elif measure:
        value = figure_phrase(measure, value)
    return with_label(words, item, words.say("{period}: {value}", period=item.period, value=value))
