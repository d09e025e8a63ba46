"""What refuses an edition, and what becomes of a plan that is published."""

import json
from dataclasses import replace
from datetime import date

import pytest

from generator.authoring.publish import outline, publish, reasons_against, withdraw
from generator.editions import Announcement, Shelf, approving_body, short_code
from generator.editions.lock import Lock, Publication, Withdrawal, hashes, is_continued, read_lock, with_line
from generator.editions.record import Record, read_record, record_bytes
from generator.errors import PlanError, Position
from generator.plan.private import Person
from generator.status import facts_of
from tests.conftest import small_plan
from tests.council_folder import files_of
from tests.shelves import DAYS, NAME, TODAY, fill, publish_on, sound

WHERE = Position("editions.lock")


def refused(folder, day, **said) -> list[str]:
    """The codes with which an edition is refused. Nothing may change."""
    before = files_of(folder)
    with pytest.raises(PlanError) as caught:
        publish_on(folder, day, **said)
    assert files_of(folder) == before
    return [problem.kind.code for problem in caught.value.problems]


@pytest.fixture
def folder(tmp_path):
    return fill(tmp_path / "anytown")


def test_every_reason_is_said_at_once(folder):
    assert refused(folder, date(2020, 1, 1), note=" ", is_correction=True, printed_version="V\x07") == [
        "publish-future",
        "publish-correction",
        "publish-note",
        "publish-text",
    ]
    assert refused(folder, DAYS[0]) == ["publish-earlier"]
    assert refused(folder, DAYS[2]) == ["publish-twice"]
    assert refused(folder, TODAY, note="One\nTwo") == ["publish-text"]
    assert refused(folder, TODAY, note="One\u202eTwo") == ["publish-text"]


def test_the_day_of_a_withdrawn_edition_is_not_free_again(folder):
    withdraw(folder, "2019-09-27", TODAY, "It came too early.")
    assert refused(folder, DAYS[2]) == ["publish-twice"]
    assert refused(folder, DAYS[1]) == ["publish-earlier"]
    assert publish_on(folder, DAYS[2], is_correction=True).entries[-1].name == "2019-09-27-2"


def test_a_minor_edition_needs_no_note(folder):
    plan = sound(folder).editions[-1].plan
    assert publish_on(folder, TODAY, plan, kind="minor", note="").entries[-1].entry.note == ""


def test_a_minor_edition_says_each_change_that_is_not_minor(folder):
    assert refused(folder, TODAY, kind="minor", note="") == ["publish-minor"] * 3
    assert publish_on(folder, TODAY).entries[-1].entry.kind == "significant"


@pytest.mark.parametrize(
    ("said", "stops"),
    [
        ({"note": "Led by Quillon Framlingham."}, True),
        ({"note": "Ring 07700 900123."}, True),
        ({"printed_version": "V3, led by Quillon Framlingham"}, True),
        ({"note": "Two actions are finished."}, False),
        ({"note": "The date of one action was put back to May 2020."}, False),
    ],
)
def test_what_stays_beside_a_plan_for_good_tells_of_nobody(folder, said, stops):
    if stops:
        assert refused(folder, TODAY, **said) == ["publish-private"]
    else:
        assert publish_on(folder, TODAY, **said).entries[-1].date == TODAY


def test_a_person_of_the_register_is_found_in_a_note(folder):
    said = Announcement(date=TODAY, kind="significant", note="Asked by Quillon.")
    assert publish_reasons(folder, said) == []
    people = (Person(name="Quillon Framlingham"),)
    assert publish_reasons(folder, said, people) == ["publish-private"]


def publish_reasons(folder, said, people=()) -> list[str]:
    found = reasons_against(sound(folder), small_plan(), said, TODAY, folder, people)
    return [problem.kind.code for problem in found]


def test_a_reason_of_a_withdrawal_tells_of_nobody(folder):
    before = files_of(folder)
    with pytest.raises(PlanError) as caught:
        withdraw(folder, "2019-09-27", TODAY, "It was led by Quillon Framlingham.")
    assert [problem.kind.code for problem in caught.value.problems] == ["publish-private"]
    assert files_of(folder) == before


def test_corrections_of_one_day_are_numbered_without_end(tmp_path):
    publish_on(tmp_path, DAYS[0])
    for number in range(2, 13):
        shelf = publish_on(tmp_path, DAYS[0], is_correction=True, note=f"Slip {number} is mended.")
    assert [entry.name for entry in shelf.entries] == [
        "2019-03-29",
        *(f"2019-03-29-{number}" for number in range(2, 13)),
    ]
    assert shelf.until(DAYS[0]).editions[-1].name == "2019-03-29-12"


def test_a_plan_that_does_not_say_of_which_day_it_is_speaks_of_the_day_of_its_edition(tmp_path):
    (edition,) = publish_on(tmp_path, DAYS[0]).editions
    assert (edition.plan.as_at, edition.facts.as_at) == (DAYS[0], DAYS[0])
    assert edition.plan == replace(small_plan(), as_at=DAYS[0])


def test_an_edition_holds_what_its_pages_said_on_its_day(tmp_path):
    plan = small_plan({"as_at": "2019-02-01"}, timescales=["28 February 2019"])
    (edition,) = publish_on(tmp_path, DAYS[0], plan).editions
    assert (edition.plan.as_at, edition.facts.as_at) == (date(2019, 2, 1), DAYS[0])
    assert edition.facts == facts_of(plan, DAYS[0])
    assert edition.facts.standings["a-1-1"].lateness, "the date had passed on the day of the edition"


def test_a_closed_plan_stays_as_at_its_last_day(tmp_path):
    plan = small_plan({"closed": {"as_at": "2019-01-31", "why": "It ended"}})
    (edition,) = publish_on(tmp_path, DAYS[0], plan).editions
    assert edition.facts.as_at == date(2019, 1, 31)


def test_a_line_says_all_that_was_announced(tmp_path):
    publish_on(tmp_path, DAYS[0], note="  What is new.  ", approved_by="Anytown Council", printed_version="V 3")
    line = json.loads((tmp_path / "editions.lock").read_bytes())
    data = (tmp_path / "editions/2019-03-29.json").read_bytes()
    assert (line["note"], line["approved_by"], line["printed_version"]) == ("What is new.", "Anytown Council", "V 3")
    assert (line["bytes"], line["schema"], line["prev"], line["kind"]) == (len(data), 1, "", "significant")


def test_two_editions_of_one_text_have_no_byte_for_byte_copy(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        publish_on(folder, DAYS[0])
    assert files_of(one) != files_of(other), "the salt is random"
    assert sound(one).editions[0].plan == sound(other).editions[0].plan


@pytest.mark.parametrize("said", ["council", "Anytown Council", " anytown council ", "ANYTOWN COUNCIL"])
def test_a_body_is_named_by_its_id_or_its_name_and_kept_by_its_name(said):
    assert approving_body(small_plan(), said, WHERE) == "Anytown Council"


@pytest.mark.parametrize(
    ("plan", "said", "do"),
    [
        (small_plan(), "counci", "did you mean 'council'?"),
        (small_plan(), "The Lord Provost", "use council or nhs"),
        (small_plan({"bodies": []}, leads=[]), "council", "list it under bodies first"),
    ],
)
def test_who_is_no_body_of_the_plan_cannot_have_approved_it(plan, said, do):
    with pytest.raises(PlanError) as caught:
        approving_body(plan, said, WHERE)
    (problem,) = caught.value.problems
    assert (problem.kind.code, problem.do) == ("publish-body", do)


def test_the_outline_says_what_is_about_to_be_public(folder):
    said = Announcement(date=TODAY, kind="minor", note="", approved_by="NHS")
    shelf = sound(folder)
    first = (
        "Edition 2019-12-31 of Anytown plan (minor).",
        "Note: none",
        "Approved by: NHS",
        "It is the first edition: all of the plan becomes public.",
    )
    assert outline(Shelf(), small_plan(), said) == (first, None)
    lines, changes = outline(shelf, small_plan(), said)
    assert lines[3:] == ("The edition before it is 2019-09-27.",)
    assert changes
    assert changes.lines == (
        "Since the update before: 2 notes taken out, 1 rating better.",
        "as_at: not set, so its facts and ratings count as those of the day on which it is published.",
        "",
        "Taken out",
        "- 1.1 Ask children: note of 1 February 2019 was taken out",
        "  Before: The forms were printed.",
        "- 1.1 Ask children: note of 1 March 2019 was taken out",
        f"  Before: {NAME} asked twelve children.",
        "",
        "Better than before",
        "- 1.1 Ask children rating: better, from Red to Amber",
    )
    lines, changes = outline(shelf, shelf.editions[-1].plan, said)
    assert (lines[-1], changes) == ("The plan says the same as that edition.", None)
    assert reasons_against(shelf, shelf.editions[-1].plan, said, TODAY, folder) == ()


def test_no_edition_is_published_onto_a_broken_chain(folder):
    lock = folder / "editions.lock"
    lock.write_bytes(lock.read_bytes()[:-1])
    assert refused(folder, TODAY) == ["lock-line"]


# The lock


def line(**changes) -> Publication:
    said = {"kind": "minor", "file": "2019-03-29.json", "sha256": "0" * 64, "bytes": 1, "date": DAYS[0], "note": ""}
    return Publication(**{**said, "schema": 1, **changes})


def test_a_lock_is_read_as_it_was_written():
    lock = with_line(with_line(Lock(), line(note="é")), Withdrawal(file="2019-03-29.json", date=DAYS[0], note="Why"))
    assert read_lock(lock.data) == lock
    assert [item.place for item in lock.lines] == [1, 2]
    assert [item.prev for item in lock.lines] == ["", lock.lines[0].this]
    assert lock.head == lock.lines[1].this
    assert Lock().head == ""
    assert hashes(lock) == {"2019-03-29.json": None}


def test_no_line_is_written_that_could_not_be_read():
    lock = with_line(Lock(), line())
    for entry in (
        line(),
        line(date=TODAY),
        line(file="x.json"),
        Withdrawal(file="2019-01-01.json", date=TODAY, note=""),
    ):
        with pytest.raises(ValueError, match="line 2: "):
            with_line(lock, entry)
    with pytest.raises(ValueError, match="line 1: its end is cut off"):
        with_line(read_lock(lock.data[:-1]), line())


def test_a_lock_is_continued_by_whole_lines_alone():
    old = with_line(Lock(), line())
    new = with_line(old, line(file="2019-06-28.json", date=DAYS[1]))
    assert is_continued(b"", b"")
    assert is_continued(b"", old.data)
    assert is_continued(old.data, old.data)
    assert is_continued(old.data, new.data)
    assert not is_continued(new.data, old.data)
    assert not is_continued(old.data[:-1], old.data)


def test_a_code_can_be_read_out():
    assert short_code("3f2a90bc11de" + "0" * 52) == "3f2a 90bc 11de"
    assert short_code("") == ""


# The file


def test_a_file_of_another_shape_is_not_guessed_at(tmp_path):
    record = Record(1, small_plan(), facts_of(small_plan(), DAYS[0]), "0" * 32, "")
    data = record_bytes(record)
    assert read_record(data) == record
    for other, why in (
        (data.replace(b'"schema": 1\n', b'"schema": 2\n'), "it has the shape 2"),
        (data.replace(b' "prev": "",\n', b""), "Record lacks 'prev'"),
        (b"[]\n", "it has the shape None"),
        (data + b"\n", "not in the one form"),
    ):
        with pytest.raises(ValueError, match=why):
            read_record(other)


def test_a_plan_that_is_nested_without_end_is_refused():
    action = b'{"id":"a","sub_actions":[' * 3000
    with pytest.raises(ValueError, match="these bytes"):
        read_record(action)


def test_what_publishes_gives_back_what_is_on_the_disk(tmp_path):
    from generator.editions import Announcement

    said = Announcement(date=DAYS[0], kind="minor", note="e\u0301")
    shelf = publish(tmp_path, small_plan(title="Cafe\u0301"), said, TODAY)
    assert shelf == sound(tmp_path)
    assert shelf.editions[0].entry.note == "é"
    assert shelf.editions[0].plan.outcomes[0].actions[0].title == "Café"
