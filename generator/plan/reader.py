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
from generator.plan.validation import Path as ValuePath
from generator.plan.validation import problem_at, readable, spoken_path, texts, validate
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, Scalar, Sequence, Tree, plain_data, read_tree, shortened
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
    except FileNotFoundError:
        do = _how_to_name(folder) or _how_to_find(path)
        missing = Problem(problems.FILE_MISSING, Position(str(path)), values={"do": do})
        return PlanFile(folder, None, (missing,), Tree(None, (missing,)))
    except OSError as error:
        refused = problems.unreadable(path, error)
        return PlanFile(folder, None, (refused,), Tree(None, (refused,)))
    if office := office_file(data):
        foreign = Problem(problems.FILE_FOREIGN, Position(str(path)), values={"kind": office})
        return PlanFile(folder, None, (foreign,), Tree(None, (foreign,)))
    return _typed(folder, data)


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
    checkable, refused = readable(PublicPlan, data)
    return PlanFile(folder, None, found, tree, checkable, frozenset(map(spoken_path, refused)))


def _is_said(problem: Problem, early: tuple[Problem, ...]) -> bool:
    """Whether `problem` says of the key 'schema', or of a private value, what one of the `early` ones has said."""
    kinds = {other.kind for other in early}
    if problem.kind is problems.KEY_MISSING and problem.values["key"] == "schema":
        return problems.SCHEMA_FIRST in kinds
    if problem.path == "schema" and problem.kind is not problems.VALUE_EMPTY:
        return problems.SCHEMA_UNKNOWN in kinds
    private = (other.path for other in early if other.kind is problems.PRIVATE_IN_PLAN)
    return any(problem.path == path or problem.path.startswith((f"{path}.", f"{path}[")) for path in private)


def _schema_problems(root: MappingNode) -> Iterator[Problem]:
    if not root.entries or root.entries[0][0].text != "schema":
        yield problem_at(problems.SCHEMA_FIRST, root, ())
    yield from schemas_unknown(root)


def schemas_unknown(root: MappingNode) -> Iterator[Problem]:
    """The problem that the file says another version of its shape."""
    for key, value in root.entries:
        if key.text == "schema" and isinstance(value, Scalar) and value.text not in ("", SCHEMA):
            yield problem_at(problems.SCHEMA_UNKNOWN, root, ("schema",), value=value.text)


def _cut_texts(root: MappingNode, source: bytes) -> Iterator[Problem]:
    """Texts that end at a "#" which most likely belongs to them: "Priority #1" would be published as "Priority"."""
    lines = source.decode("utf-8-sig", "replace").split("\n")
    for path, text in texts(root):
        line, start = lines[text.position.line - 1], text.position.column - 1
        rest = line[start:].removeprefix(text.text)
        if (
            text.plain
            and text.text
            and line.startswith(text.text, start)
            and (cut := re.match(r"[ \t]+(#[^\s#-].*)", rest))
        ):
            yield problem_at(problems.TEXT_CUT, root, path, rest=shortened(cut[1].rstrip()))


def _folder_problem(folder: Path, root: MappingNode) -> Iterator[Problem]:
    for key, value in root.entries:
        if key.text == "id" and isinstance(value, Scalar) and value.text != folder.name:
            if not ID_PATTERN.fullmatch(value.text):
                return
            yield problem_at(problems.PLAN_FOLDER, root, ("id",), value=value.text, folder=folder.name)


# What people write into a plan file that belongs into private.yaml; in plan.yaml it is refused.
PRIVATE_NAMES = frozenset({"internal"}).union(*(getattr(kind, "beside", ()) for kind in types_within(PublicPlan)))


def _private_keys(root: MappingNode, path: ValuePath = (), plan: str = "") -> Iterator[Problem]:
    plan = plan or next((v.text for k, v in root.entries if k.text == "id" and isinstance(v, Scalar)), "PLAN")
    for key, value in root.entries:
        here = (*path, key.text)
        if key.text in PRIVATE_NAMES:
            do = f"run 'plans private {plan}' to move it to private.yaml"
            yield Problem(problems.PRIVATE_IN_PLAN, key.position, spoken_path(here), {"key": key.text, "do": do})
        else:
            yield from _private_keys_below(value, here, plan)


def _private_keys_below(node: Node, path: ValuePath, plan: str) -> Iterator[Problem]:
    if isinstance(node, MappingNode):
        yield from _private_keys(node, path, plan)
    elif isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            yield from _private_keys_below(item, (*path, place), plan)


def _without_private(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_private(value) for key, value in data.items() if key not in PRIVATE_NAMES}
    return tuple(map(_without_private, data)) if isinstance(data, tuple) else data
