"""Who does what: what each body and role leads, whose names are withheld, and what nobody is named for."""

import pytest

from generator.document.blocks import Table
from generator.pages.who import who_page
from tests.page_blocks import all_facts, contents, links_of, section, sections, tables, text_of, texts

BODIES = [
    {"id": "council", "name": "Anytown Council", "kind": "council"},
    {"id": "nhs", "name": "NHS Anytown", "short_name": "The NHS", "kind": "nhs"},
    {"id": "old", "name": "Old Group", "kind": "sub-group", "ceased": "disbanded", "succeeded_by": "nhs"},
    {"id": "idle", "name": "Idle Board", "parent": "council", "former_names": [{"name": "Lazy Board"}]},
]
SUBS = [
    {"id": "a-2", "number": "2", "title": "Two", "timescales": ["May 2019"]},
    {"id": "a-3", "number": "3", "title": "Three", "timescales": ["June 2019"]},
]


@pytest.fixture
def page(make_view):
    return lambda leads=(), plan=None, **action: who_page(
        make_view({"bodies": BODIES, **(plan or {})}, leads=leads, **action)
    )


def leaders(page):
    """The part of each body and role that leads."""
    return section(page, "leads").blocks if "leads" in sections(page) else ()


def gaps(page):
    return [found for anchor, found in sections(page).items() if anchor in ("withheld", "nobody")]


def other(page, title):
    """The part of a body that leads nothing."""
    return next(found for found in section(page, "others").blocks if found.title == title)


def notices(page):
    """What a reader must know before all else, each with what it is about."""
    places = [place for place, block in enumerate(page.blocks) if getattr(block, "role", "") == "notice"]
    return [page.blocks[place : place + 2] for place in places]


def rows(leader) -> list[str]:
    """What a table says, a row a line: the link, its notes, the time and how it stands."""
    found = []
    (table,) = tables(leader)
    for row in table.rows:
        what, when, how = row.cells
        parts = [what[0].link.text, *what[0].notes, when[0].text]
        found.append("; ".join([*parts, *(line.tag.text if line.tag else line.text for line in how)]))
    return found


def by_title(page) -> dict[str, list[str]]:
    return {leader.title: rows(leader) for leader in (*leaders(page), *gaps(page))}


def test_each_body_has_what_it_leads_and_with_whom(page):
    found = by_title(page(["council", {"body": "nhs", "role": "Chair", "qualifier": "for now"}]))
    assert found == {
        "Anytown Council": ["1.1 Ask children; with The NHS; March 2019 (by 31 March 2019); Amber"],
        "NHS Anytown": [
            "1.1 Ask children; as Chair; with Anytown Council; for now; March 2019 (by 31 March 2019); Amber"
        ],
    }


def test_lead_of_a_part_leads_that_part_alone(page):
    made = page(["council", {"body": "nhs", "covers": ["a-3"]}], sub_actions=SUBS)
    assert by_title(made)["NHS Anytown"] == [
        "3 Three; part of 1.1; with Anytown Council; June 2019 (by 30 June 2019); No rating of its own"
    ]
    assert texts(leaders(made)[1])[0] == "Leads 1 sub-action. The date is 30 June 2019."


def test_lead_of_the_whole_leads_its_parts_and_says_so_once(page):
    made = page(["council", {"role": "Chair"}], sub_actions=SUBS)
    assert by_title(made)["Anytown Council"] == [
        "1.1 Ask children; with Chair; March 2019 (by 31 March 2019); Amber",
        "2 Two; part of 1.1; May 2019 (by 31 May 2019); No rating of its own",
        "3 Three; part of 1.1; June 2019 (by 30 June 2019); No rating of its own",
    ]
    first = leaders(made)[0]
    assert (
        texts(first)[0] == "Leads 1 action and 2 sub-actions. The first date is 31 March 2019, the last 30 June 2019."
    )


def test_action_whose_leads_all_lead_parts_stands_with_its_parts(page):
    made = page([{"body": "nhs", "covers": ["a-2"]}], sub_actions=SUBS)
    assert by_title(made) == {
        "NHS Anytown": ["2 Two; part of 1.1; May 2019 (by 31 May 2019); No rating of its own"],
        "Nobody is named": ["3 Three; part of 1.1; June 2019 (by 30 June 2019); No rating of its own"],
    }


def test_role_without_a_body_has_a_part_of_its_own(page):
    made = page([{"role": "Chair"}, {"role": "Boss", "body": "nhs", "as_above": "yes"}], timescales=["soon"])
    assert by_title(made)["Chair"] == ["1.1 Ask children; with The NHS; soon; Amber"]
    assert by_title(made)["NHS Anytown"] == [
        "1.1 Ask children; as Boss; with Chair; printed as “As above”; soon; Amber"
    ]
    assert texts(leaders(made)[-1])[0] == "Leads 1 action. No date could be read."


def test_names_withheld_are_counted_with_their_ground(page):
    withheld = {"withheld": "the source names a person"}
    made = page(["nhs", withheld, withheld, {**withheld, "role": "Manager"}], sub_actions=SUBS)
    assert by_title(made)["NHS Anytown"][0].startswith("1.1 Ask children; with 3 people whose names are withheld; ")
    (gap,) = gaps(made)
    assert texts(gap)[0] == "3 names are withheld, among the leads of 1 action."
    assert rows(gap) == [
        "1.1 Ask children; 2 people, names withheld: the source names a person; "
        "Manager, name withheld: the source names a person; March 2019 (by 31 March 2019); Amber"
    ]
    assert texts(gap)[0] in made.opening


def test_name_withheld_for_a_part_stands_with_the_part(page):
    made = page([{"withheld": "x", "covers": ["a-2"]}, {"body": "nhs", "covers": ["a-2"]}], sub_actions=SUBS[:1])
    assert rows(gaps(made)[0])[0].startswith("2 Two; part of 1.1; Name withheld: x")
    assert "with a person whose name is withheld" in rows(leaders(made)[0])[0]


def test_leads_that_are_withheld_as_a_whole_say_why(page):
    made = page({"missing": "withheld", "ground": "a court case"})
    assert [(gap.title, rows(gap)) for gap in gaps(made)] == [
        ("Names withheld", ["1.1 Ask children; Withheld: a court case; March 2019 (by 31 March 2019); Amber"])
    ]
    assert texts(gaps(made)[0])[0] == "The leads of 1 action are withheld."
    assert made.opening.startswith("The plan names no body or role that leads its actions.")


def test_action_without_a_lead_is_listed_without_its_parts(page):
    assert by_title(page(sub_actions=SUBS)) == {
        "Nobody is named": ["1.1 Ask children; March 2019 (by 31 March 2019); Amber"]
    }
    lost = by_title(page({"missing": "lost-in-conversion"}))["Nobody is named"]
    assert lost[0].startswith("1.1 Ask children; Lost when the source document was converted; ")


def test_body_that_is_there_no_more_and_still_leads_is_said_first(page):
    made = page(["old"])
    ((notice, about),) = notices(made)
    assert made.blocks[1] is notice
    assert text_of(notice) == ("Please note: Old Group (ceased, printed as “disbanded”) is still named as a lead of:")
    assert [link.text for link in links_of(about)] == ["1.1 Ask children"]
    assert notices(page(["old"], progress="100")) == []
    assert notices(page(["nhs"])) == []


def test_body_says_what_it_is_and_what_it_does_beside_leading(page, lines):
    plan = {
        "partners": ["idle"],
        "publisher": "Anytown Council",
        "governance": {"reports_to": ["Idle Board"]},
        "evidence": [{"id": "audit", "title": "Audit", "held_by": "idle"}],
        "reports": [{"id": "r-1", "what": "Progress", "sender": "nhs", "to": "idle"}],
        "risks": [{"id": "k-1", "name": "No time", "body": "idle"}],
        "decisions": [{"id": "d-1", "text": "Agreed", "kind": "agreed", "body": "idle"}],
    }
    review = {"reviews": [{"date": "2019-01-02", "by": "idle", "result": "confirmed"}]}
    made = page(["council"], plan, review=review)
    said, about, deeds = other(made, "Idle Board").blocks
    assert text_of(said) == "It leads no action of this plan."
    assert lines(about.facts) == {"Kind": ["Other"], "Belongs to": [""], "Earlier names": ["Lazy Board"]}
    (does,) = deeds.facts
    assert [line.link.text if line.link else line.text for line in does.lines] == [
        "Shares the plan",
        "Hears how the plan goes",
        "Holds: Audit",
        "Is told: Progress",
        "Looked at: 1.1 Ask children",
        "Answers for the risk: No time",
        "Decided: Agreed",
    ]
    *_, table, deeds = leaders(made)[0].blocks
    assert isinstance(table, Table)
    assert {fact.label for fact in deeds.facts} == {"What else it does", "Bodies that belong to it"}
    *_, deeds = other(made, "NHS Anytown").blocks
    assert lines(deeds.facts) == {"What else it does": ["Reports: Progress"], "Took over from": [""]}
    assert lines(all_facts(other(made, "Old Group")))["No longer there"] == ["ceased, printed as “disbanded”"]


def test_contents_name_every_part(page):
    made = page(["council"], sub_actions=[])
    label, found = made.blocks[1:3]
    assert text_of(label) == "On this page"
    assert contents(found) == [
        ("Anytown Council", "b-council"),
        ("Others that the plan names", "others"),
    ]


def test_plan_of_bodies_alone_says_so(make_view):
    made = who_page(make_view({"bodies": BODIES, "outcomes": []}))
    assert made.opening == texts(made)[0] == "The plan names bodies, and no actions that they lead."


def test_withheld_rating_of_progress_stands_in_words(page):
    assert rows(leaders(page(["nhs"], progress="40"))[0])[0].endswith("Amber; 40% complete")
