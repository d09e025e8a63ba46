"""Whatever is wrong with a folder or a computer ends each command in a sentence: no traceback, no waiting, no half."""

import ctypes
import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from shutil import rmtree

import click
import pytest

from generator.authoring.folder import read_source
from generator.engine import page_html
from generator.site import serve, units
from generator.site.build import build_site
from tests.command import plans
from tests.conftest import TODAY
from tests.council_folder import files_of, write_council

PLAN, EDITIONS, LOCK = Path("plans/anytown"), Path("plans/anytown/editions"), Path("plans/anytown/editions.lock")
FIRST = EDITIONS / "2018-09-28.json"
DAY = ("--today", str(TODAY))
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "check": ("check", *DAY),
    "build": ("build", *DAY, "--jobs", "1"),
    "publish": ("publish", "anytown", "--date", "2018-10-01", "--note", "New.", "--significant", "--yes", *DAY),
    "verify": ("verify",),
    "diff": ("diff", "anytown", *DAY),
    "serve": ("serve",),
    "withdraw": ("withdraw", "anytown", "--date", "2018-09-28", "--reason", "Too early.", "--yes", *DAY),
    "redact": ("redact", "anytown", "a-1-1", "title", "--reason", "mistake", "--yes", *DAY),
    "announce": ("announce", "anytown", *DAY),
    "ids": ("ids", "anytown"),
    "private": ("private", "anytown"),
}
EVERY = frozenset(COMMANDS)
# Commands by what they read.
READ_PLAN_TEXT = frozenset({"check", "publish", "diff", "serve", "ids", "private"})
READ_EDITIONS = frozenset({"check", "build", "publish", "verify", "diff", "serve", "withdraw", "redact", "announce"})
READ_PAGES = frozenset({"check", "build", "publish", "serve", "announce"})
READ_SETTINGS = EVERY - {"verify", "ids", "private"}


@dataclass(frozen=True)
class Fault:
    """How it comes about, what is said of it, and which commands say it. All others end in words too."""

    make: Callable[[Path], None]
    said: str
    told_by: frozenset[str]


def instead(path: Path, make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Something else in the place of `path`."""

    def put(folder: Path) -> None:
        place = folder / path
        if place.is_dir() and not place.is_symlink():
            rmtree(place)
        else:
            place.unlink(missing_ok=True)
        make(place)

    return put


def a_file(place: Path) -> None:
    place.write_text("a file\n")


def round_about(place: Path) -> None:
    place.symlink_to(place.name)


def a_device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def unreadable(path: Path) -> Callable[[Path], None]:
    return lambda folder: os.chmod(folder / path, 0)


def held(path: Path, text: str) -> Callable[[Path], None]:
    return lambda folder: (folder / path).write_text(text, "utf-8") and None


IS_PIPE = "a named pipe stands where a file is meant"
IS_FOLDER = "a folder stands where a file is meant"
IS_FILE = "a file stands where a folder is meant"
IS_DEVICE = "a device stands where a file is meant"
IN_A_CIRCLE = "too many levels of symbolic links"
DENIED = "permission denied"
SETTINGS, ABOUT = Path("mkdocs.yml"), Path("content/about.md")
TEXT = PLAN / "plan.yaml"
MISSING = FIRST

FAULTS: dict[str, Fault] = {
    "plans is a file": Fault(instead(Path("plans"), a_file), f"plans: {IS_FILE}", EVERY),
    "plans cannot be read": Fault(unreadable(Path("plans")), f"plans: this cannot be read: {DENIED}", EVERY),
    "plans leads in a circle": Fault(instead(Path("plans"), round_about), IN_A_CIRCLE, EVERY),
    "a plan's folder is a file": Fault(instead(PLAN, a_file), f"plans/anytown: {IS_FILE}", EVERY),
    "a plan's folder leads in a circle": Fault(instead(PLAN, round_about), IN_A_CIRCLE, EVERY),
    "a plan's folder is a pipe": Fault(instead(PLAN, os.mkfifo), "plans/anytown: ", EVERY),
    "a plan's folder cannot be read": Fault(unreadable(PLAN), DENIED, EVERY),
    "plan.yaml is a folder": Fault(instead(TEXT, os.mkdir), IS_FOLDER, READ_PLAN_TEXT),
    "plan.yaml is a pipe": Fault(instead(TEXT, os.mkfifo), IS_PIPE, READ_PLAN_TEXT),
    "plan.yaml is a device": Fault(instead(TEXT, a_device), IS_DEVICE, READ_PLAN_TEXT),
    "plan.yaml leads in a circle": Fault(instead(TEXT, round_about), IN_A_CIRCLE, READ_PLAN_TEXT),
    "plan.yaml cannot be read": Fault(unreadable(TEXT), DENIED, READ_PLAN_TEXT),
    "private.yaml is a pipe": Fault(
        instead(PLAN / "private.yaml", os.mkfifo), IS_PIPE, frozenset({"check", "publish"})
    ),
    "editions cannot be read": Fault(unreadable(EDITIONS), DENIED, READ_EDITIONS | {"ids"}),
    "editions is a file": Fault(instead(EDITIONS, a_file), IS_FILE, READ_EDITIONS),
    "editions leads in a circle": Fault(instead(EDITIONS, round_about), IN_A_CIRCLE, READ_EDITIONS),
    "an edition is a pipe": Fault(instead(FIRST, os.mkfifo), IS_PIPE, READ_EDITIONS),
    "an edition cannot be read": Fault(unreadable(FIRST), DENIED, READ_EDITIONS),
    "the lock is a pipe": Fault(instead(LOCK, os.mkfifo), IS_PIPE, READ_EDITIONS),
    "the lock is a folder": Fault(instead(LOCK, os.mkdir), IS_FOLDER, READ_EDITIONS),
    "the lock leads in a circle": Fault(instead(LOCK, round_about), IN_A_CIRCLE, READ_EDITIONS),
    "the lock cannot be read": Fault(unreadable(LOCK), DENIED, READ_EDITIONS),
    "mkdocs.yml is a pipe": Fault(instead(SETTINGS, os.mkfifo), IS_PIPE, frozenset({"check", "build", "publish"})),
    "mkdocs.yml is a folder": Fault(instead(SETTINGS, os.mkdir), IS_FOLDER, frozenset({"check", "build", "publish"})),
    "content is a file": Fault(instead(Path("content"), a_file), f"content: {IS_FILE}", READ_PAGES),
    "content cannot be read": Fault(unreadable(Path("content")), DENIED, READ_PAGES),
    "a page is a pipe": Fault(instead(ABOUT, os.mkfifo), IS_PIPE, READ_PAGES),
    "a page is a folder": Fault(instead(ABOUT, os.mkdir), IS_FOLDER, READ_PAGES),
    "a page is a device": Fault(instead(ABOUT, a_device), "leads out of content/", READ_PAGES),
    "a page leads out": Fault(
        instead(ABOUT, lambda place: place.symlink_to("/etc/hostname")), "leads out of content/", READ_PAGES
    ),
    "a page leads in a circle": Fault(instead(ABOUT, round_about), IN_A_CIRCLE, READ_PAGES),
    "a page of square brackets": Fault(held(ABOUT, "# A\n\n" + "[" * 20_000), "about.md:3:1: ", READ_PAGES),
    "a page of images that are open": Fault(held(ABOUT, "# A\n\n" + "![a][b" * 20_000), "about.md:3:1: ", READ_PAGES),
    "a page of tags that are open": Fault(held(ABOUT, "# A\n\n" + "<a " * 20_000), "about.md:3:1: ", READ_PAGES),
    "a page of asterisks": Fault(
        held(ABOUT, f"# A\n\nB\n\n{'*a ' * 2_500}{'a* ' * 2_500}"), "about.md:5:1: ", READ_PAGES
    ),
    "a page of 500 lists in each other": Fault(
        held(ABOUT, "# A\n\n" + "".join(f"{' ' * 4 * level}- a\n" for level in range(500))),
        "about.md:23:1: ",
        READ_PAGES,
    ),
    "a page of 500 lists in a line": Fault(held(ABOUT, "# A\n\n" + "- " * 500 + "a\n"), "about.md:3:1: ", READ_PAGES),
    "a page of 500 quotes in each other": Fault(
        held(ABOUT, "# A\n\n" + "".join(f"{'> ' * level}a\n" for level in range(500))), "about.md:24:1: ", READ_PAGES
    ),
    "a page of 400 terms": Fault(held(ABOUT, "# A\n\n" + "a\n:   b\n" * 400), "about.md:3:1: ", READ_PAGES),
    "a page of a million characters": Fault(held(ABOUT, "# A\n\n" + "a\n\n" * 350_000), "200,000 char", READ_PAGES),
    "a page of 10,000 lines": Fault(held(ABOUT, "# A\n\n" + "a\n===\n" * 5_000), "2,000 lines", READ_PAGES),
}


# What lets root read every file: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, in capset's own numbers.
READS_ALL, HEADER = 0b110, (0x20080522, 0)


@contextmanager
def without_rights() -> Iterator[None]:
    """Within this, whoever runs the tests may read no more than the modes of files say: root too."""
    libc, header, rights = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(*HEADER), (ctypes.c_uint32 * 6)()
    libc.capget(header, rights)
    fewer = (ctypes.c_uint32 * 6)(*rights)
    fewer[0] &= ~READS_ALL
    libc.capset(header, fewer)
    try:
        yield
    finally:
        libc.capset(header, rights)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A council's folder, its text a little ahead of its edition."""
    made = write_council(tmp_path)
    try:
        (made / TEXT).write_text((made / TEXT).read_text().replace("Ask children", "Ask every child"))
        yield made
    finally:
        for place in made.rglob("*"):
            if not place.is_symlink():
                place.chmod(0o755)  # so that it can be removed


def state(folder: Path) -> dict[str, object]:
    """Every name below `folder`, and what files hold."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        if path.is_file() and not path.is_symlink()
        else path.lstat().st_mode
        for path in folder.rglob("*")
    }


@pytest.fixture
def shown_once(monkeypatch) -> None:
    """`plans serve` shows one draft, and then somebody presses Ctrl+C."""

    def interrupt(self: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(serve.Preview, "next_build", interrupt)


@pytest.mark.parametrize("name", FAULTS)
def test_fault_ends_every_command_in_a_sentence_and_writes_nothing(name, folder, shown_once):
    fault = FAULTS[name]
    fault.make(folder)
    before = state(folder)
    for command, arguments in COMMANDS.items():
        if command not in fault.told_by and command in ("build", "publish", "withdraw", "redact", "ids", "private"):
            continue  # it has no cause to stop
        with without_rights():
            result = plans("-C", folder, *arguments)
        said = " ".join(result.output.split())
        if command in fault.told_by:
            assert fault.said in said, command
            assert result.exit_code == (130 if command == "serve" else 2 if "Usage:" in said else 1), command
        assert state(folder) == before, command


def test_same_folder_without_a_fault_lets_every_command_do_its_work(folder, shown_once):
    for command, arguments in COMMANDS.items():
        result = plans("-C", folder, *arguments)
        assert (result.exit_code, "Traceback" in result.output) == (130 if command == "serve" else 0, False), command
        if command == "withdraw":
            rmtree(folder / EDITIONS)
            (folder / LOCK).unlink()
            write_council(folder)


# Stopped from outside


@pytest.mark.parametrize("command", COMMANDS)
def test_ctrl_c_ends_every_command_in_one_line(command, folder, monkeypatch):
    def interrupt(*values: object, **options: object) -> None:
        raise KeyboardInterrupt

    before = state(folder)
    monkeypatch.setattr("generator.plan.files.os.open", interrupt)
    result = plans("-C", folder, *COMMANDS[command])
    assert (result.exit_code, result.stderr.strip(), result.stdout.strip()) == (130, "Stopped.", "")
    assert state(folder) == before


def test_ctrl_c_at_a_question_is_no_answer(folder, monkeypatch):
    def interrupt(*values: object) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            raise click.Abort from None  # what click makes of it

    before = state(folder)
    arguments = [word for word in COMMANDS["publish"] if word != "--yes"]
    result = plans("-C", folder, *arguments)
    assert result.exit_code == 1
    assert "Nothing was changed, for nobody answered." in result.stdout
    monkeypatch.setattr(click, "confirm", interrupt)
    result = plans("-C", folder, *arguments)
    assert (result.exit_code, result.stderr.strip()) == (130, "Stopped.")
    assert state(folder) == before


def names_beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir())


@pytest.fixture
def www(folder, tmp_path_factory) -> Path:
    """A built site, in a folder of its own."""
    site = tmp_path_factory.mktemp("www") / "site"
    build_site(read_source(folder, with_working=False), TODAY, site, jobs=1)
    return site


def test_full_disk_ends_a_build_wherever_it_is_noticed(folder, www, monkeypatch):
    before, real, count, last = files_of(www), Path.write_bytes, 0, 0

    def write(path: Path, data: bytes) -> int:
        nonlocal count
        count += 1
        if count < last:
            return real(path, data)
        real(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", write)
    for place in (1, 2, 20, 40, 60):
        count, last = 0, place
        result = plans("-C", folder, "build", "--site", www, "--jobs", "1", *DAY)
        assert result.exit_code == 1
        assert "no space left on device. Nothing was built. The site that is there stays as it is." in result.stderr
        assert (files_of(www), names_beside(www)) == (before, ["site"])


ROOT = Path(__file__).parent.parent
PATIENCE = 120


def running(folder: Path, *arguments: object, before: str = "") -> subprocess.Popen[str]:
    """`plans` in a process of its own, which does `before` first."""
    code = f"{before}\nfrom generator.cli import main\nif __name__ == '__main__':\n    main()\n"
    script = folder / "run.py"
    script.write_text(code, "utf-8")
    return subprocess.Popen(
        [sys.executable, script, "-C", folder, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.slow
def test_full_disk_ends_a_build_of_several_processes(folder, www):
    before = files_of(www)
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))"
    process = running(folder, "build", "--site", www, "--jobs", 2, *DAY, before=limit)
    _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors.count("\n")) == (1, 1)
    assert errors.endswith("file too large. Nothing was built. The site that is there stays as it is.\n")
    assert (files_of(www), names_beside(www)) == (before, ["site"])


# Ends itself by a signal, or waits, once its first page is to be written.
AT_A_PAGE = """
import os, signal, sys, time
from pathlib import Path
real = Path.write_bytes
def write(path, data):
    if path.name == "index.html":
        print("at a page", flush=True)
        time.sleep(60)
    return real(path, data)
Path.write_bytes = write
"""


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_build_that_is_asked_to_end_leaves_nothing(folder, www, number, code, jobs):
    before = files_of(www)
    process = running(folder, "build", "--site", www, "--jobs", jobs, *DAY, before=AT_A_PAGE)
    assert process.stdout is not None
    while "at a page" not in process.stdout.readline():
        pass
    os.killpg(process.pid, number)  # as a terminal does: its workers hear it too
    _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors.strip()) == (code, "Stopped.")
    assert (files_of(www), names_beside(www)) == (before, ["site"])


@pytest.mark.slow
def test_what_a_killed_build_left_the_next_one_removes(folder, www):
    process = running(folder, "build", "--site", www, "--jobs", 1, *DAY, before=AT_A_PAGE)
    assert process.stdout is not None
    while "at a page" not in process.stdout.readline():
        pass
    process.kill()
    process.communicate(timeout=PATIENCE)
    (www.parent / ".plans-build-00000000").mkdir()  # of one that was killed a moment earlier
    assert len(names_beside(www)) == 3
    assert plans("-C", folder, "build", "--site", www, "--jobs", "1", *DAY).exit_code == 0
    assert names_beside(www) == ["site"]


# Workers


# The first worker of a process, which nothing has been started in before.
FIRST_WORKER = """
import signal
from generator.site.units import _Worker
if __name__ == "__main__":
    with _Worker() as worker:
        status = open(f"/proc/{worker.process.pid}/status").read()
    blocked = int(status.partition("SigBlk:")[2].split()[0], 16)
    print(bool(blocked & 1 << (signal.SIGINT - 1)))
"""


def test_the_first_worker_too_never_hears_of_ctrl_c(tmp_path):
    file = tmp_path / "first_worker.py"
    file.write_text(FIRST_WORKER, "utf-8")
    command, environment = [sys.executable, file], {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert (result.stdout.strip(), result.stderr) == ("True", "")


def ends_at_once(way: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def ends_when_asked(way: Connection) -> None:
    way.recv()
    os.kill(os.getpid(), signal.SIGTERM)


def fails(way: Connection) -> None:
    sys.exit(3)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("worker", "said"),
    [
        (ends_at_once, "was ended by the system (killed, as a computer does that has too little memory)"),
        (ends_when_asked, "was ended by the system (terminated)"),
        (fails, "could not go on (it ended with 3)"),
    ],
)
def test_worker_that_is_ended_ends_the_build_in_a_sentence(folder, www, monkeypatch, worker, said):
    before = files_of(www)
    monkeypatch.setattr(units, "_build_for", worker)
    result = plans("-C", folder, "build", "--site", www, "--jobs", "2", *DAY)
    assert result.exit_code == 1
    wanted = f"Error: a process that builds pages {said}; try again, or with --jobs 1. The site that is there stays"
    assert wanted in result.stderr
    assert (files_of(www), names_beside(www)) == (before, ["site"])


def test_worker_that_cannot_start_ends_the_build_in_a_sentence(folder, www, monkeypatch):
    def refuse(*values: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    before = files_of(www)
    monkeypatch.setattr("multiprocessing.util.spawnv_passfds", refuse)
    result = plans("-C", folder, "build", "--site", www, "--jobs", "2", *DAY)
    assert result.exit_code == 1
    assert "no further process can be started (resource temporarily unavailable); try again, or with" in result.stderr
    assert (files_of(www), names_beside(www)) == (before, ["site"])


def test_page_that_could_not_be_read_spoils_no_other():
    whole = page_html("# A\n\nb\n\nc\n")
    with pytest.raises(RecursionError):
        page_html("- " * 500 + "a")
    page_html.cache_clear()
    assert page_html("# A\n\nb\n\nc\n") == whole
