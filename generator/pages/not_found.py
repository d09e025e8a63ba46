"""What a reader sees whose address leads nowhere."""

from dataclasses import dataclass

from generator.document.addresses import NOT_FOUND, site_path
from generator.document.blocks import Link
from generator.wording import Words


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The page for an address that leads nowhere."""

    title: str
    sentences: tuple[str, ...]
    home: str
    home_href: str
    address: str = NOT_FOUND
    crumbs: tuple[Link, ...] = ()
    template: str = "not_found"

    @property
    def opening(self) -> str:
        """That there is nothing."""
        return self.sentences[0]


def not_found_page(words: Words, site_url: str) -> NotFoundPage:
    """The page for an address that leads nowhere. Shown at any address, it links from the server's top."""
    return NotFoundPage(
        title=words.say("Page not found"),
        sentences=(
            words.say("There is no page at this address."),
            words.say("It may have been typed wrongly, or the link that led here may be old."),
        ),
        home=words.say("Start at the home page"),
        home_href=site_path(site_url),
    )
