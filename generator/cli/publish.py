"""`plans publish`: a plan's text, checked and frozen as an edition."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import problems
from generator.cli.days import DAY, asked_day, expect_come, today_for
from generator.cli.options import private_option, today_option, yes_option
from generator.cli.places import plan_file
from generator.cli.shelves import echo_changes, echo_code, editions_in_words, sound_shelf
from generator.cli.speech import ask, echo_lines, leave
from generator.errors import PlanError, Position, Problem, has_errors

if TYPE_CHECKING:
    from generator.checks.returned import WordsDown
    from generator.editions import Again, Announcement, Shelf
    from generator.plan.model import PublicPlan
    from generator.plan.private import Person, Private
    from generator.plan.reader import PlanFile
    from generator.site.build import Source

# What may be published again with --allow-again.
RETURNED = (problems.TEXT_RETURNED, problems.WORDS_RETURNED)


@click.command()
@click.argument("plan")
@click.option("--date", "on", type=DAY, metavar="DATE", help="Its day, as 31/01/2026. Without it: today.")
@click.option("--note", default="", metavar="TEXT", help="What is new, in a sentence for the public.")
@click.option("--significant/--minor", "is_significant", default=None, help="Whether readers should be told.")
@click.option("--approved-by", "body", metavar="BODY", help="The body that approved it: its id or name in the plan.")
@click.option("--printed-version", "version", metavar="TEXT", help="The version that stands on the printed plan.")
@click.option("--correction", is_flag=True, help="It mends the edition of the same day.")
@click.option(
    "--allow-again",
    "reason",
    default="",
    metavar="REASON",
    help="Publish texts where others were taken down. The reason stays in the lock, for the public.",
)
@private_option
@yes_option
@today_option
@click.pass_obj
def publish(
    folder: Path,
    plan: str,
    on: date | None,
    note: str,
    is_significant: bool | None,
    body: str | None,
    version: str | None,
    correction: bool,
    reason: str,
    private: Path | None,
    yes: bool,
    day: date | None,
) -> None:
    """Freeze PLAN as it stands now as its edition of a day. The plan is checked first; nothing published is changed.

    \b
    plans publish kinbrae-example --significant --note "Two actions are finished."
    plans publish kinbrae-example --minor --date 31/01/2026
    """
    from generator.checks.returned import problems_for_good
    from generator.editions import Announcement, approving_body, texts_for_good

    if is_significant is None:
        raise click.UsageError("Say --significant if readers should be told of it, else --minor.")
    file = plan_file(folder, plan)
    today, read, beside, down = _checked_day(folder, file, day, private, may_return=bool(reason.strip()))
    public, people = read.plan, beside.people
    assert public is not None, "a plan without errors can be read"
    with editions_in_words():
        if not (on or day):
            _expect_likely(sound_shelf(file.parent), today)
        said = Announcement(
            date=on or asked_day(today, yes),
            kind="significant" if is_significant else "minor",
            note=note,
            approved_by=approving_body(public, body, Position(str(file))) if body else None,
            printed_version=version,
            is_correction=correction,
        )
        if reason.strip():
            said = replace(said, again=_again(file.parent, public, read, beside, reason))
        if wrong := tuple(problems_for_good(texts_for_good(said), Position(str(file.parent / "editions.lock")), down)):
            raise PlanError(wrong)
        shelf = _published(file.parent, public, said, today, people, yes)
    echo_code(shelf.lock.head)
    click.echo("What to do next: run 'plans build', and put the code in the minutes of the body that agreed the plan.")


def _expect_likely(shelf: "Shelf", today: date) -> None:
    """End the command where the clock is wrong, most likely: an edition keeps its date for good."""
    from generator.site.replacement import MOST_DAYS, newest_in_earnest

    newest = newest_in_earnest([shelf], today)
    if newest and (today - newest).days > MOST_DAYS:
        raise click.UsageError(
            f"The clock says {today}, more than {MOST_DAYS} days after the newest edition, of {newest}. "
            f"Is the clock right? Then say so: --date {today}"
        )


def _checked_day(
    folder: Path, file: Path, day: date | None, private: Path | None, *, may_return: bool = False
) -> tuple[date, "PlanFile", "Private", "WordsDown"]:
    """The day to take for today, what was read of the plan in `file` and of its private file, and the words of every
    plan that stay down.

    Ends the command where the plan, or what it needs, has errors, or may tell of a person. With `may_return`, texts
    may stand where others were taken down.
    """
    from generator.authoring.folder import read_folder
    from generator.checks.privacy import is_private
    from generator.checks.returned import words_down
    from generator.site.lost import lost_editions

    today = today_for(folder, day)
    expect_come(folder, day)
    checked = read_folder(folder, private=private, today=today)
    source = checked.source
    others = [other.folder for other in source.plans if other.folder != file.parent]
    # Another plan's mistakes are its own; but words that were taken down there may stand here.
    elsewhere = [problem for problem in source.problems if _stands_in(problem, others)]
    own = [problem for problem in source.problems if problem not in elsewhere or problem in checked.unread]
    lost = lost_editions(folder, source.settings)
    own += [problem for problem in lost if _stands_in(problem, [file.parent])]
    if may_return:
        # Not those of another plan, which its own command is about.
        own = [one for one in own if not (one.kind in RETURNED and one.values["plan"] == file.parent.name)]
    echo_lines(own)
    if any(is_private(problem) for problem in own):
        click.echo("What may tell of a person is taken out or accepted first.")
    elif holds_placeholders(source, file, own):
        click.echo("What stands in the place of your own words, numbers and addresses is replaced first.")
    elif today is not None and not has_errors(own):
        read = next(other for other in source.plans if other.folder == file.parent)
        return today, read, checked.private[file.parent.name], words_down(checked.registers, source.shelves)
    click.echo("Nothing was published.")
    leave()


def holds_placeholders(source: "Source", file: Path, found: Iterable[Problem]) -> bool:
    """Whether the plan in `file` is no example, and `found` has a placeholder in it or beside it."""
    plan = next((other.plan for other in source.plans if other.folder == file.parent), None)
    is_example = plan is not None and plan.example is not None
    return not is_example and any(problem.kind is problems.PLACEHOLDER for problem in found)


def _again(place: Path, plan: "PublicPlan", read: "PlanFile", private: "Private", reason: str) -> "Again":
    """What is published again for `reason`, each text told: the lines of the lock in `place` that took it down."""
    from generator.checks.returned import returned_texts, returned_words, words_of
    from generator.editions import Again

    shelf = sound_shelf(place)
    found = (*returned_texts(shelf, plan), *returned_words(plan, shelf, private.taken_down))
    if by_hand := [one for one in found if not one.lines]:
        raise PlanError(
            read.problem(problems.WORDS_RETURNED, one.path, plan=plan.id, **words_of(one)) for one in by_hand
        )
    echo_lines(dict.fromkeys(f"Published again: {one.field}, taken down on {one.day} ({one.ground})." for one in found))
    return Again(reason=reason.strip(), lines=tuple(sorted({line for one in found for line in one.lines})))


def _published(
    place: Path, plan: "PublicPlan", said: "Announcement", today: date, people: tuple["Person", ...], yes: bool
) -> "Shelf":
    """The editions in `place` with `plan` as the newest, once nothing stands against it and the user says so."""
    from generator.authoring.publish import outline, reasons_against
    from generator.authoring.publish import publish as publish_plan
    from generator.outputs.difference import has_stale_facts

    shelf = sound_shelf(place)
    if found := reasons_against(shelf, plan, said, today, place, people):
        raise PlanError(found)
    lines, changes = outline(shelf, plan, said)
    echo_lines(lines)
    if changes:
        # The register's line, the warning, the questions and an empty row stand below.
        echo_changes(place, lines[0], changes, beside=len(lines) + 6)
    if not people:
        click.echo("There is no people register (private.yaml), so names were only guessed.")
    last = shelf.editions[-1].plan if shelf.editions else None
    question = "Publish it?"
    if last and has_stale_facts(last, plan) and not said.is_correction:
        click.echo("Warning: its facts and ratings are still said to be of the day of the edition before ('as_at').")
        question = f"Are they of that day? {question}"
    ask(question, yes)
    return publish_plan(place, plan, said, today, people)


def _stands_in(problem: Problem, folders: Iterable[Path]) -> bool:
    return any(Path(problem.position.file).is_relative_to(folder) for folder in folders)
