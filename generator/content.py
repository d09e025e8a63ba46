"""The hand-written pages of content/: read, and checked for whatever would not be published as it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import nh3

from generator import problems
from generator.engine import page_html
from generator.errors import Position, Problem
from generator.pages.addresses import content_address
from generator.pages.content import ContentPage
from generator.text import ID_PATTERN, is_control

HEADING = re.compile(r"^# +(\S.*?)\s*$")
IMAGE_TYPES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
TAGS = set(
    "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd a img strong em code pre blockquote hr br "  # noqa: SIM905
    "table caption thead tbody tr th td".split()
)
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "th": {"scope", "id"},
    "td": {"id"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
SCHEMES = {"https", "http", "mailto", "tel"}
# Names at the top of a site that are not a hand-written page's.
TAKEN = frozenset({"index", "search", "assets", "images", "404", "feed", "sitemap", "build"})


@dataclass(frozen=True)
class Content:
    """The hand-written pages, in order of name, and the images that they show, by their path in the site."""

    pages: tuple[ContentPage, ...]
    images: dict[str, bytes]
    problems: tuple[Problem, ...]


def read_content(folder: Path) -> Content:
    """The pages and images of `folder`, and every problem in them."""
    pages: list[ContentPage] = []
    found: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        page, wrong = read_page(path)
        found += wrong
        if page:
            pages.append(page)
    images = {}
    for path in sorted((folder / "images").glob("*")):
        if path.suffix.lower() in IMAGE_TYPES:
            try:
                images[f"images/{path.name}"] = path.read_bytes()
            except OSError as error:
                found.append(problems.unreadable(path, error))
    return Content(tuple(pages), images, tuple(found))


def read_page(path: Path) -> tuple[ContentPage | None, tuple[Problem, ...]]:
    """The hand-written page at `path`, and every problem in it."""
    position = Position(str(path))
    if not ID_PATTERN.fullmatch(path.stem) or path.stem in TAKEN:
        return None, (Problem(problems.CONTENT_NAME, position, values={"value": path.name}),)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return None, (problems.unreadable(path, error),)
    except UnicodeDecodeError as error:
        return None, (Problem(problems.FILE_ENCODING, position, values={"byte": error.start + 1}),)
    lines = text.replace("\r\n", "\n").split("\n")
    found = tuple(_problems(str(path), lines))
    title = HEADING.match(lines[0])
    if found or not title:
        return None, found
    return ContentPage(content_address(path.stem), title[1], "\n".join(lines).strip() + "\n"), ()


def _problems(file: str, lines: list[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, start=1):
        for column, character in enumerate(line, start=1):
            if is_control(character) and character != "\t":
                yield Problem(
                    problems.TEXT_CONTROL,
                    Position(file, number, column),
                    values={"character": f"U+{ord(character):04X}"},
                )
    made = page_html("\n".join(lines))
    seen = _Seen(made)
    if not HEADING.match(lines[0]) or seen.count("h1") != 1:
        yield Problem(problems.CONTENT_HEADING, Position(file, 1, 1))
    yield from _lost(file, lines, made, seen)
    if seen.count("table") > seen.count("caption"):
        yield Problem(problems.CONTENT_TABLE, _position(file, lines, "|", "<table"))
    for attributes in seen.attributes_of("img"):
        if not (attributes.get("alt") or "").strip():
            source = attributes.get("src") or ""
            yield Problem(
                problems.CONTENT_IMAGE, _position(file, lines, source.rsplit("/", 1)[-1]), values={"value": source}
            )


def _lost(file: str, lines: list[str], made: str, seen: "_Seen") -> Iterator[Problem]:
    """Whatever cleaning the page would take from it. A page is published as it is written, or not at all."""
    clean = nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    kept = list(_Seen(clean).tokens)
    for token in seen.tokens:
        if token in kept:
            kept.remove(token)
        else:
            tag, attributes = token
            what = f"<{tag}>" if tag not in TAGS else f"an attribute or address of <{tag}>"
            do = "write it as Markdown: headings, paragraphs, lists, links, images, tables with a caption"
            first = next(
                (value for _, value in attributes if value and any(value in line for line in lines)), f"<{tag}"
            )
            yield Problem(problems.CONTENT_HTML, _position(file, lines, first), values={"what": what, "do": do})


def _position(file: str, lines: list[str], *needles: str) -> Position:
    """The first place that holds one of `needles`, or the start of the file."""
    for needle in needles:
        for number, line in enumerate(lines, start=1):
            if needle and needle in line:
                return Position(file, number, line.index(needle) + 1)
    return Position(file, 1, 1)


class _Seen(HTMLParser):
    """The start tags of a text, with their attributes in order of name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tokens: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tokens.append((tag, tuple(sorted(attrs, key=lambda pair: pair[0]))))

    def handle_comment(self, data: str) -> None:
        self.tokens.append(("!--", (("text", data.strip()),)))

    def count(self, tag: str) -> int:
        return sum(1 for name, _ in self.tokens if name == tag)

    def attributes_of(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (dict(attributes) for name, attributes in self.tokens if name == tag)
