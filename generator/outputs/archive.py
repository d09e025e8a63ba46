"""Files in one ZIP file whose bytes hang on theirs alone: in a fixed order, and all of one day."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first day that a ZIP file can name: a real one would be that of the build.
DAY = (1980, 1, 1, 0, 0, 0)
UNIX, MODE = 3, 0o644


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """`files`, by their names, as a ZIP file, in order of name."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name, DAY)
            entry.create_system, entry.external_attr = UNIX, MODE << 16
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=9)
    return made.getvalue()
