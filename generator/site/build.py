"""From a council's folder to its site: read, check, build the units, assemble, check the links, switch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import __version__
from generator.council.settings import Settings
from generator.council.theme import Brand, Theme, read_theme
from generator.document.blocks import Link
from generator.document.frame import BuiltUnit, FrameImage, StagedPage
from generator.document.refs import Ref
from generator.editions import Shelf
from generator.errors import PlanError, Problem, has_errors
from generator.pages import PlanView
from generator.plan.model import PublicPlan
from generator.plan.reader import PlanFile
from generator.site.aliases import alias_files
from generator.site.assemble import assemble
from generator.site.content import Content
from generator.site.links import check_links
from generator.site.replacement import PLAINLY, Replacing, check_replacement
from generator.site.search import write_index
from generator.site.switch import new_folder, switch
from generator.site.units import HubUnit, PlanUnit, Site, Unit, WithdrawnUnit, build_units, editions_units, unit_key
from generator.status import as_at
from generator.words.related import plans_named


@dataclass(frozen=True)
class Source:
    """What a council's folder holds, and every problem in it. `settings` is None where they cannot be read.

    `plans` are the working texts, where they were read; `shelves` leads from each plan's id to its editions.
    """

    folder: Path
    settings: Settings | None
    plans: tuple[PlanFile, ...]
    content: Content
    problems: tuple[Problem, ...]
    shelves: Mapping[str, Shelf] = field(default_factory=dict)
    crest: FrameImage | None = None
    brand: Brand = field(default_factory=Brand)


@dataclass(frozen=True)
class Built:
    """What a build made, and what it left out, in plain lines."""

    site: Path
    pages: int
    plans: int
    remarks: tuple[str, ...]


def site_units(source: Source, today: date, *, is_draft: bool = False) -> tuple[Unit, ...]:
    """The units of the site as at `today`: the hub, the plans, and then the editions of those that have any.

    Raises PlanError when the source has errors.
    """
    if has_errors(source.problems) or source.settings is None:
        raise PlanError(problem for problem in source.problems if has_errors([problem]))
    links = tuple(Link(page.title, Ref("address", page.address)) for page in source.content.pages)
    site = Site(source.settings, links, is_draft, source.crest)
    plans = _plan_units(site, source, today)
    editions = (unit for plan in plans for unit in editions_units(plan))
    return (
        HubUnit(site, plans, source.content.pages),
        *plans,
        *editions,
        *_withdrawn_units(site, source, plans, today),
    )


def _withdrawn_units(site: Site, source: Source, plans: tuple[PlanUnit, ...], today: date) -> Iterator[WithdrawnUnit]:
    """The plans that were published, and are no longer."""
    shown = {plan.name for plan in plans}
    for name, shelf in source.shelves.items():
        until = shelf.until(today)
        if name not in shown and until.entries and not until.editions:
            yield WithdrawnUnit(site, name, until)


def _plan_units(site: Site, source: Source, today: date) -> tuple[PlanUnit, ...]:
    """The newest edition of each plan that has one by `today`; of a draft, the working text of each plan.

    Each comes with the editions up to that day.
    """
    shelves = {name: shelf.until(today) for name, shelf in source.shelves.items()}
    if site.is_draft:
        named = ((file.plan, shelves.get(file.folder.name, Shelf())) for file in source.plans)
        units = [PlanUnit(site, plan, as_at(plan, today, None), history=shelf) for plan, shelf in named if plan]
    else:
        newest = ((shelf.editions[-1], shelf) for shelf in shelves.values() if shelf.editions)
        units = [
            PlanUnit(site, edition.plan, as_at(edition.plan, today, edition.date), edition=edition, history=shelf)
            for edition, shelf in newest
        ]
    return tuple(replace(unit, others=_others(unit.plan, units)) for unit in units)


def _others(plan: PublicPlan, units: Iterable[PlanUnit]) -> tuple[PublicPlan, ...]:
    """The plans of the site that `plan` names."""
    named = plans_named(plan)
    return tuple(unit.plan for unit in units if unit.name in named)


def unpublished(source: Source, today: date) -> tuple[str, ...]:
    """Why the text of each plan that is not on the site as at `today` is not there, and what to do."""
    names = (name for name, shelf in source.shelves.items() if not shelf.until(today).editions)
    return tuple(why_unpublished(source, name, today) for name in names)


def why_unpublished(source: Source, plan: str, today: date) -> str:
    """Why the text of a plan is not on the site as at `today`, and what to do."""
    remark = WITHDRAWN if source.shelves[plan].until(today).entries else NO_EDITION
    return remark.format(plan=plan)


def published_view(source: Source, plan: str, today: date) -> PlanView | None:
    """A published plan as its pages see it as at `today`; None where it has no edition by then."""
    units = (unit for unit in site_units(source, today) if isinstance(unit, PlanUnit))
    return next((unit.view for unit in units if unit.name == plan), None)


def staged_pages(source: Source, today: date, *, is_draft: bool = False) -> tuple[StagedPage, ...]:
    """Every page of the site, staged in one go."""
    return tuple(page for unit in site_units(source, today, is_draft=is_draft) for page in unit.stage())


def build_site(
    source: Source,
    today: date,
    site: Path,
    *,
    jobs: int,
    atomic: bool = True,
    is_draft: bool = False,
    with_search: bool = True,
    asked: Replacing = PLAINLY,
) -> Built:
    """Build the site of `source` as at `today` and put it in the place of `site`.

    Without `with_search`, its page for searching finds nothing: for a look at all the rest, which is made sooner.

    Raises PlanError for problems in the author's files, a dead link among them, and for what was published and is not
    here; SwitchError when `site` cannot be replaced; SearchError when it cannot be indexed. The old site stays whole
    until the new one is complete.
    """
    units = site_units(source, today, is_draft=is_draft)
    assert source.settings is not None, "units are made of settings"
    theme = read_theme(brand=source.brand)
    with new_folder(site) as folder:
        # Only now: a site that a killed build left aside is back in its place.
        remarks = list(check_replacement(source.settings, source.shelves, today, site, asked, is_draft=is_draft))
        new = folder / "site"
        built = build_units(units, theme, folder / "units", jobs)
        complete(source, units, built, theme, today, new, with_search=with_search)
        switch(new, site, atomic=atomic)
    remarks += [] if source.settings.site_url else [NO_ADDRESS]
    remarks += [] if is_draft else unpublished(source, today)
    plans = sum(isinstance(unit, PlanUnit) for unit in units)
    return Built(site, sum(len(unit.addresses) for unit in built), plans, tuple(remarks))


NO_ADDRESS = "mkdocs.yml has no site_url: sitemap.xml, 404.html, feeds and canonical addresses were left out"
NO_EDITION = "{plan} has no edition yet, so it is not on the site; when it is ready: plans publish {plan}"
WITHDRAWN = "{plan}: every edition was withdrawn, and its pages say so; to publish it again: plans publish {plan}"


def complete(
    source: Source,
    units: tuple[Unit, ...],
    built: tuple[BuiltUnit, ...],
    theme: Theme,
    today: date,
    new: Path,
    *,
    with_search: bool = True,
) -> None:
    """Put the pages of `built` and what belongs to the site as a whole into the folder `new`, and check its links.

    Then index it for its search, unless that is not wanted.
    """
    assert source.settings is not None, "units are made of settings"
    assemble(
        built,
        theme,
        new,
        site_url=source.settings.site_url,
        extra_files={**source.content.images, **alias_files(source.settings, built)},
        build=build_facts(units, theme, today),
    )
    if dead := check_links(new, source.settings.site_url):
        raise PlanError(dead)
    if with_search:
        write_index(new, [entry for unit in built for entry in unit.entries], source.settings.extra.language)


def build_facts(units: tuple[Unit, ...], theme: Theme, today: date) -> dict[str, object]:
    """What build.json says: the day of the build stands here and on no page. `locks` holds each lock's code."""
    locked = (
        unit for unit in units if isinstance(unit, WithdrawnUnit) or (isinstance(unit, PlanUnit) and unit.edition)
    )
    plans = {unit.name: str(unit.as_at) if unit.as_at else None for unit in units if isinstance(unit, PlanUnit)}
    return {
        "built_on": str(today),
        "draft": any(unit.site.is_draft for unit in units),
        "keys": {unit.name: unit_key(unit, theme) for unit in units},
        "locks": {unit.name: unit.history.lock.head for unit in locked},
        "plans_as_at": plans,
        "program": __version__,
    }
