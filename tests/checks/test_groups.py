"""Key issues group their outcome's own actions, once each; leads and measures cover what stands below."""

import pytest

from tests.checks.checking import PLAN, checked, with_line

DEEP = PLAN.replace(
    "            title: Write to them\n",
    """\
            title: Write to them
            sub_actions:
              - {id: a-2-1-1, title: Find the addresses}
  - id: o-2
    title: Children are safe
    actions:
      - {id: a-9, title: Train staff, status: red}
""",
)
ISSUE = "{id: k-1, title: Voices, actions: [%s]}"


def with_issues(*issues: str) -> str:
    lines = "".join(f"      - {issue}\n" for issue in issues)
    return DEEP.replace("title: Children are heard\n", f"title: Children are heard\n    key_issues:\n{lines}")


def on_second(line: str) -> str:
    return DEEP.replace("title: Tell children\n", f"title: Tell children\n        {line}\n")


def test_key_issues_may_leave_actions_out():
    assert checked(with_issues(ISSUE % "a-1")) == []
    assert checked(with_issues(ISSUE % "a-1, a-2")) == []


@pytest.mark.parametrize("action", ["a-9", "a-2-1", "a-2-1-1"])
def test_key_issue_with_an_action_from_elsewhere_is_refused(action):
    assert checked(with_issues(ISSUE % f"a-1, {action}")) == [
        f"outcomes[1].key_issues[1].actions[2]: {action!r} does not stand directly under the outcome of this key "
        "issue; name actions of this outcome only, and no sub-actions (key-issue-action)"
    ]


@pytest.mark.parametrize("issues", [("a-1", "a-2, a-1"), ("a-1", "a-2", "a-1")])
def test_action_in_two_key_issues_is_refused_where_it_stands_again(issues):
    plan = with_issues(*(f"{{id: k-{n}, title: Voices, actions: [{a}]}}" for n, a in enumerate(issues)))
    (text,) = checked(plan)
    assert text.endswith("'a-1' is in two key issues (first on line 24); keep it in one of them (key-issue-twice)")


def test_unknown_action_in_a_key_issue_is_told_once():
    (text,) = checked(with_issues(ISSUE % "a-7"))
    assert text.endswith("(reference-unknown)")


@pytest.mark.parametrize("key", ["leads: [{body: nhs, covers: [%s]}]", "measures: [{id: m, text: x, covers: [%s]}]"])
@pytest.mark.parametrize(("action", "is_below"), [("a-2-1", 1), ("a-2-1-1", 1), ("a-1", 0), ("a-9", 0), ("a-2", 0)])
def test_lead_or_measure_of_an_action_covers_what_is_below_it(key, action, is_below):
    found = checked(on_second(key % action))
    name = key.partition(":")[0]
    wanted = (
        f"outcomes[1].actions[2].{name}[1].covers[1]: {action!r} is not a sub-action of this action; "
        "name a sub-action of this action, or take it out (covers-outside)"
    )
    assert found == ([] if is_below else [wanted])


@pytest.mark.parametrize(("action", "is_below"), [("a-1", True), ("a-2-1-1", True), ("a-9", False)])
def test_measure_of_an_outcome_covers_actions_of_that_outcome(action, is_below):
    measures = f"measures: [{{id: m, text: x, covers: [{action}]}}]"
    found = checked(DEEP.replace("title: Children are heard\n", f"title: Children are heard\n    {measures}\n"))
    wanted = (
        f"outcomes[1].measures[1].covers[1]: {action!r} is not an action of this outcome; "
        "name an action of this outcome, or take it out (covers-outside)"
    )
    assert found == ([] if is_below else [wanted])


def test_what_is_withheld_or_missing_covers_nothing():
    assert checked(with_line("leads: {missing: not-stated}")) == []
    assert checked(with_line("measures: {missing: not-stated}")) == []
