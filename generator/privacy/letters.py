"""Letters that are not what they look like: a name must not pass the privacy gate in other signs than its own.

Genuine letters of any language stay as they are, and so does a whole word in another alphabet.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+")
# Letters of other alphabets that look like Latin ones. Source: Unicode Technical Standard 39, confusables.
LOOKALIKES = {
    **dict(zip("аԁеѕіјорсухһӏԛԝьАВЕЅІЈКМНОРСТУХҺԚԜЗ", "adesijopcyxhlqwbABESIJKMHOPCTYXHQW3", strict=True)),
    **dict(zip("ονρικτυχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧϳ", "ovpiktuxyABEZHIKMNOPTYXj", strict=True)),
    **dict(zip("αɑɡıո", "aagin", strict=True)),
}
# They stand beside Latin letters in earnest: "TNFα", a phonetic script, Turkish.
EARNEST = frozenset("αɑɡıγ")
# Whatever is no plain letter of a Latin alphabet, no usual sign and no arrow may hide something.
SUSPECT = re.compile(r"[^\x00-\xac\xae-\u0130\u0132-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2150-\u27bf]")
JOINERS = frozenset("\u200c\u200d")
SOFT_HYPHEN, FLAG = "\u00ad", "\U0001f3f4"
MOST_STACKED = 2


class Plain(NamedTuple):
    """A text in plain letters, and for each of its characters, and for its end, the place in the text as it was."""

    text: str
    places: tuple[int, ...] | None

    def place(self, index: int) -> int:
        """Where the character at `index` stands in the text as it was."""
        return self.places[index] if self.places else index


class Disguise(NamedTuple):
    """A word that is not what it looks like: where it starts, the word, and the character that shows it."""

    start: int
    word: str
    character: str


def plain_letters(text: str) -> Plain:
    """`text` without unseen characters and stacked accents, its look-alike and styled letters in plain ones."""
    if text.isascii() or not SUSPECT.search(text):
        return Plain(text, None)
    kept: list[str] = []
    places: list[int] = []
    for start, cluster in _clusters(text):
        for letter in _letters(cluster):
            kept.append(letter)
            places.append(start)
    plain = WORD.sub(_in_latin, "".join(kept))
    return Plain(plain, None if plain == text else (*places, len(text)))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character of `text` with the accents and the unseen characters after it, and its place."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not (unicodedata.combining(text[index]) or is_unseen(text[index])):
            yield start, text[start:index]
            start = index


def _letters(cluster: str) -> str:
    """What is seen of `cluster`, less the accents that make no letter with it."""
    seen = unicodedata.normalize("NFC", "".join(c for c in cluster if not is_unseen(c)))[:1]
    if seen.isascii() or not seen.isalpha():
        return seen
    plain = unicodedata.normalize("NFKC", seen)
    return plain if plain.isascii() else seen


def is_unseen(character: str) -> bool:
    """Whether `character` shows nothing and separates nothing: soft hyphens, joiners, tags, spaces without width."""
    return not character.isascii() and unicodedata.category(character) == "Cf"


def _in_latin(word: re.Match[str]) -> str:
    """A word with look-alikes among Latin letters, or of look-alikes alone, in Latin letters."""
    letters = word[0]
    is_mixed = any(map(_is_latin, letters)) or all(c in LOOKALIKES for c in letters)
    return "".join(LOOKALIKES.get(c, c) for c in letters) if is_mixed else letters


def _is_latin(letter: str) -> bool:
    return letter.isascii() or (letter not in LOOKALIKES and unicodedata.name(letter, "").startswith("LATIN"))


def disguises(text: str) -> Iterator[Disguise]:
    """Each word of `text` that a reader, a search or a screen reader takes for another one, once."""
    if text.isascii() or not SUSPECT.search(text):
        return
    for match in re.finditer(r"\S+", text):
        if not match[0].isascii() and (character := _disguising(match[0])):
            yield Disguise(match.start(), match[0], character)


def _disguising(word: str) -> str | None:
    """The first character by which `word` is not what it looks like."""
    stacked = 0
    for index, character in enumerate(word):
        stacked = stacked + 1 if unicodedata.combining(character) else 0
        if stacked > MOST_STACKED or (is_unseen(character) and not _may_be_unseen(word, index)):
            return character
    for letters in WORD.findall(word):
        if any(map(_is_latin, letters)):
            for character in letters:
                if (character in LOOKALIKES and character not in EARNEST) or _is_styled(character):
                    return str(character)
    return None


def _may_be_unseen(word: str, index: int) -> bool:
    """Whether an unseen character has work to do: a hyphen where the word may break, joined signs, a country's flag."""
    character = word[index]
    if character in JOINERS:
        return not (word[index - 1 : index].isascii() and word[index + 1 : index + 2].isascii())
    return character == SOFT_HYPHEN or FLAG in word[:index]


def _is_styled(letter: str) -> bool:
    """Whether `letter` is a Latin one in a style that is a character of its own, as in mathematics."""
    name = unicodedata.name(letter, "")
    return not letter.isascii() and name.startswith(("MATHEMATICAL", "FULLWIDTH"))
