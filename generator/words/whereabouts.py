"""Where things of a plan are now: for links, which name things and no addresses."""

from collections.abc import Mapping
from functools import lru_cache

from generator.document.refs import OwnPages, Whereabouts
from generator.editions import Withdrawn
from generator.plan.field_types import Missing
from generator.plan.model import PublicPlan
from generator.status import each_thing
from generator.words.directory import kinds
from generator.words.lineage import ids_over_time, removed_things
from generator.words.view import PlanView


def whereabouts(view: PlanView) -> Whereabouts:
    """Where each thing is that the plan has, and each outcome and action that it had."""
    things = {**things_of(view.plan), "action": frozenset(view.actions)}
    gone = [(thing, thing in view.edition_views[place].actions) for place, thing in removed_things(view)]
    removed = {
        "outcome": frozenset(thing for thing, is_action in gone if not is_action),
        "action": frozenset(thing for thing, is_action in gone if is_action),
    }
    return Whereabouts(
        plan=view.plan.id,
        pages=frozenset(kinds(view)),
        things=things,
        removed=removed,
        later={kind: _later(view, ids, things[kind]) for kind, ids in removed.items()},
        outcome_of={action: place.outcome.id for action, place in view.places.items()},
        newest=view.edition.name if view.edition else "",
        editions=frozenset(entry.name for entry in view.history.entries),
        withdrawn=frozenset(entry.name for entry in view.history.entries if isinstance(entry, Withdrawn)),
    )


def own_pages(then: PlanView) -> OwnPages:
    """The pages of the edition that `then` shows."""
    assert then.edition is not None, "only an edition has pages of its own"
    return OwnPages(
        then.edition.name,
        frozenset(outcome.id for outcome in then.plan.outcomes),
        {action: place.outcome.id for action, place in then.places.items()},
        then.plan.status_scheme is not None,
    )


def _later(view: PlanView, gone: frozenset[str], there: frozenset[str]) -> Mapping[str, str]:
    """The id that each of `gone` goes on under, where the plan has it."""
    found = {name: ids_over_time(view, name)[-1] for name in sorted(gone)}
    return {name: last for name, last in found.items() if last in there}


@lru_cache(maxsize=8)
def things_of(plan: PublicPlan) -> Mapping[str, frozenset[str]]:
    """The ids of what stands on pages, by kind. A term of the glossary is its own id.

    A measure has a place of its own where it has figures.
    """
    measures = (
        measure.id
        for thing in each_thing(plan)
        if not isinstance(thing.measures, Missing)
        for measure in thing.measures
        if measure.observations
    )
    return {
        "outcome": frozenset(outcome.id for outcome in plan.outcomes),
        "measure": frozenset(measures),
        "finding": frozenset(item.id for item in plan.findings),
        "evidence": frozenset(item.id for item in plan.evidence),
        "risk": frozenset(item.id for item in plan.risks),
        "decision": frozenset(item.id for item in plan.decisions),
        "report": frozenset(item.id for item in plan.reports),
        "body": frozenset(item.id for item in plan.bodies),
        "event": frozenset(item.id for item in plan.events),
        "term": frozenset(entry.term for entry in plan.glossary),
    }
