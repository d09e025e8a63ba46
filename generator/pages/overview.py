"""The overview of a plan: what is promised, by whom, by when, and how it stands."""

from collections.abc import Callable, Iterable

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
from generator.plan.model import Action, Outcome
from generator.words.action_section import reading_facts
from generator.words.answer import answers, as_at_beside_answer
from generator.words.brief_times import when_phrase
from generator.words.change_blocks import newest_changes
from generator.words.directory import signpost, signposts
from generator.words.layout import labelled
from generator.words.leads import leads_phrase
from generator.words.named_things import standing_tags, title_link
from generator.words.outlook import outlooks
from generator.words.phrases import level_words, of_all, shared_phrase
from generator.words.plan_facts import plan_facts, plan_sentence
from generator.words.ratings import level_tag, roll_blocks, rolled_line
from generator.words.related import plan_relation, related_plan_line, related_plans
from generator.words.view import PlanView

# What is said of an action below its name: a label, and the words for each action.
ActionLine = tuple[str, Callable[[PlanView, Action], str]]


def overview_page(view: PlanView, further: tuple[Fact, ...] = ()) -> Page:
    """The overview of the plan. `further` labelled lines stand below those of the plan."""
    plan, words = view.plan, view.words
    size = plan_sentence(view)
    about: tuple[Block, ...] = (
        *(sentences(Text(f"{words.say('The aim')}:", is_strong=True), plan.vision) if plan.vision else ()),
        *((read_prose(plan.introduction),) if plan.introduction else ()),
        *labelled_lines((*plan_facts(view), *_belongings(view), *further)),
    )
    found = answers(view)
    # A list of what follows the first sentence is worth its room from two points on.
    first, others = (found[0], found[1:]) if len(found) > 2 else (" ".join(found), ())
    blocks: tuple[Block, ...] = (
        *sentences(first, role="lead"),
        *points(*others),
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
    actions = [action for outcome in view.plan.outcomes for action in outcome.actions]
    lines: tuple[ActionLine, ...] = ((view.words.say("By when"), when_phrase), (view.plan.words.lead, leads_phrase))
    alike: list[Block] = []
    own = []
    for label, say in lines:
        if phrase := shared_phrase([say(view, action) for action in actions]):
            alike += sentences(of_all(view.words, label, phrase))
        else:
            own.append((label, say))
    return (*alike, *(_outcome(view, outcome, own) for outcome in view.plan.outcomes))


def _outcome(view: PlanView, outcome: Outcome, lines: Iterable[ActionLine]) -> Section:
    """One outcome and its actions, each with those of `lines` that say something of it."""
    link, tag = title_link(view, outcome), level_tag(view, outcome)
    promises = (
        Item(
            (title_link(view, action), *standing_tags(view, action)),
            labelled(*((label, say(view, action)) for label, say in lines)),
        )
        for action in outcome.actions
    )
    blocks: tuple[Block, ...] = (
        *(sentences(outcome.title) if outcome.short_title else ()),
        *(sentences(tag) if tag else ()),
        *rolled_line(view, outcome),
        *points(*promises),
    )
    return Section(thing_anchor("outcome", outcome.id), link.text, blocks, link)


def _belongings(view: PlanView) -> tuple[Fact, ...]:
    """Who looks at the plan, what it belongs with, whom to ask, and how its source was read."""
    words, plan, governance = view.words, view.plan, view.plan.governance
    # Briefly: the page of how the plan is watched says more.
    related = (
        related_plan_line(view, item, words.say("{how}: {plan}", how=plan_relation(words, item.how), plan=item.title))
        for item in related_plans(view)
    )
    contacts = Ref("page", "governance", plan.id, part="contacts")
    reports_to = governance.reports_to if governance else ()
    facts = labelled(
        (words.say("Reports to"), tuple(Line(view.body_name(body)) for body in reports_to)),
        (words.say("How often the plan is looked at"), governance.how_often if governance else ""),
        (words.say("Related plans"), tuple(related)),
        (words.say("Contact"), tuple(Line("", link=Link(contact.role, contacts)) for contact in plan.contacts)),
    )
    return (*facts, *reading_facts(view, plan.readings))
