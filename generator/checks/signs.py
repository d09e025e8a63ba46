"""Signs in texts that do harm or hide something: formulas, letters of another alphabet, stray quotation marks."""

from collections.abc import Iterator

from generator import problems
from generator.checks.context import PlanContext, PlanText
from generator.errors import Problem
from generator.plan.model import Contact, Timescale
from generator.plan.yaml_tree import Scalar, node_at
from generator.privacy.letters import disguises
from generator.text import character_name, is_formula, without_list_marks

CURLY = (("“", "”"), ("‘", "’"), ("”", "”"), ("“", "“"))


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Each text that a spreadsheet would run, that is not what it looks like, or that a quotation mark came into."""
    for words in context.texts:
        if _is_formula(words):
            yield context.problem(problems.TEXT_FORMULA, words, start=words.text.lstrip()[:1])
        for disguise in disguises(words.text):
            sign = character_name(disguise.character)
            yield context.problem(problems.TEXT_DISGUISED, words, value=disguise.word, character=sign)
        node = node_at(context.root, words.path)
        # Of a timescale it is told already that such words are no time.
        if isinstance(node, Scalar) and node.plain and not isinstance(words.node.value, Timescale):
            yield from _stray_marks(context, words, node.text)


def _is_formula(words: PlanText) -> bool:
    """Whether the text starts as a formula does. "+44 1632 960 150" does not: a contact stands alone in no table."""
    is_contact = isinstance(words.node.value, Contact) and words.field.name in ("phone", "email")
    return not is_contact and is_formula(without_list_marks(words.text) if words.is_rich else words.text)


def _stray_marks(context: PlanContext, words: PlanText, text: str) -> Iterator[Problem]:
    """Quotation marks that hold no value together, and so would be published as part of it."""
    if text.endswith('"') and text.count('"') == 1:
        why, meant = "a quotation mark ends this text and none opens it", f'"{text[:-1]}"'
        yield context.problem(problems.TEXT_QUOTATION, words, why=why, meant=meant)
    inner = text[1:-1]
    if inner and (text[0], text[-1]) in CURLY and not set(inner) & set("“”‘’"):
        why, meant = "these curly quotation marks are part of the text", f'"{inner}"' if '"' not in inner else inner
        yield context.problem(problems.TEXT_QUOTATION, words, why=why, meant=meant)
