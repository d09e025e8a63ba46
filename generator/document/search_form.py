"""The form that searches the site. Each choice carries the key of what it names, by which the index finds pages."""

from dataclasses import dataclass

from generator.plan.vocabulary import Look


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """One line of a list to choose from, and the key of what it names. A rating has a look."""

    value: str
    text: str
    key: str
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class SearchSelect:
    """A list to choose from; without a choice, any fits."""

    name: str
    label: str
    every: str
    choices: tuple[SearchChoice, ...]


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The form. The script puts a number in the place of the "#", and what was asked for in that of the "*"."""

    label: str
    words_label: str
    selects: tuple[SearchSelect, ...]
    button: str
    hint: str
    wait: str
    one: str
    some: str
    none: str
    tips: str
    gone: str
    broken: str
    more: str
