"""The commands as a user types them: what they say, where, and how they end."""

import json
import re
import shutil
from pathlib import Path

import pytest

from generator import __version__
from generator.authoring.scaffold import make_folder
from generator.cli import as_record, as_seen_from_here, github_line, main, summary
from generator.errors import Position, Problem, ProblemKind, Severity
from generator.plan.field_types import described_fields, types_within
from generator.plan.model import PublicPlan
from generator.plan.reader import PRIVATE_NAMES
from generator.plan.schema import plan_schema, schema_text
from tests.command import plans

PLAN = Path("plans/kinbrae-example/plan.yaml")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A new council's folder, in which the user stands."""
    make_folder(tmp_path / "demo")
    monkeypatch.chdir(tmp_path / "demo")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path / "demo"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


# check


def test_a_sound_folder_has_no_problems(folder):
    result = plans("check", "--strict")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "No problems in 1 plan.\n", "")


def test_check_shows_all_that_becomes_public(folder):
    result = plans("check", "--public", "kinbrae-example")
    assert result.exit_code == 0
    assert result.stdout.startswith("What becomes public of “")
    assert "0 places are marked >>>." in result.stdout


def test_check_marks_a_person_of_the_register_and_tells_of_no_other(folder):
    title = re.search(r"^title: (.+)$", PLAN.read_text("utf-8"), re.MULTILINE)
    change(PLAN, title[0], f"{title[0]} by Alba Quist")
    people = "schema: 1\npeople:\n  - name: Alba Quist\n  - name: Hidden Otherwise\n"
    PLAN.with_name("private.yaml").write_text(people, "utf-8")
    shown = plans("check", "--public", "kinbrae-example").stdout
    assert ">>> a person of the register: “Alba Quist”" in shown
    assert "Otherwise" not in shown


def test_check_of_what_becomes_public_reads_private_files_that_stand_apart(folder, tmp_path):
    change(PLAN, "\ntitle: ", "\ntitle: Alba Quist and ")
    apart = tmp_path / "apart" / "kinbrae-example"
    apart.mkdir(parents=True)
    (apart / "private.yaml").write_text("schema: 1\npeople:\n  - name: Alba Quist\n", "utf-8")
    shown = plans("check", "--public", "kinbrae-example", "--private", apart.parent).stdout
    assert ">>> a person of the register: “Alba Quist”" in shown


def test_check_of_a_plan_that_cannot_be_read_shows_its_problems(folder):
    change(PLAN, "schema: 1", "schema: 9")
    result = plans("check", "--public", "kinbrae-example")
    assert result.exit_code == 1
    assert "(schema-unknown)" in result.stdout


def test_facts_of_a_day_to_come_are_told_by_the_day_that_is_given(folder):
    result = plans("check", "--strict", "--today", "2026-01-30")
    assert result.exit_code == 1
    assert "as_at: 2026-01-31 is after today, 2026-01-30; " in result.stdout
    assert "(as-at-future)" in plans("build", "--working", "--today", "2026-01-30", "--jobs", "1").stdout
    assert plans("check", "--strict", "--today", "2026-01-31").exit_code == 0


def test_facts_of_a_day_to_come_are_told_by_the_clock(folder, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert "2026-01-31 is after today, 2023-11-14" in plans("check").stdout


def test_every_problem_is_a_line_and_errors_end_with_1(folder):
    change(PLAN, "status: amber", "status: teal")
    change(Path("content/about.md"), "# About", "## About")
    result = plans("check")
    assert result.exit_code == 1
    first, second, last = result.stdout.splitlines()
    assert first.startswith("content/about.md:1:1: ")
    assert re.match(r"plans/kinbrae-example/plan\.yaml:\d+:\d+: outcomes\[1\]\.actions\[1\]\.status: ", second)
    assert second.endswith("(status-unknown)")
    assert last == "2 errors in 1 plan."
    assert result.stderr == ""


def test_warnings_fail_only_when_strict(folder):
    change(PLAN, "28 February 2026", "as soon as we can")
    relaxed, strict = plans("check"), plans("check", "--strict")
    assert (relaxed.exit_code, strict.exit_code) == (0, 1)
    assert relaxed.stdout == strict.stdout
    assert relaxed.stdout.endswith("1 warning in 1 plan.\n")


def test_paths_lead_from_where_the_user_stands(folder, monkeypatch):
    change(PLAN, "status: amber", "status: teal")
    monkeypatch.chdir(folder.parent)
    for place in ("demo", folder, "./demo"):
        assert plans("-C", place, "check").stdout.startswith("demo/plans/kinbrae-example/plan.yaml:")
    monkeypatch.chdir(folder / "plans")
    assert plans("-C", "..", "check").stdout.startswith("../plans/kinbrae-example/plan.yaml:")
    assert as_seen_from_here(folder) == folder


def test_json_is_for_programs(folder):
    assert json.loads(plans("check", "--format", "json").stdout) == []
    change(PLAN, "status: amber", "status: teal")
    result = plans("check", "--format", "json")
    (record,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert set(record) == {"severity", "code", "file", "line", "column", "path", "what", "do", "subject"}
    assert (record["severity"], record["code"], record["file"]) == ("error", "status-unknown", str(PLAN))
    assert (record["path"], record["subject"]) == ("outcomes[1].actions[1].status", "a-1-1")
    line = PLAN.read_text("utf-8").splitlines()[record["line"] - 1]
    assert line[record["column"] - 1 :] == "teal"


def test_github_shows_problems_beside_their_line(folder):
    change(PLAN, "28 February 2026", "as soon as we can")
    result = plans("check", "--format", "github")
    assert result.exit_code == 0
    start = rf"::warning file={PLAN},line=\d+,col=\d+,title=timescale-unread::outcomes\[1\]"
    assert re.match(start, result.stdout)


def test_nothing_in_a_problem_ends_a_github_line():
    kind = ProblemKind("some-code", "100% of {x}\nand", "do", Severity.ADVICE)
    problem = Problem(kind, Position("a,b:c\n%.yaml", 3, 4), "p", {"x": "::error::y\r\n"})
    line = github_line(problem)
    assert line.splitlines() == [line]
    assert line == (
        "::notice file=a%2Cb%3Ac%0A%25.yaml,line=3,col=4,title=some-code::p: 100%25 of ::error::y%0D%0A%0Aand; do"
    )
    assert github_line(Problem(kind, Position("f"), values={"x": ""})).startswith("::notice file=f,title=some-code::")
    assert as_record(problem)["severity"] == "advice"


def test_the_summary_counts_in_words():
    def problem(severity: Severity) -> Problem:
        return Problem(ProblemKind("c", "w", "d", severity), Position("f"))

    error, warning, advice = map(problem, Severity)
    assert summary([], 0) == "No problems in 0 plans."
    assert summary([error, warning, error], 3) == "2 errors, 1 warning in 3 plans."
    assert summary([advice, advice], 1) == "2 pieces of advice in 1 plan."


def test_a_folder_without_settings_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for command in ("check", "build"):
        result = plans(command)
        assert result.exit_code == 1
        assert result.stdout.startswith("mkdocs.yml: there is no such file; run plans where mkdocs.yml stands")
    assert not (tmp_path / "site").exists()


def test_a_plan_in_a_folder_of_another_name_is_said(folder):
    (folder / "plans" / "kinbrae-example").rename(folder / "plans" / "Our Plan")
    result = plans("check")
    assert result.exit_code == 1
    assert "plans/Our Plan/plan.yaml:" in result.stdout
    assert "(plan-folder)" in result.stdout


def test_a_folder_of_plans_without_a_plan_is_said(folder):
    PLAN.rename(PLAN.with_suffix(".yml"))
    result = plans("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("plans/kinbrae-example/plan.yaml: there is no such file; ")


@pytest.mark.parametrize("path", ["mkdocs.yml", str(PLAN), "content/about.md", "plans/kinbrae-example/private.yaml"])
def test_a_file_that_cannot_be_read_is_a_plain_problem(folder, path):
    place = folder / path
    place.unlink(missing_ok=True)
    place.mkdir()  # whoever runs the tests may be allowed to read every file; nobody can read a folder as one
    result = plans("check")
    assert result.exit_code == 1
    assert f"{path}: a folder stands where a file is meant" in result.stdout


def test_private_files_may_stand_apart(folder, tmp_path):
    (tmp_path / "safe" / "kinbrae-example").mkdir(parents=True)
    (tmp_path / "safe" / "kinbrae-example" / "private.yaml").write_text("schema: 1\nnotes:\n  a-1-99:\n    - text: x\n")
    assert plans("check").exit_code == 0
    result = plans("check", "--private", tmp_path / "safe")
    assert result.exit_code == 1
    assert "(private-id-unknown)" in result.stdout


def test_a_page_may_not_want_the_address_of_a_plan(folder):
    (folder / "content" / "kinbrae-example.md").write_text("# Mine\n")
    result = plans("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("content/kinbrae-example.md: two pages want the address 'kinbrae-example'")


def test_what_stands_in_a_file_cannot_steer_the_terminal(folder):
    change(PLAN, "title: Kinbrae", '"\\e]0;x\\a\\e[31mred": 1\ntitle: Kinbrae')
    result = plans("check")
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout


# build


def test_build_says_what_it_made(folder):
    result = plans("build", "--today", "2027-01-31", "--jobs", "1")
    assert result.exit_code == 0, result.output
    assert re.search(r"^Built \d+ pages of 1 plan in site, for 31 January 2027\.$", result.stdout, re.MULTILINE)
    assert "\r" not in result.stdout
    assert json.loads((folder / "site" / "build.json").read_text())["built_on"] == "2027-01-31"


def test_build_leaves_its_markdown_where_it_is_asked_to(folder, tmp_path):
    kept = tmp_path / "markdown"
    result = plans("-C", folder, "build", "--keep-markdown", kept, "--today", "2027-01-31")
    assert result.exit_code == 0, result.output
    pages = {file.parent.relative_to(folder / "site") for file in (folder / "site").rglob("index.html")}
    assert {file.parent.relative_to(kept) for file in kept.rglob("index.md")} == pages
    assert (kept / "index.md").read_text("utf-8").startswith("# ")
    again = plans("-C", folder, "build", "--keep-markdown", kept, "--today", "2027-01-31")
    assert (again.exit_code, "is not empty: name a new folder" in again.output) == (2, True)
    inside = plans("-C", folder, "build", "--keep-markdown", folder / "site" / "md", "--today", "2027-01-31")
    assert (inside.exit_code, "name a folder outside it" in inside.output) == (2, True)


def test_warnings_come_first_and_do_not_stop_a_build(folder):
    change(PLAN, "28 February 2026", "as soon as we can")
    result = plans("build", "--working", "--jobs", "1")
    assert result.exit_code == 0
    assert "(timescale-unread)" in result.stdout.splitlines()[0]


def test_errors_stop_a_build_and_leave_the_site(folder):
    plans("build", "--working", "--jobs", "1")
    before = (folder / "site" / "build.json").stat().st_ino
    change(PLAN, "status: amber", "status: teal")
    result = plans("build", "--working")
    assert result.exit_code == 1
    assert "(status-unknown)" in result.stdout
    assert result.stdout.endswith("Nothing was built. The site that is there stays as it is.\n")
    assert (folder / "site" / "build.json").stat().st_ino == before


def test_dead_links_stop_a_build(folder):
    change(Path("content/about.md"), "(how-to-read-a-plan.md)", "(nowhere.md)")
    result = plans("build", "--jobs", "1")
    assert result.exit_code == 1
    assert "leads nowhere" in result.stdout
    assert not (folder / "site").exists()


def test_a_folder_that_is_no_site_is_refused_in_a_line(folder):
    result = plans("build", "--site", "content", "--jobs", "1")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: content: this folder holds files")
    assert result.stderr.count("\n") == 1
    assert (folder / "content" / "about.md").is_file()


def test_a_site_may_go_elsewhere(folder, tmp_path):
    assert plans("build", "--site", tmp_path / "public" / "plans", "--jobs", "1").exit_code == 0
    assert (tmp_path / "public" / "plans" / "index.html").is_file()
    assert not (folder / "site").exists()


# today


@pytest.mark.parametrize("epoch", ["tomorrow", "1e9", "9" * 30])
def test_an_epoch_that_is_no_count_of_seconds_is_wrong_usage(folder, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = plans("build")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr


def test_the_option_is_stronger_than_the_environment(folder, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    plans("build", "--today", "2027-01-31", "--jobs", "1")
    assert json.loads((folder / "site" / "build.json").read_text())["built_on"] == "2027-01-31"


# wrong usage, help


@pytest.mark.parametrize(
    "arguments",
    [
        ("chekc",),
        ("check", "--format", "xml"),
        ("check", "--today", "01/31/2027"),
        ("check", "--private", "nowhere"),
        ("-C", "nowhere", "check"),
        ("-C", "mkdocs.yml", "check"),
        ("build", "--jobs", "0"),
        ("serve", "--port", "99999"),
        ("new",),
        ("new", "."),
        ("new", "fresh", "--name", "<b>"),
        ("ids",),
        ("ids", "kinbra-example"),
        ("private", "../kinbrae-example"),
    ],
)
def test_wrong_usage_ends_with_2_and_is_said_on_the_error_stream(folder, arguments):
    result = plans(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_a_plan_s_name_that_is_nearly_right_is_understood(folder):
    assert "Did you mean 'kinbrae-example'?" in plans("ids", "kinbra-example").stderr
    for name in ("kinbrae-example", "plans/kinbrae-example", "plans/kinbrae-example/"):
        assert plans("ids", name).exit_code == 0


def test_our_own_faults_keep_their_traceback(folder, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr("generator.site.build.build_site", broken)
    with pytest.raises(KeyError, match="ours"):
        plans("build")


@pytest.mark.parametrize("command", [None, *main.commands])
def test_help_has_an_example(command):
    result = plans(*([command] if command else []), "--help")
    assert result.exit_code == 0
    assert re.search(rf"^  plans .*{command or 'check'}", result.stdout, re.MULTILINE)


def test_every_command_is_documented_in_the_readme():
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    assert [name for name in main.commands if f"`plans {name}" not in readme] == []


def test_version():
    assert plans("--version").stdout == f"plans, version {__version__}\n"


# new


def test_new_makes_a_folder_that_checks_and_builds(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = plans("new", "demo", "--name", "Glenmore Council")
    assert result.exit_code == 0
    assert "plans -C demo check" in result.stdout
    assert plans("-C", "demo", "check", "--strict").exit_code == 0
    assert plans("-C", "demo", "build", "--jobs", "1").exit_code == 0
    assert "Glenmore Council" in (tmp_path / "demo" / "site" / "index.html").read_text("utf-8")


def test_new_says_plainly_when_it_may_not_write(tmp_path):
    (tmp_path / "file").touch()
    result = plans("new", tmp_path / "file" / "demo")
    assert result.exit_code == 1
    assert "not a directory" in result.stderr


# ids, private


def test_ids_says_what_it_gave(folder):
    shutil.rmtree(PLAN.parent / "editions")
    (PLAN.parent / "editions.lock").unlink()
    change(PLAN, "          - id: a-1-12\n            number:", "          - number:")
    change(PLAN, "title: Give each child a card that says how to ask for an advocate", "title: Count the meetings")
    result = plans("ids", "kinbrae-example")
    assert result.exit_code == 0
    assert re.match(rf"{PLAN}:\d+:13: this sub-action is now a-1-12\n1 id given\.\n$", result.stdout)
    assert plans("check", "--strict").exit_code == 0
    assert plans("ids", "kinbrae-example").stdout == "Everything has an id already.\n"


def test_ids_gives_none_that_an_edition_has(folder):
    change(PLAN, "          - id: a-1-12\n            number:", "          - number:")
    change(PLAN, "title: Give each child a card that says how to ask for an advocate", "title: Count the meetings")
    result = plans("ids", "kinbrae-example")
    assert result.exit_code == 0
    assert re.search(r"this sub-action is now (\S+)$", result.stdout, re.MULTILINE)[1] == "a-1-12-2"


def test_private_moves_what_check_refuses_and_never_prints_it(folder):
    change(
        PLAN, "            text: Two of the four", "            author: Zoe Invented\n            text: Two of the four"
    )
    change(PLAN, "        status: green\n", "        internal: a secret\n        status: green\n")
    assert plans("check").exit_code == 1
    result = plans("private", "kinbrae-example")
    assert result.exit_code == 0
    assert "moved author of a-1-1\n" in result.stdout
    assert "moved internal of a-2-1\n" in result.stdout
    assert "Zoe" not in result.output
    assert "secret" not in result.output
    assert plans("check", "--strict").exit_code == 0
    private = (folder / PLAN).with_name("private.yaml").read_text("utf-8")
    assert "Zoe Invented" in private
    assert "a secret" in private
    assert plans("private", "kinbrae-example").stdout == "There is nothing private in this plan's file.\n"


def test_private_asks_for_ids_first(folder):
    change(PLAN, "          - id: a-1-12\n            number:", "          - internal: x\n            number:")
    result = plans("private", "kinbrae-example")
    assert result.exit_code == 1
    assert "run 'plans ids kinbrae-example' to give it one (id-missing)" in result.stdout
    plans("ids", "kinbrae-example")
    assert plans("private", "kinbrae-example").exit_code == 0


def test_a_private_file_that_git_would_keep_is_said(folder):
    ignore = folder / ".gitignore"
    for lines, is_said in (("*private.yaml*\n", False), ("private.yaml\n", True), ("", True)):
        ignore.write_text(lines, "utf-8")
        change(PLAN, "schema: 1\n", "schema: 1\ninternal: x\n")
        said = plans("private", "kinbrae-example").stdout
        assert ("Add a line '*private.yaml*' to .gitignore" in said) == is_said
    ignore.unlink()
    change(PLAN, "schema: 1\n", "schema: 1\ninternal: x\n")
    assert "Add a line '*private.yaml*' to .gitignore" in plans("private", "kinbrae-example").stdout


# schema


def test_schema_goes_to_the_screen_or_a_file(tmp_path):
    shown = plans("schema").stdout
    assert shown == schema_text()
    assert plans("schema", "--output", tmp_path / "x.json").exit_code == 0
    assert (tmp_path / "x.json").read_text("utf-8") == shown
    assert plans("schema", "--output", tmp_path / "no" / "x.json").exit_code == 1


def test_schema_holds_every_field_of_a_plan_and_no_private_one():
    schema = plan_schema()
    shapes = {name: _object(shape) for name, shape in schema["definitions"].items()} | {"PublicPlan": _object(schema)}
    kinds = types_within(PublicPlan)
    assert set(shapes) == {kind.__name__ for kind in kinds}
    for kind in kinds:
        properties = shapes[kind.__name__]["properties"]
        assert {key: shape["description"] for key, shape in properties.items()} == {
            field.key: field.about.means for field in described_fields(kind)
        }, kind
        assert not PRIVATE_NAMES & properties.keys(), kind
        assert shapes[kind.__name__]["additionalProperties"] is False


def _object(shape: dict) -> dict:
    return shape if "properties" in shape else next(choice for choice in shape["anyOf"] if "properties" in choice)


def test_schema_is_draft_07_and_every_reference_leads_somewhere():
    schema, text = plan_schema(), schema_text()
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["properties"]["schema"]["const"] == 1
    assert "$defs" not in text
    assert "$id" not in text
    assert '"null"' not in text
    assert set(re.findall(r'"\$ref": "#/definitions/(\w+)"', text)) == set(schema["definitions"])
