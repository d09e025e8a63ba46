"""From a tree of texts to a typed value, every refusal a problem at its line and column."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic_core import ErrorDetails, ValidationError

from generator import problems
from generator.errors import Position, Problem, ProblemKind
from generator.plan.field_types import DescribedField, Missing, described_fields, id_meant, pasted_character, type_in
from generator.plan.validators import MISSING_TAG, VALUE_TAG, read_as
from generator.plan.walk import Path
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, Scalar, Sequence, Tree, key_at, node_at, shortened
from generator.problems import PROBLEMS
from generator.text import either, is_visible, nearest

Value = TypeVar("Value")

KEYS, LIST, TEXT = "keys with values", "a list", "text"
SHAPES = {
    "model_type": KEYS,
    "model_attributes_type": KEYS,
    "dict_type": KEYS,
    "tuple_type": LIST,
    "string_type": TEXT,
    "date_type": "a day, as 2019-03-31",
    "int_type": "a whole number",
    "bool_type": "yes or no",
}
MANY_CHOICES = 12
# Keys that an author may write in good faith, by the key that is meant. The first that is known in its place counts.
MEANT_BY: dict[str, tuple[str, ...]] = {
    "leads": ("owner", "owners", "responsible", "responsibility", "who", "lead_officer", "lead_agency", "accountable"),
    "timescales": ("due", "due_date", "deadline", "by", "by_when", "when", "timeframe", "target_date", "date"),
    "words": ("by", "when", "due", "date", "deadline", "text"),
    "status": ("rag", "rag_status", "rating", "colour", "color"),
    "tone": ("colour", "color"),
    "sub_actions": ("tasks", "steps", "subtasks", "children"),
    "actions": ("tasks", "steps", "key_actions"),
    "outcomes": ("goals", "objectives", "priorities", "aims"),
    "title": ("name", "heading", "label"),
    "name": ("title", "label"),
    "label": ("name", "title"),
    "meaning": ("description", "definition", "text"),
    "text": ("description", "details", "comment"),
    "description": ("text", "details"),
    "bodies": ("organisations", "organizations", "agencies"),
    "measures": ("indicators", "kpis", "success_measures"),
    "notes": ("comments", "progress_notes", "updates"),
    "progress": ("percent", "percentage", "complete", "percent_complete"),
    "number": ("no", "ref", "reference"),
    "glossary": ("acronyms", "definitions", "terms"),
    "link": ("url", "website", "web", "address"),
    "phone": ("telephone", "tel"),
    "email": ("e_mail", "mail"),
}
MOST_ROUNDS = 20
TAGS = (VALUE_TAG, MISSING_TAG)


@dataclass(frozen=True)
class Validated(Generic[Value]):
    """A typed value, or None where `problems` has an error."""

    value: Value | None
    problems: tuple[Problem, ...]


def validate(kind: type[Value], tree: Tree, data: Any) -> Validated[Value]:
    """`data`, made of `tree`, as a `kind`. Empty values are refused before the model sees them.

    One mistake is one problem: nothing more is said of an empty value, of a place where the tree has a problem, or of a
    key that is missing because it is misspelt.
    """
    root = tree.root
    if root is None:
        return Validated(None, tree.problems)
    if not isinstance(root, MappingNode):
        return Validated(None, (*tree.problems, _shape_problem(kind, root, (), KEYS)))
    empty = tuple(empty_values(root))
    found = [problem_at(problems.VALUE_EMPTY, root, path, thing=_valued(path)) for path in empty]
    value: Value | None = None
    try:
        value = read_as(kind, data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        meant = frozenset(_meant_path(kind, detail) for detail in details if detail["type"] == "extra_forbidden")
        for detail in details:
            path = plain_path(detail["loc"])
            is_misspelt = detail["type"] == "missing" and path in meant
            if not is_misspelt and not any(path[: len(start)] == start for start in empty):
                found.append(_problem(kind, root, detail))
    said = {problem.position for problem in tree.problems}
    found = [problem for problem in found if problem.position not in said]
    return Validated(None if found or tree.problems else value, (*tree.problems, *found))


def problem_at(
    kind: ProblemKind, root: Node, path: Path, *, on_key: bool = False, subject: str = "", **values: object
) -> Problem:
    """The problem of `kind` with the value at `path`, or with its key."""
    node = key_at(root, path) if on_key else node_at(root, path)
    short = {name: shortened(str(value)) if name in ("key", "value") else value for name, value in values.items()}
    return Problem(kind, node.position, spoken_path(path), short, subject)


def spoken_path(path: Path) -> str:
    """`path` as an author reads it, list places counted from 1: "outcomes[1].actions[2].status"."""
    words = ""
    for part in path:
        key = "" if isinstance(part, int) else shortened(part)
        words += f"[{part + 1}]" if isinstance(part, int) else f".{key}" if words else key
    return words


def is_within(path: str, place: str) -> bool:
    """Whether the spoken `path` is `place`, or leads into what stands there."""
    return path == place or path.startswith((f"{place}.", f"{place}["))


def plain_path(location: tuple[str | int, ...]) -> Path:
    """pydantic's location of an error without the marks that it makes for a choice of types."""
    return tuple(part for part in location if part not in (VALUE_TAG, MISSING_TAG, "[key]"))


def empty_values(root: Node) -> Iterator[Path]:
    """The path of every key or list item after which there is nothing to be seen, or YAML's own words for nothing."""
    for path, text in texts(root):
        if path and (not is_visible(text.text) or (text.plain and text.text in ("~", "null"))):
            yield path


def texts(root: Node) -> Iterator[tuple[Path, Scalar]]:
    """Every text of `root` that is no key, with its path."""
    return ((path, node) for path, node in each_node(root) if isinstance(node, Scalar))


def each_node(root: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """`root` and every value below it, with its path."""
    yield path, root
    if isinstance(root, Sequence):
        for place, item in enumerate(root.items):
            yield from each_node(item, (*path, place))
    elif isinstance(root, MappingNode):
        for key, value in root.entries:
            yield from each_node(value, (*path, key.text))


def _problem(kind: type[Any], root: Node, detail: ErrorDetails) -> Problem:
    path, code = plain_path(detail["loc"]), detail["type"]
    if code in PROBLEMS:
        return problem_at(PROBLEMS[code], root, path, **detail.get("ctx", {}))
    if code == "missing":
        return _missing(kind, root, path)
    if code == "extra_forbidden":
        return _unknown_key(kind, root, detail["loc"])
    if code == "literal_error":
        return _unknown_choice(kind, root, detail["loc"])
    if code in SHAPES:
        return _shape_problem(kind, root, detail["loc"], SHAPES[code])
    raise AssertionError(f"no problem kind for pydantic's {code}: {detail}")


def _missing(kind: type[Any], root: Node, path: Path) -> Problem:
    *parent, key = path
    if key == "id" and parent:
        thing = str(next((part for part in reversed(parent) if isinstance(part, str)), "entry"))
        plan = text_of(root, "id", "PLAN")
        return problem_at(problems.ID_MISSING, root, tuple(parent), thing=singular(thing), plan=plan)
    return problem_at(problems.KEY_MISSING, root, tuple(parent), key=key)


def singular(key: str) -> str:
    """The thing that a list's key holds: "sub_actions" holds sub-actions."""
    odd = {"bodies": "body", "statuses": "status"}
    return odd.get(key) or key.removesuffix("s").replace("_", "-")


def text_of(root: Node, key: str, otherwise: str) -> str:
    """The text under a key of the file itself; `otherwise` where there is none."""
    node = node_at(root, (key,))
    return node.text if isinstance(node, Scalar) else otherwise


def _unknown_key(kind: type[Any], root: Node, location: tuple[str | int, ...]) -> Problem:
    path = plain_path(location)
    key = str(path[-1])
    known = known_keys(kind, location[:-1])
    if character := pasted_character(key):
        return problem_at(problems.TEXT_PASTED, root, path, on_key=True, character=character)
    if meant := meant_key(key, known):
        do = f"did you mean {meant!r}?"
    elif private := meant_key(key, private_keys(kind, location[:-1])):
        do = f"did you mean {private!r}? Write it so, then run 'plans private {text_of(root, 'id', 'PLAN')}'"
        return problem_at(problems.PRIVATE_IN_PLAN, root, path, on_key=True, key=key, do=do)
    elif above := _item_above(kind, root, location):
        do = f"if it belongs to the item of line {above.line}, start it in column {above.column}"
    elif 0 < len(known) <= MANY_CHOICES:
        do = f"use {either(known)}, or take it out"
    else:
        do = "take it out"
    return problem_at(problems.KEY_UNKNOWN, root, path, on_key=True, key=key, do=do)


def _item_above(kind: type[Any], root: Node, location: tuple[str | int, ...]) -> Position | None:
    """Where the last item of a list above the unknown key starts, if the key is known there: it may belong to that."""
    *parent, key = plain_path(location)
    here, found = node_at(root, tuple(parent)), None
    path: Path = tuple(parent)
    line = key_at(root, plain_path(location)).position.line
    while isinstance(here, MappingNode):
        lists = [
            (name.text, value)
            for name, value in here.entries
            if isinstance(value, Sequence) and value.items and value.position.line < line
        ]
        if not lists:
            return found
        name, items = lists[-1]
        path, here = (*path, name, len(items.items) - 1), items.items[-1]
        keys = {entry.text for entry, _ in here.entries} if isinstance(here, MappingNode) else {key}
        if key in known_keys(kind, path) and key not in keys:
            found = here.position
    return found


def meant_key(key: str, known: tuple[str, ...]) -> str | None:
    """The one of the `known` keys that `key` was most likely meant to be: a plural, a word for the same, or near it."""
    word = "".join(c for c in key.casefold() if pasted_character(c) is None).strip().replace("-", "_").replace(" ", "_")
    same = (meaning for meaning, words in MEANT_BY.items() if word in words)
    guesses = (word, f"{word}s", word.removesuffix("s"), *same)
    return next((guess for guess in guesses if guess in known), None) or nearest(word, known)


def _meant_path(kind: type[Any], detail: ErrorDetails) -> Path | None:
    """The path that the author of an unknown key most likely meant."""
    *parent, key = plain_path(detail["loc"])
    meant = meant_key(str(key), known_keys(kind, detail["loc"][:-1]))
    return (*parent, meant) if meant else None


def known_keys(kind: type[Any], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that may stand at `location` of a `kind`."""
    here = _type_at(kind, location)
    return tuple(field.key for field in described_fields(here)) if here else ()


def private_keys(kind: type[Any], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that people write at `location` of a plan, and that belong into private.yaml."""
    here = _type_at(kind, location)
    return ("internal", *getattr(here, "beside", ())) if here and hasattr(kind, "beside") else ()


def _type_at(kind: type[Any], location: tuple[str | int, ...]) -> type[Any] | None:
    """The type of the value at `location` of a `kind`, or of a list's items there; None where it is no mapping."""
    here: Any = kind
    for part in location:
        if part == MISSING_TAG:
            here = Missing
        elif isinstance(part, str) and part != VALUE_TAG and is_dataclass(here):
            field = _field(here, part)
            here = type_in(field.hint) if field else None
    return here if is_dataclass(here) and isinstance(here, type) else None


def _field(kind: Any, key: str) -> DescribedField | None:
    """The field of `kind` that `key` fills in a file."""
    return next((field for field in described_fields(kind) if field.key == key), None)


def _field_at(kind: type[Any], location: tuple[str | int, ...]) -> DescribedField | None:
    """The field that the value at `location` of a `kind` fills, or is an item of."""
    names = [place for place, part in enumerate(location) if isinstance(part, str) and part not in TAGS]
    owner = _type_at(kind, location[: names[-1]]) if names else None
    return _field(owner, str(location[names[-1]])) if owner else None


def _unknown_choice(kind: type[Any], root: Node, location: tuple[str | int, ...]) -> Problem:
    path, field = plain_path(location), _field_at(kind, location)
    known = choices_in(field.hint) if field else ()
    node = node_at(root, path)
    if not isinstance(node, Scalar):
        return _shape_problem(kind, root, path, TEXT)
    if character := pasted_character(node.text):
        return problem_at(problems.TEXT_PASTED, root, path, character=character)
    word = id_meant(node.text)
    meant = [choice for choice in known if choice in (word, f"{word}s")]
    return problem_at(problems.VALUE_CHOICE, root, path, value=node.text, known=either(meant or known))


def choices_in(annotation: Any) -> tuple[str, ...]:
    """The words that a value of `annotation` can be, or a list's items."""
    inner = get_args(annotation)
    return inner if get_origin(annotation) is Literal else tuple(c for part in inner for c in choices_in(part))


def _shape_problem(kind: type[Any], root: Node, location: Path, wanted: str) -> Problem:
    path = plain_path(location)
    found = {Scalar: TEXT, Sequence: LIST, MappingNode: KEYS}[type(node_at(root, path))]
    match wanted, found:
        case ("a list", "text"):
            do = _how_to_list(node_at(root, path))
        case ("a list", _):
            do = "put '- ' before the first key of each item"
        case (_, "a list"):
            do = "take the '- ' or the square brackets out"
        case ("keys with values", _):
            do = f"write {_first_keys(kind, location)}"
        case _:
            do = "write the words alone, in quotation marks if they hold ': ' or brackets"
    return problem_at(problems.VALUE_SHAPE, root, path, wanted=wanted, found=found, do=do)


def _how_to_list(node: Node) -> str:
    """What to do with a text where a list is wanted: most often a sign is missing."""
    text = node.text if isinstance(node, Scalar) else ""
    if text.startswith("-"):
        return f"put a space after the hyphen: - {text.lstrip('-')}"
    if text.endswith("]"):
        return f"put the opening bracket before it: [{text}"
    return "put each item on a line of its own, after '- '"


def _first_keys(kind: type[Any], location: Path) -> str:
    """What the entry at `location` of a `kind` must hold at least: "'id: …' and 'title: …'"."""
    here = _type_at(kind, location)
    known = known_keys(kind, location)
    required = [key for key in known if here and (field := _field(here, key)) and field.is_required]
    return " and ".join(f"'{key}: …'" for key in required[:2] or known[:1]) or "'key: value'"


def _valued(path: Path) -> str:
    """The value at `path` as a message names it."""
    key = next(part for part in reversed(path) if isinstance(part, str))
    return f"{key!r}" if path[-1] == key else f"an item of {key!r}"


class _Removed:
    """Stands for a value that is to be taken out."""


def validated_leniently(kind: type[Value], data: Any) -> tuple[Value | None, frozenset[Path]]:
    """`data` as a `kind` with something harmless wherever a value was refused, and the paths of those values.

    It is for checks only, so that one run finds every mistake, and is never published. None where too much is refused.
    """
    refused: set[Path] = set()
    for _ in range(MOST_ROUNDS):
        try:
            return read_as(kind, data), frozenset(refused)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                path = plain_path(detail["loc"])
                refused.add(path)
                data = _with(data, path, _placeholder_for(kind, detail))
    return None, frozenset(refused)


def _placeholder_for(kind: type[Any], detail: ErrorDetails) -> Any:
    """What may stand where `detail` tells of a refused value."""
    field = _field_at(kind, detail["loc"])
    if field is None:
        return _Removed
    is_item = isinstance(plain_path(detail["loc"])[-1], int)
    return placeholder(field.hint, is_item) if is_item or field.is_required else _Removed


def placeholder(annotation: Any, is_item: bool = False) -> Any:
    """A value that `annotation` takes, as it stands in a file. With `is_item`, one item of the list that it is."""
    inner = get_args(annotation)
    if any(Missing in get_args(choice) for choice in inner) and not is_item:
        return {"missing": "not-stated"}
    if get_origin(annotation) is tuple:
        return placeholder(inner[0]) if is_item else ()
    if get_origin(annotation) in (Annotated, Union, UnionType):
        return placeholder(next(kind for kind in inner if kind is not NoneType), is_item)
    if get_origin(annotation) is Literal:
        return inner[0]
    if getattr(annotation, "one_of", ()):
        return {annotation.one_of[0]: placeholder(str)}
    return PLACEHOLDERS.get(annotation, {})


PLACEHOLDERS: dict[Any, str] = {str: "not-read-x", date: "2000-01-01", int: "1", bool: "no"}


def _with(data: Any, path: Path, value: Any) -> Any:
    """`data` with `value` at `path`. What cannot hold the path is replaced by what can."""
    if not path:
        return {} if value is _Removed else value
    first, *rest = path
    if isinstance(data, tuple) and isinstance(first, int) and first < len(data):
        return (*data[:first], _with(data[first], tuple(rest), value), *data[first + 1 :])
    if not isinstance(data, dict):
        return {}
    kept = {key: held for key, held in data.items() if key != first}
    if value is _Removed and (not rest or first not in data):
        return kept
    return {**kept, first: _with(data.get(first), tuple(rest), value)}
