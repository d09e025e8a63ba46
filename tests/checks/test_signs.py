"""No text is a formula to a spreadsheet."""

import pytest

from tests.checks.checking import checked_for, subjects, with_line, with_part

CODE = "text-formula"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_text_that_starts_as_a_formula_is_refused(start):
    plan = with_line(f'text: "{start}SUM(A1:A9)"')
    assert checked_for(CODE, plan) == [
        f"outcomes[1].actions[1].text: this text starts with {start!r}, so a spreadsheet would take it for a formula; "
        "start it with a word, as it stands in the plan's tables of open data too (text-formula)"
    ]
    assert subjects(CODE, plan) == ["a-1"]


@pytest.mark.parametrize("text", ["-5", "-5%", "+12.5 %", "-£1,000", "1-2", "a = b", "(-)", "’=1", "–5", "#1", "50%"])
def test_figure_or_sign_within_a_text_is_none(text):
    assert checked_for(CODE, with_line(f'number: "{text}"')) == []


@pytest.mark.parametrize("text", ["-5-3", "-2+3", "-A1", "+44 1632 960 150", "-", "--", "-5 out of 10", "+1e5"])
def test_sum_that_starts_with_a_figure_is_one(text):
    assert len(checked_for(CODE, with_line(f'number: "{text}"'))) == 1


def test_list_of_a_formatted_text_is_none():
    assert checked_for(CODE, with_line('notes: [{text: "- one\\n- two", kind: plan}]')) == []
    assert len(checked_for(CODE, with_line('notes: [{text: "-one", kind: plan}]'))) == 1
    assert len(checked_for(CODE, with_line('notes: [{text: "- =1", kind: plan}]'))) == 0


def test_number_to_call_is_none():
    assert checked_for(CODE, with_part('contacts: [{role: "The team", phone: "+44 1632 960 150"}]\n')) == []


def test_point_is_looked_at_too():
    assert checked_for(CODE, with_line('points: ["Ask", "=Ask"]'))[0].startswith("outcomes[1].actions[1].points[2]: ")
