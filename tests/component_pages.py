"""The examples of every component, what its macro makes of them, and a page that shows them all in the real shell."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from generator.council.theme import read_theme
from generator.document import blocks
from generator.document.blocks import BLOCKS, INLINES, Fact, Line, Link, Tag
from generator.document.frame import Banner, Frame, FrameLink, StagedPage, page_file
from generator.document.prose import read_prose
from generator.document.refs import Places, Ref, Whereabouts
from generator.engine.plain_engine import PlainEngine
from generator.pages.shell import site_shell
from generator.render import markdown as render
from generator.site.build import Source
from generator.wording import Words

HERE = Path(__file__).parent / "components"
# What stands in a page, and what stands round it: templates of the package, and parts of the theme.
IN_PAGES = {path.name.removesuffix(".md.j2"): path for path in (render.TEMPLATES / "components").glob("*.md.j2")}
IN_SHELL = {path.stem: path for path in (read_theme().folder / "parts").glob("*.html")}
COMPONENTS = {**IN_PAGES, **IN_SHELL}
EXAMPLES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(HERE.glob("*.yaml"))}
KEYS = {"name", "macro", "as", "with", "makes", "says", "is_part"}

# The parts of an example that are a page model's own; what it leaves out is as there.
PARTS = {
    "lines": Line,
    "cells": Line,
    "link": Link,
    "more": Link,
    "to": Ref,
    "facts": Fact,
    "deeds": Fact,
    "tag": Tag,
    "banners": Banner,
}
# A part that says its kind is a block, an inline, or what one is made of.
KINDS = {kind.__name__: kind for kind in (*BLOCKS, *INLINES, *vars(blocks).values()) if isinstance(kind, type)}
# A plan of which no page shows anything any more: the words of a link to it stand alone.
PLACES = Places({"gone": Whereabouts("gone")})
FRAME_PARTS = {"breadcrumb": FrameLink, "menu": FrameLink, "plan_menu": FrameLink, "banners": Banner}


def as_values(data: Any, name: str = "") -> Any:
    """Plain data, the value of the key `name`, as a page model would hold it: parts by name, lists that stay.

    A text that is prose is read, as a plan's formatted texts are.
    """
    if isinstance(data, dict):
        parts = {key: as_values(value, key) for key, value in data.items()}
        return _part(name, parts)(**parts)
    if isinstance(data, list):
        return tuple(as_values(item, name) for item in data)
    return read_prose(data) if name == "prose" and isinstance(data, str) else data


def _part(name: str, parts: dict[str, Any]) -> Callable[..., Any]:
    """What a part is in a page model, or in the frame: links there have an address."""
    if parts.get("kind") in KINDS:
        return KINDS[parts.pop("kind")]
    return FrameLink if name == "link" and "href" in parts else PARTS.get(name, SimpleNamespace)


def made(component: str, example: dict[str, Any]) -> str:
    """What the macro makes of the example, on a page at p/, its blank lines as on a page."""
    macro = example.get("macro", component)
    is_shell = component in IN_SHELL
    file = f"parts/{component}.html" if is_shell else f"components/{component}.md.j2"
    source = f'{{% from "{file}" import {macro} with context %}}{{{{ {macro}(*values) }}}}'
    environment = render.environment([read_theme().folder]) if is_shell else render._page_environment()
    values = as_values(example["with"], example.get("as", ""))
    with render.rendering("p/", PLACES):
        text = environment.from_string(source).render(page=SimpleNamespace(address="p/"), values=values)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


# The examples that each page shows, by its name: all of a component's, and each of what stands round a page.
PAGES: dict[str, tuple[str, list[dict[str, Any]]]] = {}
for _component, _examples in EXAMPLES.items():
    _whole = [example for example in _examples if not example.get("is_part")]
    if _component in IN_PAGES:
        PAGES[_component] = (_component, _whole)
    else:
        PAGES |= {f"{_component}-{place}": (_component, [example]) for place, example in enumerate(_whole)}


def page_address(name: str) -> str:
    return f"components/{name}/"


def pages(source: Source) -> Iterator[StagedPage]:
    """The pages of PAGES."""
    for name, (component, examples) in PAGES.items():
        if component in IN_PAGES:
            yield _page(source, name, _shown(component, examples))
        else:
            page = _page(source, name, "Text.\n")
            yield replace(page, frame=_framed(page.frame, examples[0]["with"][0]))


def _page(source: Source, name: str, text: str) -> StagedPage:
    assert source.settings is not None
    shell = site_shell(source.settings, Words(), (), is_draft=False)
    page = SimpleNamespace(address=page_address(name), title=f"Component: {name}", opening="", crumbs=())
    return StagedPage(page.address, f"# {page.title} {{: #page-title }}\n\n{text}", render.frame(page, shell))


def _shown(component: str, examples: list[dict[str, Any]]) -> str:
    """Each example under its name. A heading of the example comes below one of the level above it."""
    parts = []
    for place, example in enumerate(examples):
        text = made(component, example)
        levels = [len(found) for found in re.findall(r"^(#{2,6}) ", text, re.MULTILINE)]
        above = range(2, max(levels[0], 3) if levels else 3)
        name = f"{place + 1}. {render.finalize(example['name'])}"
        parts += [f"{'#' * level} Example {name} {{: #example-{place}-{level} }}" for level in above]
        parts.append(text or "Nothing.")
    return "\n\n".join(parts) + "\n"


def _framed(frame: Frame, values: dict[str, Any]) -> Frame:
    """The frame with what the example says of it; its own words stay those of the site."""
    parts = {name: value for name, value in values.items() if name != "words"}
    made = {
        name: tuple(FRAME_PARTS[name](**item) for item in value) if name in FRAME_PARTS else value
        for name, value in parts.items()
    }
    return replace(frame, **made)


def build_component_pages(source: Source, folder: Path) -> dict[str, Path]:
    """The pages as files of a site in `folder`, with what a browser fetches, by their addresses."""
    theme = read_theme()
    for name, data in theme.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    found = {}
    for address, data in PlainEngine().render_unit(tuple(pages(source)), theme).items():
        found[address] = folder / page_file(address)
        found[address].parent.mkdir(parents=True)
        found[address].write_bytes(data)
    return found
