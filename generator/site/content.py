"""The hand-written pages of content/: read, and checked for whatever would not be published as it is written."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote

import nh3

from generator import problems
from generator.council.written_pages import CONTACT_LINK, LINK, PageText, WrittenPage
from generator.document.addresses import content_address
from generator.engine import page_html
from generator.errors import Position, Problem, ProblemKind
from generator.pages.content import ContentPage
from generator.plan.files import leads_out, names_in, read_file
from generator.plan.vocabulary import RESERVED_AT_TOP
from generator.site.images import FOLDER, read_images
from generator.site.tangles import knot, less_room, tangles
from generator.text import BIDI_CONTROLS, ID_PATTERN, character_name, is_control

HEADING = re.compile(r"# +\S")
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
COMMENT, DECLARATION = "!--", "!"
INLINE = frozenset({"a", "code", "em", "img", "strong"})
VOID = frozenset({"br", "hr", "img"})  # of TAGS, those that have no end
# A tag that stands after a page's HTML: where something is left open there, it is no longer read as a tag.
END = "\n<hr>"
PAGE_LINK = re.compile(r"\.\./([^/?#]+)/(?:[?#].*)?$")
IMAGE_LINK = re.compile(rf"\.\./{FOLDER}/([^/?#\\]+)$")
SCHEMES = {"https", "http", "mailto", "tel"}
AS_MARKDOWN = "write it as Markdown: headings, paragraphs, lists, links, images, tables with a caption"

Token = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Content:
    """The hand-written pages, in order of name, and the images that they show, by their path in the site."""

    pages: tuple[ContentPage, ...]
    images: dict[str, bytes]
    problems: tuple[Problem, ...]
    # Every page that can be read, also one that has problems, for what in it may tell of a person.
    written: tuple[WrittenPage, ...] = ()


@dataclass(frozen=True)
class _Page:
    """A page as it was read: its file, its lines, and what its HTML is made of."""

    path: Path
    lines: list[str]
    seen: "_Seen"

    @property
    def markdown(self) -> str:
        return "\n".join(self.lines)

    @property
    def written(self) -> WrittenPage:
        """The page as it is looked at for what may tell of a person."""
        # What is left open at the end of the page hides no words here.
        texts = _Seen(self.seen.text, end="").texts
        return WrittenPage(self.path.stem, str(self.path), self.markdown, tuple(texts))

    @property
    def content(self) -> ContentPage:
        """The page as it is published."""
        seen, address = self.seen, content_address(self.path.stem)
        return ContentPage(address, seen.heading, self.markdown.strip() + "\n", seen.opening)

    def problem(self, kind: ProblemKind, *needles: str, **values: object) -> Problem:
        """A problem at the first place that holds one of `needles`, or at the start of the file."""
        places = (
            Position(str(self.path), number, found.start() + 1)
            for needle in filter(None, needles)
            for number, line in enumerate(self.lines, start=1)
            if (found := re.search(re.escape(needle), line, re.IGNORECASE))
        )
        return Problem(kind, next(places, Position(str(self.path), 1, 1)), values=values)


def read_content(folder: Path) -> Content:
    """The pages and images of `folder`, and every problem in them."""
    pages: list[_Page] = []
    written: list[WrittenPage] = []
    found: list[Problem] = []
    try:
        paths = [path for path in names_in(folder) if path.suffix == ".md"]
        pictures = {path.name for path in names_in(folder / FOLDER)}
    except OSError as error:
        return Content((), {}, (problems.unreadable(Path(error.filename or folder), error),))
    for path in paths:
        page, wrong = _read_page(path)
        written += [page.written] if page else []
        if not ID_PATTERN.fullmatch(path.stem) or path.stem in RESERVED_AT_TOP:
            wrong = (Problem(problems.CONTENT_NAME, Position(str(path)), values={"value": path.name}),)
        elif page and not (wrong := tuple(_problems(page))):
            pages.append(page)
        found += wrong
    # A page that has problems of its own is there all the same.
    names = {path.stem for path in paths}
    shown: list[str] = []
    for page in pages:
        found += _dead_links(page, names)
        here, wrong = _shown_images(page, pictures)
        shown += here
        found += wrong
    images, wrong = read_images(folder / FOLDER, shown)
    return Content(tuple(page.content for page in pages), images, (*found, *wrong), tuple(written))


def _read_page(path: Path) -> tuple[_Page | None, tuple[Problem, ...]]:
    """The hand-written page at `path`, or why it cannot be read, or not safely."""
    if leads_out(path, path.parent):
        return None, (Problem(problems.CONTENT_OUTSIDE, Position(str(path))),)
    try:
        text = read_file(path).decode("utf-8-sig")
    except OSError as error:
        return None, (problems.unreadable(path, error),)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        place = Position(str(path), before.count("\n") + 1, len(before) - before.rfind("\n"))
        byte = f"0x{error.object[error.start]:02X}"
        return None, (Problem(problems.FILE_ENCODING, place, values={"byte": byte}),)
    lines = text.replace("\r\n", "\n").split("\n")
    if found := tangles(str(path), lines):
        return None, found
    try:
        with less_room():
            return _Page(path, lines, _Seen(page_html("\n".join(lines)))), ()
    except RecursionError:
        return None, (knot(str(path), lines, _first_knot(lines)),)


def _first_knot(lines: list[str]) -> int:
    """The number of the line with which the first paragraph starts that cannot be read alone; else 1."""
    start = 0
    for place, line in enumerate([*lines, ""]):
        if line.strip():
            continue
        try:
            with less_room():
                page_html("\n".join(lines[start:place]))
        except RecursionError:
            return start + 1
        start = place + 1
    return 1


def _problems(page: _Page) -> Iterator[Problem]:
    lines, seen = page.lines, page.seen
    for number, line in enumerate(lines, start=1):
        for column, character in enumerate(line, start=1):
            kind = problems.TEXT_BIDI if character in BIDI_CONTROLS else problems.TEXT_CONTROL
            if character in BIDI_CONTROLS or (is_control(character) and character != "\t"):
                place = Position(str(page.path), number, column)
                yield Problem(kind, place, values={"character": character_name(character)})
    if not HEADING.match(lines[0]) or seen.count("h1") != 1:
        front = "; take out the lines from --- to ---, which are not read here" if lines[0].strip() == "---" else ""
        yield page.problem(problems.CONTENT_HEADING, front=front)
    yield from _lost(page)
    if seen.count("table") > seen.count("caption"):
        yield page.problem(problems.CONTENT_TABLE, "|", "<table")
    for attributes in seen.attributes_of("img"):
        if not attributes.get("alt", "").strip():
            source = attributes.get("src", "")
            yield page.problem(problems.CONTENT_IMAGE, source.rsplit("/", 1)[-1], value=source)


def _lost(page: _Page) -> Iterator[Problem]:
    """Whatever cleaning the page would take from it. A page is published as it is written, or not at all."""
    seen = page.seen
    clean = nh3.clean(seen.text, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    left = _Seen(clean)
    kept = list(left.tokens)
    # A table in Markdown has no caption, which is said; how it lines up its columns goes with it.
    skipped = ("th", "td") if seen.count("table") > seen.count("caption") else ()
    lost = []
    for token in seen.tokens:
        if token in kept:
            kept.remove(token)
        elif token[0] not in skipped:
            lost.append(_what_is_lost(token[0], dict(token[1])))
    unclosed = [tag for tag in dict.fromkeys(seen.unclosed) if tag in TAGS]
    told = [(what, AS_MARKDOWN, *places) for what, *places in lost]
    told += [
        (f"</{tag}>", f"take it out, or put <{tag}> before it", f"</{tag}") for tag in dict.fromkeys(seen.stray_ends)
    ]
    told += [(f"<{tag}> without </{tag}>", f"put </{tag}> after it", f"<{tag}") for tag in unclosed]
    # Whatever else a browser would read otherwise than it is written: cleaning reads HTML as a browser does.
    if not (told or skipped or _is_same(seen, left)):
        told = [("HTML as it stands here", AS_MARKDOWN, *_first_difference(seen, left), "<")]
    for what, do, *places in told:
        yield page.problem(problems.CONTENT_HTML, *places, what=what, do=do)


def _is_same(seen: "_Seen", left: "_Seen") -> bool:
    """Whether cleaning left the page's HTML as it was, its structure and words too, and nothing is open at its end."""
    return seen.written == left.written and seen.is_whole and left.is_whole


def _first_difference(seen: "_Seen", left: "_Seen") -> tuple[str, ...]:
    """Texts of the page by which the first part of it that cleaning changes can be found, the surest first."""
    pairs = zip(seen.written, left.written, strict=False)
    one, other = next((pair for pair in pairs if pair[0] != pair[1]), (seen.written[-1], ""))
    if one.startswith("<"):
        return (one, one.split()[0].rstrip(">"))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return (one, "".join(character for character, _ in same))


def _what_is_lost(tag: str, attributes: dict[str, str]) -> tuple[str, ...]:
    """What cleaning takes of a tag, in words, and texts by which it can be found, the surest first."""
    addresses = tuple(value for name in ("href", "src") if (value := attributes.get(name)))
    if tag == COMMENT:
        return ("a comment", "<!--", "<!")
    if tag == DECLARATION:
        return ("what stands between '<' and '>' here", "<" + attributes["text"].split("\n")[0])
    if tag not in TAGS:
        return (f"<{tag}>", f"<{tag}", *addresses)
    if foreign := [name for name in attributes if name not in ATTRIBUTES.get(tag, ())]:
        return (f"{foreign[0]!r} of <{tag}>", f"{foreign[0]}=", *addresses)
    return (f"the address in <{tag}>", *addresses) if addresses else (f"<{tag}> in this place", f"<{tag}")


def _dead_links(page: _Page, names: Collection[str]) -> Iterator[Problem]:
    """Links to pages of content/ that are not there. All other links are checked on the finished site."""
    for attributes in page.seen.attributes_of("a"):
        link = PAGE_LINK.match(attributes.get("href", ""))
        if link and link[1] not in names and f"{link[1]}.md" in page.markdown:
            yield page.problem(problems.LINK_DEAD, f"{link[1]}.md", target=f"{link[1]}.md")


def _shown_images(page: _Page, pictures: Collection[str]) -> tuple[list[str], tuple[Problem, ...]]:
    """The names of the images that a page shows, and what is wrong with the address of any of them."""
    names, found = [], []
    for attributes in page.seen.attributes_of("img"):
        source = attributes.get("src", "")
        written = source.removeprefix("../")
        image = IMAGE_LINK.match(source)
        name = unquote(image[1]) if image else ""
        if not image or "/" in name:
            meant = re.split(r"[/\\?#]", written)[-1] or "name.png"
            found.append(page.problem(problems.IMAGE_PLACE, written, value=written, name=meant))
        elif name in pictures:
            names.append(name)
        else:
            found.append(page.problem(problems.LINK_DEAD, written, target=written))
    return names, tuple(found)


class _Seen(HTMLParser):
    """What a page's HTML is made of, as it is written.

    `tokens` are the start tags with their attributes in order of name, and whatever else stands between < and >.
    `written` is all of it in one way of writing, so that two pages compare. `texts` are what reaches readers: each
    block, each picture's words, each link's address.
    """

    def __init__(self, text: str, end: str = END) -> None:
        super().__init__()
        self.text = text
        self.heading = ""  # the words of the h1
        self.opening = ""  # the words of the first paragraph
        self.paragraphs = 0
        self.texts: list[PageText] = []
        self.block = ""  # the words of the block that is open
        self.tokens: list[Token] = []
        self.written: list[str] = []
        self.open_tags: list[str] = []
        self.unclosed: list[str] = []
        self.stray_ends: list[str] = []
        self.feed(text + end)
        self.close()
        self._end_block()
        self.unclosed += self.open_tags
        # Where the last tag is not read as one, something is left open at the end of the page.
        self.is_whole = self.tokens[-1:] == [("hr", ())] and self.written[-1] == "<hr>"
        if self.is_whole:
            self.tokens.pop()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_block(tag)
        for name, value in attrs:
            if value and (name == "href" or tag == "img"):
                scheme, _, rest = value.partition(":")
                if scheme.casefold() in ("mailto", "tel"):
                    self.texts.append(PageText(CONTACT_LINK, rest))
                else:
                    self.texts.append(PageText("alt" if name == "alt" else LINK, value))
        attributes = tuple(sorted((name, value or "") for name, value in attrs))
        self.tokens.append((tag, attributes))
        self.paragraphs += tag == "p"
        self._write(f"<{' '.join([tag, *(f'{name}={escape(value)!r}' for name, value in attributes)])}>", tag)
        if tag not in VOID:
            self.open_tags.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """To a browser the slash of "<p/>" means nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._end_block(tag)
        self._write(f"</{tag}>", tag)
        if tag not in self.open_tags:
            self.stray_ends.append(tag)
            return
        while (last := self.open_tags.pop()) != tag:
            self.unclosed.append(last)

    def handle_data(self, data: str) -> None:
        self.block += data
        self.heading += data if "h1" in self.open_tags else ""
        self.opening += data if self.paragraphs == 1 and "p" in self.open_tags else ""
        # A browser skips one line feed after <pre>.
        data = data.lstrip("\n") if self.written and self.written[-1].startswith("<pre") else data
        if self.written and not self.written[-1].startswith("<"):
            data = self.written.pop() + escape(data)
            self.written.append(data)
        elif data:
            self.written.append(escape(data))

    def handle_comment(self, data: str) -> None:
        self._declare(COMMENT, data.strip())

    def handle_decl(self, decl: str) -> None:
        self._declare(DECLARATION, f"!{decl}")

    def unknown_decl(self, data: str) -> None:
        self._declare(DECLARATION, f"![{data}")

    def handle_pi(self, data: str) -> None:
        self._declare(DECLARATION, f"?{data}")

    def _end_block(self, tag: str = "") -> None:
        """End the block of text that is open, which no tag within a line does."""
        if tag not in INLINE:
            if words := self.block.strip():
                self.texts.append(PageText("text", words.replace("\n", " ")))
            self.block = ""

    def _declare(self, kind: str, text: str) -> None:
        self.tokens.append((kind, (("text", text),)))
        self.written.append(f"<{kind}>")

    def _write(self, text: str, tag: str) -> None:
        # A browser puts <tbody> round the rows of a table that has none.
        if tag != "tbody":
            self.written.append(text)

    def count(self, tag: str) -> int:
        return sum(1 for name, _ in self.tokens if name == tag)

    def attributes_of(self, tag: str) -> Iterator[dict[str, str]]:
        return (dict(attributes) for name, attributes in self.tokens if name == tag)
