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
    "actions": plan_page_address(WORKED, "actions"),
    "when": plan_page_address(WORKED, "when"),
    "legend": plan_page_address(WORKED, "legend"),
    "glossary": plan_page_address(WORKED, "glossary"),
    "content": content_address("accessibility"),
    "not_found": NOT_FOUND,
}
# Pages of an invented plan that holds what the worked plans do not: every tone, long words, notes, deep sub-actions.
STRESS = {
    "every rating: overview": overview_address(INVENTED),
    "every rating: outcome": outcome_address(INVENTED, "o-1"),
    "every rating: action": action_address(INVENTED, "a-1"),
    "every rating: actions": plan_page_address(INVENTED, "actions"),
    "every rating: legend": plan_page_address(INVENTED, "legend"),
    # A plan with all that time does to dates and ratings.
    "in trouble: overview": overview_address(TROUBLE),
    "in trouble: outcome": outcome_address(TROUBLE, "o-2"),
    "in trouble: actions": plan_page_address(TROUBLE, "actions"),
    "in trouble: when": plan_page_address(TROUBLE, "when"),
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
    }


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
