"""The five source documents as rows and running text, each with its line; nothing of the product is used."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

FILES = {
    "S0": "000_2c27c79581c9a609.txt",
    "S1": "001_7d8f7ebbc61ed246.txt",
    "S2": "002_8da5410c483d6d6d.txt",
    "S3": "003_84bdcda3fc091bc3.txt",
    "S4": "004_cacf47bac0bf7dd1.txt",
}
DATE = re.compile(r"\d\d-[A-Z][a-z]{2}-\d{4}")
PRIORITIES = ("High", "Medium", "Low")
# Rows of the single-agency plan that a page breaks, where the second part starts like a row of its own.
BROKEN_ROWS = ("Development day",)


class Line(NamedTuple):
    """One line, or a cell of it, with the number of the line."""

    number: int
    text: str


class JointRow(NamedTuple):
    """One action of the joint plan. `table`, `sub_texts` and `note` are what its cells, the rows of its sub-actions and
    its overall note say."""

    section: str
    code: Line
    due: Line
    progress: Line
    owners: Line
    priority: Line
    note_date: Line
    sub_actions: tuple[Line, ...]
    sub_note_dates: tuple[Line, ...]
    table: tuple[Line, ...]
    sub_texts: tuple[tuple[Line, ...], ...]
    note: tuple[Line, ...]


class AgencyRow(NamedTuple):
    """One action of the single-agency plan; `texts` are its columns but priority, timescale and lead."""

    area: int
    lead: Line
    priority: Line
    timescale: Line
    texts: tuple[Line, ...]
    evidence: tuple[Line, ...]


class KeyAction(NamedTuple):
    """One row of the S4 table, as its cells, each a list of lines."""

    number: Line
    title: tuple[Line, ...]
    sub_actions: tuple[Line, ...]
    leads: tuple[Line, ...]
    timescales: tuple[Line, ...]
    measures: tuple[Line, ...]
    rating: tuple[Line, ...]


def read_sources(folder: Path) -> dict[str, tuple[Line, ...]]:
    """Every document's lines, by its short name."""
    return {name: numbered((folder / file).read_text(encoding="utf-8")) for name, file in FILES.items()}


def numbered(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))


def between(lines: Iterable[Line], first: int, last: int) -> tuple[Line, ...]:
    return tuple(line for line in lines if first <= line.number <= last)


def start(lines: Iterable[Line], words: str) -> int:
    """The number of the first line that starts with `words`."""
    return next(line.number for line in lines if line.text.strip().startswith(words))


def plain(text: str) -> str:
    """`text` without marks of HTML; a box with a value is that value."""
    return re.sub(r"<[^>]*>", " ", re.sub(r'<input[^>]*value="([^"]*)"[^>]*>', r"\1", text)).strip()


def unlabelled(line: Line) -> Line:
    """The line without the label that it starts with: 3.14, 6.2., (1), 1)."""
    return Line(line.number, re.sub(r"^\s*(?:- )?(?:\d+\.\d+\.?|\d+\)|\(\d+\)|\d+\.)(?=\s|$)", "", line.text))


# S1: the joint plan


def joint_rows(lines: tuple[Line, ...]) -> tuple[JointRow, ...]:
    """The rows of the joint plan, each from its header to the next one."""
    last = start(lines, "**Care Inspectorate Joint Inspection")
    heads = [line.number for line in lines if line.text.startswith("Code & Title") and line.number < last]
    sections = joint_sections(lines)
    rows = []
    for first, following in zip(heads, (*heads[1:], last), strict=True):
        inner = [line.number for line in sections if first < line.number < following]
        section = [line.text for line in sections if line.number < first][-1]
        rows.append(joint_row(section, between(lines, first + 1, (inner or [following])[0] - 1)))
    return tuple(rows)


def joint_sections(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The headings of the joint plan's five sections: number and title."""
    part = between(lines, start(lines, "ACTION PLAN - FULL"), start(lines, "**Care Inspectorate Joint"))
    return tuple(Line(n, text.split("\t")[0].strip()) for n, text in part if re.match(r"\d\. [A-Z]", text))


def joint_row(section: str, part: tuple[Line, ...]) -> JointRow:
    priority_at = start(part, "Priority")
    note_at = start(part, "Date of Latest Note")
    table = tuple(line for line in between(part, 0, priority_at - 1) if line.text.strip(" \t-"))
    first = [plain(cell) for cell in table[0].text.split("\t")]
    code = re.match(r"SS_\S+(?: SAP_\S+)?", first[0])
    number = table[0].number
    priority = next(iter(found_in(between(part, priority_at, note_at - 1), "|".join(PRIORITIES))), None)
    dates = found_in(between(part, note_at, 10**6), DATE.pattern)
    subs = tuple(sub_actions(table))
    starts = [line.number for line in subs]
    texts = [tuple(sub_action_texts(table, *ends)) for ends in zip(starts, (*starts[1:], priority_at), strict=False)]
    return JointRow(
        section=section,
        code=Line(number, code[0] if code else first[0]),
        due=Line(number, first[3]),
        progress=Line(number, first[4].removesuffix("%").strip()),
        owners=Line(number, first[2]),
        priority=priority or Line(priority_at, ""),
        note_date=dates[0],
        sub_actions=subs,
        sub_note_dates=tuple(sub_note_dates(table)),
        table=tuple(Line(number, cell) for cell in (*first[0].split(maxsplit=2)[-1:], first[1])),
        sub_texts=tuple(texts),
        note=tuple(line for line in between(part, dates[0].number + 1, 10**6) if line.text.strip(" -\t")),
    )


def found_in(lines: Iterable[Line], pattern: str) -> list[Line]:
    return [Line(line.number, match[0]) for line in lines for match in re.finditer(pattern, line.text)]


def sub_actions(table: tuple[Line, ...]) -> Iterator[Line]:
    """The cells that start a sub-action. Pages shift some by a column; the second half of one starts small."""
    for line in table:
        cells = [plain(cell) for cell in line.text.split("\t")]
        filled = [place for place, cell in enumerate(cells) if cell and (line is not table[0] or place > 5)]
        if len(cells) < 6 or not filled or filled[0] > 6 or not cells[filled[0]][0].isupper():
            continue
        note_alone = len(filled) == 2 and filled[1] == filled[0] + 1 and DATE.fullmatch(cells[filled[1]])
        if not note_alone:
            yield Line(line.number, cells[filled[0]])


def sub_note_dates(table: tuple[Line, ...]) -> Iterator[Line]:
    for line in table:
        cells = line.text.split("\t")
        for cell in cells[5:]:
            if re.fullmatch(rf"\s*{DATE.pattern}(?:\s+{DATE.pattern})*\s*", cell):
                yield from (Line(line.number, day) for day in DATE.findall(cell))


def sub_action_texts(table: tuple[Line, ...], first: int, following: int) -> Iterator[Line]:
    """What the rows of one sub-action say, without the dates of notes, which are facts of their own."""
    for line in between(table, first, following - 1):
        cells = [plain(cell) for cell in line.text.split("\t")]
        cells = cells[6:] if line is table[0] else cells
        yield from (Line(line.number, cell) for cell in cells if DATE.sub("", cell).strip())


def summary_matrix(lines: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    """The printed summary: a title and its four figures, in printed order."""
    part = between(lines, start(lines, "HIGH LEVEL SUMMARY") + 1, start(lines, "ACTION PLAN - FULL") - 1)
    title = ""
    for line in part:
        figures = re.findall(r"\d+", line.text)
        if figures:
            yield title, Line(line.number, " ".join(figures))
        elif line.text.strip():
            title = line.text.strip()


def boxes(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The priorities with a box, each as yes or no."""
    return tuple(
        Line(line.number, "yes" if 'checked=""' in line.text else "no") for line in lines if "checkbox" in line.text
    )


# S1: the single-agency plan


def agency_rows(lines: tuple[Line, ...]) -> tuple[AgencyRow, ...]:
    """The actions of the single-agency plan; those that a page breaks are put together."""
    first, last = start(lines, "Area for Improvement"), start(lines, "Version Control")
    rows: list[AgencyRow] = []
    area = 0
    for line in between(lines, first, last - 1):
        if heading := re.match(r"(\d+)\. [A-Za-z]", line.text):
            area = int(heading[1][0])  # "11. improve" is area 1
        cells = [cell.strip() for cell in plain_cells(line.text)]
        if len(cells) < 7 or cells[1] == "Actions" or heading or not "".join(cells).strip("-"):
            continue
        made = AgencyRow(
            area,
            Line(line.number, cells[2]),
            Line(line.number, cells[3]),
            Line(line.number, cells[4]),
            tuple(Line(line.number, cell) for cell in (cells[0], cells[1], *cells[5:]) if cell),
            tuple(Line(line.number, cell) for cell in cells[6:] if cell),
        )
        broken = not cells[1][:1].isupper() or cells[1].startswith(BROKEN_ROWS)
        if broken:
            rows[-1] = joined(rows[-1], made)
        else:
            rows.append(made)
    return tuple(rows)


def plain_cells(text: str) -> list[str]:
    return [plain(cell) for cell in text.split("\t")]


def joined(row: AgencyRow, rest: AgencyRow) -> AgencyRow:
    """One row of two halves."""

    def both(one: Line, other: Line) -> Line:
        return Line(one.number, f"{one.text} {other.text}".strip())

    return AgencyRow(
        row.area,
        both(row.lead, rest.lead),
        both(row.priority, rest.priority),
        both(row.timescale, rest.timescale),
        row.texts + rest.texts,
        row.evidence + rest.evidence,
    )


def versions(lines: tuple[Line, ...]) -> tuple[tuple[Line, Line, Line, Line], ...]:
    """Date, version, state and owner of each line of the version table. The names in it are not read."""
    part = between(lines, start(lines, "Version Control") + 2, 10**6)
    rows = [(line.number, line.text.split("\t")) for line in part if line.text.count("\t") > 5]
    return tuple((Line(n, c[0]), Line(n, c[1]), Line(n, c[2]), Line(n, c[6])) for n, c in rows)


def area_grades(lines: tuple[Line, ...]) -> Iterator[tuple[str, str, Line]]:
    """Indicator, area and grade of the inspection's table."""
    first = start(lines, "How well are the lives of children")
    areas = [cell.strip() for cell in lines[first - 1].text.split("\t")[1:]]
    for line in between(lines, first + 1, start(lines, "Area for Improvement") - 1):
        cells = [cell.strip() for cell in line.text.split("\t")]
        for area, grade in zip(areas, cells[1:], strict=False):
            if grade:
                yield cells[0], area, Line(line.number, grade)


# S2


def points(lines: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    """The band and the number of each point for improvement."""
    band = ""
    for line in between(lines, start(lines, "Immediately"), start(lines, "3.5")):
        if re.fullmatch(r"\s*[A-Z][a-z ]+:\s*", line.text):
            band = line.text.strip(" :")
        elif number := re.match(r"- (\d)\)", line.text):
            yield band, Line(line.number, number[1])


def risk_levels(lines: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    """The name and the printed level of each risk."""
    for line in between(lines, start(lines, "RISK\tIMPACT") + 1, start(lines, "Report Author")):
        cells = line.text.split("\t")
        if len(cells) == 3:
            yield cells[0], Line(line.number, cells[1])


# S3


def grade_rows(lines: tuple[Line, ...]) -> Iterator[tuple[str, str, Line, tuple[int, ...]]]:
    """Indicator, title, the line, and its six counts and six percentages."""
    for line in lines:
        cells = line.text.split("\t")
        if len(cells) == 13 and (label := re.match(r"(\d\.\d) (.+)", cells[0])):
            yield label[1], label[2].strip(), line, tuple(int(cell.replace(" ", "")) for cell in cells[1:])


# S0


def questions(lines: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    """The five quality indicators: number and question."""
    for line, following in pairwise(lines):
        if number := re.fullmatch(r"QI (\d)", line.text.strip()):
            yield number[1], Line(following.number, following.text.strip())


def sub_sections(lines: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    for line in between(lines, start(lines, "3.3. The 18") + 1, start(lines, "3.4.") - 1):
        if label := re.match(r"(\d\.\d) (.+)", line.text):
            yield label[1], Line(line.number, " ".join(label[2].split()).strip(" ."))


def priorities(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The priorities: the line after each bullet."""
    return tuple(after for line, after in pairwise(lines) if line.text.strip() == "●" and after.text.strip())


def declarations(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The labels with a box at the end of S0: corporate priorities and themes of the community plan."""
    part = between(lines, start(lines, "Declarations") + 1, start(lines, "(2)"))
    labels = [line for line in part if line.text.strip() and "(" not in line.text and line.text[0] not in " 0123456789"]
    one_line = [line for line in labels if re.fullmatch(r"[A-Z][A-Za-z ]+", line.text.strip())]
    return tuple(Line(line.number, line.text.strip()) for line in one_line)


# S4


def key_actions(lines: tuple[Line, ...]) -> tuple[KeyAction, ...]:
    """The nine rows of the table. A tab starts a cell; a number of two parts starts a row."""
    cells: list[list[Line]] = []
    for line in between(lines, start(lines, "RAG Legend") + 5, 10**6):
        if line.text.startswith("\t") or not cells:
            cells.append([])
        cells[-1].append(Line(line.number, line.text.strip()))
    heads = [place for place, cell in enumerate(cells) if re.match(r"\d\.\d\s", cell[0].text)]
    rows = []
    for place in heads:
        number = Line(cells[place][0].number, cells[place][0].text[:3])
        parts = [tuple(line for line in cell if line.text) for cell in cells[place + 1 : place + 5]]
        raw_timescale = tuple(cells[place + 3])
        title = tuple(unlabelled(line) for line in cells[place] if line.text)
        rating = tuple(line for cell in cells[place + 5 : place + 6] for line in cell[:1] if line.text)
        rows.append(KeyAction(number, title, parts[0], parts[1], raw_timescale, parts[3], rating))
    return tuple(rows)


def labelled(lines: Iterable[Line]) -> list[tuple[str, Line, list[Line]]]:
    """Sub-actions of a cell: the label, its line, and every line that belongs to it."""
    found: list[tuple[str, Line, list[Line]]] = []
    for line in lines:
        if label := re.match(r"(\d\.\d\d)\s+", line.text):
            found.append((label[1], line, []))
        if found:
            found[-1][2].append(Line(line.number, re.sub(r"^\d\.\d\d\s+", "", line.text)))
    return found


def times(cell: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    """What a timescale cell says, by the label that it stands under: "" for the outcome, "?" for none."""
    waiting: list[str] = []
    for line in cell:
        if line.text.startswith("Outcome"):
            yield "", Line(line.number, re.sub(r"^Outcome\s*-\s*", "", line.text))
            continue
        labels = re.findall(r"\d\.\d\d(?!\d)", line.text)
        words = re.sub(r"\d\.\d\d(?!\d)|&", "", line.text).strip()
        waiting += labels
        if words:
            for label in waiting or ["?"]:
                yield label, Line(line.number, words)
            waiting = []
