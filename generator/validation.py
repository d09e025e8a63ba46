"""From a tree of texts to a typed value, every refusal a problem at its line and column."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator import problems
from generator.errors import Position, Problem, ProblemKind
from generator.problems import PROBLEMS
from generator.shape import MISSING_TAG, PUBLIC, VALUE_TAG, Missing, Model, visibility
from generator.text import either, nearest
from generator.yaml_tree import Mapping as MappingNode
from generator.yaml_tree import Node, Scalar, Sequence, Tree, key_at, node_at

Path = tuple[str | int, ...]
ModelType = TypeVar("ModelType", bound=Model)

SHAPES = {
    "model_type": "entries of the form 'key: value'",
    "model_attributes_type": "entries of the form 'key: value'",
    "dict_type": "entries of the form 'key: value'",
    "tuple_type": "a list, each item after '- '",
    "string_type": "text",
    "date_type": "a day, as 2019-03-31",
    "int_type": "a whole number",
    "bool_type": "yes or no",
}
MANY_CHOICES = 12


@dataclass(frozen=True)
class Validated(Generic[ModelType]):
    """A typed value, or None where `problems` has an error."""

    value: ModelType | None
    problems: tuple[Problem, ...]


def validate(kind: type[ModelType], tree: Tree, data: Any) -> Validated[ModelType]:
    """`data`, made of `tree`, as a `kind`. Empty values are refused before the model sees them."""
    root = tree.root
    if root is None:
        return Validated(None, tree.problems)
    if not isinstance(root, MappingNode):
        return Validated(None, (*tree.problems, _shape_problem(root, (), SHAPES["model_type"])))
    empty = tuple(empty_values(root))
    found = [problem_at(problems.VALUE_EMPTY, root, path, key=_last_key(path)) for path in empty]
    value: ModelType | None = None
    try:
        value = kind.model_validate(data)
    except ValidationError as error:
        paths = set(empty)
        details = error.errors(include_url=False, include_input=False)
        found += [
            p for detail in details if (p := _problem(kind, root, detail)) and plain_path(detail["loc"]) not in paths
        ]
    return Validated(None if found else value, (*tree.problems, *found))


def problem_at(
    kind: ProblemKind, root: Node, path: Path, *, on_key: bool = False, subject: str = "", **values: object
) -> Problem:
    """The problem of `kind` with the value at `path`, or with its key."""
    node = key_at(root, path) if on_key else node_at(root, path)
    return Problem(kind, node.position, spoken_path(path), values, subject)


def spoken_path(path: Path) -> str:
    """`path` as an author reads it, list places counted from 1: "outcomes[1].actions[2].status"."""
    words = ""
    for part in path:
        words += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if words else part
    return words


def plain_path(location: tuple[str | int, ...]) -> Path:
    """pydantic's location of an error without the marks that it makes for a choice of types."""
    return tuple(part for part in location if part not in (VALUE_TAG, MISSING_TAG, "[key]"))


def empty_values(root: Node, path: Path = ()) -> Iterator[Path]:
    """The path of every key or list item that has nothing after it."""
    if isinstance(root, Scalar):
        if root.plain and not root.text and path:
            yield path
    elif isinstance(root, Sequence):
        for place, item in enumerate(root.items):
            yield from empty_values(item, (*path, place))
    else:
        for key, value in root.entries:
            yield from empty_values(value, (*path, key.text))


def position_of(root: Node, path: Path) -> Position:
    """Where the value at `path` stands."""
    return node_at(root, path).position


def _problem(kind: type[Model], root: Node, detail: ErrorDetails) -> Problem | None:
    path, code = plain_path(detail["loc"]), detail["type"]
    if code in PROBLEMS:
        return problem_at(PROBLEMS[code], root, path, **detail.get("ctx", {}))
    if code == "missing":
        return _missing(kind, root, path)
    if code == "extra_forbidden":
        return _unknown_key(kind, root, detail["loc"])
    if code == "literal_error":
        return _unknown_choice(root, path, detail)
    if code in SHAPES:
        return _shape_problem(root, path, SHAPES[code])
    raise AssertionError(f"no problem kind for pydantic's {code}: {detail}")


def _missing(kind: type[Model], root: Node, path: Path) -> Problem:
    *parent, key = path
    if key == "id" and parent:
        thing = str(next((part for part in reversed(parent) if isinstance(part, str)), "entry"))
        return problem_at(problems.ID_MISSING, root, tuple(parent), thing=singular(thing), plan=_text_of(root, "id"))
    return problem_at(problems.KEY_MISSING, root, tuple(parent), key=key)


def singular(key: str) -> str:
    """The thing that a list's key holds: "sub_actions" holds sub-actions."""
    return key.removesuffix("s").replace("_", "-")


def _text_of(root: Node, key: str) -> str:
    node = node_at(root, (key,))
    return node.text if isinstance(node, Scalar) else "PLAN"


def _unknown_key(kind: type[Model], root: Node, location: tuple[str | int, ...]) -> Problem:
    path = plain_path(location)
    key = str(path[-1])
    known = known_keys(kind, location[:-1])
    meant = nearest(key, known)
    if meant:
        do = f"did you mean {meant!r}?"
    elif 0 < len(known) <= MANY_CHOICES:
        do = f"use {either(known)}, or take it out"
    else:
        do = "take it out"
    return problem_at(problems.KEY_UNKNOWN, root, path, on_key=True, key=key, do=do)


def known_keys(kind: type[Model], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The public keys that may stand at `location` of a `kind`."""
    here: Any = kind
    for part in location:
        if part == MISSING_TAG:
            here = Missing
        elif isinstance(part, str) and part != VALUE_TAG and _is_model(here):
            names = {field.alias or name: field.annotation for name, field in here.model_fields.items()}
            here = model_in(names.get(part))
    if not _is_model(here):
        return ()
    public_names = [name for name in here.model_fields if visibility(here, name) == PUBLIC]
    return tuple(here.model_fields[name].alias or name for name in public_names or here.model_fields)


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)


def model_in(annotation: Any) -> Any:
    """The model that a value of `annotation` is made of: list items' for a list, never Missing."""
    if _is_model(annotation):
        return None if annotation is Missing else annotation
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple, dict):
        return next((found for inner in get_args(annotation) if (found := model_in(inner))), None)
    return None


def _unknown_choice(root: Node, path: Path, detail: ErrorDetails) -> Problem:
    known = [
        word.strip().strip("'") for part in str(detail["ctx"]["expected"]).split(" or ") for word in part.split(",")
    ]
    node = node_at(root, path)
    return problem_at(
        problems.VALUE_CHOICE, root, path, value=node.text if isinstance(node, Scalar) else "", known=either(known)
    )


def _shape_problem(root: Node, path: Path, wanted: str) -> Problem:
    node = node_at(root, path)
    found = {Scalar: "text", Sequence: "a list", MappingNode: "entries of the form 'key: value'"}[type(node)]
    do = "put '- ' before it" if wanted.startswith("a list") else "write it so"
    return problem_at(problems.VALUE_SHAPE, root, path, wanted=wanted, found=found, do=do)


def _last_key(path: Path) -> str:
    return str(next(part for part in reversed(path) if isinstance(part, str)))
