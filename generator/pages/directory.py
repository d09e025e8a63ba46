"""Which pages a plan has beside its overview, outcomes and actions: each only where there is something to say.

The menu, links between pages and `plan_pages` all ask here, so none of them names a page that there is not.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.pages.addresses import plan_page_address
from generator.pages.parts import Link
from generator.pages.phrases import actions_title
from generator.pages.related import plans_named
from generator.pages.transcript import has_corrections
from generator.pages.view import PlanView
from generator.public import Action, Missing, PublicPlan
from generator.status import each_action, each_thing, is_timed, makes_claims


def _actions(plan: PublicPlan) -> Iterator[Action]:
    return (action for outcome in plan.outcomes for action in each_action(outcome.actions))


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
    "who": lambda view: bool(view.plan.bodies) or any(action.leads for action in _actions(view.plan)),
    "when": lambda view: is_timed(view.plan),
    "measures": lambda view: _has_measures(view.plan),
    "findings": lambda view: bool(view.plan.findings),
    "summary": lambda view: view.plan.printed_summary is not None,
    "governance": lambda view: is_watched(view.plan),
    "evidence": lambda view: bool(view.plan.evidence) or makes_claims(view.plan),
    "legend": lambda view: view.plan.status_scheme is not None,
    "glossary": lambda view: bool(view.plan.glossary),
    "corrections": lambda view: has_corrections(view.plan),
    "editions": lambda view: bool(view.history.entries),
    "print": lambda view: bool(view.plan.outcomes or view.plan.findings),
}


def kinds(view: PlanView) -> tuple[str, ...]:
    """The kinds of page that the plan has, in the order of the menu."""
    return tuple(kind for kind, says in HAS_SOMETHING_TO_SAY.items() if says(view))


def page_label(view: PlanView, kind: str) -> str:
    """What a link to the page is called."""
    words = view.words
    return {
        "actions": actions_title(view),
        "who": words.say("Who does what"),
        "when": words.say("By when"),
        "measures": words.say("How we will know"),
        "findings": words.say("What inspectors found"),
        "summary": words.say("The printed summary, checked"),
        "governance": words.say("How this plan is watched"),
        "evidence": words.say("What stands behind the claims"),
        "legend": words.say("What the ratings mean"),
        "glossary": words.say("Words explained"),
        "corrections": words.say("Corrections and how we read the source"),
        "editions": words.say("Every edition of this plan"),
        "print": words.say("The whole plan on one page"),
    }[kind]


def page_link(view: PlanView, kind: str) -> Link | None:
    """A link to the page; None where the plan has no such page."""
    if not HAS_SOMETHING_TO_SAY[kind](view):
        return None
    return Link(page_label(view, kind), plan_page_address(view.plan.id, kind))


def page_links(view: PlanView) -> tuple[Link, ...]:
    """Links to every such page that there is."""
    return tuple(link for kind in kinds(view) if (link := page_link(view, kind)))
