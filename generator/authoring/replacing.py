"""Writing a file in one step: whoever reads it sees the old bytes or the new ones."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

COMMON_MODE = 0o644


def replace_file(path: Path, data: bytes, mode: int = COMMON_MODE) -> None:
    """Put `data` in the place of the file at `path` in one step. Its mode is kept; a new file has `mode`."""
    path = path.resolve()
    known = path.stat() if path.exists() else None
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, known.st_mode & 0o7777 if known else mode)
        if known and hasattr(os, "chown"):
            with suppress(PermissionError):
                os.chown(temporary, known.st_uid, known.st_gid)
        os.replace(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
    _write_name_to_disk(path.parent)


def _write_name_to_disk(folder: Path) -> None:
    """After a power cut the file's name must lead to the new bytes."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
