"""What stands round a page's own text: the values that `main.html` places, and a page ready for the engine."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FrameLink:
    """A link of the shell. `href` is relative to the page that holds it."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One way to get help: `href` is "tel:…" or "https://…"; `phone` may be empty."""

    text: str
    phone: str
    href: str


@dataclass(frozen=True, slots=True)
class Banner:
    """A notice above a page: "Worked example", "Draft", "Closed"; `link` leads on from it."""

    label: str
    text: str
    link: FrameLink | None = None


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same in another form, for programs: `<link rel="alternate">`."""

    kind: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class FrameImage:
    """An image of the shell: its name among the theme's assets, and its size on the page."""

    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The shell's own words, in the page's language."""

    skip: str
    menu: str
    breadcrumb: str
    site_menu: str
    plan_menu: str
    help: str
    footer: str
    published_by: str
    licence: str
    home: str
    search: str
    search_label: str


@dataclass(frozen=True, slots=True)
class FrameTerm:
    """A word that a reader may not know, as it may stand in a text, and what helps at its first use.

    `name` is what initials stand for, else ""; `href` leads to what explains the word, or is "".
    """

    forms: tuple[str, ...]
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class FramePart:
    """What stands below one heading of a page, up to the next that is a part, and the terms that hold there alone."""

    anchor: str
    terms: tuple[FrameTerm, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that stands round a page's own text.

    `title` is "page - plan - site", for <title>. `root` is the way from the page to the site's top
    ("../../" and the like, "" on the home page); assets are root + path. `plan_menu` and `plan_title`
    are empty outside a plan, `robots` is "noindex" or "", `canonical` is "" when the site has no site_url,
    `promise` says how soon another format is sent, `name` is the body's name, before the site's in the header, or "".
    `heading` and `description` (what the page says first, "" for a page that says nothing) are for search engines and
    for links that somebody shares. `terms` are helped with at their first use on the page, those
    of `parts` there. `search` leads to the page of the search; it is "" on that page. `dataset` is a finished element
    for search engines, or "".
    """

    title: str
    language: str
    site_name: str
    publisher: str
    home: str
    root: str
    breadcrumb: tuple[FrameLink, ...]
    menu: tuple[FrameLink, ...]
    plan_menu: tuple[FrameLink, ...]
    plan_title: str
    banners: tuple[Banner, ...]
    help_title: str
    help_lines: tuple[HelpLine, ...]
    footer: tuple[FrameLink, ...]
    licence: str
    robots: str
    canonical: str
    words: FrameWords
    licence_href: str = ""
    contact: tuple[HelpLine, ...] = ()
    promise: str = ""
    alternates: tuple[Alternate, ...] = ()
    dataset: str = ""
    terms: tuple[FrameTerm, ...] = ()
    name: str = ""
    crest: FrameImage | None = None
    heading: str = ""
    description: str = ""
    search: str = ""
    parts: tuple[FramePart, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page that the site's own search finds, and the keys of what it belongs to."""

    address: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page ready for the engine: its Markdown, and what stands round it.

    `address` is where it stands in the site: "a/b/", or "" for the home page. The search finds it by its `entry`.
    In `is_made` Markdown, which nobody wrote by hand, nothing reaches over a heading of the second level or below.
    """

    address: str
    markdown: str
    frame: Frame
    entry: SearchEntry | None = None
    is_made: bool = False


@dataclass(frozen=True, slots=True)
class BuiltUnit:
    """A unit's finished pages: `<folder>/<address>index.html` for each address.

    Search engines may list those in `listed`; the site's own search finds those in `entries`. `files` are its other
    files, by their paths in both.
    """

    name: str
    folder: Path
    addresses: tuple[str, ...]
    listed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    entries: tuple[SearchEntry, ...] = ()


def page_file(address: str) -> str:
    """The file of the site that holds the page at `address`: "a/b/index.html"; servers look for 404.html at the top."""
    return "404.html" if address == "404/" else f"{address}index.html"
