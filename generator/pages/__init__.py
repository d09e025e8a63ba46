"""Page builders, one kind of page a module. `PAGE_KINDS` lists them all."""

from collections.abc import Callable, Iterator, Mapping

from generator.document.page import Page
from generator.pages.action import action_page
from generator.pages.actions import actions_page
from generator.pages.changes import changes_page, update_pages
from generator.pages.content import ContentPage
from generator.pages.corrections import corrections_page
from generator.pages.data import Offer, data_page
from generator.pages.editions import editions_page
from generator.pages.evidence import evidence_page
from generator.pages.findings import findings_page
from generator.pages.glossary import glossary_page
from generator.pages.governance import governance_page
from generator.pages.home import home_page
from generator.pages.legend import legend_page
from generator.pages.measures import measures_page
from generator.pages.not_found import not_found_page
from generator.pages.old_edition import EditionPage, edition_page
from generator.pages.outcome import outcome_page
from generator.pages.overview import overview_page
from generator.pages.print import print_page
from generator.pages.reasons import say_reasons_once
from generator.pages.removed import removed_page
from generator.pages.search import search_page
from generator.pages.slipped import slipped_page
from generator.pages.summary import summary_page
from generator.pages.when import when_page
from generator.pages.who import who_page
from generator.words.directory import kinds
from generator.words.edition_names import edition_code
from generator.words.phrases import reasons_of
from generator.words.view import PlanView

__all__ = [
    "PAGE_KINDS",
    "ContentPage",
    "Offer",
    "Page",
    "PlanView",
    "data_page",
    "edition_pages",
    "home_page",
    "not_found_page",
    "plan_pages",
    "search_page",
]

# The kinds of `directory`, each with what makes its page. That of open data is made once its files are.
BUILDERS: Mapping[str, Callable[[PlanView], Page]] = {
    "actions": actions_page,
    "who": who_page,
    "when": when_page,
    "measures": measures_page,
    "findings": findings_page,
    "summary": summary_page,
    "governance": governance_page,
    "evidence": evidence_page,
    "legend": legend_page,
    "glossary": glossary_page,
    "corrections": corrections_page,
    "changes": changes_page,
    "slipped": slipped_page,
    "editions": editions_page,
}
# A hand-written page is "content".
PAGE_KINDS = (
    *("home", "overview", "outcome", "action", "update", *BUILDERS),
    *("print", "data", "content", "search", "not_found"),
)


def plan_pages(view: PlanView) -> tuple[Page, ...]:
    """Every page of one plan, the overview first; a kind of page only where there is something to say."""
    plan = view.plan
    pages: list[Page] = [overview_page(view)]
    pages += [outcome_page(view, outcome) for outcome in plan.outcomes]
    pages += [action_page(view, action) for action in view.actions.values()]
    pages += _removed_pages(view)
    pages += update_pages(view)
    about = {kind: BUILDERS[kind](view) for kind in kinds(view) if kind in BUILDERS}
    pages += about.values()
    pages += [print_page(view, about)] if "print" in kinds(view) else []
    reasons = reasons_of(view)
    return tuple(say_reasons_once(view, page, reasons) for page in pages)


def _removed_pages(view: PlanView) -> Iterator[Page]:
    """A page for each outcome and action that an edition has and the plan has no longer, as it was last."""
    seen = set(view.standings)
    for place in range(len(view.edition_views) - 1, -1, -1):
        then = view.edition_views[place]
        gone = [(outcome.id, outcome_page(then, outcome)) for outcome in then.plan.outcomes if outcome.id not in seen]
        gone += [(action.id, action_page(then, action)) for action in then.actions.values() if action.id not in seen]
        yield from (removed_page(view, place, thing, page) for thing, page in gone)
        seen |= set(then.standings)


def edition_pages(then: PlanView) -> tuple[EditionPage, ...]:
    """Every page of the edition that `then` shows, its overview first."""
    assert then.edition is not None, "only an edition has pages of its own"
    reasons = reasons_of(then)
    pages = [(overview_page(then, edition_code(then.words, then.edition)), "")]
    pages += [(outcome_page(then, outcome), outcome.id) for outcome in then.plan.outcomes]
    pages += [(legend_page(then), "")] if then.plan.status_scheme else []
    return tuple(edition_page(then, say_reasons_once(then, page, reasons), outcome) for page, outcome in pages)
