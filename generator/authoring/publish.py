"""Publishing: from the working text of a plan to a frozen edition, and the two ways to take something back."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import problems
from generator.checks.returned import returned_texts, words_of
from generator.diff import diff_plans, significant_changes
from generator.editions import (
    Announcement,
    Edition,
    Ground,
    Shelf,
    Step,
    commit,
    finish_interrupted_write,
    only_writer,
    published,
    read_shelf,
    redacted,
    refusals,
    text_problems,
    texts_for_good,
    withdrawn,
)
from generator.editions.entries import next_file
from generator.editions.lock import LOCK_FILE, hashes
from generator.editions.publication import as_published
from generator.errors import PlanError, Position, Problem, has_errors
from generator.outputs.difference import PlanDifference, difference
from generator.plan.model import PublicPlan
from generator.plan.private import Person
from generator.privacy import findings_beside
from generator.status import as_at, each_action
from generator.wording import Words
from generator.words.changes import change_sentence
from generator.words.view import PlanView, Update, edition_view


def reasons_against(
    shelf: Shelf, plan: PublicPlan, said: Announcement, today: date, folder: Path, people: Iterable[Person] = ()
) -> tuple[Problem, ...]:
    """Every reason why `plan` may not become the next edition in its `folder`, whatever its text says.

    What its text says of `people` is told by the checks of the plan, each at its line.
    """
    where = Position(str(folder / LOCK_FILE))
    if same := _published_already(shelf, plan, said):
        return (Problem(problems.PUBLISH_SAME, where, values={"name": same}),)
    private = (problem for what, text in texts_for_good(said) for problem in _private(plan, what, text, where, people))
    reused = _reused(shelf, plan, where)
    returned = _returned(shelf, plan, said, where)
    return (*refusals(shelf, said, today, where), *reused, *_not_minor(shelf, plan, said, where), *returned, *private)


def _returned(shelf: Shelf, plan: PublicPlan, said: Announcement, where: Position) -> Iterator[Problem]:
    """Texts that stand where others were taken down, and were not allowed again; or that nothing is to be allowed."""
    if said.again and not said.again.lines:
        yield Problem(problems.PUBLISH_AGAIN, where)
    allowed = said.again.lines if said.again else ()
    for one in returned_texts(shelf, plan):
        if not set(one.lines) <= set(allowed):
            yield Problem(problems.TEXT_RETURNED, where, one.field, {"plan": plan.id, **words_of(one)})


def _published_already(shelf: Shelf, plan: PublicPlan, said: Announcement) -> str:
    """The name of the newest edition where it is of this day, holds this text, and says the same of it; else ""."""
    last = shelf.entries[-1] if shelf.entries else None
    if not isinstance(last, Edition) or last.date != said.date:
        return ""
    entry = last.entry
    then = (entry.kind, entry.note, entry.approved_by, entry.printed_version, last.plan)
    now = (said.kind, said.note.strip(), said.approved_by, said.printed_version, as_published(plan, said.date))
    return last.name if then == now else ""


def _reused(shelf: Shelf, plan: PublicPlan, where: Position) -> Iterator[Problem]:
    """Ids that an earlier edition gave to another thing: its page stays at that address for good."""
    newest = {name for edition in shelf.editions[-1:] for name, _ in _titles(edition.plan)}
    # What each id was when it was last published, and where.
    last = {name: (edition, held) for edition in shelf.editions for name, held in _titles(edition.plan)}
    for name, (kind, title, number) in _titles(plan):
        if name not in last:
            continue
        edition, held = last[name]
        is_another = held[0] != kind or (name not in newest and title not in held and number not in held)
        if is_another:
            values = {"value": name, "title": held[1], "edition": edition.name}
            yield Problem(problems.PUBLISH_ID_REUSED, where, values=values)


def _titles(plan: PublicPlan) -> Iterator[tuple[str, tuple[str, str, str | None]]]:
    """The id of every outcome and action, with what it is, its title and its printed number."""
    for outcome in plan.outcomes:
        yield outcome.id, ("outcome", outcome.title, outcome.number)
        for action in each_action(outcome.actions):
            yield action.id, ("action", action.title, action.number)


def _private(plan: PublicPlan, what: str, text: str, where: Position, people: Iterable[Person]) -> Iterator[Problem]:
    """Whatever may tell of a person in a text that the lock holds for good."""
    for finding in findings_beside(plan, what, text, people):
        yield Problem(problems.PUBLISH_PRIVATE, where, values={"what": what, "value": finding.words})


def _not_minor(shelf: Shelf, plan: PublicPlan, said: Announcement, where: Position) -> Iterator[Problem]:
    """Each change since the last edition that no minor one may hold."""
    if said.kind == "significant" or not shelf.editions:
        return
    update = Update(edition_view(shelf.editions[-1], Words()), _view(plan, said))
    old, new = update.old.plan, update.new.plan
    for change in significant_changes(diff_plans(old, new), old, new):
        sentence = change_sentence(update, change).rstrip(".")
        yield Problem(problems.PUBLISH_MINOR, where, values={"change": sentence})


def _view(plan: PublicPlan, said: Announcement) -> PlanView:
    """The plan as its pages will see it on the day of its edition."""
    return PlanView(plan, Words(), as_at(plan, said.date, said.date))


def outline(shelf: Shelf, plan: PublicPlan, said: Announcement) -> tuple[tuple[str, ...], PlanDifference | None]:
    """What is about to be published, in plain lines, and how it differs from the last edition, if it does."""
    name = next_file(hashes(shelf.lock), said.date).removesuffix(".json")
    lines = [f"Edition {name} of {plan.title} ({said.kind}).", f"Note: {said.note.strip() or 'none'}"]
    lines += [f"Approved by: {said.approved_by}"] if said.approved_by else []
    last = shelf.editions[-1] if shelf.editions else None
    if last is None:
        return (*lines, "It is the first edition: all of the plan becomes public."), None
    lines += [f"The edition before it is {last.name}."]
    if said.is_correction:
        lines += ["It corrects that one: readers are told of both together."]
    if replace(plan, as_at=None) == replace(last.plan, as_at=None):
        return (*lines, "The plan says the same as that edition."), None
    return tuple(lines), difference(edition_view(last, Words()), _view(plan, said))


def publish(folder: Path, plan: PublicPlan, said: Announcement, today: date, people: Iterable[Person] = ()) -> Shelf:
    """Publish `plan` as the next edition in its `folder`. Returns the editions with the new one at their end.

    Raises PlanError with every reason why it cannot be, BusyError while another command writes there.
    """

    def step(shelf: Shelf) -> Step:
        if found := reasons_against(shelf, plan, said, today, folder, people):
            raise PlanError(found)
        return published(shelf, plan, said, new_salt())

    return take_step(folder, step)


def withdraw(folder: Path, name: str, day: date, reason: str, people: Iterable[Person] = ()) -> Shelf:
    """Take the edition `name` back on `day`: its file goes, a line stays. Raises NoSuchText where there is none.

    Raises PlanError for a reason that no page can show, or that may tell of a person.
    """

    def step(shelf: Shelf) -> Step:
        if found := reasons_against_words(folder, reason, people):
            raise PlanError(found)
        return withdrawn(shelf, name, day, reason.strip())

    return take_step(folder, step)


def reasons_against_words(folder: Path, reason: str, people: Iterable[Person] = ()) -> tuple[Problem, ...]:
    """Why `reason` may not stand for good in the lock of the plan in `folder`."""
    where, what = Position(str(folder / LOCK_FILE)), "the reason"
    shelf, _ = read_shelf(folder)
    private = _private(shelf.editions[-1].plan, what, reason, where, people) if shelf.editions else ()
    return (*text_problems(what, reason, where), *private)


def redact(folder: Path, subject: str, field: str, day: date, ground: Ground, *, edition: str | None = None) -> Shelf:
    """Take one text down wherever an edition holds it: see `redacted`. Raises NoSuchText, in words."""
    return take_step(folder, lambda shelf: redacted(shelf, subject, field, day, ground, new_salt, edition=edition))


def new_salt() -> str:
    """32 hexadecimal digits that nobody can guess."""
    return secrets.token_hex(16)


def take_step(folder: Path, make: Callable[[Shelf], Step]) -> Shelf:
    """Write what `make` makes of the editions in `folder`, whole or not at all. Raises PlanError where they fail."""
    with only_writer(folder):
        finish_interrupted_write(folder)
        shelf = _sound(folder)
        step = make(shelf)
        commit(folder, step.lock, step.files)
        return _sound(folder)


def _sound(folder: Path) -> Shelf:
    shelf, found = read_shelf(folder)
    if has_errors(found):
        raise PlanError(found)
    return shelf
