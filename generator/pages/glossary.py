"""The words that a plan explains."""

from dataclasses import dataclass

from generator.document.addresses import overview_address, plan_page_address, term_anchor
from generator.document.blocks import Fact, Line, Link
from generator.words.view import PlanView


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
    entries = sorted(view.plan.glossary, key=lambda entry: (entry.term.casefold(), entry.term))
    return GlossaryPage(
        address=plan_page_address(view.plan.id, "glossary"),
        title=view.words.say("Words explained"),
        crumbs=(Link(view.menu_title, overview_address(view.plan.id)),),
        opening=view.words.say(
            "Short names and terms that this plan uses. The first time that a page uses one, it links to here, or its "
            "full name follows in square brackets. The brackets are ours, not the plan’s."
        ),
        terms=tuple(Fact(entry.term, (Line(entry.meaning),), term_anchor(entry.term)) for entry in entries),
    )
