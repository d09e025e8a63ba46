"""A published site is read from a folder and over http alike; what disagrees in it is told."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.site.build import build_site
from generator.site.fetch import FetchError
from generator.site.published import read_published, site_files, why_untrustworthy
from generator.site.serve import PageHandler, SiteServer, open_server
from tests.council_folder import write_council

TODAY = date(2019, 4, 1)
LOCK = "anytown/editions/editions.lock"


@pytest.fixture(scope="module")
def council(tmp_path_factory) -> Path:
    return write_council(tmp_path_factory.mktemp("council"))


@pytest.fixture(scope="module")
def built(council, tmp_path_factory) -> Path:
    return build_site(read_source(council), TODAY, tmp_path_factory.mktemp("built") / "site", jobs=1).site


@pytest.fixture
def site(built, tmp_path) -> Path:
    return shutil.copytree(built, tmp_path / "site")


@pytest.fixture
def server(site, monkeypatch) -> Iterator[SiteServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = open_server()
    server.site = site
    server.start()
    yield server
    server.stop()


def changed(site: Path, **values: object) -> None:
    """Type `values` into the site's build.json; None takes a key out."""
    place = site / "build.json"
    facts = {**json.loads(place.read_text("utf-8")), **values}
    place.write_text(json.dumps({key: value for key, value in facts.items() if value is not None}), "utf-8")


def test_a_site_says_the_same_from_its_folder_and_over_http(site, server):
    here, there = read_published(site), read_published(server.address)
    assert here.plans == ("anytown",)
    assert (here.built_on, here.is_draft) == (TODAY, False)
    assert here.locks == {"anytown": (site / LOCK).read_bytes()}
    assert (here.build, here.home, here.locks) == (there.build, there.home, there.locks)
    assert why_untrustworthy(here) == why_untrustworthy(there) == ""


def test_a_draft_is_one_by_its_pages_too(council, tmp_path):
    site = build_site(read_source(council), TODAY, tmp_path / "draft", jobs=1, is_draft=True).site
    draft = read_published(site)
    assert (draft.is_draft, draft.locks, why_untrustworthy(draft)) == (True, {}, "")
    changed(site, draft=False)
    assert "says that it is no draft, and its home page shows that it is one" in why_untrustworthy(read_published(site))


def test_a_server_may_keep_its_build_file_to_itself(site, server):
    (site / "build.json").unlink()
    assert read_published(server.address).locks == {}
    found = read_published(server.address, ["anytown", "othertown"])
    assert (found.build, list(found.locks)) == ({}, ["anytown"])


def test_a_server_that_refuses_the_build_file_alone_is_as_good_as_one_without_it(site, server, monkeypatch):
    answers = {"build.json": HTTPStatus.FORBIDDEN, "anytown/editions/editions.lock": HTTPStatus.OK}

    def answer(handler: PageHandler) -> None:
        name = handler.path.strip("/")
        if answers.get(name) is HTTPStatus.FORBIDDEN:
            handler.send_error(HTTPStatus.FORBIDDEN)
        else:
            usual(handler)

    usual = PageHandler.do_GET
    monkeypatch.setattr(PageHandler, "do_GET", answer)
    assert list(read_published(server.address, ["anytown"]).locks) == ["anytown"]
    answers[LOCK] = HTTPStatus.FORBIDDEN
    with pytest.raises(FetchError, match="answers 403"):
        read_published(server.address, ["anytown"])


def other_lock(site: Path) -> None:
    (site / LOCK).write_bytes(b"")


TAMPERED: dict[str, tuple[Callable[[Path], object], str]] = {
    "draft typed": (
        lambda site: changed(site, draft=True),
        "says that it is a draft, and its home page shows that it is",
    ),
    "draft as a text": (lambda site: changed(site, draft="false"), "does not say for which day it was built, or"),
    "no draft": (lambda site: changed(site, draft=None), "does not say for which day it was built, or"),
    "no day": (lambda site: changed(site, built_on="soon"), "does not say for which day it was built, or"),
    "lock deleted": (lambda site: (site / LOCK).unlink(), "names the plan anytown, and anytown/editions/editions.lock"),
    "lock emptied": (other_lock, "editions.lock is not the one that the site was built with"),
    "another head": (lambda site: changed(site, locks={"anytown": "0" * 64}), "is not the one that the site was built"),
    "plan taken out": (lambda site: changed(site, keys={"hub": "x"}), "its build.json does not name that plan"),
    "no build file": (lambda site: (site / "build.json").unlink(), "it has no build.json of this program"),
    "no JSON": (lambda site: (site / "build.json").write_text("[" * 100_000), "it has no build.json of this program"),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_what_disagrees_in_a_site_is_told(site, name):
    tamper, said = TAMPERED[name]
    tamper(site)
    assert said in why_untrustworthy(read_published(site))


def test_a_site_that_was_built_before_heads_were_written_is_trusted_as_far_as_it_goes(site):
    changed(site, locks=None)
    assert why_untrustworthy(read_published(site)) == ""
    (site / LOCK).unlink()
    assert "names the plan anytown" in why_untrustworthy(read_published(site))


def test_the_newest_line_cut_off_a_lock_is_told(site):
    data = (site / LOCK).read_bytes()
    (site / LOCK).write_bytes(data + data)
    assert "line 2 of anytown/editions/editions.lock fails" in why_untrustworthy(read_published(site))


def test_what_is_not_there_is_nothing_and_no_fault(site, server, tmp_path):
    assert site_files(tmp_path)("x") is None
    assert site_files(server.address)("x y") is None
    assert site_files(f"{server.address}?x#y")(LOCK) == (site / LOCK).read_bytes()


def test_what_is_no_file_holds_nobody_up(tmp_path):
    os.mkfifo(tmp_path / "build.json")
    assert read_published(tmp_path).build == {}
