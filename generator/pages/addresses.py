"""Where pages stand. An address is never changed once it is published."""

HOME = ""
NOT_FOUND = "404/"


def overview_address(plan: str) -> str:
    """The overview of a plan."""
    return f"{plan}/"


def outcome_address(plan: str, outcome: str) -> str:
    """The page of one outcome."""
    return f"{plan}/outcomes/{outcome}/"


def action_address(plan: str, action: str) -> str:
    """The page of one action, at any depth."""
    return f"{plan}/actions/{action}/"


def legend_address(plan: str) -> str:
    """The legend of a plan's ratings."""
    return f"{plan}/legend/"


def glossary_address(plan: str) -> str:
    """The words that a plan explains."""
    return f"{plan}/glossary/"


def content_address(name: str) -> str:
    """A hand-written page."""
    return f"{name}/"


def plan_anchor(plan: str) -> str:
    """The place of a plan on the home page."""
    return f"p-{plan}"


def action_anchor(action: str) -> str:
    """The place of an action on its outcome's page."""
    return f"a-{action}"


def outcome_anchor(outcome: str) -> str:
    """The place of an outcome on the overview."""
    return f"o-{outcome}"
