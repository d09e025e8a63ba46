"""MkDocs builds the same pages by hand, says nothing but warnings, and writes no file of its own."""

import logging
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from generator.council.theme import read_theme
from generator.document.frame import Banner, Frame, FrameLink, FrameWords, HelpLine, StagedPage
from generator.engine.mkdocs_engine import MkDocsEngine

ROOT = Path(__file__).parent.parent.parent
WORDS = FrameWords(*(f"word {number}" for number in range(12)))
CONFIG = """\
site_name: Anytown
site_url: https://example.org/plans/
theme: {name: material}
plugins: [by-hand]
docs_dir: content
extra: {publisher: Anytown Council}
"""
# Stands in for generator/plugin.py: the pages come from a file that the test wrote.
PLUGIN = """\
import pickle
from generator.engine.mkdocs_engine import SitePlugin
from generator.errors import PlanError, Position, Problem
from generator.problems import LINK_DEAD
from generator.council.theme import read_theme

class Plugin(SitePlugin):
    def stage(self, config_file):
        with open(config_file.parent / "pages.pickle", "rb") as file:
            return pickle.load(file), read_theme()

    def finish(self, config_file, site_dir):
        (site_dir / "finished.txt").write_text("yes")
        if (config_file.parent / "fail").exists():
            raise PlanError([Problem(LINK_DEAD, Position("a/index.html", 1, 2), values={"target": "x"})])
"""


def frame(address: str) -> Frame:
    root = "../" * address.count("/")
    home = FrameLink("Home", root or "./")
    lines = (HelpLine("Social work", "01632 960 001", "tel:+441632960001"),)
    banners = (Banner("Draft", "Not agreed yet"),)
    before = ("T", "en-GB", "S", "P", home.href, root, (home,), (home,), (), "")
    return Frame(*before, banners, "Help?", lines, (home,), "L", "", "", WORDS)


PAGES = [
    StagedPage(address, f"---\ntitle: {address}\n---\n\n# Page {{#p}}\n\n[x](y.md) [z](../about/)\n", frame(address))
    for address in ("", "about/", "p/", "p/templates/", "p/readme/", "404/")
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A council's folder, with an installed plugin beside it."""
    (tmp_path / "content" / "images").mkdir(parents=True)
    (tmp_path / "content" / "about.md").write_text("# Not this text\n", "utf-8")
    (tmp_path / "content" / "images" / "a.png").write_bytes(b"x")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "pages.pickle").write_bytes(pickle.dumps(PAGES))
    installed = tmp_path / "installed"
    (installed / "hand-1.dist-info").mkdir(parents=True)
    (installed / "hand-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: hand\nVersion: 1\n", "utf-8")
    entry_points = "[mkdocs.plugins]\nby-hand = hand:Plugin\n"
    (installed / "hand-1.dist-info" / "entry_points.txt").write_text(entry_points, "utf-8")
    (installed / "hand.py").write_text(PLUGIN, "utf-8")
    return tmp_path


def mkdocs_build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(folder / "installed"), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_build_by_hand_writes_the_same_pages(folder):
    result = mkdocs_build(folder, "--strict")
    assert result.returncode == 0, result.stderr
    rendered = MkDocsEngine().render_unit(PAGES, read_theme())
    site = folder / "site"
    written = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    assert written == {
        "index.html": rendered[""],
        "about/index.html": rendered["about/"],
        "p/index.html": rendered["p/"],
        "p/templates/index.html": rendered["p/templates/"],
        "p/readme/index.html": rendered["p/readme/"],
        "404.html": rendered["404/"],
    }


def test_a_build_by_hand_writes_no_file_of_a_theme_or_of_content(folder):
    mkdocs_build(folder)
    others = {path.name for path in (folder / "site").rglob("*") if path.is_file() and path.suffix != ".html"}
    assert others == {"finished.txt"}


def test_a_problem_ends_a_build_by_hand_in_words(folder):
    (folder / "fail").touch()
    result = mkdocs_build(folder)
    assert result.returncode == 1
    assert "a/index.html:1:2: the link to 'x' leads nowhere" in result.stderr
    assert "Traceback" not in result.stderr


def test_engine_says_nothing(caplog, capfd):
    caplog.set_level(logging.INFO)
    MkDocsEngine().render_unit(PAGES, read_theme())
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_a_fault_in_the_shell_is_not_hidden(tmp_path):
    (tmp_path / "main.html").write_text("{{ frame.unknown }}", "utf-8")
    with pytest.raises(Exception, match="no attribute 'unknown'"):
        MkDocsEngine().render_unit(PAGES, read_theme(tmp_path))
