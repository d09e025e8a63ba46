"""Whether a new site may take an old one's place: what the old one published is the witness, whoever builds.

So is a site elsewhere that is named with --before: the one that the public reads, where each build begins in an empty
folder.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.council.settings import Settings
from generator.editions import Shelf, is_continued, only_examples, rewritten
from generator.editions.lock import LOCK_FILE
from generator.errors import PlanError, Problem
from generator.site.fetch import FetchError, is_address
from generator.site.lost import lost_problem
from generator.site.published import BUILD_FILE, PublishedSite, frozen_file, read_published, why_untrustworthy
from generator.site.switch import SwitchError, check_site, is_empty

LIVE = "live"
# A plan is published once a year or more often; a clock that is wrong is mostly wrong by years.
MOST_DAYS = 400
HIDDEN_BUILD = (
    f"{{place}} does not hand out its {BUILD_FILE}: its day was not compared, and a plan that is gone here is not seen"
)


@dataclass(frozen=True)
class Replacing:
    """How a build was asked for, as far as that decides which site it may replace.

    `before` names another published site, a folder or an address. `is_day_stated` says that somebody typed the day;
    else it is the clock's. `goes_back` allows to replace a site of a later day, which a wrong clock made.
    """

    before: str = ""
    is_day_stated: bool = True
    goes_back: bool = False


PLAINLY = Replacing()


def check_replacement(
    settings: Settings,
    shelves: Mapping[str, Shelf],
    today: date,
    site: Path,
    asked: Replacing = PLAINLY,
    *,
    is_draft: bool = False,
) -> tuple[str, ...]:
    """Remarks on what could not be compared.

    Raises SwitchError where `site` must not be replaced by one for `today`, and PlanError with each plan that the old
    site published and this one would not continue.
    """
    check_site(site)
    try:
        old = () if is_empty(site) else (_trusted(read_published(site)),)
        before = (_witness(live_site(settings, shelves, asked.before)),) if asked.before else ()
    except FetchError as error:
        raise SwitchError(f"{error}. Nothing was built, for nothing that was published may be lost") from error
    if is_draft:
        if any(not one.is_draft for one in old):
            raise SwitchError(
                f"{site}: this is a published site, and a draft must not replace it; name another with --site"
            )
        return ()
    sites = tuple(one for one in (*old, *before) if not one.is_draft)
    _expect_later(sites, newest_in_earnest(shelves.values(), today), today, asked)
    if lost := tuple(problem for one in sites for problem in _lost(settings, shelves, one)):
        raise PlanError(lost)
    _expect_all_editions(settings, shelves, sites, today)
    return tuple(HIDDEN_BUILD.format(place=one.place) for one in before if not one.build)


def _trusted(site: PublishedSite) -> PublishedSite:
    """The site, where what it says of itself and what it holds agree."""
    if why := why_untrustworthy(site):
        raise SwitchError(
            f"{site.place}: {why}. So it cannot be told what this site published. Put it back as it was built, or move "
            f"it elsewhere and name a whole copy of the published site, its folder or its address, with --before"
        )
    return site


def live_site(settings: Settings, shelves: Mapping[str, Shelf], place: str) -> PublishedSite:
    """The published site at `place`, a folder or an address; "live" stands for the address that mkdocs.yml names.

    Raises FetchError.
    """
    if place == LIVE and not settings.site_url:
        raise FetchError(
            "mkdocs.yml has no site_url, so it is not known where the live site is; write its address there"
        )
    place = settings.site_url if place == LIVE else place
    if not is_address(place) and not Path(place).is_dir():
        raise FetchError(f"{place} is no folder and no address; write https:// before an address")
    return read_published(place, (*shelves, *(alias.old for alias in settings.extra.aliases)))


def _witness(site: PublishedSite) -> PublishedSite:
    """The site, which must have published something."""
    if site.build:
        _trusted(site)
    if site.is_draft or not (site.build or site.locks):
        raise SwitchError(
            f"{site.place} is {'a draft' if site.is_draft else 'no site of this program'}, so it is no witness of "
            "anything; the first time that a site is put up there is none: build without --before"
        )
    return site


def newest_in_earnest(shelves: Iterable[Shelf], today: date) -> date | None:
    """The day of the newest edition of a plan that goes on: closed plans and examples may be as old as they like."""
    newest = (shelf.editions[-1] for shelf in (each.until(today) for each in shelves) if shelf.editions)
    return max((one.date for one in newest if not one.plan.closed and not one.plan.example), default=None)


def _expect_later(sites: tuple[PublishedSite, ...], edition: date | None, today: date, asked: Replacing) -> None:
    """Raises SwitchError where `today` is before the day of one of `sites`, or so long after it that the clock is
    wrong, most likely."""
    days = {one.built_on: one.place for one in sites if one.built_on}
    newest = max(days, default=None)
    if newest and today < newest and not asked.goes_back:
        raise SwitchError(
            f"{days[newest]}: this site was built for {newest}, and one for {today} must not replace it: what was "
            "published since would be gone. Was that day a mistake, such as that of a wrong clock? Then add --earlier: "
            "every edition of this site must still be here. To look at an earlier day, name another folder with --site"
        )
    since = newest or edition
    if since and not asked.is_day_stated and (today - since).days > MOST_DAYS:
        what = "the site was built" if newest else "the newest edition was published"
        raise SwitchError(
            f"The clock says {today}, more than {MOST_DAYS} days after {since}, when {what}. Is the clock right? "
            f"Then say so: plans build --today {today}"
        )


def _own_name(settings: Settings, name: str) -> str:
    """The name that the plan has now whose addresses began with `name`."""
    return next((alias.plan for alias in settings.extra.aliases if alias.old == name), name)


def _lost(settings: Settings, shelves: Mapping[str, Shelf], site: PublishedSite) -> Iterator[Problem]:
    """Whatever `site` published that is not continued."""
    for old, data in site.locks.items():
        name = _own_name(settings, old)
        folder, shelf = settings.plans_dir / name, shelves.get(name, Shelf())
        if shelf.lock.lines:
            yield from rewritten(folder / LOCK_FILE, shelf.lock, data, f"the site in {site.place}")
        elif folder.exists() or not only_examples(data, partial(frozen_file, site, old)):
            yield lost_problem(folder, site.place)


def _expect_all_editions(
    settings: Settings, shelves: Mapping[str, Shelf], sites: tuple[PublishedSite, ...], today: date
) -> None:
    """Raises SwitchError where one of `sites` shows an edition that is dated after `today`."""
    for site in sites:
        for old, data in site.locks.items():
            shelf = shelves.get(_own_name(settings, old))
            if shelf is None:  # an example that was taken out
                continue
            lock, until = shelf.lock, shelf.until(today).lock
            if not is_continued(data, until.data):
                day = lock.lines[len(until.lines)].entry.date
                raise SwitchError(
                    f"{site.place}: it shows what {old} published on {day}, and one for {today} would be without it. "
                    "Was that date a mistake? Then take the edition back first, with plans withdraw"
                )
