"""Random edits of random plan files change exactly the value that is meant, and no other byte."""

import random
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.authoring.yaml_edits import Delete, Edit, EditError, Insert, Set, edits_to
from generator.authoring.yaml_text import YamlText, leaves
from generator.errors import PlanError
from generator.plan.yaml_tree import Mapping, Node, Sequence, plain_data
from tests.authoring.plan_files import EVERY_STYLE, PRIVATE, WITHOUT_IDS
from tests.conftest import ROOT
from tests.tiers import loop

PARTS = 4
EDITS = loop(test=400, prove=10_000)
SEED = 20_190_329

WORDS = [
    *("plain", "two words", "1.10", "2019-03-31", "no", "null", "~", "", " lead", "trail ", "a: b", "a #b", "#c"),
    *("it's", '"quoted"', "back\\slash", "[x]", "{y", "a, b", "x]", "@home", "%", "`", "&a", "*b", "!c", "|", ">", "?"),
    *("---", "...", "--- x", "key:", ":", "a:b", "<<", "é", "😀 wide", "https://example.org/a?b=c#d", "a  b", "x:?y"),
    *("- d", "two\nlines", "ends\n", "\nstarts", "a\n\nb\n", " indented\nblock", "last \n ", "x\n\n\n", "# a\n- b\n"),
    "a long text that goes on and on, with words enough for more than a line of the width that files have: " * 2,
    "paragraph one, which is longer than a line is when it is folded as its neighbours are folded here\n" * 2,
    "\n",
]
KEYS = ["text", "key: x", "a b", "no", "#"]

Path_ = tuple[str | int, ...]
Places = dict[Path_, Node]


@cache
def files() -> list[tuple[YamlText, Places]]:
    """Every plan file of this project that can be read, and a few in other styles, with all places in each."""
    texts = [EVERY_STYLE, WITHOUT_IDS, PRIVATE]
    texts += [text.replace("\n", "\r\n") for text in texts]
    texts += ["\ufeff" + EVERY_STYLE, EVERY_STYLE.removesuffix("\n"), PRIVATE.removesuffix("\n")]
    datas = [text.encode() for text in texts]
    datas += [path.read_bytes() for path in sorted((ROOT / "tests/plans/broken").rglob("*.yaml"))]
    found = [YamlText.read(path) for path in sorted((ROOT / "plans").rglob("plan.yaml"))]
    for data in datas:
        with suppress(PlanError):
            found.append(YamlText.of(data, Path("plan.yaml")))
    return [(yaml, dict(places(yaml.root))) for yaml in found]


def places(node: Node, path: Path_ = ()) -> Iterator[tuple[Path_, Node]]:
    """Every node below `node`, with its path."""
    yield path, node
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from places(value, (*path, key.text))
    elif isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            yield from places(item, (*path, place))


def any_value(rng: random.Random, depth: int = 0) -> Any:
    """A text, a list or a mapping."""
    kind = rng.random()
    if kind < 0.7 or depth > 2:
        return rng.choice(WORDS)
    count = rng.randrange(3)
    if kind < 0.85:
        return tuple(any_value(rng, depth + 1) for _ in range(count))
    return {f"{rng.choice(KEYS)}{place}": any_value(rng, depth + 1) for place in range(count)}


def any_edit(rng: random.Random, held: Places) -> Edit:
    paths = list(held)
    while True:
        path = rng.choice(paths)
        node, kind = held[path], rng.random()
        if kind < 0.3 and path:
            return Delete(path)
        if kind < 0.7 and path:
            return Set(path, any_value(rng))
        if isinstance(node, Sequence):
            return Insert(path, rng.randrange(len(node.items) + 1), any_value(rng))
        if isinstance(node, Mapping):
            after = rng.choice([None, "", *(key.text for key, _ in node.entries)])
            return Insert(path, f"new {rng.choice(KEYS)}", any_value(rng), after)


GONE = object()


def applied(data: Any, edits: list[Edit], path: Path_ = ()) -> Any:
    """What plain data are after `edits`; GONE where nothing is left of them."""
    here = [edit for edit in edits if edit.path == path]
    for edit in here:
        if not isinstance(edit, Insert):
            return GONE if isinstance(edit, Delete) else edit.value
    if isinstance(data, str):
        return data
    is_list = isinstance(data, tuple)
    parts = [*enumerate(data)] if is_list else [*data.items()]
    new = [] if is_list else [(edit.at, edit.value) for edit in here if edit.after == ""]
    for key, value in parts:
        new += [(None, edit.value) for edit in here if is_list and edit.at == key]
        inner = applied(value, edits, (*path, key))
        new += [] if inner is GONE else [(key, inner)]
        new += [(edit.at, edit.value) for edit in here if not is_list and edit.after == key]
    new += [(edit.at, edit.value) for edit in here if (edit.at == len(data) if is_list else edit.after is None)]
    if parts and not new:
        return GONE
    return tuple(value for _, value in new) if is_list else dict(new)


def in_order(data: Any) -> list[str]:
    """Keys and texts in their order."""
    if isinstance(data, dict):
        return [word for key, value in data.items() for word in (key, *in_order(value))]
    return [word for item in data for word in in_order(item)] if isinstance(data, tuple) else [data]


def lines_of(yaml: YamlText, held: Places, path: Path_, is_deleted: bool) -> tuple[int, int]:
    """Where the lines of a value start and end, in bytes of the file: of the one that goes with it, if it is alone."""
    parent = held[path[:-1]]
    children = list(parent.items) if isinstance(parent, Sequence) else [value for _, value in parent.entries]
    if is_deleted and len(children) == 1 and len(path) > 1:
        return lines_of(yaml, held, path[:-1], is_deleted)
    node, text = held[path], yaml.text
    place = next(place for place, child in enumerate(children) if child is node)
    if isinstance(parent, Mapping) and text[parent.start] != "{":
        start = parent.entries[place][0].start
    else:
        start = children[place - 1].end if place else parent.start
    line_end = text.find("\n", max(node.end - 1, node.start))
    before, upto = text[: text.rfind("\n", 0, start) + 1], text[: line_end + 1 or len(text)]
    mark = len(yaml.data) - len(text.encode())
    return len(before.encode()) + mark, len(upto.encode()) + mark


def assert_pure_insertion(old: bytes, new: bytes) -> None:
    """`new` is `old` with one run of bytes put in. A pair in a list that had no brackets has them around it now."""
    assert len(new) > len(old)
    start = next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    if not new.endswith(old[start:]):
        assert old[start:].startswith(b"pair: x]")
        after = b"}" + old[start:].removeprefix(b"pair: x")
        assert new.endswith(after)
        assert new[start : start + 1] == b"{"
        assert b"pair: x" in new[start : -len(after)]


def assert_lines_around_are_kept(old: bytes, new: bytes, first: int, last: int, is_deleted: bool) -> None:
    before, after = old[:first], old[last:]
    if is_deleted:
        # The next key moves up behind the hyphen of the one that went; a file without a last line end keeps none.
        after = after.lstrip(b" ")
        before = before if old.endswith(b"\n") else before.rstrip(b"\r\n")
    assert new.startswith(before)
    assert new.endswith(after)
    assert len(new) >= len(before) + len(after)


def check_one(yaml: YamlText, held: Places, edit: Edit) -> None:
    """Make one edit and hold it to all that it promises."""
    wanted = applied(plain_data(yaml.root), [edit])
    if wanted is GONE:
        with pytest.raises(EditError, match="nothing would be left"):
            yaml.edited([edit])
        return
    new = yaml.edited([edit])
    assert plain_data(new.root) == wanted
    assert in_order(plain_data(new.root)) == in_order(wanted)
    old, data = yaml.data, new.data
    if isinstance(edit, Insert):
        assert_pure_insertion(old, data)
    else:
        is_deleted = isinstance(edit, Delete)
        first, last = lines_of(yaml, held, edit.path, is_deleted)
        assert_lines_around_are_kept(old, data, first, last, is_deleted)
    assert data.endswith(b"\n") or not old.endswith(b"\n")
    assert b"\r\n" not in old or data.count(b"\n") == data.count(b"\r\n")
    assert YamlText.of(data, yaml.path).root == new.root


@pytest.mark.parametrize("part", range(PARTS))
def test_random_edits_change_exactly_the_value_meant(part):
    rng = random.Random(SEED + part)
    for _ in range(EDITS // PARTS):
        yaml, held = rng.choice(files())
        check_one(yaml, held, any_edit(rng, held))


def is_free(edit: Edit, others: list[Edit]) -> bool:
    """Whether an edit changes no value that another one changes, takes out or replaces, and adds nothing beside one."""
    for other in others:
        shorter, longer = sorted((edit, other), key=lambda one: len(one.path))
        if longer.path[: len(shorter.path)] == shorter.path and not (
            isinstance(shorter, Insert) and shorter.path != longer.path
        ):
            return False
        if isinstance(shorter, Insert) and shorter.path == longer.path[:-1]:
            return False
    return True


@pytest.mark.parametrize("part", range(PARTS))
def test_many_edits_at_once_are_those_of_one_after_the_other(part):
    rng = random.Random(SEED - part)
    for _ in range(EDITS // PARTS // 4):
        yaml, held = rng.choice(files())
        edits: list[Edit] = []
        for _ in range(rng.randrange(2, 12)):
            edit = any_edit(rng, held)
            if is_free(edit, edits):
                edits.append(edit)
        wanted = applied(plain_data(yaml.root), edits)
        if wanted is GONE:
            continue
        new = yaml.edited(edits)
        assert in_order(plain_data(new.root)) == in_order(wanted)
        assert plain_data(new.root) == wanted
        rest = iter(new.text.splitlines())
        touched = [lines_touched(yaml, held, edit, edits) for edit in edits]
        for number, line in enumerate(yaml.text.splitlines()):
            is_touched = any(first <= number <= last for first, last in touched)
            assert is_touched or line in rest, f"line {number + 1} is no longer there: {line}"


def lines_touched(yaml: YamlText, held: Places, edit: Edit, edits: list[Edit]) -> tuple[int, int]:
    """The first and the last line that an edit may change, and the one after it, counted from 0."""
    if isinstance(edit, Insert):
        node = held[edit.path]
        is_in_brackets = yaml.text[node.start] in "[{" or any(
            yaml.text[held[edit.path[:length]].start] in "[{" for length in range(len(edit.path))
        )
        lines = node.source.position(node.start).line - 1, node.source.position(node.end).line - 1
        return lines if is_in_brackets else (lines[0], lines[0])
    path = edit.path
    while path[:-1] and applied(plain_data(held[path[:-1]]), edits, path[:-1]) is GONE:
        path = path[:-1]
    first, last = lines_of(yaml, held, path, isinstance(edit, Delete))
    return yaml.data[:first].count(b"\n"), yaml.data[:last].count(b"\n")


def test_edits_that_are_worked_out_make_one_text_hold_what_another_holds():
    rng = random.Random(SEED)
    for _ in range(EDITS // 4):
        yaml, held = rng.choice(files())
        wanted = applied(plain_data(yaml.root), [any_edit(rng, held)])
        if wanted is not GONE:
            assert plain_data(yaml.edited(edits_to(plain_data(yaml.root), wanted)).root) == wanted


def test_every_comment_of_a_file_is_known():
    yaml = YamlText.of(EVERY_STYLE.encode(), Path("plan.yaml"))
    texts = "\n".join(leaf.text for leaf in leaves(yaml.root))
    found = [line[line.index("# ") :] for line in EVERY_STYLE.splitlines() if "# " in line]
    assert list(yaml.comments()) == [comment for comment in found if comment not in texts]
    assert len(yaml.comments()) == 14
