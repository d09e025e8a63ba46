"""The words of the interface in one language: sentences, plurals, dates and lists.

A Words value is passed to whatever makes words; there is no global one. Source texts are in English (en-GB) and a
translation is a gettext catalogue in `locale/`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

LOCALES = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en-GB"


def languages() -> tuple[str, ...]:
    """The languages that the interface speaks, the source language first."""
    translated = sorted(
        folder.name.replace("_", "-") for folder in LOCALES.glob("*") if (folder / "LC_MESSAGES").is_dir()
    )
    return (SOURCE_LANGUAGE, *translated)


@dataclass(frozen=True, slots=True)
class Words:
    """The interface's words in `language` ("en-GB"). It keeps nothing, for it is sent to other processes."""

    language: str = SOURCE_LANGUAGE

    def say(self, message: str, **values: object) -> str:
        """`message` in this language, its `{names}` filled with `values`."""
        return _catalogue(self.language).gettext(message).format_map(values)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """The form for `count`, with `{count}` as a number in words' own style."""
        return _catalogue(self.language).ngettext(one, many, count).format_map({"count": self.number(count), **values})

    def number(self, number: int) -> str:
        """`number` with thousands marked: "1,000"."""
        return _number_in_words(number, self.language)

    def day(self, day: date) -> str:
        """`day` in full: "31 March 2019"."""
        return _day_in_words(day, "d MMMM y", self.language)

    def month(self, day: date) -> str:
        """The month of `day` in full: "March 2019"."""
        return _day_in_words(day, "MMMM y", self.language)

    def month_name(self, month: int) -> str:
        """The name of the month with the number `month`: "March"."""
        return format_date(date(2000, month, 1), "LLLL", locale=_locale(self.language))

    def listing(self, items: Iterable[str]) -> str:
        """`items` as part of a sentence: "a, b and c"."""
        return format_list(list(items), locale=_locale(self.language))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@cache
def _catalogue(language: str) -> NullTranslations:
    return Translations.load(str(LOCALES), [str(_locale(language))])


@lru_cache(maxsize=4096)
def _day_in_words(day: date, pattern: str, language: str) -> str:
    """`day` by a pattern of Babel's. A plan with a history says the same few days over and over."""
    return format_date(day, pattern, locale=_locale(language))


@lru_cache(maxsize=4096)
def _number_in_words(number: int, language: str) -> str:
    return format_decimal(number, locale=_locale(language))
