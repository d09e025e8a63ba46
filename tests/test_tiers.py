"""Whatever `make test` or `make check` looks at, `make prove` looks at too."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOT_IN_TEST = "not prove and not long"


def marks(target: str) -> str:
    """The tests that a target of the Makefile chooses, by their marks."""
    recipe = re.search(rf"^{target}:.*\n(?:\t.*\n)+", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert recipe
    return " ".join(re.findall(r'-m "([^"]+)"', recipe[0]))


def collected(profile: str, chosen: str) -> set[str]:
    """The tests of a tier, each as often as its loop is long."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "-m", chosen, "tests"],
        cwd=ROOT,
        env={**os.environ, "HYPOTHESIS_PROFILE": profile, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {line for line in done.stdout.splitlines() if "::" in line}


def test_each_tier_leaves_out_what_the_next_has():
    assert marks("prove") == "not long"
    assert marks("test") == NOT_IN_TEST
    assert marks("check").endswith(f"and {NOT_IN_TEST}")


@pytest.mark.prove
def test_every_test_of_make_test_is_in_make_prove():
    sampled, whole = collected("check", marks("test")), collected("prove", marks("prove"))
    assert len(sampled) > 1000
    assert sampled - whole == set()
    assert len(whole) > len(sampled)
