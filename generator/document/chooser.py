"""Lists to choose from, and the form over a table that chooses its rows by them.

Each row carries the keys of all choices that it belongs to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.plan.vocabulary import Look
from generator.wording import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list to choose from. The search knows what it names by its `key`, and a rating has a look."""

    value: str
    text: str
    key: str = ""
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Select:
    """A list to choose from; `every` is the line without a choice. A row with a choice has the key "<name>-<value>"."""

    name: str
    label: str
    every: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chooser:
    """The form. The script puts how many rows are shown in the place of the "#" in `some`."""

    label: str
    selects: tuple[Select, ...]
    all: str
    some: str
    none: str
    clear: str


def select(name: str, label: str, every: str, found: Sequence[Mapping[str, str]]) -> tuple[Select, ...]:
    """A list of the choices that any row has, by value, each with its text; none where there are not two."""
    texts = {value: text for choices in found for value, text in choices.items()}
    choices = tuple(Choice(value, text) for value, text in texts.items())
    return (Select(name, label, every, choices),) if len(choices) > 1 else ()


def in_order(select: Select, order: Sequence[str]) -> Select:
    """The list with the values of `order` first, in that order."""
    places = {value: place for place, value in enumerate(order)}
    choices = sorted(select.choices, key=lambda choice: places.get(choice.value, len(places)))
    return replace(select, choices=tuple(choices))


def chooser(words: Words, selects: Sequence[Select], rows: int) -> Chooser | None:
    """The form with the lists `selects` over a table of so many rows; None where there is nothing to choose."""
    if not selects:
        return None
    number = words.number(rows)
    return Chooser(
        label=words.say("Choose what is shown"),
        selects=tuple(selects),
        all=words.say("{some} of {all} shown", some=number, all=number),
        some=words.say("{some} of {all} shown", some="#", all=number),
        none=words.say("None of the {all} matches. Change a choice, or show all.", all=number),
        clear=words.say("Show all"),
    )
