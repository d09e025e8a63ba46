"""Texts that were taken down of a plan's editions and stand in its text again.

A place is a thing, the way from it to a field and, for each list on that way, what makes an item the same item: the day
of a note, say, and never its position. What was taken down left its mark in the editions that held it, so that the
places of every lock can be told; the lock itself has to do for an edition that was withdrawn since, and for an address,
which leaves nothing in its place.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator import problems
from generator.diff.identity import ITEMS, identity
from generator.diff.visible import other_ids
from generator.editions import TAKEN_DOWN, Ground, Lock, LockLine, Publication, Redaction, Shelf, spoken, taken_down
from generator.editions.lock import LOCK_FILE
from generator.errors import Position, Problem
from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan
from generator.plan.private import WordsTakenDown
from generator.plan.reader import PlanFile
from generator.plan.validation import spoken_path
from generator.plan.walk import Path as ValuePath
from generator.plan.walk import each_field, own_id
from generator.privacy.texts import texts

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
# A shorter sentence of a text that was taken down is no proof that it came back.
LEAST_WORDS = 5

ANY = object()  # what is known of no item


@dataclass(frozen=True, slots=True)
class Returned:
    """A text where another was taken down, or one that holds words of the register; `lines` of the lock say when."""

    path: ValuePath
    lines: tuple[int, ...]
    day: date
    ground: Ground

    @property
    def field(self) -> str:
        """The field as an author reads it."""
        return spoken_path(self.path)


# Keys from a thing to a field, and what tells the items of lists on the way from their neighbours.
Way = tuple[str, tuple[str, ...], tuple[Hashable, ...]]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value of a plan that holds no others. `ways` lead to it, from the nearest thing with an id up to the plan.

    `steps` are the same ways as the lock writes them, with places in lists.
    """

    path: ValuePath
    ways: tuple[Way, ...]
    steps: tuple[tuple[str, str], ...]
    value: Any


@dataclass(frozen=True, slots=True)
class _Down:
    """A place that was taken down, how often in one text, and the lines of the lock that say so. `day` narrows ANY."""

    thing: str
    keys: tuple[str, ...]
    items: tuple[Hashable, ...]
    count: int
    lines: tuple[LockLine, ...]
    day: date | None = None

    def holds(self, way: Way) -> bool:
        thing, keys, items = way
        if (thing, keys) != (self.thing, self.keys):
            return False
        if self.items == (ANY,):
            return self.day is None or any(_has_day(item, self.day) for item in items)
        return _is_same(self.items, items)


def returned_texts(shelf: Shelf, plan: PublicPlan) -> tuple[Returned, ...]:
    """Every text of `plan` where one was taken down in `shelf`, and none was published or allowed since."""
    downs = _downs(shelf, plan)
    if not downs:
        return ()
    newest = shelf.editions[-1].plan if shelf.editions else plan
    old_ids = {new: old for old, new in other_ids(newest, plan).items()}
    leaves = tuple(plan_leaves(plan, old_ids))
    published = _published(shelf)
    found: dict[ValuePath, Returned] = {}
    for down in downs:
        here = [leaf for leaf in leaves if any(map(down.holds, leaf.ways))]
        left = down.count - sum(_is_mark(leaf.value) for leaf in here)
        for leaf in here if left > 0 else ():
            if _is_text(leaf.value) and not _is_published(leaf, published):
                lines = tuple(sorted({line.place for line in down.lines}))
                entry = down.lines[-1].entry
                assert isinstance(entry, Redaction), "such lines alone take down"
                found.setdefault(leaf.path, Returned(leaf.path, lines, entry.date, entry.note))
    return tuple(found.values())


def returned_words(plan: PublicPlan, shelf: Shelf, register: Iterable[WordsTakenDown]) -> tuple[Returned, ...]:
    """Every text of `plan` that holds words of the `register`, less those that were published again."""
    wanted = [(entry, _lines_of(shelf.lock, entry)) for entry in _still_down(shelf, register)]
    found: dict[ValuePath, Returned] = {}
    for said in texts(plan) if wanted else ():
        for entry, lines in wanted:
            if holds_any(said.text, entry):
                found.setdefault(said.path, Returned(said.path, lines, entry.date, entry.reason))
    return tuple(found.values())


# Words that stay down, each with the plan of whose private.yaml they are.
WordsDown = tuple[tuple[str, WordsTakenDown], ...]


def words_down(registers: Mapping[str, Iterable[WordsTakenDown]], shelves: Mapping[str, Shelf]) -> WordsDown:
    """The words of every register, by the plan's id, less those that were allowed again."""
    return tuple(
        (plan, entry)
        for plan, register in registers.items()
        for entry in _still_down(shelves.get(plan, Shelf()), register)
    )


def words_in(text: str, down: WordsDown) -> tuple[str, ...]:
    """The words of `down` that `text` holds."""
    return tuple(entry.words for _, entry in down if holds_any(text, entry))


def _still_down(shelf: Shelf, register: Iterable[WordsTakenDown]) -> Iterator[WordsTakenDown]:
    """The entries of the `register` less those whose own words were allowed again, and published.

    That another text may stand in their place says nothing of the words.
    """
    allowed = _allowed(shelf.lock)
    for entry in register:
        lines = _lines_of(shelf.lock, entry)
        is_allowed = bool(lines) and allowed.issuperset(lines)
        if not (is_allowed and any(_holds_whole(edition.plan, entry) for edition in shelf.editions)):
            yield entry


def _holds_whole(plan: PublicPlan, entry: WordsTakenDown) -> bool:
    words = _words_alone(entry.words)
    return any(holds_words(_words_alone(said.text), words) for said in texts(plan))


def holds_any(text: str, entry: WordsTakenDown) -> bool:
    """Whether `text` holds what an entry of the register names, as a whole or one of its sentences.

    Letters and digits alone are compared. A sentence of few words may stand anywhere by chance.
    """
    said = _words_alone(text)
    sentences = (_words_alone(sentence) for sentence in SENTENCE_END.split(entry.words))
    wanted = (_words_alone(entry.words), *(words for words in sentences if words.count(" ") >= LEAST_WORDS - 1))
    return any(holds_words(said, words) for words in wanted)


def _words_alone(text: str) -> str:
    """`text` as it is spoken, without its punctuation."""
    return " ".join(re.findall(r"\w+", spoken(text)))


def holds_words(text: str, words: str) -> bool:
    """Whether `words` stand in `text` as whole words; both as they are spoken."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum()):
            return True
        start = text.find(words, start + 1)
    return False


def returned_problems(
    file: PlanFile, shelf: Shelf, down: WordsDown, register: Iterable[WordsTakenDown] = ()
) -> Iterator[Problem]:
    """A problem at each text of the plan in `file` that was taken down, or that holds what was, of any plan.

    `register` are the words that were taken down of this plan.
    """
    if file.checkable is None or file.tree.root is None:
        return
    plan = file.checkable
    again = returned_texts(shelf, plan)
    for one in again:
        yield file.problem(problems.TEXT_RETURNED, one.path, plan=plan.id, **words_of(one))
    known = {one.path for one in again}
    for one in returned_words(plan, shelf, register):
        if one.path not in known:
            known.add(one.path)
            yield file.problem(problems.WORDS_RETURNED, one.path, plan=plan.id, **words_of(one))
    others = [(owner, entry) for owner, entry in down if owner != file.folder.name]
    for said in texts(plan) if others else ():
        for owner, entry in others:
            if said.path not in known and holds_any(said.text, entry):
                known.add(said.path)
                yield file.problem(problems.WORDS_RETURNED, said.path, plan=owner, day=entry.date, reason=entry.reason)


def older_lock_problems(folder: Path, shelf: Shelf, register: Iterable[WordsTakenDown]) -> Iterator[Problem]:
    """A problem where the lock of the plan in `folder` lacks a line that took a text of the `register` down.

    An older copy of the lock and the editions holds together, and brings back what was taken down since.
    """
    for entry in register if shelf.lock.lines else ():
        if entry.thing and entry.field and not _lines_of(shelf.lock, entry):
            values = {"day": entry.date, "reason": entry.reason, "plan": folder.name}
            yield Problem(problems.LOCK_OLDER, Position(str(folder / LOCK_FILE)), values=values)
            return


def problems_beside(paths: Iterable[Path], down: WordsDown) -> Iterator[Problem]:
    """A problem for each of the files at `paths` that holds words which were taken down of a plan."""
    for path in paths if down else ():
        try:
            lines = path.read_text("utf-8", "replace").splitlines()
        except OSError:
            continue  # whoever reads the file for its own sake says so
        for plan, entry in down:
            here = [place for place, line in enumerate(lines, 1) if holds_any(line, entry)]
            if here or holds_any(" ".join(lines), entry):
                position = Position(str(path), here[0], 1) if here else Position(str(path))
                values = {"plan": plan, "day": entry.date, "reason": entry.reason}
                yield Problem(problems.WORDS_RETURNED, position, values=values)


def problems_for_good(said: Iterable[tuple[str, str]], where: Position, down: WordsDown) -> Iterator[Problem]:
    """A problem for each text that the lock is to hold for good, and what it is, that holds words of `down`."""
    for what, text in said:
        for words in words_in(text, down):
            yield Problem(problems.PUBLISH_PRIVATE, where, values={"what": what, "value": words})


def words_of(one: Returned) -> dict[str, Any]:
    """What a problem says of a returned text: never the text."""
    return {"day": one.day, "reason": one.ground, "mark": taken_down(one.day, one.ground)}


def _lines_of(lock: Lock, entry: WordsTakenDown) -> tuple[int, ...]:
    """The lines of `lock` that took down what `entry` of the register names; none where it was written by hand."""
    wanted = (entry.thing, entry.field, entry.date)
    return tuple(line.place for line, said in _redactions(lock) if (said.subject, said.field, said.date) == wanted)


def _redactions(lock: Lock) -> Iterator[tuple[LockLine, Redaction]]:
    return ((line, line.entry) for line in lock.lines if isinstance(line.entry, Redaction))


def _allowed(lock: Lock) -> frozenset[int]:
    """The lines of `lock` that took down what was allowed again since."""
    publications = (line.entry for line in lock.lines if isinstance(line.entry, Publication))
    return frozenset(place for entry in publications if entry.again for place in entry.again.lines)


def _downs(shelf: Shelf, plan: PublicPlan) -> tuple[_Down, ...]:
    """Every place that was taken down and not allowed again, once."""
    allowed = _allowed(shelf.lock)
    waiting = [(line, said) for line, said in _redactions(shelf.lock) if line.place not in allowed]
    if not waiting:
        return ()
    leaves = {edition.entry.file: tuple(plan_leaves(edition.plan)) for edition in shelf.editions}
    things = {way[0] for held in (*leaves.values(), tuple(plan_leaves(plan))) for leaf in held for way in leaf.ways}
    found: dict[tuple[Hashable, ...], _Down] = {}
    for line, said in waiting:
        thing = said.subject if said.subject in things and said.subject != plan.id else ""
        held = [leaves[item.file] for item in said.files if item.file in leaves]
        for down in _downs_of(line, said, thing, held):
            key = (down.thing, down.keys, down.items, down.day)
            other = found.get(key, down)
            lines = (*other.lines, line) if other is not down else other.lines
            found[key] = replace(down, count=max(down.count, other.count), lines=lines)
    return tuple(found.values())


def _downs_of(line: LockLine, said: Redaction, thing: str, held: list[tuple[Leaf, ...]]) -> Iterator[_Down]:
    """The places of one line of the lock, from the marks that it left in the editions `held`, else from the line."""
    keys = tuple(step.partition("[")[0] for step in said.field.split("."))
    mark, most = taken_down(said.date, said.note), Counter[Way]()
    for leaves in held:
        marked = (leaf for leaf in leaves if _mark_of(leaf.value) == mark)
        here = Counter(leaf.ways[0] for leaf in marked if any(way[:2] == (thing, keys) for way in leaf.ways))
        most |= here
    if most:
        yield from (_Down(*way, count, (line,)) for way, count in most.items())
        return
    empty = {
        leaf.ways[0] for leaves in held for leaf in leaves if leaf.value is None and (thing, said.field) in leaf.steps
    }
    yield from (_Down(*way, 1, (line,)) for way in sorted(empty, key=repr))
    if not empty:
        yield _Down(thing, keys, (ANY,), 1, (line,), said.day)


def _published(shelf: Shelf) -> Mapping[tuple[str, tuple[str, ...], Any], list[tuple[Hashable, ...]]]:
    """Every value that an edition holds, by its place, with the items of lists in which it stands there."""
    found: defaultdict[tuple[str, tuple[str, ...], Any], list[tuple[Hashable, ...]]] = defaultdict(list)
    for edition in shelf.editions:
        for leaf in plan_leaves(edition.plan):
            if _is_text(leaf.value):
                thing, keys, items = leaf.ways[0]
                found[thing, keys, leaf.value].append(items)
    return found


def _is_published(leaf: Leaf, published: Mapping[tuple[str, tuple[str, ...], Any], list[tuple[Hashable, ...]]]) -> bool:
    """Whether an edition holds the same text at the same place: then it is not the one that was taken down."""
    return any(
        _is_same(items, own) for thing, keys, own in leaf.ways for items in published.get((thing, keys, leaf.value), ())
    )


def plan_leaves(plan: PublicPlan, old_ids: Mapping[str, str] | None = None) -> Iterator[Leaf]:
    """Every value of `plan`. Where a thing has another id than before, ways start from its old one too."""
    for node, field, path, held in each_field(plan):
        if not isinstance(node.value, Missing):
            yield _leaf(held, path, (*node.above, (node.value, field.name)), old_ids or {})
        elif field.name == "missing":  # that there is no value is one value, whatever the ground
            yield _leaf(node.value, node.path, node.above, old_ids or {})


def _leaf(value: Any, path: ValuePath, above: tuple[tuple[Any, str], ...], old_ids: Mapping[str, str]) -> Leaf:
    """The leaf `value` at `path`, below the values `above` with the field that leads on from each."""
    ways: list[Way] = []
    steps: list[tuple[str, str]] = []
    step, keys, items = "", tuple[str, ...](), tuple[Hashable, ...]()
    held, rest = value, list(path)
    for holder, name in reversed(above):
        place = rest.pop() if isinstance(rest[-1], int) else None
        rest.pop()
        here = name if place is None else f"{name}[{int(place) + 1}]"
        step, keys = f"{here}.{step}" if step else here, (name, *keys)
        items = items if place is None else (_identity(held), *items)
        own = own_id(holder)
        for thing in dict.fromkeys((own, old_ids.get(own, own))) if own or holder is above[0][0] else ():
            ways.append((thing, keys, items))
            steps.append((thing, step))
        held = holder
    return Leaf(path, tuple(ways), tuple(steps), value)


def _identity(item: Any) -> Hashable:
    """What tells an item of a list from its neighbours; None where nothing does."""
    kind: Any = type(item)
    return identity(item) if kind in ITEMS else None


def _is_same(one: Hashable, other: Hashable) -> bool:
    """Whether two identities may be those of one item: words that were taken down may have been any."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return one == other or _is_mark(one) or _is_mark(other)


def _has_day(item: Hashable, day: date) -> bool:
    return item == day or (isinstance(item, tuple) and day in item)


def _mark_of(value: object) -> str:
    """The mark that `value` is; "" where it is none."""
    words = f"[{value.ground}]" if isinstance(value, Missing) else value
    return words if isinstance(words, str) and words.startswith(TAKEN_DOWN) else ""


def _is_mark(value: object) -> bool:
    """Whether `value` says that there is none: what was taken down is gone from its place."""
    return isinstance(value, Missing) or bool(_mark_of(value))


def _is_text(value: object) -> bool:
    return value is not None and not _is_mark(value) and not isinstance(value, bool | date) and value != ""
