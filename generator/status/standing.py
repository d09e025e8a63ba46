"""The state of each outcome and action as at a day: as declared, as worked out, and as time has changed it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan, Status
from generator.plan.vocabulary import Level, Look
from generator.status.computed import Computed, computed
from generator.status.lateness import Lateness, is_done, lateness
from generator.status.reviews import Lapse, lapse
from generator.status.scheme import Above, Thing, declared, each_level, is_rated, tone
from generator.status.times import due, ends, has_unread, known_due, timescales

Hold = Literal["holds", "lapsed", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One outcome or action as at a day. `lapses_on` is the day on which a rating that holds will have lapsed.

    `is_done` is what the plan reports of the thing itself, `is_done_above` what it reports of an action above it.
    `known_due` is the last day that is known where it cannot be told by when the thing is `due`. `is_dated_above` says
    that an action above it has a time. `ends` are the last days of its times; `has_unread`: of one it cannot be told.
    """

    level: Level
    declared: Status | Missing
    computed: Computed | None = None
    lapse: Lapse | None = None
    lapses_on: date | None = None
    due: date | None = None
    lateness: Lateness = ""
    is_done: bool = False
    is_done_above: bool = False
    known_due: date | None = None
    is_dated_above: bool = False
    ends: tuple[date, ...] = ()
    has_unread: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether its dates no longer matter: it is reported as done, or an action that it is a part of is."""
        return self.is_done or self.is_done_above

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
        """Whether the owner's rating differs from the one that the plan's rule gives."""
        given = self.computed.status if self.computed else None
        return isinstance(self.declared, Status) and given is not None and given != self.declared


def stand(plan: PublicPlan, on: date) -> Mapping[str, Standing]:
    """The state of every outcome and action of the plan as at the day `on`, by its id."""
    return {thing.id: standing_of(plan, thing, level, on, above) for thing, level, above in each_level(plan)}


def standing_of(plan: PublicPlan, thing: Thing, level: Level, on: date, above: Above) -> Standing:
    """The state of one outcome or action as at the day `on`; `above` holds the actions that it is a part of."""
    done, done_above = is_done(plan, thing), any(is_done(plan, action) for action in above)
    said = declared(plan, thing.status)
    given = computed(plan, thing, on) if is_rated(plan, level) else None
    bare = Standing(level, said, given)
    lapsing = lapse(plan, thing, bare.status) if is_rated(plan, level) else None
    has_lapsed = lapsing is not None and lapsing.since <= on
    return replace(
        bare,
        lapse=lapsing if has_lapsed else None,
        lapses_on=lapsing.since if lapsing and not has_lapsed else None,
        due=due(plan, thing),
        lateness=lateness(plan, thing, on, done=done or done_above),
        is_done=done,
        is_done_above=done_above,
        known_due=known_due(plan, thing),
        is_dated_above=any(timescales(action) for action in above),
        ends=ends(plan, thing),
        has_unread=has_unread(plan, thing),
    )
