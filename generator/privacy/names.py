"""Names of persons: by a given name, by a title, by a role beside them, or by words such as "led by"."""

import re

from generator.privacy.cues import APPOSITION, CUE, CUE_LENGTH, DOING, LABEL, OF_TEAM, PERSON_CUE, THING
from generator.privacy.everyday_words import NAMES_THAT_ARE_WORDS, ONE_WORD_NAMES, OPENING_WORDS
from generator.privacy.field_words import NOT_SURNAMES, ORGANISATIONS, PLACES, ROLES
from generator.privacy.finding import Kind
from generator.privacy.given_names import GIVEN_NAMES
from generator.privacy.known import PLAIN, Known
from generator.privacy.lone_names import Likeness, likeness_of, lone_name_at, stands_alone
from generator.privacy.spans import Span
from generator.privacy.surnames import SURNAMES
from generator.privacy.things import (
    LISTED_AFTER,
    LISTED_BEFORE,
    NEAR,
    PLACE_BEFORE,
    SURNAMES_OR_THINGS,
    THINGS,
    is_carried,
)
from generator.privacy.tokens import MOST_BETWEEN, PARTICLES, TITLES, Token, tokens_of
from generator.text import without_accents

# Titles that stand before other words too: "Lord Advocate", "Sheriff Court", "PC Replacement".
LOOSE_TITLES = frozenset(
    {"councillor", "lord", "lady", "sheriff", "pc", "dc", "ds", "di", "provost", "sergeant", "professor"}
    | {"insp", "inspector", "supt", "superintendent"}
    | {"admiral", "baroness", "brigadier", "captain", "colonel", "commander", "commodore"}
)
UPPER_GIVEN_NAMES = frozenset(name.upper() for name in GIVEN_NAMES if len(name) > 2)
# Titles that stand before one letter too.
SHORT_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})
# What two words that are known to nobody do, where they are a person's name.
TWO_DOING = re.compile(
    r",? (?:to (?!the\b)|will |has (?!been\b)|and [A-Z][a-z]+ [A-Z][a-z]+,|(?:has|have|took|takes) over\b"
    r"|(?:has been|is|was|were) (?:appointed|confirmed as|elected|named|promoted|recruited|succeeded)\b"
    r"|(?:joins|leaves|replaces|said|says|succeeds|told)\b"
    r"|(?:has |have )?(?:retire[ds]|(?:stands|stood|steps|stepped) down)\b)"
)
# Particles that stand in hardly anything but a name.
SURE_PARTICLES = frozenset({"van", "von", "der", "den", "bin"})


def name_spans(text: str, known: Known = PLAIN, *, is_who: bool = False) -> list[Span]:
    """Every name of a person in `text`, as it most likely is one.

    `is_who` says that the text names who does something: two capitalised words there that are no words of plans are a
    name.
    """
    tokens = tokens_of(known.without_names(text))
    found: list[Span] = []
    place, is_list_of_lone = 0, False
    while place < len(tokens):
        last, is_lone = _name_at(text, tokens, place, known, found, is_who=is_who), False
        if last is None:
            goes_on = is_list_of_lone and _continues(text, tokens[place].start, found)
            last = lone_name_at(text, tokens, place, known, is_who=is_who, goes_on=goes_on)
            is_lone = last is not None
        if last is None:
            place += 1
            continue
        kind = Kind.ROLE_WITH_NAME if _has_role_beside(tokens, place, last) else Kind.PERSON_NAME
        found.append(Span(tokens[place].start, tokens[last].end, kind))
        place, is_list_of_lone = last + 1, is_lone
    return found


def _name_at(
    text: str, tokens: list[Token], place: int, known: Known, found: list[Span], *, is_who: bool
) -> int | None:
    """The place of the last word of the name that begins at `place`; None where none does."""
    first = tokens[place]
    if first.folded in TITLES and (last := _after_title(tokens, place)) is not None:
        return None if _is_thing(text, tokens, place, last) else last
    last = _surname_after(tokens, place)
    if last is None or first.text.endswith(("'s", "’s")):
        return None
    if last + 1 < len(tokens) and tokens[last + 1].follows and _is_organisation(tokens[last + 1]):
        return None
    if _is_thing(text, tokens, place, last):
        return None
    if _is_given(first) and tokens[last].folded not in NOT_SURNAMES:
        return last
    words = [token for token in tokens[place : last + 1] if token.folded not in PARTICLES and len(token.text) > 1]
    if any(known.at(opens=token.opens).is_common(token.text) or token.folded in TITLES for token in words):
        return None
    if first.folded in ONE_WORD_NAMES | PLACES and not _has_role_beside(tokens, place, last):
        return None
    is_name = _is_told(text, tokens, place, last, found, is_who=is_who)
    if len(first.text) == 1:
        is_name = _is_initial(text, tokens, place, last, known, is_told=is_name)
    return last if is_name else None


def _is_initial(text: str, tokens: list[Token], place: int, last: int, known: Known, *, is_told: bool) -> bool:
    """Whether the letter at `place` is the initial of the surname at `last`: "J. Quist", and not "Annex A Staffing"."""
    before = _before(text, tokens[place])
    is_article = tokens[place].text in ("A", "I") and tokens[place + 1].follows
    if LABEL.search(before) or (is_article and not before.strip(" ")):
        return False
    if last > place + 1 and len(tokens[place + 1].text) == 1:
        return True
    if likeness_of(tokens[last], known) > Likeness.ENDED:
        return True
    return _is_told_before(text, tokens, place, last) if is_article else is_told


def _is_told(text: str, tokens: list[Token], place: int, last: int, found: list[Span], *, is_who: bool) -> bool:
    """Whether what stands round the words tells that they are a name, whatever words they are."""
    start, before, after = tokens[place].start, text[: tokens[place].start], text[tokens[last].end :]
    # Words of plain English stand in brackets and in lists as names do: "(Commercial Interests)".
    is_plain = any(_is_plain(token) for token in tokens[place : last + 1])
    return bool(
        _is_told_before(text, tokens, place, last)
        or PERSON_CUE.search(_before(text, tokens[place]))
        or (not is_plain and before.endswith("(") and after.startswith(")"))
        or (is_who and stands_alone(before, after))
        or (not is_plain and _continues(text, start, found))
        or (tokens[last].folded not in SURNAMES_OR_THINGS and TWO_DOING.match(after))
        or DOING.match(after)
        or APPOSITION.match(after)
        or OF_TEAM.match(after)
        or (tokens[last].text.endswith(("'s", "’s")) and THING.match(after))
        or any(token.text in SURE_PARTICLES for token in tokens[place + 1 : last])
    )


def _is_told_before(text: str, tokens: list[Token], place: int, last: int) -> bool:
    return bool(CUE.search(_before(text, tokens[place]))) or _has_role_beside(tokens, place, last)


def _before(text: str, token: Token) -> str:
    return text[max(0, token.start - CUE_LENGTH) : token.start]


def _is_given(token: Token) -> bool:
    word = token.text if token.text.isascii() else without_accents(token.text)
    return word in GIVEN_NAMES or word in UPPER_GIVEN_NAMES or word.split("-")[0] in GIVEN_NAMES


def _is_plain(token: Token) -> bool:
    """Whether the word, less the ending of several, is one of plain English and no name."""
    return any(
        word in OPENING_WORDS and word not in NAMES_THAT_ARE_WORDS
        for word in (token.folded, token.folded.removesuffix("s"))
    )


def _is_thing(text: str, tokens: list[Token], place: int, last: int) -> bool:
    """Whether the words name what carries a person's name: "HMS Alba Quist", "Alba Square", "Quist Lane Order"."""
    if is_carried(tokens, place):
        return True
    following = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].follows else None
    if following is not None and following.text[0].isupper():
        is_more = tokens[last].text.removesuffix("'s") not in SURNAMES and following.folded in SURNAMES_OR_THINGS
        if is_more or following.folded in THINGS:
            return True
    name = tokens[last].folded
    if name in THINGS:
        return True
    if name not in SURNAMES_OR_THINGS or tokens[place].folded in TITLES or _has_role_beside(tokens, place, last):
        return False
    near = text[max(0, tokens[place].start - NEAR) : tokens[place].start]
    after = text[tokens[last].end : tokens[last].end + NEAR]
    return bool(PLACE_BEFORE.search(near) or LISTED_BEFORE.search(near) or LISTED_AFTER.match(after))


def _is_organisation(token: Token) -> bool:
    return token.text[0].isupper() and token.folded in ORGANISATIONS and token.folded not in ROLES


def _after_title(tokens: list[Token], place: int) -> int | None:
    """The place of the last word of the name after a title: "Dr Quist", "Ms Alba Quist", "Mr J Quist"."""
    title, after = tokens[place], place + 1
    if not title.text[0].isupper():
        return None
    end = min(len(tokens), after + MOST_BETWEEN)
    while after < end and len(tokens[after].text) == 1 and tokens[after].gap.strip(" .") == "":
        after += 1
    if after >= len(tokens) or tokens[after].gap.strip(" .\u00a0") or not tokens[after].text[0].isupper():
        # "Mrs B" is somebody whose name is shortened.
        return place + 1 if after == place + 2 and title.folded in SHORT_TITLES else None
    surname = tokens[after]
    if surname.folded in NOT_SURNAMES or (title.folded in LOOSE_TITLES and surname.text.isupper()):
        return None
    if title.folded in LOOSE_TITLES and (PLAIN.is_common(surname.text) or _is_plain(surname)):
        return None
    more = _surname_after(tokens, after)
    is_more = more is not None and not PLAIN.is_common(tokens[more].text)
    return more if is_more else after


def _surname_after(tokens: list[Token], place: int) -> int | None:
    """The place of the last word of a name whose first stands at `place`: particles and middle names between."""
    first = tokens[place]
    is_initial = len(first.text) == 1 and first.text.isupper()
    if not (first.is_capitalised or is_initial or first.text in UPPER_GIVEN_NAMES):
        return None
    after = place + 1
    end = min(len(tokens), after + MOST_BETWEEN)
    while after < end and _is_between(tokens, after, first):
        after += 1
    if after >= len(tokens):
        return None
    surname = tokens[after]
    is_alike = surname.is_capitalised or (first.text.isupper() and surname.text.isupper() and not is_initial)
    return after if _is_close(tokens, after) and is_alike and len(surname.text) > 1 else None


def _is_close(tokens: list[Token], place: int) -> bool:
    """Whether a space stands before the word at `place`, or the full stop of an initial."""
    token = tokens[place]
    return token.follows or (len(tokens[place - 1].text) == 1 and token.gap in (".", ". "))


def _is_between(tokens: list[Token], place: int, first: Token) -> bool:
    """Whether the word at `place` is a particle, a middle initial or a second given name before a surname."""
    token = tokens[place]
    if len(token.text) == 1 and token.text.isupper() and _is_close(tokens, place):
        return not LABEL.match(f"{first.text} ")
    if not token.follows or place + 1 >= len(tokens) or not tokens[place + 1].follows:
        return False
    following = tokens[place + 1]
    if token.folded in PARTICLES:
        return following.is_capitalised or following.folded in PARTICLES
    is_second = _is_given(token) and _is_given(first)
    return is_second and following.is_capitalised and following.folded not in NOT_SURNAMES


ROLE_REACH = 4
LINKS = frozenset({"of", "for", "and", "the", "our", "new", "acting", "interim", "social", "services", "service"})


def _has_role_beside(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a role stands right before or after: "Service Manager Alba Quist", "Alba Quist, Head of Service"."""
    if _has_role_before(tokens, first):
        return True
    for step in range(1, ROLE_REACH + 2):
        if last + step >= len(tokens):
            return False
        token = tokens[last + step]
        if token.gap.strip(" \u00a0" + (",(–-" if step == 1 else "-/")):
            return False
        if token.folded in ROLES and (token.text[0].isupper() or step > 1 or "," in token.gap):
            return True
        if not token.text[0].isupper() and token.folded not in LINKS:
            return False
    return False


def _has_role_before(tokens: list[Token], first: int) -> bool:
    """Whether a role ends right before: "Service Manager Alba Quist", "the Head of Service, Alba Quist"."""
    marks = " \u00a0,:(–-"
    for place in range(first, max(0, first - ROLE_REACH), -1):
        if tokens[place].gap.strip(marks):
            return False
        before, marks = tokens[place - 1], " \u00a0"
        if before.folded in ROLES:
            return True
        if not before.text[0].isupper() and before.folded not in LINKS:
            return False
    return False


def _continues(text: str, start: int, found: list[Span]) -> bool:
    """Whether the words go on with a list of names: "Alba Quist and Bram Oddly"."""
    return bool(found) and re.fullmatch(r"\s*(?:,|;|&|/|and|,\s*and)\s*", text[found[-1].end : start]) is not None
