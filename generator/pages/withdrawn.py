"""What stands where something was that was withdrawn: that there was such a thing, and why its text went."""

from collections.abc import Iterator
from dataclasses import replace

from generator.document.addresses import (
    changes_address,
    edition_address,
    outcome_address,
    overview_address,
    plan_page_address,
    since_address,
)
from generator.document.blocks import Block, Link, points, sentences
from generator.document.page import Page
from generator.document.refs import Ref
from generator.editions import Shelf, Withdrawn
from generator.wording import Words
from generator.words.directory import page_label
from generator.words.edition_names import edition_title
from generator.words.phrases import short_outcome_title
from generator.words.plan_page import above, above_changes
from generator.words.view import PlanView

Links = tuple[Link, ...]


def tombstones(view: PlanView) -> tuple[Page, ...]:
    """A page at each address that a withdrawn edition had, as far as other texts tell of them."""
    return tuple(page for entry in _withdrawn(view.history) for page in _of_edition(view, entry))


def withdrawn_plan(words: Words, plan: str, history: Shelf) -> tuple[Page, ...]:
    """What stands where a plan was all of whose editions were withdrawn. Its id is all that is known of it."""
    title = words.say("The plan “{plan}” was withdrawn", plan=plan)
    up = (Link(title, Ref("plan", plan=plan)),)
    pages = [page for entry in _withdrawn(history) for page in _pages(words, plan, entry, up, up, up)]
    editions = (page for page in pages if page.address.startswith(f"{plan}/editions/"))
    links = [Link(page.title, Ref("address", page.address)) for page in editions]
    blocks = (*pages[-1].blocks[:-1], *points(*links))
    return (replace(pages[-1], address=overview_address(plan), title=title, crumbs=(), blocks=blocks), *pages)


def _withdrawn(history: Shelf) -> Iterator[Withdrawn]:
    return (entry for entry in history.entries if isinstance(entry, Withdrawn))


def _of_edition(view: PlanView, entry: Withdrawn) -> Iterator[Page]:
    words, plan = view.words, view.plan.id
    editions = words.say("Every edition of this plan")
    up = (*above(view), Link(editions, Ref("page", "editions", plan)))
    on = (
        Link(words.say("The plan as it is now"), Ref("plan", plan=plan)),
        Link(editions, Ref("edition-entry", entry.name, plan)),
    )
    edition, *changes = _pages(words, plan, entry, up, above_changes(view), on)
    yield edition
    crumbs = (*up, Link(edition_title(words, entry), Ref("edition", entry.name, plan)))
    for address, label in _addresses(view, edition.address.removesuffix("/")).items():
        title = words.say("{title}: {page}", title=edition.title, page=label)
        yield replace(edition, address=address, crumbs=crumbs, title=title)
    yield from changes


def _addresses(view: PlanView, home: str) -> dict[str, str]:
    """Where an edition at `home` had its other pages, and what those are called.

    Its text is gone, and with it what its outcomes were. It had no other ones, most likely, than other texts have.
    """
    texts = (view, *view.edition_views)
    found = {
        outcome_address(home, outcome.id): short_outcome_title(then, outcome)
        for then in reversed(texts)
        for outcome in then.plan.outcomes
    }
    is_rated = any(then.plan.status_scheme for then in texts)
    return found | ({plan_page_address(home, "legend"): page_label(view, "legend")} if is_rated else {})


def _pages(words: Words, plan: str, entry: Withdrawn, up: Links, up_from_changes: Links, on: Links) -> tuple[Page, ...]:
    """What stands in the place of an edition, of its changes, and of all changes since, with the ways from there."""
    day, gone = edition_title(words, entry), words.day(entry.withdrawal.date)
    sentence = words.say("It was withdrawn on {day}. Its text is no longer published.", day=gone)
    blocks: tuple[Block, ...] = (*sentences(entry.withdrawal.note, role="lead"), *sentences(sentence), *points(*on))
    places = (
        (edition_address(plan, entry.name), words.say("The edition of {day} was withdrawn", day=day), up),
        (
            changes_address(plan, entry.name),
            words.say("What changed on {day} was withdrawn", day=day),
            up_from_changes,
        ),
        (
            since_address(plan, entry.name),
            words.say("What changed since {day} can no longer be shown", day=day),
            up_from_changes,
        ),
    )
    return tuple(Page("update", address, title, crumbs, sentence, blocks) for address, title, crumbs in places)
