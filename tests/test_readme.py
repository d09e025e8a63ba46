"""What README.md tells a reader to type works: CI runs it, the commands exist, the links lead somewhere."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CI = (ROOT / ".ci" / "run").read_text("utf-8")


def fenced_commands(markdown: str) -> list[str]:
    """The command lines of the code fences in `markdown`, in order."""
    fences = re.findall(r"^```\w*\n(.*?)^```$", markdown, re.MULTILINE | re.DOTALL)
    return [line.strip() for fence in fences for line in fence.splitlines() if line.strip()]


def script_commands(script: str) -> list[str]:
    """The lines of `script` that do its work: not comments, settings or the change of folder."""
    lines = [line.strip() for line in script.splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]


def named_subcommands(markdown: str) -> set[str]:
    """Every X of a `plans X` that stands as code in `markdown`."""
    code = [*re.findall(r"(?<!`)`([^`\n]+)`(?!`)", markdown), *fenced_commands(markdown)]
    return {name for text in code for name in re.findall(r"(?:^|[\s/])plans ([a-z][a-z-]*)", text)}


def linked_paths(markdown: str) -> list[str]:
    """The targets of links in `markdown` that are files of the project."""
    targets = re.findall(r"\]\(([^)\s]+)\)", markdown)
    return [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]


def test_ci_runs_commands_of_the_readme():
    assert script_commands(CI) == ["make site SERVE=0", "make test"]
    assert set(script_commands(CI)) <= set(fenced_commands(README))


def test_readme_names_a_target_that_the_makefile_has():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(re.findall(r"`([^`]+)`", README) + fenced_commands(README))))
    assert {"site", "test"} <= named
    assert named <= targets


def test_readme_names_subcommands_that_exist():
    from generator.cli import main

    named = named_subcommands(README)
    assert {"check", "build", "serve"} <= named
    assert named <= set(main.commands)


def test_readme_links_lead_to_files():
    links = linked_paths(README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_commands_and_links_are_found_in_a_sample():
    sample = "Run `plans check`, see [x](docs/x.md#top), [y](https://y.example).\n\n```sh\n.venv/bin/plans ids\n```\n"
    assert fenced_commands(sample) == [".venv/bin/plans ids"]
    assert named_subcommands(sample + "The folder `plans/` and our plans are not commands.") == {"check", "ids"}
    assert linked_paths(sample) == ["docs/x.md"]


def test_script_lines_that_only_prepare_are_not_commands():
    assert script_commands("#!/bin/bash\nset -eu\ncd x\n\nmake test\n") == ["make test"]
