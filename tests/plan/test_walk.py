"""One walk meets every value of a plan, and makes the plan anew."""

from typing import Any

from generator.plan.field_types import Missing, described_fields, types_within
from generator.plan.model import Accepted, PublicPlan
from generator.plan.walk import each_field, mapped, walk_plan
from tests.filled_plan import filled, filled_data

PLAN = filled(lambda field: f"text of {field.path}")


def at(path: tuple[str | int, ...]) -> Any:
    """What stands at `path` in the file of the filled plan."""
    held: Any = filled_data(lambda field: f"text of {field.path}")
    for step in path:
        held = held[step]
    return held


def test_every_type_is_met_at_its_place_in_the_file():
    nodes = list(walk_plan(PLAN))
    assert {type(node.value) for node in nodes} == types_within(PublicPlan) - {Missing}
    for node in nodes:
        assert at(node.path).keys() <= {field.key for field in described_fields(type(node.value))}
    assert [node.path for node in nodes] == list(dict.fromkeys(node.path for node in nodes))


def test_every_field_is_met_once_with_what_it_holds():
    met = [(node.value, field.name, path) for node, field, path, _ in each_field(PLAN)]
    assert len({path for _, _, path in met}) == len(met)
    texts = [held for _, _, _, held in each_field(PLAN) if isinstance(held, str) and held.startswith("text of ")]
    wanted: list[str] = []
    filled(lambda field: wanted.append(f"text of {field.path}") or "x")
    assert texts == wanted, "in the order of the plan"
    assert any(held is None for _, _, _, held in each_field(PLAN)), "what holds nothing is met too"


def test_subject_is_the_nearest_thing_with_an_id():
    found = {node.path: node.subject for node in walk_plan(PLAN)}
    assert found[()] == ""
    assert found["outcomes", 0] == "out0"
    assert found["outcomes", 0, "actions", 0, "timescales", 0] == "out0-act0"
    (accepted,) = (node for node in walk_plan(PLAN) if isinstance(node.value, Accepted))
    assert accepted.subject == ""


def test_plan_that_is_made_anew_is_the_same_but_for_what_is_changed():
    assert mapped(PLAN, lambda holder, field, held: held) == PLAN
    louder = mapped(PLAN, lambda holder, field, held: held.upper() if field.name == "title" and held else held)
    assert louder.title == PLAN.title.upper()
    assert [action.title for action in louder.outcomes[0].actions] == [
        action.title.upper() for action in PLAN.outcomes[0].actions
    ]
    assert louder.publisher == PLAN.publisher
