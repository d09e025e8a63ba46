"""What holds for all rows is said once, above them."""

import html

import pytest

from generator.pages import plan_pages
from generator.pages.actions import actions_page
from generator.pages.overview import overview_page
from generator.render.markdown import markdown_of
from tests.page_blocks import section, tables, text_of

LOST = {"missing": "not-stated", "ground": "appendix 1 is not in the file"}


def view_with(make_view, count: int, **action):
    actions = [{"id": f"a-{place}", "title": "Do it", **action} for place in range(count)]
    return make_view({"outcomes": [{"id": "o-1", "title": "One", "actions": actions}]})


def test_what_is_stated_of_no_action_is_said_once(make_view):
    view = view_with(make_view, 36, timescales=LOST, leads=LOST)
    for page in (overview_page(view), actions_page(view)):
        text = markdown_of(page)
        assert text.count("appendix 1 is not in the file") == 2, "once of the times, once of the leads"
        assert "for all of them: Not stated" in html.unescape(text)


def promises(page):
    """The actions of the first outcome."""
    (actions,) = section(page, "o-o-1").blocks
    return actions.items


def test_what_differs_is_said_of_each(make_view):
    actions = [{"id": f"a-{place}", "title": "Do it", "timescales": [f"May 20{20 + place}"]} for place in range(4)]
    view = make_view({"outcomes": [{"id": "o-1", "title": "One", "actions": actions}]})
    assert [item.facts[0].lines[0].text for item in promises(overview_page(view))] == [
        f"May 20{20 + place} (by 31 May 20{20 + place})" for place in range(4)
    ]
    assert "By when" in tables(actions_page(view))[0].columns


def test_so_few_rows_may_say_the_same(make_view):
    view = view_with(make_view, 2, timescales=LOST, leads=LOST)
    assert "for all of them" not in text_of(overview_page(view))
    assert "By when" in tables(actions_page(view))[0].columns


def shown(pages, kind: str) -> str:
    return html.unescape(markdown_of(next(page for page in pages if page.kind == kind)))


@pytest.mark.parametrize("kind", ["outcome", "who", "when", "print"])
def test_one_reason_is_said_once_on_every_page(make_view, kind):
    pages = plan_pages(view_with(make_view, 36, timescales=LOST, leads=LOST, measures=LOST))
    text = shown(pages, kind)
    assert text.count("appendix 1 is not in the file") == 1
    assert "Why this page says “Not stated”: appendix 1 is not in the file." in text
    assert text.count("Not stated") > 36, "each still says that it is missing"


def test_reason_is_said_of_those_values_alone_that_have_it(make_view):
    bare = {"missing": "not-stated"}
    text = shown(plan_pages(view_with(make_view, 9, timescales=LOST, leads=bare)), "outcome")
    assert "Why this page says “Not stated” under “By when”: appendix 1 is not in the file." in text
    assert text.count("appendix 1 is not in the file") == 1


def test_reasons_that_one_label_mixes_stay_where_they_are(make_view):
    actions = [{"id": f"a-{place}", "title": "Do it", "timescales": LOST} for place in range(9)]
    actions[4]["timescales"] = {"missing": "not-stated"}
    text = shown(plan_pages(make_view({"outcomes": [{"id": "o-1", "title": "One", "actions": actions}]})), "outcome")
    assert text.count("Not stated: appendix 1 is not in the file") == 8
    assert "Why this page" not in text


def test_why_names_are_withheld_is_said_once(make_view):
    withheld = [{"withheld": "the source names a person"}]
    for kind in ("outcome", "who", "print", "overview"):
        text = shown(plan_pages(view_with(make_view, 9, leads=withheld)), kind)
        assert text.count("the source names a person") == 1, kind
        assert "Name withheld" in text


def test_note_of_all_lines_of_a_label_is_said_once(make_view):
    event = [{"id": "e-1", "name": "the inspection report of the two councils", "date_words": "no day is printed"}]
    actions = [
        {"id": f"a-{n}", "title": "Do it", "timescales": [{"words": "Within 3 months", "event": "e-1"}]}
        for n in range(6)
    ]
    view = make_view({"events": event, "outcomes": [{"id": "o-1", "title": "One", "actions": actions}]})
    text = shown(plan_pages(view), "outcome")
    assert text.count("Counted from: the inspection report") == 1
    assert "By when, for all of them: Counted from: the inspection report" in text


def test_two_reasons_for_names_and_one_that_goes_on_stay_where_they_are(make_view):
    def view(key: str, first: object, second: object):
        actions = [{"id": f"a-{n}", "title": "Do it", key: first if n < 5 else second} for n in range(9)]
        return make_view({"outcomes": [{"id": "o-1", "title": "One", "actions": actions}]})

    text = shown(
        plan_pages(view("leads", [{"withheld": "the source names a person"}], [{"withheld": "on request"}])), "outcome"
    )
    assert "Why names" not in text
    longer = {**LOST, "ground": f"{LOST['ground']}, nor is appendix 2"}
    text = shown(plan_pages(view("timescales", LOST, longer)), "outcome")
    assert text.count("Not stated: appendix 1 is not in the file, nor is appendix 2") == 4
