"""What a reader sees whose address leads nowhere."""

from generator.document.addresses import NOT_FOUND, site_path
from generator.document.blocks import Outside, Text, sentences
from generator.document.page import Page
from generator.wording import Words


def not_found_page(words: Words, site_url: str) -> Page:
    """The page for an address that leads nowhere. Shown at any address, it links from the server's top."""
    opening = words.say("There is no page at this address.")
    why = words.say("It may have been typed wrongly, or the link that led here may be old.")
    home = Outside((Text(words.say("Start at the home page")),), site_path(site_url))
    blocks = (*sentences(opening), *sentences(why), *sentences(home))
    return Page("not_found", NOT_FOUND, words.say("Page not found"), (), opening, blocks)
