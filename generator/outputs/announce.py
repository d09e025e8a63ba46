"""The newest edition of a plan in words to send: a text message, an e-mail, a post. Nothing is sent from here."""

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from generator.council.settings import Settings
from generator.document.addresses import overview_address, plan_page_address
from generator.pages.news import News, news_title, plan_news
from generator.text import without_accents, without_unsafe_characters
from generator.words.view import PlanView

MOST_SEPTETS, MOST_IN_POST, LINE_WIDTH = 160, 300, 76
# So many sentences of each sort stand in the e-mail; the rest on the page that it leads to.
MOST_LINES = 8
# The alphabet of text messages (3GPP TS 23.038). A message with any other character holds 70 instead of 160.
GSM = frozenset(
    "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Those that take the place of two.
GSM_EXTENDED = frozenset("^{}\\[~]|€")
PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " "})
CUT = "..."
COUNT_AT_END = re.compile(r", [0-9][^,]*$")


@dataclass(frozen=True, slots=True)
class Announcements:
    """What can be sent. Each leads to the page about the edition, where the site has an address."""

    message: str
    subject: str
    letter: str
    post: str


def announcements(view: PlanView, settings: Settings) -> Announcements:
    """What there is to say of the newest edition of the plan, which has one."""
    news = next(item for item in plan_news(view) if item.entry == view.edition)
    return Announcements(
        message=text_message(view, news, settings),
        subject=_one_line(news_title(view, news.entry)),
        letter=letter(view, news, settings),
        post=post(view, news, settings),
    )


def _address(view: PlanView, settings: Settings) -> str:
    """The shortest address that tells what changed; "" where the site has none."""
    plan = view.plan.id
    address = plan_page_address(plan, "changes") if view.has_history else overview_address(plan)
    return settings.site_url + quote(address) if settings.site_url else ""


def _said(news: News) -> str:
    """The sentence that says most: how much changed, or of a first edition what its officer says of it."""
    return news.sentence if news.groups else news.note or news.sentence


def text_message(view: PlanView, news: News, settings: Settings) -> str:
    """One sentence of at most 160 characters of the alphabet of text messages, the address among them."""
    title = gsm_text(_one_line(news_title(view, news.entry)))
    said, address = gsm_text(_one_line(_said(news))), gsm_text(_address(view, settings))
    end = f" {address}" if address and septets(address) < MOST_SEPTETS // 2 else ""
    return _cut(f"{title}. {said}", MOST_SEPTETS - septets(end), septets) + end


def post(view: PlanView, news: News, settings: Settings) -> str:
    """At most 300 characters: the plan and the day, how much changed, the address."""
    address = _address(view, settings)
    end = f"\n{address}" if address and len(address) < MOST_IN_POST // 2 else ""
    text = f"{_one_line(news_title(view, news.entry))}\n{_one_line(_said(news))}"
    return _cut(text, MOST_IN_POST - len(end), len) + end


def letter(view: PlanView, news: News, settings: Settings) -> str:
    """An e-mail as plain text: the note, how much changed, the first changes of each sort, and where to read on."""
    words = view.words
    parts = [_wrapped(text) for text in (view.plan.title, news.note, news.sentence) if text]
    for group in news.groups:
        lines = [group.heading, *(_wrapped(line, "- ", "  ") for line in group.lines[:MOST_LINES])]
        if (left := len(group.lines) - MOST_LINES) > 0:
            lines.append(words.plural("- and {count} more", "- and {count} more", left))
        parts.append("\n".join(lines))
    if address := _address(view, settings):
        parts.append(f"{words.say('Read it all:')}\n{address}")
    parts.append(_wrapped(settings.extra.publisher))
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    """`text` in lines; an address is never broken."""
    return textwrap.fill(
        _one_line(text),
        LINE_WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _one_line(text: str) -> str:
    return " ".join(without_unsafe_characters(text).split())


def gsm_text(text: str) -> str:
    """`text` in the alphabet of text messages: a letter that it lacks without its accent, all else as "?"."""
    return "".join(_gsm_character(character) for character in text.translate(PLAIN))


def _gsm_character(character: str) -> str:
    if _is_gsm(character):
        return character
    plain = without_accents(character)
    return plain if plain and all(map(_is_gsm, plain)) else "?"


def _is_gsm(character: str) -> bool:
    return character in GSM or character in GSM_EXTENDED


def septets(text: str) -> int:
    """How many of the 160 places of a text message `text` takes."""
    return sum(2 if character in GSM_EXTENDED else 1 for character in text)


def _cut(text: str, room: int, measure: Callable[[str], int]) -> str:
    """`text` up to its last whole word for which there is `room`."""
    if measure(text) <= room:
        return text
    end = len(text)
    while measure(text[:end].rstrip() + CUT) > room:
        end -= 1
    # A word that was cut in two goes, unless it is the only one.
    whole = text[:end] if text[end].isspace() else text[:end].rpartition(" ")[0] or text[:end]
    # Half a count would say another thing: "8 ratings neither..."
    return COUNT_AT_END.sub("", whole).rstrip(" ,.;:") + CUT
