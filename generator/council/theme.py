"""The shell's files: `main.html`, and the assets that a browser fetches, each named by what it holds.

A council's brand reaches them here: its colour in the style sheet and the icon, and its crest.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rcssmin import cssmin
from rjsmin import jsmin

from generator.council.contrast import lightened
from generator.text import sha256_hex

PACKAGE = Path(__file__).parents[1]
# In a wheel the theme stands inside the package; in a checkout, beside it.
THEME_FOLDERS = (PACKAGE / "theme", PACKAGE.parent / "theme")

SHEET, ICON, CREST = "site.css", "icon.svg", "crest"
# What comes after it in the style sheet is for readers who ask for dark pages.
DARK = "prefers-color-scheme: dark"
GROUNDS = ("paper", "wash")
CSS_URL = re.compile(r"""url\(\s*(["']?)([^"')]*)\1\s*\)""")


@dataclass(frozen=True, slots=True)
class Brand:
    """What a council makes of the theme: its colour ("#rrggbb"), and its crest as an asset ("crest.png")."""

    accent: str = ""
    crest: str = ""
    crest_data: bytes = b""


@dataclass(frozen=True, slots=True)
class Theme:
    """The folder that holds `main.html`, and the assets.

    `assets` leads from a name ("site.css") to its path in the site ("assets/site.1a2b3c4d5e.css"),
    `files` from that path to its bytes. `key` changes when any byte of a template or an asset does.
    `strip` is the colour of a page's top, in light and in dark.
    """

    folder: Path
    assets: Mapping[str, str]
    files: Mapping[str, bytes]
    key: str
    strip: tuple[str, str] = ("", "")


def read_theme(folder: Path | None = None, brand: Brand = Brand()) -> Theme:
    """The theme in `folder`, or the program's own, as `brand` would have it."""
    folder = folder or _own_folder()
    found = _branded(_read_files(folder / "assets"), brand)
    assets: dict[str, str] = {}
    files: dict[str, bytes] = {}
    # Style sheets come last: their own fingerprints hang on the names of the files that they ask for.
    for name in sorted(found, key=_is_sheet):
        data = _as_sent(name, found[name], assets)
        assets[name] = _fingerprinted(name, data)
        files[assets[name]] = data
    light, dark = _halves(found.get(SHEET, b"").decode("utf-8"))
    strip = _colour(light, "strip"), _colour(dark, "strip")
    return Theme(folder, dict(sorted(assets.items())), dict(sorted(files.items())), _key(folder, files), strip)


def light_grounds() -> tuple[str, ...]:
    """The colours on which the accent stands as text, in light."""
    return _grounds(_halves((_own_folder() / "assets" / SHEET).read_text("utf-8"))[0])


def _own_folder() -> Path:
    return next(place for place in THEME_FOLDERS if (place / "main.html").is_file())


def _branded(files: dict[str, bytes], brand: Brand) -> dict[str, bytes]:
    """The assets in the council's colour, and its crest among them."""
    crest = {brand.crest: brand.crest_data} if brand.crest else {}
    if not brand.accent:
        return {**files, **crest}
    sheet = files[SHEET].decode("utf-8")
    own = _colour(_halves(sheet)[0], "accent")
    icon = files[ICON].replace(own.encode(), brand.accent.encode())
    return {**files, SHEET: _in_colour(sheet, brand.accent).encode("utf-8"), ICON: icon, **crest}


def _in_colour(sheet: str, accent: str) -> str:
    """The style sheet with another accent: in dark a lighter tint of it, and in both the ground of the help strip."""
    light, dark = _halves(sheet)
    tint = lightened(accent, _grounds(dark))
    return _with_colours(light, accent=accent, strip=accent) + _with_colours(dark, accent=tint, strip=accent)


def _halves(sheet: str) -> tuple[str, str]:
    """What of the style sheet says how a page looks in light, and the rest, which starts with how it looks in dark."""
    place = sheet.find(DARK)
    return (sheet[:place], sheet[place:]) if place >= 0 else (sheet, "")


def _grounds(half: str) -> tuple[str, ...]:
    return tuple(_colour(half, name) for name in GROUNDS)


def _colour(half: str, name: str) -> str:
    """The colour that a variable has where it stands first, as "#rrggbb"; "" where it stands nowhere."""
    found = re.search(rf"--{name}:\s*#([0-9a-f]+)", half)
    digits = found[1] if found else ""
    return f"#{''.join(digit * 2 for digit in digits) if len(digits) == 3 else digits}" if found else ""


def _with_colours(half: str, **colours: str) -> str:
    for name, colour in colours.items():
        half = re.sub(rf"(?<=--{name}: )#[0-9a-f]+", colour, half, count=1)
    return half


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
    return str("assets" / path.with_name(f"{path.stem}.{sha256_hex(data)[:10]}{path.suffix}"))


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
    return sha256_hex(repr(parts).encode("utf-8"))
