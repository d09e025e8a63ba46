"""The folder of a plan with four editions, and what was read of it."""

from pathlib import Path

import pytest

from generator.editions import Shelf
from tests.shelves import four_editions, published


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of the plan."""
    return tmp_path / "anytown"


@pytest.fixture
def shelf(place: Path) -> Shelf:
    return published(place, four_editions())
