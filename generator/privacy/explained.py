"""What a plan explains of itself, so that no name of a body, a law or a place is taken for a person's."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.privacy.field_words import ACRONYMS, COMMON_WORDS
from generator.privacy.known import WORD, Known, spells
from generator.privacy.names import name_spans
from generator.privacy.texts import Said, texts
from generator.public import Body, FormerName, Outcome, PublicPlan, RelatedPlan, Status, StatusScheme, Term

# The fields that say what something other than a person is called. There it is looked at as any other text.
NAMING = {
    Body: {"name", "short_name"},
    FormerName: {"name"},
    Term: {"term"},
    Status: {"label"},
    StatusScheme: {"name"},
    RelatedPlan: {"title"},
    PublicPlan: {"publisher", "title", "short_title", "code", "responds_to"},
    Outcome: {"title", "short_title"},
}
# What is called so by others; titles are sentences that may name somebody.
CALLED = (Body, FormerName, Term, Status, StatusScheme)
BRACKETED = re.compile(r"\(([A-Z][A-Z&]{1,7})s?\)")
EXPLAINED = re.compile(r"(?<![\w&/-])([A-Z][A-Z&]{1,7})s? \(([^()]+)\)")
# "https://example.org/quist", "quist@example.org", "example.org".
ADDRESS = re.compile(r"@|://|\w\.\w")
# Names shorter than this are told by their capitals alone.
SHORTEST = 4


def known_of(plan: PublicPlan) -> Known:
    """What `plan` explains: bodies, glossary, legend, titles, and short names beside their long ones."""
    said = [item for item in texts(plan) if not item.is_code]
    naming = [item for item in said if is_naming(item)]
    names = {item.text.strip() for item in naming}
    short = {part for name in names for part in re.split(r"[\s(),;/]+", name) if part.isupper()}
    explained = {letters for item in said for letters in explained_in(item.text)}
    called = {word for item in naming if isinstance(item.holder, CALLED) for word in _words(item.text)}
    known = Known(
        ACRONYMS | short | explained,
        frozenset(name for name in names if len(name) >= SHORTEST and not name.isupper()),
        COMMON_WORDS | called,
        _in_small_letters(item.text for item in said),
    )
    titles = (item for item in naming if item.field != "responds_to" and not isinstance(item.holder, CALLED))
    return replace(known, words=known.words | {word for item in titles for word in _nobodys(item, known)})


def _nobodys(title: Said, known: Known) -> Iterator[str]:
    """The words of a title but those that are somebody's name: "Work led by Quist" makes no word of plans of it."""
    spans = name_spans(title.text, replace(known, names=frozenset()), title.field)
    start = 0
    for span in spans:
        yield from _words(title.text[start : span.start])
        start = span.end
    yield from _words(title.text[start:])


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def is_naming(said: Said) -> bool:
    """Whether the text says what something other than a person is called."""
    return said.field in NAMING.get(type(said.holder), ())


def explained_in(text: str) -> set[str]:
    """The short names that `text` gives beside their long ones, before or after: "Early Years Group (EYG)"."""
    found = {match[1] for match in BRACKETED.finditer(text) if spells(text[: match.start()], match[1], at_end=True)}
    return found | {match[1] for match in EXPLAINED.finditer(text) if spells(match[2], match[1], at_end=False)}


def _in_small_letters(said: Iterable[str]) -> frozenset[str]:
    """The words in small letters; those of addresses and e-mails are words of nobody's text."""
    typed = (part for text in said for part in text.split() if not ADDRESS.search(part))
    return frozenset(word for part in typed for word in WORD.findall(part) if word.islower())
