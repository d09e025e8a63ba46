"""What is built once for all workers of pytest-xdist, and is read by tests but never changed."""

import fcntl
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree

import pytest

Files = dict[str, tuple[int, int]]


def built_once(request: pytest.FixtureRequest, name: str, build: Callable[[Path], object]) -> Iterator[Path]:
    """The folder `name`, which `build` makes in the first worker that asks for it; the others wait.

    It is for a fixture of the session, which yields from it. A test that changes the folder makes the session fail.
    """
    base = request.getfixturevalue("tmp_path_factory").getbasetemp()
    # A worker's own folder stands in that of the whole run.
    top = base.parent if hasattr(request.config, "workerinput") else base
    folder = top / "shared" / name
    folder.parent.mkdir(exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            made = folder.with_suffix(".new")
            rmtree(made, ignore_errors=True)
            build(made)
            made.rename(folder)
    before = files_in(folder)
    yield folder
    assert files_in(folder) == before, f"a test changed {folder}, which all tests share"


def files_in(folder: Path) -> Files:
    """Each file's size and the moment at which it was last changed, by its path."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }
