"""Edits of a YAML file: what they change, gathered by the list or mapping that they change, and what comes of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.authoring.yaml_style import Value, child
from generator.plan.yaml_tree import REFUSED, Node, PlainData, Scalar, plain_data
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Sequence as SequenceNode
from generator.text import character_name

YamlPath: TypeAlias = tuple[str | int, ...]

FIRST = ""  # no key: what comes behind it comes before all others


class EditError(Exception):
    """Why a file was left as it is, in words for whoever keeps it."""


@dataclass(frozen=True, slots=True)
class Set:
    """Another value at `path`. A key that its mapping lacks is added at the end of it."""

    path: YamlPath
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """A new value in what stands at `path`: before the item at the place `at` of a list, or under a new key `at`.

    A new item at the end of a list has the list's length for its place. A new key comes behind the key `after`, before
    all others where that is FIRST, and at the end where it is None.
    """

    path: YamlPath
    at: str | int
    value: Value
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    """The value at `path` goes, with its key."""

    path: YamlPath


Edit: TypeAlias = Set | Insert | Delete


@dataclass(frozen=True, slots=True)
class NewChild:
    """A new value, which comes before the child at `place`. In a list it has no key."""

    place: int
    key: str
    value: Value


@dataclass(slots=True)
class Touched:
    """One list or mapping, and the edits of its children, which are counted from 0."""

    node: MappingNode | SequenceNode
    replaced: dict[int, Value] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    inserted: list[NewChild] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        """The key of each child; none in a list."""
        return [key.text for key, _ in self.node.entries] if isinstance(self.node, MappingNode) else []

    @property
    def children(self) -> list[Node]:
        if isinstance(self.node, MappingNode):
            return [value for _, value in self.node.entries]
        return list(self.node.items)

    def runs(self) -> Iterator[tuple[int, int]]:
        """The first and the last place of each run of children that are taken out."""
        for first in sorted(self.deleted):
            if first - 1 not in self.deleted:
                last = first
                while last + 1 in self.deleted:
                    last += 1
                yield first, last

    def neighbours(self, place: int) -> tuple[int | None, int | None]:
        """The nearest children that stay, before the place of a new value and from it on."""
        kept = [other for other in range(len(self.children)) if other not in self.deleted]
        before = [other for other in kept if other < place]
        after = [other for other in kept if other >= place]
        return before[-1] if before else None, after[0] if after else None


def refused(place: Node, why: str) -> EditError:
    return EditError(f"{place.position}: {why}; make the change by hand")


def edits_to(held: Any, wanted: Any, path: YamlPath = ()) -> Iterator[Edit]:
    """The edits that make `wanted` of what is `held` at `path`. What is new comes behind what is there."""
    if isinstance(held, Mapping) and isinstance(wanted, Mapping) and held and wanted:
        yield from (Delete((*path, key)) for key in held if key not in wanted)
        for key, value in wanted.items():
            if key in held:
                yield from edits_to(held[key], value, (*path, key))
            else:
                yield Set((*path, key), value)
    elif isinstance(held, list | tuple) and isinstance(wanted, list | tuple) and held and wanted:
        for place, (old, new) in enumerate(zip(held, wanted, strict=False)):
            yield from edits_to(old, new, (*path, place))
        yield from (Delete((*path, place)) for place in range(len(wanted), len(held)))
        yield from (Insert(path, len(held), value) for value in wanted[len(held) :])
    elif held != wanted:
        yield Set(path, wanted)


def gathered(root: Node, edits: Iterable[Edit]) -> dict[YamlPath, Touched]:
    """What `edits` touch of `root`, by path. All paths speak of `root` as it is. Raises EditError."""
    gathering = _Gathering(root)
    for edit in edits:
        gathering.take(edit)
    gathering.refuse_edits_within_edits()
    gathering.take_out_what_is_emptied()
    return gathering.touched


def data_after(root: Node, touched: Mapping[YamlPath, Touched]) -> PlainData:
    """What `root` holds after the edits."""
    on_the_way = {path[:length] for path in touched for length in range(len(path) + 1)}

    def after(path: YamlPath, node: Node) -> PlainData:
        if isinstance(node, Scalar) or path not in on_the_way:
            return plain_data(node)
        here = touched.get(path, Touched(node))
        new: dict[int, list[tuple[str, PlainData]]] = {}
        for one in here.inserted:
            new.setdefault(one.place, []).append((one.key, _as_data(one.value)))
        parts: list[tuple[str, PlainData]] = []
        for place, inner in enumerate(here.children):
            parts += new.get(place, [])
            key = here.keys[place] if here.keys else ""
            if place in here.replaced:
                parts.append((key, _as_data(here.replaced[place])))
            elif place not in here.deleted:
                parts.append((key, after((*path, key or place), inner)))
        parts += new.get(len(here.children), [])
        return dict(parts) if isinstance(node, MappingNode) else tuple(value for _, value in parts)

    return after((), root)


def _as_data(value: Value) -> PlainData:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _as_data(inner) for key, inner in value.items()}
    return tuple(map(_as_data, value))


def node_under(root: Node, path: YamlPath) -> Node:
    """The node at `path`. Raises EditError where there is none."""
    node = root
    for part in path:
        inner: Node | None = None
        if isinstance(node, MappingNode) and isinstance(part, str):
            inner = child(node, part)
        elif isinstance(node, SequenceNode) and isinstance(part, int) and 0 <= part < len(node.items):
            inner = node.items[part]
        if inner is None:
            raise refused(node, f"there is no {_spoken(path)} here")
        node = inner
    return node


def _spoken(path: YamlPath) -> str:
    """`path` as an author reads it, list places counted from 1: "outcomes[1].actions[2].status"."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


class _Gathering:
    """Edits of one tree, by what they touch of it."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.touched: dict[YamlPath, Touched] = {}

    def take(self, edit: Edit) -> None:
        match edit:
            case Delete(path):
                touched, place = self.place_of(path)
                touched.deleted.add(place)
            case Set(path, value) if path and self.lacks(path):
                self.take(Insert(path[:-1], path[-1], value))
            case Set(path, value):
                touched, place = self.place_of(path)
                _check(value, touched.children[place])
                touched.replaced[place] = value
            case Insert(path):
                touched = self.touched_at(path)
                touched.inserted.append(_new_child(touched, edit))

    def lacks(self, path: YamlPath) -> bool:
        """Whether `path` ends in a mapping that does not have its key."""
        parent, key = node_under(self.root, path[:-1]), path[-1]
        return isinstance(parent, MappingNode) and isinstance(key, str) and child(parent, key) is None

    def touched_at(self, path: YamlPath) -> Touched:
        if path not in self.touched:
            node = node_under(self.root, path)
            if isinstance(node, Scalar):
                raise refused(node, "this is a text, which holds no other value")
            self.touched[path] = Touched(node)
        return self.touched[path]

    def place_of(self, path: YamlPath) -> tuple[Touched, int]:
        """Where `path` leads: a list or mapping, and the place in it, which no other edit changes."""
        if not path:
            raise refused(self.root, "this is the whole file, which no edit replaces")
        node = node_under(self.root, path)
        touched, last = self.touched_at(path[:-1]), path[-1]
        place = last if isinstance(last, int) else touched.keys.index(last)
        if place in touched.deleted or place in touched.replaced:
            raise refused(node, "two edits change this value")
        return touched, place

    def refuse_edits_within_edits(self) -> None:
        gone = set()
        for path, touched in self.touched.items():
            keys = touched.keys
            gone |= {(*path, keys[place] if keys else place) for place in (*touched.deleted, *touched.replaced)}
        for path, touched in self.touched.items():
            if any(path[:length] in gone for length in range(1, len(path) + 1)):
                raise refused(touched.node, "one edit changes what another takes out or replaces")

    def take_out_what_is_emptied(self) -> None:
        """Where all of a list or mapping is taken out, it goes too; what is new in it replaces it."""
        for depth in range(max(map(len, self.touched), default=0), -1, -1):
            for path in [path for path in self.touched if len(path) == depth]:
                touched = self.touched[path]
                if not touched.deleted or len(touched.deleted) < len(touched.children):
                    continue
                if not path:
                    raise refused(touched.node, "nothing would be left of this file")
                del self.touched[path]
                parent, place = self.place_of(path)
                if not touched.inserted:
                    parent.deleted.add(place)
                elif isinstance(touched.node, MappingNode):
                    parent.replaced[place] = {new.key: new.value for new in touched.inserted}
                else:
                    parent.replaced[place] = [new.value for new in touched.inserted]


def _new_child(touched: Touched, edit: Insert) -> NewChild:
    node, keys, at, after = touched.node, touched.keys, edit.at, edit.after
    if isinstance(node, SequenceNode):
        if not isinstance(at, int) or not 0 <= at <= len(node.items):
            raise refused(node, f"this list has no place {at!r}")
        _check(edit.value, node)
        return NewChild(at, "", edit.value)
    if not isinstance(at, str) or at in keys or any(new.key == at for new in touched.inserted):
        raise refused(node, f"{at!r} cannot be a new key here")
    if after is not None and after != FIRST and after not in keys:
        raise refused(node, f"there is no key {after!r} here")
    _check({at: edit.value}, node)
    return NewChild(len(keys) if after is None else keys.index(after) + 1 if after else 0, at, edit.value)


def _check(value: Value, place: Node) -> None:
    """Refuse what this program would not read again."""
    if isinstance(value, str):
        if found := REFUSED.search(value):
            raise refused(place, f"{character_name(found[0])} cannot stand in a text")
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if not key or "\n" in key:
                raise refused(place, f"{key!r} cannot be a key")
            _check(key, place)
            _check(inner, place)
    else:
        for item in value:
            _check(item, place)
