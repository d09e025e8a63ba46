"""Other plans that a plan names, and where their actions differ from its own."""

import pytest

from generator.authoring.folder import read_source
from generator.document.refs import Places, Ref, There
from generator.pages import PlanView
from generator.pages.action import action_page
from generator.pages.governance import governance_page
from generator.pages.overview import overview_page
from generator.render.markdown import markdown_of
from generator.site.build import build_site, site_units, staged_pages
from generator.site.units import PlanUnit
from generator.wording import Words
from generator.words.related import comparisons, plans_named
from generator.words.whereabouts import whereabouts
from tests.conftest import TODAY, small_plan
from tests.council_folder import PLAN, write_council
from tests.page_blocks import all_facts, section, tables, text_of

MIRROR = {"action": "b-1", "plan": "othertown", "note": "There it is due later."}


def other_plan(**action):
    """The plan of another town, whose one action is b-1."""
    own = {"id": "b-1", "code": "XY_1", "number": None, "title": "Ask them", **action}
    return small_plan({"id": "othertown", "title": "The plan of Othertown", "short_title": "Othertown"}, **own)


@pytest.fixture
def view_of():
    """The view of the small plan beside `others`; keyword arguments change its one action."""

    def make(*others, plan=None, **action) -> PlanView:
        return PlanView(small_plan(plan, **action), Words(), None, {other.id: other for other in others})

    return make


def belongs_with(view):
    page = action_page(view, view.actions["a-1-1"])
    return next(fact for fact in all_facts(page) if fact.label == "Belongs with").lines


def test_plan_names_others_in_three_places_and_never_itself():
    related = [{"action": "x", "plan": "two"}, {"action": "a-1-1", "plan": "anytown"}, {"action": "a-1-1"}]
    plans = {
        "related_plans": [{"plan": "one", "title": "One", "how": "child"}, {"title": "Elsewhere", "how": "child"}],
        "closed": {"as_at": "2019-01-01", "why": "It ended", "succeeded_by": "three"},
    }
    assert plans_named(small_plan(plans, related=related)) == {"one", "two", "three"}
    assert plans_named(small_plan()) == frozenset()


def led(view, link):
    """Where a link on the pages of `view` leads: these know where things of their own plan are."""
    return Places({view.plan.id: whereabouts(view)}).destination(link.to)


# The action's own page


def test_action_of_a_plan_on_the_site_is_named_and_linked(view_of):
    view = view_of(other_plan(), related=[MIRROR])
    (line,) = belongs_with(view)
    assert (line.link.text, line.link.to) == (
        "Ask them (XY_1), in the plan Othertown",
        Ref("action", "b-1", "othertown"),
    )
    assert led(view, line.link) == There("othertown/actions/b-1/")
    assert line.notes == ("says the same", "There it is due later.")


@pytest.mark.parametrize(
    ("others", "text"),
    [((), "b-9 in the plan othertown"), ((other_plan(),), "b-9 in the plan The plan of Othertown")],
)
def test_action_that_is_not_on_the_site_is_plain_text(view_of, others, text):
    (line,) = belongs_with(view_of(*others, related=[{**MIRROR, "action": "b-9"}]))
    assert (line.link, line.text) == (None, text)


@pytest.mark.parametrize("plan", [None, "anytown"])
def test_action_of_the_same_plan_is_named_without_its_plan(view_of, plan):
    related = {"action": "a-2", "how": "follows"} | ({"plan": plan} if plan else {})
    (line,) = belongs_with(view_of(related=[related], sub_actions=[{"id": "a-2", "title": "Listen"}]))
    assert (line.link.text, line.notes) == ("Listen", ("comes before this one",))


# Related plans


RELATED = {"plan": "othertown", "title": "Their plan", "how": "parent", "note": "It is older"}


def related_lines(view, lines):
    chapter = section(governance_page(view), "related-plans")
    return {fact.label: [(line.text or line.link, line.outside, line.notes) for line in fact.lines]
            for fact in all_facts(chapter)}  # fmt: skip


def test_related_plan_on_the_site_leads_to_its_overview(view_of, lines):
    view = view_of(other_plan(), plan={"related_plans": [{**RELATED, "link": "https://example.org/"}]})
    ((first, second),) = related_lines(view, lines).values()
    assert (first[0].to, first[2]) == (Ref("plan", plan="othertown"), ("It is older",))
    assert led(view, first[0]) == There("othertown/")
    assert second == ("Their plan, on another site", "https://example.org/", ())
    assert "[Part of: Their plan](../othertown/)" in markdown_of(overview_page(view))


def test_related_plan_that_is_not_on_the_site_is_plain_text_or_leads_to_its_own_address(view_of, lines):
    plans = [RELATED, {"title": "Another", "how": "parent", "link": "https://example.org/"}]
    found = related_lines(view_of(plan={"related_plans": plans}), lines)
    assert found == {
        "Part of": [("Their plan", "", ("It is older",)), ("Another", "https://example.org/", ())],
    }


@pytest.mark.parametrize(
    ("plans", "found"),
    [
        ([], {"Followed by": "The plan of Othertown"}),
        ([{"plan": "othertown", "title": "Their plan", "how": "successor"}], {"Followed by": "Their plan"}),
    ],
)
def test_plan_that_follows_is_named_once(view_of, lines, plans, found):
    closed = {"as_at": "2019-01-01", "why": "It ended", "succeeded_by": "othertown"}
    view = view_of(other_plan(), plan={"closed": closed, "related_plans": plans})
    assert {label: item[0][0].text for label, item in related_lines(view, lines).items()} == found
    assert all(len(item) == 1 for item in related_lines(view, lines).values())


# Side by side


def side_by_side(view):
    (table,) = tables(comparisons(view))
    return [["; ".join(filter(None, (line.text or line.link.text, *line.notes))) for line in cell]
            for cell in table.rows[0].cells]  # fmt: skip


def test_leads_and_dates_of_both_stand_side_by_side(view_of):
    view = view_of(other_plan(leads=["nhs"], timescales=["31/3/2019"]), related=[MIRROR])
    assert side_by_side(view) == [
        ["1.1 Ask children; Lead: Anytown Council; By when: March 2019 (by 31 March 2019)"],
        ["Ask them (XY_1); Lead: NHS; By when: by 31 March 2019"],
        ["Different leads", "Same date", "There it is due later."],
    ]
    opening, table = comparisons(view)
    assert table.caption == "Side by side: Anytown plan and Othertown"
    assert text_of(opening) == "1 action of this plan belongs with one of the plan The plan of Othertown."


WITHHELD = {"missing": "withheld", "ground": "A court case"}


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        ({}, {}, ["Same lead", "Same date"]),
        ({"leads": [], "timescales": []}, {}, ["Only one of them names a lead", "Only one of them has a date"]),
        (
            {"leads": {"missing": "not-stated"}, "timescales": {"missing": "not-stated"}},
            {"leads": [], "timescales": []},
            ["Neither names a lead", "Neither has a date"],
        ),
        ({"leads": WITHHELD}, {}, ["Leads not compared: a name is withheld", "Same date"]),
        ({}, {"leads": [{"withheld": "A name"}]}, ["Leads not compared: a name is withheld", "Same date"]),
        ({"timescales": ["in good time"]}, {"timescales": ["In good time"]}, ["Same lead", "Same date"]),
        ({"timescales": ["6 monthly"]}, {"timescales": ["yearly"]}, ["Same lead", "Different dates"]),
    ],
)
def test_two_actions_are_the_same_or_it_is_said_in_what_they_differ(view_of, here, there, said):
    related = [{"action": "b-1", "plan": "othertown"}]
    assert side_by_side(view_of(other_plan(**there), related=related, **here))[2] == said


def test_actions_that_do_not_say_the_same_say_how_they_belong_together(view_of):
    related = [{"action": "b-1", "plan": "othertown", "how": "answers"}]
    assert side_by_side(view_of(other_plan(), related=related))[2][-1] == "The other is answered by this one"


def test_other_plan_may_name_the_two_and_its_note_is_its_own(view_of):
    said_there = [{"action": "a-1-1", "plan": "anytown", "how": "merged-into", "note": "Here it is older."}]
    view = view_of(other_plan(related=said_there))
    assert side_by_side(view)[2] == ["Same lead", "Same date", "The other was merged into this one",
                                     "“Here it is older.”"]  # fmt: skip
    *_, note, _ = comparisons(view)
    assert "is taken from that plan" in text_of(note)


def test_two_that_both_plans_name_stand_once(view_of):
    said_there = [{"action": "a-1-1", "plan": "anytown"}, {"action": "gone", "plan": "anytown"}, {"action": "b-1"}]
    (table,) = tables(comparisons(view_of(other_plan(related=said_there), related=[MIRROR])))
    assert len(table.rows) == 1


def test_plan_that_is_not_on_the_site_cannot_be_compared(view_of):
    *_, last, table = comparisons(view_of(related=[MIRROR]))
    assert text_of(last) == "That plan is not on this site, so the two cannot be compared here."
    assert [line.text for line in table.rows[0].cells[1]] == ["b-1 in the plan othertown"]
    said = ["Not on this site", "The plan says that it mirrors it", "There it is due later."]
    assert [line.text for line in table.rows[0].cells[2]] == said


def test_other_relation_to_a_plan_that_is_not_on_the_site_is_said(view_of):
    (table,) = tables(comparisons(view_of(related=[{**MIRROR, "how": "follows", "note": None}])))
    said = ["Not on this site", "The other comes before this one"]
    assert [line.text for line in table.rows[0].cells[2]] == said


# In a site


def two_towns():
    other = {"id": "othertown", "title": "Othertown plan"}
    action = {**PLAN["outcomes"][0]["actions"][0], "related": [{"action": "a-1-1", "plan": "othertown"}]}
    related = [{"plan": "othertown", "title": "Theirs", "how": "sibling"}]
    return {"outcomes": [{**PLAN["outcomes"][0], "actions": [action]}], "related_plans": related}, other


@pytest.mark.parametrize("is_draft", [False, True])
def test_links_between_plans_are_whole(tmp_path, is_draft):
    source = read_source(write_council(tmp_path, *two_towns()))
    site = tmp_path / "built"
    build_site(source, TODAY, site, jobs=1, is_draft=is_draft)  # it refuses a link that leads nowhere
    page = (site / "anytown" / "actions" / "a-1-1" / "index.html").read_text("utf-8")
    assert 'href="../../../othertown/actions/a-1-1/"' in page


def test_plan_that_is_taken_from_the_site_leaves_no_link(tmp_path):
    first, _ = two_towns()
    source = read_source(write_council(tmp_path, first))
    assert source.problems, "the check says that there is no such plan"
    from dataclasses import replace

    pages = staged_pages(replace(source, problems=()), TODAY)
    assert not [page.address for page in pages if "othertown/" in page.markdown]


def test_unit_holds_the_plans_that_it_names_and_no_others(tmp_path):
    units = site_units(read_source(write_council(tmp_path, *two_towns())), TODAY)
    named = {unit.name: [other.id for other in unit.others] for unit in units if isinstance(unit, PlanUnit)}
    assert named == {"anytown": ["othertown"], "othertown": []}
