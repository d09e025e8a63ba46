"""Whatever a plan says comes back on its pages as it was typed, and becomes nothing else.

A plan with a harmless word in every field gives the pages' elements. The same plan with other texts must give the
same elements, attributes and addresses, each with its text in the place of the word.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from markdown import Markdown
from markdown_it import MarkdownIt
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.checks import check_plan
from generator.council.theme import Theme, read_theme
from generator.document import prose
from generator.document.frame import StagedPage
from generator.document.page import Page
from generator.document.prose import _ProseParser, plain_prose, read_prose
from generator.engine import page_html, plain_engine
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.engine.plain_engine import PlainEngine
from generator.errors import Severity
from generator.pages import findings, overview
from generator.pages.actions import role_value
from generator.pages.search import rating_value
from generator.plan.model import PublicPlan
from generator.plan.reader import read_plan
from generator.plan.validators import read_as
from generator.plan.yaml_tree import REFUSED
from generator.render import markdown as render
from generator.render.markdown import environment, markdown_of
from generator.text import term_key
from generator.words import action_section
from tests.filled_plan import (
    Field,
    TextOf,
    fields,
    filled,
    filled_data,
    filled_site,
    settings_fields,
    staged_pages,
)
from tests.payloads import MARKDOWN_EXTENSIONS, PAYLOADS
from tests.tiers import loop

THEME = read_theme()
PLAIN, MKDOCS = PlainEngine(), MkDocsEngine()
# These stand in the place of another value: a body in that of a ground, a closed plan's day in that of the plan's own.
TOLD_WITHOUT = frozenset({"Lead.body", "PublicPlan.closed"})
VARIANTS = [{}, {"missing": True}, {"without": TOLD_WITHOUT}]
ALL_FIELDS = {field.path: field for variant in VARIANTS for field in (*fields(**variant), *settings_fields())}
TEXT_FIELDS = [field for field in ALL_FIELDS.values() if field.is_text]
ALL = 10_000
NUMBERS = {field.path: number for number, field in enumerate(TEXT_FIELDS)}

# A field's own word. It is no date and no list number, and it is the same in small letters and at a sentence's start.
# Keys of the search, names of tables, and places of words in the glossary.
HASHED = re.compile(r"^zq[0-9a-f]{10}0$|^table-[0-9a-f]{8}$|(^|#)t-[0-9a-z-]+$")
WORD = re.compile(r"0zz(\d+)zz")
RICH_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a"}
RICH_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
RICH_ADDRESS = re.compile(r"(https?|mailto):", re.IGNORECASE)


def word(field: Field) -> str:
    return f"0zz{NUMBERS[field.path]}zz"


def field_number(own_word: str) -> int:
    return int(own_word.removeprefix("0zz").removesuffix("zz"))


# Pages as trees


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: "tuple[Element | str, ...]"

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self) -> "Iterator[Element]":
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()


# What helps with a term of the plan (tests/engine/test_terms.py), if it holds text and nothing else. The texts of one
# plan are terms of each other here, which a plan of words is not.
HELP = re.compile(r'<span class="term"> \[(?:<a href="[^"<>]*">)?[^<]*(?:</a>)?\]</span>')
TERM_LINK = re.compile(r'<a href="[./a-z]*#t-[0-9a-z-]+">([^<]*)</a>')


def without_help(html: bytes | str) -> str:
    text = html.decode("utf-8") if isinstance(html, bytes) else html
    return TERM_LINK.sub(r"\1", HELP.sub("", text))


def tree(html: bytes | str) -> Element:
    """A page as a browser understands it."""
    root = LexborHTMLParser(html).root
    assert root is not None
    return _element(root)


def _element(node: LexborNode) -> Element:
    children: list[Element | str] = []
    for child in node.iter(include_text=True):
        if child.tag != "-text":
            children.append(_element(child))
        elif children and isinstance(children[-1], str):
            children[-1] += child.text_content or ""
        else:
            children.append(child.text_content or "")
    attributes = tuple((name, value or "") for name, value in node.attributes.items())
    return Element(node.tag or "", attributes, tuple(children))


@dataclass(frozen=True)
class Comparison:
    """Finds what differs between pages with words and the same pages with `texts`."""

    texts: Mapping[str, str]  # by the field's word

    @classmethod
    def of(cls, text_of: TextOf) -> "Comparison":
        return cls({word(field): text_of(field).strip() for field in TEXT_FIELDS})

    def pages(self, harmless: Mapping[str, bytes], actual: Mapping[str, bytes]) -> list[str]:
        found = [] if harmless.keys() == actual.keys() else ["other pages"]
        for address, data in actual.items():
            if expected := harmless.get(address):
                found += self.elements(tree(expected), tree(without_help(data)), f"{address or 'home'}: ")
        return found

    def elements(self, expected: Element, actual: Element, place: str) -> Iterator[str]:
        place = f"{place}<{actual.tag}>"
        if expected.tag != actual.tag or [name for name, _ in expected.attributes] != [n for n, _ in actual.attributes]:
            yield f"{place} {actual.attributes} stands where <{expected.tag}> {expected.attributes} should"
            return
        for (name, wanted), (_, value) in zip(expected.attributes, actual.attributes, strict=True):
            # Of small letters, digits and hyphens, whatever it was made of.
            if name in ("data-key", "id", "aria-labelledby", "href") and HASHED.sub("", value) == HASHED.sub(
                "", wanted
            ):
                continue
            # A description is cut to length; `description_faults` looks at it.
            if not is_description(actual) and not self.is_said(wanted, value):
                yield f"{place} {name}={value!r} is not {wanted!r}"
        yield from self.children(expected.children, actual.children, place)

    def children(
        self, expected: "tuple[Element | str, ...]", actual: "tuple[Element | str, ...]", place: str
    ) -> Iterator[str]:
        hole = next((number for number, child in enumerate(expected) if self.rich_word(child)), None)
        if hole is not None:
            after = len(expected) - hole - 1
            inner = actual[hole : len(actual) - after]
            yield from rich_faults(self.texts[self.rich_word(expected[hole])], inner, place)
            actual = (*actual[:hole], expected[hole], *actual[len(actual) - after :])
        if len(expected) != len(actual):
            yield f"{place} holds {_shown(actual)}, not {_shown(expected)}"
            return
        for number, (wanted, child) in enumerate(zip(expected, actual, strict=True)):
            if number == hole:
                continue
            if isinstance(wanted, Element) and isinstance(child, Element):
                yield from self.elements(wanted, child, place)
            elif isinstance(wanted, Element) or isinstance(child, Element):
                yield f"{place} holds {_shown(actual)}, not {_shown(expected)}"
            elif not self.is_said(wanted, child):
                yield f"{place} says {child!r}, not {wanted!r}"

    def rich_word(self, child: "Element | str") -> str:
        """The word of the rich field whose paragraph `child` is, or nothing."""
        if isinstance(child, str) or child.tag != "p" or child.attributes or not WORD.fullmatch(child.text):
            return ""
        return child.text if TEXT_FIELDS[field_number(child.text)].kind == "rich" else ""

    def is_said(self, wanted: str, actual: str) -> bool:
        """Whether `actual` is `wanted` with the texts in the place of the words."""
        if not WORD.search(wanted):
            return wanted == actual
        parts = re.split(r"(0zz\d+zz)", wanted)
        pattern = "".join(self.forms(part) if WORD.fullmatch(part) else re.escape(part) for part in parts)
        return re.fullmatch(pattern, actual) is not None

    def forms(self, own_word: str) -> str:
        """The ways in which Python may put a text, as a pattern."""
        text, field = self.texts[own_word], TEXT_FIELDS[field_number(own_word)]
        forms = [text]
        if field.owner.startswith("PlanWords.") or field.owner == "Status.label":  # within a sentence
            forms += [text[:1].lower() + text[1:], text.lower()]
        if field.owner == "Status.label":  # in the address of a search
            forms += [rating_value(text)]
        if field.owner == "Reading.field":
            forms += [text.replace("_", " ").capitalize()]
        if field.owner == "Term.term":  # in the place of its entry
            forms += [term_key(text)]
        if field.owner == "Lead.role":  # in the key of a table's row
            forms += [role_value(text)[1:]]
        return f"(?:{'|'.join(map(re.escape, forms))})"


def is_description(element: Element) -> bool:
    return element.tag == "meta" and bool(
        {"description", "og:description"} & {value for _, value in element.attributes}
    )


def description_faults(staged: Sequence[StagedPage], actual: Mapping[str, bytes]) -> Iterator[str]:
    """Descriptions that a browser reads as anything but what Python chose, to the letter."""
    for page in staged:
        found = [dict(element.attributes) for element in tree(actual[page.address]).all() if is_description(element)]
        if [element["content"] for element in found] != [page.frame.description]:
            yield f"{page.address} is described as {found}, not {page.frame.description!r}"


def _shown(children: "tuple[Element | str, ...]") -> list[str]:
    return [repr(child[:80]) if isinstance(child, str) else f"<{child.tag}>" for child in children]


def rich_faults(source: str, children: "Sequence[Element | str]", place: str) -> Iterator[str]:
    """What a text that may hold formatting became, beside its own words in the allowed elements."""
    whole = Element("", (), tuple(children))
    for element in list(whole.all())[1:]:
        if element.tag not in RICH_TAGS:
            yield f"{place} <{element.tag}> in formatted text {source!r}"
        for name, value in element.attributes:
            if name not in RICH_ATTRIBUTES.get(element.tag, ()) or (name == "href" and not RICH_ADDRESS.match(value)):
                yield f"{place} <{element.tag} {name}={value!r}> in formatted text {source!r}"
    written, shown = letters(source), letters(whole.text)
    if "](" in source:  # the address of a link is no longer in its text
        if not is_within(shown, written):
            yield f"{place} says {whole.text!r} for the formatted text {source!r}"
    elif any(element.tag == "ol" for element in whole.all()):  # nor is the number of a list's item
        if [c for c in shown if not c.isdigit()] != [c for c in written if not c.isdigit()]:
            yield f"{place} says {whole.text!r} for the formatted text {source!r}"
    elif shown != written:
        yield f"{place} says {whole.text!r} for the formatted text {source!r}"


def letters(text: str) -> list[str]:
    return re.findall(r"[^\W_]", text)


def is_within(part: list[str], whole: list[str]) -> bool:
    """Whether the letters of `part` all stand in `whole`, in the same order."""
    rest = iter(whole)
    return all(letter in rest for letter in part)


# Making pages


def stage(text_of: TextOf, *, missing: bool = False) -> tuple[StagedPage, ...]:
    return staged_pages(filled(text_of, missing=missing), filled_site(text_of))


@cache
def harmless_stage(*, missing: bool) -> tuple[StagedPage, ...]:
    return stage(word, missing=missing)


@cache
def harmless_pages(*, missing: bool) -> dict[str, bytes]:
    return PLAIN.render_unit(harmless_stage(missing=missing), THEME)


def faults(text_of: TextOf, *, missing: bool = False, engine: PlainEngine | MkDocsEngine = PLAIN) -> list[str]:
    """Whatever on the pages of the filled plan is not as it should be."""
    staged = stage(text_of, missing=missing)
    actual = engine.render_unit(staged, THEME)
    found = Comparison.of(text_of).pages(harmless_pages(missing=missing), actual)
    return [*found, *description_faults(staged, actual)]


def told_apart(field: Field, text: str) -> str:
    """`text` as `field` may hold it, and as no other field does: texts that are the same are said once."""
    number = NUMBERS[field.path]
    text = f"{text} {number}" if number % 2 else f"{number}: {text}"
    if field.owner == "Target.value":  # a number of its own would be drawn
        text = f"as {text}"
    if field.owner == "Measure.unit":  # a sign stands close to its figure
        text = f"in {text}"
    if field.owner == "Contact.phone":  # a number alone can be called
        text = f"call {text}"
    if field.owner == "Closed.why":  # which gets a full stop unless it ends in one
        text += " end"
    if field.kind == "rich":
        return text
    return re.sub(r"\n\s*\n", "\n", text) if field.kind == "text" else text.replace("\n", " ")


def payload_of(turn: int) -> TextOf:
    """Every payload, each in another field at each turn."""
    return lambda field: told_apart(field, PAYLOADS[(NUMBERS[field.path] // 2 + turn) % len(PAYLOADS)])


def test_filled_plan_is_a_sound_plan(tmp_path):
    """What a reader and every check have nothing against, where the texts that name things name some."""
    named = {
        "Reading.field": "readings",
        "Accepted.code": "timescale-unread",
        "PublicPlan.languages": "en-GB",
        "Contact.email": "plans@example.org",
        "Observation.label": "asked",
        "Observation.part_of": "asked",
    }
    for missing in (False, True):
        folder = tmp_path / str(missing) / "filled"
        folder.mkdir(parents=True)
        data = filled_data(lambda field: named.get(field.owner, word(field)), missing=missing)
        (folder / "plan.yaml").write_text(json.dumps(data), "utf-8")
        found = check_plan(read_plan(folder), {"filled": None})
        assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []


# The texts

SIGNS = st.sampled_from("*_`[](){}<>#+-.!|~^=:;'\"&%$@\\/?0123456789abcZ\u00e9\u2019 \n")
PIECES = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "{: .x}",
            "{@x}",
            "*[ab]: ",
            "[^1]",
            "[^1]: ",
            "<script",
            "</script>",
            "<!--",
            "-->",
        ),
        *(
            "&amp;",
            "&#60;",
            "&lt",
            "1. ",
            "a. ",
            "- ",
            "+ ",
            "> ",
            "    code",
            "===",
            "---",
            "|a|b|",
            ":   ",
            "!!! note",
        ),
        *("[TOC]", "http://", "www.", "a@b.example", "](x)", "![x](y)", "```\n", "~~~\n", "# ", "\\", "<b>", "</p>"),
        *(
            ":smile:",
            "\U0001f600",
            "e\u0301",
            "\u0645\u0631\u062d\u0628\u0627",
            "\u05e9\u05dc\u05d5\u05dd",
            "\u200d",
            "\u3000",
        ),
    ]
)
ANY_TEXT = (
    st.lists(SIGNS | PIECES | st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=25)
    .map("".join)
    .map(lambda text: REFUSED.sub("", text))
)
TEXTS = st.lists(ANY_TEXT, min_size=9, max_size=9)


@settings(max_examples=loop(test=15, prove=300))
@given(TEXTS, st.booleans())
def test_any_text_comes_back_unchanged_and_is_nothing_else(texts, missing):
    assert not faults(lambda field: told_apart(field, texts[NUMBERS[field.path] // 2 % len(texts)]), missing=missing)


@settings(max_examples=max(5, settings().max_examples // 20))
@given(TEXTS)
def test_any_text_comes_back_unchanged_through_mkdocs(texts):
    assert not faults(lambda field: told_apart(field, texts[NUMBERS[field.path] // 2 % len(texts)]), engine=MKDOCS)


def test_there_are_enough_payloads():
    assert len(set(PAYLOADS)) > 100


def payload_turns(count: int) -> range:
    """So many turns of `payload_of`, or all of them."""
    return range(0, len(PAYLOADS), max(1, len(PAYLOADS) // count))


@pytest.mark.parametrize("turn", payload_turns(loop(test=16, prove=ALL)))
def test_payloads_come_back_unchanged(turn):
    assert not faults(payload_of(turn), missing=turn % 4 == 0)


@pytest.mark.parametrize("turn", payload_turns(loop(test=4, prove=ALL)))
def test_payloads_make_nothing_under_many_more_extensions(turn):
    expected, actual = many_extensions(harmless_stage(missing=False)), many_extensions(stage(payload_of(turn)))
    assert not Comparison.of(payload_of(turn)).pages(expected, actual)


def many_extensions(pages: Sequence[StagedPage]) -> dict[str, str]:
    """The pages' Markdown as a stranger might read it, without the shell."""
    converter = Markdown(extensions=list(MARKDOWN_EXTENSIONS))
    return {page.address: converter.reset().convert(page.markdown) for page in pages}


def test_many_more_extensions_would_make_something_of_the_payloads():
    converter = Markdown(extensions=list(MARKDOWN_EXTENSIONS))
    made = [element.tag for payload in PAYLOADS for element in tree(converter.reset().convert(payload)).all()]
    assert {"script", "svg", "del", "mark", "details", "input", "table", "h1", "code"} <= set(made)


def test_no_id_is_made_of_text():
    """One made of a title could be another's: a plan called "Shell main" would have the shell's."""
    elements = [element for data in harmless_pages(missing=False).values() for element in tree(data).all()]
    ids = [dict(element.attributes).get("id", "") for element in elements]
    assert len(list(filter(None, ids))) > 20
    # A word of the glossary has the place that its letters name: no two are alike (glossary-alike).
    assert not [value for value in ids if WORD.search(value) and not value.startswith("t-")]


# Nothing published is lost: each public field is on a page, or stands here because its page is yet to come

NOT_YET_ON_A_PAGE = {
    "languages",
    "plan.code",
    "targets.by.role",
}


def is_meant(entry: str, place: str) -> bool:
    """Whether the field at `place` is one that `entry` speaks of: "plan.code", or "leads.readings" wherever it is."""
    return f".{entry}." in f".plan.{place}."


def is_not_yet(place: str) -> bool:
    return any(is_meant(entry, place) for entry in NOT_YET_ON_A_PAGE)


@cache
def places_told() -> dict[str, bool]:
    """Whether each public field of a plan that holds text is on a page."""
    told: dict[str, bool] = {}
    for variant in VARIANTS:
        seen = bare_text(staged(filled_data(word, **variant)))
        for field in fields(**variant):
            if field.is_text:
                told[field.place] = told.get(field.place, False) or word(field) in seen
    return told


@cache
def values_told() -> dict[str, bool]:
    """Whether another value in each public field that holds no text changes a page."""
    told: dict[str, bool] = {}
    for variant in VARIANTS[::2]:
        seen = bare_text(staged(filled_data(word, **variant)))
        for field in varying(fields(**variant), told):
            told[field.place] = bare_text(staged(filled_data(word, varied=field.path, **variant))) != seen
    return told


def varying(all_fields: Sequence[Field], told: Mapping[str, bool]) -> Iterator[Field]:
    """The first of each field that holds no text and can vary, less ids of things and those that are told."""
    met = set()
    for field in all_fields:
        is_fixed = field.owner == "PublicPlan.schema_version" or (field.kind == "id" and field.owner.endswith(".id"))
        if not field.is_text and not is_fixed and len(field.choices) != 1 and field.place not in met:
            met.add(field.place)
            if not told.get(field.place):
                yield field


def staged(data: dict[str, object]) -> tuple[StagedPage, ...]:
    return staged_pages(read_as(PublicPlan, data), filled_site(word))


def bare_text(pages: Sequence[StagedPage]) -> str:
    return "\n".join(f"{page.address} {page.frame} {page.markdown}" for page in pages).lower()


def test_every_public_text_is_on_a_page_or_its_page_is_yet_to_come():
    assert {place for place, is_told in places_told().items() if not is_told and not is_not_yet(place)} == set()


@pytest.mark.slow
def test_every_public_value_is_on_a_page_or_its_page_is_yet_to_come():
    assert {place for place, is_told in values_told().items() if not is_told and not is_not_yet(place)} == set()


@pytest.mark.slow
@pytest.mark.parametrize("entry", sorted(NOT_YET_ON_A_PAGE))
def test_field_said_to_come_is_on_no_page_yet(entry):
    meant = {place: told for place, told in {**places_told(), **values_told()}.items() if is_meant(entry, place)}
    assert meant, f"{entry!r} is no field"
    assert not [place for place, told in meant.items() if told], f"take {entry!r} out of NOT_YET_ON_A_PAGE"


# Taken out of one place, the escape is missed

TEMPLATE_FILES = sorted(path.relative_to(render.TEMPLATES).as_posix() for path in render.TEMPLATES.rglob("*.j2"))
PLACEMENT = re.compile(r"\{\{-?\s*(.+?)\s*-?\}\}")
# This one escapes what it is given.
SPACED = re.compile(r"^spaced\((.*)\)$")
BITE = '</title>"><b onclick=alert(1)>*bite*'


def biting(field: Field) -> str:
    return told_apart(field, BITE)


class Sieve:
    """The templates and the shell, one of which may be changed; `raw(value)` there passes a value by the escape."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.templates, self.shell = folder / "templates", folder / "theme"
        shutil.copytree(render.TEMPLATES, self.templates)
        shutil.copytree(THEME.folder, self.shell)
        monkeypatch.setattr(render, "TEMPLATES", self.templates)
        for module in (render, plain_engine):
            monkeypatch.setattr(module, "environment", with_raw(environment))

    def file(self, name: str) -> Path:
        return self.shell / name if name in SHELL_FILES else self.templates / name

    def stage(self) -> tuple[StagedPage, ...]:
        render._page_environment.cache_clear()
        return stage(biting)

    def theme(self) -> Theme:
        return read_theme(self.shell)


class Compiled(BytecodeCache):
    """Templates that were compiled once, so that of all only the one with a fault is compiled for each fault."""

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED = Compiled()


def with_raw(make: Callable[[Sequence[Path]], Environment]) -> Callable[[Sequence[Path]], Environment]:
    def made(folders: Sequence[Path]) -> Environment:
        environment = make(folders)
        environment.globals["raw"] = Markup
        environment.bytecode_cache = COMPILED
        return environment

    return made


SHELL_FILES = sorted(path.relative_to(THEME.folder).as_posix() for path in THEME.folder.rglob("*.html"))


@pytest.fixture
def sieve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sieve]:
    yield Sieve(tmp_path, monkeypatch)
    render._page_environment.cache_clear()


def is_whole(pages: Mapping[str, bytes]) -> bool:
    """Whether no text of the plan is on the pages as it was typed."""
    return not any(BITE.encode() in data for data in pages.values())


# In how many places of each template the escape is taken out where that lets a text through; then in all.
BITES = loop(test=2, prove=ALL)


@pytest.mark.slow
@pytest.mark.parametrize("name", [*TEMPLATE_FILES, *SHELL_FILES])
def test_escape_taken_out_of_one_place_is_missed(sieve, name):
    source = sieve.file(name).read_text("utf-8")
    places = list(PLACEMENT.finditer(source))
    Random(name).shuffle(places)
    taken_out = shell_that_bites if name in SHELL_FILES else template_that_bites
    bites = 0
    for place in places:
        value = SPACED.sub(r"\1", place[1])
        sieve.file(name).write_text(f"{source[: place.start(1)]}raw({value}){source[place.end(1) :]}", "utf-8")
        if (is_missed := taken_out(sieve)) is not None:
            bites += 1
            assert is_missed, f"{name}: {place[0]}"
        if bites == BITES:
            break
    assert (bites == 0) == (name in PLACES_NO_TEXT)


def template_that_bites(sieve: Sieve) -> bool | None:
    """Whether the escape that the template lacks is missed on a page; None where it lets no text through."""
    pages = [page for page in sieve.stage() if BITE in page.markdown]
    return any(is_missed_on([page], THEME) for page in pages) if pages else None


def shell_that_bites(sieve: Sieve) -> bool | None:
    """The same of a part of the shell. Each part is on one of these pages."""
    pages, theme = [page for page in sieve.stage() if page.address in ("", "filled/", "404/")], sieve.theme()
    return None if is_whole(PLAIN.render_unit(pages, theme)) else is_missed_on(pages, theme)


def is_missed_on(pages: Sequence[StagedPage], theme: Theme) -> bool:
    expected = {page.address: harmless_pages(missing=False)[page.address] for page in pages}
    return bool(Comparison.of(biting).pages(expected, PLAIN.render_unit(pages, theme)))


# What these place is Markup made elsewhere, or our own words.
PLACES_NO_TEXT = {f"components/{name}.md.j2" for name in ("bar", "progress", "prose", "sentences")}
# Pages of several editions: tests/test_escape_editions.py.
PLACES_NO_TEXT |= {"components/changes.md.j2"}


@pytest.fixture
def fresh_environment() -> Iterator[None]:
    """Templates that a test compiles without the escape are thrown away after it."""
    render._page_environment.cache_clear()
    yield
    render._page_environment.cache_clear()


@pytest.mark.usefixtures("fresh_environment")
def test_escape_taken_out_as_a_whole_is_missed(monkeypatch):
    monkeypatch.setattr(render._page_environment(), "finalize", lambda value: value)
    assert faults(biting)


@pytest.mark.usefixtures("fresh_environment")
def test_escape_taken_out_of_links_is_missed(monkeypatch):
    monkeypatch.setattr(render, "finalize", lambda value: value)
    assert faults(biting)


class AnyLink(MarkdownIt):
    """Reads a text as a stranger to this program might: elements, headings, code, and links to anywhere."""

    def validateLink(self, url: str) -> bool:
        return True


def let_through(made: str) -> Markup:
    """The typed text of the one paragraph that `made` is, as it would stand there without this program's care."""
    typed = unescape(made.strip().removeprefix("<p>").removesuffix("</p>"))
    return Markup(re.sub(r"\n\s*\n", "\n", AnyLink().render(typed)).strip())


@pytest.mark.usefixtures("fresh_environment")
@pytest.mark.parametrize("source", ["<b>x</b>", "[x](javascript:alert(1))", "# x", "<!-- x -->", "`x`"])
def test_formatted_text_let_through_as_it_is_is_missed(source, monkeypatch):
    def text(field: Field) -> str:
        return f"{source} {NUMBERS[field.path]}" if field.kind == "rich" else word(field)

    assert not faults(text)
    for module in (prose, action_section, findings, overview):
        monkeypatch.setattr(module, "read_prose", plain_prose)
    render._page_environment.cache_clear()
    monkeypatch.setitem(render._page_environment().globals, "in_one", let_through)
    assert not faults(word), "words without formatting come through either way"
    assert faults(text)


class Everything(_ProseParser):
    """The parser of formatted texts if it read all that there is to read, elements among it."""

    def __init__(self) -> None:
        super().__init__()
        self.configure("commonmark")


def shown(source: str) -> Element:
    """A formatted text as a browser understands it on its page, read anew."""
    page = Page("overview", "p/", "T", (), "", (read_prose.__wrapped__(source),))
    (found,) = (element for element in tree(page_html(markdown_of(page))).all() if element.tag == "div")
    return found


@given(ANY_TEXT | st.sampled_from(PAYLOADS))
def test_formatted_text_is_clean_whatever_its_parser_reads(source):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose, "_parser", cache(Everything))
        found = shown(source)
    for element in list(found.all())[1:]:
        assert element.tag in RICH_TAGS
        assert {name for name, _ in element.attributes} <= RICH_ATTRIBUTES.get(element.tag, set())
        assert element.tag != "a" or RICH_ADDRESS.match(dict(element.attributes)["href"])


def test_a_parser_that_reads_everything_would_make_more_than_formatted_text():
    made = [element.tag for payload in PAYLOADS for element in tree(Everything().render(payload)).all()]
    assert {"script", "svg", "h1", "code", "img", "blockquote"} <= set(made)


SCRIPTS = ["javascript:alert(1)", "JavaScript:alert(1)", "vbscript:a", "data:text/html,a", "java\tscript:a"]
SCRIPT = re.compile(r"\s*(javascript|data|vbscript|java\s+script):", re.IGNORECASE)


@given(ANY_TEXT | st.sampled_from([*PAYLOADS, *(f"[a]({address})" for address in SCRIPTS)]))
def test_link_of_formatted_text_is_clean_even_if_only_one_of_its_two_guards_stands(source):
    with pytest.MonkeyPatch.context() as only_cleaned, pytest.MonkeyPatch.context() as only_meant:
        only_cleaned.setattr(prose, "is_safe_address", lambda url: True)
        found = [*shown(source).all()]
        only_cleaned.undo()
        only_meant.setattr(prose.nh3, "clean", lambda made, **_: made)
        found += shown(source).all()
    addresses = [dict(element.attributes).get("href", "") for element in found]
    assert [address for address in addresses if SCRIPT.match(address)] == []
