"""Compares the five documents with the plans made of them, fact by fact.

python -m tests.sources.compare ../shared/sources
"""

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from generator.plan.reader import read_plan
from tests.sources.facts import (
    AGENCY,
    JOINT,
    PLANS,
    Dump,
    Fact,
    Place,
    held_facts,
    note_texts,
    plan_texts,
    source_facts,
)
from tests.sources.reader import read_sources
from tests.sources.tokens import Token, agrees, tokens

ROOT = Path(__file__).parent.parent.parent
CORRECTIONS = Path(__file__).parent / "corrections.toml"
NOTHING = "nothing"
EXACT = ("date", "percentage")  # what no plan may add to a row: a count or a term may be another way to say the same


class Difference(NamedTuple):
    """A fact that the plan does not hold, or holds with another value; or one that the plan alone holds."""

    source: str
    line: int
    place: Place
    kind: str
    in_source: str
    in_plan: str

    def __str__(self) -> str:
        where = f"{self.source}:{self.line}: {self.place.plan}, {self.place.where}: {self.kind}"
        return f"{where}: {self.in_source!r} in the source, {self.in_plan!r} in the plan"


class Correction(NamedTuple):
    """A difference that is meant, as the list of corrections names it, with its reason."""

    source: str
    line: int
    kind: str
    fact: str
    plan: str
    why: str

    def covers(self, difference: Difference) -> bool:
        known = (difference.source, difference.line, difference.kind, difference.in_source, difference.in_plan)
        return self[:5] == known


class Comparison(NamedTuple):
    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    corrected: tuple[Difference, ...]
    unused: tuple[Correction, ...]


def read_plans(folder: Path = ROOT / "plans") -> dict[str, Dump]:
    """The six plans as plain data."""
    plans: dict[str, Dump] = {}
    for name in PLANS:
        plan = read_plan(folder / name).plan
        assert plan is not None, f"{name} has errors"
        plans[name] = asdict(plan)
    return plans


def read_corrections(path: Path = CORRECTIONS) -> tuple[Correction, ...]:
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["correction"]
    return tuple(Correction(**{"plan": NOTHING, **entry}) for entry in entries)


def compare(facts: tuple[Fact, ...], plans: Mapping[str, Dump], corrections: Sequence[Correction] = ()) -> Comparison:
    """How far `plans` hold `facts`, less what `corrections` say is meant."""
    kinds = (table_differences, running_differences, added_differences)
    found = tuple(difference for differences in kinds for difference in differences(facts, plans))
    corrected = tuple(one for one in found if any(correction.covers(one) for correction in corrections))
    unused = tuple(one for one in corrections if not any(one.covers(difference) for difference in found))
    return Comparison(facts, tuple(one for one in found if one not in corrected), corrected, unused)


def table_differences(facts: tuple[Fact, ...], plans: Mapping[str, Dump]) -> Iterator[Difference]:
    """Facts of tables: each value of a row stands once on either side."""
    held: dict[tuple[Place, str], Counter[str]] = defaultdict(Counter)
    printed: dict[tuple[Place, str], list[Fact]] = defaultdict(list)
    for place, kind, value in held_facts(plans):
        held[place, kind][value] += 1
    for fact in facts:
        if not fact.running:
            printed[fact.place, fact.kind].append(fact)
    for (place, kind), row in printed.items():
        rest = held.pop((place, kind), Counter())
        missing = []
        for fact in row:
            if rest[fact.value] > 0:
                rest[fact.value] -= 1
            else:
                missing.append(fact)
        others = sorted(rest.elements())
        for fact in missing:
            yield Difference(fact.source, fact.line, place, kind, fact.value, others.pop(0) if others else NOTHING)
        yield from (Difference(row[0].source, row[0].line, place, kind, NOTHING, other) for other in others)
    for (place, kind), rest in held.items():
        yield from (Difference("-", 0, place, kind, NOTHING, other) for other in rest.elements())


def running_differences(facts: tuple[Fact, ...], plans: Mapping[str, Dump]) -> Iterator[Difference]:
    """Facts of running text: each value stands in what the plan says in the same place."""
    said = plan_texts(plans)
    for fact in facts:
        wanted = Token(fact.kind, fact.value, fact.near)
        if fact.running and not any(agrees(wanted, token) for token in said.get(fact.place, ())):
            yield Difference(fact.source, fact.line, fact.place, fact.kind, fact.value, NOTHING)


def added_differences(facts: tuple[Fact, ...], plans: Mapping[str, Dump]) -> Iterator[Difference]:
    """Dates and percentages that a plan's notes on an action tell, and its row in the document does not."""
    printed: dict[Place, list[Fact]] = defaultdict(list)
    for fact in facts:
        printed[Place(fact.place.plan, fact.place.where.split(",")[0])].append(fact)
    for name in (JOINT, AGENCY):
        for where, text in note_texts(plans[name]):
            place = Place(name, where)
            row = printed[place]
            known = [Token("date" if fact.kind == "timescale" else fact.kind, fact.value) for fact in row]
            for token in tokens(text):
                if token.kind in EXACT and not any(agrees(one, token) for one in known):
                    source, line = (row[0].source, row[0].line) if row else ("-", 0)
                    yield Difference(source, line, place, token.kind, NOTHING, token.value)


def table(comparison: Comparison) -> Iterator[str]:
    """One line for each kind of fact of each source and plan: how many there are, found and corrected."""
    number = Counter((fact.source, fact.place.plan, fact.kind) for fact in comparison.facts)
    corrected = counted(comparison.corrected)
    wrong = counted(comparison.differences)
    yield row("source", "plan", "kind of fact", "in source", "found", "corrected", "different")
    for key, total in number.items():
        yield row(*key, total, total - corrected[key] - wrong[key], corrected[key], wrong[key])
    for source, (total, found, amended) in by_source(comparison).items():
        yield row(source, "", "all", total, found, amended, total - found - amended)


def counted(differences: Sequence[Difference]) -> Counter[tuple[str, str, str]]:
    """How many facts of the source differ, by source, plan and kind; what the plan alone holds is none of them."""
    return Counter((one.source, one.place.plan, one.kind) for one in differences if one.in_source != NOTHING)


def by_source(comparison: Comparison) -> dict[str, tuple[int, int, int]]:
    """For each source: facts in it, those found as they are, and those corrected."""
    figures = {}
    for source in dict.fromkeys(fact.source for fact in comparison.facts):
        total = sum(fact.source == source for fact in comparison.facts)
        amended, wrong = (
            sum(one.source == source and one.in_source != NOTHING for one in group)
            for group in (comparison.corrected, comparison.differences)
        )
        figures[source] = (total, total - amended - wrong, amended)
    return figures


def row(*cells: object) -> str:
    widths = (6, 24, 27, 9, 5, 9, 9)
    return "  ".join(f"{cell!s:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def main(arguments: Sequence[str]) -> int:
    """0 where every fact is found or corrected, and every correction is used."""
    if len(arguments) != 1:
        sys.stderr.write("Say where the documents are: python -m tests.sources.compare ../shared/sources\n")
        return 2
    facts = source_facts(read_sources(Path(arguments[0])))
    comparison = compare(facts, read_plans(), read_corrections())
    lines = [*table(comparison), "", *map(str, comparison.differences)]
    lines += [f"this correction corrects nothing: {correction}" for correction in comparison.unused]
    sys.stdout.write("\n".join(lines).strip() + "\n")
    return int(bool(comparison.differences or comparison.unused))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
