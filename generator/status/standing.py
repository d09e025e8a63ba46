"""How each outcome and action stands as at a day: what is declared, what is worked out, what time has done to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.public import Action, Missing, PublicPlan, Status
from generator.status.computed import Computed, computed
from generator.status.lateness import Lateness, is_done, lateness
from generator.status.reviews import Lapse, lapse
from generator.status.scheme import Thing, declared, is_rated, tone
from generator.status.times import due
from generator.vocabulary import Level, Look

Hold = Literal["holds", "lapsed", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One outcome or action as at a day. `lapses_on` is the day on which a rating that holds will have lapsed."""

    level: Level
    declared: Status | Missing
    computed: Computed | None = None
    lapse: Lapse | None = None
    lapses_on: date | None = None
    due: date | None = None
    lateness: Lateness = ""
    is_done: bool = False

    @property
    def status(self) -> Status | Missing:
        """What counts: the owner's rating where there is one, else what the plan's rule gives.

        The rule gives nothing for a rating that is withheld.
        """
        if isinstance(self.declared, Missing) and self.computed and self.computed.status:
            return self.computed.status
        return self.declared

    @property
    def hold(self) -> Hold:
        """Whether the status holds, has lapsed, or cannot be known since nothing was published after its date."""
        if self.lapse:
            return "lapsed"
        is_unknown = self.computed is not None and self.computed.reason == "no-news"
        return "unknown" if is_unknown and isinstance(self.declared, Missing) else "holds"

    @property
    def look(self) -> Look:
        """What its tag looks like."""
        return tone(self.status) if self.hold == "holds" else self.hold

    @property
    def differs(self) -> bool:
        """Whether the owner's rating is another than the one that the plan's rule gives."""
        given = self.computed.status if self.computed else None
        return isinstance(self.declared, Status) and given is not None and given != self.declared


def stand(plan: PublicPlan, on: date) -> Mapping[str, Standing]:
    """How every outcome and action of the plan stands as at the day `on`, by its id."""
    return {thing.id: standing_of(plan, thing, level, on, done=done) for thing, level, done in each_level(plan)}


def each_level(plan: PublicPlan) -> Iterator[tuple[Thing, Level, bool]]:
    """Every outcome and action, its level, and whether it, or an action above it, is reported as done."""
    for outcome in plan.outcomes:
        yield outcome, "outcomes", is_done(plan, outcome)
        yield from _levels_below(plan, outcome.actions, "actions", above_done=False)


def _levels_below(
    plan: PublicPlan, actions: tuple[Action, ...], level: Level, *, above_done: bool
) -> Iterator[tuple[Thing, Level, bool]]:
    for action in actions:
        done = above_done or is_done(plan, action)
        yield action, level, done
        yield from _levels_below(plan, action.sub_actions, "sub-actions", above_done=done)


def standing_of(plan: PublicPlan, thing: Thing, level: Level, on: date, *, done: bool) -> Standing:
    """How one outcome or action stands as at the day `on`; `done` says whether it is reported as done."""
    said = declared(plan, thing.status)
    given = computed(plan, thing, on) if is_rated(plan, level) else None
    bare = Standing(level, said, given)
    lapsing = lapse(plan, thing, bare.status) if is_rated(plan, level) else None
    has_lapsed = lapsing is not None and lapsing.since <= on
    return Standing(
        level=level,
        declared=said,
        computed=given,
        lapse=lapsing if has_lapsed else None,
        lapses_on=lapsing.since if lapsing and not has_lapsed else None,
        due=due(plan, thing),
        lateness=lateness(plan, thing, on, done=done),
        is_done=done,
    )
