"""A new user's way: every command that a new folder's README prints, a plan of one's own, and the example taken out."""

import os
import pty
import re
import select
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.folder import TO_WRITE_FOLDER, read_source
from generator.authoring.scaffold import (
    TO_WRITE,
    ScaffoldError,
    checked_email,
    checked_help_line,
    checked_plan_id,
    make_folder,
    plan_id,
)
from generator.council.placeholders import placeholders
from generator.errors import PlanError
from generator.plan.vocabulary import RESERVED_AT_TOP
from generator.site.build import build_site
from generator.site.switch import SwitchError
from generator.text import ID_PATTERN
from tests.command import plans
from tests.council_folder import publish_anew
from tests.shelves import sound
from tests.test_readme import fenced_commands

ROOT = Path(__file__).parent.parent
EXAMPLE = Path("plans/kinbrae-example")
TITLE, OWN = "Improvement plan 2027 to 2029", "improvement-plan-2027-to-2029"
ANSWERS = ("--name", "Anytown Council", "--email", "plans@anytown.example", "--help-line", "Social work, day: 101")
TODAY = date(2026, 11, 30)
MOST_SHOWN = 20_000


@pytest.fixture(autouse=True)
def today(monkeypatch) -> None:
    """30 November 2026, at noon."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796040000")


@pytest.fixture
def example(tmp_path, monkeypatch) -> Path:
    """A new folder with the example, in which the user stands."""
    make_folder(tmp_path / "demo")
    monkeypatch.chdir(tmp_path / "demo")
    return tmp_path / "demo"


@pytest.fixture
def own(tmp_path, monkeypatch) -> Path:
    """A new folder with a plan of the council's own, in which the user stands."""
    made = plans("new", tmp_path / "own", "--plan", TITLE, *ANSWERS)
    assert made.exit_code == 0, made.output
    monkeypatch.chdir(tmp_path / "own")
    return tmp_path / "own"


def readme_commands(folder: Path) -> list[list[str]]:
    """What README.md tells the user to type once the program is installed, but for what shows pages and never ends."""
    lines = fenced_commands((folder / "README.md").read_text("utf-8"))
    typed = [line.removeprefix(".venv/bin/plans ") for line in lines if line.startswith(".venv/bin/plans ")]
    return [re.findall(r'"[^"]*"|\S+', line) for line in typed if not line.startswith("serve")]


@pytest.mark.parametrize("kind", ["example", "own"])
def test_every_command_of_the_readme_works_in_its_order(kind, request):
    folder = request.getfixturevalue(kind)
    commands = readme_commands(folder)
    assert {words[0] for words in commands} >= {"check", "publish", "build", "add", "private", "ids"}
    for words in commands:
        result = plans(*(word.strip('"') for word in words), typed="y\n")
        assert result.exit_code == 0, (words, result.output)
    assert (folder / "site" / "index.html").is_file()


def test_the_commands_that_new_prints_work_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, more in (("demo", ()), ("own", ("--plan", TITLE, *ANSWERS))):
        printed = plans("new", name, *more).stdout
        steps = re.findall(rf"^  plans -C {name} (.*?)(?:   .*)?$", printed, re.MULTILINE)
        assert [step.split()[0] for step in steps] == ["check", "serve", "publish", "build"]
        for step in steps:
            if step != "serve":
                words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', step)]
                assert plans("-C", name, *words, typed="y\n").exit_code == 0, step


# A plan of one's own


def test_a_folder_with_a_plan_of_its_own_holds_nothing_invented(own):
    assert not EXAMPLE.exists()
    for path in (*own.glob("content/*"), own / "mkdocs.yml", own / "plans" / OWN / "plan.yaml"):
        assert [found.words for found in placeholders(path.read_text("utf-8")) if "site_url" not in found.words] in (
            [],
            ["plans.example.org"],  # the address in a comment of mkdocs.yml
        ), path
        assert "Kinbrae" not in path.read_text("utf-8")
    assert {problem.kind.code for problem in read_source(own).problems} == {"content-missing"}


def test_pages_that_the_council_must_write_stand_apart_and_are_named(own):
    assert {path.stem for path in (own / TO_WRITE_FOLDER).glob("*.md")} == set(TO_WRITE)
    said = plans("check").stdout
    assert "finish to-write/accessibility.md: replace what it marks, then move it to content/ (content-missing)" in said
    assert "finish to-write/ask-for-another-format.md: " in said


def test_who_follows_that_to_the_letter_ends_without_a_problem(own):
    for path in sorted((own / TO_WRITE_FOLDER).glob("*.md")):
        shutil.move(path, own / "content" / path.name)
    assert plans("check").stdout.count("(placeholder)") == sum(
        (own / "content" / f"{name}.md").read_text("utf-8").count("**Replace this") for name in TO_WRITE
    )
    for name in TO_WRITE:
        page = own / "content" / f"{name}.md"
        page.write_text(re.sub(r"\*\*Replace this:?\*\*", "Our own words:", page.read_text("utf-8")), "utf-8")
    assert plans("check", "--strict").stdout == "No problems in 1 plan.\n"


def test_its_plan_says_who_publishes_it_and_of_which_day_it_is(tmp_path):
    plans("new", tmp_path / "x", "--plan", 'The "first": plan', "--publisher", "Anytown CPC", *ANSWERS)
    (file,) = read_source(tmp_path / "x").plans
    assert file.plan
    assert (file.plan.title, file.plan.publisher, file.plan.as_at) == ('The "first": plan', "Anytown CPC", TODAY)
    assert (file.plan.id, file.plan.example, file.plan.bodies[0].id) == ("the-first-plan", None, "anytown-cpc")


def test_the_way_to_write_actions_that_its_file_shows_works(own):
    file = own / "plans" / OWN / "plan.yaml"
    before, after = file.read_text("utf-8").split("outcomes: []\n")
    file.write_text(before + re.sub(r"^# ?", "", after, flags=re.MULTILINE), "utf-8")
    assert f"run 'plans ids {OWN}' to give it one" in plans("check").stdout
    assert plans("ids", OWN).stdout.endswith("2 ids given.\n")
    assert "error" not in plans("check").stdout
    assert plans("publish", OWN, "--significant", "--note", "The first edition.", "--yes").exit_code == 0


def test_help_lines_and_contact_stand_in_the_settings(own):
    settings = read_source(own).settings
    assert settings
    assert [(line.text, line.phone) for line in settings.extra.help.lines][1:] == [("Social work, day", "101")]
    assert (settings.extra.contact.email, settings.extra.contact.phone) == ("plans@anytown.example", None)
    assert settings.extra.format_promise_days is None


def test_no_new_folder_promises_days(example):
    settings = read_source(example).settings
    assert settings
    assert settings.extra.format_promise_days is None
    assert "working days of being asked" not in (example / "content/ask-for-another-format.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "With --plan give --name, --email, --help-line too"),
        (ANSWERS[:4], "With --plan give --help-line too"),
        ((*ANSWERS[:4], "--help-line", "Social work: 01632 960 101"), "is a number kept for fiction"),
        ((*ANSWERS[:4], "--help-line", "ask Jo"), "holds no number to call"),
        ((*ANSWERS[:2], "--email", "plans@example.org", *ANSWERS[4:]), "is kept for examples"),
        ((*ANSWERS[:2], "--email", "plans", *ANSWERS[4:]), "is no e-mail address"),
        ((*ANSWERS, "--id", "Search it"), "is no id"),
        ((*ANSWERS, "--id", "search"), "is kept for a page of the site"),
    ],
)
def test_what_would_be_invented_is_asked_for_and_refused(tmp_path, more, said):
    result = plans("new", tmp_path / "x", "--plan", TITLE, *more)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "x").exists()


def test_what_goes_with_a_plan_of_its_own_is_refused_without_one(tmp_path):
    assert "go with --plan" in plans("new", tmp_path / "x", "--email", "a@anytown.example").stderr


@pytest.mark.parametrize("email", ["a@anytown.example", "child.protection@anytown.gov.example"])
def test_an_address_is_taken(email):
    assert checked_email(f" {email} ") == email


def test_a_number_alone_is_a_help_line():
    assert checked_help_line("0800 1111").text == "Children’s social work"
    with pytest.raises(ScaffoldError):
        checked_help_line("<b>: 101")


# Another plan


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Improvement plan 2027 to 2029", OWN),
        ("2027 plan", "plan-2027-plan"),
        ("Search", "plan-search"),
        ("Readme", "plan-readme"),
        ("Плани", "plan"),
        ("Clackmannanshire and Stirling improvement plan", "clackmannanshire-and-stirling"),
        ("x" * 60, "x" * 40),
    ],
)
def test_an_id_is_made_of_the_title_and_is_never_a_reserved_one(title, name):
    assert plan_id(title) == name
    assert ID_PATTERN.fullmatch(name)
    assert name not in RESERVED_AT_TOP


def test_add_makes_a_plan_that_checks_clean_and_can_be_published(own):
    result = plans("add", "Inspection response", "--today", "1/11/2026")
    assert result.exit_code == 0
    assert result.stdout.startswith("Made plans/inspection-response/plan.yaml. ")
    problems = read_source(own).problems
    assert {problem.kind.code for problem in problems} == {"content-missing"}
    assert plans("publish", "inspection-response", "--minor", "--note", "First.", "--yes").exit_code == 0


def test_no_id_is_made_of_an_invented_name(example):
    plans("add", TITLE)
    assert '- id: publisher\n    name: "Kinbrae Council"' in (example / "plans" / OWN / "plan.yaml").read_text("utf-8")


def test_add_never_writes_over_what_is_there(own):
    for name, said in ((OWN, "there is a plan"), ("about", "content/about.md has the address")):
        result = plans("add", "Another", "--id", name)
        assert (result.exit_code, said in result.stderr) == (2, True)
    assert checked_plan_id(own, "free") == "free"
    assert plans("add", " ").exit_code == 2


# The example


def test_remove_example_takes_the_example_out_and_nothing_else(example):
    plans("add", TITLE)
    assert plans("remove-example", typed="n\n").exit_code == 1
    assert EXAMPLE.is_dir()
    result = plans("remove-example", typed="y\n")
    assert result.exit_code == 0
    assert sorted(path.name for path in (example / "plans").iterdir()) == [OWN, "plan.schema.json"]
    assert "holds no example" in plans("remove-example").stderr
    assert f"{OWN} is no example" in plans("remove-example", OWN, "--yes").stderr
    assert (example / "plans" / OWN).is_dir()


def test_a_plan_that_was_ever_published_as_none_is_not_taken_out(example):
    file = example / EXAMPLE / "plan.yaml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"^example:\n(?:  .*\n)+", "", text, flags=re.MULTILINE), "utf-8")
    publish_anew(example / EXAMPLE, date(2026, 5, 1))
    file.write_text(text, "utf-8")
    result = plans("remove-example", "--yes")
    assert (result.exit_code, "it stays" in result.stderr) == (1, True)
    assert len(sound(example / EXAMPLE).editions) == 1


def test_a_site_goes_on_without_its_example_and_without_no_other_plan(example):
    plans("add", TITLE)
    publish_anew(example / "plans" / OWN, date(2026, 11, 1))
    site = example / "site"
    assert build_site(read_source(example), TODAY, site, jobs=1).plans == 2
    plans("remove-example", "--yes")
    assert build_site(read_source(example), TODAY, site, jobs=1).plans == 1
    shutil.rmtree(example / "plans" / OWN)
    with pytest.raises(PlanError, match="plan-lost"):
        build_site(read_source(example), TODAY, site, jobs=1)


@pytest.mark.parametrize("what", ["the frozen file is another", "it is gone", "the lock is cut"])
def test_a_site_that_was_tampered_with_does_not_pass_for_one_of_an_example(example, what):
    site = example / "site"
    build_site(read_source(example), TODAY, site, jobs=1)
    plans("remove-example", "--yes")
    frozen = site / "kinbrae-example/editions/2026-01-31/plan.json"
    lock = site / "kinbrae-example/editions/editions.lock"
    if what == "it is gone":
        frozen.unlink()
    elif what == "the lock is cut":
        lock.write_bytes(lock.read_bytes()[:-2])
    else:
        frozen.write_bytes(frozen.read_bytes().replace(b"made up", b"made-up"))
    with pytest.raises((PlanError, SwitchError), match=r"plan-lost|cannot be told what this site published"):
        build_site(read_source(example), TODAY, site, jobs=1)


def test_who_renames_the_example_is_not_told_to_make_it_the_council_s_history(example):
    (example / EXAMPLE).rename(example / "plans" / "ours")
    file = example / "plans" / "ours" / "plan.yaml"
    file.write_text(file.read_text("utf-8").replace("id: kinbrae-example ", "id: ours "), "utf-8")
    said = plans("check").stdout
    assert "they are of an example, and no history of yours: name this folder kinbrae-example again" in said
    assert "aliases" not in said
    # To the letter:
    (example / "plans" / "ours").rename(example / EXAMPLE)
    file = example / EXAMPLE / "plan.yaml"
    file.write_text(file.read_text("utf-8").replace("id: ours ", "id: kinbrae-example "), "utf-8")
    assert plans("add", "Ours").exit_code == 0
    assert "(edition-foreign)" not in plans("check").stdout


# On a terminal


def on_terminal(arguments: list[str], answers: list[str], folder: Path) -> tuple[int, str]:
    """The exit code of `plans` on a terminal, and all that it shows, where the user answers each question in turn."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "generator", *arguments])
    shown, left = "", iter(answers)
    while select.select([terminal], [], [], 30)[0] and len(shown) < MOST_SHOWN:
        try:
            data = os.read(terminal, 4096)
        except OSError:
            break  # Linux says so of a terminal whose program has ended
        shown += data.decode("utf-8", "replace")
        if shown.endswith(": "):
            os.write(terminal, f"{next(left, '')}\n".encode())  # without an answer it asks again, up to MOST_SHOWN
    os.close(terminal)  # who still waits for an answer is ended by this
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown


@pytest.mark.slow
def test_on_a_terminal_all_is_asked_for_until_it_can_be_taken(tmp_path):
    answers = ["Anytown Council", "plans@example.org", "plans@anytown.example", "ask Jo", "Social work: 101"]
    code, shown = on_terminal(["new", "own", "--plan", TITLE], answers, tmp_path)
    assert code == 0, shown
    assert "is kept for examples" in shown
    assert "holds no number to call" in shown
    assert (tmp_path / "own" / "plans" / OWN / "plan.yaml").is_file()
    publish = ["-C", "own", "publish", OWN, "--significant", "--note", "The first edition."]
    code, shown = on_terminal(publish, ["30/11/26", "29/11/2026", "y"], tmp_path)
    assert code == 0, shown
    assert "The day of this edition [30/11/2026]:" in shown
    assert "'30/11/26' is no day that we can read" in shown
    assert [edition.name for edition in sound(tmp_path / "own" / "plans" / OWN).editions] == ["2026-11-29"]


def test_where_nobody_can_answer_it_is_said_how_to_go_on(own):
    result = plans("publish", OWN, "--significant", "--note", "The first edition.")
    assert result.exit_code == 1
    assert result.stdout.endswith("Nothing was changed, for nobody answered. With --yes you are not asked.\n")
