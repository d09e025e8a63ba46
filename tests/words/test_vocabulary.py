"""Each closed vocabulary of the model has one table of words, and each of its entries has words in it."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from generator.plan import vocabulary as vocabularies
from generator.plan.field_types import described_fields, types_within
from generator.plan.model import PlanWords, PublicPlan
from generator.words import vocabulary

# Vocabularies that no page says, and why.
NEVER_SAID = {
    "ChangeKind": "diff.change_kinds has the table of all kinds of change",
    "Ground": "it stands in texts of frozen editions, which are in English for good",
    "Look": "a tag's colour and shape; its words are of a rating or a date",
    "ReferenceKind": "it tells what an id refers to, and pages show the thing itself",
    "ThingKind": "things are called by their titles and the plan's own words",
    "Tone": "a rating's colour and shape; its words are the plan's own",
}
VOCABULARIES = {name: kind for name, kind in vars(vocabularies).items() if get_origin(kind) is Literal}
TABLES = [
    (name, get_args(hint)[0], getattr(vocabulary, name))
    for name, hint in get_type_hints(vocabulary).items()
    if get_origin(hint) is Mapping
]


def forms_of(said: Any) -> tuple[str, ...]:
    """Every form in which a table says an entry."""
    match said:
        case str():
            return (said,)
        case tuple():
            return said
        case vocabulary.Forms():
            return astuple(said)
    return said(PlanWords())


def usual_entries(kind: Any) -> Iterator[object]:
    """The entries of a vocabulary that a field of the model has by default."""
    for owner in types_within(PublicPlan):
        defaults = {field.name: field.default for field in fields(owner)}
        for field in described_fields(owner):
            if kind in get_args(field.hint):
                yield defaults[field.name]


def test_each_vocabulary_has_one_table():
    with_a_table = [kind for _, kind, _ in TABLES]
    for name, kind in VOCABULARIES.items():
        expected = 0 if name in NEVER_SAID else 1
        assert with_a_table.count(kind) == expected, f"{name} needs a table in generator/words/vocabulary.py"
    assert NEVER_SAID.keys() <= VOCABULARIES.keys()


@pytest.mark.parametrize(("name", "kind", "table"), TABLES, ids=[name for name, *_ in TABLES])
def test_table_says_each_entry_and_no_other(name, kind, table):
    assert set(table) == set(get_args(kind)), f"{name} in generator/words/vocabulary.py"


@pytest.mark.parametrize(("name", "kind", "table"), TABLES, ids=[name for name, *_ in TABLES])
def test_each_entry_has_words(name, kind, table):
    """In each form that any entry of its table has; only what a field holds by default may go without saying."""
    forms = {entry: [bool(form) for form in forms_of(said)] for entry, said in table.items()}
    needed = [any(form) for form in zip(*forms.values(), strict=True)]
    lacking = [entry for entry, found in forms.items() if found != needed and entry not in usual_entries(kind)]
    assert lacking == [], f"{name} in generator/words/vocabulary.py lacks words for {lacking}"
    assert any(needed), f"{name} in generator/words/vocabulary.py says nothing"


@pytest.mark.parametrize(
    ("kind", "usual"),
    [
        (vocabularies.NoteKind, "progress"),
        (vocabularies.TimescaleRole, "due"),
        (vocabularies.ObservationState, "final"),
    ],
)
def test_default_of_a_field_is_found(kind, usual):
    assert usual in usual_entries(kind)


def test_each_entry_is_plain_english_but_for_hyphens():
    """Changes name an entry by its own word."""
    assert all(entry.replace("-", "").replace(" ", "").isalpha() for entry in vocabulary.ENTRIES)
