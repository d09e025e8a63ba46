"""Which pages a plan has beside its overview, outcomes and actions: each only where there is something to say.

The menu, links between pages and `plan_pages` all ask here, so none of them names a page that there is not.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.document.blocks import Item, Link, Text
from generator.document.refs import Ref
from generator.plan.field_types import Missing
from generator.plan.model import Action, PublicPlan
from generator.status import each_action, each_thing, is_timed, makes_claims
from generator.words.moved_dates import has_slipped
from generator.words.phrases import actions_title
from generator.words.related import plans_named
from generator.words.transcript import has_corrections
from generator.words.view import PlanView


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
    "changes": lambda view: view.has_history,
    "slipped": has_slipped,
    "editions": lambda view: bool(view.history.entries),
    "data": lambda view: view.edition is not None,
    "print": lambda view: bool(view.plan.outcomes or view.plan.findings),
}


def says_something(view: PlanView, kind: str) -> bool:
    """Whether the plan has the page of `kind`."""
    return HAS_SOMETHING_TO_SAY[kind](view)


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
        "changes": words.say("What changed, and when"),
        "slipped": words.say("Dates that moved"),
        "editions": words.say("Every edition of this plan"),
        "data": words.say("The plan as open data"),
        "print": words.say("The whole plan on one page"),
    }[kind]


def page_link(view: PlanView, kind: str) -> Link | None:
    """A link to the page; None where the plan has no such page."""
    if not HAS_SOMETHING_TO_SAY[kind](view):
        return None
    return Link(page_label(view, kind), Ref("page", kind, view.plan.id))


def page_links(view: PlanView) -> tuple[Link, ...]:
    """Links to every such page that there is."""
    return tuple(link for kind in kinds(view) if (link := page_link(view, kind)))


def signpost(link: Link, says: str) -> Item:
    """A link to a page, and what it answers in half a line."""
    return Item((link, Text(f": {says}")))


def signposts(view: PlanView) -> tuple[Item, ...]:
    """A signpost to every such page that there is."""
    return tuple(signpost(link, _answers(view, kind)) for kind in kinds(view) if (link := page_link(view, kind)))


def _answers(view: PlanView, kind: str) -> str:
    """What the page answers, in half a line."""
    words = view.words
    return {
        "actions": words.say("each with who leads it, by when, and how it stands"),
        "who": words.say("each body and role, and what it leads"),
        "when": words.say("every date in order, and what became of it"),
        "measures": words.say("how one can tell whether things get better"),
        "findings": words.say("what they looked at, and what they said of it"),
        "summary": words.say("the source’s own figures, and ours beside them"),
        "governance": words.say("who checks on the work, and how"),
        "evidence": words.say("what shows that work is done, and where nothing does"),
        "changes": words.say("each update, and what it changed"),
        "slipped": words.say("every date that moved, how far, and who decided"),
        "legend": words.say("each rating in plain words"),
        "glossary": words.say("short names and terms"),
        "corrections": words.say("where the source was unclear, and what we made of it"),
        "editions": words.say("the plan as it was published, day by day"),
        "data": words.say("files for spreadsheets and programs, and to subscribe to"),
        "print": words.say("to read from start to end, or to print"),
    }[kind]
