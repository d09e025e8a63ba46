"""The overview of a plan: what is promised, by whom, by when, and how it stands."""

from collections.abc import Collection, Mapping
from itertools import chain

from generator.document.addresses import overview_address, thing_anchor
from generator.document.blocks import (
    Block,
    Day,
    Fact,
    Item,
    Line,
    Link,
    Section,
    Text,
    labelled_lines,
    points,
    sentences,
)
from generator.document.page import Page
from generator.document.prose import read_prose
from generator.document.refs import Ref, here
from generator.plan.public import Action, Outcome
from generator.words.action_section import reading_facts
from generator.words.answer import answers, as_at_beside_answer
from generator.words.brief_times import when_phrase
from generator.words.change_blocks import newest_changes
from generator.words.directory import signpost, signposts
from generator.words.leads import leads_phrase
from generator.words.outlook import outlooks
from generator.words.phrases import level_words, numbered, of_all, shared_phrase, short_outcome_title
from generator.words.plan_facts import plan_facts, plan_sentence
from generator.words.ratings import level_tag, roll_blocks, rolled_line
from generator.words.related import plan_relation, related_plan_line, related_plans
from generator.words.times import lateness_tag
from generator.words.view import PlanView

# What is said of an action below its name.
LINES = {"when": when_phrase, "who": leads_phrase}


def overview_page(view: PlanView, further: tuple[Fact, ...] = ()) -> Page:
    """The overview of the plan. `further` labelled lines stand below those of the plan."""
    plan, words = view.plan, view.words
    size = plan_sentence(view)
    about: tuple[Block, ...] = (
        *(sentences(Text(f"{words.say('The aim')}:", is_strong=True), plan.vision) if plan.vision else ()),
        *((read_prose(plan.introduction),) if plan.introduction else ()),
        *labelled_lines((*plan_facts(view), *_belongings(view), *further)),
    )
    blocks: tuple[Block, ...] = (
        *_answers(view),
        *roll_blocks(view),
        *sentences(plan.summary or ""),
        *sentences(size, Day(as_at_beside_answer(view))),
        *newest_changes(view),
        *_ways(view),
        *_section("attention", words.say("What needs attention"), outlooks(view)),
        *_section("outcomes", _outcomes_heading(view), _outcomes(view)),
        Section("about-this-plan", words.say("About this plan"), about),
    )
    return Page("overview", overview_address(plan.id), plan.title, (), plan.summary or size, blocks)


def _section(anchor: str, title: str, blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """A section; none where there is nothing in it."""
    return (Section(anchor, title, blocks),) if blocks else ()


def _answers(view: PlanView) -> tuple[Block, ...]:
    """The first sentence, and the others as a list below it, which is worth its room from two points on."""
    found = answers(view)
    first, others = (found[0], found[1:]) if len(found) > 2 else (" ".join(found), ())
    return (*sentences(first, role="lead"), *points(*others))


def _outcomes_heading(view: PlanView) -> str:
    return view.words.say("What is promised, by whom and by when")


def _ways(view: PlanView) -> tuple[Section, ...]:
    """Where to go from here: to the outcomes, further down, and to the plan's other pages. An edition has none."""
    words, count = view.words, len(view.plan.outcomes)
    said = words.say("{outcomes}, on this page", outcomes=level_words(view, "outcomes", count))
    outcomes = (signpost(Link(_outcomes_heading(view), here("outcomes")), said),) if count else ()
    ways = () if view.frozen else (*outcomes, *signposts(view))
    return _section("find-your-way", words.say("Find your way"), points(*ways))


def _outcomes(view: PlanView) -> tuple[Block, ...]:
    """What is said of all actions alike, then each outcome with its actions."""
    shared, labels = _shared(view), _labels(view)
    alike = (sentences(of_all(view.words, labels[name], phrase)) for name, phrase in shared.items())
    outcomes = (_outcome(view, outcome, shared) for outcome in view.plan.outcomes)
    return (*chain.from_iterable(alike), *outcomes)


def _outcome(view: PlanView, outcome: Outcome, shared: Collection[str]) -> Section:
    """One outcome and its actions."""
    link = Link(short_outcome_title(view, outcome), Ref("outcome", outcome.id, view.plan.id))
    tag = level_tag(view, outcome)
    blocks: tuple[Block, ...] = (
        *(sentences(outcome.title) if outcome.short_title else ()),
        *(sentences(tag) if tag else ()),
        *rolled_line(view, outcome),
        *points(*(_promise(view, action, shared) for action in outcome.actions)),
    )
    return Section(thing_anchor("outcome", outcome.id), link.text, blocks, link)


def _promise(view: PlanView, action: Action, shared: Collection[str]) -> Item:
    """One action: what, by when, who; less what is `shared` by all."""
    link = Link(numbered(action), Ref("action", action.id, view.plan.id))
    tags = (tag for tag in (level_tag(view, action), lateness_tag(view, action)) if tag)
    said = ((label, LINES[name](view, action)) for name, label in _labels(view).items() if name not in shared)
    return Item((link, *tags), tuple(Fact(label, (Line(text),)) for label, text in said if text))


def _labels(view: PlanView) -> Mapping[str, str]:
    return {"when": view.words.say("By when"), "who": view.plan.words.lead}


def _shared(view: PlanView) -> Mapping[str, str]:
    """What each action would say again of "when" or "who"."""
    actions = [action for outcome in view.plan.outcomes for action in outcome.actions]
    found = {name: shared_phrase([say(view, action) for action in actions]) for name, say in LINES.items()}
    return {name: phrase for name, phrase in found.items() if phrase}


def _belongings(view: PlanView) -> tuple[Fact, ...]:
    """Who looks at the plan, what it belongs with, whom to ask, and how its source was read."""
    return (*_governance(view), *_related(view), *_contacts(view), *reading_facts(view, view.plan.readings))


def _governance(view: PlanView) -> tuple[Fact, ...]:
    words, governance = view.words, view.plan.governance
    if not governance:
        return ()
    facts = []
    if governance.reports_to:
        facts.append(Fact(words.say("Reports to"), tuple(Line(view.body_name(body)) for body in governance.reports_to)))
    if governance.how_often:
        facts.append(Fact(words.say("How often the plan is looked at"), (Line(governance.how_often),)))
    return tuple(facts)


def _related(view: PlanView) -> tuple[Fact, ...]:
    """The plans that this one belongs with, briefly: the page of how it is watched says more."""
    lines = []
    for related in related_plans(view):
        how = plan_relation(view.words, related.how)
        text = view.words.say("{how}: {plan}", how=how, plan=related.title)
        lines.append(related_plan_line(view, related, text))
    return (Fact(view.words.say("Related plans"), tuple(lines)),) if lines else ()


def _contacts(view: PlanView) -> tuple[Fact, ...]:
    contacts = Ref("page", "governance", view.plan.id, part="contacts")
    lines = tuple(Line("", (), Link(contact.role, contacts)) for contact in view.plan.contacts)
    return (Fact(view.words.say("Contact"), lines),) if lines else ()
