"""The index of the site's own search, made by Pagefind over the finished pages.

Pagefind is asked as a service, page by page in order of address. Run over a folder it takes the files as the disk gives
them and writes other bytes on another disk; its Python library waits a tenth of a second for each page; and what it
answers is in memory, so only what our own page needs is ever written.

It gets the finished `main` of each page. The pages themselves carry nothing for it: what they belong to travels beside
them, as keys. A key is a word that nobody types (`pages.search.search_key`). It is indexed as metadata, so it stands in
no text and in no excerpt, and the page of the search asks for it. Pagefind's own filters come out different each time,
and whatever else its metadata held would be found as if the page said it.
"""

import json
import os
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import IO

from pagefind_bin import get_executable

from generator.document.frame import SearchEntry, page_file
from generator.site.assemble import write_files

FOLDER = "pagefind"
# What stands on page after page, or is asked of Pagefind in another way. It leaves out forms and drawings by itself.
LEFT_OUT = ("h1", ".banner", ".as-at", ".visually-hidden")
# What the page of the search fetches. The rest is Pagefind's own forms, and a worker that a small index can do without.
NEEDED = re.compile(r"pagefind\.js|pagefind-entry\.json|.*\.pf_(?:meta|index|fragment)")
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
PIECE = 1 << 20

Answer = Mapping[str, object]


class SearchError(Exception):
    """Why the site has no index for its search, in words for whoever runs the build."""


def write_index(site: Path, entries: Sequence[SearchEntry], language: str) -> None:
    """Write the index of the pages of `site` that `entries` name to its folder "pagefind".

    The same pages give the same bytes, in whatever order they are named. Raises SearchError.
    """
    pages = sorted(entries, key=lambda entry: entry.address)
    texts = {entry: (site / page_file(entry.address)).read_text("utf-8") for entry in pages}
    write_files(index_files(texts, language), site / FOLDER)


def index_files(pages: Mapping[SearchEntry, str], language: str) -> dict[str, bytes]:
    """The files of the index of `pages`, finished HTML in order of address, by their paths below its folder."""
    if not pages:
        return {}
    requests: list[dict[str, object]] = [{"type": "NewIndex", "config": {"exclude_selectors": LEFT_OUT}}]
    requests += [_page_request(entry, page, language) for entry, page in pages.items()]
    answers = _ask([*requests, {"type": "GetFiles", "index_id": 0}])
    found = answers[-1].get("files")
    files = {_inside(file["path"]): b64decode(file["content"]) for file in found} if isinstance(found, list) else {}
    needed = {path: data for path, data in files.items() if NEEDED.fullmatch(path)} | _program(files)
    # Pagefind leaves out a page without a word under its heading, of which it says that it has one.
    worded = sum(answer.get("page_word_count") not in (None, 0, 1) for answer in answers)
    if (count := sum(path.startswith("fragment/") for path in needed)) < worded:
        raise SearchError(f"Pagefind indexed {count} of {worded} pages; install the packages of the lock again")
    return needed


def _page_request(entry: SearchEntry, page: str, language: str) -> dict[str, object]:
    main, title = MAIN.search(page), TITLE.search(page)
    if main is None or title is None:
        raise SearchError(f"{page_file(entry.address)} has no main with a heading")
    # The heading is escaped already; Pagefind reads it from an attribute, so its tags go.
    said = {"title": re.sub(r"<[^>]*>", "", title[1]), "keys": escape(" ".join(entry.keys))}
    meta = [f'<meta data-pagefind-meta="{name}[content]" content="{value}">' for name, value in said.items() if value]
    text = "".join([f'<html lang="{escape(language)}"><body>', *meta, main[0], "</body></html>"])
    return {"type": "AddFile", "index_id": 0, "file_path": None, "url": entry.address, "file_contents": text}


def _inside(path: str) -> str:
    """The path below the index's own folder, with "/" on every system."""
    return path.replace("\\", "/").rpartition(f"{FOLDER}/")[2]


def _program(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Pagefind's program for the site's language, or else for any: it knows the ends of a language's words."""
    entry = json.loads(files.get("pagefind-entry.json", b"{}"))
    names = {f"wasm.{facts['wasm'] or 'unknown'}.pagefind" for facts in entry.get("languages", {}).values()}
    return {name: files[name] for name in names if name in files}


def _ask(requests: Sequence[Mapping[str, object]]) -> list[Answer]:
    """Pagefind's answers to `requests`, in order. It answers one after the other and ends with what it reads from."""
    sent = [
        b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b","
        for number, request in enumerate(requests)
    ]
    try:
        with subprocess.Popen(
            [str(get_executable()), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.writelines(sent)
            process.stdin.flush()
            answers = _answers(process.stdout, len(sent))
    except BrokenPipeError:
        answers = []  # it ended before it had read all
    except OSError as error:
        raise SearchError(f"Pagefind cannot be run: {(error.strerror or str(error)).lower()}") from error
    failed = [str(answer.get("message")) for answer in answers if answer.get("type") == "Error"]
    if failed or len(answers) < len(sent):
        raise SearchError(f"Pagefind made no index: {failed[0] if failed else 'it ended too soon'}")
    return answers


def _answers(stream: IO[bytes], count: int) -> list[Answer]:
    """The payloads of the first `count` messages of `stream`, or of as many as come."""
    pieces: list[bytes] = []
    commas = 0
    while commas < count and (piece := os.read(stream.fileno(), PIECE)):
        pieces.append(piece)
        commas += piece.count(b",")
    messages = b"".join(pieces).split(b",")[:count]
    return [json.loads(b64decode(message))["payload"] for message in messages if message]
