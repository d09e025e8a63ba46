"""`plans check`: every problem, for a person or a program to read, and all that becomes public."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.days import problems_of_clock, today_for
from generator.cli.options import private_option, today_option
from generator.cli.places import plan_file
from generator.cli.speech import echo_lines, leave, summary
from generator.errors import PlanError, Problem, Severity, has_errors, in_file_order

GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@today_option
@private_option
@click.option(
    "--public", metavar="PLAN", help="Instead, show all of PLAN that becomes public, and what may tell of a person."
)
@click.option(
    "--public-pages", is_flag=True, help="Instead, show all that becomes public of the settings and content/."
)
@click.pass_obj
def check(
    folder: Path,
    form: str,
    strict: bool,
    day: date | None,
    private: Path | None,
    public: str | None,
    public_pages: bool,
) -> None:
    """List every problem in the plans, pages and settings. Each has its file, its line and what to do.

    Ends with 1 when there are errors (with --strict, also for warnings), so that a computer can run it on each change.

    \b
    plans check
    plans check --strict --format github
    plans check --public kinbrae-example
    plans check --public-pages
    """
    from generator.authoring.folder import read_folder
    from generator.site.lost import lost_editions

    if public is not None:
        show_public(folder, plan_file(folder, public).parent, private)
        return
    if public_pages:
        show_public_pages(folder, private)
        return
    today = today_for(folder, day)
    source = read_folder(folder, private=private, today=today).source
    lost = lost_editions(folder, source.settings)
    found = in_file_order((*source.problems, *lost, *problems_of_clock(source, today, day)))
    if form == "json":
        click.echo(json.dumps([as_record(problem) for problem in found], ensure_ascii=False, indent=1))
    else:
        say = github_line if form == "github" else str
        echo_lines(map(say, found))
        click.echo(summary(found, len(source.plans)))
    if has_errors(found) or (strict and any(p.severity is Severity.WARNING for p in found)):
        leave()


def show_public(folder: Path, plan: Path, private: Path | None) -> None:
    """Print all that becomes public of the plan in the folder `plan`. Raises PlanError where it cannot be read."""
    from generator.checks.returned import returned_problems
    from generator.checks.site import contacts_of
    from generator.council.settings import read_settings
    from generator.editions import read_shelf
    from generator.plan.private import private_path, read_private
    from generator.plan.reader import read_plan
    from generator.privacy import public_text

    file, beside = read_plan(plan), read_private(private_path(plan, private))
    if file.plan is None or beside.problems:
        raise PlanError((*file.problems, *beside.problems))
    settings, _ = read_settings(folder)
    shelf, _ = read_shelf(plan)
    echo_lines(map(str, returned_problems(file, shelf, (), beside.taken_down)))
    echo_lines(public_text(file.plan, beside.people, contacts_of(settings)))


def show_public_pages(folder: Path, private: Path | None) -> None:
    """Print all that becomes public outside the plans. Raises PlanError where the settings or a private
    file cannot be read.
    """
    from generator.authoring.folder import read_folder, site_texts
    from generator.checks.site import site_sheet

    checked = read_folder(folder, private=private)
    source = checked.source
    if source.settings is None or checked.unread:
        raise PlanError(source.problems if source.settings is None else checked.unread)
    texts = site_texts(source.settings, source.content, source.plans, source.shelves)
    echo_lines(site_sheet(texts, checked.people))


def as_record(problem: Problem) -> dict[str, object]:
    """`problem` for a program to read."""
    return {
        "severity": str(problem.severity),
        "code": problem.kind.code,
        **asdict(problem.position),
        "path": problem.path,
        "what": problem.what,
        "do": problem.do,
        "subject": problem.subject,
    }


def github_line(problem: Problem) -> str:
    """`problem` as GitHub shows it beside the line of a change."""
    place = problem.position
    parts = {"file": place.file, "line": place.line, "col": place.column, "title": problem.kind.code}
    options = ",".join(f"{name}={_github_option(str(value))}" for name, value in parts.items() if value)
    words = f"{problem.path}: " if problem.path else ""
    return f"::{GITHUB_LEVELS[problem.severity]} {options}::{_github_text(f'{words}{problem.what}; {problem.do}')}"


def _github_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_option(text: str) -> str:
    return _github_text(text).replace(":", "%3A").replace(",", "%2C")
