"""From the files of a plan's folder to a Plan, with every problem of their shape."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from generator import problems
from generator.errors import PlanError, Position, Problem, ProblemKind, has_errors
from generator.plan.files import names_in, read_file
from generator.plan.model import NO_AUTHOR, Plan, PrivateFile, WordsTakenDown
from generator.plan.shape import INTERNAL, PUBLIC, Model, visibility
from generator.plan.validation import Path as ValuePath
from generator.plan.validation import problem_at, readable, spoken_path, texts, validate
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, Scalar, Sequence, Tree, plain_data, read_tree, shortened
from generator.text import ID_PATTERN, nearest

PLAN_FILE, PRIVATE_FILE = "plan.yaml", "private.yaml"
SCHEMA = "1"


@dataclass(frozen=True)
class PlanFile:
    """What was read of one plan's folder. `plan` is None where `problems` has an error.

    `checkable` is the plan as far as it could be read, for checks alone; `refused` the spoken paths of the values that
    something else stands for in it. `taken_down` are the words of the private file that must not come back.
    """

    folder: Path
    plan: Plan | None
    problems: tuple[Problem, ...]
    tree: Tree = field(repr=False)
    checkable: Plan | None = field(default=None, repr=False)
    refused: frozenset[str] = frozenset()
    taken_down: tuple[WordsTakenDown, ...] = field(default=(), repr=False)

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


def private_file(plan: Path, private: Path | None = None) -> Path:
    """The private file of the plan in the folder `plan`: beside it, or in `private` where private files stand apart."""
    return (private / plan.name if private else plan) / PRIVATE_FILE


def read_plan(folder: Path, private: Path | None = None) -> PlanFile:
    """The plan in `folder`, with what the file `private` adds where one is named and is there."""
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
    notes = read_private(private) if private else Private(None, (), None)
    file = _typed(folder, data, notes)
    return replace(file, taken_down=notes.value.taken_down) if notes.value else file


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


@dataclass(frozen=True)
class Private:
    """What was read of a private.yaml."""

    value: PrivateFile | None
    problems: tuple[Problem, ...]
    root: Node | None


def read_private(path: Path) -> Private:
    """The private file at `path`; nothing, and no problem, where there is none."""
    try:
        tree = read_tree(read_file(path), str(path))
    except FileNotFoundError:
        return Private(None, (), None)
    except OSError as error:
        return Private(None, (problems.unreadable(path, error),), None)
    validated = validate(PrivateFile, tree, plain_data(tree.root) if tree.root else None)
    if isinstance(tree.root, MappingNode) and (unknown := tuple(_schemas_unknown(tree.root))):
        others = tuple(problem for problem in validated.problems if problem.path != "schema")
        return Private(None, (*unknown, *others), tree.root)
    return Private(validated.value, validated.problems, tree.root)


def _typed(folder: Path, source: bytes, private: Private) -> PlanFile:
    tree = read_tree(source, str(folder / PLAN_FILE))
    root = tree.root
    if not isinstance(root, MappingNode):
        return PlanFile(folder, None, (*validate(Plan, tree, None).problems, *private.problems), tree)
    early = (*_schema_problems(root), *_private_keys(root), *_cut_texts(root, source))
    data = _without_private(plain_data(root))
    unknown = _add_private(data, private)
    validated = validate(Plan, tree, data)
    found = tuple(problem for problem in validated.problems if not _is_said(problem, early))
    found = (*early, *found, *_folder_problem(folder, root), *private.problems, *unknown)
    if validated.value is not None:
        return PlanFile(folder, None if has_errors(found) else validated.value, found, tree, validated.value)
    checkable, refused = readable(Plan, data)
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
    yield from _schemas_unknown(root)


def _schemas_unknown(root: MappingNode) -> Iterator[Problem]:
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


def models_within(kind: type[Model]) -> set[type[Model]]:
    """`kind` and every model that a value of it can hold."""
    found: set[type[Model]] = set()
    waiting: list[Any] = [kind]
    while waiting:
        here = waiting.pop()
        if isinstance(here, type) and issubclass(here, Model):
            if here not in found:
                found.add(here)
                waiting += [entry.annotation for entry in here.model_fields.values()]
        else:
            waiting += [inner for inner in get_args(here) if inner is not Ellipsis]
    return found


def _private_names() -> frozenset[str]:
    """The internal fields of the types that are otherwise public; in plan.yaml they are refused."""
    names = {"internal"}
    for kind in models_within(Plan):
        shown = {visibility(kind, name) for name in kind.model_fields}
        if PUBLIC in shown:
            names |= {name for name in kind.model_fields if visibility(kind, name) == INTERNAL}
    return frozenset(names)


PRIVATE_NAMES = _private_names()


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


def _add_private(data: dict[str, Any], private: Private) -> tuple[Problem, ...]:
    """Add the private values to `data`, each where its id stands; a problem for those that cannot be placed."""
    if private.value is None or private.root is None:
        return ()
    data["people"] = private.value.people
    things = dict(_by_id(data))
    unplaced = []
    for key, wanted in (("notes", private.value.notes), ("authors", private.value.authors)):
        for thing in wanted:
            if thing not in things:
                unplaced.append(_unknown_id(private.root, (key, thing), thing, things))
    for thing, notes in private.value.notes.items():
        if thing in things:
            things[thing]["internal_notes"] = notes
    for thing, authors in private.value.authors.items():
        held = things.get(thing, {}).get("notes", ())
        notes_of = held if isinstance(held, tuple) else ()
        if thing in things and len(authors) != len(notes_of):
            unplaced.append(_other_count(private.root, thing, len(notes_of), len(authors)))
            continue
        for note, author in zip(notes_of, authors, strict=False):
            if isinstance(note, dict) and author != NO_AUTHOR:
                note["author"] = author
    return tuple(unplaced)


def _other_count(root: Node, thing: str, notes: int, authors: int) -> Problem:
    """The problem that there is not one author for each note: which is whose cannot be told."""
    counts = {"notes": f"{notes} note{'' if notes == 1 else 's'}"}
    counts["authors"] = f"{authors} author{'' if authors == 1 else 's'}"
    return problem_at(problems.PRIVATE_AUTHORS, root, ("authors", thing), on_key=True, value=thing, **counts)


def _unknown_id(root: Node, path: ValuePath, thing: str, things: Mapping[str, object]) -> Problem:
    meant = nearest(thing, things)
    do = f"did you mean {meant!r}?" if meant else "use an id that stands in plan.yaml"
    return problem_at(problems.PRIVATE_ID_UNKNOWN, root, path, on_key=True, value=thing, do=do)


# A body, a status or an event has an id too, but holds no notes.
NOTED_LISTS = frozenset(
    {"outcomes", "actions", "sub_actions", "measures", "key_issues", "findings"}
    | {"evidence", "risks", "decisions", "reports"}
)


def _by_id(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry of `data` that may have private notes, by its id: the plan's own first."""
    if isinstance(data.get("id"), str):
        yield data["id"], data
    for key in NOTED_LISTS & data.keys():
        for item in data[key] if isinstance(data[key], tuple) else ():
            if isinstance(item, dict):
                yield from _by_id(item)
