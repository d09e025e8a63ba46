"""A plan laid out for checks: every value with its path in the file, and what else is known of the plan."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, TypeVar

from generator.errors import Problem, ProblemKind
from generator.plan.field_types import DescribedField, Line, Rich, Text, described_fields, holds
from generator.plan.former_ids import PublishedIds
from generator.plan.model import Action, Entry, Outcome, PublicPlan
from generator.plan.private import Person
from generator.plan.reader import PlanFile
from generator.plan.walk import Path, PlanNode, walk_plan
from generator.plan.yaml_tree import Node, node_at
from generator.status import Backing, Standing, Thing, backings, stand

Kind = TypeVar("Kind", bound=object)


@dataclass(frozen=True)
class PlanText:
    """One value that is typed as text: the entry or other value that holds it, its field, and its path in the file."""

    node: PlanNode
    field: DescribedField
    path: Path
    text: str

    @property
    def is_rich(self) -> bool:
        """Whether it may be formatted."""
        return holds(self.field.hint, Rich)


@dataclass(frozen=True)
class PlanContext:
    """A plan file as checks see it, all plans of the site by their ids, and the day to take for today.

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
        assert self.file.checkable is not None, "only a plan that was read is checked"
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
    def nodes(self) -> tuple[PlanNode, ...]:
        """Every value of the plan that has fields, each before what it holds."""
        return tuple(walk_plan(self.plan))

    def of(self, kind: type[Kind]) -> Iterator[tuple[PlanNode, Kind]]:
        """Every value of one kind, with its node."""
        for node in self._by_kind[kind]:
            assert isinstance(node.value, kind), "nodes are sorted by the kinds of their values"
            yield node, node.value

    @cached_property
    def _by_kind(self) -> Mapping[type, list[PlanNode]]:
        found: defaultdict[type, list[PlanNode]] = defaultdict(list)
        for node in self.nodes:
            for kind in type(node.value).__mro__:
                found[kind].append(node)
        return found

    @cached_property
    def typed(self) -> tuple[PlanText, ...]:
        """Every value that is typed as text, in the order of the values that hold them: also ids and addresses."""
        return tuple(
            PlanText(node, field, path, held)
            for node in self.nodes
            for field, path, held in node.held()
            if isinstance(held, str)
        )

    @cached_property
    def texts(self) -> tuple[PlanText, ...]:
        """Every public text of the plan. Ids, days, figures, addresses and choices of fixed words are none."""
        return tuple(words for words in self.typed if words.field.name in _text_fields(words.node.value.__class__))

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How every outcome and action stands as at the plan's own day."""
        return stand(self.plan, self.day or date.min)

    @cached_property
    def backings(self) -> Mapping[str, Backing]:
        """What stands behind every outcome and action, by its id."""
        return backings(self.plan)

    @cached_property
    def things(self) -> tuple[tuple[PlanNode, Thing], ...]:
        """Every outcome and action, with its node."""
        return tuple((node, node.value) for node in self.nodes if isinstance(node.value, Action | Outcome))

    def problem(
        self,
        kind: ProblemKind,
        at: PlanNode | PlanText,
        *more: str | int,
        on_key: bool = False,
        subject: str | None = None,
        **values: object,
    ) -> Problem:
        """The problem of `kind` with the value `more` below `at`; its subject is the nearest entry, if not another."""
        own = owner(at.node if isinstance(at, PlanText) else at) if subject is None else subject
        return self.file.problem(kind, (*at.path, *more), on_key=on_key, subject=own, **values)

    def line(self, node: PlanNode, *more: str | int) -> int:
        """The line of the file at which the value `more` below `node` stands."""
        return node_at(self.root, (*node.path, *more)).position.line


def owner(node: PlanNode) -> str:
    """The id of the nearest entry; "" for the plan itself."""
    chain = (node.value, *(value for value, _ in reversed(node.above)))
    return next((value.id for value in chain if isinstance(value, Entry)), "")


def holder(node: PlanNode, kind: type[Kind]) -> Kind | None:
    """The nearest value above `node` that is of the type `kind`."""
    return next((value for value, _ in reversed(node.above) if isinstance(value, kind)), None)


@cache
def _text_fields(kind: Any) -> frozenset[str]:
    return frozenset(
        field.name for field in described_fields(kind) if any(holds(field.hint, text) for text in (Line, Text, Rich))
    )
