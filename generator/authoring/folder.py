"""A council's folder, read whole with its private files and checked: what may be published, and every problem in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from generator import problems
from generator.checks import check_plan
from generator.checks.returned import older_lock_problems, problems_beside, returned_problems, words_down
from generator.checks.site import SiteTexts, check_site, contacts_of
from generator.council.placeholders import placeholders
from generator.council.settings import FILE as SETTINGS_FILE
from generator.council.settings import Settings, read_settings
from generator.council.theme import Brand
from generator.document.frame import FrameImage
from generator.editions import Edition, Shelf, settled_shelf
from generator.editions.lock import LOCK_FILE
from generator.errors import PlanError, Position, Problem, in_file_order
from generator.plan.former_ids import PublishedId, PublishedIds
from generator.plan.private import Person, Private, WordsTakenDown, private_path, read_private
from generator.plan.reader import PlanFile, plan_folders, read_plan
from generator.plan.validation import problem_at, texts
from generator.plan.vocabulary import RESERVED_AT_TOP
from generator.site.aliases import alias_problems
from generator.site.build import Source
from generator.site.content import Content, read_content
from generator.site.crest import read_crest
from generator.site.images import FOLDER as IMAGES
from generator.status import each_thing

# The name that `plans new` gives the page, a word that its own name may have elsewhere, and what it is.
NEEDED_PAGES = {
    "accessibility": ("accessib", "an accessibility statement"),
    "ask-for-another-format": ("format", "how to ask for another format"),
}
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


@dataclass(frozen=True)
class CheckedFolder:
    """A council's folder: what can be built, and beside it what stands in each plan's private file, by the plan's id.

    `source.problems` holds the problems of both.
    """

    source: Source
    private: Mapping[str, Private]

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the registers."""
        return tuple(person for private in self.private.values() for person in private.people)

    @property
    def registers(self) -> Mapping[str, tuple[WordsTakenDown, ...]]:
        """The words that were taken down of each plan."""
        return {plan: private.taken_down for plan, private in self.private.items()}

    @property
    def unread(self) -> tuple[Problem, ...]:
        """What keeps private files from being read: without them nobody knows what must not be published."""
        return tuple(problem for private in self.private.values() for problem in private.problems)


def read_source(folder: Path, *, with_working: bool = True, today: date | None = None) -> Source:
    """What stands in `folder`, checked, as it is built: no private file is read. See `read_folder`."""
    return _read(folder, {}, with_working, today).source


def read_folder(folder: Path, *, private: Path | None = None, today: date | None = None) -> CheckedFolder:
    """The settings, plans, hand-written pages and private files in `folder`, all checked.

    `private` is a folder that holds each plan's private file, where they stand apart:
    `<private>/<plan>/private.yaml`. Without `today`, no day is said to lie in the future.
    """
    names = _plan_folders(folder)[0]
    return _read(folder, {place.name: read_private(private_path(place, private)) for place in names}, True, today)


def _plan_folders(folder: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    try:
        return plan_folders(folder / "plans"), ()
    except PlanError as error:
        return (), tuple(error.problems)


def _read(folder: Path, private: Mapping[str, Private], with_working: bool, today: date | None) -> CheckedFolder:
    """Without `with_working`, no working text is read: the editions alone are published."""
    settings, found = read_settings(folder)
    folders, unread = _plan_folders(folder)
    read = {place.name: settled_shelf(place) for place in folders}
    shelves = {name: shelf for name, (shelf, _) in read.items()}
    found = (*found, *unread, *(problem for _, wrong in read.values() for problem in wrong))
    plans = tuple(read_plan(place) for place in (folders if with_working else ()))
    content = read_content(folder / "content")
    by_id = {file.folder.name: file.plan for file in plans}
    own = {name: _named(shelf, name) for name, shelf in shelves.items()}
    contacts = contacts_of(settings)
    registers = {name: beside.taken_down for name, beside in private.items()}
    down = words_down(registers, own)
    for file in plans:
        name = file.folder.name
        beside = private.get(name, Private())
        found += check_plan(file, by_id, today, _published_ids(shelves[name]), contacts, beside)
        found += tuple(returned_problems(file, own[name], down, beside.taken_down))
        found += tuple(older_lock_problems(file.folder, own[name], beside.taken_down))
    written = [path for path in (*sorted((folder / "content").glob("*.md")), folder / SETTINGS_FILE) if path.is_file()]
    found += tuple(problems_beside(written, down))
    pages, names = [page.address.rstrip("/") for page in content.pages], [place.name for place in folders]
    found += content.problems
    for name in (name for name in pages if name in names):
        position = Position(str(folder / "content" / f"{name}.md"))
        found += (Problem(problems.ADDRESS_DUPLICATE, position, values={"value": name}),)
    if settings:
        people = [person for beside in private.values() for person in beside.people]
        found += check_site(site_texts(settings, content, plans, shelves), people)
        found += () if content.problems else tuple(_menu_problems(settings, pages))
        found += (*_missing_pages(folder), *alias_problems(settings, (*names, *RESERVED_AT_TOP, *pages), names))
    if _has_own_plan(plans, shelves):
        found += tuple(_unreplaced(folder, settings, content))
    crest, brand, wrong = _read_brand(folder, settings)
    found += tuple(_foreign(folder, settings, shelves))
    source = Source(folder, settings, plans, content, in_file_order((*found, *wrong)), own, crest, brand)
    return CheckedFolder(source, private)


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


def site_texts(
    settings: Settings, content: Content, plans: Iterable[PlanFile], shelves: Mapping[str, Shelf]
) -> SiteTexts:
    """All that is published outside the plans, with what the plans explain: their working texts and newest editions."""
    folder = settings.content_dir
    files = [page.file for page in content.written] + [str(folder / path) for path in sorted(content.images)]
    files += [str(folder / IMAGES / settings.extra.brand.crest)] if settings.extra.brand.crest else []
    working = (file.plan for file in plans if file.plan)
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


def _read_brand(folder: Path, settings: Settings | None) -> tuple[FrameImage | None, Brand, tuple[Problem, ...]]:
    """The crest as pages show it, what the theme makes of the brand, and what is wrong with the crest."""
    if settings is None:
        return None, Brand(), ()
    brand = settings.extra.brand
    if not brand.crest:
        return None, Brand(brand.accent or ""), ()
    try:
        crest, data = read_crest(folder / "content" / IMAGES, brand.crest)
    except PlanError as error:
        return None, Brand(brand.accent or ""), tuple(error.problems)
    return crest, Brand(brand.accent or "", crest.name, data), ()


def _missing_pages(folder: Path) -> Iterator[Problem]:
    """Pages that every public body's site needs, and content/ does not hold."""
    names = [path.stem for path in (folder / "content").glob("*.md")]
    for name, (word, page) in NEEDED_PAGES.items():
        if not any(word in stem for stem in names):
            position, draft = Position(str(folder / "content" / f"{name}.md")), f"{TO_WRITE_FOLDER}/{name}.md"
            do = TO_FINISH.format(draft=draft) if (folder / draft).is_file() else TO_BEGIN
            yield Problem(problems.CONTENT_MISSING, position, values={"page": page, "do": do})


def _menu_problems(settings: Settings, pages: Sequence[str]) -> Iterator[Problem]:
    """Pages that the menu names and content/ does not hold."""
    assert settings.root is not None, "settings were read from a file"
    for place, name in enumerate(settings.extra.menu):
        if name not in pages:
            yield problem_at(problems.MENU_PAGE, settings.root, ("extra", "menu", place), value=name)


def _named(shelf: Shelf, name: str) -> Shelf:
    """The shelf as that of the plan `name`: a plan that was renamed has its old id in its older editions."""
    entries = (
        replace(entry, record=replace(entry.record, plan=replace(entry.plan, id=name)))
        if isinstance(entry, Edition) and entry.plan.id != name
        else entry
        for entry in shelf.entries
    )
    return replace(shelf, entries=tuple(entries))
