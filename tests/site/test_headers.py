"""The security headers are one value, and each file for a server says the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.site.headers import (
    BRIEFLY,
    FILES,
    FOR_GOOD,
    HEADERS_FILE,
    IIS_FILE,
    NGINX_FILE,
    SECURITY,
    TRANSPORT,
    header_files,
)
from tests.conftest import ROOT
from tests.nginx_server import answered, free_port, program, serving

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
FINGERPRINTED = "assets/site.0123456789.css"


def text_of(name: str) -> str:
    return header_files(has_lost_page=True)[name].decode()


def test_policy_is_the_one_that_was_decided():
    assert SECURITY["Content-Security-Policy"] == POLICY


def test_every_header_can_stand_in_a_line_and_in_quotation_marks():
    for value in SECURITY.values():
        assert re.fullmatch(r"""[^"\\$\r\n]+""", value)


def test_every_site_gets_the_files(site):
    assert {name: (site / name).read_bytes() for name in FILES} == header_files(has_lost_page=True)


# _headers


def rules(text: str) -> dict[str, dict[str, str]]:
    """What a file in the format of Netlify sends for each path."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            assert name not in found[path]
            found[path][name] = value
        elif not line.startswith("#"):
            path = line
            found[path] = {}
    return found


def test_netlify_is_told_all_and_no_header_of_one_file_twice():
    found = rules(text_of(HEADERS_FILE))
    assert found == {"/*": SECURITY, "/assets/*": {"Cache-Control": FOR_GOOD}}
    assert max(map(len, text_of(HEADERS_FILE).splitlines())) < 2000  # Cloudflare Pages reads no longer line


# IIS


def headers_for_iis(text: str) -> dict[str, str]:
    """What IIS sends. Raises AssertionError where two of one name would stop it."""
    sent: dict[str, str] = {"X-Content-Type-Options": "set above"}
    for line in ElementTree.fromstring(text).iterfind(".//customHeaders/*"):
        name = line.attrib["name"]
        if line.tag == "remove":
            sent.pop(name, None)
        else:
            assert name not in sent, f"{name} is there already"
            sent[name] = line.attrib["value"]
    return sent


def test_iis_is_told_all():
    assert headers_for_iis(text_of(IIS_FILE)) == SECURITY
    tree = ElementTree.fromstring(text_of(IIS_FILE))
    assert tree.find("./system.webServer/staticContent/clientCache").attrib == {"cacheControlMode": "DisableCache"}
    assert tree.find("./location").attrib == {"path": "assets"}
    assert tree.find("./location//clientCache").attrib["cacheControlMode"] == "UseMaxAge"
    names = [node.attrib["fileExtension"] for node in tree.iterfind(".//mimeMap")]
    assert names == [node.attrib["fileExtension"] for node in tree.iterfind(".//staticContent/remove")]


# What every IIS in use hands out without being told.
KNOWN_TO_IIS = {".css", ".html", ".jpg", ".js", ".pdf", ".png", ".txt", ".xml"}
# For the server itself, not for readers.
FOR_SERVERS = {".conf", ".config"}


def untold(names: set[str]) -> set[str]:
    """The types of the files `names` that an IIS would not hand out."""
    told = {node.attrib["fileExtension"] for node in ElementTree.fromstring(text_of(IIS_FILE)).iterfind(".//mimeMap")}
    return {Path(name).suffix for name in names} - told - KNOWN_TO_IIS - FOR_SERVERS - {""}


def test_iis_is_told_every_type_that_the_site_holds(site):
    names = {path.name for path in site.rglob("*") if path.is_file()}
    assert "pagefind-entry.json" in names
    assert untold(names | {"crest.webp"}) == set()
    assert untold(names | {"plan.odt"}) == {".odt"}


def test_a_header_that_stops_iis_is_found():
    text = text_of(IIS_FILE).replace('<remove name="X-Content-Type-Options"/>', "")
    with pytest.raises(AssertionError, match="is there already"):
        headers_for_iis(text)


@pytest.mark.parametrize("has_lost_page", [True, False])
def test_iis_shows_the_page_for_lost_readers_where_there_is_one(has_lost_page):
    text = header_files(has_lost_page=has_lost_page)[IIS_FILE].decode()
    found = ElementTree.fromstring(text).findall(".//httpErrors/error")
    assert [node.attrib["path"] for node in found] == (["404.html"] if has_lost_page else [])


# nginx


def test_nginx_is_told_all():
    lines = re.findall(r'^add_header (\S+) "(.+)" always;$', text_of(NGINX_FILE), re.MULTILINE)
    assert dict(lines) == SECURITY
    assert not re.search(r"^\s*location\b", text_of(NGINX_FILE), re.MULTILINE)


@pytest.mark.parametrize("name", FILES)
def test_transport_is_left_to_whoever_runs_the_host(name):
    text = text_of(name)
    assert TRANSPORT[0] in text
    active = re.sub(r"^\s*#.*$|<!--.*?-->", "", text, flags=re.MULTILINE | re.DOTALL)
    assert TRANSPORT[0] not in active


def written_by_others(docs: str) -> list[str]:
    """What the example makes nginx read, as root, from the folder into which each new build is copied."""
    example = "\n".join(re.findall(r"```nginx\n(.*?)```", docs, re.DOTALL))
    (root,) = re.findall(r"^\s*root (.+);$", example, re.MULTILINE)
    included = re.findall(r"^\s*include (.+);$", example, re.MULTILINE)
    assert included
    return [path for path in included if path.startswith(f"{root}/")]


def test_nginx_reads_no_file_that_a_build_replaces():
    docs = (ROOT / "docs" / "hosting.md").read_text("utf-8")
    assert written_by_others(docs) == []
    (copied,) = re.findall(rf"^cp \S+/{NGINX_FILE} (\S+)$", docs, re.MULTILINE)
    assert f"include {copied};" in docs
    assert f"diff {copied} " in docs
    assert "copy this file out of the site's folder" in text_of(NGINX_FILE)
    fault = docs.replace(f"include {copied};", f"include /var/www/plans/{NGINX_FILE};")
    assert written_by_others(fault) == [f"/var/www/plans/{NGINX_FILE}"]


SERVER = """\
    types {{ text/html html; text/css css; }}
    server {{
        listen 127.0.0.1:{port};
        root {folder}/top;
        error_page 404 /plans/404.html;
        include {folder}/snippets/plans-headers.conf;
        location = /plans/nginx-headers.conf {{ return 404; }}
        location /own/ {{ {own} }}
    }}
"""


def test_no_nginx_is_a_failure_in_ci(monkeypatch):
    assert program("/x") == "/x"
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="nginx-light"):
        program(None)
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="nginx-light"):
        program(None)


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[int]:
    """The port of an nginx that shows a small site below /plans/."""
    top = tmp_path / "top"
    pages = {"index.html": "home", "404.html": "lost", FINGERPRINTED: "a{}", "assets/plain.css": "a{}"}
    for name, text in {**{f"plans/{name}": text for name, text in pages.items()}, "own/x.html": "x"}.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, "utf-8")
    for file in (top / "plans" / NGINX_FILE, tmp_path / "snippets" / "plans-headers.conf"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text_of(NGINX_FILE), "utf-8")
    port, own = free_port(), 'add_header X-Own "1";'
    with serving(tmp_path, port, SERVER.format(folder=tmp_path, port=port, own=own)):
        yield port


def asked(port: int, path: str) -> tuple[int, dict[str, str]]:
    status, headers, _ = answered(port, path)
    return status, headers


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        ("/plans/", 200, BRIEFLY),
        (f"/plans/{FINGERPRINTED}", 200, FOR_GOOD),
        ("/plans/assets/plain.css", 200, BRIEFLY),
        ("/plans/no/such/page/", 404, None),
        ("/plans/assets/gone.0123456789.css", 404, None),
        (f"/plans/{NGINX_FILE}", 404, None),
    ],
)
def test_nginx_sends_every_header(nginx, path, status, kept):
    found, headers = asked(nginx, path)
    assert found == status
    assert {name: headers.get(name) for name in SECURITY} == SECURITY
    assert headers.get("Cache-Control") == kept


@pytest.mark.slow
def test_a_location_with_a_header_of_its_own_loses_them_as_the_file_says(nginx):
    _, headers = asked(nginx, "/own/x.html")
    assert headers["X-Own"] == "1"
    assert not SECURITY.keys() & headers.keys()
    assert "loses" in text_of(NGINX_FILE)
