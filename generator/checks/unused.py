"""What a plan lists and nothing in it uses: findings, evidence, bodies, words of the glossary."""

import re
from collections.abc import Iterator

from generator import problems
from generator.checks.bodies import is_named, names_of
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.plan.model import (
    Action,
    Body,
    Decision,
    Evidence,
    Finding,
    Lead,
    Outcome,
    Review,
    Term,
)
from generator.plan.vocabulary import ANSWERED


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every entry that stands alone."""
    yield from _findings(walk)
    yield from _evidence(walk)
    yield from _bodies(walk)
    yield from _terms(walk)


def _findings(walk: Walk) -> Iterator[Problem]:
    """A report of findings is answered elsewhere."""
    if walk.plan.kind == "findings-report":
        return
    answered = {finding for thing in _outcomes_and_actions(walk) for finding in thing.answers}
    for step, finding in walk.of(Finding):
        if finding.kind in ANSWERED and finding.id not in answered:
            yield walk.problem(problems.FINDING_UNANSWERED, step, found=finding.kind.replace("-", " "))


def _outcomes_and_actions(walk: Walk) -> Iterator[Outcome | Action]:
    yield from (outcome for _, outcome in walk.of(Outcome))
    yield from (action for _, action in walk.of(Action))


def _evidence(walk: Walk) -> Iterator[Problem]:
    named = {evidence for thing in _outcomes_and_actions(walk) for evidence in thing.evidence}
    named |= {evidence for _, review in walk.of(Review) for evidence in review.evidence}
    named |= {entry for _, decision in walk.of(Decision) for entry in decision.affects}
    for step, evidence in walk.of(Evidence):
        if evidence.id not in named:
            yield walk.problem(problems.EVIDENCE_UNUSED, step)


def _bodies(walk: Walk) -> Iterator[Problem]:
    """A body is named by its id, or by its name in any text but its own."""
    plan = walk.plan
    ids = {lead.body for _, lead in walk.of(Lead)} | set(plan.partners)
    ids |= {other for body in plan.bodies for other in (body.parent, body.succeeded_by) if other != body.id}
    unused = [(step, body) for step, body in walk.of(Body) if body.id not in ids]
    if not unused:
        return
    texts = {words.text for words in walk.texts if not isinstance(words.step.value, Body)}
    everything = "\n".join(texts)
    for step, body in unused:
        if body.id not in texts and not any(is_named(name, everything) for name in names_of(body)):
            yield walk.file.problem(problems.BODY_UNUSED, step.path, subject=body.id, value=body.name)


def _terms(walk: Walk) -> Iterator[Problem]:
    terms = tuple(walk.of(Term))
    if not terms:
        return
    everything = _plain("\n".join(words.text for words in walk.texts if not isinstance(words.step.value, Term)))
    meanings = [_plain(term.meaning) for _, term in terms]
    all_meanings = "\n".join(meanings)
    for place, (step, term) in enumerate(terms):
        forms = _forms(term.term)
        is_used = _is_used(forms, everything)
        if not is_used and _is_used(forms, all_meanings):
            is_used = any(_is_used(forms, text) for text in (*meanings[:place], *meanings[place + 1 :]))
        if not is_used:
            yield walk.problem(problems.TERM_UNUSED, step, "term", value=term.term)


def _plain(text: str) -> str:
    return re.sub(r"[-\s]+", " ", text.casefold())


def _forms(term: str) -> list[str]:
    """How `term` may stand in a plain text: each of several words that share a meaning, and its plural in -ies."""
    words = [_plain(word).strip() for word in re.split(r"[,;/()]", term)]
    return [form for word in words if word for form in (word, f"{word.removesuffix('y')}ies")]


def _is_used(forms: list[str], text: str) -> bool:
    return any(_stands_in(form, text) for form in forms)


def _stands_in(word: str, text: str) -> bool:
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?:e?s)?(?!\w)", text) is not None
