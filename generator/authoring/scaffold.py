"""A new folder for a council: hand-written pages, settings, how to publish, and one small invented plan or its own."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import rmtree

from generator import __version__
from generator.authoring.folder import TO_WRITE_FOLDER
from generator.authoring.publish import take_step
from generator.council.placeholders import placeholders
from generator.council.settings import PHONE, HelpLine
from generator.editions import Announcement, published, settled_shelf
from generator.plan import schema
from generator.plan.reader import PLAN_FILE, plan_folders, read_plan
from generator.plan.vocabulary import RESERVED_AT_TOP
from generator.text import ID_PATTERN, slugged, without_unsafe_characters

PACKAGE = Path(__file__).parents[1]
# Hidden files are stored under a plain name, so that they do not work on this program's own folder.
FILES, HIDDEN = Path(__file__).parent / "scaffold_files", "dot-"
# The text of a council's own plan; it stands at no place of its own in a new folder.
OWN_PLAN = FILES / "own-plan.yaml"
LOCK = "requirements.txt"
# In a checkout the lock stands at the top; a wheel brings a copy of it.
LOCKS = (PACKAGE.parent / LOCK, FILES / LOCK)
DEFAULT_NAME = "Kinbrae Council"
EXAMPLE, EXAMPLE_EMAIL = "kinbrae-example", "plans@example.org"
LONGEST_NAME, LONGEST_TITLE, LONGEST_ID = 100, 200, 40
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
HELP_TEXT = "Children’s social work"
# What a council must write itself, by the names of pages that a new folder brings to start from.
TO_WRITE = {
    "accessibility": "your accessibility statement: the law asks for it, and it must be true",
    "ask-for-another-format": "how to ask for another format, and which ones you can offer",
    "privacy": "who hosts the site, how long its log is kept, and whom to ask",
}
NO_SALT = "0" * 32
FIRST_NOTE = "The first edition."
# Whatever Markdown or HTML would read as more than a letter.
SPECIAL = re.compile(r"[<>\[\]*_`|{}\\#\n]|&[A-Za-z#]")
LOCK_HEADER = """\
# What improvement-plan-publisher {version} needs: each package at one version, each file known by its hash.
# README.md says how to install it, and the program itself.
"""


class ScaffoldError(ValueError):
    """Why no folder was made, in words."""


@dataclass(frozen=True)
class OwnPlan:
    """A council's own first plan, and what stands on every page in the place of what an example invents."""

    title: str
    id: str
    publisher: str
    today: date
    email: str
    help_lines: tuple[HelpLine, ...]


def scaffold_files(name: str = DEFAULT_NAME, own: OwnPlan | None = None) -> dict[str, bytes]:
    """Every file of a new folder of the council `name`, by its path there: with the example, or with a plan of its own.

    Pages that a council must write itself stand apart from those of the site, in TO_WRITE_FOLDER, where it has a plan
    of its own.
    """
    files = {
        _target(path, own): _filled(path.read_text("utf-8"), name, own)
        for path in sorted(FILES.rglob("*"))
        if _is_ours(path) and not (own and EXAMPLE in path.parts)
    }
    if own:
        files[f"plans/{own.id}/{PLAN_FILE}"] = own_plan_text(own.title, own.id, own.publisher, own.today)
    files[LOCK] = _lock()
    files[f"plans/{schema.FILE}"] = schema.schema_text()
    return {path: text.encode("utf-8") for path, text in sorted(files.items())}


def own_plan_text(title: str, name: str, publisher: str, today: date) -> str:
    """The text of a new plan that has no outcomes yet. It checks clean and can be published."""
    # An id is permanent: none is made of an invented name.
    body = "publisher" if [*placeholders(publisher)] else plan_id(publisher, prefix="body")
    marks = {"@PLAN@": name, "@TITLE IN QUOTES@": _quoted(title), "@TODAY@": str(today), "@BODY@": body}
    return _replaced(OWN_PLAN.read_text("utf-8"), {**marks, "@PUBLISHER IN QUOTES@": _quoted(publisher)})


def make_folder(folder: Path, name: str = DEFAULT_NAME, own: OwnPlan | None = None) -> tuple[str, ...]:
    """Fill the new or empty `folder`, and return the paths in it. Raises ScaffoldError, and OSError.

    The example has been published once, so a build has something to show. A plan of the council's own is not.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldError(f"{folder} is there already and is not empty; name a new folder")
    files = scaffold_files(checked_name(name), own)
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    for place in () if own else plan_folders(folder / "plans"):
        _publish(place)
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))


def add_plan(folder: Path, title: str, name: str, publisher: str, today: date) -> Path:
    """Make the plan `name` in a council's `folder`, and return its file. Raises ScaffoldError, and OSError."""
    file = folder / "plans" / checked_plan_id(folder, name) / PLAN_FILE
    file.parent.mkdir(parents=True)
    file.write_bytes(own_plan_text(title, name, publisher, today).encode("utf-8"))
    return file


def plan_id(title: str, *, prefix: str = "plan") -> str:
    """An id made of the words of `title`: never one that the site keeps for a page of its own."""
    words = slugged(title)
    name = words if words[:1].isalpha() and words not in RESERVED_AT_TOP else f"{prefix}-{words}".rstrip("-")
    if len(name) > LONGEST_ID:
        # Cut after a word, so that no half word stands in the address.
        name = name[: LONGEST_ID + 1].rpartition("-")[0] or name[:LONGEST_ID]
    return name.rstrip("-")


def checked_plan_id(folder: Path, name: str) -> str:
    """`name` as the id of a new plan in a council's `folder`. Raises ScaffoldError where no plan can have it."""
    if not ID_PATTERN.fullmatch(name):
        raise ScaffoldError(
            f"{name!r} is no id: it starts with a small letter, and has small letters, digits and hyphens, 40 at most"
        )
    if name in RESERVED_AT_TOP:
        raise ScaffoldError(f"the id {name!r} is kept for a page of the site; choose another with --id")
    if (folder / "plans" / name).exists():
        raise ScaffoldError(f"there is a plan {name!r} already; choose another id with --id")
    if (folder / "content" / f"{name}.md").exists():
        raise ScaffoldError(f"content/{name}.md has the address {name!r} already; choose another id with --id")
    return name


def remove_example(place: Path) -> None:
    """Take the example in the folder `place` out, with its editions. Raises ScaffoldError for any other plan."""
    if problem := why_no_example(place):
        raise ScaffoldError(problem)
    # Under this name it is no plan any more, whatever stops the work.
    gone = place.with_name(f".removed-{place.name}")
    place.rename(gone)
    rmtree(gone)


def why_no_example(place: Path) -> str:
    """Why the plan in the folder `place` is not taken out; "" where it and all its editions are examples."""
    plan = read_plan(place).plan
    if plan is None:
        return f"{place / PLAN_FILE} cannot be read, so it cannot be told whether it is an example; run 'plans check'"
    if not plan.example:
        return f"{place.name} is no example: only a plan with 'example:' is taken out"
    shelf, found = settled_shelf(place)
    if found:
        return f"the editions of {place.name} are not as they were published; run 'plans verify'"
    if len(shelf.editions) < len(shelf.entries):
        return f"an edition of {place.name} was withdrawn: that there was one stays, so the plan stays too"
    real = [edition.name for edition in shelf.editions if not edition.plan.example]
    return f"{place.name} was published as a plan that is no example, on {real[0]}: it stays" if real else ""


def _publish(place: Path) -> None:
    """Publish the plan in the folder `place` on the day of which its facts are.

    Anybody has its text, so its salt keeps no secret: each new folder holds the same bytes.
    """
    plan = read_plan(place).plan
    assert plan is not None, "our own example can be read"
    assert plan.as_at is not None, "our own example says of which day its facts are"
    said = Announcement(date=plan.as_at, kind="significant", note=FIRST_NOTE)
    take_step(place, lambda shelf: published(shelf, plan, said, NO_SALT))


def checked_name(name: str) -> str:
    """`name` as it stands on pages. Raises ScaffoldError for one that a page could not show as it is."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or SPECIAL.search(name) or without_unsafe_characters(name) != name:
        raise ScaffoldError("the name must be one line of letters, digits, spaces and plain punctuation")
    return name


def checked_title(title: str) -> str:
    """`title` as a plan's title. Raises ScaffoldError."""
    title = title.strip()
    if not title or "\n" in title or len(title) > LONGEST_TITLE or without_unsafe_characters(title) != title:
        raise ScaffoldError(f"the title must be one line of at most {LONGEST_TITLE} letters, digits and signs")
    return title


def checked_email(email: str) -> str:
    """`email` as it stands on every page. Raises ScaffoldError for what is no address, or one kept for examples."""
    email = email.strip()
    if not EMAIL.fullmatch(email) or SPECIAL.search(email):
        raise ScaffoldError(f"{email!r} is no e-mail address")
    return _real(email)


def checked_help_line(words: str) -> HelpLine:
    """A help line typed as "Social work, day: 01324 506400", or as a number alone. Raises ScaffoldError."""
    text, colon, phone = words.strip().rpartition(":")
    if not PHONE.fullmatch(phone.strip()):
        raise ScaffoldError(f"{words!r} holds no number to call; write it as '{HELP_TEXT}: ' and the number")
    text = text.strip() if colon else HELP_TEXT
    return HelpLine(text=checked_name(text), phone=_real(phone.strip()))


def _real(words: str) -> str:
    """`words`. Raises ScaffoldError where they hold what is kept for fiction and examples."""
    for found in placeholders(words):
        raise ScaffoldError(f"{found.words!r} {found.what}; {found.do}")
    return words


def _is_ours(path: Path) -> bool:
    return path.is_file() and path not in (FILES / LOCK, OWN_PLAN)


def _target(path: Path, own: OwnPlan | None) -> str:
    steps = path.relative_to(FILES).parts
    if own and steps[0] == "content" and path.stem in TO_WRITE:
        steps = (TO_WRITE_FOLDER, *steps[1:])
    return "/".join(f".{step.removeprefix(HIDDEN)}" if step.startswith(HIDDEN) else step for step in steps)


def _filled(text: str, name: str, own: OwnPlan | None) -> str:
    """`text` with its lines for an example, or for a plan of the council's own, and with its marks replaced."""
    keep, drop = ("@OWN@", "@EXAMPLE@") if own else ("@EXAMPLE@", "@OWN@")
    lines = (line.removeprefix(keep) for line in text.splitlines(keepends=True) if not line.startswith(drop))
    marks = {
        "@NAME IN QUOTES@": _quoted(name),
        "@SITE NAME IN QUOTES@": _quoted(f"{name}: improvement plans"),
        "@NAME@": name,
        "@VERSION@": __version__,
        "@PLAN@": own.id if own else EXAMPLE,
        "@PUBLISHER@": own.publisher if own else "",
        "@EMAIL@": own.email if own else EXAMPLE_EMAIL,
        "@HELP LINES@": "\n".join(_help_line(line) for line in own.help_lines) if own else "",
    }
    return _replaced("".join(lines), marks)


def _help_line(line: HelpLine) -> str:
    return f"      - text: {_quoted(line.text)}\n        phone: {_quoted(line.phone or '')}"


def _replaced(text: str, marks: Mapping[str, str]) -> str:
    """`text` with the value of each mark in its place; what a value holds is no mark."""
    return re.sub("|".join(map(re.escape, marks)), lambda found: marks[found[0]], text)


def _quoted(text: str) -> str:
    """`text` in quotation marks: JSON's are YAML's too."""
    return json.dumps(text, ensure_ascii=False)


def _lock() -> str:
    place = next((place for place in LOCKS if place.is_file()), None)
    if place is None:
        raise ScaffoldError("this installation lacks its requirements.txt; install the program again from its wheel")
    lines = place.read_text("utf-8").splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return LOCK_HEADER.format(version=__version__) + "".join(lines[first:])
