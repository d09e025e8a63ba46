"""The words of a text, as names are looked for among them."""

import re
from dataclasses import dataclass

from generator.privacy.known import WORD
from generator.privacy.words import word_set

PARTICLES = frozenset(
    {"al", "ap", "bin", "da", "de", "del", "della", "den", "der", "di", "du", "el", "la", "le", "van", "von"}
)
# So many particles and initials a name has at most; a text of nothing else is read in no longer time than another.
MOST_BETWEEN = 4
TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor cllr councillor sir dame rev reverend bailie provost lord lady sheriff
    pc dc ds di dci sgt sergeant constable insp inspector supt superintendent
    admiral baroness brigadier captain colonel commander commodore
    """
)
# Where a sentence ends, a line or the text begins; "J. Quist" and "Dr. Quist" are one sentence.
OPENING = re.compile(r"(?:^|[.!?\n\t•])[\s\"'“”‘’)\]*–-]*$")
SHORTENED = re.compile(rf"(?i)(?<!\w)(?:[a-z]|{'|'.join(sorted(TITLES))})\.\s*$")
NEAR = 20


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text; `gap` is what stands between the word before it and this one.

    `opens` says that it opens a sentence.
    """

    text: str
    start: int
    end: int
    gap: str
    opens: bool

    @property
    def folded(self) -> str:
        return self.text.casefold().replace("’", "'").removesuffix("'s")

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper() and not self.text.isupper()

    @property
    def follows(self) -> bool:
        """Whether nothing but a space stands before it."""
        return self.gap in (" ", "\u00a0")


def opens_sentence(text: str, start: int) -> bool:
    """Whether the word that begins at `start` is the first of a sentence."""
    near = text[max(0, start - NEAR) : start]
    if start > NEAR:
        near = f"x{near}"
    return bool(OPENING.search(near)) and not SHORTENED.search(near)


def tokens_of(text: str) -> list[Token]:
    """Every word of `text`, in its order."""
    found: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        opens = opens_sentence(text, match.start())
        found.append(Token(match[0], match.start(), match.end(), text[end : match.start()], opens))
        end = match.end()
    return found
