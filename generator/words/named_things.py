"""How pages name an outcome or action: by a link to its page, with tags of how it stands."""

from generator.document.blocks import Link, Tag
from generator.plan.model import Outcome
from generator.status import Thing
from generator.words.cells import thing_link
from generator.words.phrases import short_outcome_title
from generator.words.ratings import level_tag
from generator.words.times import lateness_tag
from generator.words.view import PlanView, thing_ref


def title_link(view: PlanView, thing: Thing) -> Link:
    """A link to the page of an outcome, by its short title, or of an action, by its number and title."""
    if isinstance(thing, Outcome):
        return Link(short_outcome_title(view, thing), thing_ref(view, thing))
    return thing_link(view, thing)


def standing_tags(view: PlanView, thing: Thing) -> tuple[Tag, ...]:
    """Its rating, and what became of its date, where there is something to say of them."""
    return tuple(tag for tag in (level_tag(view, thing), lateness_tag(view, thing)) if tag)
