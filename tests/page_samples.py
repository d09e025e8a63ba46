"""One page of each kind, for tests that look at a page of each: in the browser, the validator and the static checks."""

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from generator.build import Source, build_site
from generator.pages.addresses import (
    HOME,
    NOT_FOUND,
    action_address,
    content_address,
    outcome_address,
    overview_address,
    plan_page_address,
)
from generator.reader import PlanFile, read_plan
from tests.trouble_plan import TROUBLE, trouble_plan

TODAY = date(2026, 11, 21)
WORKED = "falkirk-cpc-2018-20"
INVENTED = "every-rating"

# A kind of PAGE_KINDS and the address of a page of that kind. A new kind of page needs a line here.
SAMPLES = {
    "home": HOME,
    "overview": overview_address(WORKED),
    "outcome": outcome_address(WORKED, "o-1"),
    "action": action_address(WORKED, "a-1-1"),
    "governance": plan_page_address(WORKED, "governance"),
    "legend": plan_page_address(WORKED, "legend"),
    "glossary": plan_page_address(WORKED, "glossary"),
    "print": plan_page_address(WORKED, "print"),
    "content": content_address("accessibility"),
    "not_found": NOT_FOUND,
}
# Pages of an invented plan that holds what the worked plans do not: every tone, long words, notes, deep sub-actions.
STRESS = {
    "every rating: overview": overview_address(INVENTED),
    "every rating: outcome": outcome_address(INVENTED, "o-1"),
    "every rating: action": action_address(INVENTED, "a-1"),
    "every rating: governance": plan_page_address(INVENTED, "governance"),
    "every rating: legend": plan_page_address(INVENTED, "legend"),
    "every rating: print": plan_page_address(INVENTED, "print"),
    # A plan with all that time does to dates and ratings.
    "in trouble: overview": overview_address(TROUBLE),
    "in trouble: outcome": outcome_address(TROUBLE, "o-2"),
    "in trouble: legend": plan_page_address(TROUBLE, "legend"),
}

TONES = {
    "on-track": "Green: on track",
    "at-risk": "Amber: at risk",
    "off-track": "Red: off track",
    "complete": "Blue: finished",
    "not-started": "Not started",
    "paused": "Paused",
    "withheld": "Withheld for now",
    "not-rated": "Not rated",
}
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


def invented_plan() -> dict[str, Any]:
    """A plan with an action for every tone, as a plan file holds it. Nothing in it is about a real place."""
    statuses = [
        {"id": f"s-{tone}", "label": label, "meaning": f"It is as the word says: {label.lower()}", "tone": tone}
        for tone, label in TONES.items()
    ]
    deep: list[dict[str, Any]] = []
    for depth in ("d", "c", "b"):
        deep = [
            {
                "id": f"a-1-{depth}",
                "number": f"1.{depth}",
                "title": f"A step at depth {depth}",
                "status": "s-at-risk",
                "leads": ["council"],
                "timescales": ["March 2019"],
                "sub_actions": deep,
            }
        ]
    actions = [
        {
            "id": f"a-{place}",
            "number": f"1.{place}",
            "title": f"What is rated “{label}”" if place > 1 else f"A title with one long word, {LONG_WORD}, in it",
            "status": f"s-{tone}",
            "leads": ["council", "board"],
            "timescales": ["March 2019"],
            "notes": [{"date": "2019-01-02", "text": f"Said of {tone}: **well** under way.\n\n- one\n- two"}],
            "sub_actions": deep if place == 1 else [],
            **(
                {"related": [{"action": "a-1-1", "plan": TROUBLE, "note": "There it is due later."}]}
                if place == 2
                else {}
            ),
        }
        for place, (tone, label) in enumerate(TONES.items(), 1)
    ]
    return {
        "schema": "1",
        "id": INVENTED,
        "title": "Every rating, and words as long as they come",
        "short_title": "Every rating",
        "publisher": "Anytown Council",
        "example": {"kind": "Invented example", "text": "Nothing in it is about a real place."},
        "rated": ["actions", "sub-actions"],
        "status_scheme": {"name": "Traffic lights", "statuses": statuses},
        "bodies": [
            {"id": "council", "name": "Anytown Council"},
            {"id": "board", "name": f"{LONG_WORD} Board"},
        ],
        "outcomes": [{"id": "o-1", "number": "1", "title": "Children are heard", "actions": actions}],
        **_governance(),
    }


def _governance() -> dict[str, Any]:
    """What the invented plan says of how it is watched, with long words where they come."""
    return {
        "as_at": "2026-02-01",
        "governance": {"text": "The board looks at it **each month**.", "reports_to": ["board"]},
        "reports": [
            {"id": "r-1", "what": "Progress", "sender": "council", "to": "board", "how_often": "every 6 months",
             "since": "2025-01-01", "based_on": "Case files", "asks_for": "To note it",
             "occurrences": [
                 {"due": "30 June 2025", "held_on": "26/6/2025", "state": "kept", "edition": f"{LONG_WORD} 2",
                  "decision": "Noted", "link": "https://example.org/report"},
                 {"due": "December 2025", "state": "missed"},
             ]},
            {"id": "r-2", "what": "Progress", "sender": "board", "to": "The public", "how_often": "now and then"},
        ],
        "decisions": [
            {"id": "d-1", "text": "To put one date back", "kind": "revised", "body": "board", "date": "2025-07-01",
             "affects": ["a-1", "r-1", "k-1"]},
            {"id": "d-2", "text": f"To see {LONG_WORD}", "kind": "agreed"},
        ],
        "risks": [
            {"id": "k-1", "name": "Staff leave", "impact": "high", "state": "open", "comment": "Posts stand empty",
             "response": "Posts are advertised", "body": "council", "date": "2025-02-01"},
        ],
        "events": [{"id": "e-1", "name": "Inspection"}],
        "printed_versions": [
            {"version": "V1", "date": "2025-01-01", "state": "approved", "owner": LONG_WORD, "note": "First"},
        ],
        "declarations": [
            {"text": "Costs were checked", "ticked": "yes"},
            {"text": "It may be published", "ticked": {"missing": "lost-in-conversion"}},
        ],
        "background_papers": {"papers": ["The inspection report"], "kept_for": "4 years"},
        "findings": [
            {"id": "f-1", "kind": "recommendation", "number": "1", "title": "Listen more", "text": "To *all*."},
            {"id": "f-2", "kind": "grades", "title": "Grades", "scale": ["Good", "Weak"],
             "grades": [{"indicator": "1.1", "title": "Being heard", "grade": "Weak"}]},
            {"id": "f-3", "kind": "counts", "title": "Counts", "scale": ["Good", "Weak"], "n": "3",
             "counts": [{"indicator": "1.1", "title": "Being heard",
                         "counts": [{"grade": "Good", "count": "1", "percent": "33"},
                                    {"grade": "Weak", "count": "2"}]}]},
        ],
        "related_plans": [
            {"plan": TROUBLE, "title": "A plan in trouble", "how": "sibling", "link": "https://example.org/plan"},
            {"title": "A plan that is not here", "how": "parent", "note": "It says more"},
        ],
        "contacts": [
            {"role": "Child protection team", "email": "team@example.org", "phone": "01632 960 001",
             "link": "https://example.org/team"},
            {"role": "Lead officer"},
        ],
    }  # fmt: skip


def _written(folder: Path, plan: dict[str, Any]) -> PlanFile:
    place = folder / plan["id"]
    place.mkdir()
    # Every JSON text is YAML too.
    (place / "plan.yaml").write_text(json.dumps(plan, ensure_ascii=False, indent=1), "utf-8")
    file = read_plan(place)
    assert not file.problems, "\n".join(map(str, file.problems))
    return file


def build_samples(source: Source, site_url: str, folder: Path) -> Path:
    """The site of `source`, with the invented plans and the page for lost readers, built in `folder`."""
    invented = tuple(_written(folder, plan) for plan in (invented_plan(), trouble_plan()))
    assert source.settings is not None
    settings = replace(source.settings, site_url=site_url)
    site = folder / "site"
    build_site(replace(source, settings=settings, plans=(*source.plans, *invented)), TODAY, site, jobs=1)
    return site


def cannot_run(why: str) -> NoReturn:
    """Leave a test out with a plain reason; in CI, where nothing may be left out, fail."""
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)
