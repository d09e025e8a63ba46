"""Timescales are read, or it is said that they are not."""

from collections.abc import Iterator

from generator import problems
from generator.checks.walk import Walk
from generator.errors import Problem
from generator.model import Timescale
from generator.timescale import read


def problems_of(walk: Walk) -> Iterator[Problem]:
    """Every wording that no date was read from, or two."""
    for step, timescale in walk.of(Timescale):
        words = timescale.read_as or timescale.words
        key = "read_as" if timescale.read_as else "words"
        reading = read(words)
        if reading.doubt == "ambiguous":
            yield walk.problem(problems.TIMESCALE_AMBIGUOUS, step, key, value=words, why=reading.why)
        elif reading.doubt == "unread":
            do = "write a month and a year, or accept it with a reason"
            yield walk.problem(problems.TIMESCALE_UNREAD, step, key, value=words, why=reading.why, do=do)
