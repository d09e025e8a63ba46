"""A plan's editions and their lock, put back from a copy: of a folder, of a built site, or from the live site.

Nothing of the copy is believed: its lock must be a chain that goes on from what is left here, or that what is left here
goes on from, and each file must be what that chain says. What is good here stays as it is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.document.addresses import editions_file
from generator.editions import (
    BusyError,
    Lock,
    commit,
    finish_interrupted_write,
    is_continued,
    only_writer,
    read_lock,
    read_record,
)
from generator.editions.entries import FILE_NAME, FileHash
from generator.editions.lock import FOLDER, LOCK_FILE, hashes
from generator.site.fetch import is_address
from generator.site.lost import LockWitness
from generator.site.published import SiteFiles, address_of_site, frozen_path, site_files
from generator.text import sha256_hex

# Where a lock and an edition are, below a plan's folder and below a plan's address on a site.
Layout = tuple[str, Callable[[str], str]]
IN_FOLDER: Layout = (LOCK_FILE, lambda file: f"{FOLDER}/{file}")
ON_SITE: Layout = (editions_file("", LOCK_FILE).lstrip("/"), lambda file: frozen_path("", file).lstrip("/"))


class RecoverError(Exception):
    """Why nothing was put back: a sentence for each reason."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


@dataclass(frozen=True)
class EditionsCopy:
    """Another copy of a plan's editions: where its lock is, what that holds, and how to read an edition."""

    place: str
    lock: bytes
    edition: Callable[[FileHash], bytes | None] = field(repr=False)


@dataclass(frozen=True)
class Recovery:
    """What is to be put back: the lock, and files by their names. `missing` are editions that the copy lacks.

    `is_vouched_for` says whether something beside the copy itself bears it out.
    """

    lock: Lock
    files: dict[str, bytes]
    missing: tuple[str, ...]
    found: bytes
    is_vouched_for: bool
    is_new_lock: bool


def copy_of(source: str, names: tuple[str, ...]) -> EditionsCopy:
    """The copy of the plan that has one of `names`: in a plan's folder, a council's, a backup of either, a built site,
    or at the address of a site, or of the plan on it.

    Raises FetchError where it cannot be read, RecoverError where there is none.
    """
    if is_address(source):
        address = address_of_site(source)
        for base in (*(f"{address}/{name}" for name in names), address):
            if copy := _copy_at(base, ON_SITE):
                return copy
        raise RecoverError(
            f"{address} has no {ON_SITE[0]} of {names[0]}: name the address of the site, or of the plan on it."
        )
    folder = Path(source)
    if not folder.is_dir():
        raise RecoverError(f"{source}: there is no such folder.")
    places = [folder, *(folder / above / name for name in names for above in ("", "plans", "site"))]
    for place in places:
        for layout in (IN_FOLDER, ON_SITE):
            if copy := _copy_at(place, layout):
                return copy
    for place in places:
        if place.joinpath(FOLDER).is_dir():
            return EditionsCopy(str(place / FOLDER), b"", _reader(site_files(place), IN_FOLDER))
    raise RecoverError(f"{folder} holds no {LOCK_FILE} of {names[0]}: name a plan's folder, a backup, or a built site.")


def _copy_at(place: str | Path, layout: Layout) -> EditionsCopy | None:
    """The copy below `place`, a folder or an address; None where there is no lock."""
    files = site_files(place)
    lock = files(layout[0])
    return None if lock is None else EditionsCopy(f"{place}/{layout[0]}", lock, _reader(files, layout))


def _reader(files: SiteFiles, layout: Layout) -> Callable[[FileHash], bytes | None]:
    return lambda wanted: files(layout[1](wanted.file))


def recovery(
    folder: Path,
    copy: EditionsCopy,
    names: tuple[str, ...],
    digits: str = "",
    witnesses: Iterable[LockWitness] = (),
) -> Recovery:
    """What of `copy` is to be put back into the plan's `folder`. Raises RecoverError where it does not agree.

    `names` are the ids that the plan has and had; `digits` are those of a code that the lock must have. None of the
    `witnesses` may hold a newer lock of it.
    """
    found = _bytes_of(folder / LOCK_FILE) or b""
    own = read_lock(found)
    lock = _agreed(folder, own, found, copy)
    for witness in witnesses:
        if witness.plan in names and _is_newer(witness.lock, lock):
            raise RecoverError(
                f"{copy.place}: {witness.name} holds a newer lock of this plan; take that, or look for a newer copy."
            )
    if digits and not any(line.this.startswith(digits) for line in lock.lines):
        raise RecoverError(f"{copy.place}: no line of this lock has the code that you expect.")
    _expect_whole(folder, lock, own)
    files, missing, wrong, has_kept = {}, [], [], False
    vouched = hashes(own)
    for name, wanted in hashes(lock).items():
        path = folder / FOLDER / name
        here = _bytes_of(path)
        has_kept |= _is(wanted, here)
        if wanted is None or (_is(wanted, here) and not is_link(path)):
            continue
        there = here if _is(wanted, here) else copy.edition(wanted)
        if there is None:
            missing.append(name)
        elif not _is(wanted, there):
            wrong.append(f"{name} there is not what its lock says.")
        elif here is not None and not (name in vouched or digits or _is(wanted, here)):
            wrong.append(f"{path} is another edition than the one there, and nothing here says which is right.")
        else:
            files[name] = there
    wrong += _foreign(files, names) if not own.lines else ()
    if wrong:
        raise RecoverError(*wrong)
    is_new = lock.data != found or (folder / LOCK_FILE).is_symlink()
    return Recovery(lock, files, tuple(missing), found, bool(own.lines or digits or has_kept), is_new)


def put_back(folder: Path, what: Recovery) -> None:
    """Write `what` into the plan's `folder`, whole or not at all. Raises BusyError, OSError and UnfinishedError."""
    with only_writer(folder):
        if (_bytes_of(folder / LOCK_FILE) or b"") != what.found:
            raise BusyError(f"{folder}: the lock has changed just now; try again")
        finish_interrupted_write(folder)
        if (folder / FOLDER).is_symlink():
            (folder / FOLDER).unlink()
        commit(folder, what.lock, what.files)


def _is_newer(other: bytes, lock: Lock) -> bool:
    """Whether `other` goes on from `lock`, line by line."""
    return len(other) > len(lock.data) and is_continued(lock.data, other) and not read_lock(other).broken


def _agreed(folder: Path, own: Lock, found: bytes, copy: EditionsCopy) -> Lock:
    """The longer one of the lock here and that of the copy, where they agree."""
    theirs = read_lock(copy.lock)
    if theirs.broken:
        raise RecoverError(f"{copy.place}: line {theirs.broken.place} fails: {theirs.broken.why}.")
    if not theirs.lines:
        if own.lines and not own.broken:
            return own
        raise RecoverError(f"{copy.place}: there is no lock there, and none here that is whole.")
    if not own.broken and is_continued(theirs.data, found):
        return own
    sound = b"".join(found.splitlines(keepends=True)[: len(own.lines)])
    if not is_continued(sound, theirs.data):
        lines = zip(sound.splitlines(), theirs.data.splitlines(), strict=False)
        place = next((place for place, (one, other) in enumerate(lines, 1) if one != other), len(theirs.lines) + 1)
        raise RecoverError(
            f"{copy.place}: from line {place} on, this lock is another than the one here. Which is right, the codes in "
            f"the minutes say. If it is this copy, move {LOCK_FILE} and {FOLDER} out of {folder} to a safe place, run "
            "this command again, and publish anew what was published since."
        )
    if len(found.splitlines()) > len(theirs.lines):
        raise RecoverError(f"{copy.place}: this lock is older than the one here; look for a newer copy.")
    return theirs


def _expect_whole(folder: Path, lock: Lock, own: Lock) -> None:
    """Raises RecoverError where the lock of the copy is older than an edition that is here."""
    if lock is own:
        return
    unnamed = [path.name for path in unlisted_editions(folder, lock)]
    if unnamed:
        names = ", ".join(name.removesuffix(".json") for name in unnamed)
        raise RecoverError(f"The lock there names no edition {names}, which is here: look for a newer copy.")


def unlisted_editions(folder: Path, lock: Lock) -> Iterator[Path]:
    """Every edition in the plan's `folder` that the lock does not name."""
    place, named = folder / FOLDER, hashes(lock)
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if path.name not in named and FILE_NAME.fullmatch(path.name) and path.is_file():
            yield path


def _foreign(files: dict[str, bytes], names: tuple[str, ...]) -> Iterator[str]:
    """Editions of another plan: a copy of the wrong folder or site."""
    for name, data in files.items():
        try:
            plan = read_record(data).plan.id
        except ValueError as error:
            yield f"{name} there cannot be read: {error}."
            continue
        if plan not in names:
            yield f"{name} there is an edition of {plan!r}, and not of {names[0]!r}."


def is_link(path: Path) -> bool:
    """Whether an edition, or the folder in which it stands, is a link."""
    return path.is_symlink() or path.parent.is_symlink()


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _is(wanted: FileHash | None, data: bytes | None) -> bool:
    return wanted is not None and data is not None and len(data) == wanted.bytes and sha256_hex(data) == wanted.sha256
