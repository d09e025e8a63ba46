"""From the files of a plan's folder to a PublicPlan, with every problem of their shape."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import problems
from generator.errors import PlanError, Position, Problem, ProblemKind, has_errors
from generator.plan.field_types import types_within
from generator.plan.files import names_in, read_file
from generator.plan.model import PublicPlan
from generator.plan.validation import (
    each_node,
    is_within,
    problem_at,
    spoken_path,
    text_of,
    texts,
    validate,
    validated_leniently,
)
from generator.plan.walk import Path as ValuePath
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Tree, plain_data, read_tree, shortened
from generator.text import ID_PATTERN

PLAN_FILE, PRIVATE_FILE = "plan.yaml", "private.yaml"
SCHEMA = "1"


@dataclass(frozen=True)
class PlanFile:
    """What was read of one plan's folder. `plan` is None where `problems` has an error.

    `checkable` is the plan as far as it could be read, for checks alone; `refused` the spoken paths of the values that
    something else stands for in it.
    """

    folder: Path
    plan: PublicPlan | None
    problems: tuple[Problem, ...]
    tree: Tree = field(repr=False)
    checkable: PublicPlan | None = field(default=None, repr=False)
    refused: frozenset[str] = frozenset()

    def problem(
        self, kind: ProblemKind, path: ValuePath, *, on_key: bool = False, subject: str = "", **values: object
    ) -> Problem:
        """The problem of `kind` with the value at `path` of the plan file."""
        assert self.tree.root is not None, "a plan that was read has a tree"
        return problem_at(kind, self.tree.root, path, on_key=on_key, subject=subject, **values)


def plan_folders(plans_dir: Path) -> tuple[Path, ...]:
    """Every folder of `plans_dir`, in order of name: one without a plan is a problem, so that no plan goes unseen.

    So is whatever has a plan's name and is no folder. Raises PlanError where `plans_dir` cannot be read.
    """
    try:
        found = [path for path in names_in(plans_dir) if not path.name.startswith(".")]
        return tuple(path for path in found if path.is_dir() or ID_PATTERN.fullmatch(path.name))
    except OSError as error:
        raise PlanError([problems.unreadable(Path(error.filename or plans_dir), error)]) from error


def read_plan(folder: Path) -> PlanFile:
    """The plan in `folder`. Nothing private is read."""
    path = folder / PLAN_FILE
    try:
        data = read_file(path)
        if not (office := office_file(data)):
            return _typed(folder, data)
        problem = Problem(problems.FILE_FOREIGN, Position(str(path)), values={"kind": office})
    except FileNotFoundError:
        do = _how_to_name(folder) or _how_to_find(path)
        problem = Problem(problems.FILE_MISSING, Position(str(path)), values={"do": do})
    except OSError as error:
        problem = problems.unreadable(path, error)
    return PlanFile(folder, None, (problem,), Tree(None, (problem,)))


# Names that an editor, a download or another system gives to a file of YAML.
OTHER_NAMES = re.compile(r"plan(?: \(\d+\))?\.ya?ml(?:\.txt)?|plan\.txt|plan(?: \(\d+\))?", re.IGNORECASE)
# The first bytes of files that are no text, and what keeps them.
OFFICE_STARTS = {
    b"PK\x03\x04": "a Word, Excel or other office file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"{\\rtf": "a file of a word processor (RTF)",
    b"%PDF": "a PDF file",
}


def office_file(data: bytes) -> str:
    """What kind of file `data` is, where its first bytes are those of an office file or a PDF; else ""."""
    return next((kind for start, kind in OFFICE_STARTS.items() if data.startswith(start)), "")


def _how_to_name(folder: Path) -> str:
    """What to do where the plan of `folder` stands under another name; "" where none is seen."""
    try:
        names = sorted(path.name for path in folder.iterdir() if OTHER_NAMES.fullmatch(path.name))
    except OSError:
        return ""
    return f"rename {names[0]!r} to {PLAN_FILE!r} (some systems hide the end of a name)" if names else ""


def _how_to_find(path: Path) -> str:
    """What to do where the plan file at `path` is gone: a folder that holds editions stays where it is."""
    if not any((path.parent / name).exists() for name in ("editions", "editions.lock")):
        return "put the plan there, or take its folder out of plans/"
    made = f"plans yaml {path.parent.name} --out {path}"
    return f"put it back from a backup or from git, or write that of the newest edition: {made}"


def _typed(folder: Path, source: bytes) -> PlanFile:
    tree = read_tree(source, str(folder / PLAN_FILE))
    root = tree.root
    if not isinstance(root, MappingNode):
        return PlanFile(folder, None, validate(PublicPlan, tree, None).problems, tree)
    early = (*_schema_problems(root), *_private_keys(root), *_cut_texts(root, source))
    data = _without_private(plain_data(root))
    validated = validate(PublicPlan, tree, data)
    found = tuple(problem for problem in validated.problems if not _is_said(problem, early))
    found = (*early, *found, *_folder_problem(folder, root))
    if validated.value is not None:
        return PlanFile(folder, None if has_errors(found) else validated.value, found, tree, validated.value)
    checkable, refused = validated_leniently(PublicPlan, data)
    return PlanFile(folder, None, found, tree, checkable, frozenset(map(spoken_path, refused)))


def _is_said(problem: Problem, early: tuple[Problem, ...]) -> bool:
    """Whether `problem` says of the key 'schema', or of a private value, what one of the `early` ones has said."""
    kinds = {other.kind for other in early}
    if problem.kind is problems.KEY_MISSING and problem.values["key"] == "schema":
        return problems.SCHEMA_FIRST in kinds
    if problem.path == "schema" and problem.kind is not problems.VALUE_EMPTY:
        return problems.SCHEMA_UNKNOWN in kinds
    private = (other.path for other in early if other.kind is problems.PRIVATE_IN_PLAN)
    return any(is_within(problem.path, path) for path in private)


def _schema_problems(root: MappingNode) -> Iterator[Problem]:
    if not root.entries or root.entries[0][0].text != "schema":
        yield problem_at(problems.SCHEMA_FIRST, root, ())
    yield from schemas_unknown(root)


def schemas_unknown(root: MappingNode) -> Iterator[Problem]:
    """The problem that the file says another version of its shape."""
    if (version := text_of(root, "schema", "")) not in ("", SCHEMA):
        yield problem_at(problems.SCHEMA_UNKNOWN, root, ("schema",), value=version)


def _cut_texts(root: MappingNode, source: bytes) -> Iterator[Problem]:
    """Texts that end at a "#" which most likely belongs to them: "Priority #1" would be published as "Priority"."""
    lines = source.decode("utf-8-sig", "replace").split("\n")
    for path, text in texts(root):
        line, start = lines[text.position.line - 1], text.position.column - 1
        is_here = text.plain and text.text and line.startswith(text.text, start)
        cut = re.match(r"[ \t]+(#[^\s#-].*)", line[start + len(text.text) :]) if is_here else None
        if cut:
            yield problem_at(problems.TEXT_CUT, root, path, rest=shortened(cut[1].rstrip()))


def _folder_problem(folder: Path, root: MappingNode) -> Iterator[Problem]:
    own = text_of(root, "id", folder.name)
    if own != folder.name and ID_PATTERN.fullmatch(own):
        yield problem_at(problems.PLAN_FOLDER, root, ("id",), value=own, folder=folder.name)


# What people write into a plan file that belongs into private.yaml; in plan.yaml it is refused.
PRIVATE_NAMES = frozenset({"internal"}).union(*(getattr(kind, "beside", ()) for kind in types_within(PublicPlan)))


def _private_keys(root: MappingNode) -> Iterator[Problem]:
    do = f"run 'plans private {text_of(root, 'id', 'PLAN')}' to move it to private.yaml"
    for path, node in each_node(root):
        is_below_one = not PRIVATE_NAMES.isdisjoint(path)
        for key, _ in node.entries if isinstance(node, MappingNode) and not is_below_one else ():
            if key.text in PRIVATE_NAMES:
                here = spoken_path((*path, key.text))
                yield Problem(problems.PRIVATE_IN_PLAN, key.position, here, {"key": key.text, "do": do})


def _without_private(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_private(value) for key, value in data.items() if key not in PRIVATE_NAMES}
    return tuple(map(_without_private, data)) if isinstance(data, tuple) else data
