"""The crest in the header: an image of content/images/. Every reader fetches it, so it is small; a drawing is safe."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from generator import problems
from generator.errors import Position, Problem
from generator.frame import FrameImage
from generator.images import TYPES, ImageType, read_image
from generator.theme import CREST

# Its room in the header, in CSS pixels; nobody could make out what is narrower or lower than LEAST there.
WIDEST, HIGHEST, LEAST = 160, 56, 4
LIMIT = 30_000
SMALLEST, LARGEST = 0.001, 1_000_000  # the units of a drawing, or pixels
DRAWING = ".svg"
CREST_TYPES = {
    DRAWING: ImageType("an SVG drawing", re.compile(rb"(?:\xef\xbb\xbf)?\s*<"), re.compile(b"exif:GPS")),
    ".png": TYPES[".png"],
    ".webp": TYPES[".webp"],
}

# What may stand in a drawing: shapes, and how they are painted. Everything else is refused, so that nothing has to be
# known of what scripts, styles, fonts and links could do there.
ELEMENTS = set(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon clipPath mask "  # noqa: SIM905
    "linearGradient radialGradient stop".split()
)
ATTRIBUTES = set(
    "href version id class viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d "  # noqa: SIM905
    "points transform preserveAspectRatio fill fill-rule fill-opacity stroke stroke-width stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color clip-path "
    "clip-rule clipPathUnits mask maskUnits maskContentUnits gradientUnits gradientTransform spreadMethod offset "
    "stop-color stop-opacity display visibility enable-background role aria-label".split()
)
# Browsers draw only what is said to be SVG by this name of it.
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ATTRIBUTES |= {f"{XLINK} href", "http://www.w3.org/XML/1998/namespace space"}
NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
BOX = re.compile(rf"\s*{NUMBER}(?:(?:\s*,\s*|\s+){NUMBER}){{3}}\s*")
LENGTH = re.compile(rf"\s*({NUMBER})(?:px)?\s*")
NOTHING = re.compile(r"\s*[+-]?[0.]+(?![0-9.])")  # "0", "0%", "0.0mm"


def read_crest(folder: Path, name: str) -> tuple[FrameImage | None, bytes, tuple[Problem, ...]]:
    """The crest `name` of `folder` with its size on a page, its bytes, and every problem in it."""
    path = folder / name
    position = Position(str(path))
    if not (path.is_symlink() or path.exists()):
        do = "put the crest there, or take 'crest' out of mkdocs.yml"
        return None, b"", (Problem(problems.FILE_MISSING, position, values={"do": do}),)
    data, problem = read_image(path, CREST_TYPES)
    if problem:
        return None, b"", (problem,)
    if len(data) > LIMIT:
        return None, b"", (Problem(problems.CREST_LARGE, position, values={"limit": f"{LIMIT:,}"}),)
    if path.suffix == DRAWING and (found := tuple(_drawing_problems(str(path), data))):
        return None, b"", found
    size = SIZES[path.suffix](data)
    if size is None:
        kind = problems.CREST_SIZE if path.suffix == DRAWING else problems.IMAGE_TYPE
        return None, b"", (Problem(kind, position, values={"wanted": CREST_TYPES[path.suffix].name}),)
    shown = _fitted(*size)
    if min(shown) < LEAST:
        return None, b"", (Problem(problems.CREST_SHAPE, position, values={"least": LEAST}),)
    return FrameImage(f"{CREST}{path.suffix}", *shown), data, ()


def _fitted(width: float, height: float) -> tuple[int, int]:
    """The size of an image that fills its room in the header as far as it can."""
    ratio = width / height
    return round(min(WIDEST, HIGHEST * ratio)), round(min(HIGHEST, WIDEST / ratio))


# Drawings


def _drawing_problems(file: str, data: bytes) -> Iterator[Problem]:
    """What of a drawing is more than shapes, and where it first stands; or that it is no drawing at all."""
    found: dict[str, tuple[int, int]] = {}
    tags: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(what: str) -> None:
        found.setdefault(what, (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def start(tag: str, attributes: dict[str, str]) -> None:
        tags.append(tag)
        namespace, _, bare = tag.rpartition(" ")
        if namespace != SVG or bare not in ELEMENTS:
            refuse(f"<{bare}>")
        for name, value in attributes.items():
            if name not in ATTRIBUTES or not _is_harmless(name, value):
                refuse(f"{name.rpartition(' ')[2]!r} of <{bare}>")

    def name_format(prefix: str | None, name: str | None) -> None:
        if name not in (SVG, XLINK):
            refuse(repr(f"xmlns:{prefix}" if prefix else "xmlns"))

    parser.StartElementHandler = start
    parser.StartNamespaceDeclHandler = name_format
    parser.StartDoctypeDeclHandler = lambda *_: refuse("<!DOCTYPE>")
    parser.ProcessingInstructionHandler = lambda target, _: refuse(f"<?{target}?>")
    parser.CommentHandler = lambda _: refuse("a comment")
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:
        found[f"what is no XML ({error})"] = getattr(error, "lineno", 1), getattr(error, "offset", 0) + 1
    if tags and tags[0] != f"{SVG} svg":
        yield Problem(problems.CREST_NAMELESS, Position(file), values={"name": SVG})
        return
    for what, (line, column) in found.items():
        yield Problem(problems.CREST_DRAWING, Position(file, line, column), values={"what": what})


def _is_harmless(name: str, value: str) -> bool:
    """Whether an attribute leads nowhere but to another place of the drawing."""
    if name in ("href", f"{XLINK} href"):
        return value.startswith("#")
    bare = re.sub(r"url\(#[\w-]+\)", "", value)
    return "url" not in bare.lower() and "\\" not in bare and ":" not in bare


# Sizes


def _png_size(data: bytes) -> tuple[float, float] | None:
    return _sound(*struct.unpack(">II", data[16:24])) if len(data) >= 24 and data[12:16] == b"IHDR" else None


def _webp_size(data: bytes) -> tuple[float, float] | None:
    kind, start = data[12:16], data[20:30]
    if len(start) < 10:
        return None
    if kind == b"VP8X":
        return _sound(int.from_bytes(start[4:7], "little") + 1, int.from_bytes(start[7:10], "little") + 1)
    if kind == b"VP8L":
        bits = int.from_bytes(start[1:5], "little")
        return _sound((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    width, height = struct.unpack("<HH", start[6:10])
    return _sound(width & 0x3FFF, height & 0x3FFF) if kind == b"VP8 " else None


def _svg_size(data: bytes) -> tuple[float, float] | None:
    roots: list[dict[str, str]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _, attributes: roots.append(attributes)
    parser.Parse(data, True)
    root = roots[0]
    lengths = [root.get(name, "") for name in ("width", "height")]
    if any(map(NOTHING.match, lengths)):
        return None
    if BOX.fullmatch(root.get("viewBox", "")):
        *_, width, height = re.split(r"[\s,]+", root["viewBox"].strip())
        return _sound(float(width), float(height))
    found = [LENGTH.fullmatch(length) for length in lengths]
    return _sound(*(float(match[1]) for match in found if match)) if all(found) else None


def _sound(width: float, height: float) -> tuple[float, float] | None:
    """A size that a browser can draw: "1e999" is none, nor is what it takes for nothing."""
    return (width, height) if min(width, height) >= SMALLEST and max(width, height) <= LARGEST else None


SIZES = {DRAWING: _svg_size, ".png": _png_size, ".webp": _webp_size}
