"""A thing of the plan over all its texts, also where a text gave it another id."""

from collections.abc import Iterator

from generator.words.view import PlanView


def ids_over_time(view: PlanView, thing: str) -> tuple[str, ...]:
    """The id that the outcome or action `thing` has in each of `view.steps`, or would have where it is not there.

    The last text that has it by this very id says which thing is meant.
    """
    last = max((place for place, then in enumerate(view.steps) if thing in then.standings), default=0)
    before, after = [thing], [thing]
    for ids in reversed(view.other_ids[:last]):
        earlier = {new: old for old, new in ids.items()}
        before.append(earlier.get(before[-1], before[-1]))
    for ids in view.other_ids[last:]:
        after.append(ids.get(after[-1], after[-1]))
    return (*reversed(before), *after[1:])


def removed_things(view: PlanView) -> Iterator[tuple[int, str]]:
    """Each outcome and action that an edition has and the plan has no longer, with the place of the last such edition.

    Newest first; those of one edition in its order, outcomes before actions.
    """
    seen = set(view.standings)
    for place in range(len(view.edition_views) - 1, -1, -1):
        then = view.edition_views[place]
        there = (*(outcome.id for outcome in then.plan.outcomes), *then.actions)
        yield from ((place, thing) for thing in there if thing not in seen)
        seen |= set(there)
