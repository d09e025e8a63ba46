"""A plan laid out for checks: every entry with its path in the file."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, TypeVar

from generator.errors import Problem, ProblemKind
from generator.plan.field_types import Line, Rich, Text, described_fields, holds
from generator.plan.former_ids import PublishedIds
from generator.plan.model import Action, Entry, Outcome, PublicPlan
from generator.plan.private import Person
from generator.plan.reader import PlanFile
from generator.plan.validation import Path
from generator.plan.walk import PlanNode, walk_plan
from generator.plan.yaml_tree import Node
from generator.status import Backing, Standing, Thing, backings, each_thing, stand

Kind = TypeVar("Kind", bound=object)


@dataclass(frozen=True)
class Step:
    """One value of the plan: where it stands, and the entry that it belongs to."""

    path: Path
    value: Any
    owner: str  # the id of the nearest entry, "" for the plan itself


@dataclass(frozen=True)
class Words:
    """One public text of the plan: the value that holds it, its path below that, and whether it may be formatted."""

    step: Step
    more: Path
    text: str
    is_rich: bool

    @property
    def key(self) -> str:
        """The field's name in the file."""
        return str(self.more[0])

    @property
    def path(self) -> Path:
        """The text's place in the file."""
        return (*self.step.path, *self.more)


@dataclass(frozen=True)
class Walk:
    """A plan file that can be gone through, all plans of the site by their ids, and the day to take for today.

    A plan of the site that could not be read is None in `plans`. `contacts` are the phones and e-mails of the site's
    settings, which are public on purpose; `people` are those of the plan's register.
    """

    file: PlanFile
    plans: Mapping[str, PublicPlan | None]
    today: date | None = None
    published: PublishedIds | None = None
    contacts: frozenset[str] = frozenset()
    people: tuple[Person, ...] = ()

    @property
    def plan(self) -> PublicPlan:
        assert self.file.checkable is not None, "only a plan that was read is walked"
        return self.file.checkable

    @property
    def root(self) -> Node:
        """The plan file as it was read."""
        assert self.file.tree.root is not None, "a plan that was read has a tree"
        return self.file.tree.root

    @property
    def day(self) -> date | None:
        """The day that the plan speaks of: a closed plan's own for good, else that of its facts, else today."""
        if self.plan.closed:
            return self.plan.closed.as_at
        return self.plan.as_at or self.today

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every value of the plan, each before what it holds."""
        return tuple(Step(node.path, node.value, _owner(node)) for node in walk_plan(self.plan))

    def of(self, kind: type[Kind]) -> Iterator[tuple[Step, Kind]]:
        """Every value of one kind, with its step."""
        for step in self._by_kind[kind]:
            assert isinstance(step.value, kind), "steps are sorted by the kinds of their values"
            yield step, step.value

    @cached_property
    def _by_kind(self) -> Mapping[type, list[Step]]:
        found: defaultdict[type, list[Step]] = defaultdict(list)
        for step in self.steps:
            for kind in type(step.value).__mro__:
                found[kind].append(step)
        return found

    @cached_property
    def texts(self) -> tuple[Words, ...]:
        """Every public text of the plan, in the order of its values. Ids, days, figures and addresses are none."""
        return tuple(words for step in self.steps for words in _texts(step))

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How every outcome and action stands as at the plan's own day."""
        return stand(self.plan, self.day or date.min)

    @cached_property
    def backings(self) -> Mapping[str, Backing]:
        """What stands behind every outcome and action, by its id."""
        return backings(self.plan)

    @cached_property
    def things(self) -> tuple[tuple[Step, Thing], ...]:
        """Every outcome and action, with its step."""
        published = {thing.id: thing for thing in each_thing(self.plan)}
        return tuple(
            (step, published[step.value.id]) for step in self.steps if isinstance(step.value, Action | Outcome)
        )

    def problem(
        self, kind: ProblemKind, step: Step, *more: str | int, on_key: bool = False, **values: object
    ) -> Problem:
        """The problem of `kind` with the value `more` below `step`."""
        return self.file.problem(kind, (*step.path, *more), on_key=on_key, subject=step.owner, **values)


def each_action(actions: tuple[Action, ...]) -> Iterator[Action]:
    """`actions` and all below them."""
    for action in actions:
        yield action
        yield from each_action(action.sub_actions)


def fields_of(kind: type[Any], *wanted: Any) -> tuple[tuple[str, str], ...]:
    """The fields of `kind` that hold values of one of the kinds `wanted`: name, and key in the file."""
    return tuple(
        (field.name, field.key) for field in described_fields(kind) if any(holds(field.hint, kind) for kind in wanted)
    )


def values_at(value: Any, name: str, key: str) -> Iterator[tuple[Path, str]]:
    """Each text that the field `name` of `value` holds, with its path below `value`."""
    held = getattr(value, name)
    if isinstance(held, str):
        yield (key,), held
    elif isinstance(held, tuple):
        yield from (((key, place), item) for place, item in enumerate(held) if isinstance(item, str))


def _texts(step: Step) -> Iterator[Words]:
    kind: Any = type(step.value)
    for name, key, is_rich in _text_fields(kind):
        for more, text in values_at(step.value, name, key):
            yield Words(step, more, text, is_rich)


@cache
def _text_fields(kind: Any) -> tuple[tuple[str, str, bool], ...]:
    rich = fields_of(kind, Rich)
    return tuple((*field, field in rich) for field in fields_of(kind, Line, Text, Rich))


def _owner(node: PlanNode) -> str:
    """The id of the nearest entry; "" for the plan itself."""
    chain = (node.value, *(value for value, _ in reversed(node.above)))
    return next((value.id for value in chain if isinstance(value, Entry)), "")
