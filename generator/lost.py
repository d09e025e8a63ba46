"""Plans whose editions and lock are gone altogether, of which something else still bears witness."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from generator import problems
from generator.editions import only_examples
from generator.editions.lock import FOLDER, LOCK_FILE
from generator.errors import Position, Problem
from generator.fetch import FetchError
from generator.published import frozen_file, read_published
from generator.settings import Settings

SECONDS = 20
GIT = "git"


def lost_plans(folder: Path, settings: Settings | None, site: Path) -> Iterator[Problem]:
    """A problem for each plan of which `site` or git has editions, and the council's `folder` has none and no lock."""
    aliases = settings.extra.aliases if settings else ()
    renamed = {alias.old: alias.plan for alias in aliases}
    witnesses: dict[str, str] = {}
    for name, is_example in _on_site(site):
        if (folder / "plans" / renamed.get(name, name)).exists() or not is_example:
            witnesses.setdefault(renamed.get(name, name), f"the site in {site}")
    for name in _in_git(folder):
        if (folder / "plans" / name).is_dir():
            witnesses.setdefault(name, GIT)
    for name, witness in sorted(witnesses.items()):
        if not has_editions(folder / "plans" / name):
            yield lost_problem(folder / "plans" / name, witness)


def has_editions(place: Path) -> bool:
    """Whether the plan's folder `place` holds a lock or an edition, whatever is wrong with them."""
    return (place / LOCK_FILE).exists() or any((place / FOLDER).glob("[!.]*.json"))


def lost_problem(place: Path, witness: str) -> Problem:
    """The problem that the plan's folder `place` holds no editions, and that `witness` does."""
    more = "; to take a plan back, withdraw each edition" if witness != GIT else ""
    values = {"witness": witness, "plan": place.name, "more": more}
    return Problem(problems.PLAN_LOST, Position(str(place)), values=values)


def _on_site(place: Path) -> Iterator[tuple[str, bool]]:
    """Each plan of which the published site at `place` holds a lock, and whether it is an example."""
    try:
        site = read_published(place)
    except FetchError:
        return  # a build tells of it, and does not replace it
    for name, lock in site.locks.items() if not site.is_draft else ():
        yield name, only_examples(lock, partial(frozen_file, site, name))


def _in_git(folder: Path) -> Iterator[str]:
    """The ids of the plans of which the newest commit holds a lock, or an edition; none where there is no git."""
    if not any((place / ".git").exists() for place in (folder.resolve(), *folder.resolve().parents)):
        return
    command = ["git", "-c", "core.fsmonitor=false", "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", "plans"]
    environment: Mapping[str, str] = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        said = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, timeout=SECONDS, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return
    for name in said.decode("utf-8", "replace").split("\0"):
        parts = name.split("/")
        if len(parts) > 2 and parts[0] == "plans" and parts[2] in (LOCK_FILE, FOLDER):
            yield parts[1]
