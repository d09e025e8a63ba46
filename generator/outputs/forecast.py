"""What time alone will change on the pages of what is published: on which day, and what they will say then.

Somebody must build the site again on such a day, for pages hold no clock.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from generator.editions import Edition, Shelf
from generator.editions.entries import Publication
from generator.plan.model import Action
from generator.status import Thing, as_at, boundaries, due_group, each_thing, next_update, report_duties, timescales
from generator.wording import Words
from generator.words.cells import group_heading
from generator.words.phrases import numbered
from generator.words.ratings import computed_phrase, level_tag
from generator.words.times import duty_phrases, lateness_phrase, occurrence_phrase
from generator.words.view import PlanView

ONE_DAY = timedelta(days=1)
Shelves = Mapping[str, Shelf]
# What pages say that time may change: of what, and which sentence of it; and the words.
Said = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class DayOfChange:
    """A day on which the pages of a plan say something else than on the day before, in lines."""

    day: date
    plan: str
    lines: tuple[str, ...]


def next_change(shelves: Shelves, today: date) -> date | None:
    """The first day after `today` on which any page says something else; None where time changes nothing any more."""
    days = (day for shelf in shelves.values() for day in _days(shelf, today))
    return min(days, default=None)


def changes_ahead(shelves: Shelves, today: date, last: date) -> tuple[DayOfChange, ...]:
    """Each day after `today` up to `last` on which the pages of a plan say something else, in order of day."""
    found = (
        DayOfChange(day, name, _lines(shelf, day))
        for name, shelf in shelves.items()
        for day in sorted(_days(shelf, today))
        if day <= last
    )
    return tuple(sorted(found, key=lambda change: (change.day, change.plan)))


def _days(shelf: Shelf, today: date) -> set[date]:
    """The days after `today` on which the pages of the plan change."""
    found = {line.entry.date for line in shelf.lock.lines if line.entry.date > today}
    for start, end in pairwise((today, *sorted(found), date.max)):
        # The edition that is the current text from `start` on, and until `end`.
        for edition in shelf.until(start).editions[-1:]:
            found |= {day for day in boundaries(edition.plan) if start < day < end}
    return found


def _lines(shelf: Shelf, day: date) -> tuple[str, ...]:
    """What the pages of the plan say from `day` on, and until then did not."""
    if new := [line.entry for line in shelf.lock.lines if line.entry.date == day]:
        is_text = any(isinstance(entry, Publication) for entry in new)
        return ("the edition of that day becomes the current text" if is_text else "what was taken back that day goes",)
    edition = shelf.until(day).editions[-1]
    before, after = (_said(_view(edition, on)) for on in (day - ONE_DAY, day))
    lines = tuple(_line(key[0], before.get(key, ""), words) for key, words in after.items() if before.get(key) != words)
    return lines or ("the day of which its pages speak is another",)


def _line(subject: str, before: str, after: str) -> str:
    return f"{subject}: {after}" + (f" (until then: {before})" if before else "")


def _view(edition: Edition, on: date) -> PlanView:
    return PlanView(edition.plan, Words(), as_at(edition.plan, on, edition.date), edition=edition)


def _said(view: PlanView) -> Said:
    """All that the pages say of the plan and that time may change."""
    found = {
        (subject, aspect): words
        for thing in each_thing(view.plan)
        for subject, aspect, words in _said_of_thing(view, thing)
    }
    for report in view.plan.reports:
        found[report.what, report.id] = " ".join(duty_phrases(view.words, report_duties(view.plan, report, view.day)))
        for place, item in enumerate(report.occurrences):
            subject = f"{report.what}, due {item.due}" if item.due else report.what
            found[subject, f"{report.id}/{place}"] = occurrence_phrase(view, item)
    expected = next_update(view.plan)
    if expected and expected < view.day:
        found["the plan", "update"] = f"the next update was expected by {view.words.day(expected)}"
    return found


def _said_of_thing(view: PlanView, thing: Thing) -> Iterator[tuple[str, str, str]]:
    """What pages say of an outcome or action: its name, which sentence it is, and the words."""
    name, standing = numbered(thing), view.standings[thing.id]
    if tag := level_tag(view, thing):
        yield name, f"{thing.id}/rating", tag.text
    if isinstance(thing, Action) and standing.computed:
        yield name, f"{thing.id}/rule", computed_phrase(view, thing, standing.computed)
    group = group_heading(view, due_group(view.plan, thing, standing, view.day))
    yield name, f"{thing.id}/time", lateness_phrase(view, standing.lateness) or group
    passed = [] if standing.is_settled else [view.words.day(end) for end in standing.ends if end < view.day]
    if passed and not standing.lateness:
        yield name, f"{thing.id}/passed", f"passed: {view.words.listing(passed)}"
    for place, timescale in enumerate(timescales(thing)):
        if words := " ".join(duty_phrases(view.words, view.duties(timescale))):
            yield name, f"{thing.id}/duty/{place}", words
