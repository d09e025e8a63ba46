"""The plan's own vocabulary: what a reader may not know, and what helps where it first stands on a page."""

import re
from collections.abc import Iterator

from generator.document.blocks import Link
from generator.document.page import Term
from generator.document.refs import Ref
from generator.plan.model import PublicPlan
from generator.plan.model import Term as Entry

# What stands between the names of one entry: "SDS, self directed support", "Case conference (CPCC)".
BETWEEN_NAMES = re.compile(r"[(),;/]")
# Words that initials may leave out: "PQA" is "Performance and Quality Assurance".
SMALL_WORDS = frozenset(["a", "an", "and", "by", "for", "from", "in", "it", "of", "on", "or", "the", "to", "with"])
# A word; what stands after a hyphen is a word too, with its hyphen.
WORD = re.compile(r"(?<=\w)-[^\W_]+|[^\W_]+(?:[’'][^\W_]+)*")
# A meaning's first sentence ends at the first of these that a space or nothing follows; a part of it at the others.
PART_END = re.compile(r"[,;:.](?=\s|$)|$")
LONGEST_NAME = 12
SHORTEST_FORM = 2


def plan_terms(plan: PublicPlan) -> tuple[Term, ...]:
    """What the plan's glossary explains, then the initials of its bodies. The first term with a form has it."""
    known: set[str] = set()
    found = []
    for term in (*_glossary_terms(plan), *_body_terms(plan)):
        if forms := tuple(form for form in term.forms if form not in known):
            found.append(Term(forms, term.name, term.entry))
            known.update(forms)
    return tuple(found)


def _glossary_terms(plan: PublicPlan) -> Iterator[Term]:
    bodies = {body.short_name: body.name for body in plan.bodies if body.short_name}
    for entry in plan.glossary:
        link = Link(entry.term, Ref("term", entry.term, plan.id))
        for name in _names(entry):
            stands_for = _stands_for(name, entry) or (bodies.get(name, "") if is_initials(name) else "")
            says_more = stands_for.casefold() != entry.meaning.strip().rstrip(".").casefold()
            yield Term(_forms(name), stands_for, link if says_more else None)


def _body_terms(plan: PublicPlan) -> Iterator[Term]:
    # A short name of plain words ("Police") may mean something else in a text, and nobody wonders what it stands for.
    for body in plan.bodies:
        if body.short_name and is_initials(body.short_name):
            yield Term(_forms(body.short_name), body.name, None)


def _names(entry: Entry) -> tuple[str, ...]:
    """The names of one entry. A single letter is none: it may mean anything."""
    names = (name.strip() for name in (entry.term, *BETWEEN_NAMES.split(entry.term)))
    is_one = not BETWEEN_NAMES.search(entry.term)
    found = [name for name in names if len(name) >= SHORTEST_FORM and (is_one or name != entry.term)]
    return tuple(dict.fromkeys(found))


def is_initials(name: str) -> bool:
    """Whether `name` holds initials: a word with two capitals, or a capital and a digit ("CPC", "HMIe", "G4")."""
    return any(
        sum(c.isupper() or c.isdigit() for c in word) >= SHORTEST_FORM and any(c.isupper() for c in word)
        for word in name.split()
    )


def _forms(name: str) -> tuple[str, ...]:
    """`name` as it may stand in a text: in the plural too and, unless it is initials, in small letters."""
    forms = [name, *([f"{name}s"] if name[-1].isalpha() and name[-1] != "s" else [])]
    if not is_initials(name):
        forms += [form[:1].lower() + form[1:] for form in forms] + [form[:1].upper() + form[1:] for form in forms]
    return tuple(dict.fromkeys(forms))


def _stands_for(name: str, entry: Entry) -> str:
    """What the initials `name` stand for, where another name or the meaning's first sentence spells them; else ""."""
    if not is_initials(name):
        return ""
    letters = "".join(c for c in name if c.isupper() or c.isdigit()).casefold()
    others = (other for other in _names(entry) if not is_initials(other))
    for text in (*others, *_beginnings(entry.meaning)):
        words = WORD.findall(text)
        if len(words) <= LONGEST_NAME and any(_spell(words[start:], letters) for start in range(len(words))):
            return text
    return ""


def _beginnings(meaning: str) -> Iterator[str]:
    """The first sentence of `meaning`, up to each of its commas and colons, the shortest first."""
    for end in PART_END.finditer(meaning):
        yield meaning[: end.start()].strip()
        if end[0] == ".":
            return


def _spell(words: list[str], letters: str) -> bool:
    """Whether `words` start with `letters`, one after another. Small words and what a hyphen joins may be left out."""
    if not letters:
        return True
    if not words:
        return False
    first = words[0].removeprefix("-")
    initials = first.casefold() if len(first) > 1 and first.isupper() else first[0].casefold()
    if letters.startswith(initials) and _spell(words[1:], letters[len(initials) :]):
        return True
    may_be_left_out = first != words[0] or first.casefold() in SMALL_WORDS
    return may_be_left_out and _spell(words[1:], letters)
