"""Findings of the privacy gate are problems of the file, at their place, accepted by their own ids."""

from pathlib import Path

import pytest

from generator.authoring.folder import read_folder, read_source
from generator.checks.privacy import KINDS
from generator.privacy import Kind
from tests.broken_samples import PLAN, council
from tests.conftest import TODAY

PRIVATE = "schema: 1\npeople:\n  - name: Alba Quist\n    initials: AQ\n  - name: Hidden Otherwise\n"
ACCEPTED = (
    "accepted:\n  - code: {code}\n    id: {id}\n    reason: {reason}\n    role: Lead officer\n    date: 2026-11-21\n"
)


def checked(folder: Path, text: str, *, with_private: bool = True, accepted: str = "") -> list[str]:
    plan = f"{PLAN}    question: {text}\n{accepted}"
    made = council(folder, plan=plan, **{"plans/anytown/private.yaml": PRIVATE})
    source = read_folder(made, today=TODAY).source if with_private else read_source(made, today=TODAY)
    return [str(problem).removeprefix(f"{folder}/plans/anytown/plan.yaml:") for problem in source.problems]


def id_in(message: str) -> str:
    return message.rpartition(", as ")[2].split(" ")[0]


def accepting(code: str, finding: str, reason: str = "It is a form.") -> str:
    return ACCEPTED.format(code=code, id=finding, reason=reason)


def test_every_kind_is_a_problem():
    assert set(KINDS) == set(Kind)


def test_finding_stands_at_its_place(tmp_path):
    (message,) = checked(tmp_path, "Was 4 children asked?")
    assert message.startswith("8:15: outcomes[1].question: '4 children' counts so few people")


def test_accepted_finding_is_let_be(tmp_path):
    (message,) = checked(tmp_path, "Was 4 children asked?")
    accepted = accepting("privacy-small-number", id_in(message))
    assert checked(tmp_path, "Was 4 children asked?", accepted=accepted) == []


def test_accepted_finding_that_is_gone_is_told(tmp_path):
    accepted = accepting("privacy-small-number", "o-1-12345678")
    (message,) = checked(tmp_path, "Are children asked?", accepted=accepted)
    assert message.endswith("(accepted-unmatched)")


def test_accepting_by_the_id_of_the_thing_is_not_enough(tmp_path):
    found = checked(tmp_path, "Was 4 children asked?", accepted=accepting("privacy-small-number", "o-1"))
    assert [message.rpartition("(")[2] for message in found] == ["privacy-small-number)", "accepted-unmatched)"]


def test_name_in_the_reason_is_told(tmp_path):
    (message,) = checked(tmp_path, "Was 4 children asked?")
    accepted = accepting("privacy-small-number", id_in(message), "It was led by Bram Oddlesworth")
    (message,) = checked(tmp_path, "Was 4 children asked?", accepted=accepted)
    assert "accepted[1].reason: 'Bram Oddlesworth' may be a person's name" in message


def test_register_is_read_by_check_alone(tmp_path):
    assert len(checked(tmp_path, "Does Alba Quist-like Quist hear AQ here?")) > 0
    assert not any("register" in text for text in checked(tmp_path, "Does Quist hear them?", with_private=False))


def test_accepted_part_of_a_name_is_left_in_peace_where_the_register_is_not_read(tmp_path):
    (message,) = checked(tmp_path, "Does Quist hear them?")
    accepted = accepting("privacy-registered-part", id_in(message))
    for with_private in (True, False):
        assert checked(tmp_path, "Does Quist hear them?", accepted=accepted, with_private=with_private) == []


def test_other_people_of_the_register_are_not_told(tmp_path):
    assert not any(
        "Hidden" in message or "Otherwise" in message for message in checked(tmp_path, "Does Alba Quist hear?")
    )


def test_initials_are_not_to_be_explained(tmp_path):
    (message,) = checked(tmp_path, "Is it done? (BO)")
    assert message.endswith("(privacy-person-initials)")


@pytest.mark.parametrize("code", ["privacy-phone", "privacy-registered-person"])
def test_error_cannot_be_accepted(tmp_path, code):
    found = checked(tmp_path, "Are children asked?", accepted=accepting(code, "o-1-12345678"))
    assert [message.rpartition("(")[2] for message in found] == ["accepted-code)"]
