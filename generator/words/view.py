"""One plan as page builders see it: the public projection, the words, and the day that pages speak of."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

from generator.diff import Change, diff_facts, diff_plans, other_ids, visible_changes
from generator.document.refs import Ref
from generator.editions import Edition, Shelf
from generator.plan.model import Action, Body, Outcome, PublicPlan, Status, Timescale
from generator.plan.vocabulary import Level
from generator.status import (
    Duty,
    Facts,
    Standing,
    Tally,
    Thing,
    TimeFacts,
    duties,
    each_action,
    facts_of,
    rated,
    reading_of,
)
from generator.timescale import Reading
from generator.wording import Words


@dataclass(frozen=True)
class Place:
    """Where an action stands: its outcome, and the actions above it from the top."""

    outcome: Outcome
    above: tuple[Action, ...]


NO_HISTORY = Shelf()


@dataclass(frozen=True)
class Update:
    """A text of a plan, the one that followed it, and what changed from one to the other.

    `now` is the text that the pages of the plan show, where that is a later one: only to these can a link lead.
    """

    old: "PlanView"
    new: "PlanView"
    now: "PlanView | None" = None

    @property
    def words(self) -> Words:
        return self.new.words

    @property
    def corrects_first(self) -> bool:
        """Whether the new text corrects the first edition, on its day: no text before that day tells what is new."""
        old, new = self.old.edition, self.new.edition
        return old is not None and new is not None and old.date == new.date

    @property
    def shown(self) -> "PlanView":
        """The text that the pages of the plan show."""
        return self.now or self.new

    @cached_property
    def other_ids(self) -> Mapping[str, str]:
        """The ids of what the old text has and the new one has under another id."""
        return other_ids(self.old.plan, self.new.plan)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All that changed for a reader: in the plan, and in what time did to it."""
        old, new, ids = self.old, self.new, self.other_ids
        found = (*diff_plans(old.plan, new.plan), *diff_facts(old.facts, new.facts, old.plan, new.plan, ids))
        return visible_changes(found, old.plan, new.plan, ids)

    def view_of(self, change: Change) -> "PlanView":
        """The text that has the thing of which `change` tells."""
        return self.old if change.kind == "removed" else self.new


@dataclass(frozen=True)
class PlanView:
    """A public plan, the interface's words, and the day as at which its pages are worked out.

    `others` are the plans of the site that this one names, by their ids. `frozen` is what an edition says of its plan;
    without it, that is worked out. `edition` is the one that is shown, none where that is the working text; `history`
    holds all editions up to now.
    """

    plan: PublicPlan
    words: Words
    as_at: date | None
    others: Mapping[str, PublicPlan] = field(default_factory=dict)
    frozen: Facts | None = None
    edition: Edition | None = None
    history: Shelf = NO_HISTORY

    @cached_property
    def other_views(self) -> Mapping[str, "PlanView"]:
        """The plans that this one names, itself among them, as their own pages see them but for the day."""
        return {self.plan.id: self} | {name: PlanView(plan, self.words, None) for name, plan in self.others.items()}

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        return {body.id: body for body in self.plan.bodies}

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        return {outcome.id: outcome for outcome in self.plan.outcomes}

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """Every action by its id, in the order of the plan."""
        return {action.id: action for outcome in self.plan.outcomes for action in each_action(outcome.actions)}

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where every action stands, by its id."""
        found: dict[str, Place] = {}
        for outcome in self.plan.outcomes:
            waiting: list[tuple[Action, tuple[Action, ...]]] = [(action, ()) for action in outcome.actions]
            while waiting:
                action, above = waiting.pop()
                found[action.id] = Place(outcome, above)
                waiting += [(sub, (*above, action)) for sub in action.sub_actions]
        return found

    @property
    def day(self) -> date:
        """The day as at which pages are worked out; before all others where the plan names none that has come."""
        return self.as_at or date.min

    @cached_property
    def facts(self) -> Facts:
        """All that pages say and the plan does not: what is worked out of it as at the day, or what was."""
        return self.frozen or facts_of(self.plan, self.day)

    @property
    def standings(self) -> Mapping[str, Standing]:
        """How every outcome and action stands, by its id."""
        return self.facts.standings

    def reading(self, timescale: Timescale) -> Reading:
        """How a timescale of the plan is read."""
        known = self._times.get(timescale)
        return known.reading if known else reading_of(self.plan, timescale)

    def duties(self, timescale: Timescale) -> tuple[Duty, ...]:
        """Each time that a timescale of the plan has fallen due, and the next; none of one that does not come again."""
        known = self._times.get(timescale)
        return known.duties if known else duties(self.plan, timescale, self.day)

    @cached_property
    def _times(self) -> Mapping[Timescale, TimeFacts]:
        return {item.timescale: item for item in self.facts.times}

    def counts(self, level: Level, outcome: Outcome | None = None) -> tuple[Tally, ...]:
        """How many things of a level have each rating, in the whole plan or below an outcome."""
        return self.facts.counts.get(level, {}).get(outcome.id if outcome else "", ())

    @cached_property
    def has_ratings(self) -> bool:
        """Whether anything of the plan has a rating yet."""
        return any(isinstance(self.standings[thing.id].status, Status) for thing in rated(self.plan))

    @cached_property
    def shared_numbers(self) -> frozenset[str]:
        """The printed numbers that more than one action has."""
        found = Counter(action.number for action in self.actions.values() if action.number)
        return frozenset(number for number, count in found.items() if count > 1)

    @cached_property
    def edition_views(self) -> tuple["PlanView", ...]:
        """Each edition up to now as its own pages see it, oldest first."""
        return tuple(edition_view(item, self.words) for item in self.history.editions)

    @cached_property
    def updates(self) -> tuple["Update", ...]:
        """What changed from each edition to the next, oldest first; of working text, to it from the newest edition."""
        return tuple(Update(old, new, self) for old, new in pairwise(self.steps))

    @cached_property
    def told_updates(self) -> tuple["Update", ...]:
        """The same as readers are told of it: an edition that corrects another of its day is told together with that.

        It is compared with the text before that day, so that no correction hides what is new. Where the first editions
        are of one day, with the first.
        """
        return tuple(self._told_update(place) for place in range(1, len(self.steps)))

    def _told_update(self, place: int) -> "Update":
        edition = self.steps[place].edition
        if edition is None:
            return self.updates[place - 1]
        editions = [step.edition for step in self.steps[:place]]
        earlier = [before for before, other in enumerate(editions) if other and other.date < edition.date]
        before = earlier[-1] if earlier else 0
        return self.updates[place - 1] if before == place - 1 else Update(self.steps[before], self.steps[place], self)

    @cached_property
    def other_ids(self) -> tuple[Mapping[str, str], ...]:
        """For each of `updates`, the ids of what goes on under another id after it.

        What was not in the plan for a while, and is put in again with another id, goes on too.
        """
        found, gone = [], dict[str, int]()  # what there is no more, with the last place that has it
        for place, update in enumerate(self.updates):
            old, new, ids = update.old.standings, update.new.standings, dict(update.other_ids)
            come = new.keys() - old.keys() - gone.keys() - set(ids.values())
            for last in sorted(set(gone.values()), reverse=True) if come else ():
                again = other_ids(self.steps[last].plan, update.new.plan)
                ids |= {one: again[one] for one in again if gone.get(one) == last and again[one] in come}
                come -= set(ids.values())
            gone |= dict.fromkeys(old.keys() - new.keys(), place)
            gone = {one: last for one, last in gone.items() if one not in new and one not in ids}
            found.append(ids)
        return tuple(found)

    @cached_property
    def newest_update(self) -> "Update | None":
        """What readers are told of the newest text; None before there were two."""
        return self.told_updates[-1] if self.told_updates else None

    @property
    def steps(self) -> tuple["PlanView", ...]:
        """Each text that there was, oldest first: the editions, then the working text where that is shown.

        An edition by itself is the only text that there is.
        """
        return self.edition_views if self.edition and self.history.editions else (*self.edition_views, self)

    @property
    def has_history(self) -> bool:
        """Whether anything was published beside the text that is shown, even if it was withdrawn."""
        return len(self.history.entries) + (self.edition is None) > 1

    def body_name(self, body: str) -> str:
        """The name of the body with the id `body`; other words stand for themselves."""
        return self.bodies[body].name if body in self.bodies else body

    @property
    def menu_title(self) -> str:
        return self.plan.short_title or self.plan.title


def edition_view(edition: Edition, words: Words) -> PlanView:
    """An edition as its own pages see it: what was worked out of it is what it froze."""
    return PlanView(edition.plan, words, edition.facts.as_at, frozen=edition.facts, edition=edition)


def thing_ref(view: PlanView, thing: Thing) -> Ref:
    """The outcome or action `thing` of the plan."""
    return Ref("outcome" if isinstance(thing, Outcome) else "action", thing.id, view.plan.id)
