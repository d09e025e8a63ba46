"""Nothing private is published: whatever private.yaml holds, and without one, the site is the same to the byte."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.authoring import folder as authoring
from generator.authoring.folder import read_folder, read_source
from generator.engine.plain_engine import PlainEngine
from generator.plan.field_types import described_fields, types_within
from generator.plan.model import PublicPlan
from generator.plan.private import PrivateFile, private_path, read_private
from generator.plan.reader import PlanFile, read_plan
from generator.plan.vocabulary import Ground
from generator.plan.walk import walk_plan
from generator.site import units
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


# What no private file should be.
BROKEN = {
    "empty": b"",
    "no text": b"\xff\xfe not text",
    "cut off": b"schema: 1\npeople: [",
    "a list": b"- 1\n" * 1000,
    "of another version": b"schema: 2\npeople: [{name: zzprivate}]\n",
    "without a schema": b"people: [{name: zzprivate}]\n",
    "with an unknown key": b"schema: 1\npeople: [{name: zzprivate, shape: round}]\n",
    "of another plan": b"schema: 1\nnotes: {o-9: [{text: zzprivate}]}\n",
    "with an author too many": b"schema: 1\nauthors: {a-1-1: [zzprivate, zzprivate, zzprivate]}\n",
}
each_broken_file = pytest.mark.parametrize("private", BROKEN.values(), ids=BROKEN)


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


@each_broken_file
def test_site_is_the_same_whatever_is_wrong_with_the_private_file(folder, tmp_path, bare_site, private):
    private_of(folder).write_bytes(private)
    assert site_bytes(folder, tmp_path / "site") == bare_site


@pytest.mark.parametrize("run", range(RUNS))
def test_what_is_read_to_be_built_is_the_same_with_the_private_file_and_without(folder, run):
    bare = read_source(folder)
    private_of(folder).write_text(private_file(run), "utf-8")
    checked = read_folder(folder)
    assert checked.private["anytown"].value != read_private(folder / "none").value
    assert replace(checked.source, problems=()) == replace(bare, problems=())
    assert MARK not in repr(checked.source)


def test_edition_is_the_same_whatever_the_private_file_holds(tmp_path):
    editions = []
    for run in range(3):
        folder = council(tmp_path / str(run))
        if run:
            private_of(folder).write_text(private_file(run), "utf-8")
        done = publish(folder)
        assert done.exit_code == 0, done.output
        editions.append((folder / "plans" / "anytown" / "editions" / "2019-01-31.json").read_bytes())
    assert len(set(editions)) == 1


def test_pages_are_the_same_even_where_the_private_file_is_read(folder):
    bare = [unit.stage() for unit in site_units(read_source(folder), TODAY)]
    private_of(folder).write_text(private_file(0), "utf-8")
    assert [unit.stage() for unit in site_units(read_folder(folder).source, TODAY)] == bare


# With a private file of every shape, a plan is checked, and published or refused


def publish(folder: Path, *options: object) -> Any:
    with known_salt():
        return plans("-C", folder, "publish", "anytown", "--date", "2019-01-31", "--minor", "--yes", *options)


@pytest.mark.parametrize("run", range(3))
def test_plan_with_a_private_file_is_checked_and_published(folder, run):
    private_of(folder).write_text(private_file(run), "utf-8")
    checked = plans("-C", folder, "check")
    assert (checked.exit_code, "private.yaml" in checked.output, MARK in checked.output) == (0, False, False)
    done = publish(folder)
    assert (done.exit_code, MARK in done.output) == (0, False), done.output


@each_broken_file
def test_plan_with_a_broken_private_file_is_checked_and_not_published(folder, private):
    private_of(folder).write_bytes(private)
    checked = plans("-C", folder, "check")
    assert (checked.exit_code, "plans/anytown/private.yaml" in checked.output) == (1, True)
    refused = publish(folder)
    assert (refused.exit_code, "Nothing was published." in refused.output) == (1, True)
    assert not (folder / "plans" / "anytown" / "editions" / "2019-01-31.json").exists()


def test_private_files_that_stand_apart_are_checked_the_same(folder, tmp_path):
    apart = tmp_path / "apart" / "anytown" / "private.yaml"
    apart.parent.mkdir(parents=True)
    apart.write_bytes(BROKEN["of another plan"])
    refused = publish(folder, "--private", tmp_path / "apart")
    assert (refused.exit_code, str(apart) in refused.output) == (1, True)
    apart.write_text(private_file(0), "utf-8")
    assert publish(folder, "--private", tmp_path / "apart").exit_code == 0


# Every private field was varied, at a thing of each kind


def private_values(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every private field within `value`, each list that stands at the id of a thing, and what it holds."""
    if is_dataclass(value):
        for field in described_fields(type(value)):
            inner = getattr(value, field.name)
            yield f"{type(value).__name__}.{field.name}", repr(inner)
            yield from private_values(inner, field.name)
    elif isinstance(value, dict):
        for thing, items in value.items():
            yield f"{name} of {thing}", repr(items)
            yield from private_values(items)
    elif isinstance(value, tuple):
        for item in value:
            yield from private_values(item)


def test_every_private_field_was_varied(folder):
    seen: dict[str, set[str]] = defaultdict(set)
    for run in range(RUNS):
        private_of(folder).write_text(private_file(run), "utf-8")
        private = read_private(private_of(folder))
        assert private.problems == ()
        for name, words in private_values(private.value):
            seen[name].add(words)
    fields = {f"{kind.__name__}.{field.name}" for kind in types_within(PrivateFile) for field in described_fields(kind)}
    things = {f"notes of {thing}" for thing in NOTED} | {f"authors of {thing}" for thing in WITH_AUTHORS}
    assert {name for name, values in seen.items() if len(values) > 2} == fields - NEVER_VARIED | things


def test_things_with_notes_are_of_every_kind_that_may_have_some(folder):
    plan = read_plan(folder / "plans" / "anytown").plan
    may_have = {kind for kind in types_within(PublicPlan) if "internal_notes" in getattr(kind, "beside", ())}
    assert {type(node.value) for node in walk_plan(plan) if getattr(node.value, "id", "") in NOTED} == may_have


# A leak is seen


def leaking(place: Path) -> PlanFile:
    """The plan in `place`, as a reader gives it that publishes one value too many: who wrote a note."""
    file = read_plan(place)
    authors = read_private(private_path(place)).value.authors.get("o-1")
    if not (file.plan and authors):
        return file
    outcome = file.plan.outcomes[0]
    note = replace(outcome.notes[0], text=f"{outcome.notes[0].text} {authors[0]}")
    outcome = replace(outcome, notes=(note, *outcome.notes[1:]))
    return replace(file, plan=replace(file.plan, outcomes=(outcome,)))


@pytest.fixture
def leak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authoring, "read_plan", leaking)


def with_authors(folder: Path) -> Path:
    """`folder` with a private file that names who wrote the first note."""
    text = next(text for run in range(RUNS) if "o-1" in json.loads(text := private_file(run))["authors"])
    private_of(folder).write_text(text, "utf-8")
    return folder


def test_reader_that_copies_an_author_is_found(folder, leak):
    bare = read_source(folder)
    leaked = read_source(with_authors(folder))
    assert leaked != bare
    assert MARK in repr(leaked)


def test_draft_of_a_reader_that_copies_an_author_is_found(folder, tmp_path, bare_site, monkeypatch):
    with_authors(folder)
    draft = site_bytes(folder, tmp_path / "draft", is_draft=True)
    assert draft == site_bytes(council(tmp_path / "bare"), tmp_path / "other", is_draft=True)
    monkeypatch.setattr(authoring, "read_plan", leaking)
    leaked = site_bytes(folder, tmp_path / "draft", is_draft=True)
    assert leaked != draft
    assert any(MARK.encode() in data for data in leaked.values())
    assert site_bytes(folder, tmp_path / "site") == bare_site, "what was published reads no working text"


def test_edition_of_a_reader_that_copies_an_author_is_found(folder, tmp_path, monkeypatch):
    editions = []
    for place in (folder, with_authors(council(tmp_path / "leaking"))):
        done = publish(place)
        assert done.exit_code == 0, done.output
        editions.append((place / "plans" / "anytown" / "editions" / "2019-01-31.json").read_bytes())
        monkeypatch.setattr(authoring, "read_plan", leaking)
    assert editions[0] != editions[1]
    assert MARK.encode() in editions[1]
