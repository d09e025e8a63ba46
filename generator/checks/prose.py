"""Words that readers can follow: acronyms explained, sentences short enough to read in one go."""

import re
from collections.abc import Iterator
from typing import Any

from generator import problems
from generator.checks.context import PlanContext, PlanText, owner
from generator.errors import Problem
from generator.plan.model import Accepted, FormerName, Period, PublicPlan, Status

# Nearly everybody knows these; Roman numerals number things. That "TBC" is no date is told of the date.
KNOWN = frozenset({"UK", "EU", "USA", "NHS", "BBC", "TV", "PDF", "OK", "AM", "PM", "TBA", "TBC"})
# Plain words in capitals are shouted, not shortened.
SHOUTED = frozenset(
    {"AFTER", "ALL", "ALSO", "ALWAYS", "AND", "ANY", "ARE", "BE", "BEFORE", "BOTH", "BUT", "CANNOT", "DO", "DOES"}
    | {"DONE", "DRAFT", "EACH", "EITHER", "EVERY", "FIRST", "HAS", "HAVE", "IF", "IS", "MUST", "NEVER", "NEW", "NEXT"}
    | {"NO", "NOT", "NOW", "ONE", "ONLY", "OR", "SHALL", "SHOULD", "STILL", "THE", "TO", "TWO", "UNTIL", "WAS", "WERE"}
    | {"WHEN", "WILL", "WITH", "YES"}
)
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
ACRONYM = re.compile(r"(?<![\w&.@/-])(?=[A-Z0-9&]*[A-Z][0-9&]*[A-Z])([A-Z][A-Z0-9&]{1,5})s?(?![\w&@])")
ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
# How many letters away a long name may begin or end.
NEAR = 200
NO_PROSE = (Accepted, FormerName, Period)

MOST_WORDS = 25
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every acronym that is explained nowhere, at its first place, and every sentence that is too long."""
    yield from _acronyms(context)
    for words in context.texts:
        if words.field.about.is_short:
            count = max(map(_words, SENTENCE_END.split(words.text)))
            if count > MOST_WORDS:
                values: dict[str, Any] = {"count": count, "most": MOST_WORDS}
                yield context.problem(problems.SENTENCE_LONG, words, subject=_subject(words), **values)


def _subject(words: PlanText) -> str:
    """The id by which a problem with a text is accepted. A status has one, though it is no entry."""
    return words.node.value.id if isinstance(words.node.value, Status) else owner(words.node)


def _words(sentence: str) -> int:
    """How many words `sentence` has. One with hyphens is one; a dash alone is none."""
    return sum(any(map(str.isalnum, word)) for word in sentence.split())


def _acronyms(context: PlanContext) -> Iterator[Problem]:
    first: dict[str, PlanText] = {}
    listed = _listed(context.plan)
    explained = set(KNOWN | SHOUTED) | listed
    # A term such as "CSP Act" explains itself as a whole, and not "CSP" where it stands alone.
    terms = re.compile(
        "|".join(re.escape(name) for name in sorted(listed, key=len, reverse=True) if " " in name) or "$"
    )
    for words in context.texts:
        if not _is_prose(words):
            continue
        text = terms.sub(" ", ADDRESS.sub(" ", words.text))
        for match in ACRONYM.finditer(text):
            acronym = match[1]
            if acronym in explained or ROMAN.fullmatch(acronym):
                continue
            if _is_explained(text, match):
                explained.add(acronym)
            first.setdefault(acronym, words)
    for acronym, words in first.items():
        if acronym not in explained:
            yield context.problem(problems.ACRONYM_UNEXPLAINED, words, subject=_subject(words), value=acronym)


def _is_prose(words: PlanText) -> bool:
    is_heading = words.text.isupper() and " " in words.text
    is_own_name, traits = words.field.about.names == "thing", words.field.traits
    return bool(traits and traits.is_prose) and not (is_heading or is_own_name or words.field.owner in NO_PROSE)


def _listed(plan: PublicPlan) -> set[str]:
    """The acronyms that the plan's lists explain: the glossary, the bodies, the legend."""
    names = [name for body in plan.bodies for name in (body.name, body.short_name)]
    if scheme := plan.status_scheme:
        names += [scheme.name, *(name for status in scheme.statuses for name in (status.id.upper(), status.label))]
    terms = [part.strip() for term in plan.glossary for part in re.split(r"[(),;/]", term.term)]
    return {name for name in (*names, *terms) if name}


def _is_explained(text: str, match: re.Match[str]) -> bool:
    """Whether the long name stands before the acronym in brackets, or after it in brackets."""
    initial = match[1][0].casefold()
    before, after = text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]
    if before.endswith("(") and after.startswith(")"):
        long_name = re.findall(r"\w+", before)[-2 * len(match[1]) :]
    elif bracket := re.match(r" \(([^()]+)\)", after):
        long_name = re.findall(r"\w+", bracket[1])
    else:
        return False
    return len(long_name) > 1 and any(word[0].casefold() == initial for word in long_name)
