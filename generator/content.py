"""The hand-written pages of content/: read, and checked for whatever would not be published as it is written."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import nh3

from generator import problems
from generator.engine import page_html
from generator.errors import Position, Problem
from generator.pages.addresses import content_address
from generator.pages.content import ContentPage
from generator.text import BIDI_CONTROLS, ID_PATTERN, character_name, is_control
from generator.vocabulary import RESERVED_AT_TOP

HEADING = re.compile(r"# +\S")
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
COMMENT = "!--"
PAGE_LINK = re.compile(r"\.\./([^/?#]+)/(?:[?#].*)?$")
SCHEMES = {"https", "http", "mailto", "tel"}


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
    # A page that has problems of its own is there all the same.
    names = {path.stem for path in folder.glob("*.md")}
    for page in pages:
        found += _dead_links(str(folder / f"{page.address.rstrip('/')}.md"), page.markdown, names, images)
    return Content(tuple(pages), images, tuple(found))


def read_page(path: Path) -> tuple[ContentPage | None, tuple[Problem, ...]]:
    """The hand-written page at `path`, and every problem in it."""
    position = Position(str(path))
    if not ID_PATTERN.fullmatch(path.stem) or path.stem in RESERVED_AT_TOP:
        return None, (Problem(problems.CONTENT_NAME, position, values={"value": path.name}),)
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        return None, (problems.unreadable(path, error),)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        place = Position(str(path), before.count("\n") + 1, len(before) - before.rfind("\n"))
        byte = f"0x{error.object[error.start]:02X}"
        return None, (Problem(problems.FILE_ENCODING, place, values={"byte": byte}),)
    lines = text.replace("\r\n", "\n").split("\n")
    seen = _Seen(page_html("\n".join(lines)))
    if found := tuple(_problems(str(path), lines, seen)):
        return None, found
    return ContentPage(content_address(path.stem), seen.heading, "\n".join(lines).strip() + "\n"), ()


def _problems(file: str, lines: list[str], seen: "_Seen") -> Iterator[Problem]:
    for number, line in enumerate(lines, start=1):
        for column, character in enumerate(line, start=1):
            kind = problems.TEXT_BIDI if character in BIDI_CONTROLS else problems.TEXT_CONTROL
            if character in BIDI_CONTROLS or (is_control(character) and character != "\t"):
                yield Problem(kind, Position(file, number, column), values={"character": character_name(character)})
    if not HEADING.match(lines[0]) or seen.count("h1") != 1:
        yield Problem(problems.CONTENT_HEADING, Position(file, 1, 1))
    yield from _lost(file, lines, seen)
    if seen.count("table") > seen.count("caption"):
        yield Problem(problems.CONTENT_TABLE, _position(file, lines, "|", "<table"))
    for attributes in seen.attributes_of("img"):
        if not (attributes.get("alt") or "").strip():
            source = attributes.get("src") or ""
            yield Problem(
                problems.CONTENT_IMAGE, _position(file, lines, source.rsplit("/", 1)[-1]), values={"value": source}
            )


def _lost(file: str, lines: list[str], seen: "_Seen") -> Iterator[Problem]:
    """Whatever cleaning the page would take from it. A page is published as it is written, or not at all."""
    clean = nh3.clean(seen.text, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    kept = list(_Seen(clean).tokens)
    # A table in Markdown has no caption, which is said; how it lines up its columns goes with it.
    skipped = ("th", "td") if seen.count("table") > seen.count("caption") else ()
    for token in seen.tokens:
        if token in kept:
            kept.remove(token)
        elif token[0] not in skipped:
            what, *places = _what_is_lost(token[0], dict(token[1]))
            do = "write it as Markdown: headings, paragraphs, lists, links, images, tables with a caption"
            yield Problem(problems.CONTENT_HTML, _position(file, lines, *places), values={"what": what, "do": do})


def _what_is_lost(tag: str, attributes: dict[str, str | None]) -> tuple[str, ...]:
    """What cleaning takes of a tag, in words, and texts by which it can be found, the surest first."""
    addresses = tuple(value for name in ("href", "src") if (value := attributes.get(name)))
    if tag == COMMENT:
        return ("a comment", "<!--")
    if tag not in TAGS:
        return (f"<{tag}>", f"<{tag}", *addresses)
    if foreign := [name for name in attributes if name not in ATTRIBUTES.get(tag, ())]:
        return (f"{foreign[0]!r} of <{tag}>", f"{foreign[0]}=", *addresses)
    return (f"the address in <{tag}>", *addresses)


def _dead_links(file: str, markdown: str, names: Collection[str], images: Collection[str]) -> Iterator[Problem]:
    """Links to files of content/ that are not there. All other links are checked on the finished site."""
    lines = markdown.split("\n")
    seen = _Seen(page_html(markdown))
    for attributes in seen.attributes_of("a"):
        page = PAGE_LINK.match(attributes.get("href") or "")
        if page and page[1] not in names and f"{page[1]}.md" in markdown:
            yield _dead_link(file, lines, f"{page[1]}.md")
    for attributes in seen.attributes_of("img"):
        source = (attributes.get("src") or "").removeprefix("../")
        if source.startswith("images/") and source not in images:
            yield _dead_link(file, lines, source)


def _dead_link(file: str, lines: list[str], target: str) -> Problem:
    return Problem(problems.LINK_DEAD, _position(file, lines, target), values={"target": target})


def _position(file: str, lines: list[str], *needles: str) -> Position:
    """The first place that holds one of `needles`, or the start of the file."""
    for needle in filter(None, needles):
        for number, line in enumerate(lines, start=1):
            if found := re.search(re.escape(needle), line, re.IGNORECASE):
                return Position(file, number, found.start() + 1)
    return Position(file, 1, 1)


class _Seen(HTMLParser):
    """The start tags of a page's HTML, with their attributes in order of name, and the words of its heading."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.heading = ""  # the words of the h1
        self.in_heading = False
        self.tokens: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tokens.append((tag, tuple(sorted(attrs, key=lambda pair: pair[0]))))
        self.in_heading = self.in_heading or tag == "h1"

    def handle_endtag(self, tag: str) -> None:
        self.in_heading = self.in_heading and tag != "h1"

    def handle_data(self, data: str) -> None:
        self.heading += data if self.in_heading else ""

    def handle_comment(self, data: str) -> None:
        self.tokens.append((COMMENT, (("text", data.strip()),)))

    def count(self, tag: str) -> int:
        return sum(1 for name, _ in self.tokens if name == tag)

    def attributes_of(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (dict(attributes) for name, attributes in self.tokens if name == tag)
