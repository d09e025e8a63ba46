"""Problems that a plan's author can mend, and how they are said.

A problem is a value: what kind it is, where it stands, and the words that fill its sentence. One run
collects every problem in every file. The kinds themselves stand in `problems.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops a build, a warning stops `--strict` only."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem: its code, what is wrong and what to do, as format strings over the problem's values."""

    code: str
    what: str
    do: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file. Lines and columns count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place.

    `path` says which value it is, from the top of the file, list places counted from 1
    ("outcomes[1].actions[2].status"); it is empty where the place says enough.
    `subject` is the id of the thing concerned, which an `accepted:` entry names.
    """

    kind: ProblemKind
    position: Position
    path: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    subject: str = ""

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def what(self) -> str:
        return self.kind.what.format_map(self.values)

    @property
    def do(self) -> str:
        return self.kind.do.format_map(self.values)

    def __str__(self) -> str:
        path = f"{self.path}: " if self.path else ""
        return f"{self.position}: {path}{self.what}; {self.do} ({self.kind.code})"


class PlanError(Exception):
    """Problems in an author's files that stop the work. Ends in a clean exit, never a traceback."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of `problems` stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """`problems` sorted by file, line and column, then by code, each once: the same words in two sentences are two."""
    unique = {(p.position, p.path, p.kind.code, p.what, p.subject): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


class OtherKindError(OSError):
    """Something stands where a file or a folder is meant that is neither."""
