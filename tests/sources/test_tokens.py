"""What is read of a text is every date, percentage, count and term in it, in whatever form."""

import pytest

from tests.sources.tokens import Token, agrees, tokens

FORMS = (
    ("31-Mar-2015", ["date 31 Mar 2015"]),
    ("took place on 12.12.14", ["date 12 Dec 2014"]),
    ("(30/31.10.14)", ["date 30 Oct 2014", "date 31 Oct 2014"]),
    ("26/11/14", ["date 26 Nov 2014"]),
    ("22-01-15", ["date 22 Jan 2015"]),
    ("March (17, 18 & 19)", ["date 17 Mar", "date 18 Mar", "date 19 Mar"]),
    ("26th&27th February", ["date 26 Feb", "date 27 Feb"]),
    ("March 6th 2015", ["date 6 Mar 2015"]),
    ("Feb15", ["date Feb 2015"]),
    ("DEC 14", ["date Dec 2014"]),
    ("June 2014", ["date Jun 2014"]),
    ("December, 2014-June, 2015", ["date Dec 2014", "date Jun 2015"]),
    ("commencing Monday the 18th of May 2015", ["date 18 May 2015", "day of the week Monday"]),
    ("the review in May", ["date May"]),
    ("May we ask? They may.", []),
    ("Improvement Plan 2018 – 20", ["date 2018", "date 2020"]),
    ("agreed for 14/15", ["date 2014", "date 2015"]),
    ("93% return rate", ["percentage 93"]),
    ("80 per cent", ["percentage 80"]),
    ("109 cases", ["count 109"]),
    ("Five briefing sessions", ["count 5"]),
    ("in both councils, twice", ["count 2", "count 2"]),
    ("both single and multi-agency, a one-off event", []),
    ("6 monthly or annual review", ["term every 6 month", "term every 1 year"]),
    ("every 6 months or every year", ["term every 6 month", "term every 1 year"]),
    ("bi/tri-annual", ["term bi-year", "term tri-year"]),
    ("within six months", ["term 6 month"]),
    ("a 12 week period", ["term 12 week"]),
    ("1.11, 3.14. and the 3rd Sector", []),
)


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=str)
def test_every_form_is_read(text: str, expected: list[str]) -> None:
    assert [f"{token.kind} {token.value}" for token in tokens(text)] == expected


@pytest.mark.parametrize(
    ("printed", "held", "same"),
    [
        ("15 Dec", "15 Dec 2014", True),
        ("15 Dec 2014", "15 Dec", False),
        ("Mar 2015", "24 Mar 2015", False),
        ("24 Mar 2015", "Mar 2015", False),
        ("12 Dec 2014", "12 Dec 2015", False),
    ],
)
def test_a_date_agrees_with_one_as_exact_that_may_add_the_year(printed: str, held: str, same: bool) -> None:
    assert agrees(Token("date", printed), Token("date", held)) is same


def test_a_count_agrees_with_the_same_count_of_the_same_thing() -> None:
    (printed,) = tokens("109 cases were sampled")
    (held,) = tokens("a sample of 109 cases")
    (other,) = tokens("page 109")
    assert agrees(printed, held)
    assert not agrees(printed, other)
