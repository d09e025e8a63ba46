"""Links of a page that was made of an older edition, led to where they belong now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from generator.document.blocks import Line, Link
from generator.words.action_section import Section


@dataclass(frozen=True)
class Moved:
    """Where links lead. `places` leads from an address to another, and the place on it; `there` are those that stay."""

    places: Mapping[str, tuple[str, str]]
    there: frozenset[str]

    def page(self, page: Any) -> Any:
        """The page with its links led on; a link to what is no longer there becomes words, or goes."""
        return _mapped(page, self._value)

    def _value(self, value: object) -> object:
        if isinstance(value, Section):
            # Its own link leads to the action's page, which tells what became of it since.
            facts, below = _mapped(value.facts, self._value), _mapped(value.sub_actions, self._value)
            return replace(value, facts=facts, sub_actions=below)
        if isinstance(value, Line) and value.link:
            link = self.link(value.link)
            return replace(value, link=link, text=value.text if link else value.link.text)
        return self.link(value) if isinstance(value, Link) else value

    def link(self, link: Link) -> Link | None:
        """Where `link` leads; None where there is no such page any more."""
        if link.page is None:
            return link
        if link.page in self.places:
            page, anchor = self.places[link.page]
            return Link(link.text, page, link.anchor or anchor)
        # What stood at the anchor may be gone.
        return Link(link.text, link.page) if link.page in self.there else None


def _mapped(value: Any, change: Callable[[object], object]) -> Any:
    """`value` with every link below it changed; a link that is gone leaves its place in a list."""
    if isinstance(value, Link | Line | Section):
        return change(value)
    if isinstance(value, tuple):
        found = (_mapped(item, change) for item in value)
        return tuple(item for item in found if item is not None)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _mapped(getattr(value, field.name), change) for field in fields(value)}
        return replace(value, **changed)
    return value
