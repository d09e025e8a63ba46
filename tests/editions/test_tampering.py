"""Whatever is done to the files of editions is caught, and what the chain alone cannot see stands in a list here."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator.authoring.publish import redact, withdraw
from generator.editions import read_shelf
from generator.editions.canonical import read_canonical
from generator.editions.lock import read_lock
from tests.conftest import small_plan
from tests.shelves import (
    DAYS,
    LOCK,
    copier,
    fill,
    forged,
    lines_of,
    problem_codes,
    publish_on,
    sound,
    with_right_hash,
    write_lines,
)

ROOT = Path(__file__).parent.parent.parent
# How many bytes of each file are changed, and to how many others each byte of the lock.
SAMPLED, OTHERS = (200, 8) if os.environ.get("HYPOTHESIS_PROFILE") == "prove" else (25, 1)
LATER = date(2019, 10, 1)
LAST = "2019-11-29.json"


def fill_all(folder: Path) -> Path:
    """Six lines of every kind: three editions, a text taken down in two, the first withdrawn, a fourth edition."""
    fill(folder)
    redact(folder, "a-1-1", "notes[2].text", LATER, "personal data")
    withdraw(folder, str(DAYS[0]), LATER, "It came too early.")
    publish_on(folder, date(2019, 11, 29))
    return folder


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    return fill_all(tmp_path_factory.mktemp("original") / "anytown")


@pytest.fixture(scope="module")
def copy(original, tmp_path_factory) -> Callable[[], Path]:
    return copier(original, tmp_path_factory.mktemp("copy") / "anytown")


def changed(data: bytes, place: int, by: int) -> bytes:
    return bytes([*data[:place], data[place] ^ by, *data[place + 1 :]])


# Bytes


@pytest.mark.parametrize("line", range(6))
def test_every_byte_of_every_line_counts(original, line):
    lines = lines_of(original)
    assert len(lines) == 6
    start, random = sum(map(len, lines[:line])), Random(line)
    data = b"".join(lines)
    for place in range(start, start + len(lines[line])):
        for by in random.sample(range(1, 256), OTHERS):
            broken = read_lock(changed(data, place, by)).broken
            assert broken is not None, place
            assert broken.place == line + 1, "the first line that fails is named"


@pytest.mark.slow
@pytest.mark.parametrize("name", [f"{DAYS[1]}.json", f"{DAYS[2]}.json", LAST])
def test_every_byte_of_a_frozen_file_counts(copy, name):
    folder = copy()
    path = folder / "editions" / name
    data, random = path.read_bytes(), Random(name)
    for place in random.sample(range(len(data)), min(SAMPLED, len(data))):
        path.write_bytes(changed(data, place, random.randrange(1, 256)))
        _, (problem,) = read_shelf(folder)
        assert (problem.kind.code, problem.position.file) == ("edition-changed", str(path))
    for other in (data[:-1], data + b"\n", b"", data.replace(b"\n", b"\r\n")):
        path.write_bytes(other)
        assert problem_codes(folder) == ["edition-changed"]
    path.write_bytes(data)
    sound(folder)


# Lines and files

Attack = Callable[[Path], None]
# What the chain sees: the code, the place in it that is named, and how it is done.
SEEN: dict[str, tuple[str, int, Attack]] = {}
# What it cannot see without an older copy of the lock; the line from which the lock is another.
UNSEEN: dict[str, tuple[int, Attack]] = {}


def seen(name: str, code: str, line: int = 0) -> Callable[[Attack], Attack]:
    def put(attack: Attack) -> Attack:
        SEEN[name] = code, line, attack
        return attack

    return put


def unseen(name: str, line: int) -> Callable[[Attack], Attack]:
    def put(attack: Attack) -> Attack:
        UNSEEN[name] = line, attack
        return attack

    return put


def without_line(place: int, *, with_file: bool) -> Attack:
    def attack(folder: Path) -> None:
        lines = lines_of(folder)
        gone = read_canonical(lines.pop(place - 1))
        write_lines(folder, lines)
        if with_file:
            (folder / "editions" / gone["file"]).unlink()

    return attack


for place in (1, 2, 3, 4, 5):
    seen(f"line {place} taken out", "lock-line", place)(without_line(place, with_file=False))
for place in (2, 3):
    seen(f"line {place} taken out with its file", "lock-line", place)(without_line(place, with_file=True))
seen("the last line taken out without its file", "lock-short")(without_line(6, with_file=False))
for first in range(1, 6):

    def swap(folder: Path, first: int = first) -> None:
        lines = lines_of(folder)
        write_lines(folder, [*lines[: first - 1], lines[first], lines[first - 1], *lines[first + 1 :]])

    seen(f"lines {first} and {first + 1} swapped", "lock-line", first)(swap)
for place in range(1, 7):

    def double(folder: Path, place: int = place) -> None:
        lines = lines_of(folder)
        write_lines(folder, [*lines[:place], *lines[place - 1 :]])

    seen(f"line {place} twice", "lock-line", place + 1)(double)
for place in range(1, 6):

    def edit_note_and_hash(folder: Path, place: int = place) -> None:
        lines = lines_of(folder)
        word = "court order" if place == 4 else "Nothing is late."
        write_lines(folder, [*lines[: place - 1], forged(lines[place - 1], note=word), *lines[place:]])

    seen(f"the note of line {place} edited, and its hash made to fit", "lock-line", place + 1)(edit_note_and_hash)


@seen("all lines in another order", "lock-line", 1)
def _(folder: Path) -> None:
    write_lines(folder, lines_of(folder)[::-1])


@seen("a note edited", "lock-line", 2)
def _(folder: Path) -> None:
    lines = lines_of(folder)
    write_lines(folder, [lines[0], lines[1].replace(b"What is new", b"What is old"), *lines[2:]])


@seen("the last line cut short", "lock-line", 6)
def _(folder: Path) -> None:
    (folder / LOCK).write_bytes((folder / LOCK).read_bytes()[:-20])


@seen("its last line feed cut off", "lock-line", 6)
def _(folder: Path) -> None:
    (folder / LOCK).write_bytes((folder / LOCK).read_bytes()[:-1])


@seen("an empty line added", "lock-line", 7)
def _(folder: Path) -> None:
    (folder / LOCK).write_bytes((folder / LOCK).read_bytes() + b"\n")


@seen("line ends of another system", "lock-line", 1)
def _(folder: Path) -> None:
    (folder / LOCK).write_bytes((folder / LOCK).read_bytes().replace(b"\n", b"\r\n"))


@seen("the lock gone", "lock-missing")
def _(folder: Path) -> None:
    (folder / LOCK).unlink()


@seen("the lock emptied", "lock-missing")
def _(folder: Path) -> None:
    (folder / LOCK).write_bytes(b"")


@seen("a file gone", "edition-missing")
def _(folder: Path) -> None:
    (folder / "editions" / f"{DAYS[1]}.json").unlink()


@seen("every file gone", "editions-missing")
def _(folder: Path) -> None:
    shutil.rmtree(folder / "editions")


@seen("two files that changed names", "edition-changed")
def _(folder: Path) -> None:
    one, other = (folder / "editions" / f"{day}.json" for day in DAYS[1:])
    first = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(first)


@seen("a file more", "edition-unlisted")
def _(folder: Path) -> None:
    shutil.copy(folder / "editions" / LAST, folder / "editions" / "2019-10-10.json")


@seen("a withdrawn file put back", "edition-withdrawn")
def _(folder: Path) -> None:
    shutil.copy(folder / "editions" / LAST, folder / "editions" / f"{DAYS[0]}.json")


@seen("the last edition written anew with its line, tied to another line", "edition-unreadable")
def _(folder: Path) -> None:
    """As somebody would who took the last edition of another plan."""
    other = fill_all(folder.parent / "other")
    shutil.copy(other / "editions" / LAST, folder / "editions" / LAST)
    lines, theirs = lines_of(folder), read_canonical(lines_of(other)[-1])
    shutil.rmtree(other)
    write_lines(folder, [*lines[:-1], forged(lines[-1], sha256=theirs["sha256"], bytes=theirs["bytes"])])


@unseen("the end cut off with its file", 6)
def _(folder: Path) -> None:
    without_line(6, with_file=True)(folder)


@unseen("the note of the last line edited, and its hash made to fit", 6)
def _(folder: Path) -> None:
    lines = lines_of(folder)
    write_lines(folder, [*lines[:-1], forged(lines[-1], note="Nothing is late.")])


@unseen("the last edition written anew with its line", 6)
def _(folder: Path) -> None:
    without_line(6, with_file=True)(folder)
    publish_on(folder, date(2019, 11, 29), small_plan(title="Another text"))


@unseen("all written anew", 1)
def _(folder: Path) -> None:
    shutil.rmtree(folder)
    fill_all(folder)


@unseen("all taken away", 1)
def _(folder: Path) -> None:
    (folder / LOCK).unlink()
    shutil.rmtree(folder / "editions")


@pytest.mark.parametrize(("code", "line", "attack"), SEEN.values(), ids=SEEN)
def test_the_chain_sees_it_alone(original, copy, code, line, attack):
    folder = copy()
    attack(folder)
    _, found = read_shelf(folder)
    assert {problem.kind.code for problem in found} == {code}
    if code == "lock-line":
        assert [problem.position.line for problem in found] == [line]
    _, found = read_shelf(folder, (original / LOCK).read_bytes())
    assert {code} <= {problem.kind.code for problem in found} <= {code, "lock-rewritten"}


@pytest.mark.parametrize(("line", "attack"), UNSEEN.values(), ids=UNSEEN)
def test_only_an_older_copy_of_the_lock_sees_it(original, copy, line, attack):
    folder = copy()
    attack(folder)
    sound(folder)
    _, (problem,) = read_shelf(folder, (original / LOCK).read_bytes())
    assert (problem.kind.code, problem.position.line) == ("lock-rewritten", line)


def test_what_the_chain_cannot_see_alone():
    assert list(UNSEEN) == [
        "the end cut off with its file",
        "the note of the last line edited, and its hash made to fit",
        "the last edition written anew with its line",
        "all written anew",
        "all taken away",
    ]


def test_every_older_lock_is_a_witness_to_what_it_holds(original):
    data = (original / LOCK).read_bytes()
    ends = [place + 1 for place, byte in enumerate(data) if byte == ord("\n")]
    for end in (0, *ends):
        assert problem_codes(original, data[:end]) == []
    assert problem_codes(original, data[: ends[2] - 1]) == ["lock-rewritten"], "a copy that was cut off is none"


# A chain that is right, of lines that mean nothing


def redaction(lines: list[bytes], **file: str) -> dict[str, Any]:
    """The redaction of line 4; with a `file`, of that one alone."""
    line = read_canonical(lines[3])
    return {**line, "files": [{**line["files"][0], **file}]} if file else line


MEANINGLESS = {
    "an edition that is published twice": (
        lambda lines: read_canonical(lines[2]),
        "it publishes a file that was published before",
    ),
    "a withdrawal of what was never published": (
        lambda lines: {**read_canonical(lines[4]), "file": "2018-01-01.json"},
        "it is about an edition that was never published",
    ),
    "a withdrawal of what was withdrawn": (
        lambda lines: read_canonical(lines[4]),
        "it is about an edition that was withdrawn before it",
    ),
    "a redaction of a withdrawn edition": (
        lambda lines: redaction(lines, file=f"{DAYS[0]}.json"),
        "it is about an edition that was withdrawn before it",
    ),
    "a redaction of what was never published": (
        lambda lines: redaction(lines, file="2019-10-10.json"),
        "it is about an edition that was never published",
    ),
    "a redaction of nothing": (
        lambda lines: {key: value for key, value in read_canonical(lines[3]).items() if key != "files"},
        "it is not a line of this program",
    ),
    "a redaction of no files": (
        lambda lines: {**read_canonical(lines[3]), "files": []},
        "it must name each file that it is about once",
    ),
    "a redaction that names a file twice": (
        lambda lines: {**(line := redaction(lines, file=LAST)), "files": line["files"] * 2},
        "it must name each file that it is about once",
    ),
    "a redaction that changes nothing": (
        lambda lines: {**(line := redaction(lines)), "files": line["files"][1:2]},
        "it takes nothing down",
    ),
    "a redaction dated before its edition": (
        lambda lines: {**redaction(lines, file=LAST), "date": "2019-01-01"},
        "it is dated before the edition that it is about",
    ),
    "a redaction for a reason of its own words": (
        lambda lines: {**read_canonical(lines[3]), "note": "It named Morag Invented"},
        "it is not a line of this program",
    ),
    "an earlier edition": (
        lambda lines: {**read_canonical(lines[5]), "date": "2019-10-01", "file": "2019-10-01.json"},
        "it is dated before an edition that was published before it",
    ),
    "a second edition of a day that has none": (
        lambda lines: {**read_canonical(lines[5]), "date": "2019-12-01", "file": "2019-12-01-2.json"},
        "its file is not the next one of its day",
    ),
    "a third edition of a day that has one": (
        lambda lines: {**read_canonical(lines[5]), "file": "2019-11-29-3.json"},
        "its file is not the next one of its day",
    ),
    "an edition of another day than its file": (
        lambda lines: {**read_canonical(lines[5]), "date": "2019-12-01", "file": "2019-12-02.json"},
        "its file is not the next one of its day",
    ),
    "a file elsewhere": (
        lambda lines: {**read_canonical(lines[5]), "file": "../plan.yaml"},
        "it is not a line of this program",
    ),
    "a hash that is none": (
        lambda lines: {**read_canonical(lines[5]), "date": "2019-12-01", "file": "2019-12-01.json", "sha256": "x" * 64},
        "it is not a line of this program",
    ),
    "a file of no length": (
        lambda lines: {**read_canonical(lines[5]), "date": "2019-12-01", "file": "2019-12-01.json", "bytes": -1},
        "it is not a line of this program",
    ),
    "a line of another kind": (
        lambda lines: {**read_canonical(lines[5]), "kind": "forgotten"},
        "it is not a line of this program",
    ),
    "a line with more than we know": (
        lambda lines: {**read_canonical(lines[5]), "date": "2019-12-01", "file": "2019-12-01.json", "secret": "x"},
        "it is not a line of this program",
    ),
}


@pytest.mark.parametrize(("make", "why"), MEANINGLESS.values(), ids=MEANINGLESS)
def test_a_line_that_means_nothing_is_refused_though_its_hash_fits(copy, make, why):
    folder = copy()
    lines = lines_of(folder)
    head = read_canonical(lines[-1])["this"]
    write_lines(folder, [*lines, with_right_hash({**make(lines), "prev": head})])
    lock = read_lock((folder / LOCK).read_bytes())
    assert lock.broken
    assert (lock.broken.place, lock.broken.why) == (7, why)


# Copies


def test_a_copy_with_other_times_passes(copy, original):
    folder = copy()
    for path in (folder / LOCK, *(folder / "editions").iterdir()):
        os.utime(path, (0, 0))
        path.chmod(0o600)
    assert sound(folder).lock.head == sound(original).lock.head


def git(*arguments: object) -> None:
    options = [
        "-c",
        "core.autocrlf=true",
        "-c",
        "core.safecrlf=false",
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@example.org",
    ]
    subprocess.run(["git", *options, *map(str, arguments)], check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
@pytest.mark.parametrize("attributes", [".gitattributes", "generator/authoring/scaffold_files/dot-gitattributes", None])
def test_a_clone_on_a_computer_with_other_line_ends_passes(original, tmp_path, attributes):
    """And fails without .gitattributes: so the test looks at what it says."""
    council = tmp_path / "council"
    shutil.copytree(original, council / "plans" / "anytown")
    if attributes:
        shutil.copy(ROOT / attributes, council / ".gitattributes")
    git("init", "-q", council)
    git("-C", council, "add", "-A")
    git("-C", council, "commit", "-qm", "Publish")
    git("clone", "-q", council, tmp_path / "clone")
    codes = problem_codes(tmp_path / "clone" / "plans" / "anytown", (original / LOCK).read_bytes())
    assert (codes == []) is (attributes is not None)
