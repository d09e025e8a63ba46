"""One plan as page builders see it: the public projection, the words, and the day that pages speak of."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.public import Action, Body, Outcome, PublicPlan, Status
from generator.status import Standing, each_action, rated, stand
from generator.wording import Words


@dataclass(frozen=True)
class Place:
    """Where an action stands: its outcome, and the actions above it from the top."""

    outcome: Outcome
    above: tuple[Action, ...]


@dataclass(frozen=True)
class PlanView:
    """A public plan, the interface's words, and the day as at which its pages are worked out.

    `others` are the plans of the site that this one names, by their ids.
    """

    plan: PublicPlan
    words: Words
    as_at: date | None
    others: Mapping[str, PublicPlan] = field(default_factory=dict)

    @cached_property
    def other_views(self) -> Mapping[str, "PlanView"]:
        """The plans that this one names, itself among them, as their own pages see them but for the day."""
        return {self.plan.id: self} | {name: PlanView(plan, self.words, None) for name, plan in self.others.items()}

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        return {body.id: body for body in self.plan.bodies}

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
    def standings(self) -> Mapping[str, Standing]:
        """How every outcome and action stands, by its id."""
        return stand(self.plan, self.day)

    @cached_property
    def has_ratings(self) -> bool:
        """Whether anything of the plan has a rating yet."""
        things = (entry.thing for entry in rated(self.plan, self.plan.outcomes))
        return any(isinstance(self.standings[thing.id].status, Status) for thing in things)

    @cached_property
    def shared_numbers(self) -> frozenset[str]:
        """The printed numbers that more than one action has."""
        found = Counter(action.number for action in self.actions.values() if action.number)
        return frozenset(number for number, count in found.items() if count > 1)

    def body_name(self, body: str) -> str:
        """The name of the body with the id `body`; other words stand for themselves."""
        return self.bodies[body].name if body in self.bodies else body

    @property
    def menu_title(self) -> str:
        return self.plan.short_title or self.plan.title
