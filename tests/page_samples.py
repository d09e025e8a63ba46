"""One page of each kind, for tests that look at a page of each: in the browser, the validator and the static checks."""

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from generator.document.addresses import (
    HOME,
    NOT_FOUND,
    SEARCH,
    action_address,
    changes_address,
    content_address,
    edition_address,
    outcome_address,
    overview_address,
    plan_page_address,
)
from generator.editions import Shelf
from generator.plan.reader import PlanFile, read_plan
from generator.site.build import Source, build_site
from tests.council_folder import publish_anew
from tests.trouble_plan import TROUBLE, trouble_plan

TODAY = date(2026, 11, 21)
# Where the site says that it stands. The page for lost readers is made only where a site says that.
SITE_URL = "https://plans.example.org/"
WORKED = "falkirk-cpc-2018-20"
INVENTED = "every-rating"
# An invented plan with seven editions.
UPDATED = "kinbrae-cpc-2024-26"

# A kind of PAGE_KINDS and the address of a page of that kind. A new kind of page needs a line here.
SAMPLES = {
    "home": HOME,
    "overview": overview_address(WORKED),
    "outcome": outcome_address(WORKED, "o-1"),
    "action": action_address(WORKED, "a-1-1"),
    "actions": plan_page_address(WORKED, "actions"),
    "who": plan_page_address(WORKED, "who"),
    "when": plan_page_address(WORKED, "when"),
    "measures": plan_page_address(WORKED, "measures"),
    "findings": plan_page_address(INVENTED, "findings"),
    "summary": plan_page_address(INVENTED, "summary"),
    "governance": plan_page_address(WORKED, "governance"),
    "evidence": plan_page_address(INVENTED, "evidence"),
    "legend": plan_page_address(WORKED, "legend"),
    "glossary": plan_page_address(WORKED, "glossary"),
    "corrections": plan_page_address(WORKED, "corrections"),
    "changes": plan_page_address(UPDATED, "changes"),
    "update": changes_address(UPDATED, "2025-02-19"),
    "slipped": plan_page_address(UPDATED, "slipped"),
    "editions": plan_page_address(UPDATED, "editions"),
    "data": plan_page_address(UPDATED, "data"),
    "print": plan_page_address(WORKED, "print"),
    "content": content_address("accessibility"),
    "search": SEARCH,
    "not_found": NOT_FOUND,
}
# Pages of an invented plan that holds what the worked plans do not: every tone, long words, notes, deep sub-actions.
STRESS = {
    "every rating: overview": overview_address(INVENTED),
    "every rating: outcome": outcome_address(INVENTED, "o-1"),
    "every rating: action": action_address(INVENTED, "a-1"),
    "every rating: actions": plan_page_address(INVENTED, "actions"),
    "every rating: governance": plan_page_address(INVENTED, "governance"),
    "every rating: measures": plan_page_address(INVENTED, "measures"),
    "every rating: legend": plan_page_address(INVENTED, "legend"),
    "every rating: print": plan_page_address(INVENTED, "print"),
    "every rating: who": plan_page_address(INVENTED, "who"),
    "every rating: corrections": plan_page_address(INVENTED, "corrections"),
    # A plan with all that time does to dates and ratings.
    "in trouble: overview": overview_address(TROUBLE),
    "in trouble: outcome": outcome_address(TROUBLE, "o-2"),
    "in trouble: actions": plan_page_address(TROUBLE, "actions"),
    "in trouble: when": plan_page_address(TROUBLE, "when"),
    "in trouble: legend": plan_page_address(TROUBLE, "legend"),
    # What seven editions leave: a story, the page of what was taken out, an old text, and where one was withdrawn.
    "history: action": action_address(UPDATED, "a-301"),
    "history: taken out": action_address(UPDATED, "a-401"),
    "history: old edition": edition_address(UPDATED, "2025-02-19"),
    "history: withdrawn": edition_address(UPDATED, "2025-10-15"),
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
        "findings": _findings(),
        "outcomes": [
            {
                "id": "o-1",
                "number": "1",
                "title": "Children are heard",
                "measures": _measures(),
                "actions": [{**actions[0], "answers": ["heard"], "progress": "40"}, *actions[1:]],
            }
        ],
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


def _measures() -> list[dict[str, Any]]:
    """One with six figures and two targets, one with several figures of one day, one without any."""
    heard = [("September 2016", "48"), ("March 2017", "55"), ("September 2017", {"missing": "not-stated"})]
    heard += [("March 2018", "61"), ("September 2018", "70"), ("March 2019", "76")]
    checked = [("asked", "109", None), ("heard at once", "90", "asked"), ("heard later", "19", "asked")]
    return [
        {
            "id": "m-1",
            "text": "Children who say that they were heard in the meetings that decide about them",
            "kind": "percent",
            "unit": "%",
            "direction": "up",
            "frequency": "twice a year",
            "baseline": {"period": "March 2016", "value": "40", "numerator": "20", "denominator": "50"},
            "targets": [
                {"value": "80%", "by": {"words": "March 2020"}},
                {"value": "95%", "kind": "aspirational", "reviewed_on": "each year"},
            ],
            "observations": [{"period": period, "value": value} for period, value in heard[:-1]]
            + [{"period": heard[-1][0], "value": heard[-1][1], "state": "provisional", "note": "two teams to come"}],
        },
        {
            "id": "m-2",
            "text": "Children asked in a spot check",
            "unit": "children",
            "observations": [
                {"period": "May 2018", "value": value, "label": label, **({"part_of": whole} if whole else {})}
                for label, value, whole in checked
            ],
        },
        {"id": "m-3", "text": "Fewer children wait", "suggested": "yes"},
    ]


def _findings() -> list[dict[str, Any]]:
    """One that is answered, one that is not, grades, and counts of which one row sums to 99 and one is wrong."""
    scale = ["Excellent", "Very good", "Good", "Satisfactory", "Weak", "Unsatisfactory"]
    questions = ["How well are children’s lives improving?", "How good is leadership?"]
    counts = [
        ("1.1", "Children are listened to", questions[0], (2, 10, 14, 4, 0, 0), (7, 33, 47, 13, 0, 0)),
        ("1.2", "Children are helped by what is done", questions[0], (1, 4, 17, 5, 2, 1), (3, 13, 57, 17, 7, 3)),
        ("5.1", "Vision, values and aims", questions[1], (0, 7, 12, 9, 2, 0), (0, 23, 41, 30, 7, 0)),
        ("5.2", "Leadership of people", questions[1], (0, 4, 13, 9, 4, 0), (0, 13, 43, 30, 13, 0)),
    ]
    source = "An invented inspectorate, report of May 2018"
    return [
        {
            "id": "heard",
            "number": "1",
            "kind": "recommendation",
            "title": "Hear children before deciding about them",
            "text": "Meetings decide **before** a child is heard.",
            "source": source,
        },
        {"id": "records", "number": "2", "kind": "area-for-improvement", "title": "Keep better records"},
        {
            "id": "grades",
            "kind": "grades",
            "title": "Grades of two areas",
            "source": source,
            "scale": scale,
            "grades": [
                {"indicator": indicator, "question": question, "area": area, "grade": grade}
                for indicator, question, grades in (
                    ("Early help", questions[0], ("Good", "Weak")),
                    ("Impact on families", questions[0], ("Very good", {"missing": "not-stated"})),
                    ("Leading change", questions[1], ("Good", "Good")),
                )
                for area, grade in zip(("Anytown", "Otherplace"), grades, strict=True)
            ],
        },
        {
            "id": "counts",
            "kind": "counts",
            "title": "Grades of 30 areas",
            "source": source,
            "scale": scale,
            "n": "30",
            "excluded": ["Farplace: a pilot inspection"],
            "counts": [
                {
                    "indicator": indicator,
                    "title": title,
                    "question": question,
                    "counts": [
                        {"grade": grade, "count": str(count), "percent": str(percent)}
                        for grade, count, percent in zip(scale, found, printed, strict=True)
                    ],
                }
                for indicator, title, question, found, printed in counts
            ],
        },
    ]


def _published(folder: Path, plan: dict[str, Any]) -> tuple[PlanFile, Shelf]:
    place = folder / plan["id"]
    place.mkdir()
    # Every JSON text is YAML too.
    (place / "plan.yaml").write_text(json.dumps(plan, ensure_ascii=False, indent=1), "utf-8")
    file = read_plan(place)
    assert not file.problems, "\n".join(map(str, file.problems))
    return file, publish_anew(place, date.fromisoformat(plan["as_at"]))


def with_invented(source: Source, folder: Path) -> Source:
    """`source` with the invented plans, written to `folder` and published on the day that they speak of."""
    invented = [_published(folder, plan) for plan in (invented_plan(), trouble_plan())]
    shelves = {file.folder.name: shelf for file, shelf in invented}
    plans = (*source.plans, *(file for file, _ in invented))
    return replace(source, plans=plans, shelves={**source.shelves, **shelves})


def build_samples(source: Source, folder: Path) -> Path:
    """The site of `source`, with the invented plans and the page for lost readers, built in `folder`."""
    assert source.settings is not None
    settings = replace(source.settings, site_url=SITE_URL)
    site = folder / "site"
    folder.mkdir()
    build_site(replace(with_invented(source, folder), settings=settings), TODAY, site, jobs=1)
    return site


def cannot_run(why: str) -> NoReturn:
    """Leave a test out with a plain reason; in CI, where nothing may be left out, fail."""
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)
