"""An action or outcome that was taken out and put in again with another id keeps its history, and its old page."""

from datetime import date
from typing import Any

import pytest

from generator.document.blocks import Link, Ways
from generator.document.page import Page
from generator.document.refs import Destination, Places, Ref, RemovedPage, There
from generator.pages import PlanView, edition_pages, plan_pages
from generator.pages.slipped import slipped_page
from generator.words.lineage import has_slipped, ids_over_time
from generator.words.story import story
from generator.words.whereabouts import own_pages, whereabouts
from tests.change_samples import GONE, made
from tests.page_blocks import blocks_of, links_of, tables, text_of
from tests.shelves import published, view_of

TRAIN, NEXT = "outcomes.0.actions.2", "outcomes.0.actions.2.timescales"
DAYS = ("2018-10-01", "2018-11-01", "2018-12-01", "2019-01-10")


def history(folder, *edits: dict[str, Any]) -> PlanView:
    """The newest of editions that are each the base plan with edits of its own."""
    told = [(day, "significant", "New", made(one)) for day, one in zip(DAYS, edits, strict=False)]
    return view_of(published(folder, told))


def renamed(name: str, *words: str) -> dict[str, Any]:
    return {f"{TRAIN}.id": name, NEXT: list(words)}


def rows(view: PlanView, thing: str) -> list[list[str]]:
    """Date, progress and changes of each row of a story."""
    table = story(view, thing)
    assert table is not None
    return [[" / ".join(line.text for line in cell) for cell in (row.cells[2], row.cells[4])] for row in table.rows]


def moved(view: PlanView) -> list[list[str]]:
    return [
        [cell[0].link.text if cell[0].link else cell[0].text for cell in row.cells]
        + [cell[0].notes[0] for cell in row.cells[3:4]]
        for row in tables(slipped_page(view))[0].rows
    ]


def removed_pages(view: PlanView) -> list[Page]:
    """The pages of outcomes and actions that the plan has no more."""
    there = {f"anytown/{kind}/{name}/" for kind in ("outcomes", "actions") for name in view.standings}
    return [page for page in plan_pages(view) if page.kind in ("outcome", "action") and page.address not in there]


def led(view: PlanView, link: Link, then: PlanView | None = None) -> Destination:
    """Where a link of the plan's pages leads, or of the pages of the edition that `then` shows."""
    return Places({"anytown": whereabouts(view)}, own_pages(then) if then else None).destination(link.to)


@pytest.fixture
def twice(tmp_path) -> PlanView:
    """Two other ids, one after the other; the date moves with the first and between the two."""
    return history(tmp_path, {}, renamed("a-8", "June 2019"), renamed("a-8", "July 2019"), renamed("a-9", "July 2019"))


def test_id_is_followed_both_ways(twice):
    assert ids_over_time(twice, "a-9") == ("a-3", "a-8", "a-8", "a-9")
    assert ids_over_time(twice, "a-8") == ("a-3", "a-8", "a-8", "a-9")
    assert ids_over_time(twice, "a-3") == ("a-3", "a-8", "a-8", "a-9")
    assert ids_over_time(twice, "a-1") == ("a-1",) * 4


def test_story_tells_what_was_said_under_every_id(twice):
    for name in ("a-3", "a-8", "a-9"):
        found = rows(twice, name)
        assert [row[0] for row in found] == ["31 May 2019", "30 June 2019", "31 July 2019", "31 July 2019"]
        assert found[0][1] == "The first edition published here"
        assert "put in again as a new entry" in found[1][1]
        assert "May 2019" in found[1][1]
        assert "June 2019" in found[2][1]
        assert "put in again as a new entry" in found[3][1]


def test_date_that_moved_under_another_id_is_among_the_moved(twice):
    assert has_slipped(twice)
    assert [row for row in moved(twice) if "Train staff" in row[0]] == [
        ["1.3 Train staff", "31 May 2019", "31 July 2019", "2 months later", "Not stated", "moved 2 times"]
    ]


def test_date_that_was_taken_away_with_another_id_is_among_the_moved(tmp_path):
    view = history(tmp_path, {}, {f"{TRAIN}.id": "a-9", NEXT: GONE})
    assert ["1.3 Train staff", "31 May 2019", "No date"] in [row[:3] for row in moved(view)]


def test_old_page_stays_and_leads_on(twice):
    found = {page.address: page for page in removed_pages(twice)}
    for name, day in (("a-3", "1 November 2018"), ("a-8", "10 January 2019")):
        notice = found[f"anytown/actions/{name}/"].blocks[0]
        assert notice.role == "notice"
        assert text_of(notice) == (
            f"Taken out of the plan on {day}. It was put in again as a new entry: 1.3 Train staff. It last said:"
        )
        assert links_of(notice) == (Link("1.3 Train staff", Ref("action", "a-9", "anytown")),)
        assert led(twice, *links_of(notice)) == There("anytown/actions/a-9/")


def test_outcome_with_another_id_leads_on_too(tmp_path):
    view = history(tmp_path, {}, {"outcomes.1.id": "o-7"})
    (page,) = removed_pages(view)
    (link,) = links_of(page.blocks[0])
    assert link == Link("Outcome 2: Children are safe", Ref("outcome", "o-7", "anytown"))
    assert led(view, link) == There("anytown/outcomes/o-7/")
    assert blocks_of(page, Ways) == (), "what stood beside it may be gone"


def test_what_went_for_good_leads_nowhere(tmp_path):
    view = history(tmp_path, {}, renamed("a-8", "June 2019"), {TRAIN: GONE})
    found = {page.address: page.blocks[0] for page in removed_pages(view)}
    gone, last = found["anytown/actions/a-3/"], found["anytown/actions/a-8/"]
    assert text_of(last) == "Taken out of the plan on 1 December 2018. It last said:"
    assert links_of(last) == ()
    assert [led(view, link) for link in links_of(gone)] == [RemovedPage("anytown/actions/a-8/")]
    assert [row[2] for row in moved(view) if "Train staff" in row[0]] == ["30 June 2019"]


def test_pages_of_a_working_text_follow_too(tmp_path):
    view = history(tmp_path, {})
    draft = PlanView(made(renamed("a-9", "June 2019")), view.words, date(2019, 2, 1), history=view.history)
    assert ids_over_time(draft, "a-9") == ("a-3", "a-9")
    assert ["1.3 Train staff", "31 May 2019", "30 June 2019"] in [row[:3] for row in moved(draft)]
    addresses = {page.address for page in plan_pages(draft)}
    assert {"anytown/actions/a-3/", "anytown/actions/a-9/"} <= addresses


def test_date_hides_behind_no_entry_that_took_the_place_of_its_own(tmp_path):
    """The old id came back, after the new one."""
    beside = "outcomes.0.actions.3"
    again = {"id": "a-3", "number": "1.3", "title": "Train staff"}
    first = {**renamed("a-8", "June 2019"), beside: {**again, "timescales": ["July 2019"]}}
    second = {**renamed("a-8", "June 2019"), beside: {**again, "timescales": ["August 2019"]}}
    view = history(tmp_path, {}, renamed("a-8", "May 2019"), first, second)
    assert [row[1:3] for row in moved(view) if "Train staff" in row[0]] == [
        ["31 May 2019", "31 August 2019"],
        ["31 May 2019", "30 June 2019"],
    ]


def test_action_that_moved_to_another_outcome_and_number_is_followed(tmp_path):
    action = {"id": "a-9", "number": "2.2", "title": "Train staff", "timescales": ["July 2019"]}
    view = history(tmp_path, {}, {TRAIN: GONE, "outcomes.1.actions.1": action})
    assert ids_over_time(view, "a-9") == ("a-3", "a-9")
    assert ["2.2 Train staff", "31 May 2019", "31 July 2019"] in [row[:3] for row in moved(view)]


@pytest.mark.parametrize("between", [1, 2])
def test_id_is_followed_over_editions_without_the_action(tmp_path, between):
    view = history(tmp_path, {}, *[{TRAIN: GONE}] * between, renamed("a-8", "June 2019"))
    assert ids_over_time(view, "a-8") == ids_over_time(view, "a-3") == (*["a-3"] * (between + 1), "a-8")
    assert [row[0] for row in rows(view, "a-8")] == ["31 May 2019", "No longer there", "30 June 2019"]
    assert ["1.3 Train staff", "31 May 2019", "30 June 2019"] in [row[:3] for row in moved(view)]
    (gone,) = (page.blocks[0] for page in removed_pages(view))
    assert text_of(gone).startswith("Taken out of the plan on 1 November 2018. It was put in again")
    assert [led(view, link) for link in links_of(gone)] == [There("anytown/actions/a-8/")]


def test_action_that_came_back_by_its_own_id_is_no_other(tmp_path):
    """Another one of its name went after it."""
    other = {"outcomes.0.actions.3": {"id": "a-7", "number": "1.3", "title": "Train staff"}}
    view = history(tmp_path, other, {**other, TRAIN: GONE}, {TRAIN: GONE}, renamed("a-3", "June 2019"))
    assert ids_over_time(view, "a-3") == ("a-3",) * 4
    assert ids_over_time(view, "a-7") == ("a-7",) * 4


def test_id_that_came_back_for_another_one_tells_of_both(tmp_path):
    view = history(tmp_path, {}, renamed("a-7", "June 2019"), {TRAIN: GONE}, renamed("a-3", "July 2019"))
    assert ids_over_time(view, "a-3") == ids_over_time(view, "a-7") == ("a-3", "a-7", "a-7", "a-3")


@pytest.mark.parametrize("between", [[], [{"outcomes.1": GONE}]])
def test_old_edition_leads_to_the_new_entry_of_its_outcome(tmp_path, between):
    view = history(tmp_path, {}, *between, {"outcomes.1.id": "o-7"})
    then = view.edition_views[0]
    now = [page.now for page in edition_pages(then)]
    assert [led(view, link, then) for link in now[:3]] == [
        There("anytown/"),
        There("anytown/outcomes/o-1/"),
        There("anytown/outcomes/o-7/"),
    ]
    assert now[2].text == "Outcome 2: Children are safe"


def test_old_edition_leads_to_the_page_that_tells_of_its_outcome_that_went_for_good(tmp_path):
    view = history(tmp_path, {}, {"outcomes.1.id": "o-7"}, {"outcomes.1": GONE})
    now = [(then, edition_pages(then)[2].now) for then in view.edition_views[:2]]
    found = [led(view, link, then) for then, link in now]
    assert found == [RemovedPage("anytown/outcomes/o-2/"), RemovedPage("anytown/outcomes/o-7/")]
    kept = [page.address for page in removed_pages(view) if page.kind == "outcome"]
    assert sorted(kept) == ["anytown/outcomes/o-2/", "anytown/outcomes/o-7/"]
