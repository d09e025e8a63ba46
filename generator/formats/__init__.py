"""A plan in other forms than pages, each a renderer of the same blocks."""

from generator.document.page import Page
from generator.pages import plan_pages
from generator.words.view import PlanView


def whole_plan(view: PlanView) -> Page | None:
    """What a format holds: the page with all of the plan on it; None for a plan that holds nothing yet."""
    return next((page for page in plan_pages(view) if page.kind == "print"), None)
