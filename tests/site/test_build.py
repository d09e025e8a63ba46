"""A council's folder becomes its site, or is told what is wrong and keeps the site that it has."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.errors import PlanError
from generator.site.build import NO_ADDRESS, Built, build_site, site_units, staged_pages
from generator.site.switch import SwitchError
from tests.council_folder import PLAN, files_of, publish_next, write_council
from tests.tiers import loop

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
CLOSED = {"closed": {"as_at": "2019-04-01", "why": "It came to its end"}}
EXAMPLE = {"example": {"kind": "Worked example", "text": "Not the council’s own."}}
OTHER = {"id": "othertown", "title": "Othertown plan"}


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return write_council(tmp_path / "council")


def build(council: Path, site: Path, today: date = TODAY, **options) -> Built:
    return build_site(read_source(council), today, site, jobs=1, **options)


def test_site_has_every_page(council, tmp_path):
    built = build(council, tmp_path / "site")
    pages = [name for name in files_of(built.site) if name.endswith(".html")]
    assert pages == [
        "about/index.html",
        "accessibility/index.html",
        "anytown/actions/a-1-1/index.html",
        "anytown/actions/index.html",
        "anytown/data/index.html",
        "anytown/editions/2018-09-28/index.html",
        "anytown/editions/2018-09-28/legend/index.html",
        "anytown/editions/2018-09-28/outcomes/o-1/index.html",
        "anytown/editions/index.html",
        "anytown/evidence/index.html",
        "anytown/index.html",
        "anytown/legend/index.html",
        "anytown/outcomes/o-1/index.html",
        "anytown/print/index.html",
        "anytown/when/index.html",
        "anytown/who/index.html",
        "formats/index.html",
        "index.html",
        "privacy/index.html",
        "search/index.html",
    ]
    assert (built.pages, built.plans) == (len(pages), 1)


def test_what_is_left_out_without_an_address_is_said(council, tmp_path):
    built = build(council, tmp_path / "site")
    assert built.remarks == (NO_ADDRESS,)
    assert {"sitemap.xml", "404.html"}.isdisjoint(files_of(built.site))


def test_with_an_address_there_are_a_sitemap_and_a_page_for_lost_readers(tmp_path):
    council = write_council(tmp_path / "council", EXAMPLE, OTHER, site_url="https://example.org/plans")
    built = build(council, tmp_path / "site")
    files = files_of(built.site)
    assert built.remarks == ()
    assert "404.html" in files
    assert b"https://example.org/plans/othertown/</loc>" in files["sitemap.xml"]
    assert b"plans/anytown/" not in files["sitemap.xml"], "an example is not for search engines"
    assert b"404" not in files["sitemap.xml"]


def test_folder_without_plans_has_a_home_page_that_says_so(tmp_path):
    council = write_council(tmp_path / "council")
    shutil.rmtree(council / "plans" / "anytown")
    built = build(council, tmp_path / "site")
    assert built.plans == 0
    assert "No plan has been published yet." in files_of(built.site)["index.html"].decode()


def test_draft_says_so_on_every_page_and_is_not_listed(council, tmp_path):
    built = build(council, tmp_path / "site", is_draft=True)
    pages = {name: data.decode() for name, data in files_of(built.site).items() if name.endswith(".html")}
    for name, page in pages.items():
        assert "<strong>Draft:</strong>" in page, name
        assert 'content="noindex"' in page, name
    assert json.loads((built.site / "build.json").read_text("utf-8"))["draft"] is True


def test_build_file_says_what_was_built(tmp_path):
    council = write_council(tmp_path / "council", CLOSED, OTHER)
    facts = json.loads((build(council, tmp_path / "site").site / "build.json").read_text("utf-8"))
    assert facts["built_on"] == "2026-11-21"
    assert facts["plans_as_at"] == {"anytown": "2019-04-01", "othertown": "2019-04-01"}
    assert sorted(facts["keys"]) == ["anytown", "anytown.2018", "hub", "othertown", "othertown.2018"]
    assert facts["draft"] is False


@pytest.mark.parametrize(
    ("plan", "pages", "code"),
    [
        ({"rated": "actions"}, {}, "value-shape"),
        ({"id": "about"}, {}, "address-duplicate"),
        ({"glossary": [{"term": "Lead", "meaning": meaning} for meaning in ("One", "Two")]}, {}, "glossary-duplicate"),
        ({}, {"about": "About\n"}, "content-heading"),
        ({}, {"about": "# About\n\n<script>x</script>\n"}, "content-html"),
    ],
)
def test_build_with_an_error_ends_and_keeps_the_site(council, tmp_path, plan, pages, code):
    built = build(council, tmp_path / "site")
    before = files_of(built.site)
    write_council(council, plan, pages=pages)
    with pytest.raises(PlanError) as caught:
        build(council, tmp_path / "site")
    assert code in {problem.kind.code for problem in caught.value.problems}
    assert files_of(built.site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["council", "site"]


def test_site_that_is_replaced_bears_witness_to_what_was_published(council, tmp_path):
    site = tmp_path / "site"
    build(council, site)
    publish_next(council / "plans" / "anytown", date(2019, 3, 29))
    before = files_of(build(council, site).site)
    write_council(council)  # as if the first edition had been the only one
    with pytest.raises(PlanError, match=r"anytown/editions\.lock:2:1: .+ \(lock-rewritten\)"):
        build(council, site)
    write_council(council, {"title": "Anytown plan, written anew"})
    with pytest.raises(PlanError, match=r"anytown/editions\.lock:1:1: .+ \(lock-rewritten\)"):
        build(council, site)
    shutil.rmtree(council / "plans" / "anytown")
    with pytest.raises(PlanError, match=r"plans/anytown: .+ \(plan-lost\)"):
        build(council, site)
    assert files_of(site) == before
    assert build(council, tmp_path / "another").plans == 0, "an empty folder bears witness to nothing"


def test_site_of_a_later_day_is_not_replaced(council, tmp_path):
    before = files_of(build(council, tmp_path / "site").site)
    with pytest.raises(SwitchError, match="was built for 2026-11-21, and one for 2026-11-20 must not replace it"):
        build(council, tmp_path / "site", date(2026, 11, 20))
    assert files_of(tmp_path / "site") == before


def test_site_of_an_earlier_day_holds_nothing_that_came_later(council, tmp_path):
    publish_next(council / "plans" / "anytown", date(2019, 3, 29))
    files = files_of(build(council, tmp_path / "site", date(2019, 3, 28)).site)
    assert files["anytown/editions/editions.lock"].count(b"\n") == 1
    assert not [name for name, data in files.items() if b"2019-03-29" in data]


def test_draft_bears_witness_to_nothing(council, tmp_path):
    build(council, tmp_path / "site", is_draft=True)
    write_council(council, {"title": "Anytown plan, written anew"})
    assert build(council, tmp_path / "site").plans == 1


def test_error_names_its_file_and_line(council):
    write_council(council, {"rated": ["actoins"]})
    with pytest.raises(PlanError, match=r"anytown/plan\.yaml:7:3: rated\[1\]: 'actoins' is not one of the words known"):
        site_units(read_source(council), TODAY)


def test_menu_names_pages_that_are_there(council):
    (council / "content" / "about.md").unlink()
    (council / "content" / "privacy.md").write_text("# Privacy\n", "utf-8")
    found = [str(problem) for problem in read_source(council).problems]
    assert len(found) == 1
    assert found[0].endswith(
        "mkdocs.yml:15:10: extra.menu[1]: the menu names 'about', and content/ holds no such page; "
        "write the name of a file in content/ without '.md' (menu-page)"
    )


def test_warning_does_not_stop_a_build(council, tmp_path):
    outcome = PLAN["outcomes"][0]
    write_council(council, {"outcomes": [{**outcome, "timescales": [{"words": "in good time"}]}]})
    assert [problem.kind.code for problem in read_source(council).problems] == ["timescale-unread"]
    page = files_of(build(council, tmp_path / "site").site)["anytown/outcomes/o-1/index.html"].decode()
    assert "in good time" in page
    assert "No date could be read from these words." in page


@pytest.mark.parametrize("private", ["notes: {a-1-1: [Secret]}\n", "no YAML: [\n", "\0"])
def test_private_file_changes_nothing(council, private):
    before = staged_pages(read_source(council), TODAY)
    (council / "plans" / "anytown" / "private.yaml").write_text(private, "utf-8")
    assert staged_pages(read_source(council), TODAY) == before


def test_day_of_the_build_stands_on_no_page(council, tmp_path):
    before = files_of(build(council, tmp_path / "site", date(2019, 4, 1)).site)
    after = files_of(build(council, tmp_path / "site", date(2035, 1, 1)).site)
    assert [name for name in before if before[name] != after[name]] == ["build.json"]


def test_order_of_files_on_the_disk_means_nothing(tmp_path, monkeypatch):
    council = write_council(tmp_path / "council", {}, OTHER)
    before = files_of(build(council, tmp_path / "site").site)
    for name in ("glob", "rglob", "iterdir"):
        real = getattr(Path, name)
        backwards = lambda *values, real=real: iter(sorted(real(*values), reverse=True))  # noqa: E731
        monkeypatch.setattr(Path, name, backwards)
    after = build(council, tmp_path / "site")
    monkeypatch.undo()
    assert files_of(after.site) == before


def test_folder_may_stand_anywhere(council, tmp_path):
    before = files_of(build(council, tmp_path / "site").site)
    moved = council.rename(tmp_path / "another name")
    assert files_of(build(moved, tmp_path / "elsewhere" / "site").site) == before


# Another machine

DRIVER = """
import sys
from datetime import date
from pathlib import Path
from generator.authoring.folder import read_source
from generator.site.build import build_site
if __name__ == "__main__":
    folder, site, jobs, today = sys.argv[1:]
    build_site(read_source(Path(folder)), date.fromisoformat(today), Path(site), jobs=int(jobs))
"""
MACHINES = {
    "another seed": {"PYTHONHASHSEED": "1"},
    "no seed": {"PYTHONHASHSEED": "random"},
    "another day": {"TZ": "Pacific/Kiritimati"},
    "another language": {"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "a strict umask": {"UMASK": "077"},
}
# What differs on one machine may differ on another in all of it.
ALL_AT_ONCE = "all at once"
MACHINES[ALL_AT_ONCE] = {name: value for machine in MACHINES.values() for name, value in machine.items()}


def built_there(tmp_path: Path, jobs: int, **environment: str) -> dict[str, tuple[bytes, int]]:
    """This project's site, built by a process of its own: the bytes and mode of each file."""
    script, site = tmp_path / "driver.py", tmp_path / "site"
    script.write_text(DRIVER, "utf-8")
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    mask = int(environment.pop("UMASK", "022"), 8)
    subprocess.run(
        [sys.executable, script, ROOT, site, str(jobs), "2026-11-21"],
        check=True,
        env={**os.environ, "PYTHONPATH": path, **environment},
        umask=mask,
    )
    return {name: (data, (site / name).stat().st_mode) for name, data in files_of(site).items()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, int]]:
    return built_there(tmp_path_factory.mktemp("usual"), 1, PYTHONHASHSEED="0")


@pytest.mark.slow
@pytest.mark.parametrize("machine", loop(test=[ALL_AT_ONCE], prove=[*MACHINES]))
def test_another_machine_makes_the_same_bytes(machine, usual, tmp_path):
    assert built_there(tmp_path, 1, **MACHINES[machine]) == usual


@pytest.mark.slow
def test_units_side_by_side_make_the_same_bytes(usual, tmp_path):
    assert built_there(tmp_path, 2) == usual
