"""What editions are called, what was said of them, and the code of each."""

from generator.document.blocks import Fact, Line
from generator.editions import Edition, Shelf, Withdrawn, short_code
from generator.wording import Words


def edition_title(words: Words, entry: Edition | Withdrawn) -> str:
    """An edition by its day: "29 March 2019"; another of the same day has a number."""
    place = entry.name.removeprefix(str(entry.date)).removeprefix("-")
    day = words.day(entry.date)
    return words.say("{day}, number {number} of that day", day=day, number=place) if place else day


def told_note(words: Words, history: Shelf, entry: Edition | Withdrawn) -> str:
    """What was said of an edition; where editions of one day correct each other, of those before it too, and that."""
    said = entry.entry.note
    if isinstance(entry, Withdrawn):
        return said
    same_day = [other for other in history.editions if other.date == entry.date]
    place = same_day.index(entry)
    if place:
        before = " ".join(_sentence(other.entry.note) for other in same_day[:place] if other.entry.note)
        mended = words.say("Corrected on the same day: {note}", note=said) if said else ""
        said = " ".join(filter(None, (before, mended or words.say("Corrected on the same day."))))
    if place < len(same_day) - 1:
        later = words.say("This edition was corrected on the same day; that one tells of both.")
        said = " ".join(filter(None, (_sentence(said), later)))
    return said


def _sentence(note: str) -> str:
    """`note` with a full stop where its officer left it out, so that another sentence can follow."""
    return note if not note or note.endswith((".", "!", "?", "…")) else f"{note}."


def edition_code(words: Words, edition: Edition) -> tuple[Fact, ...]:
    """The code of an edition, and the hash of its file, for its own pages."""
    return (code_fact(words, edition), Fact(words.say("Its file’s SHA-256"), (Line(edition.sha256),)))


def code_fact(words: Words, entry: Edition | Withdrawn) -> Fact:
    """The code that an edition had when it was published."""
    return Fact(words.say("Edition code"), (both_codes(entry.line.this),))


def both_codes(head: str) -> Line:
    """The short code, as it stands in minutes, and the whole of it."""
    return Line(short_code(head), (head,))
