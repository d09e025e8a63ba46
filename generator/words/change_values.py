"""What a value of the plan was, and what it is called, within a sentence about a change."""

from dataclasses import fields
from datetime import date
from typing import Any

from generator.diff.layout import lay_out
from generator.plan.field_types import Missing
from generator.plan.labels import IN_SENTENCES
from generator.plan.model import (
    Accepted,
    Closure,
    Grade,
    GradeCounts,
    Lead,
    MatrixCell,
    MatrixRow,
    Measure,
    Note,
    Observation,
    Occurrence,
    Reading,
    Related,
    RelatedPlan,
    Review,
    ReviewRule,
    Revision,
    Status,
    Target,
    Timescale,
)
from generator.status import statuses
from generator.words.fields import field_label
from generator.words.leads import lead_name
from generator.words.phrases import lower_first, missing_phrase, observation_phrase, short_name, target_phrase
from generator.words.view import PlanView
from generator.words.vocabulary import ENTRIES, plain_entry

# What a value may name by its id, beside actions, bodies and ratings.
NAMED_BY_ID = ("outcome", "evidence", "finding", "risk", "report", "event")


def label(view: PlanView, field: str) -> str:
    """A field of the plan file within a sentence."""
    return view.words.say(IN_SENTENCES[field]) if field in IN_SENTENCES else lower_first(field_label(view, field))


def value_words(view: PlanView, field: str, value: object, *, is_quoted: bool = True) -> str:
    """What a field held, in words: a text of the author's in quotation marks where it stands in a sentence."""
    words = view.words
    match value:
        case Missing():
            return missing_phrase(words, value)
        case None | ():
            return words.say("not stated")
        case bool():
            return words.say("yes") if value else words.say("no")
        case int():
            return words.say("{percent}%", percent=value) if field == "progress" else words.number(value)
        case date():
            return words.day(value)
        case tuple():
            return words.listing(value_words(view, field, item, is_quoted=is_quoted) for item in value)
        case str():
            chosen = plain_entry(words, value) if value in ENTRIES else None
            return _name_of(view, value) or chosen or (words.say("“{text}”", text=value) if is_quoted else value)
    return item_name(view, value)


def item_name(view: PlanView, item: object) -> str:
    """An item of a list, as a sentence names it."""
    words = view.words
    match item:
        case Note():
            day = words.day(item.date) if item.date else item.date_words
            return words.say("note of {day}", day=day) if day else words.say("note without a date")
        case Lead():
            return lead_name(view, item)
        case Timescale():
            return item.words
        case Target():
            return target_phrase(words, item)
        case Observation():
            return observation_phrase(words, item)
        case Review():
            return words.say("{day}, {body}", day=words.day(item.date), body=view.body_name(item.by))
        case ReviewRule():
            told = (item.every, item.since, *item.reviews)
            return words.listing(value_words(view, "review", part) for part in told if part)
        case Closure():
            return words.day(item.date)
        case Revision():
            return words.say("“{text}”", text=item.words)
        case Related():
            action = view.actions.get(item.action) if item.plan in (None, view.plan.id) else None
            return short_name(view, action) if action else item.action
        case Occurrence():
            return item.due or item.held_on or words.say("a day that is not stated")
        case Reading():
            return label(view, item.field)
        case Status():
            return item.label
        case _:
            return words.say("“{text}”", text=_own_name(view, item))


def _own_name(view: PlanView, item: Any) -> str:
    """What an item calls itself: its first text, unless another one names it."""
    match item:
        case Measure():
            return item.text
        case Grade() | GradeCounts():
            names = (item.indicator, item.title, item.area if isinstance(item, Grade) else None)
            return ", ".join(name for name in names if name)
        case MatrixRow():
            return view.outcomes[item.outcome].title if item.outcome in view.outcomes else item.outcome
        case MatrixCell():
            return _name_of(view, item.status) or item.status
        case RelatedPlan():
            return item.title
        case Accepted():
            return item.reason
    held = (getattr(item, field.name) for field in fields(item))
    return next((text for text in held if isinstance(text, str)), "")


def _name_of(view: PlanView, value: str) -> str | None:
    """What `value` stands for, where it is the id of a thing, a body or a rating."""
    plan = view.plan
    if value in view.actions:
        return short_name(view, view.actions[value])
    if value in view.bodies:
        return view.bodies[value].name
    if label := next((status.label for status in statuses(plan) if status.id == value), None):
        return label
    named = (node.named for node in lay_out(plan).nodes.values())
    title = next((item.title for item in named if item.id == value and item.kind in NAMED_BY_ID), None)
    return view.words.say("“{text}”", text=title) if title else None
