"""An older lock, and a code from the minutes, bear witness; and what would be worked out otherwise today is listed."""

import re
from dataclasses import fields, replace
from typing import get_args

import pytest

from generator.authoring.publish import redact
from generator.editions import Copy, code_digits, differences, line_of, short_code, witnessed
from generator.editions.recheck import (
    DUTY_WORDS,
    HOLD_WORDS,
    LATENESS_WORDS,
    PARTS_OF_A_STANDING,
    PARTS_OF_A_TIME,
    REASON_WORDS,
    in_words,
)
from generator.plan.field_types import Missing
from generator.plan.vocabulary import LEVELS
from generator.status import (
    Computed,
    DutyState,
    Facts,
    Hold,
    Lapse,
    Lateness,
    Reason,
    RollUp,
    Standing,
    Tally,
    TimeFacts,
    facts_of,
)
from generator.timescale import read
from tests.conftest import SMALL_PLAN, small_plan
from tests.shelves import DAYS, LOCK, TODAY, fill, lines_of, publish_on, sound, write_lines


@pytest.fixture
def folder(tmp_path):
    return fill(tmp_path / "anytown")


def codes(found) -> list[str]:
    return [problem.kind.code for problem in found]


def test_a_code_is_read_however_it_was_typed():
    head = "3f2a90bc11de" + "0" * 52
    for typed in ("3f2a 90bc 11de", "3F2A90BC11DE", "3f2a-90bc-11de", " 3f2a\t90bc 11de ", "3f2a90bc11de"):
        assert code_digits(typed) == head[:12]
    assert code_digits(head) == head
    for wrong in ("", "3f2a 90bc", "3f2a 90bc 11dx", head + "0", "three"):
        with pytest.raises(ValueError, match="is not a code"):
            code_digits(wrong)


def test_the_code_of_any_line_bears_witness_to_all_up_to_it(folder):
    lines = sound(folder).lock.lines
    for line in lines:
        digits = code_digits(short_code(line.this))
        shelf, found = witnessed(folder, digits=digits)
        assert (codes(found), line_of(shelf, digits), line_of(shelf, line.this)) == ([], line, line)


def test_a_code_of_a_line_that_was_cut_off_or_rewritten_is_missed(folder):
    digits = sound(folder).lock.head[:12]
    write_lines(folder, lines_of(folder)[:2])
    (folder / f"editions/{DAYS[2]}.json").unlink()
    sound(folder)
    assert codes(witnessed(folder, digits=digits)[1]) == ["lock-unexpected"]
    publish_on(folder, DAYS[2])
    assert codes(witnessed(folder, digits=digits)[1]) == ["lock-unexpected"]


def test_a_witness_that_is_broken_itself_is_named(folder):
    data = (folder / LOCK).read_bytes()
    assert codes(witnessed(folder, Copy("old.lock", data))[1]) == []
    _, (problem,) = witnessed(folder, Copy("old.lock", data[:-1]))
    assert (problem.kind.code, problem.position.file, problem.position.line) == ("lock-line", "old.lock", 3)


def test_nothing_is_worked_out_otherwise_by_the_same_code(folder):
    assert [differences(edition) for edition in sound(folder).editions] == [(), (), ()]


def test_what_would_be_worked_out_otherwise_is_named_by_thing_and_field(tmp_path):
    (edition,) = publish_on(tmp_path, DAYS[0]).editions
    facts = edition.facts
    other = small_plan(status="red", timescales=["1 February 2019"])
    standings = {**facts.standings, "a-1-1": facts_of(other, DAYS[0]).standings["a-1-1"]}
    reading = replace(facts.times[0].reading, notes=("short-year",))
    frozen = replace(facts, standings=standings, times=(replace(facts.times[0], reading=reading),), expected=TODAY)
    said = list(map(str, differences(replace(edition, record=replace(edition.record, computed=frozen)))))
    assert "action 1.1 “Ask children”: its rating: Red in the edition, Amber as worked out today" in said
    assert (
        "action 1.1 “Ask children”: the day by which it is due: 1 February 2019 in the edition, 31 March 2019 as "
        "worked out today"
    ) in said
    assert (
        "the plan: when the next update is expected: 31 December 2019 in the edition, nothing as worked out today"
    ) in said
    assert (
        "action 1.1 “Ask children”, “March 2019”: what it was read as: 1 March 2019 to 31 March 2019, which is worked "
        "out otherwise today"
    ) in said


PLAN = {
    "update_every": "6 months",
    "as_at": "2019-03-01",
    "status_scheme": {**SMALL_PLAN["status_scheme"], "roll_up": "worst", "review_every": "a month"},
    "reports": [
        {"id": "r-1", "what": "Report", "since": "2019-01-01", "occurrences": [{"held_on": "30 January 2019"}]}
    ],
}


@pytest.fixture
def full(tmp_path):
    """An edition in which all is worked out that can be."""
    times = ["31 January 2019", {"words": "monthly", "report": "r-1"}]
    plan = small_plan(PLAN, status="green", timescales=times)
    return fill_with(tmp_path / "full", plan)


def fill_with(folder, plan):
    folder.mkdir()
    publish_on(folder, DAYS[0], plan)
    return folder


def said_after(folder, subject: str, field: str) -> list[str]:
    redact(folder, subject, field, TODAY, "mistake")
    return [str(found) for edition in sound(folder).editions for found in differences(edition)]


WHY = "; a text from which it was worked out was taken down on 31 December 2019: mistake"


@pytest.mark.parametrize(
    ("subject", "field", "said"),
    [
        (
            "a-1-1",
            "timescales[1].words",
            "action 1.1 “Ask children”: the day by which it is due: 31 January 2019 in the edition, nothing as worked "
            f"out today{WHY}",
        ),
        (
            "a-1-1",
            "timescales[1].words",
            "action 1.1 “Ask children”, “[taken down on 31 December 2019: mistake]”: what it was read as: "
            f"31 January 2019 in the edition, no time as worked out today{WHY}",
        ),
        (
            "r-1",
            "occurrences[1].held_on",
            "action 1.1 “Ask children”, “monthly”: what became of it each time: 31 January 2019: kept on 30 January "
            "2019, 28 February 2019: not told and 31 March 2019: still to come in the edition, 31 January 2019: not "
            f"told, 28 February 2019: not told and 31 March 2019: still to come as worked out today{WHY}",
        ),
        (
            "anytown",
            "status_scheme.review_every",
            "action 1.1 “Ask children”: the day on which its rating lapses: 1 May 2019 in the edition, nothing as "
            f"worked out today{WHY}",
        ),
        (
            "anytown",
            "update_every",
            "the plan: when the next update is expected: 30 September 2019 in the edition, nothing as worked out "
            f"today{WHY}",
        ),
        ("a-1-1", "title", ""),
    ],
)
def test_text_that_was_taken_down_is_why_something_is_worked_out_otherwise(full, subject, field, said):
    found = said_after(full, subject, field)
    assert (said in found) if said else found == []
    assert [line for line in found if not line.endswith(WHY)] == []


def test_text_that_was_taken_down_elsewhere_is_no_reason(full):
    said_after(full, "a-1-1", "timescales[1].words")
    (edition,) = sound(full).editions
    standing = edition.facts.standings["a-1-1"]
    facts = replace(edition.facts, standings={**edition.facts.standings, "a-1-1": replace(standing, is_done=True)})
    found = [str(item) for item in differences(replace(edition, record=replace(edition.record, computed=facts)))]
    assert "action 1.1 “Ask children”: whether it is done: yes in the edition, no as worked out today" in found


def test_every_part_of_a_standing_and_of_a_time_has_a_name():
    assert list(PARTS_OF_A_STANDING) == [field.name for field in fields(Standing)]
    assert list(PARTS_OF_A_TIME) == [field.name for field in fields(TimeFacts) if field.name != "timescale"]


def test_every_value_that_is_worked_out_has_words():
    kinds = (Lateness, Reason, DutyState, Hold)
    told = (LATENESS_WORDS, REASON_WORDS, DUTY_WORDS, HOLD_WORDS)
    assert [set(words) for words in told] == [set(get_args(kind)) for kind in kinds]
    assert tuple(map(in_words, LEVELS)) == ("outcomes", "actions", "sub-actions"), "a level is called by its name"
    lapse = Lapse(DAYS[0], "not-enough-evidence")
    assert in_words(lapse) == "lapsed since 29 March 2019, because a review found not enough evidence"
    assert in_words(Computed(None, "no-date")) == "nothing, because it has no date"
    assert in_words(Missing(missing="withheld", ground="A court case")) == "withheld (A court case)"
    for words, told_time in (
        ("annually in March", "every year in March"),
        ("every 6 months", "every 6 months"),
        ("within 3 months", "within 3 months"),
        ("ongoing", "ongoing"),
        ("31 March 2019", "31 March 2019"),
        ("who knows", "no time"),
    ):
        assert in_words(read(words)) == told_time


def test_names_of_the_program_are_in_no_line(full):
    (edition,) = sound(full).editions
    empty = Facts(edition.facts.as_at, {})
    found = list(map(str, differences(replace(edition, record=replace(edition.record, computed=empty)))))
    assert len(found) > 10
    names = {
        field.name for kind in (Standing, TimeFacts, Facts, Computed, Lapse, Tally, RollUp) for field in fields(kind)
    }
    telling = {name for name in names if "_" in name} | {"standings", "lateness", "lapse"}
    words = {word for line in found for word in re.findall(r"[a-z_]+", line)}
    assert words & telling == set()
    assert [line for line in found if "[" in line or "{" in line] == []
