"""No text is a formula to a spreadsheet: whoever opens the plan's tables of open data runs nothing."""

from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Walk, Words
from generator.errors import Problem
from generator.plan.model import Contact
from generator.text import is_formula, without_list_marks


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every public text that starts as a formula does."""
    for words in walk.texts:
        text = without_list_marks(words.text) if words.is_rich else words.text
        if is_formula(text) and not _is_contact(words):
            yield walk.file.problem(
                problems.TEXT_FORMULA, words.path, subject=words.step.owner, start=text.lstrip()[:1]
            )


def _is_contact(words: Words) -> bool:
    """Whether the text is a number to call or an e-mail address, which stand alone in no table: "+44 1632 960 150"."""
    return isinstance(words.step.value, Contact) and words.key in ("phone", "email")
