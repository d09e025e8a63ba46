"""Small counts of people in running text, and counts that give one back when they are taken from each other."""

import re
from typing import NamedTuple

from generator.privacy.finding import Kind
from generator.privacy.health import sentences
from generator.privacy.spans import Span

LIMIT = 10  # smaller counts of people may tell who they are
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NUMBERS = {word: number for number, word in enumerate(WORDS, 1)}
PEOPLE = (
    r"(?:child(?:ren)?|young (?:people|persons?|women|men|carers?)|famil(?:y|ies)|households?|cases?|bab(?:y|ies)"
    r"|infants?|toddlers?|teenagers?|pupils?|students?|siblings?|girls?|boys?|parents?|carers?|mothers?|fathers?"
    r"|adults?|women|men|individuals?|people|persons?|residents?|patients?|clients?|victims?|service users?"
    r"|respondents?|deaths?|registrations?|de-registrations?|employees?|post-?holders?|practitioners?"
    r"|(?:social |support |care )?workers?|(?:staff )?members of (?:the )?staff|staff)"
)
# "child protection", "case conference", "family support": there the word is not counted itself.
NOT_COUNTED = (
    r"(?![’']?s?[ -](?:assessments?|audits?|based|briefings?|care\b|centred|centres?|conferences?|councils?|days?"
    r"|development|engagement|events?|files?|forums?|groups?|health|homes?|houses?|justice|load|management|managers?"
    r"|meetings?|notes?|officers?|panels?|plans?|planning|protection|records?|recording|reviews?|rights|services?"
    r"|sessions?|stud(?:y|ies)|supervision|support|surveys?|teams?|training|work\b))"
)
NUMBER = rf"(?P<number>(?!0\d)(?:\d{{1,3}}(?:,\d{{3}})+|\d+)|{'|'.join(WORDS)})"
BETWEEN = (
    r"(?:[ ](?:of (?:the|these|those|our)|[a-z][\w-]*ed|disabled|local|looked[ -]after|more|new|other|single|unborn"
    r"|vulnerable|whole|young)){0,3}"
)
COUNTED = re.compile(rf"(?i)(?<![\w.,/£#-]){NUMBER}{BETWEEN}[ ]{PEOPLE}\b{NOT_COUNTED}")
# "only two did not have one", "8 having no plan", "90 had": what is counted stands earlier in the sentence.
BARE = re.compile(
    rf"(?i)(?<![\w.,/£#-]){NUMBER}"
    r"(?=[ ](?:had|has|have|having|did|do|does|were|was|are|is|with|without|who|whose|of (?:them|whom|these)|not|no"
    r"|left|said|died|could|took|gave|came|went|told|felt|\w+ed)\b|[ ]?[,.;)]|$)"
)
TALKS_OF_PEOPLE = re.compile(rf"(?i)\b{PEOPLE}\b{NOT_COUNTED}|\bregistered\b")
# Numbers of things, times and places that look like counts.
LABEL = re.compile(
    r"(?i)(?:\b(?:action|aged?|ages|appendix|article|chapter|form|grade|indicator|level|no|number|outcome|page|paragraph"
    r"|part|phase|priority|quarter|question|schedule|section|stage|step|table|tier|version|week|years?)[ .]*"
    r"|[(\d][.)]?[ ]?)$"
)
# "In 2018/19 3 children were moved": a year, and then a count.
YEAR_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?[ ]$")

TIME = re.compile(
    r"(?i)\b(?:january|february|march|april|may|june|july|august|september|october|november|december|month"
    r"|between|by|in|on|over|since|to|under|until|up)[ ]*$"
)
DATE_AFTER = re.compile(
    r"(?i)^[ ]?(?:st|nd|rd|th|%|per cent|percent|to \d|[-–]\s?\d|out of 10\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
# "a plan for one child" speaks of any child.
ANY_ONE = re.compile(r"(?i)\b(?:a|about|around|as|between|by|for|from|in|into|on|or|than|the|to)\s+$")
OF_ALL = re.compile(r"(?i)\b(?:any|at least|each|every|no more than|one to|per|that|this|which)\s+$")


class Count(NamedTuple):
    """A number of people: where it stands, and what it is."""

    start: int
    end: int
    number: int


def count_spans(text: str) -> list[Span]:
    """Each small count of people in `text`, and each two counts of one passage that give one back."""
    counts = people_counts(text)
    found = [Span(count.start, count.end, Kind.SMALL_NUMBER) for count in counts if 0 < count.number < LIMIT]
    return found + [Span(count.start, count.end, Kind.SMALL_NUMBER_BY_DIFFERENCE) for count in given_back(counts)]


def people_counts(text: str) -> list[Count]:
    """Every count of people in `text`: with its noun, or bare where the passage has counted people before."""
    found: list[Count] = []
    is_counting = False
    for start, sentence in sentences(text):
        nouns = [match for match in COUNTED.finditer(sentence) if _counts(sentence, match, is_bare=False)]
        named = {match.start() for match in nouns}
        bare = [
            match
            for match in BARE.finditer(sentence)
            if match.start() not in named and _counts(sentence, match, is_bare=True)
        ]
        large = [match for match in (*nouns, *bare) if _number(match) >= LIMIT]
        if not (nouns or is_counting or (large and TALKS_OF_PEOPLE.search(sentence))):
            bare = []
        taken = sorted((*nouns, *bare), key=lambda match: match.start())
        found += [Count(start + match.start(), start + _end(match), _number(match)) for match in taken]
        is_counting = any(_number(match) >= LIMIT for match in taken)
    return found


def _end(match: re.Match[str]) -> int:
    return match.end() if match.re is COUNTED else match.end("number")


def _counts(sentence: str, match: re.Match[str], *, is_bare: bool) -> bool:
    """Whether the number counts: no date, share, age or label, and no "one child" that means any."""
    before, after = sentence[: match.start()], sentence[match.end("number") :]
    is_label = LABEL.search(before) and not (YEAR_BEFORE.search(before) and not is_bare)
    if DATE_AFTER.match(after) or is_label or (is_bare and TIME.search(before)):
        return False
    if is_bare and ")" in after[:2] and before.count("(") <= before.count(")"):
        return False  # "1)" is the number of an item
    word = match["number"].casefold()
    if is_bare and word == "one":
        return bool(re.search(r"(?i)\b(?:only|just|and|but)\s+$", before))
    return not (OF_ALL.search(before) or (word == "one" and ANY_ONE.search(before)))


def _number(match: re.Match[str]) -> int:
    word = match["number"].casefold()
    return NUMBERS.get(word) or int(word.replace(",", ""))


def given_back(counts: list[Count]) -> list[Count]:
    """The counts that, taken from the largest one before them, leave a small one: "109 were asked, 101 answered"."""
    found: list[Count] = []
    whole: Count | None = None
    parts = 0
    for count in counts:
        if whole is None or count.number >= whole.number:
            whole, parts = (count, 0) if count.number >= LIMIT else (whole, parts)
            continue
        parts += count.number
        is_left = 0 < whole.number - parts < LIMIT or 0 < whole.number - count.number < LIMIT
        if count.number >= LIMIT and is_left:
            found.append(count)
        elif is_left:
            found.append(Count(whole.start, whole.end, whole.number))
    return found
