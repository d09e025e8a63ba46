"""How a value is typed into a YAML file: as its neighbours are, and so that it is read again as the same text.

A text stays without quotation marks wherever this program reads it as it is: days, numbers and "no" are texts to it.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, Scalar
from generator.plan.yaml_tree import Sequence as SequenceNode

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

# A plain text starts with none of YAML's signs, nor with one of -?: before a space.
PLAIN_START = re.compile(r"(?![\s,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|---|\.\.\.)")
NOT_PLAIN = re.compile(r"\n|: | #|:$| $|^<<$|^(?:~|null)$", re.IGNORECASE)
NOT_PLAIN_IN_BRACKETS = re.compile(r"[,\[\]{}]|^[-?:]|:\?")
BLOCKS = ("|", ">")
# What a new text of one line may be as long as before it is folded as its neighbours are.
USUAL_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Indents:
    """How far a file moves in the keys of a mapping, and the hyphens of a list, below their key.

    `has_blocks` is whether a text of several lines may stand on lines of its own (|).
    """

    keys: int
    hyphens: int
    has_blocks: bool = True


@dataclass(frozen=True, slots=True)
class Typed:
    """A value as it is typed: what follows its key or hyphen on the same line, and the lines below that."""

    head: str
    lines: tuple[str, ...] = ()


def style_of(node: Node | None) -> str:
    """The sign with which `node` starts in its file: a quotation mark, | or >, a bracket; "" where it has none."""
    if node is None or (isinstance(node, Scalar) and node.plain):
        return ""
    sign = node.source.text[node.start : node.start + 1]
    return sign if isinstance(node, Scalar) or sign in ("[", "{") else ""


def scalar(text: str, quote: str = "", in_brackets: bool = False) -> str:
    """`text` on one line, in the quotation marks `quote`, in none where it needs none, else in double ones."""
    if quote == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return text if quote == "" and is_plain(text, in_brackets) else json.dumps(text, ensure_ascii=False)


def is_plain(text: str, in_brackets: bool = False) -> bool:
    """Whether `text` needs no quotation marks."""
    is_kept = bool(text) and bool(PLAIN_START.match(text)) and not NOT_PLAIN.search(text)
    return is_kept and not (in_brackets and NOT_PLAIN_IN_BRACKETS.search(text))


def in_brackets(value: Value, like: Node | None = None) -> str:
    """`value` as it stands within brackets, or in brackets of its own, in the style of `like`."""
    if isinstance(value, str):
        style = style_of(like) if isinstance(like, Scalar) else ""
        return scalar(value, "" if style in BLOCKS else style, in_brackets=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(pair(key, inner, child(like, key)) for key, inner in value.items()) + "}"
    return "[" + ", ".join(in_brackets(item, last_item(like)) for item in value) + "]"


def pair(key: str, value: Value, like: Node | None = None) -> str:
    """A key and its value within brackets."""
    return f"{scalar(key, in_brackets=True)}: {in_brackets(value, like)}"


def child(node: Node | None, key: str) -> Node | None:
    """What `node` has under `key`, where it is a mapping that has it."""
    entries = node.entries if isinstance(node, MappingNode) else ()
    return next((value for name, value in entries if name.text == key), None)


def last_item(node: Node | None) -> Node | None:
    return node.items[-1] if isinstance(node, SequenceNode) and node.items else None


def typed(value: Value, column: int, indents: Indents, like: Node | None = None) -> Typed:
    """`value` behind a key that starts in `column`, in the style of `like`, which is its neighbour."""
    if isinstance(value, str):
        return _typed_text(value, column, indents, like)
    if not value or style_of(like) in ("[", "{"):
        return Typed(in_brackets(value, like))
    if isinstance(value, Mapping):
        return Typed("", tuple(entry_lines(value, column + indents.keys, indents, like)))
    inner = column + indents.hyphens
    return Typed("", tuple(line for item in value for line in item_lines(item, inner, indents, last_item(like))))


def entry_lines(entries: Mapping[str, Value], column: int, indents: Indents, like: Node | None = None) -> Iterator[str]:
    """The lines of a mapping whose keys stand in `column`."""
    for key, value in entries.items():
        shown = typed(value, column, indents, child(like, key))
        yield " " * column + f"{scalar(key)}: {shown.head}".rstrip(" ")
        yield from shown.lines


def item_lines(value: Value, column: int, indents: Indents, like: Node | None = None, gap: str = " ") -> Iterator[str]:
    """The lines of an item of a list whose hyphens stand in `column`, with `gap` behind each hyphen."""
    shown = typed_item(value, column, indents, like, gap)
    yield " " * column + f"-{gap}{shown.head}".rstrip(" ")
    yield from shown.lines


def typed_item(value: Value, column: int, indents: Indents, like: Node | None = None, gap: str = " ") -> Typed:
    """`value` behind a hyphen in `column`. The first key of a mapping stands on the hyphen's own line."""
    if isinstance(value, Mapping) and value and style_of(like) != "{":
        inner = column + 1 + len(gap)
        first, *others = entry_lines(value, inner, indents, like)
        return Typed(first[inner:], tuple(others))
    return typed(value, column, replace(indents, hyphens=max(indents.hyphens, 2)), like)


def _typed_text(text: str, column: int, indents: Indents, like: Node | None) -> Typed:
    style = style_of(like) if isinstance(like, Scalar) else ""
    is_long = "\n" in text or (style == ">" and len(text) > USUAL_WIDTH - column)
    if is_long and indents.has_blocks:
        block = block_text(text, style if style in BLOCKS else "|", column, column + indents.keys)
        if block:
            return block
    return Typed(scalar(text, "" if style in BLOCKS else style))


def block_text(
    text: str, style: str, column: int, indent: int, width: int = USUAL_WIDTH, shows_indent: bool = False
) -> Typed | None:
    """`text` as a block (| or >) whose lines stand in column `indent`, below a key or hyphen in `column`.

    None where it cannot be one: its first or last line is empty. Lines of a folded block (>) are at most `width` long,
    where their words are; a text that folding would change becomes a block with its own lines (|).
    """
    ends = text.endswith("\n")
    lines = text[: len(text) - ends].split("\n")
    needs_indent = shows_indent or lines[0].startswith(" ")
    if not lines[0].strip(" ") or not lines[-1].strip(" ") or (needs_indent and not 1 <= indent - column <= 9):
        return None
    if style == ">" and any(line != line.strip(" ") for line in lines):
        style = "|"
    if style == ">":
        # An empty line between two others is one line end; any more are as many.
        lines = [
            part for place, line in enumerate(lines) for part in ([""] * (place > 0) + _folded(line, width - indent))
        ]
    head = style + (str(indent - column) if needs_indent else "") + ("" if ends else "-")
    return Typed(head, tuple(" " * indent + line if line else "" for line in lines))


def _folded(line: str, width: int) -> list[str]:
    """`line` in lines of at most `width`, parted at single spaces; none for an empty one."""
    folded: list[str] = []
    for word in re.split(r"(?<=[^ ]) (?=[^ ])", line) if line else ():
        if folded and len(folded[-1]) + 1 + len(word) <= width:
            folded[-1] += f" {word}"
        else:
            folded.append(word)
    return folded


def wrapped(typed_text: str, first: int, indent: int, width: int, feed: str) -> str:
    """A typed text of one line, which starts in column `first`, on several with `indent` before all but the first."""
    lines = _folded("." * first + typed_text, width)
    return (feed + " " * indent).join([lines[0][first:], *_folded(" ".join(lines[1:]), width - indent)])
