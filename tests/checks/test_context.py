"""Every value of a plan is met once, with its path in the file and the entry that it belongs to."""

from datetime import date

import pytest

from generator.checks.context import PlanContext, owner
from generator.plan.model import (
    Action,
    Lead,
    PublicPlan,
    Reading,
    Timescale,
)
from generator.plan.reader import read_plan
from tests.checks.checking import PLAN


@pytest.fixture
def context(tmp_path) -> PlanContext:
    folder = tmp_path / "anytown"
    folder.mkdir()
    readings = "readings: [{field: title, reading: inferred}]\n"
    text = PLAN.replace(
        "            title: Write to them\n", "            title: Write to them\n            leads: [nhs]\n"
    )
    (folder / "plan.yaml").write_text(text + readings, "utf-8")
    return PlanContext(read_plan(folder), {"anytown": None})


def test_plan_comes_first_and_each_value_before_what_it_holds(context):
    paths = [node.path for node in context.nodes]
    assert paths[0] == ()
    assert isinstance(context.nodes[0].value, PublicPlan)
    for place, path in enumerate(paths):
        holders = [earlier for earlier in paths if earlier != path and path[: len(earlier)] == earlier]
        assert all(paths.index(holder) < place for holder in holders)


def test_each_value_is_met_once(context):
    paths = [node.path for node in context.nodes]
    # The plan's labels have a default and stand in no file.
    assert len(set(paths)) == len(paths)


def test_entry_that_a_value_belongs_to_is_the_nearest_one(context):
    owners = {node.path: owner(node) for node, _ in context.of(Lead)}
    assert owners == {("outcomes", 0, "actions", 1, "sub_actions", 0, "leads", 0): "a-2-1"}
    assert [owner(node) for node, _ in context.of(Reading)] == [""]
    assert [owner(node) for node, _ in context.of(Action)] == ["a-1", "a-2", "a-2-1"]


def test_kind_that_is_not_there_is_met_nowhere(context):
    assert list(context.of(Timescale)) == []


@pytest.mark.parametrize(
    ("part", "today", "day"),
    [
        ("", None, None),
        ("", date(2020, 1, 1), date(2020, 1, 1)),
        ("as_at: 2019-03-31\n", None, date(2019, 3, 31)),
        ("as_at: 2019-03-31\n", date(2020, 1, 1), date(2019, 3, 31)),
        ("as_at: 2019-03-31\nclosed: {as_at: 2019-06-30, why: x}\n", date(2020, 1, 1), date(2019, 6, 30)),
        ("closed: {as_at: 2019-06-30, why: x}\n", None, date(2019, 6, 30)),
    ],
)
def test_day_of_a_plan_is_that_of_its_closing_of_its_facts_or_today(part, today, day, tmp_path):
    folder = tmp_path / "anytown"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN + part, "utf-8")
    assert PlanContext(read_plan(folder), {}, today).day == day


def test_texts_are_public_words_and_nothing_else(context):
    texts = {".".join(map(str, words.path)): (words.text, words.is_rich) for words in context.texts}
    assert texts["title"] == ("Anytown plan", False)
    assert texts["bodies.1.short_name"] == ("The Board", False)
    assert "outcomes.0.actions.0.id" not in texts
    assert "outcomes.0.actions.0.status" not in texts
    assert not any(key.startswith("accepted") for key in texts)


def test_text_that_may_be_missing_is_a_text_too(tmp_path):
    folder = tmp_path / "anytown"
    folder.mkdir()
    more = """\
            notes: [{text: "It **began**"}, {text: {missing: withheld, ground: A court case}}]
            measures: [{id: m-1, text: Fewer, targets: [{value: Ten}]}]
"""
    grades = "findings: [{id: f-2, kind: grades, title: x, grades: [{indicator: a, grade: Good}]}]\n"
    text = PLAN.replace("            title: Write to them\n", f"            title: Write to them\n{more}")
    text = text.replace("findings:\n  - {id: f-1, kind: recommendation, title: Listen}\n", grades)
    (folder / "plan.yaml").write_text(text, "utf-8")
    found = PlanContext(read_plan(folder), {}).texts
    texts = {".".join(map(str, words.path[-2:])): (words.text, words.is_rich) for words in found}
    assert texts["0.text"] == ("It **began**", True)
    assert texts["text.ground"] == ("A court case", False)
    assert texts["0.value"] == ("Ten", False)
    assert texts["0.grade"] == ("Good", False)
