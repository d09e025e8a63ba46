"""Small facts about text that every layer shares."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

# Bidirectional controls can show a reader another text than the one that is published ("Trojan Source").
BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ID_PATTERN = re.compile(r"[a-z][a-z0-9-]{0,39}")


def is_control(character: str) -> bool:
    """Whether `character` is a control, a surrogate or a noncharacter, which no text of a plan may hold.

    Line feeds are not: they separate the lines of a text.
    """
    if character == "\n":
        return False
    point = ord(character)
    is_noncharacter = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return is_noncharacter or unicodedata.category(character) in ("Cc", "Cs")


def character_name(character: str) -> str:
    """`character` as a person can look it up: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def without_unsafe_characters(text: str) -> str:
    """`text` less its control and bidirectional characters."""
    if text.isprintable():
        return text  # most are, and this is asked for every cell of every table
    return "".join(c for c in text if not is_control(c) and c not in BIDI_CONTROLS)


# Letters and signs that show nothing, though Unicode does not count them among spaces.
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def is_visible(text: str) -> bool:
    """Whether `text` has a character that a reader can see."""
    return any(c not in BLANKS and unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp", "Zs") for c in text)


# What a spreadsheet takes for the start of a formula, in the width of a letter or of an ideograph.
FORMULA_STARTS = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
SIGNED_FIGURE = re.compile(r"[+-][£$€]?[0-9][0-9,]*(?:\.[0-9]+)? ?%?")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would work `text` out, and not show it. A figure with a sign is worked out to itself."""
    start = text.lstrip(" \n\u00a0")
    return start[:1] in FORMULA_STARTS and bool(start) and not SIGNED_FIGURE.fullmatch(start.rstrip())


def without_accents(text: str) -> str:
    """`text` with the letters alone: "Ciaran" for "Ciarán"."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


LIST_MARK = re.compile(r"^([ ]*)[-*+](?= )", re.MULTILINE)


def without_list_marks(text: str) -> str:
    """Formatted text with a bullet before each item of its lists, in the place of "-", "*" or "+"."""
    return LIST_MARK.sub("\\1\u2022", text)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The one of `choices` that `word` was most likely meant to be, or None."""
    found = get_close_matches(word, list(choices), n=1, cutoff=0.7)
    return found[0] if found else None


def either(words: Iterable[str]) -> str:
    """`words` as a choice: "red, amber or green"."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} or {last}" if most else last


def slugged(text: str) -> str:
    """`text` in small letters, digits and hyphens, as it may stand in an address; "" if it has none of them."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['`]", "", plain)).strip("-")


LONGEST_TERM_KEY = 40


def term_key(term: str) -> str:
    """What a term of a glossary is called in an address. It hangs on no other term, so it stays as they come and go."""
    key = slugged(term)[:LONGEST_TERM_KEY].rstrip("-")
    return key or hashlib.sha256(term.encode("utf-8")).hexdigest()[:10]


def shortened(text: str, most: int) -> str:
    """`text` on one line and at most `most` characters long; a longer one is cut after a word, and "…" says so."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    words = line[:most].rpartition(" ")[0]
    return f"{(words or line[: most - 1]).rstrip(' ,;:.-–—')}…"


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of `data` as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
