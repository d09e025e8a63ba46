"""What makes a thing the same thing in another edition: its id, or what else tells it from its neighbours.

Where several items of a list have one identity, the first is the first: so a note is found by its date and its place in
that day. All of it is derived from what the model says of its types and fields.
"""

from collections.abc import Hashable, Mapping
from typing import Any

from generator.plan.field_types import AboutType, described_fields, type_in, types_within
from generator.plan.model import PublicPlan
from generator.plan.vocabulary import ThingKind

TYPES: Mapping[type[Any], AboutType] = {
    kind: kind.about for kind in sorted(types_within(PublicPlan), key=str) if hasattr(kind, "about")
}
# Things with a permanent id: wherever in the plan one stands, it is the same. Another id is another thing.
THINGS: Mapping[type[Any], ThingKind] = {
    kind: about.thing for kind, about in TYPES.items() if about.thing and kind is not PublicPlan
}
# The lists in which they stand.
HOLDERS: Mapping[type[Any], Mapping[str, type[Any]]] = {
    holder: held
    for holder, about in TYPES.items()
    if about.thing
    and (held := {field.name: found for field in described_fields(holder) if (found := type_in(field.hint)) in THINGS})
}
# The fields that name things by their ids. Where one may hold other words too, a page shows the thing of that id.
REFERENCES: Mapping[type[Any], tuple[str, ...]] = {
    kind: tuple(
        field.name
        for field in described_fields(kind)
        if field.about.refers_to not in (None, "plan", "status") or (field.traits and field.traits.may_name_body)
    )
    for kind in types_within(PublicPlan)
}
REFERENCE_FIELDS = frozenset(name for names in REFERENCES.values() for name in names)


# Items without an id of their own.
ITEMS = frozenset(kind for kind, about in TYPES.items() if about.told_apart_by)


def identity(item: Any) -> Hashable:
    """What tells an item without an id of its own from the others of its list."""
    about = TYPES[type(item)]
    found = tuple(getattr(item, name) for name in about.told_apart_by)
    return next(filter(None, found), None) if about.by_first else found
