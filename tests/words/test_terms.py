"""Which words of a plan are helped with, in which forms, and what initials stand for."""

import pytest

from generator.document.addresses import thing_anchor
from generator.document.refs import EVERYWHERE, Ref, There
from generator.plan.model import PublicPlan
from generator.plan.reader import read_plan
from generator.words.terms import Term, is_initials, plan_terms
from tests.conftest import ROOT, small_plan


def terms(*entries: tuple[str, str], bodies: tuple[tuple[str, str], ...] = ()) -> dict[str, Term]:
    """The terms of a plan with these entries and bodies, by their first form."""
    plan = small_plan(
        {
            "bodies": [
                {"id": "council", "name": "Anytown Council"},
                *(
                    {"id": f"b-{place}", "name": name, "short_name": short}
                    for place, (short, name) in enumerate(bodies)
                ),
            ],
            "glossary": [{"term": term, "meaning": meaning} for term, meaning in entries],
        }
    )
    return {term.forms[0]: term for term in plan_terms(plan)}


@pytest.mark.parametrize(
    ("term", "meaning", "name"),
    [
        ("CPC", "Child Protection Committee.", "Child Protection Committee"),
        ("CPC", "Child Protection Committee", "Child Protection Committee"),
        ("HMIE", "HM Inspectorate of Education. It led the inspections.", "HM Inspectorate of Education"),
        ("PQA", "Performance and Quality Assurance. A sub-group.", "Performance and Quality Assurance"),
        ("GIRFEC", "Getting it right for every child. An approach.", "Getting it right for every child"),
        ("FV", "Forth Valley, the area that takes in Falkirk.", "Forth Valley"),
        ("RAG", "Red, amber, green.", "Red, amber, green"),
        ("HR", "Human resources: the people who deal with jobs.", "Human resources"),
        ("TAC", "Team around the child. A meeting.", "Team around the child"),
        ("IRD", "Inter-agency referral discussion. Agencies share.", "Inter-agency referral discussion"),
        ("MAPPA", "Multi-agency public protection arrangements.", "Multi-agency public protection arrangements"),
        ("CPIP", "The Government’s child protection improvement programme of 2017.", None),
        ("CPPs", "Community Planning Partnerships.", "Community Planning Partnerships"),
        ("QIS", "NHS Quality Improvement Scotland.", "NHS Quality Improvement Scotland"),
        ("CPC Lead", "The lead for a service on the Child Protection Committee.", ""),
        ("CCIG", "A group that some leads work through.", ""),
        ("HUB", "The source does not say what it is.", ""),
        ("G4", "A group that oversees work.", ""),
        ("SMT", "The owner. Senior management team.", ""),
        ("Chronology", "Chronology.", ""),
        ("XY", "x y. " + "c " * 20, "x y"),
        ("XY", "c " * 12 + "x y", ""),
    ],
)
def test_initials_stand_for_what_spells_them(term, meaning, name):
    assert terms((term, meaning))[term].name == (meaning.rstrip(".") if name is None else name)


def test_entry_is_led_to_where_it_says_more():
    found = terms(("CPC", "Child Protection Committee."), ("IRD", "Inter-agency referral discussion. They meet."))
    assert found["CPC"].entry is None
    entry = found["IRD"].entry
    assert entry
    assert entry.to == Ref("term", "IRD", "anytown")
    assert EVERYWHERE.destination(entry.to) == There("anytown/glossary/", "t-ird")


def test_one_entry_may_have_several_names():
    found = terms(("CPP, Community Planning Partnership", "A group of public bodies."))
    assert found["CPP"].name == "Community Planning Partnership"
    assert found["Community Planning Partnership"].name == ""
    assert found["CPP"].entry
    assert found["CPP"].entry == found["Community Planning Partnership"].entry
    assert list(terms(("Case conference (CPCC)", "A meeting."))) == ["Case conference", "CPCC"]
    assert (
        terms(("NHS QIS, QIS", "NHS Quality Improvement Scotland."))["QIS"].name == "NHS Quality Improvement Scotland"
    )


def test_forms_are_plural_too_and_of_words_in_small_letters_too():
    found = terms(
        ("CPC", "Child Protection Committee."), ("Core group", "Those who meet."), ("looked after", "In care.")
    )
    assert found["CPC"].forms == ("CPC", "CPCs")
    assert found["Core group"].forms == ("Core group", "Core groups", "core group", "core groups")
    assert "Looked after" in found["looked after"].forms


def test_single_letter_is_no_term():
    assert terms(("E", "Excellent."), ("X, VG", "Very good.")).keys() == {"VG"}


def test_initials_of_a_body_stand_for_its_name_and_other_short_names_for_themselves():
    bodies = (
        ("SCRA", "Scottish Children’s Reporter Administration"),
        ("Police", "Police Scotland"),
        ("CPC", "Anytown CPC"),
    )
    found = terms(("CPC", "Child Protection Committee."), bodies=bodies)
    assert found["SCRA"] == Term(("SCRA", "SCRAs"), "Scottish Children’s Reporter Administration", None)
    assert "Police" not in found
    assert found["CPC"].name == "Child Protection Committee"


def test_body_says_what_the_glossary_does_not_spell():
    found = terms(("CELCIS", "A centre of a university."), bodies=(("CELCIS", "Centre for Excellence"),))
    assert found["CELCIS"].name == "Centre for Excellence"
    assert found["CELCIS"].entry


@pytest.mark.parametrize("name", ["CPC", "HMIe", "CCL&D", "NHS FV", "G4", "CYP Act"])
def test_initials(name):
    assert is_initials(name)


@pytest.mark.parametrize("name", ["Police", "3rd Sector", "My World Triangle", "E", "2017", "third sector"])
def test_plain_words_are_no_initials(name):
    assert not is_initials(name)


def test_place_of_an_entry_stays_when_others_come_and_go():
    few, many = terms(("CCL&D", "A group."), ("IRD", "They meet.")), terms(("Aa", "x"), ("IRD", "They meet."))
    assert few["IRD"].entry
    assert few["IRD"].entry == many["IRD"].entry


@pytest.mark.parametrize(
    ("term", "anchor"),
    [
        ("CCL&D", "t-ccl-d"),
        ("Children’s Pàrtaidh (new)", "t-childrens-partaidh-new"),
        ("a" * 39 + " b", f"t-{'a' * 39}"),
        ("児童", "t-8e70653d6b"),
        ("shell main", "t-shell-main"),
    ],
)
def test_place_of_an_entry_is_made_of_its_term(term, anchor):
    assert thing_anchor("term", term) == anchor


def test_every_initials_of_the_worked_plans_that_spell_something_do():
    for path in sorted((ROOT / "plans").iterdir()):
        file = read_plan(path)
        assert isinstance(file.plan, PublicPlan)
        plan = file.plan
        by_form = {form: term for term in plan_terms(plan) for form in term.forms}
        for entry in plan.glossary:
            if (
                is_initials(entry.term)
                and len(entry.term.split()) == 1
                and len(entry.meaning.split()) <= len(entry.term)
            ):
                assert by_form[entry.term].name, entry.term
