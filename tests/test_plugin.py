"""`mkdocs build` typed by hand in a council's folder gives the same files as `plans build`, byte for byte."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.scaffold import make_folder
from generator.plugin import PlansPlugin
from tests.command import plans
from tests.council_folder import publish_next

ROOT = Path(__file__).parent.parent
EPOCH = "1800000000"
ENTRY_POINT = "[mkdocs.plugins]\nplans = generator.plugin:PlansPlugin\n"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The environment of a process in which this checkout is installed, entry point and all."""
    installed = tmp_path_factory.mktemp("installed")
    facts = installed / "improvement_plan_publisher-1.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: improvement-plan-publisher\nVersion: 1\n", "utf-8")
    (facts / "entry_points.txt").write_text(ENTRY_POINT, "utf-8")
    path = os.pathsep.join([str(installed), str(ROOT)])
    return {**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONWARNINGS": "ignore"}


@pytest.fixture
def folder(tmp_path):
    make_folder(tmp_path / "council")
    return tmp_path / "council"


def run(folder: Path, environment, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("site_url", ["", "https://plans.example.org/a/b/"])
def test_mkdocs_build_gives_the_same_files(folder, environment, site_url):
    if site_url:
        settings = folder / "mkdocs.yml"
        settings.write_text(f"site_url: {site_url}\n{settings.read_text('utf-8')}", "utf-8")
    ours = run(folder, environment, "generator", "build", "--site", "ours")
    assert ours.returncode == 0, ours.stdout + ours.stderr
    theirs = run(folder, environment, "mkdocs", "build", "--strict")
    assert theirs.returncode == 0, theirs.stdout + theirs.stderr
    site = files_in(folder / "site")
    assert site == files_in(folder / "ours")
    assert "build.json" in site
    assert ("404.html" in site) == ("sitemap.xml" in site) == bool(site_url)


def test_problems_end_mkdocs_in_words_and_leave_the_site(folder, environment):
    assert run(folder, environment, "mkdocs", "build").returncode == 0
    before = files_in(folder / "site")
    about = folder / "content" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n<script>x</script>\n", "utf-8")
    result = run(folder, environment, "mkdocs", "build")
    assert result.returncode == 1
    assert "content/about.md:" in result.stderr
    assert "(content-html)" in result.stderr
    assert "Traceback" not in result.stderr
    assert files_in(folder / "site") == before


def test_an_epoch_that_is_no_count_of_seconds_ends_mkdocs_in_words(folder, environment):
    result = run(folder, {**environment, "SOURCE_DATE_EPOCH": "tomorrow"}, "mkdocs", "build")
    assert result.returncode == 2
    assert "SOURCE_DATE_EPOCH is 'tomorrow', and must be a count of seconds." in result.stderr
    assert "Traceback" not in result.stderr


def test_warnings_are_said_and_fail_a_strict_build(folder, environment):
    (folder / "content" / "accessibility.md").rename(folder / "content" / "statement.md")
    for page in (folder / "content").glob("*.md"):
        page.write_text(page.read_text("utf-8").replace("accessibility.md", "statement.md"), "utf-8")
    relaxed, strict = (
        run(folder, environment, "mkdocs", "build"),
        run(folder, environment, "mkdocs", "build", "--strict"),
    )
    assert (relaxed.returncode, strict.returncode) == (0, 1)
    assert "(content-missing)" in relaxed.stderr


def test_a_dead_link_ends_mkdocs_too(folder, environment):
    about = folder / "content" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n[Nowhere](nowhere.md)\n", "utf-8")
    result = run(folder, environment, "mkdocs", "build")
    assert result.returncode == 1
    assert "leads nowhere" in result.stderr
    assert "Traceback" not in result.stderr


def test_serving_by_hand_watches_the_plans_too(folder):
    class Server:
        def __init__(self) -> None:
            self.watched: list[str] = []

        def watch(self, place: str) -> None:
            self.watched.append(place)

    class Config:
        config_file_path = str(folder / "mkdocs.yml")

    server = Server()
    PlansPlugin().on_serve(server, config=Config(), builder=None)
    assert server.watched[:2] == [str(folder / "plans"), str(folder / "content")]


# What keeps the old site, whoever builds


def gone(folder: Path) -> None:
    shutil.rmtree(folder / "plans" / "kinbrae-example")


def editions_gone(folder: Path) -> None:
    shutil.rmtree(folder / "plans" / "kinbrae-example" / "editions")
    (folder / "plans" / "kinbrae-example" / "editions.lock").unlink()


def newest_cut_off(folder: Path) -> None:
    lock = folder / "plans" / "kinbrae-example" / "editions.lock"
    first, second = lock.read_bytes().splitlines(keepends=True)
    lock.write_bytes(first)
    (lock.parent / "editions" / json.loads(second)["file"]).unlink()


def draft_typed(folder: Path) -> None:
    place = folder / "site" / "build.json"
    place.write_text(place.read_text("utf-8").replace('"draft": false', '"draft": true'), "utf-8")
    newest_cut_off(folder)


def nothing_changed(folder: Path) -> None:
    """Only the day is another."""


GUARDS: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "folder gone": (gone, EPOCH, "(plan-lost)"),
    "editions gone": (editions_gone, EPOCH, "(plan-lost)"),
    "newest cut off": (newest_cut_off, EPOCH, "(lock-rewritten)"),
    "an earlier day": (nothing_changed, str(int(EPOCH) - 86_400), "this site was built for 2027-01-15"),
    "a day years ahead": (nothing_changed, "4102444800", "plans build --today 2100-01-01"),
    "witness switched off": (draft_typed, EPOCH, "So it cannot be told what this site published"),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory, environment) -> Path:
    """A council's folder with two editions, of which the newest is no example's, and its site."""
    folder = tmp_path_factory.mktemp("published") / "council"
    make_folder(folder)
    plan = folder / "plans" / "kinbrae-example" / "plan.yaml"
    plan.write_text(re.sub(r"^example:\n(?:  .*\n)+", "", plan.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    publish_next(folder / "plans" / "kinbrae-example", date(2026, 6, 30))
    assert run(folder, environment, "mkdocs", "build").returncode == 0
    return folder


@pytest.mark.parametrize("guard", GUARDS)
def test_the_same_guards_keep_the_old_site_whoever_builds(published, tmp_path, environment, monkeypatch, guard):
    folder = shutil.copytree(published, tmp_path / "council")
    change, epoch, said = GUARDS[guard]
    change(folder)
    before = files_in(folder / "site")
    theirs = run(folder, {**environment, "SOURCE_DATE_EPOCH": epoch}, "mkdocs", "build")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ours = plans("-C", folder, "build")
    assert (theirs.returncode, ours.exit_code) == (1, 1)
    assert said in theirs.stderr
    assert said in ours.output
    assert "Traceback" not in theirs.stderr
    assert files_in(folder / "site") == before
    assert not list(folder.glob(".plans-*"))


def test_a_build_that_fails_late_leaves_the_old_site_to_mkdocs_too(published, tmp_path, environment):
    folder = shutil.copytree(published, tmp_path / "council")
    before = files_in(folder / "site")
    about = folder / "content" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n[Nowhere](privacy.md#nowhere)\n", "utf-8")
    result = run(folder, environment, "mkdocs", "build")
    assert (result.returncode, "(anchor-dead)" in result.stderr) == (1, True), result.stderr
    assert files_in(folder / "site") == before
    assert not list(folder.glob(".plans-*"))


def test_hooks_run_before_we_can_refuse_them_and_check_runs_none(folder, environment):
    (folder / "theirs.py").write_text("open('ran', 'w').close()\n", "utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text(f"hooks: [theirs.py]\n{settings.read_text('utf-8')}", "utf-8")
    check = run(folder, environment, "generator", "check")
    assert (check.returncode, (folder / "ran").exists()) == (1, False)
    assert "mkdocs.yml:1:1: hooks: 'hooks' lets the command mkdocs run programs" in check.stdout
    # As docs/security.md says. Where MkDocs no longer does so, that page can be mended.
    assert run(folder, environment, "mkdocs", "build").returncode == 1
    assert (folder / "ran").exists()
