"""An invented plan in trouble: late, lapsed, not known, withheld and not rated, each of them beside what is well."""

from datetime import date
from typing import Any

TROUBLE = "in-trouble"
# Some dates have passed since the plan was last published, on 31 January 2026.
AS_AT = date(2026, 1, 31)


def trouble_plan() -> dict[str, Any]:
    """The plan as a plan file holds it. Nothing in it is about a real place."""
    return {
        "schema": "1",
        "id": TROUBLE,
        "title": "A plan in trouble",
        "short_title": "In trouble",
        "summary": "An invented plan, to see how a page shows what goes wrong.",
        "publisher": "Anytown Child Protection Committee",
        "example": {"kind": "Invented example", "text": "Nothing in it is about a real place."},
        "as_at": str(AS_AT),
        "update_every": "6 months",
        "period": {"start": "2025-01-01", "end": "2027-12-31"},
        "rated": ["actions"],
        "status_scheme": {
            "name": "Traffic lights",
            "review_every": "6 months",
            "roll_up": "worst",
            "rated_by": "The committee",
            "how_often": "Every 6 months",
            "what_is_rated": "Whether the work is done on time. It does not say whether children are safer.",
            "statuses": [
                {"id": "red", "label": "Red", "meaning": "It will not be done on time.", "tone": "off-track"},
                {"id": "amber", "label": "Amber", "meaning": "It may not be done on time.", "tone": "at-risk"},
                {"id": "green", "label": "Green", "meaning": "It goes as planned.", "tone": "on-track"},
                {"id": "done", "label": "Finished", "meaning": "It is done.", "tone": "complete"},
            ],
        },
        "bodies": [
            {"id": "social-work", "name": "Anytown Social Work", "kind": "council"},
            {"id": "nhs", "name": "NHS Anytown", "kind": "nhs"},
            {"id": "board", "name": "Anytown Board", "kind": "committee"},
        ],
        "reports": [
            {
                "id": "r-1",
                "what": "Progress report",
                "to": "board",
                "how_often": "every 6 months",
                "since": "2025-01-01",
                "occurrences": [{"due": "30 June 2025", "held_on": "26 June 2025", "state": "kept"}],
            }
        ],
        "outcomes": [
            {"id": "o-1", "number": "1", "title": "Children are heard", "actions": _heard()},
            {"id": "o-2", "number": "2", "title": "Children are safe at home", "actions": _safe()},
        ],
    }


def _action(number: str, title: str, when: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"a-{number.replace('.', '-')}",
        "number": number,
        "title": title,
        "leads": ["social-work"],
        "timescales": [when],
        "measures": [{"id": f"m-{number.replace('.', '-')}", "text": "The work is done and used"}],
        **more,
    }


def _heard() -> list[dict[str, Any]]:
    late = [{"date": "2025-11-20", "text": "Two teams of four have started. The others wait for a contract."}]
    held = {"reviews": [{"date": "2026-01-20", "by": "board", "result": "confirmed"}]}
    return [
        _action("1.1", "Offer an advocate to every child", "October 2025", status="amber", notes=late),
        _action("1.2", "Ask children what meetings are like", "December 2026", status="green", review=held),
        _action("1.3", "Give each child a card with a number to call", "March 2026", status="red"),
        _action("1.4", "Train those who chair meetings", "June 2027", status={"missing": "not-yet-rated"}),
    ]


def _safe() -> list[dict[str, Any]]:
    long_ago = {"reviews": [{"date": "2025-03-11", "by": "board", "result": "confirmed"}]}
    court = {"missing": "withheld", "ground": "a court case"}
    reported = {"words": "Every 6 months", "role": "reported", "report": "r-1"}
    return [
        _action("2.1", "See a child on the day that harm is feared", "April 2027", status="green", review=long_ago),
        _action("2.2", "Share one form among agencies", "August 2025", status="done", review=long_ago),
        _action("2.3", "Look again at closed cases", "May 2026", status=court),
        _action(
            *("2.4", "Report to the board", "June 2026"),
            status="green",
            review={"since": "2025-01-01"},
            timescales=["June 2026", reported],
        ),
    ]
