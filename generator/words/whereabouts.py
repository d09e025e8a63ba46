"""Where things of a plan are now: for links, which name things and no addresses."""

from collections.abc import Mapping
from functools import lru_cache

from generator.diff.layout import lay_out
from generator.document.refs import ON_PAGES, WITH_PAGES, OwnPages, Whereabouts
from generator.editions import Withdrawn
from generator.plan.model import Measure, PublicPlan
from generator.words.directory import kinds
from generator.words.lineage import ids_over_time, removed_things
from generator.words.view import PlanView


def whereabouts(view: PlanView) -> Whereabouts:
    """Where each thing is that the plan has, and each outcome and action that it had."""
    things = things_of(view.plan)
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
    found: dict[str, set[str]] = {kind: set() for kind in (*WITH_PAGES, *ON_PAGES)}
    found["term"].update(entry.term for entry in plan.glossary)
    for node in lay_out(plan).nodes.values():
        if node.key.kind in found and (not isinstance(node.value, Measure) or node.value.observations):
            found[node.key.kind].add(node.key.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}
