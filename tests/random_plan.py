"""Plans of which everything that moves with time is random: dates, ratings, reviews, duties, notes, rules, closures."""

from typing import Any

from hypothesis import strategies as st

# The first and the last day that a plan can hold are among them.
DAYS = ["1900-01-01", "2100-12-31"]
DAYS += [f"{year}-{month:02}-{day:02}" for year in (2018, 2019, 2020) for month in (1, 2, 6, 9) for day in (1, 28)]
WORDS = [
    *("March 2019", "28 February 2019", "2019", "June 2018", "1 September 2020", "30 June 2019 and 31 December 2019"),
    *("ongoing", "6 monthly", "quarterly", "in good time", "immediately", "within three months", "June 2019; annually"),
    *("weekly", "daily", "fortnightly until June 2019", "monthly from June 2019 to May 2020", "every March"),
    *(
        "from April 2019 then annually",
        "by March 2019, reviewed annually",
        "weekly from 1 June 2019",
        "March 2019 & ongoing",
    ),
]
STATUSES = [
    *("red", "green", "blue"),
    *({"missing": kind} for kind in ("not-yet-rated", "lost-in-conversion")),
    {"missing": "withheld", "ground": "A court case"},
]
RULE = {"complete": "blue", "past_due": "red", "due_soon": "amber", "in_time": "green"}
RESULTS = ["confirmed", "changed", "not-enough-evidence"]
LEGEND = [
    {"id": "red", "label": "Red", "meaning": "Late", "tone": "off-track"},
    {"id": "amber", "label": "Amber", "meaning": "At risk", "tone": "at-risk"},
    {"id": "green", "label": "Green", "meaning": "In time", "tone": "on-track"},
    {"id": "blue", "label": "Blue", "meaning": "Done", "tone": "complete"},
]

day = st.sampled_from(DAYS)
times = st.lists(
    st.fixed_dictionaries(
        {"words": st.sampled_from(WORDS), "role": st.sampled_from(["due", "target", "reported"])},
        optional={"since": day, "report": st.just("r-1"), "event": st.just("e-1")},
    ),
    max_size=3,
)
review = st.fixed_dictionaries(
    {
        "date": day,
        "by": st.just("The board"),
        "result": st.sampled_from(RESULTS),
    },
    optional={"next_due": day},
)
never_reviewed = st.fixed_dictionaries({"every": st.sampled_from(["6 months", "a year"])}, optional={"since": day})
reviews = st.fixed_dictionaries(
    {"reviews": st.lists(review, min_size=1, max_size=2)},
    optional={"every": st.sampled_from(["6 months", "a year", "2 weeks", "now and then"]), "since": day},
)
note = st.fixed_dictionaries({"text": st.just("Something was said")}, optional={"date": day})
closure = st.fixed_dictionaries({"date": day}, optional={"reopened": st.just(True)})
moving = {
    "status": st.sampled_from(STATUSES),
    "timescales": times,
    "review": reviews | never_reviewed,
    "notes": st.lists(note, max_size=2),
}
moving_action = {**moving, "progress": st.sampled_from([0, 40, 100]), "closures": st.lists(closure, max_size=2)}
due = st.fixed_dictionaries({"due": day}, optional={"state": st.just("not-yet")})


@st.composite
def plan_data(draw: st.DrawFn, *, closed: bool = False) -> dict[str, Any]:
    """A plan as a plan file holds it."""

    def action(name: str) -> dict[str, Any]:
        return {"id": name, "title": f"Work {name}", **draw(st.fixed_dictionaries({}, optional=moving_action))}

    outcome = {"id": "o-1", "title": "Heard", **draw(st.fixed_dictionaries({}, optional=moving))}
    outcome["actions"] = [{**action("a-1"), "sub_actions": [action("a-11")]}, action("a-2")]
    scheme = draw(
        st.fixed_dictionaries(
            {"statuses": st.just(LEGEND)},
            optional={
                "review_every": st.sampled_from(["6 months", "a year"]),
                "roll_up": st.just("worst"),
                "computed": st.integers(0, 60).map(lambda days: {**RULE, "window_days": str(days)}),
            },
        )
    )
    report = draw(
        st.fixed_dictionaries(
            {"id": st.just("r-1"), "what": st.just("Progress")},
            optional={
                "how_often": st.sampled_from(["6 monthly", "quarterly", "now and then", "28 February 2019"]),
                "since": day,
                "occurrences": st.lists(day.map(lambda held: {"held_on": held}) | due, max_size=3),
            },
        )
    )
    more = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "as_at": day,
                "update_every": st.sampled_from(["6 months", "every quarter"]),
                "period": st.just({"start": "2018-01-01", "end": "2020-12-31"}),
            },
        )
    )
    if closed:
        more["closed"] = {"as_at": draw(day), "why": "It ended"}
    levels = st.lists(st.sampled_from(["outcomes", "actions", "sub-actions"]), unique=True)
    return {
        "schema": "1",
        "id": "anytown",
        "title": "Anytown plan",
        "publisher": "Anytown Council",
        "rated": draw(levels),
        "status_scheme": scheme,
        "events": [
            draw(st.fixed_dictionaries({"id": st.just("e-1"), "name": st.just("It began")}, optional={"date": day}))
        ],
        "reports": [report],
        "outcomes": [outcome],
        **more,
    }
