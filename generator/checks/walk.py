"""A plan laid out for checks: every entry with its path in the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.errors import Problem, ProblemKind
from generator.model import Entry, Plan
from generator.reader import PlanFile
from generator.shape import Model
from generator.validation import Path

Kind = TypeVar("Kind", bound=Model)


@dataclass(frozen=True)
class Step:
    """One value of the plan: where it stands, and the entry that it belongs to."""

    path: Path
    value: Model
    owner: str  # the id of the nearest entry, "" for the plan itself


@dataclass(frozen=True)
class Walk:
    """A plan file that can be gone through, the ids of all plans of the site, and the day to take for today."""

    file: PlanFile
    plans: frozenset[str]
    today: date | None = None

    @property
    def plan(self) -> Plan:
        assert self.file.checkable is not None, "only a plan that was read is walked"
        return self.file.checkable

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every value of the plan, each before what it holds."""
        return tuple(_steps(self.plan, (), ""))

    def of(self, kind: type[Kind]) -> Iterator[tuple[Step, Kind]]:
        """Every value of one kind, with its step."""
        for step in self.steps:
            if isinstance(step.value, kind):
                yield step, step.value

    def problem(
        self, kind: ProblemKind, step: Step, *more: str | int, on_key: bool = False, **values: object
    ) -> Problem:
        """The problem of `kind` with the value `more` below `step`."""
        return self.file.problem(kind, (*step.path, *more), on_key=on_key, subject=step.owner, **values)


def _steps(value: Model, path: Path, owner: str) -> Iterator[Step]:
    owner = value.id if isinstance(value, Entry) else owner
    yield Step(path, value, owner)
    for name, field in type(value).model_fields.items():
        yield from _inner_steps(getattr(value, name), (*path, field.alias or name), owner)


def _inner_steps(value: Any, path: Path, owner: str) -> Iterator[Step]:
    if isinstance(value, Model):
        yield from _steps(value, path, owner)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _inner_steps(item, (*path, place), owner)
