"""What a plan lists and nothing in it uses: findings, evidence, bodies, words of the glossary."""

import re
from collections.abc import Iterator

from generator import problems
from generator.checks.bodies import is_named, names_of
from generator.checks.context import PlanContext
from generator.errors import Problem
from generator.plan.model import Body, Evidence, Finding, Term
from generator.plan.vocabulary import ANSWERED, ReferenceKind
from generator.plan.walk import own_id


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every entry that stands alone."""
    yield from _findings(context)
    yield from _evidence(context)
    yield from _bodies(context)
    yield from _terms(context)


def _findings(context: PlanContext) -> Iterator[Problem]:
    """A report of findings is answered elsewhere."""
    answered = _named(context, "finding")
    for node, finding in context.of(Finding):
        if finding.kind in ANSWERED and finding.id not in answered and context.plan.kind != "findings-report":
            yield context.problem(problems.FINDING_UNANSWERED, node, found=finding.kind.replace("-", " "))


def _evidence(context: PlanContext) -> Iterator[Problem]:
    named = _named(context, "evidence", "entry")
    for node, evidence in context.of(Evidence):
        if evidence.id not in named:
            yield context.problem(problems.EVIDENCE_UNUSED, node)


def _named(context: PlanContext, *kinds: ReferenceKind) -> set[str]:
    """The ids by which a field that refers to one of `kinds` names something other than that which holds it."""
    names = (words for words in context.typed if words.field.about.refers_to in kinds)
    return {words.text for words in names if words.text != own_id(words.node.value)}


def _bodies(context: PlanContext) -> Iterator[Problem]:
    """A body is named by its id, or by its name in any text but its own."""
    ids = _named(context, "body")
    unused = [(node, body) for node, body in context.of(Body) if body.id not in ids]
    texts = {words.text for words in context.texts if words.field.owner is not Body} if unused else set()
    everything = "\n".join(texts)
    for node, body in unused:
        if body.id not in texts and not any(is_named(name, everything) for name in names_of(body)):
            yield context.problem(problems.BODY_UNUSED, node, subject=body.id, value=body.name)


def _terms(context: PlanContext) -> Iterator[Problem]:
    terms = tuple(context.of(Term))
    everything = _plain("\n".join(words.text for words in context.texts if words.field.owner is not Term))
    meanings = [_plain(term.meaning) for _, term in terms]
    all_meanings = "\n".join(meanings)
    for place, (node, term) in enumerate(terms):
        forms = _forms(term.term)
        others = (*meanings[:place], *meanings[place + 1 :]) if _is_used(forms, all_meanings) else ()
        if not _is_used(forms, everything) and not any(_is_used(forms, text) for text in others):
            yield context.problem(problems.TERM_UNUSED, node, "term", value=term.term)


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
