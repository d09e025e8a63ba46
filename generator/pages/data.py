"""The page of open data: every file of a plan for programs to read, what it is, and on what terms it may be used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from generator.council.settings import Settings
from generator.document.addresses import data_file, editions_file, plan_page_address
from generator.document.blocks import Block, Facts, Line, Link, Section, sentences
from generator.document.page import Json, Page
from generator.document.refs import Ref
from generator.editions import Edition
from generator.wording import Words
from generator.words.edition_names import edition_title
from generator.words.layout import labelled, table
from generator.words.plan_page import plan_page
from generator.words.publications import edition_file_link
from generator.words.view import PlanView

# In the order of the page; a file that is not there is not named.
NOW = ("plan.json", "actions.csv", "changes.csv", "everything.zip")
TOLD = ("feed.xml", "feed-all.xml", "calendar.ics")
READING = ("actions.csv-metadata.json", "changes.csv-metadata.json", "edition.schema.json")
CHECKING = ("index.json", "editions.lock")
MEDIA_TYPES = {
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".xml": "application/atom+xml",
    ".zip": "application/zip",
}
THOUSAND = 1_000


@dataclass(frozen=True)
class Offer:
    """The files that a plan's page of open data offers: how many bytes each address holds, and the site's settings."""

    sizes: Mapping[str, int]
    settings: Settings


def data_page(view: PlanView, offer: Offer) -> Page:
    """Every file of open data that `offer` holds of the plan."""
    words = view.words
    opening = words.say("The same plan as files for spreadsheets and programs. You may use them again.")
    blocks: tuple[Block, ...] = (*sentences(opening, role="lead"), *_sections(view, offer))
    page = plan_page(view, "data", words.say("The plan as open data"), opening, blocks)
    return replace(page, dataset=dataset(view, offer))


def _sections(view: PlanView, offer: Offer) -> Iterator[Section]:
    words, licence = view.words, offer.settings.extra.licence
    yield from _files(view, offer, "now", words.say("The plan as it is now"), words.say("Files to download"), NOW)
    told = words.say("Be told when the plan changes, and of what falls due")
    yield from _files(view, offer, "told", told, words.say("Files to subscribe to"), TOLD)
    yield _editions(view, offer)
    terms = labelled(
        (words.say("Licence"), Line(licence.name, outside=licence.link or "")),
        (words.say("Name as the source"), offer.settings.extra.publisher),
        (words.say("Questions about the data"), offer.settings.extra.contact.role),
    )
    yield Section("terms", words.say("Terms of use"), (Facts(terms),))
    reading = words.say("For those who write programs")
    yield from _files(view, offer, "reading", reading, words.say("Files that describe the others"), READING)
    checking = words.say("To check that nothing was changed")
    yield from _files(view, offer, "checking", checking, words.say("Files to check the others with"), CHECKING)


def _files(
    view: PlanView, offer: Offer, anchor: str, heading: str, caption: str, names: tuple[str, ...]
) -> Iterator[Section]:
    """The files of `names` that there are."""
    words, said = view.words, file_words(view.words)
    places = [(name, address) for name in names if (address := _address(view.plan.id, name)) in offer.sizes]
    if places:
        files = table(
            caption,
            places,
            (words.say("File"), lambda place: Link(place[0], Ref("address", place[1]))),
            (words.say("What it is"), lambda place: said[place[0]]),
            (words.say("Size"), lambda place: _size(words, offer.sizes[place[1]])),
        )
        yield Section(anchor, heading, (files,))


def _address(plan: str, name: str) -> str:
    return editions_file(plan, name) if name in CHECKING else data_file(plan, name)


def file_words(words: Words) -> Mapping[str, str]:
    """What each file is."""
    return {
        "plan.json": words.say("The whole plan as JSON, byte for byte as it was published"),
        "actions.csv": words.say("Every action, one a row, as CSV for a spreadsheet"),
        "changes.csv": words.say("Every change from each edition to the next, one a row, as CSV"),
        "everything.zip": words.say("All these files in one ZIP file, those of every edition among them"),
        "feed.xml": words.say("An Atom feed of significant changes, to subscribe to"),
        "feed-all.xml": words.say("An Atom feed of every edition, the minor ones among them"),
        "calendar.ics": words.say("A calendar of what falls due, to subscribe to, as iCalendar"),
        "actions.csv-metadata.json": words.say("What each column of actions.csv means, as CSV on the Web"),
        "changes.csv-metadata.json": words.say("What each column of changes.csv means, as CSV on the Web"),
        "edition.schema.json": words.say("What a plan.json may hold, as JSON Schema"),
        "index.json": words.say("The list of all editions, with the code of each, as JSON"),
        "editions.lock": words.say(
            "The record that ties all editions together. Keep a copy: with it, anybody can tell later whether what "
            "was published is still the same"
        ),
    }


def _size(words: Words, size: int) -> str:
    """How large a file is, as people say it."""
    if size < THOUSAND:
        return words.say("Under 1 kB")
    if size < THOUSAND * THOUSAND:
        return words.say("{size} kB", size=words.number(round(size / THOUSAND)))
    return words.say("{size} MB", size=words.number(round(size / THOUSAND / THOUSAND)))


def _editions(view: PlanView, offer: Offer) -> Section:
    """The files of every edition that can be read, the newest first."""
    words = view.words

    def file(edition: Edition, name: str) -> Line:
        link = edition_file_link(view, edition, name)
        return Line("", (_size(words, offer.sizes[link.to.id]),), link)

    editions = table(
        words.say("Files of each edition"),
        reversed(view.history.editions),
        (words.say("Edition"), lambda edition: edition_title(words, edition)),
        (words.say("Whole plan"), lambda edition: file(edition, "plan.json")),
        (words.say("Actions"), lambda edition: file(edition, "actions.csv")),
    )
    opening = words.say("The files of an edition stay at their addresses. Those of the plan as it is now follow it.")
    return Section("every", words.say("Every edition"), (*sentences(opening), editions))


def dataset(view: PlanView, offer: Offer) -> dict[str, Json]:
    """The plan as a Dataset of schema.org. Without the site's address, links are relative to the page."""
    plan, edition, settings = view.plan, view.edition, offer.settings
    assert edition is not None, "only what was published is open data"
    top = settings.site_url
    said = plan.summary or view.words.say("The improvement plan of {publisher}.", publisher=plan.publisher)
    found: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": plan.title,
        "description": f"{plan.example.kind}: {said} {plan.example.text}" if plan.example else said,
        "license": settings.extra.licence.link or settings.extra.licence.name,
        "publisher": {"@type": "Organization", "name": plan.publisher},
        "isAccessibleForFree": True,
        "inLanguage": view.words.language,
        "datePublished": view.history.entries[0].date.isoformat(),
        "dateModified": edition.date.isoformat(),
        "version": edition.name,
        "identifier": f"sha256:{edition.sha256}",
        "distribution": [_download(plan.id, name, offer) for name in NOW if _address(plan.id, name) in offer.sizes],
    }
    if plan.period:
        found["temporalCoverage"] = f"{plan.period.start}/{plan.period.end}"
    return found | ({"url": top + quote(plan_page_address(plan.id, "data"))} if top else {})


def _download(plan: str, name: str, offer: Offer) -> Json:
    address, top = _address(plan, name), offer.settings.site_url
    return {
        "@type": "DataDownload",
        "contentUrl": top + quote(address) if top else name,
        "encodingFormat": MEDIA_TYPES[f".{name.rpartition('.')[2]}"],
    }
