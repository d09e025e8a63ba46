"""A text that was taken down does not come back unasked: its place refuses, and its words are known."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.authoring.publish import redact, withdraw
from generator.authoring.scaffold import make_folder
from generator.checks.returned import holds_words, plan_leaves, returned_texts
from generator.editions import Again, NoSuchText, Shelf, redacted
from generator.errors import PlanError
from generator.plan.model import PublicPlan
from generator.plan.validation import spoken_path
from tests.command import plans
from tests.conftest import small_plan
from tests.council_folder import write_council
from tests.editions.test_takedown import shelf_of, shelved, text_of
from tests.filled_plan import filled
from tests.shelves import DAYS, NAME, SECRET, TODAY, note, publish_on, sound
from tests.tiers import loop

NOTE = f"{NAME} asked twelve children."
NEXT = date(2019, 11, 29)


def returned(shelf: Shelf, plan: PublicPlan) -> list[str]:
    return [one.field for one in returned_texts(shelf, plan)]


def refused(folder: Path, plan: PublicPlan, day: date = TODAY, **said: Any) -> list[str]:
    """Where a text stands that was taken down, when `plan` is to be published."""
    try:
        publish_on(folder, day, plan, **said)
    except PlanError as error:
        return [problem.path for problem in error.problems if problem.kind.code == "text-returned"]
    return []


# Every kind of field


@pytest.mark.parametrize("is_withdrawn", [False, True], ids=["kept", "withdrawn"])
def test_every_field_that_was_taken_down_takes_no_text_again(is_withdrawn):
    """Also where the edition that held it was withdrawn, so that the lock alone tells of it."""
    plan = filled(text_of)
    shelf = shelf_of(plan)
    silent, count = [], 0
    for leaf in list(plan_leaves(plan))[:: loop(test=9, prove=1)]:
        (subject, field), value = leaf.steps[0], leaf.value
        try:
            step = redacted(shelf, subject or plan.id, field, TODAY, "personal data", lambda: "1" * 32)
        except NoSuchText:
            continue
        count += 1
        after = replace(shelved(shelf, step), entries=()) if is_withdrawn else shelved(shelf, step)
        if spoken_path(leaf.path) not in returned(after, plan):
            silent.append((subject, field, value))
        if not is_withdrawn:
            assert returned(after, after.editions[0].plan) == [], "what stands there now is no text"
    assert silent == []
    assert count > loop(test=20, prove=200)


# The place is the thing and the item, not the position


def with_notes(*notes: dict[str, str], **more: Any) -> PublicPlan:
    return small_plan(notes=list(notes), **more)


BEFORE, NAMED, AFTER = (
    note("The forms were printed.", "2019-02-01"),
    note(NOTE),
    note("The forms came back.", "2019-03-20"),
)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Two editions with three notes, of which the second was taken down."""
    place = tmp_path / "anytown"
    for day in DAYS[:2]:
        publish_on(place, day, with_notes(BEFORE, NAMED, AFTER))
    redact(place, "a-1-1", "notes[2].text", NEXT, "personal data")
    return place


def test_the_text_as_it_was_is_refused_where_it_stands_now(folder):
    there = "outcomes[1].actions[1].notes[{}].text".format
    assert refused(folder, with_notes(BEFORE, NAMED, AFTER)) == [there(2)]
    assert refused(folder, with_notes(AFTER, BEFORE, NAMED)) == [there(3)]
    first = note("Before all of it.", "2019-01-01")
    assert refused(folder, with_notes(first, BEFORE, NAMED, AFTER)) == [there(3)]
    same_day = note("On the same day, before it.")
    assert there(3) in refused(folder, with_notes(BEFORE, same_day, NAMED, AFTER))
    assert refused(folder, with_notes(NAMED)) == [there(1)]
    assert refused(folder, with_notes(BEFORE, note("Somebody else asked them."), AFTER)) == [there(2)]


def test_the_other_notes_and_new_ones_are_as_free_as_before(folder):
    mark = note("[taken down on 29 November 2019: personal data]")
    gone = with_notes(BEFORE, AFTER, note("A new one.", "2019-10-01"))
    beside = with_notes(BEFORE, mark, note("Of the same day."), AFTER)
    assert returned(sound(folder), gone) == []
    assert returned(sound(folder), with_notes(BEFORE, mark, AFTER)) == []
    assert returned(sound(folder), beside) == []
    publish_on(folder, NEXT, beside)
    assert returned(sound(folder), with_notes(BEFORE, note("Of the same day."), AFTER)) == [], "it was published"


def test_an_action_takes_its_place_along(folder):
    """To another outcome, below another action, and to another id as long as something tells which one it is."""
    (action,) = small_plan(notes=[BEFORE, NAMED, AFTER]).outcomes[0].actions
    (outcome,) = small_plan().outcomes
    other = replace(outcome, id="o-2", number="2", title="Children are safe", actions=(action,))
    moved = replace(small_plan(), outcomes=(replace(outcome, actions=()), other))
    assert refused(folder, moved) == ["outcomes[2].actions[1].notes[2].text"]
    above = replace(action, id="a-1-2", number="1.2", title="Another", notes=(), sub_actions=(action,))
    assert refused(folder, replace(small_plan(), outcomes=(replace(outcome, actions=(above,)),))) == [
        "outcomes[1].actions[1].sub_actions[1].notes[2].text"
    ]
    renamed = replace(outcome, actions=(replace(action, id="a-9"),))
    assert refused(folder, replace(small_plan(), outcomes=(renamed,))) == ["outcomes[1].actions[1].notes[2].text"]


def test_it_stays_down_when_the_thing_goes_and_comes_back(folder):
    publish_on(folder, NEXT, replace(small_plan(), outcomes=()))
    assert refused(folder, with_notes(BEFORE, NAMED, AFTER)) == ["outcomes[1].actions[1].notes[2].text"]


def test_it_stays_down_when_every_edition_that_held_it_is_withdrawn(folder):
    for day in DAYS[:2]:
        withdraw(folder, str(day), NEXT, "They came too early.")
    assert refused(folder, with_notes(AFTER, NAMED, BEFORE)) == ["outcomes[1].actions[1].notes[2].text"]
    assert returned(sound(folder), with_notes(BEFORE, AFTER)) == []


def test_a_lock_of_before_names_no_day_and_its_place_is_told_by_what_the_editions_hold(folder, monkeypatch):
    place = folder.with_name("othertown")
    monkeypatch.setattr("generator.editions.takedown.day_at", lambda *more: None)
    for day in DAYS[:2]:
        publish_on(place, day, with_notes(BEFORE, NAMED, AFTER))
    redact(place, "a-1-1", "notes[2].text", NEXT, "personal data")
    assert b'"day"' not in (place / "editions.lock").read_bytes()
    assert returned(sound(place), with_notes(AFTER, NAMED)) == ["outcomes[1].actions[1].notes[2].text"]
    for day in DAYS[:2]:
        withdraw(place, str(day), NEXT, "They came too early.")
    assert "outcomes[1].actions[1].notes[1].text" in returned(sound(place), with_notes(NAMED))


def test_a_text_that_an_edition_still_holds_in_the_same_place_is_not_the_one_that_was_taken_down(tmp_path):
    for day, title in zip(DAYS, (f"Ask {NAME}", "Ask the team", "Ask the team"), strict=True):
        publish_on(tmp_path, day, small_plan(title=title))
    redact(tmp_path, "a-1-1", "title", NEXT, "personal data", edition=str(DAYS[0]))
    assert returned(sound(tmp_path), small_plan(title="Ask the team")) == []
    assert returned(sound(tmp_path), small_plan(title=f"Ask {NAME}")) == ["outcomes[1].actions[1].title"]
    assert returned(sound(tmp_path), small_plan(title="Ask them")) == ["outcomes[1].actions[1].title"]


# What was allowed again


def test_a_reason_allows_it_again_and_stays_in_the_lock(folder):
    plan = with_notes(BEFORE, NAMED, AFTER)
    again = Again(reason="She asked us to name her.", lines=(3,))
    shelf = publish_on(folder, NEXT, plan, again=again)
    assert shelf.lock.lines[-1].entry.again == again
    assert b'"again":{"lines":[3],"reason":"She asked us to name her."}' in (folder / "editions.lock").read_bytes()
    assert returned(shelf, with_notes(BEFORE, note("Reworded."), AFTER)) == []


def test_what_was_allowed_for_another_line_or_for_nothing_is_refused(folder):
    plan = with_notes(BEFORE, NAMED, AFTER)
    assert refused(folder, plan, again=Again(reason="Why", lines=(2,))) == ["outcomes[1].actions[1].notes[2].text"]
    with pytest.raises(PlanError, match="publish-again"):
        publish_on(folder, NEXT, with_notes(BEFORE), again=Again(reason="Why", lines=()))
    with pytest.raises(PlanError, match="publish-private"):
        publish_on(folder, NEXT, plan, again=Again(reason=f"{SECRET} asked for it.", lines=(3,)))


# As an officer types it

PLACE = Path("plans/kinbrae-example")
PLAN, PRIVATE = PLACE / "plan.yaml", PLACE / "private.yaml"
DAY = ("--today", "2026-06-30")
WORDS = "Two of the four teams offer it. The others wait for a contract with a provider."


@pytest.fixture
def council(tmp_path, monkeypatch) -> Path:
    """A council's folder in which a note was published; the user stands in it."""
    make_folder(tmp_path / "demo")
    monkeypatch.chdir(tmp_path / "demo")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path / "demo"


def publish(*more: str) -> Any:
    return plans("publish", "kinbrae-example", "--date", "2026-06-30", "--significant", "--note", "New.", *more, *DAY)


def take_down(*more: str) -> Any:
    given = ("redact", "kinbrae-example", "a-1-1", "notes[1].text", "--reason", "personal data", "--yes", *DAY, *more)
    return plans(*given)


def line_of(words: str) -> int:
    return next(place for place, line in enumerate(PLAN.read_text("utf-8").splitlines(), 1) if words[:40] in line)


def test_check_names_the_line_and_publish_refuses(council):
    PRIVATE.write_text("schema: 1\n# Kept with care.\npeople:\n  - name: Quillon Framlingham\n", "utf-8")
    said = take_down()
    assert said.exit_code == 0, said.output
    assert f"The words stand in {PRIVATE} under taken_down." in said.stdout
    assert "# Kept with care." in PRIVATE.read_text("utf-8")
    checked = plans("check", *DAY)
    assert checked.exit_code == 1
    (line,) = [line for line in checked.stdout.splitlines() if "(text-returned)" in line]
    assert line.startswith(f"{PLAN}:{line_of(WORDS)}:")
    assert WORDS[:20] not in checked.stdout
    before = (PLACE / "editions.lock").read_bytes()
    for private in ((), ("--private", "elsewhere")):
        (council / "elsewhere").mkdir(exist_ok=True)
        result = publish("--yes", *private)
        assert (result.exit_code, "(text-returned)" in result.stdout) == (1, True)
    assert (PLACE / "editions.lock").read_bytes() == before


def test_the_words_are_found_in_any_other_place(council):
    take_down()
    text = PLAN.read_text("utf-8")
    PLAN.write_text(text.replace(WORDS, "'[taken down on 30 June 2026: personal data]'"), "utf-8")
    assert plans("check", *DAY).exit_code == 0
    PLAN.write_text(PLAN.read_text("utf-8").replace("summary: ", f"summary: {WORDS.upper()} ", 1), "utf-8")
    assert "(words-returned)" in plans("check", *DAY).stdout
    assert "(words-returned)" in publish("--yes").stdout
    noted = plans(
        *("publish", "kinbrae-example", "--date", "2026-06-30", "--significant", "--yes", *DAY),
        *("--note", f"New: {WORDS}", "--allow-again", "The provider agreed."),
    )
    assert (noted.exit_code, "(publish-private)" in noted.stdout) == (1, True)
    assert publish("--yes", "--allow-again", "The provider agreed.").exit_code == 0
    assert plans("check", *DAY).exit_code == 0


def test_the_words_are_found_in_every_other_plan_of_the_folder(council):
    """A person whom one plan must not name is no more to be named by the next."""
    take_down()
    PLAN.write_text(PLAN.read_text("utf-8").replace(WORDS, "'[taken down on 30 June 2026: personal data]'"), "utf-8")
    other = write_council(
        council.parent / "other",
        {"introduction": f"{WORDS} So it was.", "example": {"kind": "Invented example", "text": "Made up."}},
        day=None,
    )
    shutil.copytree(other / "plans/anytown", "plans/anytown")
    checked = plans("check", *DAY)
    (line,) = [line for line in checked.stdout.splitlines() if "(words-returned)" in line]
    assert line.startswith("plans/anytown/plan.yaml:")
    assert "which the private.yaml of kinbrae-example lists" in line
    assert WORDS[:20] not in checked.stdout
    given = ("publish", "anytown", "--date", "2026-06-30", "--significant", "--yes", *DAY)
    for more in (("--note", "New."), ("--note", "New.", "--allow-again", "The provider agreed.")):
        result = plans(*given, *more)
        assert (result.exit_code, "(words-returned)" in result.stdout) == (1, True)
    path = Path("plans/anytown/plan.yaml")
    path.write_text(path.read_text("utf-8").replace(WORDS, ""), "utf-8")
    said = plans(*given, "--note", f"New: {WORDS}")
    assert (said.exit_code, "(publish-private)" in said.stdout) == (1, True)
    assert not Path("plans/anytown/editions.lock").exists()


def test_no_edition_is_withdrawn_with_the_words(council):
    """Why it went stands for good in the lock and on its pages."""
    take_down()
    before = (PLACE / "editions.lock").read_bytes()
    edition = sound(PLACE).editions[0].name
    given = ("withdraw", "kinbrae-example", "--date", edition, "--yes", *DAY)
    said = plans(*given, "--reason", f"It said: {WORDS.upper()}")
    assert (said.exit_code, "(publish-private)" in said.output) == (1, True)
    assert (PLACE / "editions.lock").read_bytes() == before
    assert plans(*given, "--reason", "It said too much.").exit_code == 0


@pytest.mark.parametrize("name", ["content/about.md", "mkdocs.yml"])
def test_the_words_are_found_beside_the_plan_too(council, name):
    take_down()
    PLAN.write_text(PLAN.read_text("utf-8").replace(WORDS, "'[taken down on 30 June 2026: personal data]'"), "utf-8")
    path, mark = Path(name), "# " if name.endswith("yml") else ""
    more = WORDS if mark else WORDS.replace(" wait ", "\nwait ")
    path.write_text(f"{path.read_text('utf-8')}\n{mark}{more}\n", "utf-8")
    checked = plans("check", *DAY)
    assert [line for line in checked.stdout.splitlines() if line.startswith(name) and "(words-returned)" in line]


def test_a_figure_is_not_written_down(tmp_path, monkeypatch):
    monkeypatch.chdir(write_council(tmp_path, {"findings": [FINDING]}, day=date(2019, 3, 29)))
    said = plans("redact", "anytown", "f-1", "n", "--reason", "mistake", "--yes", "--today", "2019-12-31")
    assert said.exit_code == 0, said.output
    assert "their place takes no text again" in said.stdout
    assert not Path("plans/anytown/private.yaml").exists()
    assert "(text-returned)" in plans("check", "--today", "2019-12-31").stdout


FINDING = {"id": "f-1", "kind": "grades", "title": "Grades", "n": "31", "scale": ["Good"]}


def test_a_reason_publishes_it_and_checks_are_clean_again(council):
    take_down()
    result = publish("--yes", "--allow-again", "The provider agreed.")
    assert result.exit_code == 0, result.output
    assert result.stdout.count("Published again: outcomes[1].actions[1].notes[1].text, taken down on 2026-06-30") == 1
    assert (plans("check", *DAY).exit_code, plans("verify").exit_code) == (0, 0)
    assert sound(PLACE).lock.lines[-1].entry.again.reason == "The provider agreed."


def test_without_private_yaml_one_is_made_or_the_place_alone_refuses(council):
    PRIVATE.unlink(missing_ok=True)
    assert "which is new: keep it with care" in take_down().stdout
    assert PRIVATE.stat().st_mode & 0o777 == 0o600
    PRIVATE.unlink()
    assert "(text-returned)" in plans("check", *DAY).stdout


def test_who_wants_no_register_is_told_what_that_means(council):
    PRIVATE.unlink(missing_ok=True)
    said = take_down("--no-register")
    assert "their place takes no text again without --allow-again, but nothing finds them" in said.stdout
    assert not PRIVATE.exists()
    assert "(text-returned)" in plans("check", *DAY).stdout


def test_a_register_elsewhere_is_written_there(council):
    (council / "apart").mkdir()
    assert "apart/kinbrae-example/private.yaml" in take_down("--private", "apart").stdout
    assert WORDS in (council / "apart/kinbrae-example/private.yaml").read_text("utf-8")


def test_a_register_that_cannot_be_written_is_told_and_the_text_is_down(council):
    PRIVATE.write_text("people: [\n", "utf-8")
    said = take_down()
    assert said.exit_code == 0
    assert f"The words could not be written into {PRIVATE}" in said.stdout
    assert "their place takes no text again" in said.stdout


@pytest.mark.parametrize(
    ("text", "words", "is_held"),
    [("ask ann today", "ann", True), ("ask annie", "ann", False), ("joann ann", "ann", True), ("ann", "ann", True)],
)
def test_words_are_found_whole(text, words, is_held):
    assert holds_words(text, words) is is_held


HARM = "The boy at number nine was hurt by his uncle."


@pytest.fixture
def half_taken_down(council):
    """A plan of which a note was taken down that said something harmless too; a harmless text stands in its place."""
    text = PLAN.read_text("utf-8").replace(WORDS, f"Two of the four teams offer it now. {HARM}")
    PLAN.write_text(text, "utf-8")
    assert publish("--yes").exit_code == 0
    down = take_down("--edition", "2026-06-30")
    assert down.exit_code == 0, down.output
    PLAN.write_text(text.replace(f"Two of the four teams offer it now. {HARM}", "Most teams offer it."), "utf-8")
    again = publish("--yes", "--correction", "--allow-again", "The note says what the teams do, and no more.")
    assert again.exit_code == 0, again.output


@pytest.mark.parametrize(
    "words",
    [HARM, HARM.upper().replace(".", ""), f"{HARM} Nobody knew.", "So the boy at number nine was hurt by his uncle"],
)
def test_a_sentence_of_what_was_taken_down_is_found_though_its_place_was_allowed_a_text(half_taken_down, words):
    assert plans("check", *DAY).exit_code == 0
    text = PLAN.read_text("utf-8")
    PLAN.write_text(
        text.replace("title: Children say what", f'title: "{words}"\n    question: Children say what', 1), "utf-8"
    )
    assert "(words-returned)" in plans("check", *DAY).stdout


def test_an_older_lock_that_is_put_back_does_not_bring_the_text_back(council):
    before = {path: path.read_bytes() for path in (PLACE / "editions.lock", *(PLACE / "editions").iterdir())}
    take_down()
    for path, data in before.items():
        path.write_bytes(data)
    checked = plans("check", *DAY)
    assert (checked.exit_code, "(lock-older)" in checked.stdout) == (1, True)
    assert "Nothing was published." in publish("--yes").output


def test_the_list_of_changes_goes_with_what_was_taken_down(council):
    changes = PLACE / "changes.txt"
    changes.write_text(f"1.1: {WORDS}\n", "utf-8")
    take_down()
    assert not changes.exists()


def test_the_sheet_of_public_text_begins_with_what_came_back(council):
    take_down()
    sheet = plans("check", "--public", "kinbrae-example")
    assert "(text-returned)" in sheet.stdout.splitlines()[0]
