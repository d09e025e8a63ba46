"""Pages of older editions lead within their edition, to what the current text still has, or nowhere; never astray."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

import pytest

from generator.council.settings import Settings
from generator.document.blocks import Fact, Line, Link, Section, labelled_lines, sentences
from generator.document.frame import Frame, StagedPage
from generator.document.page import Page
from generator.document.refs import (
    NOW,
    WORDS_ALONE,
    Destination,
    Here,
    OwnPages,
    Places,
    Ref,
    There,
    Whereabouts,
    WordsAlone,
    here,
)
from generator.editions import Shelf, read_shelf
from generator.pages import edition_pages
from generator.pages.shell import Shell, edition_shell, leading_on
from generator.render.markdown import markdown_of
from generator.site.units import PlanUnit, editions_units
from generator.words.view import PlanView
from generator.words.whereabouts import own_pages, whereabouts
from tests.kinbrae.history import FOLDER, PLAN
from tests.page_blocks import links_of
from tests.shelves import published as published_in
from tests.shelves import unit_of

COUNT = len(list((FOLDER / "editions").glob("*.json")))
IS_NEWEST = " It is the newest edition."
# A link as it is written in Markdown, and within HTML.
WRITTEN_LINK = re.compile(r'\[([^\]\n]*)\]\(([^)\s]*)\)|<a href="([^"]*)">(.*?)</a>')
ANCHOR = re.compile(r'\{: #([\w-]+) |id="([\w-]+)"')


# The plan with a history


@dataclass(frozen=True)
class OldPage:
    """A page of an edition, in its frame."""

    page: Page
    shell: Shell

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link on it and round it, that lead to pages of a plan."""
        shell = self.shell
        banners = (banner.link for banner in shell.banners if banner.link)
        terms = (term.entry for term in shell.terms if term.entry)
        return (*links_of(self.page), *self.page.crumbs, *shell.plan_menu, *banners, *terms)


@dataclass(frozen=True)
class Published:
    """The plan as its site is with the editions of `shelf`."""

    shelf: Shelf
    settings: Settings

    @cached_property
    def unit(self) -> PlanUnit:
        return unit_of(self.shelf, self.settings)

    @cached_property
    def now(self) -> Whereabouts:
        return whereabouts(self.unit.view)

    @cached_property
    def current(self) -> Mapping[str, StagedPage]:
        return {page.address: page for page in self.unit.stage()}

    @cached_property
    def old(self) -> Mapping[str, StagedPage]:
        """The pages of all editions as they are staged."""
        return {page.address: page for unit in editions_units(self.unit) for page in unit.stage()}

    @cached_property
    def old_pages(self) -> Mapping[str, OldPage]:
        """The same before that."""
        return {old.page.address: old for then in self.unit.view.edition_views for old in self._of(then)}

    def _of(self, then: PlanView) -> Iterator[OldPage]:
        shell = edition_shell(self.unit.site.shell, self.now, then)
        for found in edition_pages(then):
            yield OldPage(found.page, leading_on(shell, then, found.now))


@pytest.fixture(scope="module")
def published(source) -> Published:
    shelf, problems = read_shelf(FOLDER)
    assert problems == ()
    return Published(shelf, source.settings)


def anchors(staged: StagedPage) -> set[str]:
    return {first or second for first, second in ANCHOR.findall(staged.markdown)}


def astray(published: Published, old: OldPage, link: Link, found: Destination) -> str:
    """What is wrong with where a link of an old page leads; "" where nothing is."""
    home = f"{PLAN}/editions/{old.shell.places.own.edition}/"
    if isinstance(found, WordsAlone):
        return ""
    if isinstance(found, Here):
        is_there = not found.anchor or found.anchor in anchors(published.old[old.page.address])
        return "" if is_there else f"no {found.anchor} here"
    if not isinstance(found, There):
        return "" if found.address in published.current else "no such page is left"
    if found.address in published.old and not found.address.startswith(home):
        return "another edition"
    staged = published.old.get(found.address) or published.current.get(found.address)
    if staged is None:
        return "no such page"
    return "" if not found.anchor or found.anchor in anchors(staged) else f"no {found.anchor} there"


def test_no_link_of_any_edition_leads_astray(published):
    wrong, kinds = [], set()
    for address, old in published.old_pages.items():
        assert old.shell.places == Places({PLAN: published.now}, own_pages(_then(published, old)))
        for link in old.links:
            found = old.shell.places.destination(link.to)
            is_own = isinstance(found, There) and found.address in published.old
            kinds.add("own" if is_own else type(found).__name__)
            if fault := astray(published, old, link, found):
                wrong.append(f"{address}: {link}: {found}: {fault}")
    assert wrong == []
    assert kinds == {"own", "Here", "There", "RemovedPage", "WordsAlone"}, "links of every kind were looked at"


def _then(published: Published, old: OldPage) -> PlanView:
    edition = old.shell.places.own.edition
    return next(then for then in published.unit.view.edition_views if then.edition.name == edition)


def test_pages_of_editions_are_staged_as_they_are_looked_at_here(published):
    assert published.old.keys() == published.old_pages.keys()
    for address, old in published.old_pages.items():
        assert published.old[address].markdown == markdown_of(old.page, old.shell.places)
    assert len({old.shell.places.own.edition for old in published.old_pages.values()}) == len(published.shelf.editions)


# One more edition


def before(published: Published, place: int) -> Published:
    """The same on the day before the edition at `place` was published."""
    day = published.shelf.editions[place].date
    return Published(published.shelf.until(day - timedelta(days=1)), published.settings)


def until(published: Published, place: int) -> Published:
    """The same on the day on which the edition at `place` was published."""
    return Published(published.shelf.until(published.shelf.editions[place].date), published.settings)


def less_links(markdown: str) -> str:
    """The words of a page, wherever they lead."""
    return WRITTEN_LINK.sub(lambda found: found[1] if found[4] is None else found[4], markdown)


def ways(markdown: str) -> list[tuple[str, str]]:
    """The words and the address of each link that is written."""
    return [(found[1], found[2]) if found[4] is None else (found[4], found[3])
            for found in WRITTEN_LINK.finditer(markdown)]  # fmt: skip


def less_newest(frame: Frame) -> Frame:
    """A frame that does not say which edition is the newest."""
    first, *others = frame.banners
    return replace(frame, banners=(replace(first, text=first.text.removesuffix(IS_NEWEST)), *others))


def less_moved(frame: Frame, old: OldPage, moved: set[Link]) -> Frame:
    """A frame without its banner's link and the terms, where these lead elsewhere."""
    first, *others = frame.banners
    if old.shell.banners[0].link.to in {link.to for link in moved}:  # the words are others, where it was taken out
        first = replace(first, link=None)
    terms = {term.forms for term in old.shell.terms if term.entry in moved}
    return replace(
        frame, banners=(first, *others), terms=tuple(term for term in frame.terms if term.forms not in terms)
    )


@pytest.mark.parametrize("place", range(1, COUNT))
def test_one_more_edition_changes_old_pages_only_where_a_link_leads_elsewhere(published, place):
    earlier, later = before(published, place), until(published, place)
    assert len(later.shelf.editions) == len(earlier.shelf.editions) + 1
    newest = earlier.shelf.editions[-1].name
    assert earlier.old.keys() < later.old.keys()
    for address, was in earlier.old.items():
        old, new, now = earlier.old_pages[address], later.old_pages[address], later.old[address]
        assert old.page == new.page
        is_newest = old.shell.places.own.edition == newest
        assert was.frame.banners[0].text.endswith(IS_NEWEST) is is_newest
        assert not now.frame.banners[0].text.endswith(IS_NEWEST)
        moved = {link for link in (*old.links, *new.links) if _moves(old, new, link)}
        moved |= {page.shell.banners[0].link for page in (old, new) if _is_told_otherwise(old, new)}
        if not moved:
            assert (now.markdown, now.frame) == (was.markdown, less_newest(was.frame)), address
            assert replace(now, frame=was.frame) == was
            continue
        # The words of a page stay; the words of its links lead elsewhere, or stand alone from now on.
        assert less_links(now.markdown) == less_links(was.markdown), address
        on_page = moved.intersection(links_of(old.page))
        assert (now.markdown != was.markdown) is bool(on_page), address
        assert _rest(was, on_page) == _rest(now, on_page), address
        assert less_moved(now.frame, old, moved) == less_moved(less_newest(was.frame), old, moved), address
        assert (now.frame != less_newest(was.frame)) is bool(moved - on_page), address


def _is_told_otherwise(old: OldPage, new: OldPage) -> bool:
    """Whether the notice leads elsewhere, or says from now on that the thing was taken out."""
    to = old.shell.banners[0].link.to
    return old.shell.places.destination(to) != new.shell.places.destination(to)


def _moves(old: OldPage, new: OldPage, link: Link) -> bool:
    was, now = old.shell.places.destination(link.to), new.shell.places.destination(link.to)
    # A page stays at its address where it tells from now on that its thing was taken out.
    return _address(was) != _address(now)


def _address(found: Destination) -> tuple[str, str]:
    return getattr(found, "address", ""), getattr(found, "anchor", "")


def _rest(staged: StagedPage, moved: set[Link]) -> list[tuple[str, str]]:
    """The links of a page but those that lead elsewhere."""
    names = {markdown_name(link) for link in moved}
    return [way for way in ways(staged.markdown) if way[0] not in names]


def markdown_name(link: Link) -> str:
    """The words of a link as they are written."""
    ((name, _),) = ways(markdown_of(Page("legend", "x/", "X", (), "", sentences(Link(link.text, here("x"))))))
    return name


def test_some_pages_change_with_an_edition_and_some_do_not(published):
    changed, stayed = [], []
    for place in range(1, COUNT):
        earlier, later = before(published, place), until(published, place)
        for address, was in earlier.old.items():
            (stayed if later.old[address] == was else changed).append((place, address))
    assert len(published.shelf.editions) == COUNT
    assert changed
    assert stayed


# Links of one page, as they are written

NOWADAYS = Whereabouts(
    "p",
    pages=frozenset({"who"}),
    things={"action": frozenset({"a-1"}), "body": frozenset({"nhs"})},
    removed={"action": frozenset({"a-2"})},
    outcome_of={"a-1": "o-1"},
)
PLACES = Places({"p": NOWADAYS}, OwnPages("x", frozenset({"o-1"}), {"a-1": "o-1", "a-2": "o-1"}, has_legend=False))


def written(*blocks) -> str:
    page = Page("outcome", "p/editions/x/outcomes/o-1/", "One", (), "", blocks)
    return markdown_of(page, PLACES).partition("\n\n")[2].strip()


def test_link_leads_to_the_place_within_the_edition():
    link = Link("Ask", Ref("action", "a-1", "p"))
    assert written(*sentences(link)) == "[Ask](#a-a-1)"
    assert written(Section("a-a-2", "Two", sentences(link))) == "## Two {: #a-a-2 }\n\n[Ask](#a-a-1)"
    assert written(*sentences(Link("One", Ref("plan", plan="p")))) == "[One](../../)"


def test_section_leads_to_the_page_that_says_more_of_its_own_thing():
    links = (Link("Ask", Ref("action", name, "p", edition=NOW)) for name in ("a-1", "a-2", "a-3"))
    assert [written(*sentences(link)) for link in links] == [
        "[Ask](../../../../actions/a-1/)",
        "[Ask](../../../../actions/a-2/)",
        "Ask",
    ]


def test_link_to_what_is_gone_becomes_words():
    gone = Link("Risks", Ref("page", "governance", "p", part="risks"))
    assert PLACES.destination(gone.to) == WORDS_ALONE
    assert written(*sentences("See", gone)) == "See Risks"
    assert written(*labelled_lines((Fact("See", (Line("", link=gone),)),))) == "See\n:   Risks"
    assert written(Section("r", "Risks", (), gone)) == "## Risks {: #r }"


def test_thing_that_is_there_still_is_led_to_at_its_place():
    assert written(*sentences(Link("NHS", Ref("body", "nhs", "p")))) == "[NHS](../../../../who/#b-nhs)"
    assert written(*sentences(Link("Who", Ref("page", "who", "p")))) == "[Who](../../../../who/)"
    assert written(*sentences(Link("Here", here("x")))) == "[Here](#x)"
    assert written(*sentences(Link("Police", Ref("body", "police", "p")))) == "Police"


def test_place_that_a_page_has_no_more_is_led_to_as_the_whole_page(tmp_path, make_plan, source):
    events = [{"id": "e-1", "name": "A visit"}]
    first = make_plan({"contacts": [{"role": "The team"}], "events": events})
    then = make_plan({"events": events})
    told = [("2019-03-29", "significant", "New.", first), ("2019-06-28", "significant", "Newer.", then)]
    found = Published(published_in(tmp_path / "anytown", told), source.settings)
    assert "contacts" not in anchors(found.current["anytown/governance/"])
    assert "[The team](../../governance/)" in found.old["anytown/editions/2019-03-29/"].markdown
