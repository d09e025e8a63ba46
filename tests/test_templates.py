"""Templates place words and nothing more, and what they make comes through Markdown as it stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser

import pytest
from jinja2 import Environment, nodes
from markdown.util import BLOCK_LEVEL_ELEMENTS

from generator.council.theme import read_theme
from generator.document.blocks import BLOCKS, INLINES
from generator.document.frame import StagedPage
from generator.engine import page_html
from generator.engine.plain_engine import PlainEngine
from generator.render import markdown as render
from generator.render.markdown import ALLOWED_FILTERS
from generator.site.build import Source, site_units
from tests.filled_plan import Field, filled, filled_site, staged_pages

THEME = read_theme()
FOLDERS = (render.TEMPLATES, THEME.folder)
FILES = {
    path.relative_to(folder).as_posix(): path
    for folder in FOLDERS
    for path in sorted([*folder.rglob("*.j2"), *folder.rglob("*.html")])
}

# Places, chooses and repeats: nothing that makes, joins or changes a text.
ALLOWED_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem),
    *(nodes.If, nodes.For, nodes.Macro, nodes.FromImport, nodes.Call, nodes.Filter, nodes.Test),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg),
)
COMPARISONS = {"eq", "ne", "lt", "lteq", "gt", "gteq"}
VOID = {"br", "hr", "img", "input", "link", "meta"}


def faults(source: str) -> list[str]:
    """What a template may not do."""
    found = [f"{value!r}" for _, kind, value in Environment().lex(source) if kind.startswith("raw")]
    for node in _walk(Environment(extensions=["jinja2.ext.do"]).parse(source)):
        match node:
            case nodes.Filter(name=name) if name not in ALLOWED_FILTERS:
                found.append(f"|{name}")
            case nodes.Call(node=nodes.Name(name=name)) if name != "Markup":
                pass
            case nodes.Call():
                found.append("a method, or Markup")
            case nodes.Getattr(attr=name) if name.startswith("_"):
                found.append(name)
            case nodes.Tuple(ctx="store"):
                pass  # {% for tone, start, width in … %}
            case nodes.Operand(op=op) if op not in COMPARISONS:
                found.append(op)
            case _ if not isinstance(node, ALLOWED_NODES):
                found.append(type(node).__name__)
    return found + _tag_faults(source)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


# A placed value is a snowman here: in a quoted attribute or between tags it is at home, as a name it is not.
TAG = re.compile(r"<[^<>]*>?")
SOUND_TAG = re.compile(r'<[a-z][a-z0-9]*(\s+[a-z][a-z0-9:-]*(="[^"]*")?)*\s*>|</[a-z][a-z0-9]*>', re.IGNORECASE)
SCRIPT = re.compile(r"<(script|style)\b[^>]*>[^<]|\son[a-z]+=|\sstyle=|javascript:", re.IGNORECASE)


def _tag_faults(source: str) -> list[str]:
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", source, flags=re.DOTALL)
    bare = re.sub(r"\{\{.*?\}\}", "\u2603", bare, flags=re.DOTALL)
    bare = re.sub(r"<!doctype html>", "", bare, count=1)
    return [tag[0] for tag in TAG.finditer(bare) if not SOUND_TAG.fullmatch(tag[0])] + [
        match[0] for match in SCRIPT.finditer(bare)
    ]


@pytest.mark.parametrize("name", FILES)
def test_template_only_places_chooses_and_repeats(name):
    assert faults(FILES[name].read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        *("{{ x|safe }}", "{{ x|e }}", "{{ x|upper }}", "{{ 'a' ~ x }}", "{{ 'a' + x }}", "{{ '%s' % x }}"),
        *("{{ Markup(x) }}", "{{ x.format(1) }}", "{{ x.__class__ }}", "{{ ['<b>'] }}", "{{ {'a': x} }}"),
        *("{% autoescape false %}{{ x }}{% endautoescape %}", "{% raw %}{{ x }}{% endraw %}", "{% set x = 1 %}"),
        *("{% filter upper %}x{% endfilter %}", "{% do x %}", "{% include x %}", "{{ x if y else z }}", "{{ x[1:] }}"),
        *(
            "<a href={{ x }}>",
            "<a href='{{ x }}'>",
            "<a {{ x }}>",
            "<{{ x }}>",
            '<a {{ x }}="y">',
            "<a href=",
            "a < b",
            "<!-- -->",
        ),
        *("<script>{{ x }}</script>", "<style>a</style>", '<a onclick="{{ x }}">', '<a style="{{ x }}">'),
        *('<a href="javascript:{{ x }}">', "{{ x in y }}"),
    ],
)
def test_template_that_does_more_is_found(source):
    assert faults(source)


# What templates make


@cache
def _filled_pages() -> tuple[StagedPage, ...]:
    def text_of(field: Field) -> str:
        lines = {"line": "*", "text": "*\n- *\n    *\nend", "rich": "*\n\n- *\n\n    *\n\nend"}[field.kind]
        return f"{field.path} {lines}"

    return tuple(
        page
        for missing in (False, True)
        for page in staged_pages(filled(text_of, missing=missing), filled_site(text_of))
    )


@pytest.fixture(scope="module")
def pages(source: Source) -> Sequence[StagedPage]:
    """Every page of this project's own site, hand-written ones left out, and of the filled plan."""
    units = site_units(source, date(2026, 11, 21))
    written = {page.address for page in source.content.pages}
    own = [page for unit in units for page in unit.stage() if page.address not in written]
    return (*own, *_filled_pages())


def html_blocks(markdown: str) -> list[str]:
    """What stands between blank lines and holds a block of HTML."""
    return [part for part in markdown.split("\n\n") if _block_tags(part)]


def _block_tags(part: str) -> list[str]:
    return [name for name in re.findall(r"<([a-z][a-z0-9]*)\b", part) if name in BLOCK_LEVEL_ELEMENTS]


class _Balance(HTMLParser):
    """Whether each element that is opened is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.is_sound = True
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        self.is_sound &= bool(self.open) and self.open.pop() == tag


def is_balanced(text: str) -> bool:
    balance = _Balance(text)
    return balance.is_sound and not balance.open


def test_html_block_starts_in_the_first_column_and_holds_no_blank_line(pages):
    blocks = [block for page in pages for block in html_blocks(page.markdown)]
    assert blocks
    for block in blocks:
        assert re.match(r"<[a-z]", block), block
        assert _block_tags(block)[0] == re.match(r"<([a-z0-9]+)", block)[1], block  # type: ignore[index]
        assert is_balanced(block), block  # what a blank line cuts is open on one of its sides


def test_html_block_is_in_the_page_byte_for_byte(pages):
    for page in pages:
        built = page_html(page.markdown)
        for block, count in Counter(html_blocks(page.markdown)).items():
            assert built.count(block.strip()) == count, block


@pytest.mark.parametrize("broken", ["text\n<div>x</div>", " <div>x</div>", "<div>\n\nx</div>", "<table>\n\n</table>"])
def test_html_block_that_is_not_sound_is_found(broken):
    blocks = html_blocks(broken)
    assert blocks
    assert not all(re.match(r"<[a-z]", block) and is_balanced(block) for block in blocks)


def test_markdown_of_a_page_is_wholly_read(pages):
    """No Markdown is left over in the page as it was typed: everything that is not HTML was understood."""
    for page in pages:
        text = re.sub(r"<[^>]*>", "", page_html(page.markdown))
        assert not re.search(r"^\s*(#{1,6} |- |:   )|\{:|\]\(|\*\*", text, re.MULTILINE), page.address


@pytest.mark.parametrize("name", FILES)
def test_every_heading_says_its_id(name):
    """Python-Markdown would make one of the heading's text."""
    lines = re.findall(r"^(?:#|\{\{ hashes).*", FILES[name].read_text("utf-8"), re.MULTILINE)
    assert [line for line in lines if not re.search(r" \{: #\S.*\}$", line)] == []


def test_no_id_stands_twice_on_a_page(pages):
    apart = [replace(page, address=f"{number}/") for number, page in enumerate(pages)]
    for page, data in zip(pages, PlainEngine().render_unit(apart, THEME).values(), strict=True):
        ids = Counter(re.findall(r'\sid="([^"]*)"', data.decode("utf-8")))
        assert [value for value, count in ids.items() if count > 1] == [], page.address


def test_a_way_to_be_shown_is_found_for_every_kind_of_block_and_inline():
    shown = {
        name: set(re.findall(r"\bitem is ([A-Z]\w+)", FILES[f"components/{name}.md.j2"].read_text("utf-8")))
        for name in ("blocks", "inlines")
    }
    assert shown["blocks"] == {kind.__name__ for kind in BLOCKS}
    assert shown["inlines"] == {kind.__name__ for kind in INLINES}
    assert [name for name in FILES if name.endswith(".md.j2") and "/" not in name] == ["page.md.j2"]


def test_every_component_is_used():
    """Each is imported by another template, and so is a part of page.md.j2, which shows every kind of page."""
    made = {name for name in FILES if name.startswith("components/")}
    used = {name for path in FILES.values() for name in re.findall(r'from "(\S+)" import', path.read_text("utf-8"))}
    assert made - used == set()
