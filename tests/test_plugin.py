"""`mkdocs build` typed by hand in a council's folder gives the same files as `plans build`, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.scaffold import make_folder

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
