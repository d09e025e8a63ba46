"""A page of one edition, at its own address for good, as on its day.

It is made by the builder of the current page of its kind, from what the edition froze. Its links lead within the
edition where that has what they name, else to where it is now.
"""

from dataclasses import dataclass, replace

from generator.document.addresses import edition_address, outcome_address, overview_address, plan_page_address
from generator.document.blocks import Link
from generator.document.page import Page
from generator.document.refs import NOW, Ref
from generator.words.directory import page_label
from generator.words.edition_names import edition_title
from generator.words.view import PlanView


@dataclass(frozen=True, slots=True)
class EditionPage:
    """A page of an edition, and a link to the same thing in the current text."""

    page: Page
    now: Link


def edition_page(then: PlanView, page: Page, outcome: str = "") -> EditionPage:
    """`page` of the edition that `then` shows: its overview, its legend, or that of `outcome`."""
    assert then.edition is not None, "only an edition has pages of its own"
    words, plan = then.words, then.plan.id
    home = edition_address(plan, then.edition.name).removesuffix("/")
    top = Link(then.menu_title, Ref("plan", plan=plan, edition=NOW))
    crumbs = (top, Link(words.say("Editions"), Ref("page", "editions", plan)))
    own = Link(edition_title(words, then.edition), Ref("plan", plan=plan))
    if page.kind == "overview":
        return EditionPage(replace(page, address=overview_address(home), crumbs=crumbs), top)
    if page.kind == "outcome":
        address, now = outcome_address(home, outcome), Link(page.title, Ref("outcome", outcome, plan, edition=NOW))
    else:
        address = plan_page_address(home, page.kind)
        now = Link(page_label(then, page.kind), Ref("page", page.kind, plan, edition=NOW))
    return EditionPage(replace(page, address=address, crumbs=(*crumbs, own)), now)
