"""`plans new`, `plans add`, `plans remove-example` and `plans schema`: what a council and its editor begin with."""

import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from generator.cli.days import needed_day, today_in_words
from generator.cli.options import today_option, yes_option
from generator.cli.places import plan_file
from generator.cli.speech import Answer, answered, ask, counted, failures_in_words
from generator.errors import PlanError

if TYPE_CHECKING:
    from generator.authoring.scaffold import OwnPlan

# In the order in which they are asked for.
QUESTIONS = {
    "--name": "The name of your council or partnership, as it stands on every page",
    "--email": "The e-mail address of the team that answers for the site",
    "--help-line": "Whom to call about a child, as 'Social work, day and night: ' and the number",
}
id_option = click.option(
    "--id",
    "plan_name",
    metavar="ID",
    help="The plan's id, which is part of its address. Without it: made of the title.",
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="TEXT", help="The council's name. Without it: an invented one.")
@click.option("--plan", "title", metavar="TITLE", help="Begin with a plan of your own in the place of the example.")
@click.option("--publisher", metavar="TEXT", help="With --plan: the body that publishes it. Without it: --name.")
@click.option("--email", metavar="ADDRESS", help="With --plan: where people write to about the site.")
@click.option(
    "--help-line",
    "help_lines",
    multiple=True,
    metavar="TEXT",
    help="With --plan: whom to call about a child, as 'Social work, day and night: NUMBER'. Can be given again.",
)
@id_option
def new(
    folder: Path,
    name: str | None,
    title: str | None,
    publisher: str | None,
    email: str | None,
    help_lines: tuple[str, ...],
    plan_name: str | None,
) -> None:
    """Make a new folder for a council. It holds pages to fill in, one small invented plan, and how to publish.

    With --plan it holds your own first plan instead, and nothing invented. What you do not give is asked for.

    \b
    plans new demo
    plans new our-plans --name "Argyll and Bute Council" --plan "Improvement plan 2027 to 2029"
    """
    from generator.authoring.scaffold import DEFAULT_NAME, make_folder

    own = None
    if title is not None:
        name, own = _own_plan(title, name, publisher, email, help_lines, plan_name)
    elif publisher or email or help_lines or plan_name:
        raise click.UsageError("--publisher, --email, --help-line and --id go with --plan.")
    with _failures_in_words():
        paths = make_folder(folder, DEFAULT_NAME if name is None else name, own)
    _echo_next_steps(folder, len(paths), own)


def _own_plan(
    title: str,
    name: str | None,
    publisher: str | None,
    email: str | None,
    help_lines: tuple[str, ...],
    plan_name: str | None,
) -> tuple[str, "OwnPlan"]:
    """The council's name, and its own plan, as given or answered."""
    from generator.authoring import scaffold

    given = {"--name": name, "--email": email, "--help-line": help_lines or None}
    missing = [option for option, value in given.items() if value is None]
    if missing and not sys.stdin.isatty():
        raise click.UsageError(
            f"With --plan give {', '.join(missing)} too: an example has something invented in its place."
        )
    with _failures_in_words():
        title = scaffold.checked_title(title)
        council = _answer("--name", name, scaffold.checked_name)
        return council, scaffold.OwnPlan(
            title=title,
            id=scaffold.checked_plan_id(Path(), plan_name or scaffold.plan_id(title)),
            publisher=scaffold.checked_name(publisher) if publisher else council,
            today=today_in_words(ZoneInfo("Europe/London")),
            email=_answer("--email", email, scaffold.checked_email),
            help_lines=tuple(
                _answer("--help-line", line, scaffold.checked_help_line) for line in help_lines or (None,)
            ),
        )


def _answer(option: str, given: str | None, check: Callable[[str], Answer]) -> Answer:
    """What `check` makes of the value of `option`, or of the user's answer, who is asked until it can be taken."""
    return answered(QUESTIONS[option], check) if given is None else check(given)


def _echo_next_steps(folder: Path, files: int, own: "OwnPlan | None") -> None:
    from generator.authoring.folder import TO_WRITE_FOLDER
    from generator.authoring.scaffold import EXAMPLE, TO_WRITE

    command = f"plans -C {shlex.quote(str(folder))}"
    plan = own.id if own else EXAMPLE
    note = "The first edition." if own else "One action is finished."
    steps = {
        "check": "says what is wrong, if anything",
        "serve": "shows a draft that follows what you type",
        f'publish {plan} --significant --note "{note}"': "",
        "build": "builds the site from what was published",
    }
    click.echo(f"Made {counted(files, 'file', 'files')} in {folder}. What to do next:")
    for step, what in steps.items():
        click.echo(f"  {command} {step}   {what}".rstrip())
    if own:
        click.echo(f"Your plan is {folder / 'plans' / own.id / 'plan.yaml'}. Still to be written by you:")
        for name, what in TO_WRITE.items():
            click.echo(f"  {folder / TO_WRITE_FOLDER / name}.md   {what}")
        click.echo("Finish each, then move it to content/.")
    click.echo(f"{folder / 'README.md'} says more.")


@click.command()
@click.argument("title")
@id_option
@click.option("--publisher", metavar="TEXT", help="The body that publishes it. Without it: that of mkdocs.yml.")
@today_option
@click.pass_obj
def add(folder: Path, title: str, plan_name: str | None, publisher: str | None, day: date | None) -> None:
    """Add a plan called TITLE to this folder. Its file says how to write outcomes and actions.

    \b
    plans add "Improvement plan 2027 to 2029"
    plans add "Improvement plan 2027 to 2029" --id improvement-plan-2027
    """
    from generator.authoring.scaffold import add_plan, checked_name, checked_title, plan_id
    from generator.council.settings import read_settings

    today = needed_day(folder, day)
    settings, found = read_settings(folder)
    if settings is None:
        raise PlanError(found)
    with _failures_in_words():
        title = checked_title(title)
        body = checked_name(publisher) if publisher else settings.extra.publisher
        name = plan_name or plan_id(title)
        file = add_plan(folder, title, name, body, today)
    click.echo(f"Made {file}. What to do next: write your outcomes and actions there, then run 'plans check'.")
    click.echo(f"Its address will be /{name}/ for good. Is another one better? Then rename the folder and the id now.")


@click.command("remove-example")
@click.argument("plan", required=False)
@yes_option
@click.pass_obj
def remove_example(folder: Path, plan: str | None, yes: bool) -> None:
    """Take the invented plan out of this folder, with its editions. No other plan can be taken out.

    \b
    plans remove-example
    """
    from generator.authoring import scaffold

    place = plan_file(folder, plan).parent if plan else _only_example(folder)
    with _failures_in_words():
        if why := scaffold.why_no_example(place):
            raise click.ClickException(f"{why}.")
        files = [path for path in place.rglob("*") if path.is_file()]
        click.echo(f"{place} and all in it will be gone: {counted(len(files), 'file', 'files')}.")
        ask("Take it out?", yes)
        scaffold.remove_example(place)
    click.echo(f"{place} is gone. What to do next: run 'plans build'.")


def _only_example(folder: Path) -> Path:
    """The folder of the one example. Ends the command where there is none, or more than one."""
    from generator.plan.reader import plan_folders, read_plan

    read = [read_plan(place) for place in plan_folders(folder / "plans")]
    found = [file.folder for file in read if file.plan and file.plan.example]
    if len(found) == 1:
        return found[0]
    names = ", ".join(place.name for place in found)
    raise click.UsageError(f"Name the example: {names}." if found else f"{folder / 'plans'} holds no example.")


@contextmanager
def _failures_in_words() -> Iterator[None]:
    """Ends the command in one line where something cannot be made."""
    from generator.authoring.scaffold import ScaffoldError

    with failures_in_words():
        try:
            yield
        except ScaffoldError as error:
            raise click.UsageError(f"{error}.") from error


@click.command()
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write it to FILE.")
def schema(output: Path | None) -> None:
    """Print the JSON Schema of plan.yaml. With it an editor can help you as you type.

    \b
    plans schema --output plans/plan.schema.json
    """
    from generator.plan.schema import schema_text

    if output is None:
        click.echo(schema_text(), nl=False)
        return
    with failures_in_words():
        output.write_bytes(schema_text().encode("utf-8"))
