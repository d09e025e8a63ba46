"""Plans with editions, for tests: what an officer would publish over some months."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generator.canonical import canonical_line, read_canonical
from generator.editions import Announcement, Shelf, read_shelf
from generator.public import PublicPlan
from generator.publish import publish, redact, withdraw
from generator.text import sha256_hex
from tests.conftest import small_plan

TODAY = date(2019, 12, 31)
DAYS = (date(2019, 3, 29), date(2019, 6, 28), date(2019, 9, 27))
NAME = "Morag Invented"
LOCK = "editions.lock"


def publish_on(folder: Path, day: date, plan: PublicPlan | None = None, **said: Any) -> Shelf:
    """A small plan published in `folder` on `day`."""
    announced = Announcement(**{"date": day, "kind": "significant", "note": f"What is new on {day}.", **said})
    return publish(folder, plan or small_plan(), announced, TODAY)


def note(text: str, day: str = "2019-03-01") -> dict[str, str]:
    return {"text": text, "date": day}


def fill(folder: Path) -> Path:
    """Three editions. A note in each names somebody; from the second on there is one before it."""
    folder.mkdir(parents=True, exist_ok=True)
    named = note(f"{NAME} asked twelve children.")
    for place, day in enumerate(DAYS):
        notes = [*([note("The forms were printed.", "2019-02-01")] if place else []), named]
        publish_on(folder, day, small_plan(notes=notes, status=("amber", "green", "red")[place]))
    return folder


def sound(folder: Path) -> Shelf:
    """The editions in `folder`, in which nothing may be wrong."""
    shelf, found = read_shelf(folder)
    assert [str(problem) for problem in found] == []
    return shelf


def problem_codes(folder: Path, before: bytes | None = None) -> list[str]:
    return [problem.kind.code for problem in read_shelf(folder, before)[1]]


def copier(source: Path, target: Path) -> Callable[[], Path]:
    """Makes the folder `target` a copy of `source` again, each time that it is called."""

    def copy() -> Path:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
        return target

    return copy


def lines_of(folder: Path) -> list[bytes]:
    return (folder / LOCK).read_bytes().splitlines(keepends=True)


def write_lines(folder: Path, lines: list[bytes]) -> None:
    (folder / LOCK).write_bytes(b"".join(lines))


def with_right_hash(line: dict[str, Any]) -> bytes:
    """A line as somebody would forge it: its own hash fits what it says."""
    said = {key: value for key, value in line.items() if key != "this"}
    return canonical_line({**said, "this": sha256_hex(canonical_line(said))})


def forged(raw: bytes, **changes: Any) -> bytes:
    """The line `raw` with `changes`, and the hash that fits them."""
    return with_right_hash({**read_canonical(raw), **changes})


# What a command writes, with a salt that is known, so that the outcome is


def publish_next(folder: Path) -> None:
    publish_on(folder, date(2019, 11, 29), small_plan(title="Anytown plan again"))


def withdraw_second(folder: Path) -> None:
    withdraw(folder, str(DAYS[1]), date(2019, 11, 29), "It was published too early.")


def redact_note(folder: Path) -> None:
    redact(folder, "a-1-1", "notes[2].text", date(2019, 11, 29), "personal data")


STEPS: dict[str, Callable[[Path], object]] = {
    "publish": publish_next,
    "withdraw": withdraw_second,
    "redact": redact_note,
}


@contextmanager
def known_salt() -> Iterator[None]:
    with patch("generator.publish.secrets.token_hex", lambda length: "5" * 2 * length):
        yield
