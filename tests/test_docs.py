"""The documentation leaves nothing out: each option of each command, each setting, each way between its pages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.council.settings import FIXED, SettingsFile, SiteWords
from generator.plan.field_types import described_fields, types_within
from generator.plan.model import Accepted
from tests.plan_keys import FILE, plan_keys
from tests.test_readme import linked_paths

ROOT = Path(__file__).parent.parent
PAGES = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
ALL = "\n".join((*PAGES.values(), (ROOT / "README.md").read_text("utf-8")))

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
# Code that holds a name of the reader's own, a call or a command.
NO_NAME = re.compile(r"KIND|NAME|CODE|FILE|^-|^\.venv/|^make |[(=…\\#@]")
# What plan files and folders hold, and the packages' own names.
NO_NAMES = {"accepted", "cli", "7.yaml"}


def options() -> Iterator[tuple[str, str]]:
    """Each command with each of its long options."""
    for name, command in main.commands.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                yield from ((name, option) for option in parameter.opts if option.startswith("--"))


@pytest.mark.parametrize(("command", "option"), tuple(options()))
def test_option_is_explained(command, option):
    assert re.search(rf"{option}(?![\w-])", ALL), f"plans {command} {option}"


def test_each_setting_has_a_line():
    lines = {
        name
        for row in re.findall(r"^\| (`[^|]*) \|", PAGES["settings.md"], re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    keys = {field.key for kind in (SettingsFile, SiteWords) for field in described_fields(kind)}
    names = keys.union(FIXED) - {"extra", "site_dir"}
    assert lines == names


def test_each_part_of_a_setting_is_named():
    for kind in types_within(SiteWords) - {Accepted}:
        for field in described_fields(kind):
            assert f"`{field.key}`" in PAGES["settings.md"], (kind, field.key)


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_to_files(page):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", PAGES[page], flags=re.DOTALL)
    missing = [link for link in linked_paths(text) if link and not (ROOT / "docs" / link).exists()]
    assert missing in ([], ["proof.md"]), "make prove writes that one alone"


def test_every_key_of_a_plan_file_is_explained():
    """`python -m tests.plan_keys` writes it anew."""
    assert FILE.read_text("utf-8") == plan_keys()


def code_in_contributing() -> set[str]:
    """Each file and name of the code that CONTRIBUTING.md holds as code."""
    found = (code for code in re.findall(r"`([^`\n]+)`", CONTRIBUTING) if not NO_NAME.search(code))
    return {name for code in found for name in code.split()} - NO_NAMES


def names_in(path: Path) -> Iterator[str]:
    """What a module defines at its top, and what its classes hold: "PlanContext", "PlanContext.of"."""
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.ClassDef(name=name, body=body):
                yield from (name, *(f"{name}.{inner.name}" for inner in body if isinstance(inner, ast.FunctionDef)))
            case ast.FunctionDef(name=name):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=targets):
                yield from (inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name))


def test_contributing_names_files_and_functions_that_exist():
    named = code_in_contributing()
    assert {"generator/plan/model.py", "BUILDERS", "PlanContext.of"} <= named
    files = {name: ROOT / name.partition("::")[0] for name in named if "/" in name or name.endswith(".md")}
    assert [name for name, path in files.items() if not path.exists()] == []
    names = {path: set(names_in(path)) for path in files.values() if path.suffix == ".py"}
    assert named - files.keys() - set().union(*names.values()) == set()
    tests = {name.partition("::")[2]: path for name, path in files.items() if "::" in name}
    assert [name for name, path in tests.items() if name not in names[path]] == []


def test_contributing_links_lead_to_files():
    assert [link for link in linked_paths(CONTRIBUTING) if not (ROOT / link).exists()] == []
