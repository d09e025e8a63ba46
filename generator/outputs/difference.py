"""What differs between two texts of a plan, in plain lines for the command line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator.plan.model import PublicPlan
from generator.text import shortened
from generator.wording import Words
from generator.words.change_groups import change_groups
from generator.words.change_names import ChangeLine
from generator.words.change_summary import summary_sentence
from generator.words.view import PlanView, Update

# Below this, a screen would hold little more than the headings of the groups.
FEWEST_ROWS = 16


@dataclass(frozen=True, slots=True)
class DifferenceGroup:
    """Changes of one sort: each is a sentence, and the wordings before and after where they are told."""

    heading: str
    changes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """How much changed, in a sentence, of which days the facts are, and each change in its group, the worst first."""

    summary: str
    groups: tuple[DifferenceGroup, ...] = ()
    facts: str = ""

    @property
    def _opening(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.summary, self.facts)))

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, word for word."""
        groups = (("", group.heading, *chain.from_iterable(group.changes)) for group in self.groups)
        return (*self._opening, *chain.from_iterable(groups))

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(len(group.changes) for group in self.groups)

    def fits(self, rows: int, columns: int) -> bool:
        """Whether all of it can be read on a screen of that size."""
        return _height(self.lines, columns) <= max(rows, FEWEST_ROWS)

    def extract(self, rows: int, columns: int) -> tuple[str, ...]:
        """What a screen of that size can show: every group with its count, and of the first the sentences, cut."""
        left = max(rows, FEWEST_ROWS) - _height(self._opening, columns) - len(self.groups)
        lines = [*self._opening]
        for group in self.groups:
            shown = group.changes[: max(left, 0)]
            left -= len(shown)
            lines.append(f"{group.heading}: {len(group.changes):,}")
            lines += (shortened(sentence, columns - 1) for sentence, *_ in shown)
        return tuple(lines)


def _height(lines: Iterable[str], columns: int) -> int:
    """How many rows of a screen `lines` take, where long ones wrap."""
    return sum(max(1, -(-len(line) // columns)) for line in lines)


def difference(old: PlanView, new: PlanView) -> PlanDifference:
    """What differs between two texts of a plan."""
    update = Update(old, new)
    groups = (
        DifferenceGroup(group.heading, tuple(tuple(_lines(new.words, line)) for line in group.lines))
        for group in change_groups(update)
    )
    return PlanDifference(summary_sentence(new.words, update.changes), tuple(groups), days_of_facts(old, new))


def days_of_facts(old: PlanView, new: PlanView) -> str:
    """Of which days the facts and ratings of both texts are."""
    before, now = old.plan.as_at, new.plan.as_at
    if now is None:
        return "as_at: not set, so its facts and ratings count as those of the day on which it is published."
    day = new.words.day(now)
    if has_stale_facts(old.plan, new.plan):
        return f"as_at: still {day}, so its facts and ratings are those of that day."
    return f"as_at: was {new.words.day(before) if before else 'not set'}, now {day}."


def has_stale_facts(old: PublicPlan, new: PublicPlan) -> bool:
    """Whether the facts of `new` are said to be of the same day as those of `old`."""
    return new.as_at is not None and new.as_at == old.as_at


def _lines(words: Words, line: ChangeLine) -> Iterator[str]:
    """The sentence, then both wordings, whole."""
    yield f"- {line.full}"
    before, after = line.before, line.after
    if line.segments:
        before = "".join(part.text for part in line.segments if part.kind != "added")
        after = "".join(part.text for part in line.segments if part.kind != "removed")
    for mark, text in ((words.say("Before:"), before), (words.say("After:"), after)):
        if text:
            yield f"  {mark} {' '.join(text.split())}"
