"""A hand-written page of content/. Its Markdown is checked before it comes here."""

from dataclasses import dataclass

from generator.document.blocks import Link


@dataclass(frozen=True, slots=True)
class ContentPage:
    """A hand-written page: its Markdown, with its own heading."""

    address: str
    title: str
    markdown: str
    opening: str = ""
    crumbs: tuple[Link, ...] = ()
