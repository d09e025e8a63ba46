"""What each kind of finding is, alone, and what comes near it and is none."""

import pytest

from generator.plan.model import PublicPlan
from generator.privacy import Kind, findings_of
from generator.privacy.finding import Finding
from tests.conftest import small_plan

FOUND = {
    Kind.NATIONAL_INSURANCE: ["Claim PX 12 34 56 C came in.", "Claim PX123456C came in.", "Claim px123456c came in."],
    Kind.CHI_NUMBER: ["The review of 010203 0006 was held.", "Record 0102030006."],
    Kind.NHS_NUMBER: ["The record 999 000 0018 was read.", "Record 9990000018."],
    Kind.PHONE: [
        "Ring 01632 960 001.",
        "Ring (01632) 960001 now.",
        "Ring +44 1632 960001.",
        "Ring +44 (0)1632 960001.",
        "Ring 07700 900123.",
        "Ring 0800 1111.",
        "Ring 020 7946 0018",
        "Ring 01632-960-001.",
    ],
    Kind.PERSONAL_EMAIL: [
        "Write to alba.quist@example.org.",
        "Write to a_quist@mail.example.org",
        "<o-quist@example.org>",
    ],
    Kind.EMAIL: ["Write to plans@example.org.", "Write to child.protection@example.org.", "Ask aquist@example.org"],
    Kind.POSTCODE: ["The house is at ZE9 9ZZ.", "The house is at G1 1AA.", "At EC1A 1BB."],
    Kind.ROLE_WITH_NAME: ["Head of Service Alba Quist spoke.", "Alba Quist, Lead Officer, spoke."],
    Kind.PERSON_NAME: [
        "It was led by Alba Quist.",
        "Fiona Quist spoke.",
        "Mr Quist spoke.",
        "(Alba Quist)",
        "It was opened by Xenia Quist.",
        "The Mrs Q case was heard.",
        "Xenia Quist, a pupil, spoke.",
        "J A Quees, 4 Mill",
        "Xenia Quist of the data team wrote it.",
        "Xenia Quist took over.",
        "Rónan Quist was there.",
        "Captain Quist sat.",
    ],
    Kind.PERSON_INITIALS: [
        "It is done. (AQ)",
        "It is done. AQ",
        "Lead: AQ",
        "AQ 12/3/15: done.",
        "Done (AQ/BO).",
        "It was seen by JMcQ in May.",
        "Done. (A.B.Q.)",
    ],
    Kind.HEALTH_OR_LEAVE: [
        "The training officer is on maternity leave.",
        "Sheila was on maternity leave.",
        "Mowat is off sick.",
        "The post has been vacant due to the post holder’s sickness absence.",
        "It is late because of the absence of the review manager.",
        "The co-ordinator has been off sick since May.",
        "The post is covered during long-term sickness.",
    ],
    Kind.SMALL_NUMBER: [
        "3 children were moved.",
        "Two families took part.",
        "It is about four looked after young people.",
        "109 cases were read. 90 had a plan with 8 having none.",
        "Of the 82 registered only two did not have one.",
        "One child moved.",
        "In 2018/19 3 children were moved.",
        "Seven members of staff left.",
    ],
    Kind.SMALL_NUMBER_BY_DIFFERENCE: [
        "Of 40 families, 36 took part.",
        "109 cases were read. 101 had a plan.",
        "60 pupils were asked: 40 said yes and 15 said no.",
    ],
}
NEAR = {
    Kind.NATIONAL_INSURANCE: ["Code BG123456C is ours.", "Case PX 12 34 56 E.", "Code PX1234567C."],
    Kind.CHI_NUMBER: ["The number 010203 0007.", "The number 450203 0006.", "Reference 01020300060."],
    Kind.NHS_NUMBER: ["The number 999 000 0019.", "The number 0000000000.", "12 999 000 00181."],
    Kind.PHONE: [
        "From 01/02/2015 to 03/04/2015.",
        "It cost 0.5 million.",
        "Ring 999 or 101.",
        "Code 0123.",
        "1632960001",
        "It rose from £900,000 1993 prices.",
        "2,003 2017 2,054 2018",
    ],
    Kind.PERSONAL_EMAIL: ["Write to child.protection@example.org.", "Write to plans@example.org.", "quist @ home"],
    Kind.EMAIL: ["Follow @example.", "It is at 5 @ 10.", "example.org"],
    Kind.POSTCODE: ["Form A1 2bc.", "Level B2 and C3.", "SS1 is a code."],
    Kind.ROLE_WITH_NAME: ["Head of Service Social Work spoke.", "Lead Officer Child Protection spoke."],
    Kind.PERSON_NAME: [
        "It was led by Social Work.",
        "Getting It Right For Every Child",
        "Anytown Council spoke.",
        "Mr and Mrs",
        "HMS Alba Quist sailed. HMP Lewis Oddly is full.",
        "Catherine Square and Kelly Lane were swept at Jordan Hill.",
        "Under the Gilbert Quist Order and the Alba Quist Bequest.",
        "The Sir Bram Oddly Buildings were sold to Lewis Marine.",
        "It is exempt (Commercial Interests).",
        "The pupils of St Mary's sang.",
    ],
    Kind.PERSON_INITIALS: [
        "It is done by NHS.",
        "Early Years Group (EYG) met.",
        "Phase II is done. OK",
        "THE KEY IS ALL",
        "It was late (MCP).",
        "The XQ team met, and it was agreed by XQ.",
        "Forms go out by CO and by DWP.",
    ],
    Kind.HEALTH_OR_LEAVE: [
        "Sickness absence across the workforce fell.",
        "Support parents with long-term illness.",
        "Children leave care at 18.",
        "The head monitors sickness absence rates.",
        "Parental leave policy was agreed by the manager.",
    ],
    Kind.SMALL_NUMBER: [
        "Each child has one plan.",
        "There are 3 child protection conferences.",
        "Meet every 6 weeks with families.",
        "Children aged 5 came.",
        "On 3 May children met.",
        "Phase 2 families",
        "5% of children",
        "A plan for one child.",
        "90 of 109 cases had one, and 12 had none.",
        "Ten children came.",
        "Action 3 children are heard.",
        "40 children: 1) new, 2) old.",
    ],
    Kind.SMALL_NUMBER_BY_DIFFERENCE: [
        "Of 40 families, 12 took part.",
        "Of 40 committees, 36 met.",
        "40 children in 2036.",
    ],
}


def found_in(text: str) -> list[Finding]:
    return list(findings_of(small_plan(notes=[{"text": text}])))


def test_every_kind_has_samples():
    registered = {Kind.REGISTERED_PERSON, Kind.REGISTERED_PART}
    assert set(FOUND) == set(NEAR) == set(Kind) - registered


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_kind_is_found(kind, text):
    kinds = {finding.kind for finding in found_in(text)}
    also = {Kind.PERSON_NAME} if kind is Kind.HEALTH_OR_LEAVE else set()
    assert kind in kinds
    assert kinds <= {kind, Kind.SMALL_NUMBER, *also} or kind is Kind.SMALL_NUMBER_BY_DIFFERENCE


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in NEAR.items() for text in texts])
def test_near_miss_is_not_found(kind, text):
    assert [finding for finding in found_in(text) if finding.kind is kind] == []


def test_words_found_are_those_that_tell():
    assert [finding.words for finding in found_in("It is done. Led by Alba Quist of ours. (AQ)")] == [
        "Alba Quist",
        "AQ",
    ]


def contact(**fields: str) -> PublicPlan:
    return small_plan({"contacts": [{"role": "Participation team", **fields}]})


def test_contacts_hold_a_teams_phone_and_email():
    assert findings_of(contact(phone="01632 960 001", email="plans@example.org")) == ()


def test_contacts_hold_no_one_persons_email():
    found = findings_of(contact(email="alba.quist@example.org"))
    assert [(finding.kind, finding.path) for finding in found] == [(Kind.EMAIL, ("contacts", 0, "email"))]


def test_role_of_a_contact_holds_no_phone():
    assert [finding.kind for finding in findings_of(contact(role="Team, 01632 960 001"))] == [Kind.PHONE]


def test_what_the_plan_explains_is_nobodys():
    note = {"notes": [{"text": "It is done. (AQ) It was led by Zorbla Quint."}]}
    assert len(findings_of(small_plan(**note))) == 2
    explained = {"glossary": [{"term": "AQ", "meaning": "Audit of quality"}]}
    explained |= {"bodies": [{"id": "council", "name": "Anytown Council"}, {"id": "zq", "name": "Zorbla Quint"}]}
    assert findings_of(small_plan(explained, **note)) == ()


def test_name_and_its_initials_in_brackets_explain_nothing():
    assert [f.words for f in found_in("Alba Quist (AQ) wrote it. (AQ)")] == ["AQ", "AQ"]


def test_body_with_a_persons_name_is_found_where_it_is_named():
    plan = small_plan({"bodies": [{"id": "council", "name": "Fiona Quist"}]}, notes=[{"text": "Fiona Quist leads."}])
    assert [finding.path for finding in findings_of(plan)] == [("bodies", 0, "name")]


def test_definition_counts_no_child():
    assert findings_of(small_plan({"glossary": [{"term": "Sibling group", "meaning": "Two children or more."}]})) == ()
