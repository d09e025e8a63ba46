"""Every file of open data is what it says it is, and its bytes hang on the editions alone."""

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

import jsonschema
import pytest
from csvw import CSVW

from generator.authoring.publish import redact, withdraw
from generator.editions import is_continued, read_record
from generator.editions.canonical import read_canonical
from generator.editions.codec import from_data
from generator.editions.lock import hashes, read_lock
from generator.outputs.data import TABLES, data_files, edition_schema
from generator.outputs.data.files import EVERYTHING
from generator.plan.field_types import Missing
from generator.plan.model import Note, PublicPlan
from tests.conftest import small_plan
from tests.council_folder import settings_of
from tests.filled_plan import filled
from tests.shelves import SECRET, published, view_of, with_action

DATA = "anytown/data/"


@pytest.fixture
def settings(tmp_path):
    return settings_of(tmp_path / "council")


@pytest.fixture
def files(shelf, settings) -> Mapping[str, bytes]:
    return data_files(view_of(shelf), settings, {f"{DATA}calendar.ics": b"BEGIN"})


def rows_of(data: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(data.decode("utf-8"), newline=""))]


def test_plan_json_is_the_edition_byte_for_byte(files, shelf):
    assert files[f"{DATA}plan.json"] == shelf.editions[-1].data
    for edition in shelf.editions:
        data = files[f"anytown/editions/{edition.name}/plan.json"]
        assert (
            sha256(data).hexdigest()
            == hashes(read_lock(files["anytown/editions/editions.lock"]))[f"{edition.name}.json"].sha256
        )
        assert read_record(data).plan == edition.plan


def test_json_read_back_is_the_same_plan(files, shelf):
    data = read_canonical(files[f"{DATA}plan.json"])
    assert from_data(PublicPlan, data["plan"]) == shelf.editions[-1].plan


def test_lock_is_the_one_that_was_written_and_continues_older_ones(files, shelf, settings, place):
    lock = files["anytown/editions/editions.lock"]
    assert lock == (place / "editions.lock").read_bytes()
    later = withdraw(place, "2019-03-29", date(2019, 10, 3), "The wrong file")
    assert is_continued(lock, data_files(view_of(later), settings, {})["anytown/editions/editions.lock"])


def test_index_names_every_edition_with_its_hash(files, shelf):
    index = read_canonical(files["anytown/editions/index.json"])
    assert [item["sha256"] for item in index["editions"]] == [edition.sha256 for edition in shelf.editions]
    assert index["head"]["full"] == shelf.lock.head
    assert index["head"]["short"].replace(" ", "") == shelf.lock.head[:12]
    for item in index["editions"]:
        data = files[f"anytown/editions/{item['file']}"]
        assert (len(data), sha256(data).hexdigest()) == (item["bytes"], item["sha256"])
    assert files[f"anytown/editions/{index['lock']}"] == shelf.lock.data


def test_withdrawn_edition_is_listed_without_a_file(shelf, settings, place):
    files = data_files(view_of(withdraw(place, "2019-03-29", date(2019, 10, 3), "The wrong file")), settings, {})
    item = read_canonical(files["anytown/editions/index.json"])["editions"][1]
    assert item["withdrawn"] == {"date": "2019-10-03", "note": "The wrong file"}
    assert "sha256" not in item
    assert not any("/editions/2019-03-29/" in address for address in files)
    assert {row["from_edition"] for row in rows_of(files[f"{DATA}changes.csv"])} == {"2018-09-30", "2019-04-30"}


def test_text_that_was_taken_down_is_in_no_file(files, settings, place):
    assert SECRET.encode() in files[f"{DATA}plan.json"]
    assert SECRET.encode() in files[f"{DATA}actions.csv"]
    files = data_files(
        view_of(redact(place, "a-1-1", "notes[1].text", date(2019, 10, 3), "personal data")), settings, {}
    )
    for address, data in files.items():
        assert SECRET.encode() not in data, address
    for name, data in unzipped(files).items():
        assert SECRET.encode() not in data, name
    shown = rows_of(files[f"{DATA}actions.csv"])[0]["newest_note"]
    assert shown == "[taken down on 3 October 2019: personal data]"
    (item, *_) = read_canonical(files["anytown/editions/index.json"])["editions"]
    assert item["redactions"] == [
        {"date": "2019-10-03", "field": "notes[1].text", "note": "personal data", "subject": "a-1-1"}
    ]
    assert sha256(files["anytown/editions/2018-09-30/plan.json"]).hexdigest() == item["sha256"]


def unzipped(files):
    with ZipFile(BytesIO(files[f"{DATA}{EVERYTHING}"])) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_zip_holds_everything_and_no_day_of_a_build(files):
    held = unzipped(files)
    assert held.pop("data/calendar.ics") == b"BEGIN"
    rest = {f"anytown/{name}": data for name, data in held.items()}
    assert rest == {address: data for address, data in files.items() if not address.endswith(EVERYTHING)}
    assert list(held) == sorted(held)


def test_same_editions_give_the_same_bytes(files, shelf, settings):
    assert data_files(view_of(shelf), settings, {f"{DATA}calendar.ics": b"BEGIN"}) == files


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_table_is_csv_as_the_standard_has_it(table, files):
    data = files[DATA + table.file]
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    first, *rows = csv.reader(StringIO(data.decode("utf-8"), newline=""), strict=True)
    assert first == [column.name for column in table.columns]
    assert rows
    assert {len(row) for row in rows} == {len(first)}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_description_of_a_table_fits_it(table, files, tmp_path):
    for address in files:
        if address.endswith(table.file):
            folder = tmp_path / address.replace("/", "_")
            folder.mkdir()
            (folder / table.file).write_bytes(files[address])
            (folder / f"{table.file}-metadata.json").write_bytes(files[f"{address}-metadata.json"])
            described = CSVW(str(folder / f"{table.file}-metadata.json"), validate=True)
            assert described.is_valid, described.warnings
            (read,) = described.tables
            found = [*read]
            assert len(found) == len(rows_of(files[address]))
            keys = [tuple(row[name] for name in table.key) for row in found]
            assert len(set(keys)) == len(keys)


def test_cells_of_a_table_are_read_with_their_types(files, tmp_path):
    for name in ("actions.csv", "actions.csv-metadata.json"):
        (tmp_path / name).write_bytes(files[DATA + name])
    (row,) = CSVW(str(tmp_path / "actions.csv-metadata.json")).tables[0]
    assert row["leads"] == ["Anytown Council"]
    assert row["lead_ids"] == ["council"]
    assert (row["depth"], row["done"], row["due"].isoformat()[:10]) == (0, False, "2019-09-30")
    assert (row["status"], row["status_label"], row["status_tone"]) == ("green", "Green", "on-track")
    assert row["title"] == "Ask <b>children</b> & 'parents'"
    assert row["points"] == []


def test_changes_say_what_the_pages_say(files):
    first = {row["kind"]: row for row in rows_of(files[f"{DATA}changes.csv"]) if row["edition"] == "2019-03-29"}
    assert first.keys() == {"rating-worse", "date-later"}
    assert (first["rating-worse"]["old"], first["rating-worse"]["new"]) == ("amber", "red")
    later = first["date-later"]
    assert (later["old"], later["new"]) == ("March 2019", "September 2019")
    assert (later["old_day"], later["new_day"]) == ("2019-03-31", "2019-09-30")
    assert later["sentence"] == "1.1: was March 2019, now September 2019"
    (minor,) = (row for row in rows_of(files[f"{DATA}changes.csv"]) if row["edition"] == "2019-04-30")
    assert (minor["edition_kind"], minor["kind"], minor["group"]) == ("minor", "note-added", "added")


def test_missing_value_says_why(place, settings):
    plan = with_action(
        small_plan(),
        "a-1-1",
        status=Missing(missing="not-yet-rated"),
        progress=Missing(missing="lost-in-conversion"),
        leads=Missing(missing="withheld", ground="A child could be known"),
        timescales=Missing(missing="not-stated"),
    )
    shelf = published(place, [("2018-09-30", "significant", "First.", plan)])
    (row,) = rows_of(data_files(view_of(shelf), settings, {})[f"{DATA}actions.csv"])
    found = {name: row[name] for name in row if name.endswith("_missing")}
    assert found == {
        "status_missing": "not-yet-rated",
        "progress_missing": "lost-in-conversion",
        "leads_missing": "withheld",
        "timescales_missing": "not-stated",
        "priority_missing": "",
    }
    assert (row["status"], row["progress"], row["leads"], row["timescales"]) == ("", "", "", "")


@pytest.mark.parametrize("start", ["=1+1", "+A1", "-A1", "@SUM(A1)", "＝1", "- =1"])
def test_no_cell_is_a_formula_even_if_nobody_checked_the_plan(start, place, settings):
    plan = with_action(small_plan(), "a-1-1", title=start, notes=(Note(text=start, date=None),))
    later = with_action(plan, "a-1-1", title=f"{start}0", number=start)
    note = start.strip()
    shelf = published(place, [("2018-09-30", "significant", note, plan), ("2019-03-29", "minor", note, later)])
    files = data_files(view_of(shelf), settings, {})
    for table in TABLES:
        for row in rows_of(files[DATA + table.file]):
            for name, cell in row.items():
                assert not re.match(r"[\s]*[=+\-@＝＋－＠\t\r]", cell), (name, cell)


def test_edition_fits_its_schema(files):
    schema = json.loads(files[f"{DATA}edition.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    reader = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for address, data in files.items():
        if address.endswith("/plan.json"):
            assert [*reader.iter_errors(json.loads(data))] == [], address


def test_plan_with_every_field_fits_the_schema_and_nothing_else_does(tmp_path, settings):
    place = tmp_path / "filled"
    plan = filled(lambda path: f"Text of {path}")
    shelf = published(place, [("2026-09-30", "significant", "First.", replace(plan, closed=None, as_at=None))])
    reader = jsonschema.Draft202012Validator(edition_schema())
    data = json.loads(shelf.editions[-1].data)
    assert [*reader.iter_errors(data)] == []
    for broken in (
        {**data, "more": 1},
        {**data, "schema": 2},
        {key: value for key, value in data.items() if key != "salt"},
        {**data, "plan": {**data["plan"], "state": "lost"}},
        {**data, "plan": {**data["plan"], "outcomes": [{"id": "o-1"}]}},
        {**data, "plan": {**data["plan"], "internal": "secret"}},
    ):
        assert not reader.is_valid(broken), broken.keys()


def test_every_file_of_a_filled_plan_is_made(tmp_path, settings):
    plan = replace(filled(lambda path: f"Text of {path}"), closed=None, as_at=None)
    changed = replace(plan, decisions=(), title="Another")
    shelf = published(
        tmp_path / "filled",
        [("2026-09-30", "significant", "First.", plan), ("2026-10-30", "significant", "Next.", changed)],
    )
    files = data_files(view_of(shelf), settings, {})
    rows = rows_of(files["filled/data/changes.csv"])
    assert {"removed", "wording"} <= {row["kind"] for row in rows}
    assert all(row["sentence"] for row in rows)
