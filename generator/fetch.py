"""One file from a web server: by http or https, from the host that was named, of a bounded size, in a bounded time."""

import time
import urllib.error
import urllib.request
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.parse import urljoin, urlsplit

SECONDS = 20  # for one answer, and for one file as a whole three times that
PIECE = 64 * 1024
AGENT = "improvement-plan-publisher"


class FetchError(Exception):
    """Why a file could not be fetched, in words."""


def is_web_address(text: str) -> bool:
    """Whether `text` is an http or https address with a host, and without a name or password."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def fetch(address: str, limit: int) -> bytes | None:
    """What stands at `address`, of at most `limit` bytes; None where the server says that there is nothing.

    Raises FetchError.
    """
    if not is_web_address(address):
        raise FetchError(f"{address}: this is no http or https address")
    opener = urllib.request.OpenerDirector()
    for handler in (
        *(urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler()),
        *(urllib.request.HTTPErrorProcessor(), urllib.request.HTTPDefaultErrorHandler(), _SameHost()),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(address, headers={"User-Agent": AGENT})
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            return _read(answer, address, limit)
    except urllib.error.HTTPError as error:
        if error.code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
            return None
        raise FetchError(f"{address}: the server answers {error.code} ({error.reason})") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise FetchError(f"{address}: {reason or type(reason).__name__}") from error


def _read(answer: HTTPResponse, address: str, limit: int) -> bytes:
    """The body of the answer, piece by piece, so that no server can hold us or fill the memory."""
    end, parts, size = time.monotonic() + 3 * SECONDS, [], 0
    while piece := answer.read1(min(PIECE, limit + 1 - size)):
        parts.append(piece)
        size += len(piece)
        if size > limit:
            raise FetchError(f"{address}: this is larger than {limit:,} bytes")
        if time.monotonic() > end:
            raise FetchError(f"{address}: this takes more than {3 * SECONDS} seconds")
    return b"".join(parts)


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a server to another address of its own, and to no other host, nor from https to http."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        old, new = urlsplit(req.full_url), urlsplit(urljoin(req.full_url, newurl))
        is_safer = (old.scheme, new.scheme) == ("http", "https") and old.port is None and new.port is None
        if old.hostname != new.hostname or not (is_safer or (old.scheme, old.port) == (new.scheme, new.port)):
            raise FetchError(f"{req.full_url}: the server leads to another host, {newurl}: name that one")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
