"""From a page of blocks to a staged page: the only escape, the only templates, the only Markup.

Every value that a template places goes through `finalize`. What must not be escaped is Markup, which is made here only:
by macros, by `_spaced` for a run of text with its own spaces, and by `html` for a finished page.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from types import CodeType

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import Markup

from generator.document.addresses import HOME, NOT_FOUND, SEARCH, site_path, thing_anchor
from generator.document.blocks import BLOCKS, CLOSES_UP, INLINES, Day, Inline, Line, Link, Listing, Text
from generator.document.frame import Alternate, Banner, Frame, FrameLink, FramePart, FrameTerm, SearchEntry, StagedPage
from generator.document.page import Json, Page, Term
from generator.document.refs import EVERYWHERE, Here, Places, Ref, RemovedPage, There, WordsAlone, here
from generator.pages.content import ContentPage
from generator.pages.shell import Banner as ShellBanner
from generator.pages.shell import Shell
from generator.text import shortened
from generator.wording import Words

__all__ = [
    "Environment",
    "environment",
    "finalize",
    "frame",
    "html",
    "markdown_of",
    "own_address",
    "prepare",
    "relative",
    "stage",
]

# What search engines and shared links show of a page; they cut off the rest.
DESCRIPTION = 160
TEMPLATES = Path(__file__).parent / "templates"

# Jinja's own filters can make Markup, or undo the escape; none is needed, for Python chooses the words.
ALLOWED_FILTERS = ("length",)
# All but letters and digits, and what can mean nothing in its place. A full stop is looked at again: ENDS_A_WORD.
DOUBTFUL = re.compile(
    r"[\W_](?!"
    r"(?<=[,\u2019])"
    # A space at an end or beside another can make a line break or a code block of its line.
    r"|(?<=[^ ] )(?!$)"
    r"|(?<=[A-Za-z0-9][:;])(?= )"
    r"|(?<=[A-Za-z0-9]-)(?=[A-Za-z0-9])"
    r"|(?<=[0-9]\.)(?=[0-9])"
    r")"
)
# What could end a script element or begin a comment in it; JSON needs none of it outside its texts.
SCRIPT_MARKS = re.compile("[<>&]")
# The end of a word, and not of what a full stop would make the number of a list: "1", "a", "xii". Such a number stands
# at the start of a line, so only at the start of a value.
ENDS_A_WORD = re.compile(r"(?: [a-z0-9]+|(?<![a-z0-9])(?![cdilmvx]+\Z)[a-z]{3,})\Z", re.ASCII | re.IGNORECASE)
LONGEST_WORD = 40
DEEPEST_HEADING = 6

# The ways between pages are made of ids, dots and slashes alone.
OWN_ADDRESS = re.compile(r"[a-z0-9./-]*(#[a-z0-9-]+)?")
WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9._:/~-]+")


def finalize(value: object) -> Markup:
    """`value` as it may stand anywhere on a page: Markdown, HTML text or a quoted attribute.

    Every character but letters, digits, space and comma becomes a numeric entity, so nothing that a plan says can
    become markup. A few more are kept where they can mean nothing, so that a person can read the Markdown: a full stop
    between digits or after a word, a colon or semicolon between a word and a space, a hyphen between letters or
    digits, and the typographic apostrophe.
    Source: docs/adr/0002-one-escape.md.
    """
    if isinstance(value, Markup):
        return value
    if value is None or isinstance(value, bool):
        raise TypeError(f"a template placed {value!r}; Python chooses the words")
    return Markup(DOUBTFUL.sub(_escaped, str(value)))


def _escaped(found: re.Match[str]) -> str:
    character, before, after = found[0], found.string[: found.start()], found.string[found.end() : found.end() + 1]
    if character == "." and after in ("", " ") and ENDS_A_WORD.search(before[-LONGEST_WORD:]):
        return character
    return f"&#{ord(character)};"


def html(text: str) -> Markup:
    """Finished HTML, such as a page's or an icon's, that must not be escaped again."""
    return Markup(text)


def moved_page(words: Words, to: str) -> bytes:
    """A page without the shell that leads on to the address `to` at once."""
    template = environment([TEMPLATES]).get_template("moved.html")
    title, text = words.say("This page has moved"), words.say("Go to its new address")
    return template.render(language=words.language, title=title, text=text, href=own_address(to)).encode("utf-8")


@lru_cache(maxsize=1024)
def relative(page: str, target: str) -> str:
    """The way from the page at one address to another, or to a file, always starting with a dot: "../legend/"."""
    here, (*there, file) = page.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    steps = [".."] * (len(here) - shared) or ["."]
    return "/".join([*steps, *there[shared:], file])


def href(page: str, found: Here | There | RemovedPage) -> str:
    """The way from the page at address `page` to where a link leads."""
    anchor = "" if isinstance(found, RemovedPage) or not found.anchor else f"#{found.anchor}"
    if isinstance(found, Here) or found.address == page:
        return anchor or "./"
    return relative(page, found.address) + anchor


def own_address(address: str) -> str:
    """A way between our own pages, to stand in a quoted attribute of the shell as it is.

    Nothing in such an address can end an attribute or name a scheme. Any other is given back as it came, and
    `finalize` escapes it like every value.
    """
    return Markup(address) if OWN_ADDRESS.fullmatch(address) else address


def web_address(address: str) -> str:
    """The whole address of a page, to stand in an attribute or a text of the shell as it is: see `own_address`."""
    return Markup(address) if WEB_ADDRESS.fullmatch(address) else address


@dataclass(frozen=True)
class _Rendering:
    """The page that is rendered: its address, where its links lead, and the numbers of what has no id of its own."""

    address: str
    places: Places
    numbers: Iterator[int]


# Macros ask for it here and not in their context: so each template is loaded once, and not once for each page.
_RENDERING: ContextVar[_Rendering] = ContextVar("rendering")


@contextmanager
def rendering(address: str, places: Places) -> Iterator[None]:
    """Within this, macros render the page at `address`, whose links lead to where `places` says."""
    token = _RENDERING.set(_Rendering(address, places, count(1)))
    try:
        yield
    finally:
        _RENDERING.reset(token)


def _next_number() -> int:
    return next(_RENDERING.get().numbers)


def _way(link: Link) -> str | None:
    """Where `link` leads from the page that is rendered; None where nothing shows it any more."""
    page = _RENDERING.get()
    found = page.places.destination(link.to)
    return None if isinstance(found, WordsAlone) else href(page.address, found)


def _markdown_link(link: Link) -> Markup:
    text, way = finalize(link.text), _way(link)
    return text if way is None else Markup(f"[{text}]({finalize(own_address(way))})")


def _html_link(link: Link) -> Markup:
    """A link within HTML, such as a table's, where Markdown is not read."""
    text, way = finalize(link.text), _way(link)
    return text if way is None else Markup(f'<a href="{finalize(own_address(way))}">{text}</a>')


def prepare(environment: Environment) -> None:
    """Give `environment` the one escape, strict names and no filter that could get round either."""
    environment.autoescape = True
    environment.finalize = finalize
    environment.undefined = StrictUndefined
    environment.filters = {name: environment.filters[name] for name in ALLOWED_FILTERS}


class CompiledTemplates(BytecodeCache):
    """Templates as this process compiled them, by their path and their text.

    Each unit has an environment of its own; to compile the shell for each took a third of a small plan's build.
    """

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None, "what is kept was compiled"
        self.code[bucket.key, bucket.checksum] = bucket.code


COMPILED = CompiledTemplates()


def environment(folders: Sequence[Path]) -> Environment:
    """A prepared environment whose templates lie in `folders`."""
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    prepare(made)
    return made


@cache
def _page_environment() -> Environment:
    made = environment([TEMPLATES])
    made.globals |= {
        "link": _markdown_link,
        "html_link": _html_link,
        "deeper": _deeper,
        "next_number": _next_number,
        "spaced": _spaced,
        "in_one": _in_one,
    }
    made.tests |= {kind.__name__: kind.__instancecheck__ for kind in (*BLOCKS, *INLINES, Listing)}
    made.tests |= {"plain": _is_plain, "apart": _is_apart}
    return made


def _deeper(level: int) -> int:
    """The level of a heading below one at `level`: HTML has six."""
    return min(level + 1, DEEPEST_HEADING)


def _is_plain(item: Inline | Line) -> bool:
    """Whether `item` is words alone, as most are: without stress, and without a space at an end. It needs no macro."""
    match item:
        case Text(is_strong=False, is_emphasis=False) | Line(notes=(), link=None, outside="", tag=None):
            return item.text == item.text.strip(" ")
        case _:
            return False


def _is_apart(item: Inline) -> bool:
    """Whether a space stands before `item`, if anything does."""
    if isinstance(item, Text):
        return not item.text.startswith(CLOSES_UP)
    return not isinstance(item, Day) or item.text != ""


def _spaced(text: str) -> Markup:
    """`text` within an element of HTML, where a space at its end is only a space."""
    bare = text.strip(" ")
    if bare == text:
        return finalize(text)
    if not bare:
        return Markup(" ")
    return Markup(" " * text.startswith(" ")) + finalize(bare) + Markup(" " * text.endswith(" "))


def _in_one(made: Markup) -> Markup:
    """`made` without blank lines, so that Markdown takes it for one block of HTML."""
    return Markup(re.sub(r"\n\s*\n", "\n", made).strip())


def markdown_of(page: Page | ContentPage, places: Places = EVERYWHERE) -> str:
    """The page's Markdown, its links leading to where `places` says. A hand-written page's is its own."""
    if isinstance(page, ContentPage):
        return page.markdown
    with rendering(page.address, places):
        text = _page_environment().get_template("page.md.j2").render(page=page)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def stage(page: Page | ContentPage, shell: Shell, entry: SearchEntry | None = None) -> StagedPage:
    """`page` ready for the engine, in the frame that `shell` gives it. The search finds it where it has an `entry`."""
    is_made = not isinstance(page, ContentPage)
    return StagedPage(page.address, markdown_of(page, shell.places), frame(page, shell), entry, is_made)


def frame(page: Page | ContentPage, shell: Shell) -> Frame:
    """What stands round `page`, every link resolved."""
    names = dict.fromkeys(name for name in (page.title, shell.plan_title, shell.site_name) if name)
    crumbs = (Link(shell.words.home, _address(HOME)), *page.crumbs, Link(page.title, _address(page.address)))
    return Frame(
        title=" - ".join(names),
        language=shell.language,
        site_name=shell.site_name,
        publisher=shell.publisher,
        home=_href(page, shell, _address(HOME)),
        root=_root(page, shell),
        breadcrumb=_links(page, shell, crumbs) if page.address != HOME else (),
        menu=_links(page, shell, shell.menu),
        plan_menu=_links(page, shell, shell.plan_menu),
        plan_title=shell.plan_title,
        banners=tuple(_banner(page, shell, banner) for banner in shell.banners),
        help_title=shell.help_title,
        help_lines=shell.help_lines,
        footer=_links(page, shell, shell.footer),
        licence=shell.licence,
        robots="" if shell.is_listed and page.address != NOT_FOUND else "noindex",
        canonical=web_address(shell.site_url + page.address) if shell.site_url and page.address != NOT_FOUND else "",
        words=shell.words,
        licence_href=web_address(shell.licence_href),
        contact=shell.contact,
        promise=shell.promise,
        alternates=tuple(
            Alternate(html(link.kind), link.title, _href(page, shell, _address(link.file))) for link in shell.alternates
        ),
        dataset=_dataset(page),
        terms=_frame_terms(page, shell, shell.terms),
        name=shell.name,
        crest=shell.crest,
        heading=" - ".join(name for name in dict.fromkeys((page.title, shell.plan_title)) if name),
        description=shortened(page.opening, DESCRIPTION),
        search=_href(page, shell, _address(SEARCH)) if page.address != SEARCH else "",
        parts=_parts(page, shell),
    )


def _dataset(page: Page | ContentPage) -> Markup | str:
    """What describes the page's files, in an element for search engines, which no browser runs."""
    if not isinstance(page, Page) or not page.dataset:
        return ""
    return Markup(f'<script type="application/ld+json">{json_text(page.dataset)}</script>')


def json_text(data: Json) -> str:
    """`data` as it may stand in a script element, where entities mean nothing: no character of it can end the element.

    What is not ASCII, and each character that could begin or end an element, is escaped as JSON escapes it.
    """
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return SCRIPT_MARKS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _banner(page: Page | ContentPage, shell: Shell, banner: ShellBanner) -> Banner:
    found = _links(page, shell, (banner.link,)) if banner.link else ()
    return Banner(banner.label, banner.text, found[0] if found else None)


def _root(page: Page | ContentPage, shell: Shell) -> str:
    """The way to the top of the site. The page for lost readers, shown at any address, links from the server's top."""
    if page.address == NOT_FOUND:
        return site_path(shell.site_url)
    return "../" * page.address.count("/")


def _address(address: str) -> Ref:
    return Ref("address", address)


def _href(page: Page | ContentPage, shell: Shell, ref: Ref) -> str:
    """Where `ref` leads from `page`; "" where nothing shows it any more."""
    found = shell.places.destination(ref)
    if isinstance(found, WordsAlone):
        return ""
    if page.address == NOT_FOUND and not isinstance(found, Here):
        return site_path(shell.site_url) + found.address
    return own_address(href(page.address, found))


def _links(page: Page | ContentPage, shell: Shell, links: tuple[Link, ...]) -> tuple[FrameLink, ...]:
    made = ((link, _href(page, shell, link.to)) for link in links)
    own = own_address("./")
    return tuple(FrameLink(link.text, found, found == own) for link, found in made if found)


def _parts(page: Page | ContentPage, shell: Shell) -> tuple[FramePart, ...]:
    """The plans on the home page, each with its own terms: initials may mean two things in two plans."""
    parts = page.parts if isinstance(page, Page) else ()
    return tuple(FramePart(part.anchor, _frame_terms(page, shell, part.terms)) for part in parts)


def _frame_terms(page: Page | ContentPage, shell: Shell, terms: tuple[Term, ...]) -> tuple[FrameTerm, ...]:
    """What helps with each of `terms`; nothing helps with a word that has neither a name nor an entry any more.

    On the glossary there is no help. The whole plan on one page holds the glossary itself.
    """
    glossary = page.glossary if isinstance(page, Page) else "elsewhere"
    if glossary == "none":
        return ()
    made = []
    for term in terms:
        ref = term.entry.to if term.entry else None
        if ref and glossary == "here":
            ref = here(thing_anchor("term", ref.id))
        made.append(FrameTerm(term.forms, term.name, _href(page, shell, ref) if ref else ""))
    return tuple(term for term in made if term.name or term.href)
