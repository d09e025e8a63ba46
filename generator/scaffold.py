"""A new folder for a council: hand-written pages to fill in, one small invented plan, settings, and how to publish."""

import json
import re
from pathlib import Path

from generator import __version__, schema
from generator.editions import Announcement, published
from generator.projection import project
from generator.publish import take_step
from generator.reader import plan_folders, read_plan
from generator.text import without_unsafe_characters

PACKAGE = Path(__file__).parent
# Hidden files are stored under a plain name, so that they do not work on this program's own folder.
FILES, HIDDEN = PACKAGE / "scaffold_files", "dot-"
LOCK = "requirements.txt"
# In a checkout the lock stands at the top; a wheel brings a copy of it.
LOCKS = (PACKAGE.parent / LOCK, FILES / LOCK)
DEFAULT_NAME = "Kinbrae Council"
LONGEST_NAME = 100
NO_SALT = "0" * 32
FIRST_NOTE = "The first edition."
# Whatever Markdown or HTML would read as more than a letter.
SPECIAL = re.compile(r"[<>\[\]*_`|{}\\#\n]|&[A-Za-z#]")
LOCK_HEADER = """\
# What improvement-plan-publisher {version} needs: each package at one version, each file known by its hash.
# README.md says how to install it, and the program itself.
"""


class ScaffoldError(Exception):
    """Why no folder was made, in words."""


def scaffold_files(name: str = DEFAULT_NAME) -> dict[str, bytes]:
    """Every file of a new folder of the council `name`, by its path there."""
    files = {_target(path): _filled(path, name) for path in sorted(FILES.rglob("*")) if _is_ours(path)}
    files[LOCK] = _lock()
    files[f"plans/{schema.FILE}"] = schema.schema_text()
    return {path: text.encode("utf-8") for path, text in sorted(files.items())}


def make_folder(folder: Path, name: str = DEFAULT_NAME) -> tuple[str, ...]:
    """Fill the new or empty `folder`, and return the paths in it. Raises ScaffoldError, and OSError.

    Its plan has been published once, so a build has something to show.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldError(f"{folder} is there already and is not empty; name a new folder")
    files = scaffold_files(checked_name(name))
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    for place in plan_folders(folder / "plans"):
        _publish(place)
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))


def _publish(place: Path) -> None:
    """Publish the plan in the folder `place` on the day of which its facts are.

    Anybody has its text, so its salt keeps no secret: each new folder holds the same bytes.
    """
    plan = read_plan(place).plan
    assert plan is not None, "our own example can be read"
    assert plan.as_at is not None, "our own example says of which day its facts are"
    said = Announcement(date=plan.as_at, kind="significant", note=FIRST_NOTE)
    public = project(plan)
    take_step(place, lambda shelf: published(shelf, public, said, NO_SALT))


def checked_name(name: str) -> str:
    """`name` as it stands on pages. Raises ScaffoldError for one that a page could not show as it is."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or SPECIAL.search(name) or without_unsafe_characters(name) != name:
        raise ScaffoldError("the name must be one line of letters, digits, spaces and plain punctuation")
    return name


def _is_ours(path: Path) -> bool:
    return path.is_file() and path != FILES / LOCK


def _target(path: Path) -> str:
    steps = path.relative_to(FILES).parts
    return "/".join(f".{step.removeprefix(HIDDEN)}" if step.startswith(HIDDEN) else step for step in steps)


def _filled(path: Path, name: str) -> str:
    """The text of `path` with the council's name and this program's version in their places."""
    text = path.read_text("utf-8")
    # JSON's quotation marks are YAML's too.
    for mark, value in (
        ("@NAME IN QUOTES@", json.dumps(name, ensure_ascii=False)),
        ("@SITE NAME IN QUOTES@", json.dumps(f"{name}: improvement plans", ensure_ascii=False)),
        ("@NAME@", name),
        ("@VERSION@", __version__),
    ):
        text = text.replace(mark, value)
    return text


def _lock() -> str:
    place = next((place for place in LOCKS if place.is_file()), None)
    if place is None:
        raise ScaffoldError("this installation lacks its requirements.txt; install the program again from its wheel")
    lines = place.read_text("utf-8").splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return LOCK_HEADER.format(version=__version__) + "".join(lines[first:])
