"""Initials of persons: in brackets, after the last sentence, after "Lead:" or "by", and joined to a date."""

import re
from collections.abc import Callable

from generator.privacy.finding import Kind
from generator.privacy.known import PLAIN, Known, spells
from generator.privacy.spans import Span

LETTERS = r"(?:[A-Z]{2,3}|[A-Z]\.[ ]?[A-Z]\.?(?:[A-Z]\.?)?)"
JOINT = r"(?:[ ]?/[ ]?|,[ ]?|;[ ]?|[ ]?&[ ]?|[ ]and[ ])"
GROUP = re.compile(rf"(?<![\w&@./'’-]){LETTERS}(?:{JOINT}{LETTERS})*(?![\w&@]|['’](?!s\b)|-\w|/\w)")
ONE = re.compile(LETTERS)
# "JMcK", "MO'R": initials wherever they stand, for no short name has this shape.
SHAPED = re.compile(r"(?<![\w'’])[A-Z]{1,2}(?:Ma?c|O['’])[A-Z](?![\w'’])")
DAY = (
    r"\(?\d{1,2}(?:st|nd|rd|th)?[./-]\d{1,2}[./-]\d{2,4}"
    r"|\(?\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
JOINED = re.compile(rf"[ ]?(?:[-–,:][ ]?)?(?:{DAY}|{MONTH}(?!\w)|[ ]?'?\d\d\b(?=[ ]?$))")
JOINED_BEFORE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[ ]?[:–,-]?[ ]?$")
CUE = re.compile(
    r"(?i)(?:\b(?:leads?|owners?|authors?|contacts?|chair|responsible|by|per|action|actions|initials|note)[ ]?[:–-]"
    r"|\b(?:agreed|approved|chaired|completed|co-?ordinated|led|lead|organi[sz]ed|owned|prepared|reported|signed off"
    r"|updated|written) by|\bc/o|\bcontact)[ ]+$"
)
FROM = re.compile(r"\b(?:by|from)[ ]+$")
# Whoever did it is named last: "signed by AQ on 3 May", and not "reported by CO and by DWP".
FROM_END = re.compile(r"[.,;)\n]|$|[ ](?:about|at|before|for|in|next|on|to)\b|[ ]\d")
# "QT to arrange", "QT met with": two letters nobody explains, doing what a person does, at the start of a sentence.
DOING = re.compile(
    r"[ ](?:to|will|met|has|have|is to|are to|agreed|advised|chairs|confirmed|leads|left|reported|noted)\b|:[ ]"
)
CLOSE = re.compile(r"[ ]*(?:</p>)?[ ]*(?:$|[\n\t|])|[ ]*</p>")
NEXT_SENTENCE = re.compile(r"[.]?[ ]+(?:<p>[ ]?)?[A-Z][a-z]")
AFTER_SENTENCE = re.compile(r"(?:[.!?)\]][\"”’]?[ ]+|[.!?]|</p>[ ]?)$")
SMALL_WORDS = re.compile(
    r"\b(?:the|a|an|of|for|in|to|and|or|with|from|on|at|as|by|our|this|that|its|their|new|via|through|is)[ ]$",
    re.IGNORECASE,
)
SHORT = 2
NEAR = 20
FEWEST_WORDS = 2


def initials_spans(text: str, known: Known = PLAIN, *, is_who: bool = False) -> list[Span]:
    """Every group of capitals in `text` that is most likely somebody's initials."""
    if text.isupper() and " " in text.strip():
        return []  # a heading in capitals
    unknown = (match for match in GROUP.finditer(text) if _are_unknown(match, known))
    found = [match for match in unknown if is_shaped(text, match, is_who=is_who)]
    return [Span(*match.span(), Kind.PERSON_INITIALS) for match in (*found, *SHAPED.finditer(text))]


def _are_unknown(match: re.Match[str], known: Known) -> bool:
    """Whether the capitals may be somebody's. Three are a short name, but where a text signs its notes with initials.

    With a full stop after each, or joined to a date, they are initials everywhere.
    """
    letters = [one for one in ONE.findall(match[0]) if not known.is_acronym(plain(one))]
    if known.signs or any(len(plain(one)) == SHORT or "." in one for one in letters):
        return bool(letters)
    around = match.string[max(0, match.start() - NEAR) : match.start()], match.string[match.end() :]
    return bool(letters) and bool(JOINED.match(around[1]) or JOINED_BEFORE.search(around[0]))


def plain(letters: str) -> str:
    """ "AQ" for "A.Q."."""
    return re.sub(r"[^A-Z]", "", letters)


def is_shaped(text: str, match: re.Match[str], *, is_who: bool = False) -> bool:
    """Whether the capitals stand as somebody's initials do, in a text that says who does something where `is_who`."""
    before, after = text[: match.start()], text[match.end() :]
    return any(shape(before, match[0], after) for shape in SHAPES) or _alone(before, match[0], after, is_who=is_who)


def _bracketed(before: str, group: str, after: str) -> bool:
    if not before.endswith(("(", "[")):
        return False
    if after.startswith((")", "]")):
        return not spells(before, plain(group), at_end=True)
    return bool(JOINED.match(after)) and re.match(r"[^()]{0,25}[)\]]", after) is not None


def _trailing(before: str, group: str, after: str) -> bool:
    """After the last full stop, or after the last word where two letters close a text that has no full stop."""
    if AFTER_SENTENCE.search(before):
        is_last = bool(CLOSE.match(after.lstrip(".")))
        return is_last or (len(plain(group)) == SHORT and bool(NEXT_SENTENCE.match(after)))
    is_open = bool(re.search(r"[\w%'’][ ]+(?:[–-][ ]+)?$", before)) and not SMALL_WORDS.search(before)
    return is_open and len(plain(group)) == SHORT and bool(CLOSE.match(after)) and len(before.split()) >= FEWEST_WORDS


def _told(before: str, group: str, after: str) -> bool:
    return bool(CUE.search(before)) or (_are_short(group) and bool(FROM.search(before)) and bool(FROM_END.match(after)))


def _dated(before: str, group: str, after: str) -> bool:
    is_start = not before.strip() or bool(re.search(r"[.!?);:]\s*$|\n\s*$", before))
    if JOINED_BEFORE.search(before) and bool(CLOSE.match(after) or re.match(r"\s?[:–-]", after)):
        return True
    return bool(JOINED.match(after)) and (is_start or _are_short(group))


def _alone(before: str, group: str, after: str, *, is_who: bool) -> bool:
    """Nothing else stands in the text, or in a field that says who."""
    if before.strip() or after.strip():
        return False
    return is_who or "/" in group or "," in group or len(plain(group)) == SHORT


def _doing(before: str, group: str, after: str) -> bool:
    is_start = not before.strip() or bool(AFTER_SENTENCE.search(before))
    return is_start and _are_short(group) and bool(DOING.match(after))


def _are_short(group: str) -> bool:
    """Whether each of the group has two letters, as hardly any other short name has."""
    return all(len(plain(letters)) == SHORT for letters in ONE.findall(group))


SHAPES: tuple[Callable[[str, str, str], bool], ...] = (_bracketed, _trailing, _told, _dated, _doing)
