"""One file from a web server: by http or https, from the server that was named, of a bounded size, in a bounded time.

Nothing else in the package asks the network for anything.
"""

import re
import threading
import time
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from generator import __version__

# Seconds: without a sign from the server, and for one file in all.
QUIET, LONGEST = 15, 60
PIECE = 64 * 1024
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
HIDDEN = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
HEADERS = {"User-Agent": f"plans/{__version__}", "Cache-Control": "no-cache"}
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class FetchError(Exception):
    """Why a file, or the site that it belongs to, cannot be read, in words."""


class HiddenError(FetchError):
    """The server does not hand the file out to whoever asks here."""


def is_address(place: str) -> bool:
    """Whether `place` is written as an address, and so is no folder."""
    return ADDRESS.match(place) is not None


def fetch(address: str, limit: int) -> bytes | None:
    """What stands at `address`, of at most `limit` bytes; None where the server says that there is nothing.

    Raises FetchError, after LONGEST seconds too; HiddenError where the server does not hand the file out.
    """
    if not _names_a_server(address):
        raise FetchError(
            f"{address} is no address of a site: it starts with https:// or http://, and names a server and no user"
        )
    done: list[bytes | None] = []
    wrong: list[Exception] = []

    def work() -> None:
        try:
            done.append(_answer(address, limit, time.monotonic() + LONGEST))
        except Exception as error:
            wrong.append(error)

    # A server that sends a byte of its headers now and then is never quiet for long: only this limits it in all.
    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(LONGEST)
    if wrong:
        raise wrong[0]
    if not done:
        raise _slow(address)
    return done[0]


def _names_a_server(address: str) -> bool:
    """Whether `address` is one of the web that names a server, and neither a user nor a password."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def _slow(address: str) -> FetchError:
    return FetchError(f"{address} took longer than {LONGEST} seconds; try again later")


def _answer(address: str, limit: int, end: float) -> bytes | None:
    """What the server answers until the moment `end`."""
    try:
        with _opener().open(Request(address, headers=HEADERS), timeout=QUIET) as answer:
            if answer.status != HTTPStatus.OK:
                raise FetchError(f"{address} answers {answer.status} ({answer.reason})")
            return _body(answer, address, limit, end)
    except HTTPError as error:
        if error.code in GONE:
            return None
        kind = HiddenError if error.code in HIDDEN else FetchError
        raise kind(f"{address} answers {error.code} ({error.reason})") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        words = (reason.strerror if isinstance(reason, OSError) else None) or str(reason) or type(reason).__name__
        raise FetchError(f"{address} cannot be fetched: {words.lower()}") from error


def _opener() -> OpenerDirector:
    """What opens addresses of the web, and of nothing else."""
    opener = OpenerDirector()
    for handler in (
        *(ProxyHandler(), HTTPHandler(), HTTPSHandler()),
        *(HTTPErrorProcessor(), HTTPDefaultErrorHandler(), _SameServer()),
    ):
        opener.add_handler(handler)
    return opener


def _body(answer: HTTPResponse, address: str, limit: int, end: float) -> bytes:
    """The body of the answer, whole. A server may say how long it is; what is shorter was cut off on the way."""
    parts, size = [], 0
    while piece := answer.read1(min(PIECE, limit + 1 - size)):
        parts.append(piece)
        size += len(piece)
        if size > limit:
            raise FetchError(f"{address} is larger than {limit:,} bytes, and no such file of a site is")
        if time.monotonic() > end:
            raise _slow(address)
    if answer.length:
        raise FetchError(f"{address} was cut off on the way; try again")
    return b"".join(parts)


class _SameServer(HTTPRedirectHandler):
    """Follows a server to another address of its own; to no other server, and never from https to http."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(urljoin(req.full_url, newurl))
        if (old.scheme, new.scheme) == ("https", "http"):
            raise FetchError(f"{req.full_url} leads to {newurl}, which anybody on the way could alter; it is not asked")
        if not _is_same_server(old, new):
            raise FetchError(f"{req.full_url} leads to another server, {newurl}; if it is the right one, name that")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _is_same_server(old: SplitResult, new: SplitResult) -> bool:
    """Whether `new` is of the server of `old`, which may lead from http to https."""
    is_safer = (old.scheme, new.scheme) == ("http", "https") and old.port is None and new.port is None
    return old.hostname == new.hostname and (is_safer or (old.scheme, old.port) == (new.scheme, new.port))
