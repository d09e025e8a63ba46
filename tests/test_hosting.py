"""docs/hosting.md as a web team follows it: nginx serves every file of the site, each with the right type."""

import gzip
import re
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from urllib.parse import quote

import pytest

from generator.site.headers import FILES, NGINX_FILE, SECURITY
from tests.conftest import ROOT
from tests.nginx_server import answered, free_port, serving

pytestmark = pytest.mark.slow

DOCS = ROOT / "docs" / "hosting.md"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".lock": "text/plain; charset=utf-8",
    ".pagefind": "application/octet-stream",
    ".pf_fragment": "application/octet-stream",
    ".pf_index": "application/octet-stream",
    ".pf_meta": "application/octet-stream",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".zip": "application/zip",
}
WITHHELD = {"build.json": 403, **dict.fromkeys(FILES, 404)}


def documented(site: Path, folder: Path, port: int, *, allow: str = "127.0.0.1") -> str:
    """The example of the documentation with this test's own places, as a web team puts in its own."""
    (example,) = re.findall(r"```nginx\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    places = {
        "listen 443 ssl;": f"listen 127.0.0.1:{port};",
        "root /var/www/plans;": f"root {site};",
        "/etc/nginx/snippets/plans-headers.conf": f"{folder}/plans-headers.conf",
        "/var/log/nginx/plans.log": f"{folder}/plans.log",
        "allow 127.0.0.1;": f"allow {allow};",
    }
    for theirs, ours in places.items():
        assert example.count(theirs) == 1, theirs
        example = example.replace(theirs, ours)
    return example


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """The port of an nginx as docs/hosting.md sets it up, for a stranger, and its log."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    copyfile(site / NGINX_FILE, folder / "plans-headers.conf")
    with serving(folder, port, documented(site, folder, port, allow="192.0.2.1")):
        yield port, folder / "plans.log"


def test_every_file_of_the_site_comes_whole_and_with_its_type(nginx, site):
    port, _ = nginx
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert len(files) > 500
    wrong = []
    for name in files:
        if name in WITHHELD:
            continue
        status, headers, body = answered(port, f"/{quote(name)}")
        right = (200, TYPES[Path(name).suffix], (site / name).read_bytes())
        if (status, headers.get("Content-Type"), body) != right or SECURITY.items() - headers.items():
            wrong.append((name, status, headers.get("Content-Type")))
    assert wrong == []
    assert {Path(name).suffix for name in files} >= {".html", ".csv", ".ics", ".lock", ".xml", ".zip", ".pf_fragment"}


@pytest.mark.parametrize("name", WITHHELD)
def test_what_is_for_servers_is_not_handed_out(name, nginx, site):
    port, _ = nginx
    assert (site / name).is_file()
    assert answered(port, f"/{name}")[0] == WITHHELD[name]


def test_the_machine_that_asks_for_the_sites_health_gets_its_facts(site, tmp_path):
    port = free_port()
    copyfile(site / NGINX_FILE, tmp_path / "plans-headers.conf")
    with serving(tmp_path, port, documented(site, tmp_path, port)):
        assert answered(port, "/build.json")[2] == (site / "build.json").read_bytes()


def test_a_lost_reader_gets_the_page_for_lost_readers(nginx, site):
    port, _ = nginx
    status, headers, body = answered(port, "/no/such/page/")
    assert (status, body) == (404, (site / "404.html").read_bytes())
    assert SECURITY.items() <= headers.items()


def test_log_names_the_lost_address_and_no_words_of_a_search(nginx):
    port, log = nginx
    before = len(log.read_text("utf-8").splitlines()) if log.exists() else 0
    answered(port, "/moved/away/?from=a-letter")
    answered(port, "/search/?q=domestic+abuse")
    lines: list[str] = []
    for _ in range(100):  # a line is written once the answer has gone out
        lines = log.read_text("utf-8").splitlines()[before:]
        if len(lines) == 2:
            break
        time.sleep(0.05)
    assert [re.sub(r"^\S+ \[.*?\] ", "", line).rpartition(" ")[0] for line in lines] == [
        '"GET /moved/away/" 404',
        '"GET /search/" 200',
    ]


@pytest.mark.parametrize("name", ["index.html", "feed.xml", "sitemap.xml"])
def test_text_is_compressed(name, nginx, site):
    port, _ = nginx
    _, headers, body = answered(port, f"/{name}", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == (site / name).read_bytes()


def test_an_address_without_its_last_slash_leads_on(nginx):
    status, headers, _ = answered(nginx[0], "/search")
    assert (status, headers["Location"].endswith("/search/")) == (301, True)
