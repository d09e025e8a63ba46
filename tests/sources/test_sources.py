"""The five source documents and the six plans made of them hold the same facts."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.sources.compare import (
    ROOT,
    Comparison,
    Correction,
    Difference,
    by_source,
    compare,
    read_corrections,
    read_plans,
)
from tests.sources.facts import AGENCY, COUNCIL, FALKIRK, GRADES, JOINT, RUTLAND, Dump, Fact, Place, source_facts
from tests.sources.reader import FILES, read_sources

pytestmark = pytest.mark.prove

SOURCES = Path(os.environ.get("PLAN_SOURCES", ROOT.parent / "shared" / "sources"))

# How many facts of a kind the documents hold at least, counted by hand: who reads nothing finds no difference.
FLOORS = {
    ("S0", "question"): 5,
    ("S0", "sub-section"): 18,
    ("S0", "priority"): 7,
    ("S0", "declaration"): 9,
    ("S0", "date"): 8,
    ("S0", "term"): 3,
    ("S1", "code"): 50,
    ("S1", "strategic priority"): 5 + 50,
    ("S1", "due date"): 50,
    ("S1", "progress"): 50,
    ("S1", "priority"): 50 + 33,
    ("S1", "date of overall note"): 50,
    ("S1", "date of sub-action's note"): 72,
    ("S1", "number of sub-actions"): 50,
    ("S1", "number of leads"): 50,
    ("S1", "summary row"): 5,
    ("S1", "box"): 9,
    ("S1", "timescale"): 33,
    ("S1", "as above"): 33,
    ("S1", "number of actions"): 5,
    ("S1", "grade"): 9 * 2,
    ("S1", "version"): 7,
    ("S1", "status word"): 22,
    ("S1", "percentage"): 2,
    ("S1", "date"): 190,
    ("S1", "count"): 55,
    ("S1", "term"): 50,
    ("S2", "band"): 9,
    ("S2", "impact"): 5,
    ("S2", "date"): 3,
    ("S2", "term"): 4,
    ("S3", "indicator"): 18,
    ("S3", "number of areas"): 18 * 6,
    ("S3", "percentage of areas"): 18 * 6,
    ("S3", "date"): 8,
    ("S4", "outcome"): 3,
    ("S4", "key action"): 9,
    ("S4", "sub-action"): 31,
    ("S4", "number of bullets"): 31,
    ("S4", "target"): 8,
    ("S4", "timescale"): 31,
    ("S4", "colour"): 3,
    ("S4", "rating"): 9,
    ("S4", "number of measures"): 9,
    ("S4", "lead"): 40,
    ("S4", "date"): 15,
}

# A few facts typed from the print: document, line, kind and value.
PRINTED = (
    ("S0", 11, "date", "11 Feb 2008"),
    ("S0", 100, "term", "every 6 month"),
    ("S1", 27, "date", "5 Dec"),
    ("S1", 56, "count", "109"),
    ("S1", 181, "due date", "30 Apr 2015"),
    ("S1", 181, "date", "27 Feb"),
    ("S1", 181, "date", "12 Dec 2014"),
    ("S1", 191, "date", "31 Oct 2014"),
    ("S1", 222, "count", "5"),
    ("S1", 354, "date", "18 Mar"),
    ("S1", 427, "date", "Feb 2015"),
    ("S1", 624, "percentage", "93"),
    ("S1", 717, "progress", "16"),
    ("S1", 726, "priority", "high"),
    ("S1", 829, "timescale", "Dec 2015"),
    ("S1", 909, "version", "V3, 24 Aug 2014, draft, Social Services Strategy Service"),
    ("S2", 26, "date", "16 Apr 2013"),
    ("S3", 38, "percentage of areas", "Satisfactory: 23"),
    ("S4", 395, "target", "date Sep 2010"),
    ("S4", 348, "timescale", "term every 6 month"),
)


@pytest.fixture(scope="module")
def facts() -> tuple[Fact, ...]:
    missing = [name for name in FILES.values() if not (SOURCES / name).is_file()]
    if missing:
        pytest.skip(f"cannot run: {SOURCES} does not hold the documents; say where they are with PLAN_SOURCES")
    return source_facts(read_sources(SOURCES))


@pytest.fixture(scope="module")
def plans() -> dict[str, Dump]:
    return read_plans()


@pytest.fixture(scope="module")
def comparison(facts: tuple[Fact, ...], plans: dict[str, Dump]) -> Comparison:
    return compare(facts, plans, read_corrections())


def test_every_fact_is_in_its_plan_or_among_the_corrections(
    comparison: Comparison, record_property: Callable[[str, object], None]
) -> None:
    for source, (total, found, corrected) in by_source(comparison).items():
        record_property(f"Facts in {source}", f"{total}: {found} found in the plans, {corrected} corrected")
    assert not comparison.differences, "\n".join(map(str, comparison.differences))


def test_every_correction_corrects_something(comparison: Comparison) -> None:
    assert comparison.unused == ()


def test_every_correction_gives_its_reason() -> None:
    assert all(correction.why.endswith(".") for correction in read_corrections())


def test_the_reader_finds_every_kind_of_fact(facts: tuple[Fact, ...]) -> None:
    found = Counter((fact.source, fact.kind) for fact in facts)
    assert {key: found[key] for key, floor in FLOORS.items() if found[key] < floor} == {}


@pytest.mark.parametrize("printed", PRINTED, ids=lambda printed: f"{printed[0]}-{printed[1]}-{printed[2]}")
def test_the_reader_finds_what_is_printed(facts: tuple[Fact, ...], printed: tuple[str, int, str, str]) -> None:
    source, line, kind, value = printed
    near = [fact for fact in facts if fact.source == source and fact.kind == kind and abs(fact.line - line) <= 10]
    assert value in [fact.value for fact in near]


def test_the_bullets_are_those_of_three_sub_actions(facts: tuple[Fact, ...]) -> None:
    bullets = {fact.place.where: fact.value for fact in facts if fact.kind == "number of bullets"}
    assert {label: count for label, count in bullets.items() if count != "0"} == {
        "1.11": "7",
        "2.21": "11",
        "3.11": "4",
    }


# Each change of a plan is found, and nothing else is.


def with_value(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """`data` with `value` at `path`."""
    if not path:
        return value
    if isinstance(data, dict):
        return {**data, path[0]: with_value(data[path[0]], path[1:], value)}
    place = path[0]
    assert isinstance(place, int)
    return (*data[:place], with_value(data[place], path[1:], value), *data[place + 1 :])


def with_words(data: Any, old: str, new: str) -> Any:
    """`data` with `new` for `old` in every text."""
    if isinstance(data, dict):
        return {key: with_words(value, old, new) for key, value in data.items()}
    if isinstance(data, tuple):
        return tuple(with_words(value, old, new) for value in data)
    return data.replace(old, new) if isinstance(data, str) else data


def found_after(comparison: Comparison, plans: dict[str, Dump], name: str, plan: Dump) -> list[tuple[Any, ...]]:
    """The differences that appear with `plan`: line, kind, the value in the source and that in the plan."""
    changed = compare(comparison.facts, {**plans, name: plan}, read_corrections()).differences
    return [(one.line, one.kind, one.in_source, one.in_plan) for one in changed if one not in comparison.differences]


FIRST = ("outcomes", 0, "actions", 0)
VALUES = [
    (JOINT, (*FIRST, "timescales", 0, "words"), "30-Apr-2016", [(181, "due date", "30 Apr 2015", "30 Apr 2016")]),
    (JOINT, (*FIRST, "progress"), 71, [(181, "progress", "70", "71")]),
    (JOINT, (*FIRST, "priority"), "low", [(188, "priority", "high", "low")]),
    (JOINT, (*FIRST, "leads"), (), [(181, "number of leads", "1", "0")]),
    (JOINT, (*FIRST, "sub_actions", 2, "notes"), (), [
        (184, "date of sub-action's note", "24 Mar 2015", "nothing"),
        (184, "date", "Dec", "nothing"), (184, "date", "Jan 2015", "nothing"), (184, "date", "Mar 2015", "nothing"),
        (184, "date", "Mar", "nothing"), (184, "date", "Apr 2015", "nothing"), (184, "date", "Mar", "nothing"),
    ]),
    (JOINT, ("code",), "SOS 002", [(142, "plan code", "SOS 001", "SOS 002")]),
    (JOINT, ("declarations", 1, "ticked"), False, [(99, "box", "yes", "no")]),
    (AGENCY, (*FIRST, "priority"), "medium", [(812, "priority", "high", "medium")]),
    (AGENCY, (*FIRST, "timescales", 0, "words"), "October 2015", [(812, "timescale", "Oct 2014", "Oct 2015")]),
    (AGENCY, ("printed_versions", 2, "version"), "V3", [
        (908, "version", "V 3, 17 Aug 2014, draft, Social Services Strategy Service",
         "V3, 17 Aug 2014, draft, Social Services Strategy Service"),
    ]),
    (RUTLAND, ("risks", 3, "impact"), "high", [(60, "impact", "medium", "high")]),
    (GRADES, ("findings", 8, "counts", 0, "counts", 1, "percent"), 36,
     [(33, "percentage of areas", "Very good: 37", "Very good: 36")]),
    (FALKIRK, (*FIRST, "timescales", 0, "words"), "Sept 2021", [(95, "target", "date Sep 2020", "date Sep 2021")]),
    (FALKIRK, (*FIRST, "sub_actions", 0, "points"), (), [
        (66, "number of bullets", "7", "0"), (68, "date", "2018", "nothing"), (68, "date", "2020", "nothing"),
    ]),
    (FALKIRK, (*FIRST, "status"), "green", [(65, "rating", "none", "green")]),
    (COUNCIL, ("outcomes", 0, "actions", 0, "title"), "Children are heard",
     [(31, "sub-section", "children are listened to understood and respected", "children are heard")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path", "value", "expected"), VALUES, ids=lambda value: str(value)[:40])
def test_a_changed_value_is_reported(
    comparison: Comparison,
    plans: dict[str, Dump],
    name: str,
    path: tuple[str | int, ...],
    value: Any,
    expected: list[Any],
) -> None:
    changed = with_value(plans[name], path, value)
    assert sorted(found_after(comparison, plans, name, changed)) == sorted(expected)


WORDS = [
    (JOINT, "93%", "92%", [
        (624, "percentage", "93", "nothing"), (631, "percentage", "93", "nothing"),
        (624, "percentage", "nothing", "92"), (624, "percentage", "nothing", "92"),
    ]),
    (JOINT, "(30 and 31 October 2014)", "(30 October 2014)", [(191, "date", "31 Oct 2014", "nothing")]),
    (JOINT, "March (17, 18 and 19)", "March (17 and 18)", [(354, "date", "19 Mar", "nothing")]),
    (JOINT, "finished on 26 January 2015", "finished on 27 January 2015", [
        (274, "date", "26 Jan 2015", "nothing"), (274, "date", "nothing", "27 Jan 2015"),
    ]),
    (JOINT, "109 cases", "many cases", [(56, "count", "109", "nothing")]),
    (FALKIRK, "6 months", "7 months", [(151, "term", "6 month", "nothing")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "expected"), WORDS, ids=lambda value: str(value)[:40])
def test_a_change_in_running_text_is_reported(
    comparison: Comparison, plans: dict[str, Dump], name: str, old: str, new: str, expected: list[Any]
) -> None:
    assert found_after(comparison, plans, name, with_words(plans[name], old, new)) == expected


def test_a_changed_code_is_reported(comparison: Comparison, plans: dict[str, Dump]) -> None:
    changed = with_value(plans[JOINT], (*FIRST, "code"), "SS_IC SAP_IMP1")
    found = compare(comparison.facts, {**plans, JOINT: changed}, read_corrections()).differences
    codes = [(one.line, one.in_source, one.in_plan) for one in found if one.kind == "code"]
    assert codes == [(181, "SS_ICSAP_IMP1", "SS_IC SAP_IMP1")]
    assert all("IMP1" in f"{one.place.where} {one.in_source}" for one in found)


def test_an_action_that_the_plan_alone_holds_is_reported(comparison: Comparison, plans: dict[str, Dump]) -> None:
    actions = plans[AGENCY]["outcomes"][4]["actions"]
    changed = with_value(plans[AGENCY], ("outcomes", 4, "actions"), (*actions, actions[-1]))
    found = found_after(comparison, plans, AGENCY, changed)
    assert (900, "number of actions", "2", "3") in found
    assert (0, "timescale", "nothing", "Apr 2015") in found


def test_a_correction_that_nothing_needs_is_reported(comparison: Comparison, plans: dict[str, Dump]) -> None:
    unused = Correction("S2", 66, "due date", "1 May 2013", "nothing", "None.")
    assert compare(comparison.facts, plans, (*read_corrections(), unused)).unused == (unused,)


def test_a_difference_says_where_both_sides_stand() -> None:
    difference = Difference("S1", 181, Place(JOINT, "SS_ICSAP_IMP1"), "progress", "70", "71")
    assert str(difference) == (
        "S1:181: joint-inspection-2014, SS_ICSAP_IMP1: progress: '70' in the source, '71' in the plan"
    )
