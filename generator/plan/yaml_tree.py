"""A YAML file as a tree of texts with their places, read from libyaml's events and from nothing above them.

What YAML does behind an author's back is left out: no value changes its type, nothing is merged, referred to or built.
"""

import gc
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Path
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import NoReturn, Protocol, TypeAlias

import yaml

from generator.errors import Position, Problem, ProblemKind, in_file_order
from generator.plan.yaml_slips import find_slip
from generator.problems import (
    FILE_ENCODING,
    FILE_TOO_LARGE,
    TEXT_BIDI,
    TEXT_CONTROL,
    YAML_ANCHOR,
    YAML_DOCUMENTS,
    YAML_DUPLICATE_KEY,
    YAML_EMPTY,
    YAML_ITEM_JOINED,
    YAML_KEY,
    YAML_STOPPED,
    YAML_SYNTAX,
    YAML_TAB,
    YAML_TAG,
    YAML_TOO_DEEP,
    YAML_TOO_MANY,
)
from generator.text import BIDI_CONTROLS, character_name

MOST_PROBLEMS = 100
# Slips that are mended for reading on, so that one run tells all that is wrong.
MOST_SLIPS = 5
# After these a text is not what its author sees, so no mend of it is.
CHARACTERS = (TEXT_BIDI, TEXT_CONTROL, YAML_TAB)
MEND_NEARBY = "mend this line or the one before it"

# Line and paragraph separators end a line for libyaml, and for no editor; a byte order mark inside a word hides there.
HIDDEN_CHARACTERS = frozenset("\u2028\u2029\ufeff")
# All but controls, bidirectional controls, surrogates, noncharacters and the hidden. Said by what is allowed, because
# Python then passes most characters at once; by what is refused it took ten times as long.
ALLOWED = "\n -~\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd"
ALLOWED_BEYOND = "".join(f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 17))
REFUSED = re.compile(f"[^{ALLOWED}{ALLOWED_BEYOND}]")
DEPTH_CHANGES: dict[type[yaml.Event], int] = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}
EMPTY_LINES = re.compile(r"(?:[ \r\n]|#.*)*+")
# %YAML, %TAG and the like, before the first document. libyaml's time over %TAG lines grows with their square.
DIRECTIVE = re.compile(r"(?:[ \r\n]|#.*)*+^(%\S*)", re.MULTILINE)

YAML_TAGS = "tag:yaml.org,2002:"  # what !! stands for

VALUE_IS_TAG = "a value cannot start with !; put the value in quotation marks"
LINE_IS_DIRECTIVE = "a line cannot start with %; put spaces before it, or take it out"
# libyaml's reasons as an author can use them; where its words say little, what most often stands behind them.
REASONS = {
    "mapping values are not allowed in this context": (
        "a colon followed by a space stands inside a value; put the value in quotation marks"
    ),
    "mapping keys are not allowed in this context": (
        "a question mark followed by a space starts a value; put the value in quotation marks"
    ),
    "block sequence entries are not allowed in this context": (
        "a hyphen followed by a space starts a value; put the value in quotation marks, or the list on lines of its own"
    ),
    "could not find expected ':'": "a line stands among keys and has no colon of its own",
    "did not find expected key": (
        "this does not line up with the lines above it, or text follows a closing quotation mark or bracket"
    ),
    "did not find expected '-' indicator": (
        "this does not line up with the list above it; put the hyphens of a list in one column"
    ),
    "did not find expected ',' or ']'": "a list in square brackets lacks a comma or its closing bracket",
    "did not find expected ',' or '}'": "the text in curly brackets lacks a comma or its closing bracket",
    "did not find expected node content": "a bracket or a comma stands where a value should",
    "found character that cannot start any token": (
        "a value cannot start with @, %, ` or a closing bracket; put the value in quotation marks"
    ),
    "did not find expected alphabetic or numeric character": (
        "a value cannot start with & or *; put the value in quotation marks"
    ),
    "found unexpected end of stream": "a quotation mark opens a value here and none closes it",
    "found unexpected document indicator": "a quotation mark opens a value here and none closes it",
    "found unknown escape character": (
        "a backslash stands inside double quotation marks; write it twice, or use single quotation marks"
    ),
    "did not find expected hexdecimal number": (
        "a backslash stands inside double quotation marks; write it twice, or use single quotation marks"
    ),
    "found invalid Unicode character escape code": "an escape in double quotation marks stands for no character",
    "did not find expected comment or line break": (
        "after | or > the text starts on the next line; if the sign is part of the value, put it in quotation marks"
    ),
    "found an indentation indicator equal to 0": "after | or > the text starts on the next line",
    "found undefined tag handle": VALUE_IS_TAG,
}
# What libyaml was reading, where its reason itself says nothing to an author.
CONTEXTS = {
    "while scanning a tag": VALUE_IS_TAG,
    "while parsing a tag": VALUE_IS_TAG,
    "while scanning a directive": LINE_IS_DIRECTIVE,
    "while scanning a %YAML directive": LINE_IS_DIRECTIVE,
}
# For these libyaml knows two places, and the one where the value opens is the one to mend.
SHOWN_WHERE_IT_OPENS = {
    "found unexpected end of stream",
    "found unexpected document indicator",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}


@dataclass(frozen=True)
class FileText:
    """A file's text less its byte order mark, and the file's name."""

    file: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def position(self, at: int) -> Position:
        """The line and column of the character `at`, which counts from 0."""
        line = bisect_right(self.line_starts, at)
        return Position(self.file, line, at - self.line_starts[line - 1] + 1)


# `start` and `end` count the characters of `source`. Lines and columns are worked out when they are asked for: of most
# nodes they never are.


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text as written, less its quotation marks. `plain` is whether it had none and was no block (| or >).

    A block ends after the empty lines below it, whether they are a part of its text or not.
    """

    text: str
    plain: bool
    start: int
    end: int
    source: FileText = field(repr=False)

    @property
    def position(self) -> Position:
        return self.source.position(self.start)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list. Without brackets it starts at its first hyphen and ends with its last item."""

    items: "tuple[Node, ...]"
    start: int
    end: int
    source: FileText = field(repr=False)

    @property
    def position(self) -> Position:
        return self.source.position(self.start)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the file's order. Each key's text stands once. Without brackets it ends with its last
    value."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    start: int
    end: int
    source: FileText = field(repr=False)

    @property
    def position(self) -> Position:
        return self.source.position(self.start)


Node: TypeAlias = Scalar | Sequence | Mapping
PlainData: TypeAlias = str | tuple["PlainData", ...] | dict[str, "PlainData"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may hold at most: bytes, levels of nesting, and values (keys count too).

    The defaults take a plan of 3,000 actions, three times the largest that we make for our own tests.
    """

    bytes: int = 5_000_000
    depth: int = 40
    values: int = 250_000


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file holds, and what is wrong with it. `root` is None where reading had to stop."""

    root: Node | None
    problems: tuple[Problem, ...]


def read_tree(data: bytes, file: str, limits: Limits = Limits()) -> Tree:
    """The tree of one YAML file. `file` is its name in problems.

    After a refused duplicate key, reference, tag or character reading goes on, to find what else is wrong; what was
    refused is then left out of the tree, or stands there as a space or a replacement character. A slip of the hand that
    leaves the file no YAML is told, and reading goes on as if it were mended.
    Never raises for any bytes.
    """
    slips: list[Problem] = []
    with _collection_paused():
        while True:
            reading = _Reading(file, limits, may_mend=len(slips) < MOST_SLIPS)
            try:
                root = reading.read(data)
            except _Slipped as slipped:
                slips.append(slipped.problem)
                data = slipped.mended
                continue
            except _Stop:
                root = None
            return Tree(root, in_file_order((*slips, *reading.problems)))


def plain_data(node: Node) -> PlainData:
    """`node` as plain values: text, tuples and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return tuple(plain_data(item) for item in node.items)
        case Mapping():
            return {key.text: plain_data(value) for key, value in node.entries}


def node_at(root: Node, path: Path[str | int]) -> Node:
    """The node that `path` leads to (keys, and list places from 0), or the nearest one above it.

    Parts that the tree does not know are skipped: a model's path also names its own types.
    """
    return _last_step(root, path)[1]


def key_at(root: Node, path: Path[str | int]) -> Node:
    """The key whose value `path` leads to; where its last known part is a list place, the node there."""
    key, node = _last_step(root, path)
    return key or node


def _last_step(root: Node, path: Path[str | int]) -> tuple[Scalar | None, Node]:
    """The last node that `path` reaches, and its key if it has one."""
    key, node = None, root
    for part in path:
        if isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
            key, node = None, node.items[part]
        elif isinstance(node, Mapping):
            key, node = next((entry for entry in node.entries if entry[0].text == part), (key, node))
    return key, node


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Without Python's search for cycles. A tree has none, and searching it as it grows takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Stop(Exception):
    """Reading cannot go on. The reason is among the problems."""


class _Slipped(Exception):
    """Reading cannot go on, and it is known what its author meant."""

    def __init__(self, problem: Problem, mended: bytes) -> None:
        self.problem, self.mended = problem, mended


class _Mark(Protocol):
    """A place as libyaml counts it: from 0, in characters."""

    index: int
    line: int
    column: int


@dataclass(slots=True)
class _OpenSequence:
    start: int
    source: FileText
    items: list[Node] = field(default_factory=list)

    def close(self, end: int | None) -> Sequence:
        """The whole list, which ends at `end` or with its last item."""
        last = self.items[-1].end if self.items else self.start
        return Sequence(tuple(self.items), self.start, last if end is None else end, self.source)


@dataclass(slots=True)
class _OpenMapping:
    """A mapping whose end has not come. `key` waits for its value; None in a refused entry."""

    start: int
    source: FileText
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None
    wants_key: bool = True
    repeated: list[Scalar] = field(default_factory=list)

    def close(self, end: int | None) -> Mapping:
        """The whole mapping, which ends at `end` or with its last value."""
        entries = tuple(self.entries.values())
        last = entries[-1][1].end if entries else self.start
        return Mapping(entries, self.start, last if end is None else end, self.source)


_Open: TypeAlias = _OpenSequence | _OpenMapping


def _index(mark: _Mark | None) -> int:
    """Which character of the text a mark of libyaml stands at."""
    assert mark is not None, "libyaml marks every event"
    return mark.index


class _Reading:
    """One run over one file. The nodes still open stand on a list, not on Python's stack: files may be hostile."""

    def __init__(self, file: str, limits: Limits, may_mend: bool) -> None:
        self.file = file
        self.limits = limits
        self.may_mend = may_mend
        self.problems: list[Problem] = []
        self.values = 0
        self.source = FileText(file, "")
        self.here = 0
        self.roots = _OpenSequence(0, self.source)
        self.open: list[_Open] = [self.roots]
        self.takers: dict[type[yaml.Event], Callable[..., None]] = {
            yaml.ScalarEvent: self.take_scalar,
            yaml.MappingStartEvent: self.open_mapping,
            yaml.MappingEndEvent: self.close_collection,
            yaml.SequenceStartEvent: self.open_sequence,
            yaml.SequenceEndEvent: self.close_collection,
            yaml.AliasEvent: self.take_alias,
        }

    def read(self, data: bytes) -> Node:
        """The root of the file. Raises _Stop where there is none to give."""
        if len(data) > self.limits.bytes:
            self.stop(FILE_TOO_LARGE, Position(self.file), limit=f"{self.limits.bytes:,}")
        text = self.without_refused_characters(self.decoded(data))
        self.source = FileText(self.file, text)
        self.take_events(text)
        root = self.roots.items[0] if self.roots.items else None
        if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
            self.stop(YAML_EMPTY, Position(self.file))
        return root

    def report(self, kind: ProblemKind, position: Position, **values: object) -> None:
        self.problems.append(Problem(kind, position, values=values))
        if len(self.problems) == MOST_PROBLEMS:
            self.stop(YAML_STOPPED, position, limit=MOST_PROBLEMS)

    def stop(self, kind: ProblemKind, position: Position, **values: object) -> NoReturn:
        self.problems.append(Problem(kind, position, values=values))
        raise _Stop

    # Bytes and characters, before any parsing

    def decoded(self, data: bytes) -> str:
        """`data` as text, less its byte order mark. Columns count from after the mark, as editors show them."""
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:2].count(0) == 1:
            byte = f"0x{data[0]:02X}, as at the start of a UTF-16 file,"
            self.stop(FILE_ENCODING, Position(self.file, 1, 1), byte=byte)
        try:
            return data.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
            self.stop(FILE_ENCODING, self.place_in(before, len(before)), byte=f"0x{data[error.start]:02X}")

    def without_refused_characters(self, text: str) -> str:
        """`text` with every refused character reported and another in its place, so that columns stay."""
        unix = text.replace("\r\n", " \n")
        if unix.replace("\n", "").isprintable():  # as most files are; nothing printable is refused
            return text
        line, line_start, seen = 1, 0, 0
        for found in REFUSED.finditer(unix):
            line += unix.count("\n", seen, found.start())
            line_start = max(line_start, unix.rfind("\n", seen, found.start()) + 1)
            seen = found.start()
            self.report_character(found[0], Position(self.file, line, seen - line_start + 1))
        return REFUSED.sub(lambda found: " " if found[0] == "\t" else "\ufffd", unix) if self.problems else text

    def report_character(self, character: str, position: Position) -> None:
        if character == "\t":
            self.report(YAML_TAB, position)
        else:
            kind = TEXT_BIDI if character in BIDI_CONTROLS else TEXT_CONTROL
            self.report(kind, position, character=character_name(character))

    def place_in(self, text: str, index: int) -> Position:
        return Position(self.file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))

    # Events

    def take_events(self, text: str) -> None:
        """Build the tree from libyaml's events for `text`, one at a time: a refused file is read no further."""
        if directive := DIRECTIVE.match(text):
            self.stop(YAML_TAG, self.place_in(text, directive.start(1)), tag=shortened(directive[1]))
        if sum(map(text.count, ":-,?")) > self.limits.values // 2:
            self.count_values(text)
        try:
            for event in iter(yaml.CBaseLoader(text).get_event, None):
                if take := self.takers.get(type(event)):
                    take(event)
                elif isinstance(event, yaml.DocumentEndEvent):
                    return self.check_end(text, event.end_mark.index if event.end_mark else len(text))
        except yaml.MarkedYAMLError as error:
            self.stop_at_syntax(error, text)
        except UnicodeDecodeError:  # a tag such as !%ED%A0%80 passes libyaml and fails on its way to Python
            self.stop(YAML_TAG, self.source.position(self.here), tag="!%")

    def count_values(self, text: str) -> None:
        """Stop at a file with too many values before building any: that takes a quarter of the time and no memory."""
        values = depth = 0
        with suppress(yaml.YAMLError, UnicodeDecodeError):  # which building will meet again, and report
            for event in iter(yaml.CBaseLoader(text).get_event, None):
                values += isinstance(event, yaml.NodeEvent)
                depth += DEPTH_CHANGES.get(type(event), 0)
                if values > self.limits.values:
                    self.stop_at_too_many(self.position(event.start_mark))
                if depth > self.limits.depth or isinstance(event, yaml.DocumentEndEvent):
                    return

    def stop_at_too_many(self, position: Position) -> NoReturn:
        self.stop(YAML_TOO_MANY, position, limit=f"{self.limits.values:,}")

    def check_end(self, text: str, end: int) -> None:
        """Report what follows the first document. libyaml does not see it: a second one may hold directives."""
        rest = EMPTY_LINES.match(text, end)
        start = rest.end() if rest else end
        if text.startswith("---", start):
            self.stop(YAML_DOCUMENTS, self.place_in(text, start))
        if start < len(text):
            place = self.place_in(text, start)
            self.stop_at_slip(text, place.line)
            self.stop(YAML_SYNTAX, place, reason="this belongs to nothing above it", do=MEND_NEARBY)

    def stop_at_syntax(self, error: yaml.MarkedYAMLError, text: str) -> NoReturn:
        """Report the slip, else libyaml's reason. Where tabs made the layout, they are all that is told."""
        for mapping in self.open:
            if isinstance(mapping, _OpenMapping) and mapping.repeated:
                self.report_repeated(mapping)
        if any(problem.kind is YAML_TAB for problem in self.problems):
            raise _Stop
        if stopped := error.problem_mark or error.context_mark:
            self.stop_at_slip(text, stopped.line + 1)
        mark = error.context_mark if error.problem in SHOWN_WHERE_IT_OPENS else error.problem_mark
        reason = REASONS.get(error.problem or "") or CONTEXTS.get(error.context or "") or error.problem
        self.stop(YAML_SYNTAX, self.position(mark), reason=reason, do=MEND_NEARBY)

    def stop_at_slip(self, text: str, line: int) -> None:
        """Report the slip for which `text` could not be read beyond `line`, where one is found."""
        may_mend = self.may_mend and not any(problem.kind in CHARACTERS for problem in self.problems)
        if may_mend and (slip := find_slip(text, line, first_fault)):
            place = Position(self.file, slip.line, slip.column)
            raise _Slipped(
                Problem(YAML_SYNTAX, place, values={"reason": slip.reason, "do": slip.do}), slip.mended.encode()
            )

    def position(self, mark: _Mark | None) -> Position:
        return Position(self.file, mark.line + 1, mark.column + 1) if mark else Position(self.file)

    def take_scalar(self, event: yaml.ScalarEvent) -> None:
        start = self.checked_start(event)
        text, style = event.value, event.style
        if style == '"' and not text.isprintable() and (found := REFUSED.search(text)):
            self.report_character(found[0], self.source.position(start))
        self.place(Scalar(text, not style, start, _index(event.end_mark), self.source))

    def open_mapping(self, event: yaml.MappingStartEvent) -> None:
        self.open_collection(_OpenMapping(self.checked_start(event), self.source))

    def open_sequence(self, event: yaml.SequenceStartEvent) -> None:
        self.open_collection(_OpenSequence(self.checked_start(event), self.source))

    def open_collection(self, collection: _Open) -> None:
        if len(self.open) > self.limits.depth:
            self.stop(YAML_TOO_DEEP, self.source.position(collection.start), limit=self.limits.depth)
        self.open.append(collection)

    def close_collection(self, event: yaml.CollectionEndEvent) -> None:
        closed = self.open.pop()
        if isinstance(closed, _OpenMapping) and closed.repeated:
            self.report_repeated(closed)
        # Without a bracket libyaml ends a collection at the next thing in the file, comments and all.
        end = _index(event.end_mark)
        self.place(closed.close(end if end > _index(event.start_mark) else None))

    def report_repeated(self, mapping: _OpenMapping) -> None:
        """Report the keys that stand twice in `mapping`: of an item of a list, several most likely start another."""
        first, *others = mapping.repeated
        start = self.source.position(mapping.start)
        hyphen = start.column - 2
        if others and isinstance(self.open[-1], _OpenSequence) and hyphen > 0:
            key = shortened(first.text)
            self.report(YAML_ITEM_JOINED, first.position, key=key, first=start.line, column=hyphen)
            return
        for again in mapping.repeated:
            line = mapping.entries[again.text][0].position.line
            self.report(YAML_DUPLICATE_KEY, again.position, key=shortened(again.text), first=line)

    def take_alias(self, event: yaml.AliasEvent) -> None:
        """Report an alias, but not the one of a merge (<<: *name), whose key is reported."""
        inner = self.open[-1]
        if not (isinstance(inner, _OpenMapping) and inner.key is None and not inner.wants_key):
            self.report(YAML_ANCHOR, self.position(event.start_mark))
        self.place(Scalar(f"*{event.anchor}", True, _index(event.start_mark), _index(event.end_mark), self.source))

    def checked_start(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> int:
        """Where a value starts. Counts it, and reports what it may not carry."""
        start = self.here = _index(event.start_mark)
        self.values += 1
        if self.values > self.limits.values:
            self.stop_at_too_many(self.source.position(start))
        if event.anchor is not None:
            self.report(YAML_ANCHOR, self.source.position(start))
        if event.tag is not None:
            self.report(YAML_TAG, self.source.position(start), tag=shortened(event.tag.replace(YAML_TAGS, "!!")))
        return start

    # Nodes

    def place(self, node: Node) -> None:
        """Put a finished node into the collection that is open."""
        inner = self.open[-1]
        if isinstance(inner, _OpenSequence):
            inner.items.append(node)
        elif inner.wants_key:
            inner.key = self.checked_key(node, inner)
            inner.wants_key = False
        else:
            if inner.key is not None:
                inner.entries[inner.key.text] = (inner.key, node)
            inner.wants_key = True

    def checked_key(self, key: Node, mapping: _OpenMapping) -> Scalar | None:
        """`key`, or None where it is refused."""
        if not isinstance(key, Scalar) or not key.text or "\n" in key.text:
            self.report(YAML_KEY, key.position)
        elif key.text == "<<" and key.plain:
            self.report(YAML_ANCHOR, key.position)
        elif key.text in mapping.entries:
            mapping.repeated.append(key)
        else:
            return key
        return None


def first_fault(text: str) -> int | None:
    """The line, from 1, at which `text` stops being one YAML document; None where it is one."""
    try:
        for event in iter(yaml.CBaseLoader(text).get_event, None):
            if isinstance(event, yaml.DocumentEndEvent):
                end = event.end_mark.index if event.end_mark else len(text)
                rest = EMPTY_LINES.match(text, end)
                start = rest.end() if rest else end
                return text.count("\n", 0, start) + 1 if start < len(text) else None
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line + 1 if error.problem_mark else 1
    except UnicodeDecodeError:
        return 1
    return None


def shortened(text: str) -> str:
    """`text`, cut where it would make a message too long to read."""
    return text if len(text) <= 60 else f"{text[:60]}…"
