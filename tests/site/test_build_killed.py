"""A build that is killed or fails leaves the old site whole, and the next build clears up."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from generator.authoring.folder import read_source
from generator.council.theme import read_theme
from generator.errors import PlanError
from generator.site import build as building
from generator.site.build import build_site
from tests.council_folder import PAGES, files_of, publish_next, write_council
from tests.tiers import loop

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
OTHER = {"id": "othertown", "title": "Othertown plan"}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills processes as Linux does")

# Takes one task a line: "ready" is said before each, the build runs in a copy of this process, and "whole" or "killed"
# after. So Python and the program start once, not once for each point.
DRIVER = """
import os, sys, time, signal
from datetime import date
from pathlib import Path
from shutil import copytree, rmtree
from generator.authoring.folder import read_source
from generator.site import build
from generator.site import switch
folder, site = map(Path, sys.argv[1:3])
source = read_source(folder)
OWNERS = {"build": build, "switch": switch, "os": os}

def die_at(owner, name, when):
    real = getattr(OWNERS[owner], name)
    def killed(*arguments, **options):
        if when == "after":
            real(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(OWNERS[owner], name, killed)

for line in sys.stdin:
    task = line.split()
    child = os.fork()
    if child == 0:
        if task[0] == "at":
            die_at(*task[1:])
        build.build_site(source, date(2026, 11, 21), site, jobs=1)
        os._exit(0)
    if task[0] == "after":
        time.sleep(float(task[1]))
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    print("killed" if os.WIFSIGNALED(status) else f"whole {os.WEXITSTATUS(status)}", flush=True)
"""
STEPS = [
    *(("build", name, when) for name in ("build_units", "assemble", "check_links") for when in ("before", "after")),
    ("build", "read_theme", "after"),
    ("build", "switch", "before"),
    ("switch", "_carry_over", "after"),
    ("switch", "_set_modes", "after"),
    ("switch", "_write_to_disk", "after"),
    *(("switch", "_exchange", when) for when in ("before", "after")),
    ("switch", "_remove_old", "before"),
    ("switch", "_write_names_to_disk", "before"),
]
NEW_SITE_STANDS = [("switch", "_exchange", "after"), *STEPS[-2:]]
# Of these, and of all moments, so many; in the end each step.
KILLED_AT = loop(test=STEPS[::4], prove=STEPS)
TIMES = loop(test=3, prove=12)


@dataclass
class Workshop:
    """A council's folder as it was before, the site, and a process that builds a newer site until it is killed."""

    before: Path
    site: Path
    process: subprocess.Popen[str]
    old: dict[str, bytes]
    new: dict[str, bytes]

    def build(self, *task: object) -> str:
        """What became of one build: "killed", or "whole 0"."""
        assert self.process.stdin
        assert self.process.stdout
        print(*task, file=self.process.stdin, flush=True)
        return self.process.stdout.readline().strip()

    def publish_old(self) -> None:
        """Put the old site back, as a finished build leaves it. None is built in the place of a newer one."""
        rmtree(self.site)
        build_site(read_source(self.before), TODAY, self.site, jobs=1)
        assert files_of(self.site) == self.old

    def names(self) -> list[str]:
        """What stands where the site stands."""
        return sorted(path.name for path in self.site.parent.iterdir())


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """The old site has one plan, the new one two, and every page of them differs."""
    folder = tmp_path_factory.mktemp("killed")
    before = write_council(folder / "council before")
    after = write_council(folder / "council")
    write_council(after, {"title": "Anytown plan again"}, OTHER, pages={"about": "# About us\n"}, day=None)
    for plan in ("anytown", "othertown"):
        publish_next(after / "plans" / plan, date(2019, 3, 29))
    site = folder / "www" / "site"
    build_site(read_source(after), TODAY, site, jobs=1)
    new = files_of(site)
    rmtree(site)
    build_site(read_source(before), TODAY, site, jobs=1)
    script = folder / "driver.py"
    script.write_text(DRIVER, "utf-8")
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    process = subprocess.Popen(
        [sys.executable, script, after, site],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    yield Workshop(before, site, process, files_of(site), new)
    process.communicate()


@pytest.fixture
def old_site(workshop: Workshop) -> Workshop:
    if files_of(workshop.site) != workshop.old or workshop.names() != ["site"]:
        workshop.publish_old()
    return workshop


def next_build_clears_up(workshop: Workshop) -> None:
    assert workshop.build("whole") == "whole 0"
    assert files_of(workshop.site) == workshop.new
    assert workshop.names() == ["site"]


def test_old_and_new_site_share_no_page(workshop):
    pages = [name for name in workshop.old if name.endswith(".html")]
    assert [name for name in pages if workshop.old[name] == workshop.new.get(name)] == []


@pytest.mark.slow
@pytest.mark.parametrize("step", KILLED_AT, ids=" ".join)
def test_build_killed_at_a_step_leaves_a_whole_site(step, old_site):
    assert old_site.build("at", *step) == "killed"
    wanted = old_site.new if step in NEW_SITE_STANDS else old_site.old
    assert files_of(old_site.site) == wanted
    next_build_clears_up(old_site)


@pytest.mark.slow
def test_build_killed_at_any_moment_leaves_a_whole_site(old_site):
    start = time.perf_counter()
    assert old_site.build("whole") == "whole 0"
    whole = time.perf_counter() - start
    killed = 0
    for place in range(TIMES):
        old_site.publish_old()
        killed += old_site.build("after", whole * (place + 0.5) / TIMES) == "killed"
        assert files_of(old_site.site) in (old_site.old, old_site.new)
    assert killed >= TIMES // 2, "too few builds were killed to tell"
    next_build_clears_up(old_site)


# Faults that the finished site shows


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    folder = tmp_path_factory.mktemp("standing")
    build_site(read_source(write_council(folder / "council")), TODAY, folder / "site", jobs=1)
    before = files_of(folder / "site")

    def whole() -> Path:
        assert files_of(folder / "site") == before
        assert sorted(path.name for path in folder.iterdir()) == ["council", "site"]
        return folder

    return whole


FAULTS = {
    "a dead link": ("[More](nowhere.md)", "link-dead"),
    "a dead link to a plan": ("[Plan](../anytown/actions/a-9/)", "link-dead"),
    "a link to a missing image": ("![A map](images/map.png)", "link-dead"),
    "a dead place on a page": ("[More](privacy.md#when)", "anchor-dead"),
    "a dead place on its own page": ("[More](#when)", "anchor-dead"),
    "an id that stands twice": ("## A {: #x }\n\n## B {: #x }", "page-id-duplicate"),
    "an id of the shell": ("## A {: #shell-main }", "page-id-duplicate"),
}


@pytest.mark.parametrize(("text", "code"), FAULTS.values(), ids=FAULTS)
def test_fault_of_a_hand_written_page_ends_the_build(standing, text, code):
    folder = standing()
    write_council(folder / "council", pages={"about": f"# About\n\n{text}\n"})
    with pytest.raises(PlanError) as caught:
        build_site(read_source(folder / "council"), TODAY, folder / "site", jobs=1)
    write_council(folder / "council", pages=PAGES)
    assert [problem.kind.code for problem in caught.value.problems] == [code]
    assert "about" in str(caught.value), "the page is named"
    standing()


BROKEN_THEMES = {
    "a dead link": ("</main>", '<a href="{{ frame.root }}map/">x</a></main>', "link-dead"),
    "an id that stands twice": ("</main>", '<p id="shell-main"></p></main>', "page-id-duplicate"),
    "a place that is not there": ('href="#shell-main"', 'href="#main"', "anchor-dead"),
}


@pytest.mark.parametrize(("old", "new", "code"), BROKEN_THEMES.values(), ids=BROKEN_THEMES)
def test_fault_of_the_shell_ends_the_build(standing, tmp_path, monkeypatch, old, new, code):
    folder, theme = standing(), read_theme()
    copytree(theme.folder / "parts", tmp_path / "parts")
    (tmp_path / "main.html").write_text((theme.folder / "main.html").read_text("utf-8").replace(old, new), "utf-8")
    monkeypatch.setattr(building, "read_theme", lambda **_: replace(theme, folder=tmp_path))
    with pytest.raises(PlanError) as caught:
        build_site(read_source(folder / "council"), TODAY, folder / "site", jobs=1)
    assert {problem.kind.code for problem in caught.value.problems} == {code}
    standing()


def test_bug_of_ours_keeps_its_traceback_and_the_site(standing, monkeypatch):
    folder = standing()
    monkeypatch.setattr(building, "assemble", lambda *values, **options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_site(read_source(folder / "council"), TODAY, folder / "site", jobs=1)
    standing()


def test_interrupted_build_clears_up_at_once(standing, monkeypatch):
    def interrupt(*values, **options):
        signal.raise_signal(signal.SIGINT)

    folder = standing()
    monkeypatch.setattr(building, "assemble", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build_site(read_source(folder / "council"), TODAY, folder / "site", jobs=1)
    standing()
