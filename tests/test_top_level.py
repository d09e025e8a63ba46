"""The top level of the project holds what README.md says and nothing else."""

import subprocess
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXPECTED = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "bench",
    "content",
    "docs",
    "generator",
    "mkdocs.yml",
    "plans",
    "pyproject.toml",
    "requirements*.txt",
    "site",
    "tests",
    "theme",
}


def strangers(names: set[str]) -> list[str]:
    """Those of `names` that have no place at the top level, in order. Dot files may stand there."""
    return sorted(
        name for name in names if not name.startswith(".") and not any(fnmatch(name, known) for known in EXPECTED)
    )


def listed_names(root: Path, ignore_lines: list[str]) -> set[str]:
    """What lies in `root`, without what `ignore_lines` (of a .gitignore) leave out there."""
    ignored = [line.strip("/") for line in ignore_lines if line and not line.startswith(("#", "!"))]
    return {path.name for path in root.iterdir() if not any(fnmatch(path.name, pattern) for pattern in ignored)}


def top_level_names(root: Path) -> set[str]:
    """What git keeps or would keep at the top of `root`; in a copy without git, what is not ignored."""
    if (root / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        if result.returncode == 0:
            return {name.split("/")[0] for name in result.stdout.split("\0") if name}
    return listed_names(root, (root / ".gitignore").read_text("utf-8").splitlines())


def test_top_level_holds_nothing_unexpected():
    names = top_level_names(ROOT)
    assert "generator" in names
    assert strangers(names) == []


def test_a_stray_file_is_noticed():
    names = {"README.md", "requirements-test.txt", ".editorconfig", "notes.txt", "src"}
    assert strangers(names) == ["notes.txt", "src"]


def test_ignored_names_are_left_out_without_git(tmp_path):
    for name in ("README.md", "dist", "private.yaml", "cache.pyc"):
        (tmp_path / name).touch()
    assert listed_names(tmp_path, ["# made by tools", "/dist/", "*.pyc", "private.yaml", ""]) == {"README.md"}
