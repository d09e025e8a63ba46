"""Slips of the hand that leave a file no YAML, each with the mend that its author would make.

libyaml says where it could not go on. The slip often stands some lines higher, and its words help nobody. So mends are
tried on the text, one at a time, and the first after which the file can be read tells where the slip is and what to do.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

# Trying costs a reading of the file each time; larger files get libyaml's own words.
LARGEST_TRIED = 500_000
MOST_TRIES = 60
# How far above the place where reading stops an opening quotation mark is looked for.
MOST_LINES_ABOVE = 400
# A mend that only moves the fault along by a line or two has mended nothing.
LEAST_GAIN = 3
LONGEST_SHOWN = 140

# Spaces that look like one and are none to YAML: word processors and web pages put them into copied text.
ODD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
KEY_LINE = re.compile(r"(?P<start> *(?:- +)*)(?P<key>[A-Za-z_][\w-]*) *:(?P<value>| .*)$")
ITEM_LINE = re.compile(r"(?P<start> *(?:- +)+)(?P<value>.*)$")
ODD_STRUCTURE = re.compile(rf"^([ -]*)[{ODD_SPACES}]|^[ -]*[A-Za-z_][\w-]*:[{ODD_SPACES}]")
# What stands where a hyphen and a space start an item, why that is a slip, and what to do.
HYPHENS = (
    (
        re.compile(r"^( *)[–—−•·] *(?=\S)"),
        "a dash stands here where a hyphen starts an item",
        "type a hyphen and a space in its place",
    ),
    (re.compile(r"^( *)-(?=[A-Za-z_{\"'\[])"), "no space follows the hyphen", "put a space after the hyphen"),
)
MERGE_MARKS = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
SIGNS_THAT_START_NO_VALUE = "%@`*&!|>{}[],?-"


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip, its line and column from 1, and the whole text as it reads once the slip is mended, line for line."""

    line: int
    column: int
    reason: str
    do: str
    mended: str


@dataclass(frozen=True, slots=True)
class _Mend:
    """New texts of lines, by their places from 0; `place` and `column` are where the slip is."""

    lines: Mapping[int, str]
    place: int
    column: int
    reason: str
    do: str


def find_slip(text: str, stopped: int, first_fault: Callable[[str], int | None]) -> Slip | None:
    """The slip for which `text` could not be read beyond the line `stopped`, or None where no mend helps.

    Lines count from 1. `first_fault` gives the line at which a text stops being YAML, None where it is YAML throughout.
    """
    if len(text) > LARGEST_TRIED:
        return None
    lines = text.replace("\r\n", "\n").split("\n")
    best: tuple[int, Slip] | None = None
    for _, mend in zip(range(MOST_TRIES), _mends(lines, stopped - 1), strict=False):
        mended = "\n".join(mend.lines.get(place, line) for place, line in enumerate(lines))
        slip = Slip(mend.place + 1, mend.column + 1, mend.reason, mend.do, mended)
        fault = first_fault(mended)
        if fault is None:
            return slip
        if fault - stopped >= LEAST_GAIN and (best is None or fault > best[0]):
            best = (fault, slip)
    return best[1] if best else None


def _mends(lines: list[str], stopped: int) -> Iterator[_Mend]:
    """Mends to be tried, the most telling first. `stopped` is the line, from 0, where reading stopped."""
    near = [stopped, *_content_above(lines, stopped, 3)]
    structure = [stopped, *_content_above(lines, stopped, 3, _is_structure)]
    odd = _content_above(lines, stopped, 3, lambda line: bool(ODD_STRUCTURE.match(line)))
    yield from _unfinished_merge(lines)
    for place in dict.fromkeys([*near, *odd]):
        yield from _mistyped_line(lines, place)
    for place in near:
        yield from _unquoted_value(lines, place)
    yield from _open_quotation(lines, stopped)
    yield from _moved_lines(lines, structure)
    yield from _text_without_mark(lines, stopped)
    yield from _list_without_hyphen(lines, stopped)
    for place in near[:2]:
        yield from _text_out_of_place(lines, place)


def _is_content(line: str) -> bool:
    """Whether `line` holds more than a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_structure(line: str) -> bool:
    """Whether `line` looks like a key or an item, and not like the next line of a text."""
    return bool(KEY_LINE.match(line) or ITEM_LINE.match(line))


def _content_above(
    lines: list[str], place: int, most: int, is_wanted: Callable[[str], bool] = _is_content
) -> list[int]:
    """The places of the nearest lines above `place` that are wanted, the nearest first."""
    last = min(place, len(lines)) - 1
    found = (above for above in range(last, max(-1, last - MOST_LINES_ABOVE), -1) if is_wanted(lines[above]))
    return list(islice(found, most))


def _content_below(lines: list[str], place: int) -> int | None:
    """The place of the first line below `place` that holds more than a comment."""
    return next((below for below in range(place + 1, len(lines)) if _is_content(lines[below])), None)


def _line(lines: list[str], place: int) -> str:
    return lines[place] if place < len(lines) else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _keys(lines: list[str]) -> frozenset[str]:
    """The words that the file itself uses as keys."""
    return frozenset(found["key"] for line in lines if (found := KEY_LINE.match(line)))


def _rewritten(place: int, line: str, column: int, reason: str, otherwise: str) -> _Mend:
    """The mend of the one line at `place`, which is shown as it must be; `otherwise` where it is too long for that."""
    do = f"write: {line.strip()}" if len(line.strip()) <= LONGEST_SHOWN else otherwise
    return _Mend({place: line}, place, column, reason, do)


def _unfinished_merge(lines: list[str]) -> Iterator[_Mend]:
    """Two versions of some lines, as git leaves them when it cannot choose. The first is kept to read on."""
    text = "\n".join(lines)
    if not (first := MERGE_MARKS.search(text)):
        return
    changed, is_second = {}, False
    for place, line in enumerate(lines):
        mark = MERGE_MARKS.match(line)
        is_second = mark[1].startswith("=") if mark else is_second
        if mark or is_second:
            changed[place] = "#"
    do = "keep one of the two versions, and take out the lines that start with <<<<<<<, ======= and >>>>>>>"
    yield _Mend(changed, text.count("\n", 0, first.start()), 0, "two versions of these lines stand here", do)


def _mistyped_line(lines: list[str], place: int) -> Iterator[_Mend]:
    """A sign that is missing or another one, where it makes a key, an item or a comment."""
    line = _line(lines, place)
    if found := ODD_STRUCTURE.match(line):
        head, value = line[: found.end()], line[found.end() :]
        head += value[: len(value) - len(value.lstrip())]
        mended = re.sub(f"[{ODD_SPACES}]", " ", head) + value.lstrip()
        reason = "a non-breaking space stands here, and YAML knows plain spaces only"
        yield _Mend({place: mended}, place, found.end() - 1, reason, "type plain spaces in the place of these")
    for pattern, reason, otherwise in HYPHENS:
        if pattern.match(line):
            yield _rewritten(place, pattern.sub(r"\1- ", line), _indent(line), reason, otherwise)
    if not KEY_LINE.match(line) and (keyed := _keyed(lines, line)):
        reason = f"{keyed[1]!r} is a key, and no colon and space follow it"
        yield _rewritten(place, keyed[0], _indent(line), reason, "put a colon and a space after the key")
    if found := re.search(r"(?<=[^\s#])#(?= )", line):
        mended = f"{line[: found.start()]} {line[found.start() :]}"
        reason = "no space stands before the # of a comment"
        yield _Mend({place: mended}, place, found.start(), reason, "put a space before the #")


def _keyed(lines: list[str], line: str) -> tuple[str, str] | None:
    """`line` with a colon after the key that starts it, and that key, which stands elsewhere in the file as one."""
    found = re.match(r"( *(?:- +)*)([A-Za-z_][\w-]*)(?: *[:;=：] *| +)(\S.*)?$", line)
    if found and found[2] in _keys(lines):
        return f"{found[1]}{found[2]}: {found[3] or ''}".rstrip(), found[2]
    return None


def _unquoted_value(lines: list[str], place: int) -> Iterator[_Mend]:
    """A value that YAML reads as more than text, put into quotation marks; brackets that do not match."""
    line = _line(lines, place)
    found = KEY_LINE.match(line) or ITEM_LINE.match(line)
    value = found["value"].strip() if found else ""
    if not found or not value or (value[0] in "\"'" and value.count(value[0]) == 1):
        return
    head = line[: found.end() - len(found["value"])] + (" " if "key" in found.groupdict() else "")
    column = len(head)
    if set(value) <= set("-–—"):
        yield _Mend(
            {place: f'{head}"{value}"'}, place, column, "a hyphen is no value", "write a value, or take the line out"
        )
        return
    for opening, closing in ("[]", "{}"):
        if value.startswith(opening) and not value.endswith(closing):
            reason = f"{opening} opens here and no {closing} closes it"
            yield _rewritten(place, f"{head}{value}{closing}", column, reason, f"put {closing} at its end")
    mended = head + _in_quotation_marks(value)
    yield _rewritten(place, mended, column, _why_quoted(value), "put the value in quotation marks")


def _in_quotation_marks(value: str) -> str:
    """`value` as it reads to its author, in quotation marks that nothing within it ends."""
    for opening, closing in ('""', "''", "“”", "‘’"):
        if len(value) > 1 and value.startswith(opening) and value.endswith(closing):
            value = value[1:-1]
            break
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _why_quoted(value: str) -> str:
    if value[0] in "\"'":
        return "quotation marks stand within others of the same kind, or a backslash stands within them"
    if value[0] in "“”‘’":
        return "curly quotation marks hold no value together"
    if value[0] in SIGNS_THAT_START_NO_VALUE:
        return f"a value cannot start with {value[0]}"
    if ": " in value or value.endswith(":"):
        return "a colon followed by a space stands inside the value"
    return "the value holds signs that YAML takes for its own"


def _open_quotation(lines: list[str], stopped: int) -> Iterator[_Mend]:
    """A quotation mark that nothing closes on its line: what follows is taken for text up to the next one."""
    for place in range(min(stopped, len(lines) - 1), max(-1, stopped - MOST_LINES_ABOVE), -1):
        found = KEY_LINE.match(lines[place]) or ITEM_LINE.match(lines[place])
        value = found["value"].strip() if found else ""
        if value[:1] in ('"', "'") and value.count(value[0]) % 2 == 1:
            mended, column = lines[place].rstrip() + value[0], lines[place].index(value[0])
            reason = "a quotation mark opens a value here and none closes it"
            yield _rewritten(place, mended, column, reason, "put the closing quotation mark at its end")


def _moved_lines(lines: list[str], places: list[int]) -> Iterator[_Mend]:
    """Lines that do not start in the column of those to which they belong; the smallest move first."""
    moves = []
    for rank, place in enumerate(places):
        line = _line(lines, place)
        is_item = bool(ITEM_LINE.match(line))
        if not (is_item or KEY_LINE.match(line)):
            continue
        around, below = _content_above(lines, place, 40), _content_below(lines, place)
        around = around if below is None else [*around[:1], below, *around[1:]]
        seen = set()
        key = _key_column(lines[below]) if is_item and below is not None else None
        if below is not None and key is not None and key - 2 != _indent(line):
            moves.append(((key - 2) % 2, abs(key - 2 - _indent(line)), rank, -1, place, key - 2, below))
            seen.add(key - 2)
        for distance, other in enumerate(around):
            column = _indent(lines[other]) if is_item else _key_column(lines[other])
            if column is not None and column != _indent(line) and column not in seen:
                seen.add(column)
                moves.append((column % 2, abs(column - _indent(line)), rank, distance, place, column, other))
    for _, _, _, _, place, column, other in sorted(moves)[:24]:
        line = lines[place].lstrip(" ")
        same = _indent(lines[other])
        where = f"as line {other + 1} does" if same == column else f"where the words of line {other + 1} start"
        if column == same - 2 and other > place:
            where = f"two to the left of line {other + 1}"
        reason, do = (
            "this line does not line up with those to which it belongs",
            f"start it in column {column + 1}, {where}",
        )
        yield _Mend({place: " " * column + line}, place, _indent(lines[place]), reason, do)


def _key_column(line: str) -> int | None:
    """The column in which the key of `line` starts, after the hyphen of an item."""
    found = KEY_LINE.match(line)
    return len(found["start"]) if found else None


def _text_without_mark(lines: list[str], stopped: int) -> Iterator[_Mend]:
    """A text of several lines whose key lacks the mark |, or whose lines are not indented under it."""
    for place in _content_above(lines, stopped + 1, 12):
        found, below = KEY_LINE.match(lines[place]), _content_below(lines, place)
        if not found or below is None or _is_structure(lines[below]):
            continue
        mark, indent = found["value"].strip(), len(found["start"])
        if not mark and _indent(lines[below]) > indent:
            mended, reason = f"{lines[place].rstrip()} |", "a text of several lines needs the sign | after its key"
            yield _rewritten(place, mended, len(mended) - 1, reason, "put | after the colon")
        elif mark in ("|", ">", "|-", ">-") and _indent(lines[below]) <= indent:
            moved = {}
            for line_place in range(below, len(lines)):
                line = lines[line_place]
                if (key := KEY_LINE.match(line)) and len(key["start"]) <= indent:
                    break
                if line.strip() and _indent(line) <= indent:
                    moved[line_place] = " " * (indent + 2) + line.lstrip(" ")
            do = f"put {indent + 2} spaces before each line of the text"
            yield _Mend(moved, below, _indent(lines[below]), f"the text after {mark} is not indented under its key", do)


def _list_without_hyphen(lines: list[str], stopped: int) -> Iterator[_Mend]:
    """The first item of a list whose hyphen is missing."""
    for place in _content_above(lines, stopped + 1, 40):
        found, below = KEY_LINE.match(lines[place]), _content_below(lines, place)
        item = KEY_LINE.match(lines[below]) if below is not None else None
        if not found or found["value"].strip() or below is None or not item:
            continue
        column = _indent(lines[below])
        if "- " not in item["start"] and column - 2 >= len(found["start"]):
            mended = f"{' ' * (column - 2)}- {lines[below].lstrip()}"
            reason = "this is the first item of a list, and no hyphen stands before it"
            do = f"put '- ' before it, the hyphen in column {column - 1}"
            yield _Mend({below: mended}, below, column, reason, do)


def _text_out_of_place(lines: list[str], place: int) -> Iterator[_Mend]:
    """Lines of a pasted text that do not stand under the line that they go on from."""
    line = _line(lines, place)
    if not any(map(str.isalnum, line)) or KEY_LINE.match(line):
        return
    first = place
    while first and _is_content(lines[first - 1]) and not KEY_LINE.match(lines[first - 1]):
        first -= 1
    above = next((above for above in range(first - 1, -1, -1) if KEY_LINE.match(lines[above])), None)
    column = _key_column(lines[above]) if above is not None else None
    if above is None or column is None:
        return
    has_mark = lines[above].rstrip().endswith(("|", ">", "|-", ">-"))
    wanted = _indent(lines[above + 1]) if has_mark and above + 1 < place else column + 2
    moved = {
        at: " " * wanted + lines[at].lstrip()
        for at in range(first, place + 1)
        if lines[at].strip() and _indent(lines[at]) < wanted
    }
    if not moved:
        return
    first = min(moved)
    what = "it" if len(moved) == 1 else f"these {len(moved)} lines"
    do = f"start {what} in column {wanted + 1}, further in than the key of line {above + 1}"
    yield _Mend(
        moved, first, _indent(lines[first]), "this line goes on with the text above, and does not stand under it", do
    )
