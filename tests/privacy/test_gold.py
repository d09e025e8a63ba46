"""On an invented text in the shapes of a real plan, nearly all that is somebody's is found, and little else."""

import pytest

from generator.privacy import Finding, Kind, findings_of
from tests.conftest import small_plan
from tests.privacy.reading import NAMES, Gold, Score, read_gold, score

RECALL, FALSE = 0.9, 0.1


@pytest.fixture(scope="module")
def found() -> list[tuple[Gold, list[Finding]]]:
    """Each text with what is found in it, where all of them are notes of one plan."""
    texts, data = read_gold()
    plan = small_plan(
        {
            "bodies": [{"id": "council", "name": "Anytown Council"}]
            + [{"id": f"b-{place}", "name": name} for place, name in enumerate(data["bodies"])],
            "glossary": [{"term": term, "meaning": "It is explained here."} for term in data["glossary"]],
        },
        notes=[{"text": item.text} for item in texts],
    )
    by_place: list[list[Finding]] = [[] for _ in texts]
    for finding in findings_of(plan):
        assert finding.path[:5] == ("outcomes", 0, "actions", 0, "notes"), finding
        by_place[int(finding.path[5])].append(finding)
    return list(zip(texts, by_place, strict=True))


def of_names(found: list[tuple[Gold, list[Finding]]]) -> Score:
    return score([gold.names for gold, _ in found], [[f for f in own if f.kind in NAMES] for _, own in found])


def of_initials(found: list[tuple[Gold, list[Finding]]]) -> Score:
    mine = [[f for f in own if f.kind is Kind.PERSON_INITIALS] for _, own in found]
    return score([gold.initials for gold, _ in found], mine)


def test_nine_of_ten_names_are_found(found):
    names = of_names(found)
    assert names.there >= 50
    assert names.found >= RECALL * names.there


def test_nine_of_ten_initials_are_found(found):
    initials = of_initials(found)
    assert initials.there >= 50
    assert initials.found >= RECALL * initials.there


def test_one_of_ten_findings_at_most_is_nobodys(found):
    names, initials = of_names(found), of_initials(found)
    false, right = names.false + initials.false, names.found + initials.found
    assert false <= FALSE * (false + right)


def test_nothing_else_is_found_in_it(found):
    kinds = {f.kind for _, own in found for f in own}
    assert kinds <= {*NAMES, Kind.PERSON_INITIALS}
