"""Editions that are gone from a plan's folder, of which something else still bears witness: the built site, or git."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import problems
from generator.council.settings import Settings
from generator.editions import only_examples, read_lock, rewritten
from generator.editions.lock import FOLDER, LOCK_FILE
from generator.errors import Position, Problem
from generator.plan.files import read_file
from generator.site.fetch import FetchError
from generator.site.published import frozen_file, read_published

SECONDS = 20
GIT = "git"
SITE = "site"  # where a build puts it in a council's folder


@dataclass(frozen=True, slots=True)
class LockWitness:
    """What bears witness to a plan's editions: its name, the plan's name there, and its lock, empty where it has none.

    `is_example` looks whether all the editions there are of an example.
    """

    name: str
    plan: str
    lock: bytes
    is_example: Callable[[], bool]


def lost_editions(folder: Path, settings: Settings | None, *sites: Path) -> Iterator[Problem]:
    """A problem for each plan of which git or a built site has editions that the council's `folder` has not.

    Its own site is asked, and `sites` besides.
    """
    aliases = settings.extra.aliases if settings else ()
    renamed = {alias.old: alias.plan for alias in aliases}
    found: dict[Path, Problem] = {}
    for witness in lock_witnesses(folder, *sites):
        place = folder / "plans" / renamed.get(witness.plan, witness.plan)
        if place in found:
            continue
        if has_editions(place):
            found.update((place, problem) for problem in _not_continued(place, witness))
        elif place.is_dir() or (witness.name != GIT and not witness.is_example()):
            found[place] = lost_problem(place, witness.name)
    yield from (found[place] for place in sorted(found))


def _not_continued(place: Path, witness: LockWitness) -> Iterator[Problem]:
    """A problem where the lock in the plan's folder `place` lacks what `witness` holds. What else is wrong with it is
    told by whoever reads it."""
    try:
        lock = read_lock(read_file(place / LOCK_FILE))
    except OSError:
        return
    if lock.lines and not lock.broken:
        yield from rewritten(place / LOCK_FILE, lock, witness.lock, witness.name)


def has_editions(place: Path) -> bool:
    """Whether the plan's folder `place` holds a lock or an edition, whatever is wrong with them."""
    return (place / LOCK_FILE).exists() or any((place / FOLDER).glob("[!.]*.json"))


def lost_problem(place: Path, witness: str) -> Problem:
    """The problem that the plan's folder `place` holds no editions, and that `witness` does."""
    more = "; to take a plan back, withdraw each edition" if witness != GIT else ""
    values = {"witness": witness, "plan": place.name, "more": more}
    return Problem(problems.PLAN_LOST, Position(str(place)), values=values)


def lock_witnesses(folder: Path, *sites: Path) -> Iterator[LockWitness]:
    """Every lock that a site holds, the one of the council's `folder` or one of `sites`, and every one that git has."""
    for site in dict.fromkeys((*sites, folder / SITE)):
        with suppress(FetchError):  # a build tells of it, and does not replace it
            there = read_published(site)
            for name, lock in there.locks.items() if not there.is_draft else ():
                is_example = partial(only_examples, lock, partial(frozen_file, there, name))
                yield LockWitness(f"the site in {site}", name, lock, is_example)
    for name, lock in _in_git(folder).items():
        yield LockWitness(GIT, name, lock, lambda: False)


def _in_git(folder: Path) -> dict[str, bytes]:
    """The locks of the plans of which the newest commit holds a lock or an edition; none where there is no git."""
    if not any((place / ".git").exists() for place in (folder.resolve(), *folder.resolve().parents)):
        return {}
    locks: dict[str, bytes] = {}
    for line in (
        _said_by_git(folder, "ls-tree", "-r", "-z", "HEAD", "--", "plans").decode("utf-8", "replace").split("\0")
    ):
        facts, _, path = line.partition("\t")
        match path.split("/"):
            case ["plans", name, file] if file == LOCK_FILE:
                locks[name] = _said_by_git(folder, "cat-file", "blob", facts.split()[-1])
            case ["plans", name, place, _] if place == FOLDER:
                locks.setdefault(name, b"")
    return locks


def _said_by_git(folder: Path, *arguments: str) -> bytes:
    """What git says of the council's `folder`; nothing where it cannot say."""
    environment: Mapping[str, str] = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    command = (GIT, "-c", "core.fsmonitor=false", *arguments)
    try:
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, timeout=SECONDS, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return b""
