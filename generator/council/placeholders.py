"""What stands in the place of a council's own words, numbers and addresses, and must not reach the public."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

# How a new folder marks what is to be written: "**Replace this:** say which committee keeps the plans".
MARK = re.compile(r"(?<=\*\*)Replace this\b|(?<=__)Replace this\b|\bReplace this(?=:)")
# The council and the committee of the folder that `plans new` makes.
INVENTED = re.compile(r"\bKinbrae (?:Council|Child Protection Committee)\b")
# Source: RFC 2606, section 3.
ADDRESS = re.compile(r"(?:[\w.+-]+@)?(?:[\w-]+\.)*\bexample\.(?:com|net|org)\b", re.IGNORECASE)
DIGITS = re.compile(r"(?<![\w.])\+?(?:\(0|[0-9])[0-9 ()\u00a0\u2009\u2011-]{7,60}[0-9](?!\w)")
# Source: Ofcom, telephone numbers for use in drama. Each is written as it is dialled within the United Kingdom.
FICTION = re.compile(
    r"01632960[0-9]{3}|01(?:1[3-8]|[2-6]1)4960[0-9]{3}|01914980[0-9]{3}|02079460[0-9]{3}|02896496[0-9]{3}"
    r"|02920180[0-9]{3}|07700900[0-9]{3}|08081570[0-9]{3}|09098790[0-9]{3}|03069990[0-9]{3}"
)
LONGEST_NUMBER = 13
# How each kind is found, what it is and what to do.
KINDS = (
    (MARK, "marks what you have not written yet", "write your own words here"),
    (INVENTED, "is invented", "write your own body's name"),
    (ADDRESS, "is kept for examples and leads nowhere", "write your own address, or take it out"),
    (DIGITS, "is a number kept for fiction: nobody answers", "write your own number, or take it out"),
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder: its line and column in the text, from 1, its words, what it is and what to do."""

    line: int
    column: int
    words: str
    what: str
    do: str

    @property
    def values(self) -> dict[str, Any]:
        """What a problem says of it."""
        return {"value": self.words, "what": self.what, "do": self.do}


def placeholders(text: str) -> Iterator[Placeholder]:
    """Every placeholder in `text`, in its order."""
    for number, line in enumerate(text.split("\n"), start=1):
        # An address that stands twice in one line, as the text of a link and as its target, is one.
        first: dict[str, Placeholder] = {}
        for column, words, what, do in sorted(_found(line), key=itemgetter(0)):
            first.setdefault(words, Placeholder(number, column, words, what, do))
        yield from first.values()


def _found(line: str) -> Iterator[tuple[int, str, str, str]]:
    for pattern, what, do in KINDS:
        for found in pattern.finditer(line):
            if pattern is not DIGITS or is_fictional(found[0]):
                yield found.start() + 1, found[0], what, do


def is_fictional(phone: str) -> bool:
    """Whether `phone` is one of the numbers that Ofcom keeps for films and plays, in whatever form it is written."""
    digits = "".join(re.findall("[0-9]", phone.replace("(0)", "")))
    home = re.sub(r"^(?:00)?44", "0", digits) if phone.strip().startswith(("+", "00")) else digits
    # Two numbers with a space between them are read as one.
    return bool(FICTION.fullmatch(home) or (len(home) > LONGEST_NUMBER and FICTION.search(home)))
