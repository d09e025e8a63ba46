"""What a change is of, in words, and where that stands; and what one line about a change is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diff import Change, Named, Segment
from generator.document.blocks import Link
from generator.document.refs import Ref
from generator.plan.vocabulary import ThingKind
from generator.words.directory import page_link
from generator.words.phrases import numbered, short_name, short_outcome_title
from generator.words.view import PlanView, Update
from generator.words.whereabouts import things_of

# What things are called that have no number; others by their titles alone.
NAMES: Mapping[ThingKind, str] = {
    "plan": "The plan",
    "evidence": "Evidence {title}",
    "risk": "Risk {title}",
    "decision": "Decision {title}",
    "report": "Report {title}",
}
# The page on which what stands in a field of the plan is shown, where it has one of its own.
PAGES = {
    "bodies": "who",
    "evidence": "evidence",
    "findings": "findings",
    "glossary": "glossary",
    "printed_summary": "summary",
    "status_scheme": "legend",
    **dict.fromkeys(("reports", "risks", "decisions", "printed_versions"), "governance"),
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: the sentence, and where its thing is shown.

    Of a text that was reworded, `segments` are what stayed, was taken out and was put in; of one that is hardly alike,
    and of one that is new or gone, `before` and `after` are the whole texts.
    """

    text: str
    link: Link | None = None
    segments: tuple[Segment, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def full(self) -> str:
        """The sentence for where no link is shown beside it: an action's number is followed by its title."""
        if not self.link or self.link.to.kind != "action":
            return self.text
        number, _, title = self.link.text.partition(" ")
        rest = self.text.removeprefix(number)
        is_named = bool(title) and title in self.text
        return f"{number} {title}{rest}" if number and not is_named and rest[:1] in tuple(" :,") else self.text


def line_of(update: Update, change: Change, message: str, **values: object) -> ChangeLine:
    """`message` with the thing's name in it as `thing`."""
    return ChangeLine(update.words.say(message, thing=subject(update, change), **values))


def subject(update: Update, change: Change) -> str:
    """What a change is of, briefly: the number of an action, or what else it is called."""
    view = update.view_of(change)
    return thing_name(view, change.thing, change.within)


def thing_name(view: PlanView, thing: Named, within: Named | None = None) -> str:
    """A thing briefly, as its plan calls it."""
    words, own = view.words, view.plan.words
    title = words.say("“{title}”", title=thing.title)
    match thing.kind:
        case "outcome":
            return words.say("{label} {number}", label=own.outcome, number=thing.number) if thing.number else title
        case "action":
            action = view.actions.get(thing.id)
            if action and action.number:
                return short_name(view, action)
            code = action.code if action else None
            return thing.number or (words.say("{title} ({code})", title=title, code=code) if code else title)
        case "measure" | "key-issue":
            return words.say("{thing}, {title}", thing=thing_name(view, within), title=title) if within else title
        case "finding" if thing.number:
            return words.say("Finding {number}", number=thing.number)
    return words.say(NAMES.get(thing.kind, "{title}"), title=title)


def change_link(update: Update, change: Change) -> Link | None:
    """A link to the thing of a change; None for what the shown text has no more, but for outcomes and actions."""
    view, plan, thing = update.view_of(change), update.new.plan.id, change.thing
    if thing.kind in ("measure", "key-issue") and change.within:
        thing = change.within
    match thing.kind:
        case "action":
            action = view.actions.get(thing.id)
            return Link(numbered(action) if action else thing.title, Ref("action", thing.id, plan))
        case "outcome":
            outcome = view.outcomes.get(thing.id)
            name = short_outcome_title(view, outcome) if outcome else thing_name(view, thing)
            return Link(name, Ref("outcome", thing.id, plan))
        case "plan":
            field = change.path[0][0] if change.path else change.field
            page = page_link(update.shown, PAGES[field]) if field in PAGES else None
            return page or Link(view.menu_title, Ref("plan", plan=plan))
        case "finding" | "evidence" | "risk" | "decision" | "report" | "body" | "event":
            # The sentence names it, so words alone would only say its name again.
            is_there = thing.id in things_of(update.shown.plan)[thing.kind]
            return Link(thing.title, Ref(thing.kind, thing.id, plan)) if is_there else None
    return None
