"""The files of open data of one plan, by their addresses."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.council.settings import Settings
from generator.document.addresses import data_file, edition_file, editions_file, overview_address
from generator.editions import Edition
from generator.editions.canonical import canonical_bytes
from generator.outputs.archive import zip_bytes
from generator.outputs.data.actions import ACTIONS, action_rows
from generator.outputs.data.catalogue import INDEX, LOCK, PLAN, index_bytes
from generator.outputs.data.changes import CHANGES, change_rows
from generator.outputs.data.edition_schema import edition_schema
from generator.outputs.data.table import Row, Table, csv_bytes, csvw_bytes
from generator.words.view import PlanView

SCHEMA = "edition.schema.json"
EVERYTHING = "everything.zip"
TABLES: tuple[Table[Any], ...] = (ACTIONS, CHANGES)


def data_files(view: PlanView, settings: Settings, more: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of a published plan. The ZIP file holds them all, and `more`, which others have made of the plan."""
    made = dict(_files(view, settings))
    plan = overview_address(view.plan.id)
    whole = {address.removeprefix(plan): data for address, data in (made | dict(more)).items()}
    return made | {data_file(view.plan.id, EVERYTHING): zip_bytes(whole)}


def _files(view: PlanView, settings: Settings) -> Iterator[tuple[str, bytes]]:
    plan, edition = view.plan.id, view.edition
    assert edition is not None, "only what was published is open data"
    yield data_file(plan, PLAN), edition.data
    yield data_file(plan, SCHEMA), canonical_bytes(edition_schema())
    for name, data in (
        *_table_files(view, edition, ACTIONS, action_rows(view), settings),
        *_table_files(view, edition, CHANGES, change_rows(view), settings),
    ):
        yield data_file(plan, name), data
    yield editions_file(plan, INDEX), index_bytes(view)
    yield editions_file(plan, LOCK), view.history.lock.data
    for old in view.edition_views:
        frozen = old.edition
        assert frozen is not None, "an edition's view has its edition"
        for name, data in ((PLAN, frozen.data), *_table_files(old, frozen, ACTIONS, action_rows(old), settings)):
            yield edition_file(plan, frozen.name, name), data


def _table_files(
    view: PlanView, edition: Edition, table: Table[Row], rows: Iterable[Row], settings: Settings
) -> Iterator[tuple[str, bytes]]:
    """A table by the name of its file, and its description."""
    yield table.file, csv_bytes(table, rows)
    yield (
        f"{table.file}-metadata.json",
        csvw_bytes(
            table,
            title=view.plan.title,
            language=view.words.language,
            licence=settings.extra.licence.link or "",
            publisher=settings.extra.publisher,
            modified=edition.date,
        ),
    )
