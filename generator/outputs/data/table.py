"""A table of open data: what its columns are, its bytes as CSV (RFC 4180), and its description (CSVW).

The bytes are UTF-8 without a mark at the start: every reader that follows the standard takes UTF-8 for granted, and
most others would take the mark for a part of the first column's name.
"""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import StringIO
from typing import Generic, Literal, TypeVar

from generator.editions.canonical import Json, canonical_bytes
from generator.text import is_formula, without_unsafe_characters

Row = TypeVar("Row")
Datatype = Literal["string", "integer", "date", "boolean"]
Value = str | int | bool | date | tuple[str, ...] | None
# Between the items of a list: no item has a line break in it.
SEPARATOR = "\n"


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its name, which never changes, what it holds, and how it is read out of what a row is made of.

    A column that `is_list` holds any number of items.
    """

    name: str
    description: str
    read: Callable[[Row], Value]
    datatype: Datatype = "string"
    is_list: bool = False
    is_required: bool = False


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A table: its file, what one row of it stands for, and its columns. `key` names those that tell rows apart."""

    file: str
    description: str
    columns: tuple[Column[Row], ...]
    key: tuple[str, ...] = ()


def csv_bytes(table: Table[Row], rows: Iterable[Row]) -> bytes:
    """`rows` as CSV: a row of names, then one for each, all ended by CRLF."""
    made = StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_cell(column.read(row)) for column in table.columns] for row in rows)
    return made.getvalue().encode("utf-8")


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return shown_as_text(SEPARATOR.join(" ".join(item.split()) for item in value))
        case _:
            return shown_as_text(str(value))


@lru_cache(maxsize=4096)
def shown_as_text(text: str) -> str:
    """`text` as a spreadsheet shows it. Most cells of an edition are those of the one before.

    `plans check` refuses what would be a formula. What a plan that nobody checked holds gets an apostrophe in front, by
    which spreadsheets know a text.
    """
    plain = without_unsafe_characters(text)
    return f"'{plain}" if is_formula(plain) else plain


def csvw_bytes(table: Table[Row], *, title: str, language: str, licence: str, publisher: str, modified: date) -> bytes:
    """The description of the table's file, which stands beside it (CSV on the Web)."""
    return canonical_bytes(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": language.partition("-")[0]}],
            "url": table.file,
            "dc:title": title,
            "dc:description": table.description,
            "dc:publisher": publisher,
            "dc:modified": modified.isoformat(),
            **({"dc:license": {"@id": licence}} if licence else {}),
            "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
            "tableSchema": {
                "columns": [_described(column) for column in table.columns],
                **({"primaryKey": list(table.key)} if table.key else {}),
            },
        }
    )


def _described(column: Column[Row]) -> dict[str, Json]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": column.datatype,
        "required": column.is_required,
        **({"separator": SEPARATOR} if column.is_list else {}),
    }
