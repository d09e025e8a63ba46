"""What is published outside the plans is looked at as a plan is: settings, hand-written pages, names of files."""

from pathlib import Path

import pytest

from generator.authoring.folder import read_folder, read_source
from generator.errors import PlanError, Problem, Severity
from generator.problems import PROBLEMS
from generator.site.build import build_site, site_units
from tests import broken_samples
from tests.broken_samples import PAGE, PNG
from tests.command import plans
from tests.conftest import TODAY

PRIVATE = """\
schema: 1
people:
  - name: Alba Quist
    initials: AQ
    phone: 01632 960 777
    email: albaq@example.org
"""
# Numbers that are reserved for fiction are no placeholders beside an example alone.
SETTINGS = broken_samples.SETTINGS.replace('phone: "101"', "phone: 01632 960 150")
PLAN = f"{broken_samples.PLAN}example: {{kind: Invented example, text: Nobody here exists.}}\n"
HEAD = """\
schema: 1
id: anytown
title: Anytown plan
publisher: Anytown Council
example: {kind: Invented example, text: Nobody here exists.}
"""
PICTURE = "# About\n\n![{alt}](images/{name})\n"


def council(folder: Path, **files: str | bytes) -> Path:
    return broken_samples.council(folder, **{"settings": SETTINGS, "plan": PLAN, **files})


def settings_with(old: str, new: str) -> dict[str, str | bytes]:
    assert old in SETTINGS
    return {"settings": SETTINGS.replace(old, new)}


def page(body: str) -> dict[str, str | bytes]:
    return {"page": f"# About\n\n{body}\n"}


# Each place outside the plans where a person of the register may stand, the files that put one there, and where it is.
PLACES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "text": (page("It was written\nby Alba Quist."), "content/about.md:4:4"),
    "heading": (page("Words.\n\n## Thanks to Alba Quist"), "content/about.md:5:14"),
    "list": (page("- one\n- Alba *Quist*"), "content/about.md:4:3"),
    "entity": (page("By &#65;lba Quist."), "content/about.md:3:13"),
    "table": (
        page("<table><caption>Of Alba Quist</caption>\n<tr><th>A</th></tr>\n<tr><td>B</td></tr></table>"),
        "content/about.md:3:20",
    ),
    "words of a link": (page("See [Alba Quist](https://example.org/)."), "content/about.md:3:6"),
    "address of a link": (page("See [her page](https://example.org/alba-quist)."), "content/about.md:3:36"),
    "e-mail of a link": (page("[Write](mailto:albaq@example.org)."), "content/about.md:3:16"),
    "phone": (page("Call (01632) 960777 now."), "content/about.md:3:7"),
    "alternative text": (
        {"page": PICTURE.format(alt="Alba Quist at work", name="a.png"), "content/images/a.png": PNG},
        "content/about.md:3:3",
    ),
    "name of a picture": (
        {"page": PICTURE.format(alt="The team", name="alba-quist.png"), "content/images/alba-quist.png": PNG},
        "content/images/alba-quist.png",
    ),
    "name of a page": ({"content/alba-quist.md": PAGE}, "content/alba-quist.md"),
    "site_name": (settings_with("site_name: Improvement plans", "site_name: Plans of Alba Quist"), "mkdocs.yml:1:12"),
    "publisher": (settings_with("publisher: Anytown Council", "publisher: Alba Quist"), "mkdocs.yml:8:14"),
    "contact's role": (settings_with("role: The plans team", "role: Alba Quist"), "mkdocs.yml:10:11"),
    "contact's e-mail": (
        settings_with("    role: The plans team", "    role: The plans team\n    email: albaq@example.org"),
        "mkdocs.yml:11:12",
    ),
    "contact's phone": (settings_with("01632 960 150", "01632 960 777"), "mkdocs.yml:11:12"),
    "help": (settings_with("text: If a child is in danger now", "text: Call Alba Quist"), "mkdocs.yml:14:15"),
    "brand": (settings_with("extra:\n", "extra:\n  brand: {name: Alba Quist}\n"), "mkdocs.yml:8:17"),
    "licence": (settings_with("extra:\n", "extra:\n  licence: {name: By Alba Quist}\n"), "mkdocs.yml:8:19"),
}


def found_in(folder: Path, *, with_private: bool = True) -> list[Problem]:
    source = read_folder(folder, today=TODAY).source if with_private else read_source(folder, today=TODAY)
    return [problem for problem in source.problems if problem.kind.code.startswith("privacy-")]


def with_register(folder: Path, **files: str | bytes) -> Path:
    return council(folder, **{"plans/anytown/private.yaml": PRIVATE, **files})


@pytest.mark.parametrize("place", PLACES)
def test_person_of_the_register_is_found_in_every_place_outside_the_plans(place, tmp_path):
    files, where = PLACES[place]
    found = [str(p.position).removeprefix(f"{tmp_path}/") for p in found_in(with_register(tmp_path, **files))]
    assert where in found
    kinds = {problem.kind.code for problem in found_in(tmp_path)}
    assert "privacy-registered-person" in kinds


def test_one_run_names_every_place(tmp_path):
    body = "Alba Quist wrote it.\n\nAlba Quist read it.\n\nIt was read by Bram Oddly. Call 01632 960 779."
    found = found_in(with_register(tmp_path, **page(body)))
    assert [(p.position.line, p.position.column, p.kind.code.removeprefix("privacy-")) for p in found] == [
        (3, 1, "registered-person"),
        (5, 1, "registered-person"),
        (7, 16, "person-name"),
        (7, 33, "phone"),
    ]


def codes(folder: Path, body: str) -> list[str]:
    return [p.kind.code.removeprefix("privacy-") for p in found_in(council(folder, **page(body)))]


def test_team_has_a_mailbox_on_a_page(tmp_path):
    body = "Write to childprotection@anytown.gov.uk, social.work@anytown.gov.uk or [us](mailto:cpc.admin@example.org)."
    assert codes(tmp_path, body) == []
    assert codes(tmp_path, "Write to young@anytown.gov.uk.") == ["email"]
    assert codes(tmp_path, "Write to bram.oddly@anytown.gov.uk.") == ["personal-email"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Switchboard: 01632 960 779", ["office-phone"]),
        ("Text 07700 900 123", ["phone"]),
        ("Call 01632 960 779.", ["phone"]),
        ("Zorbla Quint at the team: 01632 960 779", ["phone"]),
        ("## Led by Bram Oddly\n\nLead officer\n\nTelephone: 01632 960 779", ["person-name", "phone"]),
        ("Social Work Contact Centre, Monday to Friday 8:45am to 5pm: 01632 960 779", ["office-phone"]),
        ("Out of hours, the Emergency Social Work Service: 0131 496 0812", ["office-phone"]),
        ("Ask [us](mailto:bram.oddly@example.org) or the office, 01632 960 779.", ["personal-email", "phone"]),
    ],
)
def test_landline_that_stands_beside_no_person_may_be_an_office_s(body, expected, tmp_path):
    assert sorted(codes(tmp_path, body)) == sorted(expected)


def test_build_goes_on_with_the_number_of_an_office_and_publication_asks(tmp_path):
    with_register(tmp_path, **page("Switchboard: 01632 960 779"))
    source = read_source(tmp_path, with_working=False, today=TODAY)
    assert [problem.severity for problem in source.problems] == [Severity.WARNING]
    assert site_units(source, TODAY)
    arguments = ("publish", "anytown", "--date", str(TODAY), "--note", "It is new.", "--significant", "--yes")
    result = plans("-C", tmp_path, *arguments, "--today", str(TODAY))
    assert result.exit_code == 1
    assert "content/about.md:3:14" in result.output
    (found,) = found_in(tmp_path)
    entry = ENTRY.format(code=found.kind.code, id=found.subject)
    with_register(tmp_path, settings=SETTINGS + entry, **page("Switchboard: 01632 960 779"))
    assert plans("-C", tmp_path, *arguments, "--today", str(TODAY)).exit_code == 0


def test_page_with_another_problem_is_looked_at_too(tmp_path):
    assert found_in(with_register(tmp_path, page="About\n\nAlba Quist\n"))


def test_what_the_settings_give_as_contact_and_help_may_stand_elsewhere(tmp_path):
    files = settings_with("01632 960 150", "01632 960 150\n    email: alba.oddly@example.org")
    body = "Ring 01632 960150 or +44 1632 960 150, write to alba.oddly@example.org, or ring 0800 1111."
    plan = HEAD
    plan += "outcomes:\n  - id: o-1\n    title: Ring 01632 960 150\n"
    found = found_in(council(tmp_path, plan=plan, **files, **page(body)))
    # The address itself looks like one person's, and is asked about once, where it is set.
    assert [(problem.position.line, problem.kind.code) for problem in found] == [(12, "privacy-email")]


def test_contact_of_a_plan_may_stand_on_a_page(tmp_path):
    plan = HEAD
    plan += (
        "contacts:\n  - {role: The team, phone: 01632 960 333}\noutcomes:\n  - {id: o-1, title: Children are heard}\n"
    )
    assert found_in(council(tmp_path, plan=plan, **page("Ring 01632 960 333."))) == []


def test_what_a_plan_explains_is_nobody_s_on_a_page(tmp_path):
    body = "It is led by Ewan Lodge. See the Anytown Council."
    plan = HEAD
    plan += "outcomes:\n  - {id: o-1, title: Children are heard}\n"
    assert len(found_in(council(tmp_path, plan=plan, **page(body)))) == 1
    plan += "bodies:\n  - {id: ewan, name: Ewan Lodge}\n"
    found = found_in(council(tmp_path, plan=plan, **page(body)))
    # What the body is called is asked about where it stands.
    assert {problem.position.file for problem in found} == {str(tmp_path / "plans/anytown/plan.yaml")}


ENTRY = "  accepted:\n    - {{code: {code}, id: {id}, reason: It is a street., role: Lead officer, date: 2026-11-21}}\n"


@pytest.mark.parametrize(
    "body",
    ["It was read by Bram Oddly.", "Switchboard: 01632 960 779.", "Call 01632 960 779.", "Ask bram.oddly@example.org."],
)
def test_finding_is_accepted_in_the_settings(body, tmp_path):
    (found,) = found_in(with_register(tmp_path, **page(body)))
    assert f"as {found.subject} under 'accepted' in mkdocs.yml" in found.do
    entry = ENTRY.format(code=found.kind.code, id=found.subject)
    assert found_in(with_register(tmp_path, settings=SETTINGS + entry, **page(body))) == []
    assert read_folder(tmp_path, today=TODAY).source.problems == ()


def test_entry_that_matches_nothing_and_one_for_what_must_go_are_told(tmp_path):
    body = page("It was read by Alba Quist.")
    (found,) = found_in(with_register(tmp_path, **body))
    entry = ENTRY.format(code=found.kind.code, id=found.subject)
    council(tmp_path, settings=SETTINGS + entry, **body)
    codes = [problem.kind.code for problem in read_folder(tmp_path, today=TODAY).source.problems]
    assert codes == ["privacy-registered-person", "accepted-code"]
    council(tmp_path, settings=SETTINGS + ENTRY.format(code="privacy-person-name", id="about-0a1b2c3d"))
    (problem,) = read_folder(tmp_path, today=TODAY).source.problems
    assert str(problem).removeprefix(f"{tmp_path}/").startswith("mkdocs.yml:19:7: extra.accepted[1]: ")
    assert problem.kind.code == "accepted-unmatched"


def test_publication_stops_at_what_a_page_tells(tmp_path):
    with_register(tmp_path, **page("It was read by Bram Oddly."))
    arguments = ("publish", "anytown", "--date", str(TODAY), "--note", "It is new.", "--significant", "--yes")
    result = plans("-C", tmp_path, *arguments, "--today", str(TODAY))
    assert result.exit_code == 1
    assert "content/about.md:3:16" in result.output
    assert not (tmp_path / "plans/anytown/editions.lock").exists()


def test_build_stops_at_what_must_be_mended_and_tells_what_is_guessed(tmp_path):
    council(tmp_path, **page("Call 01632 960 779."))
    with pytest.raises(PlanError, match="privacy-phone"):
        build_site(read_source(tmp_path, with_working=False, today=TODAY), TODAY, tmp_path / "site", jobs=1)
    council(tmp_path, **page("It was read by Bram Oddly."))
    source = read_source(tmp_path, with_working=False, today=TODAY)
    assert [problem.severity for problem in source.problems] == [Severity.WARNING]
    assert site_units(source, TODAY)


def test_build_reads_no_register(tmp_path):
    with_register(tmp_path, **page("A page of Quist."))
    assert found_in(tmp_path)
    assert found_in(tmp_path, with_private=False) == []


@pytest.mark.parametrize("email", ["none", "the team", "a@b", "a@b@c.org", "a b@example.org"])
def test_e_mail_of_the_settings_is_an_address(email, tmp_path):
    council(tmp_path, **settings_with("phone: 01632 960 150", f"email: {email}"))
    (problem,) = read_source(tmp_path, today=TODAY).problems
    assert problem.kind is PROBLEMS["email-malformed"]
    assert (problem.position.line, problem.path) == (11, "extra.contact.email")


def test_disguised_word_on_a_page_and_in_the_settings_is_told(tmp_path):
    council(tmp_path, **page("Ask the te\u0430m."), **settings_with("The plans team", "The te\u0430m"))
    found = read_source(tmp_path, today=TODAY).problems
    assert [(problem.position.line, problem.position.column) for problem in found] == [(3, 9), (10, 11)]
    assert {problem.kind.code for problem in found} == {"text-disguised"}


def test_sheet_shows_all_that_is_public_outside_the_plans_with_what_may_tell_of_a_person(tmp_path):
    files = {"page": PICTURE.format(alt="The team", name="a.png") + "\nIt was read by Bram Oddly.\n"}
    with_register(tmp_path, **files, **{"content/images/a.png": PNG})
    result = plans("-C", tmp_path, "check", "--public-pages")
    assert result.exit_code == 0
    for text in ("site_name: Improvement plans", "extra.contact.phone: 01632 960 150", "alt: The team", "a.png"):
        assert text in result.output
    assert ">>> a person's name?: “Bram Oddly” (privacy-person-name, id about-" in result.output
    assert "1 place is marked" in result.output


def test_sheet_of_a_plan_takes_the_contact_of_the_settings_for_public(tmp_path):
    plan = HEAD
    plan += "outcomes:\n  - id: o-1\n    title: Ring 01632 960 150\n"
    council(tmp_path, plan=plan)
    assert "0 places are marked" in plans("-C", tmp_path, "check", "--public", "anytown").output


def test_this_project_s_own_pages_and_those_of_a_new_folder_tell_of_nobody(source, tmp_path):
    assert [p for p in source.problems if p.kind.code.startswith("privacy-")] == []
    assert plans("new", tmp_path / "new").exit_code == 0
    assert found_in(tmp_path / "new") == []


def test_page_that_cannot_be_read_safely_is_refused_and_not_looked_at(tmp_path):
    council(tmp_path, **page("[" * 20_000))
    assert read_source(tmp_path, today=TODAY).content.written[0].name == "accessibility"
