"""The worked plan of Falkirk holds the facts of the printed plan, in our own words."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.checks import check_plan
from generator.plan.field_types import Missing
from generator.plan.model import Action, PublicPlan, Timescale
from generator.plan.reader import PlanFile, read_plan
from tests.plans import falkirk_facts as facts

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "plans" / "falkirk-cpc-2018-20"
SOURCES = ROOT.parent / "shared" / "sources"
OWN_WORDS = 8  # a run of this many words that stands in the source is a copied sentence


@cache
def plan_file() -> PlanFile:
    return read_plan(FOLDER)


@pytest.fixture(scope="module")
def plan() -> PublicPlan:
    assert plan_file().plan, "\n".join(map(str, plan_file().problems))
    return plan_file().plan


@pytest.fixture(scope="module")
def key_actions(plan) -> dict[str, Action]:
    return {action.number: action for outcome in plan.outcomes for action in outcome.actions}


@pytest.fixture(scope="module")
def sub_actions(key_actions) -> dict[str, Action]:
    """Every sub-action by its number, named as in the facts."""
    found: dict[str, Action] = {}
    for action in key_actions.values():
        for sub_action in action.sub_actions:
            again = sub_action.number in found
            found[f"{sub_action.number} (second)" if again else sub_action.number] = sub_action
    return found


@pytest.fixture(scope="module")
def source() -> str:
    paths = sorted(SOURCES.glob("004*.txt"))
    if not paths:
        pytest.skip("the source document is not beside this checkout")
    return paths[0].read_text("utf-8")


def values_of(value: object) -> Iterator[Any]:
    """Every value of the model's types in `value`, each before what it holds."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from values_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from values_of(item)


def texts_of(plan: PublicPlan) -> Iterator[str]:
    """Every text of the plan but its printed forms and its languages."""
    for value in values_of(plan):
        for name in {field.name for field in fields(value)} - {"verbatim", "languages"}:
            field = getattr(value, name)
            yield from (text for text in (field if isinstance(field, tuple) else (field,)) if isinstance(text, str))


def one_line(text: str) -> str:
    return " ".join(text.split())


def words_of(text: str) -> list[str]:
    """The words of `text` without capitals and punctuation."""
    return re.findall(r"[\w’]+", text.replace("'", "’").casefold())


def runs_of(text: str, length: int) -> set[str]:
    """Every run of `length` words in `text`, less what holds a title."""
    for title in facts.TITLES:
        text = re.sub(re.escape(title), " § ", text, flags=re.IGNORECASE)
    runs: set[str] = set()
    for part in text.split("§"):
        words = words_of(part)
        runs |= {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}
    return runs


def test_plan_has_no_problem_that_is_not_accepted():
    assert check_plan(plan_file(), {FOLDER.name: None}) == ()


def test_only_the_repeated_number_is_accepted(plan):
    assert [(entry.code, entry.id) for entry in plan.accepted] == [("number-repeated", "a-1-32-b")]


def test_outcomes_and_actions_are_numbered_as_printed(plan, key_actions, sub_actions):
    assert tuple(outcome.number for outcome in plan.outcomes) == facts.OUTCOMES
    assert tuple(key_actions) == facts.KEY_ACTIONS
    assert tuple(sub_actions) == tuple(number for numbers in facts.SUB_ACTIONS.values() for number in numbers)
    for number, action in key_actions.items():
        assert len(action.sub_actions) == len(facts.SUB_ACTIONS[number])


def test_plan_has_3_outcomes_9_key_actions_and_31_sub_actions(plan, key_actions, sub_actions):
    assert (len(plan.outcomes), len(key_actions), len(sub_actions)) == (3, 9, 31)
    assert len({sub_action.number for sub_action in sub_actions.values()}) == 30


def test_facts_name_39_timescales_of_which_8_are_targets():
    assert (len(facts.TIMESCALES), len(facts.TARGETS)) == (39, 8)
    assert sum("6 monthly" in when.words for when in facts.TIMESCALES.values()) == 5


@pytest.mark.parametrize("number", facts.TIMESCALES)
def test_timescale_is_as_printed(number, key_actions, sub_actions):
    timescales = (key_actions | sub_actions)[number].timescales
    assert not isinstance(timescales, Missing)
    (when,) = timescales
    assert facts.When(when.words, when.verbatim, when.role, when.reading) == facts.TIMESCALES[number]
    assert when.note or when.reading == "stated"


def test_no_other_timescale_stands_in_the_plan(plan):
    assert sum(isinstance(value, Timescale) for value in values_of(plan)) == len(facts.TIMESCALES)


def test_key_action_without_a_target_says_that_none_is_stated(key_actions):
    assert [n for n, action in key_actions.items() if n not in facts.TARGETS] == ["2.3"]
    assert key_actions["2.3"].timescales == Missing(missing="not-stated")


def test_misprinted_year_is_kept_and_corrected(key_actions, plan):
    assert [when.read_as for when in key_actions["3.1"].timescales] == [facts.CORRECTED_TARGET]
    assert sum(bool(value.read_as) for value in values_of(plan) if isinstance(value, Timescale)) == 1


def test_number_that_is_printed_twice_says_so_on_both(sub_actions):
    for number in ("1.32", "1.32 (second)"):
        assert [(r.field, r.verbatim) for r in sub_actions[number].readings] == [("number", "1.32")]


def test_bullets_are_counted_as_printed(sub_actions):
    found = {number: len(action.points) for number, action in sub_actions.items() if action.points}
    assert found == facts.POINTS


@pytest.mark.parametrize("number", facts.KEY_ACTIONS)
def test_leads_are_as_printed_and_in_order(number, key_actions, sub_actions):
    action = key_actions[number]
    names = {sub_action.id: name for name, sub_action in sub_actions.items()}
    found = [(tuple(names[i] for i in lead.covers), lead.role, lead.body, lead.qualifier) for lead in action.leads]
    assert found == [(ln.beside, ln.role, body, ln.qualifier) for ln in facts.LEADS[number] for body in ln.bodies]


@pytest.mark.parametrize("number", facts.KEY_ACTIONS)
def test_every_sub_action_has_a_lead(number, key_actions):
    action = key_actions[number]
    for sub_action in action.sub_actions:
        assert any(not lead.covers or sub_action.id in lead.covers for lead in action.leads), sub_action.number
    assert {i for lead in action.leads for i in lead.covers} <= {sub_action.id for sub_action in action.sub_actions}


def test_leads_placed_by_blank_lines_say_that_this_is_inferred(key_actions):
    for action in key_actions.values():
        if any(lead.covers for lead in action.leads):
            assert ("leads", "inferred") in {(r.field, r.reading) for r in action.readings}, action.number


@pytest.mark.parametrize("number", facts.KEY_ACTIONS)
def test_measures_are_counted_as_printed_and_only_suggested(number, key_actions):
    measures = key_actions[number].measures
    assert len(measures) == facts.MEASURES[number]
    assert sum(measure.kind == "percent" for measure in measures) == facts.PERCENT_MEASURES.get(number, 0)
    for place, measure in enumerate(measures, 1):
        assert measure.id == f"m-{number.replace('.', '-')}-{place}"
        assert measure.suggested
        # The source gives no figures.
        assert (measure.baseline, measure.targets, measure.observations) == (None, (), ())


def test_only_the_nine_key_actions_are_rated_and_none_has_a_rating_yet(plan, key_actions, sub_actions):
    assert plan.rated == ("actions",)
    assert [action.status for action in key_actions.values()] == [Missing(missing="not-yet-rated")] * 9
    assert {thing.status for thing in (*plan.outcomes, *sub_actions.values())} == {None}


def test_legend_is_red_amber_green_in_this_order(plan):
    assert tuple(status.id for status in plan.status_scheme.statuses) == facts.LEGEND
    assert [status.tone for status in plan.status_scheme.statuses] == ["off-track", "at-risk", "on-track"]


def test_plan_speaks_of_the_end_of_the_month_on_its_cover(plan):
    assert plan.source_date == "September 2018"
    assert plan.as_at == plan.closed.as_at == date(2018, 9, 30)


def test_every_name_in_capitals_is_explained(plan):
    explained = {word for term in plan.glossary for word in re.findall(r"[A-Z][A-Z&]+", term.term)}
    used = {word for text in texts_of(plan) for word in re.findall(r"\b[A-Z][A-Z&]+s?\b", text)}
    assert {word.removesuffix("s") for word in used} <= explained


def test_every_printed_form_stands_in_the_source(plan, source):
    printed = one_line(source)
    verbatim = [value.verbatim for value in values_of(plan) if getattr(value, "verbatim", None)]
    assert len(verbatim) > len(facts.TIMESCALES)
    assert [text for text in verbatim if one_line(text) not in printed] == []


def test_double_spaces_of_the_source_are_kept(source):
    for number in ("2.1", "3.32"):
        assert "  " in facts.TIMESCALES[number].printed
        assert facts.TIMESCALES[number].printed in source


def test_no_sentence_is_copied_from_the_source(plan, source):
    printed = runs_of(source, OWN_WORDS)
    copied = {run for text in texts_of(plan) for run in runs_of(text, OWN_WORDS)} & printed
    assert sorted(copied) == []
