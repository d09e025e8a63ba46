"""What was published keeps a new site from an old one's place: gone, cut off, from a wrong day, or switched off."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.errors import PlanError
from generator.site.build import Built, Source, build_site
from generator.site.replacement import MOST_DAYS, PLAINLY, Replacing, check_replacement
from generator.site.serve import SiteServer, open_server
from generator.site.switch import SwitchError
from tests.command import plans
from tests.conftest import small_plan
from tests.council_folder import files_of, publish_next, write_council
from tests.shelves import publish_on, sound

FIRST, SECOND = date(2026, 1, 31), date(2026, 6, 30)
TODAY = date(2026, 11, 21)
OTHER = {"id": "othertown", "title": "Othertown plan"}
LOCK = "anytown/editions/editions.lock"
CLOCK = Replacing(is_day_stated=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A council with two editions, in `council`, and its site, in `site`."""
    folder = tmp_path_factory.mktemp("made")
    council = write_council(folder / "council", day=FIRST)
    publish_next(council / "plans" / "anytown", SECOND)
    build(council, folder / "site")
    return folder


@pytest.fixture
def council(made, tmp_path) -> Path:
    return shutil.copytree(made / "council", tmp_path / "council")


@pytest.fixture
def site(made, tmp_path) -> Path:
    return shutil.copytree(made / "site", tmp_path / "site")


@pytest.fixture
def live(made, monkeypatch) -> Iterator[SiteServer]:
    """The site as the public reads it, over http."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = open_server()
    server.site = made / "site"
    server.start()
    yield server
    server.stop()


def build(council: Path, site: Path, today: date = TODAY, **options) -> Built:
    return build_site(read_source(council), today, site, jobs=1, **options)


def guard(council: Path, site: Path, today: date = TODAY, asked: Replacing = PLAINLY, **options) -> tuple[str, ...]:
    """What the guard that every build asks says of these editions and that site."""
    source: Source = read_source(council)
    assert source.settings
    return check_replacement(source.settings, source.shelves, today, site, asked, **options)


def cut_off(council: Path) -> None:
    """Take the newest edition out, as if it had never been."""
    place = council / "plans" / "anytown"
    first, _ = (place / "editions.lock").read_bytes().splitlines(keepends=True)
    (place / "editions.lock").write_bytes(first)
    (place / "editions" / f"{SECOND}.json").unlink()


def facts_changed(site: Path, **values: object) -> None:
    place = site / "build.json"
    place.write_text(json.dumps({**json.loads(place.read_text("utf-8")), **values}), "utf-8")


def test_the_next_build_of_the_same_editions_passes(council, site):
    assert guard(council, site) == ()
    assert guard(council, site, asked=CLOCK) == ()


# The witness cannot be switched off


@pytest.mark.parametrize(
    "switch_off",
    [
        lambda site: facts_changed(site, draft=True),
        lambda site: (site / LOCK).unlink(),
        lambda site: (site / LOCK).write_bytes((site / LOCK).read_bytes().splitlines(keepends=True)[0]),
        lambda site: (facts_changed(site, draft=True), (site / LOCK).unlink()),
    ],
    ids=["draft typed", "lock deleted", "lock cut", "both"],
)
def test_a_build_that_drops_an_edition_is_refused_though_the_witness_was_switched_off(council, site, switch_off):
    switch_off(site)
    cut_off(council)
    before = files_of(site)
    with pytest.raises(SwitchError, match="So it cannot be told what this site published") as told:
        build(council, site)
    assert "with --before" in str(told.value)
    assert "empty" not in str(told.value)
    assert files_of(site) == before
    assert sorted(path.name for path in site.parent.iterdir()) == ["council", "site"]


def test_a_published_site_without_its_build_file_is_not_to_be_emptied(council, site):
    (site / "build.json").unlink()
    with pytest.raises(SwitchError, match="put that file back as it was built, or build into another folder") as told:
        build(council, site)
    assert "empty it" not in str(told.value)
    # Its advice works, and the old site is a witness still.
    assert build(council, site.parent / "new", asked=Replacing(before=str(site))).plans == 1
    cut_off(council)
    with pytest.raises(PlanError, match="lock-rewritten"):
        build(council, site.parent / "newer", asked=Replacing(before=str(site)))


@pytest.mark.parametrize("kind", ["none", "empty", "gitignore", "draft"])
def test_a_draft_goes_where_nothing_was_published(council, tmp_path, kind):
    place = tmp_path / "draft"
    if kind == "draft":
        build(council, place, is_draft=True)
    elif kind != "none":
        place.mkdir()
        (place / ".gitignore").write_text("*\n" if kind == "gitignore" else "", "utf-8")
    assert guard(council, place, is_draft=True) == ()
    assert guard(council, place) == ()


def test_a_site_that_a_killed_build_left_aside_is_a_witness_too(council, site):
    cut_off(council)
    site.rename(site.with_name(".plans-old-site"))
    with pytest.raises(PlanError, match="lock-rewritten"):
        build(council, site)
    assert (site / LOCK).is_file()


# A site elsewhere


def test_the_live_site_is_a_witness_where_a_build_begins_in_an_empty_folder(council, live, tmp_path):
    asked = Replacing(before=live.address)
    assert guard(council, tmp_path / "new", asked=asked) == ()
    cut_off(council)
    assert guard(council, tmp_path / "new") == ()
    with pytest.raises(PlanError, match=r"editions\.lock:2:1: .+lock-rewritten"):
        guard(council, tmp_path / "new", asked=asked)
    shutil.rmtree(council / "plans" / "anytown")
    with pytest.raises(PlanError, match="plan-lost"):
        guard(council, tmp_path / "new", asked=asked)


def test_live_is_the_site_at_its_own_address(council, live, tmp_path):
    asked = Replacing(before="live")
    with pytest.raises(SwitchError, match="has no site_url"):
        guard(council, tmp_path / "new", asked=asked)
    settings = council / "mkdocs.yml"
    settings.write_text(f"site_url: {live.address}\n{settings.read_text('utf-8')}", "utf-8")
    assert guard(council, tmp_path / "new", asked=asked) == ()
    cut_off(council)
    with pytest.raises(PlanError, match="lock-rewritten"):
        guard(council, tmp_path / "new", asked=asked)


def test_a_server_that_hides_the_build_file_shows_the_locks(council, live, site, tmp_path):
    live.site = site
    (site / "build.json").unlink()
    (remark,) = guard(council, tmp_path / "new", asked=Replacing(before=live.address))
    assert "does not hand out its build.json" in remark
    cut_off(council)
    with pytest.raises(PlanError, match="lock-rewritten"):
        guard(council, tmp_path / "new", asked=Replacing(before=live.address))


def test_what_bears_no_witness_is_said(council, live, tmp_path):
    (tmp_path / "nothing").mkdir()
    live.site = build(council, tmp_path / "draft", is_draft=True).site
    for place, said in {
        str(tmp_path / "nothing"): "is no site of this program, so it is no witness of anything; the first time",
        live.address: "is a draft, so it is no witness",
        str(tmp_path / "typo"): "is no folder and no address",
        "http://127.0.0.1:1/": "cannot be fetched",
    }.items():
        with pytest.raises(SwitchError, match=said):
            guard(council, tmp_path / "new", asked=Replacing(before=place))


# The clock


@pytest.mark.parametrize("days", [MOST_DAYS, MOST_DAYS + 1])
def test_a_day_long_after_that_of_the_site_must_be_typed(council, site, days):
    later = TODAY + timedelta(days)
    assert guard(council, site, later) == ()
    if days > MOST_DAYS:
        with pytest.raises(SwitchError, match=f"more than 400 days after 2026-11-21.+plans build --today {later}"):
            guard(council, site, later, CLOCK)
    else:
        assert guard(council, site, later, CLOCK) == ()


def test_where_there_is_no_site_the_newest_edition_is_what_the_day_is_measured_by(council, tmp_path):
    assert guard(council, tmp_path / "new", SECOND + timedelta(MOST_DAYS), CLOCK) == ()
    with pytest.raises(SwitchError, match="more than 400 days after 2026-06-30, when the newest edition was published"):
        guard(council, tmp_path / "new", SECOND + timedelta(MOST_DAYS + 1), CLOCK)
    assert guard(council, tmp_path / "new", date(2099, 1, 1), CLOCK, is_draft=True) == ()


@pytest.mark.parametrize(
    "over",
    [
        {"closed": {"as_at": "2026-06-30", "why": "It came to its end"}},
        {"example": {"kind": "Invented example", "text": "There is no Anytown."}},
    ],
    ids=["closed", "example"],
)
def test_pages_that_time_does_not_change_and_examples_may_be_as_old_as_they_like(tmp_path, over):
    council = write_council(tmp_path / "council", over, day=SECOND)
    assert guard(council, tmp_path / "new", date(2035, 1, 1), CLOCK) == ()


def test_a_site_of_a_wrong_clock_is_left_without_losing_its_witness(council, site):
    facts_changed(site, built_on="2099-01-01")
    with pytest.raises(SwitchError, match=r"was built for 2099-01-01.+add --earlier: every edition of this site must"):
        build(council, site)
    assert guard(council, site, asked=Replacing(goes_back=True)) == ()
    with pytest.raises(SwitchError, match="it shows what anytown published on 2026-06-30"):
        guard(council, site, SECOND - timedelta(1), Replacing(goes_back=True))
    cut_off(council)
    with pytest.raises(PlanError, match="lock-rewritten"):
        build(council, site, asked=Replacing(goes_back=True))


def test_a_site_that_the_program_built_before_is_replaced_as_it_stands(council, site):
    place = site / "build.json"
    facts = json.loads(place.read_text("utf-8"))
    del facts["locks"]
    place.write_text(json.dumps(facts), "utf-8")
    assert guard(council, site) == ()
    cut_off(council)
    with pytest.raises(PlanError, match="lock-rewritten"):
        guard(council, site)


def test_an_example_that_is_taken_out_may_go_and_the_live_site_is_told_to_follow(tmp_path):
    council = write_council(tmp_path / "council", {"example": {"kind": "Invented", "text": "None."}}, OTHER, day=SECOND)
    site = build(council, tmp_path / "site").site
    shutil.rmtree(council / "plans" / "anytown")
    assert guard(council, site) == ()
    told = plans("-C", council, "health", site, "--today", TODAY).output
    assert "wrong: anytown: this example is there and not here any more; build the site and put it up" in told


def test_an_edition_of_a_wrong_clock_has_a_way_back(tmp_path, monkeypatch):
    """Everything is told with the command that mends it, and each command does what it says."""
    monkeypatch.chdir(write_council(tmp_path, day=date(2019, 3, 29)))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2099, 1, 1, tzinfo=UTC).timestamp())))
    place = Path("plans/anytown")
    given, of_first = ("publish", "anytown", "--significant", "--note", "New.", "--yes"), ("--edition", "2019-03-29")
    said = plans(*given)
    assert (said.exit_code, "Is the clock right? Then say so: --date 2099-01-01" in said.output) == (2, True)
    publish_on(place, date(2099, 1, 1), small_plan(title="Another"), today=date(2099, 1, 1))
    assert plans("build", "--today", "2099-01-01").exit_code == 0

    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2019, 6, 28, tzinfo=UTC).timestamp())))
    do = "plans withdraw anytown --date 2099-01-01"
    checked = plans("check")
    assert (checked.exit_code, "(edition-ahead)" in checked.output, do in checked.output) == (0, True, True)
    assert "(edition-ahead)" in plans("build", "--site", "other").output
    early = plans(*given)
    assert (early.exit_code, "(publish-earlier)" in early.output, do in early.output) == (1, True, True)
    taken = plans("redact", "anytown", "a-1-1", "title", "--reason", "mistake", "--yes", *of_first)
    assert (taken.exit_code, "withdraw it first" in taken.output) == (2, True)
    back = plans("build", "--earlier")
    assert (back.exit_code, "take the edition back first, with plans withdraw" in back.output) == (1, True)

    reason = ("--reason", "It was published under a wrong date.", "--yes")
    assert plans(*do.split()[1:], *reason).exit_code == 0
    assert plans("build", "--earlier").exit_code == 0
    assert "wrong date" in Path("site/anytown/editions/2099-01-01/index.html").read_text("utf-8")
    assert plans(*given).exit_code == 0
    assert plans("redact", "anytown", "a-1-1", "title", "--reason", "mistake", "--yes", *of_first).exit_code == 0
    assert plans("build").exit_code == 0
    assert plans("verify").exit_code == 0
    assert plans("health", "site").exit_code == 0
    lock = (place / "editions.lock").read_bytes()
    assert Path("site/anytown/editions/editions.lock").read_bytes() == lock
    assert [entry.name for entry in sound(place).editions] == ["2019-03-29", "2019-06-28"]


def test_an_edition_is_not_withdrawn_on_an_earlier_day_that_somebody_typed(tmp_path, monkeypatch):
    monkeypatch.chdir(write_council(tmp_path, day=date(2019, 3, 29)))
    said = plans("withdraw", "anytown", "--date", "2019-03-29", "--reason", "Early.", "--yes", "--today", "2019-03-01")
    assert (said.exit_code, "which is before the edition 2019-03-29" in said.output) == (2, True)
