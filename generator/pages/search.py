"""The page of the site's own search, and what the search knows of each page of a plan.

The index holds the title and the text of a page, and keys of what it belongs to. The words for a key stand on the page
of the search, in its lists, and the script looks for them there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from generator.document.addresses import SEARCH, action_address, outcome_address, plan_page_address, thing_anchor
from generator.document.blocks import Block, Item, Link, Section, points, sentences
from generator.document.chooser import Choice, Select
from generator.document.frame import SearchEntry
from generator.document.page import Page
from generator.document.refs import Ref
from generator.document.search_form import SearchForm
from generator.plan.public import Outcome
from generator.plan.vocabulary import Look
from generator.status import Thing, tone
from generator.text import sha256_hex
from generator.wording import Words
from generator.words.directory import page_link
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
    own = {address: _thing_keys(view, outcome, thing) for address, outcome, thing in _things(view)}
    plan, whole = search_key("plan", view.plan.id), plan_page_address(view.plan.id, "print")
    return {
        page.address: SearchEntry(page.address, (plan, *own.get(page.address, ())))
        for page in pages
        if page.address != whole
    }


def _things(view: PlanView) -> Iterator[tuple[str, Outcome, Thing]]:
    """The address of the page of each outcome and action, with the outcome that it belongs to."""
    for outcome in view.plan.outcomes:
        yield outcome_address(view.plan.id, outcome.id), outcome, outcome
    for action in view.actions.values():
        yield action_address(view.plan.id, action.id), view.places[action.id].outcome, action


def _thing_keys(view: PlanView, outcome: Outcome, thing: Thing) -> tuple[str, ...]:
    """What the page of `thing` belongs to beside its plan: an outcome's own page bears its name already."""
    above = () if thing is outcome else (_outcome_key(view, outcome),)
    return (*above, *(choice.key for choice in _ratings(view, thing)))


def _outcome_key(view: PlanView, outcome: Outcome) -> str:
    return search_key("outcome", f"{view.plan.id} {outcome.id}")


def _ratings(view: PlanView, thing: Thing) -> tuple[Choice, ...]:
    """The ratings by which `thing` is found, its look that of the last: one that has lapsed is not green any more."""
    if level_tag(view, thing) is None:
        return ()
    texts = tuple(rating_choices(view, thing).values())
    standing = view.standings[thing.id]
    looks = (tone(standing.status), standing.look) if standing.lapse else (standing.look,)
    return tuple(_rating(text, look) for text, look in zip(texts, looks, strict=True))


def _rating(text: str, look: Look) -> Choice:
    """A rating in words with its look: two plans may say "Blue" and mean different things."""
    return Choice(rating_value(text), text, search_key("status", f"{look} {text}"), look)


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
    found = {choice: None for view in views for _, _, thing in _things(view) for choice in _ratings(view, thing)}
    values = Counter(choice.value for choice in found)
    apart = [
        choice if values[choice.value] == 1 else replace(choice, value=f"{choice.value}-{choice.look}")
        for choice in found
    ]
    return tuple(sorted(apart, key=lambda choice: (LOOKS.index(choice.look or "unknown"), choice.text)))


def _parts(view: PlanView, names: Counter[str]) -> Section:
    """Links to all actions of a plan and to each outcome. `names` says how many outcomes of the site have each name."""
    plan, actions = view.plan, page_link(view, "actions")
    every = (
        (Link(view.words.say("{page}: {plan}", page=actions.text, plan=view.menu_title), actions.to),)
        if actions
        else ()
    )
    outcomes = (
        Item(
            (Link(_outcome_name(view, outcome, names), Ref("outcome", outcome.id, plan.id)),),
            key=_outcome_key(view, outcome),
        )
        for outcome in plan.outcomes
    )
    link = Link(view.menu_title, Ref("plan", plan=plan.id))
    return Section(thing_anchor("plan", plan.id), link.text, points(*every, *outcomes), link)


def _outcome_name(view: PlanView, outcome: Outcome, names: Counter[str]) -> str:
    """The outcome's name, with its plan's where another has the same: links that read alike lead to one place."""
    name = short_outcome_title(view, outcome)
    return name if names[name] == 1 else view.words.say("{outcome} ({plan})", outcome=name, plan=view.menu_title)
