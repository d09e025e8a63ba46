"""Page builders, one kind of page a module. `PAGE_KINDS` lists them all."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.document.blocks import Sentences, Text, sentences
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
from generator.pages.print import IN_PRINT, print_page
from generator.pages.reasons import say_reasons_once
from generator.pages.removed import removed_page
from generator.pages.search import search_page
from generator.pages.slipped import slipped_page
from generator.pages.summary import summary_page
from generator.pages.when import when_page
from generator.pages.who import who_page
from generator.words.directory import kinds, says_something
from generator.words.edition_names import edition_code
from generator.words.lineage import removed_things
from generator.words.phrases import reasons_of
from generator.words.plan_facts import notices
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
    "whole_plan",
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


def whole_plan(view: PlanView) -> Page | None:
    """All of the plan as one document, for formats; None for a plan that holds nothing yet.

    It is the page to print, opened by what a reader must know first, and without what is meant for a screen.
    """
    if not says_something(view, "print"):
        return None
    about = {kind: BUILDERS[kind](view) for kind in IN_PRINT if says_something(view, kind)}
    page = say_reasons_once(view, print_page(view, about), reasons_of(view))
    first = (block for label, text in notices(view) for block in sentences(Text(f"{label}:", is_strong=True), text))
    kept = (block for block in page.blocks if not (isinstance(block, Sentences) and block.role == "on-screen"))
    return replace(page, blocks=(*first, *kept))


def _removed_pages(view: PlanView) -> Iterator[Page]:
    """A page for each outcome and action that the plan has no longer, as it was last."""
    for place, thing in removed_things(view):
        then = view.edition_views[place]
        outcome = next((outcome for outcome in then.plan.outcomes if outcome.id == thing), None)
        page = outcome_page(then, outcome) if outcome else action_page(then, then.actions[thing])
        yield removed_page(view, place, thing, page)


def edition_pages(then: PlanView) -> tuple[EditionPage, ...]:
    """Every page of the edition that `then` shows, its overview first."""
    assert then.edition is not None, "only an edition has pages of its own"
    reasons = reasons_of(then)
    pages = [(overview_page(then, edition_code(then.words, then.edition)), "")]
    pages += [(outcome_page(then, outcome), outcome.id) for outcome in then.plan.outcomes]
    pages += [(legend_page(then), "")] if then.plan.status_scheme else []
    return tuple(edition_page(then, say_reasons_once(then, page, reasons), outcome) for page, outcome in pages)
