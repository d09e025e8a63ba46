"""Links lead somewhere for everybody."""

import pytest

from tests.checks.checking import PLAN, checked_for, subjects, with_line, with_part

INSIDE = "it is an address inside a network"
FILE = "it is the name of a file"
TYPED = "it is no full web address, so it is shown as it is typed"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://example.org/plan", ""),
        ("https://www.example.gov.uk", ""),
        ("http://example.org:8080/plan.pdf", ""),
        ("https://localnews.example.org/", ""),
        ("https://8.8.8.8/plan", ""),
        ("https://intranet/plan", INSIDE),
        ("http://localhost:8000/plan", INSIDE),
        ("https://plans.local/", INSIDE),
        ("https://sharepoint.council.internal/plan", INSIDE),
        ("https://files.lan/plan", INSIDE),
        ("https://no.invalid/", INSIDE),
        ("https://192.168.1.4/plan", INSIDE),
        ("https://10.0.0.1/plan", INSIDE),
        ("https://127.0.0.1/plan", INSIDE),
        ("https://[::1]/plan", INSIDE),
        ("https://plan.docx", FILE),
        ("https://minutes.pdf/", FILE),
    ],
)
def test_link_leads_to_the_public_web(address, why):
    plan = PLAN.replace("title: Audit}", f'title: Audit, link: "{address}"}}')
    wanted = (
        f"evidence[1].link: the link to {address!r} leads nowhere for the public: {why}; "
        "give the full address of a public page, or take the link out (link-nowhere)"
    )
    assert checked_for("link-nowhere", plan) == ([wanted] if why else [])
    assert subjects("link-nowhere", plan) == (["e-1"] if why else [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("See [the plan](https://example.org/plan).", ""),
        ("See [us](mailto:plans@example.org).", ""),
        ("See [the plan] (page.html).", ""),
        ("See \\[the plan](page.html).", ""),
        ("A list (one) and [two].", ""),
        ("See [the plan]().", "there is no address"),
        ("See [the plan](page.html).", TYPED),
        ("See [the plan](../plan/).", TYPED),
        ("See [the plan](www.example.org).", TYPED),
        ("See [the plan](https://intranet/plan 'Plan').", INSIDE),
        ("See [the plan](<https://intranet/plan>).", INSIDE),
    ],
)
def test_link_in_a_text_leads_somewhere(text, why):
    found = checked_for("link-nowhere", with_line(f'text: "{text}"'.replace("\\", "\\\\")))
    assert [f": {why};" in said for said in found] == ([True] if why else [])
    assert all(said.startswith("outcomes[1].actions[1].text: ") for said in found)


def test_text_that_holds_no_formatting_holds_no_link():
    assert checked_for("link-nowhere", with_part("vision: 'See [the plan](page.html)'\n")) == []
