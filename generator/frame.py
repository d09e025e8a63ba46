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


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that stands round a page's own text.

    `title` is "page - plan - site", for <title>. `root` is the way from the page to the site's top
    ("../../" and the like, "" on the home page); assets are root + path. `plan_menu` and `plan_title`
    are empty outside a plan, `robots` is "noindex" or "", `canonical` is "" when the site has no site_url,
    `promise` says how soon another format is sent.
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


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page ready for the engine: its Markdown, and what stands round it.

    `address` is where it stands in the site: "a/b/", or "" for the home page.
    """

    address: str
    markdown: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class BuiltUnit:
    """A unit's finished pages: `<folder>/<address>index.html` for each address.

    Search engines may list those in `listed`.
    """

    name: str
    folder: Path
    addresses: tuple[str, ...]
    listed: tuple[str, ...] = ()


def page_file(address: str) -> str:
    """The file of the site that holds the page at `address`: "a/b/index.html"; servers look for 404.html at the top."""
    return "404.html" if address == "404/" else f"{address}index.html"
