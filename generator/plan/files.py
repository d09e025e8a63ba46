"""Files of a council's folder, read so that no place in it can hold a command up for ever."""

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from generator.errors import OtherKindError

MOST_BYTES = 100_000_000
# What may stand in the place of a file, by its type.
OTHER_KINDS: Mapping[int, str] = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_file(path: Path) -> bytes:
    """The bytes of the file at `path`. Raises OSError, at once, for whatever is no plain file."""
    # Opened without waiting: a pipe that nobody writes to would hold up whoever opens it.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        kind = stat.S_IFMT(os.fstat(handle).st_mode)
        if kind != stat.S_IFREG:
            found = OTHER_KINDS.get(kind, "no plain file")
            raise OtherKindError(errno.EINVAL, f"{found} stands where a file is meant", str(path))
        with open(handle, "rb", closefd=False) as file:
            data = file.read(MOST_BYTES + 1)
    finally:
        os.close(handle)
    if len(data) > MOST_BYTES:
        raise OSError(errno.EFBIG, f"it is larger than {MOST_BYTES // 1_000_000} million bytes", str(path))
    return data


def names_in(folder: Path) -> tuple[Path, ...]:
    """All that stands in `folder`, in order of name; nothing where there is no such folder.

    Raises OSError where it cannot be read, or where something else stands in its place.
    """
    try:
        return tuple(sorted(folder.iterdir()))
    except FileNotFoundError:
        if folder.is_symlink():
            raise
        return ()
    except NotADirectoryError as error:
        raise OtherKindError(errno.ENOTDIR, "a file stands where a folder is meant", str(folder)) from error


def leads_out(path: Path, folder: Path) -> bool:
    """Whether `path` is a link to somewhere outside `folder`. A link that leads nowhere at all is for its reader to
    tell."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False
