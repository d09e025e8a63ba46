"""The command line. Only this module prints or exits; what the commands do stands in the modules below.

Exit codes: 0; 1 for problems in the user's files; 2 for wrong usage. Any other exception is our bug and keeps its
traceback.
"""

import json
import os
import shlex
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar
from zoneinfo import ZoneInfo

import click

from generator import __version__
from generator.errors import PlanError, Problem, Severity, has_errors
from generator.text import nearest, without_unsafe_characters

if TYPE_CHECKING:
    from generator.build import Source
    from generator.editions import Ground, Shelf
    from generator.model import Person
    from generator.pages import PlanView
    from generator.serve import Draft, SiteServer

Result = TypeVar("Result")

FAILED = 1
# What .gitignore must hold: editors leave copies beside a file, as private.yaml~ and .private.yaml.swp.
PRIVATE_FILES = "*private.yaml*"
COUNT_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}
GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}

today_option = click.option(
    "--today",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to take for today, as 2027-01-31. Without it: SOURCE_DATE_EPOCH, or the clock.",
)


private_option = click.option(
    "--private",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where private files are, if not beside the plans: DIR/<plan>/private.yaml.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-C",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    metavar="DIR",
    help="The folder that holds mkdocs.yml. Without it: where you stand.",
)
@click.version_option(__version__, prog_name="plans")
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Publish improvement plans as a website: check the plan files, build the site, look at it.

    \b
    plans new demo
    plans -C demo check
    plans -C demo build
    """
    # Whatever a plan holds, a terminal that cannot show it must not stop the work.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    context.obj = as_seen_from_here(folder)


def as_seen_from_here(folder: Path) -> Path:
    """`folder` by the shortest path that a reader of a problem can click on."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_absolute() and folder.is_relative_to(here) else folder


# check


@main.command()
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@today_option
@private_option
@click.option(
    "--public", metavar="PLAN", help="Instead, show all of PLAN that becomes public, and what may tell of a person."
)
@click.pass_obj
def check(
    folder: Path, form: str, strict: bool, day: datetime | None, private: Path | None, public: str | None
) -> None:
    """List every problem in the plans, pages and settings. Each has its file, its line and what to do.

    Ends with 1 when there are errors (with --strict, also for warnings), so that a computer can run it on each change.

    \b
    plans check
    plans check --strict --format github
    plans check --public kinbrae-example
    """
    from generator.build import read_source

    if public is not None:
        show_public(plan_file(folder, public).parent, private)
        return
    source = read_source(folder, with_private=True, private=private, today=today_for(folder, day))
    if form == "json":
        click.echo(json.dumps([as_record(problem) for problem in source.problems], ensure_ascii=False, indent=1))
    else:
        say = github_line if form == "github" else str
        echo_lines(map(say, source.problems))
        click.echo(summary(source.problems, len(source.plans)))
    if has_errors(source.problems) or (strict and any(p.severity is Severity.WARNING for p in source.problems)):
        leave()


def show_public(plan: Path, private: Path | None) -> None:
    """Print all that becomes public of the plan in the folder `plan`, or the problems that keep it from being read."""
    from generator.privacy import public_text
    from generator.projection import project
    from generator.reader import private_file, read_plan

    file = read_plan(plan, private_file(plan, private))
    if file.plan is None:
        echo_lines(file.problems)
        leave()
    echo_lines(public_text(project(file.plan), file.plan.people))


def as_record(problem: Problem) -> dict[str, object]:
    """`problem` for a program to read."""
    return {
        "severity": str(problem.severity),
        "code": problem.kind.code,
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
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


def summary(problems: Iterable[Problem], plans: int) -> str:
    """How many problems there are: "2 errors, 1 warning in 3 plans."."""
    counts = Counter(problem.severity for problem in problems)
    parts = [counted(counts[severity], *COUNT_WORDS[severity]) for severity in COUNT_WORDS if counts[severity]]
    return f"{', '.join(parts) or 'No problems'} in {counted(plans, 'plan', 'plans')}."


def counted(count: int, one: str, many: str) -> str:
    """ "1 plan", "1,000 plans"."""
    return f"{count:,} {one if count == 1 else many}"


# build


@main.command()
@today_option
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site goes. Without it: site/ beside mkdocs.yml.",
)
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="How many plans to build at once. Default: every CPU."
)
@click.option("--not-atomic", is_flag=True, help="Where folders cannot be exchanged: the site is gone for a moment.")
@click.option("--working", is_flag=True, help="Show the working text, as a draft, and not the editions.")
@click.pass_obj
def build(
    folder: Path, day: datetime | None, site: Path | None, jobs: int | None, not_atomic: bool, working: bool
) -> None:
    """Build the site of what is published. The new one takes the old one's place at once, or not at all if anything
    fails.

    \b
    plans build
    plans build --site /var/www/plans --today 2027-01-31
    """
    from generator.build import build_site, read_source
    from generator.search import SearchError
    from generator.switch import SwitchError

    today = today_for(folder, day)
    source = read_source(folder, with_working=working, today=today)
    echo_lines(source.problems)
    if today is None or has_errors(source.problems):
        click.echo(summary(source.problems, len(source.shelves)))
        click.echo("Nothing was built. The site that is there stays as it is.")
        leave()
    try:
        with status_line(f"Building {counted(len(source.shelves), 'plan', 'plans')}…"), problems_in_words():
            built = build_site(
                source,
                today,
                site or folder / "site",
                jobs=jobs or os.cpu_count() or 1,
                atomic=not not_atomic,
                is_draft=working,
            )
    except (SearchError, SwitchError) as error:
        raise click.ClickException(str(error)) from error
    echo_lines(built.remarks)
    pages, plans = counted(built.pages, "page", "pages"), counted(built.plans, "plan", "plans")
    click.echo(f"Built {pages} of {plans} in {built.site}, for {today.day} {today:%B %Y}.")


def today_for(folder: Path, day: datetime | None) -> date | None:
    """The day to take for today: `day`, or today in the site's own time zone. None where no settings can be read."""
    from generator.settings import read_settings

    if day:
        return day.date()
    settings, _ = read_settings(folder)
    return today_in(settings.zone) if settings else None


def today_of(source: "Source") -> date:
    """Today in the time zone of `source`, which has no errors."""
    assert source.settings is not None, "a source without errors has settings"
    return today_in(source.settings.zone)


def today_in(zone: ZoneInfo) -> date:
    """Today in `zone`: by SOURCE_DATE_EPOCH where it is set, else by the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, and must be a count of seconds.") from error


# serve


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Without it: the first free one from 8000.")
@click.option("--built", is_flag=True, help="Show the built site as it is, not a draft.")
@click.pass_obj
def serve(folder: Path, port: int | None, built: bool) -> None:
    """Show a draft of the site on this computer. It is built again each time you save a file; Ctrl+C ends it.

    Every page says that it is a draft. Nobody else can see it. With --built, the site that `plans build` made.

    \b
    plans serve
    plans serve --built --port 8080
    """
    from generator.serve import PortTakenError, open_server
    from generator.settings import FILE, read_settings

    site = folder / "site"
    if not (folder / FILE).exists():
        echo_lines(read_settings(folder)[1])
        leave()
    if built and not (site / "index.html").is_file():
        raise click.ClickException(f"{site} holds no site; run 'plans build' first")
    try:
        server = open_server(port)
    except PortTakenError as error:
        raise click.ClickException(str(error)) from error
    server.start()
    try:
        if built:
            _serve_built(server, site)
        else:
            _serve_draft(server, folder)
    except KeyboardInterrupt:
        click.echo()
    finally:
        server.stop()


def _serve_built(server: "SiteServer", site: Path) -> NoReturn:
    import threading

    server.site = site
    click.echo(f"{site} is shown at {server.address} (Ctrl+C ends this)")
    waiting = threading.Event()
    while True:
        waiting.wait(1.0)


def _serve_draft(server: "SiteServer", folder: Path) -> NoReturn:
    from generator.serve import Preview

    with (
        tempfile.TemporaryDirectory(prefix="plans-") as work,
        Preview(folder, Path(work), server, today_of) as preview,
    ):
        echo_draft(preview.build())
        click.echo(f"The draft is shown at {server.address} (Ctrl+C ends this)")
        while True:
            echo_draft(preview.next_build())


def echo_draft(draft: "Draft") -> None:
    """Say what came of one build of the draft."""
    problems = (*draft.source.problems, *(draft.error.problems if draft.error else ()))
    echo_lines(problems)
    if draft.built:
        click.echo(f"{datetime.now():%H:%M:%S} Built {counted(draft.built.pages, 'page', 'pages')}.")
    else:
        click.echo(f"{datetime.now():%H:%M:%S} {summary(problems, len(draft.source.plans))} The last good draft stays.")


# publish, verify, withdraw, redact

yes_option = click.option("--yes", is_flag=True, help="Do not ask.")


@main.command()
@click.argument("plan")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), required=True, metavar="DATE", help="Its day.")
@click.option("--note", default="", metavar="TEXT", help="What is new, in a sentence for the public.")
@click.option("--significant/--minor", "is_significant", default=None, help="Whether readers should be told.")
@click.option("--approved-by", "body", metavar="BODY", help="The body that approved it: its id or name in the plan.")
@click.option("--printed-version", "version", metavar="TEXT", help="The version that stands on the printed plan.")
@click.option("--correction", is_flag=True, help="It mends the edition of the same day.")
@private_option
@yes_option
@today_option
@click.pass_obj
def publish(
    folder: Path,
    plan: str,
    on: datetime,
    note: str,
    is_significant: bool | None,
    body: str | None,
    version: str | None,
    correction: bool,
    private: Path | None,
    yes: bool,
    day: datetime | None,
) -> None:
    """Freeze PLAN as it stands now as its edition of a day. The plan is checked first; nothing published is changed.

    \b
    plans publish kinbrae-example --date 2026-01-31 --note "Two actions finished." --significant
    """
    from generator.editions import Announcement, approving_body
    from generator.errors import Position
    from generator.projection import project
    from generator.publish import outline, reasons_against
    from generator.publish import publish as publish_plan
    from generator.reader import read_plan

    if is_significant is None:
        raise click.UsageError("Say --significant if readers should be told of it, else --minor.")
    file = plan_file(folder, plan)
    today, people = checked_day(folder, file, day, private)
    place = file.parent
    read = read_plan(place, None)  # what becomes public is read without the private file
    assert read.plan is not None, "a plan without errors can be read"
    public = project(read.plan)
    with problems_in_words(), editions_in_words():
        approved = approving_body(public, body, Position(str(file))) if body else None
        said = Announcement(
            date=on.date(),
            kind="significant" if is_significant else "minor",
            note=note,
            approved_by=approved,
            printed_version=version,
            is_correction=correction,
        )
        shelf = sound_shelf(place)
        if found := reasons_against(shelf, public, said, today, place, people):
            raise PlanError(found)
        echo_lines(outline(shelf, public, said))
        if not people:
            click.echo("There is no people register (private.yaml), so names were only guessed.")
        ask("Publish it?", yes)
        shelf = publish_plan(place, public, said, today, people)
    echo_code(shelf.lock.head)
    click.echo("What to do next: run 'plans build', and put the code in the minutes of the body that agreed the plan.")


def checked_day(
    folder: Path, file: Path, day: datetime | None, private: Path | None
) -> tuple[date, tuple["Person", ...]]:
    """The day to take for today, and the people register of the plan in `file`.

    Ends the command where the plan, or what it needs, has errors, or may tell of a person.
    """
    from generator.build import read_source
    from generator.checks.privacy import is_private

    today = today_for(folder, day)
    expect_come(folder, day)
    source = read_source(folder, with_private=True, private=private, today=today)
    others = [other.folder for other in source.plans if other.folder != file.parent]
    own = [problem for problem in source.problems if not _stands_in(problem, others)]
    echo_lines(own)
    if any(is_private(problem) for problem in own):
        click.echo("What may tell of a person is taken out or accepted first.")
    elif today is not None and not has_errors(own):
        read = next(other.plan for other in source.plans if other.folder == file.parent)
        assert read is not None, "a plan without errors can be read"
        return today, read.people
    click.echo("Nothing was published.")
    leave()


def _stands_in(problem: Problem, folders: Iterable[Path]) -> bool:
    return any(Path(problem.position.file).is_relative_to(folder) for folder in folders)


WORKING = "working"


@main.command()
@click.argument("plan")
@click.argument("old", metavar="[FROM]", required=False)
@click.argument("new", metavar="[TO]", default=WORKING)
@today_option
@click.pass_obj
def diff(folder: Path, plan: str, old: str | None, new: str, day: datetime | None) -> None:
    """Show what changed in PLAN, worst news first, from one edition to another. Nothing is written.

    FROM and TO are editions, as 2026-01-31 or 2026-01-31-2, or the word "working". Without them: from the newest
    edition to the working text.

    \b
    plans diff kinbrae-example
    plans diff kinbrae-example 2026-01-31 2026-07-31
    """
    from generator.difference import difference

    file = plan_file(folder, plan)
    today = needed_day(folder, day)
    with problems_in_words():
        shelf = sound_shelf(file.parent)
        if old is None:
            if not shelf.editions:
                raise click.UsageError(f"{plan} has no edition yet: there is nothing to compare with.")
            old = shelf.editions[-1].name
        lines = difference(_text_view(file, shelf, old, today), _text_view(file, shelf, new, today))
    echo_lines([f"{plan}, from {old} to {new}:", *lines])


def _text_view(file: Path, shelf: "Shelf", name: str, today: date) -> "PlanView":
    """The edition `name`, or the working text, as its pages see it. Raises PlanError where that cannot be read."""
    from generator.pages import PlanView
    from generator.pages.view import edition_view
    from generator.projection import project
    from generator.reader import read_plan
    from generator.status import as_at
    from generator.wording import Words

    if name != WORKING:
        edition = next((item for item in shelf.editions if item.name == name), None)
        if edition is None:
            known = ", ".join(item.name for item in shelf.editions) or "none"
            raise click.UsageError(f"There is no edition {name!r} that can be read; there is: {known}.")
        return edition_view(edition, Words())
    read = read_plan(file.parent)
    if read.plan is None:
        raise PlanError(read.problems)
    public = project(read.plan)
    return PlanView(public, Words(), as_at(public, today, shelf.day))


@main.command()
@click.argument("place", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.option(
    "--before",
    "old",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="OLD.lock",
    help="An older copy of editions.lock, as a published site holds one.",
)
@click.option("--expect", "code", metavar="CODE", help="The code in the minutes: its first 12 digits, or all.")
@click.option("--recompute", is_flag=True, help="List what would be worked out otherwise than it was frozen.")
@click.pass_obj
def verify(folder: Path, place: Path | None, old: Path | None, code: str | None, recompute: bool) -> None:
    """Show that every edition is what was published. DIR is a plan's folder, its name, or a folder that holds plans/.

    \b
    plans verify
    plans verify kinbrae-example --expect "3f2a 90bc 11de"
    """
    from generator.editions import Copy, code_digits, differences, line_of, witnessed

    places = edition_folders(folder, place)
    if (old or code) and len(places) != 1:
        raise click.UsageError("Name the one plan that --before and --expect are about.")
    try:
        before, digits = (Copy(str(old), old.read_bytes()) if old else None), code_digits(code) if code else ""
    except (ValueError, OSError) as error:
        raise click.UsageError(f"{error}.") from error
    if before and not before.data:
        raise click.UsageError(f"{old} is empty: it can bear witness to nothing.")
    has_failed = False
    for each in places:
        shelf, found = witnessed(each, before, digits)
        echo_lines(found)
        has_failed |= bool(found)
        if not found:
            echo_lines([f"{each.resolve().name}: {_sound_words(shelf)}"])
            if shelf.lock.lines:
                echo_code(shelf.lock.head)
        line = line_of(shelf, digits) if digits else None
        if line and line.this != shelf.lock.head:
            count = counted(len(shelf.lock.lines) - line.place, "line was", "lines were")
            click.echo(f"The code given is that of line {line.place}. All up to it is as it was; {count} added since.")
        if recompute:
            echo_lines(
                f"edition {edition.name}: {found}" for edition in shelf.editions for found in differences(edition)
            )
    if has_failed:
        leave()


def _sound_words(shelf: "Shelf") -> str:
    if not shelf.entries:
        return "no edition was published yet."
    gone = len(shelf.entries) - len(shelf.editions)
    withdrawn = f" ({gone:,} withdrawn)" if gone else ""
    taken = sum(len(edition.redactions) for edition in shelf.editions)
    down = f", but for {counted(taken, 'text', 'texts')} taken down since" if taken else ""
    return f"{counted(len(shelf.entries), 'edition', 'editions')}{withdrawn}, each as it was published{down}."


def edition_folders(folder: Path, place: Path | None) -> list[Path]:
    """The folders of the plans that the user means: one, or all of a council's folder."""
    from generator.editions.lock import FOLDER, LOCK_FILE
    from generator.reader import plan_folders

    if place and ((place / LOCK_FILE).exists() or (place / FOLDER).is_dir()):
        return [place]
    if place and not (place / "plans").is_dir():
        return [plan_file(folder, str(place)).parent]
    return list(plan_folders((place or folder) / "plans"))


@main.command()
@click.argument("plan")
@click.option("--date", "name", required=True, metavar="EDITION", help="The edition, as 2026-01-31 or 2026-01-31-2.")
@click.option("--reason", required=True, metavar="TEXT", help="Why, in a sentence for the public.")
@private_option
@yes_option
@today_option
@click.pass_obj
def withdraw(
    folder: Path, plan: str, name: str, reason: str, private: Path | None, yes: bool, day: datetime | None
) -> None:
    """Take an edition of PLAN back. Its text goes for good; that there was one, and why it went, stays.

    \b
    plans withdraw kinbrae-example --date 2026-01-31 --reason "It was published before the committee had met."
    """
    from generator.editions import withdrawn
    from generator.publish import reasons_against_words
    from generator.publish import withdraw as withdraw_edition

    if not reason.strip():
        raise click.UsageError("Say with --reason why the edition is taken back.")
    place, today = plan_file(folder, plan).parent, needed_day(folder, day)
    expect_come(folder, day)
    people = register_of(place, private)
    with problems_in_words(), editions_in_words():
        withdrawn(sound_shelf(place), name, today, reason)
        if wrong := reasons_against_words(place, reason, people):
            raise PlanError(wrong)
        echo_lines([f"The text of edition {name} will be gone. In its place stands: {reason.strip()}"])
        ask("Withdraw it?", yes)
        shelf = withdraw_edition(place, name, today, reason, people)
    echo_code(shelf.lock.head)
    click.echo("What to do next: run 'plans build'. If you keep the plan in git, its history still holds the text.")


@main.command()
@click.argument("plan")
@click.argument("subject", metavar="[ID]", required=False)
@click.argument("field", metavar="[FIELD]", required=False)
@click.option(
    "--reason",
    "ground",
    type=click.Choice(["personal data", "confidential", "court order", "copyright", "mistake"]),
    help="Why; it stands in the place of the text.",
)
@click.option("--edition", "name", metavar="NAME", help="The edition in which FIELD leads to the text.")
@click.option("--find", "words", metavar="WORDS", help="List every place that holds these words, and change nothing.")
@yes_option
@today_option
@click.pass_obj
def redact(
    folder: Path,
    plan: str,
    subject: str | None,
    field: str | None,
    ground: "Ground | None",
    name: str | None,
    words: str | None,
    yes: bool,
    day: datetime | None,
) -> None:
    """Take one text of PLAN down in every edition that holds it. With --find, list where words stand.

    \b
    plans redact kinbrae-example --find "J Smith"
    plans redact kinbrae-example a-1-1 "notes[2].text" --reason "personal data"
    """
    from generator.editions import files_of, places, text_at
    from generator.publish import redact as redact_text

    file = plan_file(folder, plan)
    if words is not None and not (subject or field or ground or name):
        if not words.strip():
            raise click.UsageError("Say with --find which words.")
        with problems_in_words():
            echo_places(places(sound_shelf(file.parent), words), f"No edition holds {words!r}.")
        _echo_working_text(file, words)
        click.echo(f'To take one down: plans redact {plan} ID FIELD --edition EDITION --reason "personal data"')
        return
    if words is not None or not (subject and field and ground):
        raise click.UsageError("Give PLAN ID FIELD --reason KIND, or PLAN --find WORDS.")
    today = needed_day(folder, day)
    expect_come(folder, day)
    with problems_in_words(), editions_in_words():
        found, held = text_at(sound_shelf(file.parent), subject, field, name)
        echo_lines([f"{field} of {subject}, as edition {held} has it: {found.words}"])
        ask("Take it down in every edition that holds it there?", yes)
        shelf = redact_text(file.parent, subject, field, today, ground, edition=name)
    names = (name.removesuffix(".json") for name in files_of(shelf.lock.lines[-1].entry))
    echo_lines([f"Taken down in {', '.join(names)}."])
    echo_places(places(shelf, found.words), "No edition holds that text any more.", "The same words still stand here:")
    click.echo("Other wordings may still stand: look with --find for the name or the words alone.")
    _echo_working_text(file, found.words)
    echo_code(shelf.lock.head)
    click.echo("What to do next: run 'plans build'. If you keep the plan in git, its history still holds the text.")


def echo_places(found: Iterable[object], none: str, some: str = "") -> None:
    """Each place in a line."""
    lines = [str(place) for place in found]
    echo_lines([*([some] if some else []), *lines] if lines else [none])


def _echo_working_text(file: Path, words: str) -> None:
    """Say where the plan's working text holds `words`: the next edition would publish them."""
    from generator.editions import places_in
    from generator.projection import project
    from generator.reader import read_plan

    read = read_plan(file.parent, None)
    if read.plan is None:
        echo_lines([f"{file} cannot be read: look there yourself, or the next edition may publish the words again."])
    for subject, field in places_in(project(read.plan), words) if read.plan else ():
        echo_lines([f"{file}: {field} of {subject} holds them: change it, or the next edition publishes them again."])


def needed_day(folder: Path, day: datetime | None) -> date:
    """The day to take for today. Ends the command with what is wrong with the settings where it cannot be told."""
    from generator.settings import read_settings

    today = today_for(folder, day)
    if today is None:
        echo_lines(read_settings(folder)[1])
        leave()
    return today


def expect_come(folder: Path, day: datetime | None) -> None:
    """End the command where --today is a day to come: what is written down for good would bar every day before it."""
    now = today_for(folder, None)
    if day and now and day.date() > now:
        raise click.UsageError(f"--today says {day.date()}, and today is {now}: nothing is dated ahead.")


def register_of(place: Path, private: Path | None) -> tuple["Person", ...]:
    """The people register of the plan in the folder `place`; nobody where it has none that can be read."""
    from generator.reader import private_file, read_plan

    plan = read_plan(place, private_file(place, private)).plan
    return plan.people if plan else ()


def sound_shelf(place: Path) -> "Shelf":
    """The editions of a plan. Raises PlanError where anything is wrong with them."""
    from generator.editions import settled_shelf

    shelf, found = settled_shelf(place)
    if found:
        raise PlanError(found)
    return shelf


def ask(question: str, yes: bool) -> None:
    """Go on if the user says so; else end with nothing changed."""
    if not yes and not click.confirm(question):
        click.echo("Nothing was changed.")
        leave()


def echo_code(head: str) -> None:
    """The code of the last line of a lock, short and whole."""
    from generator.editions import short_code

    click.echo(f"Code: {short_code(head)}")
    click.echo(f"In full: {head}")


@contextmanager
def editions_in_words() -> Iterator[None]:
    """Ends the command in one line where editions cannot be written, or hold nothing of what was named."""
    from generator.editions import BusyError, NoSuchText, UnfinishedError

    try:
        yield
    except NoSuchText as error:
        raise click.UsageError(f"{error}.") from error
    except BusyError as error:
        raise click.ClickException(f"{error}.") from error
    except UnfinishedError as error:
        said = "It is done, and its files could not all be put in their places"
        raise click.ClickException(f"{said}: {error}. Mend that, then run 'plans verify'.") from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"Nothing was changed: {place}{(error.strerror or str(error)).lower()}.") from error


# new, schema


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="TEXT", help="The council's name. Without it: an invented one.")
def new(folder: Path, name: str | None) -> None:
    """Make a new folder for a council. It holds pages to fill in, one small invented plan, and how to publish.

    \b
    plans new demo
    plans new our-plans --name "Argyll and Bute Council"
    """
    from generator.scaffold import DEFAULT_NAME, ScaffoldError, make_folder

    try:
        paths = make_folder(folder, DEFAULT_NAME if name is None else name)
    except ScaffoldError as error:
        raise click.UsageError(f"{error}.") from error
    except OSError as error:
        raise click.ClickException(_reason(error)) from error
    command = f"plans -C {shlex.quote(str(folder))}"
    click.echo(f"Made {counted(len(paths), 'file', 'files')} in {folder}. What to do next:")
    click.echo(f"  {command} check   says what is wrong, if anything")
    click.echo(f"  {command} serve   shows a draft that follows what you type")
    click.echo(f"  {command} build   builds the site from what was published")
    click.echo(f"Then read {folder / 'README.md'}, and write your own words where a page says 'Replace this'.")


@main.command()
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write it to FILE.")
def schema(output: Path | None) -> None:
    """Print the JSON Schema of plan.yaml. With it an editor can help you as you type.

    \b
    plans schema --output plans/plan.schema.json
    """
    from generator.schema import schema_text

    if output is None:
        click.echo(schema_text(), nl=False)
        return
    try:
        output.write_bytes(schema_text().encode("utf-8"))
    except OSError as error:
        raise click.ClickException(_reason(error)) from error


# announce


@main.command()
@click.argument("plan")
@today_option
@click.pass_obj
def announce(folder: Path, plan: str, day: datetime | None) -> None:
    """Write what can be sent to people about PLAN's newest edition. Nothing is sent.

    A text message of at most 160 characters, an e-mail for your own list, and a post of at most 300 characters.

    \b
    plans announce kinbrae-example
    """
    from generator.announce import announcements
    from generator.build import NO_EDITION, published_view, read_source

    name = plan_file(folder, plan).parent.name
    today = today_for(folder, day)
    source = read_source(folder, with_working=False, today=today)
    if today is None or source.settings is None or has_errors(source.problems):
        echo_lines(source.problems)
        leave()
    view = published_view(source, name, today)
    if view is None:
        raise click.ClickException(NO_EDITION.format(plan=name))
    made = announcements(view, source.settings)
    if not source.settings.site_url:
        click.echo("mkdocs.yml has no site_url, so no address stands in these texts.\n")
    for heading, text in (
        ("Text message", made.message),
        ("E-mail", f"Subject: {made.subject}\n\n{made.letter}"),
        ("Post", made.post),
    ):
        click.echo(f"{heading}\n{'-' * len(heading)}")
        # What stands in a plan must not steer the terminal; its lines stay.
        click.echo(without_unsafe_characters(text).rstrip("\n"))
        click.echo()


# ids, private


@main.command()
@click.argument("plan")
@click.pass_obj
def ids(folder: Path, plan: str) -> None:
    """Give an id to all in PLAN that wants one. An id is permanent; nothing else in the file changes.

    \b
    plans ids kinbrae-example
    """
    from generator.editor import give_ids

    with problems_in_words():
        given = _edit(give_ids, plan_file(folder, plan))
    echo_lines(f"{gift.position}: this {gift.thing} is now {gift.id}" for gift in given)
    click.echo(f"{counted(len(given), 'id', 'ids')} given." if given else "Everything has an id already.")


@main.command()
@click.argument("plan")
@click.pass_obj
def private(folder: Path, plan: str) -> None:
    """Move private notes out of PLAN's public file. What stands under `internal:`, `author:` and `people:` goes to
    private.yaml, which no build reads.

    \b
    plans private kinbrae-example
    """
    from generator.editor import move_private

    file = plan_file(folder, plan)
    with problems_in_words():
        moved = _edit(move_private, file)
    echo_lines(f"{move.position}: moved {move.key}{f' of {move.owner}' if move.owner else ''}" for move in moved)
    if not moved:
        click.echo("There is nothing private in this plan's file.")
        return
    click.echo(f"{counted(len(moved), 'value', 'values')} moved to {file.with_name('private.yaml')}.")
    click.echo("If you keep the plan in git, what its file held before is still in its history.")
    if not _is_ignored(folder):
        click.echo(f"Add a line '{PRIVATE_FILES}' to {folder / '.gitignore'}, so that it is never published.")


def _is_ignored(folder: Path) -> bool:
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    return PRIVATE_FILES in map(str.strip, lines)


def plan_file(folder: Path, plan: str) -> Path:
    """The file of the plan that the user named by its id, or by its folder."""
    from generator.reader import PLAN_FILE, plan_folders

    places = {place.name: place for place in plan_folders(folder / "plans")}
    name = Path(plan).name
    if name not in places or plan.rstrip("/\\") not in (name, f"plans/{name}", f"plans\\{name}", str(places[name])):
        meant = nearest(name, places)
        hint = f"Did you mean {meant!r}?" if meant else f"{folder / 'plans'} holds {', '.join(places) or 'no plan'}."
        raise click.UsageError(f"There is no plan {plan!r}. {hint}")
    return places[name] / PLAN_FILE


def _edit(edit: Callable[[Path], Result], file: Path) -> Result:
    from generator.editor import EditError

    try:
        return edit(file)
    except EditError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(_reason(error)) from error


# What every command says, and how


@contextmanager
def problems_in_words() -> Iterator[None]:
    """Ends the command with the problems that stop it, one line each."""
    try:
        yield
    except PlanError as error:
        echo_lines(error.problems)
        leave()


@contextmanager
def status_line(text: str) -> Iterator[None]:
    """Shows `text` while the work goes on, on a terminal; elsewhere nothing."""
    is_terminal = sys.stdout.isatty()
    if is_terminal:
        click.echo(text, nl=False)
    try:
        yield
    finally:
        if is_terminal:
            click.echo(f"\r{' ' * len(text)}\r", nl=False)


def echo_lines(lines: Iterable[object]) -> None:
    """One line each. What stands in a plan must not steer the terminal."""
    for line in lines:
        click.echo(without_unsafe_characters(str(line).replace("\n", " ")))


def _reason(error: OSError) -> str:
    return f"{error.filename or 'this'}: {(error.strerror or str(error)).lower()}"


def leave() -> NoReturn:
    """End with the code that says: something in the user's files is wrong."""
    raise click.exceptions.Exit(FAILED)
