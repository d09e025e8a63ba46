"""Where today's code would work out something else of an edition than it froze. Its pages say what was frozen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editions.recomputed_words import LEVEL_WORDS, PARTS_OF_A_STANDING, PARTS_OF_A_TIME, WORDS, in_words
from generator.editions.shelf import Edition
from generator.editions.takedown import TAKEN_DOWN
from generator.plan.field_types import Missing
from generator.plan.model import Action, Measure, PublicPlan, Timescale
from generator.plan.vocabulary import LEVELS
from generator.status import Facts, Thing, each_action, each_thing, facts_of, timescales

# What is worked out of the words of times, and what of how often a rating must be looked at.
OF_TIMES = ("computed", "due", "lateness", "known_due", "ends", "has_unread")
OF_REVIEWS = ("lapse", "lapses_on")


@dataclass(frozen=True, slots=True)
class Difference:
    """What would be another: of what it is, what of it, both values in words, and why, where that is known."""

    subject: str
    part: str
    frozen: str
    now: str
    why: str = ""

    def __str__(self) -> str:
        said = f"{self.subject}: {self.part}: {self.frozen} in the edition, {self.now} as worked out today"
        if self.frozen == self.now:
            said = f"{self.subject}: {self.part}: {self.frozen}, which is worked out otherwise today"
        return f"{said}; {self.why}" if self.why else said


def differences(edition: Edition) -> tuple[Difference, ...]:
    """Each value that would be worked out otherwise: by thing and by time, then what is counted over all."""
    now = facts_of(edition.plan, edition.facts.as_at)
    return tuple(_Comparison(edition, now).differences())


@dataclass(frozen=True)
class _Comparison:
    edition: Edition
    now: Facts

    @property
    def frozen(self) -> Facts:
        return self.edition.facts

    @property
    def plan(self) -> PublicPlan:
        return self.edition.plan

    def differences(self) -> Iterator[Difference]:
        things = tuple(each_thing(self.plan))
        for thing in things:
            yield from self._standing(thing)
        yield from self._times()
        yield from self._counts("the plan", "", things)
        for outcome in self.plan.outcomes:
            below: tuple[Thing, ...] = (outcome, *each_action(outcome.actions))
            yield from self._counts(_name(outcome), outcome.id, below)
        if self.frozen.expected != self.now.expected:
            why = _why([self.plan.update_every])
            yield _difference(
                "the plan", "when the next update is expected", self.frozen.expected, self.now.expected, why
            )

    def _standing(self, thing: Thing) -> Iterator[Difference]:
        old, new = (facts.standings.get(thing.id) for facts in (self.frozen, self.now))
        reasons = {
            **dict.fromkeys(OF_TIMES, _why(_times_in_words(thing))),
            **dict.fromkeys(OF_REVIEWS, _why([self._review_words(thing)])),
        }
        return _parts(_name(thing), PARTS_OF_A_STANDING, old, new, reasons)

    def _times(self) -> Iterator[Difference]:
        """What each wording of a time was read as, and what became of each time that something fell due."""
        before = {item.timescale: item for item in self.frozen.times}
        after = {item.timescale: item for item in self.now.times}
        for time in dict.fromkeys((*before, *after)):
            holders = [_name(thing) for thing in each_thing(self.plan) if time in _times_of(thing)]
            name = f"{WORDS.listing(holders) or 'the plan'}, “{time.words}”"
            words = (time.words, time.read_as)
            reasons = {"reading": _why(words), "duties": _why((*words, *self._report_words(time)))}
            yield from _parts(name, PARTS_OF_A_TIME, before.get(time), after.get(time), reasons)

    def _counts(self, name: str, place: str, things: Iterable[Thing]) -> Iterator[Difference]:
        """How many of `things` have each rating, and the worst below an outcome."""
        texts = (text for thing in things for text in (*_times_in_words(thing), self._review_words(thing)))
        why = _why(texts)
        for level in LEVELS:
            old, new = (facts.counts.get(level, {}).get(place, ()) for facts in (self.frozen, self.now))
            if old != new:
                yield _difference(name, f"how many {LEVEL_WORDS[level]} have each rating", old, new, why)
        worst, today = (facts.rolled.get(place) for facts in (self.frozen, self.now))
        if worst != today:
            yield _difference(name, "the worst rating below it", worst, today, why)

    def _review_words(self, thing: Thing) -> str | None:
        """How often the rating of a thing must be looked at."""
        own = thing.review.every if thing.review else None
        return own or (self.plan.status_scheme.review_every if self.plan.status_scheme else None)

    def _report_words(self, time: Timescale) -> Iterator[str | None]:
        """What is said of when the report was due that a time names, and when it was made."""
        for report in self.plan.reports:
            if report.id == time.report:
                yield report.how_often
                yield from (text for item in report.occurrences for text in (item.due, item.held_on))


def _parts(
    subject: str, parts: Mapping[str, str], old: object, new: object, reasons: Mapping[str, str]
) -> Iterator[Difference]:
    """The parts in which two values differ."""
    for name, part in parts.items():
        before, after = getattr(old, name, None), getattr(new, name, None)
        if before != after:
            yield _difference(subject, part, before, after, reasons.get(name, ""))


def _difference(subject: str, part: str, old: object, new: object, why: str) -> Difference:
    return Difference(subject, part, in_words(old), in_words(new), why)


def _why(texts: Iterable[str | None]) -> str:
    """That one of `texts` was taken down there, when and why; "" where none was."""
    taken_down = dict.fromkeys(text.strip("[]") for text in texts if text and text.startswith(TAKEN_DOWN))
    return f"a text from which it was worked out was {WORDS.listing(taken_down)}" if taken_down else ""


def _name(thing: Thing) -> str:
    kind = "action" if isinstance(thing, Action) else "outcome"
    number = f" {thing.number}" if thing.number else ""
    return f"{kind}{number} “{thing.title}”"


def _measures(thing: Thing) -> tuple[Measure, ...]:
    return () if isinstance(thing.measures, Missing) else thing.measures


def _times_of(thing: Thing) -> tuple[Timescale, ...]:
    """The times of a thing, and those of what its measures should reach."""
    targets = (target for measure in _measures(thing) for target in measure.targets)
    return (*timescales(thing), *(target.by for target in targets if target.by))


def _times_in_words(thing: Thing) -> Iterator[str | None]:
    return (text for time in timescales(thing) for text in (time.words, time.read_as))
