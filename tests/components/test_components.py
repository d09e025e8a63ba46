"""Each component makes what its examples show. A component is a macro file; its examples stand beside this file."""

import re
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from generator import render
from generator.engine import page_html
from generator.pages.parts import Fact, Line, Link

HERE = Path(__file__).parent
COMPONENTS = {path.name.removesuffix(".md.j2"): path for path in (render.TEMPLATES / "components").glob("*.md.j2")}
EXAMPLES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(HERE.glob("*.yaml"))}
CASES = [
    pytest.param(name, example, id=f"{name}: {example['name']}")
    for name, examples in EXAMPLES.items()
    for example in examples
]
KEYS = {"name", "macro", "as", "with", "makes", "says"}


# The parts of an example that are a page model's own; what it leaves out is as there.
PARTS = {"lines": Line, "cells": Line, "link": Link, "facts": Fact, "deeds": Fact}


def as_values(data: Any, name: str = "") -> Any:
    """Plain data, the value of the key `name`, as a page model would hold it: parts by name, lists that stay."""
    if isinstance(data, dict):
        parts = {key: as_values(value, key) for key, value in data.items()}
        return PARTS.get(name, SimpleNamespace)(**parts)
    return tuple(as_values(item, name) for item in data) if isinstance(data, list) else data


def made(component: str, example: dict[str, Any]) -> str:
    """What the macro makes of the example, on a page at p/, its blank lines as on a page."""
    macro = example.get("macro", component)
    source = f'{{% from "components/{component}.md.j2" import {macro} with context %}}{{{{ {macro}(*values) }}}}'
    template = render._page_environment().from_string(source)
    text = template.render(page=SimpleNamespace(address="p/"), values=as_values(example["with"], example.get("as", "")))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def test_every_component_has_examples():
    assert EXAMPLES.keys() == COMPONENTS.keys()


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_macro_has_examples_and_one_shows_html_as_text(name):
    macros = set(re.findall(r"\{% macro (\w+)", COMPONENTS[name].read_text("utf-8")))
    assert {example.get("macro", name) for example in EXAMPLES[name]} == macros
    assert any(example["name"] == "html as text" for example in EXAMPLES[name])


@pytest.mark.parametrize(("component", "example"), CASES)
def test_component_makes_what_its_example_shows(component, example):
    assert example.keys() <= KEYS
    assert made(component, example) == example["makes"].strip()


@pytest.mark.parametrize(("component", "example"), CASES)
def test_component_says_what_its_example_shows(component, example):
    text = unescape(re.sub(r"<[^>]*>", "", page_html(made(component, example))))
    for words in example.get("says", ()):
        assert words in text


@pytest.mark.parametrize("component", sorted(EXAMPLES))
def test_html_as_text_makes_no_element(component):
    for example in EXAMPLES[component]:
        if example["name"] == "html as text":
            assert not re.search(r"<(?:b|script)\b", page_html(made(component, example)))
