"""A scheduler is told what is wrong with the live site: editions that lack, a chain that breaks, a day that is past."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.authoring.publish import withdraw
from generator.site.build import build_site
from generator.site.serve import SiteServer, open_server
from tests.command import plans
from tests.council_folder import publish_next, write_council

FIRST, SECOND, TODAY = date(2018, 9, 28), date(2018, 12, 14), date(2018, 12, 20)
PLAN = "plans/anytown"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A council with two editions, in `council`, and its site, in `site`."""
    folder = tmp_path_factory.mktemp("made")
    council = write_council(folder / "council", day=FIRST)
    publish_next(council / PLAN, SECOND)
    build_site(read_source(council), TODAY, folder / "site", jobs=1)
    return folder


@pytest.fixture
def here(made, tmp_path) -> Path:
    """The folder in which the user stands."""
    return shutil.copytree(made / "council", tmp_path / "council")


@pytest.fixture
def live(made, tmp_path, monkeypatch) -> Iterator[SiteServer]:
    """The site as the public reads it, over http. Its folder may be changed."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = open_server()
    server.site = shutil.copytree(made / "site", tmp_path / "live")
    server.start()
    yield server
    server.stop()


def health(here: Path, place: object, today: date = TODAY) -> tuple[int, list[str]]:
    """How the command ends, and its lines but for the first, which names place and day."""
    result = plans("-C", here, "health", place, "--today", today)
    return result.exit_code, result.output.splitlines()[1:]


def test_a_site_as_it_should_be_is_right_in_each_line(here, live):
    for place in (live.address, live.site):
        code, lines = health(here, place)
        assert code == 0
        assert len(lines) == 2
        assert lines[0].startswith("right: anytown: the newest edition is there, of 14 December 2018 (code ")
        assert lines[1] == "right: the pages say what they should say today; they were built for 20 December 2018"


def test_without_a_place_the_site_at_its_own_address_is_looked_at(here, live):
    settings = here / "mkdocs.yml"
    unknown = plans("-C", here, "health")
    assert (unknown.exit_code, "has no site_url" in unknown.output) == (1, True)
    settings.write_text(f"site_url: {live.address}\n{settings.read_text('utf-8')}", "utf-8")
    result = plans("-C", here, "health", "--today", TODAY)
    assert (result.exit_code, result.output.splitlines()[0]) == (0, f"{live.address}, on 20 December 2018:")


def build_file_hidden(here: Path, site: Path) -> None:
    (site / "build.json").unlink()


def built_ahead(here: Path, site: Path) -> None:
    place = site / "build.json"
    place.write_text(json.dumps({**json.loads(place.read_text("utf-8")), "built_on": "2099-01-01"}), "utf-8")


def draft(here: Path, site: Path) -> None:
    shutil.rmtree(site)
    build_site(read_source(here), TODAY, site, jobs=1, is_draft=True)


def cut_off_here(here: Path, site: Path) -> None:
    lock = here / PLAN / "editions.lock"
    lock.write_bytes(lock.read_bytes().splitlines(keepends=True)[0])
    (here / PLAN / "editions" / f"{SECOND}.json").unlink()


def written_anew(here: Path, site: Path) -> None:
    shutil.rmtree(here)
    write_council(here, {"title": "Anytown plan, written anew"}, day=FIRST)


def plan_gone(here: Path, site: Path) -> None:
    shutil.rmtree(here / PLAN)


def renamed(here: Path, site: Path) -> None:
    (here / PLAN).rename(here / "plans" / "newtown")
    text = (here / "plans/newtown/plan.yaml").read_text("utf-8").replace('"anytown"', '"newtown"')
    (here / "plans/newtown/plan.yaml").write_text(text, "utf-8")
    settings = here / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "  aliases:\n    - {old: anytown, plan: newtown}\n", "utf-8")


def edition_changed(here: Path, site: Path) -> None:
    frozen = site / f"anytown/editions/{SECOND}/plan.json"
    frozen.write_bytes(frozen.read_bytes().replace(b"Anytown", b"Anytoun"))


WRONG: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "not put up": (
        lambda here, site: withdraw(here / PLAN, str(SECOND), date(2018, 12, 18), "Too early."),
        "anytown: what was published or taken down on 18 December 2018 is not there yet; build the site and put it up",
    ),
    "no plan there": (
        lambda here, site: (
            write_council(here, {"id": "othertown", "title": "Other"}, day=None)
            and publish_next(here / "plans/othertown", SECOND)
        ),
        "othertown: nothing of this plan is there; build the site and put it up",
    ),
    "an edition changed": (
        edition_changed,
        f"anytown: anytown/editions/{SECOND}/plan.json is not what was published, or not there; build the site and put",
    ),
    "behind": (cut_off_here, "anytown: more was published there than is here; bring this folder up to date first"),
    "another chain": (
        written_anew,
        "anytown: the editions there are not those that were published here, from line 1 of",
    ),
    "plan gone": (plan_gone, "anytown: this plan is there and not here; put its folder back before you build again"),
    "renamed": (renamed, "newtown: the site still has it under its old name, anytown; build the site and put it up"),
    "draft": (draft, "a draft stands there; build what is published, and put that up"),
    "nothing": (lambda here, site: shutil.rmtree(site) or site.mkdir(), "no site of this program stands there; build"),
    "tampered": (
        lambda here, site: (site / "anytown/editions/editions.lock").write_bytes(b""),
        "is not the one that the site was built with; build the site and put all of it up again",
    ),
    "a clock ahead": (
        built_ahead,
        "the site was built for 1 January 2099, which is still to come; set the clock right",
    ),
    "no build file": (
        build_file_hidden,
        "the server does not hand out build.json, so nobody can tell whether the pages",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_the_live_site_ends_with_1_and_a_line_each(here, live, name):
    make, said = WRONG[name]
    make(here, live.site)
    code, lines = health(here, live.address)
    assert code == 1
    wrong = [line.removeprefix("wrong: ") for line in lines if line.startswith("wrong: ")]
    assert [line for line in wrong if said in line], lines
    assert all(line.startswith(("right: ", "wrong: ")) for line in lines)


def test_a_day_on_which_the_pages_change_is_seen_and_no_other(here, live):
    assert health(here, live.address, date(2018, 12, 30))[0] == 0
    code, lines = health(here, live.address, date(2018, 12, 31))
    assert code == 1
    assert lines[-1] == (
        "wrong: anytown: time has changed what its pages should say since 20 December 2018; build it and put it up"
    )


def test_a_server_that_is_gone_is_wrong_in_words(here, live):
    address = live.address
    live.stop()
    result = plans("-C", here, "health", address, "--today", TODAY)
    assert result.exit_code == 1
    assert f"wrong: {address}build.json cannot be fetched:" in result.output
