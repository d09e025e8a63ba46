"""Names of persons of one word, such as a surname alone: by their shape, and by what stands before and after them."""

import re
from collections.abc import Sequence
from enum import IntEnum

from generator.privacy.cues import (
    ANY_DOING,
    ANY_THING,
    CUE,
    CUE_LENGTH,
    DATE_AFTER,
    DOING,
    INITIALS_AFTER,
    LOOSE_CUE,
    PHRASE_END,
    SUBJECT,
    THING,
)
from generator.privacy.everyday_words import NAMES_THAT_ARE_WORDS, ONE_WORD_NAMES, PLAIN_WORDS
from generator.privacy.field_words import ROLES
from generator.privacy.given_names import GIVEN_NAMES
from generator.privacy.known import Known
from generator.privacy.surnames import SURNAMES
from generator.privacy.things import is_carried
from generator.privacy.tokens import MOST_BETWEEN, PARTICLES, TITLES, Token

# "O'Neill", "MacAlder", "McIntyre", "D'Angelo": no other words of plans have this shape.
SHAPED = re.compile(r"(?:[OD]['’]|Ma?c|Fitz)[A-Z][a-z]{2,}|(?:O['’]|MC)[A-Z]{4,}")
COMMON_NAMES = GIVEN_NAMES | SURNAMES
UPPER_NAMES = frozenset(name.upper() for name in COMMON_NAMES if len(name) > 3)
# Endings of plain words. A word that is not known, straight after "led by" and the like, may be a name all the same.
ENDING = re.compile(
    r"(?:ables?|ances?|ancy|ants|ed|eers|ees|ences?|ency|ents|ers|ful|graphy|hood|ibles?|ic|ically|ics|iest|ify|ings?|isms?|i[sz]e|ists?|ities"
    r"|ity|ives?|less|ly|ments?|ness|ologists?|ology|ors|ships?|sions?|tions?)$"
)
SHORTEST, SHORTEST_IN_CAPITALS = 4, 7
SHORTEST_STEM = 3


class Likeness(IntEnum):
    """How much a word alone looks like a name."""

    NONE = 0
    ENDED = 1  # no word that is known, with an ending of plain words: "Keating"
    UNKNOWN = 2  # no word that is known
    ALSO_WORD = 3  # a common name that is a plain word too: "White", "Mark"
    SURE = 4


def lone_name_at(
    text: str, tokens: Sequence[Token], place: int, known: Known, *, is_who: bool, goes_on: bool
) -> int | None:
    """The place of the last word of the name of one word that begins at `place`; None where none does.

    Particles belong to it ("van der Berg"), and so do initials that are joined ("JK Quist"). `is_who` says that the
    text names who does something, `goes_on` that such a name stands right before, as in a list.
    """
    last = _last(tokens, place, known)
    if last is None or not _is_alone(tokens, place, last) or is_carried(tokens, place):
        return None
    likeness = Likeness.SURE if last > place else likeness_of(tokens[place], known)
    if likeness is Likeness.NONE:
        return None
    start, end = tokens[place].start, tokens[last].end
    before, after = before_and_after(text, start, end)
    has_role_before = place > 0 and tokens[place].follows and tokens[place - 1].folded in ROLES
    if tokens[last].text.endswith(("'s", "’s")):
        return last if _owns(likeness, after) else None
    is_subject = has_role_before or bool(SUBJECT.search(before))
    is_after_capital = place > 0 and tokens[place].follows and tokens[place - 1].text[0].isupper() and not is_subject
    if likeness is Likeness.ENDED or is_after_capital:
        is_list = goes_on and not is_after_capital
        return last if PHRASE_END.match(after) and (is_list or CUE.search(before)) else None
    is_told = (
        (is_subject and _does(likeness, after))
        or (PHRASE_END.match(after) and (goes_on or _is_told_before(likeness, before)))
        or INITIALS_AFTER.match(after)
        or (before.endswith(("(", "[")) and DATE_AFTER.match(after))
        or (likeness is Likeness.SURE and _is_apart(before, after, is_who=is_who))
    )
    return last if is_told else None


def before_and_after(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands near the words from `start` to `end`. Only at the start of the text is there nothing before them."""
    before = text[max(0, start - CUE_LENGTH) : start]
    return before if start <= CUE_LENGTH else f"x{before}", text[end : end + 2 * CUE_LENGTH]


def likeness_of(token: Token, known: Known) -> Likeness:
    """How much the word alone looks like a name, in a plan that explains what is `known`."""
    known = known.at(opens=token.opens)
    word = token.text.removesuffix("'s").removesuffix("’s")
    if not word[0].isupper() or known.is_common(word) or known.is_acronym(word):
        return Likeness.NONE
    folded = token.folded
    if folded in ONE_WORD_NAMES or folded.removesuffix("s") in ONE_WORD_NAMES or folded in TITLES:
        return Likeness.NONE
    if word in COMMON_NAMES or (word in UPPER_NAMES and folded not in NAMES_THAT_ARE_WORDS):
        return Likeness.ALSO_WORD if folded in NAMES_THAT_ARE_WORDS else Likeness.SURE
    if SHAPED.fullmatch(word) or _is_hyphenated(word, known):
        return Likeness.SURE
    shortest = SHORTEST_IN_CAPITALS if word.isupper() else SHORTEST
    is_plain_shape = word.isalpha() and (word.isupper() or word[1:].islower())
    if not is_plain_shape or len(word) < shortest or _is_listed(folded, known):
        return Likeness.NONE
    return Likeness.ENDED if ENDING.search(folded) else Likeness.UNKNOWN


def is_ordinary(folded: str, known: Known) -> bool:
    """Whether a word in small letters is one of plain English, as far as can be told."""
    return bool(ENDING.search(folded)) or _is_listed(folded, known)


def _is_listed(folded: str, known: Known) -> bool:
    """Whether a word in small letters, or what it is formed of, is one that is known: "commissioning"."""
    stems = {folded, folded.removesuffix("s"), folded.removesuffix("es"), re.sub("ies$", "y", folded)}
    formed_of = ENDING.sub("", folded)
    if formed_of != folded and len(formed_of) >= SHORTEST_STEM:
        stems |= {formed_of, f"{formed_of}e", f"{formed_of}y"}
    return any(stem in PLAIN_WORDS or known.is_common(stem) for stem in stems)


def _is_hyphenated(word: str, known: Known) -> bool:
    parts = word.split("-")
    return len(parts) == 2 and all(
        part[:1].isupper()
        and len(part) > 2
        and (part in COMMON_NAMES or bool(SHAPED.fullmatch(part)) or not is_ordinary(part.casefold(), known))
        and part.casefold() not in ONE_WORD_NAMES
        and not known.is_common(part)
        and not part.isupper()
        for part in parts
    )


def _last(tokens: Sequence[Token], place: int, known: Known) -> int | None:
    """The place of the surname: after particles, after joined initials, or the word itself."""
    after = place
    end = min(len(tokens), place + MOST_BETWEEN)
    while after < end and tokens[after].folded in PARTICLES and (after == place or tokens[after].follows):
        after += 1
    first = tokens[place]
    if after == place and len(first.text) == 2 and first.text.isupper() and not known.is_acronym(first.text):
        after = place + 1
        if after >= len(tokens) or likeness_of(tokens[after], known) < Likeness.ALSO_WORD:
            return None
    if after == place:
        return place
    if after >= len(tokens) or not tokens[after].follows or not tokens[after].is_capitalised:
        return None
    return None if known.at(opens=False).is_common(tokens[after].text) else after


def _is_alone(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Whether no other word with a capital follows."""
    return not (last + 1 < len(tokens) and tokens[last + 1].follows and tokens[last + 1].text[0].isupper())


def _owns(likeness: Likeness, after: str) -> bool:
    return bool((ANY_THING if likeness is Likeness.SURE else THING).match(after))


def _does(likeness: Likeness, after: str) -> bool:
    return bool(DOING.match(after) or (likeness is Likeness.SURE and ANY_DOING.match(after)))


def _is_told_before(likeness: Likeness, before: str) -> bool:
    return bool(CUE.search(before) or (likeness >= Likeness.ALSO_WORD and LOOSE_CUE.search(before)))


def _is_apart(before: str, after: str, *, is_who: bool) -> bool:
    """Whether a sure name stands in brackets, before a colon, or alone where it is said who does something."""
    if before.endswith("(") and after.startswith(")"):
        return True
    if after.startswith(": ") and not before.strip(" -•*"):
        return True
    return is_who and stands_alone(before, after)


def stands_alone(before: str, after: str) -> bool:
    """Whether nothing but a mark stands before and after the words."""
    return before.rstrip()[-1:] in ("", *",;&/") and after.lstrip()[:1] in ("", *",;&/(")
