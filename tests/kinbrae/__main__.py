"""Make plans/kinbrae-cpc-2024-26/ anew: python -m tests.kinbrae. Nobody relies on its editions."""

from pathlib import Path
from shutil import move, rmtree
from tempfile import TemporaryDirectory

from tests.kinbrae.history import FOLDER, make

with TemporaryDirectory() as name:
    made = Path(name) / FOLDER.name
    make(made, Path(name))
    rmtree(FOLDER, ignore_errors=True)
    move(made, FOLDER)
