"""A page, as every renderer takes it."""

from dataclasses import dataclass
from typing import Literal

from generator.document.blocks import Block, Link

# A block of data for search engines: what a JSON file may hold.
Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a reader may not know, in each of its `forms`.

    `name` is what initials stand for, else "". `entry` is its place in the glossary, where that says more.
    """

    forms: tuple[str, ...]
    name: str
    entry: Link | None


@dataclass(frozen=True, slots=True)
class PagePart:
    """What stands below the heading at `anchor`, and the terms that hold there alone: two plans may use one word."""

    anchor: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `kind` is one of PAGE_KINDS. `crumbs` are the pages above it, from the top, without the page itself. `opening` is
    what it says first, in plain words: search engines and shared links show it. `glossary` says where the terms of its
    plan are explained: on a page of their own, here, or nowhere, for a page that is about them. `dataset` describes
    its files to search engines.
    """

    kind: str
    address: str
    title: str
    crumbs: tuple[Link, ...]
    opening: str
    blocks: tuple[Block, ...]
    glossary: Literal["elsewhere", "here", "none"] = "elsewhere"
    parts: tuple[PagePart, ...] = ()
    dataset: Json = None
