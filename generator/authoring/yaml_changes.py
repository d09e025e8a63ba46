"""The text of a YAML file after edits: characters are put in and taken out, and all others stay where they are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.authoring.yaml_edits import NewChild, Touched, YamlPath, node_under, refused
from generator.authoring.yaml_style import (
    BLOCKS,
    Indents,
    Typed,
    Value,
    block_text,
    child,
    entry_lines,
    in_brackets,
    item_lines,
    pair,
    scalar,
    style_of,
    typed,
    typed_item,
    wrapped,
)
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, Scalar
from generator.plan.yaml_tree import Sequence as SequenceNode

BLOCK_HEADER = re.compile(r"[|>](?:[-+]?([1-9])?[-+]?)")
COLON = re.compile(r"\s*:")
COMMA_ALONE = re.compile(r"\s*,\s*")
COMMA_OR_COMMENT = re.compile(r"#[^\n]*|,")


def text_after(root: MappingNode, touched: Mapping[YamlPath, Touched], has_blocks: bool = True) -> str:
    """The text of `root` with its edits made. Raises EditError where the layout does not let them be made.

    A text whose last line has no end has none afterwards. `has_blocks` is whether new texts of several lines may stand
    on lines of their own.
    """
    text, feed = root.source.text, line_feed(root.source.text)
    is_whole = text.endswith("\n")
    making = _ChangedText(root, text if is_whole else text + feed, feed, has_blocks)
    for path in sorted(touched, key=len, reverse=True):  # what comes at one place is in order then, inner values first
        making.change(path, touched[path])
    return making.changed() if is_whole else making.changed().removesuffix(feed)


def line_feed(text: str) -> str:
    """What ends the lines of `text`, as it ends the first."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def line_end(text: str, at: int) -> int:
    """Where the characters of the line end, before its line feed."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if text[max(at, end - 1) : end] == "\r" else end


def block_header(node: Node) -> re.Match[str] | None:
    """The sign of a block of text (| or >) and what belongs to it; None where `node` is none."""
    is_block = isinstance(node, Scalar) and style_of(node) in BLOCKS
    return BLOCK_HEADER.match(node.source.text, node.start) if is_block else None


def content_end(node: Node) -> int:
    """Where the last characters of `node` end. Empty lines below a block of text are no part of it, unless it says so
    (|+) or ends with lines of spaces."""
    if isinstance(node, MappingNode | SequenceNode):
        if style_of(node):
            return node.end
        return content_end(node.entries[-1][1] if isinstance(node, MappingNode) else node.items[-1])
    header, text = block_header(node), node.source.text
    if header is None:
        return node.end
    if not node.text:
        return header.end()
    last_line = node.text.rstrip("\n").rpartition("\n")[2]
    is_whole = "+" in header[0] or not last_line.strip(" ")
    last = node.end if is_whole else node.start + len(text[node.start : node.end].rstrip(" \r\n"))
    return line_end(text, _line_start(text, last - 1))


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _next_line(text: str, at: int) -> int:
    return text.find("\n", at) + 1 or len(text)


def _column(text: str, at: int) -> int:
    return at - _line_start(text, at)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_first_on_line(text: str, at: int) -> bool:
    return not text[_line_start(text, at) : at].strip(" ")


def _comment_column(text: str, line: int) -> int | None:
    """The column of the comment that has the line starting at `line` for itself; None where there is none."""
    shown = text[line : line_end(text, line)]
    return _indent(shown) if shown.lstrip(" ").startswith("#") else None


def _gap(between: str) -> str:
    """What stands between a hyphen and its value: spaces alone, or one where there is more between them."""
    return between if between and not between.strip(" ") else " "


def _indents_of(root: MappingNode) -> Indents:
    """How far the first mapping and the first list below a key of `root` are moved in."""
    keys = hyphens = None
    waiting: list[MappingNode | SequenceNode] = [root]
    while waiting and (keys is None or hyphens is None):
        node = waiting.pop()
        values = [value for _, value in node.entries] if isinstance(node, MappingNode) else node.items
        blocks = [value for value in values if not isinstance(value, Scalar) and not style_of(value)]
        if isinstance(node, MappingNode):
            for value in blocks:
                step = _column(value.source.text, value.start) - _column(value.source.text, node.start)
                if isinstance(value, MappingNode):
                    keys = step if keys is None else keys
                else:
                    hyphens = step if hyphens is None else hyphens
        waiting += reversed(blocks)
    return Indents(2 if keys is None else keys, 2 if hyphens is None else hyphens)


@dataclass(frozen=True, slots=True)
class _Change:
    """The characters from `start` up to `end` give way to `text`."""

    start: int
    end: int
    text: str


class _ChangedText:
    """The changes of one text, which ends with a line feed."""

    def __init__(self, root: MappingNode, text: str, feed: str, has_blocks: bool) -> None:
        self.root, self.text, self.feed = root, text, feed
        self.indents = replace(_indents_of(root), has_blocks=has_blocks)
        self.changes: list[_Change] = []

    def changed(self) -> str:
        """The text with all changes made."""
        parts, at = [], 0
        for change in sorted(self.changes, key=lambda change: (change.start, change.end)):
            if change.start < at:
                raise refused(self.root, "two edits meet in one place")
            parts += [self.text[at : change.start], change.text]
            at = change.end
        return "".join([*parts, self.text[at:]])

    def put(self, start: int, end: int, text: str = "") -> None:
        self.changes.append(_Change(start, end, text))

    def put_lines(self, start: int, end: int, lines: Iterable[str]) -> None:
        """`lines` in the place of the whole lines from `start` up to `end`."""
        self.put(start, end, "".join(line + self.feed for line in lines))

    def change(self, path: YamlPath, touched: Touched) -> None:
        """Make the edits of one list or mapping."""
        if any(style_of(node_under(self.root, path[:length])) for length in range(len(path) + 1)):
            self.change_in_brackets(path, touched)
            return
        starts = [self.start_of(touched.node, place) for place in range(len(touched.children))]
        for place in {0, *touched.replaced, *touched.deleted}:
            before = self.text[_line_start(self.text, starts[place]) : starts[place]]
            if before.strip(" " if place else " -"):
                raise refused(touched.node, "this layout is not known")
        for place, value in touched.replaced.items():
            self.replace(touched, place, starts[place], value)
        for first, last in touched.runs():
            self.cut(touched, starts, first, last)
        for new in sorted(touched.inserted, key=lambda new: new.place):
            self.add(path, touched, starts, new)

    # Lists and mappings without brackets

    def start_of(self, node: MappingNode | SequenceNode, place: int) -> int:
        """Where the key of a child starts, or its hyphen."""
        if isinstance(node, MappingNode):
            return node.entries[place][0].start
        column, line = _column(self.text, node.start), _line_start(self.text, node.items[place].start)
        while self.text[line + column] != "-" or self.text[line : line + column].strip(" -"):
            line = _line_start(self.text, line - 1)
        return line + column

    def head_end(self, touched: Touched, place: int, start: int) -> int:
        """Where the colon of a child ends, or its hyphen."""
        if isinstance(touched.node, SequenceNode):
            return start + 1
        colon = COLON.match(self.text, touched.node.entries[place][0].end)
        if colon is None:
            raise refused(touched.node, "this layout is not known")
        return colon.end()

    def replace(self, touched: Touched, place: int, start: int, value: Value) -> None:
        """Put another value in the place of the child whose key or hyphen is at `start`."""
        text, node, head_end = self.text, touched.children[place], self.head_end(touched, place, start)
        is_item = isinstance(touched.node, SequenceNode)
        new = self.typed_anew(node, _column(text, start), value, _gap(text[head_end : node.start]) if is_item else None)
        end, next_line = content_end(node), _next_line(text, content_end(node))
        is_block = not isinstance(node, Scalar) and not style_of(node)
        if "\n" in text[head_end : node.start] and (is_block or new.lines):
            self.put(head_end, head_end, f" {new.head}" if new.head else "")
            # A comment between the key and its value would become a part of a text on lines of its own.
            self.put_lines(
                _next_line(text, head_end) if new.head else _line_start(text, node.start), next_line, new.lines
            )
            return
        below = next_line
        if is_block:
            end = line_end(text, end)
        elif header := block_header(node):
            end, below = header.end(), _next_line(text, header.end())
        if not new.head:
            self.put(len(text[: node.start].rstrip(" ")), end)
        else:
            self.put(node.start, end, f" {new.head}" if node.start == head_end else new.head)
        self.put_lines(below, next_line, new.lines)

    def typed_anew(self, node: Node, column: int, value: Value, gap: str | None) -> Typed:
        """`value` as `node` is typed, below a key in `column`, or a hyphen and the `gap` after it."""
        if isinstance(node, Scalar) and isinstance(value, str):
            return self.text_anew(node, column, value)
        if gap is None:
            return typed(value, column, self.indents, node)
        return typed_item(value, column, self.indents, node, gap)

    def text_anew(self, node: Scalar, column: int, text: str) -> Typed:
        """`text` in the quotation marks, the block or the lines of `node`."""
        style, (first, *others) = style_of(node), self.text[node.start : content_end(node)].splitlines() or [""]
        start = _column(self.text, node.start)
        width = max(start + len(first), *map(len, others), 0)
        if header := block_header(node):
            indents = [_indent(line) for line in others if line.strip(" ")]
            indent = column + int(header[1]) if header[1] else indents[0] if indents else column + self.indents.keys
            block = block_text(text, style, column, indent, width, bool(header[1]))
        else:
            block = block_text(text, "|", column, column + self.indents.keys) if "\n" in text else None
        if block and self.indents.has_blocks:
            return block
        shown = scalar(text, "" if header else style)
        is_wrapped = others and not header
        return Typed(wrapped(shown, start, _indent(others[0]), width, self.feed) if is_wrapped else shown)

    def cut(self, touched: Touched, starts: Sequence[int], first: int, last: int) -> None:
        """Take a run of children out: whole lines, or behind a hyphen all that comes before the next child."""
        text, start = self.text, starts[first]
        end = line_end(text, content_end(touched.children[last]))
        if _is_first_on_line(text, start):
            self.put(_line_start(text, start), _next_line(text, end))
        elif text[end : starts[last + 1]].strip():  # comments of the next child stay
            self.put(len(text[:start].rstrip(" ")), end)
        else:
            self.put(start, starts[last + 1])

    def add(self, path: YamlPath, touched: Touched, starts: Sequence[int], new: NewChild) -> None:
        """Put a new child among the others, on lines of its own."""
        before, after = touched.neighbours(new.place)
        lines, column = self.lines_of(path, touched, starts, new), _column(self.text, touched.node.start)
        is_between_keys = new.key and new.place < len(starts)
        space = [""] if not is_between_keys and self.is_spaced(touched, starts) else []
        if before is not None:
            line = self.line_below(touched.children[before], column)
            self.put_lines(line, line, [*space, *lines])
        elif after is not None and _is_first_on_line(self.text, starts[0]):
            line = self.line_above(starts[after])
            self.put_lines(line, line, [*lines, *space])
        elif after is not None:
            self.put(starts[after], starts[after], self.feed.join(lines)[column:] + self.feed + " " * column)

    def lines_of(self, path: YamlPath, touched: Touched, starts: Sequence[int], new: NewChild) -> list[str]:
        """The lines of a new child, as its nearest neighbour is typed."""
        column = _column(self.text, touched.node.start)
        if isinstance(touched.node, MappingNode):
            return list(entry_lines({new.key: new.value}, column, self.indents, self.cousin(path, new.key)))
        nearest = max(new.place - 1, 0)
        like = touched.children[nearest]
        gap = _gap(self.text[starts[nearest] + 1 : like.start])
        return list(item_lines(new.value, column, self.indents, like, gap))

    def cousin(self, path: YamlPath, key: str) -> MappingNode | None:
        """The nearest other mapping that has `key`, of the list in which the one at `path` stands."""
        parent = node_under(self.root, path[:-1]) if path else None
        if not isinstance(parent, SequenceNode):
            return None
        others = [item for item in parent.items if isinstance(item, MappingNode) and child(item, key)]
        here = node_under(self.root, path).start
        return min(others, key=lambda item: abs(item.start - here), default=None)

    def is_spaced(self, touched: Touched, starts: Sequence[int]) -> bool:
        """Whether an empty line parts the last two children."""
        if len(starts) < 2:
            return False
        between = self.text[content_end(touched.children[-2]) : starts[-1]].split("\n")[1:-1]
        return any(not line.strip() for line in between)

    def line_below(self, node: Node, column: int) -> int:
        """The line below `node`, and below the comments under it that stand further in than `column`."""
        line = _next_line(self.text, content_end(node))
        while (found := _comment_column(self.text, line)) is not None and found > column:
            line = _next_line(self.text, line)
        return line

    def line_above(self, start: int) -> int:
        """The line on which `start` is, or the first of the comments right above it in the same column."""
        line, column = _line_start(self.text, start), _column(self.text, start)
        while line and _comment_column(self.text, before := _line_start(self.text, line - 1)) == column:
            line = before
        return line

    # Lists and mappings in brackets

    def change_in_brackets(self, path: YamlPath, touched: Touched) -> None:
        node, children = touched.node, touched.children
        keys = [key for key, _ in node.entries] if isinstance(node, MappingNode) else []
        starts, ends = [one.start for one in keys or children], [one.end for one in children]
        is_bare = not style_of(node)  # [key: value], a mapping without brackets of its own
        if is_bare and touched.inserted:
            self.put(node.start, node.start, "{")
        for place, value in touched.replaced.items():
            self.replace_in_brackets(keys[place] if keys else None, children[place], value)
        for first, last in touched.runs():
            if last + 1 < len(children):
                self.cut_with_comma(starts[first], ends[last], ends[last], starts[last + 1])
            else:
                self.cut_with_comma(starts[first], ends[last], ends[first - 1], starts[first])
        between = self.text[ends[-2] : starts[-1]] if len(children) > 1 else ""
        comma = between if COMMA_ALONE.fullmatch(between) else ", "
        shown = [self.shown_in_brackets(path, touched, new) for new in touched.inserted]
        for new, words in sorted(zip(touched.inserted, shown, strict=True), key=lambda found: found[0].place):
            before, after = touched.neighbours(new.place)
            if before is not None:
                self.put(ends[before], ends[before], comma + words)
            elif after is not None:
                self.put(starts[after], starts[after], words + comma)
        if not children:
            self.put(node.start + 1, node.start + 1, comma.join(shown))
        if is_bare and touched.inserted:
            self.put(node.end, node.end, "}")

    def shown_in_brackets(self, path: YamlPath, touched: Touched, new: NewChild) -> str:
        if new.key:
            return pair(new.key, new.value, child(self.cousin(path, new.key), new.key))
        return in_brackets(new.value, touched.children[-1] if touched.children else None)

    def replace_in_brackets(self, key: Scalar | None, node: Node, value: Value) -> None:
        shown, start = in_brackets(value, node), node.start
        colon = COLON.match(self.text, key.end) if key else None
        if key and not colon:
            start, shown = key.end, f": {shown}"
        elif colon and node.start == node.end:  # no value: it stands before the next comma or bracket
            start, shown = colon.end(), f" {shown}"
        elif self.text[start - 1] == ":":
            shown = f" {shown}"
        self.put(start, start + node.end - node.start, shown)

    def cut_with_comma(self, start: int, end: int, gap_start: int, gap_end: int) -> None:
        """Take out what stands from `start` to `end`, and the comma in the gap beside it; a comment there stays."""
        gap = self.text[gap_start:gap_end]
        if "#" not in gap:
            self.put(min(start, gap_start), max(end, gap_end))
            return
        comma = gap_start + next(found.start() for found in COMMA_OR_COMMENT.finditer(gap) if found[0] == ",")
        self.put(start, end)
        self.put(comma, comma + 1)
