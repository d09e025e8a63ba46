"""An action that mirrors another one has the same leads and the same date, or it is said that they differ."""

import pytest

from generator.authoring.folder import read_source
from tests.broken_samples import council
from tests.checks.checking import checked_for, subjects, with_line

PATH = "outcomes[1].actions[1].related[1]"
OTHER = """\
schema: 1
id: othertown
title: Othertown plan
publisher: Othertown Council
bodies:
  - {id: board, name: NHS anytown}
  - {id: school, name: The school}
outcomes:
  - id: o-1
    title: Children are heard
    actions:
      - id: x-1
        title: Ask children
        sub_actions:
          - {id: x-11, title: Ask young children}
"""


def here(line: str = "", related: str = "plan: othertown, action: x-1") -> str:
    plan = with_line(f"related: [{{{related}}}]")
    return plan.replace("        related:", f"        {line}\n        related:") if line else plan


def there(line: str) -> dict[str, str]:
    return {"othertown": OTHER.replace("title: Ask children\n", f"title: Ask children\n        {line}\n")}


def differences(line: str, other: str, related: str = "plan: othertown, action: x-1") -> list[str]:
    return checked_for("related-differs", here(line, related), others=there(other))


def test_dates_that_differ_are_told_with_both():
    assert differences("timescales: [October 2014]", "timescales: [August 2014]") == [
        f"{PATH}: this mirrors 'x-1', and there it is due 'August 2014', here 'October 2014'; "
        "mend one of the two, or say in 'note' why they differ (related-differs)"
    ]


def test_leads_that_differ_are_told_with_both():
    (text,) = differences("leads: [council, nhs]", "leads: [school]")
    assert ", and there 'The school' leads it, here 'Anytown Council' and 'NHS Anytown'; " in text


def test_both_are_told_in_one():
    (text,) = differences("leads: [council]\n        timescales: [2015]", "leads: [school]\n        timescales: [2014]")
    assert " leads it, here 'Anytown Council', and there it is due '2014', here '2015'; " in text


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("timescales: [August 2014]", "timescales: [By the end of Aug 2014]"),
        ("timescales: [August 2014]", "kind: other"),
        ("timescales: [August 2014]", "timescales: {missing: not-stated}"),
        ("timescales: [August 2014]", "timescales: [soon]"),
        ("timescales: [August 2014, soon]", "timescales: [May 2014]"),
        ("timescales: [{words: August 2014, role: target}]", "timescales: [May 2014]"),
        ("leads: [nhs]", "leads: [board]"),
        ("leads: [nhs]", "kind: other"),
        ("leads: [nhs]", "leads: [{role: Lead officer}]"),
        ("leads: [{body: nhs, role: Chair}, {role: Lead officer}]", "leads: [board]"),
    ],
)
def test_what_agrees_or_is_left_open_is_left_in_peace(line, other):
    assert differences(line, other) == []


@pytest.mark.parametrize("more", ["note: They are a month behind us", "how: follows", "how: merged-into"])
def test_difference_may_be_said_or_meant(more):
    related = f"plan: othertown, action: x-1, {more}"
    assert differences("timescales: [October 2014]", "timescales: [August 2014]", related) == []


@pytest.mark.parametrize("related", ["action: a-2", "plan: anytown, action: a-2"])
def test_action_of_the_same_plan_is_compared_too(related):
    plan = here("leads: [council]", related)
    plan = plan.replace("        title: Tell children\n", "        title: Tell children\n        leads: [nhs]\n")
    assert len(checked_for("related-differs", plan)) == 1
    assert subjects("related-differs", plan) == ["a-1"]


def test_action_of_another_plan_is_looked_up():
    others = {"othertown": OTHER}
    for known in ("x-1", "x-11"):
        plan = here(related=f"plan: othertown, action: {known}")
        assert checked_for("related-action-unknown", plan, others=others) == []
    plan = here(related="plan: othertown, action: a-1")
    assert checked_for("related-action-unknown", plan, others=others) == [
        f"{PATH}.action: there is no action with the id 'a-1' in the plan 'Othertown plan'; "
        "use an id of that plan, or take it out (related-action-unknown)"
    ]


@pytest.mark.parametrize("others", [{}, {"othertown": ""}, {"othertown": "schema: 1\n"}])
def test_plan_that_is_not_there_or_cannot_be_read_is_not_looked_into(others):
    plan = here(related="plan: othertown, action: a-1")
    assert checked_for("related-action-unknown", plan, others=others) == []


def test_build_looks_into_all_plans_of_a_folder(tmp_path):
    folder = council(tmp_path, **{"plans/anytown/plan.yaml": here(), "plans/othertown/plan.yaml": OTHER})
    codes = {problem.kind.code for problem in read_source(folder).problems}
    assert "related-action-unknown" not in codes
    (folder / "plans/othertown/plan.yaml").write_text(OTHER.replace("id: x-1\n", "id: x-2\n"), "utf-8")
    codes = {problem.kind.code for problem in read_source(folder).problems}
    assert "related-action-unknown" in codes
