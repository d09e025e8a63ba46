"""Each thing of a plan is where links to it lead: on which page, and at what place. So is what the plan has no more."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from generator.authoring.publish import withdraw
from generator.document.addresses import ANCHORS, thing_anchor
from generator.document.blocks import Fact, Section
from generator.document.page import Page
from generator.document.refs import (
    NOW,
    ON_PAGES,
    WITH_PAGES,
    WORDS_ALONE,
    Destination,
    Here,
    Places,
    Ref,
    RefKind,
    RemovedPage,
    There,
)
from generator.pages import PlanView, edition_pages, plan_pages
from generator.pages.withdrawn import tombstones
from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan
from generator.site.build import site_units
from generator.site.units import PlanUnit
from generator.status import each_thing
from generator.wording import Words
from generator.words.lineage import ids_over_time
from generator.words.whereabouts import own_pages, whereabouts
from tests.change_samples import BASE, GONE, made
from tests.conftest import TODAY
from tests.filled_plan import filled
from tests.page_blocks import links_of, parts_of, text_of
from tests.shelves import published, view_of

DAYS = ("2018-10-01", "2018-11-01", "2018-12-01", "2019-01-10")
EMPTY: dict[str, Any] = {
    "title": "Anytown plan again",
    **{key: [] for key in ("findings", "evidence", "risks", "decisions", "reports", "events", "glossary", "bodies")},
    "accepted": [],
    "status_scheme": GONE,
    "printed_summary": GONE,
    "rated": [],
    "outcomes": [{"id": "o-9", "title": "Another", "actions": [{"id": "a-99", "title": "Begin again"}]}],
}


def history(folder, *edits: dict[str, Any]) -> PlanView:
    """The newest of editions that are each the base plan with edits of its own."""
    told = [(day, "significant", "New", made(one)) for day, one in zip(DAYS, edits, strict=False)]
    return view_of(published(folder, told))


def led(view: PlanView, kind: RefKind, name: str = "", then: PlanView | None = None, **other: str) -> Destination:
    """Where a link to a thing leads, from a page of the plan or of the edition that `then` shows."""
    places = Places({view.plan.id: whereabouts(view)}, own_pages(then) if then else None)
    return places.destination(Ref(kind, name, view.plan.id, **other))


def pages_of(view: PlanView) -> Mapping[str, Page]:
    """Every page of the plan as it is now, by its address."""
    return {page.address: page for page in (*plan_pages(view), *tombstones(view))}


def standing(page: Page) -> dict[str, Section | Fact]:
    """What stands on a page at each of its anchors, of which none is there twice."""
    found = [part for part in (*parts_of(page, Section), *parts_of(page, Fact)) if part.anchor]
    assert len({part.anchor for part in found}) == len(found), page.address
    return {part.anchor: part for part in found}


def what_stands_at(there: Destination, pages: Mapping[str, Page]) -> Page | Section | Fact:
    """The part of a page to which `there` leads. It is an error if there is none."""
    assert not isinstance(there, type(WORDS_ALONE)), "it leads nowhere"
    page, anchor = pages[there.address], there.anchor if isinstance(there, There) else ""
    return standing(page)[anchor] if anchor else page


def measures(plan: PublicPlan) -> Iterator[Any]:
    for thing in each_thing(plan):
        yield from () if isinstance(thing.measures, Missing) else thing.measures


def names(view: PlanView) -> Mapping[str, Mapping[str, str]]:
    """What each thing of a plan is called, by its kind and id, as its page says it."""
    plan = view.plan
    return {
        "outcome": {item.id: item.title for item in plan.outcomes},
        "action": {name: action.title for name, action in view.actions.items()},
        "measure": {item.id: item.text for item in measures(plan) if item.observations},
        "finding": {item.id: item.title for item in plan.findings},
        "evidence": {item.id: item.title for item in plan.evidence},
        "risk": {item.id: item.name for item in plan.risks},
        "decision": {item.id: item.text for item in plan.decisions},
        "report": {item.id: item.what for item in plan.reports},
        "body": {item.id: item.name for item in plan.bodies},
        "event": {item.id: item.name for item in plan.events},
        "term": {item.term: item.term for item in plan.glossary},
    }


def assert_each_thing_is_shown(view: PlanView) -> None:
    """Each thing of the plan is shown where links to it lead, and links know of no other things."""
    pages, places = pages_of(view), Places({view.plan.id: whereabouts(view)})
    for kind, named in names(view).items():
        assert whereabouts(view).things[kind] == set(named), kind
        for name, said in named.items():
            ref = Ref(kind, name, view.plan.id)  # type: ignore[arg-type]
            there = places.destination(ref)
            assert isinstance(there, There), ref
            shown = what_stands_at(there, pages)
            title = shown.title if isinstance(shown, Page) else ""
            assert text_of((title, shown)).count(" ".join(said.split())), ref


# As the plan is now


@pytest.fixture(scope="module")
def full() -> PlanView:
    """A plan that holds every kind of thing."""
    plan = filled(lambda field: f"Words of {field.path} ")
    return PlanView(plan, Words(), date(2031, 6, 1))


def test_each_kind_of_thing_of_a_full_plan_is_shown_where_links_lead(full):
    assert_each_thing_is_shown(full)
    assert set(names(full)) == {*ON_PAGES, *WITH_PAGES}
    assert all(names(full).values()), "the plan has things of every kind"


def test_what_has_a_place_of_its_own_is_led_to_it(full):
    anchored = ON_PAGES.keys() & ANCHORS.keys()
    for kind, named in names(full).items():
        found = [led(full, kind, name) for name in named]
        assert len(set(found)) == (1 if kind == "event" else len(named)), "each thing has another place"
        assert all(isinstance(there, There) and bool(there.anchor) == (kind in anchored) for there in found)


@pytest.mark.slow
def test_each_thing_of_the_plans_of_this_project_is_shown_where_links_lead(source):
    views = [unit.view for unit in site_units(source, TODAY) if isinstance(unit, PlanUnit)]
    assert len(views) >= 6
    for view in views:
        assert_each_thing_is_shown(view)


def test_measure_without_figures_has_no_place_of_its_own(full):
    measures = ({"id": "m-1", "text": "Share of children asked"},)
    view = PlanView(made({"outcomes.0.actions.0.measures": measures}), Words(), None)
    assert "anytown/measures/" in pages_of(view)
    assert "m-m-1" not in standing(pages_of(view)["anytown/measures/"])
    assert led(view, "measure", "m-1") == WORDS_ALONE


def test_action_on_the_page_of_its_outcome_is_led_to_its_place_there(full):
    pages = pages_of(full)
    for name, place in full.places.items():
        there = led(full, "outcome", place.outcome.id, part=thing_anchor("action", name))
        assert there == There(f"filled/outcomes/{place.outcome.id}/", f"a-{name}")
        assert full.actions[name].title.strip() in text_of(what_stands_at(there, pages))


@pytest.mark.parametrize("edits", [{}, EMPTY], ids=["with most pages", "with few pages"])
@pytest.mark.parametrize("is_published", [False, True])
def test_pages_about_the_plan_are_those_that_there_are(tmp_path, edits, is_published):
    view = history(tmp_path, edits) if is_published else PlanView(made(edits), Words(), None)
    known = whereabouts(view).pages
    # The page of open data is made with the files, which only an edition has.
    assert ("data" in known) is is_published
    about = {page.kind for page in plan_pages(view)} - {"overview", "outcome", "action", "update"}
    assert known - {"data"} == about
    pages = pages_of(view)
    assert all(what_stands_at(led(view, "page", kind), pages).kind == kind for kind in about)
    for kind, page in ON_PAGES.items():
        assert page in known or not whereabouts(view).things[kind]
    assert led(view, "page", "summary") == (WORDS_ALONE if edits else There("anytown/summary/"))


# What an edition had, and the text has no more


@pytest.fixture
def emptied(tmp_path) -> PlanView:
    """A plan of which nothing is left that its first edition had."""
    return history(tmp_path, {}, EMPTY)


def test_what_is_not_in_the_plan_any_more_leads_nowhere_but_to_the_page_that_tells_of_it(emptied):
    then, pages = emptied.edition_views[0], pages_of(emptied)
    assert all(names(then).values()), "the edition has things of every kind"
    for kind, named in names(then).items():
        for name, said in named.items():
            there = led(emptied, kind, name)
            if kind in WITH_PAGES:
                assert there == RemovedPage(f"anytown/{kind}s/{name}/")
                page = pages[there.address]
                assert text_of(page.blocks[0]).startswith("Taken out of the plan on 1 November 2018.")
                assert said in page.title
            else:
                assert there == WORDS_ALONE, (kind, name)


def test_removed_are_those_that_keep_a_page(emptied):
    known = whereabouts(emptied)
    assert known.removed == {
        "outcome": {"o-1", "o-2"},
        "action": {"a-1", "a-2", "a-3", "a-31", "a-4"},
    }
    kept = {address for address, page in pages_of(emptied).items() if page.kind in WITH_PAGES}
    assert kept == {f"anytown/{kind}s/{name}/" for kind, ids in known.removed.items() for name in ids} | {
        "anytown/outcomes/o-9/",
        "anytown/actions/a-99/",
    }


def test_what_nobody_ever_had_leads_nowhere(emptied):
    for kind in names(emptied):
        assert led(emptied, kind, "nobody") == WORDS_ALONE


def test_what_a_draft_leaves_out_keeps_its_page(tmp_path):
    shown = history(tmp_path, {})
    draft = PlanView(made({"outcomes.1": GONE, "risks": []}), Words(), date(2019, 2, 1), history=shown.history)
    assert whereabouts(draft).newest == ""
    assert whereabouts(shown).newest == DAYS[0]
    assert led(draft, "outcome", "o-2") == RemovedPage("anytown/outcomes/o-2/")
    assert led(draft, "action", "a-4") == RemovedPage("anytown/actions/a-4/")
    assert led(draft, "risk", "r-1") == WORDS_ALONE
    assert {"anytown/outcomes/o-2/", "anytown/actions/a-4/"} < set(pages_of(draft))


def test_what_came_back_is_where_it_was(tmp_path):
    view = history(tmp_path, {}, {"outcomes.1": GONE}, {})
    assert led(view, "outcome", "o-2") == There("anytown/outcomes/o-2/")
    assert led(view, "action", "a-4") == There("anytown/actions/a-4/")
    assert whereabouts(view).removed == {"outcome": frozenset(), "action": frozenset()}


# Another id


def test_id_that_changed_leads_to_the_thing_under_the_id_that_it_has_now(tmp_path):
    first, second = {"outcomes.0.actions.2.id": "a-8"}, {"outcomes.0.actions.2.id": "a-9", "outcomes.1.id": "o-7"}
    view = history(tmp_path, {}, first, second)
    assert ids_over_time(view, "a-3")[-1] == "a-9"
    for name in ("a-3", "a-8", "a-9"):
        assert led(view, "action", name) == There("anytown/actions/a-9/")
    for name in ("o-2", "o-7"):
        assert led(view, "outcome", name) == There("anytown/outcomes/o-7/")
        assert led(view, "outcome", name, part="a-a-4") == There("anytown/outcomes/o-7/", "a-a-4")
    # The pages that stood at the old ids stay, and tell where the thing goes on.
    for address in ("anytown/actions/a-3/", "anytown/actions/a-8/", "anytown/outcomes/o-2/"):
        assert "It was put in again as a new entry" in text_of(pages_of(view)[address].blocks[0])
    assert_each_thing_is_shown(view)


def test_id_that_changed_before_its_thing_went_for_good_leads_to_its_own_page(tmp_path):
    view = history(tmp_path, {}, {"outcomes.0.actions.2.id": "a-8"}, {"outcomes.0.actions.2": GONE})
    for name in ("a-3", "a-8"):
        assert led(view, "action", name) == RemovedPage(f"anytown/actions/{name}/")
        assert f"anytown/actions/{name}/" in pages_of(view)
    assert whereabouts(view).later["action"] == {}


def test_action_that_moved_to_another_outcome_has_no_place_on_the_page_of_the_first(tmp_path):
    moved = BASE["outcomes"][0]["actions"][1]
    view = history(tmp_path, {}, {"outcomes.0.actions.1": GONE, "outcomes.1.actions.1": moved})
    assert led(view, "outcome", "o-1", part="a-a-2") == There("anytown/outcomes/o-1/")
    assert led(view, "outcome", "o-2", part="a-a-2") == There("anytown/outcomes/o-2/", "a-a-2")
    assert led(view, "action", "a-2") == There("anytown/actions/a-2/")


# Editions


def test_editions_and_what_changed_with_them_have_pages_and_an_entry(tmp_path):
    view = history(tmp_path, {}, EMPTY, {})
    pages, own = pages_of(view), {page.page.address for then in view.edition_views for page in edition_pages(then)}
    for place, day in enumerate(DAYS[:3]):
        assert led(view, "edition", day) == There(f"anytown/editions/{day}/")
        assert f"anytown/editions/{day}/" in own
        shown = what_stands_at(led(view, "edition-entry", day), pages)
        assert isinstance(shown, Section)
        assert links_of(shown)[0].to == Ref("edition", day, "anytown")
        assert led(view, "update", day) == There(f"anytown/changes/{day}/")
        assert (f"anytown/changes/{day}/" in pages) is (place > 0), "with the first nothing changed"
        assert led(view, "since", day) == There(f"anytown/changes/since-{day}/")
        assert (f"anytown/changes/since-{day}/" in pages) is (place < 2), "since the newest nothing changed"


def test_withdrawn_edition_leads_to_the_pages_that_tell_of_it(tmp_path):
    told = [
        (DAYS[0], "significant", "New", made({})),
        (DAYS[1], "significant", "New", made({"outcomes.1.id": "o-5", "risks.1": {"id": "r-5", "name": "No room"}})),
        (DAYS[2], "significant", "New", made({"title": "Anytown plan again"})),
    ]
    published(tmp_path, told)
    view = view_of(withdraw(tmp_path, DAYS[1], date(2019, 1, 10), "It was published too early."))
    assert whereabouts(view).withdrawn == {DAYS[1]}
    gone = {
        "edition": f"anytown/editions/{DAYS[1]}/",
        "update": f"anytown/changes/{DAYS[1]}/",
        "since": f"anytown/changes/since-{DAYS[1]}/",
    }
    pages = pages_of(view)
    for kind, address in gone.items():
        assert led(view, kind, DAYS[1]) == RemovedPage(address)  # type: ignore[arg-type]
        assert "It was withdrawn on 10 January 2019" in text_of(pages[address])
    entry = what_stands_at(led(view, "edition-entry", DAYS[1]), pages)
    assert isinstance(entry, Section)
    assert "Withdrawn On 10 January 2019" in text_of(entry)
    # Its text is gone, and with it what it alone had.
    assert led(view, "outcome", "o-5") == led(view, "risk", "r-5") == WORDS_ALONE
    assert led(view, "edition", DAYS[0]) == There(f"anytown/editions/{DAYS[0]}/")
    assert_each_thing_is_shown(view)


# From a page of an edition


def test_links_of_an_edition_lead_within_it_as_far_as_it_goes(emptied):
    then = emptied.edition_views[0]
    own = {page.page.address: page.page for page in edition_pages(then)}
    home = f"anytown/editions/{DAYS[0]}/"
    assert set(own) == {home, f"{home}outcomes/o-1/", f"{home}outcomes/o-2/", f"{home}legend/"}
    for kind in ("outcome", "action"):
        for name, said in names(then)[kind].items():
            shown = what_stands_at(led(emptied, kind, name, then), own)
            assert said in shown.title
            assert led(emptied, kind, name, then, edition=NOW) == RemovedPage(f"anytown/{kind}s/{name}/")
    assert led(emptied, "plan", "", then) == There(home)
    assert led(emptied, "page", "legend", then) == There(f"{home}legend/")
    assert led(emptied, "page", "legend", then, edition=NOW) == WORDS_ALONE, "the plan has none any more"
    assert led(emptied, "finding", "f-1", then) == WORDS_ALONE
    assert led(emptied, "page", "editions", then) == There("anytown/editions/")


def test_an_edition_without_ratings_has_no_legend(emptied):
    then = emptied.edition_views[1]
    assert not own_pages(then).has_legend
    assert led(emptied, "page", "legend", then) == WORDS_ALONE


def refs_of(pages: Iterable[Page]) -> set[tuple[str, Ref]]:
    """Each thing that a page links to, with the address of the page."""
    return {(page.address, link.to) for page in pages for link in (*page.crumbs, *links_of(page))}


@pytest.mark.parametrize(
    "edits",
    [
        ({}, EMPTY),
        (EMPTY, {}),
        ({}, {"outcomes.1.id": "o-7", "outcomes.0.actions.2.id": "a-8"}, {"outcomes.1": GONE, "findings": []}),
    ],
    ids=["emptied", "filled", "given other ids, then taken out"],
)
def test_every_link_of_current_and_old_pages_leads_to_what_stands_there(tmp_path, edits):
    view = history(tmp_path, *edits)
    current, now = pages_of(view), {"anytown": whereabouts(view)}
    olds = [(Places(now, own_pages(then)), edition_pages(then)) for then in view.edition_views]
    every = {**current, **{old.page.address: old.page for _, pages in olds for old in pages}}
    sides = [(Places(now), tuple(current.values()))]
    sides += [(places, tuple(old.page for old in pages)) for places, pages in olds]
    # What was taken out has a page as it was last; its links to what went with it are words.
    as_last = {there.address for there in map(Places(now).destination, removed_refs(view))}
    for places, pages in sides:
        for address, ref in refs_of(pages):
            there = places.destination(ref)
            if isinstance(there, Here):
                assert there.anchor in standing(every[address]), (address, ref)
            elif there == WORDS_ALONE:
                assert address in as_last or places.own, (address, ref)
            elif ref.kind != "address" and there != There("anytown/data/"):
                what_stands_at(there, every)
    for places, pages in olds:
        for old in pages:
            assert places.destination(old.now.to) == WORDS_ALONE or places.destination(old.now.to).address in current


def removed_refs(view: PlanView) -> list[Ref]:
    removed = whereabouts(view).removed
    return [Ref(kind, name, "anytown") for kind in ("outcome", "action") for name in removed[kind]]


def test_plan_without_editions_knows_of_itself_alone():
    known = whereabouts(PlanView(made({}), Words(), None))
    assert (known.plan, known.newest, known.withdrawn) == ("anytown", "", frozenset())
    assert known.removed == {"outcome": frozenset(), "action": frozenset()}
    assert known.later == {"outcome": {}, "action": {}}
    assert known.outcome_of == {**dict.fromkeys(("a-1", "a-2", "a-3", "a-31"), "o-1"), "a-4": "o-2"}
