"""Addresses of plans that were renamed: each page at the old address leads on, and each subscription goes on."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator import problems
from generator.council.settings import Settings
from generator.document.addresses import data_file
from generator.document.frame import BuiltUnit, page_file
from generator.errors import Problem
from generator.plan.validation import problem_at
from generator.render.markdown import moved_page, relative
from generator.wording import Words

# What programs fetch again and again: they find it at the old address too.
SUBSCRIBED = ("feed.xml", "feed-all.xml", "calendar.ics")


def alias_problems(settings: Settings, taken: Sequence[str], plans: Sequence[str]) -> Iterator[Problem]:
    """Aliases that lead to no plan, or from an address that is `taken`."""
    assert settings.root is not None, "settings were read from a file"
    seen: set[str] = set()
    for place, alias in enumerate(settings.extra.aliases):
        where = ("extra", "aliases", place)
        if alias.plan not in plans:
            yield problem_at(problems.ALIAS_PLAN, settings.root, (*where, "plan"), value=alias.plan)
        if alias.old in taken or alias.old in seen:
            yield problem_at(problems.ALIAS_TAKEN, settings.root, (*where, "old"), value=alias.old)
        seen.add(alias.old)


def alias_files(settings: Settings, built: Sequence[BuiltUnit]) -> Mapping[str, bytes]:
    """The files at old addresses: a page that leads on for each page of the plan, and what is subscribed to."""
    words = Words(settings.extra.language)
    found: dict[str, bytes] = {}
    for alias in settings.extra.aliases:
        addresses = (address for unit in built for address in unit.addresses)
        for address in (address for address in addresses if address.startswith(f"{alias.plan}/")):
            old = _renamed(address, alias.old)
            found[page_file(old)] = moved_page(words, relative(old, address))
        for file in (data_file(alias.plan, name) for name in SUBSCRIBED):
            for unit in (unit for unit in built if file in unit.files):
                found[_renamed(file, alias.old)] = (unit.folder / file).read_bytes()
    return found


def _renamed(path: str, old: str) -> str:
    """`path` below the old address of its plan."""
    rest = "/".join(PurePosixPath(path).parts[1:])
    return f"{old}/{rest}{'/' if rest and path.endswith('/') else ''}"
