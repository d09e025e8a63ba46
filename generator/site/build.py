"""From a council's folder to its site: read, check, build the units, assemble, check the links, switch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeGuard

from generator import __version__, problems
from generator.checks import check_plan
from generator.checks.returned import older_lock_problems, problems_beside, returned_problems, words_down
from generator.checks.site import SiteTexts, check_site, contacts_of
from generator.council.placeholders import placeholders
from generator.council.settings import FILE as SETTINGS_FILE
from generator.council.settings import Settings, read_settings
from generator.council.theme import Brand, Theme, read_theme
from generator.document.blocks import Link
from generator.document.frame import BuiltUnit, FrameImage, StagedPage
from generator.document.refs import Ref
from generator.editions import Edition, Shelf, settled_shelf
from generator.editions.lock import LOCK_FILE
from generator.errors import PlanError, Position, Problem, has_errors, in_file_order
from generator.pages import PlanView
from generator.plan.former_ids import PublishedId, PublishedIds
from generator.plan.model import Person
from generator.plan.projection import project
from generator.plan.public import PublicPlan
from generator.plan.reader import PlanFile, plan_folders, private_file, read_plan
from generator.plan.validation import problem_at, texts
from generator.plan.vocabulary import RESERVED_AT_TOP
from generator.site.aliases import alias_files, alias_problems
from generator.site.assemble import assemble
from generator.site.content import Content, read_content
from generator.site.crest import read_crest
from generator.site.images import FOLDER as IMAGES
from generator.site.links import check_links
from generator.site.replacement import PLAINLY, Replacing, check_replacement
from generator.site.search import write_index
from generator.site.switch import new_folder, switch
from generator.site.units import HubUnit, PlanUnit, Site, Unit, WithdrawnUnit, build_units, editions_units, unit_key
from generator.status import as_at, each_thing
from generator.words.related import plans_named

# The name that `plans new` gives the page, a word that its own name may have elsewhere, and what it is.
NEEDED_PAGES = {
    "accessibility": ("accessib", "an accessibility statement"),
    "ask-for-another-format": ("format", "how to ask for another format"),
}


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


def read_source(
    folder: Path,
    *,
    with_working: bool = True,
    with_private: bool = False,
    private: Path | None = None,
    today: date | None = None,
) -> Source:
    """The settings, plans and hand-written pages in `folder`, all checked. A build reads no private file.

    Without `with_working`, no working text is read: the editions alone are published. `private` is a folder that holds
    each plan's private file, where they stand apart: `<private>/<plan>/private.yaml`. Without `today`, no day is said
    to lie in the future.
    """
    settings, found = read_settings(folder)
    try:
        folders = plan_folders(folder / "plans")
    except PlanError as error:
        folders, found = (), (*found, *error.problems)
    shelves, wrong = _read_shelves(folders)
    found += wrong
    working = folders if with_working else ()
    plans = tuple(read_plan(place, private_file(place, private) if with_private else None) for place in working)
    content = read_content(folder / "content")
    by_id = {file.folder.name: file.plan for file in plans}
    own = {name: _named(shelf, name) for name, shelf in shelves.items()}
    contacts = contacts_of(settings)
    down = words_down(plans, own)
    for file in plans:
        found += check_plan(file, by_id, today, _published_ids(shelves[file.folder.name]), contacts)
        found += tuple(returned_problems(file, own[file.folder.name], down))
        found += tuple(older_lock_problems(file.folder, own[file.folder.name], file.taken_down))
    beside = [path for path in (*sorted((folder / "content").glob("*.md")), folder / SETTINGS_FILE) if path.is_file()]
    found += tuple(problems_beside(beside, down))
    found += content.problems + tuple(_menu_problems(settings, content))
    found += tuple(_address_problems(folder, [place.name for place in folders], content))
    if settings:
        found += check_site(site_texts(settings, content, plans, shelves), people_of(plans))
        names = [place.name for place in folders]
        taken = (*names, *RESERVED_AT_TOP, *(page.address.rstrip("/") for page in content.pages))
        found += (*_missing_pages(folder), *alias_problems(settings, taken, names))
    if _has_own_plan(plans, shelves):
        found += tuple(_unreplaced(folder, settings, content))
    crest, brand, wrong = _read_brand(folder, settings)
    found += tuple(_foreign(folder, settings, shelves))
    return Source(folder, settings, plans, content, in_file_order((*found, *wrong)), own, crest, brand)


def _has_own_plan(plans: tuple[PlanFile, ...], shelves: Mapping[str, Shelf]) -> bool:
    """Whether a plan, or the newest edition of one, is no example."""
    working = [file.plan.example for file in plans if file.plan]
    return None in (*working, *(shelf.editions[-1].plan.example for shelf in shelves.values() if shelf.editions))


def _unreplaced(folder: Path, settings: Settings | None, content: Content) -> Iterator[Problem]:
    """Each placeholder in mkdocs.yml and in the hand-written pages, which stand beside every plan."""
    if settings and settings.root:
        for path, text in texts(settings.root):
            for found in placeholders(text.text):
                yield problem_at(problems.PLACEHOLDER, settings.root, path, **found.values)
    for page in content.pages:
        file = str(folder / "content" / f"{page.address.rstrip('/')}.md")
        for found in placeholders(page.markdown):
            yield Problem(problems.PLACEHOLDER, Position(file, found.line, found.column), values=found.values)


def people_of(plans: Iterable[PlanFile]) -> Iterator[Person]:
    """Everybody in the registers of `plans`, as far as they were read."""
    return (person for file in plans if file.checkable for person in file.checkable.people)


def site_texts(
    settings: Settings, content: Content, plans: Iterable[PlanFile], shelves: Mapping[str, Shelf]
) -> SiteTexts:
    """All that is published outside the plans, with what the plans explain: their working texts and newest editions."""
    folder = settings.folder / "content"
    files = [page.file for page in content.written] + [str(folder / path) for path in sorted(content.images)]
    files += [str(folder / IMAGES / settings.extra.brand.crest)] if settings.extra.brand.crest else []
    working = (project(file.plan) for file in plans if file.plan)
    published = (shelf.editions[-1].plan for shelf in shelves.values() if shelf.editions)
    return SiteTexts(settings, content.written, tuple(dict.fromkeys(files)), chain(working, published))


def _foreign(folder: Path, settings: Settings | None, shelves: Mapping[str, Shelf]) -> Iterator[Problem]:
    """Editions of another plan: of one that was copied, or that was renamed and has no alias."""
    renamed = {(alias.plan, alias.old) for alias in settings.extra.aliases} if settings else set()
    for name, shelf in shelves.items():
        others = {edition.plan.id: edition.plan.example for edition in shelf.editions}
        for other, example in others.items():
            if other != name and (name, other) not in renamed:
                position = Position(str(folder / "plans" / name / LOCK_FILE))
                do = FOREIGN_EXAMPLE.format(plan=other) if example else FOREIGN
                yield Problem(problems.EDITION_FOREIGN, position, values={"value": other, "do": do})


def _published_ids(shelf: Shelf) -> PublishedIds | None:
    """What the newest edition calls the outcomes and actions of its plan."""
    if not shelf.editions:
        return None
    newest = shelf.editions[-1]
    things = tuple(PublishedId(thing.id, thing.number or "", thing.title or "") for thing in each_thing(newest.plan))
    return PublishedIds(newest.date, things)


def _read_shelves(folders: tuple[Path, ...]) -> tuple[dict[str, Shelf], tuple[Problem, ...]]:
    """Each plan's editions by its id, their chains checked, and every problem with them."""
    read = {place.name: settled_shelf(place) for place in folders}
    return {name: shelf for name, (shelf, _) in read.items()}, tuple(p for _, wrong in read.values() for p in wrong)


def _read_brand(folder: Path, settings: Settings | None) -> tuple[FrameImage | None, Brand, tuple[Problem, ...]]:
    """The crest as pages show it, what the theme makes of the brand, and what is wrong with the crest."""
    if settings is None:
        return None, Brand(), ()
    brand = settings.extra.brand
    crest, data, found = read_crest(folder / "content" / IMAGES, brand.crest) if brand.crest else (None, b"", ())
    return crest, Brand(brand.accent or "", crest.name if crest else "", data), found


def _missing_pages(folder: Path) -> Iterator[Problem]:
    """Pages that every public body's site needs, and content/ does not hold."""
    names = [path.stem for path in (folder / "content").glob("*.md")]
    for name, (word, page) in NEEDED_PAGES.items():
        if not any(word in stem for stem in names):
            position, draft = Position(str(folder / "content" / f"{name}.md")), f"{TO_WRITE_FOLDER}/{name}.md"
            do = TO_FINISH.format(draft=draft) if (folder / draft).is_file() else TO_BEGIN
            yield Problem(problems.CONTENT_MISSING, position, values={"page": page, "do": do})


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
    """The units of the site as at `today`: the hub, the plans, and then the editions of those that have any.

    Raises PlanError when the source has errors.
    """
    if has_errors(source.problems) or source.settings is None:
        raise PlanError(problem for problem in source.problems if has_errors([problem]))
    links = tuple(Link(page.title, Ref("address", page.address)) for page in source.content.pages)
    site = Site(source.settings, links, is_draft, source.crest)
    shown = _working(source, today) if is_draft else _published(source, today)
    plans = tuple(_plan_unit(site, one, _others(one[0], shown), today) for one in shown)
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


# A plan, the edition that it is of, and all its editions up to the day that is shown. Working text is of none.
Shown = tuple[PublicPlan, Edition | None, Shelf]


def _plan_unit(site: Site, shown: Shown, others: tuple[PublicPlan, ...], today: date) -> PlanUnit:
    plan, edition, shelf = shown
    return PlanUnit(site, plan, as_at(plan, today, edition.date if edition else None), others, edition, shelf)


def _working(source: Source, today: date) -> tuple[Shown, ...]:
    """The working text of each plan, with the editions that it follows."""
    named = ((file, source.shelves.get(file.folder.name, Shelf())) for file in source.plans)
    return tuple((project(file.plan), None, shelf.until(today)) for file, shelf in named if file.plan)


def _published(source: Source, today: date) -> tuple[Shown, ...]:
    """The newest edition of each plan that has one by `today`, with those before it."""
    shelves = (shelf.until(today) for shelf in source.shelves.values())
    newest = ((shelf.editions[-1], shelf) for shelf in shelves if shelf.editions)
    return tuple((edition.plan, edition, shelf) for edition, shelf in newest)


def _named(shelf: Shelf, name: str) -> Shelf:
    """The shelf as that of the plan `name`: a plan that was renamed has its old id in its older editions."""
    entries = (
        replace(entry, record=replace(entry.record, plan=replace(entry.plan, id=name)))
        if isinstance(entry, Edition) and entry.plan.id != name
        else entry
        for entry in shelf.entries
    )
    return replace(shelf, entries=tuple(entries))


def unpublished(source: Source, today: date) -> tuple[str, ...]:
    """The ids of the plans that have no edition by `today`, or none that was not withdrawn."""
    return tuple(name for name, shelf in source.shelves.items() if not shelf.until(today).editions)


def why_unpublished(source: Source, plan: str, today: date) -> str:
    """Why the text of a plan is not on the site as at `today`, and what to do."""
    remark = WITHDRAWN if source.shelves[plan].until(today).entries else NO_EDITION
    return remark.format(plan=plan)


def published_view(source: Source, plan: str, today: date) -> PlanView | None:
    """A published plan as its pages see it as at `today`; None where it has no edition by then."""
    units = (unit for unit in site_units(source, today) if isinstance(unit, PlanUnit))
    return next((unit.view for unit in units if unit.name == plan), None)


def _others(plan: PublicPlan, shown: tuple[Shown, ...]) -> tuple[PublicPlan, ...]:
    """The plans of the site that `plan` names."""
    named = plans_named(plan)
    return tuple(other for other, _, _ in shown if other.id in named)


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
        pages = fill(source, units, theme, today, new, folder / "units", jobs=jobs, with_search=with_search)
        switch(new, site, atomic=atomic)
    remarks += [] if source.settings.site_url else [NO_ADDRESS]
    remarks += [] if is_draft else [why_unpublished(source, name, today) for name in unpublished(source, today)]
    plans = sum(isinstance(unit, PlanUnit) for unit in units)
    return Built(site, pages, plans, tuple(remarks))


# The folder in which `plans new` keeps the pages that a council must write itself.
TO_WRITE_FOLDER = "to-write"
TO_FINISH = "finish {draft}: replace what it marks, then move it to content/"
TO_BEGIN = "write it; 'plans new' makes a folder with one to start from"
FOREIGN = (
    "if it was renamed, name its old id under aliases in mkdocs.yml; to begin another plan as a copy, run 'plans add', "
    "and copy what stands in plan.yaml alone"
)
FOREIGN_EXAMPLE = (
    "they are of an example, and no history of yours: name this folder {plan} again, make your own plan with "
    "'plans add', and copy what stands in plan.yaml"
)
NO_ADDRESS = "mkdocs.yml has no site_url: sitemap.xml, 404.html, feeds and canonical addresses were left out"
NO_EDITION = "{plan} has no edition yet, so it is not on the site; when it is ready: plans publish {plan}"
WITHDRAWN = "{plan}: every edition was withdrawn, and its pages say so; to publish it again: plans publish {plan}"


def fill(
    source: Source,
    units: tuple[Unit, ...],
    theme: Theme,
    today: date,
    new: Path,
    work: Path,
    *,
    jobs: int,
    with_search: bool = True,
) -> int:
    """Build `units` into the folder `new`, by way of `work`, and check its links. Returns how many pages it has."""
    built = build_units(units, theme, work, jobs)
    complete(source, units, built, theme, today, new, with_search=with_search)
    return sum(len(unit.addresses) for unit in built)


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
        indexable=[address for unit in built for address in unit.listed],
        extra_files={**source.content.images, **alias_files(source.settings, built)},
        build=build_facts(units, theme, today),
    )
    if dead := check_links(new, source.settings.site_url):
        raise PlanError(dead)
    if not with_search:
        return
    entries = [entry for unit in built for entry in unit.entries]
    write_index(new, entries, source.settings.extra.language)


def _has_lock(unit: Unit) -> TypeGuard[PlanUnit | WithdrawnUnit]:
    """Whether the unit brings the lock of its plan into the site."""
    return isinstance(unit, WithdrawnUnit) or (isinstance(unit, PlanUnit) and unit.edition is not None)


def build_facts(units: tuple[Unit, ...], theme: Theme, today: date) -> dict[str, object]:
    """What build.json says: the day of the build stands here and on no page. `locks` holds each lock's code."""
    plans = {unit.name: str(unit.as_at) if unit.as_at else None for unit in units if isinstance(unit, PlanUnit)}
    return {
        "built_on": str(today),
        "draft": any(unit.site.is_draft for unit in units),
        "keys": {unit.name: unit_key(unit, theme) for unit in units},
        "locks": {unit.name: unit.history.lock.head for unit in units if _has_lock(unit)},
        "plans_as_at": plans,
        "program": __version__,
    }
