"""A build says which files it added, changed and removed."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.site.site_changes import CHANGES_FILE, changes_text, file_hashes
from tests.command import plans
from tests.council_folder import write_council

TODAY = date(2027, 1, 31)


def fill_site(folder: Path, **files: str) -> dict[str, str]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return file_hashes(folder)


def listed(text: str) -> list[str]:
    """The lines of a list of changes that name a file, and the line of counts."""
    return [" ".join(line.split()) for line in text.splitlines() if re.match(r"Files:|added|changed|removed", line)]


def test_every_file_is_added_changed_removed_or_as_it_was(tmp_path):
    old = fill_site(tmp_path / "old", **{"index.html": "a", "a/index.html": "b", "a/gone.html": "c", ".gitignore": "*"})
    new = fill_site(tmp_path / "new", **{"index.html": "a", "a/index.html": "B", "b/new.html": "d"})
    assert listed(changes_text(old, new, tmp_path, TODAY)) == [
        "Files: 1 added, 1 changed, 1 removed, 1 as they were",
        "added b/new.html",
        "changed a/index.html",
        "removed a/gone.html",
    ]


def test_first_build_adds_all(tmp_path):
    new = fill_site(tmp_path / "new", **{"index.html": "a"})
    text = changes_text(file_hashes(tmp_path / "none"), new, tmp_path, TODAY)
    assert listed(text) == ["Files: 1 added, 0 changed, 0 removed, 0 as they were", "added index.html"]


def test_text_says_counts_then_folders_then_files():
    old = {"same.html": "0", "index.html": "1", "a/index.html": "2", "a/gone.html": "3"}
    new = {"same.html": "0", "index.html": "4", "a/index.html": "5", "b/new.html": "6"}
    assert changes_text(old, new, Path("site"), TODAY).splitlines() == [
        "What the build for 31 January 2027 changed in the folder site",
        "Files: 1 added, 2 changed, 1 removed, 1 as they were",
        "",
        "       1  (top)",
        "       2  a",
        "       1  b",
        "",
        "added     b/new.html",
        "changed   a/index.html",
        "changed   index.html",
        "removed   a/gone.html",
    ]


@pytest.mark.slow
def test_build_leaves_the_list_outside_the_site_and_says_where(tmp_path):
    folder = write_council(tmp_path / "council")
    first = plans("-C", folder, "build", "--today", "2027-01-31", "--jobs", "1")
    assert f"What changed in the site: {folder / CHANGES_FILE}" in first.output
    again = plans("-C", folder, "build", "--today", "2027-01-31", "--jobs", "1")
    assert "0 added, 0 changed, 0 removed" in (folder / CHANGES_FILE).read_text("utf-8")
    assert CHANGES_FILE not in file_hashes(folder / "site")
    assert again.exit_code == 0


@pytest.mark.slow
def test_draft_leaves_no_list(tmp_path):
    folder = write_council(tmp_path / "council")
    plans("-C", folder, "build", "--working", "--today", "2027-01-31", "--jobs", "1", "--site", tmp_path / "draft")
    assert not (folder / CHANGES_FILE).exists()


@pytest.mark.slow
def test_list_that_cannot_be_written_stops_no_build(tmp_path):
    folder = write_council(tmp_path / "council")
    (folder / CHANGES_FILE).mkdir()
    built = plans("-C", folder, "build", "--today", "2027-01-31", "--jobs", "1")
    assert built.exit_code == 0
    assert f"{folder / CHANGES_FILE} could not be written" in built.output
