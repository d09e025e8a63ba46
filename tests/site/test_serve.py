"""What is shown, to whom, and when it is built again."""

import errno
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from queue import Empty, Queue

import pytest

from generator.authoring.folder import read_source
from generator.authoring.scaffold import make_folder
from generator.errors import PlanError, Position, Problem
from generator.problems import LINK_DEAD
from generator.site import serve
from generator.site.headers import FILES, SECURITY
from generator.site.serve import Draft, Preview, SiteServer, file_for, fingerprint, open_server
from tests.command import plans

ROOT = Path(__file__).parents[2]
PAGE = b"<h1>Home</h1>"
PLAN = Path("plans") / "kinbrae-example" / "plan.yaml"
PATIENCE = 60


@pytest.fixture
def site(tmp_path) -> Path:
    """A small site, and files beside it that nobody may see."""
    folder = tmp_path / "site"
    files = {"index.html": PAGE, "a b/c/index.html": b"deep", "404.html": b"lost", "x.css": b"css", ".gitignore": b"*"}
    for name, data in {**files, "empty/x.txt": b"", ".well/index.html": b"hidden", "data.ics": b"ics"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (folder / "way-out").symlink_to(tmp_path)
    return folder


@pytest.fixture
def server(site) -> Iterator[SiteServer]:
    opened = open_server(0)
    opened.site = site
    opened.start()
    yield opened
    opened.stop()


def ask(server: SiteServer, address: str, method: str = "GET", host: str | None = None):
    """Status, headers and body of one answer; `address` goes out as it is."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, address, skip_host=True)
    connection.putheader("Host", f"localhost:{server.server_port}" if host is None else host)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


# Serving


def test_pages_are_served_with_their_type_and_never_kept(server):
    status, headers, body = ask(server, "/")
    assert (status, body) == (200, PAGE)
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert {name: headers.get(name) for name in SECURITY} == SECURITY
    assert ask(server, "/x.css?v=1")[1]["Content-Type"] == "text/css; charset=utf-8"
    assert ask(server, "/data.ics")[1]["Content-Type"] == "text/calendar; charset=utf-8"
    assert ask(server, "/a%20b/c/")[2] == b"deep"


def test_every_type_that_a_site_holds_is_known(server):
    assert {".html", ".css", ".js", ".svg", ".json", ".xml", ".woff2", ".png", ".pdf"} <= set(serve.TYPES)


def test_a_head_request_gets_no_body(server):
    status, headers, body = ask(server, "/", "HEAD")
    assert (status, body, headers["Content-Length"]) == (200, b"", str(len(PAGE)))
    assert ask(server, "/nowhere/", "HEAD")[::2] == (404, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_can_be_sent(server, method):
    status, headers, _ = ask(server, "/", method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "localhost:x", "[::1]"]
)
def test_a_name_from_elsewhere_is_refused(server, host):
    status, _, body = ask(server, "/", host=host)
    assert status == 403
    assert PAGE not in body


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:80", "127.0.0.1:9999"])
def test_names_of_this_computer_are_taken(server, host):
    assert ask(server, "/", host=host)[0] == 200


@pytest.mark.parametrize(
    "address",
    [
        "/../secret.txt",
        "/a%20b/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/way-out/secret.txt",
        "//etc/passwd",
        "/%00",
        "/.gitignore",
        "/.well/",
        "/c:/x",
        "/%ff",
        "/" + "x" * 5000,
        "/empty/",
        "/empty",
        "/nowhere",
    ],
)
def test_what_is_no_page_is_not_found(server, address):
    status, headers, body = ask(server, address)
    assert (status, body) == (404, b"lost")
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("name", FILES)
def test_what_is_meant_for_servers_is_not_shown(server, site, name):
    (site / name).write_bytes(b"x")
    assert ask(server, f"/{name}")[0] == 404


def test_every_answer_has_the_security_headers(server):
    for address, host in (("/", None), ("/nowhere/", None), ("/a%20b/c", None), ("/", "evil.example")):
        headers = ask(server, address, host=host)[1]
        assert {name: headers.get(name) for name in SECURITY} == SECURITY


def test_an_address_that_is_no_path_is_refused(server):
    assert ask(server, "http://evil.example/")[0] == 404
    assert file_for(Path("."), "x") is None


def test_a_page_s_address_ends_in_a_slash(server):
    status, headers, _ = ask(server, "/a%20b/c?x=1")
    assert (status, headers["Location"]) == (301, "/a%20b/c/")
    assert ask(server, "//evil.example")[0] == 404


def test_without_a_page_for_the_lost_there_is_a_line(server, site):
    (site / "404.html").unlink()
    status, headers, body = ask(server, "/nowhere/")
    assert (status, headers["Content-Type"], body) == (404, "text/plain; charset=utf-8", b"There is no such page.\n")


def test_before_the_first_good_build_a_line_says_so(server):
    server.site = None
    assert ask(server, "/")[0] == 503


def test_only_this_computer_can_reach_it(server):
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_a_taken_port_is_passed_over_unless_it_was_asked_for(server, monkeypatch):
    monkeypatch.setattr(serve, "FIRST_PORT", server.server_port)
    other = open_server()
    other.server_close()
    assert server.server_port < other.server_port < server.server_port + serve.TRIED_PORTS
    with pytest.raises(serve.PortTakenError, match="cannot be used"):
        open_server(server.server_port)
    monkeypatch.setattr(serve, "TRIED_PORTS", 1)
    with pytest.raises(serve.PortTakenError, match="all in use"):
        open_server()


def test_a_taken_port_ends_the_command_in_a_line(server, tmp_path):
    make_folder(tmp_path / "demo")
    result = plans("-C", tmp_path / "demo", "serve", "--port", server.server_port)
    assert result.exit_code == 1
    assert result.stderr == f"Error: port {server.server_port} cannot be used; name another one, or leave --port out\n"


def test_a_folder_that_is_no_council_s_is_refused(tmp_path):
    result = plans("-C", tmp_path, "serve")
    assert result.exit_code == 1
    assert "there is no such file; run plans where mkdocs.yml stands" in result.stdout


def test_built_needs_a_site(tmp_path):
    make_folder(tmp_path / "demo")
    result = plans("-C", tmp_path / "demo", "serve", "--built")
    assert result.exit_code == 1
    assert "run 'plans build' first" in result.stderr


# Slow readers


def test_those_who_wait_or_read_slowly_keep_nobody_from_a_page(server, site):
    (site / "large.txt").write_bytes(bytes(20_000_000))
    slow = []
    for number in range(3 * serve.MOST_CONNECTIONS):
        one = socket.create_connection(("127.0.0.1", server.server_port))
        one.sendall((b"", b"GET / HT", b"GET /large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")[number % 3])
        slow.append(one)
    for _ in range(5):
        assert ask(server, "/")[2] == PAGE
    assert len(server.open) <= serve.MOST_CONNECTIONS
    assert threading.active_count() < 2 * serve.MOST_CONNECTIONS
    for one in slow:
        one.close()


def test_reader_who_says_nothing_is_let_go(site, monkeypatch):
    monkeypatch.setattr(serve.PageHandler, "timeout", 0.2)
    server = open_server(0)
    server.site = site
    server.start()
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE) as one:
        one.sendall(b"GET / HT")
        assert one.recv(1) == b""
    server.stop()


def test_many_readers_at_once_all_get_the_page(server):
    with ThreadPoolExecutor(40) as readers:
        assert set(readers.map(lambda _: ask(server, "/")[2], range(200))) == {PAGE}


# Building again


@pytest.fixture
def folder(tmp_path) -> Path:
    make_folder(tmp_path / "demo")
    return tmp_path / "demo"


WATCHING: list[threading.Thread] = []


class EndedError(Exception):
    """Ends whoever watches."""


@pytest.fixture(autouse=True)
def nobody_watches_on(monkeypatch) -> Iterator[None]:
    """Nobody watches when the test has ended."""
    ended = threading.Event()

    def sleep(seconds: float) -> None:
        if ended.wait(seconds):
            raise EndedError

    monkeypatch.setattr(serve, "sleep", sleep)
    yield
    ended.set()
    while WATCHING:
        WATCHING.pop().join(PATIENCE)


class Watching:
    """A preview that builds in a thread, as `plans serve` does; `drafts` are the builds in order."""

    def __init__(self, preview: Preview) -> None:
        self.preview, self.drafts = preview, Queue[Draft]()
        WATCHING.append(threading.Thread(target=self.run, daemon=True))
        WATCHING[-1].start()

    def run(self) -> None:
        with suppress(EndedError):
            while True:
                self.drafts.put(self.preview.next_build())

    def next(self) -> Draft:
        return self.drafts.get(timeout=PATIENCE)

    def is_quiet(self) -> bool:
        """Whether no further build comes in the time in which one would."""
        try:
            self.drafts.get(timeout=4 * serve.QUIET_SECONDS + 2.5)
        except Empty:
            return True
        return False


@pytest.fixture
def preview(folder, tmp_path) -> Iterator[Preview]:
    """A draft that was built once and is served."""
    (tmp_path / "work").mkdir()
    server = open_server(0)
    server.start()
    made = Preview(folder, tmp_path / "work", server, read_source, lambda _: date(2027, 2, 1))
    assert made.build().built
    yield made
    server.stop()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_every_page_says_that_it_is_a_draft_and_is_not_to_be_listed(preview):
    pages = list(preview.server.site.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        text = page.read_text("utf-8")
        assert "This is working text." in text, page
        assert 'content="noindex"' in text, page


def test_the_built_site_of_the_folder_is_not_touched(preview, folder):
    assert not (folder / "site").exists()


def test_one_edit_is_one_build(preview, folder):
    watching = Watching(preview)
    edit(folder / "content" / "about.md", "# About this site", "# About these pages")
    assert watching.next().built
    assert "About these pages" in ask(preview.server, "/about/")[2].decode()
    assert watching.is_quiet()


@pytest.mark.slow
def test_a_save_in_several_steps_is_one_build(preview, folder):
    """As editors do it: a swap file, a backup, a new file in the place of the old one, a second write."""
    watching, plan = Watching(preview), folder / PLAN
    (plan.parent / ".plan.yaml.swp").write_text("x")
    text = plan.read_text("utf-8").replace("status: amber", "status: red")
    plan.with_name("plan.yaml~").write_text("x")
    plan.with_name("4913.tmp").write_text(text, "utf-8")
    os.replace(plan.with_name("4913.tmp"), plan)
    time.sleep(0.05)
    plan.write_text(text, "utf-8")
    (plan.parent / ".plan.yaml.swp").unlink()
    assert watching.next().built
    assert watching.is_quiet()


@pytest.mark.slow
def test_what_changes_nothing_is_no_reason_to_build(preview, folder):
    watching, plan = Watching(preview), folder / PLAN
    plan.write_bytes(plan.read_bytes())
    plan.with_name("private.yaml").write_text("schema: 1\n")
    plan.with_name(".hidden").write_text("x")
    (folder / "notes.txt").write_text("x")
    assert watching.is_quiet()


@pytest.mark.slow
def test_edits_during_a_build_make_exactly_one_more(preview, folder, monkeypatch):
    about = folder / "content" / "about.md"
    build, count = serve.build_site, 0

    def slow(*arguments, **options):
        nonlocal count
        count += 1
        if count == 1:
            for number in range(5):
                about.write_text(f"# Edit {number}\n", "utf-8")
                time.sleep(0.1)
        return build(*arguments, **options)

    monkeypatch.setattr(serve, "build_site", slow)
    watching = Watching(preview)
    edit(folder / "mkdocs.yml", "plans@example.org", "other@example.org")
    assert watching.next().built
    assert watching.next().built
    assert watching.is_quiet()
    assert count == 2


def test_a_broken_edit_is_said_and_the_last_good_draft_stays(preview, folder):
    watching = Watching(preview)
    edit(folder / PLAN, "status: amber", "status: teal")
    draft = watching.next()
    assert draft.built is None
    assert [problem.kind.code for problem in draft.source.problems] == ["status-unknown"]
    status, _, body = ask(preview.server, "/kinbrae-example/")
    line = (folder / PLAN).read_text("utf-8").split("\n").index("        status: teal") + 1
    said = f"plan.yaml, line {line}</strong> (outcomes[1].actions[1].status)<br><code>status: teal</code><br>status"
    assert status == 200
    assert b"1 mistake keeps this draft from being shown as the files are." in body
    assert said in body.decode()
    edit(folder / PLAN, "status: teal", "status: red")
    assert watching.next().built
    assert b"mistake" not in ask(preview.server, "/kinbrae-example/")[2]


def test_a_draft_that_never_was_shows_its_mistakes(folder, tmp_path):
    edit(folder / PLAN, "status: amber", 'status: "<script>alert(1)</script>"')
    server = open_server(0)
    server.start()
    preview = Preview(folder, tmp_path / "work", server, read_source, lambda _: date(2027, 2, 1))
    assert preview.build().built is None
    status, headers, body = ask(server, "/kinbrae-example/")
    assert (status, headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert b"1 mistake keeps" in body
    assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in body
    assert b"<script>" not in body
    assert headers["Content-Security-Policy"] == SECURITY["Content-Security-Policy"]
    server.stop()


def test_open_page_learns_that_the_draft_is_another(preview, folder):
    first = ask(preview.server, "/.plans/state")[2]
    page = ask(preview.server, "/about/")[2]
    assert f'<script src="/.plans/reload.js?of={first.decode()}" defer></script></body>'.encode() in page
    status, headers, body = ask(preview.server, "/.plans/reload.js?of=1")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"/.plans/state" in body
    edit(folder / "content" / "about.md", "# About this site", "# About\n\n<b>")
    assert preview.build().built is None
    second = ask(preview.server, "/.plans/state")[2]
    edit(folder / "content" / "about.md", "# About\n\n<b>", "# About these pages")
    assert preview.build().built
    assert len({first, second, ask(preview.server, "/.plans/state")[2]}) == 3
    assert ask(preview.server, "/.plans/other")[0] == 404
    assert b".plans" not in (preview.server.site / "about" / "index.html").read_bytes()


def test_what_the_system_refuses_is_said_too(preview, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/tmp/x")

    monkeypatch.setattr(serve, "build_site", full)
    assert preview.build().fault == "/tmp/x: no space left on device"
    assert b"/tmp/x: no space left on device" in ask(preview.server, "/about/")[2]


def test_a_folder_that_comes_in_the_place_of_a_file_is_watched(folder, tmp_path):
    (folder / "plans").rename(folder / "elsewhere")
    (folder / "plans").write_text("no folder")
    server = open_server(0)
    preview = Preview(folder, tmp_path / "work", server, read_source, lambda _: date(2027, 2, 1))
    assert "a file stands where a folder is meant" in str(preview.build().problems)
    (folder / "plans").unlink()
    (folder / "elsewhere").rename(folder / "plans")
    watching = Watching(preview)
    assert watching.next().built
    edit(folder / PLAN, "status: amber", "status: red")
    assert watching.next().built
    server.server_close()


def test_a_problem_of_the_finished_site_is_said_too(preview, folder, monkeypatch):
    """A dead link, say, that shows only once the pages stand."""

    def failing(*_, **__):
        raise PlanError([Problem(LINK_DEAD, Position("about/index.html", 1, 2), values={"target": "x"})])

    monkeypatch.setattr(serve, "build_site", failing)
    draft = preview.build()
    assert draft.built is None
    assert "leads nowhere" in str(draft.error)
    assert ask(preview.server, "/about/")[0] == 200


@pytest.mark.slow
def test_a_new_page_is_seen(preview, folder):
    watching = Watching(preview)
    (folder / "content" / "news.md").write_text("# News\n", "utf-8")
    assert watching.next().built
    assert ask(preview.server, "/news/")[0] == 200


@pytest.mark.slow
def test_old_drafts_do_not_pile_up(preview, folder, tmp_path):
    for number in range(4):
        (folder / "content" / "about.md").write_text(f"# About {number}\n", "utf-8")
        assert preview.build().built
    assert len(list((tmp_path / "work").iterdir())) == 2


def test_a_checkout_also_watches_its_theme_and_templates(folder):
    places = serve.watched_places(folder)
    assert {ROOT / "theme", ROOT / "generator" / "render" / "templates"} <= set(places)
    assert places[:3] == (folder / "plans", folder / "content", folder / "mkdocs.yml")


def test_a_fingerprint_is_of_names_and_bytes(tmp_path):
    (tmp_path / "a").write_text("1")
    first = fingerprint([tmp_path])
    assert fingerprint([tmp_path]) == first
    (tmp_path / "a").rename(tmp_path / "b")
    second = fingerprint([tmp_path])
    (tmp_path / "b").write_text("2")
    assert len({first, second, fingerprint([tmp_path])}) == 3
    assert fingerprint([tmp_path / "missing"]) == fingerprint([tmp_path / "missing"])


# The command


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent in another way there")
@pytest.mark.parametrize("built", [False, True])
def test_ctrl_c_ends_it_cleanly(folder, tmp_path, built):
    if built:
        (folder / "site").mkdir()
        (folder / "site" / "index.html").write_text("as it is")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    command = [sys.executable, "-u", "-m", "generator", "serve", "--port", str(port), *(["--built"] if built else [])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)}
    with subprocess.Popen(
        command, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        lines = iter(process.stdout.readline, "")
        address = next(line for line in lines if "http://" in line)
        assert f"http://127.0.0.1:{port}/" in address
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/")
        body = connection.getresponse().read().decode()
        assert ("as it is" in body) == built
        assert ("This is working text." in body) != built
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors.strip()) == (130, "Stopped.")
    assert list(scratch.iterdir()) == []
