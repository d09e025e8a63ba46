"""What stands in the place of a council's own words, numbers and addresses, and must not reach the public."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# How a new folder marks what is to be written: "**Replace this:** say which committee keeps the plans".
MARK = re.compile(r"(?:\*\*|__)Replace this\b|\bReplace this(?=:)")
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
        found = (*_marks(number, line), *_invented(number, line), *_addresses(number, line), *_numbers(number, line))
        # An address that stands twice in one line, as the text of a link and as its target, is one.
        first = {placeholder.words: placeholder for placeholder in sorted(found, key=_column, reverse=True)}
        yield from sorted(first.values(), key=_column)


def _column(placeholder: Placeholder) -> int:
    return placeholder.column


def _marks(number: int, line: str) -> Iterator[Placeholder]:
    for found in MARK.finditer(line):
        words = found[0].lstrip("*_")
        column = found.end() - len(words) + 1
        yield Placeholder(number, column, words, "marks what you have not written yet", "write your own words here")


def _invented(number: int, line: str) -> Iterator[Placeholder]:
    for found in INVENTED.finditer(line):
        yield Placeholder(number, found.start() + 1, found[0], "is invented", "write your own body's name")


def _addresses(number: int, line: str) -> Iterator[Placeholder]:
    for found in ADDRESS.finditer(line):
        what = "is kept for examples and leads nowhere"
        yield Placeholder(number, found.start() + 1, found[0], what, "write your own address, or take it out")


def _numbers(number: int, line: str) -> Iterator[Placeholder]:
    for found in DIGITS.finditer(line):
        if is_fictional(found[0]):
            what = "is a number kept for fiction: nobody answers"
            yield Placeholder(number, found.start() + 1, found[0], what, "write your own number, or take it out")


def is_fictional(phone: str) -> bool:
    """Whether `phone` is one of the numbers that Ofcom keeps for films and plays, in whatever form it is written."""
    digits = "".join(re.findall("[0-9]", phone.replace("(0)", "")))
    home = re.sub(r"^(?:00)?44", "0", digits) if phone.strip().startswith(("+", "00")) else digits
    # Two numbers with a space between them are read as one.
    return bool(FICTION.fullmatch(home) or (len(home) > LONGEST_NUMBER and FICTION.search(home)))
