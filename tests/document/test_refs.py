"""A link names a thing; where it leads is one of four places."""

import pytest

from generator.document.addresses import ANCHORS, thing_anchor
from generator.document.refs import (
    NOW,
    REF_KINDS,
    WORDS_ALONE,
    Here,
    OwnPages,
    Places,
    Ref,
    RemovedPage,
    There,
    Whereabouts,
    here,
)

NOWADAYS = Whereabouts(
    plan="p",
    pages=frozenset({"legend", "findings", "who", "governance"}),
    things={
        "outcome": frozenset({"o-1"}),
        "action": frozenset({"a-1", "a-9"}),
        "finding": frozenset({"f-1"}),
        "body": frozenset({"nhs"}),
        "event": frozenset({"began"}),
        "evidence": frozenset({"audit"}),
    },
    removed={"outcome": frozenset({"o-2"}), "action": frozenset({"a-2", "a-3"})},
    later={"action": {"a-3": "a-9"}},
    editions=frozenset({"2019-01-01", "2020-01-01"}),
    withdrawn=frozenset({"2020-01-01"}),
    outcome_of={"a-1": "o-1", "a-9": "o-4"},
)
EDITION = OwnPages("2019-01-01", frozenset({"o-1", "o-2"}), {"a-1": "o-1", "a-2": "o-2"}, has_legend=True)
TODAY, THEN = Places({"p": NOWADAYS}), Places({"p": NOWADAYS}, EDITION)


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        (here("late"), Here("late")),
        (Ref("address", "p/data/plan.json"), There("p/data/plan.json")),
        (Ref("plan", plan="p"), There("p/")),
        (Ref("plan", plan="p", part="outcomes"), There("p/", "outcomes")),
        (Ref("page", "legend", "p"), There("p/legend/")),
        (Ref("page", "governance", "p", part="contacts"), There("p/governance/", "contacts")),
        (Ref("page", "glossary", "p"), WORDS_ALONE),
        (Ref("outcome", "o-1", "p"), There("p/outcomes/o-1/")),
        (Ref("outcome", "o-1", "p", part="a-a-1"), There("p/outcomes/o-1/", "a-a-1")),
        # The action stands on another outcome's page now, or on none.
        (Ref("outcome", "o-1", "p", part="a-a-9"), There("p/outcomes/o-1/")),
        (Ref("outcome", "o-1", "p", part="a-a-2"), There("p/outcomes/o-1/")),
        (Ref("outcome", "o-1", "p", part="i-x"), There("p/outcomes/o-1/", "i-x")),
        (Ref("outcome", "o-2", "p"), RemovedPage("p/outcomes/o-2/")),
        (Ref("outcome", "o-3", "p"), WORDS_ALONE),
        (Ref("action", "a-2", "p"), RemovedPage("p/actions/a-2/")),
        (Ref("action", "a-3", "p"), There("p/actions/a-9/")),
        (Ref("finding", "f-1", "p"), There("p/findings/", "f-f-1")),
        (Ref("finding", "f-2", "p"), WORDS_ALONE),
        (Ref("event", "began", "p"), There("p/governance/")),
        # The plan has it, and no page for things of its kind.
        (Ref("evidence", "audit", "p"), WORDS_ALONE),
        (Ref("edition", "2019-01-01", "p"), There("p/editions/2019-01-01/")),
        (Ref("edition", "2020-01-01", "p"), RemovedPage("p/editions/2020-01-01/")),
        (Ref("update", "2020-01-01", "p"), RemovedPage("p/changes/2020-01-01/")),
        # There never was such an edition.
        (Ref("edition", "2018-01-01", "p"), WORDS_ALONE),
        (Ref("edition-entry", "2018-01-01", "p"), WORDS_ALONE),
        (Ref("since", "2019-01-01", "p"), There("p/changes/since-2019-01-01/")),
        (Ref("edition-entry", "2020-01-01", "p"), There("p/editions/", "edition-2020-01-01")),
    ],
)
def test_a_link_of_a_current_page_leads_to_what_is_there_now(ref, found):
    assert TODAY.destination(ref) == found


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        (Ref("plan", plan="p"), There("p/editions/2019-01-01/")),
        (Ref("outcome", "o-2", "p"), There("p/editions/2019-01-01/outcomes/o-2/")),
        (Ref("action", "a-2", "p"), There("p/editions/2019-01-01/outcomes/o-2/", "a-a-2")),
        (Ref("action", "a-2", "p", edition=NOW), RemovedPage("p/actions/a-2/")),
        (Ref("action", "a-9", "p"), There("p/actions/a-9/")),
        (Ref("page", "legend", "p"), There("p/editions/2019-01-01/legend/")),
        (Ref("finding", "f-1", "p"), There("p/findings/", "f-f-1")),
        (Ref("finding", "f-2", "p"), WORDS_ALONE),
        (Ref("outcome", "o-1", "another"), There("another/outcomes/o-1/")),
        (here("a-a-1"), Here("a-a-1")),
    ],
)
def test_a_link_of_an_editions_page_leads_within_it_first(ref, found):
    assert THEN.destination(ref) == found


@pytest.mark.parametrize("kind", REF_KINDS)
def test_every_kind_of_thing_leads_somewhere_in_a_plan_that_has_it(kind):
    found = Places().destination(Ref(kind, "x", "q", "y"))
    assert found != WORDS_ALONE
    assert isinstance(found, Here | There)


def test_things_on_pages_about_the_plan_have_anchors_of_their_own():
    anchors = [thing_anchor(kind, "x") for kind in ANCHORS]
    assert len(anchors) == len(set(anchors))
