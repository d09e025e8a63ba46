"""The words of a text, as names are looked for among them."""

from dataclasses import dataclass

from generator.privacy.known import WORD
from generator.privacy.words import word_set

PARTICLES = frozenset(
    {"al", "ap", "bin", "da", "de", "del", "della", "den", "der", "di", "du", "el", "la", "le", "van", "von"}
)
TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor cllr councillor sir dame rev reverend bailie provost lord lady sheriff
    pc dc ds di dci sgt sergeant constable insp inspector supt superintendent
    """
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text; `gap` is what stands between the word before it and this one."""

    text: str
    start: int
    end: int
    gap: str

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


def tokens_of(text: str) -> list[Token]:
    """Every word of `text`, in its order."""
    found: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        found.append(Token(match[0], match.start(), match.end(), text[end : match.start()]))
        end = match.end()
    return found
