"""Plans with several editions for tests: published into a folder, and seen as the site's pages see them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.editions import Announcement, Ground, Shelf, read_shelf
from generator.pages import PlanView
from generator.public import Action, Note, PublicPlan, Timescale
from generator.publish import publish, redact, withdraw
from generator.settings import Settings, read_settings
from generator.status import as_at
from generator.units import PlanUnit, Site
from generator.wording import Words
from tests.conftest import small_plan
from tests.council import write_council

TODAY = date(2026, 11, 21)
SECRET = "Quillon Framlingham"
ADDRESS = "https://plans.example.org/anytown/"
# A day, significant or minor, what the officer says, and the plan.
Told = tuple[str, str, str, PublicPlan]


def published(folder: Path, told: Sequence[Told]) -> Shelf:
    """The editions of a plan, each frozen as `plans publish` does it, in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for day, kind, note, plan in told:
        said = Announcement(date=date.fromisoformat(day), kind=kind, note=note)  # type: ignore[arg-type]
        publish(folder, plan, said, TODAY)
    return read_again(folder)


def read_again(folder: Path) -> Shelf:
    shelf, problems = read_shelf(folder)
    assert problems == ()
    return shelf


def take_down(folder: Path, subject: str, field: str, day: str, reason: Ground) -> Shelf:
    return redact(folder, subject, field, date.fromisoformat(day), reason)


def take_back(folder: Path, name: str, day: str, reason: str) -> Shelf:
    return withdraw(folder, name, date.fromisoformat(day), reason)


def settings_of(folder: Path, *, site_url: str = ADDRESS) -> Settings:
    """The settings of an invented council."""
    settings, problems = read_settings(write_council(folder, site_url=site_url))
    assert settings, problems
    return settings


def unit_of(shelf: Shelf, settings: Settings) -> PlanUnit:
    """The newest edition as a unit of the site, with those before it."""
    edition = shelf.editions[-1]
    day = as_at(edition.plan, TODAY, edition.date)
    return PlanUnit(Site(settings, ()), edition.plan, day, edition=edition, history=shelf)


def view_of(shelf: Shelf) -> PlanView:
    edition = shelf.editions[-1]
    return PlanView(edition.plan, Words(), as_at(edition.plan, TODAY, edition.date), edition=edition, history=shelf)


def with_action(plan: PublicPlan, name: str, **values: Any) -> PublicPlan:
    """`plan` with other values in one action, at the top or below another."""

    def changed(action: Action) -> Action:
        if action.id == name:
            return replace(action, **values)
        return replace(action, sub_actions=tuple(map(changed, action.sub_actions)))

    outcomes = (replace(item, actions=tuple(map(changed, item.actions))) for item in plan.outcomes)
    return replace(plan, outcomes=tuple(outcomes))


def four_editions() -> list[Told]:
    """A plan with three significant editions and a minor one, of texts that mean something in HTML and XML."""
    first = small_plan({"update_every": "6 months"}, notes=({"text": f"{SECRET} met us", "date": "2018-09-01"},))
    worse = with_action(first, "a-1-1", status="red", timescales=(Timescale(words="September 2019"),))
    noted = with_action(worse, "a-1-1", notes=(*worse.outcomes[0].actions[0].notes, Note(text="A note < & “x”")))
    green = with_action(noted, "a-1-1", status="green", title="Ask <b>children</b> & 'parents'")
    return [
        ("2018-09-30", "significant", "The plan is agreed.", first),
        ("2019-03-29", "significant", "A date was <i>put back</i> & a rating is worse.", worse),
        ("2019-04-30", "minor", "", noted),
        ("2019-09-30", "significant", "Better.", green),
    ]
