"""What all tests share is made once, and a test that changes it is found."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.shared import built_once

Makes = list[Path]


def asked(folder: Path, makes: Makes, *, is_worker: bool) -> Iterator[Path]:
    """What a worker, or a run without any, is given that asks for the folder "site"; `makes` counts the makings."""

    def make(site: Path) -> None:
        makes.append(site)
        site.mkdir()
        (site / "index.html").write_text("home", "utf-8")

    base = folder / "worker" if is_worker else folder
    base.mkdir(exist_ok=True)
    config: Any = SimpleNamespace(workerinput={}) if is_worker else SimpleNamespace()
    factory = SimpleNamespace(getbasetemp=lambda: base)
    request: Any = SimpleNamespace(config=config, getfixturevalue=lambda name: factory)
    return built_once(request, "site", make)


def test_folder_is_made_once_for_all_workers(tmp_path):
    makes: Makes = []
    found = {next(asked(tmp_path, makes, is_worker=is_worker)) for is_worker in (True, True, False)}
    assert found == {tmp_path / "shared" / "site"}
    assert len(makes) == 1


def test_making_that_failed_is_tried_again(tmp_path):
    def failing(site: Path) -> None:
        site.mkdir()
        raise ValueError("the disk is full")

    request: Any = SimpleNamespace(
        config=SimpleNamespace(), getfixturevalue=lambda name: SimpleNamespace(getbasetemp=lambda: tmp_path)
    )
    with pytest.raises(ValueError, match="the disk is full"):
        next(built_once(request, "site", failing))
    assert (next(asked(tmp_path, [], is_worker=False)) / "index.html").exists()


@pytest.mark.parametrize("changed", ["index.html", "other.html"])
def test_a_test_that_changes_the_folder_is_found(tmp_path, changed):
    fixture = asked(tmp_path, [], is_worker=True)
    (next(fixture) / changed).write_text("changed", "utf-8")
    with pytest.raises(AssertionError, match="a test changed"):
        next(fixture)
