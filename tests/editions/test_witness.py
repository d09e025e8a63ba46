"""An older lock, and a code from the minutes, bear witness; and what would be worked out otherwise today is listed."""

from dataclasses import replace

import pytest

from generator.editions import Copy, code_digits, differences, line_of, short_code, witnessed
from generator.status import facts_of
from tests.conftest import small_plan
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
    assert "a-1-1: declared.label was 'Red', and would be 'Amber' today" in said
    assert "a-1-1: due was '2019-02-01', and would be '2019-03-31' today" in said
    assert "the plan: expected was '2019-12-31', and would be nothing today" in said
    assert "'March 2019': reading.notes was ['short-year'], and would be nothing today" in said
