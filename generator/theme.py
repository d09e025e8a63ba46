"""The shell's files: `main.html`, and the assets that a browser fetches, each named by what it holds."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rcssmin import cssmin
from rjsmin import jsmin

PACKAGE = Path(__file__).parent
# In a wheel the theme stands inside the package; in a checkout, beside it.
THEME_FOLDERS = (PACKAGE / "theme", PACKAGE.parent / "theme")

CSS_URL = re.compile(r"""url\(\s*(["']?)([^"')]*)\1\s*\)""")


@dataclass(frozen=True, slots=True)
class Theme:
    """The folder that holds `main.html`, and the assets.

    `assets` leads from a name ("site.css") to its path in the site ("assets/site.1a2b3c4d5e.css"),
    `files` from that path to its bytes. `key` changes when any byte of a template or an asset does.
    """

    folder: Path
    assets: Mapping[str, str]
    files: Mapping[str, bytes]
    key: str


def read_theme(folder: Path | None = None) -> Theme:
    """The theme in `folder`, or the program's own."""
    folder = folder or next(place for place in THEME_FOLDERS if (place / "main.html").is_file())
    found = _read_files(folder / "assets")
    assets: dict[str, str] = {}
    files: dict[str, bytes] = {}
    # Style sheets come last: their own fingerprints hang on the names of the files that they ask for.
    for name in sorted(found, key=_is_sheet):
        data = _as_sent(name, found[name], assets)
        assets[name] = _fingerprinted(name, data)
        files[assets[name]] = data
    return Theme(folder, dict(sorted(assets.items())), dict(sorted(files.items())), _key(folder, files))


def _read_files(folder: Path) -> dict[str, bytes]:
    """What stands under `folder`, by its path there; hidden files are left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in named.items() if not re.search(r"(^|/)\.", name)}


def _as_sent(name: str, data: bytes, assets: Mapping[str, str]) -> bytes:
    """The file as a browser gets it: style sheets and scripts without their comments and spaces."""
    if _is_sheet(name):
        return _with_fingerprints(name, data, assets)
    return bytes(jsmin(data)) if name.endswith(".js") else data


def _is_sheet(name: str) -> bool:
    return name.endswith(".css")


def _fingerprinted(name: str, data: bytes) -> str:
    path = PurePosixPath(name)
    return str("assets" / path.with_name(f"{path.stem}.{hashlib.sha256(data).hexdigest()[:10]}{path.suffix}"))


def _with_fingerprints(sheet: str, data: bytes, assets: Mapping[str, str]) -> bytes:
    """The style sheet without comments, with each `url(name)` leading to the fingerprinted file; `url(#id)` stays.

    Raises ValueError for a name that is no asset, and for an address outside: pages ask no one else for anything.
    """

    def replaced(match: re.Match[str]) -> str:
        name = match[2]
        if name.startswith("#"):
            return match[0]
        if "/" in sheet or _is_sheet(name) or name not in assets:
            raise ValueError(f"theme/assets/{sheet}: url({name}) is not a file of theme/assets")
        return f"url({assets[name].removeprefix('assets/')})"

    return CSS_URL.sub(replaced, cssmin(data.decode("utf-8"))).encode("utf-8")


def _key(folder: Path, files: Mapping[str, bytes]) -> str:
    templates = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.html"))}
    parts = [*sorted(templates.items()), *sorted(files.items())]
    return hashlib.sha256(repr(parts).encode("utf-8")).hexdigest()
