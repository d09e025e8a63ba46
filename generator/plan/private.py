"""What stands in a plan's private.yaml, and never in its plan: no type holds both.

Only `authoring`, `checks`, `privacy` and `cli` may import this module; tests/test_layers.py holds that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, TypeVar

from generator import problems
from generator.errors import Problem
from generator.plan.field_types import About, Day, Id, Line, Rich, Text, WholeNumber
from generator.plan.files import read_file
from generator.plan.reader import PRIVATE_FILE, schemas_unknown
from generator.plan.validation import validate
from generator.plan.vocabulary import Ground
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, plain_data, read_tree

# Authors stand in their notes' order, so a note that has none needs a mark.
NO_AUTHOR = "-"
Item = TypeVar("Item")
ById = Mapping[str, tuple[Item, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalNote:
    """A note for the people who keep the plan."""

    text: Annotated[Text, About("What it says")]
    date: Annotated[Day | None, About("The day it was written")] = None
    author: Annotated[Line | None, About("Who wrote it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whose name must never be published. The privacy check looks for it."""

    name: Annotated[Line, About("Name")]
    initials: Annotated[Line | None, About("Initials as they stand in notes")] = None
    role: Annotated[Line | None, About("Role")] = None
    body: Annotated[Id | None, About("The body's id")] = None
    email: Annotated[Line | None, About("E-mail")] = None
    phone: Annotated[Line | None, About("Phone")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsTakenDown:
    """Words that were taken down of the editions: no text may hold them again. `plans redact` writes them down."""

    words: Annotated[Rich, About("The words")]
    date: Annotated[Day, About("The day they were taken down")]
    reason: Annotated[Ground, About("Why")]
    thing: Annotated[Id | None, About("The id of the thing that held them; none: added by hand")] = None
    field: Annotated[Line | None, About("The field that held them, as the lock names it")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateFile:
    """What `private.yaml` holds. It is read by `check` and `publish`, never by a build."""

    schema_version: Annotated[WholeNumber, About("The version of this file's shape: 1", key="schema")]
    people: Annotated[tuple[Person, ...], About("People whose names must not be published")] = ()
    notes: Annotated[ById[InternalNote], About("Notes, by the id of their thing")] = field(default_factory=dict)
    authors: Annotated[ById[Line], About("Authors of a thing's notes, in their order")] = field(default_factory=dict)
    taken_down: Annotated[tuple[WordsTakenDown, ...], About("Words that were taken down and must not come back")] = ()


NOTHING = PrivateFile(schema_version=1)


@dataclass(frozen=True)
class Private:
    """What was read of the private.yaml of a plan.

    `value` holds nothing where there is no such file, or where it cannot be read; `root` is the file as it stands.
    """

    value: PrivateFile = NOTHING
    problems: tuple[Problem, ...] = ()
    root: Node | None = None

    @property
    def people(self) -> tuple[Person, ...]:
        """The people register."""
        return self.value.people

    @property
    def taken_down(self) -> tuple[WordsTakenDown, ...]:
        """The register of words that were taken down."""
        return self.value.taken_down


def private_path(plan: Path, private: Path | None = None) -> Path:
    """The private file of the plan in the folder `plan`: beside it, or in `private` where private files stand apart."""
    return (private / plan.name if private else plan) / PRIVATE_FILE


def read_private(path: Path) -> Private:
    """The private file at `path`; nothing, and no problem, where there is none."""
    try:
        tree = read_tree(read_file(path), str(path))
    except FileNotFoundError:
        return Private()
    except OSError as error:
        return Private(problems=(problems.unreadable(path, error),))
    validated = validate(PrivateFile, tree, plain_data(tree.root) if tree.root else None)
    if isinstance(tree.root, MappingNode) and (unknown := tuple(schemas_unknown(tree.root))):
        others = tuple(problem for problem in validated.problems if problem.path != "schema")
        return Private(NOTHING, (*unknown, *others), tree.root)
    return Private(validated.value or NOTHING, validated.problems, tree.root)
