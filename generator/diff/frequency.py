"""How often a duty comes, and whether a change lets it come less often."""

from fractions import Fraction

from generator.diff.change import Change
from generator.diff.direction import DAYS
from generator.plan.model import Governance, Timescale
from generator.timescale import read
from generator.timescale.interval import Interval, read_interval

# How often the plan is published anew, and how often something is reported.
RHYTHM_FIELDS = ("update_every", "how_often")


def is_less_often(change: Change) -> bool:
    """Whether a duty comes less often, as both its rhythms say; not where nobody can tell."""
    rhythms = (words for words in (change.old, change.new) if isinstance(words, str))
    return may_be_less_often(change) and all(_rate(words) for words in rhythms)


def may_be_less_often(change: Change) -> bool:
    """Whether a duty comes less often, comes no more, or nobody can tell that it comes as often as before."""
    if isinstance(change.old, Timescale) and isinstance(change.new, Timescale):
        before, after = (_rate(time.read_as or time.words) for time in (change.old, change.new))
        return after < before
    if isinstance(change.old, Governance) and change.new is None:
        return change.old.how_often is not None
    if change.field not in RHYTHM_FIELDS or not isinstance(change.old, str):
        return False
    before, after = _rate(change.old), _rate(change.new) if isinstance(change.new, str) else Fraction(0)
    return after < before or not before


def _rate(words: str) -> Fraction:
    """How many times a day on average; none of words that are not read as a rhythm."""
    single = read_interval(words)
    intervals = [single] if single else [part.every for part in read(words).parts if part.every]
    return sum((1 / _days(interval) for interval in intervals), Fraction(0))


def _days(interval: Interval) -> Fraction:
    return interval[0] * Fraction(DAYS[interval[1]])
