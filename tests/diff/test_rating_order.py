"""Better and worse: by the order of the plan's own legend, for every pair of its ratings."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff import diff_plans
from generator.plan.model import PublicPlan
from generator.status import rating_order, roll_up, stand
from generator.wording import Words
from generator.words.change_groups import change_groups, group_of
from generator.words.change_summary import summary_sentence
from generator.words.view import Update
from tests.change_samples import DAY, made, view_of

RED, AMBER_RED, AMBER, AMBER_GREEN, GREEN = "red", "amber-red", "amber", "amber-green", "green"
TONES = {
    RED: "off-track",
    AMBER_RED: "at-risk",
    AMBER: "at-risk",
    AMBER_GREEN: "at-risk",
    GREEN: "on-track",
    "blue": "complete",
    "paused": "paused",
    "grey": "not-rated",
    "closed": "complete",
}
FIVE = (RED, AMBER_RED, AMBER, AMBER_GREEN, GREEN)
# Each legend in its printed order, its scale, and each pair that can be compared: the worse one, then the better one.
FIVE_STEPS = """
red amber-red   red amber   red amber-green   red green
amber-red amber   amber-red amber-green   amber-red green
amber amber-green   amber green
amber-green green
"""
LEGENDS = {
    "five steps": (FIVE, (), FIVE_STEPS),
    "five steps, the best first": (FIVE[::-1], (), FIVE_STEPS),
    "six steps": (
        (*FIVE, "closed", "paused"),
        (),
        f"{FIVE_STEPS} red closed   amber-red closed   amber closed   amber-green closed   green closed",
    ),
    "blue, green, amber, red, grey": (
        ("blue", GREEN, AMBER, RED, "grey"),
        (),
        "red amber   red green   red blue   amber green   amber blue   green blue",
    ),
    "paused in the middle": ((RED, "paused", AMBER, GREEN), (), "red amber   red green   amber green"),
    "no order": ((GREEN, RED, AMBER, "blue"), (), ""),
    "one tone": ((AMBER_RED, AMBER, AMBER_GREEN), (), ""),
    "one rating": ((GREEN, "paused"), (), ""),
    "a scale where there is no order": (
        (GREEN, RED, AMBER, "blue"),
        (RED, AMBER, GREEN, "blue"),
        "red amber   red green   red blue   amber green   amber blue   green blue",
    ),
    "a scale that says the order within a tone": (
        (RED, AMBER_GREEN, AMBER, GREEN),
        (RED, AMBER, AMBER_GREEN, GREEN),
        "red amber   red amber-green   red green   amber amber-green   amber green   amber-green green",
    ),
    "a scale that leaves some out": ((GREEN, RED, AMBER), (RED, GREEN), "red green"),
    "a scale of one tone": (
        (AMBER, AMBER_GREEN, AMBER_RED),
        (AMBER_RED, AMBER, AMBER_GREEN),
        "amber-red amber   amber-red amber-green   amber amber-green",
    ),
}


def legend(statuses: tuple[str, ...], scale: tuple[str, ...] = ()) -> dict:
    entries = [{"id": name, "label": name.title(), "meaning": "x", "tone": TONES[name]} for name in statuses]
    return {"status_scheme": {"statuses": entries, **({"scale": list(scale)} if scale else {})}}


def rated(statuses: tuple[str, ...], scale: tuple[str, ...], **ratings) -> PublicPlan:
    """A plan with this legend, and these ratings of its actions; a rating of None is none."""
    actions = [
        {"id": f"a-{name}", "title": name, **({"status": status} if status else {})}
        for name, status in sorted(ratings.items())
    ]
    outcomes = [{"id": "o-1", "title": "One", "actions": actions}]
    return made({**legend(statuses, scale), "outcomes": outcomes, "printed_summary.rows": [],
                 "printed_summary.title": "x", "decisions": [], "rated": ["actions"]})  # fmt: skip


@pytest.mark.parametrize("name", LEGENDS)
def test_each_pair_of_ratings_goes_the_way_of_the_table(name):
    statuses, scale, table = LEGENDS[name]
    words = table.split()
    rises = set(zip(words[::2], words[1::2], strict=True))
    plans = {status: rated(statuses, scale, one=status) for status in statuses}
    for old, new in permutations(statuses, 2):
        (change,) = diff_plans(plans[old], plans[new])
        expected = "better" if (old, new) in rises else "worse" if (new, old) in rises else "other"
        assert group_of(change) == expected, (old, new)


def test_red_to_amber_red_is_better():
    (change,) = diff_plans(rated(FIVE, (), one=RED), rated(FIVE, (), one=AMBER_RED))
    assert change.kind == "rating-better"


def test_order_runs_from_worst_to_best():
    assert rating_order(rated(FIVE[::-1], ()).status_scheme) == FIVE
    assert rating_order(None) == ()


def test_new_legend_decides_and_ratings_of_two_legends_are_compared_by_tone():
    old = rated(FIVE, (), one=RED)
    (change,) = (one for one in diff_plans(old, rated((RED, AMBER, GREEN), (), one=AMBER)) if "rating" in one.kind)
    assert change.kind == "rating-better"
    shared = diff_plans(rated(FIVE, (), one=AMBER_RED), rated((RED, GREEN, "blue"), (), one="blue"))
    assert [one.kind for one in shared if "rating" in one.kind] == ["rating-better"]
    loose = diff_plans(rated(FIVE, (), one=AMBER_RED), rated((GREEN, RED, "blue"), (), one="blue"))
    assert [one.kind for one in loose if "rating" in one.kind] == ["rating-changed"]


@pytest.mark.parametrize("after", ["red", "amber", "green", "blue", "grey"])
@pytest.mark.parametrize("before", [None, {"missing": "not-yet-rated"}])
def test_first_rating_is_neither_better_nor_worse_and_finishes_nothing(before, after):
    statuses = (RED, AMBER, GREEN, "blue", "grey")
    (change,) = changes = diff_plans(rated(statuses, (), one=before), rated(statuses, (), one=after))
    assert (change.kind, group_of(change)) == ("rating-changed", "other")
    assert summary_sentence(Words(), changes) == "Since the update before: 1 rating neither better nor worse."


RATING = st.sampled_from([None, {"missing": "not-yet-rated"}, *TONES])
RATED = st.fixed_dictionaries({f"a{place}": RATING for place in range(6)})


@given(order=st.permutations(tuple(TONES)), old=RATED, new=RATED, is_scaled=st.booleans())
def test_each_change_of_rating_is_in_one_group_and_is_counted_as_it_is_grouped(order, old, new, is_scaled):
    scale = tuple(TONES) if is_scaled else ()
    before, after = (rated(tuple(order), scale, **ratings) for ratings in (old, new))
    groups = {group.kind: group.lines for group in change_groups(Update(view_of(before), view_of(after)))}
    assert groups.keys() <= {"better", "worse", "other"}
    assert sum(len(lines) for lines in groups.values()) == sum(old[name] != new[name] for name in old)
    said = summary_sentence(Words(), diff_plans(before, after))
    for kind, words in {"better": "better", "worse": "worse", "other": "neither better nor worse"}.items():
        count = len(groups.get(kind, ()))
        counted = f"{count} rating{'' if count == 1 else 's'} {words}"
        assert (f"{counted}," in said or f"{counted}." in said) == (count > 0)
        assert "other change" not in said


def test_worst_rating_below_is_the_worst_within_a_tone():
    plan = rated(FIVE, (), one=AMBER_GREEN, two=AMBER_RED, three=GREEN)
    plan = replace(plan, status_scheme=replace(plan.status_scheme, roll_up="worst"))
    assert roll_up(plan, plan.outcomes[0], stand(plan, DAY)).status.id == AMBER_RED
