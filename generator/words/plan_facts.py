"""What is said of a plan as a whole: how much it holds, whose it is, of what kind, and the time that it covers."""

from collections.abc import Mapping

from generator.document.blocks import Fact, Line
from generator.plan.vocabulary import Level, PlanKind, PlanState
from generator.status import sub_actions
from generator.words.phrases import filled_facts, level_words, sentence, text_lines
from generator.words.view import PlanView

KINDS: Mapping[PlanKind, str] = {
    "improvement-plan": "Improvement plan",
    "action-plan": "Action plan",
    "inspection-response": "Response to an inspection",
    "single-agency-plan": "Plan of one agency",
    "findings-report": "Report of findings",
}
STATES: Mapping[PlanState, str] = {
    "draft": "Draft",
    "current": "In force",
    "ended": "Ended",
    "replaced": "Replaced by another plan",
}


def plan_sentence(view: PlanView) -> str:
    """How much the plan holds, in a sentence."""
    plan = view.plan
    actions = tuple(action for outcome in plan.outcomes for action in outcome.actions)
    sizes: list[tuple[Level, int]] = [
        ("outcomes", len(plan.outcomes)),
        ("actions", len(actions)),
        ("sub-actions", len(sub_actions(actions))),
    ]
    parts = [level_words(view, level, count) for level, count in sizes if count]
    if not parts:
        return view.words.say("{publisher} publishes this plan.", publisher=plan.publisher)
    return view.words.say("The plan has {parts}.", parts=view.words.listing(parts))


def plan_facts(view: PlanView) -> tuple[Fact, ...]:
    """Whose plan it is, of what kind, and the time that it covers."""
    plan, words = view.plan, view.words
    period: tuple[Line, ...] = ()
    if plan.period:
        text = words.say("{start} to {end}", start=words.day(plan.period.start), end=words.day(plan.period.end))
        printed = (words.say("Printed as “{printed}”.", printed=plan.period.words),) if plan.period.words else ()
        period = (Line(text, printed),)
    return filled_facts(
        Fact(words.say("Whose plan it is"), (Line(plan.publisher),)),
        Fact(words.say("Kind"), text_lines(words.say(KINDS[plan.kind]))),
        Fact(words.say("State"), text_lines(words.say(STATES[plan.state]))),
        Fact(words.say("Shared with"), text_lines(*(view.bodies[partner].name for partner in plan.partners))),
        Fact(words.say("Covers"), period),
        Fact(words.say("Date of the source document"), text_lines(plan.source_date)),
        Fact(words.say("Updated every"), text_lines(plan.update_every)),
        Fact(words.say("Responds to"), text_lines(plan.responds_to)),
    )


def notices(view: PlanView) -> tuple[tuple[str, str], ...]:
    """What a reader must know before anything else, each with its label: an example, a closed plan."""
    plan, words = view.plan, view.words
    found = [(plan.example.kind, plan.example.text)] if plan.example else []
    if plan.closed:
        why, day = sentence(plan.closed.why), words.day(plan.closed.as_at)
        text = words.say("{why} These pages show it as at {day} and no longer change.", why=why, day=day)
        found.append((words.say("Closed plan"), text))
    return tuple((str(label), text) for label, text in found)
