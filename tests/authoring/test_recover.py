"""Editions and their lock are put back from a copy, and what does not agree is refused."""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.authoring.publish import redact, withdraw
from generator.editions import short_code
from tests.command import plans
from tests.conftest import small_plan
from tests.council_folder import files_of, write_council
from tests.shelves import DAYS, LOCK, NAME, TODAY, fill, lines_of, note, publish_on, sound, write_lines

PLACE = Path("plans/anytown")


@pytest.fixture
def council(tmp_path, monkeypatch) -> Path:
    """A council's folder with three editions, one of them withdrawn, and a text taken down; the user stands in it."""
    folder = write_council(tmp_path / "council", day=None)
    fill(folder / PLACE)
    withdraw(folder / PLACE, str(DAYS[1]), TODAY, "It came too early.")
    redact(folder / PLACE, "a-1-1", "notes[2].text", TODAY, "personal data", edition=str(DAYS[2]))
    shutil.copytree(folder, tmp_path / "backup")
    monkeypatch.chdir(folder)
    return folder


def as_site(council: Path, site: Path) -> Path:
    """What a built site shows of the plan's editions, by their addresses."""
    place = site / "anytown/editions"
    place.mkdir(parents=True)
    shutil.copy(council / PLACE / LOCK, place / LOCK)
    for edition in sound(council / PLACE).editions:
        (place / edition.name).mkdir()
        (place / edition.name / "plan.json").write_bytes(edition.data)
    return site


@pytest.fixture
def serve() -> Iterator[Callable[[type[BaseHTTPRequestHandler]], str]]:
    """Starts a server on this computer and gives back its address."""
    servers = []

    def start(handler: type[BaseHTTPRequestHandler]) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def quiet(folder: Path, asked: list[str]) -> type[SimpleHTTPRequestHandler]:
    """Serves the files of `folder`, and writes down what it was asked for."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, form: str, *values: object) -> None:
            asked.append(self.path)

    return partial(Quiet, directory=str(folder))  # type: ignore[return-value]


LOSSES: dict[str, Callable[[], object]] = {
    "the lock": (PLACE / LOCK).unlink,
    "all that the lock held": lambda: (PLACE / LOCK).write_bytes(b""),
    "the last lines": lambda: write_lines(PLACE, lines_of(PLACE)[:2]),
    "half of a line": lambda: (PLACE / LOCK).write_bytes((PLACE / LOCK).read_bytes()[:-100]),
    "a line in the middle": lambda: write_lines(PLACE, [*lines_of(PLACE)[:1], b"{}\n", *lines_of(PLACE)[2:]]),
    "an edition": (PLACE / f"editions/{DAYS[0]}.json").unlink,
    "a byte of an edition": lambda: (PLACE / f"editions/{DAYS[0]}.json").write_bytes(b"{}\n"),
    "every edition": lambda: shutil.rmtree(PLACE / "editions"),
    "both": lambda: (shutil.rmtree(PLACE / "editions"), (PLACE / LOCK).unlink()),
    "the whole folder": lambda: shutil.rmtree(PLACE),
}


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("source", ["backup", "backup/plans/anytown", "site", "live", "live plan"])
def test_what_was_lost_comes_back_from_every_kind_of_copy(council, tmp_path, serve, loss, source):
    place = str(tmp_path / source)
    if source not in ("backup", "backup/plans/anytown"):
        place = str(as_site(council, tmp_path / "site"))
    if source.startswith("live"):
        place = serve(quiet(tmp_path / "site", [])) + ("/anytown/" if source == "live plan" else "/")
    before = files_of(council / PLACE)
    LOSSES[loss]()
    result = plans("recover", "anytown", "--from", place, "--yes")
    assert result.exit_code == 0, result.output
    assert "2 editions" in result.stdout or "3 editions" in result.stdout
    after = files_of(council / PLACE)
    assert {name: data for name, data in before.items() if name != "plan.yaml"} == {
        name: data for name, data in after.items() if name != "plan.yaml"
    }
    sound(PLACE)


def test_only_the_lock_and_editions_that_are_missing_are_fetched(council, tmp_path, serve):
    asked: list[str] = []
    address = serve(quiet(as_site(council, tmp_path / "site"), asked))
    (PLACE / LOCK).unlink()
    (PLACE / f"editions/{DAYS[0]}.json").unlink()
    assert plans("recover", "anytown", "--from", address, "--yes").exit_code == 0
    assert asked == ["/anytown/editions/editions.lock", f"/anytown/editions/{DAYS[0]}/plan.json"]


def test_what_is_good_is_not_touched(council, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in PLACE.rglob("*.json")}
    result = plans("recover", "anytown", "--from", tmp_path / "backup", "--yes")
    assert (result.exit_code, "Nothing that this copy holds is missing here." in result.stdout) == (0, True)
    assert {path: path.stat().st_mtime_ns for path in PLACE.rglob("*.json")} == before


def test_nothing_happens_unless_the_user_says_so(council, tmp_path):
    (PLACE / LOCK).unlink()
    assert plans("recover", "anytown", "--from", tmp_path / "backup", typed="n\n").exit_code == 1
    assert not (PLACE / LOCK).exists()


def test_what_was_put_back_halfway_is_finished_by_the_next_command(council, tmp_path, monkeypatch):
    """Every file lies ready before the lock says that it is there."""
    before = files_of(council / PLACE / "editions")
    shutil.rmtree(PLACE / "editions")
    (PLACE / LOCK).unlink()
    replace, names = os.replace, []

    def stop(source: Path, target: Path) -> None:
        names.append(Path(target).name)
        if len(names) > 1:
            raise OSError(28, "No space left on device", str(target))
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr("generator.editions.store.os.replace", stop)
        result = plans("recover", "anytown", "--from", tmp_path / "backup", "--yes")
    assert (result.exit_code, names[0]) == (1, LOCK)
    assert plans("verify").exit_code == 0
    assert files_of(council / PLACE / "editions") == before


# What does not agree


def refusal(*arguments: object) -> str:
    """What the command says when it refuses; it leaves every file as it was."""
    before = files_of(Path.cwd())
    result = plans("recover", "anytown", *arguments, "--yes")
    assert result.exit_code == 1, result.output
    assert "Nothing was changed." in result.output
    assert files_of(Path.cwd()) == before
    return result.output


def another_history(folder: Path) -> Path:
    """A copy of the same plan of which the last edition says something else."""
    for day in DAYS[:2]:
        publish_on(folder / "anytown", day, small_plan(notes=[note(NAME)]))
    publish_on(folder / "anytown", DAYS[2], small_plan(title="Another"))
    return folder


def test_another_history_is_refused(council, tmp_path):
    other = another_history(tmp_path / "other")
    write_lines(PLACE, lines_of(PLACE)[:2])
    assert "from line 1 on, this lock is another than the one here" in refusal("--from", other)
    (PLACE / LOCK).unlink()
    assert "is another edition than the one there, and nothing here says which is right" in refusal("--from", other)


def test_an_older_copy_is_refused(council, tmp_path):
    old = tmp_path / "backup/plans/anytown"
    write_lines(old, lines_of(old)[:2])
    (PLACE / LOCK).unlink()
    assert "names no edition 2019-09-27, which is here: look for a newer copy" in refusal("--from", old)
    (PLACE / LOCK).write_bytes(b"".join(lines_of(tmp_path / "backup/plans/anytown")) + b"{}\n")
    assert "older than the one here" in refusal("--from", old)


def test_a_copy_that_is_not_what_its_own_lock_says_is_refused(council, tmp_path):
    old = tmp_path / "backup/plans/anytown"
    (PLACE / f"editions/{DAYS[0]}.json").unlink()
    path = old / f"editions/{DAYS[0]}.json"
    path.write_bytes(path.read_bytes().replace(b"Ask children", b"Ask somebody"))
    assert f"{DAYS[0]}.json there is not what its lock says." in refusal("--from", old)
    lines = lines_of(old)
    write_lines(old, [lines[1], *lines[1:]])
    assert "line 1 fails" in refusal("--from", old)


def test_editions_of_another_plan_are_refused_where_nothing_is_left(council, tmp_path):
    shutil.rmtree(PLACE / "editions")
    (PLACE / LOCK).unlink()
    publish_on(tmp_path / "elsewhere/plan", DAYS[0], small_plan({"id": "othertown"}))
    said = refusal("--from", tmp_path / "elsewhere/plan")
    assert "2019-03-29.json there is an edition of 'othertown', and not of 'anytown'." in said


def test_the_code_of_the_minutes_must_be_there(council, tmp_path):
    code = short_code(sound(PLACE).lock.lines[2].this)
    (PLACE / LOCK).unlink()
    assert "no line of this lock has the code" in refusal("--from", tmp_path / "backup", "--expect", "3f2a 90bc 11de")
    assert plans("recover", "anytown", "--from", tmp_path / "backup", "--expect", code, "--yes").exit_code == 0
    assert plans("recover", "anytown", "--from", tmp_path, "--expect", "xyz").exit_code == 2


def test_where_nothing_bears_it_out_the_code_is_shown_to_be_compared(council, tmp_path):
    head = sound(PLACE).lock.head
    shutil.rmtree(PLACE)
    result = plans("recover", "anytown", "--from", tmp_path / "backup", typed="y\n")
    assert f"In full: {head}\nNothing here bears this lock out" in result.stdout


def test_what_a_copy_lacks_is_named_and_the_rest_comes_back(council, tmp_path):
    (tmp_path / "backup/plans/anytown" / f"editions/{DAYS[0]}.json").unlink()
    shutil.rmtree(PLACE / "editions")
    result = plans("recover", "anytown", "--from", tmp_path / "backup", "--yes")
    assert result.exit_code == 1
    assert "To be put back: 2019-09-27.\nNot in this copy either: 2019-03-29." in result.stdout
    assert (PLACE / f"editions/{DAYS[2]}.json").exists()


@pytest.mark.parametrize("source", ["nowhere", "ftp://127.0.0.1/x", "file:///tmp", ".", "https://name:word@127.0.0.1/"])
def test_what_is_no_copy_is_told(council, source):
    shutil.rmtree(PLACE)
    assert refusal("--from", source)


@pytest.mark.parametrize("name", [LOCK, "editions", f"editions/{DAYS[0]}.json"])
def test_a_link_is_told_and_put_back_as_what_it_leads_to(council, tmp_path, name):
    before = files_of(council / PLACE)
    path = PLACE / name
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert "(edition-link)" in plans("verify").stdout
    result = plans("recover", "anytown", "--from", tmp_path / "backup", "--yes")
    assert result.exit_code == 0, result.output
    assert not path.is_symlink()
    assert files_of(council / PLACE) == before
    assert (tmp_path / "elsewhere").exists()


# Lost altogether


def test_editions_and_lock_gone_are_told_where_the_site_has_them(council, tmp_path):
    as_site(council, council / "site")
    (council / "site/build.json").write_text('{"draft": false}', "utf-8")
    shutil.rmtree(PLACE / "editions")
    (PLACE / LOCK).unlink()
    for command in ("verify", "check", "build"):
        result = plans(command)
        assert (command, result.exit_code, "(plan-lost)" in result.stdout) == (command, 1, True)
    options = ("--date", TODAY, "--significant", "--note", "New.", "--yes", "--today", TODAY)
    result = plans("publish", "anytown", *options)
    assert (result.exit_code, "(plan-lost)" in result.stdout) == (1, True), "a second history would begin"
    assert not (PLACE / LOCK).exists()
    result = plans("verify", "anytown")
    assert (result.exit_code, "anytown: there are no editions here." in result.stdout) == (1, True)
    shutil.rmtree(PLACE)
    assert "(plan-lost)" in plans("verify").stdout
    assert plans("recover", "anytown", "--from", "site", "--yes").exit_code == 0


def test_editions_and_lock_gone_are_told_where_git_has_them(council):
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments], check=True, capture_output=True
        )

    git("init")
    git("add", ".")
    git("commit", "-m", "All")
    assert plans("verify").exit_code == 0
    shutil.rmtree(PLACE / "editions")
    (PLACE / LOCK).unlink()
    assert "git holds some" in plans("verify").stdout
    for command in ("verify", "check", "build"):
        assert (command, plans(command).exit_code) == (command, 1)


@pytest.fixture
def older(tmp_path, monkeypatch) -> Path:
    """A council's folder with two editions, as it was before a third one; the user stands in it.

    `later` beside it has all three.
    """
    folder = write_council(tmp_path / "council", day=None)
    for day in DAYS[:2]:
        publish_on(folder / PLACE, day, small_plan(notes=[note(NAME)]))
    shutil.copytree(folder, tmp_path / "later")
    publish_on(tmp_path / "later" / PLACE, DAYS[2], small_plan(title="Ask again"))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("is_live", [False, True])
def test_a_plan_that_was_renamed_comes_back_from_where_it_has_its_old_name(older, serve, is_live):
    as_site(older, older / "old-site")
    shutil.rmtree(PLACE)
    settings = older / "mkdocs.yml"
    aliases = "extra:\n  aliases:\n    - old: anytown\n      plan: newtown\n"
    settings.write_text(settings.read_text("utf-8").replace("extra:\n", aliases), "utf-8")
    source = serve(quiet(older / "old-site", [])) if is_live else "old-site"
    result = plans("recover", "newtown", "--from", source, "--yes")
    assert result.exit_code == 0, result.output
    assert [edition.name for edition in sound(Path("plans/newtown")).editions] == [str(day) for day in DAYS[:2]]


def with_git(council: Path) -> None:
    """Git in the council's folder, which holds what was there later."""
    is_now = shutil.copytree(council / PLACE, council.parent / "now")
    shutil.copytree(council.parent / "later" / PLACE, council / PLACE, dirs_exist_ok=True)
    for arguments in (("init",), ("add", "."), ("commit", "-m", "All")):
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
        subprocess.run(command, check=True, capture_output=True)
    shutil.rmtree(council / PLACE)
    is_now.rename(council / PLACE)


def with_site(council: Path) -> None:
    """A built site in the council's folder, of what was there later."""
    as_site(council.parent / "later", council / "site")
    (council / "site/build.json").write_text('{"draft": false}', "utf-8")


COMMANDS = (
    ("verify",),
    ("check",),
    ("build", "--today", TODAY),
    ("build", "--today", TODAY, "--site", "public"),
    ("publish", "anytown", "--date", TODAY, "--significant", "--note", "New.", "--yes", "--today", TODAY),
    ("withdraw", "anytown", "--date", DAYS[0], "--reason", "It came too early.", "--yes", "--today", TODAY),
    ("redact", "anytown", "a-1-1", "title", "--reason", "mistake", "--yes", "--today", TODAY),
)


@pytest.mark.parametrize(("keep", "witness"), [(with_site, "the site in site"), (with_git, "git")])
def test_a_whole_copy_that_is_older_is_told_before_a_second_history_begins(older, keep, witness):
    """As a folder that was put back as it was last month: its chain is whole, and its newest edition is gone."""
    assert plans("verify").exit_code == 0
    keep(older)
    before = files_of(PLACE)
    for command in COMMANDS:
        result = plans(*command)
        assert (command[0], result.exit_code) == (command[0], 1), result.output
        assert f"editions.lock:3:1: from this line on, this lock is not the one that {witness} holds" in result.output
    assert files_of(PLACE) == before
    assert plans("recover", "anytown", "--from", older.parent / "later", "--yes").exit_code == 0
    assert plans("verify").exit_code == 0


@pytest.mark.parametrize("keep", [with_site, with_git])
def test_a_copy_that_is_older_than_the_site_or_git_is_refused(older, keep):
    keep(older)
    shutil.copytree(older / PLACE, older.parent / "backup")
    shutil.rmtree(PLACE)
    said = refusal("--from", older.parent / "backup")
    assert "holds a newer lock of this plan; take that, or look for a newer copy." in said


def test_two_histories_are_made_one_again_as_the_refusal_says(older):
    """Where an older copy was published on before anybody saw it, the way back keeps both."""
    publish_on(PLACE, DAYS[2], small_plan(title="Another"))
    said = refusal("--from", older.parent / "later")
    assert "move editions.lock and editions out of plans/anytown to a safe place, run this command again" in said
    safe = older.parent / "safe"
    safe.mkdir()
    for name in (LOCK, "editions"):
        shutil.move(PLACE / name, safe / name)
    assert plans("recover", "anytown", "--from", older.parent / "later", "--yes").exit_code == 0
    assert lines_of(PLACE) == lines_of(older.parent / "later" / PLACE)


def test_a_site_without_plans_is_no_success(tmp_path, monkeypatch):
    monkeypatch.chdir(write_council(tmp_path, day=None))
    result = plans("build")
    assert result.exit_code == 1
    assert "so there is nothing to publish.\nNothing was built." in result.stdout
    assert not Path("site").exists()
    assert plans("build", "--without-plans").exit_code == 0
