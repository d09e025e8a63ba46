"""Facts that cannot be true together are told, each in plain words."""

from datetime import date

import pytest

from generator.checks import check_plan
from generator.plan.reader import read_plan
from tests.checks.checking import GAPS, PLAN, checked, with_line, with_part

CLOSED = "closed: {as_at: %s, why: It has run its time}\n"


def checked_on(today: date | None, part: str, folder) -> list[str]:
    path = folder / "anytown"
    path.mkdir()
    (path / "plan.yaml").write_text(with_part(part), "utf-8")
    codes = [problem.kind.code for problem in check_plan(read_plan(path), {"anytown": None}, today)]
    return [code for code in codes if code not in GAPS]


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (date(2019, 3, 30), ["as-at-future"]),
        (date(2019, 3, 31), []),
        (date(2019, 4, 1), []),
        (None, []),
    ],
)
def test_facts_of_a_day_to_come_are_told_where_today_is_known(today, codes, tmp_path):
    assert checked_on(today, "as_at: 2019-03-31\n", tmp_path) == codes


@pytest.mark.parametrize("today", [date(2000, 1, 1), date(2019, 3, 31), None])
def test_closed_plan_never_depends_on_today(today, tmp_path):
    assert checked_on(today, f"as_at: 2019-03-31\nstate: ended\n{CLOSED % '2019-03-31'}", tmp_path) == []


def test_plan_is_not_closed_before_the_day_of_its_facts():
    ended = "state: ended\nas_at: 2019-03-31\n"
    assert checked(with_part(f"{ended}{CLOSED % '2019-03-31'}")) == []
    assert checked(with_part(f"state: ended\n{CLOSED % '2019-03-31'}")) == []
    assert checked(with_part(f"{ended}{CLOSED % '2019-03-30'}")) == [
        "closed.as_at: the plan was closed as at 2019-03-30, before the day of its facts, 2019-03-31; "
        "mend one of the two (closed-backwards)"
    ]


REPLACED = (
    "state: the plan is replaced, and it is not said by which plan; "
    "name it under 'related_plans' with 'how: successor' (successor-missing)"
)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("closed: {as_at: 2019-03-31, why: It has run its time}", [REPLACED]),
        (f"related_plans: [{{title: Before, how: predecessor}}]\n{CLOSED % '2019-03-31'}", [REPLACED]),
        (f"related_plans: [{{title: After, how: successor}}]\n{CLOSED % '2019-03-31'}", []),
        ("closed: {as_at: 2019-03-31, why: It has run its time, succeeded_by: anytown}", []),
    ],
)
def test_plan_that_is_replaced_says_by_which(more, found):
    assert checked(with_part(f"state: replaced\n{more}\n")) == found


@pytest.mark.parametrize("key", ["parent", "succeeded_by"])
def test_body_cannot_name_itself(key):
    assert checked(PLAN.replace("name: Anytown Council}", f"name: Anytown Council, {key}: council}}")) == [
        f"bodies[1].{key}: this body names itself; name another one, or take the line out (reference-itself)"
    ]
    assert checked(PLAN.replace("name: Anytown Council}", f"name: Anytown Council, {key}: nhs}}")) == []


@pytest.mark.parametrize(
    ("related", "is_itself"),
    [("action: a-1", 1), ("action: a-1, plan: anytown", 1), ("action: a-2", 0), ("action: a-1, plan: other", 0)],
)
def test_action_cannot_belong_with_itself(related, is_itself):
    found = checked(with_line(f"related: [{{{related}}}]"), ("anytown", "other"))
    path = "outcomes[1].actions[1].related[1].action"
    itself = f"{path}: this action names itself; name another one, or take the line out (reference-itself)"
    assert found == ([itself] if is_itself else [])


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ("numerator: 9, denominator: 10", None),
        ("numerator: 10, denominator: 10", None),
        ("numerator: 0, denominator: 1", None),
        ("denominator: 10", None),
        ("numerator: 10", None),
        ("numerator: 11, denominator: 10", "11 out of 10"),
        ("numerator: 0, denominator: 0", "0 out of 0"),
        ("denominator: 0", "0 out of 0"),
    ],
)
def test_figure_counts_some_of_all(figures, wrong):
    found = checked(
        PLAN.replace("title: Audit}", f'title: Audit, figures: [{{period: "2019", value: "1", {figures}}}]}}')
    )
    path = "evidence[1].figures[1].denominator"
    assert found == ([f"{path}: {wrong} cannot be; mend one of the two figures (figure-impossible)"] if wrong else [])


@pytest.mark.parametrize("tag", ["en", "en-GB", "gd", "pl-PL"])
def test_language_has_its_short_name(tag):
    assert checked(with_part(f"languages: [{tag}]\n")) == []


@pytest.mark.parametrize("tag", ["english", "EN", "en_GB", "en-gb", "e", "en-GB-x", "Gaelic"])
def test_other_name_of_a_language_is_refused(tag):
    assert checked(with_part(f"languages: [en-GB, {tag}]\n")) == [
        f"languages[2]: {tag!r} is not the short name of a language; write one such as en-GB, gd or pl (language-tag)"
    ]


@pytest.mark.parametrize(
    ("email", "is_one"),
    [("plans@anytown.example", 1), ("plans", 0), ("@anytown.example", 0), ("plans@", 0), ("a b@c.org", 0)],
)
def test_email_has_an_at_between_two_names(email, is_one):
    found = checked(with_part(f'contacts: [{{role: Lead officer, email: "{email}"}}]\n'))
    wrong = f"{email!r} is not an e-mail address; write one such as plans@example.org (email-malformed)"
    assert found == ([] if is_one else [f"contacts[1].email: {wrong}"])


def test_refused_day_is_told_once():
    (text,) = checked(with_part("as_at: 2019-03-31\nclosed: {as_at: 31/03/2018, why: x}\n"))
    assert text.endswith("(date-unreadable)")
