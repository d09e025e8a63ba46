"""Links of a page that was made of an older edition, led to where they belong now."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from generator.document.blocks import Line, Link, Section, Text


@dataclass(frozen=True)
class Moved:
    """Where links lead. `places` leads from an address to another, and the place on it; `there` are those that stay."""

    places: Mapping[str, tuple[str, str]]
    there: frozenset[str]

    def page(self, page: Any) -> Any:
        """The page with its links led on; a link to what is no longer there becomes words."""
        return self._led(page, "")

    def _led(self, value: Any, here: str) -> Any:
        """`value`, which stands in the section `here`, with every link of it led on."""
        if isinstance(value, Link):
            return self._link(value, here) or Text(value.text)
        if isinstance(value, Line) and value.link:
            link = self._link(value.link, here)
            return replace(value, link=link, text=value.text if link else value.link.text)
        if isinstance(value, Section):
            link = self._link(value.link, here) if value.link else None
            return replace(value, blocks=self._led(value.blocks, value.anchor), link=link)
        if isinstance(value, tuple):
            return tuple(self._led(item, here) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{field.name: self._led(getattr(value, field.name), here) for field in fields(value)}
            )
        return value

    def _link(self, link: Link, here: str) -> Link | None:
        """Where `link` leads; None where there is no such page any more."""
        if link.page is None:
            return link
        if link.page in self.places:
            page, anchor = self.places[link.page]
            # What leads from a section to a page on the same thing stays: that tells what became of it since.
            return link if here and anchor == here else Link(link.text, page, link.anchor or anchor)
        # What stood at the anchor may be gone.
        return Link(link.text, link.page) if link.page in self.there else None
