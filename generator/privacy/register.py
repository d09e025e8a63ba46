"""The people register: names, initials, e-mails and phones that must stand in no public text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from generator.plan.private import Person
from generator.privacy.everyday_words import PLAIN_WORDS
from generator.privacy.field_words import COMMON_WORDS
from generator.privacy.finding import Kind
from generator.privacy.initials import GROUP, ONE, is_shaped, plain
from generator.privacy.known import Known
from generator.privacy.spans import Span
from generator.privacy.tokens import PARTICLES, TITLES, opens_sentence
from generator.text import without_accents

WORD = re.compile(r"[^\W\d_]+")
# Digits of a phone, which may be typed in groups.
DIGITS = re.compile(r"\+?\d(?:[ ()./-]{0,3}\d){5,14}")
# Marks that may stand between the words of a name: "Quist, Alba", "alba-quist", "J. Quist".
NEAR = re.compile(r"[\s.,'’_+%-]{0,4}")
SHORTEST_PART = 3
LAST_DIGITS = 6


@dataclass(frozen=True)
class Register:
    """The people of one plan, as they are looked for."""

    people: tuple[Person, ...] = ()

    @cached_property
    def names(self) -> frozenset[tuple[str, ...]]:
        """Each way to write a whole name, folded, word by word."""
        return frozenset(form for words in self._read for form in _forms(words))

    @cached_property
    def parts(self) -> frozenset[str]:
        """Given names and surnames that are no words of plans."""
        words = {word for person in self.people for word in _words(person.name)}
        return frozenset(word for word in words if len(word) >= SHORTEST_PART and word not in COMMON_WORDS | PARTICLES)

    @cached_property
    def stated(self) -> frozenset[str]:
        """The initials that the register states."""
        return frozenset(
            letters for person in self.people for letters in re.findall(r"[A-Z]{2,}", _joined(person.initials))
        )

    @cached_property
    def derived(self) -> frozenset[str]:
        """The initials that the names give."""
        words = ([word for word in words if word not in PARTICLES] for words in self._read)
        return frozenset("".join(word[0] for word in name).upper() for name in words if len(name) > 1) - self.stated

    @cached_property
    def _read(self) -> tuple[list[str], ...]:
        """The words of each name in each way that it may be read."""
        return tuple(_words(name) for person in self.people for name in readings(person.name))

    @cached_property
    def emails(self) -> tuple[str, ...]:
        return tuple(person.email.casefold() for person in self.people if person.email)

    @cached_property
    def phones(self) -> frozenset[str]:
        """The last digits of each phone: the code before them may be written in many ways."""
        found = (re.sub(r"\D", "", person.phone) for person in self.people if person.phone)
        return frozenset(digits[-LAST_DIGITS:] for digits in found if len(digits) >= LAST_DIGITS)

    def spans(self, text: str, known: Known, *, is_code: bool) -> Iterator[Span]:
        """Where `text` names one of the people. An id or an address holds no initials, and no part of a name."""
        if not self.people:
            return
        words = [(match, fold(match[0])) for match in WORD.finditer(text)]
        yield from self._whole_names(text, words)
        folded = text.casefold()
        for email in self.emails:
            if len(folded) == len(text) and (place := folded.find(email)) >= 0:
                yield Span(place, place + len(email), Kind.REGISTERED_PERSON)
        for match in DIGITS.finditer(text):
            if re.sub(r"\D", "", match[0])[-LAST_DIGITS:] in self.phones:
                yield Span(match.start(), match.end(), Kind.REGISTERED_PERSON)
        if not is_code:
            yield from self._parts(known.without_names(text), known)
            yield from self._initials(text, known)

    def _whole_names(self, text: str, words: Sequence[tuple[re.Match[str], str]]) -> Iterator[Span]:
        longest = max(map(len, self.names), default=0)
        for place, (first, _) in enumerate(words):
            for count in range(longest, 0, -1):
                chosen = words[place : place + count]
                if tuple(word for _, word in chosen) not in self.names:
                    continue
                gaps = (text[a.end() : b.start()] for (a, _), (b, _) in pairwise(chosen))
                if all(NEAR.fullmatch(gap) for gap in gaps) and (kind := _kind(text, [match for match, _ in chosen])):
                    yield Span(first.start(), chosen[-1][0].end(), kind)
                    break

    def _parts(self, text: str, known: Known) -> Iterator[Span]:
        """Given names and surnames alone, also in small letters where those make no plain word of them.

        Words that the plan uses in names of bodies and in titles are no excuse; those whole names are blotted out.
        """
        for match in WORD.finditer(text):
            word = fold(match[0])
            if word not in self.parts:
                continue
            is_typed = match[0].islower() or (word in known.typed and opens_sentence(text, match.start()))
            if not (is_typed and is_plain(word)):
                yield Span(match.start(), match.end(), Kind.REGISTERED_PART)

    def _initials(self, text: str, known: Known) -> Iterator[Span]:
        """Stated initials wherever they stand; others, and those that mean something else here, where initials do."""
        for match in GROUP.finditer(text):
            for one in ONE.finditer(match[0]):
                letters = plain(one[0])
                span = (match.start() + one.start(), match.start() + one.end())
                if letters in self.stated and not known.is_acronym(letters):
                    yield Span(*span, Kind.REGISTERED_PERSON)
                elif letters in self.stated | self.derived and match[0] != text and is_shaped(text, match):
                    yield Span(*span, Kind.REGISTERED_PART)


def _kind(text: str, words: Sequence[re.Match[str]]) -> Kind | None:
    """What a whole name is; None where its initial is no initial: "received a grant", "the council's Young people".

    "A Grant form" may start with a word and may start with an initial, so it is a guess.
    """
    is_first = len(words[0][0]) == 1
    if len(words) == 1 or not (is_first or len(words[-1][0]) == 1):
        return Kind.REGISTERED_PERSON
    initial, surname = (words[0], words[-1]) if is_first else (words[-1], words[-2])
    beside = words[1] if is_first else surname
    gap = text[min(initial.end(), beside.end()) : max(initial.start(), beside.start())]
    is_spaced = re.search(r"\s", gap) is not None
    if is_spaced and (initial[0].islower() or surname[0][0].islower()):
        return None
    if surname[0].islower() and is_plain(fold(surname[0])) and gap != ".":
        return None
    is_word = is_first and initial[0] in ("A", "I") and gap.isspace()
    is_guess = is_word and (surname[0].isupper() or opens_sentence(text, initial.start()))
    return Kind.REGISTERED_PART if is_guess else Kind.REGISTERED_PERSON


def is_plain(word: str) -> bool:
    """Whether a word in small letters is one of plain English, though it may be a name: "brown", "grant"."""
    return word in PLAIN_WORDS or word.removesuffix("s") in PLAIN_WORDS


def fold(word: str) -> str:
    """`word` in small letters, without accents."""
    return without_accents(word.casefold())


def _words(name: str) -> list[str]:
    words = [fold(word) for word in WORD.findall(name)]
    return [word for word in words if word not in TITLES] or words


def readings(name: str) -> tuple[str, ...]:
    """`name` as it is typed, with the surname last, and without what follows it: "Quist, Alba", "Alba Quist, Nurse"."""
    first, comma, second = name.partition(",")
    if not comma:
        return name, surname_last(name)
    is_whole = len(first.split()) > 1 and fold(first.split()[0]) not in PARTICLES
    return (name, f"{second} {first}", *([first] if is_whole else []))


def surname_last(name: str) -> str:
    """ "Alba QUIST" for "QUIST Alba"."""
    words = name.split()
    shouted = list(takewhile(lambda word: word.isupper() and len(word) > 1, words))
    return " ".join(words[len(shouted) :] + shouted)


def _joined(initials: str | None) -> str:
    """Initials without their full stops: "AQ" for "A.Q."."""
    return re.sub(r"\.\s?", "", initials or "").upper()


def _forms(words: list[str]) -> Iterator[tuple[str, ...]]:
    """First and last name in both orders, with and without what stands between, with an initial, after a title."""
    if len(words) < 2:
        return
    start = next((place for place, word in enumerate(words) if place and word in PARTICLES), len(words) - 1)
    first, last = words[0], tuple(words[start:])
    yield tuple(words)
    yield (first, *last)
    yield (*last, first)
    yield (*last, *words[:start])
    yield (first[0], *last)
    yield (*last, first[0])
    yield ("".join(words[:start]) + "".join(last),)
    yield from ((title, *last) for title in TITLES)
