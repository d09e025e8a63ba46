"""Ids for whatever in a plan file wants one and has none. An id is permanent, and never used again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.authoring.yaml_edits import FIRST, Edit, EditError, Insert, Set, YamlPath
from generator.authoring.yaml_text import YamlText, leaves
from generator.errors import Position
from generator.plan.files import names_in, read_file
from generator.plan.former_ids import PublishedId, former_id
from generator.plan.validation import singular
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Scalar
from generator.plan.yaml_tree import Sequence as SequenceNode
from generator.text import ID_PATTERN, slugged

LONGEST_ID = 40
# Whatever stands in these lists has an id: the start of it, by the list's key.
PREFIXES = {
    "outcomes": "o",
    "actions": "a",
    "sub_actions": "a",
    "measures": "m",
    "key_issues": "k",
    "findings": "f",
    "evidence": "e",
    "risks": "risk",
    "decisions": "d",
    "reports": "r",
}
# A body, a status or an event is named by a word of its own, without a prefix where that word can stand alone.
SPARE_PREFIXES = {"bodies": "b", "statuses": "s", "events": "event"}
COUNTED = ("measures", "key_issues", "decisions", "reports")
PUBLISHED = ("outcomes", "actions", "sub_actions")


@dataclass(frozen=True, slots=True)
class GivenId:
    """An id that was given, to what, and where that stands."""

    id: str
    thing: str
    position: Position


def give_ids(path: Path) -> tuple[GivenId, ...]:
    """Give an id to everything in the plan file at `path` that wants one and has none; the file is not touched when
    nothing does.

    What was published under an id that nothing in the file has now gets that one again. No other id is used that stands
    anywhere in the plan, in its editions or in its private file. Raises PlanError for a
    file that is not sound YAML, and EditError.
    """
    plan = YamlText.read(path)
    present = {leaf.text for leaf in leaves(plan.root)}
    giving = _Giving(present, present | _taken_elsewhere(path), _published_things(path.parent))
    giving.go_through(plan.root, (), "")
    if giving.edits:
        plan.edited(giving.edits).write()
    return tuple(giving.given)


def _taken_elsewhere(path: Path) -> set[str]:
    """Every text of the plan's private file and its editions that may be an id."""
    texts: set[str] = set()
    private = path.with_name("private.yaml")
    if private.exists():
        texts |= {leaf.text for leaf in leaves(YamlText.read(private).root)}
    editions = names_in(path.parent / "editions")
    for edition in (edition for edition in editions if edition.suffix == ".json"):
        try:
            texts |= set(_strings(json.loads(read_file(edition))))
        except (OSError, ValueError, RecursionError) as error:
            raise EditError(f"{edition}: this edition cannot be read, so the ids in it are not known") from error
    return {text for text in texts if ID_PATTERN.fullmatch(text)}


def _published_things(folder: Path) -> tuple[PublishedId, ...]:
    """Every outcome and action of the editions in `folder`, by the number and title that it had last."""
    found: dict[str, PublishedId] = {}
    for edition in (path for path in names_in(folder / "editions") if path.suffix == ".json"):
        try:
            held = json.loads(read_file(edition))["plan"]
            found |= {thing.id: thing for thing in _edition_things(held)}
        except (OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
            raise EditError(f"{edition}: this edition cannot be read, so the ids in it are not known") from error
    return tuple(found.values())


def _edition_things(data: dict[str, Any]) -> Iterator[PublishedId]:
    for key in PUBLISHED:
        for item in data.get(key, ()):
            yield PublishedId(item["id"], item.get("number", ""), item.get("title", ""))
            yield from _edition_things(item)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


@dataclass
class _Giving:
    """One run over one plan. `present` are the texts in it, `taken` those and all others that no new id may be."""

    present: set[str]
    taken: set[str]
    published: tuple[PublishedId, ...] = ()
    edits: list[Edit] = field(default_factory=list)
    given: list[GivenId] = field(default_factory=list)

    def go_through(self, node: MappingNode, path: YamlPath, owner: str) -> None:
        """Give ids to what `node`, at `path`, holds. `owner` is the id of the nearest thing with one."""
        for key, value in node.entries:
            here = (*path, key.text)
            if isinstance(value, MappingNode):
                self.go_through(value, here, owner)
            elif isinstance(value, SequenceNode):
                for place, item in enumerate(value.items):
                    if isinstance(item, MappingNode):
                        self.visit(item, (*here, place), key.text, place, owner)

    def visit(self, node: MappingNode, path: YamlPath, kind: str, place: int, owner: str) -> None:
        texts = {key.text: value.text for key, value in node.entries if isinstance(value, Scalar)}
        name = texts.get("id", "")
        if not name and kind in (PREFIXES | SPARE_PREFIXES):
            name = self.new_id(kind, texts, place, owner)
            self.edits.append(Set((*path, "id"), name) if "id" in texts else Insert(path, "id", name, FIRST))
            self.given.append(GivenId(name, singular(kind), node.position))
        self.go_through(node, path, name or owner)

    def new_id(self, kind: str, texts: Mapping[str, str], place: int, owner: str) -> str:
        present = self.present | {given.id for given in self.given}
        if kind in PUBLISHED and (
            former := former_id(texts.get("number", ""), texts.get("title", ""), self.published, present)
        ):
            return former
        wanted = id_from(kind, texts, place, owner)
        name, count = wanted, 1
        while name in self.taken:
            count += 1
            name = _cut(wanted, LONGEST_ID - len(f"-{count}")) + f"-{count}"
        self.taken.add(name)
        return name


def id_from(kind: str, texts: Mapping[str, str], place: int, owner: str) -> str:
    """A readable id for an item of the list `kind`: from its number, title or name, or its place under its `owner`."""
    prefix = PREFIXES.get(kind, "")
    counted = "-".join(part for part in (owner.partition("-")[2] or owner, str(place + 1)) if part)
    named = next(
        (slug for key in ("short_name", "label", "title", "name") if (slug := slugged(texts.get(key, "")))), ""
    )
    words = slugged(texts.get("number", "")) or (counted if kind in COUNTED else named) or counted
    if not prefix and not ID_PATTERN.match(words):
        prefix = SPARE_PREFIXES.get(kind, "x")
    return _cut(f"{prefix}-{words}" if prefix else words, LONGEST_ID)


def _cut(text: str, length: int) -> str:
    """`text` within `length`, cut between words where that leaves enough of it."""
    if len(text) <= length:
        return text
    at_word = text[: length + 1].rpartition("-")[0]
    return at_word if len(at_word) > length // 2 else text[:length].rstrip("-")
