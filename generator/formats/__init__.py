"""A plan in other forms than pages, each a renderer of the same blocks."""

from generator.document.page import Page
from generator.pages.print import print_page
from generator.words.view import PlanView


def whole_plan(view: PlanView) -> Page:
    """What a format holds: the blocks of the whole plan on one page, without what is said of printing."""
    return print_page(view)
