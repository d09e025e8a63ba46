"""plans publish, verify, withdraw and redact, as an officer types them."""

import os
import re
from pathlib import Path

import pytest
from click.testing import Result

from generator.authoring.scaffold import make_folder
from generator.editions import only_writer
from tests.command import plans
from tests.council_folder import files_of
from tests.shelves import lines_of, sound, write_lines

PLACE = Path("plans/kinbrae-example")
PLAN = PLACE / "plan.yaml"
LOCK = PLACE / "editions.lock"
TODAY = ("--today", "2026-06-30")
WORDS = "Two of the four teams offer it. The others wait for a contract with a provider."


def publish(*more: str, date: str = "2026-01-31", typed: str | None = None) -> Result:
    options = more or ("--minor", "--yes")
    return plans("publish", "kinbrae-example", "--date", date, *options, *TODAY, typed=typed)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A new council's folder without editions, in which the user stands."""
    make_folder(tmp_path / "demo")
    monkeypatch.chdir(tmp_path / "demo")
    for path in sorted((tmp_path / "demo" / PLACE).rglob("*"), reverse=True):
        if path.name not in ("plan.yaml", "private.yaml"):
            path.rmdir() if path.is_dir() else path.unlink()
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path / "demo"


def editions() -> list[str]:
    return [edition.name for edition in sound(PLACE).editions]


# publish


def test_an_edition_is_shown_asked_for_written_and_its_code_given(folder):
    result = publish("--significant", "--note", "The first.", "--approved-by", "CPC", typed="y\n")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Edition 2026-01-31 of ")
    assert "Note: The first." in lines
    assert "Approved by: Kinbrae Child Protection Committee" in lines
    head = sound(PLACE).lock.head
    assert f"In full: {head}" in lines
    assert f"Code: {head[:4]} {head[4:8]} {head[8:12]}" in result.stdout
    assert lines[-1].startswith("What to do next: run 'plans build', and put the code in the minutes")


def test_who_does_not_say_yes_publishes_nothing(folder):
    before = files_of(folder)
    for typed in ("n\n", "\n", ""):
        result = publish("--minor", typed=typed)
        assert result.exit_code == 1
        assert files_of(folder) == before


def test_a_plan_with_errors_is_not_published(folder):
    PLAN.write_text(PLAN.read_text("utf-8").replace("status: amber", "status: teal"), "utf-8")
    result = publish()
    assert result.exit_code == 1
    assert "(status-unknown)" in result.stdout
    assert result.stdout.endswith("Nothing was published.\n")
    assert not LOCK.exists()


def test_the_errors_of_another_plan_do_not_stop_this_one(folder):
    (folder / "plans/other").mkdir()
    (folder / "plans/other/plan.yaml").write_text("schema: 1\n", "utf-8")
    assert publish().exit_code == 0
    assert plans("check").exit_code == 1


def test_what_is_published_is_read_without_the_private_file(folder):
    (PLACE / "private.yaml").write_text("schema: 1\nnotes:\n  a-1-1:\n    - text: Zzz secret\n", "utf-8")
    assert publish().exit_code == 0
    assert all(b"Zzz" not in data for name, data in files_of(PLACE).items() if name != "private.yaml")


def test_a_second_edition_of_a_day_must_be_a_correction(folder):
    publish()
    result = publish("--minor", "--note", "A word is mended.", "--yes")
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert "(publish-twice)" in result.stdout
    corrected = publish("--correction", "--minor", "--note", "A word is mended.", "--yes")
    assert corrected.exit_code == 0
    assert "It corrects that one: readers are told of both together." in corrected.stdout
    assert editions() == ["2026-01-31", "2026-01-31-2"]


def test_who_publishes_the_same_text_again_is_told_that_it_is_published(folder):
    publish()
    for options in ((), ("--correction", "--minor", "--yes")):
        result = publish(*options)
        assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
        assert "this text is published already, as the edition 2026-01-31; run plans build" in result.stdout
    assert editions() == ["2026-01-31"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--yes",), "Say --significant if readers should be told of it, else --minor."),
        (("--minor", "--date", "31 January"), "Invalid value for '--date'"),
    ],
)
def test_wrong_usage_of_publish_ends_with_2(folder, options, said):
    result = publish(*options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert plans("publish", "kinbrae-exampel", "--date", "2026-01-31", "--minor").exit_code == 2
    assert not LOCK.exists()


@pytest.mark.parametrize("problem", ["publish-future", "publish-note", "publish-body", "publish-text"])
def test_a_refusal_is_a_line_that_says_what_to_do(folder, problem):
    options = {
        "publish-future": ("--minor", "--date", "2026-07-01"),
        "publish-note": ("--significant",),
        "publish-body": ("--minor", "--approved-by", "nobody"),
        "publish-text": ("--minor", "--note", "a\u202eb"),
    }
    result = publish(*options[problem], "--yes")
    assert result.exit_code == 1
    assert re.fullmatch(rf".+: .+; .+ \({problem}\)\n", result.stdout)
    assert not LOCK.exists()


# Two at once, and a disk that refuses


@pytest.mark.parametrize(
    "arguments",
    [
        ("publish", "kinbrae-example", "--date", "2026-02-28", "--minor", "--yes"),
        ("withdraw", "kinbrae-example", "--date", "2026-01-31", "--reason", "Early", "--yes"),
        ("redact", "kinbrae-example", "a-1-1", "notes[1].text", "--reason", "mistake", "--yes"),
    ],
)
def test_who_writes_while_another_command_does_is_told_so_in_a_line(folder, arguments, monkeypatch):
    monkeypatch.setattr("generator.editions.store.PATIENCE", 0.0)
    publish()
    before = files_of(folder)
    with only_writer(PLACE):
        result = plans(*arguments, *TODAY)
    assert result.exit_code == 1
    assert f"{PLACE}: another command is writing to these editions; try again once it is done" in result.stderr
    assert files_of(folder) == before


@pytest.mark.parametrize("arguments", [("check",), ("verify",), ("build", "--jobs", "1"), ("build", "--working")])
def test_who_reads_what_is_half_written_is_told_so_in_a_line(folder, arguments, monkeypatch):
    monkeypatch.setattr("generator.editions.store.PATIENCE", 0.0)
    publish()
    (PLACE / ".editions.lock-new").write_bytes(b"half")
    with only_writer(PLACE):
        result = plans(*arguments)
    assert result.exit_code == 1
    assert result.stdout.count("(editions-busy)") == 1
    assert plans("verify").exit_code == 0
    assert not (PLACE / ".editions.lock-new").exists()


def test_a_disk_that_refuses_is_said_in_a_line(folder, monkeypatch):
    publish()
    before = files_of(folder)

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = publish(date="2026-02-28")
    assert result.exit_code == 1
    assert result.stderr == "Error: Nothing was changed: no space left on device.\n"
    assert files_of(folder) == before


def test_what_is_done_but_not_finished_is_said_in_a_line_and_finished_next_time(folder, monkeypatch):
    publish()
    real, calls = os.replace, []

    def second_fails(*arguments):
        calls.append(arguments)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        real(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", second_fails)
        result = publish(date="2026-02-28")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: It is done, and its files could not all be put in their places: ")
    assert plans("verify").exit_code == 0
    assert editions() == ["2026-01-31", "2026-02-28"]


# verify


def test_every_plan_is_verified_and_its_code_said(folder):
    assert plans("verify").stdout == "kinbrae-example: there are no editions here.\n"
    publish()
    head = sound(PLACE).lock.head
    expected = f"Code: {head[:4]} {head[4:8]} {head[8:12]}\nIn full: {head}\n"
    for place in ((), ("kinbrae-example",), (PLACE,), (folder,), (folder / PLACE,)):
        result = plans("verify", *place)
        assert (result.exit_code, result.stdout) == (
            0,
            f"kinbrae-example: 1 edition, each as it was published.\n{expected}",
        )
    assert plans("verify", "kinbrae-exampel").exit_code == 2


def test_a_changed_edition_fails_check_build_verify_and_publish(folder):
    publish()
    path = PLACE / "editions/2026-01-31.json"
    path.write_bytes(path.read_bytes().replace(b"contract", b"CONTRACT"))
    for arguments in (("check",), ("build",), ("verify",)):
        result = plans(*arguments)
        assert result.exit_code == 1
        assert f"{path}: this edition is not what was published" in result.stdout
    assert publish(date="2026-02-28").exit_code == 1
    assert len(lines_of(PLACE)) == 1


def test_an_older_lock_shows_what_was_cut_off(folder, tmp_path):
    publish()
    publish(date="2026-02-28")
    old = tmp_path / "old.lock"
    old.write_bytes(LOCK.read_bytes())
    assert plans("verify", "kinbrae-example", "--before", old).exit_code == 0
    write_lines(PLACE, lines_of(PLACE)[:1])
    (PLACE / "editions/2026-02-28.json").unlink()
    assert plans("verify").exit_code == 0, "the chain alone cannot see it"
    result = plans("verify", "kinbrae-example", "--before", old)
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert "editions.lock:2:1: from this line on, this lock is not the one that the older copy holds" in result.stdout


def test_a_code_is_that_of_the_end_or_of_what_was_there_before(folder):
    publish()
    first = sound(PLACE).lock.head
    publish(date="2026-02-28")
    head = sound(PLACE).lock.head
    whole = plans("verify", "kinbrae-example", "--expect", head)
    assert (whole.exit_code, "The code given" in whole.stdout) == (0, False)
    older = plans("verify", "kinbrae-example", "--expect", f"{first[:4]} {first[4:8]} {first[8:12]}")
    assert older.exit_code == 0
    assert "The code given is that of line 1. All up to it is as it was; 1 line was added since." in older.stdout
    wrong = plans("verify", "kinbrae-example", "--expect", "0000 0000 0000")
    assert wrong.exit_code == 1
    assert "no line of this lock has the code 0000 0000 0000" in wrong.stdout


def test_wrong_usage_of_verify_ends_with_2(folder, tmp_path):
    publish()
    (folder / "plans/other").mkdir()
    empty = tmp_path / "empty.lock"
    empty.write_bytes(b"")
    for options, said in (
        (("--expect", "3f2a 90bc 11de"), "Name the one plan"),
        (("kinbrae-example", "--expect", "3f2a"), "is not a code"),
        (("kinbrae-example", "--before", empty), "it can bear witness to nothing"),
        (("kinbrae-example", "--before", tmp_path / "none"), "does not exist"),
    ):
        result = plans("verify", *options)
        assert result.exit_code == 2
        assert said in result.stderr


def test_what_today_would_work_out_otherwise_is_listed_and_is_no_fault(folder, monkeypatch):
    publish()
    assert plans("verify", "--recompute").stdout.count("\n") == 3
    monkeypatch.setattr("generator.status.standing.lateness", lambda *values, **options: "overdue")
    result = plans("verify", "--recompute")
    assert result.exit_code == 0
    said = "what became of its date: nothing to tell in the edition, overdue as worked out today"
    assert "edition 2026-01-31: action 1.1 “" in result.stdout
    assert f"”: {said}\n" in result.stdout


# withdraw


def test_an_edition_is_withdrawn_by_its_name(folder):
    publish()
    publish("--correction", "--minor", "--note", "A word is mended.", "--yes")
    refused = plans("withdraw", "kinbrae-example", "--date", "2026-01-31", "--reason", "Why", *TODAY, typed="n\n")
    assert refused.exit_code == 1
    assert editions() == ["2026-01-31", "2026-01-31-2"]
    result = plans("withdraw", "kinbrae-example", "--date", "2026-01-31-2", "--reason", "Early.", "--yes", *TODAY)
    assert result.exit_code == 0
    assert "its history still holds the text" in result.stdout
    assert editions() == ["2026-01-31"]
    assert "2 editions (1 withdrawn), each as it was published." in plans("verify").stdout
    for name, reason in (("2026-01-31-2", "Again"), ("2026-02-28", "Why"), ("2026-01-31", " ")):
        wrong = plans("withdraw", "kinbrae-example", "--date", name, "--reason", reason, "--yes", *TODAY)
        assert wrong.exit_code == 2
        assert wrong.stdout == ""
    control = plans("withdraw", "kinbrae-example", "--date", "2026-01-31", "--reason", "a\u202eb", "--yes", *TODAY)
    assert (control.exit_code, "(publish-text)" in control.stdout) == (1, True)


# redact


def test_words_are_found_and_nothing_is_changed(folder):
    publish()
    before = files_of(folder)
    result = plans("redact", "kinbrae-example", "--find", "CONTRACT with")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "2026-01-31: notes[1].text of a-1-1",
        "2026-01-31: title of a-1-11",
        f"{PLAN}: notes[1].text of a-1-1 holds them: change it, or the next edition publishes them again.",
        f"{PLAN}: title of a-1-11 holds them: change it, or the next edition publishes them again.",
        'To take one down: plans redact kinbrae-example ID FIELD --edition EDITION --reason "personal data"',
    ]
    assert plans("redact", "kinbrae-example", "--find", "Zzz").stdout.startswith("No edition holds 'Zzz'.\n")
    assert files_of(folder) == before


def test_a_text_is_taken_down_and_what_still_holds_it_is_named(folder):
    PLAN.write_text(PLAN.read_text("utf-8").replace("Arrange a contract with", f"{WORDS} Arrange"), "utf-8")
    publish()
    publish(date="2026-02-28")
    arguments = ("redact", "kinbrae-example", "a-1-1", "notes[1].text", "--reason", "personal data", *TODAY)
    assert plans(*arguments, typed="n\n").exit_code == 1
    assert len(lines_of(PLACE)) == 2
    result = plans(*arguments, typed="y\n")
    assert result.exit_code == 0
    assert f"notes[1].text of a-1-1, as edition 2026-02-28 has it: {WORDS}" in result.stdout
    assert "Taken down in 2026-01-31, 2026-02-28." in result.stdout
    assert f"{PLAN}: notes[1].text of a-1-1 holds them" in result.stdout
    assert "[taken down on 30 June 2026: personal data]" in (PLACE / "editions/2026-01-31.json").read_text("utf-8")
    assert plans("verify").exit_code == 0
    again = plans(*arguments, "--yes")
    assert (again.exit_code, "was taken down already" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Give PLAN ID FIELD --reason KIND, or PLAN --find WORDS."),
        (("a-1-1", "title"), "Give PLAN ID FIELD --reason KIND"),
        (("a-1-1", "--reason", "mistake"), "Give PLAN ID FIELD --reason KIND"),
        (("a-1-1", "title", "--reason", "mistake", "--find", "x"), "Give PLAN ID FIELD --reason KIND"),
        (("--find", " "), "Say with --find which words."),
        (("a-1-1", "title", "--reason", "it named Morag"), "Invalid value for '--reason'"),
        (("a-1-1", "notes[1].date", "--reason", "mistake", "--yes"), "notes[1].date holds no words"),
        (("a-9", "title", "--reason", "mistake", "--yes"), "no edition has anything with the id 'a-9'"),
        (("a-1-1", "title", "--reason", "mistake", "--edition", "2026-02-01"), "there is no edition 2026-02-01"),
    ],
)
def test_wrong_usage_of_redact_ends_with_2_and_changes_nothing(folder, arguments, said):
    publish()
    before = files_of(folder)
    result = plans("redact", "kinbrae-example", *arguments, *TODAY)
    assert result.exit_code == 2
    assert said in result.stderr
    assert files_of(folder) == before


@pytest.mark.parametrize(
    "command",
    [
        ("publish", "kinbrae-example", "--date", "2999-01-01", "--minor"),
        ("withdraw", "kinbrae-example", "--date", "2026-01-31", "--reason", "A mistake."),
        ("redact", "kinbrae-example", "a-1-1", "notes[1].text", "--reason", "mistake"),
    ],
)
def test_nothing_is_dated_ahead(folder, command):
    publish()
    result = plans(*command, "--yes", "--today", "2999-01-01")
    assert result.exit_code == 2
    assert "nothing is dated ahead" in result.stderr
    assert editions() == ["2026-01-31"]


# The privacy gate


def test_what_may_tell_of_a_person_is_not_published_until_it_is_accepted(folder):
    text = PLAN.read_text("utf-8")
    assert "Two of the four teams offer it." in text
    named = text.replace("Two of the four teams offer it.", "Led by Quillon Framlingham, two offer it.")
    PLAN.write_text(named, "utf-8")
    assert plans("check").exit_code == 0, "it is a guess, so no error"
    result = publish()
    assert result.exit_code == 1
    assert "'Quillon Framlingham'" in result.stdout
    assert result.stdout.endswith("What may tell of a person is taken out or accepted first.\nNothing was published.\n")
    assert editions() == []


def test_people_of_the_register_are_looked_for_wherever_it_is(folder, tmp_path):
    assert "There is no people register" in publish(date="2026-01-31").stdout
    private = tmp_path / "apart" / "kinbrae-example"
    private.mkdir(parents=True)
    (private / "private.yaml").write_text("schema: 1\npeople:\n  - name: Quillon Framlingham\n", "utf-8")
    note = ("--significant", "--note", "Asked by Quillon.", "--yes")
    result = publish(*note, "--private", str(private.parent), date="2026-02-28")
    assert result.exit_code == 1
    assert "the note holds 'Quillon', which may tell of a person" in result.stdout
    assert "There is no people register" not in result.stdout
    reason = ("--reason", "Asked by Quillon.", "--private", private.parent)
    assert plans("withdraw", "kinbrae-example", "--date", "2026-01-31", *reason, "--yes", *TODAY).exit_code == 1
    assert editions() == ["2026-01-31"]


def test_who_leaves_the_day_of_the_facts_as_it_was_is_asked(folder):
    assert "as_at" not in publish("--minor", typed="n\n").stdout, "the first edition is compared with none"
    publish()
    PLAN.write_text(PLAN.read_text("utf-8").replace("status: amber", "status: green", 1), "utf-8")
    options = ("--significant", "--note", "One is better.")
    asked = publish(*options, date="2026-03-31", typed="n\n").stdout
    assert "as_at: still 31 January 2026, so its facts and ratings are those of that day." in asked
    assert "Are they of that day? Publish it?" in asked
    assert editions() == ["2026-01-31"]
    warned = publish(*options, "--yes", date="2026-03-31").stdout
    assert "Warning: its facts and ratings are still said to be of the day of the edition before ('as_at')." in warned
    assert editions() == ["2026-01-31", "2026-03-31"]


def test_who_moves_the_day_of_the_facts_is_shown_both(folder):
    publish()
    PLAN.write_text(PLAN.read_text("utf-8").replace("as_at: 2026-01-31", "as_at: 2026-03-30"), "utf-8")
    shown = publish("--minor", date="2026-03-31", typed="y\n").stdout
    assert "Warning" not in shown
    assert (
        "as_at: was 31 January 2026, now 30 March 2026."
        in plans("diff", "kinbrae-example", "2026-01-31", "2026-03-31").stdout
    )


# diff


def test_diff_says_what_the_working_text_would_change(folder):
    publish()
    PLAN.write_text(PLAN.read_text("utf-8").replace("status: amber", "status: green", 1), "utf-8")
    result = plans("diff", "kinbrae-example", *TODAY)
    assert result.exit_code == 0
    assert result.stdout.startswith("kinbrae-example, from 2026-01-31 to working:\nSince the update before: ")
    assert "Better than before\n- " in result.stdout
    assert "from Amber" in result.stdout
    shown = publish("--significant", "--note", "One is better.", date="2026-03-31", typed="n\n").stdout
    assert "from Amber" in shown, "publish shows the same before it asks"
    publish("--significant", "--note", "One is better.", "--yes", date="2026-03-31")
    back = plans("diff", "kinbrae-example", "2026-03-31", "2026-01-31", *TODAY).stdout
    assert "Worse than before\n- " in back


def test_diff_says_what_cannot_be_compared(folder):
    assert "has no edition yet" in plans("diff", "kinbrae-example").stderr
    publish()
    result = plans("diff", "kinbrae-example", "2026-01-30")
    assert result.exit_code == 2
    assert "There is no edition '2026-01-30' that can be read; there is: 2026-01-31." in result.stderr
    assert plans("diff", "kinbrae-example", *TODAY).stdout.splitlines()[1:] == [
        "Nothing changed in this update.",
        "as_at: still 31 January 2026, so its facts and ratings are those of that day.",
    ]
    PLAN.write_text("schema: 9\n", "utf-8")
    assert "(schema-unknown)" in plans("diff", "kinbrae-example").stdout


UNREAD = "schema: 1\npeople:\n  - name: Orla Ytreb\n  - nme: x\n"


@pytest.mark.parametrize(
    "command",
    [
        ("withdraw", "kinbrae-example", "--date", "2026-01-31", "--reason", "Orla Ytreb objected.", "--yes", *TODAY),
        ("publish", "kinbrae-example", "--date", "2026-02-28", "--minor", "--yes", *TODAY),
        ("check", "--public", "kinbrae-example"),
        ("check", "--public-pages"),
    ],
)
def test_no_command_goes_on_without_a_register_that_is_there(folder, command):
    publish()
    (PLACE / "private.yaml").write_text(UNREAD, "utf-8")
    result = plans(*command)
    assert result.exit_code == 1
    assert "private.yaml:4" in result.output
    assert "Ytreb" not in result.output
    assert editions() == ["2026-01-31"]


def test_a_register_of_another_plan_that_cannot_be_read_stops_a_publication(folder):
    other = folder / "plans" / "other"
    other.mkdir()
    (other / "plan.yaml").write_text("schema: 1\nid: other\n", "utf-8")
    (other / "private.yaml").write_text(UNREAD, "utf-8")
    result = publish()
    assert result.exit_code == 1
    assert "other/private.yaml:4" in result.output
    assert not (PLACE / "editions").exists()
