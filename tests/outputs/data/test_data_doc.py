"""docs/data.md names every file and every column, and nothing that is not there."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from generator.editions import Record
from generator.outputs.data import TABLES, data_files
from generator.outputs.feeds import calendar_files, feed_files, site_feeds
from generator.pages.data import CHECKING, NOW, READING, TOLD, file_words
from generator.plan.vocabulary import MissingKind
from generator.wording import Words
from tests.council_folder import settings_of
from tests.shelves import view_of

TEXT = (Path(__file__).parents[3] / "docs" / "data.md").read_text("utf-8")


def table_below(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading, without its head."""
    part = TEXT.split(f"\n{heading}\n", 1)[1]
    rows = re.match(r"(?s).*?\n\|[^\n]*\n\|-[^\n]*\n((?:\|[^\n]*\n)*)", part)
    assert rows, heading
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in rows[1].splitlines()]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_every_column_is_described_as_the_data_describe_it(table):
    assert table_below(f"### {table.file}") == [
        [
            column.name,
            f"list of {column.datatype}" if column.is_list else column.datatype,
            "yes" if column.is_required else "no",
            column.description,
        ]
        for column in table.columns
    ]
    assert f"### {table.file}\n\n{table.description}\n" in TEXT


def test_every_address_is_named_and_there(shelf, tmp_path):
    settings, view = settings_of(tmp_path / "council"), view_of(shelf)
    told = feed_files(view, settings) | calendar_files(view, settings)
    made = told | data_files(view, settings, told) | site_feeds((view,), settings, Words()) | {"anytown/data/": b""}
    general = {re.sub(r"/editions/[0-9][^/]*/", "/editions/EDITION/", address) for address in made}
    documented = [row[0] for row in table_below("## Files and their addresses")]
    assert sorted(documented) == sorted(address.replace("anytown/", "PLAN/", 1) for address in general)


def test_page_has_words_for_every_file_that_it_may_show():
    names = (*NOW, *TOLD, *READING, *CHECKING)
    assert sorted(file_words(Words())) == sorted(names)
    documented = {row[0].rpartition("/")[2] for row in table_below("## Files and their addresses")} - {""}
    assert documented == set(names)


def test_keys_of_an_edition_and_words_for_what_is_missing_are_named():
    assert [row[0] for row in table_below("## plan.json")] == [field.name for field in fields(Record)]
    for kind in MissingKind.__args__:
        assert f"`{kind}`" in TEXT
