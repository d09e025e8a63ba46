"""Links of a page of an older edition lead on within it, stay, or become words."""

from generator.document.blocks import Fact, Line, Link, Section, Text, labelled_lines, sentences
from generator.document.page import Page
from generator.pages.moved_links import Moved

ACTION, GONE = "p/actions/a-1/", "p/risks/"
MOVED = Moved({ACTION: ("p/editions/x/outcomes/o-1/", "a-a-1")}, frozenset({"p/who/"}))


def led(*blocks):
    return MOVED.page(Page("outcome", "p/outcomes/o-1/", "One", (), "", blocks)).blocks


def test_link_leads_to_the_place_within_the_edition():
    found = led(*sentences(Link("Ask", ACTION)), Section("a-a-2", "Two", sentences(Link("Ask", ACTION))))
    there = sentences(Link("Ask", "p/editions/x/outcomes/o-1/", "a-a-1"))
    assert found == (*there, Section("a-a-2", "Two", there))


def test_section_leads_to_the_page_that_says_more_of_its_own_thing():
    section = Section("a-a-1", "Ask", sentences(Link("All about it", ACTION)))
    assert led(section) == (section,)


def test_link_to_what_is_gone_becomes_words():
    gone = Link("Risks", GONE)
    fact, left = Fact("See", (Line("", link=gone),)), Fact("See", (Line("Risks"),))
    assert led(*sentences("See", gone)) == sentences("See", Text("Risks"))
    assert led(*labelled_lines((fact,))) == labelled_lines((left,))
    assert led(Section("r", "Risks", (), gone)) == (Section("r", "Risks", ()),)


def test_page_that_is_there_still_is_led_to_as_a_whole():
    assert led(*sentences(Link("Who", "p/who/", "nhs"), Link("Here", None, "x"))) == sentences(
        Link("Who", "p/who/"), Link("Here", None, "x")
    )
