"""Atom feeds (RFC 4287): each publication of a plan, and of all plans of a site.

A feed needs the site's own address, for what reads it is on another computer; without one there are no feeds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.council.settings import Settings
from generator.document.addresses import HOME, data_file, overview_address
from generator.editions import short_code
from generator.outputs.feeds.identity import edition_key, plan_key, urn
from generator.pages.news import News, plan_news
from generator.text import without_unsafe_characters
from generator.wording import Words
from generator.words.view import PlanView

NAMESPACE = "http://www.w3.org/2005/Atom"
SIGNIFICANT, ALL = "feed.xml", "feed-all.xml"
# So many changes stand in an entry; the rest on the page that it leads to. So many entries in a feed of all plans.
MOST_LINES, MOST_ENTRIES = 10, 50


@dataclass(frozen=True)
class Feed:
    """A feed before it is written. `file` and `page` are addresses within the site.

    `since` is the day of the first publication that it could tell of.
    """

    key: str
    title: str
    file: str
    page: str
    since: date
    news: tuple[News, ...]


def feed_files(view: PlanView, settings: Settings) -> dict[str, bytes]:
    """The feeds of one plan by their addresses: one of its significant editions, one of all."""
    if not settings.site_url:
        return {}
    plan, words, since = view.plan.id, view.words, view.history.entries[0].date
    key, found = plan_key(view), plan_news(view)
    title = {
        SIGNIFICANT: words.say("{plan}: significant changes", plan=view.menu_title),
        ALL: words.say("{plan}: every edition", plan=view.menu_title),
    }
    feeds = (
        Feed(key, title[name], data_file(plan, name), overview_address(plan), since, _chosen(name, found))
        for name in title
    )
    return {feed.file: feed_bytes(feed, settings, words) for feed in feeds}


def site_feeds(views: Sequence[PlanView], settings: Settings, words: Words) -> dict[str, bytes]:
    """The feeds of all plans of the site by their addresses, the newest publications only."""
    if not settings.site_url or not any(view.history.entries for view in views):
        return {}
    # A site has no lock. Its names may change one day; its address may change sooner.
    key = "\n".join(("site", settings.extra.publisher, settings.site_name))
    found = [news for view in views for news in plan_news(view)]
    found.sort(key=lambda news: (news.entry.date, edition_key(news.entry)), reverse=True)
    since = found[-1].entry.date
    title = {
        SIGNIFICANT: words.say("{site}: significant changes", site=settings.site_name),
        ALL: words.say("{site}: every edition of every plan", site=settings.site_name),
    }
    feeds = (Feed(key, title[name], name, HOME, since, _chosen(name, found)[:MOST_ENTRIES]) for name in title)
    return {feed.file: feed_bytes(feed, settings, words) for feed in feeds}


def _chosen(name: str, found: Iterable[News]) -> tuple[News, ...]:
    return tuple(news for news in found if name == ALL or news.is_significant)


def feed_bytes(feed: Feed, settings: Settings, words: Words) -> bytes:
    """`feed` as XML. Its days are those of its editions; when it was built is not in it."""
    name = feed.file.rpartition("/")[2]
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": words.language})
    _add(root, "id", urn(feed.key, name))
    _add(root, "title", feed.title)
    newest = max((news.renewed for news in feed.news), default=feed.since)
    _add(root, "updated", moment(newest, settings))
    _add(SubElement(root, "author"), "name", settings.extra.publisher)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": absolute(settings, feed.file)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": absolute(settings, feed.page)})
    _add(root, "rights", settings.extra.licence.name)
    for news in feed.news:
        _add_entry(root, news, settings, words)
    indent(root, " ")
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _add_entry(root: Element, news: News, settings: Settings, words: Words) -> None:
    made = SubElement(root, "entry")
    _add(made, "id", urn(edition_key(news.entry)))
    _add(made, "title", news.title)
    _add(made, "published", moment(news.entry.date, settings))
    _add(made, "updated", moment(news.renewed, settings))
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": absolute(settings, news.address)})
    SubElement(made, "category", {"term": news.entry.entry.kind})
    _add(made, "summary", news.sentence)
    _add(made, "content", _content(news, words)).set("type", "html")


def _content(news: News, words: Words) -> str:
    """The note, how much changed, the first sentences and the edition's code, as HTML.

    Whoever follows a feed keeps the codes: copies of it bear witness to what was published.
    """
    body = Element("div")
    for text in filter(None, (news.note, news.sentence)):
        _add(body, "p", text)
    if shown := news.lines[:MOST_LINES]:
        points = SubElement(body, "ul")
        for line in shown:
            _add(points, "li", line)
    if left := len(news.lines) - len(shown):
        _add(body, "p", words.plural("{count} more change.", "{count} more changes.", left))
    head = news.entry.line.this
    _add(body, "p", words.say("Edition code: {short}, in full {full}", short=short_code(head), full=head))
    return tostring(body, encoding="unicode", method="html")


def _add(parent: Element, name: str, text: str) -> Element:
    made = SubElement(parent, name)
    made.text = without_unsafe_characters(text)
    return made


def moment(day: date, settings: Settings) -> str:
    """The first moment of `day` where the site is: "2019-04-01T00:00:00+01:00"."""
    return datetime.combine(day, time(), settings.zone).isoformat()


def absolute(settings: Settings, address: str) -> str:
    """The whole web address of a page or file of the site."""
    return settings.site_url + quote(address)
