"""What holds for all rows is said once, above them."""

import html

from generator.pages.actions import actions_page
from generator.pages.overview import overview_page
from generator.render import markdown_of

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


def test_what_differs_is_said_of_each(make_view):
    actions = [{"id": f"a-{place}", "title": "Do it", "timescales": [f"May 20{20 + place}"]} for place in range(4)]
    view = make_view({"outcomes": [{"id": "o-1", "title": "One", "actions": actions}]})
    assert [promise.when for promise in overview_page(view).outcomes[0].promises] == [
        f"May 20{20 + place} (by 31 May 20{20 + place})" for place in range(4)
    ]
    assert "By when" in actions_page(view).table.columns


def test_so_few_rows_may_say_the_same(make_view):
    view = view_with(make_view, 2, timescales=LOST, leads=LOST)
    assert overview_page(view).shared == ()
    assert "By when" in actions_page(view).table.columns
