"""What comes into a plan, goes and comes back, in one edition after another: what checks clean and publishes always
builds."""

import tempfile
from collections import Counter
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from generator.authoring.publish import redact, withdraw
from generator.editions import places_in, text_at
from generator.editions.fields import NoSuchText
from generator.errors import PlanError
from tests.histories import THINGS, Council, Data, bare_plan, rich_plan
from tests.random_plan import plan_data
from tests.tiers import loop

FIRST_DAY = date(2019, 1, 31)
# Where a folder costs least: the machine builds hundreds of sites.
MEMORY = Path("/dev/shm")
FEW = 8


# Beside all others there is more to go wrong; alone, less hides it.
BASES = loop(test={"beside others": rich_plan}, prove={"alone": bare_plan, "beside others": rich_plan})


def with_thing(thing, plan: Data, letter: str = "a", *, elsewhere: bool = False) -> Data:
    thing.put(plan, letter, elsewhere)
    return plan


@pytest.mark.slow
@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.name)
def test_what_comes_and_goes_can_always_be_built(thing, base, tmp_path):
    texts = {
        "absent": base(),
        "added": with_thing(thing, base()),
        "taken out": base(),
        "back": with_thing(thing, base()),
        "moved": with_thing(thing, base(), elsewhere=True),
    }
    if thing.has_id:
        texts["with another id"] = with_thing(thing, base(), "b", elsewhere=True)
    texts["gone"] = base()
    built = loop(test=("moved", "gone"), prove=tuple(texts))
    council, day, failed = Council(tmp_path / "council", base()), FIRST_DAY, {}
    for name, text in texts.items():
        day += timedelta(days=30)
        assert [str(problem) for problem in council.publish(text, day)] == [], name
        if name in built:
            try:
                council.build(day)
            except PlanError as error:
                failed[name] = str(error).splitlines()[:3]
    assert failed == {}


@pytest.mark.parametrize("group", ["grades-0", "counts-0"])
def test_a_finding_may_have_the_id_of_anothers_grades(group, tmp_path):
    """Ids are the council's own: no two of them make one place on a page."""
    plan = with_thing(next(thing for thing in THINGS if thing.name == "grades"), bare_plan())
    plan["findings"].append({**plan["findings"][0], "id": f"{plan['findings'][0]['id']}-{group}"})
    council = Council(tmp_path / "council", plan)
    assert council.publish(plan, FIRST_DAY) == ()
    assert council.build(FIRST_DAY) > 0


# Any history at all

# What stands in a title, a name or a text instead of what was there.
WORDINGS = [
    "Other words",
    "A < b & *c* [d](e)",
    "Ask children",
    "1. x",
    "-",
    "…",
    "[taken down on 1 June 2019: mistake]",
]
NUMBERS = ["1", "1.1", "1.10", "2", "A < 1", None]
# Ids that one kind of thing has today, and another one tomorrow.
IDS = ["x-1", "x-2", "a-a", "o-a"]
TITLES = ("title", "name", "text", "what", "label")

thing_numbers = st.integers(0, len(THINGS) - 1)
edits = st.one_of(
    st.tuples(st.just("put"), thing_numbers, st.sampled_from("ab"), st.booleans()),
    st.tuples(st.just("take"), st.integers(0, FEW)),
    st.tuples(st.just("reword"), st.integers(0, 2 * FEW), st.sampled_from(WORDINGS)),
    st.tuples(st.just("number"), st.integers(0, 2 * FEW), st.sampled_from(NUMBERS)),
    st.tuples(st.just("empty"), st.integers(0, 2 * FEW)),
    st.tuples(st.just("id"), st.integers(0, 2 * FEW), st.sampled_from(IDS)),
    st.tuples(st.just("bare"), st.booleans()),
    st.tuples(st.just("base"), st.none() | plan_data() | plan_data(closed=True)),
)


def things_of(value: object) -> list[Data]:
    """Everything in a plan file that has an id, in the order of the file."""
    if isinstance(value, list):
        return [thing for item in value for thing in things_of(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "id" in value and "schema" not in value and "code" not in value else []
    return own + [thing for item in value.values() for thing in things_of(item)]


class Officer(RuleBasedStateMachine):
    """Somebody who keeps a plan: edits it, publishes, corrects on the same day, withdraws and redacts.

    After each of these the site is built. `puts` are the things in the text, in their order; `changes` what was done to
    single things then; `taken_down` the words that were, each with what stands in their place.
    """

    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.home = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self.council = Council(Path(self.home.name) / "council", bare_plan())
        self.day = FIRST_DAY
        self.puts: list[tuple[int, str, bool]] = []
        self.changes: list[tuple[str, int, str | None]] = []
        self.taken_down: dict[str, str] = {}
        self.has_outcomes = True
        self.base: Data | None = None

    def teardown(self) -> None:
        self.home.cleanup()

    def text(self) -> Data:
        plan = deepcopy(self.base) if self.base else bare_plan()
        for number, letter, elsewhere in self.puts:
            THINGS[number].put(plan, letter, elsewhere)
        for kind, place, value in self.changes:
            if place < len(things := things_of(plan)):
                thing = things[place]
                if kind != "reword":
                    thing[kind] = value
                elif title := next((name for name in TITLES if name in thing), None):
                    thing[title] = value
        if not self.has_outcomes:
            plan["outcomes"] = []
        return self.without_taken_down(plan)

    def without_taken_down(self, value: object) -> Data:
        """`value` with what stands in its place for each text that was taken down, as an officer mends the file."""
        if isinstance(value, dict):
            kept = ("id", "body", "parent", "actions", "affects", "schema")
            return {key: item if key in kept else self.without_taken_down(item) for key, item in value.items()
                    if item is not None}  # fmt: skip
        if isinstance(value, list):
            return [self.without_taken_down(item) for item in value]
        return self.taken_down.get(value, value) if isinstance(value, str) else value

    def edit(self, wanted: list[tuple]) -> None:
        for kind, *values in wanted:
            if kind == "put" and len(self.puts) < FEW:
                put = tuple(values)
                self.puts = [other for other in self.puts if other[:2] != put[:2]] + [put]
            elif kind == "take" and self.puts:
                del self.puts[values[0] % len(self.puts)]
            elif kind in ("reword", "number", "id"):
                self.changes = [*self.changes[-3:], (kind, *values)]
            elif kind == "empty":
                self.changes = [*self.changes[-3:], ("reword", values[0], "")]
            elif kind == "bare":
                self.has_outcomes = values[0]
            elif kind == "base":
                self.base = values[0]

    def built(self, kind: str) -> None:
        self.done[kind] += 1
        assert self.council.build(self.day) > 0

    @rule(wanted=st.lists(edits, min_size=1, max_size=4), days=st.sampled_from([0, 0, 1, 30, 100]), shown=st.booleans())
    def publish(self, wanted: list[tuple], days: int, shown: bool) -> None:
        """Edit the text and publish it, `days` after what was done last; `shown`: as a draft first. Else undo it."""
        before = (list(self.puts), list(self.changes), self.has_outcomes, self.base)
        self.edit(wanted)
        self.day += timedelta(days)
        entries = self.council.shelf.entries
        is_correction = bool(entries) and entries[-1].date == self.day
        kind, text = "correct" if is_correction else "publish", self.text()
        if shown and not self.council.check(text, self.day):
            self.council.build_draft(self.day)
        if self.council.publish(text, self.day, is_correction=is_correction):
            self.puts, self.changes, self.has_outcomes, self.base = before
            self.done[f"{kind}: refused"] += 1
        else:
            self.built(kind)

    @precondition(lambda self: self.council.shelf.editions)
    @rule(place=st.integers(0, 9))
    def withdraw(self, place: int) -> None:
        editions = self.council.shelf.editions
        withdraw(self.council.place, editions[place % len(editions)].name, self.day, "It was published too early.")
        self.built("withdraw")

    @precondition(lambda self: self.council.shelf.editions)
    @rule(edition=st.integers(0, 9), place=st.integers(0, 200))
    def redact(self, edition: int, place: int) -> None:
        shelf = self.council.shelf
        held = shelf.editions[edition % len(shelf.editions)]
        fields = places_in(held.plan, "")
        subject, field = fields[place % len(fields)]
        try:
            found, _ = text_at(shelf, subject, field, held.name)
            redact(self.council.place, subject, field, self.day, "mistake", edition=held.name)
        except NoSuchText:
            self.done["redact: refused"] += 1
            return
        self.taken_down[found.words] = f"[taken down on {self.day.day} {self.day:%B %Y}: mistake]"
        self.built("redact")


@pytest.mark.slow
def test_what_checks_clean_and_publishes_always_builds(record_property):
    runs, steps = loop(test=(25, 8), prove=(200, 12))
    Officer.done = Counter()
    run_state_machine_as_test(
        Officer,
        settings=settings(
            max_examples=runs,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            # A history of a few steps can be read as it is; to look for a shorter one takes minutes.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    said = ", ".join(f"{count} {kind}" for kind, count in sorted(Officer.done.items()))
    record_property("Steps of any history", f"{sum(Officer.done.values())} ({said})")
