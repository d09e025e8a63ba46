"""The units' pages, the theme's files and what belongs to the site as a whole, in one new folder."""

import json
import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import quote
from xml.sax.saxutils import escape

from generator.council.theme import Theme
from generator.document.frame import BuiltUnit, page_file
from generator.errors import PlanError, Position, Problem
from generator.problems import ADDRESS_DUPLICATE
from generator.site.headers import header_files
from generator.site.published import BUILD_FILE

SITEMAP_FILE = "sitemap.xml"
SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
)


def assemble(
    units: Sequence[BuiltUnit],
    theme: Theme,
    into: Path,
    *,
    site_url: str = "",
    indexable: Collection[str],
    extra_files: Mapping[str, bytes],
    build: Mapping[str, object],
) -> None:
    """Fill the empty folder `into` with a whole site.

    The pages share their bytes with the units' folders, so nothing may write into them afterwards. `indexable` are the
    addresses that the sitemap names; without `site_url` there is none. `extra_files` stand at their paths ("feed.xml").
    `build` is what build.json says, to which the paths of the theme's assets are added.
    Raises PlanError when two units, or a unit and a file, want the same place.
    """
    made = _made_files(theme, site_url, indexable, build)
    if doubled := made.keys() & extra_files.keys():
        raise ValueError(f"{min(doubled)!r} is written by assemble itself")
    made |= extra_files
    _check_places(units, made)
    for unit in units:
        for address in unit.addresses:
            _link(unit.folder / address / "index.html", into / page_file(address))
        for file in unit.files:
            _link(unit.folder / file, _place(into, file))
    for path, data in made.items():
        _place(into, path).write_bytes(data)


def sitemap(site_url: str, addresses: Collection[str]) -> bytes:
    """The sitemap of `addresses`, in order. It holds no dates: a page's date is on the page."""
    top = site_url.rstrip("/")
    places = [f"<url><loc>{escape(f'{top}/{quote(address)}')}</loc></url>\n" for address in sorted(addresses)]
    return SITEMAP.format(places="".join(places)).encode("utf-8")


def _made_files(
    theme: Theme, site_url: str, indexable: Collection[str], build: Mapping[str, object]
) -> dict[str, bytes]:
    """The files that belong to no unit."""
    facts = {**build, "assets": sorted(theme.files)}
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    files = {**theme.files, BUILD_FILE: f"{text}\n".encode(), **header_files(has_lost_page=bool(site_url))}
    return files | ({SITEMAP_FILE: sitemap(site_url, indexable)} if site_url else {})


def _check_places(units: Sequence[BuiltUnit], made: Mapping[str, bytes]) -> None:
    files = [(unit.name, file) for unit in units for file in unit.files]
    pages_of = [(unit.name, address) for unit in units for address in unit.addresses]
    wanted = [*((name, file, file) for name, file in files), *((name, at, page_file(at)) for name, at in pages_of)]
    taken = set(made)
    problems = []
    for name, address, file in wanted:
        if file in taken:
            problems.append(Problem(ADDRESS_DUPLICATE, Position(name), values={"value": address}))
        taken.add(file)
    if problems:
        raise PlanError(problems)


def _link(source: Path, target: Path) -> None:
    """`target` as another name of `source`, or as a copy where the disk cannot give it one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except FileExistsError:
        raise  # a copy would write into the bytes that the file shares
    except OSError:
        shutil.copyfile(source, target)


def _place(into: Path, path: str) -> Path:
    """Where the file at `path` of the site goes. Raises ValueError for a path that leaves the site."""
    steps = PurePosixPath(path).parts
    if not steps or steps[0] == "/" or ".." in steps:
        raise ValueError(f"{path!r} is not a path inside the site")
    place = into.joinpath(*steps)
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
