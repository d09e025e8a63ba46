"""Words that are not what they look like: letters of another alphabet among Latin ones, and signs that nobody sees."""

from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.privacy.letters import disguises
from generator.text import character_name


def problems_of(walk: Walk) -> Iterator[Problem]:
    """A problem for each word that a reader or a search takes for another one."""
    for words in walk.texts:
        for disguise in disguises(words.text):
            yield walk.file.problem(
                problems.TEXT_DISGUISED,
                words.path,
                subject=words.step.owner,
                value=disguise.word,
                character=character_name(disguise.character),
            )
