"""Words, names and short names that are known to be nobody's, so that they are not taken for a person's."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from generator.privacy.field_words import ACRONYMS, COMMON_WORDS, SHOUTED

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ROMAN = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True)
class Known:
    """Short names, names and words of a plan that are nobody's, and the words that it types in small letters.

    A typed word with a capital is the same word only where it opens a sentence: "A grant is paid. Spoke to Grant."
    `signs` says that the plan's texts end with initials, as notes do that their authors sign.
    """

    acronyms: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    typed: frozenset[str] = frozenset()
    signs: bool = False

    def at(self, *, opens: bool) -> "Known":
        """What is known of a word with a capital; `opens` says that it opens a sentence."""
        return self if opens else self._further_on

    @cached_property
    def _further_on(self) -> "Known":
        return replace(self, typed=frozenset())

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
