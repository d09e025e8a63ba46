"""A new site takes the old one's place at once; whatever goes wrong, a whole site stands there."""

import json
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.site import switch as switching
from generator.site.switch import SwitchError, check_site, new_folder, switch

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="exchanges folders as Linux does")
SWITCHES = 50


def build_json(assets: object) -> str:
    """What assemble writes, as far as the switch reads it."""
    return json.dumps({"assets": assets, "keys": {}, "program": "1"})


def fill(folder: Path, text: str) -> Path:
    """A small site in `folder` that says `text` on its page and has an asset of that name."""
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text, "utf-8")
    (folder / "assets" / f"site.{text}.css").write_text(text, "utf-8")
    (folder / "build.json").write_text(build_json([f"assets/site.{text}.css"]), "utf-8")
    return folder


def publish(site: Path, text: str, *, atomic: bool = True) -> None:
    with new_folder(site) as new:
        switch(fill(new, text), site, atomic=atomic)


def page(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def assets(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "assets").iterdir())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish(tmp_path / "site", "old")
    return tmp_path / "site"


def test_site_is_made_where_there_is_none(tmp_path):
    publish(tmp_path / "deep" / "site", "one")
    assert page(tmp_path / "deep" / "site") == "one"
    assert os.listdir(tmp_path / "deep") == ["site"]


@pytest.mark.parametrize("atomic", [True, False])
def test_site_is_replaced_and_nothing_is_left(site, atomic):
    publish(site, "new", atomic=atomic)
    assert page(site) == "new"
    assert os.listdir(site.parent) == ["site"]


@pytest.mark.parametrize("name", [None, ".gitignore"])
def test_empty_folder_is_replaced(tmp_path, name):
    (tmp_path / "site").mkdir()
    if name:
        (tmp_path / "site" / name).write_text("*\n", "utf-8")
    publish(tmp_path / "site", "new")
    assert page(tmp_path / "site") == "new"
    assert name is None or (tmp_path / "site" / name).read_text("utf-8") == "*\n"


def test_gitignore_is_kept(site):
    (site / ".gitignore").write_text("*\n", "utf-8")
    publish(site, "new")
    publish(site, "newer")
    assert (site / ".gitignore").read_text("utf-8") == "*\n"


def test_assets_of_the_site_before_are_carried_over_once(site):
    publish(site, "new")
    assert assets(site) == ["site.new.css", "site.old.css"]
    publish(site, "newer")
    assert assets(site) == ["site.new.css", "site.newer.css"]


@pytest.mark.parametrize("listed", [1, {}, [], [1, "../x", "/etc/hosts", "assets/../../x", "private.yaml", "assets/x"]])
def test_only_assets_are_carried_over(site, listed):
    (site.parent / "x").write_text("x", "utf-8")
    (site / "private.yaml").write_text("x", "utf-8")
    (site / "build.json").write_text(build_json(listed), "utf-8")
    publish(site, "new")
    assert sorted(os.listdir(site)) == ["assets", "build.json", "index.html"]
    assert assets(site) == ["site.new.css"]


@pytest.mark.parametrize("mask", [0o077, 0o000])
def test_everybody_may_read_whatever_the_umask(tmp_path, mask):
    before = os.umask(mask)
    try:
        publish(tmp_path / "site", "one")
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "site").rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "site", tmp_path / "site" / "assets")}
    assert (modes, folders) == ({0o644}, {0o755})


def test_failing_build_leaves_the_old_site_and_no_folder(site):
    with pytest.raises(ZeroDivisionError), new_folder(site) as new:
        fill(new, str(1 / 0))
    assert page(site) == "old"
    assert os.listdir(site.parent) == ["site"]


# What must not be replaced


def test_file_is_not_replaced(tmp_path):
    (tmp_path / "site").write_text("mine", "utf-8")
    with pytest.raises(SwitchError, match="this is a file"):
        publish(tmp_path / "site", "new")
    assert (tmp_path / "site").read_text("utf-8") == "mine"


def test_folder_that_no_build_made_is_not_replaced(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    with pytest.raises(SwitchError, match="it is no site of ours"):
        publish(tmp_path / "photos", "new")
    assert os.listdir(tmp_path / "photos") == ["a.jpg"]


@pytest.mark.parametrize(
    "build",
    ["", "{", "[]", "1", "\0", "\xff", "[" * 100_000, "{}", '{"name": "app"}', '{"assets": [], "keys": {}}'],
)
def test_folder_with_another_programs_build_file_is_not_replaced(tmp_path, build):
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "build.json").write_bytes(build.encode("latin-1"))
    with pytest.raises(SwitchError, match=r"no build\.json of ours"):
        publish(tmp_path / "app", "new")
    assert (tmp_path / "app" / "build.json").read_bytes() == build.encode("latin-1")
    assert os.listdir(tmp_path) == ["app"]


@pytest.mark.parametrize("name", ["mkdocs.yml", ".git"])
def test_project_folder_is_not_replaced(site, name):
    (site / name).touch()
    with pytest.raises(SwitchError, match=f"this folder holds {name}"):
        publish(site, "new")


@pytest.mark.parametrize("place", ["/", "~", ".", ".."])
def test_folder_that_holds_more_than_a_site_is_not_replaced(tmp_path, monkeypatch, place):
    monkeypatch.setenv("HOME", str(fill(tmp_path / "home", "x")))
    (tmp_path / "home" / "work").mkdir()
    monkeypatch.chdir(tmp_path / "home" / "work")
    with pytest.raises(SwitchError, match="holds more than a site"):
        check_site(Path(place).expanduser())


def test_switch_itself_refuses_too(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    with pytest.raises(SwitchError):
        switch(fill(tmp_path / "new", "new"), tmp_path / "photos")
    assert page(tmp_path / "new") == "new"


# Links


@pytest.mark.parametrize("style", ["relative", "absolute", "chain"])
def test_link_is_replaced_by_a_link(tmp_path, style):
    publish(tmp_path / "releases" / "first", "old")
    site = tmp_path / "site"
    target = Path("releases/first")
    if style == "chain":
        (tmp_path / "current").symlink_to(target)
        site.symlink_to("current")
    else:
        site.symlink_to(tmp_path / target if style == "absolute" else target)
    for text in ("new", "newer"):
        publish(site, text)
        assert page(site) == text
        assert site.is_symlink()
        assert len(os.listdir(tmp_path / "releases")) == 1
    last = tmp_path / ("current" if style == "chain" else "site")
    assert os.path.isabs(os.readlink(last)) == (style == "absolute")
    assert sorted(os.listdir(tmp_path)) == (["current"] if style == "chain" else []) + ["releases", "site"]
    assert assets(site) == ["site.new.css", "site.newer.css"]


def test_link_that_leads_nowhere_yet_leads_to_the_new_site(tmp_path):
    (tmp_path / "site").symlink_to("releases/first")
    publish(tmp_path / "site", "new")
    assert page(tmp_path / "site") == "new"


def test_link_to_a_folder_that_is_not_ours_is_not_replaced(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    (tmp_path / "site").symlink_to("photos")
    with pytest.raises(SwitchError):
        publish(tmp_path / "site", "new")
    assert os.listdir(tmp_path / "photos") == ["a.jpg"]


# Where folders cannot be exchanged


def test_without_exchange_the_way_out_is_named(site, monkeypatch):
    monkeypatch.setattr(switching, "_libc", lambda: None)
    with pytest.raises(SwitchError, match="use --not-atomic"):
        publish(site, "new")
    assert page(site) == "old"
    publish(site, "new", atomic=False)
    assert page(site) == "new"


def test_failing_second_step_puts_the_old_site_back(site, monkeypatch):
    def failing(source, target, rename=os.rename):
        if Path(target) == site and not Path(source).name.startswith(".plans-old"):
            raise PermissionError(13, "Permission denied")
        rename(source, target)

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(SwitchError, match="permission denied"):
        publish(site, "new", atomic=False)
    monkeypatch.undo()
    assert page(site) == "old"
    assert os.listdir(site.parent) == ["site"]


# Builds that are killed, and builds at the same time


CHILD = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = [{root!r}, {here!r}]
import test_switch
from generator.site import switch
owner, name, when, atomic = sys.argv[2:6]
owner = {{"os": switch.os, "switch": switch}}[owner]
real = getattr(owner, name)
def killed(*arguments, **options):
    if when == "after":
        real(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)
site = Path(sys.argv[1])
with switch.new_folder(site) as new:
    setattr(owner, name, killed)
    switch.switch(test_switch.fill(new, "new"), site, atomic=atomic == "atomic")
"""
POINTS = [
    ("switch", "_carry_over", "before", "atomic", "old"),
    ("switch", "_set_modes", "before", "atomic", "old"),
    ("switch", "_write_to_disk", "after", "atomic", "old"),
    ("switch", "_exchange", "before", "atomic", "old"),
    ("switch", "_exchange", "after", "atomic", "new"),
    ("switch", "_remove", "before", "atomic", "new"),
    ("switch", "_write_names_to_disk", "before", "atomic", "new"),
    ("os", "rename", "before", "in-two-steps", "old"),
    ("os", "rename", "after", "in-two-steps", "old"),  # comes back with the next build
]


@pytest.mark.parametrize("point", POINTS, ids="-".join)
def test_killed_build_leaves_a_whole_site(site, point):
    *how, left = point
    code = CHILD.format(root=str(ROOT), here=str(Path(__file__).parent))
    child = subprocess.run([sys.executable, "-c", code, str(site), *how], check=False)
    assert child.returncode == -signal.SIGKILL
    with new_folder(site):
        pass  # the next build, which clears up
    assert page(site) == left
    assert os.listdir(site.parent) == ["site"]


def test_folders_of_running_builds_stay(site):
    with new_folder(site) as first:
        fill(first, "first")
        with new_folder(site) as second:
            switch(fill(second, "second"), site)
        assert page(first) == "first"
        switch(first, site)
    assert page(site) == "first"
    assert os.listdir(site.parent) == ["site"]


def test_only_folders_that_a_build_made_are_taken_for_leftovers(site):
    kept = [".plans-build-mine", ".plans-old-site", ".site-backup", ".site-old-site"]
    for name in kept:
        (site.parent / name).mkdir()
        (site.parent / name / "notes").write_text("mine", "utf-8")
    (site.parent / ".plans-build-file").write_text("mine", "utf-8")
    (site.parent / ".plans-build-gone" / "new").mkdir(parents=True)
    (site.parent / ".plans-build-gone" / switching.MARKER).touch()
    (site.parent / ".plans-build-link").symlink_to(".plans-build-gone")
    publish(site, "new")
    assert sorted(os.listdir(site.parent)) == sorted([*kept, ".plans-build-file", ".plans-build-link", "site"])
    assert all((site.parent / name / "notes").is_file() for name in kept)


def test_mark_of_a_build_is_in_no_site(site):
    with new_folder(site) as new:
        assert (new.parent / switching.MARKER).is_file()
        switch(fill(new, "new"), site)
    assert sorted(os.listdir(site)) == ["assets", "build.json", "index.html"]


@pytest.mark.parametrize("linked", [False, True])
def test_reader_never_misses_the_site(site, linked):
    if linked:
        site.rename(site.with_name("first"))
        site.symlink_to("first")
    seen, stop, failures = set(), threading.Event(), []

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add(page(site))
            except OSError as error:
                failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(SWITCHES):
            publish(site, str(number))
    finally:
        stop.set()
        reader.join()
    assert failures == []
    assert seen <= {"old", *map(str, range(SWITCHES))}


def test_builds_at_the_same_time_each_put_a_whole_site_there(site):
    def build(name: str) -> None:
        try:
            for number in range(10):
                publish(site, f"{name}{number}")
        except BaseException as error:
            failures.append(error)

    failures: list[BaseException] = []
    builds = [threading.Thread(target=build, args=(name,)) for name in "abc"]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert failures == []
    assert page(site) in {"a9", "b9", "c9"}
    assert os.listdir(site.parent) == ["site"]
