"""The words that a plan explains."""

from dataclasses import replace

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Fact, Line, labelled_lines, sentences
from generator.document.page import Page
from generator.words.plan_page import plan_page
from generator.words.view import PlanView


def glossary_page(view: PlanView) -> Page:
    """The words that the plan explains, in alphabetical order."""
    opening = view.words.say(
        "Short names and terms that this plan uses. The first time that a page uses one, it links to here, or its "
        "full name follows in square brackets. The brackets are ours, not the plan’s."
    )
    blocks: tuple[Block, ...] = (*sentences(opening, role="lead"), *labelled_lines(explained_terms(view)))
    page = plan_page(view, "glossary", view.words.say("Words explained"), opening, blocks)
    return replace(page, glossary="none")


def explained_terms(view: PlanView) -> tuple[Fact, ...]:
    """Each term and what it means."""
    entries = sorted(view.plan.glossary, key=lambda entry: (entry.term.casefold(), entry.term))
    return tuple(Fact(entry.term, (Line(entry.meaning),), thing_anchor("term", entry.term)) for entry in entries)
