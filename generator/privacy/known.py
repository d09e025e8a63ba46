"""What a plan explains of itself, so that no name of a body, a law or a place is taken for a person's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.privacy.field_words import ACRONYMS, COMMON_WORDS, SHOUTED
from generator.privacy.texts import Said, texts
from generator.public import Body, FormerName, Outcome, PublicPlan, RelatedPlan, Status, StatusScheme, Term

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ROMAN = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")
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
BRACKETED = re.compile(r"\(([A-Z][A-Z&]{1,7})s?\)")
EXPLAINED = re.compile(r"(?<![\w&/-])([A-Z][A-Z&]{1,7})s? \(([^()]+)\)")
# Names shorter than this are told by their capitals alone.
SHORTEST = 4


@dataclass(frozen=True)
class Known:
    """Short names, names and words of a plan that are nobody's, and the words that it types in small letters."""

    acronyms: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    typed: frozenset[str] = frozenset()

    def is_acronym(self, letters: str) -> bool:
        """Whether the capitals `letters` are a short name, a number or a shouted word."""
        return letters in self.acronyms or letters in SHOUTED or bool(ROMAN.fullmatch(letters))

    def is_common(self, word: str) -> bool:
        """Whether `word` is one that plans use, in any form."""
        folded = word.casefold().replace("’", "'").removesuffix("'s")
        parts = folded.split("-")
        return self._is_used(folded) or (len(parts) > 1 and all(map(self._is_used, parts)))

    def _is_used(self, folded: str) -> bool:
        return folded in self.words or folded in self.typed

    def without_names(self, text: str) -> str:
        """`text` with each known name blotted out, at its length."""
        return self._names.sub(lambda match: "\x00" * len(match[0]), text) if self.names else text

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest_first = sorted(self.names, key=lambda name: (-len(name), name))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


PLAIN = Known(ACRONYMS, frozenset(), COMMON_WORDS)


def known_of(plan: PublicPlan) -> Known:
    """What `plan` explains: bodies, glossary, legend, titles, and short names beside their long ones."""
    said = [item for item in texts(plan) if not item.is_code]
    names = {item.text.strip() for item in said if is_naming(item)}
    short = {part for name in names for part in re.split(r"[\s(),;/]+", name) if part.isupper()}
    explained = {letters for item in said for letters in explained_in(item.text)}
    own = {
        word.casefold()
        for item in said
        if is_naming(item) and item.field != "responds_to"
        for word in WORD.findall(item.text)
    }
    return Known(
        ACRONYMS | short | explained,
        frozenset(name for name in names if len(name) >= SHORTEST and not name.isupper()),
        COMMON_WORDS | own,
        _in_small_letters(item.text for item in said),
    )


def is_naming(said: Said) -> bool:
    """Whether the text says what something other than a person is called."""
    return said.field in NAMING.get(type(said.holder), ())


def explained_in(text: str) -> set[str]:
    """The short names that `text` gives beside their long ones, before or after: "Early Years Group (EYG)"."""
    found = {match[1] for match in BRACKETED.finditer(text) if spells(text[: match.start()], match[1], at_end=True)}
    return found | {match[1] for match in EXPLAINED.finditer(text) if spells(match[2], match[1], at_end=False)}


def spells(words: str, letters: str, *, at_end: bool) -> bool:
    """Whether the last (or first) of `words` begin with `letters`, one each; small words may count or not."""
    if at_end and re.search(r"[.!?][\s([]*$", words):
        return False  # a sentence ends between the two
    wanted = [letter.casefold() for letter in letters if letter.isalpha()]
    every = re.findall(r"[^\W\d_]+", words)
    return any(_begin(near, wanted, at_end) for near in (every, [word for word in every if word not in SMALL_WORDS]))


SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "it", "of", "on", "the", "to", "with", "s"})


def _begin(words: list[str], wanted: list[str], at_end: bool) -> bool:
    """Whether `wanted` are the first letters of the nearest `words`, which are not a name: "Alba Quist (AQ)"."""
    near = words[-len(wanted) :] if at_end else words[: len(wanted)]
    if len(wanted) < 2 or [word[0].casefold() for word in near] != wanted:
        return False
    return any(word.islower() or word.casefold() in COMMON_WORDS for word in near)


def _in_small_letters(said: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in said for word in WORD.findall(text) if word.islower())
