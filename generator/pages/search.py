"""The page of the site's own search, and what the search knows of each page of a plan.

The index holds the title and the text of a page, and keys of what it belongs to. The words for a key stand on the page
of the search, in its lists, and the script looks for them there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from generator.document.addresses import SEARCH, action_address, outcome_address, plan_page_address, thing_anchor
from generator.document.blocks import Block, Item, Link, Section, points, sentences
from generator.document.chooser import Choice, Select
from generator.document.frame import SearchEntry
from generator.document.page import Page
from generator.document.refs import Ref
from generator.document.search_form import SearchForm
from generator.plan.model import Outcome
from generator.plan.vocabulary import Look
from generator.status import Thing, each_thing, tone
from generator.text import sha256_hex
from generator.wording import Words
from generator.words.directory import page_link
from generator.words.named_things import title_link
from generator.words.phrases import short_outcome_title
from generator.words.ratings import level_tag, rating_choices
from generator.words.view import PlanView

LOOKS: tuple[Look, ...] = get_args(Look)


def search_key(kind: str, value: str) -> str:
    """The word that stands in the index for a plan, an outcome or a rating.

    Nobody types it; all are as long, so that none is the start of another; and it ends in a digit, so that no ending is
    taken off it as of a word.
    """
    return f"zq{sha256_hex(f'{kind} {value}'.encode())[:10]}0"


def search_entries(view: PlanView, pages: Iterable[Page]) -> Mapping[str, SearchEntry]:
    """What the search knows of each of the plan's `pages`, by address.

    The whole plan on one page is left out: everything on it is found on a page of its own.
    """
    plan = view.plan.id
    own: dict[str, tuple[str, ...]] = {}
    for outcome in view.plan.outcomes:
        # An outcome's own page bears its name already.
        own[outcome_address(plan, outcome.id)] = _rating_keys(view, outcome)
    for action in view.actions.values():
        outcome = view.places[action.id].outcome
        own[action_address(plan, action.id)] = (_outcome_key(view, outcome), *_rating_keys(view, action))
    key, whole = search_key("plan", plan), plan_page_address(plan, "print")
    return {
        page.address: SearchEntry(page.address, (key, *own.get(page.address, ())))
        for page in pages
        if page.address != whole
    }


def _rating_keys(view: PlanView, thing: Thing) -> tuple[str, ...]:
    return tuple(choice.key for choice in _ratings(view, thing))


def _outcome_key(view: PlanView, outcome: Outcome) -> str:
    return search_key("outcome", f"{view.plan.id} {outcome.id}")


def _ratings(view: PlanView, thing: Thing) -> tuple[Choice, ...]:
    """The ratings by which `thing` is found, its look that of the last: one that has lapsed is not green any more."""
    if level_tag(view, thing) is None:
        return ()
    standing = view.standings[thing.id]
    looks = (tone(standing.status), standing.look) if standing.lapse else (standing.look,)
    # The key holds the look: two plans may say "Blue" and mean different things.
    return tuple(
        Choice(rating_value(text), text, search_key("status", f"{look} {text}"), look)
        for text, look in zip(rating_choices(view, thing).values(), looks, strict=True)
    )


def rating_value(text: str) -> str:
    """A rating as it stands in the address of a search: "not-yet-rated"; its key where it has no letter or digit."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return "-".join(words) or search_key("status", text)


def search_page(words: Words, views: Sequence[PlanView]) -> Page:
    """The search of the site with the plans of `views`, and links to their parts for readers without a script."""
    names = Counter(short_outcome_title(view, outcome) for view in views for outcome in view.plan.outcomes)
    form = _form(words, views)
    unscripted = words.say(
        "Search needs JavaScript. Until that runs, the lists below lead to every part of every plan."
    )
    heading = words.plural("The plan, part by part", "The {count} plans, part by part", len(views))
    plans = (Section("plans", heading, tuple(_parts(view, names) for view in views)),) if views else ()
    blocks: tuple[Block, ...] = (*sentences(unscripted, role="on-screen"), form, *plans)
    return Page("search", SEARCH, words.say("Search"), (), form.hint, blocks)


def _form(words: Words, views: Sequence[PlanView]) -> SearchForm:
    plans = tuple(Choice(view.plan.id, view.menu_title, search_key("plan", view.plan.id)) for view in views)
    selects = (
        Select("plan", words.say("Plan"), words.say("All plans"), plans),
        Select("status", words.say("Rating"), words.say("Any or none"), _all_ratings(views)),
    )
    return SearchForm(
        label=words.say("Search this site"),
        words_label=words.say("Words to look for"),
        selects=tuple(select for select in selects if select.choices),
        button=words.say("Search"),
        hint=words.say("Type a word, or choose from a list."),
        wait=words.say("Searching…"),
        one=words.say("1 page found for “{asked}”", asked="*"),
        some=words.say("{count} pages found for “{asked}”", count="#", asked="*"),
        none=words.say("Nothing found for “{asked}”", asked="*"),
        tips=words.say("Try fewer words, another word or another choice, or see the lists below."),
        gone=words.say("The link that led here names a choice that is no longer in the lists, so it was left out."),
        broken=words.say("The search could not be loaded: load this page again, or see the lists below."),
        more=words.say("Show {count} more", count="#"),
    )


def _all_ratings(views: Iterable[PlanView]) -> tuple[Choice, ...]:
    """Every rating that a page of a plan has, those of one look together."""
    things = ((view, thing) for view in views for thing in each_thing(view.plan))
    found = dict.fromkeys(choice for view, thing in things for choice in _ratings(view, thing))
    values = Counter(choice.value for choice in found)
    apart = [
        choice if values[choice.value] == 1 else replace(choice, value=f"{choice.value}-{choice.look}")
        for choice in found
    ]
    return tuple(sorted(apart, key=lambda choice: (LOOKS.index(choice.look or "unknown"), choice.text)))


def _parts(view: PlanView, names: Counter[str]) -> Section:
    """Links to all actions of a plan and to each outcome. `names` says how many outcomes of the site have each name."""
    words, plan, actions = view.words, view.menu_title, page_link(view, "actions")
    items = []
    if actions:
        items.append(Item((Link(words.say("{page}: {plan}", page=actions.text, plan=plan), actions.to),)))
    for outcome in view.plan.outcomes:
        link = title_link(view, outcome)
        if names[link.text] > 1:
            # With its plan's name, so that links that read alike lead to one place.
            link = replace(link, text=words.say("{outcome} ({plan})", outcome=link.text, plan=plan))
        items.append(Item((link,), key=_outcome_key(view, outcome)))
    return Section(thing_anchor("plan", view.plan.id), plan, points(*items), Link(plan, Ref("plan", plan=view.plan.id)))
