"""Each piece of evidence with what it stands behind, then the claims that have none."""

import pytest

from generator.document.blocks import Points
from generator.pages.evidence import evidence_page
from tests.page_blocks import blocks_of, contents, facts, section, sections, tables, texts

AUDIT = {"id": "audit", "title": "Audit"}


@pytest.fixture
def page(make_view):
    return lambda items=(), plan=None, **action: evidence_page(
        make_view({"evidence": list(items), **(plan or {})}, **action)
    )


def items(page):
    """The part of each piece of evidence."""
    return section(page, "the-evidence").blocks


def claims_words(page) -> str:
    """What the page says of the claims, without what is taken for a claim."""
    return texts(section(page, "nothing-behind"))[0].partition(" A claim is a rating")[0]


def claims_table(page):
    (table,) = tables(section(page, "nothing-behind"))
    return table


def figure(label, value, part_of=None, period="May 2019", **more):
    return {"label": label, "period": period, "value": value, **({"part_of": part_of} if part_of else {}), **more}


def test_evidence_says_what_is_known_of_it(page):
    item = {
        **AUDIT,
        "kind": "audit",
        "period": "May 2019",
        "date": "2019-06-01",
        "held_by": "nhs",
        "link": "https://example.org/audit",
        "shows": "Most is well.",
    }
    (made,) = items(page([item]))
    assert (made.anchor, made.title, texts(made)[0]) == ("e-audit", "Audit", "Most is well.")
    assert facts(made) == {
        "Kind": ["Audit"],
        "Is about": ["May 2019"],
        "Date": ["1 June 2019"],
        "Held by": ["NHS"],
        "Where it can be read": ["Read it"],
        "Stands behind": ["Nothing that is named"],
    }


def test_what_is_not_known_of_evidence_is_said(page):
    (made,) = items(page([{**AUDIT, "held_by": "Another body"}]))
    found = facts(made)
    assert (found["Is about"], found["Date"]) == (["Not stated"], ["Not stated"])
    assert found["Held by"] == ["Another body"]
    assert found["Where it can be read"] == ["Held, not published"]
    assert facts(items(page([AUDIT]))[0])["Held by"] == ["Not stated"]


def test_evidence_says_what_it_stands_behind(page):
    review = {"date": "2019-01-02", "by": "nhs", "result": "changed", "evidence": ["audit"]}
    decision = {"id": "d-1", "text": "Agreed", "kind": "agreed", "affects": ["audit"]}
    made = page([AUDIT], {"decisions": [decision]}, evidence=["audit"], review={"reviews": [review]})
    assert facts(items(made)[0])["Stands behind"] == [
        "1.1 Ask children",
        "1.1 Ask children; the review of 2 January 2019: changed",
        "The decision: Agreed",
    ]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([("109", None), ("90", "All"), ("8", "All")], "All: the parts make 98, not 109. 11 are not accounted for."),
        ([("10", None), ("9", "All"), ("1", "All")], "All: the parts make 10, as they should."),
        ([("9", None), ("9", "All"), ("1", "All")], "All: the parts make 10, more than 9."),
        ([("9", None), ("9", "All")], ""),
        ([("9.5", None), ("9", "All"), ("1", "All")], ""),
    ],
)
def test_figures_say_whether_they_add_up(page, figures, said):
    held = [
        figure("All" if not whole else f"Part {place}", value, whole) for place, (value, whole) in enumerate(figures)
    ]
    (made,) = items(page([{**AUDIT, "figures": held}]))
    lines = facts(made)["Figures"]
    assert lines[1].endswith("; part of: All")
    assert lines[len(figures) :] == ([said] if said else [])


def test_suppressed_part_is_not_added_up(page):
    held = [figure("All", "9"), figure("One", "4", "All", state="suppressed"), figure("Two", "5", "All")]
    assert len(facts(items(page([{**AUDIT, "figures": held}]))[0])["Figures"]) == 3


def test_claim_with_nothing_behind_it_is_listed(page):
    made = page(status="green", progress="100", sub_actions=[{"id": "a-2", "title": "Two", "progress": "100"}])
    assert made.opening == "The plan names no evidence. 2 claims have nothing named behind them."
    assert claims_words(made) == "2 claims that all is well, or finished, have nothing named behind them."
    assert [row.cells[0][0].link.text for row in claims_table(made).rows] == ["1.1 Ask children", "Two"]
    first, second = claims_table(made).rows
    assert [line.tag.text if line.tag else line.text for line in first.cells[1]] == ["Green", "100% complete"]
    assert (first.cells[2][0].text, second.cells[2][0].text) == ("Outcome 1: Children are heard", "1.1")


def test_rated_outcome_is_part_of_the_plan_itself(page):
    outcomes = [{"id": "o-1", "title": "One", "status": "green", "actions": []}]
    made = page(plan={"outcomes": outcomes, "rated": ["outcomes"]})
    assert claims_table(made).rows[0].cells[2][0].text == "The plan itself"


def test_plan_whose_claims_all_have_evidence_says_so(page):
    made = page([AUDIT], status="green", evidence=["audit"])
    assert made.opening == "The plan names 1 piece of evidence."
    assert tables(made) == ()
    assert claims_words(made) == (
        "Every claim that all is well, or finished, has something named behind it: 1 has evidence."
    )


def test_claims_that_rest_on_notes_are_counted_apart(page):
    note = {"text": "It was seen.", "kind": "evidence"}
    sub = {"id": "a-2", "title": "Two", "progress": "100", "notes": [note]}
    made = page(status="green", notes=[note], sub_actions=[sub])
    assert made.opening == "The plan lists no evidence. Some of its notes are marked as evidence."
    assert claims_words(made).endswith("named behind it: 2 have notes marked as evidence.")
    both = page([AUDIT], sub_actions=[{**sub, "notes": []}, {**sub, "id": "a-3"}], evidence=["audit"])
    assert claims_words(both).endswith("named behind it: 2 have evidence.")


def test_plan_that_makes_no_claim_says_so(page):
    made = page([AUDIT], status="amber")
    assert (tables(made), claims_words(made)) == ((), "The plan claims of nothing that all is well, or finished.")


def test_long_list_of_evidence_has_contents(page):
    assert blocks_of(page([AUDIT]), Points) == ()
    many = [{"id": f"e-{number}", "title": "x"} for number in range(4)]
    (found,) = blocks_of(page(many), Points)
    assert contents(found) == [("x", f"e-e-{number}") for number in range(4)]


def test_page_of_evidence_and_bare_claims_leads_to_the_claims(page):
    made = page([AUDIT], status="green")
    assert [anchor for _, anchor in contents(made.blocks[1])] == ["nothing-behind"]
    assert list(sections(page(status="green"))) == ["nothing-behind"]
