"""How the live site stands beside the editions here: has it the newest, continues it all before, is its day right.

For whoever has a computer look at the site each day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.council.settings import Settings
from generator.document.addresses import edition_file, editions_file
from generator.editions import Edition, Shelf, is_continued, only_examples, rewritten, short_code
from generator.editions.lock import LOCK_FILE
from generator.site.published import BUILD_FILE, PublishedSite, frozen_file, why_untrustworthy
from generator.status import as_at
from generator.wording import Words

WORDS = Words()


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that was looked at: whether it is as it should be, and what was seen, with what to do where not."""

    is_well: bool
    words: str


def signs(settings: Settings, shelves: Mapping[str, Shelf], today: date, live: PublishedSite) -> tuple[Sign, ...]:
    """What is to be said of the site `live`, by what it should show `today`."""
    if live.build and (why := why_untrustworthy(live)):
        return (Sign(False, f"{why}; build the site and put all of it up again"),)
    if live.is_draft:
        return (Sign(False, "a draft stands there; build what is published, and put that up"),)
    if not live.build and not live.locks:
        return (Sign(False, "no site of this program stands there; build the site and put it up"),)
    until = {name: shelf.until(today) for name, shelf in shelves.items()}
    found = [_sign_of_editions(settings, name, shelf, live) for name, shelf in until.items() if shelf.lock.lines]
    found += _signs_of_strangers(settings, until, live)
    return (*found, *_signs_of_day(until, today, live))


def _names(settings: Settings, plan: str) -> tuple[str, ...]:
    """The first part of the plan's addresses, now and before it was renamed."""
    return (plan, *(alias.old for alias in settings.extra.aliases if alias.plan == plan))


def _sign_of_editions(settings: Settings, plan: str, here: Shelf, live: PublishedSite) -> Sign:
    """Whether the site has the newest edition of a plan, and the chain of all before it."""
    name = next((name for name in _names(settings, plan) if name in live.locks), "")
    newest = here.lock.lines[-1].entry.date
    if not name:
        return Sign(False, f"{plan}: nothing of this plan is there; build the site and put it up")
    there = live.locks[name]
    if there == here.lock.data and name == plan:
        if lost := _damaged_editions(live, name, here):
            return Sign(
                False, f"{plan}: {lost[0]} is not what was published, or not there; build the site and put it up"
            )
        return Sign(
            True, f"{plan}: the newest edition is there, of {WORDS.day(newest)} (code {short_code(here.lock.head)})"
        )
    if is_continued(there, here.lock.data):
        what = f"what was published or taken down on {WORDS.day(newest)} is not there yet"
        if there == here.lock.data:
            what = f"the site still has it under its old name, {name}"
        return Sign(False, f"{plan}: {what}; build the site and put it up")
    if is_continued(here.lock.data, there):
        return Sign(False, f"{plan}: more was published there than is here; bring this folder up to date first")
    line = next(iter(rewritten(Path(editions_file(name, LOCK_FILE)), here.lock, there, live.place))).position.line
    return Sign(
        False,
        f"{plan}: the editions there are not those that were published here, from line {line} of "
        f"{editions_file(name, LOCK_FILE)} on; do not build: find out which are right, with plans verify",
    )


def _damaged_editions(live: PublishedSite, name: str, here: Shelf) -> tuple[str, ...]:
    """The addresses of frozen editions that the site does not show as they were published."""
    return tuple(
        edition_file(name, edition.name, "plan.json")
        for edition in here.editions
        if frozen_file(live, name, edition.entry.file) != edition.data
    )


def _signs_of_strangers(settings: Settings, here: Mapping[str, Shelf], live: PublishedSite) -> Iterator[Sign]:
    """The plans that the site has and this folder has not."""
    known = {name for plan, shelf in here.items() if shelf.lock.lines for name in _names(settings, plan)}
    for name in sorted(live.locks.keys() - known):
        if only_examples(live.locks[name], partial(frozen_file, live, name)):
            yield Sign(False, f"{name}: this example is there and not here any more; build the site and put it up")
        else:
            yield Sign(False, f"{name}: this plan is there and not here; put its folder back before you build again")


def _signs_of_day(here: Mapping[str, Shelf], today: date, live: PublishedSite) -> Iterator[Sign]:
    """Whether the site was built for a day as at which its pages say what they should say today."""
    if live.built_on is None:
        yield Sign(
            False, f"the server does not hand out {BUILD_FILE}, so nobody can tell whether the pages are of today"
        )
        return
    if live.built_on > today:
        yield Sign(
            False,
            f"the site was built for {WORDS.day(live.built_on)}, which is still to come; set the clock right, and "
            "build with --earlier",
        )
        return
    said = live.build.get("plans_as_at")
    shown = {name: shelf.editions[-1] for name, shelf in here.items() if shelf.editions}
    behind = [name for name, edition in shown.items() if not _is_right(said, name, edition, today)]
    for name in behind:
        built = WORDS.day(live.built_on)
        yield Sign(False, f"{name}: time has changed what its pages should say since {built}; build it and put it up")
    if not behind:
        yield Sign(True, f"the pages say what they should say today; they were built for {WORDS.day(live.built_on)}")


def _is_right(said: object, name: str, edition: Edition, today: date) -> bool:
    """Whether the pages of a plan speak of the day of which they should speak `today`."""
    right = as_at(edition.plan, today, edition.date)
    return isinstance(said, dict) and said.get(name, "") == (str(right) if right else None)
