"""Who answers for an action, in words."""

import pytest

from generator.words.leads import lead_lines, leads_phrase

BODIES = [
    {"id": "council", "name": "Anytown Council"},
    {"id": "nhs", "name": "NHS"},
    {"id": "police", "name": "Police"},
    {"id": "gone", "name": "Gone group", "ceased": "disbanded"},
    {"id": "old", "name": "Old group", "ceased_on": "2018-06-30", "succeeded_by": "nhs"},
]
SUBS = [{"id": "a-2", "number": "2", "title": "Two"}, {"id": "a-3", "number": "3", "title": "Three"}]


@pytest.mark.parametrize(
    ("leads", "found"),
    [
        (["nhs"], ["NHS"]),
        ([{"role": "Chair"}], ["Chair"]),
        ([{"role": "Chair", "body": "nhs"}], ["Chair, NHS"]),
        ([{"role": "Lead", "body": "nhs"}, {"role": "Lead", "body": "police"}], ["Lead: NHS and Police"]),
        (
            [{"role": "Lead", "body": body} for body in ("council", "nhs", "police")],
            ["Lead: Anytown Council, NHS and Police"],
        ),
        (["nhs", "police"], ["NHS", "Police"]),
        (
            [{"role": "Lead", "body": "nhs"}, {"role": "Chair", "body": "police"}, {"role": "Lead", "body": "council"}],
            ["Lead: NHS and Anytown Council", "Chair, Police"],
        ),
        (
            [{"role": "Lead", "body": "nhs"}, {"role": "Lead", "body": "police", "qualifier": "for now"}],
            ["Lead, NHS", "Lead, Police; for now"],
        ),
        (
            [{"role": "Lead", "body": body, "qualifier": "through CCIG"} for body in ("nhs", "police")],
            ["Lead: NHS and Police; through CCIG"],
        ),
        ([{"withheld": "Court case"}], ["Name withheld: Court case"]),
        ([{"withheld": "Court case"}, {"withheld": "Court case"}], ["2 people, names withheld: Court case"]),
        ([{"withheld": "Court case"}, {"withheld": "Leave"}], ["Name withheld: Court case", "Name withheld: Leave"]),
        ([{"withheld": "Leave", "role": "Chair"}], ["Chair, name withheld: Leave"]),
        ([{"withheld": "Leave", "role": "Chair"}] * 2, ["Chair: 2 people, names withheld: Leave"]),
        ([{"body": "nhs", "as_above": "yes"}], ["NHS; printed as “As above”"]),
        (["gone"], ["Gone group; ceased, printed as “disbanded”"]),
        (["old"], ["Old group; ceased on 30 June 2018; followed by NHS"]),
        ([{"role": "Lead", "body": "nhs"}, {"role": "Lead", "body": "nhs"}], ["Lead, NHS"]),
    ],
)
def test_leads_of_one_role_stand_in_one_line(make_view, leads, found):
    view = make_view({"bodies": BODIES}, leads=leads, sub_actions=SUBS)
    made = lead_lines(view, view.plan.outcomes[0].actions[0].leads, says_what_they_cover=True)
    assert ["; ".join((line.text, *line.notes)) for line in made] == found


def test_leads_say_what_they_cover_where_that_matters(make_view):
    leads = [
        {"role": "Lead", "body": "nhs", "covers": ["a-2"]},
        {"role": "Lead", "body": "police", "covers": ["a-2", "a-3"]},
        {"role": "Lead", "body": "council", "covers": ["a-2"]},
    ]
    view = make_view({"bodies": BODIES}, leads=leads, sub_actions=SUBS)
    found = view.plan.outcomes[0].actions[0].leads
    with_cover = lead_lines(view, found, says_what_they_cover=True)
    assert [(line.text, line.notes) for line in with_cover] == [
        ("Lead: NHS and Anytown Council", ("for 2",)),
        ("Lead, Police", ("for 2 and 3",)),
    ]
    without = lead_lines(view, found, says_what_they_cover=False)
    assert [(line.text, line.notes) for line in without] == [("Lead: NHS, Police and Anytown Council", ())]


def test_leads_of_two_sub_actions_with_one_number_are_told_apart(make_view):
    subs = [{"id": "a-2", "number": "2", "title": "Two"}, {"id": "a-3", "number": "2", "title": "Two again"}]
    leads = [{"body": "nhs", "covers": ["a-2"]}, {"body": "police", "covers": ["a-3"]}]
    view = make_view({"bodies": BODIES}, leads=leads, sub_actions=subs)
    first, second = lead_lines(view, view.plan.outcomes[0].actions[0].leads, says_what_they_cover=True)
    assert first.notes != second.notes


def test_who_leads_stands_in_one_line(make_view):
    subs = [{**SUBS[0], "leads": ["police"]}, SUBS[1]]
    view = make_view({"bodies": BODIES}, leads=["nhs", {"role": "Chair", "body": "council"}], sub_actions=subs)
    assert [leads_phrase(view, view.actions[action]) for action in ("a-1-1", "a-2", "a-3")] == [
        "NHS; Chair, Anytown Council",
        "Police",
        "NHS; Chair, Anytown Council",
    ]
    assert leads_phrase(view, view.plan.outcomes[0]) == ""
