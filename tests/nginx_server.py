"""A real nginx for tests, on a free port of this machine alone."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from os import geteuid
from pathlib import Path
from socket import AF_INET, SOCK_STREAM, socket

import pytest

from tests.page_samples import cannot_run

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
AROUND = """\
daemon off;
pid {folder}/pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
{within}
}}
"""


def program(nginx: str | None = NGINX) -> str:
    return nginx or cannot_run("There is no nginx to try the headers with: install the package nginx-light.")


def free_port() -> int:
    with closing(socket(AF_INET, SOCK_STREAM)) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, port: int, within: str) -> Iterator[None]:
    """An nginx whose `http` block holds `within`, which listens on `port`; its own files lie in `folder`."""
    command = program()
    folder.chmod(0o755)
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, within=within), "utf-8")
    # Started by root it would go on as another user, who may not read what is served.
    user = "user root;" if geteuid() == 0 else ""
    with subprocess.Popen(
        [command, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", user], stderr=subprocess.PIPE, text=True
    ) as process:
        for _ in range(200):
            if process.poll() is not None:
                pytest.fail(f"nginx does not start: {process.stderr.read() if process.stderr else ''}")
            with closing(socket(AF_INET, SOCK_STREAM)) as trying:
                if trying.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        try:
            yield
        finally:
            process.terminate()


def answered(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of the answer to a request for `path`. No header comes twice."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        names = [name for name, _ in answer.getheaders()]
        assert len(names) == len(set(names)), "a header is sent twice"
        return answer.status, dict(answer.getheaders()), body
