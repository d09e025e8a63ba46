"""The privacy gate: what in a public plan may tell of a person, and what of it is neither mended nor accepted."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.plan.model import Accepted, Body, PublicPlan, Status, Term
from generator.plan.private import Person
from generator.plan.walk import walk_plan
from generator.privacy.counts import count_spans
from generator.privacy.explained import known_of
from generator.privacy.figures import figures_found
from generator.privacy.finding import MUST_BE_MENDED, Finding, Kind, finding_id
from generator.privacy.health import health_spans
from generator.privacy.identifiers import contact_key, identifier_spans
from generator.privacy.initials import initials_spans
from generator.privacy.known import Known
from generator.privacy.letters import plain_letters
from generator.privacy.names import name_spans
from generator.privacy.register import Register
from generator.privacy.spans import Span, sentence_of, without_overlaps
from generator.privacy.texts import Said, texts

# How many characters stand round initials at most, and how many before them show where they stand.
MARKS, BEFORE = 3, 40


def findings_of(plan: PublicPlan, people: Iterable[Person] = (), contacts: Collection[str] = ()) -> tuple[Finding, ...]:
    """All that may tell of a person in `plan`, in the order of its fields.

    `people` is the register of private.yaml. Whatever it holds, only words of `plan` come back. `contacts` are phones
    and e-mails that are public on purpose, as `contact_key` writes them.
    """
    known, register = known_of(plan), Register(tuple(people))
    found = [finding for said in texts(plan) for finding in findings_in(said, known, register)]
    figures = [finding for node in walk_plan(plan) for finding in figures_found(node)]
    return (*(finding for finding in found if not is_contact(finding, contacts)), *figures)


def gate(plan: PublicPlan, people: Iterable[Person] = ()) -> tuple[Finding, ...]:
    """The findings that stop a publication: those that must be mended, and those that nobody accepted."""
    accepted = {(entry.code, entry.id) for entry in plan.accepted}
    return tuple(
        finding
        for finding in findings_of(plan, people)
        if finding.kind in MUST_BE_MENDED or (finding.kind.code, finding.id) not in accepted
    )


def findings_beside(plan: PublicPlan, what: str, text: str, people: Iterable[Person] = ()) -> tuple[Finding, ...]:
    """All that may tell of a person in a `text` that is published with `plan`, such as the note of an edition."""
    said = Said(plan, what, (what,), "", text)
    return tuple(findings_in(said, known_of(plan), Register(tuple(people))))


def is_contact(finding: Finding, contacts: Collection[str]) -> bool:
    """Whether it is a phone or an e-mail that is public on purpose."""
    return finding.kind in (Kind.PHONE, Kind.EMAIL, Kind.PERSONAL_EMAIL) and contact_key(finding.words) in contacts


def findings_in(said: Said, known: Known, register: Register) -> Iterator[Finding]:
    """All that may tell of a person in one text."""
    known = replace(known, names=frozenset()) if said.about.names else known
    plain = plain_letters(said.text)
    read = replace(said, text=plain.text) if plain.places else said
    registered = register.spans(plain.text, known, is_code=said.traits.is_code)
    for found in without_overlaps([*registered, *_guesses(read, known)]):
        span = Span(plain.place(found.start), plain.place(found.end), found.kind)
        context = sentence_of(said.text, span)
        words = said.text[span.start : span.end]
        mark = f"{context}\x1f{words}"
        yield Finding(
            kind=span.kind,
            path=said.path,
            subject=said.subject,
            words=words,
            id=finding_id(span.kind, said.path, said.subject, mark),
            start=span.start,
            sentence=_shown(said.text, span, context),
        )


def _shown(text: str, span: Span, sentence: str) -> str:
    """`sentence`, or the words before it too where it holds nothing but what was found: "done. (AQ)"."""
    if len(sentence) >= len(text.strip()):
        return ""
    if len(sentence) > span.end - span.start + MARKS:
        return sentence
    start = text.rfind(" ", 0, max(0, span.start - BEFORE)) + 1
    return text[start : span.end + MARKS].strip()


def _guesses(said: Said, known: Known) -> list[Span]:
    """What can be told of one text without the register."""
    text, kind = said.text, said.traits
    if kind.is_code or (isinstance(said.holder, Accepted) and said.field == "code"):
        return []
    found = identifier_spans(text, said.holder, said.field)
    found += name_spans(text, known, is_who=kind.names_who)
    # What a body or a term is called may be capitals alone.
    if not kind.is_label and not (said.about.names and isinstance(said.holder, Body | Term)):
        found += initials_spans(text, known, is_who=kind.names_who)
    found += health_spans(text)
    # A definition speaks of any child, and counts none.
    if kind.counts_people and not isinstance(said.holder, Status | Term):
        found += count_spans(text)
    return found
