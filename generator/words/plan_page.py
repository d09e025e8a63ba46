"""A page about one plan: its address, the pages above it, the list of its parts and its day."""

from generator.document.addresses import plan_page_address
from generator.document.blocks import Block, Day, Link, points, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.words.phrases import as_at_phrase
from generator.words.view import PlanView


def above(view: PlanView) -> tuple[Link, ...]:
    """The pages above a page about the whole plan: its overview."""
    return (Link(view.menu_title, Ref("plan", plan=view.plan.id)),)


def above_changes(view: PlanView) -> tuple[Link, ...]:
    """The pages above a page about some changes: the overview, and the history."""
    history = Link(view.words.say("What changed, and when"), Ref("page", "changes", view.plan.id))
    return (*above(view), history)


def plan_page(view: PlanView, kind: str, title: str, opening: str, blocks: tuple[Block, ...]) -> Page:
    """The page of `kind` about the whole plan. `opening` is what it says first, in plain words."""
    return Page(kind, plan_page_address(view.plan.id, kind), title, above(view), opening, blocks)


def on_this_page(view: PlanView, *links: Link) -> tuple[Block, ...]:
    """The parts of a page below a label; nothing where it has none."""
    return (*sentences(view.words.say("On this page"), role="label"), *points(*links)) if links else ()


def as_at_day(view: PlanView) -> tuple[Day, ...]:
    """The sentence of the day, for a paragraph; nothing where no day is known."""
    said = as_at_phrase(view)
    return (Day(said),) if said else ()
