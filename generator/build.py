"""From a council's folder to its site: read, check, build the units, assemble, check the links, switch."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import __version__, problems
from generator.assemble import assemble
from generator.checks import check_plan
from generator.content import Content, read_content
from generator.errors import PlanError, Position, Problem, has_errors, in_file_order
from generator.frame import BuiltUnit, StagedPage
from generator.links import check_links
from generator.pages.parts import Link
from generator.pages.related import plans_named
from generator.projection import project
from generator.public import PublicPlan
from generator.reader import PlanFile, plan_folders, private_file, read_plan
from generator.settings import Settings, read_settings
from generator.status import as_at
from generator.switch import new_folder, switch
from generator.theme import Theme, read_theme
from generator.units import HubUnit, PlanUnit, Site, Unit, build_units, unit_key
from generator.validation import problem_at


@dataclass(frozen=True)
class Source:
    """What a council's folder holds, and every problem in it. `settings` is None where they cannot be read."""

    folder: Path
    settings: Settings | None
    plans: tuple[PlanFile, ...]
    content: Content
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Built:
    """What a build made, and what it left out, in plain lines."""

    site: Path
    pages: int
    plans: int
    remarks: tuple[str, ...]


def read_source(
    folder: Path, *, with_private: bool = False, private: Path | None = None, today: date | None = None
) -> Source:
    """The settings, plans and hand-written pages in `folder`, all checked. A build reads no private file.

    `private` is a folder that holds each plan's private file, where they stand apart: `<private>/<plan>/private.yaml`.
    Without `today`, no day is said to lie in the future.
    """
    settings, found = read_settings(folder)
    folders = plan_folders(folder / "plans")
    plans = tuple(read_plan(place, private_file(place, private) if with_private else None) for place in folders)
    ids = [place.name for place in folders]
    content = read_content(folder / "content")
    by_id = {name: file.plan for name, file in zip(ids, plans, strict=True)}
    for file in plans:
        found += check_plan(file, by_id, today)
    found += content.problems + tuple(_menu_problems(settings, content))
    found += tuple(_address_problems(folder, ids, content))
    return Source(folder, settings, plans, content, in_file_order(found))


def _address_problems(folder: Path, plans: list[str], content: Content) -> list[Problem]:
    """Hand-written pages that want the address of a plan."""
    names = [page.address.rstrip("/") for page in content.pages]
    return [
        Problem(problems.ADDRESS_DUPLICATE, Position(str(folder / "content" / f"{name}.md")), values={"value": name})
        for name in names
        if name in plans
    ]


def _menu_problems(settings: Settings | None, content: Content) -> list[Problem]:
    """Pages that the menu names and content/ does not hold."""
    names = {page.address.rstrip("/") for page in content.pages}
    wanted = settings.extra.menu if settings and not content.problems else ()
    root = settings.root if settings else None
    return [
        problem_at(problems.MENU_PAGE, root, ("extra", "menu", place), value=name)
        for place, name in enumerate(wanted)
        if name not in names and root
    ]


def site_units(source: Source, today: date, *, is_draft: bool = False) -> tuple[Unit, ...]:
    """The units of the site as at `today`, the hub first. Raises PlanError when the source has errors."""
    if has_errors(source.problems) or source.settings is None:
        raise PlanError(problem for problem in source.problems if has_errors([problem]))
    links = tuple(Link(page.title, page.address) for page in source.content.pages)
    site = Site(source.settings, links, is_draft)
    public = [project(file.plan) for file in source.plans if file.plan]
    plans = tuple(PlanUnit(site, plan, as_at(plan, today), _others(plan, public)) for plan in public)
    return (HubUnit(site, plans, source.content.pages), *plans)


def _others(plan: PublicPlan, public: list[PublicPlan]) -> tuple[PublicPlan, ...]:
    """The plans of the site that `plan` names."""
    named = plans_named(plan)
    return tuple(other for other in public if other.id in named)


def staged_pages(source: Source, today: date, *, is_draft: bool = False) -> tuple[StagedPage, ...]:
    """Every page of the site, staged in one go."""
    return tuple(page for unit in site_units(source, today, is_draft=is_draft) for page in unit.stage())


def build_site(
    source: Source, today: date, site: Path, *, jobs: int, atomic: bool = True, is_draft: bool = False
) -> Built:
    """Build the site of `source` as at `today` and put it in the place of `site`.

    Raises PlanError for problems in the author's files, a dead link among them, and SwitchError when `site` cannot be
    replaced. The old site stays whole until the new one is complete.
    """
    units = site_units(source, today, is_draft=is_draft)
    theme = read_theme()
    with new_folder(site) as folder:
        new = folder / "site"
        pages = fill(source, units, theme, today, new, folder / "units", jobs=jobs)
        switch(new, site, atomic=atomic)
    remarks = () if source.settings and source.settings.site_url else (NO_ADDRESS,)
    return Built(site, pages, len(units) - 1, remarks)


NO_ADDRESS = "mkdocs.yml has no site_url: sitemap.xml, 404.html and canonical addresses were left out"


def fill(
    source: Source, units: tuple[Unit, ...], theme: Theme, today: date, new: Path, work: Path, *, jobs: int
) -> int:
    """Build `units` into the folder `new`, by way of `work`, and check its links. Returns how many pages it has."""
    built = build_units(units, theme, work, jobs)
    complete(source, units, built, theme, today, new)
    return sum(len(unit.addresses) for unit in built)


def complete(
    source: Source, units: tuple[Unit, ...], built: tuple[BuiltUnit, ...], theme: Theme, today: date, new: Path
) -> None:
    """Put the pages of `built` and what belongs to the site as a whole into the folder `new`, and check its links."""
    assert source.settings is not None, "units are made of settings"
    assemble(
        built,
        theme,
        new,
        site_url=source.settings.site_url,
        indexable=[address for unit in built for address in unit.listed],
        extra_files=source.content.images,
        build=build_facts(units, theme, today),
    )
    if dead := check_links(new, source.settings.site_url):
        raise PlanError(dead)


def build_facts(units: tuple[Unit, ...], theme: Theme, today: date) -> dict[str, object]:
    """What build.json says: the day of the build stands here and on no page."""
    plans = {unit.name: str(unit.as_at) if unit.as_at else None for unit in units if isinstance(unit, PlanUnit)}
    return {
        "built_on": str(today),
        "draft": any(unit.site.is_draft for unit in units),
        "keys": {unit.name: unit_key(unit, theme) for unit in units},
        "plans_as_at": plans,
        "program": __version__,
    }
