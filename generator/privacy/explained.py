"""What a plan explains of itself, so that no name of a body, a law or a place is taken for a person's."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.plan.model import PublicPlan
from generator.privacy.field_words import ACRONYMS, COMMON_WORDS
from generator.privacy.known import PLAIN, WORD, Known, spells
from generator.privacy.names import name_spans
from generator.privacy.texts import Said, texts

BRACKETED = re.compile(r"\(([A-Z][A-Z&]{1,7})s?\)")
EXPLAINED = re.compile(r"(?<![\w&/-])([A-Z][A-Z&]{1,7})s? \(([^()]+)\)")
# "https://example.org/quist", "quist@example.org", "example.org".
ADDRESS = re.compile(r"@|://|\w\.\w")
# "the HMT", "LAD2", "APs": initials stand so nowhere.
USED = re.compile(
    r"\b(?:[Aa]ll|[Aa]n?|[Bb]oth|[Ee]ach|[Ee]very|[Ii]ts|[Nn]ew|[Oo]ur|[Tt]he|[Tt]heir)[ ]([A-Z]{2,4})\b(?!['’.])"
    r"|(?<!\w)([A-Z]{2,4})(?:\d+|s)\b"
)
# What a text ends with that its author signed: "It is done. (AQ)"
SIGNED = re.compile(r"(?:[.!?]\s*\(?|\()([A-Z]{2})\)?\.?\s*$")
FEWEST_SIGNED, SHARE_SIGNED = 3, 0.03
# Names shorter than this are told by their capitals alone.
SHORTEST = 4


def known_of(plan: PublicPlan) -> Known:
    """What `plan` explains: bodies, glossary, legend, titles, and short names beside their long ones."""
    said = [item for item in texts(plan) if not item.traits.is_code]
    naming = [item for item in said if item.about.names]
    names = {item.text.strip() for item in naming}
    short = {part for name in names for part in re.split(r"[\s(),;/]+", name) if part.isupper()}
    explained = {letters for item in said for letters in (*explained_in(item.text), *used_in(item.text))}
    explained |= {letters for name in names for letters in shortened_to(name)}
    called = {word for item in naming if item.about.names == "thing" for word in _words(item.text)}
    known = Known(
        ACRONYMS | short | explained,
        frozenset(name for name in names if len(name) >= SHORTEST and not name.isupper()),
        COMMON_WORDS | called,
        _in_small_letters(item.text for item in said),
        _is_signed([item.text for item in said], ACRONYMS | short | explained),
    )
    titles = (item for item in naming if item.field != "responds_to" and item.about.names == "title")
    return replace(known, words=known.words | {word for item in titles for word in _nobodys(item, known)})


def known_of_all(plans: Iterable[PublicPlan], names: Iterable[str] = ()) -> Known:
    """What `plans` explain together, for texts outside them; `names` are names of bodies too."""
    known = [PLAIN, *map(known_of, plans)]
    own = frozenset(name for name in names if len(name) >= SHORTEST and not name.isupper())
    return Known(
        frozenset().union(*(one.acronyms for one in known), *(shortened_to(name) for name in own)),
        own.union(*(one.names for one in known)),
        frozenset().union(*(one.words for one in known)),
        frozenset().union(*(one.typed for one in known)),
    )


def _nobodys(title: Said, known: Known) -> Iterator[str]:
    """The words of a title but those that are somebody's name: "Work led by Quist" makes no word of plans of it."""
    spans = name_spans(title.text, replace(known, names=frozenset()))
    start = 0
    for span in spans:
        yield from _words(title.text[start : span.start])
        start = span.end
    yield from _words(title.text[start:])


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def explained_in(text: str) -> set[str]:
    """The short names that `text` gives beside their long ones, before or after: "Early Years Group (EYG)"."""
    found = {match[1] for match in BRACKETED.finditer(text) if spells(text[: match.start()], match[1], at_end=True)}
    return found | {match[1] for match in EXPLAINED.finditer(text) if spells(match[2], match[1], at_end=False)}


def used_in(text: str) -> set[str]:
    """The capitals that `text` uses as a short name, whatever they stand for: "the APS", "LAD2"."""
    return {match[1] or match[2] for match in USED.finditer(text)}


def shortened_to(name: str) -> set[str]:
    """What a body or a term with the name `name` may be called for short: "Royal Harbour Agency" gives "RHA"."""
    words = [word for word in WORD.findall(name) if word[0].isupper() or word in ("and", "of")]
    shorts = {"".join(word[0] for word in words if word[0].isupper()), "".join(word[0] for word in words).upper()}
    return {letters for letters in shorts if len(letters) >= SHORTEST - 1}


def _is_signed(texts: list[str], acronyms: frozenset[str]) -> bool:
    """Whether so many of `texts` end with two letters that nobody explains that their authors sign them."""
    ends = [match[1] for text in texts if (match := SIGNED.search(text[-12:]))]
    count = sum(letters not in acronyms for letters in ends)
    return count >= FEWEST_SIGNED and count >= SHARE_SIGNED * len(texts)


def _in_small_letters(said: Iterable[str]) -> frozenset[str]:
    """The words in small letters; those of addresses and e-mails are words of nobody's text."""
    typed = (part for text in said for part in text.split() if not ADDRESS.search(part))
    return frozenset(word for part in typed for word in WORD.findall(part) if word.islower())
