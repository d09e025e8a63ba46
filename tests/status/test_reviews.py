"""Green and complete hold only while somebody looks at the evidence in time."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from generator.status import counts, roll_up, stand

STATUSES = [
    {"id": "red", "label": "Red", "meaning": "Late", "tone": "off-track"},
    {"id": "amber", "label": "Amber", "meaning": "At risk", "tone": "at-risk"},
    {"id": "green", "label": "Green", "meaning": "In time", "tone": "on-track"},
    {"id": "blue", "label": "Blue", "meaning": "Done", "tone": "complete"},
]
LAST = date(2019, 2, 28)
AFTER = LAST + timedelta(days=1)


def held(day: str, result: str = "confirmed", **more):
    return {"date": day, "by": "board", "result": result, **more}


@pytest.fixture
def standing(make_plan):
    """How the one action stands as at a day."""

    def stand_on(on: date, status="green", scheme=None, plan=None, **action):
        whole = {"status_scheme": {"statuses": STATUSES, **(scheme or {})}, **(plan or {})}
        return stand(make_plan(whole, status=status, **action), on)["a-1-1"]

    return stand_on


HELD = {"every": "6 months", "reviews": [held("2018-08-15")]}


@pytest.mark.parametrize("status", ["green", "blue"])
def test_rating_that_says_all_is_well_lapses_after_the_last_day(standing, status):
    before, after = standing(LAST, status, review=HELD), standing(AFTER, status, review=HELD)
    assert (before.lapse, before.lapses_on, before.look) == (
        None,
        AFTER,
        {"green": "on-track", "blue": "complete"}[status],
    )
    assert (after.lapse.since, after.lapse.why, after.lapses_on, after.look) == (AFTER, "overdue", None, "lapsed")


@pytest.mark.parametrize("status", ["red", "amber", {"missing": "not-yet-rated"}])
def test_rating_that_says_no_such_thing_never_lapses(standing, status):
    found = standing(date(2035, 1, 1), status, review=HELD)
    assert (found.lapse, found.lapses_on) == (None, None)


@pytest.mark.parametrize(
    ("reviews", "last"),
    [
        # A review renews the rating, and the newest counts wherever it stands
        ([held("2018-08-15"), held("2019-01-10")], date(2019, 7, 31)),
        ([held("2019-01-10"), held("2018-08-15")], date(2019, 7, 31)),
        ([held("2018-08-15"), held("2019-01-10", "changed")], date(2019, 7, 31)),
        # The day that a review sets goes before the interval
        ([held("2018-08-15", next_due="2018-10-01")], date(2018, 10, 1)),
        ([held("2018-08-31")], LAST),
        ([held("2018-12-01")], date(2019, 6, 30)),
    ],
)
def test_newest_review_says_until_when_the_rating_holds(standing, reviews, last):
    review = {"every": "6 months", "reviews": reviews}
    assert standing(last, review=review).lapse is None
    assert standing(last + timedelta(days=1), review=review).lapse.since == last + timedelta(days=1)


def test_review_that_found_not_enough_evidence_ends_the_rating_that_day(standing):
    review = {"every": "6 months", "reviews": [held("2018-08-15"), held("2018-09-03", "not-enough-evidence")]}
    found = standing(date(2018, 9, 3), review=review).lapse
    assert (found.since, found.why) == (date(2018, 9, 3), "not-enough-evidence")
    assert standing(date(2018, 9, 2), review=review).lapse is None
    renewed = {**review, "reviews": [*review["reviews"], held("2018-09-20")]}
    assert standing(date(2018, 9, 20), review=renewed).lapse is None


@pytest.mark.parametrize(
    ("plan", "review", "last"),
    [
        ({}, {"since": "2018-08-15"}, LAST),
        ({"period": {"start": "2018-06-01", "end": "2020-01-01"}}, {"since": "2018-08-15"}, LAST),
        (
            {"period": {"start": "2018-08-01", "end": "2020-01-01"}, "as_at": "2019-01-01"},
            {"since": "2018-08-15"},
            LAST,
        ),
        ({"period": {"start": "2018-08-01", "end": "2020-01-01"}}, {}, LAST),
        ({"period": {"start": "2018-08-01", "end": "2020-01-01"}, "as_at": "2018-01-01"}, {}, LAST),
        ({"as_at": "2018-08-01"}, {}, LAST),
        # A plan is first published long after it began
        ({"period": {"start": "2018-01-01", "end": "2020-01-01"}, "as_at": "2018-08-28"}, {}, LAST),
    ],
)
def test_rating_never_looked_at_counts_from_the_last_day_that_tells_of_it(standing, plan, review, last):
    review = {"every": "6 months", **review}
    assert standing(last, plan=plan, review=review).lapses_on == last + timedelta(days=1)
    assert standing(last + timedelta(days=1), plan=plan, review=review).lapse is not None


@pytest.mark.parametrize(
    ("action", "last"),
    [
        ({"notes": [{"date": "2018-08-28", "text": "x", "kind": "evidence"}]}, LAST),
        ({"notes": [{"date": "2018-08-28", "text": "x"}]}, date(2018, 7, 31)),
        ({"notes": [{"text": "x", "kind": "evidence"}]}, date(2018, 7, 31)),
        ({"closures": [{"date": "2018-08-28"}, {"date": "2018-02-01", "reopened": True}]}, LAST),
    ],
)
def test_evidence_or_a_closing_tells_of_a_rating_too(standing, action, last):
    action = {"plan": {"as_at": "2018-01-15"}, "review": {"every": "6 months"}, **action}
    assert standing(last, **action).lapses_on == last + timedelta(days=1)


def test_rating_on_a_level_that_the_plan_does_not_rate_never_lapses(standing):
    found = standing(date(2035, 1, 1), plan={"rated": ["outcomes"]}, review=HELD)
    assert (found.lapse, found.lapses_on) == (None, None)


def test_last_of_two_reviews_of_one_day_counts(standing):
    review = {"reviews": [held("2018-08-15"), held("2018-08-15", "not-enough-evidence")]}
    assert standing(AFTER, review=review).lapse.why == "not-enough-evidence"


@pytest.mark.parametrize("review", [{"every": "6 months"}, {"every": "now and then", "since": "2018-08-15"}])
def test_rating_does_not_lapse_where_no_day_can_be_told(standing, review):
    assert standing(date(2035, 1, 1), review=review).lapse is None


def test_plans_own_interval_holds_for_all_and_an_actions_own_before_it(standing):
    scheme = {"review_every": "6 months"}
    reviews = {"reviews": [held("2018-08-15")]}
    assert standing(AFTER, scheme=scheme, review=reviews).lapse.since == AFTER
    assert standing(AFTER, scheme=scheme, review={**reviews, "every": "a year"}).lapse is None
    assert standing(AFTER, scheme=scheme, plan={"as_at": "2018-08-15"}).lapse.since == AFTER
    assert standing(AFTER, review=reviews).lapse is None


# Counts and the whole


def outcome(*statuses, **more):
    actions = [
        {
            "id": f"a-{place}",
            "title": "x",
            "status": status,
            **({"review": HELD} if status in ("green", "blue") else {}),
        }
        for place, status in enumerate(statuses)
    ]
    return {"outcomes": [{"id": "o-1", "title": "One", "actions": actions}], **more}


def test_lapsed_ratings_are_counted_apart(make_plan):
    plan = make_plan(outcome("green", "green", "blue", "red", status_scheme={"statuses": STATUSES}))
    renewed = {"every": "6 months", "reviews": [held("2019-01-10")]}
    actions = [*plan.outcomes[0].actions]
    assert [action.review is not None for action in actions] == [True, True, True, False]

    def tallies(on: date):
        return [
            (tally.status.id, tally.hold, tally.count)
            for tally in counts(plan, "actions", plan.outcomes, stand(plan, on))
        ]

    assert tallies(LAST) == [("red", "holds", 1), ("green", "holds", 2), ("blue", "holds", 1)]
    assert tallies(AFTER) == [("red", "holds", 1), ("green", "lapsed", 2), ("blue", "lapsed", 1)]
    assert renewed["reviews"][0]["date"] == "2019-01-10"


@pytest.mark.parametrize(
    ("statuses", "on", "worst", "unknown"),
    [
        (["green", "blue"], LAST, "green", 0),
        (["blue", "blue"], LAST, "blue", 0),
        (["green", "amber"], LAST, "amber", 0),
        (["amber", "red", "green"], LAST, "red", 0),
        # What has lapsed is not known, and nothing is called well while any is not known
        (["green", "blue"], AFTER, None, 2),
        (["green", "amber"], AFTER, "amber", 1),
        (["green", {"missing": "not-yet-rated"}], LAST, None, 1),
        (["red", {"missing": "withheld", "ground": "A court case"}], LAST, "red", 1),
    ],
)
def test_whole_is_as_its_worst_part_and_never_well_by_default(make_plan, statuses, on, worst, unknown):
    plan = make_plan(outcome(*statuses, status_scheme={"statuses": STATUSES, "roll_up": "worst"}))
    found = roll_up(plan, plan.outcomes[0], stand(plan, on))
    assert (found.status.id if found.status else None, found.unknown, found.of) == (worst, unknown, len(statuses))


TONES = ("off-track", "at-risk", "paused", "not-started", "on-track", "complete")
ANY_TONE = {"statuses": [{"id": tone, "label": tone, "meaning": tone, "tone": tone} for tone in TONES]}


@pytest.mark.parametrize(("worse", "better"), list(pairwise(TONES)))
def test_whole_is_as_the_worse_of_two_parts(make_plan, worse, better):
    plan = make_plan(outcome(better, worse, status_scheme={**ANY_TONE, "roll_up": "worst"}))
    assert roll_up(plan, plan.outcomes[0], stand(plan, LAST)).status.id == worse


@pytest.mark.parametrize("tone", TONES)
def test_whole_with_an_unknown_part_is_at_least_as_bad_as_what_is_known(make_plan, tone):
    unknown = {"missing": "not-yet-rated"}
    plan = make_plan(outcome(tone, unknown, status_scheme={**ANY_TONE, "roll_up": "worst"}))
    found = roll_up(plan, plan.outcomes[0], stand(plan, LAST)).status
    assert (found.id if found else None) == (tone if tone in ("off-track", "at-risk", "paused") else None)


@pytest.mark.parametrize(
    ("rated", "worst", "unknown", "of"), [(["actions"], "green", 0, 1), (["actions", "sub-actions"], "red", 1, 3)]
)
def test_whole_is_made_of_all_below_it_that_the_plan_rates_and_of_nothing_else(make_plan, rated, worst, unknown, of):
    below = [{"id": "a-9", "title": "x", "sub_actions": [{"id": "a-10", "title": "x", "status": "red"}]}]
    plan = outcome("green", rated=rated, status_scheme={"statuses": STATUSES, "roll_up": "worst"})
    plan["outcomes"][0]["actions"][0]["sub_actions"] = below
    plan = make_plan(plan)
    found = roll_up(plan, plan.outcomes[0], stand(plan, LAST))
    assert (found.status.id, found.unknown, found.of) == (worst, unknown, of)


def test_nothing_is_rolled_up_unless_the_plan_says_so(make_plan):
    plan = make_plan(outcome("green", status_scheme={"statuses": STATUSES}))
    assert roll_up(plan, plan.outcomes[0], stand(plan, LAST)) is None
    empty = make_plan(outcome(status_scheme={"statuses": STATUSES, "roll_up": "worst"}))
    assert roll_up(empty, empty.outcomes[0], stand(empty, LAST)) is None
