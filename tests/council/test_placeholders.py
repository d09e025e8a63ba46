"""What a new folder holds in the place of a council's own words does not go live, save in an example."""

from datetime import date
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.authoring.scaffold import make_folder
from generator.cli.publish import holds_placeholders
from generator.council.placeholders import is_fictional, placeholders
from generator.errors import has_errors
from generator.site.build import build_site
from tests.command import plans
from tests.council_folder import SETTINGS, plan_file, publish_anew, write_council
from tests.shelves import sound

TODAY = date(2026, 6, 30)
PLACE = Path("plans/anytown")
PHONE = SETTINGS.replace(
    "    role: Child protection team\n", "    role: Child protection team\n    phone: 01632 960 150\n"
)


def words(text: str) -> list[str]:
    return [found.words for found in placeholders(text)]


@pytest.mark.parametrize(
    "phone",
    [
        *("01632 960 100", "(01632) 960-123", "+44 1632 960100", "+44 (0)1632 960 100", "0044 1632 960 100"),
        *("01632\u00a0960\u00a0100", "0131 496 0123", "0191 498 0123", "020 7946 0123", "029 2018 0123"),
        *("028 9649 6123", "07700 900 123", "0808 157 0123", "0909 879 0123", "0306 999 0123"),
    ],
)
def test_a_number_kept_for_fiction_is_one_however_it_is_written(phone):
    assert is_fictional(phone)
    assert words(f"Ring {phone}, day and night.") == [phone]


@pytest.mark.parametrize("text", ["999", "101", "0800 1111", "a share of 01632", "1632960100"])
def test_other_numbers_are_none(text):
    assert words(text) == []


def test_two_numbers_with_a_space_between_them_are_seen():
    assert words("01632 960 100 01632 960 101") == ["01632 960 100 01632 960 101"]


def test_marks_addresses_and_invented_names_are_found_at_their_place():
    text = "# About\n\n**Replace this:** say who.\nplans@example.org or https://www.example.com/x, Kinbrae Council\n"
    found = [(one.line, one.column, one.words) for one in placeholders(text)]
    assert found == [
        (3, 3, "Replace this"),
        (4, 1, "plans@example.org"),
        (4, 30, "www.example.com"),
        (4, 49, "Kinbrae Council"),
    ]


@pytest.mark.parametrize(
    "text", ["Replace this year’s form", "an example.", "counterexample.organised", "myexample.com"]
)
def test_plain_words_are_none(text):
    assert words(text) == []


# In a council's folder


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A council's folder with a plan of its own, a page to write and an invented number, in which the user stands."""
    about = "# About\n\n**Replace this:** say who keeps the plans.\n"
    write_council(tmp_path, settings=PHONE, pages={"about": about}, day=None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def publish(*more: str):
    return plans("publish", "anytown", "--significant", "--note", "New.", "--yes", "--today", str(TODAY), *more)


def test_a_plan_that_is_no_example_is_not_published_beside_a_placeholder(folder):
    result = publish()
    assert result.exit_code == 1
    assert "content/about.md:3:3: 'Replace this' marks what you have not written yet; " in result.stdout
    assert "mkdocs.yml:11:12: extra.contact.phone: '01632 960 150' is a number kept for fiction" in result.stdout
    assert result.stdout.endswith(
        "What stands in the place of your own words, numbers and addresses is replaced first.\nNothing was published.\n"
    )
    assert sound(PLACE).editions == ()


def test_it_is_published_once_all_is_replaced(folder):
    (folder / "content/about.md").write_text("# About\n\nThe committee keeps the plans.\n")
    (folder / "mkdocs.yml").write_text(PHONE.replace("01632 960 150", "'101'").format(site_url=""))
    assert publish().exit_code == 0
    assert len(sound(PLACE).editions) == 1


def test_a_placeholder_in_the_plan_itself_stops_it_too_unless_it_is_accepted(folder):
    contact = {"role": "Lead officer", "email": "plans@example.org"}
    write_council(folder, {"contacts": [contact]}, day=None)
    assert "contacts[1].email: 'plans@example.org' is kept for examples" in publish().stdout
    accepted = {"code": "placeholder", "reason": "A test of ours.", "role": "Lead officer", "date": "2026-06-30"}
    write_council(folder, {"contacts": [contact], "accepted": [accepted]}, day=None)
    assert publish().exit_code == 0


def test_check_warns_and_with_strict_fails(folder):
    relaxed, strict = plans("check"), plans("check", "--strict")
    assert (relaxed.exit_code, strict.exit_code) == (0, 1)
    assert relaxed.stdout == strict.stdout
    assert relaxed.stdout.count("(placeholder)") == 2


def test_an_example_may_hold_them_and_is_published(tmp_path, monkeypatch):
    make_folder(tmp_path / "new")
    monkeypatch.chdir(tmp_path / "new")
    assert plans("check", "--strict").exit_code == 0
    done = plans("publish", "kinbrae-example", "--minor", "--yes", "--date", "30/06/2026", "--today", "30/06/2026")
    assert done.exit_code == 0


def test_of_two_plans_the_example_alone_is_published(folder):
    example = {"id": "invented", "example": {"kind": "Invented example", "text": "Nobody has it."}}
    write_council(folder, {}, example, settings=PHONE, day=None)
    assert publish().exit_code == 1
    other = plans("publish", "invented", "--significant", "--note", "New.", "--yes", "--today", str(TODAY))
    assert other.exit_code == 0


def test_a_placeholder_of_another_plan_is_no_bar(folder):
    write_council(folder, {}, {"id": "other", "contacts": [{"role": "Team", "email": "a@example.org"}]}, day=None)
    assert publish().exit_code == 0


def test_what_was_published_before_is_still_built_for_a_build_may_take_a_text_down(folder):
    publish_anew(folder / PLACE, date(2026, 1, 31))
    source = read_source(folder, with_working=False, today=TODAY)
    assert [problem.kind.code for problem in source.problems] == ["placeholder", "placeholder"]
    assert not has_errors(source.problems)
    assert build_site(source, TODAY, folder / "site", jobs=1).plans == 1


def test_a_plan_that_cannot_be_read_says_nothing_of_placeholders(folder):
    (folder / PLACE / "plan.yaml").write_text(plan_file({"schema": "1"}))
    assert "(placeholder)" not in plans("check").stdout


def test_only_a_plan_that_says_so_is_an_example(folder):
    source = read_source(folder)
    assert holds_placeholders(source, folder / PLACE / "plan.yaml", source.problems)
    assert not holds_placeholders(source, folder / PLACE / "plan.yaml", ())
