"""A file is fetched whole or not at all, from the server that was named and no other, and no server holds us up."""

import io
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest.mock import patch
from urllib.request import Request

import pytest

from generator.site import fetch as fetching
from generator.site.fetch import FetchError, HiddenError, fetch

SHORT = 0.3  # seconds


@pytest.fixture(autouse=True)
def short(monkeypatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    monkeypatch.setattr(fetching, "QUIET", SHORT)
    monkeypatch.setattr(fetching, "LONGEST", 2 * SHORT)


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Starts a server on this computer that answers as it is told, and gives back its address."""
    servers = []
    done = threading.Event()

    def start(answer: Callable[[BaseHTTPRequestHandler, threading.Event], object]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer(self, done)

            def log_message(self, format: str, *args: object) -> None:
                """Nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    done.set()
    for server in servers:
        server.shutdown()
        server.server_close()


def saying(*parts: bytes, status: int = 200, **headers: str) -> Callable[..., None]:
    def answer(request: BaseHTTPRequestHandler, _: threading.Event) -> None:
        request.send_response(status)
        for key, value in headers.items():
            request.send_header(key.replace("_", "-"), value)
        request.end_headers()
        for part in parts:
            request.wfile.write(part)

    return answer


def dripping(start: bytes) -> Callable[..., None]:
    """Writes `start`, and then a byte now and then, without an end."""

    def answer(request: BaseHTTPRequestHandler, done: threading.Event) -> None:
        request.wfile.write(start)
        while not done.wait(SHORT / 10):
            request.wfile.write(b"x")

    return answer


def test_a_file_comes_whole(serve):
    assert fetch(serve(saying(b"01234", b"56789")), 10) == b"0123456789"
    assert fetch(serve(saying(b"01234", b"56789", Content_Length="10")), 10) == b"0123456789"
    chunked = saying(b"5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n", Transfer_Encoding="chunked")
    assert fetch(serve(with_version(chunked)), 10) == b"0123456789"


def with_version(answer: Callable[..., None]) -> Callable[..., None]:
    def answered(request: BaseHTTPRequestHandler, done: threading.Event) -> None:
        request.protocol_version = "HTTP/1.1"
        request.close_connection = True
        answer(request, done)

    return answered


@pytest.mark.parametrize(
    "answer",
    [
        saying(b"0123456789", Content_Length="20"),
        with_version(saying(b"a\r\n0123456789\r\n", Transfer_Encoding="chunked")),
        with_version(saying(b"a\r\n01234", Transfer_Encoding="chunked")),
    ],
)
def test_a_file_that_was_cut_off_on_the_way_is_no_file(serve, answer):
    """A lock without its last lines would be an older lock, and no witness of what was published last."""
    with pytest.raises(FetchError, match=r"cut off on the way|cannot be fetched: incompleteread"):
        fetch(serve(answer), 100)


def test_no_more_is_read_than_is_wanted(serve):
    with pytest.raises(FetchError, match="is larger than 10 bytes"):
        fetch(serve(saying(b"0123456789", b"0" * 100_000)), 10)


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_nothing_and_no_fault(serve, status):
    assert fetch(serve(saying(status=status)), 10) is None


@pytest.mark.parametrize("status", [401, 403])
def test_what_a_server_keeps_to_itself_is_told_apart(serve, status):
    with pytest.raises(HiddenError, match=f"answers {status}"):
        fetch(serve(saying(status=status)), 10)


@pytest.mark.parametrize("status", [500, 503, 206, 204, 304])
def test_any_other_answer_is_no_file(serve, status):
    with pytest.raises(FetchError, match=f"answers {status}") as raised:
        fetch(serve(saying(*([] if status in (204, 304) else [b"01234"]), status=status)), 10)
    assert not isinstance(raised.value, HiddenError)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda request, done: done.wait(30), "cannot be fetched: timed out"),
        (dripping(b"HTTP/1.0 200 OK\r\n\r\n"), "took longer than 0.6 seconds; try again later"),
        (dripping(b"HTTP/1.0 200 OK\r\nContent-Length: 1000\r\n\r\n"), "took longer than 0.6 seconds"),
        (dripping(b"HTTP/1.0 200 OK\r\nX: "), "took longer than 0.6 seconds"),
        (dripping(b""), "took longer than 0.6 seconds"),
        (saying(status=302, Location="/again"), "redirect"),
        (lambda request, done: request.wfile.write(b"none of ours\r\n"), "cannot be fetched: none of ours"),
    ],
)
def test_no_server_holds_us_up(serve, answer, said):
    start = time.monotonic()
    with pytest.raises(FetchError, match=said):
        fetch(serve(answer), 10_000)
    assert time.monotonic() - start < 20 * SHORT


def test_only_the_server_that_was_named_is_asked(serve):
    asked: list[str] = []

    def answer(request: BaseHTTPRequestHandler, _: threading.Event) -> None:
        asked.append(request.path)
        saying(b"x")(request, _)

    other = serve(answer)
    for target in (other, other.replace("127.0.0.1", "localhost"), "https://example.org/", "//example.org/x"):
        with pytest.raises(FetchError, match="leads to another server"):
            fetch(serve(saying(status=302, Location=target)), 10)
    for target in ("file:///etc/hosts", "ftp://127.0.0.1/", "data:text/plain,x"):
        with pytest.raises(FetchError, match=r"is not allowed|leads to another server"):
            fetch(serve(saying(status=302, Location=target)), 10)
    assert asked == []


def test_a_server_may_lead_to_another_address_of_its_own(serve):
    def answer(request: BaseHTTPRequestHandler, done: threading.Event) -> None:
        if request.path == "/there":
            saying(b"x")(request, done)
        else:
            saying(status=301, Location="/there")(request, done)

    assert fetch(f"{serve(answer)}here", 10) == b"x"


def test_from_http_to_https_is_followed_and_never_back():
    """No test serves https, so what follows a redirect is asked itself; and that it is the one that is used."""
    follow, some = fetching._SameServer().redirect_request, (io.BytesIO(), 302, "Found", HTTPMessage())
    safe, unsafe = "https://plans.example.org/x", "http://plans.example.org/x"
    assert follow(Request(unsafe), *some, safe).full_url == safe
    with pytest.raises(FetchError, match="leads to http://plans"):
        follow(Request(safe), *some, unsafe)
    for target in ("https://www.example.org/x", "https://plans.example.org:8443/x"):
        with pytest.raises(FetchError, match="leads to another server"):
            follow(Request(safe), *some, target)
    with patch.object(fetching, "_SameServer", side_effect=OSError("stop")), pytest.raises(FetchError, match="stop"):
        fetch("http://127.0.0.1:1/", 10)


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "http:///x",
        "http://[/",
        "ftp://127.0.0.1/x",
        "file:///etc/hosts",
        "x",
        "http://name:word@127.0.0.1/",
    ],
)
def test_what_is_no_address_of_a_site_is_said(address):
    with pytest.raises(FetchError, match="is no address of a site"):
        fetch(address, 10)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://127.0.0.1:x/"])
def test_an_address_that_leads_nowhere_is_said_in_words(address):
    with pytest.raises(FetchError, match=r"cannot be fetched: (connection refused|nonnumeric port)"):
        fetch(address, 10)


def test_nothing_else_asks_the_network():
    """What a page holds is never fetched, and one place alone knows how to fetch."""
    package = Path(fetching.__file__).parent
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(word in path.read_text("utf-8") for word in ("urllib.request", "create_connection", "http.client"))
    }
    assert found == {"fetch.py"}
