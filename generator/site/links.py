"""Every link of the assembled site leads somewhere, and every id stands once on its page."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path
from sys import intern
from urllib.parse import SplitResult, unquote, urlsplit

from generator.errors import Position, Problem, ProblemKind, in_file_order
from generator.problems import ANCHOR_DEAD, LINK_DEAD, PAGE_ID_DUPLICATE, THIRD_PARTY

LINK_ATTRIBUTES = frozenset({"href", "xlink:href", "src", "srcset", "poster", "action", "data"})
# What a browser fetches by itself: these attributes of any tag, and what these tags name.
FETCHED_ATTRIBUTES = frozenset({"src", "srcset", "poster", "data"})
FETCHING_TAGS = frozenset({"link", "image", "use"})
READ_ATTRIBUTES = LINK_ATTRIBUTES | {"id", "name"}
OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
NOT_FOUND_PAGE = "404.html"

# Our own scan of tags, not html.parser: several times as fast, and a test compares what the two find.
ATTRIBUTES = r"""(?:\s(?:[^>"']++|"[^"]*+"|'[^']*+')*+)?/?"""
TAG = re.compile(
    rf"<!--.*?-->"
    rf"|<(?P<raw>script|style|textarea|title)(?P<raw_attributes>{ATTRIBUTES})>.*?</(?P=raw)\s*>"
    rf"|<(?P<tag>[a-z][^\s/>]*+)(?P<attributes>{ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
CSS_URL = re.compile(r"""url\(\s*(["']?)([^"')]*)\1\s*\)""")


@dataclass(slots=True)
class FileFacts:
    """What one page or style sheet holds, with the place of each as a count of characters from the start."""

    ids: dict[str, int] = field(default_factory=dict)
    ids_again: list[tuple[str, int]] = field(default_factory=list)
    links: dict[str, int] = field(default_factory=dict)  # each target once, where it first stands
    fetched: dict[str, int] = field(default_factory=dict)  # those of them that a browser fetches by itself


@dataclass(frozen=True, slots=True)
class Base:
    """Where the site will stand: "https://example.org" and "/plans/", each "" when it is not known."""

    origin: str
    path: str


def check_links(site: Path, base: str = "") -> tuple[Problem, ...]:
    """What is wrong with the links and ids of the pages and style sheets in `site`.

    Whatever a browser fetches by itself, such as images, must come from the site: reading a page tells nobody else.

    `base` is where the site will stand, as a path or a URL; without it, a link from the server's top ("/…") is dead,
    because the site must work in any folder. So is a relative link on 404.html, which is shown at any address, and a
    link to a folder without its last "/". Positions name the file within the site. Names are compared letter by
    letter, as most servers do, whatever this disk does.
    """
    names = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    pages = {name: page_facts(_read(site, name)) for name in names if name.endswith(".html")}
    sheets = {name: sheet_facts(_read(site, name)) for name in names if name.endswith(".css")}
    place = _read_base(base)
    problems: list[Problem] = []
    for name, facts in {**pages, **sheets}.items():
        found = [(PAGE_ID_DUPLICATE, {"value": value}, offset) for value, offset in facts.ids_again]
        for target, offset in facts.links.items():
            if kind := _link_fault(target, name, place, names, pages):
                found.append((kind, {"target": target}, offset))
        for target, offset in facts.fetched.items():
            if _is_fetched_from_outside(target, place):
                found.append((THIRD_PARTY, {"target": target}, offset))
        if found:
            text = _read(site, name)
            problems.extend(Problem(kind, _position(name, text, at), values=values) for kind, values, at in found)
    return in_file_order(problems)


def page_facts(text: str) -> FileFacts:
    """The ids and links of a page."""
    facts = FileFacts()
    for match in TAG.finditer(text):
        tag = (match["raw"] or match["tag"] or "").lower()
        for name, value in _attributes(match["raw_attributes"] or match["attributes"] or ""):
            if name == "id":
                if value in facts.ids:
                    facts.ids_again.append((value, match.start()))
                facts.ids.setdefault(value, match.start())
            elif name == "name" and tag == "a":
                facts.ids.setdefault(value, match.start())
            elif name in LINK_ATTRIBUTES:
                for target in _targets(name, value):
                    facts.links.setdefault(intern(target), match.start())
                    if name in FETCHED_ATTRIBUTES or tag in FETCHING_TAGS:
                        facts.fetched.setdefault(target, match.start())
    return facts


def sheet_facts(text: str) -> FileFacts:
    """The links of a style sheet; `url(#id)` means a place in the page that uses it."""
    matches = [match for match in CSS_URL.finditer(text) if not match[2].startswith("#")]
    links = {match[2].strip(): match.start() for match in reversed(matches)}
    return FileFacts(links=links, fetched=links)


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    """The attributes of a tag that make a link or a place to link to."""
    for match in ATTRIBUTE.finditer(text):
        if (name := match[1].lower()) in READ_ATTRIBUTES:
            yield name, unescape(match[2] or match[3] or match[4] or "")


def _targets(attribute: str, value: str) -> list[str]:
    if attribute == "srcset":
        return [part.split()[0] for part in value.split(",") if part.strip()]
    if attribute == "action" and not value.strip():
        return []
    return [value.strip()]


def _link_fault(
    target: str, name: str, base: Base, names: Collection[str], pages: Mapping[str, FileFacts]
) -> ProblemKind | None:
    """What is wrong with a link to `target` in the file `name`; None for one that leads somewhere, or outside."""
    if not target or (parts := _parts(target)) is None:
        return LINK_DEAD
    if _is_outside(parts, base):
        return None if (parts.scheme or "https") in OUTSIDE_SCHEMES else LINK_DEAD
    file = _site_file(parts, name, base)
    if file not in names:
        return LINK_DEAD
    anchor = unquote(parts.fragment)
    # "#" and "#top" lead to the top of any page.
    if file in pages and anchor not in ("", "top") and anchor not in pages[file].ids:
        return ANCHOR_DEAD
    return None


@lru_cache(maxsize=10_000)
def _parts(target: str) -> SplitResult | None:
    try:
        return urlsplit(target)
    except ValueError:
        return None


def _is_outside(parts: SplitResult, base: Base) -> bool:
    """Whether the link leaves the site. A full address below `base` is the site's own."""
    if not parts.scheme and not parts.netloc:
        return False
    return not base.origin or _origin(parts) != base.origin or not (parts.path or "/").startswith(base.path)


def _is_fetched_from_outside(target: str, base: Base) -> bool:
    """Whether another site would be asked for `target`. A link that leads nowhere is told of as such."""
    parts = _parts(target)
    return parts is not None and (parts.scheme or "https") in OUTSIDE_SCHEMES and _is_outside(parts, base)


def _site_file(parts: SplitResult, name: str, base: Base) -> str:
    """The file of the site that a link in the file `name` asks for; "" when there cannot be one."""
    path = unquote(parts.path)
    if parts.netloc or path.startswith("/"):
        path = path or "/"
        return _joined("", path.removeprefix(base.path)) if base.path and path.startswith(base.path) else ""
    if not path:
        return name
    return "" if name == NOT_FOUND_PAGE else _joined(name.rpartition("/")[0], path)


def _joined(folder: str, path: str) -> str:
    """`path` from `folder`, as a file; "" when it climbs out of the site."""
    steps = folder.split("/") if folder else []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return ""
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    is_folder = path.rpartition("/")[2] in ("", ".", "..")
    return "/".join([*steps, "index.html"] if is_folder else steps)


def _read_base(base: str) -> Base:
    parts = urlsplit(base)
    path = f"/{parts.path.strip('/')}/".replace("//", "/") if base else ""
    return Base(_origin(parts) if parts.netloc else "", path)


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme or 'https'}://{parts.netloc}".lower()


def _read(site: Path, name: str) -> str:
    return (site / name).read_bytes().decode("utf-8", "replace")


def _position(name: str, text: str, offset: int) -> Position:
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(name, text.count("\n", 0, offset) + 1, offset - line_start + 1)
