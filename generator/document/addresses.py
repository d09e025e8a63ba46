"""Where pages stand. An address is never changed once it is published."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from generator.text import term_key

HOME = ""
NOT_FOUND = "404/"
SEARCH = "search/"


def site_path(site_url: str) -> str:
    """Where the site stands on its server: "/plans/", or "/" at the top."""
    # Two strokes at the start would name another server.
    return f"/{urlsplit(site_url).path.strip('/')}/".replace("//", "/")


def overview_address(plan: str) -> str:
    """The overview of a plan."""
    return f"{plan}/"


def outcome_address(plan: str, outcome: str) -> str:
    """The page of one outcome."""
    return f"{plan}/outcomes/{outcome}/"


def action_address(plan: str, action: str) -> str:
    """The page of one action, at any depth."""
    return f"{plan}/actions/{action}/"


def plan_page_address(plan: str, kind: str) -> str:
    """A page about the whole plan, such as its legend or its glossary: `kind` is one of `directory`'s."""
    return f"{plan}/{kind}/"


def edition_address(plan: str, edition: str) -> str:
    """The overview of the plan as it was published on a day."""
    return f"{plan}/editions/{edition}/"


def changes_address(plan: str, edition: str) -> str:
    """What changed with an edition."""
    return f"{plan}/changes/{edition}/"


def since_address(plan: str, edition: str) -> str:
    """What changed from an edition to the current text."""
    return f"{plan}/changes/since-{edition}/"


def content_address(name: str) -> str:
    """A hand-written page."""
    return f"{name}/"


# What the anchor of each kind of thing begins with.
ANCHORS = {
    "plan": "p",
    "action": "a",
    "edition": "edition",
    "finding": "f",
    "measure": "m",
    "outcome": "o",
    "report": "k",
    "decision": "d",
    "risk": "r",
    "body": "b",
    "evidence": "e",
    "term": "t",
}


@lru_cache(maxsize=4096)
def thing_anchor(kind: str, name: str) -> str:
    """The place of a thing on a page that shows it; `kind` is one of ANCHORS. A term of a glossary is its own name."""
    return f"{ANCHORS[kind]}-{term_key(name) if kind == 'term' else name}"


def data_file(plan: str, name: str) -> str:
    """A file of open data of the plan as it is now: "plan.json", "actions.csv", "feed.xml"."""
    return f"{plan}/data/{name}"


def edition_file(plan: str, edition: str, name: str) -> str:
    """A file of open data of the plan as it was published on a day."""
    return f"{plan}/editions/{edition}/{name}"


def editions_file(plan: str, name: str) -> str:
    """A file about all editions of the plan: their list, and the lock that ties them together."""
    return f"{plan}/editions/{name}"


def phone_address(phone: str) -> str:
    """The address by which `phone` is called: its digits. From abroad the nought of "+44 (0)1632" is not dialled."""
    international = phone.startswith("+")
    digits = "".join(re.findall("[0-9]", phone.replace("(0)", "") if international else phone))
    return f"tel:+{digits}" if international else f"tel:{digits}"
