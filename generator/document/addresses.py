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


def plan_anchor(plan: str) -> str:
    """The place of a plan on the home page."""
    return f"p-{plan}"


def action_anchor(action: str) -> str:
    """The place of an action on its outcome's page."""
    return f"a-{action}"


def edition_anchor(edition: str) -> str:
    """The place of an edition on the page of editions."""
    return f"edition-{edition}"


def finding_anchor(finding: str) -> str:
    """The place of a finding on the page of findings, and on the whole plan on one page."""
    return f"f-{finding}"


def measure_anchor(measure: str) -> str:
    """The place of a measure's figures on the page of measures."""
    return f"m-{measure}"


def outcome_anchor(outcome: str) -> str:
    """The place of an outcome on the overview."""
    return f"o-{outcome}"


def report_anchor(report: str) -> str:
    """The place of a duty to report on the page that says how the plan is watched."""
    return f"k-{report}"


def decision_anchor(decision: str) -> str:
    """The place of a decision on that page, and on the whole plan on one page."""
    return f"d-{decision}"


def risk_anchor(risk: str) -> str:
    """The place of a risk on the same pages."""
    return f"r-{risk}"


def body_anchor(body: str) -> str:
    """The place of a body on the page of who does what."""
    return f"b-{body}"


def evidence_anchor(evidence: str) -> str:
    """The place of a piece of evidence on the page of what stands behind claims."""
    return f"e-{evidence}"


def data_file(plan: str, name: str) -> str:
    """A file of open data of the plan as it is now: "plan.json", "actions.csv", "feed.xml"."""
    return f"{plan}/data/{name}"


def edition_file(plan: str, edition: str, name: str) -> str:
    """A file of open data of the plan as it was published on a day."""
    return f"{plan}/editions/{edition}/{name}"


def editions_file(plan: str, name: str) -> str:
    """A file about all editions of the plan: their list, and the lock that ties them together."""
    return f"{plan}/editions/{name}"


@lru_cache(maxsize=4096)
def term_anchor(term: str) -> str:
    """The place of an entry in the glossary."""
    return f"t-{term_key(term)}"


def phone_address(phone: str) -> str:
    """The address by which `phone` is called: its digits. From abroad the nought of "+44 (0)1632" is not dialled."""
    international = phone.startswith("+")
    digits = "".join(re.findall("[0-9]", phone.replace("(0)", "") if international else phone))
    return f"tel:+{digits}" if international else f"tel:{digits}"
