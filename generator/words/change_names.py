"""What a change is of, in words, and where that stands; and what one line about a change is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diff import Change, Named, Segment, ThingKind
from generator.document.blocks import Link
from generator.words.phrases import short_name
from generator.words.view import PlanView, Update

# What things are called that have no number; others by their titles alone.
NAMES: Mapping[ThingKind, str] = {
    "plan": "The plan",
    "evidence": "Evidence {title}",
    "risk": "Risk {title}",
    "decision": "Decision {title}",
    "report": "Report {title}",
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
