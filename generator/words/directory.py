"""Which pages a plan has beside its overview, outcomes and actions: each only where there is something to say.

The menu, links between pages and `plan_pages` all ask here, so none of them names a page that there is not.
"""

from collections.abc import Callable, Mapping

from generator.document.blocks import Item, Link, Text
from generator.document.refs import Ref
from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan
from generator.status import each_thing, is_timed, makes_claims
from generator.words.lineage import has_slipped
from generator.words.phrases import actions_title
from generator.words.related import plans_named
from generator.words.transcript import has_corrections
from generator.words.view import PlanView


def _has_measures(plan: PublicPlan) -> bool:
    return any(thing.measures and not isinstance(thing.measures, Missing) for thing in each_thing(plan))


def is_watched(plan: PublicPlan) -> bool:
    """Whether the plan says anything of how it is watched, or belongs with other plans."""
    return any(
        (
            plan.governance,
            plan.reports,
            plan.decisions,
            plan.risks,
            plan.events,
            plan.printed_versions,
            plan.declarations,
            plan.background_papers,
            plan.related_plans,
            plan.contacts,
            plans_named(plan),
        )
    )


# In the order of the menu.
HAS_SOMETHING_TO_SAY: Mapping[str, Callable[[PlanView], bool]] = {
    "actions": lambda view: any(outcome.actions for outcome in view.plan.outcomes),
    "who": lambda view: bool(view.plan.bodies) or any(action.leads for action in view.actions.values()),
    "when": lambda view: is_timed(view.plan),
    "measures": lambda view: _has_measures(view.plan),
    "findings": lambda view: bool(view.plan.findings),
    "summary": lambda view: view.plan.printed_summary is not None,
    "governance": lambda view: is_watched(view.plan),
    "evidence": lambda view: bool(view.plan.evidence) or makes_claims(view.plan),
    "legend": lambda view: view.plan.status_scheme is not None,
    "glossary": lambda view: bool(view.plan.glossary),
    "corrections": lambda view: has_corrections(view.plan),
    "changes": lambda view: view.has_history,
    "slipped": has_slipped,
    "editions": lambda view: bool(view.history.entries),
    "data": lambda view: view.edition is not None,
    "print": lambda view: bool(view.plan.outcomes or view.plan.findings),
}


# What a link to each page is called, and what the page answers in half a line. The plan's own words name its actions.
TEXTS: Mapping[str, tuple[str, str]] = {
    "actions": ("", "each with who leads it, by when, and how it stands"),
    "who": ("Who does what", "each body and role, and what it leads"),
    "when": ("By when", "every date in order, and what became of it"),
    "measures": ("How we will know", "how one can tell whether things get better"),
    "findings": ("What inspectors found", "what they looked at, and what they said of it"),
    "summary": ("The printed summary, checked", "the source’s own figures, and ours beside them"),
    "governance": ("How this plan is watched", "who checks on the work, and how"),
    "evidence": ("What stands behind the claims", "what shows that work is done, and where nothing does"),
    "legend": ("What the ratings mean", "each rating in plain words"),
    "glossary": ("Words explained", "short names and terms"),
    "corrections": (
        "Corrections and how we read the source",
        "where the source was unclear, and what we made of it",
    ),
    "changes": ("What changed, and when", "each update, and what it changed"),
    "slipped": ("Dates that moved", "every date that moved, how far, and who decided"),
    "editions": ("Every edition of this plan", "the plan as it was published, day by day"),
    "data": ("The plan as open data", "files for spreadsheets and programs, and to subscribe to"),
    "print": ("The whole plan on one page", "to read from start to end, or to print"),
}


def says_something(view: PlanView, kind: str) -> bool:
    """Whether the plan has the page of `kind`."""
    return HAS_SOMETHING_TO_SAY[kind](view)


def kinds(view: PlanView) -> tuple[str, ...]:
    """The kinds of page that the plan has, in the order of the menu."""
    return tuple(kind for kind in HAS_SOMETHING_TO_SAY if says_something(view, kind))


def page_label(view: PlanView, kind: str) -> str:
    """What a link to the page is called."""
    return actions_title(view) if kind == "actions" else view.words.say(TEXTS[kind][0])


def page_link(view: PlanView, kind: str) -> Link | None:
    """A link to the page; None where the plan has no such page."""
    return _link(view, kind) if says_something(view, kind) else None


def _link(view: PlanView, kind: str) -> Link:
    return Link(page_label(view, kind), Ref("page", kind, view.plan.id))


def page_links(view: PlanView) -> tuple[Link, ...]:
    """Links to every such page that there is."""
    return tuple(_link(view, kind) for kind in kinds(view))


def signpost(link: Link, says: str) -> Item:
    """A link to a page, and what it answers in half a line."""
    return Item((link, Text(f": {says}")))


def signposts(view: PlanView) -> tuple[Item, ...]:
    """A signpost to every such page that there is."""
    return tuple(signpost(_link(view, kind), view.words.say(TEXTS[kind][1])) for kind in kinds(view))
