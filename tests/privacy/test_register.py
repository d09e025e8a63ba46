"""Nobody of the people register stands in any public field, however the name is written."""

from dataclasses import replace

import pytest

from generator.plan.field_types import Decimal, Id, LanguageTag, Ref, WebAddress, described_fields, holds, types_within
from generator.plan.model import PublicPlan
from generator.plan.private import Person
from generator.privacy import Kind, findings_of
from generator.privacy.texts import texts
from tests.conftest import small_plan
from tests.filled_plan import fields, filled

ALBA = Person(name="Alba Quist", initials="AQ", email="alba@example.org", phone="01632 960 001")
PEOPLE = (ALBA, Person(name="Bram van der Oddly"))


def found_in(text, people=PEOPLE, plan=None):
    findings = findings_of(small_plan(plan, notes=[{"text": text}]), people)
    return [(finding.kind, finding.words) for finding in findings]


@pytest.mark.parametrize(
    "words",
    [
        *("Alba Quist", "ALBA QUIST", "alba quist", "Alba  Quist", "Quist, Alba", "Quist Alba", "A Quist", "A. Quist"),
        *("Quist, A", "Ms Quist", "Dr. Quist", "Álba Quíst", "alba.quist", "alba-quist", "alba_quist", "albaquist"),
        *("Bram van der Oddly", "van der Oddly, Bram", "B van der Oddly", "Mr van der Oddly", "Alba@Example.org"),
        *("01632 960 001", "(01632) 960001", "+44 1632 960001", "01632960001", "960 001", "AQ", "A.Q."),
    ],
)
def test_person_is_found(words):
    kinds = {kind for kind, _ in found_in(f"We heard {words} on this")}
    assert Kind.REGISTERED_PERSON in kinds


@pytest.mark.parametrize("words", ["(AQ)", "AQ 12/3/15", "(AQ) March", "AQ/BO", "Done. AQ", "sent to AQ, then", "AQ's"])
def test_initials_are_found(words):
    assert (Kind.REGISTERED_PERSON, "AQ") in found_in(f"It is so {words}")


@pytest.mark.parametrize(
    "words", ["Albany Quistgard", "Quist-like", "QA", "AQUA", "alban quister", "960 002", "al bum"]
)
def test_other_words_are_not(words):
    assert Kind.REGISTERED_PERSON not in {kind for kind, _ in found_in(f"It is so {words} there")}


@pytest.mark.parametrize(("words", "part"), [("Quist", "Quist"), ("Alba", "Alba"), ("Oddly", "Oddly")])
def test_part_of_a_name_is_a_guess(words, part):
    assert (Kind.REGISTERED_PART, part) in found_in(f"We heard {words} on this")


def test_part_that_is_a_word_of_plans_is_let_be():
    assert found_in("The Young people met.", [Person(name="Kit Young")]) == []


@pytest.mark.parametrize("word", ["corrieward", "Corrieward", "CORRIEWARD", "corrieward's", "innes", "INNES"])
def test_part_of_a_name_is_found_in_any_letters(word):
    people = [Person(name="Innes Corrieward")]
    assert (Kind.REGISTERED_PART, word.removesuffix("'s")) in found_in(f"Draft is out. {word} to confirm.", people)


def test_part_in_small_letters_hides_no_capitals():
    people = [Person(name="Innes Corrieward")]
    assert [words for _, words in found_in("It was corrieward. We heard Corrieward.", people)] == [
        "corrieward",
        "Corrieward",
    ]


ZORKLEY = [Person(name="Alba Zorkley")]


def test_title_that_holds_a_name_hides_it_nowhere():
    plan = small_plan(notes=[{"text": "Zorkley to update the plan."}])
    plan = replace(plan, outcomes=tuple(replace(item, title="Work led by Zorkley") for item in plan.outcomes))
    for people in (ZORKLEY, []):
        found = findings_of(plan, people)
        assert [finding.words for finding in found] == ["Zorkley", "Zorkley"]
        assert [finding.path[-1] for finding in found] == ["title", "text"]


def test_part_of_a_name_is_found_outside_the_name_of_a_body():
    plan = {"bodies": [{"id": "council", "name": "Anytown Council"}, {"id": "z", "name": "Zorkley Centre"}]}
    text = "Zorkley Centre is open. Zorkley to update the plan."
    found = findings_of(small_plan(plan, notes=[{"text": text}]), ZORKLEY)
    assert [(finding.path[-1], finding.words) for finding in found] == [("name", "Zorkley"), ("text", "Zorkley")]
    assert found_in("Zorkley Centre is open.", ZORKLEY, plan) == [(Kind.REGISTERED_PART, "Zorkley")]


@pytest.mark.parametrize(
    "name", ["Young", "White", "Grant", "May", "Black", "Walker", "Mark", "Grace", "Hope", "Woods"]
)
def test_part_that_small_letters_make_a_word_of_is_let_be(name):
    people = [Person(name=f"Alba {name}"), Person(name=f"{name} Oddly")]
    assert found_in(f"The {name.casefold()} of it is to be seen.", people) == []


@pytest.mark.parametrize("before", ["Spoke to ", "Lead: ", "It is so (", "Form sent, ", "Done by Dr. "])
def test_plain_word_in_small_letters_hides_no_part_within_a_sentence(before):
    found = found_in(f"{before}Grant about it. A small grant is paid.", [Person(name="Alba Grant")])
    assert [words.removeprefix("Dr. ") for _, words in found] == ["Grant"]


@pytest.mark.parametrize("before", ["", "It is done. ", "Why? ", "- ", "It is done.\n• "])
def test_plain_word_that_opens_a_sentence_is_let_be(before):
    assert found_in(f"{before}Grant forms are out. A small grant is paid.", [Person(name="Alba Grant")]) == []


@pytest.mark.parametrize("name", ["Alba Grant", "Alba Young", "Ian Price", "Alba Black", "Sam Grant"])
@pytest.mark.parametrize(
    "text",
    [
        *("We received a {}.", "It is a {} matter.", "A {} envelope came.", "To {} a licence.", "Can't {} it."),
        *("Option a, {} or not.", "The council's {} scheme.", "I {} it."),
    ],
)
def test_article_is_no_initial(name, text):
    assert found_in(text.format(name.split()[1].casefold()), [Person(name=name)]) == []


@pytest.mark.parametrize("address", ["apply-for-a-grant", "give_a_grant"])
def test_article_in_an_address_is_no_initial(address):
    plan = {"contacts": [{"role": "Team", "link": f"https://example.org/{address}"}]}
    assert findings_of(small_plan(plan), [Person(name="Alba Grant")]) == ()


@pytest.mark.parametrize("text", ["A Grant form is out.", "Done. A Grant to ask.", "RECEIVED A GRANT"])
def test_article_and_initial_are_a_guess_where_a_sentence_opens(text):
    people = [Person(name="Alba Grant")]
    assert [(kind, words.title()) for kind, words in found_in(text, people)] == [(Kind.REGISTERED_PART, "A Grant")]


@pytest.mark.parametrize(
    "text", ["Spoke to A Grant", "A. Grant to ask", "Form: Grant, A.", "See a.grant", "A.Grant", "by Grant A"]
)
def test_initial_with_a_plain_surname_is_found(text):
    assert Kind.REGISTERED_PERSON in {kind for kind, _ in found_in(text, [Person(name="Alba Grant")])}


@pytest.mark.parametrize("name", ["CORRIEWARD, Alba", "CORRIEWARD Alba", "Corrieward, Alba", "ALBA CORRIEWARD"])
@pytest.mark.parametrize("words", ["Alba Corrieward", "A Corrieward", "Mrs Corrieward", "Corrieward, A."])
def test_register_may_write_the_surname_first_or_in_capitals(name, words):
    found = found_in(f"We heard {words} on this", [Person(name=name)])
    assert Kind.REGISTERED_PERSON in {kind for kind, _ in found}


def test_role_after_a_name_in_the_register_hides_nobody():
    found = found_in("We heard Alba Quist on this", [Person(name="Alba Quist, Service Manager")])
    assert (Kind.REGISTERED_PERSON, "Alba Quist") in found


def test_surname_first_gives_initials_in_their_order():
    assert (Kind.REGISTERED_PART, "AC") in found_in("It is done. (AC)", [Person(name="CORRIEWARD, Alba")])


def test_initials_that_mean_something_else_are_a_guess_where_initials_stand():
    glossary = {"glossary": [{"term": "AQ", "meaning": "Audit of quality"}]}
    assert found_in("The AQ was read. It is done. (AQ)", plan=glossary) == [(Kind.REGISTERED_PART, "AQ")]


def test_initials_that_only_the_name_gives_are_found_where_initials_stand():
    assert (Kind.REGISTERED_PART, "ZT") in found_in("It is done. (ZT)", [Person(name="Zed Tarn")])


def test_no_register_finds_nobody():
    assert found_in("Quist has it, and alba-quist.", ()) == []


def test_registered_name_is_found_in_every_public_field():
    """Every field that an author types freely, and every id and address."""
    words = "Quist, Alba came"
    plan = filled(lambda field: words)
    typed = [said.path for said in texts(plan) if said.text == words]
    assert len(typed) == sum(field.is_text for field in fields())
    told = {finding.path for finding in findings_of(plan, PEOPLE) if finding.kind is Kind.REGISTERED_PERSON}
    assert set(typed) <= told


def test_registered_name_is_found_in_ids_and_addresses():
    plan = small_plan({"contacts": [{"role": "Team", "link": "https://example.org/alba-quist"}]})
    plan = replace(plan, id="alba-quist", outcomes=tuple(replace(item, id="o-alba-quist") for item in plan.outcomes))
    paths = [finding.path for finding in findings_of(plan, PEOPLE)]
    assert paths == [("id",), ("outcomes", 0, "id"), ("contacts", 0, "link")]


def test_codes_are_ids_references_figures_addresses_and_languages():
    described = [field for kind in types_within(PublicPlan) for field in described_fields(kind) if field.traits]
    assert described
    for field in described:
        is_code = any(holds(field.hint, kind) for kind in (Id, Ref, Decimal, WebAddress, LanguageTag))
        assert field.traits.is_code == is_code, f"{field.owner.__name__}.{field.name}"
