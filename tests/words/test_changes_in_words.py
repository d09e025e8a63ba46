"""Changes in words: a sentence for every kind, groups with the worst news first, and one sentence for all."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from generator.diff import BY_KIND, Sentence, diff_plans
from generator.document.refs import Places, Ref, RemovedPage, There
from generator.wording import Words
from generator.words.change_groups import GroupKind, change_groups, change_line, group_headings, group_of
from generator.words.change_summary import summary_sentence
from generator.words.changes import SENTENCES, change_sentence
from generator.words.view import Update
from generator.words.whereabouts import whereabouts
from tests import shelves
from tests.change_samples import ACTION, BASE, GONE, OCCURRENCE, SAMPLES, made, view_of

WORDS = Words()
NOTES = {"note-added": ("", "The group met again."), "note-removed": ("The group met and agreed what to ask.", "")}


def compared(old, new) -> Update:
    return Update(view_of(old), view_of(new))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.kind}: {sample.sentence}")
def test_change_is_said_in_a_sentence(sample):
    (change,) = sample.changes
    assert change_sentence(sample.compared, change) == sample.sentence


def test_every_kind_has_a_sentence():
    assert set(SENTENCES) == {row.sentence for row in BY_KIND.values()} == set(get_args(Sentence))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.kind}: {sample.sentence}")
def test_new_and_old_can_change_places_and_be_said(sample):
    there, back = compared(sample.new, sample.old), diff_plans(sample.new, sample.old)
    for change in back:
        assert change_line(there, change).text


@pytest.mark.parametrize("kind", NOTES)
def test_note_that_came_or_went_is_there_whole(kind):
    (sample,) = (sample for sample in SAMPLES if sample.kind == kind)
    line = change_line(sample.compared, sample.changes[0])
    assert (line.before, line.after) == NOTES[kind]


def test_wording_that_is_alike_shows_its_words_and_another_both_texts():
    texts = {"Ask every child": True, "Nobody needs this any more, so it stops": False}
    for text, is_alike in texts.items():
        old, new = made({f"{ACTION}.text": "Ask each child"}), made({f"{ACTION}.text": text})
        line = change_line(compared(old, new), diff_plans(old, new)[0])
        assert bool(line.segments) == is_alike
        assert (line.before, line.after) == (("", "") if is_alike else ("Ask each child", text))


@pytest.mark.parametrize(
    ("edits", "found"),
    [
        ({f"{ACTION}.title": "Ask"}, There("anytown/actions/a-1/")),
        ({"outcomes.0.actions.2": GONE}, RemovedPage("anytown/actions/a-3/")),
        ({"outcomes.1.title": "Safe"}, There("anytown/outcomes/o-2/")),
        ({"outcomes.1": GONE}, RemovedPage("anytown/outcomes/o-2/")),
        ({f"{ACTION}.measures.0.text": "Share of all"}, There("anytown/actions/a-1/")),
        ({"outcomes.0.key_issues.0.title": "Hearing"}, There("anytown/outcomes/o-1/")),
        ({"findings.0.n": "31"}, There("anytown/findings/", "f-f-1")),
        ({"bodies.0.name": "The council"}, There("anytown/who/", "b-council")),
        ({"glossary.0.meaning": "A committee"}, There("anytown/glossary/")),
        ({"status_scheme.statuses.0.label": "Crimson"}, There("anytown/legend/")),
        ({"title": "The plan"}, There("anytown/")),
    ],
)
def test_line_links_to_where_its_thing_is_shown(tmp_path, edits, found):
    told = [("2018-10-01", "significant", "New", made({})), ("2018-11-01", "significant", "New", made(edits))]
    view = shelves.view_of(shelves.published(tmp_path, told))
    places, (update,) = Places({"anytown": whereabouts(view)}), view.updates
    links = {change_line(update, change).link for change in update.changes}
    assert found in {places.destination(link.to) for link in links if link}


def test_what_no_page_shows_any_more_is_said_in_words():
    old, gone = made({}), made({"risks": []})
    (change,) = diff_plans(old, gone)
    assert change_line(compared(old, gone), change).link is None


def test_link_of_an_older_update_leads_to_what_is_shown_now():
    absent, there = made({"risks": [], "glossary": []}), made({"glossary": []})
    (change,) = diff_plans(absent, there)
    update = compared(absent, there)
    link = change_line(update, change).link
    assert link.to == Ref("risk", "r-1", "anytown")
    assert Places({"anytown": whereabouts(update.new)}).destination(link.to) == There("anytown/governance/", "r-r-1")
    assert change_line(replace(update, now=update.old), change).link is None


def test_page_that_is_there_no_more_is_not_linked():
    old, new = made({}), made({"findings": []})
    (change,) = diff_plans(old, new)
    assert change_line(compared(old, new), change).link is None


def test_number_that_two_actions_have_comes_with_its_title():
    edits = {"outcomes.0.actions.1.number": "1.1"}
    old, new = made(edits), made({**edits, f"{ACTION}.progress": "60"})
    (change,) = diff_plans(old, new)
    assert change_sentence(compared(old, new), change) == "1.1 (Ask children) progress: up, from 40% to 60%"


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        (
            {f"{ACTION}.timescales.0.words": "May 2019", f"{ACTION}.timescales.0.note": "Late"},
            "1.1: was April 2019, now May 2019; note was not stated, now “Late”",
        ),
        (
            {f"{ACTION}.notes.0": {"date": "2018-09-01", "text": "The group met and agreed.", "kind": "evidence"}},
            "1.1: note of 1 September 2018 reworded; kind was progress, now evidence",
        ),
        ({f"{ACTION}.status": GONE}, "1.1 rating: was Amber, now not rated"),
    ],
)
def test_sentence_leaves_nothing_of_its_change_out(edits, sentence):
    old, new = made({}), made(edits)
    (change,) = diff_plans(old, new)
    assert change_sentence(compared(old, new), change) == sentence


ACTIONS = BASE["outcomes"][0]["actions"]


def sentences(old_edits, new_edits) -> list[str]:
    """What readers are told of what became of the plan."""
    update = Update(view_of(made(old_edits)), view_of(made(new_edits)))
    return [change_sentence(update, change) for change in update.changes]


def test_action_with_another_id_is_said_to_be_a_new_entry():
    assert sentences({}, {"outcomes.0.actions.2.id": "a-9"}) == [
        "1.3 was taken out of the plan, and put in again as a new entry. It last said “Train staff”. Rating: Red. "
        "By when: May 2019.",
        "1.3 was put into the plan again, as a new entry: “Train staff”.",
    ]


def test_outcome_with_another_id_has_not_lost_its_actions():
    assert sentences({}, {"outcomes.0.id": "o-9", "printed_summary.rows.0.outcome": "o-9"}) == [
        "Outcome 1 was taken out of the plan, and put in again as a new entry. It last said “Children are heard”.",
        "Outcome 1 was put into the plan again, as a new entry: “Children are heard”.",
    ]


def test_action_with_another_id_says_what_else_is_another():
    action = {**ACTIONS[2], "id": "a-9", "status": "amber", "timescales": ["March 2021"]}
    assert sentences({}, {"outcomes.1.actions.1": action, "outcomes.0.actions.2": GONE})[2:] == [
        "1.3 was moved from outcome 1 to outcome 2",
        "1.3: was May 2019, now March 2021",
        "1.3 rating: better, from Red to Amber",
    ]


def test_body_with_another_id_is_named_where_another_lead_comes():
    found = sentences({}, {"bodies.0.id": "anytown", f"{ACTION}.leads": [{"body": "anytown", "qualifier": "for all"}]})
    assert found[2:] == ["1.1, lead, Anytown Council: qualifier was not stated, now “for all”"]


def test_two_bodies_of_one_name_are_told_apart_by_their_ids():
    old, new = made({}), made({"bodies.0.id": "anytown", f"{ACTION}.leads": ["anytown"]})
    (change,) = (change for change in diff_plans(old, new) if change.kind == "lead-changed")
    assert change_sentence(compared(old, new), change) == (
        "1.1, lead, Anytown Council: the body was Anytown Council with the id council, "
        "now Anytown Council with the id anytown"
    )


def test_order_says_places():
    assert sentences({}, {"outcomes.0.actions": [ACTIONS[1], ACTIONS[2], ACTIONS[0]]}) == [
        "1.1 stands elsewhere in its list: was in place 1, now in place 3"
    ]


def test_many_changes_of_order_are_told_in_one_line():
    def plan(order, **more):
        actions = [{"id": f"a-{place}", "title": f"Do {place}"} for place in order]
        return made({"outcomes": [{"id": "o-1", "title": "One", "actions": actions}], "printed_summary.rows": [],
                     "decisions": [], **more})  # fmt: skip

    update = compared(plan(range(40)), plan([*range(39, -1, -1)], title="Other"))
    assert len(update.changes) == 40
    groups = {group.kind: [line.text for line in group.lines] for group in change_groups(update)}
    assert groups == {"other": ["39 entries in another order"], "reworded": ["The plan, title: reworded"]}
    said = "Since the update before: 39 entries in another order, 1 other change."
    assert summary_sentence(WORDS, update.changes) == said


def test_place_that_is_counted_alike_is_not_said_twice():
    assert sentences({}, {"outcomes.0.actions": ACTIONS[::-1]}) == [
        "1.3 stands elsewhere in its list: was in place 3, now in place 1",
        "1.2 stands in another order among its neighbours",
    ]


def test_sub_action_below_another_action_of_one_number_says_which():
    actions = [{**ACTIONS[0], "number": "1.3", "sub_actions": ACTIONS[2]["sub_actions"]}, ACTIONS[1]]
    found = sentences({}, {"outcomes.0.actions": [*actions, {**ACTIONS[2], "number": "1.4", "sub_actions": []}]})
    assert "1.31 was moved from 1.3 (“Train staff”) to 1.3 (“Ask children”)" in found


def test_what_was_accepted_is_not_told():
    assert sentences({}, {"accepted": []}) == []


@pytest.mark.parametrize(
    ("old", "new", "group"),
    [
        ({}, {"bodies.0.ceased": "in 2018"}, "taken-out"),
        ({}, {f"{ACTION}.text": GONE}, "taken-out"),
        ({}, {f"{ACTION}.points": ["Ask"]}, "taken-out"),
        ({f"{ACTION}.text": GONE}, {}, "added"),
        ({f"{ACTION}.points": ["Ask"]}, {}, "added"),
        ({}, {f"{ACTION}.text": "Staff ask"}, "reworded"),
        ({}, {f"{ACTION}.points": ["Ask", "Write it down"]}, "reworded"),
    ],
)
def test_text_that_went_or_came_and_body_that_ceased_stand_where_they_belong(old, new, group):
    (change,) = diff_plans(made(old), made(new))
    assert group_of(change) == group


def test_measures_that_are_withheld_were_there():
    old, new = made({}), made({f"{ACTION}.measures": {"missing": "withheld", "ground": "It names a child"}})
    (change,) = (change for change in diff_plans(old, new) if change.kind == "measure")
    said = "1.1, how we will know: was “Share of children asked”, now Withheld: It names a child"
    assert (change_sentence(compared(old, new), change), group_of(change)) == (said, "other")


@pytest.mark.parametrize("before", [GONE, {"missing": "not-yet-rated"}, "grey"])
@pytest.mark.parametrize("after", ["red", "green"])
def test_rating_that_can_be_compared_with_none_is_neither_better_nor_worse(before, after):
    old, new = made({f"{ACTION}.status": before}), made({f"{ACTION}.status": after})
    (change,) = diff_plans(old, new)
    assert (change.kind, group_of(change)) == ("rating-changed", "other")


@pytest.mark.parametrize(
    ("old", "new", "group"),
    [
        ({"update_every": "3 months"}, {"update_every": "6 months"}, "lowered"),
        ({"update_every": "6 months"}, {"update_every": "3 months"}, "other"),
        ({"update_every": "6 months"}, {}, "taken-out"),
        ({"update_every": "at each meeting"}, {"update_every": "every month"}, "other"),
        ({"update_every": "when needed"}, {"update_every": "3 months"}, "other"),
        ({"update_every": "6 months"}, {"update_every": "at each meeting"}, "other"),
        ({}, {"outcomes.0.actions.1.timescales": ["annually"]}, "lowered"),
        ({}, {"outcomes.0.actions.1.timescales": ["twice a year"]}, "reworded"),
    ],
)
def test_duty_that_is_known_to_come_less_often_asks_for_less(old, new, group):
    (change,) = diff_plans(made(old), made(new))
    assert group_of(change) == group


@pytest.mark.parametrize(
    ("old", "new", "group"),
    [
        ("missed", "kept", "other"),
        ("missed", "not-yet", "other"),
        ("missed", "late", "other"),
        ("kept", "missed", "worse"),
        ("kept", "late", "worse"),
    ],
)
def test_what_was_stated_of_a_report_is_told_with_what_is_stated_now(old, new, group):
    before, after = (made({f"{OCCURRENCE}.state": state}) for state in (old, new))
    (change,) = diff_plans(before, after)
    said = f"Report “Monthly report”, when it was reported, June 2018: state was {old}, now {new.replace('-', ' ')}"
    assert (change_sentence(compared(before, after), change), group_of(change)) == (said, group)


def test_worst_news_comes_first():
    old = made({})
    new = made(
        {
            f"{ACTION}.title": "Ask all children",
            f"{ACTION}.status": "red",
            f"{ACTION}.notes.1": {"text": "More"},
            f"{ACTION}.timescales.0.words": "May 2019",
            f"{ACTION}.evidence": [],
            "outcomes.0.actions.2.status": "green",
        }
    )
    groups = change_groups(compared(old, new))
    assert [(group.kind, len(group.lines)) for group in groups] == [
        ("worse", 2),
        ("put-back", 1),
        ("taken-out", 1),
        ("better", 1),
        ("added", 1),
        ("reworded", 1),
    ]
    assert groups[0].heading == "Worse than before"


def test_every_group_has_a_heading_and_something_in_it():
    assert set(group_headings(WORDS)) == set(get_args(GroupKind))
    assert {group_of(change) for sample in SAMPLES for change in sample.changes} == set(get_args(GroupKind))


def test_what_was_taken_out_stands_among_what_was_taken_out():
    kinds = {
        "removed",
        "note-removed",
        "lead-removed",
        "target-removed",
        "figure-removed",
        "evidence",
        "review-removed",
    }
    for sample in SAMPLES:
        if sample.kind in kinds:
            assert group_of(sample.changes[0]) == "taken-out", sample.kind


def summary(old_edits, new_edits) -> str:
    return summary_sentence(WORDS, diff_plans(made(old_edits), made(new_edits)))


def test_update_without_changes_says_so():
    assert summary({}, {}) == "Nothing changed in this update."


def test_changes_are_counted_in_one_sentence():
    first, second, third = BASE["outcomes"][0]["actions"]
    times = {"timescales": ["September 2019"]}
    actions = [
        {**first, "status": "blue", "progress": "100", **times},
        {**second, **times, "status": "red"},
        {**third, **times, "status": "red", "notes": [{"text": "It took longer"}]},
        {"id": "a-8", "title": "Begin", "status": "red"},
    ]
    old = {"outcomes.0.actions.1.status": "green", "outcomes.0.actions.1.timescales": ["May 2019"]}
    assert summary(old, {"outcomes.0.actions": actions}) == (
        "Since the update before: 1 action finished, 3 dates put back, 1 rating worse, 1 rating better, "
        "1 action added, 2 other changes."
    )


def test_what_has_no_count_of_its_own_is_counted_still():
    assert summary({}, {"title": "Other", "risks": []}) == "Since the update before: 2 smaller changes."


def test_actions_that_went_with_an_outcome_are_counted():
    assert summary({}, {"outcomes.0": GONE}) == ("Since the update before: 1 outcome taken out, 4 actions taken out.")


@pytest.mark.parametrize(
    ("edits", "is_finished"),
    [
        ({f"{ACTION}.status": "blue"}, True),
        ({f"{ACTION}.status": "green"}, False),
        ({f"{ACTION}.progress": "100"}, True),
        ({f"{ACTION}.progress": "99"}, False),
        ({f"{ACTION}.closures.1": {"date": "2019-01-01"}}, True),
        ({f"{ACTION}.closures.1": {"date": "2019-01-01", "reopened": "yes"}}, False),
        ({"closed": {"as_at": "2019-01-01", "why": "It ended"}}, False),
        ({"outcomes.0.actions.1.status": "blue"}, False),
    ],
)
def test_action_is_finished_by_its_rating_its_progress_or_its_closing(edits, is_finished):
    assert ("1 action finished" in summary({}, edits)) == is_finished


def test_no_change_is_left_out_of_the_sentence():
    for sample in SAMPLES:
        sentence = summary_sentence(WORDS, sample.changes)
        assert re.fullmatch(r"Since the update before: [12] \D+\.", sentence), (sample.kind, sentence)


def test_shared_copy_changes_nothing():
    plan = made({})
    assert change_groups(compared(plan, replace(plan))) == ()
