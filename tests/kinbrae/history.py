"""The invented plan over two years: each edition, one that was withdrawn, and a name that was taken down.

The texts of the editions are 1.yaml to 7.yaml. Each is written as the officer would write it that day, so two
neighbours side by side show what changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from generator.authoring.publish import take_step
from generator.editions import Announcement, Ground, Shelf, Step, published, redacted, withdrawn
from generator.plan.model import PublicPlan
from generator.plan.reader import read_plan

HERE = Path(__file__).parent
PLAN = "kinbrae-cpc-2024-26"
FOLDER = HERE.parent.parent / "plans" / PLAN
COMMITTEE = "Kinbrae Child Protection Committee"
# The name that stood in a note, and in no text since the fourth.
NAME = "Aileen Corrieward"


@dataclass(frozen=True)
class Published:
    """One text, and what was said of it when it was published."""

    text: int
    said: Announcement

    @property
    def salt(self) -> str:
        """The same at each run, so that the files are; those of real editions are random."""
        return f"{self.text:032x}"


@dataclass(frozen=True)
class TakenBack:
    """An edition was withdrawn."""

    edition: str
    date: date
    reason: str


@dataclass(frozen=True)
class TakenDown:
    """A text was taken down in each edition that held it. `field` leads to it in `edition`."""

    subject: str
    field: str
    edition: str
    date: date
    reason: Ground


HISTORY: tuple[Published | TakenBack | TakenDown, ...] = (
    Published(
        1,
        Announcement(
            date=date(2024, 6, 12),
            kind="significant",
            note="The first plan after the joint inspection.",
            approved_by=COMMITTEE,
            printed_version="V1",
        ),
    ),
    Published(
        2,
        Announcement(
            date=date(2024, 10, 16),
            kind="significant",
            note="Discussions are held sooner, and the briefings on learning reviews are done.",
            approved_by=COMMITTEE,
        ),
    ),
    Published(
        3,
        Announcement(
            date=date(2025, 2, 19),
            kind="significant",
            note="A new outcome on young people outside the home. Action 4.4 is open again.",
            approved_by=COMMITTEE,
            printed_version="V2",
        ),
    ),
    Published(
        4,
        Announcement(date=date(2025, 6, 18), kind="minor", note="Notes and figures up to May, and clearer words."),
    ),
    TakenDown(
        subject="a-301",
        field="notes[1].text",
        edition="2025-02-19",
        date=date(2025, 6, 25),
        reason="personal data",
    ),
    Published(
        5,
        Announcement(
            date=date(2025, 10, 15),
            kind="significant",
            note="Discussions reach the target, outcome 4 has ended, and the plan runs until the end of 2026.",
            approved_by=COMMITTEE,
        ),
    ),
    TakenBack(
        edition="2025-10-15",
        date=date(2025, 10, 17),
        reason="The figure for discussions in April to June 2025 was that of another area.",
    ),
    Published(
        6,
        Announcement(
            date=date(2025, 10, 22),
            kind="significant",
            note="Outcome 4 has ended, the plan runs until the end of 2026, and the figure for discussions is right.",
            approved_by=COMMITTEE,
        ),
    ),
    Published(
        7,
        Announcement(
            date=date(2026, 5, 20),
            kind="significant",
            note="More children are offered an advocate, and health has cover at night.",
            approved_by=COMMITTEE,
            printed_version="V3",
        ),
    ),
)
TEXTS = tuple(event for event in HISTORY if isinstance(event, Published))


def text_bytes(number: int) -> bytes:
    """The text `number` as it stands in its file."""
    return (HERE / f"{number}.yaml").read_bytes()


def text_plan(number: int, scratch: Path) -> PublicPlan:
    """The public plan of the text `number`, read as the program reads a plan's folder, which is made in `scratch`."""
    folder = scratch / f"text-{number}" / PLAN
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_bytes(text_bytes(number))
    file = read_plan(folder)
    assert file.plan is not None, file.problems
    return file.plan


def make(folder: Path, scratch: Path) -> None:
    """Write the plan's folder: its editions one after the other, what followed them, and the newest text."""
    folder.mkdir(parents=True)
    for event in HISTORY:
        take_step(folder, _step(event, scratch))
    (folder / "plan.yaml").write_bytes(text_bytes(TEXTS[-1].text))


def _step(event: Published | TakenBack | TakenDown, scratch: Path) -> Callable[[Shelf], Step]:
    match event:
        case Published():
            plan = text_plan(event.text, scratch)
            return lambda shelf: published(shelf, plan, event.said, event.salt)
        case TakenBack():
            return lambda shelf: withdrawn(shelf, event.edition, event.date, event.reason)
        case TakenDown():
            # The same at each run; each file has one of its own.
            salts = (f"{number:032x}" for number in count(1_000))
            return lambda shelf: redacted(
                shelf, event.subject, event.field, event.date, event.reason, lambda: next(salts), edition=event.edition
            )
