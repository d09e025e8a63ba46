"""The program works from its wheel, away from the checkout, and its site works at any path."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.council.theme import read_theme
from generator.site.links import check_links

ROOT = Path(__file__).parent.parent
EPOCH = "1800000000"

pytestmark = pytest.mark.slow


def run(command: list[str | Path], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """What `command` says, run in `folder` by somebody who knows nothing of this checkout."""
    hidden = ("PYTHONPATH", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    result = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**environment, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **more},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    run([*pip, "--wheel-dir", folder, ROOT], folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def programs(tmp_path_factory, wheel) -> Path:
    """Where the programs of a fresh environment stand that holds the wheel, and sees the packages of this one."""
    home = tmp_path_factory.mktemp("away") / "venv"
    run([sys.executable, "-m", "venv", "--without-pip", home], home.parent)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    run([sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel], home)
    library = Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], home).stdout.strip())
    (library / "packages_of_the_tests.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return scripts


@pytest.fixture(scope="module")
def council(tmp_path_factory, programs) -> Path:
    """A new folder, checked and built with the wheel's program."""
    folder = tmp_path_factory.mktemp("council")
    plans = programs / "plans"
    run([plans, "new", "demo"], folder)
    run([plans, "-C", "demo", "check", "--strict"], folder)
    run([plans, "-C", "demo", "build"], folder, SOURCE_DATE_EPOCH=EPOCH)
    return folder / "demo"


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_what_the_program_needs_and_nothing_more(wheel):
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
        lock = archive.read("generator/authoring/scaffold_files/requirements.txt")
    assert lock == (ROOT / "requirements.txt").read_bytes()
    wanted = {
        "theme/main.html",
        "theme/parts/menu.html",
        "render/templates",
        "authoring/scaffold_files/dot-gitignore",
        "authoring/scaffold_files/mkdocs.yml",
    }
    assert [part for part in wanted if not any(name.startswith(f"generator/{part}") for name in names)] == []
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"generator"}
    assert [name for name in names if name.endswith(("private.yaml", ".pyc"))] == []


def test_it_is_the_wheel_that_runs(programs, council):
    place = run([programs / "python", "-c", "import generator; print(generator.__file__)"], council).stdout
    assert Path(place.strip()).is_relative_to(programs.parent)


def test_the_site_holds_every_asset_of_the_theme(council):
    site, assets = files_in(council / "site"), read_theme().files
    assert assets
    assert {name: site.get(name) for name in assets} == assets


def test_the_checkout_makes_the_same_folder_and_the_same_site(council, tmp_path):
    checkout = {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": EPOCH}
    run([sys.executable, "-m", "generator", "new", "demo"], tmp_path, **checkout)
    run([sys.executable, "-m", "generator", "-C", "demo", "build"], tmp_path, **checkout)
    assert files_in(tmp_path / "demo") == files_in(council)


def test_mkdocs_by_hand_makes_the_same_site(council, programs):
    before = files_in(council / "site")
    run([programs / "python", "-m", "mkdocs", "build", "--site-dir", "by-hand"], council, SOURCE_DATE_EPOCH=EPOCH)
    assert files_in(council / "by-hand") == before


def test_links_lead_somewhere_at_the_top_of_a_server(council):
    assert check_links(council / "site") == ()


def test_links_lead_somewhere_under_a_path(council, tmp_path):
    """Nothing stands above the site here, so a link that climbs out of it is dead."""
    shutil.copytree(council / "site", tmp_path / "a" / "b")
    assert len(list(tmp_path.rglob("*.html"))) > 15
    assert check_links(tmp_path) == ()
    assert check_links(tmp_path / "a" / "b", "https://plans.example.org/a/b/") == ()


def test_an_address_under_a_path_gives_the_same_pages_but_for_what_names_it(council, programs, tmp_path):
    run([programs / "plans", "new", "demo"], tmp_path)
    settings = tmp_path / "demo" / "mkdocs.yml"
    settings.write_text(f"site_url: https://plans.example.org/a/b/\n{settings.read_text('utf-8')}", "utf-8")
    run([programs / "plans", "-C", "demo", "build"], tmp_path, SOURCE_DATE_EPOCH=EPOCH)
    site = tmp_path / "demo" / "site"
    assert check_links(site, "https://plans.example.org/a/b/") == ()
    more = {name for name in set(files_in(site)) - set(files_in(council / "site")) if not name.startswith("pagefind/")}
    feeds = {"feed.xml", "kinbrae-example/data/feed.xml", "kinbrae-example/data/feed-all.xml"}
    assert {"404.html", "sitemap.xml"} <= more <= {"404.html", "sitemap.xml", "feed-all.xml"} | feeds
