"""The words that a plan explains."""

from dataclasses import dataclass

from generator.pages.addresses import overview_address, plan_page_address
from generator.pages.parts import Fact, Line, Link
from generator.pages.view import PlanView


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """Terms and what they mean, in alphabetical order."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    opening: str
    terms: tuple[Fact, ...]
    template: str = "glossary"


def glossary_page(view: PlanView) -> GlossaryPage:
    """The words that the plan explains."""
    terms = sorted(view.plan.glossary, key=lambda term: (term.term.casefold(), term.term))
    return GlossaryPage(
        address=plan_page_address(view.plan.id, "glossary"),
        title=view.words.say("Words explained"),
        crumbs=(Link(view.menu_title, overview_address(view.plan.id)),),
        opening=view.words.say("Short names and terms that this plan uses."),
        terms=tuple(Fact(term.term, (Line(term.meaning),)) for term in terms),
    )
