"""What tests of plan files that are edited share."""

from pathlib import Path

import pytest


@pytest.fixture
def write(tmp_path):
    """Writes a plan file and returns its path."""

    def written(text: str, data: bytes | None = None) -> Path:
        path = tmp_path / "anytown" / "plan.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if data is None else data)
        return path

    return written
