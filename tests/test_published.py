"""A published site is read from a folder and over http alike; what disagrees in it is told; no server holds us up."""

import io
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http import HTTPStatus
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest.mock import patch
from urllib.error import HTTPError
from urllib.request import Request

import pytest

from generator import published
from generator.build import build_site, read_source
from generator.published import PublishedError, fetch, read_published, site_files, why_untrustworthy
from generator.serve import PageHandler, SiteServer, open_server
from tests.council import write_council

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

    def answer(handler: PageHandler, *, with_body: bool) -> None:
        name = handler.path.strip("/")
        if answers.get(name) is HTTPStatus.FORBIDDEN:
            handler.send_error(HTTPStatus.FORBIDDEN)
        else:
            usual(handler, with_body=with_body)

    usual = PageHandler._answer
    monkeypatch.setattr(PageHandler, "_answer", answer)
    assert list(read_published(server.address, ["anytown"]).locks) == ["anytown"]
    answers[LOCK] = HTTPStatus.FORBIDDEN
    with pytest.raises(PublishedError, match="answers 403"):
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


class Odd(BaseHTTPRequestHandler):
    """A server that answers as no server of a site should."""

    def do_GET(self) -> None:
        name = self.path.strip("/")
        if name == "loop":
            self.answer(302, Location="/loop")
        elif name == "file":
            self.answer(302, Location="file:///etc/hosts")
        elif name == "broken":
            self.answer(500)
        elif name == "gone":
            self.answer(410)
        elif name == "large":
            self.answer(200, b"x" * 2000)
        elif name == "drip":
            self.answer(200, **{"Content-Length": "1000"})
            while not self.server.done.wait(0.05):  # type: ignore[attr-defined]
                self.wfile.write(b"x")
                self.wfile.flush()
        elif name == "quiet":
            self.server.done.wait(30)  # type: ignore[attr-defined]
        else:
            self.answer(404)

    def answer(self, code: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(code)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def odd(monkeypatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(published, "QUIET", 0.3)
    monkeypatch.setattr(published, "LONGEST", 0.6)
    monkeypatch.setattr(published, "MOST_BYTES", 1000)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    server.done = threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.done.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("loop", "redirect"),
        ("file", "to url 'file:///etc/hosts' is not allowed"),
        ("broken", "answers 500"),
        ("large", "is larger than 1,000 bytes"),
        ("drip", "took longer than 0.6 seconds"),
        ("quiet", "cannot be fetched: timed out"),
    ],
)
def test_no_server_holds_us_up_or_leads_us_astray(odd, name, said):
    with pytest.raises(PublishedError, match=said):
        fetch(f"{odd}{name}")


def test_a_way_from_https_to_http_is_not_followed():
    """No test serves https, so what follows a redirect is asked itself; and that it is the one that is used."""
    follow = published._Redirects().redirect_request
    start, there = Request("https://plans.example.org/x"), "https://www.example.org/x"
    assert follow(start, io.BytesIO(), 302, "Found", HTTPMessage(), there).full_url == there
    with pytest.raises(HTTPError, match="it leads to http://plans"):
        follow(start, io.BytesIO(), 302, "Found", HTTPMessage(), "http://plans.example.org/x")
    with patch.object(published, "build_opener", side_effect=OSError("stop")) as made, pytest.raises(PublishedError):
        fetch("http://127.0.0.1:1/")
    assert made.call_args.args == (published._Redirects,)


def test_what_is_not_there_is_nothing_and_no_fault(odd, tmp_path):
    assert fetch(f"{odd}gone") is None
    assert fetch(f"{odd}else") is None
    assert site_files(tmp_path)("x") is None
    assert site_files(odd)("x y") is None


@pytest.mark.parametrize(
    "address", ["https://", "http:///x", "http://127.0.0.1:1/", "http://127.0.0.1:x/", "http://[/"]
)
def test_an_address_that_leads_nowhere_is_said_in_words(address, monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with pytest.raises(PublishedError, match=r"cannot be fetched|is no address"):
        fetch(address)
