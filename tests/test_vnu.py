"""The standards body's own checker finds no error and no warning in any page, style sheet or drawing."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.document.frame import page_file
from tests.page_samples import SAMPLES, STRESS, TODAY, cannot_run
from tests.tiers import loop

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parent
JAR = TESTS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHECKED = {".css", ".html", ".svg"}


@dataclass(frozen=True)
class Explained:
    """An entry of browser/explained.toml: the start of a message, and why it is left."""

    message: str
    reason: str


def explained() -> list[Explained]:
    entries = tomllib.loads((TESTS / "browser" / "explained.toml").read_text("utf-8")).get("vnu", [])
    return [Explained(**entry) for entry in entries]


def messages(files: Sequence[Path]) -> list[tuple[str, str]]:
    """What the checker says of `files`: place and message, of every kind."""
    java = shutil.which("java")
    if java is None:
        cannot_run("There is no Java to run the HTML checker: run tests/setup.sh, or install default-jre-headless.")
    if not JAR.is_file():
        cannot_run("vnu-jar is not installed: run npm ci --ignore-scripts in tests/.")
    command = [java, "-jar", str(JAR), "--format", "json", "--also-check-css", "--also-check-svg", "--stdout"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, check=False, text=True, encoding="utf-8")
    assert done.stdout.startswith("{"), done.stderr
    found = json.loads(done.stdout)["messages"]
    return [(f"{item.get('url', '')}:{item.get('lastLine', '')}", item["message"]) for item in found]


def pages_of_each_kind(site: Path) -> list[Path]:
    """One page of each kind, those that are hardest, and all that is no page."""
    samples = [site / page_file(address) for address in (*SAMPLES.values(), *STRESS.values())]
    return [*samples, *(path for path in sorted(site.rglob("*")) if path.suffix in CHECKED - {".html"})]


def every_file(site: Path) -> list[Path]:
    return [path for path in sorted(site.rglob("*")) if path.suffix in CHECKED]


def test_no_file_of_the_site_has_an_error_or_a_warning(site: Path, site_of_samples: Path):
    chosen = loop(test=pages_of_each_kind, prove=every_file)
    files = [*chosen(site_of_samples), *loop(test=[], prove=every_file(site))]
    assert {path.suffix for path in files} >= CHECKED
    found = messages(files)
    left = explained()
    needed = {entry for entry in left for _, message in found if message.startswith(entry.message)}
    assert [item for item in found if not item[1].startswith(tuple(entry.message for entry in needed))] == []
    assert [entry for entry in left if entry not in needed] == []


def test_the_site_that_is_looked_at_is_the_one_that_is_built_by_hand(site: Path, tmp_path: Path):
    command = [sys.executable, "-m", "generator", "build", "--site", tmp_path / "site", "--today", str(TODAY)]
    path = os.pathsep.join([str(TESTS.parent), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        list(map(str, command)),
        cwd=TESTS.parent,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ours, theirs = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.suffix in CHECKED}
        for folder in (site, tmp_path / "site")
    )
    assert len(ours) > 300
    assert theirs == ours


PAGE = '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>T</title></head><body>{}</body></html>'


FAULTS = {
    "a.html": (PAGE.format("<p><ul></ul></p>"), "No “p” element in scope"),
    "b.html": (PAGE.format("<section><p>Text</p></section>"), "Section lacks heading"),
    "c.css": ("a { colour: red }", "colour"),
    "d.svg": ('<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>', "“p”"),
}


def test_checker_finds_each_fault(tmp_path: Path):
    for name, (text, _) in FAULTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = messages([tmp_path / name for name in FAULTS])
    for name, (_, said) in FAULTS.items():
        assert said in " ".join(message for place, message in found if f"/{name}:" in place), name
