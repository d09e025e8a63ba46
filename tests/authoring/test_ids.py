"""Ids are given where they are missing, and nothing else of the file changes."""

import json
import stat
from dataclasses import is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.ids import PREFIXES, SPARE_PREFIXES, give_ids, id_from
from generator.authoring.yaml_edits import EditError
from generator.plan.field_types import described_fields, type_in, types_within
from generator.plan.model import Entry, PublicPlan
from generator.plan.reader import read_plan
from tests.authoring.plan_files import WITHOUT_IDS

GIVEN = [
    *("o-1", "k-1-1", "m-1-1", "a-1-11-2", "m-1-11-2-1", "m-1-11-2-2"),
    *("a-elan-a-long-title-that-goes-on-and-on", "a-q", "a-w", "f-t", "e-an-audit", "risk-not-enough-staff"),
    *("d-1", "r-1", "anytown-council", "b-1st"),
]


def without_added(old: str, new: str) -> bool:
    """Whether `old` is left of `new` when some of its characters are taken out."""
    rest = iter(new)
    return all(character in rest for character in old)


def test_ids_are_given_where_they_are_missing_and_nothing_else_changes(write):
    path = write(WITHOUT_IDS)
    assert [gift.id for gift in give_ids(path)] == GIVEN
    text = path.read_text("utf-8")
    assert without_added(WITHOUT_IDS, text)
    assert '  - # the first outcome\n    id: o-1\n    number: "1"\n' in text
    assert '    -   id: a-1-11-2\n        number: "1.11"\n' in text
    assert "      - {id: m-1-1, text: how many, unit: x}\n" in text
    assert "{ id: a-q , title: q }" in text
    assert "      id: a-w   # none yet\n" in text


def test_giving_ids_twice_changes_nothing(write):
    path = write(WITHOUT_IDS)
    give_ids(path)
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    assert give_ids(path) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_plan_with_given_ids_has_no_problem_of_ids(write):
    path = write(WITHOUT_IDS)
    give_ids(path)
    assert [p.kind.code for p in read_plan(path.parent).problems if p.kind.code.startswith("id-")] == []


def test_windows_line_ends_byte_order_mark_and_mode_stay(write):
    path = write("", b"\xef\xbb\xbf" + WITHOUT_IDS.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    give_ids(path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfschema") or data.startswith(b"\xef\xbb\xbf# A comment")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_an_id_of_an_edition_or_a_private_file_is_not_given_again(write):
    path = write("schema: 1\nid: anytown\noutcomes:\n  - number: '1'\n    title: x\n  - number: '2'\n    title: y\n")
    editions = path.parent / "editions"
    editions.mkdir()
    (editions / "2019-01-01.json").write_text(json.dumps({"plan": {"outcomes": [{"id": "o-1"}]}}))
    (path.parent / "private.yaml").write_text("schema: 1\nnotes:\n  o-2:\n    - text: x\n")
    assert [gift.id for gift in give_ids(path)] == ["o-1-2", "o-2-2"]


def test_an_edition_that_cannot_be_read_stops_it(write):
    path = write(WITHOUT_IDS)
    (path.parent / "editions").mkdir()
    (path.parent / "editions" / "2019-01-01.json").write_text("{")
    with pytest.raises(EditError, match="this edition cannot be read"):
        give_ids(path)
    assert path.read_text("utf-8") == WITHOUT_IDS


def test_every_list_whose_items_have_an_id_has_a_prefix():
    lists = {
        (field.key, issubclass(inner, Entry))
        for kind in types_within(PublicPlan)
        for field in described_fields(kind)
        if is_dataclass(inner := type_in(field.hint))
        and any(own.name == "id" and own.is_required for own in described_fields(inner))
    }
    assert set(PREFIXES) == {key for key, is_entry in lists if is_entry}
    assert set(SPARE_PREFIXES) == {key for key, is_entry in lists if not is_entry}


@pytest.mark.parametrize(
    ("kind", "texts", "owner", "wanted"),
    [
        ("outcomes", {"number": "1", "title": "x"}, "", "o-1"),
        ("actions", {"number": "1.11"}, "o-1", "a-1-11"),
        ("actions", {"number": "1.1 (a)"}, "o-1", "a-1-1-a"),
        ("actions", {"title": "Children’s voices"}, "o-1", "a-childrens-voices"),
        ("actions", {"title": "日本"}, "o-1", "a-1-3"),
        ("measures", {"text": "x"}, "a-1-1", "m-1-1-3"),
        ("measures", {"text": "x"}, "", "m-3"),
        ("key_issues", {"title": "x"}, "o-2", "k-2-3"),
        ("bodies", {"name": "National Health Service", "short_name": "NHS"}, "", "nhs"),
    ],
)
def test_ids_are_readable(kind, texts, owner, wanted):
    assert id_from(kind, texts, 2, owner) == wanted


@given(st.text(), st.text())
def test_any_title_gives_an_id_that_may_stand(title, number):
    from generator.text import ID_PATTERN

    for kind in ("actions", "bodies", "measures"):
        assert ID_PATTERN.fullmatch(id_from(kind, {"title": title, "number": number}, 0, "o-1"))
