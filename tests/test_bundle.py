"""The bundle holds the program and all that it needs: it is installed where no package can be fetched."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from tests.conftest import ROOT

pytestmark = pytest.mark.prove


def run(*command: object, **environment: str) -> str:
    result = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run("make", "bundle", f"DIST={folder}")
    return folder / "bundle"


def test_bundle_is_installed_without_a_network_by_its_hashes(bundle, tmp_path):
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    nowhere = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
        "PIP_CONFIG_FILE": os.devnull,
        "http_proxy": "http://127.0.0.1:9/",
    }
    install = ("-m", "pip", "install", "--no-index", "--find-links", bundle, "--require-hashes")
    run(python, *install, "-r", bundle / "requirements.txt", **nowhere)
    assert __version__ in run(tmp_path / "venv" / "bin" / "plans", "--version")
    run(tmp_path / "venv" / "bin" / "plans", "new", tmp_path / "council")
    run(tmp_path / "venv" / "bin" / "plans", "-C", tmp_path / "council", "build")
    assert (tmp_path / "council" / "site" / "index.html").is_file()


def test_a_package_that_was_changed_is_refused(bundle, tmp_path):
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    (own,) = bundle.glob("improvement_plan_publisher-*.whl")
    kept = own.read_bytes()
    own.write_bytes(kept + b"x")
    try:
        install = ("-m", "pip", "install", "--no-index", "--find-links", bundle, "--require-hashes", "--no-deps")
        with pytest.raises(AssertionError, match="DO NOT MATCH THE HASHES"):
            run(tmp_path / "venv" / "bin" / "python", *install, "-r", bundle / "requirements.txt")
    finally:
        own.write_bytes(kept)


def test_list_of_hashes_names_every_file(bundle):
    lines = (bundle / "SHA256SUMS").read_text("utf-8").splitlines()
    named = {line.split()[1]: line.split()[0] for line in lines}
    files = {path.name for path in bundle.iterdir()} - {"SHA256SUMS"}
    assert named.keys() == files
    assert all(hashlib.sha256((bundle / name).read_bytes()).hexdigest() == digest for name, digest in named.items())
