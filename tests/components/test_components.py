"""Each component makes what its examples show. A component is a macro file; its examples stand beside this file."""

import re
from html import unescape
from pathlib import Path

import pytest

from generator.document.blocks import BLOCKS, INLINES
from generator.engine import page_html
from generator.site.build import Source
from tests.component_pages import (
    COMPONENTS,
    EXAMPLES,
    IN_PAGES,
    IN_SHELL,
    KEYS,
    as_values,
    build_component_pages,
    made,
    pages,
)
from tests.html_checks import CHECKS, BuiltPage
from tests.page_samples import SITE_URL
from tests.test_vnu import messages

CASES = [
    pytest.param(name, example, id=f"{name}: {example['name']}")
    for name, examples in EXAMPLES.items()
    for example in examples
]


def test_every_component_has_examples():
    assert EXAMPLES.keys() == COMPONENTS.keys()


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_macro_has_examples_and_one_shows_html_as_text(name):
    macros = set(re.findall(r"\{%-? macro (\w+)", COMPONENTS[name].read_text("utf-8")))
    assert {example.get("macro", name) for example in EXAMPLES[name]} == macros
    assert any(example["name"] == "html as text" for example in EXAMPLES[name])


@pytest.mark.parametrize(("component", "kinds"), [("blocks", BLOCKS), ("inlines", INLINES)])
def test_every_kind_of_block_and_inline_is_in_an_example(component, kinds):
    """The macro that chooses by kind shows nothing for a kind that it does not know."""
    shown = str([as_values(example["with"]) for example in EXAMPLES[component]])
    assert [kind.__name__ for kind in kinds if f"{kind.__name__}(" not in shown] == []


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


def test_every_component_has_a_page_that_shows_its_examples(source: Source):
    shown = {page.address.split("/")[1]: page.markdown for page in pages(source)}
    assert {name.rpartition("-")[0] or name for name in shown} == IN_PAGES.keys() | (IN_SHELL.keys() - {"links"})
    for name in IN_PAGES:
        whole = [example for example in EXAMPLES[name] if not example.get("is_part")]
        assert whole
        assert all(made(name, example) in shown[name] for example in whole)


@pytest.fixture(scope="module")
def built(source: Source, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build_component_pages(source, tmp_path_factory.mktemp("components"))


# Not of every page: these pages lie in no plan, and stand where the breadcrumb of an example leads.
LEFT_OUT = {"robots", "example_banner", "breadcrumb", "description", "footer"}


@pytest.mark.parametrize("rule", [name for name in CHECKS if name not in LEFT_OUT])
def test_components_keep_the_rules_for_pages(rule: str, built: dict[str, Path]):
    found = [BuiltPage(f"{address}index.html", path.read_text("utf-8"), SITE_URL) for address, path in built.items()]
    assert [f"{page.address}: {fault}" for page in found for fault in CHECKS[rule](page)] == []


@pytest.mark.slow
def test_checker_finds_nothing_in_any_component(built: dict[str, Path]):
    assert messages(list(built.values())) == []
