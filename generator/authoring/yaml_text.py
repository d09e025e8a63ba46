"""A YAML file that is edited in place: what is not meant to change does not, by a byte.

Text is put in and taken out at the places that `yaml_tree` gives. Then the new text is read again, and must hold what
the old one held and the change; otherwise nothing comes back.

An edit keeps the file's quotation marks, indents, line ends, byte order mark and comments. With a value that is taken
out go its own lines, the comments between them and at their ends; comments above and below it stay. With the last item
of a list, or the last key of a mapping, the list or the mapping goes too.

Refused, with the line:

- a path that leads nowhere, a place that a list does not have, a key that is there already;
- two edits of one value, and edits within what another one takes out or replaces;
- to take out all that the file holds;
- a character that these files may not hold (a tab, a control character), an empty key, a key of several lines;
- a change of a key behind a question mark (`? key`);
- whatever would not be read again as it is meant, such as something new below a block of text (|) that ends a file
  without the end of its last line.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import problems
from generator.authoring.replacing import COMMON_MODE, replace_file
from generator.authoring.yaml_changes import block_header, content_end, line_end, line_feed, text_after
from generator.authoring.yaml_edits import Delete, Edit, Insert, Set, Touched, YamlPath, data_after, gathered, refused
from generator.authoring.yaml_style import Value
from generator.errors import PlanError, Position, Problem
from generator.plan.files import read_file
from generator.plan.yaml_tree import Mapping as MappingNode
from generator.plan.yaml_tree import Node, PlainData, Scalar, plain_data, read_tree
from generator.plan.yaml_tree import Sequence as SequenceNode

BOM = b"\xef\xbb\xbf"
COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")


@dataclass(frozen=True)
class YamlText:
    """A YAML file as it is, byte for byte, and what it holds."""

    path: Path
    data: bytes
    root: MappingNode

    @classmethod
    def read(cls, path: Path) -> "YamlText":
        """The file at `path`. Raises PlanError when it is not YAML that this program reads."""
        try:
            data = read_file(path)
        except OSError as error:
            raise PlanError([problems.unreadable(path, error)]) from error
        return cls.of(data, path)

    @classmethod
    def of(cls, data: bytes, path: Path) -> "YamlText":
        """`data` as what the file at `path` holds. Raises PlanError when it is not YAML that this program reads."""
        tree = read_tree(data, str(path))
        if tree.problems:
            raise PlanError(tree.problems)
        if not isinstance(tree.root, MappingNode):
            raise PlanError([Problem(problems.SCHEMA_FIRST, Position(str(path), 1, 1))])
        return cls(path, data, tree.root)

    @property
    def text(self) -> str:
        """The file's characters, less its byte order mark."""
        return self.root.source.text

    @property
    def held(self) -> PlainData:
        return plain_data(self.root)

    def write(self, mode: int = COMMON_MODE) -> None:
        """Put the text in the place of its file, in one step. A new file has `mode`."""
        replace_file(self.path, self.data, mode)

    def set(self, path: YamlPath, value: Value) -> "YamlText":
        return self.edited([Set(path, value)])

    def insert(self, path: YamlPath, at: str | int, value: Value, after: str | None = None) -> "YamlText":
        return self.edited([Insert(path, at, value, after)])

    def delete(self, path: YamlPath) -> "YamlText":
        return self.edited([Delete(path)])

    def edited(self, edits: Iterable[Edit]) -> "YamlText":
        """The text after all `edits`, whose paths all speak of the text as it is before the first of them.

        Raises EditError where one of them cannot be made, and then none is.
        """
        touched = gathered(self.root, edits)
        if not touched:
            return self
        first = min((one.node for one in touched.values()), key=lambda node: node.start)
        return self.holding(self.texts_after(touched), data_after(self.root, touched), first)

    def texts_after(self, touched: Mapping[YamlPath, Touched]) -> Iterator[str]:
        """The texts that may hold what is meant. Most often the first one does."""
        yield (text := text_after(self.root, touched))
        if not text.endswith("\n"):  # which a block of text (|) may need that comes last now
            yield text + line_feed(text)
        # A comment below a block of text, as far in as this is, would be a part of it.
        yield text_after(self.root, touched, has_blocks=False)

    def with_comments(self, comments: Iterable[str]) -> "YamlText":
        """The text with `comments` on lines of their own at its end."""
        lines = [*comments]
        if not lines:
            return self
        feed = line_feed(self.text)
        before = self.text if self.text.endswith("\n") else self.text + feed
        return self.holding([before + "".join(line + feed for line in lines)], self.held, self.root)

    def holding(self, texts: Iterable[str], wanted: PlainData, place: Node) -> "YamlText":
        """The file with the first of `texts` that holds `wanted`, its keys in that order. Raises EditError for none."""
        for text in texts:
            data = (BOM if self.data.startswith(BOM) else b"") + text.encode()
            tree = read_tree(data, str(self.path))
            if not tree.problems and isinstance(tree.root, MappingNode) and _is_same(plain_data(tree.root), wanted):
                return YamlText(self.path, data, tree.root)
        raise refused(place, "the file's layout does not let this be changed")

    def comments(self) -> tuple[str, ...]:
        """Every comment of the file, in its order."""
        gaps, at = [], 0
        for leaf in leaves(self.root):
            gaps.append(self.text[at : leaf.start])
            if header := block_header(leaf):
                gaps.append(self.text[header.end() : line_end(self.text, header.end())])
            at = content_end(leaf)
        return tuple(found for gap in (*gaps, self.text[at:]) for found in COMMENT.findall(gap))


def leaves(node: Node) -> Iterator[Scalar]:
    """Every key and text of `node`, in the file's order."""
    match node:
        case Scalar():
            yield node
        case SequenceNode():
            for item in node.items:
                yield from leaves(item)
        case MappingNode():
            for key, value in node.entries:
                yield key
                yield from leaves(value)


def _is_same(one: PlainData, other: PlainData) -> bool:
    """Whether two values are equal, and their keys in one order."""
    return json.dumps(one) == json.dumps(other)
