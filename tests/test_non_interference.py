"""Nothing private is published: whatever private.yaml holds, and without one, the site is the same to the byte."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.authoring.folder import read_source
from generator.engine.plain_engine import PlainEngine
from generator.plan import projection
from generator.plan.field_types import INTERNAL, Model, visibility
from generator.plan.model import Note, PublicPlan
from generator.plan.private import PrivateFile
from generator.plan.reader import models_within, read_plan, read_private
from generator.plan.vocabulary import Ground
from generator.site import build, units
from generator.site.build import build_site, site_units
from tests.command import plans
from tests.conftest import SMALL_PLAN
from tests.council_folder import publish_plans
from tests.shelves import known_salt

TODAY = date(2026, 11, 21)
RUNS = 25
THROUGH_MKDOCS = 3
MARK = "zzprivate"
# The file's shape has one version.
GROUNDS = get_args(Ground)
NEVER_VARIED = {"PrivateFile.schema_version"}

SETTINGS = """\
site_name: Anytown
site_url: https://anytown.example/plans/
docs_dir: content
theme: {name: material}
plugins: [plans]
extra:
  publisher: Anytown Council
  contact: {role: The plans team}
  help: {lines: [{text: Call, phone: 101}]}
"""
# One of each thing that may have private notes.
ACTION = SMALL_PLAN["outcomes"][0]["actions"][0]
NOTES = [{"text": "Begun.", "date": "2019-01-31"}, {"text": "Half done.", "date": "2019-02-28"}]
PLAN = {
    **SMALL_PLAN,
    "outcomes": [
        {
            **SMALL_PLAN["outcomes"][0],
            "notes": NOTES,
            "key_issues": [{"id": "k-1", "title": "Voice", "actions": ["a-1-1"]}],
            "actions": [
                {
                    **ACTION,
                    "notes": NOTES,
                    "measures": [{"id": "m-1", "text": "How many were asked"}],
                    "sub_actions": [{"id": "a-1-1-1", "title": "Listen", "notes": NOTES}],
                }
            ],
        }
    ],
    "findings": [{"id": "f-1", "kind": "recommendation", "title": "Ask more"}],
    "evidence": [{"id": "e-1", "title": "A survey"}],
    "risks": [{"id": "r-1", "name": "Nobody answers"}],
    "decisions": [{"id": "d-1", "text": "Agreed", "kind": "agreed"}],
    "reports": [{"id": "p-1", "what": "Progress"}],
}
NOTED = ("anytown", "o-1", "k-1", "a-1-1", "a-1-1-1", "m-1", "f-1", "e-1", "r-1", "d-1", "p-1")
BODIES = ("council", "nhs", "police")
WITH_AUTHORS = ("o-1", "a-1-1", "a-1-1-1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return council(tmp_path / "council")


def council(folder: Path) -> Path:
    """A council's folder with one small plan."""
    plan = folder / "plans" / "anytown"
    plan.mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (folder / "content" / "about.md").write_text("# About\n\nText.\n", "utf-8")
    (plan / "plan.yaml").write_text(json.dumps(PLAN), "utf-8")
    publish_plans(folder)
    return folder


def private_file(run: int) -> str:
    """A private.yaml, another one at every run. Every text in it carries the mark."""
    chance = random.Random(run)

    def word() -> str:
        return f"{MARK}{chance.randrange(10**9)}"

    def day() -> str:
        return str(date(2015 + chance.randrange(10), 1 + chance.randrange(12), 1 + chance.randrange(28)))

    def some(**parts: str) -> dict[str, str]:
        return {key: value for key, value in parts.items() if chance.random() < 0.7}

    def notes() -> list[dict[str, str]]:
        return [{"text": word(), **some(date=day(), author=word())} for _ in range(chance.randrange(1, 4))]

    people = [
        {
            "name": word(),
            **some(
                initials=word(), role=word(), body=chance.choice(BODIES), email=f"{word()}@example.org", phone=word()
            ),
        }
        for _ in range(chance.randrange(5))
    ]
    taken_down = [
        {"words": word(), "date": day(), "reason": chance.choice(GROUNDS), **some(thing=f"a-{word()}", field=word())}
        for _ in range(chance.randrange(5))
    ]
    return json.dumps(
        {
            "schema": "1",
            "people": people,
            "taken_down": taken_down,
            "notes": {thing: notes() for thing in NOTED if chance.random() < 0.6},
            "authors": {thing: [word(), word()] for thing in WITH_AUTHORS if chance.random() < 0.6},
        }
    )


def site_bytes(folder: Path, place: Path, *, is_draft: bool = False) -> dict[str, bytes]:
    """Every file of the site of `folder`, built at `place`."""
    build_site(read_source(folder), TODAY, place, jobs=1, is_draft=is_draft)
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def private_of(folder: Path) -> Path:
    return folder / "plans" / "anytown" / "private.yaml"


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site without any private file."""
    place = tmp_path_factory.mktemp("bare")
    return site_bytes(council(place / "council"), place / "site")


def test_site_is_the_same_whatever_the_private_file_holds(folder, tmp_path, bare_site, monkeypatch):
    assert {"build.json", "sitemap.xml", "404.html", "anytown/index.html"} <= bare_site.keys()
    for run in range(RUNS):
        if run == THROUGH_MKDOCS:  # the plain engine writes the same bytes, six times as fast
            monkeypatch.setattr(units, "MkDocsEngine", PlainEngine)
        private_of(folder).write_text(private_file(run), "utf-8")
        assert site_bytes(folder, tmp_path / "site") == bare_site, f"private_file({run})"
    assert not [name for name, data in bare_site.items() if MARK.encode() in data]


@pytest.mark.parametrize("private", [b"", b"\xff\xfe not text", b"schema: 1\npeople: [", b"- 1\n" * 1000])
def test_site_is_the_same_whatever_is_wrong_with_the_private_file(folder, tmp_path, bare_site, private):
    private_of(folder).write_bytes(private)
    assert site_bytes(folder, tmp_path / "site") == bare_site


@pytest.mark.parametrize("run", range(RUNS))
def test_projection_is_the_same_with_the_private_file_and_without(folder, run):
    bare = read_plan(folder / "plans" / "anytown").plan
    private_of(folder).write_text(private_file(run), "utf-8")
    file = read_plan(folder / "plans" / "anytown", private_of(folder))
    assert bare
    assert file.plan, file.problems
    assert file.plan != bare
    assert file.plan == bare
    assert MARK not in repr(file.plan)


def test_edition_is_the_same_whatever_the_private_file_holds(tmp_path):
    editions = []
    for run in range(3):
        folder = council(tmp_path / str(run))
        if run:
            private_of(folder).write_text(private_file(run), "utf-8")
        with known_salt():
            done = plans("-C", folder, "publish", "anytown", "--date", "2019-01-31", "--minor", "--yes")
        assert done.exit_code == 0, done.output
        editions.append((folder / "plans" / "anytown" / "editions" / "2019-01-31.json").read_bytes())
    assert len(set(editions)) == 1


def test_pages_are_the_same_even_where_the_private_file_is_read(folder):
    bare = [unit.stage() for unit in site_units(read_source(folder), TODAY)]
    private_of(folder).write_text(private_file(0), "utf-8")
    assert [unit.stage() for unit in site_units(read_source(folder, with_private=True), TODAY)] == bare


# Every internal field was varied


def internal_fields() -> set[str]:
    kinds = models_within(PublicPlan) | models_within(PrivateFile)
    return {
        f"{kind.__name__}.{name}" for kind in kinds for name in kind.model_fields if visibility(kind, name) == INTERNAL
    }


def internal_values(value: Any) -> Iterator[tuple[str, str]]:
    """Every internal field within `value`, and what it holds."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if visibility(type(value), name) == INTERNAL:
                yield f"{type(value).__name__}.{name}", repr(inner)
            yield from internal_values(inner)
    elif isinstance(value, tuple | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from internal_values(inner)


def test_every_internal_field_was_varied(folder):
    seen: dict[str, set[str]] = defaultdict(set)
    for run in range(RUNS):
        private_of(folder).write_text(private_file(run), "utf-8")
        private = read_private(private_of(folder))
        assert private.problems == ()
        for value in (read_plan(folder / "plans" / "anytown", private_of(folder)).plan, private.value):
            for name, words in internal_values(value):
                seen[name].add(words)
    varied = {name for name, values in seen.items() if len(values) > 2}
    assert varied == {name for name in internal_fields() - NEVER_VARIED if not name.startswith("Entry.")}


# A leak is seen


def leaking(value: Any) -> Any:
    """A projection that copies one field too many: who wrote a note."""
    made = projection_of(value)
    if isinstance(value, Note) and value.author:
        return type(made)(text=f"{made.text} {value.author}", date=made.date, kind=made.kind)
    return made


projection_of = projection._public


@pytest.fixture
def leak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projection, "_public", leaking)


def read_with_private(folder: Path) -> tuple[PublicPlan, PublicPlan]:
    bare = read_plan(folder / "plans" / "anytown").plan
    private_of(folder).write_text(private_file(0), "utf-8")
    private = read_plan(folder / "plans" / "anytown", private_of(folder)).plan
    assert bare
    assert private
    return bare, private


def test_projection_that_copies_an_author_is_found(folder, leak):
    bare, private = read_with_private(folder)
    assert private != bare
    assert MARK in repr(private)


def test_build_that_reads_the_private_file_and_copies_an_author_is_found(
    folder, leak, tmp_path, bare_site, monkeypatch
):
    private_of(folder).write_text(private_file(0), "utf-8")
    draft = site_bytes(folder, tmp_path / "draft", is_draft=True)
    assert draft == site_bytes(council(tmp_path / "bare"), tmp_path / "other", is_draft=True)
    read = build.read_plan
    monkeypatch.setattr(build, "read_plan", lambda place, _: read(place, place / "private.yaml"))
    leaked = site_bytes(folder, tmp_path / "draft", is_draft=True)
    assert leaked != draft
    assert any(MARK.encode() in data for data in leaked.values())
    assert site_bytes(folder, tmp_path / "site") == bare_site, "what was published reads no working text"
