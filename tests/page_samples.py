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
    "who": plan_page_address(WORKED, "who"),
    "summary": plan_page_address(INVENTED, "summary"),
    "evidence": plan_page_address(INVENTED, "evidence"),
    "legend": plan_page_address(WORKED, "legend"),
    "glossary": plan_page_address(WORKED, "glossary"),
    "corrections": plan_page_address(WORKED, "corrections"),
    "content": content_address("accessibility"),
    "not_found": NOT_FOUND,
}
# Pages of an invented plan that holds what the worked plans do not: every tone, long words, notes, deep sub-actions.
STRESS = {
    "every rating: overview": overview_address(INVENTED),
    "every rating: outcome": outcome_address(INVENTED, "o-1"),
    "every rating: action": action_address(INVENTED, "a-1"),
    "every rating: legend": plan_page_address(INVENTED, "legend"),
    "every rating: who": plan_page_address(INVENTED, "who"),
    "every rating: corrections": plan_page_address(INVENTED, "corrections"),
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


INVENTED_BODIES = [
    {
        "id": "group",
        "name": "Old Group",
        "short_name": "OG",
        "kind": "sub-group",
        "parent": "board",
        "former_names": [{"name": "Older Group", "until": "2017-03-31"}],
        "ceased_on": "2018-06-30",
        "ceased": "disbanded",
        "succeeded_by": "council",
        "note": "It met each month.",
    },
    {"id": "inspectors", "name": "Anytown Inspectors", "kind": "inspectorate"},
]
INVENTED_EVIDENCE = [
    {
        "id": "audit",
        "title": "Audit of case files",
        "kind": "audit",
        "period": "January 2019",
        "held_by": "inspectors",
        "date": "2019-01-31",
        "shows": "Most cases had a plan.",
        "figures": [
            {"label": "Cases", "period": "January 2019", "value": "109"},
            {"label": "With a plan", "period": "January 2019", "value": "90", "part_of": "Cases"},
            {
                "label": "Without",
                "period": "January 2019",
                "value": "8",
                "part_of": "Cases",
                "note": "Not all are told.",
            },
        ],
    },
    {"id": "survey", "title": f"Survey of {LONG_WORD}", "kind": "survey", "link": "https://example.org/survey"},
]


def _invented_summary() -> dict[str, Any]:
    """A printed summary of which one figure is right, one is wrong and one is lost."""
    cells = [
        {"status": "s-on-track", "count": "1"},
        {"status": "s-at-risk", "count": "2"},
        {"status": "s-off-track", "count": {"missing": "lost-in-conversion"}},
    ]
    return {"title": "High level summary", "as_at": "2019-01-31", "rows": [{"outcome": "o-1", "cells": cells}]}


def _invented_leads(place: int) -> list[dict[str, Any]]:
    """Leads of every kind: bodies, roles, a body that is there no more, a name that is withheld, nobody."""
    both: list[dict[str, Any]] = [{"body": "council"}, {"body": "board"}]
    withheld = {"withheld": "the source names a person"}
    return {
        2: [{"body": "group", "role": "Chair", "qualifier": "for now"}, *both],
        3: [],
        4: [withheld, withheld, {"role": "Lead officer"}],
    }.get(place, both)


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
            "leads": _invented_leads(place),
            "evidence": ["audit"] if place == 1 else [],
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
            *INVENTED_BODIES,
        ],
        "evidence": INVENTED_EVIDENCE,
        "printed_summary": _invented_summary(),
        "readings": [
            {"field": "title", "reading": "corrected", "verbatim": "Evry rating", "note": "A letter is missing"}
        ],
        "accepted": [
            {"code": "lead-missing", "id": "a-3", "reason": "x", "role": "Editor", "date": "2019-01-02"},
            {"code": "complete-unevidenced", "id": "o-1", "reason": LONG_WORD, "role": "Editor", "date": "2019-01-02"},
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
