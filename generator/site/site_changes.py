"""Which files a build added, changed and removed: what a change board asks of whoever puts the site on a server."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

CHANGES_FILE = "site-changes.txt"
# Set by the server or by git in the site's folder; a build neither makes them nor takes them away.
NOT_BUILT = frozenset({".gitignore"})


def file_hashes(site: Path) -> dict[str, str]:
    """The SHA-256 of each file of the site, by its path there; nothing where there is no site."""
    files = (path for path in site.rglob("*") if path.is_file()) if site.is_dir() else ()
    names = ((path.relative_to(site).as_posix(), path) for path in files)
    return {name: _sha256(path) for name, path in names if name not in NOT_BUILT}


def changes_text(before: Mapping[str, str], after: Mapping[str, str], site: Path, today: date) -> str:
    """What differs between the files of two builds, as `file_hashes` gives them, for a person.

    Counts, how many in each folder of the site, then a line for each file.
    """
    both = before.keys() & after.keys()
    found = {
        "added": after.keys() - both,
        "changed": {name for name in both if before[name] != after[name]},
        "removed": before.keys() - both,
    }
    listed = [(what, name) for what, names in found.items() for name in sorted(names)]
    counts = ", ".join(f"{len(names)} {what}" for what, names in found.items())
    lines = [
        f"What the build for {today.day} {today:%B %Y} changed in the folder {site.name}",
        f"Files: {counts}, {len(both - found['changed'])} as they were",
    ]
    folders = Counter(name.partition("/")[0] if "/" in name else "(top)" for _, name in listed)
    lines += ["", *(f"{count:>8}  {folder}" for folder, count in sorted(folders.items()))] if folders else []
    lines += ["", *(f"{what:<8}  {name}" for what, name in listed)] if listed else []
    return "\n".join(lines) + "\n"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
