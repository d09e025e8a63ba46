"""The form that searches the site. Each choice carries the key of what it names, by which the index finds pages."""

from dataclasses import dataclass

from generator.document.chooser import Select


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The form. The script puts a number in the place of the "#", and what was asked for in that of the "*"."""

    label: str
    words_label: str
    selects: tuple[Select, ...]
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
