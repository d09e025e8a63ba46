"""The texts of hand-written pages, as they reach readers."""

from dataclasses import dataclass

LINK, CONTACT_LINK = "link", "a link that calls or writes"


@dataclass(frozen=True)
class PageText:
    """One text of a hand-written page as it reaches readers: "text", "alt" or a link, and the words."""

    kind: str
    words: str


@dataclass(frozen=True)
class WrittenPage:
    """A hand-written page as it is looked at: its name and file, its source, and its texts in their order."""

    name: str
    file: str
    source: str
    texts: tuple[PageText, ...]
