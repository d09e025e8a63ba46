"""`plans withdraw` and `plans redact`: what was published in error, taken back or taken down."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.days import EDITION, expect_come, needed_day
from generator.cli.edit import advise_ignoring
from generator.cli.options import private_option, today_option, yes_option
from generator.cli.places import plan_file
from generator.cli.shelves import echo_code, editions_in_words, forget_changes, sound_shelf, whole_shelf
from generator.cli.speech import ask, echo_lines, os_error_words
from generator.errors import PlanError, Position

if TYPE_CHECKING:
    from generator.checks.returned import WordsDown
    from generator.editions import Ground
    from generator.editions.fields import Field

ALONE = (
    "No private.yaml holds the words: their place takes no text again without --allow-again, but nothing finds them "
    "elsewhere."
)
WHAT_NEXT = (
    "What to do next: run 'plans build' and put the site up, so that the text is gone from it; then mend plan.yaml.",
    "If you keep the plan in git, its history still holds the text.",
)


@click.command()
@click.argument("plan")
@click.option(
    "--date", "name", type=EDITION, required=True, metavar="EDITION", help="The edition, as 2026-01-31 or 2026-01-31-2."
)
@click.option("--reason", required=True, metavar="TEXT", help="Why, in a sentence for the public.")
@private_option
@yes_option
@today_option
@click.pass_obj
def withdraw(
    folder: Path, plan: str, name: str, reason: str, private: Path | None, yes: bool, day: date | None
) -> None:
    """Take an edition of PLAN back. Its text goes for good; that there was one, and why it went, stays.

    \b
    plans withdraw kinbrae-example --date 2026-01-31 --reason "It was published before the committee had met."
    """
    from generator.authoring.publish import reasons_against_words
    from generator.authoring.publish import withdraw as withdraw_edition
    from generator.checks.returned import problems_for_good
    from generator.editions import withdrawn
    from generator.plan.private import private_path, read_private

    if not reason.strip():
        raise click.UsageError("Say with --reason why the edition is taken back.")
    place, today = plan_file(folder, plan).parent, needed_day(folder, day)
    expect_come(folder, day)
    people = read_private(private_path(place, private)).people
    with editions_in_words():
        shelf = whole_shelf(folder, place)
        withdrawn(shelf, name, today, reason)
        if day and any(edition.name == name for edition in shelf.ahead(today)):
            raise click.UsageError(f"--today says {today}, which is before the edition {name}.")
        down = _words_down(folder, private)
        again = problems_for_good([("the reason", reason)], Position(str(place / "editions.lock")), down)
        if wrong := (*reasons_against_words(place, reason, people), *again):
            raise PlanError(wrong)
        echo_lines([f"The text of edition {name} will be gone. In its place stands: {reason.strip()}"])
        ask("Withdraw it?", yes)
        shelf = withdraw_edition(place, name, today, reason, people)
        forget_changes(place)
    echo_code(shelf.lock.head)
    click.echo("What to do next: run 'plans build'. If you keep the plan in git, its history still holds the text.")


def _words_down(folder: Path, private: Path | None) -> "WordsDown":
    """The words of every plan in `folder` that stay down. Raises PlanError where a private file cannot be read."""
    from generator.authoring.folder import read_folder
    from generator.checks.returned import words_down

    checked = read_folder(folder, private=private)
    if checked.unread:
        raise PlanError(checked.unread)
    return words_down(checked.registers, checked.source.shelves)


@click.command()
@click.argument("plan")
@click.argument("subject", metavar="[ID]", required=False)
@click.argument("field", metavar="[FIELD]", required=False)
@click.option(
    "--reason",
    "ground",
    type=click.Choice(["personal data", "confidential", "court order", "copyright", "mistake"]),
    help="Why; it stands in the place of the text.",
)
@click.option("--edition", "name", type=EDITION, metavar="NAME", help="The edition in which FIELD leads to the text.")
@click.option(
    "--no-register", "is_unregistered", is_flag=True, help="Do not write the words into private.yaml for later checks."
)
@private_option
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
    is_unregistered: bool,
    private: Path | None,
    words: str | None,
    yes: bool,
    day: date | None,
) -> None:
    """Take one text of PLAN down in every edition that holds it. With --find, list where words stand.

    No later edition takes a text there unasked, and the words go to private.yaml, so that checks find them elsewhere.

    \b
    plans redact kinbrae-example --find "J Smith"
    plans redact kinbrae-example a-1-1 "notes[2].text" --reason "personal data"
    """
    from generator.plan.private import private_path

    file = plan_file(folder, plan)
    if words is not None and not (subject or field or ground or name):
        _find(file, words)
        click.echo(f'To take one down: plans redact {plan} ID FIELD --edition EDITION --reason "personal data"')
        return
    if words is not None or not (subject and field and ground):
        raise click.UsageError("Give PLAN ID FIELD --reason KIND, or PLAN --find WORDS.")
    today = needed_day(folder, day)
    expect_come(folder, day)
    found = _take_down(folder, file, subject, field, ground, name, yes, today)
    if is_unregistered or found.is_figure:
        click.echo(ALONE)
    else:
        entry = {"words": found.words, "date": str(today), "reason": ground, "thing": subject, "field": field}
        _register(folder, private_path(file.parent, private), entry)
    echo_lines(WHAT_NEXT)


def _find(file: Path, words: str) -> None:
    """List every place in the editions, and in the working text, that holds `words`."""
    from generator.editions import places

    if not words.strip():
        raise click.UsageError("Say with --find which words.")
    echo_places(places(sound_shelf(file.parent), words), f"No edition holds {words!r}.")
    _echo_working_text(file, words)


def _take_down(
    folder: Path, file: Path, subject: str, field: str, ground: "Ground", name: str | None, yes: bool, today: date
) -> "Field":
    """Take the text down in every edition that holds it there, and say where its words still stand. Returns it."""
    from generator.authoring.publish import redact as redact_text
    from generator.editions import files_of, places, text_at

    with editions_in_words():
        found, held = text_at(whole_shelf(folder, file.parent), subject, field, name)
        echo_lines([f"{field} of {subject}, as edition {held} has it: {found.words}"])
        ask("Take it down in every edition that holds it there?", yes)
        shelf = redact_text(file.parent, subject, field, today, ground, edition=name)
        forget_changes(file.parent)
    names = (name.removesuffix(".json") for name in files_of(shelf.lock.lines[-1].entry))
    echo_lines([f"Taken down in {', '.join(names)}."])
    echo_places(places(shelf, found.words), "No edition holds that text any more.", "The same words still stand here:")
    click.echo("Other wordings may still stand: look with --find for the name or the words alone.")
    _echo_working_text(file, found.words)
    echo_code(shelf.lock.head)
    return found


def _register(folder: Path, private: Path, entry: dict[str, str]) -> None:
    """Write the words down in `private`, and say so, or why they are not there."""
    from generator.authoring.private_values import add_taken_down
    from generator.authoring.yaml_edits import EditError

    is_new = not private.exists()
    try:
        add_taken_down(private, entry)
    except (EditError, OSError, PlanError) as error:
        words = os_error_words(error) if isinstance(error, OSError) else str(error)
        echo_lines([f"The words could not be written into {private}: {words}", ALONE])
        return
    made = ", which is new: keep it with care, and never publish it" if is_new else ""
    echo_lines([f"The words stand in {private} under taken_down{made}. Checks find them wherever they come back."])
    if is_new:
        advise_ignoring(folder)


def echo_places(found: Iterable[object], none: str, some: str = "") -> None:
    """Each place in a line."""
    lines = [*found]
    echo_lines([*filter(None, [some]), *lines] if lines else [none])


def _echo_working_text(file: Path, words: str) -> None:
    """Say where the plan's working text holds `words`: the next edition would publish them."""
    from generator.editions import places_in
    from generator.plan.reader import read_plan

    read = read_plan(file.parent)
    if read.plan is None:
        echo_lines([f"{file} cannot be read: look there yourself, or the next edition may publish the words again."])
        return
    for subject, field in places_in(read.plan, words):
        echo_lines([f"{file}: {field} of {subject} holds them: change it, or the next edition publishes them again."])
