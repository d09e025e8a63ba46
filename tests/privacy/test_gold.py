"""On an invented text in the shapes of a real plan, nearly all that is somebody's is found, and little else."""

import pytest

from generator.privacy import Finding, Kind
from tests.privacy.reading import NAMES, Gold, score_of_initials, score_of_names, scored_gold

RECALL, FALSE = 0.9, 0.1


@pytest.fixture(scope="module")
def found() -> list[tuple[Gold, list[Finding]]]:
    return scored_gold()


def test_nine_of_ten_names_are_found(found):
    names = score_of_names(found)
    assert names.there >= 50
    assert names.found >= RECALL * names.there


def test_nine_of_ten_initials_are_found(found):
    initials = score_of_initials(found)
    assert initials.there >= 50
    assert initials.found >= RECALL * initials.there


def test_one_of_ten_findings_at_most_is_nobodys(found):
    names, initials = score_of_names(found), score_of_initials(found)
    false, right = names.false + initials.false, names.found + initials.found
    assert false <= FALSE * (false + right)


def test_nothing_else_is_found_in_it(found):
    kinds = {f.kind for _, own in found for f in own}
    assert kinds <= {*NAMES, Kind.PERSON_INITIALS}
