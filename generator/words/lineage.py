"""A thing of the plan over all its texts, also where a text gave it another id."""

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
