"""An action as a section: what it says, whose leads it takes over, how deep it may stand."""

import re

import pytest

from generator.document.blocks import Link, Tag
from generator.document.charts import Progress
from generator.document.prose import plain_prose, read_prose
from generator.document.refs import Places, Ref, There
from generator.pages import plan_pages
from generator.plan.model import Action
from generator.render.markdown import markdown_of
from generator.words.action_section import action_blocks, action_facts, answer_facts, lead_fact, note_blocks
from generator.words.whereabouts import whereabouts
from tests.page_blocks import blocks_of, links_of, parts_of

BODIES = [
    {"id": "council", "name": "Anytown Council"},
    {"id": "nhs", "name": "NHS"},
    {"id": "police", "name": "Police"},
]


def only_action(view) -> Action:
    return view.plan.outcomes[0].actions[0]


def nested(depth: int, **values) -> dict:
    """`depth` actions, each below the one before: "d-1" is the highest."""
    action = {"id": f"d-{depth}", "number": str(depth), "title": f"Depth {depth}", **values}
    for level in range(depth - 1, 0, -1):
        action = {"id": f"d-{level}", "number": str(level), "title": f"Depth {level}", "sub_actions": [action]}
    return action


# Whose leads


def lead_of(view, action: str, lines) -> dict[str, list[str]]:
    return lines((lead_fact(view, view.actions[action]),))


@pytest.mark.parametrize(
    ("leads", "found"),
    [
        (["nhs"], {"Lead": ["NHS"]}),
        ([{"body": "nhs", "covers": ["a-2"]}, "police"], {"Lead": ["NHS", "Police"]}),
        ([{"body": "nhs", "covers": ["a-3"]}, "police"], {"Lead": ["Police"]}),
        ([{"body": "nhs", "covers": ["a-3"]}], {"Lead": ["Not stated"]}),
        ([], {"Lead": ["Not stated"]}),
        ({"missing": "withheld", "ground": "Court case"}, {"Lead": ["Not stated"]}),
    ],
)
def test_sub_action_takes_over_the_leads_that_cover_it(make_view, lines, leads, found):
    subs = [{"id": "a-2", "number": "2", "title": "Two"}, {"id": "a-3", "number": "3", "title": "Three"}]
    view = make_view({"bodies": BODIES, "words": {"lead": "Lead"}}, leads=leads, sub_actions=subs)
    assert lead_of(view, "a-2", lines) == found


def test_sub_action_keeps_the_leads_that_it_names(make_view, lines):
    sub = {"id": "a-2", "title": "Two", "leads": ["police"]}
    view = make_view({"bodies": BODIES, "words": {"lead": "Lead"}}, leads=["nhs"], sub_actions=[sub])
    assert lead_of(view, "a-2", lines) == {"Lead": ["Police"]}


def test_leads_come_down_from_the_nearest_action_that_names_some(make_view, lines):
    deepest = nested(3)
    deepest["sub_actions"][0]["leads"] = ["police"]
    view = make_view({"bodies": BODIES, "words": {"lead": "Lead"}}, leads=["nhs"], sub_actions=[deepest])
    assert lead_of(view, "d-1", lines) == {"Lead": ["NHS"]}
    assert lead_of(view, "d-2", lines) == {"Lead": ["Police"]}
    assert lead_of(view, "d-3", lines) == {"Lead": ["Police"]}


def test_lead_covers_what_stands_below_the_sub_action_that_it_names(make_view, lines):
    leads = [{"body": "nhs", "covers": ["d-1"]}]
    view = make_view({"bodies": BODIES, "words": {"lead": "Lead"}}, leads=leads, sub_actions=[nested(2)])
    assert lead_of(view, "d-2", lines) == {"Lead": ["NHS"]}


def test_reason_for_naming_nobody_is_given(make_view, lines):
    view = make_view({"words": {"lead": "Lead"}}, leads={"missing": "withheld", "ground": "Court case"})
    assert lead_of(view, "a-1-1", lines) == {"Lead": ["Withheld: Court case"]}


# Ratings


@pytest.mark.parametrize(
    ("rated", "status", "tag"),
    [
        (["actions"], "amber", Tag("Amber", "at-risk")),
        (["actions"], None, Tag("Not yet rated", "not-rated")),
        (["actions"], {"missing": "withheld", "ground": "Court case"}, Tag("Withheld: Court case", "withheld")),
        ([], None, None),
        (["outcomes", "sub-actions"], None, None),
        ([], "amber", Tag("Amber", "at-risk")),  # a declared rating is shown wherever it stands
    ],
)
def test_tag_stands_where_the_plan_rates(make_view, rated, status, tag):
    view = make_view({"rated": rated}, status=status)
    assert parts_of(action_blocks(view, only_action(view)), Tag) == ((tag,) if tag else ())


# Lines


def test_facts_that_are_not_there_are_not_listed(make_view, lines):
    view = make_view()
    assert list(lines(action_facts(view, only_action(view), is_full=True))) == [
        "By when",
        view.plan.words.lead,
        view.plan.words.measure,
    ]


def test_facts_are_said_in_words(make_view, lines):
    measure = {"id": "m-1", "text": "Staff trained", "targets": [{"value": "80%", "kind": "aspirational"}]}
    finding = {"id": "f-1", "kind": "recommendation", "number": "3", "title": "Listen more"}
    view = make_view(
        {"findings": [finding]},
        code="SOS 001",
        priority="high",
        progress="40",
        measures=[measure],
        answers=["f-1"],
        readings=[{"field": "leads", "reading": "inferred", "note": "By blank lines."}],
    )
    found = lines(action_facts(view, only_action(view), is_full=False))
    assert found["Code"] == ["SOS 001"]
    assert found["Priority"] == ["High"]
    shown = blocks_of(action_blocks(view, only_action(view)), Progress)
    assert shown == (Progress("Progress", "40% complete", 40),)
    assert "Progress" not in found
    assert found[view.plan.words.measure] == ["Staff trained; aspirational target: 80%; no figure published yet"]
    (answered,) = answer_facts(view, ("f-1",))[0].lines
    assert answered.link == Link("3 Listen more", Ref("finding", "f-1", "anytown"))
    assert Places({"anytown": whereabouts(view)}).destination(answered.link.to) == There("anytown/findings/", "f-f-1")
    assert "How the original was read" not in found
    full = lines(action_facts(view, only_action(view), is_full=True))
    assert full["How the original was read"][0].endswith("; By blank lines.")


def test_missing_values_say_why(make_view, lines):
    view = make_view(
        priority={"missing": "lost-in-conversion"},
        progress={"missing": "not-applicable"},
        measures={"missing": "suppressed", "ground": "Small numbers"},
    )
    found = lines(action_facts(view, only_action(view), is_full=False))
    assert found["Priority"] == ["Lost when the source document was converted"]
    assert found["Progress"] == ["Does not apply"]
    assert blocks_of(action_blocks(view, only_action(view)), Progress) == ()
    assert found[view.plan.words.measure] == ["Not shown, to protect people: Small numbers"]


def test_sub_action_without_measures_is_measured_with_the_action_above(make_view, lines):
    view = make_view(sub_actions=[{"id": "a-2", "title": "Two"}])
    assert view.plan.words.measure in lines(action_facts(view, only_action(view), is_full=False))
    assert view.plan.words.measure not in lines(action_facts(view, view.actions["a-2"], is_full=False))


@pytest.mark.parametrize(
    ("note", "when", "make_prose", "text"),
    [
        ({"text": "*Done*", "date": "2019-03-31"}, "31 March 2019", read_prose, "*Done*"),
        ({"text": "*Done*", "date_words": "Feb15"}, "Feb15", read_prose, "*Done*"),
        ({"text": "*Done*"}, "No date stated", read_prose, "*Done*"),
        ({"text": {"missing": "withheld", "ground": "*Court*"}}, "No date stated", plain_prose, "Withheld: *Court*"),
    ],
)
def test_note_has_its_day_and_its_text(make_view, note, when, make_prose, text):
    view = make_view(notes=[note])
    ((item,),) = (notes.items for notes in note_blocks(view.words, only_action(view).notes))
    assert when in item.when
    assert item.text == make_prose(text)


# Depth


def test_headings_go_down_step_by_step_and_stop_at_six(make_view):
    view = make_view(sub_actions=[nested(7)])
    page = next(page for page in plan_pages(view) if page.address == "anytown/outcomes/o-1/")
    headings = re.findall(r"^(#+) .* \{: #a-", markdown_of(page), re.MULTILINE)
    assert [len(hashes) for hashes in headings] == [2, 3, 4, 5, 6, 6, 6, 6]


def test_actions_nest_to_six_levels_and_each_has_its_page(make_view):
    view = make_view(sub_actions=[nested(6)])
    pages = {page.address: page for page in plan_pages(view)}
    assert {f"anytown/actions/d-{level}/" for level in range(1, 7)} < set(pages)
    outcome = markdown_of(pages["anytown/outcomes/o-1/"])
    for level in range(1, 7):
        hashes = "#" * min(level + 2, 6)
        assert f"\n{hashes} {level} Depth {level} {{: #a-d-{level} }}\n" in outcome
    deepest = pages["anytown/actions/d-6/"]
    assert [crumb.text for crumb in deepest.crumbs] == ["Anytown plan", "Outcome 1", "1.1", "1", "2", "3", "4", "5"]
    places = Places({"anytown": whereabouts(view)})
    assert [places.destination(link.to) for link in links_of(deepest)] == [
        There("anytown/outcomes/o-1/", "a-d-6"),
        There("anytown/actions/a-1-1/"),
        *(There(f"anytown/actions/d-{level}/") for level in range(1, 6)),
    ]
