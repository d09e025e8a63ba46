"""The images of content/images/ that pages show: each is what its name says, and carries nothing else out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import problems
from generator.errors import Position, Problem
from generator.text import either

FOLDER = "images"


@dataclass(frozen=True)
class ImageType:
    """One kind of image file: its name in words, how its bytes start, and what in them tells of a camera or a place."""

    name: str
    start: re.Pattern[bytes]
    details: re.Pattern[bytes]


# XMP, which may stand in any of them, is XML.
PLACE = rb"exif:GPS"
TIFF = rb"(?:II\*\0|MM\0\*|Exif\0)"
JPEG = ImageType("a JPEG image", re.compile(rb"\xff\xd8\xff"), re.compile(rb"Exif\0|" + PLACE))
TYPES = {
    ".png": ImageType(
        "a PNG image",
        re.compile(rb"\x89PNG\r\n\x1a\n"),
        re.compile(rb"eXIf" + TIFF + rb"|Raw profile type (?:exif|APP1)|" + PLACE),
    ),
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".webp": ImageType(
        "a WebP image",
        re.compile(rb"RIFF....WEBP", re.DOTALL),
        re.compile(rb"EXIF...." + TIFF + rb"|" + PLACE, re.DOTALL),
    ),
    ".gif": ImageType("a GIF image", re.compile(rb"GIF8[79]a"), re.compile(PLACE)),
}
NAME = re.compile(r"[a-z0-9-]+(\.[a-z]+)")


def read_images(folder: Path, names: Iterable[str]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The images of `folder` with these `names`, by their path in the site, and every problem in them.

    A name that no file has is left out: the page that shows it says so.
    """
    images: dict[str, bytes] = {}
    found: list[Problem] = []
    for name in sorted(set(names)):
        path = folder / name
        if path.is_symlink() or path.exists():
            data, problem = read_image(path)
            found += [problem] if problem else []
            images |= {} if problem else {f"{FOLDER}/{name}": data}
    return images, tuple(found)


def read_image(path: Path, types: Mapping[str, ImageType] = TYPES) -> tuple[bytes, Problem | None]:
    """The bytes of the image at `path`, which is one of `types`, or what is wrong with it."""
    position = Position(str(path))
    known = NAME.fullmatch(path.name)
    if not known or known[1] not in types:
        values = {"value": path.name, "known": either(types)}
        return b"", Problem(problems.IMAGE_NAME, position, values=values)
    # A link to the folder itself counts too: nobody else's files are to be published.
    if not path.resolve().is_relative_to(path.parent.parent.resolve() / FOLDER):
        return b"", Problem(problems.IMAGE_OUTSIDE, position)
    try:
        data = path.read_bytes()
    except OSError as error:
        return b"", problems.unreadable(path, error)
    kind = types[known[1]]
    if not kind.start.match(data):
        return b"", Problem(problems.IMAGE_TYPE, position, values={"wanted": kind.name})
    if kind.details.search(data):
        return b"", Problem(problems.IMAGE_METADATA, position)
    return data, None
