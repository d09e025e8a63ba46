"""The invented plan: every change between its editions by kind and sentence, and what its history leaves behind."""

import re
import tomllib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.checks import check_plan
from generator.diff import BY_KIND, significant_changes
from generator.document.addresses import action_address
from generator.document.refs import Places, RemovedPage, There
from generator.editions import Shelf, read_shelf
from generator.outputs.data.changes import change_rows
from generator.pages import edition_pages
from generator.pages.corrections import corrections_page
from generator.pages.news import plan_news
from generator.pages.slipped import slipped_page
from generator.plan.reader import read_plan
from generator.site.build import staged_pages
from generator.status import as_at, facts_of
from generator.wording import Words
from generator.words.answer import answer
from generator.words.change_groups import change_groups
from generator.words.changes import change_sentence
from generator.words.story import story
from generator.words.view import PlanView, Update
from generator.words.whereabouts import whereabouts
from tests.conftest import ROOT, TODAY
from tests.kinbrae.history import FOLDER, NAME, PLAN, TEXTS, make, text_bytes, text_plan
from tests.page_blocks import tables, texts

GOLD: Mapping[str, list[list[str]]] = {
    pair: found["changes"]
    for pair, found in tomllib.loads((Path(__file__).parent / "kinbrae" / "changes.toml").read_text("utf-8")).items()
}
SHOWN = ("1-2", "2-3", "3-4", "4-6", "6-7")


@pytest.fixture(scope="module")
def views(tmp_path_factory) -> Mapping[str, PlanView]:
    """Each text as its own pages see it, by its number."""
    scratch = tmp_path_factory.mktemp("texts")
    return {str(event.text): _view(event, scratch) for event in TEXTS}


def _view(event, scratch: Path) -> PlanView:
    plan = text_plan(event.text, scratch)
    facts = facts_of(plan, as_at(plan, event.said.date))
    return PlanView(plan, Words(), facts.as_at, frozen=facts)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    found, problems = read_shelf(FOLDER)
    assert problems == ()
    return found


@pytest.fixture(scope="module")
def now(shelf: Shelf) -> PlanView:
    """The newest edition as today's pages see it."""
    newest = shelf.editions[-1]
    return PlanView(newest.plan, Words(), as_at(newest.plan, TODAY, newest.date), edition=newest, history=shelf)


def told(update: Update) -> list[list[str]]:
    return [[change.kind, change.thing.id, change_sentence(update, change)] for change in update.changes]


def between(views: Mapping[str, PlanView], pair: str) -> Update:
    old, new = pair.split("-")
    return Update(views[old], views[new])


@pytest.mark.parametrize("pair", GOLD)
def test_every_change_between_two_texts_is_told(views, pair):
    assert told(between(views, pair)) == GOLD[pair]


def test_lists_cover_every_pair_and_every_kind():
    numbers = [str(event.text) for event in TEXTS]
    assert {f"{old}-{new}" for old, new in pairwise(numbers)} | set(SHOWN) == set(GOLD)
    # What the officer accepted of the checks is no news.
    assert {kind for changes in GOLD.values() for kind, _, _ in changes} == set(BY_KIND) - {"accepted"}


def test_readers_see_the_changes_past_the_withdrawn_edition(now):
    assert [told(update) for update in now.updates] == [GOLD[pair] for pair in SHOWN]


def test_committed_folder_is_what_the_history_makes(tmp_path):
    made = tmp_path / PLAN
    make(made, tmp_path)
    assert _less_chain(_files(made)) == _less_chain(_files(FOLDER))


def _less_chain(files: dict[str, bytes]) -> dict[str, str]:
    """`files` without what hangs on the lines before: hashes, and in the lock the day of a note that was taken down.

    Newer versions write that day. What was published stays as it is, so the folder's own line does without it.
    """
    plain = {name: data.decode() for name, data in files.items()}
    plain["editions.lock"] = re.sub(r'"day":"[-0-9]+",', "", plain["editions.lock"])
    return {name: re.sub(r"[0-9a-f]{64}", "…", text) for name, text in plain.items()}


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("event", TEXTS, ids=lambda event: f"{event.text}.yaml")
def test_text_has_no_problem_as_at_its_day_but_the_name(event, tmp_path):
    folder = tmp_path / PLAN
    folder.mkdir()
    (folder / "plan.yaml").write_bytes(text_bytes(event.text))
    file = read_plan(folder)
    found = check_plan(file, {PLAN: file.plan}, event.said.date)
    assert [str(problem) for problem in found if NAME not in str(problem)] == []


def test_update_that_is_called_minor_holds_nothing_weighty(views):
    minor = [event.text for event in TEXTS if event.said.kind == "minor"]
    assert minor == [4]
    update = between(views, "3-4")
    assert significant_changes(update.changes, update.old.plan, update.new.plan) == ()


def test_name_that_was_taken_down_is_nowhere(shelf):
    held = [event.text for event in TEXTS if NAME.encode() in text_bytes(event.text)]
    assert held == [1, 2, 3]
    assert [name for name, data in _files(FOLDER).items() if NAME.encode() in data] == []
    assert [edition.name for edition in shelf.editions if edition.redactions] == [
        "2024-06-12",
        "2024-10-16",
        "2025-02-19",
    ]


def test_withdrawn_edition_leaves_its_line_alone(shelf):
    assert [entry.name for entry in shelf.entries if entry not in shelf.editions] == ["2025-10-15"]
    assert not (FOLDER / "editions" / "2025-10-15.json").exists()


def test_action_that_was_put_back_four_times_was_never_overdue(shelf, now):
    standings = [edition.facts.standings["a-102"] for edition in shelf.editions]
    dates = list(dict.fromkeys(standing.due for standing in standings))
    assert len(dates) == 5
    assert dates == sorted(dates)
    assert {standing.lateness for standing in standings} == {""}
    assert now.standings["a-102"].lateness == "no-news"


def test_green_has_lapsed_by_today(shelf, now):
    assert not shelf.editions[-1].facts.standings["a-201"].lapse
    assert now.standings["a-201"].lapse
    assert now.standings["a-201"].lateness == "no-news"


def _slipped(now: PlanView) -> dict[str, list[str]]:
    """What the page of dates that moved says of each action, by the address that it leads to."""
    (table,) = tables(slipped_page(now))
    places = Places({PLAN: whereabouts(now)})
    found = {}
    for row in table.rows:
        there = places.destination(row.cells[0][0].link.to)
        assert there in (There(there.address), RemovedPage(there.address))
        found[there.address] = [" ".join((cell[0].text, *cell[0].notes)) for cell in row.cells[1:]]
    return found


def test_dates_that_moved_say_how_often_how_far_and_who_decided(now):
    found = _slipped(now)
    committee = "Kinbrae Child Protection Committee"
    first, *_ = found
    assert first == action_address(PLAN, "a-202")
    assert found[first] == ["31 January 2025", "No date", "Taken away moved once", "Not stated"]
    assert found[action_address(PLAN, "a-102")] == [
        "31 October 2024",
        "30 September 2026",
        "23 months later moved 4 times",
        committee,
    ]
    # The newest edition no longer records who moved it; an older one does.
    assert found[action_address(PLAN, "a-1011")][-1] == committee


def test_what_nobody_must_miss_stands_first_among_what_was_taken_out(views):
    update = between(views, "4-6")
    (gone,) = (group for group in change_groups(update) if group.kind == "taken-out")
    assert [line.text.split(" was taken")[0] for line in gone.lines[:2]] == ["Outcome 4", "3.4"]
    assert "accepted" not in " ".join(line.text for line in gone.lines)


def test_what_was_accepted_is_in_no_history_and_on_the_page_of_corrections(views, now):
    (accepted,) = views["4"].plan.accepted
    news = [line for item in plan_news(now) for line in item.lines]
    rows = [row.sentence for row in change_rows(now)]
    assert [line for line in (*news, *rows) if "accepted" in line or accepted.reason in line] == []
    assert accepted.reason in str(corrections_page(views["4"]))


def test_sub_action_that_was_moved_stands_in_the_story_of_the_action_that_lost_it(now):
    newest = story(now, "a-301").rows[-1]
    assert "2.31 was moved from 3.1 to 2.3" in [line.text for line in newest.cells[-1]]


def test_old_edition_says_when_it_was_published(shelf, now):
    then = now.edition_views[2]
    assert then.edition == shelf.editions[2]
    page = edition_pages(then)[0].page
    assert texts(page)[0] == "Last update: 19 February 2025."


def test_answer_says_when_the_newest_edition_was_published(now):
    assert answer(now).startswith("The last update was published on 20 May 2026. Since the update before: ")


def test_every_page_says_that_the_plan_is_invented():
    pages = [page for page in staged_pages(read_source(ROOT), TODAY) if page.address.startswith(f"{PLAN}/")]
    assert len(pages) > 60
    assert [page.address for page in pages if "There is no Kinbrae Council" not in str(page)] == []
