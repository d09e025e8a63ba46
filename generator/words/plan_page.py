"""A page about one plan: its address and the pages above it."""

from generator.document.addresses import overview_address, plan_page_address
from generator.document.blocks import Block, Link
from generator.document.page import Page
from generator.words.view import PlanView


def above(view: PlanView) -> tuple[Link, ...]:
    """The pages above a page about the whole plan: its overview."""
    return (Link(view.menu_title, overview_address(view.plan.id)),)


def above_changes(view: PlanView) -> tuple[Link, ...]:
    """The pages above a page about some changes: the overview, and the history."""
    history = Link(view.words.say("What changed, and when"), plan_page_address(view.plan.id, "changes"))
    return (*above(view), history)


def plan_page(view: PlanView, kind: str, title: str, opening: str, blocks: tuple[Block, ...]) -> Page:
    """The page of `kind` about the whole plan. `opening` is what it says first, in plain words."""
    return Page(kind, plan_page_address(view.plan.id, kind), title, above(view), opening, blocks)
