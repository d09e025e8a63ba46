"""A unit's key says whether its pages must be made again; units built apart are the same pages."""

import multiprocessing
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.authoring.folder import read_source
from generator.council.theme import Theme, read_theme
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.site import units
from generator.site.build import site_units, staged_pages
from generator.site.published import HUB
from generator.site.units import Made, Unit, build_units, program_key, unit_key
from tests.council_folder import PLAN, SETTINGS, write_council
from tests.tiers import loop

ROOT = Path(__file__).parents[2]
TODAY = date(2019, 2, 1)
OTHER = {"id": "othertown", "title": "Othertown plan"}
OF_ANYTOWN = ("anytown", "anytown.2018")
OF_OTHERTOWN = ("othertown", "othertown.2018")


def made_units(folder: Path, today: date = TODAY, *plans: dict[str, Any], **options: Any) -> dict[str, Unit]:
    """The units of a council's folder by name: "hub", and two for each of "anytown" and "othertown"."""
    write_council(folder, *(plans or ({}, OTHER)), **options)
    return {unit.name: unit for unit in site_units(read_source(folder), today)}


def keys(made: dict[str, Unit], theme: Theme | None = None) -> dict[str, str]:
    return {name: unit_key(unit, theme or read_theme()) for name, unit in made.items()}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


# Keys


def test_key_is_the_same_in_another_folder(tmp_path):
    assert keys(made_units(tmp_path / "a")) == keys(made_units(tmp_path / "b" / "c"))


IN_ANOTHER_PROCESS = """
import sys
from datetime import date
from pathlib import Path
from tests.site.test_units import keys, read_source, site_units
made = site_units(read_source(Path(sys.argv[1])), date.fromisoformat(sys.argv[2]))
print(keys({unit.name: unit for unit in made}))
"""


def test_key_is_the_same_in_another_process(tmp_path):
    """There a set has another order."""
    here = keys(made_units(tmp_path))
    assert set(here) == {HUB, *OF_ANYTOWN, *OF_OTHERTOWN}
    for seed in ("1", "2"):
        found = subprocess.run(
            [sys.executable, "-c", IN_ANOTHER_PROCESS, tmp_path, str(TODAY)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert found.stdout.strip() == str(here)


def test_key_does_not_hold_today(tmp_path):
    assert keys(made_units(tmp_path, date(2019, 1, 1))) == keys(made_units(tmp_path, date(2019, 3, 31)))


def test_key_holds_the_day_that_pages_speak_of(tmp_path):
    before, after = keys(made_units(tmp_path, date(2019, 3, 31))), keys(made_units(tmp_path, date(2019, 4, 1)))
    assert changed(before, after) == {HUB, "anytown", "othertown"}, "an edition is of its own day"


def test_key_of_a_closed_plan_never_changes(source):
    closed = {file.folder.name for file in source.plans if file.plan and file.plan.closed}
    first, last = (
        keys({unit.name: unit for unit in site_units(source, day)}) for day in (date(2026, 11, 21), date.max)
    )
    assert len(closed) >= 6
    assert {name: first[name] for name in closed} == {name: last[name] for name in closed}


def with_action(**values: Any) -> dict[str, Any]:
    plan = deepcopy(PLAN)
    plan["outcomes"][0]["actions"][0] |= values
    return plan


CHANGED_PLANS = {
    "title": {"title": "Anytown’s plan"},
    "a word of an action": with_action(title="Ask all children"),
    "a rating": with_action(status="red"),
    "a timescale": with_action(timescales=[{"words": "April 2019"}]),
    "a lead": with_action(leads=[{"body": "nhs", "role": "Chair"}]),
    "the legend": {"status_scheme": {**PLAN["status_scheme"], "name": "Ratings"}},
    "its own words": {"words": {"outcome": "Aim"}},
    "a correction": with_action(readings=[{"field": "title", "reading": "corrected"}]),
    "the day it speaks of": {"as_at": "2019-01-15"},
}


@pytest.mark.parametrize("plan", CHANGED_PLANS.values(), ids=CHANGED_PLANS)
def test_key_changes_with_the_plan_and_only_its_own(tmp_path, plan):
    before, after = keys(made_units(tmp_path)), keys(made_units(tmp_path, TODAY, plan, OTHER))
    assert changed(before, after) == {HUB, *OF_ANYTOWN}


def test_comment_in_a_plan_changes_no_key(tmp_path):
    before = keys(made_units(tmp_path))
    path = tmp_path / "plans" / "anytown" / "plan.yaml"
    path.write_text(path.read_text("utf-8") + "\n# A note to ourselves\n", "utf-8")
    after = keys({unit.name: unit for unit in site_units(read_source(tmp_path), TODAY)})
    assert before == after


CHANGED_SETTINGS = {
    "the site's name": {"settings": SETTINGS.replace("Plans of Anytown", "Our plans")},
    "its address": {"site_url": "https://example.org/"},
    "the help": {"settings": SETTINGS.replace('"999"', '"112"')},
    "the publisher": {"settings": SETTINGS.replace("publisher: Anytown", "publisher: Othertown")},
    "the menu": {"settings": SETTINGS.replace("[about]", "[about, privacy]")},
    "a page's title, which every footer names": {"pages": {"privacy": "# Your privacy\n"}},
}


@pytest.mark.parametrize("options", CHANGED_SETTINGS.values(), ids=CHANGED_SETTINGS)
def test_key_of_every_unit_changes_with_the_settings(tmp_path, options):
    before, after = keys(made_units(tmp_path)), keys(made_units(tmp_path, **options))
    assert changed(before, after) == {HUB, *OF_ANYTOWN, *OF_OTHERTOWN}


def test_text_of_a_hand_written_page_changes_the_hub_alone(tmp_path):
    before, after = keys(made_units(tmp_path)), keys(made_units(tmp_path, pages={"about": "# About\n\nMore.\n"}))
    assert changed(before, after) == {HUB}


@pytest.fixture(scope="module")
def program(tmp_path_factory) -> Path:
    """A copy of the program, to be changed."""
    leave_out = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(ROOT / "generator", tmp_path_factory.mktemp("program") / "generator", ignore=leave_out))


def test_a_line_of_any_module_or_template_changes_the_key_of_the_program(program):
    before = program_key(program)
    assert before == program_key(), "and nothing else of the folder does"
    files = sorted(
        path for path in program.rglob("*") if path.is_file() and path.suffix in (".py", ".j2", ".html", ".po")
    )
    files = [path for path in files if "scaffold_files" not in path.parts]
    assert len(files) > 250
    assert set(files) <= set(units._program_files(program))
    unseen = []
    for path in files[:: loop(test=10, prove=1)]:
        data = path.read_bytes()
        path.write_bytes(data + b"# changed\n")
        if program_key.__wrapped__(program) == before:
            unseen.append(path.relative_to(program).as_posix())
        path.write_bytes(data)
    assert unseen == []
    (program / "site" / "units.py").rename(program / "site" / "unities.py")
    assert program_key.__wrapped__(program) != before, "a name is a part of the program too"
    (program / "site" / "unities.py").rename(program / "site" / "units.py")
    assert program_key.__wrapped__(program) == before


def test_the_key_of_the_program_is_a_part_of_every_key(tmp_path, monkeypatch):
    made = made_units(tmp_path)
    before = keys(made)
    monkeypatch.setattr(units, "program_key", lambda: "another program")
    assert changed(before, keys(made)) == set(made)


# What writes no page: it reads what a unit is made of, which its key holds, or comes after the units.
WRITE_NO_PAGE = {"click", "pagefind-bin", "pillow", "pydantic", "pyyaml", "rcssmin", "rjsmin", "tzdata"}


def test_every_library_is_in_the_key_or_writes_no_page():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>=~! \[]", wanted)[0].lower() for wanted in project["dependencies"]}
    assert names - set(units.LIBRARIES) - WRITE_NO_PAGE == set(), "say in which of the two it belongs"


def test_key_of_a_draft_is_another(tmp_path):
    source = read_source(write_council(tmp_path))
    drafts = {unit.name: unit for unit in site_units(source, TODAY, is_draft=True)}
    whole = {unit.name: unit for unit in site_units(source, TODAY)}
    assert changed(keys(whole), keys(drafts)) == {HUB, *OF_ANYTOWN}


def test_key_changes_with_the_theme(tmp_path):
    theme, made = read_theme(), made_units(tmp_path)
    assert changed(keys(made, theme), keys(made, replace(theme, key="another"))) == {HUB, *OF_ANYTOWN, *OF_OTHERTOWN}


@pytest.mark.parametrize("name", ["main.html", "parts/menu.html", "assets/site.css"])
def test_theme_has_another_key_when_one_of_its_files_changes(tmp_path, name):
    theme = read_theme()
    for path in theme.folder.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(theme.folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    assert read_theme(tmp_path).key == theme.key
    (tmp_path / name).write_text((tmp_path / name).read_text("utf-8") + "i{top:0}", "utf-8")
    assert read_theme(tmp_path).key != theme.key


# Units side by side


def test_pages_of_the_units_are_the_pages_of_the_site_in_one_build(source):
    whole = MkDocsEngine().render_unit(staged_pages(source, TODAY), read_theme())
    apart: dict[str, bytes] = {}
    for unit in site_units(source, TODAY):
        pages = MkDocsEngine().render_unit(unit.stage(), read_theme())
        assert apart.keys().isdisjoint(pages)
        apart |= pages
    assert apart == whole


def test_every_page_of_a_unit_is_written_and_named(tmp_path):
    made = made_units(tmp_path / "council", TODAY, {"example": {"kind": "Example", "text": "Made up."}}, OTHER)
    for unit in build_units(tuple(made.values()), read_theme(), tmp_path / "units", 1):
        written = {path.relative_to(unit.folder).as_posix() for path in unit.folder.rglob("*") if path.is_file()}
        assert written == {f"{address}index.html" for address in unit.addresses} | set(unit.files)
        current = tuple(address for address in unit.addresses if "/editions/2" not in address)
        assert unit.listed == (() if unit.name == "anytown" else current), "an example is not listed"


def test_units_stay_as_they_are_when_they_are_made(tmp_path):
    """Editions of two years share what is now, and one may be made here while the other is sent elsewhere."""
    units = tuple(made_units(tmp_path).values())
    before = [pickle.dumps(unit) for unit in units]
    for unit in units:
        unit.make()
    assert [pickle.dumps(unit) for unit in units] == before


@dataclass(frozen=True)
class Named:
    """A unit without pages, which another process can make too."""

    name: str
    fails: bool = False

    def make(self) -> Made:
        if self.fails:
            raise IndexError(self.name)  # not what the queue of units says at its end
        return Made((), {"made.txt": self.name.encode()})


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_units_come_back_in_their_order_and_none_is_lost(tmp_path, jobs):
    names = [f"unit-{place}" for place in range(12)]
    built = build_units([Named(name) for name in names], read_theme(), tmp_path, jobs)  # type: ignore[list-item]
    assert [unit.name for unit in built] == names
    assert [(unit.folder / "made.txt").read_text("utf-8") for unit in built] == names


@pytest.mark.slow
@pytest.mark.parametrize("place", [0, 5, 11], ids=["built here", "built somewhere", "built elsewhere"])
def test_unit_that_fails_ends_the_build(tmp_path, place):
    units = [Named(f"unit-{number}", fails=number == place) for number in range(12)]
    with pytest.raises(IndexError, match=f"unit-{place}$"):
        build_units(units, read_theme(), tmp_path, 2)  # type: ignore[arg-type]
    assert wait_until(lambda: not multiprocessing.active_children())


@pytest.mark.slow
def test_fault_in_another_process_is_not_hidden(tmp_path):
    (tmp_path / "main.html").write_text("{{ frame.unknown }}", "utf-8")
    theme = replace(read_theme(), folder=tmp_path)
    made = made_units(tmp_path / "council")
    with pytest.raises(Exception, match="no attribute 'unknown'"):
        build_units(tuple(made.values()), theme, tmp_path / "units", 2)
    assert wait_until(lambda: not multiprocessing.active_children())


KILLED = """
import os, sys, time
from dataclasses import dataclass
from pathlib import Path
from generator.council.theme import read_theme
from generator.site.units import build_units
@dataclass
class Slow:
    name: str
    def make(self):
        Path(self.name, str(os.getpid())).touch()
        time.sleep(60)
if __name__ == "__main__":
    build_units([Slow(sys.argv[1]), Slow(sys.argv[1])], read_theme(), Path(sys.argv[1]), 2)
"""


@pytest.mark.slow
def test_workers_of_a_killed_build_end_too(tmp_path):
    script, named = tmp_path / "killed.py", tmp_path / "named"
    script.write_text(KILLED, "utf-8")
    named.mkdir()
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    build = subprocess.Popen(
        [sys.executable, script, named], env={**os.environ, "PYTHONPATH": path}, stderr=subprocess.DEVNULL
    )
    try:
        assert wait_until(lambda: len(os.listdir(named)) == 2)
    finally:
        build.send_signal(signal.SIGKILL)
        build.wait()
    workers = [int(worker) for worker in os.listdir(named)]
    try:
        assert wait_until(lambda: not any(map(is_running, workers)))
    finally:
        for worker in filter(is_running, workers):
            os.kill(worker, signal.SIGKILL)


def is_running(process: int) -> bool:
    """Whether `process` runs; one that has ended may wait for its parent to notice."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(what: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while not (done := what()) and time.monotonic() < end:
        time.sleep(0.05)
    return done
