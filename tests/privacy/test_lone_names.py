"""A name of one word is found by what it does, owns or is told, and other words that open a sentence are let be."""

import pytest

from generator.privacy import Kind, findings_of, names
from generator.privacy.tokens import tokens_of
from tests.conftest import small_plan

NAMES = frozenset({Kind.PERSON_NAME, Kind.ROLE_WITH_NAME})


def names_in(text, plan=None):
    """The names of persons that are found in a note, and in the rest of `plan`."""
    found = findings_of(small_plan(plan, notes=[{"text": text}]))
    return [finding.words for finding in found if finding.kind in NAMES]


@pytest.mark.parametrize(
    "name",
    [
        *("O'Neill", "O’Neill", "MacAlder", "McIntyre", "D'Angelo", "Corrieward", "Askrigg-Tollen", "Smith-Jones"),
        *("Fiona", "Thomson", "CORRIEWARD", "O'NEILL", "van der Berg", "JA Smith", "J. Smith", "J.A. Corrieward"),
    ],
)
@pytest.mark.parametrize(
    "doing",
    [
        *("to chase this", "agreed to draft it", "will report", "has asked for figures", "is to write to schools"),
        *("is drafting it", "chasing this", "still to reply", "has been asked to help", "and Tollen to meet"),
        *("confirmed that it is done", "wrote to the schools", "would like a date"),
    ],
)
def test_who_does_something_is_found(name, doing):
    assert name in names_in(f"Draft is out. {name} {doing}.")


@pytest.mark.parametrize(
    "before", ["It was agreed that ", "Done; ", "Done - ", "In May, ", "Done once ", "(", "Service Manager ", "- ", ""]
)
def test_subject_may_stand_further_on(before):
    assert names_in(f"{before}Corrieward to chase this") == ["Corrieward"]


@pytest.mark.parametrize(
    "before",
    [
        *("Led by", "Lead:", "cc", "cc:", "c.c.", "Copy to", "per", "Speak to", "Spoke with", "Discussed with", "Ask"),
        *("Check with", "E-mailed", "Reply from", "Passed to", "Contact", "Thanks to", "Delegated to", "Meeting with"),
    ],
)
@pytest.mark.parametrize("after", ["", " about this", " in May.", ", Tollen"])
def test_who_is_told_is_found(before, after):
    assert "Corrieward" in names_in(f"Done. {before} Corrieward{after}")


def test_list_after_a_cue_is_found():
    assert names_in("Apologies: Corrieward, Tollen and Askrigg") == ["Corrieward", "Tollen", "Askrigg"]


@pytest.mark.parametrize("name", ["Keating", "Petrovic", "Manning", "Clement", "Quist", "Yorsing"])
@pytest.mark.parametrize(
    "text", ["Led by {}.", "Allocated to {} in May.", "Lead: Tollen, {}", "Waiting for {}'s report"]
)
def test_surname_with_the_ending_of_a_plain_word_is_found_after_a_cue(name, text):
    assert names_in(text.format(name))[-1].removesuffix("'s") == name


@pytest.mark.parametrize("name", ["J. Keating", "J. Petrovic", "J. Manning", "J. Clement", "J. Quist", "J.A. Yorsing"])
@pytest.mark.parametrize(
    "text",
    [
        "Led by {}",
        "{} to lead",
        "Lead officer {}",
        "Contact: {}",
        "Form is out ({})",
        "Corrieward to ask, {} will send",
    ],
)
def test_initial_with_such_a_surname_is_found_where_names_stand(name, text):
    assert name in names_in(text.format(name))


@pytest.mark.parametrize(
    "text",
    [
        *("Led by Commissioning.", "Speak to Psychologists about it.", "Contact Recycling", "A Zorking to lead."),
        *("Annex A Zorking to be new.", "Building B Zorking to be new.", "Zorking to be new.", "(Zorking, 3 May)"),
    ],
)
def test_other_words_with_such_an_ending_are_nobody(text):
    assert names_in(text) == []


@pytest.mark.parametrize("words", ["Corrieward's report", "O’Neill’s caseload", "Fiona's files", "Corrieward’s reply"])
def test_who_owns_something_is_found(words):
    assert names_in(f"Waiting for {words} now.") == [words.split()[0]]


@pytest.mark.parametrize("words", ["(O'Neill)", "(Corrieward, 3 May)", "Thomson: form sent.", "Corrieward, J. to ask."])
def test_name_is_found_apart(words):
    assert len(names_in(words)) == 1


def test_sure_name_is_found_where_it_is_said_who_does_something():
    contact = {"contacts": [{"role": "Thomson", "phone": "01632 960 001"}]}
    assert names_in("It is done.", contact) == ["Thomson"]


@pytest.mark.parametrize(
    "text",
    [
        *("Education to confirm.", "Barnardo's to confirm.", "Paisley will report.", "June to confirm it."),
        *("SharePoint to send it.", "SEEMIS to report.", "Delegates agreed to meet.", "Letter to remind staff."),
        *("Able to report.", "Nobody has asked.", "Aim to meet.", "Authorise to send.", "Twelve to report."),
        *("The Corrieward to check.", "Corrieward was built.", "Zorbla will help.", "Corrieward Forum to report."),
        *("Annex A Tollen is new.", "Vitamin D Tollen will come.", "As per Corrieward principles.", "(Corrieward)"),
        *("Corrieward's walls are new.", "Grant to support families.", "White to green.", "Multi-Agency to report."),
        *("Mark to be given.", "A Tollen approach.", "Protocol agreed in May.", "Corrieward: a place."),
    ],
)
def test_nobody_is_found(text):
    assert names_in(text) == []


def test_body_that_the_plan_names_is_nobody():
    bodies = {"bodies": [{"id": "council", "name": "Anytown Council"}, {"id": "c", "name": "Corrieward Trust"}]}
    assert names_in("Corrieward to confirm.", bodies) == []


def test_word_that_the_plan_types_in_small_letters_is_nobody():
    assert names_in("Corrieward to report. A corrieward came.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("Spoke to Black about it. A black wall came.", "Black"), ("Led by Zorkley. A zorkley came.", "Zorkley")),
        *(
            ("Done. J. Grant to send it. A grant came.", "J. Grant"),
            ("Led by Zorin Tarn. A tarn is there.", "Zorin Tarn"),
        ),
    ],
)
def test_word_in_small_letters_hides_no_name_within_a_sentence(text, name):
    assert names_in(text) == [name]


@pytest.mark.parametrize("address", ["https://example.org/zorkley", "zorkley@example.org", "zorkley.example.org"])
def test_addresses_make_no_words_of_names(address):
    assert names_in(f"Zorkley to update. See {address} for more.") == ["Zorkley"]


@pytest.mark.parametrize(
    "text", ["Torben Aldous confirmed that.", "Spoke to Torben Aldous.", "Torben Aldous's report", "cc Torben Aldous"]
)
def test_two_words_are_told_the_same_way(text):
    assert names_in(f"Done. {text}")[0].startswith("Torben Aldous")


def test_particles_tell_of_a_name_anywhere():
    assert names_in("The form is with Hanne van der Berg.") == ["Hanne van der Berg"]


class Counted(list):
    """A list that counts how often one of its items is read."""

    read = 0

    def __getitem__(self, place):
        self.read += 1
        return super().__getitem__(place)


def words_read(text, monkeypatch):
    """How often a word of `text` is read until all names are found."""
    counted = Counted(tokens_of(text))
    monkeypatch.setattr(names, "tokens_of", lambda text: counted)
    names.name_spans(text)
    return counted.read


@pytest.mark.parametrize("word", ["de ", "De ", "B. ", "Mr B. ", "Alba ", "Corrieward, "])
def test_long_list_of_particles_or_initials_is_read_in_proportion(word, monkeypatch):
    assert words_read(word * 400, monkeypatch) < 3 * words_read(word * 200, monkeypatch)


def test_name_holds_a_few_particles_and_initials():
    assert names_in("Led by Hanne van de la Meerwijk.") == ["Hanne van de la Meerwijk"]
    assert names_in("Mr J.A.B. Corrieward to ask.") == ["Mr J.A.B. Corrieward"]
