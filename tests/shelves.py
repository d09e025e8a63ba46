"""Plans with editions for tests: published into a folder, read back, forged there, and seen as the site's pages do."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generator.authoring.publish import publish, redact, withdraw
from generator.council.settings import Settings
from generator.editions import Announcement, Shelf, read_shelf
from generator.editions.canonical import canonical_line, read_canonical
from generator.pages import PlanView
from generator.plan.model import Action, Note, PublicPlan, Timescale
from generator.site.units import PlanUnit, Site
from generator.status import as_at
from generator.text import sha256_hex
from generator.wording import Words
from tests.conftest import TODAY as DAY_OF_BUILD
from tests.conftest import small_plan

TODAY = date(2019, 12, 31)
DAYS = (date(2019, 3, 29), date(2019, 6, 28), date(2019, 9, 27))
NAME = "Morag Invented"
SECRET = "Quillon Framlingham"
LOCK = "editions.lock"
# A day, significant or minor, what the officer says, and the plan.
Told = tuple[str, str, str, PublicPlan]


# Publishing, and reading it back


def publish_on(folder: Path, day: date, plan: PublicPlan | None = None, *, today: date = TODAY, **said: Any) -> Shelf:
    """A small plan, or `plan`, published in `folder` on `day`."""
    folder.mkdir(parents=True, exist_ok=True)
    announced = Announcement(**{"date": day, "kind": "significant", "note": f"What is new on {day}.", **said})
    return publish(folder, plan or small_plan(), announced, today)


def published(folder: Path, told: Sequence[Told]) -> Shelf:
    """The editions of a plan in `folder`, each published on its day."""
    for words, kind, note, plan in told:
        day = date.fromisoformat(words)
        publish_on(folder, day, plan, today=day, kind=kind, note=note)
    return sound(folder)


def sound(folder: Path) -> Shelf:
    """The editions in `folder`, in which nothing may be wrong."""
    shelf, found = read_shelf(folder)
    assert [str(problem) for problem in found] == []
    return shelf


def problem_codes(folder: Path, before: bytes | None = None) -> list[str]:
    return [problem.kind.code for problem in read_shelf(folder, before)[1]]


# Plans that were published


def note(text: str, day: str = "2019-03-01") -> dict[str, str]:
    return {"text": text, "date": day}


def fill(folder: Path) -> Path:
    """Three editions. A note in each names somebody; from the second on there is one before it."""
    named = note(f"{NAME} asked twelve children.")
    for place, day in enumerate(DAYS):
        notes = [*([note("The forms were printed.", "2019-02-01")] if place else []), named]
        publish_on(folder, day, small_plan(notes=notes, status=("amber", "green", "red")[place]))
    return folder


def four_editions() -> list[Told]:
    """A plan with three significant editions and a minor one, of texts that mean something in HTML and XML."""
    first = small_plan({"update_every": "6 months"}, notes=(note(f"{SECRET} met us", "2018-09-01"),))
    worse = with_action(first, "a-1-1", status="red", timescales=(Timescale(words="September 2019"),))
    noted = with_action(worse, "a-1-1", notes=(*worse.outcomes[0].actions[0].notes, Note(text="A note < & “x”")))
    green = with_action(noted, "a-1-1", status="green", title="Ask <b>children</b> & 'parents'")
    return [
        ("2018-09-30", "significant", "The plan is agreed.", first),
        ("2019-03-29", "significant", "A date was <i>put back</i> & a rating is worse.", worse),
        ("2019-04-30", "minor", "", noted),
        ("2019-09-30", "significant", "Better.", green),
    ]


def with_action(plan: PublicPlan, name: str, **values: Any) -> PublicPlan:
    """`plan` with other values in one action, at the top or below another."""

    def changed(action: Action) -> Action:
        if action.id == name:
            return replace(action, **values)
        return replace(action, sub_actions=tuple(map(changed, action.sub_actions)))

    outcomes = (replace(item, actions=tuple(map(changed, item.actions))) for item in plan.outcomes)
    return replace(plan, outcomes=tuple(outcomes))


# What a command writes into a filled folder, with a salt that is known, so that the outcome is


def publish_fourth(folder: Path) -> None:
    publish_on(folder, date(2019, 11, 29), small_plan(title="Anytown plan again"))


def withdraw_second(folder: Path) -> None:
    withdraw(folder, str(DAYS[1]), date(2019, 11, 29), "It was published too early.")


def redact_note(folder: Path) -> None:
    redact(folder, "a-1-1", "notes[2].text", date(2019, 11, 29), "personal data")


STEPS: dict[str, Callable[[Path], object]] = {
    "publish": publish_fourth,
    "withdraw": withdraw_second,
    "redact": redact_note,
}


@contextmanager
def known_salt() -> Iterator[None]:
    with patch("generator.authoring.publish.secrets.token_hex", lambda length: "5" * 2 * length):
        yield


# Forgery


def copier(source: Path, target: Path) -> Callable[[], Path]:
    """Makes the folder `target` a copy of `source` again, each time that it is called."""

    def copy() -> Path:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
        return target

    return copy


def lines_of(folder: Path) -> list[bytes]:
    return (folder / LOCK).read_bytes().splitlines(keepends=True)


def write_lines(folder: Path, lines: list[bytes]) -> None:
    (folder / LOCK).write_bytes(b"".join(lines))


def with_right_hash(line: dict[str, Any]) -> bytes:
    """A line as somebody would forge it: its own hash fits what it says."""
    said = {key: value for key, value in line.items() if key != "this"}
    return canonical_line({**said, "this": sha256_hex(canonical_line(said))})


def forged(raw: bytes, **changes: Any) -> bytes:
    """The line `raw` with `changes`, and the hash that fits them."""
    return with_right_hash({**read_canonical(raw), **changes})


# As the pages see it


def view_of(shelf: Shelf) -> PlanView:
    """The newest edition, with those before it."""
    edition = shelf.editions[-1]
    day = as_at(edition.plan, DAY_OF_BUILD, edition.date)
    return PlanView(edition.plan, Words(), day, edition=edition, history=shelf)


def unit_of(shelf: Shelf, settings: Settings) -> PlanUnit:
    """The newest edition as a unit of the site, with those before it."""
    view = view_of(shelf)
    return PlanUnit(Site(settings, ()), view.plan, view.as_at, edition=view.edition, history=shelf)
