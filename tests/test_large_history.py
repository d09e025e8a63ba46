"""A plan of the size and the mess of the world: 244 actions, ten yearly editions, things that come, go and return."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.histories import PLAN_ID, Council
from tests.tiers import loop

ACTIONS, EDITIONS, SEEDS = loop(test=(24, 3, 1), prove=(244, 10, 3))
# As officers write them, some of them not understood; none is a mistake.
WORDINGS = (
    *("March 2024", "31/3/25", "End of Q2 2025/26", "Spring 2024", "ongoing", "within three months", "TBC"),
    *("by end 2026", "2025-26", "6 monthly", "As and when required", "Early 2025", "December 2023 and then annually"),
)
RATINGS = ("red", "amber", "green", {"missing": "not-yet-rated"}, {"missing": "withheld", "ground": "A court case"})
BODIES = ("council", "nhs", "police", "board", "third-sector")
TITLES = ("Train staff", "Ask children & parents", "Write the <guidance>", "Share “what works”", "Audit *case* files")


def drawn_plan(draw: random.Random, year: int, actions: int) -> dict[str, Any]:
    """The plan as one year has it: about five in six of its actions, each where and as chance puts it."""
    there = [place for place in range(actions) if draw.random() < 5 / 6]
    bodies = [body for body in BODIES if body == "council" or draw.random() < 0.8]
    evidence = [f"e-{place}" for place in range(actions // 8) if draw.random() < 0.7]
    findings = [f"f-{place}" for place in range(6) if draw.random() < 0.7]
    outcomes = [f"o-{place}" for place in range(1, 9) if draw.random() < 0.8] or ["o-1"]
    held: dict[str, list[dict[str, Any]]] = {outcome: [] for outcome in outcomes}
    for place in there:
        siblings = held[draw.choice(outcomes)]
        action = drawn_action(draw, place, year, bodies, evidence, findings)
        above = draw.choice(siblings) if siblings and draw.random() < 0.5 else None
        (above.setdefault("sub_actions", []) if above else siblings).append(action)
    return {
        "schema": "1",
        "id": PLAN_ID,
        "title": "Major projects",
        "publisher": "Anytown Council",
        "as_at": f"{year}-03-31",
        "rated": ["actions", "sub-actions"],
        "status_scheme": {
            "review_every": "6 months",
            "statuses": [
                {"id": name, "label": name.capitalize(), "meaning": f"It is {name}", "tone": tone}
                for name, tone in (("red", "off-track"), ("amber", "at-risk"), ("green", "on-track"))
            ],
        },
        "bodies": [{"id": body, "name": f"The {body}"} for body in bodies],
        "evidence": [{"id": name, "title": f"Paper {name}", "kind": "document"} for name in evidence],
        "findings": [{"id": name, "title": f"What was found: {name}", "kind": "recommendation"} for name in findings],
        "glossary": [{"term": "SIMD", "meaning": "An index"}] if draw.random() < 0.5 else [],
        "outcomes": [{"id": name, "number": name[2:], "title": f"Area {name}", "actions": held[name]} for name in held],
    }


def drawn_action(
    draw: random.Random, place: int, year: int, bodies: list[str], evidence: list[str], findings: list[str]
) -> dict[str, Any]:
    action: dict[str, Any] = {
        "id": f"a-{place}",
        "number": f"1.{place if draw.random() < 0.9 else place + 1}",
        "title": f"{TITLES[place % len(TITLES)]}, part {place}",
        "status": draw.choice(RATINGS),
        "leads": [{"body": body} for body in draw.sample(bodies, k=min(len(bodies), draw.choice((0, 1, 1, 2))))],
        "timescales": [{"words": draw.choice(WORDINGS)}],
        "notes": [{"date": f"{past}-02-01", "text": f"What was done in {past}."} for past in range(2016, year)],
    }
    if draw.random() < 0.3:
        action["measures"] = [{"id": f"m-{place}", "text": "Share of staff", "kind": "percent"}]
    if evidence and draw.random() < 0.3:
        action["evidence"] = draw.sample(evidence, k=1)
    if findings and draw.random() < 0.3:
        action["answers"] = draw.sample(findings, k=1)
    return {name: value for name, value in action.items() if value}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_years_of_a_large_plan_publish_and_build(seed: int, tmp_path: Path):
    draw = random.Random(seed)
    council = Council(tmp_path / "council", drawn_plan(draw, 2016, ACTIONS))
    for year in range(2016, 2016 + EDITIONS):
        day = date(year, 7, 1)
        found = council.publish(drawn_plan(draw, year, ACTIONS), day)
        assert [str(problem) for problem in found] == []
    assert council.build(date(2016 + EDITIONS, 1, 1)) > ACTIONS
    assert len(council.shelf.editions) == EDITIONS


def test_a_draft_in_which_an_outcome_has_the_id_of_an_action_can_be_looked_at(tmp_path: Path):
    def plan(*outcomes: dict[str, Any]) -> dict[str, Any]:
        return {
            "schema": "1",
            "id": PLAN_ID,
            "title": "Plan",
            "publisher": "Anytown Council",
            "as_at": "2018-03-31",
            "outcomes": list(outcomes),
        }

    ask, listen = {"id": "a-1", "title": "Ask"}, {"id": "a-2", "title": "Listen"}
    first = plan({"id": "o-1", "title": "Heard", "actions": [ask, listen]})
    council = Council(tmp_path / "council", first)
    assert council.publish(first, date(2018, 7, 1)) == ()
    other = plan({"id": "o-1", "title": "Heard", "actions": [ask]}, {"id": "a-2", "title": "Safe"})
    assert council.check(other, date(2018, 8, 1)) == ()
    assert council.build_draft(date(2018, 8, 1)) > 5
