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
    extra_files: Mapping[str, bytes],
    build: Mapping[str, object],
) -> None:
    """Fill the empty folder `into` with a whole site.

    The pages share their bytes with the units' folders, so nothing may write into them afterwards. Without `site_url`
    there is no sitemap. `extra_files` stand at their paths ("feed.xml"). `build` is what build.json says, to which the
    paths of the theme's assets are added.
    Raises PlanError when two units, or a unit and a file, want the same place.
    """
    listed = [address for unit in units for address in unit.listed]
    made = _made_files(theme, site_url, listed, build)
    if doubled := made.keys() & extra_files.keys():
        raise ValueError(f"{min(doubled)!r} is written by assemble itself")
    made |= extra_files
    _check_places(units, made)
    for unit in units:
        for address in unit.addresses:
            _link(unit.folder / address / "index.html", into / page_file(address))
        for file in unit.files:
            _link(unit.folder / file, _place(into, file))
    write_files(made, into)


def write_files(files: Mapping[str, bytes], into: Path) -> None:
    """Each of `files` at its path within the folder `into`. Raises ValueError for a path that leaves it."""
    for path, data in files.items():
        place = _place(into, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def sitemap(site_url: str, addresses: Collection[str]) -> bytes:
    """The sitemap of `addresses`, in order. It holds no dates: a page's date is on the page."""
    top = site_url.rstrip("/")
    places = [f"<url><loc>{escape(f'{top}/{quote(address)}')}</loc></url>\n" for address in sorted(addresses)]
    return SITEMAP.format(places="".join(places)).encode("utf-8")


def _made_files(theme: Theme, site_url: str, listed: Sequence[str], build: Mapping[str, object]) -> dict[str, bytes]:
    """The files that belong to no unit. The sitemap names the addresses `listed`."""
    facts = {**build, "assets": sorted(theme.files)}
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    files = {**theme.files, BUILD_FILE: f"{text}\n".encode(), **header_files(has_lost_page=bool(site_url))}
    return files | ({SITEMAP_FILE: sitemap(site_url, listed)} if site_url else {})


def _check_places(units: Sequence[BuiltUnit], made: Mapping[str, bytes]) -> None:
    files = [(unit.name, file, file) for unit in units for file in unit.files]
    pages = [(unit.name, address, page_file(address)) for unit in units for address in unit.addresses]
    taken = set(made)
    problems = []
    for name, address, file in (*files, *pages):
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
    return into.joinpath(*steps)
