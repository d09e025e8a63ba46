"""What stands round the pages of a site or a plan: menus, banners, help, footer."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from generator.council.settings import Settings, SiteContact
from generator.document.addresses import HOME, data_file, edition_file, phone_address
from generator.document.blocks import AlternateLink, Link
from generator.document.frame import FrameImage, FrameWords, HelpLine
from generator.document.page import Term
from generator.document.refs import EVERYWHERE, NOW, Places, Ref, RemovedPage, Whereabouts, WordsAlone
from generator.wording import Words
from generator.words.directory import page_label, page_links
from generator.words.edition_names import edition_title
from generator.words.named_things import title_link
from generator.words.plan_facts import notices
from generator.words.terms import plan_terms
from generator.words.view import PlanView
from generator.words.whereabouts import own_pages, whereabouts


@dataclass(frozen=True, slots=True)
class Banner:
    """A notice above a page, "Worked example" or "Edition", and what it leads to."""

    label: str
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of every page of one unit; `render` resolves its links for each page."""

    site_name: str
    site_url: str
    publisher: str
    language: str
    menu: tuple[Link, ...]
    plan_menu: tuple[Link, ...]
    plan_title: str
    banners: tuple[Banner, ...]
    help_title: str
    help_lines: tuple[HelpLine, ...]
    footer: tuple[Link, ...]
    licence: str
    licence_href: str
    contact: tuple[HelpLine, ...]
    promise: str
    is_listed: bool
    words: FrameWords
    alternates: tuple[AlternateLink, ...] = ()
    terms: tuple[Term, ...] = ()
    name: str = ""
    crest: FrameImage | None = None
    places: Places = EVERYWHERE


def site_shell(
    settings: Settings, words: Words, content: tuple[Link, ...], *, is_draft: bool, crest: FrameImage | None = None
) -> Shell:
    """The frame of the site's own pages. `content` are its hand-written pages, in order of address."""
    extra = settings.extra
    draft = words.say("This is working text. It has not been published and may change.")
    menu = [link for name in extra.menu for link in content if link.to.id == f"{name}/"]
    return Shell(
        site_name=settings.site_name,
        site_url=settings.site_url,
        publisher=extra.publisher,
        language=words.language,
        menu=(Link(words.say("All plans"), Ref("address", HOME)), *menu),
        plan_menu=(),
        plan_title="",
        banners=(Banner(words.say("Draft"), draft),) if is_draft else (),
        help_title=extra.help.title,
        help_lines=tuple(
            # A number is called; without one, a page is opened.
            HelpLine(line.text, line.phone or "", phone_address(line.phone) if line.phone else line.link or "")
            for line in extra.help.lines
        ),
        footer=content,
        licence=extra.licence.name,
        licence_href=extra.licence.link or "",
        contact=contact_lines(extra.contact),
        promise=format_promise(words, extra.format_promise_days),
        is_listed=not is_draft,
        words=frame_words(words),
        name=extra.brand.name or "",
        crest=crest,
    )


def contact_lines(contact: SiteContact) -> tuple[HelpLine, ...]:
    """How to reach the people who keep the site: by e-mail, by phone."""
    lines = [HelpLine(contact.email, "", f"mailto:{contact.email}")] if contact.email else []
    lines += [HelpLine(contact.phone, "", phone_address(contact.phone))] if contact.phone else []
    return (HelpLine(contact.role, "", ""), *lines)


def format_promise(words: Words, days: int | None) -> str:
    """How soon another format is sent, in a sentence; empty where nothing is promised."""
    if days is None:
        return ""
    return words.plural(
        "We send large print, braille or another format within {count} working day of being asked.",
        "We send large print, braille or another format within {count} working days of being asked.",
        days,
    )


def plan_shell(shell: Shell, view: PlanView, *, examples_are_listed: bool) -> Shell:
    """The frame of a plan's pages, inside that of the site."""
    plan, ref = view.plan, Ref("plan", plan=view.plan.id)
    outcomes = (title_link(view, outcome) for outcome in plan.outcomes)
    return replace(
        shell,
        # A page stands in the menu only where there is something to say.
        plan_menu=(Link(view.words.say("Overview"), ref), *outcomes, *page_links(view)),
        plan_title=view.menu_title,
        banners=(*shell.banners, *(Banner(label, text) for label, text in notices(view))),
        is_listed=shell.is_listed and (examples_are_listed or not plan.example),
        terms=plan_terms(plan),
        places=Places({plan.id: whereabouts(view)}),
    )


def edition_shell(shell: Shell, now: Whereabouts, then: PlanView) -> Shell:
    """The frame of an edition's pages, inside that of the site. `now` says where things are in the current text."""
    words, edition = then.words, then.edition
    assert edition is not None, "only an edition has pages of its own"
    title = edition_title(words, edition)
    text = words.say("This is the plan as it was published on {day}.", day=title)
    if edition.redactions:
        text = words.say("{text} Since then, words were taken down in it.", text=text)
    if edition.name == now.newest:
        text = words.say("{text} It is the newest edition.", text=text)
    example = then.plan.example
    # The edition itself as data. A draft has no files.
    data = AlternateLink("application/json", title, edition_file(now.plan, edition.name, "plan.json"))
    return replace(
        shell,
        plan_menu=_edition_menu(then),
        plan_title=words.say("{plan}, edition of {day}", plan=then.menu_title, day=title),
        banners=(
            Banner(words.say("Edition"), text),
            *shell.banners,
            *((Banner(example.kind, example.text),) if example else ()),
        ),
        terms=plan_terms(then.plan),
        is_listed=False,
        alternates=(data,) if now.newest else (),
        places=Places({now.plan: now}, own_pages(then)),
    )


def _edition_menu(then: PlanView) -> tuple[Link, ...]:
    """The pages of an edition, for its menu, and the ways out of it."""
    words, plan = then.words, then.plan
    return (
        Link(words.say("Overview"), Ref("plan", plan=plan.id)),
        *(title_link(then, outcome) for outcome in plan.outcomes),
        *([Link(page_label(then, "legend"), Ref("page", "legend", plan.id))] if plan.status_scheme else []),
        Link(words.say("Every edition of this plan"), Ref("page", "editions", plan.id)),
        Link(words.say("The plan as it is now"), Ref("plan", plan=plan.id, edition=NOW)),
    )


def leading_on(shell: Shell, then: PlanView, now: Link) -> Shell:
    """The frame of a page of an edition. `now` is the same thing in the current text; without it, the plan is."""
    (banner, *others), found, words = shell.banners, shell.places.destination(now.to), then.words
    if isinstance(found, WordsAlone):
        now = Link(then.menu_title, Ref("plan", plan=then.plan.id, edition=NOW))
    text = words.say("As it is now: {page}", page=now.text)
    if isinstance(found, RemovedPage):
        text = words.say("Taken out of the plan since then: {page}", page=now.text)
    return replace(shell, banners=(replace(banner, link=replace(now, text=text)), *others))


def alternate_links(view: PlanView, files: Collection[str]) -> tuple[AlternateLink, ...]:
    """What programs find in the head of the plan's pages, of the `files` of the plan."""
    words, plan = view.words, view.plan.id
    found = (
        AlternateLink("application/atom+xml", words.say("Significant changes"), data_file(plan, "feed.xml")),
        AlternateLink("text/calendar", words.say("What falls due"), data_file(plan, "calendar.ics")),
        AlternateLink("application/json", words.say("The plan as data"), data_file(plan, "plan.json")),
    )
    return tuple(link for link in found if link.file in files)


def site_alternates(words: Words, files: Collection[str]) -> tuple[AlternateLink, ...]:
    """The same for the site's own pages."""
    link = AlternateLink("application/atom+xml", words.say("Significant changes in all plans"), "feed.xml")
    return (link,) if link.file in files else ()


def frame_words(words: Words) -> FrameWords:
    """The shell's own words."""
    return FrameWords(
        skip=words.say("Skip to main content"),
        menu=words.say("Menu"),
        breadcrumb=words.say("You are here"),
        site_menu=words.say("Pages of this site"),
        plan_menu=words.say("Pages of this plan"),
        help=words.say("Help now"),
        footer=words.say("About this site"),
        published_by=words.say("Published by"),
        licence=words.say("Licence"),
        home=words.say("Home"),
        search=words.say("Search"),
        search_label=words.say("Search this site"),
    )
